"""The register accounts for all 410 claims, and says nothing of a page that is not so."""

from collections import Counter

import pytest

from macros.register import claims
from macros.section_lines import Reference, with_section_lines
from tests.support.markdown import GUIDES, page
from tests.support.pinned import TODAY

REFERENCE = Reference("zh", "../../reference/", TODAY)

# How many claims each topic of the five articles holds.
TOPICS = {
    "S0": 58, "S1": 26, "S2": 29, "S3": 40, "S4A": 11, "S4B": 8, "S4C": 24, "S4D": 12, "S4E": 16,
    "S4F": 15, "S4G": 16, "S4H": 21, "S4I": 20, "S4J": 23, "S4K": 42, "S4L": 15, "S4M": 18,
    "S4N": 16,
}  # fmt: skip


def test_every_claim_is_accounted_for_once() -> None:
    expected = [f"{topic}-{n:02}" for topic, count in TOPICS.items() for n in range(1, count + 1)]
    assert [claim.id for claim in claims()] == expected
    assert len(expected) == 410


def test_coverage_line(capsys: pytest.CaptureFixture[str]) -> None:
    counts = Counter(claim.verdict for claim in claims())
    with capsys.disabled():
        told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in counts)
        print(f"\n{counts.total()} of 410 claims accounted for: {told}")  # noqa: T201
    assert counts.total() == 410


def test_lines_stand_at_the_end_of_their_section() -> None:
    markdown = page("zh", "orders/late-delivery").body
    lined = with_section_lines(markdown, "orders/late-delivery", REFERENCE)
    section = lined.partition("{ #former }")[2].partition("\n## ")[0]
    assert section.count('<p class="sources"') == 1
    assert 'href="../../reference/claims/#s4n-05">S4N-05–08</a>' in section
    assert 'href="../../reference/sources/#' in section
    assert section.rstrip().endswith("</p>")


def test_a_heading_that_the_page_lacks_is_named() -> None:
    with pytest.raises(ValueError, match=r"orders/late-delivery.md \(zh\): .*\{ #former \}"):
        with_section_lines("# Nothing here", "orders/late-delivery", REFERENCE)


def test_a_section_rests_on_its_figures_and_on_what_it_names() -> None:
    markdown = (
        '# Title\n\nAt most {{ figure("late-delivery.maximum") }}.\n\n'
        '## Then { #then }\n\n{{ figure("late-delivery.flat", on="2025-03-01") }}\n\n'
        "## Said { #said }\n\nSeven days.\n<!-- sources: law-consumer-protection-2013 -->\n\n"
        "## Nothing { #nothing }\n\nOnly words.\n"
    )
    first, then, said, nothing = with_section_lines(markdown, "reference/rules", REFERENCE).split(
        "\n## "
    )[-4:]
    assert "sources/#rc-late-shipment-2026-08-10" in first
    assert "可信度：中高" in first
    assert "sources/#repost-" in then
    assert "可信度：中</span>" in then
    assert "sources/#law-consumer-protection-2013" in said
    assert "sources" not in nothing
    with pytest.raises(ValueError, match=r"sources\.toml has no hearsay"):
        with_section_lines("# A\n<!-- sources: hearsay -->", "reference/rules", REFERENCE)


def test_every_guide_holds_claims() -> None:
    # No article has their subjects; the check-up brings the rules of others together.
    without = {
        "disputes/platform-law",
        "growth/experience-score",
        "money/settlement",
        "money/tax-today",
        "orders/check-up",
        "orders/fraudulent-shipment",
        "orders/returns",
    }
    assert set(GUIDES) - without == {claim.page for claim in claims()} - {""}
