"""The kinds of input field: what each accepts, refuses, and how it writes a value again."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, override

from calculators.core.inputs.dates import read_date, read_month, read_time, within_reach
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.money import read_money
from calculators.core.inputs.normalising import bare, items_of, one, quoted

# The largest count that JavaScript, too, holds exactly with room to spare.
LARGEST_COUNT = 999_999_999_999

# A whole number in the form of a decimal one, as 10.0, is a spreadsheet's. The unit goes last.
_INTEGER = re.compile(
    r"(?P<sign>[+-]?+)(?P<number>\d++|[1-9]\d{0,2}(?:,\d{3})++|[1-9]\d{0,2}(?:[ ]\d{3})++)"
    r"(?:\.0*+)?+\s*+(?P<unit>[^\s\d.,][^\d.,]*+)?+",
    re.ASCII,
)
# What may be written behind a whole number, by what it counts.
_UNITS: Mapping[str, set[str]] = {
    "pieces": {
        "件", "个", "只", "台", "份", "单", "笔", "条", "次",
        "pc", "pcs", "piece", "pieces", "item", "items", "order", "orders",
    },
    "hours": {"小时", "个小时", "小时内", "h", "hr", "hrs", "hour", "hours"},
    "days": {"天", "日", "天内", "d", "day", "days"},
    "months": {"月", "个月", "month", "months"},
    "percent": {"%"},
}  # fmt: skip
_NO_LIMIT = {
    "不限", "不限制", "不限购", "不限量", "不设限", "无限", "无限制", "无限购", "无上限",
    "没有限制", "∞", "unlimited", "no limit", "not limited", "without limit",
}  # fmt: skip


class Field:
    """One input.

    ``optional``: empty reads as ``None``. ``default_rule``: empty reads as the value of that
    rule of the calculator. ``default``: empty reads as this text. Otherwise empty is refused
    as ``required``. ``follows`` names the field whose value this one must not be below.
    ``needed_when`` names a field and its value, as it is typed, with which an optional field is
    required after all.

    Plain classes on purpose: as dataclasses they took a third of the calculators' start in a
    browser, where each generated method is compiled anew.
    """

    kind: ClassVar[str]

    def __init__(
        self,
        *,
        optional: bool = False,
        default: str | None = None,
        default_rule: str | None = None,
        follows: str | None = None,
        needed_when: tuple[str, str] | None = None,
    ) -> None:
        self.optional = optional
        self.default = default
        self.default_rule = default_rule
        self.follows = follows
        self.needed_when = needed_when

    def read(self, text: str) -> Any:
        """The value of a text that is not empty; raises :class:`InputError`."""
        raise NotImplementedError

    def write(self, value: Any) -> str:
        """The text that reads as ``value`` again."""
        return str(value)


class MoneyField(Field):
    """An amount in yuan, as :class:`~decimal.Decimal` with two decimals."""

    kind = "money"

    @override
    def read(self, text: str) -> Decimal:
        return read_money(text)


class IntegerField(Field):
    """A whole number from ``minimum`` to ``maximum``.

    ``unit``: what it counts (``pieces``, ``hours``, ``days``, ``months``, ``percent``), which may
    stand behind it. ``unlimited``: an optional limit, whose absence may be said in words.
    """

    kind = "integer"

    def __init__(
        self,
        *,
        minimum: int = 0,
        maximum: int = LARGEST_COUNT,
        unit: str = "pieces",
        unlimited: bool = False,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.minimum = minimum
        self.maximum = maximum
        self.unlimited = unlimited
        self._units = _UNITS[unit]

    @override
    def read(self, text: str) -> int | None:
        text = one(text, "not_an_integer")
        if self.unlimited and text.casefold() in _NO_LIMIT:
            return None
        value = int(text) if text.isascii() and text.isdigit() else self._decorated(text)
        if value < self.minimum:
            raise InputError("below_minimum", minimum=self.minimum)
        if value > self.maximum:
            raise InputError("above_maximum", maximum=self.maximum)
        return value

    def _decorated(self, text: str) -> int:
        found = _INTEGER.fullmatch(text)
        unit = found and found["unit"]
        if not found or (unit and unit.casefold() not in self._units):
            raise InputError("not_an_integer")
        return int(found["sign"] + found["number"].replace(",", "").replace(" ", ""))


class PositiveIntegerField(IntegerField):
    """A whole number from 1, as a rule of the platform asks: one code for everything else."""

    kind = "positive_integer"

    def __init__(self, **common: Any) -> None:
        super().__init__(minimum=1, **common)

    @override
    def read(self, text: str) -> int | None:
        try:
            return super().read(text)
        except InputError:
            raise InputError("not_positive_integer") from None


class MoneyListField(Field):
    """Amounts in yuan, separated by new lines, semicolons, ``、`` or commas; at least one."""

    kind = "money_list"

    _STRONG: ClassVar[re.Pattern[str]] = re.compile(r"[\n\r;、]")
    # A comma between one to three digits and just three more may also be a thousands mark; and no
    # amount begins with a needless zero, so that 2,0000 is not 2 and 0.
    _AMBIGUOUS: ClassVar[re.Pattern[str]] = re.compile(
        r"(?<![\d.])\d{1,3},\d{3}(?!\d)|\d[ ]*+,[ ]*+0\d", re.ASCII
    )

    @override
    def read(self, text: str) -> tuple[Decimal, ...]:
        pieces: list[str] = []
        for chunk in self._STRONG.split(bare(text)):
            if self._AMBIGUOUS.search(chunk):
                raise InputError("ambiguous_comma", text=quoted(chunk.strip()))
            pieces += [piece.strip() for piece in chunk.split(",") if piece.strip()]
        if not pieces:
            raise InputError("required")
        return tuple(self._read_item(number, piece) for number, piece in enumerate(pieces, start=1))

    @override
    def write(self, value: Sequence[Decimal]) -> str:
        return ";".join(map(str, value))

    @staticmethod
    def _read_item(number: int, piece: str) -> Decimal:
        try:
            return read_money(piece)
        except InputError as error:
            raise InputError(error.code, item=number, **error.values) from None


class _Offering(Field):
    """Offers a few ids."""

    def __init__(self, *choices: str, **common: Any) -> None:
        super().__init__(**common)
        self.choices = choices


class ChoiceField(_Offering):
    """One of a few ids."""

    kind = "choice"

    @override
    def read(self, text: str) -> str:
        text = bare(text)
        if text not in self.choices:
            raise InputError("not_a_choice", choices=self.choices)
        return text


class ChoiceListField(_Offering):
    """One or more of a few ids, separated as amounts in a list are."""

    kind = "choice_list"

    @override
    def read(self, text: str) -> tuple[str, ...]:
        items = items_of(bare(text))
        if not items:
            raise InputError("required")
        if not set(items) <= set(self.choices):
            raise InputError("not_a_choice", choices=self.choices)
        return tuple(items)

    @override
    def write(self, value: Sequence[str]) -> str:
        return ";".join(value)


class YesNoField(Field):
    """``yes`` or ``no``, as a bool."""

    kind = "yes_no"
    choices: ClassVar[tuple[str, ...]] = ("yes", "no")

    @override
    def read(self, text: str) -> bool:
        text = bare(text)
        if text not in self.choices:
            raise InputError("not_a_choice", choices=self.choices)
        return text == "yes"

    @override
    def write(self, value: bool) -> str:
        return "yes" if value else "no"


class DateField(Field):
    """A day, ``2026-11-21``, on Douyin's clock."""

    kind = "date"

    @override
    def read(self, text: str) -> date:
        return within_reach(read_date(text), "not_a_date")


class MonthField(Field):
    """A month, ``2026-07``, as its first day."""

    kind = "month"

    @override
    def read(self, text: str) -> date:
        return within_reach(read_month(text), "not_a_date")

    @override
    def write(self, value: date) -> str:
        return value.strftime("%Y-%m")


class TimeField(Field):
    """A minute, ``2026-11-21 09:30``, on Douyin's clock."""

    kind = "time"

    @override
    def read(self, text: str) -> datetime:
        return within_reach(read_time(text), "not_a_time")

    @override
    def write(self, value: datetime) -> str:
        return value.strftime("%Y-%m-%d %H:%M")
