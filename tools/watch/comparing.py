"""Two texts of one rule: which clauses have other figures, and which other words alone."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from tools.watch.figures import quantities
from tools.watch.fingerprint import Clause, Fingerprint, clauses, fingerprint, tidied
from tools.watch.reading import Read


@dataclass(frozen=True)
class Difference:
    """What is in one text alone; ``reworded`` clauses have the same figures at the same place.

    ``old`` and ``new`` are the tidied texts; the old one only where it lies at hand.
    """

    gone: tuple[Clause, ...]
    come: tuple[Clause, ...]
    reworded: int
    before: Fingerprint
    after: Fingerprint
    old: str | None
    new: str

    @property
    def same(self) -> bool:
        """Whether the texts are the same but for white space."""
        return self.before.hash == self.after.hash

    @property
    def in_figures(self) -> bool:
        """Whether any figure differs, not words alone."""
        return bool(self.gone or self.come)

    @property
    def figures_gone(self) -> tuple[str, ...]:
        """The figures that the newer text has nowhere."""
        return _only(self.before.figures, self.after.figures)

    @property
    def figures_come(self) -> tuple[str, ...]:
        """The figures that the older text had nowhere."""
        return _only(self.after.figures, self.before.figures)

    def lost(self, unit: str, value: object) -> bool:
        """Whether the older text had this quantity and the newer one has it no more."""
        quantity = (unit, value)
        return quantity in quantities(self.before.figures) and quantity not in quantities(
            self.after.figures
        )


def compare(read: Read, text: str) -> Difference:
    """How ``text`` differs from the one that was read."""
    old, new = tidied(read.text) if read.text else None, tidied(text)
    was = clauses(old) if old else [Clause(mark) for mark in read.print.marks]
    gone: list[Clause] = []
    come: list[Clause] = []
    reworded = 0
    for left, right in _unlike(was, clauses(new)):
        same = _paired(left, right)
        reworded += same.total()
        gone += _without(left, same)
        come += _without(right, same)
    return Difference(
        tuple(gone), tuple(come), reworded, read.print, fingerprint(text), old=old, new=new
    )


def _unlike(old: list[Clause], new: list[Clause]) -> Iterator[tuple[list[Clause], list[Clause]]]:
    """The stretches that differ, without what only stands elsewhere: a table may have moved."""
    hashes = [each.mark.hash for each in old], [each.mark.hash for each in new]
    fewer, more = (Counter(first) - Counter(second) for first, second in (hashes, hashes[::-1]))
    for kind, *(a, b, c, d) in SequenceMatcher(None, *hashes, autojunk=False).get_opcodes():
        if kind != "equal":
            yield list(_taken(old[a:b], fewer)), list(_taken(new[c:d], more))


def _taken(stretch: Iterable[Clause], surplus: Counter[str]) -> Iterator[Clause]:
    for each in stretch:
        if surplus[each.mark.hash] > 0:
            surplus[each.mark.hash] -= 1
            yield each


def _paired(left: list[Clause], right: list[Clause]) -> Counter[tuple[str, ...]]:
    """The figures that clauses of both sides have alike, and how often."""
    return Counter(each.mark.figures for each in left) & Counter(
        each.mark.figures for each in right
    )


def _without(stretch: list[Clause], same: Counter[tuple[str, ...]]) -> Iterator[Clause]:
    left = same.copy()
    for each in stretch:
        if left[each.mark.figures] > 0:
            left[each.mark.figures] -= 1
        else:
            yield each


def _only(figures: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in figures if each not in others))
