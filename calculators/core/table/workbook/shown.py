"""What a number format shows beside the figures: it belongs to the text of the number."""

import operator
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from calculators.core.table.units_of_count import PIECES
from calculators.core.table.units_of_count import whole as unit_of_count
from calculators.core.text.patterns import lazy_pattern
from calculators.core.text.traditional import simplified

# What stands for digits, in the languages in which programs write it, and what is written as it
# stands or names a colour, a currency, a language or a condition.
_TOKEN = lazy_pattern(
    r'"(?P<quoted>[^"]*+)"|[\\!](?P<escaped>.)|[_*].'
    r"|\[\$(?P<currency>[^\[\]-]*+)(?:-(?P<place>[0-9a-z-]*+))?+[^\[\]]*+\]"
    r"|\[(?P<relation>[<>]=|<>|[<>=])(?P<bound>-?\d{1,15}+(?:\.\d{1,15}+)?+)\]|\[[^\[\]]*+\]"
    r"|(?P<digits>[0#?][0#?,.]*+|general|standard|g/(?:通用格式|標準|표준))"
    r"|(?P<end>;)|(?P<sign>[^\x00-\x7f]|\$)",
    re.IGNORECASE | re.DOTALL,
)
# A spreadsheet takes a quarter of it; what is shown is kept with every number.
_LONGEST = 1000
# What says no more of a number than that it is of yuan, which is what a number alone is; a sign
# in front of one section is that of its numbers.
_YUAN = frozenset(
    {"", "¥", "cn¥", "cny", "rmb", "人民币", "人民币元", "元人民币", "yuan"}
    | {"元", "圆", "块", "块钱", "元整", "圆整", "元正", "圆正"}
)
_SIGNS = "()（）+-−－:："
# The sign of a yen is that of a yuan.
_YEN, _JAPAN = "JPY ", ("ja", "jp")
_YUAN_SIGNS = lazy_pattern("[¥￥]")
# What a thousand and so on are called, by their zeros: 0!.0,"万" shows a number without four.
_SCALES = {"千": 3, "k": 3, "万": 4, "w": 4, "百万": 6, "m": 6, "千万": 7, "亿": 8}

_RELATIONS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "<>": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}


class Shown(NamedTuple):
    """What is seen beside a number, how many zeros of it are not, how many digits it has.

    ``between``: texts among its digits, each with how many digits stand behind it up to the next.
    """

    before: str
    behind: str
    hidden_zeros: int
    width: int = 0
    between: tuple[tuple[str, int], ...] = ()


def shown_by(code: str) -> Shown | None:
    """What ``code`` (``"$"0.00``, ``0"天"``, ``000``) adds to a number that tells more than yuan.

    Whatever is not known to say nothing is kept, for a cell of text with it is read, asked about
    or refused: ``60分钟超时`` is no number of hours.
    """
    # Of several sections the first that shows something.
    first = next((each for each in _sections(code) if each.begun), None)
    return first.shown() if first else None


class Choice(NamedTuple):
    """What is added to numbers of which a condition holds; to all others where there is none."""

    relation: str
    bound: Decimal
    shown: Shown | None

    def holds(self, number: Decimal) -> bool:
        """Whether it is for ``number``."""
        return not self.relation or _RELATIONS[self.relation](number, self.bound)


def choices_of(code: str) -> tuple[Choice, ...]:
    """What ``code`` (``[<60]0"秒";0"分"``) adds to which numbers; nothing without a condition."""
    sections = list(_sections(code))
    if not sections[0].relation:
        return ()
    return tuple(
        Choice(each.relation, each.bound, each.shown() if each.begun else None) for each in sections
    )


def _sections(code: str) -> Iterator["_Section"]:
    section = _Section()
    for found in _TOKEN.finditer(code[:_LONGEST]):
        if found["end"]:
            yield section
            section = _Section()
        else:
            section.take(found)
    yield section


class _Section:
    """Collects what one of the sections of a format shows."""

    def __init__(self) -> None:
        self.begun = False
        self.relation, self.bound = "", Decimal(0)
        self._before = self._behind = ""
        self._figures: list[str] = []
        # What stands between figures and those behind it.
        self._between: list[str] = []
        self._is_japanese = False

    def take(self, found: re.Match[str]) -> None:
        """The next token."""
        if digits := found["digits"]:
            if self.begun:
                self._between.append(self._behind)
            self._figures.append(digits)
            self.begun, self._behind = True, ""
            return
        if found["relation"]:
            self.relation, self.bound = found["relation"], Decimal(found["bound"])
        self._is_japanese |= _is_japanese((found["place"] or "").lower())
        text = found["currency"] or found["quoted"] or found["escaped"] or found["sign"] or ""
        if self.begun:
            self._behind += text
        else:
            self._before += text

    def shown(self) -> Shown | None:
        """What it adds to a number that tells more than yuan."""
        before, behind = self._own(self._before), self._own(self._behind)
        by_point, between = self._digits_behind_point(), self._texts_between()
        commas = sum(len(each) - len(each.rstrip(",")) for each in self._figures)
        zeros = 3 * commas + by_point
        says_nothing = _says_nothing(before)
        if zeros and says_nothing and _SCALES.get(_scale(behind)) == zeros:
            return None  # it hides what it names: what is stored are yuan
        if says_nothing and _says_nothing(behind):
            if commas or not (by_point or between or self._width):
                return None
            before = behind = ""
        return Shown(before, behind, zeros, self._width, between)

    def _own(self, text: str) -> str:
        return (_YUAN_SIGNS.sub(_YEN, text) if self._is_japanese else text).strip()

    def _digits_behind_point(self) -> int:
        """How many digits stand behind a point that is written as it stands, and hides none."""
        # Behind several it is a day, or a code.
        if [each.strip() for each in self._between if each.strip()] != ["."]:
            return 0
        at = next(at for at, each in enumerate(self._between) if each.strip())
        return sum(len(each.replace(",", "")) for each in self._figures[at + 1 :])

    def _texts_between(self) -> tuple[tuple[str, int], ...]:
        """The texts among the digits of a whole number: ``0"小时"00"分"``."""
        of_digits = not "".join(self._figures).strip("0#?")
        if not of_digits or not "".join(self._between).strip() or self._digits_behind_point():
            return ()
        return tuple(zip(self._between, map(len, self._figures[1:]), strict=True))

    @property
    def _width(self) -> int:
        """How many digits a whole number is filled up to with zeros, if that is more than one."""
        figures = "".join(self._figures)
        is_filled = len(figures) > 1 and not figures.strip("0") and not self._digits_behind_point()
        return len(figures) if is_filled else 0


def _is_japanese(place: str) -> bool:
    """Whether a language, as ``411`` or ``ja-jp``, is that of the yen."""
    return place.endswith("411") or any(each in _JAPAN for each in place.split("-"))


def _scale(behind: str) -> str:
    return simplified(behind).rstrip("元圆件个").lower()


def _says_nothing(text: str) -> bool:
    """Whether a text beside a number leaves it what it is alone."""
    text = simplified(text).strip(f"{_SIGNS} ").replace("￥", "¥").lower()
    return text in _YUAN or unit_of_count(text) == PIECES
