"""The states of rows one below the other: where an order's first row alone says what became of it.

Such exports leave on the further rows of an order all cells empty that hold for the order.
"""

from collections.abc import Collection, Sequence

from calculators.core.table import cells
from calculators.core.table.orders.states import State, States


class StatesOfRows:
    """The ``states`` of the rows of a table from the top; one for each time they are gone through.

    ``order`` is the column of the order's number, ``amounts`` are those of what adds up.
    """

    def __init__(self, states: States, order: int, amounts: Collection[int]) -> None:
        self._read = states.of
        self._told = (*amounts, *states.columns)
        self._order = order
        self._number = ""
        self._state: State | None = None

    def of(self, own: Sequence[str]) -> State:
        """The state of the next row: that of the one above if it is of its order and says none."""
        number = own[self._order]
        if number == self._number and self._state is not None and self._is_further(own):
            return self._state
        self._number = number
        self._state = state = self._read(own)
        return state

    def _is_further(self, own: Sequence[str]) -> bool:
        """Whether neither an amount nor anything of its state stands in a row with a number."""
        return not any(cells.bare(own[at]) for at in self._told) and bool(cells.bare(self._number))
