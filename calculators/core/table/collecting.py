"""A calculator that looks at a file as a whole, beside the rows that it answers one by one.

Where its ``FILES`` say so, the calculator has a module ``dashboard`` with a class ``Collector``.
The core tells it of every order and knows nothing of what it makes of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from importlib import import_module
from typing import Any, NamedTuple, Protocol

from calculators.core.answers import Dashboard, RepeatedParcels
from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outcome import Outcome
from calculators.core.table import cells
from calculators.core.table.columns.beside_inputs import ADDRESS, ORDER, PARCEL, PRODUCT
from calculators.core.table.orders.order_numbers import OrderNumbers
from calculators.core.table.parcels.repeated_numbers import RepeatedNumbers
from calculators.core.table.planning.plan import Plan
from calculators.core.table.table import Table
from calculators.core.text.catalogue import Texts

# What hides an address from those who export it.
_MASK = "*"


class CountedOrder(NamedTuple):
    """An order with its answer; ``row`` as a spreadsheet numbers it."""

    row: int
    own: Sequence[str]
    inputs: Mapping[str, Any]
    outcome: Outcome
    collected: "Collected"

    @property
    def number(self) -> str:
        """The order's number; empty where no column holds one."""
        return self.collected.cell(self.own, ORDER)

    @property
    def whole_number(self) -> str:
        """The same in one writing; empty also where other orders may have it."""
        return self.collected.whole_number(self.own)

    @property
    def product(self) -> str:
        """What was sold, on the order's first row."""
        return self.collected.cell(self.own, PRODUCT)


def _moment_of_asking(definition: Definition, plan: Plan) -> datetime:
    """The moment by which all rows were judged, where one was named for them."""
    if not (named := plan.given.get("now")):
        return plan.now
    now: datetime = fields_of(definition.inputs)["now"].read(named)
    return now


class Collector(Protocol):
    """What a calculator makes of the orders of a file; ``now`` is the moment of asking."""

    def __init__(self, definition: Definition, texts: Texts, now: datetime) -> None: ...

    def count(self, order: CountedOrder) -> None:
        """One answered order, undone ones left out."""

    def dashboard(self, file: "FileKnown") -> Dashboard:
        """What the orders come to."""

    def to_do_list(self, file: "FileKnown") -> str:
        """What is to be done, as text to copy."""

    def calendar(self, file: "FileKnown", stamp: str) -> str:
        """The deadlines ahead as a calendar file, empty where there is none.

        ``stamp`` is the moment of making it in UTC (``20261121T130000Z``).
        """


class FileKnown(NamedTuple):
    """What a file holds: the numbers of orders, products, and the parcels under several orders."""

    orders: bool
    products: bool
    parcels: RepeatedParcels
    fields: frozenset[str]


class Collected:
    """What is collected of a table, row by row and then in all."""

    def __init__(self, table: Table, plan: Plan) -> None:
        self._table = table
        self._columns = plan.columns
        self._fields = plan.known
        module = import_module(f"{table.definition.package}.dashboard")
        now = _moment_of_asking(table.definition, plan)
        self._collector: Collector = module.Collector(table.definition, table.texts, now)
        order = plan.columns.get(ORDER)
        self._numbers = None if order is None else OrderNumbers(table.layout, order)
        numbered = table.numbers_parcels or PARCEL in plan.columns
        self._repeated = RepeatedNumbers() if numbered and order is not None else None

    @staticmethod
    def of(table: Table, plan: Plan) -> "Collected | None":
        """What collects, where the calculator of the ``table`` looks at whole files."""
        files = table.definition.files
        return Collected(table, plan) if files and files.dashboard else None

    def cell(self, own: Sequence[str], name: str) -> str:
        """The cell of what a file knows besides the inputs; empty where no column holds it."""
        at = self._columns.get(name)
        return "" if at is None else cells.bare(own[at])

    def whole_number(self, own: Sequence[str]) -> str:
        """The number in a row that is that of one order alone, in one writing."""
        return self._numbers.whole(own) if self._numbers else ""

    def prepare(self) -> Iterator[bytes]:
        """Read what the table is joined with; empty pieces are signs of progress."""
        repeated, table = self._repeated, self._table
        if repeated and table.numbers_parcels:
            yield from table.prepare(lambda order, own: repeated.note(order, self._parcel(own)))
        else:
            yield from table.prepare(None)

    def note(self, own: Sequence[str]) -> None:
        """One row, before any is answered."""
        if self._repeated and not self._table.numbers_parcels:
            self._repeated.note(self.cell(own, ORDER), self.cell(own, PARCEL))

    def settle(self) -> Iterator[bytes]:
        """All rows were noted; empty pieces are signs of progress."""
        if not (repeated := self._repeated):
            return
        repeated.settle()
        if repeated.total and self._table.numbers_parcels:
            yield from self._table.parcel_rows(
                lambda order, own: repeated.tell(order, self._parcel(own), "")
            )

    def see(self, own: Sequence[str]) -> None:
        """One row of an order, answered or not."""
        if not (self._repeated and self._repeated.total):
            return
        address = self.cell(own, ADDRESS)
        address = "" if _MASK in address else address
        if self._table.numbers_parcels:
            self._repeated.address(self.cell(own, ORDER), address)
        else:
            self._repeated.tell(self.cell(own, ORDER), self.cell(own, PARCEL), address)

    def count(
        self, row: int, own: Sequence[str], inputs: Mapping[str, Any], outcome: Outcome
    ) -> None:
        """One answered order that was not undone."""
        self._collector.count(CountedOrder(row, own, inputs, outcome, self))

    def dashboard(self) -> Dashboard:
        """What the orders come to."""
        return self._collector.dashboard(self._file())

    def to_do_list(self) -> str:
        """What is to be done, as text to copy."""
        return self._collector.to_do_list(self._file())

    def calendar(self, stamp: str) -> str:
        """The deadlines ahead as a calendar file; empty where there is none."""
        return self._collector.calendar(self._file(), stamp)

    def _parcel(self, own: Sequence[str]) -> str:
        return cells.bare(self._table.parcel(own))

    def _file(self) -> FileKnown:
        repeated = self._repeated
        parcels: RepeatedParcels = {
            "known": repeated is not None,
            "total": repeated.total if repeated else 0,
            "first": repeated.first if repeated else [],
            "note": "",
        }
        return FileKnown(ORDER in self._columns, PRODUCT in self._columns, parcels, self._fields)
