"""Rows that say nothing of their state, or of their platform: another row of their order does.

Such exports leave on the further rows of an order all cells empty that hold for the order, perhaps
with an amount of each item. Once sorted, the row that tells them is not always the first.
"""

from array import array
from collections.abc import Collection, Iterator, Sequence

from calculators.core.table import cells
from calculators.core.table.orders.groups import APART, NO_KEY, distinct, place, repeated, unpaid
from calculators.core.table.orders.states.outside import OTHER_PLATFORM
from calculators.core.table.orders.states.states import States

# How nothing is written as an amount.
_ZERO, _DIGITS = "0.¥￥元 \t", "123456789"
# What an order's rows say that became of it: of several the least.
_UNKNOWN, _COUNTED, _UNDONE, _UNPAID = range(4)
# What a row without a state has of its own: no amount; one; one, and a word that nothing was asked
# for after its sale.
_BARE, _AMOUNT, _DENIES = range(3)


class RowsBelow:
    """The rows of orders that take their state from the others of their order.

    ``amounts`` are the columns of what adds up, ``told`` those of the state of a row, which
    ``states`` reads.
    """

    def __init__(
        self,
        amounts: Collection[int],
        told: Collection[int],
        states: States,
    ) -> None:
        self._amounts = tuple(amounts)
        self._states = tuple(told)
        # Never empty where each row tells its own.
        self._of_status = states.of_status
        self._platforms = states.platforms
        self._after_sale = states.of_after_sale
        self._rows: array[int] = array("i")
        self._have = bytearray()
        # The undone ones of which no status says it: an amount does, or what was asked for.
        self._by_amount: array[int] = array("i")
        self._by_request: array[int] = array("i")
        # Those that leave the status to others, and say what was asked for after the sale.
        self._unstated: array[int] = array("i")
        # Those that do not say where they were sold.
        self._unplaced: array[int] = array("i")
        # The orders of rows that are never of one that counts, by why; and the rows below them.
        self._left: dict[str, array[int]] = {}
        self._below: dict[str, array[int]] = {}

    def says_nothing(self, own: Sequence[str]) -> bool:
        """Whether neither an amount above zero nor anything of its state stands in a row."""
        return not self._has_amount(own) and self._lacks_state(own)

    def _has_amount(self, own: Sequence[str]) -> bool:
        for at in self._amounts:
            cell = own[at]
            if cell and cell[0] in _DIGITS:  # as nearly all are
                return True
            if (rest := cell.strip(_ZERO)) and (rest[0] in _DIGITS or cells.bare(cell)):
                return True
        return False

    def _lacks_state(self, own: Sequence[str]) -> bool:
        return not _any_filled(own, self._states)

    def note(self, row: int, own: Sequence[str]) -> None:
        """One row, by its place among all: it is kept if it says nothing of its state."""
        if self._platforms and not _any_filled(own, self._platforms):
            self._unplaced.append(row)
        has_amount = self._has_amount(own)
        if has_amount and (not self._of_status or _any_filled(own, self._of_status)):
            return
        if self._lacks_state(own):
            self._rows.append(row)
            denies = has_amount and any(own[at] for at in self._after_sale)
            self._have.append(_DENIES if denies else _AMOUNT if has_amount else _BARE)
        elif has_amount:
            self._unstated.append(row)

    def undone_alone(self, row: int, *, by_amount: bool) -> None:
        """One row that was undone, as its status does not say.

        What is said so of a sub-order is not said of the others of its order.
        """
        (self._by_amount if by_amount else self._by_request).append(row)

    def leave(self, order: int, kind: str) -> None:
        """One row of an ``order`` that never counts, and why."""
        self._left.setdefault(kind, array("q")).append(order)

    @property
    def may_leave(self) -> bool:
        """Whether there are any such, whose other rows may leave it to them."""
        return bool(self._left)

    def left(self, row: int) -> str:
        """Why the row at a place among all is of no order that counts, if another row says so."""
        found = (kind for kind, rows in self._below.items() if place(rows, row) is not None)
        return next(found, "")

    def settle(self, keys: array[int]) -> bool:
        """Give each of the rows noted the key of its order's others; whether any has changed.

        ``keys`` are those of all rows. A row with an amount stays as it is where further rows of
        some order tell their own states.
        """
        if any(self._have) and self._any_told(keys):
            self._rows = array("i", (row for row, has in self._each() if has == _BARE))
            self._have = bytearray(len(self._rows))
        orders = distinct(array("q", (_order(keys[row]) for row in self._rows)))
        told = self._told_by_others(orders, keys)
        # By what a row has of its own.
        tellings = [told, told, told]
        if self._by_amount or self._by_request:
            by_amount, by_request = self._by_amount, self._by_request
            tellings[_AMOUNT] = self._told_by_others(orders, keys, by_amount)
            tellings[_DENIES] = self._told_by_others(orders, keys, by_amount, by_request)
        changed = False
        for row, has in self._each():
            order = _order(keys[row])
            became = tellings[has][place(orders, order) or 0]
            if became in {_UNDONE, _UNPAID}:
                keys[row] = order | APART if became == _UNDONE else unpaid(order)
                changed = True
        untold = array("i", (row for row in self._rows if not _is_told(orders, told, keys[row])))
        for kind, named in self._left.items():
            silent = self._unplaced if kind == OTHER_PLATFORM else untold
            left = distinct(named)
            found = (row for row in silent if place(left, _order(keys[row])) is not None)
            below = array("i", found)
            for row in below:
                keys[row] = NO_KEY
            self._below[kind] = below
            changed = changed or bool(below)
        return changed

    def _each(self) -> Iterator[tuple[int, int]]:
        """The rows that were noted, each with what it has of its own."""
        return zip(self._rows, self._have, strict=True)

    def _told_by_others(
        self, orders: array[int], keys: array[int], *alone: array[int]
    ) -> bytearray:
        """What became of each of the ``orders`` by its rows that tell it, wherever they stand.

        Where they differ, it is that of the rows which count; those undone ``alone`` leave that of
        the others open.
        """
        told = bytearray(len(orders))
        for row, key in self._telling(keys):
            if (at := place(orders, _order(key))) is not None:
                undone = key & APART and all(place(each, row) is None for each in alone)
                became = _UNPAID if key < NO_KEY else _UNDONE if undone else _COUNTED
                told[at] = min(told[at] or became, became)
        return told

    def _any_told(self, keys: array[int]) -> bool:
        """Whether a row tells a state of which the order has another above that does."""
        unstated = self._unstated
        told = (key for row, key in self._telling(keys) if place(unstated, row) is None)
        return bool(repeated(array("q", map(_order, told))))

    def _telling(self, keys: array[int]) -> Iterator[tuple[int, int]]:
        """The rows that tell their own states, with their keys."""
        silent = iter(self._rows)
        coming = next(silent, None)
        for row, key in enumerate(keys):
            if row == coming:
                coming = next(silent, None)
            elif key != NO_KEY:
                yield row, key


def _order(key: int) -> int:
    """The key of an order whatever became of the row that has this one."""
    return (unpaid(key) if key < NO_KEY else key) & ~APART


def _any_filled(own: Sequence[str], columns: Sequence[int]) -> bool:
    return any(own[at] and cells.bare(own[at]) for at in columns)


def _is_told(orders: array[int], told: bytearray, key: int) -> bool:
    """Whether any row of the order says what became of it."""
    at = place(orders, _order(key))
    return at is not None and told[at] != _UNKNOWN
