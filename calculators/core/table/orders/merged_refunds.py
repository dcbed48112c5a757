"""Refunds in a cell merged over several rows of an order: the amount is that of all of them."""

from collections.abc import Collection, Iterator, Sequence

from calculators.core.table.orders.groups import APART, NO_KEY
from calculators.core.table.orders.merging import SameAsAbove
from calculators.core.table.orders.states.states import States


class MergedRefunds:
    """Told of all rows, it tells which were given back as a whole with those merged with them.

    ``columns`` are those of what was given back that have such cells.
    """

    def __init__(self, states: States, columns: Collection[int]) -> None:
        self._states = states
        self._columns = columns
        # By the places of rows among all: whether all that was paid for theirs came back.
        self._whole: dict[int, bool] = {}
        # What is being read.
        self._rows: list[int] = []
        self._order = NO_KEY
        self._paid = self._back = 0

    def __contains__(self, at_row: int) -> bool:
        """Whether the refund of a row is merged with that of others of its order."""
        return at_row in self._whole

    def see(self, at_row: int, key: int, own: Sequence[str], paid: int | None) -> None:
        """The next row: the ``key`` of its order, and what was paid for it in fen, if known."""
        order = key & ~APART
        if not any(type(own[at]) is SameAsAbove for at in self._columns):
            self._settle()
            self._order, self._back = order, self._states.told_given_back(own)
            self._rows, self._paid = [], 0
        elif not self._rows or order != self._order or self._states.tells_refund(own):
            # Of another order, or with an amount of its own in another column.
            return
        if key > NO_KEY and self._back > 0 and self._states.leaves_to_amounts(own):
            self._rows.append(at_row)
            self._paid += paid or 0

    def settle(self) -> Iterator[tuple[int, bool]]:
        """The rows of such orders by their places, and whether all of theirs was given back."""
        self._settle()
        yield from self._whole.items()

    def _settle(self) -> None:
        if len(self._rows) > 1:
            self._whole |= dict.fromkeys(self._rows, self._back >= self._paid)
