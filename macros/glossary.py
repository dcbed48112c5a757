"""The glossary, docs/glossary.csv: one term, one name; and its other name where a page uses it."""

import csv
import re
import xml.etree.ElementTree as ET  # what Python-Markdown's trees are made of
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import override

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.templating import render

GLOSSARY = Path(__file__).parents[1] / "docs" / "glossary.csv"
# Where a term is a name or an address, not something to explain.
_LEFT_ALONE = {"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "th", "script", "style", "svg"}


@dataclass(frozen=True)
class Term:
    """A term in both languages, and what it means."""

    zh: str
    en: str
    meaning_zh: str
    meaning_en: str

    def name(self, lang: str) -> str:
        """The term in ``lang``."""
        return self.zh if lang == "zh" else self.en

    def meaning(self, lang: str) -> str:
        """What it means, in ``lang``."""
        return self.meaning_zh if lang == "zh" else self.meaning_en


@cache
def terms() -> tuple[Term, ...]:
    """All terms, in the file's order."""
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        return tuple(Term(**row) for row in csv.DictReader(file))


def glossary_table(*, lang: str) -> str:
    """The glossary as a list that a phone can show."""
    return render(
        "glossary.html",
        terms=[(each.name(lang), each.name(_other(lang)), each.meaning(lang)) for each in terms()],
        other=_other(lang),
    )


class GlossaryExtension(Extension):
    """Marks the first use of each term on a page with its other-language name."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.lang = lang

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        # After "inline" has made elements of the text, before the tree is written out.
        md.treeprocessors.register(_Marker(md, self.lang), "glossary", 15)


class _Marker(Treeprocessor):
    def __init__(self, md: Markdown, lang: str) -> None:
        super().__init__(md)
        names = {each.name(lang).casefold(): each for each in terms()}
        edge = r"\b" if lang == "en" else ""
        # The longest first: 浮动保证金 before 保证金.
        ordered = sorted(names, key=len, reverse=True)
        self._lang, self._names = lang, names
        self._pattern = re.compile(
            f"{edge}({'|'.join(map(re.escape, ordered))}){edge}", re.IGNORECASE
        )

    @override
    def run(self, root: ET.Element) -> None:
        self._walk(root, set())

    def _walk(self, element: ET.Element, seen: set[str]) -> None:
        if element.tag in _LEFT_ALONE:
            return
        element.text, made = self._marked(element.text, seen)
        for child in list(element):
            self._walk(child, seen)
            child.tail, behind = self._marked(child.tail, seen)
            place = list(element).index(child) + 1
            element[place:place] = behind
        element[0:0] = made

    def _marked(self, text: str | None, seen: set[str]) -> tuple[str | None, list[ET.Element]]:
        """``text`` up to the first new term, and the marked terms with what follows each."""
        text = text or ""
        before, position = text, 0
        made: list[ET.Element] = []
        for start, end, term in self._found(text, seen):
            gap = text[position:start]
            if made:
                made[-1].tail = gap
            else:
                before = gap
            mark = ET.Element("abbr", {"title": term.name(_other(self._lang)), "tabindex": "0"})
            mark.text = text[start:end]
            made.append(mark)
            position = end
        if made:
            made[-1].tail = text[position:]
        return before, made

    def _found(self, text: str, seen: set[str]) -> Iterator[tuple[int, int, Term]]:
        for match in self._pattern.finditer(text):
            key = match[0].casefold()
            if key not in seen:
                seen.add(key)
                yield match.start(), match.end(), self._names[key]


def _other(lang: str) -> str:
    return "en" if lang == "zh" else "zh"
