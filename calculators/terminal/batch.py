"""A table of questions: what was asked of it on standard output, what it adds up to beside it."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from itertools import zip_longest

from calculators import definition
from calculators.clock import now_in_beijing
from calculators.core.inputs.errors import ErrorDetails, InputError, ValidationError
from calculators.core.table.answering import answered
from calculators.core.table.collecting import Collected
from calculators.core.table.columns.doubts import doubt_of
from calculators.core.table.files.opening import Opened, open_table
from calculators.core.table.parcels.joining import (
    JoinedTable,
    fields_joined,
    parcels_first,
    sure_columns,
)
from calculators.core.table.planning.named_column import column
from calculators.core.table.planning.plan import Asked, Plan, plan
from calculators.core.table.table import Table
from calculators.core.text.formatting import sentence
from calculators.terminal import ANSWERED, WRONG_INPUTS
from calculators.terminal.dashboard import dashboard_report
from calculators.terminal.ending import WriteError, write
from calculators.terminal.input import table_file
from calculators.terminal.refused import tell_refused


def answer_table(asked: Namespace, told: Asked, other: Mapping[str, str], stamp: str) -> int:
    """Answer the table ``asked.csv``, or two, by what was ``told`` of them.

    ``other`` are the columns of the parcels' table by field; ``stamp`` is now in UTC.
    """
    if asked.on:
        told = replace(told, given={**told.given, "on": asked.on})
    texts = definition(asked.calculator).texts(asked.lang)
    try:
        with ExitStack() as open_files:
            tables = list(_tables(asked, open_files))
            table, planned = _planned(asked, told, other, tables)
            collected = _collected(asked, table, planned)
            _write(asked, table, planned, answered(table, planned, collected))
    except (OSError, InputError, ValidationError) as error:
        tell_refused(asked, texts, error)
        return WRONG_INPUTS
    return _tell(asked, table, collected, stamp)


def _collected(asked: Namespace, table: Table, planned: Plan) -> Collected | None:
    """What collects, where the calculator looks at whole files; raises ``no_dashboard``."""
    collected = Collected.of(table, planned)
    if collected is None and (asked.ics or asked.to_do):
        raise InputError("no_dashboard")
    return collected


def _tables(asked: Namespace, open_files: ExitStack) -> Iterator[Table]:
    """The tables as they were named; each sheet belongs to the table in its place."""
    for path, sheet in zip_longest(asked.csv, asked.sheet[: len(asked.csv)]):
        opened = open_table(open_files.enter_context(table_file(path)), sheet=sheet or None)
        _check_certain(opened)
        yield Table(definition(asked.calculator), opened, asked.lang)


def _planned(
    asked: Namespace, told: Asked, other: Mapping[str, str], tables: list[Table]
) -> tuple[Table, Plan]:
    """The table to answer, joined where there are two, and its plan."""
    table, *more = tables
    if not more:
        return table, plan(table.headings, told, now_in_beijing(), words=asked.words)
    (parcels,) = more
    if swapped := parcels_first(table.headings, parcels.headings) != asked.swap:
        table, parcels = parcels, table
    columns = _columns(parcels, other, set(table.headings.sure) | told.given.keys())
    # What comes from the parcels is not asked of the orders.
    chosen = {**dict.fromkeys(set(columns) & _doubtful(table), ""), **told.chosen}
    planned = plan(
        table.headings, replace(told, chosen=chosen), now_in_beijing(), words=asked.words
    )
    places = {"orders": 2 if swapped else 1, "parcels": 1 if swapped else 2}
    print(sentence(table.texts, "joining", "found", values=places), file=sys.stderr)
    joined = JoinedTable(table, planned, parcels, columns)
    return joined, joined.plan


def _doubtful(table: Table) -> set[str]:
    return set(table.headings.unsure({}))


def _columns(parcels: Table, other: Mapping[str, str], told: set[str]) -> dict[str, int]:
    """The columns of the table of parcels, but for what is ``told`` elsewhere.

    Raises ``ValidationError`` for what it is not asked, ``InputError`` with
    ``unsure_parcel_columns`` for columns that are likely and not certain.
    """
    known = fields_joined(parcels.definition)
    if unknown := [name for name in other if name not in known]:
        raise ValidationError([ErrorDetails(name, "unknown_field") for name in unknown])
    columns = {**sure_columns(parcels.headings)}
    for name, heading in other.items():
        columns.pop(name, None)
        if heading.strip():
            columns[name] = column(parcels.headings, name, heading)
    doubtful = [name for name in known if name not in {*columns, *other, *told}]
    if unsure := tuple(
        f"{name}={parcels.headings.headings[at]}"
        for name in known
        if name in doubtful
        for at in parcels.headings.matches[name].columns
    ):
        doubts = tuple(filter(None, (doubt_of(parcels.headings, name) for name in doubtful)))
        raise InputError("unsure_parcel_columns", columns=unsure, doubts=doubts)
    return columns


def _write(asked: Namespace, table: Table, planned: Plan, pieces: Iterator[bytes]) -> None:
    """The answered table, as it was asked for; where it was not, it is only gone through."""
    if asked.json or asked.ics or asked.to_do:
        for _ in pieces:
            pass
    elif asked.xlsx:
        # Few ask for a workbook, and its parts take as long to load as some hundred rows.
        from tempfile import TemporaryFile  # noqa: PLC0415

        from calculators.core.table.workbook.writing import workbook_of  # noqa: PLC0415

        with TemporaryFile() as kept:
            for piece in pieces:
                try:
                    kept.write(piece)
                except OSError as error:
                    raise WriteError from error
            kept.seek(0)
            for piece in workbook_of(table, planned, kept):
                write(piece)
    else:
        for piece in pieces:
            write(piece)


def _tell(asked: Namespace, table: Table, collected: Collected | None, stamp: str) -> int:
    """What the table adds up to: beside it, or as it was asked for."""
    dashboard = collected.dashboard() if collected else None
    if asked.json:
        told = {"totals": table.totals.words(), "dashboard": dashboard}
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return ANSWERED
    counted = {name: getattr(table.totals, name) for name in ("answered", "refused", "blank")}
    in_all = sentence(table.texts, "table", "counted", values=counted)
    if collected and (asked.to_do or asked.ics) and table.totals.refused:
        print(in_all, file=sys.stderr)
    if collected and asked.to_do:
        print(collected.to_do_list())
        return ANSWERED
    if collected and asked.ics:
        if not (made := collected.calendar(stamp)):
            print(table.texts.get("calendar", "nothing"), file=sys.stderr)
            return WRONG_INPUTS
        write(made.encode())
        return ANSWERED
    for line in table.totals.told():
        print(line, file=sys.stderr)
    if dashboard:
        print(*dashboard_report(dashboard, table.texts), sep="\n", file=sys.stderr)
    print(in_all, file=sys.stderr)
    return ANSWERED


def _check_certain(opened: Opened) -> None:
    """A terminal cannot ask which sheet is meant; raises ``several_sheets``."""
    if not opened.sure:
        raise InputError("several_sheets", sheets=opened.sheets)
