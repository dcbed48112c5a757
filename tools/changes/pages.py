"""The figures in the pages: the macros that compute them, and those that somebody typed."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from calculators import definition
from calculators.core.text.catalogue import LANGUAGES
from calculators.core.text.formatting import number, quantity
from tools.changes import Call
from tools.changes.rules import RuleChange

_FIGURE = re.compile(r"\{\{-?\s*((?:figure|answer)\([^{}]*\))\s*-?\}\}")
# A rule's value in a list: {late-delivery.maximum}.
_IN_LIST = re.compile(r"\{([a-z][\w-]*\.\w+)\}")
_MACRO = re.compile(r"\{\{.*?\}\}|\{[\w.-]+\}")
# Where guides show how to call a macro.
_EXPLAINED = "contribute"
_LIST = "notices"
# So many characters on either side of a typed figure tell what it is about.
_AROUND = 30


@dataclass(frozen=True)
class Line:
    """A line of a file, from the project's root; numbers count from 1."""

    path: str
    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.number}"


@dataclass(frozen=True)
class Typed:
    """A value that ``rule`` no longer has, typed in a line: the words around it."""

    rule: str
    line: Line
    words: str


@dataclass(frozen=True)
class Pages:
    """The pages in ``root``'s folder ``docs``, in all languages, and the list of notices."""

    root: Path

    @cached_property
    def lines(self) -> dict[str, list[Line]]:
        """By page: its lines in every language; those of notices.toml belong to its page."""
        found: dict[str, list[Line]] = {}
        for lang in LANGUAGES:
            docs = self.root / "docs" / lang
            for path in sorted(docs.rglob("*.md")):
                stem = path.relative_to(docs).with_suffix("").as_posix()
                if not stem.startswith(_EXPLAINED):
                    found.setdefault(stem, []).extend(self._lines(path))
        found.setdefault(_LIST, []).extend(self._lines(self.root / "docs" / f"{_LIST}.toml"))
        return found

    def calls(self) -> dict[Call, list[str]]:
        """Each figure that is computed, with the pages that show it."""
        found: dict[Call, list[str]] = {}
        for page, lines in self.lines.items():
            for line in lines:
                for call in _calls(line):
                    pages = found.setdefault(call, [])
                    if page not in pages:
                        pages.append(page)
        return found

    def typed(self, changes: Iterable[RuleChange]) -> Iterator[Typed]:
        """Lines that hold a value that a rule no longer has, in its unit and typed by hand.

        Only what speaks of the rule's calculator is looked at.
        """
        for change in changes:
            if wanted := self._written(change):
                calculator = change.rule.partition(".")[0]
                for line in self._speaking_of(calculator):
                    text = _MACRO.sub("…", line.text)
                    if found := wanted.search(text):
                        start, end = max(0, found.start() - _AROUND), found.end() + _AROUND
                        yield Typed(change.rule, line, text[start:end].strip())

    def _speaking_of(self, calculator: str) -> Iterator[Line]:
        for lines in self.lines.values():
            if any(
                f'"{calculator}"' in each.text or f"{calculator}." in each.text for each in lines
            ):
                yield from lines
        folder = self.root / "calculators" / calculator.replace("-", "_")
        for lang in LANGUAGES:
            yield from self._lines(folder / f"{lang}.toml")

    @staticmethod
    def _written(change: RuleChange) -> re.Pattern[str] | None:
        """What the old value looks like in a sentence of either language."""
        old = change.before
        if old is None or old["value"] is None:
            return None
        calculator = change.rule.partition(".")[0]
        value = Decimal(old["value"])
        words = {
            quantity(number(value), old["unit"], definition(calculator).texts(lang), value=value)
            for lang in LANGUAGES
        }
        spaced = (re.escape(each).replace(r"\ ", r"\s?") for each in sorted(words))
        return re.compile(rf"(?<![\d.,])(?:{'|'.join(spaced)})(?![\d]|[.,]\d)")

    def _lines(self, path: Path) -> list[Line]:
        return lines_of(self.root, path.relative_to(self.root).as_posix())


def lines_of(root: Path, path: str) -> list[Line]:
    """The lines of the file ``path``, seen from ``root``."""
    texts = (root / path).read_text(encoding="utf-8").splitlines()
    return [Line(path, at, text) for at, text in enumerate(texts, start=1)]


def _calls(line: Line) -> Iterator[Call]:
    if line.path.endswith(".toml"):
        for rule in _IN_LIST.findall(line.text):
            yield Call("figure", (rule,), ())
        return
    for written in _FIGURE.findall(line.text):
        try:
            call = ast.parse(written, mode="eval").body
            assert isinstance(call, ast.Call)
            assert isinstance(call.func, ast.Name)
            yield Call(
                call.func.id,
                tuple(str(ast.literal_eval(each)) for each in call.args),
                tuple(
                    (each.arg or "", str(ast.literal_eval(each.value))) for each in call.keywords
                ),
            )
        except (SyntaxError, ValueError, AssertionError):
            continue  # the build says what is wrong with it
