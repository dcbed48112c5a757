"""Sections with figures that nothing says the source of."""

import re
from collections.abc import Iterator

from checks.finding import Finding
from checks.house import House
from checks.near import suggestions
from checks.page import NO_PROSE, Page, Section, within
from checks.registers import claim_rows, source_ids

FOLDERS = ("start", "products", "orders", "campaigns", "money", "disputes", "growth")
_RESTS = re.compile(r"(?:figure|answer|chart)\(")
_COMMENT = re.compile(r"<!--\s*(?:([\w-]+)\s*[:：])?.*?(?:(-->)|\Z)", re.DOTALL)
_WORDS = ("sources", "ahead")
_NUMBER = r"(?<![\w.#-])\d[\d,.]*"
FIGURE = {
    # 7 月 17 日 is a day of the calendar and no figure.
    "zh": re.compile(
        rf"(?<!月)(?<!月 ){_NUMBER} ?"
        r"(?:%|万?元|亿元|小时|分钟|天|日|个月|个(?:自然|工作)日|件|单|次|倍|分(?![钟类]))"
    ),
    "en": re.compile(
        rf"¥ ?\d|{_NUMBER}(?:%|[ -](?:(?:working|calendar|natural|more) )?"
        r"(?:hours?|minutes?|days?|months?|orders?|pieces?|units?|items?|points?|times|yuan)\b)"
    ),
}


def unsourced(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """The first figure of each such section: no macro, no claim and no comment stands there."""
    claims = {(row.get("page", ""), row.get("heading", "")) for _, row in claim_rows(house)}
    for page in house.pages.values():
        if page.stem.partition("/")[0] not in FOLDERS:
            continue
        wrong = {each.line for each in found if each.path == page.path}
        for section in page.sections:
            if _rests(page, section) or (page.stem, section.id) in claims:
                continue
            if any(section.first <= line <= section.last for line in wrong):
                continue
            for number, text in figures(page, section):
                yield Finding(page.path, number, "section.source", {"figure": text})
                break


def comments(house: House, _: tuple[Finding, ...]) -> Iterator[Finding]:
    """Comments without an end, of a word that there is not, or naming sources that are unknown."""
    known = source_ids(house)
    for page in house.pages.values():
        for found in _COMMENT.finditer(page.unfenced):
            number = page.unfenced.count("\n", 0, found.start()) + 1
            if found[2] is None or "<!--" in found[0][4:]:
                yield Finding(page.path, number, "comment.open")
            elif found[1] and found[1] not in _WORDS:
                values = {"word": found[1], "known": ", ".join(f"{each}:" for each in _WORDS)}
                yield Finding(page.path, number, "comment.word", values)
        for each in page.named_sources:
            if known and each.what not in known:
                values = {"id": each.what, "near": suggestions(each.what, sorted(known))}
                yield Finding(page.path, each.line, "source.unknown", values)


def _rests(page: Page, section: Section) -> bool:
    calls = within(page.macros, section)
    return bool(within(page.named_sources, section)) or any(_RESTS.match(m.what) for m in calls)


def figures(page: Page, section: Section) -> Iterator[tuple[int, str]]:
    """The figures in a section's sentences with their lines; its heading does not count."""
    for number in range(section.first, section.last + 1):
        if section.heading and number == section.heading.line:
            continue
        for found in FIGURE[page.lang].finditer(page.prose[number - 1].replace(NO_PROSE, " ")):
            yield number, found[0].strip()
