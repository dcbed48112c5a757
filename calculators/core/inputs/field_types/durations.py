"""Durations in full hours."""

from typing import Unpack

from calculators.core.inputs.field_types.integers import Bounds, WholeNumberField

# A day is told as 24 hours: a promise of two days is one of 48 hours.
_HOURS = {"小时", "个小时", "小时内", "小时发货", "小时内发货", "h", "hr", "hrs", "hour", "hours"}
_DAYS = {"天", "日", "天内", "天发货", "天内发货", "d", "day", "days"}
_UNITS = dict.fromkeys(_HOURS, 1) | dict.fromkeys(_DAYS, 24)


class DurationField(WholeNumberField):
    """A duration in full hours, which may be written in days: ``48``, ``48小时``, ``2天``."""

    kind = "duration"

    def __init__(self, **bounds: Unpack[Bounds]) -> None:
        super().__init__(_UNITS, **bounds)
