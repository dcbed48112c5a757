"""Finds the rows of one order, wherever in a table they stand."""

from array import array
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from calculators.core.inputs.errors import InputError
from calculators.core.table.groups import NO_KEY, Groups, repeated
from calculators.core.table.labels import is_label
from calculators.core.table.merging import SameAsAbove
from calculators.core.table.order_numbers import OrderNumbers, key
from calculators.core.table.row_answers import Parsed, RowAnswers
from calculators.core.table.states import UNPAID, States
from calculators.core.table.table import Table

# Rows gone through between two signs of progress: some tens of milliseconds on a phone.
PIECE = 200
_FEN = 100
_NOTHING = Decimal(0)

type Numbered = Iterator[tuple[int, list[str]]]


class Grouping:
    """The rows of each order that has several, known by the column ``order`` of its number.

    ``adds`` are the inputs that add up over them; in all others they must agree.
    """

    def __init__(
        self,
        table: Table,
        order: int,
        adds: Collection[str],
        *,
        answers: RowAnswers,
        states: States,
    ) -> None:
        self._table = table
        self._layout = table.layout
        self._totals = table.totals
        self._columns = answers.columns
        self._numbers = OrderNumbers(table.layout, order)
        # Where it stands once more, further down, it is no order's number.
        self._heading = table.layout.headings[order].strip()
        self._adds = adds
        self._answers = answers
        self._states = states
        self._keys: array[int] = array("q")
        self._agreeing = [name for name in answers.names if name not in adds]
        self.groups = Groups(array("q"), self._agreeing)

    def find(
        self, rows: Callable[[], Numbered], seen: Callable[[Sequence[str]], None] | None
    ) -> Iterator[bytes]:
        """Go through ``rows``; empty pieces are signs of progress. ``seen`` is told their cells."""
        self._table.passes = 2
        keys: array[int] = array("q")
        for number, row in rows():
            own = self._layout.parted(row)[0]
            keys.append(self._key(own))
            if seen:
                seen(own)
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
        order = self._numbers.of(own)
        if not order or order == self._heading or is_label(order):
            return NO_KEY
        if not self._numbers.is_whole(own, order):
            self._totals.lost_digits += 1
            return NO_KEY
        if (state := self._states.of(own)) == UNPAID:
            return NO_KEY
        return key(order, state)

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
