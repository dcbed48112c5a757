"""What the statuses of an order's rows say of its parcels together, in whatever order they stand.

One row that was shipped, or of which nobody knows, keeps the order from waiting until now.
"""

from calculators.core.table.orders.states.states import USUAL, State

_WAITS, _SHIPPED, _UNCLEAR, _FINISHED, _OPEN, _SILENT = (1 << bit for bit in range(6))
_OF_SHIPPING = _WAITS | _SHIPPED | _UNCLEAR
# Which statuses are not those of all rows, by what is kept of them.
_MIXED = bytes(
    any((each & some).bit_count() > 1 for some in (_OF_SHIPPING, _FINISHED | _OPEN | _SILENT))
    for each in range(256)
)


class Statuses:
    """Is told of each row of so many orders of several: a byte an order."""

    def __init__(self, size: int) -> None:
        self._told = bytearray(size)
        # Of those alone whose first row is no such.
        self._unclear: dict[int, str] = {}

    def note(self, at: int, state: State) -> None:
        """One more row of the order at a place."""
        told = self._told[at]
        if state is USUAL:  # as nearly all are
            self._told[at] = told | _WAITS | _SILENT
            return
        if state.shipped:
            found = _SHIPPED
        elif state.unclear:
            found = _UNCLEAR
            if told and not told & _UNCLEAR:
                self._unclear[at] = state.unclear
        else:
            found = _WAITS
        of_end = _SILENT if state.finished is None else _FINISHED if state.finished else _OPEN
        self._told[at] = told | found | of_end

    @property
    def mixed(self) -> bytearray:
        """Of each order whether its rows say different things."""
        return self._told.translate(_MIXED)

    def together(self, at: int, state: State) -> State:
        """The ``state`` of a row of an order, with what all its rows say of its parcels."""
        told = self._told[at]
        if not _MIXED[told]:
            return state
        return state._replace(
            shipped=bool(told & _SHIPPED),
            unclear=state.unclear or self._unclear.get(at, ""),
            finished=False if told & _OPEN else True if told & _FINISHED else None,
        )
