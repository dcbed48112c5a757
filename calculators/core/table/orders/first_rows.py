"""Moments on the first row of an order alone, where one of its sub-orders was undone.

Cells merged over the rows of an order look so in a text. As long as all of its rows count together,
what the first one tells holds for them; those of which the money went back count apart, and would
leave the others without a payment.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice, pairwise

from calculators.core.table import cells
from calculators.core.table.columns.further_rows import LOOKED
from calculators.core.table.columns.layout import Layout
from calculators.core.table.numbered_rows import PIECE, Numbered
from calculators.core.table.orders.states.states import UNDONE, State, States


class FirstRows:
    """Fills such rows from the first one of their order, right above, once :meth:`look` was asked.

    ``order`` is the column of the order's number, ``moments`` are those of all that hold for an
    order, that of its payment first, ``shipping`` those of when it was sent and later. ``orders``
    counts those with filled rows.
    """

    def __init__(
        self,
        layout: Layout,
        states: States,
        order: int,
        moments: Iterable[int],
        shipping: Collection[int],
    ) -> None:
        self._layout = layout
        self._states = states
        self._order = order
        self._paid_at, *_ = self._moments = tuple(moments)
        self._shipping = shipping
        self._fills = False
        self.orders = 0

    def look(self, rows: Callable[[], Numbered]) -> Iterator[bytes]:
        """Find out whether any order needs it; empty pieces are signs of progress.

        A file is gone through only where the rows that are looked at leave such cells empty.
        """
        below = (self._layout.parted(row)[0] for _, row in islice(rows(), LOOKED))
        if not any(self._is_further(own, above) for above, own in pairwise(below)):
            return
        first: list[str] = []
        for number, row in rows():
            own = self._layout.parted(row)[0]
            if not self._is_further(own, first):
                first = own
            elif self._is_undone(own, first):
                self._fills = True
                return
            if not number % PIECE:
                yield b""

    def rows(self, rows: Numbered) -> Numbered:
        """The numbered rows, filled: if those of any order are, those of all, to be alike."""
        return self._filled(rows) if self._fills else rows

    def _filled(self, rows: Numbered) -> Numbered:
        first: list[str] = []
        has_filled = False
        self.orders = 0
        for number, row in rows:
            own = self._layout.parted(row)[0]
            if self._is_further(own, first):
                # A short one ends before them.
                row.extend([""] * (len(self._layout.headings) - len(row)))
                waits = self._waits(own, first)
                for at in self._moments:
                    if not (waits and at in self._shipping):
                        row[at] = first[at]
                self.orders += not has_filled
                has_filled = True
            else:
                first, has_filled = own, False
            yield number, row

    def _is_further(self, own: Sequence[str], first: Sequence[str]) -> bool:
        """Whether a row is of the order of the ``first``, and leaves all moments to it."""
        if not first or own[self._order] != first[self._order]:
            return False
        if any(cells.bare(own[at]) for at in self._moments):
            return False
        return bool(cells.bare(own[self._order]) and cells.bare(first[self._paid_at]))

    def _is_undone(self, own: list[str], first: Sequence[str]) -> bool:
        """Whether one of the two was undone, as far as each tells it."""
        return UNDONE in {self._states.of(first).kind, self._told(own, first).kind}

    def _waits(self, own: list[str], first: Sequence[str]) -> bool:
        """Whether a row says of itself that it has not been shipped, or not whether it was."""
        state = self._told(own, first)
        return state.kind != UNDONE and state.finished is not None and not state.shipped

    def _told(self, own: list[str], first: Sequence[str]) -> State:
        """The state of a row that has the moments of the first."""
        told = own.copy()
        for at in self._moments:
            told[at] = first[at]
        return self._states.of(told)
