"""Cells: what a spreadsheet writes brought to what a form takes, and what is safe to write."""

import re
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Self

from calculators.core.definition import Definition
from calculators.core.inputs.dates import is_month, read_month, with_minute
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.normalising import INVISIBLE
from calculators.core.inputs.normalising import bare as without_marks
from calculators.core.inputs.weekdays import without_weekday
from calculators.core.inputs.words_for_nothing import is_no_moment, is_nothing
from calculators.core.text.catalogue import LANGUAGES
from calculators.core.text.patterns import lazy_pattern

type Reading = Callable[[str], str]

# The code of an error: what cannot be read is a formula.
FORMULA = "formula"


class Unreadable(str):
    """Stands for the text of a cell that no field may read, with the ``code`` of the reason why.

    Told by what it is: any text may stand in a cell.
    """

    __slots__ = ("code",)
    code: str

    def __new__(cls, code: str) -> Self:
        """One that reads as no value at all."""
        made = super().__new__(cls, "?")
        made.code = code
        return made


# What a spreadsheet may take for a formula, also behind blanks and marks that it skips.
_SIGN = r"[=+\-@＝＋－＠]"
_FORMULA = lazy_pattern(rf"[\s\x00-\x1f{INVISIBLE}]*+{_SIGN}")
# From the last of several line ends: from the first a cell of nothing else takes its square.
_BLANK = r"\x00-\x09\x0b-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_BELOW_LINE_END = lazy_pattern(rf"\n[{_BLANK}{INVISIBLE}]*+{_SIGN}")
_HARMLESS = lazy_pattern(
    r"""\s*+(?:[+-]?(?:\d(?:[\d,]*\d)?+(?:\.\d++)?+|\.\d++)%?|-++|="[\w.-]*+")\s*+""", re.ASCII
)


def safe(cell: str) -> str:
    """``cell`` as it may stand in a file for spreadsheets: a formula becomes text.

    Plain numbers, dashes and a long number kept as text (``="6901"``) stay as they are.
    """
    if _FORMULA.match(cell) and not _HARMLESS.fullmatch(cell):
        return f"'{cell}"
    return cell


def all_safe(row: list[str]) -> list[str]:
    """A ``row`` with each cell as it may stand there; next to none has a formula."""
    if _BELOW_LINE_END.search("\n" + "\n".join(row)):
        return list(map(safe, row))
    return row


def bare(cell: str) -> str:
    """``cell`` without marks that only spreadsheets need; empty for a word of nothing."""
    text = without_marks(cell)
    return "" if is_nothing(text) else text


def is_formula(text: str) -> bool:
    """Whether a bare text is a formula: a file has its result instead, if that was worked out."""
    return text.startswith("=")


def cells_at(places: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """What takes the cells at these ``places`` out of a row, at once where there are several."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda row: tuple([row[at] for at in places])


def reading(definition: Definition, name: str, field: Field) -> Reading:
    """How to bring a cell to the text that ``field`` takes; what is not understood stays."""
    ids = field.ids(name, [definition.texts(lang) for lang in LANGUAGES])
    if field.day_suffices:
        # Of the day of another moment nothing says that it was before that.
        minute = "23:59" if field.follows else "00:00"
        return lambda cell: with_minute(without_weekday(field.from_cell(cell, ids)), minute)
    return lambda cell: field.from_cell(cell, ids)


def rules_day(cell: str) -> str:
    """The day whose rules an order wants, as a text to read; of a month it is the first."""
    text = without_marks(cell)
    if is_no_moment(text):
        return ""
    try:
        return read_month(text).isoformat() if is_month(text) else without_weekday(text)
    except InputError:
        return text
