"""How a table is to be answered: which column is which input, and what holds for all rows."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from calculators.core.definition import Definition
from calculators.core.evaluation.day import day_of
from calculators.core.evaluation.formula import shape_on
from calculators.core.inputs.dates import read_date
from calculators.core.inputs.errors import ErrorDetails, InputError, ValidationError
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import LONGEST, quoted
from calculators.core.table.asked_by_rows import asked_by_rows, none_counts
from calculators.core.table.columns.beside_inputs import BESIDES, ORDER, beside_inputs
from calculators.core.table.columns.doubts import (
    DayAndTime,
    PromiseAlone,
    UnitDoubt,
    conversion_of,
    day_and_time,
    doubt_of,
    promise_alone,
)
from calculators.core.table.columns.headings import Headings
from calculators.core.table.columns.of_promise import PROMISED_AT
from calculators.core.table.names import ON, key
from calculators.core.table.units import MIXED, UNITS
from calculators.core.text.catalogue import LANGUAGES, Texts


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
    if unsure := tuple(_lines_to_add(headings, asked, columns)):
        named = list(dict.fromkeys(line.partition("=")[0] for line in unsure))
        doubts = (
            *filter(None, (doubt_of(headings, name) for name in named)),
            *(each for name in named for each in _doubted_units(headings, name)),
            *filter(None, (conversion_of(headings, name) for name in named)),
        )
        likely = {name: headings.matches[name].columns[0] for name in named}
        names = missing(headings, likely | columns, given, now.date())
        doubts = (
            *_parted(headings, [*named, *names]),
            *doubts,
            *_promises_alone(headings, names, likely | columns),
        )
        lines = tuple(_values_to_add(headings, names, likely | columns, given))
        days = days_asked(headings, [*named, *names])
        raise InputError("unsure_columns", columns=unsure, doubts=doubts, missing=lines, days=days)
    if names := missing(headings, columns, given, now.date()):
        lines = tuple(_values_to_add(headings, names, columns, given))
        doubts = (*_parted(headings, names), *_promises_alone(headings, names, columns))
        days = days_asked(headings, names)
        raise InputError("missing_columns", columns=lines, days=days, doubts=doubts)
    check_columns(headings, columns, given)
    if useless := [name for name in units if not _has_unit(headings, name, columns)]:
        raise InputError("unit_of_no_column", input=useless[0])
    return Plan(columns, now, given, units, words=words)


def _parted(headings: Headings, names: Iterable[str]) -> Iterator[DayAndTime]:
    """The moments of inputs, or from which inputs follow, that stand in two columns each."""
    files = headings.definition.files
    instead = files.instead if files else {}
    moments = dict.fromkeys(each for name in names for each in (name, *instead.get(name, ())))
    return filter(None, (day_and_time(headings, name) for name in moments))


def _promises_alone(
    headings: Headings, names: Iterable[str], columns: Mapping[str, int]
) -> Iterator[PromiseAlone]:
    return filter(None, (promise_alone(headings, name, columns) for name in names))


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


def _filled(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text.strip()}


def _has_unit(headings: Headings, name: str, columns: Mapping[str, int]) -> bool:
    """Whether an input is in a column of amounts: a value for all rows is in yuan."""
    field_ = fields_of(headings.definition.inputs).get(name)
    return name in columns and field_ is not None and field_.in_yuan


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


def _lines_to_add(headings: Headings, asked: Asked, columns: Mapping[str, int]) -> Iterator[str]:
    """What would settle the columns that are not certain, as a terminal takes it."""
    # Whoever names a column for one input does not mean another by it.
    meant = {columns[name] for name in asked.chosen if name in columns}
    for name in headings.unsure(asked.given):
        if name in asked.chosen or name in columns:
            continue
        if (places := headings.matches[name].columns) and meant.issuperset(places):
            continue
        if name == ON and not _asks_for_day(headings, {*columns, *asked.given}):
            continue
        if name in headings.shipping_days:
            yield f"{name}="  # whichever column is named, it holds no moments
            continue
        for at in headings.matches[name].columns:
            unit = headings.readings.unit(name, at)
            known = "yuan" if unit == MIXED else unit
            more = f" --unit {name}={known}" if known in UNITS and unit != "yuan" else ""
            yield f"{name}={_heading_to_add(headings, at)}{more}"


def _heading_to_add(headings: Headings, at: int) -> str:
    """A column as a terminal takes it: by its number where its heading cannot be written."""
    heading = headings.headings[at]
    again = headings.headings.count(heading) > 1
    if again or len(heading) > LONGEST or len(heading.splitlines()) > 1:
        return _numbered(headings.definition.texts(LANGUAGES[0]), at)
    return heading


def _doubted_units(headings: Headings, name: str) -> Iterator[UnitDoubt]:
    """The columns that may hold an input, and are not in yuan, with the line that settles each."""
    for at in headings.matches[name].columns:
        unit = headings.readings.unit(name, at)
        if unit in {None, "yuan"}:
            continue
        known = unit if unit in UNITS else "yuan"
        line = f"--column {name}={_heading_to_add(headings, at)} --unit {name}={known}"
        code = "unsure_unit" if unit in UNITS else "unsure_other_unit"
        yield UnitDoubt(headings.headings[at], line, "mixed_units" if unit == MIXED else code)


def _asks_for_day(headings: Headings, known: set[str]) -> bool:
    """Whether a column of days would tell the rules of each row, which nothing ``known`` does."""
    if not known.isdisjoint(headings.definition.judged_by):
        return False
    return headings.tells_days or headings.named(ON) is not None


def _values_to_add(
    headings: Headings,
    names: Collection[str],
    columns: Mapping[str, int],
    given: Mapping[str, str],
) -> Iterator[str]:
    """One value for all rows, as a terminal takes it: the form's own as an example, if any.

    Also the columns from which it follows, where that of the promise may be there.
    """
    files, fields = headings.definition.files, fields_of(headings.definition.inputs)
    known = {*columns, *given}
    may_follow = headings.hold_moments_besides(columns.values())
    for name, field_ in fields.items():
        if name not in names:
            continue
        line = f"{name}={field_.default or '…'}"
        if field_.is_moment and not field_.present:
            # Orders have one each.
            line = f"--column {line}"
        if files and name in files.until_now and files.may_follow(name, known):
            # Only the moment of shipping is missing.
            line += f" / --column {files.shipped[0]}=…"
        elif files and name in files.instead:
            others = [other for other in files.instead[name] if not fields[other].is_moment]
            line += "".join(f" / {other}=…" for other in others)
            moments = [other for other in files.instead[name] if fields[other].is_moment]
            if name in files.until_now and not files.tells_shipping(known):
                moments.append(files.shipped[0])
            added = " ".join(f"--column {other}=…" for other in moments if other not in known)
            if may_follow and PROMISED_AT not in known:
                line += f" / {added}"
            elif may_follow and added and headings.days_without_time.keys().isdisjoint(moments):
                # Hours for all would stand in for what each order was promised.
                line = f"{added} / {line}"
        yield line


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


def column(headings: Headings, name: str, heading: str) -> int:
    """The column of a heading as it is written, as it is understood, or by its number.

    Raises :class:`InputError` with ``no_such_column``, ``same_headings`` or
    ``rules_never_changed``.
    """
    if name not in headings.matches:
        raise InputError("rules_never_changed")
    written = [at for at, each in enumerate(headings.headings) if each == heading]
    keys = [key(each) for each in headings.headings]
    alike = [at for at, each in enumerate(keys) if each == key(heading)]
    alike = alike or [at for at, each in enumerate(headings.layout.keys) if each == key(heading)]
    numbered = [at for at in range(len(keys)) if key(heading) in _numbers(headings, at)]
    found = next((each for each in (written, alike, numbered) if each), [])
    if not found:
        raise InputError("no_such_column", input=name, heading=heading)
    if len(found) > 1:
        numbers = tuple(str(at + 1) for at in found)
        raise InputError("same_headings", heading=heading, columns=numbers)
    return found[0]


def _numbers(headings: Headings, at: int) -> set[str]:
    """``第 3 列`` and ``Column 3``, as keys."""
    return {key(_numbered(each, at)) for each in map(headings.definition.texts, LANGUAGES)}


def _numbered(texts: Texts, at: int) -> str:
    return texts.get("table", "column").format(number=at + 1)
