"""What was given back of orders over several rows: of the whole, or of some rows alone.

Exports differ: some write on each row what was given back of it, some write what was given back of
the order on the first of its rows, or on each.
"""

from array import array

from calculators.core.table.orders.groups import NO_KEY, place, repeated

# The part of a key that tells an order.
_ORDER = ~1
# What is told of an order.
_SEVERAL, _SILENT, _OTHERWISE, _NOT_AS_PAID, _ALL_OF_ROW = 1, 2, 4, 8, 16
_TOLD_BY_ROWS = _SEVERAL | _SILENT | _OTHERWISE


class OrderRefunds:
    """Adds up, for each order of several rows, its amounts and what was given back, in fen.

    ``keys`` are those of all rows.
    """

    def __init__(self, keys: array[int]) -> None:
        self._keys = repeated(array("q", (key & _ORDER if key > NO_KEY else key for key in keys)))
        size = len(self._keys)
        self._paid, self._back, self._each = (array("q", bytes(8 * size)) for _ in range(3))
        self._marks = bytearray(size)

    @property
    def size(self) -> int:
        """How many orders have several rows."""
        return len(self._keys)

    def see(self, key: int, paid: int | None, back: int) -> None:
        """One row; its amounts are those of the order where no other row has any."""
        if (at := self._at(key)) is None:
            return
        if back and self._each[at] and back != self._each[at]:
            self._marks[at] |= _SEVERAL
        self._marks[at] |= 0 if back else _SILENT
        self._marks[at] |= 0 if back == paid else _NOT_AS_PAID
        self._marks[at] |= _ALL_OF_ROW if paid and back >= paid else 0
        self._each[at] = back or self._each[at]
        self._paid[at] += paid or 0
        self._back[at] += back

    def leave(self, key: int) -> None:
        """Something else than amounts tells what became of one of the rows."""
        if (at := self._at(key)) is not None:
            self._marks[at] |= _OTHERWISE

    def all_of(self, key: int) -> bool | None:
        """Whether all of an order was given back; ``None`` where each row tells that of itself."""
        at = self._at(key)
        if at is None or not self._back[at] or self._marks[at] & _OTHERWISE:
            return None
        if self._is_of_order(at):
            return self._each[at] >= self._paid[at]
        return True if self._back[at] >= self._paid[at] else None

    @property
    def repeated(self) -> int:
        """How many orders have on each row what is taken once, and is all that one row came to."""
        return sum(
            self._is_of_order(at) and self._each[at] < self._paid[at]
            for at, marks in enumerate(self._marks)
            if marks & _ALL_OF_ROW
        )

    def _is_of_order(self, at: int) -> bool:
        """Whether the same on each row is what the order was given back.

        It is more than was paid, or not what was paid in each row.
        """
        if self._marks[at] & _TOLD_BY_ROWS or not self._back[at]:
            return False
        return bool(self._marks[at] & _NOT_AS_PAID) or self._back[at] > self._paid[at]

    def _at(self, key: int) -> int | None:
        return place(self._keys, key & _ORDER) if key > NO_KEY else None
