"""A page as it is checked: front matter, sections, macros, tables, notes and lists, with lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

# What takes the place of all that is no prose, sign for sign, so that columns stay.
NO_PROSE = "\ufffc"

_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:\s+(.*?))?\s*#*\s*$")
_UNDERLINE = re.compile(r"^(=+|-+)\s*$")
_ID = re.compile(r"\{\s*#([\w-]+)[^}]*\}\s*$")
_NOTE = re.compile(r"^\s*(?:!!!|\?\?\?\+?)\s*([\w-]+)")
# What is around a note's title.
_NOTE_MARKS = re.compile(r"^([ \t]*(?:!!!|\?\?\?\+?) *[\w-]+ *\")(.*?)(\"[ \t]*)$", re.MULTILINE)
_ITEM = re.compile(r"^(\s*)(?:([-*+])|(\d+)[.)])\s+")
_DELIMITER = re.compile(r"^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*$|^\s*\|\s*:?-+:?\s*$")
_MACRO = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_SOURCES = re.compile(r"<!--\s*sources:\s*([\w\s-]+?)\s*-->")
_HIDDEN = re.compile(
    r"<!--.*?-->|\{%\s*raw\s*%\}.*?\{%\s*endraw\s*%\}|\{%.*?%\}|\{\{.*?\}\}|(`+)(?!`).+?(?<!`)\1(?!`)"
    r"|\{\s*[#.:][^}\n]*\}|(?<=\])\([^)\s]*\)|(?<=\])\[[^\]\n]*\]|<[^>\n]+>|&\w+;|:material-[\w-]+:",
    re.DOTALL,
)
_CODE = re.compile(r"<!--.*?-->|\{%\s*raw\s*%\}.*?\{%\s*endraw\s*%\}|(`+)(?!`).+?(?<!`)\1(?!`)",
                   re.DOTALL)  # fmt: skip


@dataclass(frozen=True)
class Heading:
    """A heading at a line; ``id`` is empty where it names none."""

    level: int
    id: str
    line: int
    text: str

    @property
    def folded(self) -> bool:
        """Whether what is below it is folded away."""
        return bool(re.search(r"\{[^}]*\.folded\b[^}]*\}\s*$", self.text))

    @property
    def title(self) -> str:
        """Its words, without what stands in braces behind them."""
        return self.text.partition("{ ")[0].strip()


@dataclass(frozen=True)
class Section:
    """A heading with the lines from it to the next, both from 1; before the first, none."""

    heading: Heading | None
    first: int
    last: int

    @property
    def id(self) -> str:
        """The heading's id; empty before the first heading."""
        return self.heading.id if self.heading else ""

    @property
    def key(self) -> str:
        """What tells it from the page's others: its id, ``top`` for a title without one."""
        if self.heading is None:
            return ""
        return self.id or ("top" if self.heading.level == 1 else f"line {self.heading.line}")


@dataclass(frozen=True)
class Part:
    """One macro call, note, item or row of a table: what it is, and where it begins."""

    kind: str
    what: str
    line: int


@dataclass(frozen=True)
class Row:
    """A row of a table with the number of its cells; ``of`` is the line of the table's head."""

    line: int
    cells: int
    of: int


class Page:
    """One page; ``path`` is ``docs/zh/orders/late-delivery.md``."""

    def __init__(self, path: str, text: str) -> None:
        _, self.lang, rest = path.split("/", 2)
        self.path = path
        self.stem = rest.removesuffix(".md")
        self.text = text
        self.lines = text.split("\n")

    @cached_property
    def front_lines(self) -> tuple[int, int] | None:
        """The first and the last line of the front matter, without its marks."""
        if self.lines[0].rstrip() != "---":
            return None
        for number, line in enumerate(self.lines[1:], 2):
            if line.rstrip() == "---":
                return 2, number - 1
        return None

    @cached_property
    def front(self) -> Mapping[str, Any]:
        """The front matter; raises ``yaml.YAMLError`` where it has a mistake in its form."""
        if self.front_lines is None:
            return {}
        first, last = self.front_lines
        try:
            found = yaml.safe_load("\n".join(self.lines[first - 1 : last]))
        except ValueError as error:  # a day that is none
            raise yaml.YAMLError(str(error)) from None
        return found if isinstance(found, dict) else {}

    def front_line(self, key: str) -> int:
        """The line of a key of the front matter; the first line where it has none."""
        first, last = self.front_lines or (1, 0)
        for number in range(first, last + 1):
            if self.lines[number - 1].startswith(f"{key}:"):
                return number
        return 1

    @property
    def first(self) -> int:
        """The first line after the front matter."""
        return self.front_lines[1] + 2 if self.front_lines else 1

    @cached_property
    def body(self) -> str:
        """What is no front matter, with empty lines in its place, so that lines stay."""
        return "\n" * (self.first - 1) + "\n".join(self.lines[self.first - 1 :])

    @cached_property
    def unfenced(self) -> str:
        """The body without its blocks of code."""
        fence, kept = "", []
        for line in self.body.split("\n"):
            found = _FENCE.match(line)
            if fence:
                kept.append(NO_PROSE * len(line))
                if found and found[1][0] == fence[0] and len(found[1]) >= len(fence):
                    fence = ""
            elif found:
                fence = found[1]
                kept.append(NO_PROSE * len(line))
            else:
                kept.append(line)
        return "\n".join(kept)

    @cached_property
    def plain(self) -> list[str]:
        """The lines without code and comments; macros and links are still in them."""
        return _CODE.sub(_blank, self.unfenced).split("\n")

    @cached_property
    def prose(self) -> list[str]:
        """The lines as people read them: all else is blanked, sign for sign."""
        hidden = _HIDDEN.sub(_blank, self.unfenced)
        return _NOTE_MARKS.sub(_titled, hidden).split("\n")

    @cached_property
    def headings(self) -> list[Heading]:
        """All headings in order, also those that a line below makes."""
        found = []
        for number, line in enumerate(self.plain, 1):
            if matched := _HEADING.match(line):
                text, level = matched[2] or "", len(matched[1])
            elif (
                number >= self.first
                and (
                    under := _UNDERLINE.match(
                        self.plain[number] if number < len(self.plain) else ""
                    )
                )
                and line.strip()
                and "|" not in line
                and not _ITEM.match(line)
            ):
                text, level = line, 1 if under[1][0] == "=" else 2
            else:
                continue
            named = _ID.search(text)
            found.append(Heading(level, named[1] if named else "", number, text))
        return found

    @cached_property
    def sections(self) -> list[Section]:
        """The page in pieces, first what stands before the first heading."""
        starts = [(None, self.first), *((each, each.line) for each in self.headings)]
        ends = [line - 1 for _, line in starts[1:]] + [len(self.lines)]
        return [Section(each, line, end) for (each, line), end in zip(starts, ends, strict=True)]

    def section_of(self, line: int) -> Section:
        """The section that a line is in."""
        return next(each for each in reversed(self.sections) if each.first <= line)

    @cached_property
    def macros(self) -> list[Part]:
        """The macro calls, with single spaces."""
        plain = "\n".join(self.plain)
        return [
            Part("macro", " ".join(found[1].split()), plain.count("\n", 0, found.start()) + 1)
            for found in _MACRO.finditer(plain)
        ]

    @cached_property
    def notes(self) -> list[Part]:
        """The notes with their kinds."""
        return [
            Part("note", found[1], number)
            for number, line in enumerate(self.plain, 1)
            if (found := _NOTE.match(line))
        ]

    @cached_property
    def items(self) -> list[Part]:
        """The items of lists: their depth, and whether they are numbered."""
        return [
            Part("item", f"{(len(found[1]) + 2) // 4}{'1' if found[3] else '-'}", number)
            for number, line in enumerate(self.plain, 1)
            if (found := _ITEM.match(line))
        ]

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of tables: the head first, then the line of dashes, which divides it, too."""
        found, lines = [], _CODE.sub(_blank, _HIDDEN.sub(_blank, self.unfenced)).split("\n")
        number = 0
        while number < len(lines) - 1:
            if "|" in lines[number] and _DELIMITER.match(lines[number + 1]):
                head = number
                while number < len(lines) and lines[number].strip(f" {NO_PROSE}"):
                    found.append(Row(number + 1, _cells(lines[number]), head + 1))
                    number += 1
            number += 1
        return found

    @cached_property
    def named_sources(self) -> list[Part]:
        """The sources that comments name, each by itself."""
        found = []
        for comment in _SOURCES.finditer(self.unfenced):
            for name in re.finditer(r"\S+", comment[1]):
                at = comment.start(1) + name.start()
                found.append(Part("source", name[0], self.unfenced.count("\n", 0, at) + 1))
        return found


def within[T: (Part, Row)](parts: list[T], section: Section) -> list[T]:
    """Those that stand in a section."""
    return [each for each in parts if section.first <= each.line <= section.last]


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", NO_PROSE, found[0])


def _titled(found: re.Match[str]) -> str:
    """A note's title without the marks around it, which are Markdown's."""
    return NO_PROSE * len(found[1]) + found[2] + NO_PROSE * len(found[3])


def _cells(line: str) -> int:
    """How many cells a row has; a bar behind a backslash is a sign in one."""
    bare = line.strip().replace("\\|", "").removeprefix("|")
    return bare.removesuffix("|").count("|") + 1


def lines_of(page: Page, section: Section) -> Iterator[int]:
    """The lines of a section that say something: neither empty nor a comment."""
    for number in range(section.first, section.last + 1):
        if page.plain[number - 1].strip(f" {NO_PROSE}"):
            yield number
