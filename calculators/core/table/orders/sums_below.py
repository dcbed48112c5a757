"""The last rows of a table that are what all orders above come to, whatever they are called.

No item of the last order costs what all orders came to, so that they are no rows of it.
"""

from collections.abc import Sequence

from calculators.core.table.sums.adding_up import AddingUp
from calculators.core.table.sums.running_sums import NO_TAGS, Tags

# A sum may leave out what was closed, or refunded; of more states none is tried.
_MOST_STATES = 6
# What was taken for a sum though orders followed; what stands lower may leave it out.
_PERHAPS = "perhaps"


class SumsBelow:
    """Is told of the rows of orders as they stand; ``states`` are the columns of their states."""

    def __init__(self, adding_up: AddingUp, states: Sequence[int]) -> None:
        self._adding_up = adding_up
        self._states = tuple(states)
        self._sums = adding_up.sums_apart()
        self._tags: dict[str, Tags] = {}
        self._now: Tags = NO_TAGS
        self._first = ""
        self._several = False
        self._kept: dict[int, Sequence[str]] = {}

    def see(self, own: Sequence[str], order: str = "") -> int:
        """One more row of an order, the first one with its number.

        Returns how many of the rows above were taken for sums, though this one follows.
        """
        if not (order or self._adding_up.has_amount(own)):
            return 0
        followed = list(self._kept.values())
        self._kept.clear()
        for each in followed:
            self._adding_up.add_apart(each, self._now | {_PERHAPS}, self._sums)
        if order:
            self._several = self._several or bool(self._first and order != self._first)
            self._first = self._first or order
            self._now = self._tagged("\t".join([own[at] for at in self._states]))
        self._adding_up.add_apart(own, self._now, self._sums)
        return len(followed)

    def _tagged(self, state: str) -> Tags:
        if state not in self._tags and len(self._tags) < _MOST_STATES:
            self._tags[state] = frozenset([state])
        return self._tags.get(state, NO_TAGS)

    def may_be(self, number: int, own: Sequence[str]) -> bool:
        """Whether the row of a number is what several orders above come to, if none follows."""
        is_sum = self._several and self._adding_up.comes_to_all(own, self._sums)
        if is_sum:
            self._kept[number] = own
        return is_sum

    def __contains__(self, number: int) -> bool:
        """Whether the row of a number is one, once all were seen."""
        return number in self._kept
