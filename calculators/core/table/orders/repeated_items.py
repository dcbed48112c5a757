"""Sub-orders that stand in a file more than once: an export pasted twice, or two that overlap."""

from array import array
from collections.abc import Sequence

from calculators.core.table import cells
from calculators.core.table.columns.layout import Layout
from calculators.core.table.names import columns_called
from calculators.core.table.orders.groups import APART, NO_KEY, place, repeated
from calculators.core.table.orders.items_by_contents import ItemsByContents
from calculators.core.table.orders.order_numbers import OrderNumbers, in_one_writing, key

# Of an amount so much is kept to tell it from others: four bytes.
_PRINTS = 0x7FFFFFFE
_NO_AMOUNT = _PRINTS + 1
# The last bit of a key tells a sub-order that has its order's number from the rest.
_UNNUMBERED = 1


class RepeatedItems:
    """Finds the rows of sub-orders that have stood above, by the ``column`` of their numbers.

    ``order`` is that of the orders'. Rows are known by their places among all. Eight bytes a row
    while they are looked for, then as many for each row of a sub-order that comes again, and
    sixteen for that sub-order.
    """

    def __init__(self, layout: Layout, column: int, order: int) -> None:
        self._numbers = OrderNumbers(layout, column)
        self.column = column
        self._order = order
        self._keys: array[int] = array("q")
        # The rows that may come again, ascending, and the place of each one's sub-order.
        self._rows: array[int] = array("i")
        self._items: array[int] = array("i")
        self._amounts: array[int] = array("q")
        self._again: array[int] = array("i")
        # Of the sub-orders, those that have no number but their order's.
        self._unnumbered = bytearray()
        self.size = 0

    def note(self, own: Sequence[str], order: int) -> None:
        """One more row, and the key of its order."""
        self._keys.append(self._key(own, order))

    def settle(self) -> None:
        """All rows were noted: ``size`` is how many sub-orders come again."""
        found = repeated(self._keys)
        if found:
            for row, each in enumerate(self._keys):
                if each != NO_KEY and (at := place(found, each)) is not None:
                    self._rows.append(row)
                    self._items.append(at)
        self._keys = array("q")
        self._unnumbered = bytearray(each & _UNNUMBERED for each in found)
        self._resize(len(found))

    @property
    def any_unnumbered(self) -> bool:
        """Whether rows come again of sub-orders that have no number but their order's."""
        return any(self._unnumbered)

    def is_unnumbered(self, row: int) -> bool:
        """Whether a row is one of these."""
        at = self._at(row)
        return at is not None and at < len(self._unnumbered) and bool(self._unnumbered[at])

    def take_contents(self, told: ItemsByContents) -> None:
        """Which of these are the same is known by what stands in their rows."""
        rows, size = iter(self._rows), self.size
        at = 0
        for row, item in zip(told.rows, told.items, strict=True):
            while next(rows) != row:
                at += 1
            self._items[at] = NO_KEY if item == NO_KEY else size + item
            at += 1
        self._resize(size + told.count)

    def _resize(self, size: int) -> None:
        self.size = size
        # Of the part of a sub-order that counts, and of one that was undone.
        self._amounts = array("q", bytes(16 * size))

    def at(self, row: int, order: int) -> int | None:
        """The place of a row's sub-order among those that come again.

        ``order`` is the key of its order, which may count no more.
        """
        return None if order <= NO_KEY else self._at(row)

    def _at(self, row: int) -> int | None:
        if (at := place(self._rows, row)) is None or self._items[at] == NO_KEY:
            return None
        return self._items[at]

    def again(self, row: int, order: int, number: int, amount: int | None) -> bool | None:
        """Whether a row repeats one above with the same ``amount`` in fen.

        ``None`` where it repeats one with another amount. Once for each row from the top, which is
        the one of that ``number``.
        """
        if (at := self.at(row, order)) is None:
            return False
        at = 2 * at + (order & APART)
        kept = (_NO_AMOUNT if amount is None else amount % _PRINTS) + 1
        if not (before := self._amounts[at]):
            self._amounts[at] = kept
            return False
        if before != kept:
            return None
        self._again.append(number)
        return True

    def is_again(self, number: int) -> bool:
        """Whether the row of that number was found to repeat one above."""
        return bool(self._again) and place(self._again, number) is not None

    @property
    def count(self) -> int:
        """How many rows repeat one above."""
        return len(self._again)

    def _key(self, own: Sequence[str], order: int) -> int:
        """63 bits for a sub-order of the ``order``; ``NO_KEY`` where its number is not known."""
        if order <= NO_KEY:
            return NO_KEY
        order &= ~APART
        if not (number := self._numbers.usual(own)):
            number = self._numbers.of(own)
            if not number or not self._numbers.is_whole(own, number):
                return NO_KEY
            number = in_one_writing(number)
        whole = own[self._order]
        if number == whole or (not whole.isdigit() and number == in_one_writing(cells.bare(whole))):
            # No number of its own: what stands in the row tells it from others of the order.
            return order | _UNNUMBERED
        return key(f"{order} {number}") & ~_UNNUMBERED


def column_called(layout: Layout, names: Sequence[str], order: int) -> int | None:
    """The column that is called by the first of ``names``, if any; not that of the orders."""
    keys = layout.keys
    return next((at for at in columns_called(keys, names) if at != order), None)
