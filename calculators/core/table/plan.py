"""How a table is to be answered: which column is which input, and what holds for all rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from calculators.core.fields import fields_of
from calculators.core.inputs import InputsRefused
from calculators.core.refusal import Refusal, Refused
from calculators.core.table.columns import ON, Headings, key


@dataclass(frozen=True)
class Plan:
    """How to answer a table.

    ``columns``: the column of each field (and of ``on``, the day of the rules), from 0.
    ``given``: the inputs (and ``on``) that have no column and are the same for all rows.
    ``words``: headings and choices in the reader's words instead of their ids.
    """

    columns: Mapping[str, int]
    given: Mapping[str, str] = field(default_factory=dict)
    words: bool = False


def plan(
    headings: Headings, chosen: Mapping[str, str], given: Mapping[str, str], *, words: bool
) -> Plan:
    """A plan from the columns that are sure, and those ``chosen`` by heading (empty: none).

    An input that is ``given`` holds for all rows, whatever the table says. Raises
    :class:`Refused` with ``no_such_column``, ``unsure_columns``, ``missing_columns`` or
    ``no_columns``, and :class:`InputsRefused` for an input that the calculator has not.
    """
    fields = fields_of(headings.definition.inputs)
    if unknown := [name for name in (*given, *chosen) if name not in fields and name != ON]:
        raise InputsRefused([Refusal(name, "unknown_field") for name in unknown])
    columns = {name: at for name, at in headings.sure.items() if name not in given}
    for name, heading in chosen.items():
        columns.pop(name, None)
        if heading:
            columns[name] = _column(headings, name, heading)
    unsure = tuple(
        f"{name}={headings.headings[at]}"
        for name in headings.unsure(given)
        if name not in chosen and name != ON
        for at in headings.matches[name].columns
    )
    if unsure:
        raise Refused("unsure_columns", columns=unsure)
    if missing := headings.needed - {*columns, *given}:
        raise Refused("missing_columns", columns=tuple(sorted(missing)))
    if not columns:
        raise Refused("no_columns", known=tuple(headings.matches))
    return Plan(columns, given, words=words)


def _column(headings: Headings, name: str, heading: str) -> int:
    keys = [key(each) for each in headings.headings]
    if name not in headings.matches or key(heading) not in keys:
        raise Refused("no_such_column", name=name, heading=heading)
    return keys.index(key(heading))
