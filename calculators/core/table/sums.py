"""Rows of totals: no orders, and their amounts are in the rows above."""

import re
from collections.abc import Sequence

from calculators.core.definition import Definition
from calculators.core.table.names import key, names_of

# A label longer than this is a remark.
_LONGEST = 40
# What counts rows or orders beside the word: 共2条, 总订单数：2, 合计：2单.
_COUNT = re.compile(r"[\d,.，:：]+|[条单笔行个件元]+$")


class SumRows:
    """Tells rows of totals by their labels."""

    def __init__(self, definition: Definition) -> None:
        self._words = frozenset(names_of(definition, "total_rows"))
        self._ends = tuple(word for word in self._words if len(word) > 1 and not word.isascii())
        letters = "".join(self._words)
        self._letters = frozenset(letters + letters.upper())

    def may_be_in(self, text: str) -> bool:
        """Whether a label can stand in ``text``, the cells of a row one behind the other."""
        return not self._letters.isdisjoint(text)

    def is_label(self, cell: str) -> bool:
        """Whether a cell says that its row is one: it consists of such a word or ends in one."""
        if self._letters.isdisjoint(cell) or len(text := cell.strip()) > _LONGEST:
            return False
        label = _COUNT.sub("", key(text))
        return label in self._words or label.endswith(self._ends)

    def is_sum(self, row: Sequence[str], asked: frozenset[int], order: int | None) -> bool:
        """Whether a row is one of totals; ``asked`` are the columns that hold inputs.

        Where a column holds the orders' numbers, a row with a number is an order, whatever its
        product is called.
        """
        if order is not None and row[order].strip() and not self.is_label(row[order]):
            return False
        return any(self.is_label(cell) for at, cell in enumerate(row) if at not in asked)
