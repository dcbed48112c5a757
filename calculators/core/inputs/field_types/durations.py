"""Durations in full hours."""

from decimal import ROUND_CEILING, ROUND_FLOOR
from typing import Unpack, override

from calculators.core.inputs.field_types.integers import Bounds, WholeNumberField

_HOUR = 3_600
# A day is told as 24 hours: a promise of two days is one of 48 hours.
_HOURS = {"小时", "个小时", "小时内", "小时发货", "小时内发货", "h", "hr", "hrs", "hour", "hours"}
_DAYS = {"天", "日", "天内", "天发货", "天内发货", "d", "day", "days"}
_UNITS = dict.fromkeys(_HOURS, 1) | dict.fromkeys(_DAYS, 24)


class DurationField(WholeNumberField):
    """A duration in full hours, which may be written otherwise: ``48``, ``2天``, ``47小时59分``.

    ``of_delay``: how late something is. Then what is beyond full hours goes, but it is 1 once late
    at all; else an hour that has begun counts as one.
    """

    kind = "duration"
    unit_of_time = "hours"

    def __init__(self, *, of_delay: bool = False, **bounds: Unpack[Bounds]) -> None:
        super().__init__(_UNITS, **bounds)
        self.of_delay = of_delay

    @override
    def _decorated(self, text: str) -> int:
        # Its patterns take milliseconds to make, and forms hold numbers.
        from calculators.core.inputs.field_types import written_durations  # noqa: PLC0415

        of_text = written_durations.of_delay if self.of_delay else written_durations.of_promise
        seconds = written_durations.seconds(of_text(text))
        if seconds is None:
            return super()._decorated(text)
        rounding = ROUND_FLOOR if self.of_delay else ROUND_CEILING
        hours = int((seconds / _HOUR).to_integral_value(rounding))
        return max(hours, 1) if seconds else hours
