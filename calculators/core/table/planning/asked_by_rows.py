"""Which inputs the rows of a table ask for, by what stands in their own cells."""

from collections.abc import Iterator, Mapping, Sequence

from calculators.core.definition import Definition
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.fields import fields_of
from calculators.core.table.columns.headings import Headings
from calculators.core.table.orders.states.states import NO_ORDER, REPLACED, UNPAID, States
from calculators.core.table.sums.labels import is_label


def still_open(definition: Definition, typed: Mapping[str, str]) -> list[str]:
    """The inputs that a row leaves open and that decide its answer; ``typed`` is what it says."""
    files = definition.files
    if files is None:
        return []
    # An empty cell says that the order waits; no column says nothing.
    filled = [name for name in typed if typed[name] or name in files.shipped]
    return [name for name in files.open(filled) if _decides(definition, name, typed)]


def _decides(definition: Definition, name: str, typed: Mapping[str, str]) -> bool:
    """Whether anything hangs on an input, as far as what is ``typed`` for the others says."""
    fields, files = fields_of(definition.inputs), definition.files
    if not fields[name].decides(typed):
        return False
    idle = files.idle_with.get(name, {}) if files else {}
    return not any(_says(definition, other, typed.get(other), text) for other, text in idle.items())


def _says(definition: Definition, name: str, typed: str | None, text: str) -> bool:
    """Whether what is typed for an input means the same as ``text``."""
    field = fields_of(definition.inputs)[name]
    if not typed:
        return False
    try:
        return bool(field.read(typed) == field.read(text))
    except InputError:
        return False


def asked_by_rows(
    headings: Headings, columns: Mapping[str, int], given: Mapping[str, str], names: Sequence[str]
) -> list[str]:
    """Those of ``names`` that decide the answer to a row of an order.

    All of them, where others follow the first rows: who knows what these need.
    """
    files = headings.definition.files
    if not names or files is None or not headings.layout.whole:
        return list(names)
    readings = {
        name: headings.readings.of(name, columns[name])
        for name in fields_of(headings.definition.inputs)
        if name in columns
    }
    asked: set[str] = set()
    for own in _counted(headings, columns):
        typed = {**given, **{name: read(own[columns[name]]) for name, read in readings.items()}}
        typed |= files.chosen(typed)
        asked.update(still_open(headings.definition, typed))
    return [name for name in names if name in asked]


def none_counts(headings: Headings, columns: Mapping[str, int]) -> bool:
    """Whether a table is known whole, and no row of it is of an order that counts."""
    return headings.layout.whole and next(_counted(headings, columns), None) is None


def _counted(headings: Headings, columns: Mapping[str, int]) -> Iterator[list[str]]:
    """The rows, but for those of totals and of orders that nobody paid for."""
    layout, files = headings.layout, headings.definition.files
    states = States(headings, columns if files and files.has_states else {})
    for row in layout.below:
        own, _ = layout.parted(row)
        if not any(map(str.strip, own)) or any(map(is_label, own)):
            continue
        if states.of(own).kind not in {UNPAID, REPLACED, NO_ORDER}:
            yield own
