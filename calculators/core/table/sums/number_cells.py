"""Which cells in a column of orders' numbers are numbers, told by the first of them."""

from collections import Counter

from calculators.core.table import cells
from calculators.core.table.columns.layout import Layout
from calculators.core.table.sums.labels import LONGEST, count_in, ends_as_number, is_label
from calculators.core.table.sums.periods import PERIOD_LENGTHS, has_shape, own_shapes, period_of
from calculators.core.text.patterns import lazy_pattern

_FIGURE, _LETTER = lazy_pattern(r"\d"), lazy_pattern(r"[^\W\d_]")
_OF_PARTS = lazy_pattern(r"[^\W_]")
# What joins the parts of a code.
_MARKS = str.maketrans("", "", "-_/.#")
# Where so many times more words stand than texts with figures, those are names like 小王88.
_MOSTLY = 3
_BEYOND_ZERO = lazy_pattern("[1-9１-９]")
# Numbers of which only the digits differ, as programs make them: SO-00001234, 250301-485039283921.
# None of them is a day, a count or a label, whatever its digits are.
_NINES = str.maketrans("012345678", "9" * 9)
_FORM = lazy_pattern(r"(?:[A-Za-z]{1,16}[-_#]?9{5,32}|9{4,24}-9{11,24}|9{3}-9{7}-9{7})")
# What hides a number, or the digits of one, is no word.
_HIDDEN = lazy_pattern(r"[*＊#＃]{2}|…|\.{3}")


class NumberCells:
    """What the first cells in the ``column`` of orders' numbers tell of all of them.

    Where they have figures, a word (线下, 微信单) is the number of no order; where next to none of
    them has, names may stand for numbers. ``shortest`` is more than half as many characters as most
    of those with figures have, 0 where there is none: what is shorter may count them.
    """

    def __init__(self, layout: Layout, column: int) -> None:
        below = set(layout.cells_of(column))
        numbers = {cells.bare(each) for each in below if _may_be_number(each)}
        words = {cells.bare(each) for each in below if _is_word(each)}
        # One name beside nothing but days is that of one who forgot the day.
        forgotten = len(words) == 1 < len(numbers) and all(map(period_of, numbers))
        self._own_shapes = own_shapes(numbers if forgotten else numbers | words)
        numbers = {each for each in numbers if not self.period(each)}
        words = {each for each in words if not self.period(each)}
        if len(words) > _MOSTLY * len(numbers):
            numbers = set()
        self._numbers = numbers
        lengths = Counter(map(len, numbers))
        usual = max(lengths, key=lambda length: (lengths[length], length), default=0)
        self.shortest = usual // 2 + bool(usual)
        # Of letters and figures: by chance one has no figure.
        self._codes = {_form(each) for each in numbers if _is_code(each)}
        forms = {each.translate(_NINES) for each in numbers if each.isascii()}
        self._usual_forms = frozenset(each for each in forms if _FORM.fullmatch(each))

    def usual(self, cell: str) -> str:
        """The number in a ``cell`` that is as nearly all are; empty where more has to be asked.

        One of digits, or in the form of the first ones.
        """
        if not cell.isdigit():
            # What keeps a spreadsheet from rounding it.
            cell = cell.strip().lstrip("'")
            if not cell.isdigit():
                return cell if cell.translate(_NINES) in self._usual_forms else ""
        if len(cell) in PERIOD_LENGTHS and self.period(cell):
            return ""
        # Zeros alone may be no number.
        return cell if cell >= "1" or cell.strip("0") else ""

    def period(self, text: str) -> str:
        """The kind of the period that the bare text of a cell names instead of an order."""
        kind = period_of(text)
        return "" if not kind or has_shape(text, self._own_shapes) else kind

    def is_number(self, text: str) -> bool:
        """Whether the bare text of a cell stands for one order, and not for none or any."""
        if has_figure(text):
            return True
        if not text:
            return False
        if not _LETTER.search(text):
            if _HIDDEN.search(text):
                return True
            # Who counts from 0 goes on with 1.
            return _FIGURE.search(text) is not None and "1".zfill(len(text)) in self._numbers
        if not self._numbers or _FIGURE.search(text) or ends_as_number(text):
            return True
        return text.isascii() and _is_code(text) and _form(text) in self._codes


def has_figure(cell: str) -> bool:
    """Whether a cell holds another digit than 0, as no word for nothing does."""
    return _BEYOND_ZERO.search(cell) is not None


def _may_be_number(cell: str) -> bool:
    if len(cell) > LONGEST or not has_figure(cell):
        return False
    return not is_label(cell) and count_in(cell) is None


def _is_word(cell: str) -> bool:
    if len(cell) > LONGEST or has_figure(cell) or is_label(cell):
        return False
    text = cells.bare(cell)
    return bool(_LETTER.search(text)) and not (ends_as_number(text) or cells.is_formula(text))


def _is_code(text: str) -> bool:
    """Whether a text is letters, perhaps with figures, in parts that marks join."""
    return bool(_LETTER.search(text)) and text.translate(_MARKS).isalnum()


def _form(text: str) -> str:
    """Where the marks of a code stand among its letters and figures."""
    return _OF_PARTS.sub("x", text)
