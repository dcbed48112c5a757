"""How a table is to be answered: which column is which input, and what holds for all rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from calculators.core.answer import shape_on
from calculators.core.definition import Definition
from calculators.core.fields import fields_of
from calculators.core.inputs import InputsRefused
from calculators.core.moments import read_date
from calculators.core.refusal import Refusal, Refused
from calculators.core.table.columns import ON, Headings, key
from calculators.core.texts import LANGUAGES


@dataclass(frozen=True)
class Plan:
    """How to answer a table.

    ``columns``: the column of each field (and of ``on``, the day of the rules), from 0.
    ``given``: the inputs (and ``on``) that have no column and are the same for all rows.
    ``words``: headings and choices in the reader's words instead of their ids. ``today``: the day
    whose rules answer a row that has none of its own.
    """

    columns: Mapping[str, int]
    today: date
    given: Mapping[str, str] = field(default_factory=dict)
    words: bool = False


def plan(
    headings: Headings,
    chosen: Mapping[str, str],
    given: Mapping[str, str],
    today: date,
    *,
    words: bool,
) -> Plan:
    """A plan from the columns that are sure, and those ``chosen`` by heading (empty: none).

    An input that is ``given`` holds for all rows, whatever the table says. Raises
    :class:`Refused` with ``no_such_column``, ``same_headings``, ``given_twice``,
    ``unsure_columns``, ``missing_columns`` or ``no_columns``, and :class:`InputsRefused` for an
    input that the calculator has not, or that cannot be ``given`` like this.
    """
    fields = fields_of(headings.definition.inputs)
    if unknown := [name for name in (*given, *chosen) if name not in fields and name != ON]:
        raise InputsRefused([Refusal(name, "unknown_field") for name in unknown])
    _check(headings.definition, given)
    columns = {name: at for name, at in headings.sure.items() if name not in given}
    for name, heading in chosen.items():
        columns.pop(name, None)
        if name in given:
            raise Refused("given_twice", input=name)
        if heading.strip():
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
    if not columns and not headings.sure:
        raise Refused("no_columns", known=tuple(headings.matches))
    return Plan(columns, today, given, words=words)


def _check(definition: Definition, given: Mapping[str, str]) -> None:
    """Once for all rows: raises :class:`InputsRefused` with all that is wrong in ``given``."""
    refusals = []
    try:
        if on := given.get(ON):
            shape_on(definition, read_date(on))
    except Refused as refused:
        refusals.append(Refusal(ON, refused.code, refused.values))
    for name, text in given.items():
        try:
            if name != ON and text.strip():
                fields_of(definition.inputs)[name].read(text.strip())
        except Refused as refused:
            refusals.append(Refusal(name, refused.code, refused.values))
    if refusals:
        raise InputsRefused(refusals)


def _column(headings: Headings, name: str, heading: str) -> int:
    """The column of a heading as it is written, as it is understood, or by its number."""
    if name not in headings.matches:
        raise Refused("rules_never_changed")
    written = [at for at, each in enumerate(headings.headings) if each == heading]
    keys = [key(each) for each in headings.headings]
    alike = [at for at, each in enumerate(keys) if each == key(heading)]
    numbered = [at for at in range(len(keys)) if key(heading) in _numbers(headings, at)]
    found = next((each for each in (written, alike, numbered) if each), [])
    if not found:
        raise Refused("no_such_column", input=name, heading=heading)
    if len(found) > 1:
        numbers = tuple(str(at + 1) for at in found)
        raise Refused("same_headings", heading=heading, columns=numbers)
    return found[0]


def _numbers(headings: Headings, at: int) -> set[str]:
    """``第 3 列`` and ``Column 3``, as keys."""
    texts = map(headings.definition.texts, LANGUAGES)
    return {key(each.get("table", "column").format(number=at + 1)) for each in texts}
