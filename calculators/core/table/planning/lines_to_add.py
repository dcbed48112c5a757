"""What would settle the columns of a table, as whoever works in a terminal adds it."""

import shlex
from collections.abc import Collection, Iterable, Iterator, Mapping

from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import LONGEST
from calculators.core.table.columns.doubts import (
    DayAndTime,
    PromiseAlone,
    UnitDoubt,
    day_and_time,
    promise_alone,
)
from calculators.core.table.columns.headings import Headings
from calculators.core.table.columns.of_promise import PROMISED_AT
from calculators.core.table.names import ON
from calculators.core.table.planning.named_column import numbered
from calculators.core.table.units import MIXED, UNITS
from calculators.core.text.catalogue import LANGUAGES

# What parts an argument, or means something, in one of bash, cmd and PowerShell. All three take
# what stands within double quotes as it is, but for the marks of _MEANT.
_MARKS, _MEANT = frozenset("\"#$&'()*,;<>?@[\\]^`{|}~!"), frozenset('"$`\\!')


def columns_to_add(
    headings: Headings,
    columns: Mapping[str, int],
    chosen: Collection[str],
    given: Mapping[str, str],
) -> Iterator[str]:
    """What would settle the columns that are not certain, as a terminal takes it."""
    # Whoever names a column for one input does not mean another by it.
    meant = {columns[name] for name in chosen if name in columns}
    for name in headings.unsure(given):
        if name in chosen or name in columns:
            continue
        if (places := headings.matches[name].columns) and meant.issuperset(places):
            continue
        if name == ON and not _asks_for_day(headings, {*columns, *given}):
            continue
        if name in headings.shipping_days:
            yield f"{name}="  # whichever column is named, it holds no moments
            continue
        for at in headings.matches[name].columns:
            unit = headings.readings.unit(name, at)
            known = "yuan" if unit == MIXED else unit
            more = f" --unit {name}={known}" if known in UNITS and unit != "yuan" else ""
            yield _of_column(headings, name, at) + more


def _asks_for_day(headings: Headings, known: set[str]) -> bool:
    """Whether a column of days would tell the rules of each row, which nothing ``known`` does."""
    if not known.isdisjoint(headings.definition.judged_by):
        return False
    return headings.tells_days or headings.named(ON) is not None


def values_to_add(
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


def doubted_units(headings: Headings, name: str) -> Iterator[UnitDoubt]:
    """The columns that may hold an input, and are not in yuan, with the line that settles each."""
    for at in headings.matches[name].columns:
        unit = headings.readings.unit(name, at)
        if unit in {None, "yuan"}:
            continue
        known = unit if unit in UNITS else "yuan"
        line = f"--column {_of_column(headings, name, at)} --unit {name}={known}"
        code = "unsure_unit" if unit in UNITS else "unsure_other_unit"
        yield UnitDoubt(headings.headings[at], line, "mixed_units" if unit == MIXED else code)


def _of_column(headings: Headings, name: str, at: int) -> str:
    """The argument that says in which column an input is, in quotes where a shell needs them."""
    heading = _heading_to_add(headings, at)
    if _MARKS.isdisjoint(heading) and len(heading.split()) == 1:
        return f"{name}={heading}"
    return f'{name}="{heading}"' if _MEANT.isdisjoint(heading) else f"{name}={shlex.quote(heading)}"


def _heading_to_add(headings: Headings, at: int) -> str:
    """A column as a terminal takes it: by its number where its heading cannot be written."""
    heading = headings.headings[at]
    again = headings.headings.count(heading) > 1
    if again or len(heading) > LONGEST or len(heading.splitlines()) > 1:
        return numbered(headings.definition.texts(LANGUAGES[0]), at)
    return heading


def parted_moments(headings: Headings, names: Iterable[str]) -> Iterator[DayAndTime]:
    """The moments of inputs, or from which inputs follow, that stand in two columns each."""
    files = headings.definition.files
    instead = files.instead if files else {}
    moments = dict.fromkeys(each for name in names for each in (name, *instead.get(name, ())))
    return filter(None, (day_and_time(headings, name) for name in moments))


def promises_alone(
    headings: Headings, names: Iterable[str], columns: Mapping[str, int]
) -> Iterator[PromiseAlone]:
    """The columns of promises that do not tell the inputs with these ``names``."""
    return filter(None, (promise_alone(headings, name, columns) for name in names))
