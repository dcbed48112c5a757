"""The numbers of orders in a column: which are whole, and few bytes that stand for one."""

import re
import sys
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
# What a list leaves around one number.
_AROUND = " ,，;；、[]【】\"'"

# What people and programs write before a number and is none of it: 订单号：1001, No. 1001, #1001.
_LABEL = lazy_pattern(
    r"(?:(?:主|子|父|平台|线上|抖店)?订单(?:编号|号码?|id)?|单号|编号)\s?[:：#.]?\s?(?=[a-z]{0,8}\d)"
    r"|(?:order\s?(?:id|no|number)?|no|nr|id)\s?[.:：#]+\s?(?=[a-z]{0,8}\d)|[#№]\s?(?=\d)"
)
# Digits in groups, and what a spreadsheet or a program makes of a number: 1001.0, 6,926,001,122.
_GROUPED = lazy_pattern(
    r"\d{1,5}(?: \d{1,5})+|\d{4}(?:-\d{4}){2,}(?:-\d{1,4})?|\d{1,3}(?:[,']\d{3}){2,}(?:\.0*)?",
    re.ASCII,
)
_FEWEST_GROUPED = 9
_AS_FLOAT = lazy_pattern(r"(\d+)\.0+", re.ASCII)
_NO_DIGITS = str.maketrans("", "", " ,'-")

_BITS_IN_BROWSERS = 32
_WIDE = sys.hash_info.width > _BITS_IN_BROWSERS
_LONG = 0x7FFF_FFFF_FFFF_FFFF
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
        return self._cells.usual(cell).casefold() if is_whole else ""

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
        number = self.whole(own)
        return key(number) if number else NO_KEY

    def whole(self, own: Sequence[str]) -> str:
        """The number in a row in one writing; empty for none, or one that is not whole."""
        number = self.of(own)
        return in_one_writing(number) if number and self.is_whole(own, number) else ""


def in_one_writing(number: str) -> str:
    """The bare ``number`` of an order as all rows of it have it, however each writes it.

    Hyphens may be part of one: 1001-1 is another order than 10011.
    """
    if number.isdigit() or len(number) > _LONGEST_CELL:
        return number
    text = number.casefold().strip(_AROUND)
    if label := _LABEL.match(text):
        text = text[label.end() :]
    if found := _AS_FLOAT.fullmatch(text):
        return found[1]
    if _GROUPED.fullmatch(text):
        digits = text.partition(".")[0].translate(_NO_DIGITS)
        return digits if len(digits) >= _FEWEST_GROUPED else text
    return text


def key(text: str) -> int:
    """63 bits that stand for ``text``.

    Python's own hash has 32 bits in a browser: there two of them, of two texts that always differ.
    """
    if _WIDE:
        return hash(text) & _LONG
    return (hash(text) & _LOW) << 32 | hash(f"#{text}") & _HIGH


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
