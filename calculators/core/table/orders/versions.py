"""Goes through the rows of a table for sub-orders of which several rows tell, one after another."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from calculators.core.table.columns.beside_inputs import PRODUCT
from calculators.core.table.names import names_of
from calculators.core.table.numbered_rows import PIECE, Numbered
from calculators.core.table.orders.groups import APART, NO_KEY, place
from calculators.core.table.orders.item_contents import ItemContents
from calculators.core.table.orders.item_versions import (
    PAID,
    REFUNDED,
    SHIPPED,
    ItemVersions,
    rank,
    update_time,
)
from calculators.core.table.orders.items_by_contents import ItemsByContents
from calculators.core.table.orders.repeated_items import RepeatedItems, column_called
from calculators.core.table.orders.said_by_rows import SaidByRows
from calculators.core.table.orders.states.states import States
from calculators.core.table.row_inputs import Parsed, RowInputs
from calculators.core.table.table import Table


class Versions:
    """Which rows a later one supersedes, and what was paid where a row shows what a refund left.

    ``order`` is the column of the order's number. Rows are known by their places among all;
    ``superseded`` are theirs, ascending.
    """

    def __init__(
        self, table: Table, order: int, *, inputs: RowInputs, states: States, said: SaidByRows
    ) -> None:
        self._table = table
        self._order = order
        self._inputs = inputs
        self._states = states
        self._said = said
        updated = column_called(table.layout, names_of(table.definition, "updated"), order)
        self._updated = None if updated is None else update_time(updated)
        files = table.definition.files
        self._shipped = [name for name in (files.shipped if files else ()) if name in inputs.names]
        self.superseded: array[int] = array("i")
        self._paid_before: tuple[array[int], array[int]] = array("i"), array("q")

    def compare(
        self,
        items: RepeatedItems,
        rows: Callable[[], Numbered],
        keys: array[int],
    ) -> Iterator[bytes]:
        """Find the rows of ``items`` that others supersede; theirs of the ``keys`` become none.

        Empty pieces are signs of progress.
        """
        if items.any_unnumbered:
            yield from self._tell_apart(items, rows, keys)
        if not items.size or not (self._states.columns or self._shipped or self._updated):
            return
        self._table.passes += 1
        versions = ItemVersions(items.size)
        for at_row, (number, row) in enumerate(rows()):
            if (item := items.at(at_row, keys[at_row])) is not None:
                told = self._told(self._table.layout.parted(row)[0], keys[at_row])
                versions.see(item, at_row, *told)
            if not number % PIECE:
                yield b""
        self.superseded = versions.superseded()
        self._paid_before = versions.paid_before(self.superseded)
        for at_row in self.superseded:
            keys[at_row] = NO_KEY
        self._table.totals.paid_before = len(self._paid_before[0])
        self._table.totals.items_unclear += versions.unclear

    def _tell_apart(
        self, items: RepeatedItems, rows: Callable[[], Numbered], keys: array[int]
    ) -> Iterator[bytes]:
        """Tell the sub-orders apart that have no number but their order's."""
        table = self._table
        table.passes += 1
        taken = {self._order, items.column, *self._inputs.columns.values()}
        product = self._inputs.columns.get(PRODUCT)
        contents = ItemContents(table.definition, table.layout, taken - {product})
        found = ItemsByContents()
        for at_row, (number, row) in enumerate(rows()):
            if items.is_unnumbered(at_row) and (order := keys[at_row]) > NO_KEY:
                own = table.layout.parted(row)[0]
                stage, fen, time = self._told(own, order)
                sold, staying = contents.of(own, order & ~APART)
                refunded = stage == REFUNDED
                found.see(at_row, sold, staying, fen, rank(stage, time), refunded=refunded)
            if not number % PIECE:
                yield b""
        found.settle()
        items.take_contents(found)
        table.totals.items_by_contents = found.count
        table.totals.items_unclear += found.unclear
        table.totals.items_alike = found.alike

    def _told(self, own: Sequence[str], key: int) -> tuple[int, int | None, int]:
        """How far the sub-order in a row has come, its amount in fen, when that was so."""
        parsed = self._inputs.parsed(own)
        time = self._updated(own) if self._updated else 0
        return self._stage(own, key, parsed), self._said.fen(own, parsed), time

    def _stage(self, own: Sequence[str], key: int, parsed: Parsed) -> int:
        """How far the sub-order in a row has come."""
        if key & APART:
            return REFUNDED
        moments = (parsed[name] for name in self._shipped)
        shipped = self._states.of(own).shipped or any(isinstance(each, date) for each in moments)
        return SHIPPED if shipped else PAID

    def supersede(self, at_row: int) -> bool:
        """Whether another row tells what became of the sub-order in a row since."""
        return place(self.superseded, at_row) is not None

    def paid_before(self, at_row: int) -> Decimal | None:
        """What was paid in yuan for a sub-order whose row shows what the refund left, if known."""
        rows, paid = self._paid_before
        at = place(rows, at_row) if rows else None
        return None if at is None else Decimal(paid[at]).scaleb(-2)
