"""What a table lacks: inputs that have to stand somewhere, and stand nowhere."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from calculators.core.evaluation.day import day_of
from calculators.core.evaluation.formula import shape_on
from calculators.core.inputs.dates import read_date
from calculators.core.inputs.errors import InputError, ValidationError
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import quoted
from calculators.core.table.columns.beside_inputs import BESIDES, ORDER
from calculators.core.table.columns.headings import Headings
from calculators.core.table.names import ON
from calculators.core.table.planning.asked_by_rows import asked_by_rows, none_counts


def missing(
    headings: Headings, columns: Mapping[str, int], given: Mapping[str, str], today: date
) -> list[str]:
    """The inputs that have to stand somewhere, and neither have a column nor are ``given``."""
    known = {*columns, *given}
    left = sorted(needed(headings, known, columns) - known)
    return list(dict.fromkeys([*left, *unanswered(headings, columns, given, today)]))


def needed(
    headings: Headings, known: Collection[str], columns: Mapping[str, int] | None = None
) -> set[str]:
    """The inputs that cannot be empty, beside what is ``known``, with all its ``columns``.

    Of orders that nobody paid for only those that tell which rows are one order.
    """
    found, files = headings.needed_beside(known), headings.definition.files
    at = headings.sure if columns is None else columns
    if files and files.adds and not found.issubset(known) and none_counts(headings, at):
        return found.intersection(files.adds)
    return found


def unanswered(
    headings: Headings, columns: Mapping[str, int], given: Mapping[str, str], today: date
) -> list[str]:
    """The inputs that decide an amount and stand nowhere: no default of a form answers for a file.

    Only those that a formula asks for which answers one of the first rows, and that one of these
    rows uses.
    """
    definition = headings.definition
    if definition.files is None:
        return []
    fields = fields_of(definition.inputs)
    known = {*columns, *(name for name in given if given[name])}
    still_open = [name for name in definition.files.to_ask(known) if fields[name].decides(given)]
    if not still_open:
        return []
    # What no form asks for is for files, whatever the day.
    asks = fields_of(definition.inputs).keys() - definition.in_form
    for day in set(_days(headings, columns, given, today)):
        try:
            formula = shape_on(definition, day).formula
        except ValidationError:
            continue  # such a row says so itself
        asks |= set(formula.asks or fields)
    return asked_by_rows(headings, columns, given, [name for name in still_open if name in asks])


def _days(
    headings: Headings, columns: Mapping[str, int], given: Mapping[str, str], today: date
) -> Iterator[date]:
    """The days whose rules answer the first rows.

    A row without a day, such as an empty one or one of totals, says nothing beside those with one.
    """
    definition = headings.definition
    if on := given.get(ON):
        yield read_date(on)
        return
    judged = [name for name in definition.judged_by if name in columns]
    readings = {name: headings.readings.of(name, columns[name]) for name in judged}
    on_at = columns.get(ON)
    rules_day = None if on_at is None else headings.readings.rules_day(on_at)
    told = False
    for row in headings.layout.below:
        typed = {
            name: read(row[columns[name]]) if columns[name] < len(row) else ""
            for name, read in readings.items()
        }
        own = ""
        if rules_day and on_at is not None and on_at < len(row):
            own = rules_day(row[on_at])
        try:
            found = day_of(definition, typed, own, today)
        except InputError:
            continue
        if own or found.taken_from:
            told = True
            yield found.day
    if not told and ON not in columns:
        yield today


def days_asked(headings: Headings, names: Iterable[str]) -> tuple[str, ...]:
    """The headings of columns of days that would tell one of the inputs, were they moments."""
    files = headings.definition.files
    instead = files.instead if files else {}
    moments = {each for name in names for each in (name, *instead.get(name, ()))}
    if files and not moments.isdisjoint(files.until_now):
        moments.update(files.shipped)
    days = {**headings.days_without_time, **headings.shipping_days}
    found = sorted({at for name, at in days.items() if name in moments})
    return tuple(quoted(headings.headings[at]) for at in found)


def check_columns(
    headings: Headings, columns: Collection[str], given: Collection[str] = ()
) -> None:
    """Raise :class:`InputError` with ``no_columns`` where no column of a table is an input's.

    All inputs may be ``given`` for a table that holds no more than the numbers of orders.
    """
    if given and ORDER in columns:
        return
    if {*columns, *headings.sure}.issubset(BESIDES):
        raise InputError("no_columns", fields=tuple(fields_of(headings.definition.inputs)))
