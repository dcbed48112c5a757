"""Links to pages, anchors and terms that are not there."""

import re
from collections.abc import Iterator
from functools import cache
from posixpath import dirname, normpath, relpath

from checks.anchors import anchors
from checks.finding import Finding
from checks.house import OTHER, House
from checks.near import suggestions
from checks.page import NO_PROSE, Page

_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)>?(?:\s+[\"'][^)]*)?\)|\b(?:href|src)=\"([^\"]+)\"")
_DEFINED = re.compile(r"^ {0,3}\[[^\]]+\]:\s*(\S+)", re.MULTILINE)
_HALF = re.compile(
    r"\[[^\]\n]+\](?:"
    r"（[^）\n]*(?:\.md|#)[^）\n]*[）)]"  # full-width brackets, or one of them
    r"|\([^)\n]*(?:\.md|#)[^)\n]*）"
    r"| +\([^)\n\s]*(?:\.md|#)[^)\n]*\))"  # a space between
)
_ELSEWHERE = re.compile(r"^[a-z]+:|^//")
_GLOSSARY = "reference/glossary"
# Made while the site is built.
_MADE = ("rules.json",)
_OF_HEADINGS = (
    "comment.open",
    "heading.",
    "pair.heading",
    "pair.id",
    "pair.page",
    "file.",
    "front.none",
)


def links(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Where they lead, told for each; not where the other page has lost what they lead to."""
    leading = _Leading(house, {each.path for each in found if each.code.startswith(_OF_HEADINGS)})
    for page in house.pages.values():
        for number in range(page.first, len(page.plain) + 1):
            line = page.plain[number - 1]
            if _HALF.search(line):
                yield Finding(page.path, number, "link.brackets")
            targets = [
                _from_source(house, page, two) if two else one for one, two in _LINK.findall(line)
            ]
            for target in (*targets, *_DEFINED.findall(line)):
                yield from leading.nowhere(page, number, target)


class _Leading:
    """Where links of one house lead; ``troubled`` are pages of which something is told already."""

    def __init__(self, house: House, troubled: set[str]) -> None:
        self._house = house
        self._troubled = troubled
        self._anchors = cache(lambda lang, stem: anchors(house, lang, stem))

    def nowhere(self, page: Page, number: int, target: str) -> Iterator[Finding]:
        """A finding, if the link leads to no page or no anchor."""
        if _ELSEWHERE.match(target) or NO_PROSE in target or "{{" in target:
            return
        path, _, anchor = target.partition("#")
        full = normpath(f"{dirname(page.stem) or '.'}/{path}") if path else f"{page.stem}.md"
        stem = full.removesuffix(".md")
        there = f"docs/{page.lang}/{stem}.md"
        if not full.endswith(".md"):
            made = full.endswith(_MADE) or self._house.data(f"docs/{page.lang}/{full}") is not None
            if not made:
                yield _no_page(self._house, page, number, target)
        elif not target:
            yield _no_page(self._house, page, number, "( )")
        elif (page.lang, stem) in self._house.pages:
            yield from self._no_anchor(page, number, stem, anchor.partition("?")[0])
        elif (OTHER[page.lang], stem) not in self._house.pages and there not in self._troubled:
            yield _no_page(self._house, page, number, target)

    def _no_anchor(self, page: Page, number: int, stem: str, anchor: str) -> Iterator[Finding]:
        here = self._anchors(page.lang, stem)
        if not anchor or anchor in here or self._lost(page.lang, stem, anchor):
            return
        path = f"docs/{page.lang}/{stem}.md"
        values = {"anchor": anchor, "page": path, "near": suggestions(anchor, sorted(here))}
        code = "term.unknown" if stem == _GLOSSARY else "link.anchor"
        yield Finding(page.path, number, code, values, (path,))

    def _lost(self, lang: str, stem: str, anchor: str) -> bool:
        """Whether the page had the anchor, and what became of it is told there."""
        if not {f"docs/{each}/{stem}.md" for each in OTHER} & self._troubled:
            return False
        recorded = {section for page, section in self._house.record.sums if page == stem}
        return anchor in self._anchors(OTHER[lang], stem) | recorded


def _from_source(house: House, page: Page, address: str) -> str:
    """An address in HTML, which is seen from the built page, as a link from its file."""
    path, sign, anchor = address.partition("#")
    if not path.endswith("/") or _ELSEWHERE.match(address):
        return address
    built = page.stem if page.stem.rpartition("/")[2] != "index" else dirname(page.stem)
    full = normpath(f"{built}/{path}")
    stem = next(
        (each for each in (full, f"{full}/index") if (page.lang, each) in house.pages), full
    )
    return f"{relpath(stem, dirname(page.stem) or '.')}.md{sign}{anchor}"


def _no_page(house: House, page: Page, number: int, target: str) -> Finding:
    stems = sorted(stem for lang, stem in house.pages if lang == page.lang)
    full = normpath(f"{dirname(page.stem) or '.'}/{target.partition('#')[0]}")
    near = suggestions(full.removesuffix(".md"), stems)
    return Finding(page.path, number, "link.page", {"target": target, "near": near})
