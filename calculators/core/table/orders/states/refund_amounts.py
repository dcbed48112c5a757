"""What was given back of an order, where columns of amounts tell it."""

from collections.abc import Iterator, Mapping, Sequence

from calculators.core.inputs.normalising import quoted
from calculators.core.table import cells
from calculators.core.table.columns.headings import Headings
from calculators.core.table.columns.of_refunds import Sum, is_of_item, is_of_order, refund_columns
from calculators.core.table.notes.of_refunds import notes_of_refunds
from calculators.core.table.orders.states.refund_cells import UNREAD, refund_in_cell
from calculators.core.table.units import OTHER
from calculators.core.text.catalogue import Texts

# What may be said of a refund that undoes nothing: it is asked for or refused, or was of a part.
DENIED, PARTLY = "denied", "partly"

# As nearly all cells are.
_NOTHING = {"", "0", "0.00", "0.0", "-"}


class RefundAmounts:
    """Reads them in ``columns``, in ranks, each in the unit that it says, else in ``unit``.

    That is the one of the columns ``paid``.

    ``foreign`` are those of another currency, which are not read. ``alike``: the first rows say the
    same in all columns; ``are_of_orders``, ``are_of_items``: they name these as that of which each
    tells.
    """

    def __init__(
        self,
        headings: Headings,
        columns: tuple[tuple[Sum, ...], ...],
        unit: str,
        paid: Sequence[int],
    ) -> None:
        units = headings.readings.units
        places = [at for rank in columns for each in rank for at in each]
        self._units = {at: units.told(at) or unit for at in places}
        if unit == "fen" and not _have_decimals(headings, paid):
            # 500.00 beside 50000 is in yuan.
            others = [at for at in places if units.told(at) is None]
            self._units |= {at: "yuan" for at in others if _have_decimals(headings, [at])}
        self.foreign = tuple(at for at in places if self._units[at] == OTHER)
        ranks = ([each for each in rank if not {*each} & {*self.foreign}] for rank in columns)
        self._ranks = [rank for rank in ranks if rank]
        sums = [each for rank in self._ranks for each in rank]
        self.columns = tuple(at for each in sums for at in each)
        self.are_several = len(sums) > 1
        self._first = sums[0] if sums else ()
        below = (headings.layout.parted(row)[0] for row in headings.layout.below)
        self.alike = all(len({self._sum(each, own) for each in sums}) <= 1 for own in below)
        keys = headings.layout.keys
        self.are_of_orders = bool(self.columns) and all(
            is_of_order(keys[at]) for at in self.columns
        )
        self.are_of_items = bool(self.columns) and all(is_of_item(keys[at]) for at in self.columns)
        self._headings = headings.headings

    @staticmethod
    def of_table(headings: Headings, taken: Mapping[str, int], unit: str) -> "RefundAmounts | None":
        """Those of a table, if it has any; the columns ``taken`` tell something else."""
        of_states = {at for _, at in headings.states_beside(taken)}
        columns = refund_columns(headings.layout.keys, of_states.union(taken.values()))
        files = headings.definition.files
        paid = [taken[name] for name in (files.adds if files else ()) if name in taken]
        return RefundAmounts(headings, columns, unit, paid) if columns else None

    def of(self, own: Sequence[str]) -> int:
        """How many fen were given back in a row; 0 where none were, ``WHOLE``, ``UNREAD``."""
        return self._nearest(own) if self.are_several else self._sum(self._first, own)

    def says_anything(self, own: Sequence[str]) -> bool:
        """Whether a row says what was given back, though that be nothing."""
        return any(cells.bare(own[at]) for at in self.columns)

    def unread(self, own: Sequence[str]) -> str:
        """What stands in a row where that is not understood, as it is quoted, with its heading."""
        found = (at for at in self.columns if self._read(at, own) == UNREAD)
        return next((quoted(f"{self._headings[at]}={cells.bare(own[at])}") for at in found), "")

    def notes(self, headings: Headings, texts: Texts) -> Iterator[str]:
        """What has to be known of the columns."""
        several = self.columns if self.are_several else ()
        return notes_of_refunds(texts, headings, several, self.foreign, alike=self.alike)

    def _nearest(self, own: Sequence[str]) -> int:
        """What the first rank says that says anything; of one rank the most."""
        for rank in self._ranks:
            said = [each for each in rank if any(cells.bare(own[at]) for at in each)]
            if said:
                return max(self._sum(each, own) for each in said)
        return 0

    def _sum(self, columns: Sum, own: Sequence[str]) -> int:
        total = 0
        for at in columns:
            if own[at] not in _NOTHING:
                if (back := self._read(at, own)) == UNREAD:
                    return UNREAD
                total += back
        return total

    def _read(self, at: int, own: Sequence[str]) -> int:
        return refund_in_cell(own[at], self._units[at])


def _have_decimals(headings: Headings, columns: Sequence[int]) -> bool:
    """Whether any of the first cells of columns of amounts has a point."""
    return any("." in each for at in columns for each in headings.layout.cells_of(at))
