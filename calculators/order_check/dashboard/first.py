"""The first of many, by a moment: no more than some are kept, however many there are."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from heapq import heappush, heapreplace
from typing import NamedTuple

from calculators.core.inputs.dates import CHINA
from calculators.core.outcome.outcome import Message

_START, _SECOND = datetime(2000, 1, 1, tzinfo=CHINA), timedelta(seconds=1)


class Waiting(NamedTuple):
    """An order that waits for something; ``by`` is the next moment ahead, if there is one.

    ``name`` gives that of its entry in a calendar: few are asked for it.
    """

    row: int
    number: str
    state: str
    to_do: Message
    by: datetime | None
    exposure: Decimal
    name: Callable[[], str]


class First:
    """The first ``most`` of all that :meth:`add` is told of; ``total`` is how many these are."""

    def __init__(self, most: int) -> None:
        self.total = 0
        self._most = most
        # The last of those that are kept is on top.
        self._kept: list[tuple[int, int, Waiting]] = []

    def add(self, moment: datetime, row: int, waiting: Callable[[], Waiting]) -> None:
        """One more, by its ``moment``, then its ``row``; it is only made where it is kept."""
        self.total += 1
        at = -((moment - _START) // _SECOND)
        if len(self._kept) < self._most:
            heappush(self._kept, (at, -row, waiting()))
        elif (at, -row) > self._kept[0][:2]:
            heapreplace(self._kept, (at, -row, waiting()))

    def in_order(self) -> list[Waiting]:
        """Those that were kept, the first of them first."""
        return [each for *_, each in sorted(self._kept, reverse=True)]
