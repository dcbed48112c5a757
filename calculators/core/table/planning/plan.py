"""How a table is to be answered: which column is which input, and what holds for all rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from calculators.core.definition import Definition
from calculators.core.evaluation.formula import shape_on
from calculators.core.inputs.dates import read_date
from calculators.core.inputs.errors import ErrorDetails, InputError, ValidationError
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import quoted
from calculators.core.table.columns.beside_inputs import beside_inputs
from calculators.core.table.columns.doubts import (
    conversion_of,
    doubt_of,
)
from calculators.core.table.columns.headings import Headings
from calculators.core.table.names import ON
from calculators.core.table.planning.lines_to_add import (
    columns_to_add,
    doubted_units,
    parted_moments,
    promises_alone,
    values_to_add,
)
from calculators.core.table.planning.missing import check_columns, days_asked, missing
from calculators.core.table.planning.named_column import column
from calculators.core.table.units import UNITS


@dataclass(frozen=True)
class Plan:
    """How to answer a table.

    ``columns``: the column of each field (of ``on``, the day of the rules, and of what a file
    knows besides), from 0. ``now``: the minute of asking; an order that has not been shipped is
    late until then, and its day answers a row that has none of its own. ``given``: the inputs
    (and ``on``) that have no column and are the same for all rows. ``units``: the units of columns
    of amounts that are not in yuan. ``words``: headings and choices in the reader's words instead
    of their ids.
    """

    columns: Mapping[str, int]
    now: datetime
    given: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    words: bool = False

    @property
    def known(self) -> frozenset[str]:
        """What has a column, or is the same for all rows."""
        return frozenset({*self.columns, *(name for name, text in self.given.items() if text)})

    @property
    def today(self) -> date:
        """The day of asking."""
        return self.now.date()


@dataclass(frozen=True)
class Asked:
    """What whoever asks says of a table: headings by field, values for all rows, units."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)


def plan(headings: Headings, asked: Asked, now: datetime, *, words: bool) -> Plan:
    """A plan from the columns that are sure, and those ``chosen`` by heading (empty: none).

    An input that is ``given`` holds for all rows, whatever the table says; an empty text gives
    nothing, and no unit. Raises :class:`InputError` with ``no_such_column``, ``same_headings``,
    ``given_twice``, ``only_a_column``, ``unsure_columns``, ``missing_columns``, ``no_such_unit``,
    ``unit_of_no_column`` or ``no_columns``, and :class:`ValidationError` for an input that the
    calculator has not, or that cannot be ``given`` like this.
    """
    asked = Asked(asked.chosen, _filled(asked.given), _filled(asked.units))
    chosen, given, units = asked.chosen, asked.given, asked.units
    besides = beside_inputs(headings.definition)
    known = {*fields_of(headings.definition.inputs), ON, *besides}
    if unknown := [name for name in (*given, *chosen, *units) if name not in known]:
        raise ValidationError([ErrorDetails(name, "unknown_field") for name in unknown])
    if known_besides := [name for name in given if name in besides]:
        raise InputError("only_a_column", input=known_besides[0])
    _check(headings.definition, given)
    columns = {name: at for name, at in headings.sure.items() if name not in given}
    for name, heading in chosen.items():
        columns.pop(name, None)
        if not heading.strip():
            continue
        if name in given:
            raise InputError("given_twice", input=name)
        columns[name] = column(headings, name, heading)
    columns |= _settled(headings, {*units}.difference(columns, chosen, given))
    _check_units(headings, columns, units)
    if unsure := tuple(columns_to_add(headings, columns, chosen, given)):
        named = list(dict.fromkeys(line.partition("=")[0] for line in unsure))
        doubts = (
            *filter(None, (doubt_of(headings, name) for name in named)),
            *(each for name in named for each in doubted_units(headings, name)),
            *filter(None, (conversion_of(headings, name) for name in named)),
        )
        likely = {name: headings.matches[name].columns[0] for name in named}
        names = missing(headings, likely | columns, given, now.date())
        doubts = (
            *parted_moments(headings, [*named, *names]),
            *doubts,
            *promises_alone(headings, names, likely | columns),
        )
        lines = tuple(values_to_add(headings, names, likely | columns, given))
        days = days_asked(headings, [*named, *names])
        raise InputError("unsure_columns", columns=unsure, doubts=doubts, missing=lines, days=days)
    if names := missing(headings, columns, given, now.date()):
        lines = tuple(values_to_add(headings, names, columns, given))
        doubts = (*parted_moments(headings, names), *promises_alone(headings, names, columns))
        days = days_asked(headings, names)
        raise InputError("missing_columns", columns=lines, days=days, doubts=doubts)
    check_columns(headings, columns, given)
    if useless := [name for name in units if not _has_unit(headings, name, columns)]:
        raise InputError("unit_of_no_column", input=useless[0])
    return Plan(columns, now, given, units, words=words)


def _filled(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text.strip()}


def _has_unit(headings: Headings, name: str, columns: Mapping[str, int]) -> bool:
    """Whether an input is in a column of amounts: a value for all rows is in yuan."""
    field_ = fields_of(headings.definition.inputs).get(name)
    return name in columns and field_ is not None and field_.in_yuan


def _settled(headings: Headings, names: Iterable[str]) -> dict[str, int]:
    """The columns of which nothing but the unit was doubted, where that is said."""
    found = {name: headings.named(name) for name in names}
    return {name: at for name, at in found.items() if at is not None}


def _check_units(headings: Headings, columns: Mapping[str, int], units: Mapping[str, str]) -> None:
    """A column of fen is no column of yuan, whoever chose it, unless its unit is said."""
    if wrong := [unit for unit in units.values() if unit not in UNITS]:
        raise InputError("no_such_unit", unit=wrong[0], known=tuple(UNITS))
    for name, at in columns.items():
        unit = headings.readings.unit(name, at, of_each_cell=True)
        if unit is not None and name not in units:
            known = unit if unit in UNITS else "yuan"
            code = "unit_not_said" if unit in UNITS else "other_unit"
            raise InputError(code, heading=quoted(headings.headings[at]), line=f"{name}={known}")


def _check(definition: Definition, given: Mapping[str, str]) -> None:
    """Once for all rows: raises :class:`ValidationError` with all that is wrong in ``given``."""
    errors = list(unreadable(definition, given))
    if (on := given.get(ON)) and all(each.field != ON for each in errors):
        shape_on(definition, read_date(on))
    if errors:
        raise ValidationError(errors)


def unreadable(definition: Definition, given: Mapping[str, str]) -> Iterator[ErrorDetails]:
    """What is ``given`` for all rows and cannot be read, the day of the rules first."""
    for name, text in sorted(given.items(), key=lambda each: each[0] != ON):
        read = read_date if name == ON else fields_of(definition.inputs)[name].read
        try:
            if text.strip():
                read(text.strip())
        except InputError as error:
            yield ErrorDetails(name, error.code, error.values)
