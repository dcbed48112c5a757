"""The inputs that stand in a row of a table: its cells as texts, and as values.

A file has a million rows that differ in few cells: a cell that was read is not read again, and one
that is written as nearly all are is read at once.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from calculators.core.inputs.dates import from_elsewhere
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.fields import fields_of
from calculators.core.table import cells
from calculators.core.table.columns.headings import Headings, idle
from calculators.core.table.columns.of_payment import PAID_AT
from calculators.core.table.columns.units_of_counts import counted
from calculators.core.table.columns.units_of_durations import SeenUnits
from calculators.core.table.columns.zones import in_zone, names_ours, zone_named
from calculators.core.table.planning.plan import Plan
from calculators.core.table.units import OTHER, in_yuan, without_currency
from calculators.core.text.patterns import lazy_pattern

# Cells whose values are kept at hand for each column: prices, days and states come again and again.
_CELLS, _LONGEST = 10_000, 40

# The length of a moment with its seconds.
_USUAL = 19
# Behind a day of so many characters only a zone has these: Z, +08:00, GMT.
_DAY_LONG, _MAY_NAME_A_ZONE = 10, lazy_pattern(r"[-+zug]", re.IGNORECASE)

# A cell not seen yet.
_NEW = object()

# The inputs of a row by name: a value, ``None`` where the cell is empty, or why it cannot be read.
type Parsed = dict[str, Any]


def _never(cell: str) -> None:
    """No cell is as usual."""
    del cell


def _later(paid: Any, rest: Any) -> Any:
    """The later of two moments, one of which may be missing; the first that cannot be read."""
    if rest is None or type(paid) is InputError:
        return paid
    return rest if paid is None or type(rest) is InputError else max(paid, rest)


class _Values(dict[str, Any]):
    """The values of a column's cells, kept of those seen last.

    ``read`` is how a cell becomes a text, ``parse`` how that becomes a value. ``usual`` gives the
    value at once where the cell is written as nearly all are, else ``None``.
    """

    def __init__(
        self,
        read: cells.Reading,
        parse: Callable[[str], Any],
        usual: Callable[[str], Any],
    ) -> None:
        self._read = read
        self._parse = parse
        self._usual = usual

    def __missing__(self, cell: str) -> Any:
        if type(cell) is cells.Unreadable:
            return InputError(cell.code)
        value: Any = self._usual(cell)
        if value is None:
            value = self._unusual(cell)
        if len(cell) <= _LONGEST:
            if len(self) >= _CELLS:
                self.clear()
            self[cell] = value
        return value

    def _unusual(self, cell: str) -> Any:
        text = self._read(cell)
        try:
            return self._parse(text) if text else None
        except InputError as error:
            if isinstance(text, cells.Unreadable):
                return InputError(text.code)
            return InputError(cells.FORMULA) if cells.is_formula(text) else error


class _Column(NamedTuple):
    """An input that stands in a column: how its cell becomes a text, and its value."""

    name: str
    at: int
    read: cells.Reading
    values: _Values


class RowInputs:
    """Reads rows one after the other, all by one plan.

    ``names`` are the inputs that stand in columns. ``balance`` is the column of when the rest of a
    presale order was paid: filled in, it is the moment of payment. ``zones`` is the one that tells
    of which zone the moments of each row are. ``from_elsewhere``: a moment of
    another zone was read.
    """

    def __init__(self, headings: Headings, plan: Plan) -> None:
        self._headings = headings
        self._plan = plan
        self.columns = plan.columns
        self.from_elsewhere = False
        self._units: dict[str, SeenUnits] = {}
        fields, skipped = (
            fields_of(headings.definition.inputs),
            idle(headings.definition, plan.given),
        )
        self._columns = [
            self._column(name, plan.columns[name])
            for name in fields
            if name in plan.columns and name not in skipped
        ]
        self.names = [column.name for column in self._columns]
        self.balance = headings.balance(plan.columns) if PAID_AT in self.names else None
        self._balance = None if self.balance is None else self._column(PAID_AT, self.balance)
        self._paid = next((each for each in self._columns if each.name == PAID_AT), None)
        self.zones = headings.readings.zones
        self._zones: dict[str, Any] = {}
        self._of_zone = [
            each
            for each in (*self._columns, *filter(None, [self._balance]))
            if fields[each.name].is_minute
            and not self._converted(each.name, each.at)
            and each.at not in headings.layout.joined
            and not names_ours(headings.headings[each.at])
        ]
        # At hand for a million rows.
        self._places = [(each.name, each.at, each.values) for each in self._columns]
        counts = headings.readings.counts
        self._counted = [each for each in self._columns if fields[each.name].counts_pieces]
        at = counts.of_rows if self._counted else None
        self._unit_at = None if at in plan.columns.values() else at
        self._is_other_unit = counts.is_other_unit

    @property
    def of_mixed_units(self) -> dict[str, str]:
        """The headings of durations of which some cells name no unit, with theirs; others do."""
        return {heading: seen.own for heading, seen in self._units.items() if seen.are_mixed}

    def _column(self, name: str, at: int) -> _Column:
        field = fields_of(self._headings.definition.inputs)[name]
        usual = _never if self._converted(name, at) else field.usual
        read = self._reading(name, at)
        return _Column(name, at, read, _Values(read, self._parsing(field), usual))

    def _converted(self, name: str, at: int) -> bool:
        """Whether a column's cells are not such as the field takes, but of another unit or zone."""
        return name in self._plan.units or bool(self._headings.readings.conversion(name, at))

    def _reading(self, name: str, at: int) -> cells.Reading:
        field = fields_of(self._headings.definition.inputs)[name]
        read = self._headings.readings.of(name, at)
        if (own := field.unit_of_time) and not self._headings.readings.says_unit_of_time(name, at):
            see = self._units.setdefault(self._headings.headings[at], SeenUnits(own)).see
            return lambda cell: see(read(cell))
        if not field.in_yuan or (unit := self._plan.units.get(name)) is None:
            return read
        # Who says yuan against a sign of another currency means the amounts, and not the sign.
        unsigned = unit == "yuan" and self._headings.readings.unit(name, at) == OTHER

        def convert(text: str) -> str:
            return in_yuan(without_currency(text) if unsigned else text, unit)

        return lambda cell: field.each_amount(read(cell), convert)

    def _parsing(self, field: Field) -> Callable[[str], Any]:
        if not field.is_point_in_time:
            return field.read

        def parse(text: str) -> Any:
            # 2026-11-21 09:30:00, as nearly all are, has no room for a zone.
            if (len(text) != _USUAL or text[-3] != ":") and _MAY_NAME_A_ZONE.search(
                text, _DAY_LONG
            ):
                self.from_elsewhere = self.from_elsewhere or from_elsewhere(text)
            return field.read(text)

        return parse

    def parts_of_payment(self, row: Sequence[str]) -> tuple[Any, Any]:
        """When a row was paid, and when its rest was, as far as each cell says it.

        Of a table with a ``balance``.
        """
        return self._parts_of_payment(self._with_zone(row))

    def _parts_of_payment(self, row: Sequence[str]) -> tuple[Any, Any]:
        paid, rest = self._paid, self._balance
        assert paid is not None
        assert rest is not None
        return paid.values[row[paid.at]], rest.values[row[rest.at]]

    @property
    def asked(self) -> list[int]:
        """The columns of the inputs, and of what says in which unit a row counts."""
        unit = [] if self._unit_at is None else [self._unit_at]
        return [*(column.at for column in self._columns), *unit]

    def _with_zone(self, row: Sequence[str]) -> Sequence[str]:
        """A row whose moments name their zone, where a column has one for each row."""
        if self.zones is None or not (text := row[self.zones].strip()):
            return row
        if (zone := self._zones.get(text, _NEW)) is _NEW:
            zone = zone_named(text)
            if len(self._zones) < _CELLS:
                self._zones[text] = zone
        if zone == "":
            return row
        told = list(row)
        for column in self._of_zone:
            told[column.at] = in_zone(column.read(told[column.at]), zone)
        return told

    def typed(self, row: Sequence[str]) -> dict[str, str]:
        """The inputs that stand in a row, by name, as a form would give them."""
        row = self._with_zone(row)
        typed = {
            column.name: cell
            if isinstance(cell := row[column.at], cells.Unreadable)
            else column.read(cell)
            for column in self._columns
        }
        if (balance := self._balance) and (text := balance.read(row[balance.at])):
            paid, rest = self._parts_of_payment(row)
            if _later(paid, rest) is rest:
                typed[PAID_AT] = text
        for column in self._of_other_unit(row):
            typed[column.name] = counted(typed[column.name])
        return typed

    def _of_other_unit(self, row: Sequence[str]) -> list[_Column]:
        """The counts of a row that says of itself that it does not count pieces."""
        if self._unit_at is None or not self._is_other_unit(row[self._unit_at]):
            return []
        return self._counted

    def parsed(self, row: Sequence[str]) -> Parsed:
        """The same as values."""
        if self.zones is not None:
            row = self._with_zone(row)
        found: Parsed = {name: values[row[at]] for name, at, values in self._places}
        if later := self._balance:
            found[PAID_AT] = _later(found[PAID_AT], later.values[row[later.at]])
        if self._unit_at is not None:
            for column in self._of_other_unit(row):
                text = counted(column.read(row[column.at]))
                if isinstance(text, cells.Unreadable):
                    found[column.name] = InputError(text.code)
        return found
