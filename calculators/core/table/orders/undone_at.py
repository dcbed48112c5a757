"""When an order was undone, by the moments of refund and of closing that stand in its row."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from calculators.core.inputs.dates import CHINA, read_date
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.fields import fields_of
from calculators.core.table.columns.headings import Headings
from calculators.core.table.columns.of_refund_moments import tells_refund
from calculators.core.table.names import NOW, columns_called, key, names_of
from calculators.core.table.planning.plan import Plan

_DAY = timedelta(hours=23, minutes=59, seconds=59)


class UndoneAt:
    """Tells it of each row, where ``places`` of a table say it and anything hangs on it."""

    def __init__(self, headings: Headings, plan: Plan) -> None:
        definition, fields = headings.definition, fields_of(headings.definition.inputs)
        files = definition.files
        self._shipped = files.shipped if files else ()
        self._paid_at = files.paid_at if files else ""
        self.places: list[int] = []
        if self._shipped and NOW in fields:
            keys = list(map(key, headings.headings))
            called = columns_called(keys, names_of(definition, "undone_at"))
            called += [
                at for at, each in enumerate(keys) if at not in called and tells_refund(each)
            ]
            self.places = [at for at in called if at not in plan.columns.values()]
        self._columns = [(at, headings.readings.of(NOW, at)) for at in self.places]
        self._field = fields[NOW] if self.places else Field()
        self._now = plan.now
        if given := plan.given.get(NOW):
            self._now = fields[NOW].read(given)

    @property
    def is_told(self) -> bool:
        """Whether any column may tell it."""
        return bool(self._columns)

    def of(self, own: Sequence[str]) -> datetime | None:
        """The earliest moment in a row; of a day alone its last second."""
        found = (self._moment(read(own[at])) for at, read in self._columns)
        return min((each for each in found if each), default=None)

    def until(self, known: Mapping[str, Any], undone: datetime) -> dict[str, Any] | None:
        """What is ``known`` of an order until then, which is its now: nothing was due later.

        ``None`` where that moment cannot be.
        """
        paid_at = known.get(self._paid_at)
        if undone > self._now or (isinstance(paid_at, datetime) and undone < paid_at):
            return None
        later = {
            name: None
            for name in self._shipped
            if isinstance(moment := known.get(name), datetime) and moment > undone
        }
        return {**known, **later, NOW: undone}

    def _moment(self, text: str) -> datetime | None:
        try:
            found = self._field.read(text) if text else None
        except InputError:
            return self._end_of_day(text)
        return found if isinstance(found, datetime) else None

    @staticmethod
    def _end_of_day(text: str) -> datetime | None:
        try:
            return datetime.combine(read_date(text), time(), CHINA) + _DAY
        except InputError:
            return None
