"""Number formats: which make a number a day, a time or a percentage, and which name its unit."""

import re
from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple

from calculators.core.table.units import unit_of
from calculators.core.table.units_of_count import OTHER as NO_PIECES
from calculators.core.table.units_of_count import whole as unit_of_count
from calculators.core.table.units_of_time import whole as unit_of_time
from calculators.core.table.workbook.parts import Parts, local
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
    r'"[^"]*+"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\[\]]*+\]', re.IGNORECASE | re.DOTALL
)
# The same with what stands in it, and what stands for digits.
_TOKEN = lazy_pattern(
    r'"(?P<quoted>[^"]*+)"|[\\!](?P<escaped>.)|[_*].'
    r"|\[\$(?P<currency>[^\[\]-]*+)(?:-(?P<place>[0-9a-f]*+))?+[^\[\]]*+\]|\[[^\[\]]*+\]"
    r"|(?P<digits>[0#?][0#?,.]*+|general|standard)|(?P<end>;)|(?P<sign>[^\x00-\x7f]|\$)",
    re.IGNORECASE | re.DOTALL,
)
_YUAN = frozenset({"", "¥", "￥", "CN¥", "CNY", "RMB", "元", "人民币"})
# The sign of a yen is that of a yuan.
_YEN, _JAPAN = "JPY", "411"
# What a thousand and so on are called, by their zeros: 0!.0,"万" shows a number without four.
_SCALES = {"千": 3, "k": 3, "万": 4, "w": 4, "百万": 6, "m": 6, "千万": 7, "亿": 8}
_ELAPSED = lazy_pattern(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_EXPONENT = lazy_pattern(r"e[+-]")
_HALVES_OF_DAY = lazy_pattern(r"am/pm|a/p")
_ZEROS = lazy_pattern(r"0{2,}")
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


class Shown(NamedTuple):
    """What is seen beside a number, and how many zeros of it are not."""

    before: str
    behind: str
    hidden_zeros: int


def shown_by(code: str) -> Shown | None:
    """What ``code`` (``"$"0.00``, ``0"分"``, ``0"天"``) says of its unit, if it is not yuan."""
    before, behind, zeros, point, foreign, begun = "", "", 0, False, False, False
    for found in _TOKEN.finditer(code):
        if found["end"]:
            if begun:
                break  # of several sections the first that shows something
            before, foreign = "", False
        elif digits := found["digits"]:
            begun, behind = True, ""
            # A comma at the end hides three digits, a point that is written as it stands none.
            zeros = zeros + len(digits) if point else 0
            zeros += 3 * (len(digits) - len(digits.rstrip(",")))
            zeros -= digits.count(",") if point else 0
        else:
            text = _text_of(found)
            foreign |= found["currency"] is not None and text.strip().upper() not in _YUAN
            point |= begun and text == "."
            before, behind = (before, behind + text) if begun else (before + text, behind)
    before, behind = before.strip(), behind.strip()
    of_goods = bool(unit_of_time(behind)) or unit_of_count(behind) == NO_PIECES
    named = foreign or of_goods or unit_of("", [f"{before}0{behind}"])
    if not begun or not named:
        return None
    shown = behind.rstrip("元圆件个").lower()
    if zeros and _SCALES.get(shown) == zeros and not before.strip("¥￥"):
        return None  # it hides what it names: what is stored are yuan
    return Shown(before, behind, zeros)


def _text_of(found: re.Match[str]) -> str:
    if found["currency"] is not None:
        is_yen = (found["place"] or "").lower().endswith(_JAPAN) and found["currency"] in {
            "¥",
            "￥",
        }
        return f"{_YEN} " if is_yen else found["currency"]
    return found["quoted"] or found["escaped"] or found["sign"] or ""


def zeros_of(code: str) -> int:
    """How many digits a format that is nothing but zeros fills up to; else 0."""
    return len(code) if _ZEROS.fullmatch(code) else 0


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
        """What the style says of a number's unit, if that is not yuan."""
        return shown_by(self._codes.get(self._number(style), ""))

    def zeros(self, style: int) -> int:
        """How many digits the style fills a whole number up to with zeros."""
        return zeros_of(self._codes.get(self._number(style), ""))

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
