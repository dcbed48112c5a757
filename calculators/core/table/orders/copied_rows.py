"""Orders with rows that are the same, where no column numbers their sub-orders.

A file pasted twice and exports that overlap look so, and so does an order of equal items.
"""

from array import array
from collections.abc import Collection, Sequence

from calculators.core.definition import Definition
from calculators.core.table.cells import cells_at
from calculators.core.table.columns.layout import Layout
from calculators.core.table.orders.groups import repeated
from calculators.core.table.orders.item_contents import staying_columns

# Of a row so much is kept to tell it from others of its order.
_BITS, _PRINT = 32, 0xFFFFFFFF


class CopiedRows:
    """Looks at the rows of orders of several: eight bytes each, until they are settled.

    ``taken`` are the columns of the order's number and of inputs.
    """

    def __init__(self, definition: Definition, layout: Layout, taken: Collection[int]) -> None:
        self._cells = cells_at(staying_columns(definition, layout, taken))
        self._rows: array[int] = array("q")

    def see(self, at: int, own: Sequence[str], amount: int) -> None:
        """One more row of the order at a place, and its amount in fen."""
        # Rows of one order are few, so that the 32 bits that a hash has in a browser tell them.
        self._rows.append(at << _BITS | hash((amount, self._cells(own))) & _PRINT)

    def settle(self, size: int) -> bytearray:
        """Which of so many orders have a row that is the same as one above."""
        marks = bytearray(size)
        for row in repeated(self._rows):
            marks[row >> _BITS] = 1
        return marks
