"""Goes through the rows of a table for sub-orders of which several rows tell, one after another."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from calculators.core.table.names import names_of
from calculators.core.table.numbered_rows import PIECE, Numbered
from calculators.core.table.orders.groups import APART, NO_KEY, place
from calculators.core.table.orders.item_versions import (
    PAID,
    REFUNDED,
    SHIPPED,
    ItemVersions,
    update_time,
)
from calculators.core.table.orders.repeated_items import RepeatedItems, column_called
from calculators.core.table.orders.said_by_rows import SaidByRows
from calculators.core.table.orders.states.states import States
from calculators.core.table.row_inputs import Parsed, RowInputs
from calculators.core.table.table import Table


class Versions:
    """Which rows a later one supersedes, and what was paid where a row shows what a refund left.

    ``order`` is the column of the order's number. Rows are known by their places among all.
    """

    def __init__(
        self, table: Table, order: int, *, inputs: RowInputs, states: States, said: SaidByRows
    ) -> None:
        self._table = table
        self._inputs = inputs
        self._states = states
        self._said = said
        updated = column_called(table.layout, names_of(table.definition, "updated"), order)
        self._updated = None if updated is None else update_time(updated)
        files = table.definition.files
        self._shipped = [name for name in (files.shipped if files else ()) if name in inputs.names]
        self._superseded: array[int] = array("i")
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
        if not items.size or not (self._states.columns or self._shipped or self._updated):
            return
        self._table.passes += 1
        versions = ItemVersions(items.size)
        for at_row, (number, row) in enumerate(rows()):
            own = self._table.layout.parted(row)[0]
            if (item := items.at(own, keys[at_row])) is not None:
                parsed = self._inputs.parsed(own)
                amount = self._said.amount(own, parsed, begun=False)
                time = self._updated(own) if self._updated else 0
                fen = amount if isinstance(amount, int) else None
                versions.see(item, at_row, self._stage(own, keys[at_row], parsed), fen, time)
            if not number % PIECE:
                yield b""
        self._superseded = versions.superseded()
        self._paid_before = versions.paid_before(self._superseded)
        for at_row in self._superseded:
            keys[at_row] = NO_KEY
        self._table.totals.paid_before = len(self._paid_before[0])
        self._table.totals.items_unclear = versions.unclear

    def _stage(self, own: Sequence[str], key: int, parsed: Parsed) -> int:
        """How far the sub-order in a row has come."""
        if key & APART:
            return REFUNDED
        moments = (parsed[name] for name in self._shipped)
        shipped = self._states.of(own).shipped or any(isinstance(each, date) for each in moments)
        return SHIPPED if shipped else PAID

    def supersede(self, at_row: int) -> bool:
        """Whether another row tells what became of the sub-order in a row since."""
        return bool(self._superseded) and place(self._superseded, at_row) is not None

    def paid_before(self, at_row: int) -> Decimal | None:
        """What was paid in yuan for a sub-order whose row shows what the refund left, if known."""
        rows, paid = self._paid_before
        at = place(rows, at_row) if rows else None
        return None if at is None else Decimal(paid[at]).scaleb(-2)
