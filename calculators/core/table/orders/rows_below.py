"""Rows that say neither an amount nor a state: an order's first row alone says what became of it.

Such exports leave on the further rows of an order all cells empty that hold for the order.
"""

from array import array
from collections.abc import Collection, Sequence

from calculators.core.table import cells
from calculators.core.table.orders.groups import APART, NO_KEY, distinct, place, unpaid

# How nothing is written as an amount.
_ZERO, _DIGITS = "0.¥￥元 \t", "123456789"
# What an order's first row says that became of it.
_UNKNOWN, _COUNTED, _UNDONE, _UNPAID = range(4)


class RowsBelow:
    """The rows of orders that take their state from the first row of their order.

    ``amounts`` and ``states`` are the columns of what adds up, and of the state of a row.
    """

    def __init__(self, amounts: Collection[int], states: Collection[int]) -> None:
        self._amounts = tuple(amounts)
        self._states = tuple(states)
        self._rows: array[int] = array("i")

    def says_nothing(self, own: Sequence[str]) -> bool:
        """Whether neither an amount above zero nor anything of its state stands in a row."""
        for at in self._amounts:
            cell = own[at]
            if (rest := cell.strip(_ZERO)) and (rest[0] in _DIGITS or cells.bare(cell)):
                return False
        return not any(own[at] and cells.bare(own[at]) for at in self._states)

    def note(self, row: int) -> None:
        """One such row, by its place among all."""
        self._rows.append(row)

    def settle(self, keys: array[int]) -> bool:
        """Give each of the rows noted the key of its order's first row; whether any has changed.

        ``keys`` are those of all rows. What stands above the first row that says something stays.
        """
        orders = distinct(array("q", (keys[row] for row in self._rows)))
        firsts = bytearray(len(orders))
        rows, changed = iter(self._rows), False
        coming = next(rows, None)
        for row, key in enumerate(keys):
            if key == NO_KEY:
                continue
            order = (unpaid(key) if key < NO_KEY else key) & ~APART
            if (at := place(orders, order)) is None:
                continue
            if row == coming:
                coming = next(rows, None)
                if firsts[at] in {_UNDONE, _UNPAID}:
                    keys[row] = order | APART if firsts[at] == _UNDONE else unpaid(order)
                    changed = True
            elif firsts[at] == _UNKNOWN:
                firsts[at] = _UNPAID if key < NO_KEY else _UNDONE if key & APART else _COUNTED
        return changed
