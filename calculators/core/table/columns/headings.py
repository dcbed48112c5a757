"""Which column of a table holds which input, told by its heading and by what stands below it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from calculators.core.definition import Definition
from calculators.core.inputs.dates import read_date
from calculators.core.inputs.errors import accepts
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.field_types.moments import DateField
from calculators.core.inputs.fields import fields_of
from calculators.core.table import cells
from calculators.core.table.columns.days_to_choose import days_to_choose
from calculators.core.table.columns.layout import Layout
from calculators.core.table.columns.of_answers import columns_of_answers
from calculators.core.table.columns.of_numbers import NumberColumns
from calculators.core.table.columns.of_shipping import shipping_columns
from calculators.core.table.columns.paid_later import is_no_moment_of_payment
from calculators.core.table.columns.serials import are_serials, are_whole, from_serial
from calculators.core.table.columns.shared import shared, told_apart
from calculators.core.table.columns.units_of_columns import ColumnUnits
from calculators.core.table.columns.zones import in_zone, zone_of
from calculators.core.table.names import (
    ON,
    columns_called,
    headings_of,
    key,
    known_headings,
    likely_headings,
    names_of,
)

# What a file knows besides the inputs: the order's number, and what has become of it.
ORDER, STATUS, AFTER_SALE, PAYMENT = "order", "status", "after_sale", "payment_status"
# The same of a part of it alone, the sub-order in a row.
ITEM_STATUS, ITEM_AFTER_SALE = "item_status", "item_after_sale"
# For those that look at a file as a whole: what was sold, the parcel's number, where it goes.
PRODUCT, PARCEL, ADDRESS = "product", "parcel", "address"
_OF_ORDERS = (ORDER, STATUS, ITEM_STATUS, AFTER_SALE, ITEM_AFTER_SALE, PAYMENT)
_OF_FILES = (PRODUCT, PARCEL, ADDRESS)
BESIDES = (*_OF_ORDERS, *_OF_FILES)

# Shorter names occur in too many others to suggest anything; Chinese says much in two characters.
_TELLING, _TELLING_IN_LETTERS = 2, 4


@dataclass(frozen=True)
class Match:
    """The columns that may hold a field, best first.

    ``sure`` where there is just one by name, and its cells read as the field; ``proposed`` is the
    only one that is likely, with cells that read so and no other unit; else ``None``.
    """

    columns: tuple[int, ...]
    sure: bool
    proposed: int | None


@dataclass(frozen=True)
class Headings:
    """The headings of a table and its first rows, looked at for the inputs of one calculator."""

    definition: Definition
    layout: Layout
    from_1904: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings as they are written."""
        return self.layout.headings

    @cached_property
    def matches(self) -> Mapping[str, Match]:
        """For each field, and what a file knows besides, the columns that may hold it."""
        known = known_headings(self.definition)
        keys = ["" if at in self.answers else key(each) for at, each in enumerate(self.headings)]
        named = {
            field: tuple(i for i, each in enumerate(keys) if each in names)
            for field, names in known.items()
        }
        besides = {name: self._besides(name, keys) for name in self.beside_inputs}
        taken = {column for columns in named.values() for column in columns}
        taken |= {column for match in besides.values() for column in match.columns}
        similar = self._told_apart(
            {field: tuple(self._similar(field, keys, taken)) for field in known if not named[field]}
        )
        found = {field: self._match(field, named[field] or similar[field]) for field in known}
        inputs = [field for field in similar if field != ON]
        several = shared({field: similar[field] for field in inputs})
        for field in inputs:
            if not several.isdisjoint(found[field].columns):
                # Nobody but whoever asks knows which of them it is.
                found[field] = replace(found[field], proposed=None)
        self._take_days(found)
        self._propose_shipping(found, taken)
        return MappingProxyType(found | besides)

    def unit(self, name: str, column: int, *, of_each_cell: bool = False) -> str | None:
        """The unit of a column of amounts; ``None`` where nothing says that it is not yuan.

        ``of_each_cell``: a unit that only some cells name is no unit of the column.
        """
        field = fields_of(self.definition.inputs).get(name)
        if field is None or not field.in_yuan:
            return None
        return self.units.of(column, of_each_cell=of_each_cell)

    @cached_property
    def answers(self) -> frozenset[int]:
        """The columns of a file that was answered here before."""
        return columns_of_answers(self.definition, self.headings)

    @cached_property
    def units(self) -> ColumnUnits:
        """The units of the columns, whatever they hold."""
        return ColumnUnits(self.layout)

    def named(self, name: str) -> int | None:
        """The only column that is called as a field is, whatever its cells and unit are."""
        columns = self.matches[name].columns if name in self.matches else ()
        known = known_headings(self.definition).get(name, frozenset())
        return columns[0] if [key(self.headings[at]) in known for at in columns] == [True] else None

    def reading(self, name: str, column: int) -> cells.Reading:
        """How to bring the cells of a column to the text that the field ``name`` takes."""
        read = cells.reading(self.definition, name, fields_of(self.definition.inputs)[name])
        if self.definition.files and name == self.definition.files.paid_at:
            read = _unless_paid_otherwise(read)
        if not (convert := self.conversion(name, column)):
            return read
        return lambda cell: convert(read(cell))

    def conversion(self, name: str, column: int) -> cells.Reading | None:
        """How a column's moments become such as its field takes; ``None`` where they are."""
        field, from_1904 = fields_of(self.definition.inputs)[name], self.from_1904
        if not field.is_point_in_time:
            return None
        if zone := zone_of(self.headings[column]):
            return lambda text: in_zone(text, zone)
        if not self._holds_serials(column):
            return None
        return lambda text: from_serial(text, field, epoch_1904=from_1904)

    def rules_day(self, column: int) -> cells.Reading:
        """How to bring the cells of a column to the text of a day whose rules to use."""
        known = known_headings(self.definition)
        moments = {each for name in self.definition.judged_by for each in known[name]}
        if not self._holds_serials(column) or key(self.headings[column]) not in moments:
            return cells.rules_day
        day = DateField()
        return lambda cell: from_serial(cells.rules_day(cell), day, epoch_1904=self.from_1904)

    @property
    def beside_inputs(self) -> tuple[str, ...]:
        """What the file is asked besides the inputs: only where its rows are orders."""
        files = self.definition.files
        if not (files and files.has_states):
            return ()
        if not files.adds:
            return tuple(name for name in _OF_ORDERS if name != ORDER)
        return BESIDES if files.dashboard else _OF_ORDERS

    @property
    def sure(self) -> dict[str, int]:
        """The columns that need not be asked about, by field."""
        return {field: match.columns[0] for field, match in self.matches.items() if match.sure}

    def unsure(self, given: Mapping[str, str]) -> list[str]:
        """The fields to ask about: several columns, a similar one, or none where one is needed.

        ``given`` are inputs known for all rows.
        """
        return [
            field
            for field, match in self.matches.items()
            if not match.sure and not given.get(field) and (match.columns or field in self.needed)
            if field not in idle(self.definition, given)
            if field != ON or not self._judged
        ]

    @property
    def needed(self) -> set[str]:
        """The fields that cannot be empty, and that nothing but the file tells."""
        return self.needed_beside(self.sure)

    def needed_beside(self, known: Collection[str]) -> set[str]:
        """The same, as far as what is ``known`` of the file does not tell them."""
        files = self.definition.files
        told = {"now"} if files and files.asked_now else set()
        if files:
            told |= {name for name in files.told if files.tells(name, known)}
            told |= {
                name
                for name, others in files.spared.items()
                if all(self.matches[other].sure for other in others)
                if not self.matches[name].columns
            }
        return {
            name
            for name, field in fields_of(self.definition.inputs).items()
            if not (field.optional or field.default or field.default_rule or name in told)
        }

    @property
    def _judged(self) -> bool:
        """Whether the rows hold the day of what is judged, so that no other is asked for."""
        return any(self.matches[name].sure for name in self.definition.judged_by)

    def paid_at(self, columns: Mapping[str, int]) -> int | None:
        """The column whose emptiness tells that a closed order was never paid.

        Where the moment of payment is no input, or its column holds days, its usual headings tell.
        """
        files = self.definition.files
        if not files:
            return None
        match = self.matches.get(files.paid_at)
        if files.paid_at in columns or (match and match.columns):
            return columns.get(files.paid_at)
        names = headings_of(self.definition, files.paid_at)
        return next((at for at, each in enumerate(self.headings) if key(each) in names), None)

    def _take_days(self, found: dict[str, Match]) -> None:
        """A column of moments that holds days alone tells each order's day, and nothing else."""
        judged = self.definition.judged_by
        for name in judged:
            columns, field = found[name].columns, fields_of(self.definition.inputs)[name]
            if found[name].sure or len(columns) != 1 or not field.is_minute:
                continue
            if found[name].proposed is not None:
                continue  # moments, under a name that may be another's
            if not self._holds_days(columns[0]):
                continue
            found[name] = Match((), sure=False, proposed=None)
            if ON in found and not found[ON].sure and not any(found[each].sure for each in judged):
                found[ON] = Match(columns, sure=True, proposed=columns[0])

    @cached_property
    def days_alone(self) -> Mapping[str, int]:
        """The columns that are called as moments to judge by are, and say no time of day."""
        known, fields = known_headings(self.definition), fields_of(self.definition.inputs)
        called = {
            name: [at for at, each in enumerate(self.headings) if key(each) in known[name]]
            for name in self.definition.judged_by
            if fields[name].is_minute and not self.matches[name].columns
        }
        return {
            name: columns[0]
            for name, columns in called.items()
            if len(columns) == 1 and self._holds_days(columns[0])
        }

    def _holds_days(self, column: int) -> bool:
        samples = self.layout.samples(column)
        if self._holds_serials(column) and not are_whole(samples):
            return False
        days = list(filter(None, map(self.rules_day(column), samples)))
        return bool(days) and all(accepts(read_date, each) for each in days)

    def _holds_serials(self, column: int) -> bool:
        return column in self._serials

    @cached_property
    def _serials(self) -> frozenset[int]:
        """The columns whose first cells are all counts of days."""
        below = self.layout.below
        columns = ([row[at] for row in below if at < len(row)] for at in range(len(self.headings)))
        return frozenset(at for at, column in enumerate(columns) if are_serials(column))

    def _besides(self, name: str, keys: Sequence[str]) -> Match:
        """The column that best names what a file knows besides the inputs.

        Where several are called so, only whoever asks can tell which is meant.
        """
        if name == ORDER:
            numbers = NumberColumns(self.definition, self.layout, keys)
            return Match(numbers.columns, numbers.sure, numbers.proposed)
        found = columns_called(keys, names_of(self.definition, name))
        alike = [at for at in found if keys[at] == keys[found[0]]]
        if name in _OF_FILES:
            alike = alike[:1]
        sure = len(alike) == 1
        return Match(tuple(alike), sure=sure, proposed=alike[0] if sure else None)

    def _propose_shipping(self, found: dict[str, Match], taken: Collection[int]) -> None:
        """Where no column surely tells of shipping, each order would count as waiting until now."""
        files = self.definition.files
        if not files or any(found[name].columns for name in files.shipped):
            return
        for name, columns in shipping_columns(self.definition, self.layout, self.reading, taken):
            if columns:
                alone = len(columns) == 1
                found[name] = Match(columns, sure=False, proposed=columns[0] if alone else None)

    def _match(self, field: str, columns: tuple[int, ...]) -> Match:
        known = known_headings(self.definition)[field]
        exact = {at for at in columns if key(self.headings[at]) in known}
        # A known name is doubted where no cell bears it out, another where one does not.
        fitting = [at for at in columns if self._fits(field, at, each=at not in exact)]
        sure = len(columns) == 1 and exact == set(fitting) == set(columns)
        return Match(columns, sure, fitting[0] if len(fitting) == 1 == len(columns) else None)

    @property
    def tells_days(self) -> bool:
        """Whether days stand in any column that may be the one of each row's day."""
        return any(self._fits(ON, at, each=True) for at in self.matches[ON].columns)

    def _fits(self, name: str, column: int, *, each: bool) -> bool:
        """Whether heading and first cells of a column say nothing against a field.

        ``each``: every one of the cells has to read as the field, not only one.
        """
        return not self._is_in_another_unit(name, column) and self._reads(name, column, each=each)

    def _is_in_another_unit(self, name: str, column: int) -> bool:
        return self.unit(name, column) not in {None, "yuan"}

    def unread(self, name: str, column: int) -> tuple[int, str] | None:
        """The first cell that does not read as a field, behind its row; ``None`` where all do.

        Nothing of a column in another unit.
        """
        if self._is_in_another_unit(name, column):
            return None
        field = fields_of(self.definition.inputs).get(name)
        if field is None and name != ON:
            return None
        read = self.reading(name, column) if field else self.rules_day(column)
        for row, sample in self.layout.numbered_samples(column):
            if not (text := read(sample)):
                continue
            if not (_reads(field, text) if field else accepts(read_date, text)):
                return row, sample
        return None

    def _reads(self, name: str, column: int, *, each: bool) -> bool:
        """Whether the first cells of a column read as a field, as far as they say anything."""
        field = fields_of(self.definition.inputs).get(name)
        samples = self.layout.samples(column)
        if name == ON:
            days = [text for text in map(self.rules_day(column), samples) if text]
            found = [accepts(read_date, each) for each in days]
            # Of an empty column nobody's rules are known, however like a day it is called.
            return (bool(found) and all(found)) if each else (not found or any(found))
        if field is None:
            return True
        read = self.reading(name, column)
        found = [_reads(field, text) for sample in samples if (text := read(sample))]
        return not found or (all(found) if each else any(found))

    def _told_apart(self, similar: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
        """The columns that are like each field and not rather another; the day's are its own."""
        files = self.definition.files
        likely = {field: likely_headings(self.definition, field)[0] for field in similar}
        unknown = {field for field, columns in similar.items() if not columns}
        only_with = files.only_with if files else {}
        idle = {field for field, other in only_with.items() if other in unknown}
        days = {}
        if ON in similar:
            offered = days_to_choose(self.definition, self.layout, similar[ON], self.rules_day)
            days = {ON: offered}
        others = {field: columns for field, columns in similar.items() if field != ON}
        parted = told_apart(others, lambda name, at: key(self.headings[at]) in likely[name], idle)
        return parted | days

    def _similar(self, field: str, keys: Sequence[str], taken: set[int]) -> Iterator[int]:
        """Columns whose heading contains a known name, or is contained in one.

        Not those of whose first cells none reads as the field, unless they are in another unit.
        """
        if field != ON and fields_of(self.definition.inputs)[field].is_moment:
            # Other times are called alike: only what it is likely to be called.
            likely, _ = likely_headings(self.definition, field)
            called = (at for at, each in enumerate(keys) if at not in taken and each in likely)
            yield from (at for at in called if self._reads(field, at, each=False))
            return
        names = known_headings(self.definition)[field]
        if field == ON:
            # An order's own day may be the day of the rules, whatever the column is called.
            names |= frozenset(names_of(self.definition, "dates"))
        likely, unlike = likely_headings(self.definition, field)
        telling = list(filter(_tells, names))
        of_anything = set(names_of(self.definition, "of_anything")) - likely
        for column, heading in enumerate(keys):
            if column in taken or heading in of_anything or not _tells(heading):
                continue
            similar = any(name in heading or _says_most_of(heading, name) for name in telling)
            if heading not in likely and (not similar or any(each in heading for each in unlike)):
                continue
            if self._is_in_another_unit(field, column) or self._reads(field, column, each=False):
                yield column


def idle(definition: Definition, given: Mapping[str, str]) -> frozenset[str]:
    """The inputs that decide nothing beside what is ``given`` for all rows.

    Moments are for the hours and the day that follow from them.
    """
    files = definition.files
    if not (files and files.asked and all(given.get(name) for name in files.asked)):
        return frozenset()
    besides = frozenset(fields_of(definition.inputs)) - definition.in_form
    # What is known of moments stays asked.
    besides = besides.difference(*files.without.values(), {files.received})
    return besides if given.get(ON) else besides.difference(definition.judged_by)


def _unless_paid_otherwise(read: cells.Reading) -> cells.Reading:
    """``read``, where a way of paying may stand for the moment of payment, and none is known."""
    return lambda cell: "" if is_no_moment_of_payment(cell) else read(cell)


def _reads(field: Field, text: str) -> bool:
    return field.could_be(text) and accepts(field.read, text)


def _says_most_of(heading: str, name: str) -> bool:
    """``时间`` may be short for ``发货时间``; ``订单`` is not for ``订单支付时间``."""
    return heading in name and 2 * len(heading) >= len(name)


def _tells(name: str) -> bool:
    return len(name) >= (_TELLING_IN_LETTERS if name.isascii() else _TELLING)
