"""Moments and days that a further row tells of an order, and not its first one."""

from array import array
from datetime import date, datetime, time, timedelta

from calculators.core.inputs.dates import CHINA

_SECONDS_A_DAY = 86_400


class ToldBelow:
    """Keeps one moment or day an order of ``size``, eight bytes each, and none until one is told.

    ``keep`` and ``of`` take the place of the order; ``of`` gives ``None`` where nothing was kept.
    ``kept`` are the figures that stand for them, 0 for none; ``None`` before any.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self.kept: array[int] | None = None

    def keep(self, at: int, value: date) -> None:
        """What is told of the order at a place: a moment to its second, or a day."""
        if self.kept is None:
            self.kept = array("q", bytes(8 * self._size))
        day = value.toordinal()
        if isinstance(value, datetime):
            of_day = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
            self.kept[at] = day * _SECONDS_A_DAY + of_day // timedelta(seconds=1)
        else:
            self.kept[at] = -day

    def of(self, at: int) -> date | None:
        """The moment or the day that was kept."""
        if self.kept is None or not (kept := self.kept[at]):
            return None
        if kept < 0:
            return date.fromordinal(-kept)
        day, seconds = divmod(kept, _SECONDS_A_DAY)
        return datetime.combine(date.fromordinal(day), time(), CHINA) + timedelta(seconds=seconds)
