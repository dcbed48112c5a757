"""What a second file tells of the orders' parcels: some bytes an order, none of its text.

An order has reached a stage when the last of its parcels has: no text of the platform says how an
order in several parcels counts. Whether one of them alone was over a limit cannot be seen so.
"""

from array import array
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import override

from calculators.core.inputs.dates import CHINA
from calculators.core.table.orders.groups import NO_KEY
from calculators.core.text.formatting import moment

# Seconds, as all moments are read, are counted from here in 32 bits, until 2136; before them stand
# the marks of what is no moment.
_START = datetime(2000, 1, 1, tzinfo=CHINA)
_SECOND = timedelta(seconds=1)
_NONE, _UNREADABLE, _FIRST = 0, 1, 2
_MOST = 0xFFFFFFFF
# Cells that cannot be read, kept as they are to be told; of further ones only that they cannot.
_KEPT, _UNKNOWN = 1000, "?"

# Parcels after which progress is told.
_STEP = 1000

# A moment, ``None`` for an empty cell, or the text of a cell that cannot be read.
type Told = datetime | str | None


class Parcels:
    """The moments of each order's parcels, ``stages`` of them, by the keys of orders."""

    def __init__(self, stages: int) -> None:
        self._keys = array("q")
        self._moments = [array("I") for _ in range(stages)]
        self._wanted = bytearray()
        self._texts: dict[tuple[int, int], str] = {}
        # An open hash table of places among the keys, from 1: a dict takes ten times the bytes.
        self._slots = array("I", bytes(4 * 1024))
        self.several = 0
        self._twice = bytearray()

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, key: int, told: Sequence[Told]) -> None:
        """One more parcel of an order."""
        slot = self._slot(key)
        if at := self._slots[slot]:
            self.several += not self._twice[at - 1]
            self._twice[at - 1] = 1
            for stage, each in enumerate(told):
                self._put_off(at - 1, stage, each)
            return
        self._keys.append(key)
        self._wanted.append(0)
        self._twice.append(0)
        self._slots[slot] = at = len(self._keys)
        for stage, each in enumerate(told):
            self._moments[stage].append(self._coded(at - 1, stage, each))
        if 3 * at > 2 * len(self._slots):
            self._grow()

    def of(self, key: int) -> list[str] | None:
        """The moments of an order as texts, empty where there is none; ``None``: no parcel."""
        if key == NO_KEY or not (at := self._slots[self._slot(key)]):
            return None
        self._wanted[at - 1] = 1
        return [
            moment(each) if isinstance(each, datetime) else each or ""
            for each in self._told(at - 1)
        ]

    @property
    def left(self) -> int:
        """The orders that nobody asked for."""
        return self._wanted.count(0)

    def _told(self, at: int) -> list[Told]:
        """What is known at a place, as :meth:`add` takes it."""
        return [
            self._decoded(at, stage, moments[at]) for stage, moments in enumerate(self._moments)
        ]

    def _slot(self, key: int) -> int:
        """Where the place of a key stands, or is to stand."""
        slots, keys, mask = self._slots, self._keys, len(self._slots) - 1
        slot = key & mask
        while (at := slots[slot]) and keys[at - 1] != key:
            slot = slot + 1 & mask
        return slot

    def _grow(self) -> None:
        self._slots = array("I", bytes(8 * len(self._slots)))
        for at, key in enumerate(self._keys, start=1):
            self._slots[self._slot(key)] = at

    def _put_off(self, at: int, stage: int, told: Told) -> None:
        """The later of two moments; none where one of them is none."""
        moments = self._moments[stage]
        known, coded = moments[at], self._coded(at, stage, told)
        if _UNREADABLE in {known, coded}:
            moments[at] = _UNREADABLE
        else:
            moments[at] = _NONE if _NONE in {known, coded} else max(known, coded)

    def _coded(self, at: int, stage: int, told: Told) -> int:
        if told is None:
            return _NONE
        if isinstance(told, datetime):
            seconds = (told - _START) // _SECOND + _FIRST
            if _FIRST <= seconds <= _MOST:
                return seconds
            told = str(told)
        if len(self._texts) < _KEPT:
            self._texts.setdefault((at, stage), told)
        return _UNREADABLE

    def _decoded(self, at: int, stage: int, coded: int) -> Told:
        if coded == _NONE:
            return None
        if coded == _UNREADABLE:
            return self._texts.get((at, stage), _UNKNOWN)
        return _START + (coded - _FIRST) * _SECOND


class RowsOfParcels(Parcels):
    """The moments of each parcel of each order, by the keys of both, whichever row tells them.

    Exports that overlap have a parcel twice, and those with a row for each product or each scan
    have it several times: it is one parcel, and its rows fill each other's empty cells.
    """

    def __init__(self, stages: int) -> None:
        super().__init__(stages)
        self._orders = array("q")

    def see(self, parcel: int, order: int, told: Sequence[Told]) -> None:
        """One more row of a parcel of an order."""
        self.add(parcel, told)
        if len(self) > len(self._orders):
            self._orders.append(order)

    def settle(self, orders: Parcels) -> Iterator[None]:
        """Tell the ``orders`` each parcel once; each step is a sign of progress."""
        for at, order in enumerate(self._orders):
            if not at % _STEP:
                yield None
            orders.add(order, self._told(at))

    @override
    def _put_off(self, at: int, stage: int, told: Told) -> None:
        """As of an order's parcels, but an empty cell leaves what is known."""
        if told is None:
            return
        moments = self._moments[stage]
        if moments[at] == _NONE:
            moments[at] = self._coded(at, stage, told)
        else:
            super()._put_off(at, stage, told)
