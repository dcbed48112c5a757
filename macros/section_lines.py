"""One quiet line under each section that has claims: which, how sure, and where they are listed."""

import re
from collections.abc import Iterator
from itertools import groupby

from calculators.core.rules import SURENESS
from calculators.core.texts import Texts
from macros.pages import render, words
from macros.register import Claim, claims_in

_HEADING = re.compile(r"^#{1,6} .*\{ #(?P<id>[\w-]+) \}\s*$")
_ANY_HEADING = re.compile(r"^#{1,6} ")
_FENCE = re.compile(r"^\s*(```|~~~)")


def with_claim_lines(markdown: str, page: str, register: str, lang: str) -> str:
    """``markdown`` of ``page`` with its lines; ``register`` is the address of the claim page.

    Raises ``ValueError`` where the register names a heading that the page does not have.
    """
    waiting = claims_in(page)
    lines: list[str] = []
    current: list[Claim] = []
    for line, is_heading in _lines(markdown):
        if is_heading:
            lines += _line(current, register, lang)
            found = _HEADING.match(line)
            current = waiting.pop(found["id"], []) if found else []
        lines.append(line)
    lines += _line(current, register, lang)
    if waiting:
        missing = ", ".join(f"{{ #{heading} }}" for heading in waiting)
        raise ValueError(f"{page}.md ({lang}): docs/claims.csv names headings it lacks: {missing}")
    return "\n".join(lines)


def _lines(markdown: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is a heading: a ``#`` in a code block is none."""
    fenced = False
    for line in markdown.split("\n"):
        fenced ^= bool(_FENCE.match(line))
        yield line, not fenced and bool(_ANY_HEADING.match(line))


def _line(section: list[Claim], register: str, lang: str) -> list[str]:
    if not section:
        return []
    said = [each for each in section if each.verdict in {"kept", "qualified"}]
    corrected = sum(each.verdict == "corrected" for each in section)
    html = render(
        "claim_line.html",
        runs=list(_runs(section)),
        register=register,
        sureness=_sureness(said, lang),
        corrected=corrected,
        words=words(lang)["sources"],
    )
    return ["", html, ""]


def _runs(section: list[Claim]) -> Iterator[tuple[str, str]]:
    """Runs of neighbouring ids: the first one, and how the run is written (``S4N-05–08``)."""
    ordered = sorted(section, key=lambda claim: (claim.topic, claim.number))
    numbered = enumerate(ordered)
    for _, run in groupby(numbered, lambda item: (item[1].topic, int(item[1].number) - item[0])):
        members = [claim for _, claim in run]
        first, last = members[0], members[-1]
        yield first.id, first.id if first is last else f"{first.id}–{last.number}"


def _sureness(said: list[Claim], lang: str) -> str | None:
    """From the least to the most sure of what the section says; ``None`` if it only corrects."""
    if not said:
        return None
    texts = Texts("calculators.core", lang)
    found = sorted({each.sureness for each in said}, key=SURENESS.index)
    most, least = (texts.get("sureness", each) for each in (found[0], found[-1]))
    span: str = words(lang)["sources"]["span"]
    return most if most == least else span.format(low=least, high=most)
