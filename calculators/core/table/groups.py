"""Rows that belong to one order, wherever in a file they stand: few bytes a row, none of its text.

An order is known by the 64 bits that Python's own hash gives its number: a file would need billions
of orders before two of them are likely to share one.
"""

from array import array
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from heapq import merge

# Keys sorted at once.
_SORTED_AT_ONCE = 100_000

# Of what rows must agree in so much is kept: four bytes.
_PRINTS = 0x7FFFFFFF

# One bit a field that may differ, in a signed machine word.
MOST_FIELDS = 62


# The key of a row that is no order.
NO_KEY = -1


def repeated(keys: array[int]) -> array[int]:
    """The keys that occur more than once, in ascending order, without ``NO_KEY``."""
    found: array[int] = array("q")
    before = NO_KEY
    for key in _in_order(keys):
        if key == NO_KEY:
            continue
        if key == before and not (found and found[-1] == key):
            found.append(key)
        before = key
    return found


def _in_order(keys: array[int]) -> Iterator[int]:
    """The keys in ascending order, some at a time: a list of all takes five times their bytes."""
    chunks = [
        array("q", sorted(keys[at : at + _SORTED_AT_ONCE]))
        for at in range(0, len(keys), _SORTED_AT_ONCE)
    ]
    return merge(*chunks) if len(chunks) > 1 else iter(chunks[0] if chunks else ())


class Groups:
    """What the rows of each order that has several come to.

    ``keys`` are those of :func:`repeated`; ``fields`` the names of the inputs on which the rows
    must agree.
    """

    def __init__(self, keys: array[int], fields: Sequence[str]) -> None:
        size = len(keys)
        self._keys = keys
        self._fields = tuple(fields[:MOST_FIELDS])
        self._first = array("i", bytes(4 * size))
        self._unreadable = array("i", bytes(4 * size))
        self._differing = array("q", bytes(8 * size))
        self._fen = array("q", bytes(8 * size))
        self._seen = [array("i", bytes(4 * size)) for _ in self._fields]

    def at(self, key: int) -> int | None:
        """The place of an order among those with several rows; ``None`` for any other."""
        at = bisect_left(self._keys, key)
        return at if at < len(self._keys) and self._keys[at] == key else None

    def add(self, at: int, row: int, fen: int | None, others: Iterable[Hashable]) -> None:
        """One more ``row`` of an order: its amount (``None``: unreadable), its other inputs."""
        prints = [hash(each) % _PRINTS for each in others]
        if not self._first[at]:
            self._first[at] = row
            for seen, each in zip(self._seen, prints, strict=False):
                seen[at] = each
        for bit, (seen, each) in enumerate(zip(self._seen, prints, strict=False)):
            if seen[at] != each:
                self._differing[at] |= 1 << bit
        if fen is None:
            self._unreadable[at] = self._unreadable[at] or row
        else:
            self._fen[at] += fen

    def first(self, at: int) -> int:
        """The row on which the order's answer stands."""
        return self._first[at]

    def unreadable(self, at: int) -> int:
        """The first of its rows whose amount cannot be read; 0 where all can."""
        return self._unreadable[at]

    def differing(self, at: int) -> list[str]:
        """The inputs on which its rows disagree."""
        bits = self._differing[at]
        return [name for bit, name in enumerate(self._fields) if bits >> bit & 1]

    def total(self, at: int) -> Decimal:
        """What its rows add up to, in yuan."""
        return Decimal(self._fen[at]).scaleb(-2)
