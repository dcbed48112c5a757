"""What a row says of its order: an amount that adds up, and that in which its rows must agree."""

from collections.abc import Callable, Hashable, Sequence

from calculators.core.arithmetic.money import FEN_A_YUAN
from calculators.core.inputs.errors import ErrorDetails, InputError
from calculators.core.table.columns.days_of_rules import DaysOfRules
from calculators.core.table.columns.of_payment import PAID_AT
from calculators.core.table.names import ON
from calculators.core.table.orders.groups import FOREIGN, TOO_WIDE, UNSAID
from calculators.core.table.orders.merging import SameAsAbove
from calculators.core.table.row_inputs import Parsed, RowInputs
from calculators.core.table.table import Table


class SaidByRows:
    """Tells it of each row; ``adds`` are the inputs that add up, in all ``others`` rows must agree.

    ``currency_of`` gives the cell of a row that names another currency, if any.
    """

    def __init__(
        self,
        table: Table,
        inputs: RowInputs,
        adds: Sequence[str],
        currency_of: Callable[[Sequence[str]], str] | None,
    ) -> None:
        self._layout = table.layout
        self._columns = inputs.columns
        self._adds = adds
        self._currency_of = currency_of
        files = table.definition.files
        self.others = [name for name in inputs.names if name not in adds]
        # An order is paid at once and has one day, and exports may say so in one of its rows alone.
        self.of_order = [name for name in (files.paid_at if files else "", ON) if name]
        # Each part of an order may be shipped on its own.
        self.shipping = (*files.shipped, *files.parcels) if files else ()
        # Of a presale order either payment may stand in one of its rows alone.
        self._inputs = inputs if inputs.balance is not None else None
        if self._inputs:
            self.others.append(PAID_AT)
        self._of_inputs = list(self.others)
        self._rules_day: DaysOfRules | None = None
        if ON in self._columns:
            self._rules_day = DaysOfRules(table.headings, self._columns[ON])
            self.others.append(ON)

    def day(self, own: Sequence[str]) -> object:
        """The day of the rules that stands in a row, if a column has it."""
        return self._rules_day.of(own) if self._rules_day else None

    def of(self, own: Sequence[str], parsed: Parsed) -> list[Hashable]:
        """What rows of one order must agree in: what cannot be read has its text for a value."""
        rest: Hashable = UNSAID
        if self._inputs:
            paid, told = self._inputs.parts_of_payment(own)
            parsed = {**parsed, PAID_AT: paid}
            rest = UNSAID if told is None else told
        said = [parsed[name] for name in self._of_inputs]
        if self._rules_day:
            said.append(self._rules_day.of(own))
        for at, value in enumerate(said):
            if value is None and self.others[at] in self.of_order:
                said[at] = UNSAID
            elif type(value) is InputError:
                said[at] = own[self._columns[self.others[at]]]
        if self._inputs:
            # It stands behind the other inputs, but for the day of the rules.
            at = len(self._of_inputs) - 1
            said[at] = own[self._inputs.balance or 0] if type(rest) is InputError else rest
        return said

    def without_amount(self, own: Sequence[str], surplus: Sequence[str]) -> ErrorDetails | None:
        """Why no amount of a row can be taken, whatever stands there."""
        if self._layout.is_too_wide(own, surplus):
            return TOO_WIDE
        if self._currency_of and self._currency_of(own):
            return FOREIGN
        return None

    def fen(self, own: Sequence[str], parsed: Parsed) -> int | None:
        """The amount of a row by itself in fen, where it can be read."""
        amount = self.amount(own, parsed, begun=False)
        return amount if isinstance(amount, int) else None

    def amount(self, own: Sequence[str], parsed: Parsed, *, begun: bool) -> int | ErrorDetails:
        """The amount of a row in fen; else why one of its cells says none.

        ``begun``: rows of its order stand above, perhaps with an amount for all of them.
        """
        fen = 0
        for name in self._adds:
            amount = parsed[name]
            if begun and type(own[self._columns[name]]) is SameAsAbove:
                continue
            if type(amount) is InputError:
                return ErrorDetails(name, amount.code, amount.values)
            if amount is None:
                return ErrorDetails(name, "required")
            fen += int(amount * FEN_A_YUAN)
        return fen
