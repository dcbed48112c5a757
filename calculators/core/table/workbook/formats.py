"""Number formats: which make a number a day, a time or a percentage, which fill it up."""

import re
from collections.abc import Mapping
from enum import Enum, auto

from calculators.core.table.workbook.parts import Parts, local
from calculators.core.table.workbook.shown import Choice, Shown, choices_of, shown_by
from calculators.core.text.patterns import lazy_pattern


class Format(Enum):
    """How a number is shown, as far as its text differs."""

    NUMBER = auto()
    PERCENT = auto()
    DATE = auto()
    TIME = auto()
    DATE_AND_TIME = auto()
    DURATION = auto()


# Formats without a text of their own, as a Chinese spreadsheet understands their numbers.
_BUILT_IN: dict[int, Format] = (
    dict.fromkeys((9, 10), Format.PERCENT)
    | dict.fromkeys((*range(14, 18), *range(27, 32), 36, *range(50, 55), 57, 58), Format.DATE)
    | dict.fromkeys((*range(18, 22), *range(32, 36), 45, 47, 55, 56), Format.TIME)
    | {22: Format.DATE_AND_TIME, 46: Format.DURATION}
)
# What is written as it stands, or names a colour, a currency, a language or a condition.
_ASIDE = lazy_pattern(
    r'"[^"]*+"|[\\!_*].|\[(?!(?:h+|m+|s+)\])[^\[\]]*+\]', re.IGNORECASE | re.DOTALL
)
_ELAPSED = lazy_pattern(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_EXPONENT = lazy_pattern(r"e[+-]")
_HALVES_OF_DAY = lazy_pattern(r"am/pm|a/p")
# Days of no month: d"天"h"小时".
_DAYS_AND_HOURS = lazy_pattern(r"[^ymdha]*+d+[^ymdha]*+h")


def format_of(code: str) -> Format:
    """What ``code`` (``yyyy-mm-dd;@``, ``0.00%``) makes of a number."""
    # Of up to four sections, the first that shows something is for what is not negative.
    sections = _ASIDE.sub("", code).lower().split(";")
    first = next(filter(str.strip, sections), "")
    if "general" in first or "standard" in first:
        return Format.NUMBER
    if _ELAPSED.search(first):
        return Format.DURATION
    letters = _HALVES_OF_DAY.sub("h", _EXPONENT.sub("", first))
    if _DAYS_AND_HOURS.match(letters):
        return Format.TIME
    day = re.search("[yda]", letters)
    if re.search("[hs]", letters):
        return Format.DATE_AND_TIME if day else Format.TIME
    if day or "m" in letters:
        return Format.DATE
    return Format.PERCENT if "%" in first else Format.NUMBER


class Styles:
    """The formats of a workbook's cells, by the number that a cell names."""

    def __init__(self, parts: Parts, name: str) -> None:
        self._codes: dict[int, str] = {}
        self._of_cells: list[int] = []
        self._among_cells = False
        parts.read_whole(name, self._begin, self._end)

    def format(self, style: int) -> Format:
        """The format of style number ``style``; a number's where there is none."""
        number = self._number(style)
        if number in self._codes:
            return format_of(self._codes[number])
        return _BUILT_IN.get(number, Format.NUMBER)

    def shown(self, style: int) -> Shown | None:
        """What the style adds to a number that tells more than yuan."""
        return shown_by(self._codes.get(self._number(style), ""))

    def choices(self, style: int) -> tuple[Choice, ...]:
        """What it adds to which numbers, where that depends on them."""
        return choices_of(self._codes.get(self._number(style), ""))

    def _number(self, style: int) -> int:
        return self._of_cells[style] if 0 <= style < len(self._of_cells) else 0

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = local(tag)
        # Only <cellXfs> counts: <cellStyleXfs> and <dxfs> hold entries of the same name.
        if name == "cellXfs":
            self._among_cells = True
        elif name == "numFmt":
            self._codes.setdefault(
                whole(attributes.get("numFmtId")), attributes.get("formatCode", "")
            )
        elif name == "xf" and self._among_cells:
            self._of_cells.append(whole(attributes.get("numFmtId")))

    def _end(self, tag: str) -> None:
        if local(tag) == "cellXfs":
            self._among_cells = False


def whole(text: str | None) -> int:
    """A number in an attribute; 0 where there is none."""
    return int(text) if text and text.isascii() and text.isdigit() else 0
