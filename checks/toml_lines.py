"""TOML with the lines its keys stand at, which the library's reader does not tell."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Any

type Path = tuple[str | int, ...]

# Heads of columns and cells below them, as other programs write them.
OF_OTHERS = frozenset({"headings", "cells"})

_PART = r"""(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)"""
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_TABLE = re.compile(rf"^\s*\[\s*({_DOTTED})\s*\]")
_ENTRY = re.compile(rf"^\s*\[\[\s*({_DOTTED})\s*\]\]")
_KEY = re.compile(rf"^\s*({_DOTTED})\s*=\s*(.*)$")
_STRING = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'')


class TomlLines:
    """The tables of a text; raises ``tomllib.TOMLDecodeError`` as the library does."""

    def __init__(self, text: str) -> None:
        self.tables: dict[str, Any] = tomllib.loads(text)
        self._lines = text.split("\n")
        self._at = dict(_places(self._lines))

    def line(self, *path: str | int, having: str = "") -> int:
        """The line of the key at ``path``, or of what it is in; there, of the text ``having``."""
        known = path
        while known and known not in self._at:
            known = known[:-1]
        first = self._at.get(known, 1)
        if having:
            for number in range(first, len(self._lines) + 1):
                if having in self._lines[number - 1]:
                    return number
        return first

    @cached_property
    def texts(self) -> tuple[tuple[Path, str], ...]:
        """Every text with its path."""
        return tuple(_texts(self.tables, ()))


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _texts(each, (*path, index))


def _places(lines: list[str]) -> Iterator[tuple[Path, int]]:
    here: Path = ()
    counted: Counter[Path] = Counter()
    until, depth = "", 0
    for number, line in enumerate(lines, 1):
        if until:
            until = "" if until in line else until
        elif depth:
            depth += _depth(line)
        elif found := _ENTRY.match(line):
            name = _resolved(_parts(found[1]), counted)
            counted[name] += 1
            here = (*name, counted[name] - 1)
            yield here, number
        elif found := _TABLE.match(line):
            here = _resolved(_parts(found[1]), counted)
            yield here, number
        elif found := _KEY.match(line):
            yield (*here, *_parts(found[1])), number
            until = next((each for each in ('"""', "'''") if found[2].count(each) == 1), "")
            depth = 0 if until else _depth(found[2])


def _parts(dotted: str) -> Path:
    return tuple(each.strip("\"'") for each in re.findall(_PART, dotted))


def _resolved(name: Path, counted: Counter[Path]) -> Path:
    """With the number of the entry for each part that is a list: ``[notice.zh]`` is in the last."""
    path: Path = ()
    for index, part in enumerate(name):
        path = (*path, part)
        if counted[path] and index < len(name) - 1:
            path = (*path, counted[path] - 1)
    return path


def _depth(text: str) -> int:
    bare = _STRING.sub("", text).partition("#")[0]
    return sum(bare.count(each) for each in "[{") - sum(bare.count(each) for each in "]}")
