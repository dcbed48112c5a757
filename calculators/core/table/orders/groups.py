"""Rows that belong to one order, wherever in a file they stand: few bytes a row, none of its text.

An order is known by the 64 bits that Python's own hash gives its number: a file would need billions
of orders before two of them are likely to share one.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from heapq import merge
from operator import itemgetter

from calculators.core.arithmetic.money import FEN
from calculators.core.inputs.errors import ErrorDetails
from calculators.core.table.orders.statuses import Statuses
from calculators.core.table.orders.told_below import ToldBelow
from calculators.core.table.orders.where_amounts_stand import WhereAmountsStand, is_empty

# Keys sorted at once.
_SORTED_AT_ONCE = 100_000
# Of so many keys a table is made, which takes a hundred bytes each and a tenth of the time.
_AT_HAND = 50_000

# Of what rows must agree in so much is kept: four bytes.
_PRINTS = 0x7FFFFFFF

# A row has no amount because it has a cell too many, or one in yuan because it names another
# currency, which are no faults of an input.
TOO_WIDE, FOREIGN = ErrorDetails("", "too_many_cells"), ErrorDetails("", "foreign")
OF_ROWS = (TOO_WIDE, FOREIGN)
# Its amount was added up above, where the same part of its order stands.
AGAIN = ErrorDetails("", "again")
# Other reasons are few: an input and an error's code each.
_MOST_REASONS = 100

# Of what a row says nothing, so that it agrees with whatever another says.
UNSAID = object()
_UNSAID = _NO_PRINT = -1
_EMPTY = hash(None) % _PRINTS

# In the place of a moment that nobody knows.
_SOME_DAY = date.min

# Of one order it may be a part that waits, if no other cell is left empty.
_FEWEST = 2

# One bit a field that may differ, in a signed machine word.
MOST_FIELDS = 62


# The key of a row that is no order; those of rows that do not count are below it.
NO_KEY = -1

# What is told of an order while it is answered, a bit each.
_REFUSED, _UNKNOWN = 1, 2

# The last bit of a key tells a part of an order that was undone from the rest.
APART = 1


def repeated(keys: array[int]) -> array[int]:
    """The keys of counted rows that occur more than once, in ascending order."""
    found: array[int] = array("q")
    before = NO_KEY
    for key in _in_order(keys):
        if key != before:  # as nearly all are
            before = key
        elif key > NO_KEY and not (found and found[-1] == key):
            found.append(key)
    return found


def parted(keys: array[int]) -> array[int]:
    """The keys of the undone parts of orders whose other rows were not undone, ascending."""
    found: array[int] = array("q")
    before = NO_KEY
    for key in _in_order(keys):
        if key > NO_KEY and key & APART and key != before and key ^ APART == before:
            found.append(key)
        before = key
    return found


def distinct(keys: array[int]) -> array[int]:
    """The keys, each once, in ascending order."""
    found: array[int] = array("q")
    for key in _in_order(keys):
        if not found or found[-1] != key:
            found.append(key)
    return found


def place(keys: array[int], key: int) -> int | None:
    """Where ``key`` is among ``keys``, which ascend; ``None`` where it is not."""
    at = bisect_left(keys, key)
    return at if at < len(keys) and keys[at] == key else None


def placing(keys: array[int]) -> Callable[[int], int | None]:
    """:func:`place` among ``keys`` for each row of a file."""
    if len(keys) <= _AT_HAND:
        return {key: at for at, key in enumerate(keys)}.get
    return partial(place, keys)


def _print(value: Hashable) -> int:
    """Of what a row says so much as tells it from others."""
    return _UNSAID if value is UNSAID else hash(value) % _PRINTS


def unpaid(key: int) -> int:
    """What stands for a row of an order that was never paid, and the key again for that."""
    return -2 - key


def order_of(key: int) -> int:
    """The key of a row's order, whether or not the row was paid or undone; ``NO_KEY`` for none."""
    if key == NO_KEY:
        return key
    return (unpaid(key) if key < NO_KEY else key) & ~APART


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
    must agree, of which those of ``shipping`` are moments of the parcels, and those ``of_order``
    need not stand in each row.
    """

    def __init__(
        self,
        keys: array[int],
        fields: Sequence[str],
        shipping: Collection[str] = (),
        of_order: Collection[str] = (),
    ) -> None:
        size = len(keys)
        self._keys = keys
        self._fields = tuple(fields[:MOST_FIELDS])
        self._first = array("i", bytes(4 * size))
        self._unreadable = array("i", bytes(4 * size))
        self._differing = array("q", bytes(8 * size))
        self._amounts_differ = bytearray(size)
        # Where a further row is empty, and the fields of which any further row says something, or
        # leaves to the first one.
        self._empty = array("q", bytes(8 * size))
        self._told = self._left = 0
        self._meant = -1
        self._shipping, self._of_order = (
            sum(1 << bit for bit, name in enumerate(self._fields) if name in names)
            for names in (shipping, of_order)
        )
        self._fen = array("q", bytes(8 * size))
        self._seen = [array("i", bytes(4 * size)) for _ in self._fields]
        # All of it at once; whether a further row says just the same, or leaves open what it does.
        self._seen_first = array("i", bytes(4 * size))
        self._repeated = bytearray(size)
        self._left_open = bytearray(size)
        self._below = [ToldBelow(size) for _ in self._fields]
        self._why = array("h", bytes(2 * size))
        self._reasons = [*OF_ROWS]
        self._paid = bytearray(size)
        self._marks = bytearray(size)
        self.statuses = Statuses(size)
        self._undone_at = ToldBelow(size)
        self._plain = bytearray(size)
        self._alike = bytearray()
        self._earliest: Mapping[str, ToldBelow] = {}
        self.amounts = WhereAmountsStand(size)

    @property
    def size(self) -> int:
        """How many orders have several rows."""
        return len(self._keys)

    def lack(self, at: int, row: int, why: ErrorDetails) -> None:
        """A ``row`` of an order has no amount, and why; the first such row is kept."""
        if not self._unreadable[at]:
            self._unreadable[at] = row
            self._why[at] = self._numbered(why)

    def add(  # noqa: PLR0913 (what is told of a row)
        self,
        at: int,
        row: int,
        amount: int | ErrorDetails,
        others: Sequence[Hashable],
        *,
        paid: bool = True,
        silent: bool = True,
        waits: bool = False,
    ) -> None:
        """One more ``row`` of an order: its amount in fen, or why there is none; its other inputs.

        ``paid``: nothing in the row says that it was not; ``silent``: nor anything of the order;
        ``waits``: its status says that it was not shipped.
        """
        begun, whole = self._first[at] > 0, hash(tuple(others)) % _PRINTS
        if not begun:
            self._first[at] = row
            self._seen_first[at] = whole
            for seen, each in zip(self._seen, others, strict=False):
                seen[at] = _print(each)
        elif whole == self._seen_first[at]:
            self._repeated[at] = 1
        else:
            self._compare(at, others, waits=waits)
        self._paid[at] |= paid
        if amount is AGAIN:
            return
        self.amounts.add(at, row, amount, begun=begun, silent=silent)
        if isinstance(amount, int):
            self._fen[at] += amount
        elif not (begun and is_empty(amount)):
            self.lack(at, row, amount)

    def _compare(self, at: int, others: Sequence[Hashable], *, waits: bool) -> None:
        """Note in which fields a further row of an order differs from those above it."""
        for bit, (seen, value) in enumerate(zip(self._seen, others, strict=False)):
            each = _print(value)
            before = seen[at]
            if each == before:
                if each == _UNSAID:
                    self._left_open[at] = 1
                elif each != _EMPTY:
                    self._told |= 1 << bit
            elif each == _EMPTY:
                meant = waits and self._shipping >> bit & 1
                (self._differing if meant else self._empty)[at] |= 1 << bit
                self._left |= 1 << bit
            elif each == _UNSAID:
                self._left |= 1 << bit
            elif before == _UNSAID and isinstance(value, date):
                seen[at] = each
                self._below[bit].keep(at, value)
                self._seen_first[at] = _NO_PRINT  # a row like the first one now leaves that open
            else:
                self._told |= 1 << bit
                self._differing[at] |= 1 << bit

    def settle(self) -> None:
        """All rows were added."""
        for bit in range(len(self._fields)):
            self._told |= self._is_repeated(bit) << bit
            self._left |= self._is_told_by_others(bit) << bit
        self._meant = self._meant_empty()
        told = (each.kept for each in self._below)
        noted = (
            self._unreadable,
            self._differing,
            self._empty,
            self._amounts_differ,
            self.statuses.mixed,
            self.amounts.first_empties,
            *(each for each in told if each),
        )
        self._plain = bytearray(not any(each) for each in zip(*noted, strict=True))

    def _is_repeated(self, bit: int) -> bool:
        """Whether a further row that says just what the first one does says something here."""
        rows = zip(self._seen[bit], self._repeated, strict=True)
        below = self._below[bit]
        return any(
            again and each not in {_EMPTY, _UNSAID} and below.of(at) is None
            for at, (each, again) in enumerate(rows)
        )

    def _is_told_by_others(self, bit: int) -> bool:
        """Whether the first row and a further one leave open here what another row tells."""
        told = self._below[bit].kept or ()
        return any(
            value and (again or left)
            for value, again, left in zip(told, self._repeated, self._left_open, strict=False)
        )

    def is_plain(self, at: int) -> bool:
        """Whether nothing is to be said of the order: its rows agree, and each has its amount."""
        return bool(self._plain[at])

    def _numbered(self, reason: ErrorDetails) -> int:
        """The number of a reason: there are few."""
        if reason not in self._reasons:
            if len(self._reasons) > _MOST_REASONS:
                return 0
            self._reasons.append(reason)
        return self._reasons.index(reason)

    def first(self, at: int) -> int:
        """The row on which the order's answer stands; 0 where it can have none."""
        return self._first[at]

    def unreadable(self, at: int) -> tuple[int, ErrorDetails] | None:
        """The first of its rows that has no amount, and why; ``None`` where all have."""
        row = self._unreadable[at]
        found = (row, self._reasons[self._why[at]]) if row else None
        empty = self.amounts.first_empty(at)
        return min(filter(None, (found, empty)), default=None, key=itemgetter(0))

    def paid(self, at: int) -> bool:
        """Whether one of its rows may have been paid: then all of them were."""
        return bool(self._paid[at])

    def differ(self, at: int) -> None:
        """One and the same part of the order stands in two rows with different amounts."""
        self._amounts_differ[at] = 1

    def amounts_differ(self, at: int) -> bool:
        """Whether that is so."""
        return bool(self._amounts_differ[at])

    def told_below(self, at: int) -> dict[str, date]:
        """What its first row leaves open and a further one tells, by the name of the input."""
        found = ((name, told.of(at)) for name, told in zip(self._fields, self._below, strict=True))
        return {name: value for name, value in found if value is not None}

    def undo(self, at: int, moment: datetime | None) -> None:
        """One of its rows was undone at that moment; ``None``: nobody knows when."""
        latest = self._undone_at.of(at)
        if moment is None:
            self._undone_at.keep(at, _SOME_DAY)
        elif latest is None or (isinstance(latest, datetime) and latest < moment):
            self._undone_at.keep(at, moment)

    def undone_at(self, at: int) -> datetime | None:
        """When the last of its rows was undone, where that is known of each."""
        latest = self._undone_at.of(at)
        return latest if isinstance(latest, datetime) else None

    def refuse(self, at: int) -> None:
        """The order has no answer."""
        self._marks[at] |= _REFUSED

    def refused(self, at: int) -> bool:
        """Whether its first row has been answered in vain."""
        return bool(self._marks[at] & _REFUSED)

    def note_unknown(self, at: int) -> bool:
        """A status of the order has a word that nothing reads; whether that is the first one."""
        first = not self._marks[at] & _UNKNOWN
        self._marks[at] |= _UNKNOWN
        return first

    def differing(self, at: int) -> list[str]:
        """The inputs on which its rows disagree, where that may decide anything."""
        if self.is_alike(at):
            return []
        bits = self._differing[at] | self._empty[at] & self._meant
        return [name for bit, name in enumerate(self._fields) if bits >> bit & 1]

    def is_left_to_first(self, at: int) -> bool:
        """Whether a further row of the order leaves empty what its first one says for all."""
        return bool(self._empty[at] & ~self._meant)

    def _meant_empty(self) -> int:
        """The fields of which an empty cell says something, in further rows.

        None of which no further row of any order says anything: there the first rows hold for
        their orders. But without a moment of its own a part of an order may wait, unless other
        cells show that the file writes so what holds for an order.
        """
        beside = ~self._shipping
        once = self._left & ~self._told & beside and not self._told & beside & ~self._of_order
        if once or self.amounts.in_first_rows:
            return self._told
        if self._told & beside or self._waiting < _FEWEST:
            return self._told | self._shipping
        return self._told

    @property
    def _waiting(self) -> int:
        """How many orders have a further row without a moment of the parcels that the first has."""
        return sum(bool(each & self._shipping) for each in self._empty)

    @property
    def may_differ(self) -> bool:
        """Whether the rows of any order may disagree."""
        return any(self._differing) or any(each & self._meant for each in self._empty)

    def take_alike(self, alike: bytearray, earliest: Mapping[str, ToldBelow]) -> None:
        """The orders, by their places, of which each row on its own has the same answer.

        ``earliest`` has the moments that answer in the place of those of the first row, if any.
        """
        self._alike = alike
        self._earliest = earliest

    def earliest(self, at: int) -> dict[str, date]:
        """These moments of the order, by the name of the input."""
        found = ((name, told.of(at)) for name, told in self._earliest.items())
        return {name: value for name, value in found if value is not None}

    def is_alike(self, at: int) -> bool:
        """Whether the order is one of these."""
        return bool(self._alike and self._alike[at])

    def total(self, at: int) -> Decimal:
        """What its rows add up to, in yuan."""
        return self._fen[at] * FEN
