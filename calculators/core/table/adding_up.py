"""Rows without a label whose amounts are the sums of the rows above."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from calculators.core.table import cells
from calculators.core.table.layout import Layout
from calculators.core.table.row_answers import Parsed, RowAnswers

# Longer cells are no words for nothing.
_LONGEST_NOTHING = 16
# A figure that may be a sum, such as a quantity; a longer one names a thing.
_NUMBER = re.compile(r"[¥$€£]?[-+]?\d[\d,.]{0,14}\s?\D?", re.ASCII)


class AddingUp:
    """Adds up the amounts row by row, and tells a row that holds nothing but their sums.

    ``order`` is the column of the order's number, if any, ``money`` those of amounts by input.
    """

    def __init__(
        self, layout: Layout, order: int | None, money: Mapping[str, int], answers: RowAnswers
    ) -> None:
        self._order = order
        self._money = money
        self._answers = answers
        amounts = set(money.values())
        self._no_money = [at for at in range(len(layout.headings)) if at not in amounts]
        # What holds more than figures is empty in a row of sums; where nothing does, all rows look
        # like one.
        samples = {at: layout.samples(at) for at in self._no_money}
        self._worded = {at for at, each in samples.items() if not all(map(_is_number, each))}
        self._tells_orders = order is not None or bool(self._worded)
        self._above = dict.fromkeys(money, Decimal(0))
        self._begun = False

    def add(self, parsed: Parsed) -> None:
        """The amounts of one more row of an order."""
        self._begun = True
        for name in self._money:
            if type(amount := parsed[name]) is Decimal:
                self._above[name] += amount

    def is_unnumbered(self, own: Sequence[str]) -> bool:
        """Whether the order's number is missing, though there is a column for it."""
        if self._order is None:
            return False
        cell = own[self._order]
        return len(cell) <= _LONGEST_NOTHING and not cells.bare(cell)

    def has_amount(self, own: Sequence[str]) -> bool:
        """Whether an amount stands in a row, readable or not."""
        return any(cells.bare(own[at]) for at in self._money.values())

    def are_sums(self, own: Sequence[str]) -> bool:
        """Whether a row has no number and nothing but figures, its amounts sums of those above."""
        if not (self._begun and self._tells_orders):
            return False
        if self._order is not None and not self.is_unnumbered(own):
            return False
        for at in self._no_money:
            if not (cell := own[at]) or not (text := cells.bare(cell)):
                continue
            if at in self._worded or not _is_number(text):
                return False
        parsed = self._answers.parsed(own)
        sums = [(parsed[name], self._above[name]) for name in self._money]
        filled = [(amount, above) for amount, above in sums if amount is not None]
        # Of nothing it says nothing.
        return any(above for _, above in filled) and all(each == above for each, above in filled)


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell.strip()))
