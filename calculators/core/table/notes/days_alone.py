"""Hours that are given for all rows beside columns of days: said, and doubted."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from calculators.core.arithmetic.time_limits import begun_hours
from calculators.core.inputs.dates import CHINA, read_date
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import quoted
from calculators.core.order_files import Files
from calculators.core.table.columns.headings import Headings
from calculators.core.table.planning.plan import Plan
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import Quantity, sentence

_LAST_SECOND = timedelta(hours=23, minutes=59, seconds=59)
# Payment and promise, of which either may stand in days alone.
_HOURS, _PAID_AT, _PROMISED_AT = "promised_hours", "paid_at", "promised_at"


def days_alone(texts: Texts, plan: Plan, headings: Headings, files: Files) -> Iterator[str]:
    """Which columns would tell the hours given, were they moments; where the days contradict."""
    days = headings.days_without_time
    names = [
        name
        for name, moments in files.instead.items()
        if plan.given.get(name)
        if not days.keys().isdisjoint(moments)
        if all(each in days or each in plan.columns for each in moments)
    ]
    if not names:
        return
    columns = sorted({days[each] for name in names for each in files.instead[name] if each in days})
    told = tuple(quoted(headings.headings[at]) for at in columns)
    labels = tuple(texts.get("fields", name, "name") for name in names)
    yield sentence(texts, "notes", "days_alone", values={"columns": told, "names": labels})
    if _HOURS in names and _PAID_AT in days and _PROMISED_AT in plan.columns:
        yield from _contradiction(texts, plan, headings)


def _contradiction(texts: Texts, plan: Plan, headings: Headings) -> Iterator[str]:
    """The first row whose day of payment leaves no room for the promised hours that were given."""
    hours = fields_of(headings.definition.inputs)[_HOURS].read(plan.given[_HOURS])
    for number, row in zip(headings.layout.numbers, headings.layout.below, strict=True):
        span = _promised(headings, plan, headings.layout.parted(row)[0])
        if span and not span[0] <= hours <= span[1]:
            values = {
                "hours": Quantity(hours, "hours"),
                "row": number,
                "least": span[0],
                "most": span[1],
            }
            yield sentence(texts, "notes", "days_differ", values=values)
            return


def _promised(headings: Headings, plan: Plan, own: list[str]) -> tuple[int, int] | None:
    """The fewest and the most hours from a row's day of payment to its promised moment."""
    paid, promised = headings.days_without_time[_PAID_AT], plan.columns[_PROMISED_AT]
    field = fields_of(headings.definition.inputs)[_PROMISED_AT]
    try:
        day: date = read_date(headings.readings.rules_day(paid)(own[paid]))
        until: datetime = field.read(headings.readings.of(_PROMISED_AT, promised)(own[promised]))
    except InputError:
        return None
    begin = datetime.combine(day, time(), CHINA)
    if until < begin:
        return None
    most = begun_hours(begin, until)
    least = begun_hours(begin + _LAST_SECOND, until) if until > begin + _LAST_SECOND else 1
    return max(1, least), max(1, most)
