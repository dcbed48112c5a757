"""What is left of the amounts of orders of which a part was given back."""

from array import array

# What is told of an order: of its rows some say nothing of a refund, another amount, or none.
_SILENT, _OTHERWISE, _UNKNOWN = 1, 2, 4


class LessRefunds:
    """Adds up, in fen, what was given back of each of ``size`` orders of several rows.

    The same amount on each row is what the whole order was given back, unless it is said to be
    that of the row; else each row tells of itself.
    """

    def __init__(self, size: int) -> None:
        self._sum, self._first = (array("q", bytes(8 * size)) for _ in range(2))
        self._marks, self._begun = bytearray(size), bytearray(size)

    def add(self, at: int, back: int | None, *, of_row: bool = False) -> None:
        """One more row of an order, which says that so many fen were given ``back``.

        ``None``: that some were, and not how many. ``of_row``: they are those of the row alone.
        """
        if back is None:
            self._marks[at] |= _UNKNOWN
            back = 0
        if not self._begun[at]:
            self._begun[at], self._first[at] = 1, back
        elif of_row or back != self._first[at]:
            self._marks[at] |= _OTHERWISE
        if not back:
            self._marks[at] |= _SILENT
        self._sum[at] += back

    def of(self, at: int) -> int | None:
        """How many fen were given back of an order; ``None`` where only that some were is known."""
        if self._marks[at] & _UNKNOWN and not self._sum[at]:
            return None
        return self._sum[at] if self._marks[at] else self._first[at]
