"""Orders with rows that are the same, where no column numbers their sub-orders.

A file pasted twice and exports that overlap look so, and so does an order of equal items.
"""

from array import array
from collections.abc import Collection, Sequence

from calculators.core.definition import Definition
from calculators.core.table.columns.layout import Layout
from calculators.core.table.orders.groups import place, repeated
from calculators.core.table.orders.item_contents import staying_columns
from calculators.core.table.orders.order_numbers import key


class CopiedRows:
    """Looks at the rows of orders of several: twelve bytes each, until they are settled.

    ``taken`` are the columns of the order's number and of inputs.
    """

    def __init__(self, definition: Definition, layout: Layout, taken: Collection[int]) -> None:
        self._columns = staying_columns(definition, layout, taken)
        self._rows: array[int] = array("q")
        self._orders: array[int] = array("i")

    def see(self, at: int, own: Sequence[str], amount: int) -> None:
        """One more row of the order at a place, and its amount in fen."""
        cells = "\0".join([own[each] for each in self._columns])
        self._rows.append(key(f"{at} {amount} {cells}"))
        self._orders.append(at)

    def settle(self, size: int) -> bytearray:
        """Which of so many orders have a row that is the same as one above."""
        found, marks = repeated(self._rows), bytearray(size)
        if found:
            for order, each in zip(self._orders, self._rows, strict=True):
                if place(found, each) is not None:
                    marks[order] = 1
        return marks
