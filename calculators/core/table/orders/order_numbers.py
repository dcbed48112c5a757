"""The numbers of orders in a column: which are whole, and few bytes that stand for one."""

from collections.abc import Sequence

from calculators.core.table import cells
from calculators.core.table.columns.layout import Layout
from calculators.core.table.orders.groups import NO_KEY
from calculators.core.table.orders.lost_digits import has_lost_digits, rounding_of
from calculators.core.table.sums.number_cells import NumberCells
from calculators.core.text.patterns import lazy_pattern

# A program that joins orders writes their numbers into one cell: 69260011,69260012.
_BETWEEN = lazy_pattern(r"[,，;；、|/\s+&和]+")
_LONGEST_CELL, _FEWEST_DIGITS = 400, 6

_LOW, _HIGH = 0x7FFFFFFF, 0xFFFFFFFF


class OrderNumbers:
    """Reads the ``column`` of a table that holds the numbers of orders."""

    def __init__(self, layout: Layout, column: int) -> None:
        self._column = column
        self._rounding = rounding_of(layout.cells_of(column))
        self._rounded = bool(self._rounding)
        self._cells = NumberCells(layout, column)

    def usual(self, own: Sequence[str]) -> str:
        """The number in a row where it is as nearly all are, and all of it is there; else empty."""
        cell = own[self._column]
        is_whole = type(cell) is str and not self._rounded and cell.isascii()
        return self._cells.usual(cell) if is_whole else ""

    def of(self, own: Sequence[str]) -> str:
        """The number in a row; empty where there is none."""
        text = cells.bare(own[self._column])
        if not text or cells.is_formula(text):
            return ""
        return text if self._cells.is_number(text) else ""

    def is_whole(self, own: Sequence[str], number: str) -> bool:
        """Whether all digits of the ``number`` in a row are there: two orders may have the rest."""
        cell = own[self._column]
        if type(cell) is str and not self._rounded and number.isdigit():
            return True
        return not has_lost_digits(cell, number, self._rounding)

    def key(self, own: Sequence[str]) -> int:
        """What stands for the order of a row; ``NO_KEY`` for none, or one that is not whole."""
        number = self.of(own)
        return key(number) if number and self.is_whole(own, number) else NO_KEY


def key(text: str, mark: str = "") -> int:
    """63 bits that stand for ``text`` and a ``mark``.

    Python's own hash has 32 bits in a browser: two of them, of two texts that always differ.
    """
    return (hash(text) & _LOW) << 32 | hash(f"#{mark}{text}") & _HIGH


def numbers_in(text: str) -> list[str]:
    """The numbers of orders in the bare text of a cell, each once: one, or several joined ones."""
    if text.isalnum() or len(text) > _LONGEST_CELL:
        return [text]
    parts = list(dict.fromkeys(filter(None, _BETWEEN.split(text))))
    long = all(sum(map(str.isdigit, each)) >= _FEWEST_DIGITS for each in parts)
    return parts if long and len(parts) > 1 else [text]


def are_several(text: str) -> bool:
    """Whether the numbers of several orders stand in one cell."""
    return len(numbers_in(text)) > 1
