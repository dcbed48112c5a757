"""Why a column that may hold a field is not taken for it unasked: a cell, or its unit."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from calculators.core.inputs.errors import ErrorDetails, InputError
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import quoted
from calculators.core.output.errors import error_text, field_name
from calculators.core.table import cells
from calculators.core.table.columns.headings import Headings
from calculators.core.table.columns.of_payment import PAID_AT
from calculators.core.table.columns.of_promise import PROMISED_AT
from calculators.core.table.names import ON
from calculators.core.table.units_of_time import HOURS, WRITTEN
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence


class Doubt(NamedTuple):
    """A ``cell`` under a ``heading`` that does not read as the input called ``name``.

    ``row`` is as a spreadsheet numbers it. ``code``: what of the whole column is why, if anything.
    """

    name: str
    heading: str
    row: int
    cell: str
    code: str


def doubt_of(headings: Headings, name: str) -> Doubt | None:
    """The first cell for which the only column that may hold a field is neither sure nor proposed.

    ``None`` where that has another reason, such as its unit.
    """
    match = headings.matches[name]
    if match.sure or match.proposed is not None or len(match.columns) != 1:
        return None
    if name in headings.shipping_days:
        return None  # days alone: no cell is worse than others
    (column,) = match.columns
    if (found := headings.readings.unread(name, column)) is None:
        return None
    field = fields_of(headings.definition.inputs).get(name)
    text = headings.readings.of(name, column)(found[1]) if field else ""
    code = text.code if isinstance(text, cells.Unreadable) else ""
    return Doubt(name, headings.headings[column], *found, code)


class UnitDoubt(NamedTuple):
    """Amounts under a ``heading`` that are not in yuan, and the ``line`` that says their unit.

    ``code`` tells in which sentence: they can be turned into yuan, cannot, or some say their unit.
    """

    heading: str
    line: str
    code: str


class Conversion(NamedTuple):
    """Durations under a ``heading`` in another ``unit``, which are converted into hours here."""

    heading: str
    unit: str


def conversion_of(headings: Headings, name: str) -> Conversion | None:
    """That of the only column that may hold a field; ``None`` where it needs none, or has none."""
    columns, field = headings.matches[name].columns, fields_of(headings.definition.inputs).get(name)
    if len(columns) != 1 or field is None or field.unit_of_time != HOURS:
        return None
    unit = headings.readings.unit_of_time(name, columns[0])
    return Conversion(headings.headings[columns[0]], unit) if unit in WRITTEN else None


class DayAndTime(NamedTuple):
    """Moments of which the ``day`` stands under one heading and the ``clock`` under another."""

    day: str
    clock: str


def day_and_time(headings: Headings, name: str) -> DayAndTime | None:
    """The columns between which the moments of a field are parted; ``None`` where they are not."""
    field = fields_of(headings.definition.inputs).get(name)
    match = headings.matches.get(name)
    if field is None or match is None or match.sure or not field.is_minute:
        return None
    days = headings.days_without_time
    columns = match.columns or tuple(days[each] for each in days if each == name)
    # Beside the one that is called so, also under a name that is not known.
    near = {at + step for at in columns for step in (-1, 0, 1)}
    near &= set(range(len(headings.headings)))
    parts = [
        [at for at in sorted(near) if holds(at) and (at in columns or not _is_named(headings, at))]
        for holds in (headings.readings.hold_days, headings.readings.hold_clocks)
    ]
    if not all(parts) or not any(at in columns for part in parts for at in part):
        return None
    return DayAndTime(*(headings.headings[part[0]] for part in parts))


def _is_named(headings: Headings, column: int) -> bool:
    """Whether a column surely holds an input, or what a file knows besides."""
    found = headings.matches.items()
    return any(name != ON and each.sure and column in each.columns for name, each in found)


class PromiseAlone(NamedTuple):
    """A ``heading`` of promised moments from which no hours follow, for want of the payment."""

    heading: str


def promise_alone(
    headings: Headings, name: str, known: Mapping[str, int] | None = None
) -> PromiseAlone | None:
    """The column of promises that does not tell the hours asked for, among those ``known``."""
    files = headings.definition.files
    moments = files.instead.get(name, ()) if files else ()
    columns = headings.sure if known is None else known
    if PAID_AT not in moments or PAID_AT in columns or PROMISED_AT not in columns:
        return None
    return PromiseAlone(headings.headings[columns[PROMISED_AT]])


type AnyDoubt = Doubt | UnitDoubt | Conversion | PromiseAlone | DayAndTime


def doubts_of(error: InputError) -> Iterator[AnyDoubt]:
    """Those that an error has among its values."""
    doubts = error.values.get("doubts")
    kinds = Doubt, UnitDoubt, Conversion, PromiseAlone, DayAndTime
    return (each for each in (doubts if isinstance(doubts, tuple) else ()) if type(each) in kinds)


def doubt_code(doubt: AnyDoubt) -> str:
    """The name of the sentence in which it is told."""
    if isinstance(doubt, DayAndTime):
        return "day_and_time"
    if isinstance(doubt, PromiseAlone):
        return "promise_alone"
    if isinstance(doubt, Conversion):
        return "in_other_unit"
    if isinstance(doubt, UnitDoubt):
        return doubt.code
    if doubt.code:
        return "unsure_column"
    return "unsure_formula" if cells.is_formula(cells.bare(doubt.cell)) else "unsure_cell"


def doubt_text(texts: Texts, doubt: AnyDoubt) -> str:
    """The same in words, the cell cut short."""
    if isinstance(doubt, DayAndTime):
        parts = {"day": quoted(doubt.day), "clock": quoted(doubt.clock)}
        return sentence(texts, "errors", "day_and_time", values=parts)
    if isinstance(doubt, PromiseAlone):
        of_promise = {"heading": quoted(doubt.heading)}
        return sentence(texts, "errors", "promise_alone", values=of_promise)
    if isinstance(doubt, Conversion):
        unit = texts.get("units_of_time", doubt.unit)
        of_span = {"heading": quoted(doubt.heading), "unit": unit}
        return sentence(texts, "errors", doubt_code(doubt), values=of_span)
    if isinstance(doubt, UnitDoubt):
        of_unit = {"heading": quoted(doubt.heading), "line": doubt.line}
        return sentence(texts, "errors", doubt_code(doubt), values=of_unit)
    if doubt.code:
        reason = error_text(texts, ErrorDetails(doubt.name, doubt.code))
        of_column = {"heading": quoted(doubt.heading), "reason": reason}
        return sentence(texts, "errors", doubt_code(doubt), values=of_column)
    values = {
        "name": field_name(texts, doubt.name),
        "heading": quoted(doubt.heading),
        "row": doubt.row,
        "cell": quoted(doubt.cell),
    }
    return sentence(texts, "errors", doubt_code(doubt), values=values)
