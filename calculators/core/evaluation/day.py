"""The day whose rules answer: named, that of what is judged, or today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from calculators.core.definition import Definition
from calculators.core.inputs.dates import read_date
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.fields import fields_of


@dataclass(frozen=True)
class Day:
    """A day, and the input that it was taken from (``None``: it was named, or is today)."""

    day: date
    taken_from: str | None = None
    named: bool = False


def day_of(
    definition: Definition, typed: Mapping[str, str | None], on: str | None, today: date
) -> Day:
    """The day that ``on`` writes, else that of what is judged, else ``today``.

    Raises :class:`InputError` where ``on`` writes none. An input that cannot be read gives no day;
    it is refused where the inputs are read.
    """
    if on:
        return Day(read_date(on), named=True)
    for name in definition.judged_by:
        try:
            value = fields_of(definition.inputs)[name].read(typed.get(name) or "")
        except InputError:
            continue
        return Day(value.date() if isinstance(value, datetime) else value, name)
    return Day(today)
