"""Days, months and moments, on Douyin's clock."""

from datetime import date, datetime
from typing import override

from calculators.core.arithmetic.time_limits import precedes
from calculators.core.inputs.bill_months import month_of_bill
from calculators.core.inputs.dates import (
    read_date,
    read_month,
    read_time,
    read_usual_time,
    serial_day,
    serial_time,
    within_reach,
)
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.weekdays import without_weekday
from calculators.core.inputs.words_for_nothing import is_no_moment
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import moment


class _MomentField(Field):
    """May not have come yet."""

    is_moment = True

    @override
    def is_empty(self, text: str) -> bool:
        return is_no_moment(text)


class DateField(_MomentField):
    """A day, ``2026-11-21``, on Douyin's clock."""

    kind = "date"
    input_type = "date"
    is_point_in_time = True

    @override
    def read(self, text: str) -> date:
        return within_reach(read_date(without_weekday(text)), "not_a_date")

    @override
    def from_serial(self, text: str, *, epoch_1904: bool) -> str:
        return serial_day(text, epoch_1904=epoch_1904).isoformat()


class MonthField(_MomentField):
    """A month, ``2026-07``, as its first day."""

    kind = "month"
    input_type = "month"

    @override
    def read(self, text: str) -> date:
        return within_reach(read_month(month_of_bill(without_weekday(text))), "not_a_date")

    @override
    def write(self, value: date) -> str:
        return value.strftime("%Y-%m")

    @override
    def said(self, name: str, written: str, texts: Texts) -> str:
        return written

    @override
    def from_serial(self, text: str, *, epoch_1904: bool) -> str:
        return self.write(serial_day(text, epoch_1904=epoch_1904))


class TimeField(_MomentField):
    """A moment, ``2026-11-21 09:30`` or ``2026-11-21 09:30:20``, on Douyin's clock."""

    kind = "time"
    input_type = "datetime-local"
    is_minute = True
    is_point_in_time = True

    @override
    def read(self, text: str) -> datetime:
        return within_reach(read_time(without_weekday(text)), "not_a_time")

    @override
    def is_below(self, value: datetime, least: datetime) -> bool:
        return precedes(value, least)

    @override
    def usual(self, cell: str) -> datetime | None:
        # No program counts from these years, or up to them, so that it is a moment.
        return read_usual_time(cell) if cell[:3] == "202" else None

    @override
    def write(self, value: datetime) -> str:
        return moment(value)

    @override
    def from_serial(self, text: str, *, epoch_1904: bool) -> str:
        return moment(serial_time(text, epoch_1904=epoch_1904))
