"""What is kept of a text that was read: hashes and figures, no sentence.

A clause is what stands between two marks of punctuation or white space: a table that was flattened
falls into its cells, however the white space between them was stored.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from tools.watch.figures import figures_in, plain

# No break inside 1,000 or 16:00.
_BREAK = re.compile(r"[。；;！!？?，、：（）()【】\s]|(?<!\d)[,:]|[,:](?!\d)")
_SENTENCE_END = re.compile("[。；！？]")
# The crawler begins a bold line with a star; a page may part a number from its unit.
_BOLD = "*"
_PARTED = re.compile(r"(?<=\d)\s+(?=[元%％天日周年月个小分单件次笔倍工自])")
# How much of a long sentence, or of a table without any, is shown on each side.
_AROUND = 36


@dataclass(frozen=True)
class Mark:
    """A clause that has figures: its hash and they."""

    hash: str
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Clause:
    """A mark and, while the text is at hand, where it stands in :func:`tidied` text."""

    mark: Mark
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Fingerprint:
    """A text by its hash, whatever its white space, and its clauses that have figures."""

    hash: str
    marks: tuple[Mark, ...]

    @property
    def figures(self) -> tuple[str, ...]:
        """All figures, in the order of the text."""
        return tuple(figure for mark in self.marks for figure in mark.figures)


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of ``text``."""
    return Fingerprint(_hash(text, 16), tuple(each.mark for each in clauses(tidied(text))))


def tidied(text: str) -> str:
    """``text`` without the crawler's stars, its numbers joined to their units."""
    return _PARTED.sub("", text.replace(_BOLD, " "))


def clauses(text: str) -> list[Clause]:
    """The clauses of a tidied text that have figures."""
    found = []
    start = 0
    for end in [*(each.start() for each in _BREAK.finditer(text)), len(text)]:
        words = text[start:end]
        if figures := figures_in(words):
            found.append(Clause(Mark(_hash(words, 8), figures), start, end))
        start = end + 1
    return found


def sentences(text: str, found: Iterable[Clause]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The sentences of a tidied text around clauses of it, with figures; neighbours are one."""
    near: list[Clause] = []
    for each in found:
        if near and each.start - near[-1].end > _AROUND:
            yield _together(text, near)
            near = []
        near.append(each)
    if near:
        yield _together(text, near)


def _together(text: str, near: list[Clause]) -> tuple[tuple[str, ...], str]:
    figures = tuple(figure for each in near for figure in each.mark.figures)
    return figures, _sentence(text, near[0].start, near[-1].end)


def _hash(text: str, length: int) -> str:
    bare = re.sub(r"[\s*]", "", plain(text))
    return sha256(bare.encode()).hexdigest()[:length]


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around ``text[start:end]``, cut where it is long."""
    before = _SENTENCE_END.split(text[max(0, start - _AROUND) : start])
    after = _SENTENCE_END.split(text[end : end + _AROUND], maxsplit=1)
    cut_before = len(before) == 1 and start > _AROUND
    cut_after = len(after) == 1 and end + _AROUND < len(text)
    words = " ".join((before[-1] + text[start:end] + after[0]).split())
    return "…" * cut_before + words + "…" * cut_after
