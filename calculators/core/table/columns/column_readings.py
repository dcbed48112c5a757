"""How the cells below each heading of a table read as the inputs of one calculator."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from calculators.core.definition import Definition
from calculators.core.inputs.dates import is_clock, read_date
from calculators.core.inputs.errors import InputError, accepts
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.field_types.moments import DateField
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import bare
from calculators.core.table import cells
from calculators.core.table.columns.full_hours import in_full_hours, none_where_early
from calculators.core.table.columns.layout import Layout
from calculators.core.table.columns.of_flags import IN_STOCK, reading_of_stock
from calculators.core.table.columns.of_lateness import (
    IS_LATE,
    is_ticked_alone,
    reading_of_lateness,
)
from calculators.core.table.columns.of_promise import (
    PROMISED_AT,
    PROMISED_HOURS,
    Promised,
    is_like_promise,
    is_span,
    promised_in,
)
from calculators.core.table.columns.paid_later import is_no_moment_of_payment
from calculators.core.table.columns.serials import (
    are_serials,
    are_whole,
    day_or_moment,
    from_serial,
)
from calculators.core.table.columns.units_of_columns import ColumnUnits
from calculators.core.table.columns.units_of_counts import CountUnits, counted
from calculators.core.table.columns.units_of_durations import DurationUnits, converted
from calculators.core.table.columns.zones import (
    UNKNOWN,
    in_zone,
    names_ours,
    tells_zones,
    zone_of,
    zone_of_table,
)
from calculators.core.table.names import ON, known_headings
from calculators.core.table.units_of_time import HOURS

_PROMISES = frozenset([PROMISED_AT, PROMISED_HOURS])


class ColumnReadings:
    """Reads columns as fields of the ``definition``, and tells by the first cells if they are such.

    ``from_1904``: a spreadsheet's days are counted from 1904.
    """

    def __init__(self, definition: Definition, layout: Layout, *, from_1904: bool) -> None:
        self._definition = definition
        self._fields = fields_of(definition.inputs)
        self._layout = layout
        self._from_1904 = from_1904
        self.units = ColumnUnits(layout)
        self._durations = DurationUnits(layout)
        of_amounts = any(each.in_yuan for each in self._fields.values())
        self.counts = CountUnits(layout, of_amounts=of_amounts)
        self._promised: dict[int, Promised] = {}

    def of(self, name: str, column: int) -> cells.Reading:
        """How to bring the cells of a column to the text that the field ``name`` takes."""
        read = cells.reading(self._definition, name, self._fields[name])
        if self._definition.files and name == self._definition.files.paid_at:
            read = _unless_paid_otherwise(read)
        if name == IS_LATE:
            ticked = is_ticked_alone(self._layout.cells_of(column))
            return reading_of_lateness(self._layout.keys[column], read, ticked=ticked)
        if name == IN_STOCK:
            return reading_of_stock(self._definition, self._layout.keys[column], read)
        field = self._fields[name]
        if field.of_delay:
            read = none_where_early(read)
        if convert := self.conversion(name, column):
            return self._either(name, column, lambda cell: convert(read(cell)))
        if field.unit_of_time == HOURS:
            read = in_full_hours(read, of_delay=field.of_delay)
        return self._either(name, column, read)

    def _either(self, name: str, column: int, read: cells.Reading) -> cells.Reading:
        """``read``, where a column holds promises as hours in some cells, and as moments in others.

        Each of the inputs takes its own.
        """
        fields = self._fields
        if name not in _PROMISES or not fields.keys() >= _PROMISES:
            return read
        told = self.promised(column)
        if not (told.spans and told.moments):
            return read
        hours, of_hours = fields[PROMISED_HOURS], name == PROMISED_HOURS

        def own(cell: str) -> str:
            text = read(cell)
            return text if is_span(text, hours) == of_hours else ""

        return own

    def promised(self, column: int) -> Promised:
        """What the first cells of a column tell of promises; nothing below another heading."""
        if column not in self._promised:
            heading = self._layout.keys[column]
            known = known_headings(self._definition)
            called = is_like_promise(heading) or any(heading in known[each] for each in _PROMISES)
            texts = map(cells.bare, self._layout.cells_of(column)) if called else ()
            fields = self._fields
            told = promised_in(texts, fields[PROMISED_HOURS], fields[PROMISED_AT])
            self._promised[column] = told
        return self._promised[column]

    def conversion(self, name: str, column: int) -> cells.Reading | None:
        """How a column's cells become such as its field takes; ``None`` where they are."""
        field, from_1904 = self._fields[name], self._from_1904
        if own := field.unit_of_time:
            if not (unit := self.unit_of_time(name, column)):
                return None
            return lambda text: converted(text, unit, own)
        if field.counts_pieces:
            return counted if self.counts.is_other(column) else None
        if not (field.is_point_in_time or field.kind == "month"):
            return None
        zone = self._zone(column)
        if column not in self._serials:
            return None if zone == "" else lambda text: in_zone(text, zone)
        days = field.is_minute and not field.day_suffices
        days = days and are_whole(map(cells.bare, self._layout.cells_of(column)))
        count = day_or_moment if days else from_serial
        return lambda text: in_zone(count(text, field, epoch_1904=from_1904), zone)

    def _zone(self, column: int) -> str | None:
        """The zone of a column's moments: what its heading says goes before what a title says."""
        if column in self._layout.joined:
            return ""
        heading = self._layout.headings[column]
        own = zone_of(heading)
        return self._zone_of_table if own == "" and not names_ours(heading) else own

    @cached_property
    def _zone_of_table(self) -> str | None:
        return zone_of_table(self._layout.over)

    @cached_property
    def zones(self) -> int | None:
        """The column that tells the zone of each row's moments, if any."""
        return next((at for at, each in enumerate(self._layout.keys) if tells_zones(each)), None)

    def rules_day(self, column: int) -> cells.Reading:
        """How to bring the cells of a column to the text of a day whose rules to use."""
        known = known_headings(self._definition)
        moments = {each for name in self._definition.judged_by for each in known[name]}
        if column not in self._serials or self._layout.keys[column] not in moments:
            return cells.rules_day
        day = DateField()
        return lambda cell: from_serial(cells.rules_day(cell), day, epoch_1904=self._from_1904)

    def unit(self, name: str, column: int, *, of_each_cell: bool = False) -> str | None:
        """The unit of a column of amounts; ``None`` where nothing says that it is not yuan.

        ``of_each_cell``: a unit that only some cells name is no unit of the column.
        """
        field = self._fields.get(name)
        if field is None or not field.in_yuan:
            return None
        return self.units.of(column, of_each_cell=of_each_cell)

    def unit_of_time(self, name: str, column: int) -> str | None:
        """The unit of a column of spans that are counted in another here; ``None`` where not.

        ``UNCERTAIN`` where the table contradicts itself.
        """
        if not (own := self._fields[name].unit_of_time):
            return None
        unit = self._durations.of(name, column, own)
        return None if unit == own else unit

    def says_unit_of_time(self, name: str, column: int) -> bool:
        """Whether anything but its cells says in which unit the spans of a column are."""
        return self._durations.is_said(name, column)

    def is_in_another_unit(self, name: str, column: int) -> bool:
        """Whether that is another than yuan."""
        return self.unit(name, column) not in {None, "yuan"}

    def fit(self, name: str, column: int, *, each: bool) -> bool:
        """Whether heading and first cells of a column say nothing against a field.

        ``each``: every one of the cells has to read as the field, not only one.
        """
        return not self.is_in_another_unit(name, column) and self.read(name, column, each=each)

    def read(self, name: str, column: int, *, each: bool) -> bool:
        """Whether the first cells of a column read as a field, as far as they say anything.

        Of moments it is most that have to: words stand among them for orders that have none.
        """
        field = self._fields.get(name)
        told = (cell for _, cell in self._telling(name, column))
        if name == ON:
            days = filter(None, map(self.rules_day(column), told))
            are_days = [accepts(read_date, each) for each in days]
            # Of an empty column nobody's rules are known, however like a day it is called.
            if each:
                return bool(are_days) and all(are_days)
            return not are_days or any(are_days)
        if field is None:
            return True
        read = self.of(name, column)
        found = (_reads(field, text) for sample in told if (text := read(sample)))
        if not each:
            return _any_or_none(found)
        read_so = list(found)
        return not read_so or (mostly(read_so) if field.is_moment else all(read_so))

    def _telling(self, name: str, column: int) -> Iterator[tuple[int, str]]:
        """The cells by which a column is recognised, each with its row.

        Of moments all, so that it does not hang on which rows come first.
        """
        if (field := self._fields.get(name)) and field.is_moment:
            return self._layout.numbered_cells(column)
        return self._layout.numbered_samples(column)

    def hold_moments(self, name: str, column: int) -> bool:
        """Whether a moment stands in a column, or days do: no number alone is one of them."""
        field, read = self._fields[name], self.of(name, column)
        texts = [text for _, cell in self._layout.numbered_cells(column) if (text := read(cell))]
        if any(accepts(field.read, each) for each in texts):
            return True
        return not any(map(str.isdigit, texts)) and self.hold_days(column)

    def are_same(self, name: str, column: int, other: int) -> bool:
        """Whether the first cells of two columns all mean the same, and any says something."""
        if self.is_in_another_unit(name, column) or self.is_in_another_unit(name, other):
            return False
        field = self._fields.get(name)
        read = (self.of(name, column), self.of(name, other)) if field else (bare, bare)
        rows = self._layout.numbered_rows(column, other)
        pairs = [(read[0](row[column]), read[1](row[other])) for _, row in rows]
        return any(map(any, pairs)) and all(a == b or _mean_same(field, a, b) for a, b in pairs)

    def says_anything(self, name: str, column: int) -> bool:
        """Whether any of the first cells of a column says something to a field."""
        return any(map(self.of(name, column), self._layout.cells_of(column)))

    def unread(self, name: str, column: int) -> tuple[int, str] | None:
        """The first cell that does not read as a field, behind its row; ``None`` where all do.

        Nothing of a column in another unit.
        """
        if self.is_in_another_unit(name, column):
            return None
        field = self._fields.get(name)
        if field is None and name != ON:
            return None
        read = self.of(name, column) if field else self.rules_day(column)
        for row, sample in self._telling(name, column):
            if not (text := read(sample)):
                continue
            if not (_reads(field, text) if field else accepts(read_date, text)):
                return row, sample
        return None

    def hold_clocks(self, column: int) -> bool:
        """Whether times of day without a day stand in most cells of a column."""
        texts = filter(None, map(bare, self._layout.cells_of(column)))
        return mostly(map(is_clock, texts))

    def hold_days(self, column: int) -> bool:
        """Whether days stand in most cells of a column."""
        told = [cell for _, cell in self._layout.numbered_cells(column)]
        if self._zone(column) in {None, UNKNOWN}:
            return False
        if column in self._serials:
            return are_whole(map(cells.bare, told))
        days = filter(None, map(self.rules_day(column), told))
        return mostly(accepts(read_date, each) for each in days)

    def hold_days_alone(self, name: str, column: int) -> bool:
        """The same, and no moment in any of the others."""
        return self.hold_days(column) and not self.read(name, column, each=False)

    @cached_property
    def _serials(self) -> frozenset[int]:
        """The columns whose first cells are all counts of days."""
        columns = range(len(self._layout.headings))
        return frozenset(at for at in columns if are_serials(self._layout.cells_of(at)))


def mostly(found: Iterable[bool]) -> bool:
    """Whether at least half of what was found is so, and anything was found."""
    told = list(found)
    return bool(told) and 2 * sum(told) >= len(told)


def _any_or_none(found: Iterator[bool]) -> bool:
    """Whether anything that was found is so, or nothing was found."""
    first = next(found, True)
    return first or any(found)


def _unless_paid_otherwise(read: cells.Reading) -> cells.Reading:
    """``read``, where a way of paying may stand for the moment of payment, and none is known."""
    return lambda cell: "" if is_no_moment_of_payment(cell) else read(cell)


def _mean_same(field: Field | None, text: str, other: str) -> bool:
    """Whether two different texts read as the same value of a field."""
    if field is None or not text or not other:
        return False
    try:
        return bool(field.read(text) == field.read(other))
    except InputError:
        return False


def _reads(field: Field, text: str) -> bool:
    return field.could_be(text) and accepts(field.read, text)
