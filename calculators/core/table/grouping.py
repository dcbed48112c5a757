"""Finds the rows of one order, wherever in a table they stand."""

from array import array
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from calculators.core.inputs.errors import InputError
from calculators.core.table import cells
from calculators.core.table.groups import NO_KEY, Groups, repeated
from calculators.core.table.lost_digits import all_rounded, has_lost_digits
from calculators.core.table.merging import SameAsAbove
from calculators.core.table.row_answers import Parsed, RowAnswers
from calculators.core.table.states import UNPAID, States
from calculators.core.table.sums import SumRows
from calculators.core.table.table import Table

# Rows gone through between two signs of progress: some tens of milliseconds on a phone.
PIECE = 200
_LOW, _HIGH = 0x7FFFFFFF, 0xFFFFFFFF
_FEN = 100
_NOTHING = Decimal(0)

type Numbered = Iterator[tuple[int, list[str]]]


class Grouping:
    """The rows of each order that has several, known by the column ``order`` of its number.

    ``adds`` are the inputs that add up over them; in all others they must agree.
    """

    def __init__(  # noqa: PLR0913 (what it looks at of a row)
        self,
        table: Table,
        order: int,
        adds: Collection[str],
        *,
        answers: RowAnswers,
        states: States,
        sums: SumRows,
    ) -> None:
        self._table = table
        self._layout = table.layout
        self._totals = table.totals
        self._columns = answers.columns
        self._order = order
        self._adds = adds
        self._answers = answers
        self._states = states
        self._sums = sums
        below = (row for row in table.layout.below if order < len(row))
        self._rounded = all_rounded(row[order] for row in below)
        self._keys: array[int] = array("q")
        self._agreeing = [name for name in answers.names if name not in adds]
        self.groups = Groups(array("q"), self._agreeing)

    def find(self, rows: Callable[[], Numbered]) -> Iterator[bytes]:
        """Go through ``rows``; empty pieces are signs of progress."""
        self._table.passes = 2
        keys: array[int] = array("q")
        for number, row in rows():
            keys.append(self._key(self._layout.parted(row)[0]))
            if not number % PIECE:
                yield b""
        again = repeated(keys)
        if not again:
            return
        self._table.passes = 3
        groups = Groups(again, self._agreeing)
        for at_row, (number, row) in enumerate(rows()):
            if (at := groups.at(keys[at_row])) is not None:
                own = self._layout.parted(row)[0]
                parsed = self._answers.parsed(own)
                others = [self._print(own, name, parsed[name]) for name in self._agreeing]
                fen = self._fen(own, parsed, begun=bool(groups.first(at)))
                groups.add(at, number, fen, others)
            if not number % PIECE:
                yield b""
        self._keys, self.groups = keys, groups

    def at(self, number: int) -> int | None:
        """The place among ``groups`` of the row's order; ``None`` where it has no other row."""
        return self.groups.at(self._keys[number - self._layout.first]) if self._keys else None

    def _key(self, own: Sequence[str]) -> int:
        """An order and its state in 63 bits; ``NO_KEY`` for what is no order, or is not counted."""
        cell = own[self._order]
        order = cells.bare(cell)
        if not order or self._sums.is_label(order):
            return NO_KEY
        whole = type(cell) is str and not self._rounded and order.isdigit()
        if not whole and has_lost_digits(cell, order, rounded=self._rounded):
            self._totals.lost_digits += 1
            return NO_KEY  # two orders may have one and the same
        if (state := self._states.of(own)) == UNPAID:
            return NO_KEY
        # Python's own hash has 32 bits in a browser: two of them, of two texts that always differ.
        return (hash(order) & _LOW) << 32 | hash(f"#{state}{order}") & _HIGH

    def _print(self, own: Sequence[str], name: str, value: Any) -> Hashable:
        """What rows of one order must agree in: what cannot be read has its text for a value."""
        return own[self._columns[name]] if type(value) is InputError else value

    def _fen(self, own: Sequence[str], parsed: Parsed, *, begun: bool) -> int | None:
        """The amount of a row; ``None`` where one of its cells is empty or cannot be read.

        ``begun``: rows of its order stand above, perhaps with an amount for all of them.
        """
        amounts = [
            _NOTHING if begun and type(own[self._columns[name]]) is SameAsAbove else parsed[name]
            for name in self._adds
        ]
        if all(type(amount) is Decimal for amount in amounts):
            return int(sum(amounts) * _FEN)
        return None
