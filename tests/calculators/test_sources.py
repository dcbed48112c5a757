"""The register of sources: complete, in both languages, and each entry used or kept on purpose."""

import re

import pytest

from calculators.core.rules.dated_rules import UNITS
from calculators.core.rules.sources import Source, register
from tests.support.chinese import HALF_WIDTH

FIGURE = re.compile(rf"\d+(?:\.\d+)? (?:{'|'.join(UNITS)})")
SOURCES = list(register())


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.id)
def test_an_entry_is_complete(source: Source) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", source.id)
    for texts in (source.title, source.note, *([] if source.address else [source.unlinked])):
        assert set(texts) == {"zh", "en"}
        assert all(texts.values())
        assert not HALF_WIDTH.search(texts["zh"])
    assert source.address is None or source.address.startswith("https://")
    wrong = [figure for figure in source.figures if not FIGURE.fullmatch(figure)]
    assert wrong == []
    assert len(set(source.figures)) == len(source.figures)
    first, last = source.speaks
    assert first <= last <= source.read_on
    assert source.dated is None or source.dated <= source.read_on


def test_what_was_seen_is_told_apart() -> None:
    for source in SOURCES:
        if source.kind == "choice":
            assert source.publisher == "handbook"
            assert source.seen == "original"
        if source.publisher == "rule-centre":
            assert source.seen == "copy", f"{source.id}: nobody opened the original"


def test_no_claim_of_the_articles_is_a_source() -> None:
    assert [each.id for each in SOURCES if re.match(r"s[0-4][a-n]?-\d", each.id)] == []
