"""Sections that a page keeps folded: ``## Where from { #where-from .folded }`` and what follows it.

In Markdown such a section is one like any other, so whatever reads headings, claims and sources
need not know of it. In the page its heading opens it, with no script.
"""

import re
import xml.etree.ElementTree as ET  # what Python-Markdown's trees are made of
from typing import override

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_CLASS = "folded"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_OPENING = re.compile(rf'(<details class="{_CLASS}">)\s*(<h([1-6])\b.*?</h\3>)', re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)


class FoldingExtension(Extension):
    """Puts a ``details`` around each section whose heading has the class."""

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        # After "toc", which gives headings their ids and links.
        md.treeprocessors.register(_Folder(md), "folding", 3)


def with_summaries(html: str) -> str:
    """``html`` with the headings of folded sections as their summaries.

    To be called once the search has seen the page: for it a section ends with the element around
    its heading, and all that follows would be found under the section before.
    """
    return _OPENING.sub(_summary, html)


def _summary(opening: re.Match[str]) -> str:
    # Within what opens a section, no link can be told by a screen reader.
    return f"{opening[1]}<summary>{_PERMALINK.sub('', opening[2])}</summary>"


class _Folder(Treeprocessor):
    @override
    def run(self, root: ET.Element) -> None:
        open_section: ET.Element | None = None
        level = 0
        for element in list(root):
            found = _HEADINGS.get(element.tag)
            if found and found <= level:
                open_section, level = None, 0
            if found and open_section is None and _has_class(element):
                open_section, level = ET.Element("details", {"class": _CLASS}), found
                root.insert(list(root).index(element), open_section)
            if open_section is not None:
                root.remove(element)
                open_section.append(element)


def _has_class(heading: ET.Element) -> bool:
    return _CLASS in heading.get("class", "").split()
