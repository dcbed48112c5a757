"""The guides' Markdown, parsed: their structure, without their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
LANGUAGES = ("zh", "en")

_MACRO = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_ID = re.compile(r"\{ #([\w-]+)(?: \.[\w-]+)* \}\s*$")
_ADMONITION = re.compile(r"^(?:!!!|\?\?\?\+?) (\w+)")


def stems(lang: str) -> list[str]:
    """The pages of a language by their address, ``orders/late-delivery``."""
    root = DOCS / lang
    return sorted(path.relative_to(root).with_suffix("").as_posix() for path in root.rglob("*.md"))


def folder_of(stem: str) -> str:
    """Where a page is in its language: ``orders/late-delivery/``; the home page is at the top."""
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


def address_of(lang: str, stem: str) -> str:
    """Where a page is in the site: ``en/orders/late-delivery/``."""
    return ("en/" if lang == "en" else "") + folder_of(stem)


def html_of(site: Path, lang: str, stem: str) -> Path:
    """The file of a page in the built site."""
    return site / address_of(lang, stem) / "index.html"


_FOLDERS = ("start", "products", "orders", "campaigns", "money", "disputes", "growth")
# The pages that say what to do.
GUIDES = [stem for stem in stems("zh") if stem.partition("/")[0] in _FOLDERS]


@dataclass(frozen=True)
class Page:
    """A page's front matter as text, and its Markdown."""

    path: Path
    front: str
    body: str

    @cached_property
    def tokens(self) -> list[Token]:
        """The body as markdown-it-py reads it."""
        return MarkdownIt("commonmark").enable("table").parse(self.body)

    def headings(self) -> Iterator[tuple[str, str | None]]:
        """Level and id of each heading; no id where none is written."""
        for token, inline in pairwise(self.tokens):
            if token.type == "heading_open":
                found = _ID.search(inline.content)
                yield token.tag, found[1] if found else None

    def macros(self) -> list[str]:
        """The macro calls, in order, as they are written."""
        return _MACRO.findall(self.body)

    def admonitions(self) -> list[str]:
        """The kinds of the notes, in order."""
        return [found[1] for line in self.body.splitlines() if (found := _ADMONITION.match(line))]

    def shape(self) -> list[str]:
        """Lists, their items, tables, their rows and cells, in order: the page without words."""
        kept = ("bullet_list_open", "ordered_list_open", "list_item_open")
        table = ("table_open", "tr_open", "th_open", "td_open")
        return [token.type for token in self.tokens if token.type in (*kept, *table)]


@cache
def page(lang: str, stem: str) -> Page:
    """The page ``stem`` in ``lang``."""
    path = DOCS / lang / f"{stem}.md"
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return Page(path, front, body)
