"""Orders of which the moment of a refund alone tells that they were undone, or may have been."""

from collections.abc import Collection, Mapping, Sequence

from calculators.core.inputs.normalising import quoted
from calculators.core.inputs.words_for_nothing import is_no_moment
from calculators.core.table import cells
from calculators.core.table.columns.headings import Headings
from calculators.core.table.columns.of_refund_moments import (
    may_tell_refund,
    tells_closing,
    tells_refund,
    tells_what_is_asked,
)
from calculators.core.table.orders.states.hints import (
    MAY_BE_CLOSED,
    MAY_BE_REFUNDED,
    REFUNDED_AT,
    Hint,
)

# As nearly all cells are.
_NOTHING = {"", "-", "0", "0.00"}
_LONGEST = 40
_CODES = (REFUNDED_AT, MAY_BE_REFUNDED, MAY_BE_CLOSED)


class RefundMoments:
    """Reads them in the columns of a table that tell nothing else: those ``taken`` do.

    All are in ``places``: in ``columns`` those that surely tell it, in ``amounts`` what is asked.
    """

    def __init__(
        self, headings: Sequence[str], keys: Sequence[str], taken: Collection[int]
    ) -> None:
        self._headings = headings
        told = [(at, _code(each)) for at, each in enumerate(keys) if at not in taken]
        # What surely tells it first.
        self._codes = [(at, code) for each in _CODES for at, code in told if code == each]
        self.columns = tuple(at for at, code in self._codes if code == REFUNDED_AT)
        self.places = tuple(at for at, _ in self._codes)
        self.amounts = tuple(at for at in self.places if tells_what_is_asked(keys[at]))

    @staticmethod
    def of_table(headings: Headings, taken: Mapping[str, int]) -> "RefundMoments | None":
        """Those of a table, if it has any; the columns ``taken`` tell something else."""
        found = RefundMoments(headings.headings, headings.layout.keys, taken.values())
        return found if found._codes else None

    def of(self, own: Sequence[str]) -> Hint | None:
        """What a row tells by the first of them that says anything."""
        for at, code in self._codes:
            if own[at] not in _NOTHING and _says(own[at]):
                return Hint(quoted(self._headings[at]), code)
        return None


def _code(heading: str) -> str:
    """What the moments or amounts below a ``heading``, a key, tell; empty where nothing of that."""
    if tells_refund(heading):
        return REFUNDED_AT
    if may_tell_refund(heading) or tells_what_is_asked(heading):
        return MAY_BE_REFUNDED
    return MAY_BE_CLOSED if tells_closing(heading) else ""


def _says(cell: str) -> bool:
    """Whether a cell has a moment, or an amount, and not a word for none."""
    text = cells.bare(cell)[:_LONGEST]
    return any(each in "123456789" for each in text) and not is_no_moment(text)
