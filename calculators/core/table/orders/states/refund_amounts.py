"""What was given back of an order, where columns of amounts tell it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from calculators.core.arithmetic.money import FEN_A_YUAN
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.money import read_number
from calculators.core.table import cells
from calculators.core.table.columns.headings import Headings
from calculators.core.table.columns.of_refunds import refund_columns
from calculators.core.table.units import OTHER, in_yuan, unit_of

# What may be said of a refund that undoes nothing: it is asked for or refused, or was of a part.
DENIED, PARTLY = "denied", "partly"

# As nearly all cells are.
_NOTHING = {"", "0", "0.00", "0.0", "-"}
_LONGEST = 40


class RefundAmounts:
    """Reads them in the ``columns`` of a table, in the unit that each says, else in ``unit``."""

    def __init__(self, headings: Headings, columns: tuple[int, ...], unit: str) -> None:
        told = ((at, _unit_of(headings, at) or unit) for at in columns)
        self._units = [(at, each) for at, each in told if each != OTHER]
        self.columns = tuple(at for at, _ in self._units)

    @staticmethod
    def of_table(headings: Headings, taken: Mapping[str, int], unit: str) -> "RefundAmounts | None":
        """Those of a table, if it has any; the columns ``taken`` tell something else."""
        of_states = {at for _, at in headings.states_beside(taken)}
        columns = refund_columns(headings.layout.keys, of_states.union(taken.values()))
        found = RefundAmounts(headings, columns, unit)
        return found if found.columns else None

    def of(self, own: Sequence[str]) -> int:
        """How many fen were given back in a row; 0 where none were, or nobody can tell."""
        total = 0
        for at, unit in self._units:
            if (cell := own[at]) not in _NOTHING:
                total += _fen(cell, unit)
        return total


def _unit_of(headings: Headings, column: int) -> str | None:
    return unit_of(headings.headings[column], headings.layout.samples(column))


def _fen(cell: str, unit: str) -> int:
    """The amount of a cell, that may have a sign for what was given away."""
    text = cells.bare(cell)
    if not text or len(text) > _LONGEST:
        return 0
    try:
        amount: Decimal = read_number(in_yuan(text, unit))
    except InputError:
        return 0
    return abs(int(amount * FEN_A_YUAN))
