"""A file of orders in a page: looked at, then answered piece by piece while the page stays free."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any, NotRequired, TypedDict

from calculators import definition
from calculators.core.inputs.dates import CHINA, read_date
from calculators.core.inputs.errors import ErrorDetails, InputError
from calculators.core.inputs.fields import fields_of
from calculators.core.order_files import Files
from calculators.core.outcome.outputs import outputs_of
from calculators.core.output.errors import error_in_words, error_text
from calculators.core.output.presentation import column_label
from calculators.core.table.answering import answered
from calculators.core.table.collecting import Collected
from calculators.core.table.columns.beside_inputs import BESIDES, ORDER
from calculators.core.table.columns.doubts import (
    conversion_of,
    day_and_time,
    doubt_of,
    doubt_text,
    promise_alone,
)
from calculators.core.table.columns.headings import Match
from calculators.core.table.files.opening import open_table
from calculators.core.table.names import NOW, ON
from calculators.core.table.parcels.joining import (
    JoinedTable,
    fields_joined,
    parcels_first,
    sure_columns,
)
from calculators.core.table.planning.missing import (
    check_columns,
    days_asked,
    missing,
    needed,
    unanswered,
)
from calculators.core.table.planning.plan import Plan, unreadable
from calculators.core.table.table import Table
from calculators.core.table.totals_in_words import TotalsInWords
from calculators.core.table.units import UNITS
from calculators.core.text.formatting import sentence
from calculators.page import written
from calculators.page.file import page_file

SEVERAL = 2  # sheets, of which one is asked for
# Sheets of a workbook that are tried for a table until one is.
_TRIED = 10


class OrdersRequest(TypedDict):
    """A file of orders to look at. ``now`` is a minute, ``2026-11-21 09:30``, on Douyin's clock.

    ``on`` is the day of the rules that was named for all rows, or empty; ``sheet`` is that of a
    workbook, where one was named, ``other_sheet`` that of a second file. ``swapped``: of two files,
    the one that was taken for parcels is the one with orders.
    """

    calculator: str
    lang: str
    now: str
    on: str
    sheet: str | None
    other_sheet: NotRequired[str | None]
    swapped: NotRequired[bool]


class FoundColumn(TypedDict):
    """A column with some of its cells, and how its amounts would be written."""

    heading: str
    samples: list[str]
    unit: str | None


class FoundField(TypedDict):
    """An input, or what a file knows besides, and the columns that may hold it.

    ``column`` is the one that is sure; ``likely`` are others that it may be, ``proposed`` the one
    of them that nothing speaks against; ``doubt`` says which cell speaks against the only one,
    in which unit its durations are, if not in hours, or which column of days would tell it, were
    they moments.
    ``input_type`` is what an ``<input>`` takes, ``unit`` the word behind the field in the form,
    ``choices`` its ids with their words. An amount, or several, may be in a column of another unit.
    A ``needed`` field has to have a column or a value.
    """

    name: str
    label: str
    column: int | None
    likely: list[int]
    proposed: int | None
    doubt: str
    input_type: str
    is_amount: bool
    choices: list[tuple[str, str]]
    unit: str
    needed: bool


class OtherFile(TypedDict):
    """A second file, of the orders' parcels: ``at`` is its place among the two, from 0.

    ``fields`` are the order's number (``order``), the parcel's (``parcel``) and the moments that
    are taken from it, with their columns in it; ``text`` says which file was taken for which.
    """

    at: int
    text: str
    columns: list[FoundColumn]
    fields: list[FoundField]
    sheet: str | None
    sheets: list[str]


class OrdersFound(TypedDict):
    """What a file's first lines tell.

    ``ask`` names the fields to ask about, ``asked`` those that no default of the form answers,
    ``instead`` for some of these the fields from which they follow, ``assumed`` those whose default
    is said among the notes, ``unset`` those that count as not given then. ``units`` are the units
    that are understood, with their words, ``outputs`` the headings of what is answered. Of a
    workbook ``sheet`` is the one that was read, ``sheets`` are those with rows. ``other`` is the
    second file, where there is one.
    """

    columns: list[FoundColumn]
    fields: list[FoundField]
    ask: list[str]
    asked: list[str]
    instead: dict[str, list[str]]
    assumed: list[str]
    unset: list[str]
    units: dict[str, str]
    outputs: list[str]
    sheet: str | None
    sheets: list[str]
    other: OtherFile | None


class RefusedFile(TypedDict):
    """Why a file is no table of orders.

    ``sheets`` are those with rows of each workbook that was opened, where there is a choice: none
    of the first few is a table, but a later one may be.
    """

    refused: str
    sheets: NotRequired[list[list[str]]]


class OrdersPlan(TypedDict):
    """The column of each field, from 0, what holds for all rows, and units other than yuan.

    ``other`` has the columns of a second file, by the fields of :class:`OtherFile`; where it is
    left out, the ones that are sure.
    """

    columns: dict[str, int]
    given: dict[str, str]
    units: dict[str, str]
    other: NotRequired[dict[str, int]]


class PlanError(TypedDict):
    """A field that a plan leaves open (no text), or whose value cannot be read, and why."""

    field: str
    text: str


class OrdersProgress(TotalsInWords):
    """What the rows answered so far add up to; ``unreadable`` says why there are no more.

    ``looked`` is how many were looked at for rows of one order; ``headings`` are the file's own,
    behind them those that a second file adds.
    """

    looked: int
    headings: list[str]
    unreadable: str


class Orders:
    """A file of orders by an :class:`OrdersRequest`, and perhaps a second one of their parcels.

    ``read(at, count)`` gives bytes of the file, which has ``size`` of them; the others those of the
    second file, where there is one.

    Raises nothing for a file that is no table: :meth:`found` says so to the reader.
    """

    def __init__(
        self,
        request: str,
        read: Callable[[int, int], Any],
        size: int,
        read_other: Callable[[int, int], Any] | None = None,
        size_other: int = 0,
    ) -> None:
        asked: OrdersRequest = json.loads(request)
        self._lang = asked["lang"]
        self._definition = definition(asked["calculator"])
        self._texts = self._definition.texts(self._lang)
        self._now = datetime.fromisoformat(asked["now"]).replace(tzinfo=CHINA)
        self._fields = fields_of(self._definition.inputs)
        self._on = _readable_day(asked.get("on"))
        self._pieces: Iterator[bytes] = iter(())
        self._workbook: Iterator[bytes] = iter(())
        self._collected: Collected | None = None
        self._refused = ""
        self._sheets: list[list[str]] = []
        # The second file, and its place among both.
        self._other: Table | None = None
        self._other_at = 1
        self._sizes = size, size_other
        try:
            self._table = self._opened(read, size, asked.get("sheet"))
            if read_other is not None:
                self._other = self._opened(read_other, size_other, asked.get("other_sheet"))
                self._take_roles(self._other, swapped=asked.get("swapped", False))
            self._answered = self._table
        except InputError as error:
            self._refused = self._why(error)

    def _opened(self, read: Callable[[int, int], Any], size: int, sheet: str | None) -> Table:
        """The table in a file; of a workbook whose sheet was not said, the first that is one.

        A sheet of one row is none: a cover, or headings below which nothing stands yet.
        """
        file = page_file(read, size)
        opened = open_table(file, sheet=sheet)
        self._sheets.append(list(opened.sheets))
        try:
            return Table(self._definition, opened, self._lang)
        except InputError:
            for name in opened.sheets[1:_TRIED]:
                with suppress(InputError):
                    table = Table(self._definition, open_table(file, sheet=name), self._lang)
                    table.opened.sheets = opened.sheets
                    return table
            raise

    def _take_roles(self, second: Table, *, swapped: bool) -> None:
        """The second file is the one of the parcels, or the first one is."""
        if parcels_first(self._table.headings, second.headings) != swapped:
            self._table, self._other, self._other_at = second, self._table, 0
            self._sizes = self._sizes[1], self._sizes[0]

    def found(self) -> str:
        """What the file's first lines tell (:class:`OrdersFound`), or a :class:`RefusedFile`."""
        if not self._refused:
            self._refuse_without_columns()
        if self._refused:
            refused: RefusedFile = {"refused": self._refused}
            if any(len(each) > 1 for each in self._sheets):
                refused["sheets"] = self._sheets
            return written(refused)
        headings = self._table.headings
        files = self._definition.files
        found: OrdersFound = {
            "columns": _columns(self._table),
            "fields": [
                self._field(self._table, name, match) for name, match in headings.matches.items()
            ],
            # Also what the form has: one order was tried there, and would answer for all.
            "ask": self._ask(),
            "asked": [*(files.asked if files else []), *self._until_when()],
            "instead": _instead(files) if files else {},
            "assumed": list(files.assumed) if files else [],
            "unset": list(files.unset) if files else [],
            "units": {unit: self._texts.get("units_of_amounts", unit) for unit in UNITS},
            "outputs": [
                column_label(self._definition, name, self._texts)
                for name in outputs_of(self._definition.outputs)
            ],
            "sheet": self._table.opened.sheet,
            "sheets": list(self._table.opened.sheets),
            "other": self._other_found(),
        }
        return written(found)

    def _refuse_without_columns(self) -> None:
        """A table in which nothing was found is none of ours, where nothing is asked of it."""
        if self._other is None and len(self._table.opened.sheets) < SEVERAL and not self._ask():
            try:
                check_columns(self._table.headings, ())
            except InputError as error:
                self._refused = self._why(error)

    def _other_found(self) -> OtherFile | None:
        if self._other is None:
            return None
        places = {"orders": 2 - self._other_at, "parcels": self._other_at + 1}
        matches = self._other.headings.matches
        return {
            "at": self._other_at,
            "text": sentence(self._texts, "joining", "found", values=places),
            "columns": _columns(self._other),
            "fields": [
                {**self._field(self._other, name, matches[name]), "needed": name == ORDER}
                for name in fields_joined(self._definition)
            ],
            "sheet": self._other.opened.sheet,
            "sheets": list(self._other.opened.sheets),
        }

    def _told(self) -> dict[str, str]:
        """What the other file tells need not be asked of this one; as values for all rows would."""
        return {} if self._other is None else dict.fromkeys(sure_columns(self._other.headings), "-")

    def _field(self, table: Table, name: str, match: Match) -> FoundField:
        texts = self._texts
        field = self._fields.get(name)
        unit = ("fields", name, "unit")
        doubt = (
            day_and_time(table.headings, name)
            or doubt_of(table.headings, name)
            or conversion_of(table.headings, name)
            or promise_alone(table.headings, name)
        )
        unjoined = self._unjoined(table) if name == ORDER and not match.sure else ""
        days = days_asked(table.headings, [name])
        likely = [] if match.sure else list(match.columns)
        return {
            "name": name,
            "label": texts.get("besides", name)
            if name in BESIDES
            else texts.get("fields", name, "label"),
            "column": match.columns[0] if match.sure else None,
            "likely": likely,
            "proposed": None if name == ON and self._may_be_judged(table) else match.proposed,
            "doubt": doubt_text(texts, doubt)
            if doubt
            else sentence(texts, "errors", "days_alone", values={"columns": days})
            if days
            else unjoined,
            "input_type": field.input_type if field else "text",
            "is_amount": bool(field and field.in_yuan),
            "choices": self._choices(name),
            "unit": texts.get(*unit) if texts.has(*unit) else "",
            "needed": self._needed(name),
        }

    def _may_be_judged(self, table: Table) -> bool:
        """Whether a column may hold a moment that tells a row's day: no other day goes first."""
        matches = table.headings.matches
        return any(matches[name].columns for name in self._definition.judged_by)

    def _choices(self, name: str) -> list[tuple[str, str]]:
        field = self._fields.get(name)
        return field.offered(name, self._texts) if field else []

    def _until_when(self) -> list[str]:
        """The time until which orders wait, where no form has it: a file may be of yesterday."""
        return [NOW] if NOW in self._fields.keys() - self._definition.in_form else []

    def _ask(self) -> list[str]:
        headings = self._table.headings
        missing = unanswered(headings, headings.sure, self._on, self._now.date())
        unsure = headings.unsure(self._told() | self._on)
        asked = [name for name in unsure if headings.matches[name].columns or self._needed(name)]
        unjoined = self._other is not None and not headings.matches[ORDER].sure
        return list(dict.fromkeys([*([ORDER] if unjoined else []), *asked, *missing]))

    def _needed(self, name: str) -> bool:
        """Whether a field has to have a column or a value, as the orders stand.

        Two files are joined by the orders' numbers.
        """
        if name == ORDER and self._other is not None:
            return True
        headings = self._table.headings
        return name in needed(headings, headings.sure)

    def _unjoined(self, table: Table) -> str:
        """Why the column of numbers is asked of one of two tables; nothing of one alone."""
        if self._other is None:
            return ""
        file = self._texts.get("joining", "orders" if table is self._table else "parcels")
        return sentence(self._texts, "joining", "no_numbers", values={"file": file})

    def _why(self, error: InputError) -> str:
        return error_text(self._texts, ErrorDetails("csv", error.code, error.values))

    def wrong(self, plan: str) -> str:
        """What is wrong with an :class:`OrdersPlan`, a list of :class:`PlanError`.

        First what cannot be read, else what is missing: which fields are needed, the columns
        decide.
        """
        asked: OrdersPlan = json.loads(plan)
        columns, given = asked["columns"], asked["given"]
        inputs = self._definition.inputs
        found: list[PlanError] = [
            {"field": each.field, "text": error_in_words(self._texts, inputs, each)}
            for each in unreadable(self._definition, given)
        ]
        if not found:
            left = missing(self._table.headings, columns, given, self._now.date())
            found = [{"field": name, "text": ""} for name in left]
            # Nothing can be said for all rows in its place.
            if self._other is not None and ORDER not in columns:
                found.append({"field": ORDER, "text": self._unjoined(self._table)})
        return written(found)

    def begin(self, plan: str) -> None:
        """Answer by an :class:`OrdersPlan`; what cannot be answered by it is told at once."""
        asked: OrdersPlan = json.loads(plan)
        planned = Plan(asked["columns"], self._now, asked["given"], asked["units"], words=True)
        table = self._table
        try:
            if self._other is None:
                check_columns(table.headings, planned.columns, planned.given)
            else:
                columns = asked.get("other", sure_columns(self._other.headings))
                joined = JoinedTable(table, planned, self._other, columns)
                table, planned = joined, joined.plan
        except InputError as error:
            self._refused = self._why(error)
            return
        self._answered, self._plan = table, planned
        self._collected = Collected.of(table, planned)
        self._pieces = answered(table, planned, self._collected)

    def piece(self) -> bytes | None:
        """The next bytes of the answered file; ``None`` after the last."""
        try:
            return next(self._pieces, None)
        except InputError as error:
            self._refused = self._why(error)
            return None

    def dashboard(self) -> str:
        """The :class:`Dashboard` of all orders once they are answered; ``null`` without one."""
        return written(self._collected.dashboard() if self._collected else None)

    def to_do_list(self) -> str:
        """What is to be done, as text to copy; empty without a dashboard."""
        return self._collected.to_do_list() if self._collected else ""

    def calendar(self, stamp: str) -> str:
        """The deadlines ahead as a calendar file, made at ``stamp`` in UTC; empty without one."""
        return self._collected.calendar(stamp) if self._collected else ""

    def begin_workbook(self, read: Callable[[int, int], Any], size: int) -> None:
        """Write the answered file as a workbook; ``read`` and ``size`` are of the answered file."""
        # In a page it comes when a workbook is wanted.
        from calculators.core.table.workbook.writing import workbook_of  # noqa: PLC0415

        self._workbook = workbook_of(self._answered, self._plan, page_file(read, size))

    def workbook_piece(self) -> bytes | None:
        """The next bytes of the workbook; ``None`` after the last."""
        return next(self._workbook, None)

    def to_read(self) -> int:
        """The bytes to be read in all, as far as is known: rows may be gone through again."""
        main, other = self._sizes
        return main * self._answered.passes + other

    def so_far(self) -> str:
        """The :class:`OrdersProgress` of the rows answered so far."""
        progress: OrdersProgress = {
            **self._table.totals.words(),
            "looked": self._answered.looked,
            "headings": list(self._answered.layout.headings),
            "unreadable": self._refused,
        }
        return written(progress)


def _readable_day(on: str) -> dict[str, str]:
    """The day of the rules, where one was named: half a day is refused with the plan."""
    with suppress(InputError):
        return {ON: read_date(on).isoformat()} if on else {}
    return {}


def _instead(files: Files) -> dict[str, list[str]]:
    """What would answer instead of a field that is asked; a shipment, where that is reckoned to."""
    return {
        name: [*each, *(files.shipped if name in files.until_now else ())]
        for name, each in files.instead.items()
    }


def _columns(table: Table) -> list[FoundColumn]:
    return [
        {
            "heading": heading,
            "samples": table.layout.samples(at),
            "unit": table.headings.readings.units.of(at),
        }
        for at, heading in enumerate(table.layout.headings)
    ]
