"""The rows of orders that are not answered: never paid, undone, of elsewhere, or superseded."""

from calculators.core.definition import Definition
from calculators.core.table.orders.states.states import (
    NO_ORDER,
    NO_ORDERS,
    PERHAPS_NOT_PAID,
    REPLACED,
    SUPERSEDED,
    UNDONE,
    UNPAID,
)
from calculators.core.table.totals import Totals
from calculators.core.table.writing import Writing
from calculators.core.text.catalogue import Texts

_NEVER = NO_ORDERS | {UNPAID, SUPERSEDED}


class Uncounted:
    """Writes them with the reason, and has ``totals`` count them by it."""

    def __init__(
        self, definition: Definition, texts: Texts, totals: Totals, writing: Writing
    ) -> None:
        files = definition.files
        self._never = _NEVER | ({UNDONE} if files and files.kept_alone else set())
        self._texts = texts
        self._totals = totals
        self._writing = writing

    def is_never(self, kind: str) -> bool:
        """Whether a row of this kind is never answered, whatever others of its order say."""
        return kind in self._never

    @staticmethod
    def is_perhaps(kind: str) -> bool:
        """Whether it is answered only where another row of its order says that it was paid."""
        return kind in PERHAPS_NOT_PAID

    def row(self, own: list[str], kind: str) -> list[str]:
        """A row of an order of this kind."""
        why = kind
        if kind == UNPAID:
            self._totals.unpaid += 1
        elif kind == UNDONE:
            self._totals.undone += 1
            why = "not_kept"
        elif kind == NO_ORDER:
            self._totals.no_orders += 1
        elif kind == REPLACED:
            self._totals.replaced += 1
        elif kind == SUPERSEDED:
            self._totals.superseded += 1
        else:
            self._totals.outside[kind] += 1
        return self._writing.unanswered(own, self._texts.get("orders", why))

    def unpaid_alone(self, own: list[str], *, unnumbered: bool) -> list[str]:
        """A row without the payment that others have; ``unnumbered``: nor has it a number."""
        self._totals.unpaid += 1
        why = "unpaid_unnumbered" if unnumbered else "unpaid_alone"
        return self._writing.unanswered(own, self._texts.get("orders", why))
