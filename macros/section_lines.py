"""One quiet line under each section: the texts it rests on, how sure that is, and its claims."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from calculators.core.output.presentation import dated_title
from calculators.core.rules.confidence import CONFIDENCE
from calculators.core.text.catalogue import Texts
from macros.register import Claim, claims_in
from macros.section_sources import sources_of, statements
from macros.templating import render, shared_texts, words

_HEADING = re.compile(r"^#{1,6} .*\{ #(?P<id>[\w-]+)(?: \.[\w-]+)* \}\s*$")
_ANY_HEADING = re.compile(r"^#{1,6} ")
_CONFIDENCE = re.compile(r"\{\{\s*confidence\(")
_FENCE = re.compile(r"^\s*(```|~~~)")

# A line names so many texts, the best; all of them stand with the rules. More wrap on a phone.
_NAMED = 1


@dataclass(frozen=True)
class Reference:
    """Where the lines lead to: the address of the folder ``reference/``, seen from the page."""

    lang: str
    address: str
    today: date


def with_section_lines(markdown: str, page: str, reference: Reference) -> str:
    """``markdown`` of ``page`` with its lines.

    Raises ``ValueError`` where the register of claims names a heading that the page does not
    have, and for a source that there is not.
    """
    waiting = claims_in(page)
    lines: list[str] = []
    for heading, section in sections(markdown):
        found = heading_id(heading)
        claims = waiting.pop(found, []) if found else []
        lines += [*section, *_line(claims, "\n".join(section), reference)]
    if waiting:
        missing = ", ".join(f"{{ #{heading} }}" for heading in waiting)
        raise ValueError(
            f"{page}.md ({reference.lang}): docs/claims.csv names headings it lacks: {missing}"
        )
    return "\n".join(lines)


def heading_id(heading: str) -> str:
    """The id that a heading names; empty where it names none."""
    found = _HEADING.match(heading)
    return found["id"] if found else ""


def sections(markdown: str) -> Iterator[tuple[str, list[str]]]:
    """Each heading with the lines from it on; what stands before the first has none.

    A ``#`` in a code block is no heading.
    """
    heading, lines, fenced = "", list[str](), False
    for line in markdown.split("\n"):
        fenced ^= bool(_FENCE.match(line))
        if not fenced and _ANY_HEADING.match(line):
            yield heading, lines
            heading, lines = line, []
        lines.append(line)
    yield heading, lines


def _line(claims: list[Claim], section: str, reference: Reference) -> list[str]:
    # The line of confidence at the top of a page names the text by itself.
    found = [] if _CONFIDENCE.search(section) else statements(section, reference.today)
    sources = sources_of(found, reference.today)
    if not claims and not sources:
        return []
    texts = shared_texts(reference.lang)
    said = [each.confidence for each in claims if each.verdict in {"kept", "qualified"}]
    html = render(
        "section_line.html",
        sources=[(each.id, dated_title(each, texts)) for each in sources[:_NAMED]],
        more=len(sources) if sources[_NAMED:] else 0,
        runs=list(_runs(claims)),
        address=reference.address,
        confidence=_confidence([level for _, level in found] or said, texts),
        corrected=sum(each.verdict in {"corrected", "outdated"} for each in claims),
        words=words(reference.lang)["sources"],
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


def _confidence(levels: list[str], texts: Texts) -> str | None:
    """From the least to the most sure of what the section says; ``None`` if it only corrects."""
    if not levels:
        return None
    found = sorted(set(levels), key=CONFIDENCE.index)
    most, least = (texts.get("confidence", each) for each in (found[0], found[-1]))
    span: str = words(texts.lang)["sources"]["span"]
    return most if most == least else span.format(low=least, high=most)
