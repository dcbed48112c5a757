"""The marks that the glossary puts into pages: what a term means, where a page first uses it."""

import xml.etree.ElementTree as ET  # what Python-Markdown's trees are made of
from collections.abc import Iterator
from typing import override

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.glossary import Term, names, other, pattern
from macros.templating import words

# Where a term is a name or an address, not something to explain.
_LEFT_ALONE = {
    "a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "summary", "th", "script", "style", "svg",
}  # fmt: skip


class GlossaryExtension(Extension):
    """Marks the first use on a page of each term that needs it, with what it means."""

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
        self._lang, self._names, self._pattern = lang, names(lang), pattern(lang)

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
            mark = ET.Element("abbr", {"title": self._bubble(term), "tabindex": "0"})
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
                if self._lang in self._names[key].marked:
                    yield match.start(), match.end(), self._names[key]

    def _bubble(self, term: Term) -> str:
        bubble: str = words(self._lang)["glossary"]["bubble"]
        return bubble.format(meaning=term.meaning(self._lang), other=term.name(other(self._lang)))
