"""In which rows of the orders that have several the amounts stand: in each, or in the first alone.

Exports differ: some repeat what an order comes to on each of its rows, some write it on the first.
"""

from array import array
from functools import cached_property

from calculators.core.inputs.errors import ErrorDetails

# Of one order it may be an oversight that a further row lacks its amount, if it has all else.
_FEWEST = 2
# Of an amount so much is kept to tell it from others: four bytes.
_PRINTS = 0x7FFFFFFF
# Of the further rows of an order some have the amount of the first, another one, or none.
_SAME, _OTHER, _NONE = 1, 2, 4


def is_empty(amount: ErrorDetails) -> bool:
    """Whether a row has no amount because its cell is empty."""
    return amount.code == "required"


class WhereAmountsStand:
    """What the rows of all orders with several have in common; ``size`` is how many there are.

    ``first_empties`` has the first further row of each that lacks an amount of its own, or 0.
    """

    def __init__(self, size: int) -> None:
        self._prints = array("i", bytes(4 * size))
        self.first_empties = array("i", bytes(4 * size))
        self._why: ErrorDetails | None = None
        self._orders_with_empty = 0
        self._first_alone = self._silent = True
        self._marks = bytearray(size)
        self._copied = bytearray()

    def add(
        self, at: int, row: int, amount: int | ErrorDetails, *, begun: bool, silent: bool
    ) -> None:
        """One more ``row`` of the order at a place: its amount in fen, or why there is none.

        ``begun``: it is not the first of its order; ``silent``: it says nothing of the order.
        """
        if isinstance(amount, int):
            if not begun:
                self._prints[at] = amount % _PRINTS
                return
            self._first_alone = False
            same = amount % _PRINTS == self._prints[at]
            self._marks[at] |= _NONE if amount <= 0 else _SAME if same else _OTHER
        elif not is_empty(amount):
            self._marks[at] |= _NONE
            # A fault of the row says nothing of its amount, nor does a first one that is not read.
            self._first_alone &= not (begun and amount.field)
        elif not begun:
            self._first_alone = False
            self._marks[at] |= _NONE
        else:
            self._marks[at] |= _NONE
            self._silent &= silent
            if not self.first_empties[at]:
                self._orders_with_empty += 1
                self.first_empties[at] = row
                self._why = amount

    @cached_property
    def in_first_rows(self) -> int:
        """How many orders have their amount in the first row, if all orders of several rows do.

        To be asked once all rows were added.
        """
        known = self._first_alone and (self._silent or self._orders_with_empty >= _FEWEST)
        return self._orders_with_empty if known else 0

    @property
    def alike(self) -> int:
        """How many orders have one and the same amount in each row, if fewer have others.

        Else each row has its own, and equal ones are equal by chance.
        """
        same = self._marks.count(_SAME)
        others = sum(map(self._marks.count, (_OTHER, _OTHER | _SAME)))
        return same if same > others else 0

    def is_told(self, at: int) -> bool:
        """Whether the order is one of those that are ``in_first_rows``, or else ``alike``."""
        return bool(self.first_empties[at]) if self.in_first_rows else self._marks[at] == _SAME

    def take_copied(self, copied: bytearray, *, but_alike: bool) -> None:
        """The orders, by their places, with rows that are the same, perhaps but those ``alike``."""
        pairs = zip(copied, self._marks, strict=True)
        self._copied = bytearray(one and not (but_alike and mark == _SAME) for one, mark in pairs)

    def is_copied(self, at: int) -> bool:
        """Whether the order is one of these."""
        return bool(self._copied and self._copied[at])

    def first_empty(self, at: int) -> tuple[int, ErrorDetails] | None:
        """The first further row of an order that lacks an amount of its own, and the fault."""
        row = self.first_empties[at]
        if not row or self._why is None or self.in_first_rows:
            return None
        return row, self._why
