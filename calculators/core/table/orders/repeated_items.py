"""Sub-orders that stand in a file more than once: an export pasted twice, or two that overlap."""

from array import array
from collections.abc import Sequence

from calculators.core.table.columns.layout import Layout
from calculators.core.table.names import columns_called
from calculators.core.table.names import key as heading_key
from calculators.core.table.orders.groups import APART, NO_KEY, place, repeated
from calculators.core.table.orders.order_numbers import OrderNumbers, key

# Of an amount so much is kept to tell it from others: four bytes.
_PRINTS = 0x7FFFFFFE
_NO_AMOUNT = _PRINTS + 1


class RepeatedItems:
    """Finds the rows of sub-orders that have stood above, by the ``column`` of their numbers.

    ``order`` is that of the orders'. Eight bytes a row while they are looked for, and then
    twenty-four for each sub-order that comes again.
    """

    def __init__(self, layout: Layout, column: int, order: int) -> None:
        self._numbers = OrderNumbers(layout, column)
        self._column = column
        self._order = order
        self._keys: array[int] = array("q")
        self._repeated: array[int] = array("q")
        self._amounts: array[int] = array("q")
        self._rows: array[int] = array("i")

    def note(self, own: Sequence[str], order: int) -> None:
        """One more row, and the key of its order."""
        self._keys.append(self._key(own, order))

    def settle(self) -> None:
        """All rows were noted."""
        self._repeated = repeated(self._keys)
        self._keys = array("q")
        # Of the part of a sub-order that counts, and of one that was undone.
        self._amounts = array("q", bytes(16 * len(self._repeated)))

    @property
    def size(self) -> int:
        """How many sub-orders come again."""
        return len(self._repeated)

    def at(self, own: Sequence[str], order: int) -> int | None:
        """The place of a row's sub-order among those that come again."""
        return place(self._repeated, self._key(own, order)) if self._repeated else None

    def again(self, own: Sequence[str], order: int, number: int, amount: int | None) -> bool | None:
        """Whether a row repeats one above with the same ``amount`` in fen.

        ``None`` where it repeats one with another amount. Once for each row from the top, which is
        the one of that ``number``.
        """
        if (at := self.at(own, order)) is None:
            return False
        at = 2 * at + (order & APART)
        kept = (_NO_AMOUNT if amount is None else amount % _PRINTS) + 1
        if not (before := self._amounts[at]):
            self._amounts[at] = kept
            return False
        if before != kept:
            return None
        self._rows.append(number)
        return True

    def is_again(self, number: int) -> bool:
        """Whether the row of that number was found to repeat one above."""
        return bool(self._rows) and place(self._rows, number) is not None

    @property
    def count(self) -> int:
        """How many rows repeat one above."""
        return len(self._rows)

    def _key(self, own: Sequence[str], order: int) -> int:
        """63 bits for a sub-order of the ``order``; ``NO_KEY`` where its number is not known."""
        if order <= NO_KEY:
            return NO_KEY
        order &= ~APART
        if not (number := self._numbers.usual(own)):
            number = self._numbers.of(own)
            if not number or not self._numbers.is_whole(own, number):
                return NO_KEY
        if own[self._column].strip() == own[self._order].strip():
            # No number of its own: nothing but the whole row tells it from others of the order.
            number = "\0".join(own)
        return key(f"{order} {number}")


def column_called(layout: Layout, names: Sequence[str], order: int) -> int | None:
    """The column that is called by the first of ``names``, if any; not that of the orders."""
    keys = [heading_key(each) for each in layout.headings]
    return next((at for at in columns_called(keys, names) if at != order), None)
