"""Amounts of orders less what was given back of them, where a calculator asks for that."""

from collections.abc import Mapping
from decimal import Decimal

from calculators.core.definition import Definition
from calculators.core.table.orders.states.states import COUNTED, State
from calculators.core.table.totals import Totals


class NetOfRefunds:
    """Works them out for the inputs of ``amounts``, and has ``totals`` say how many there are."""

    def __init__(self, definition: Definition, totals: Totals) -> None:
        files = definition.files
        self.amounts = files.adds if files and files.less_refunds else ()
        self._totals = totals

    def applies(self, state: State) -> bool:
        """Whether of an order that is answered a part may have been given back."""
        return bool(self.amounts) and state.kind == COUNTED

    def left(self, paid: int | None, back: int | None) -> dict[str, Decimal]:
        """What is left, in yuan, of an order of so many fen that some were given ``back`` of.

        Empty where nothing was, or nobody knows how much.
        """
        if not back or paid is None:
            return {}
        return dict.fromkeys(self.amounts, Decimal(max(paid - back, 0)).scaleb(-2))

    def note(self, left: Mapping[str, Decimal], back: int | None) -> None:
        """An order was answered by what was ``left``, or nobody knows how much went ``back``."""
        self._totals.refunds_unknown += back is None
        self._totals.less_refunds += bool(left)
