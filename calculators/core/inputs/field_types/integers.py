"""Whole numbers of pieces, days, months and per cent."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Unpack, override

from calculators.core.inputs.chinese_numbers import in_figures
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.field_types.field import Common, Field
from calculators.core.inputs.measure_words import ONE_BY_ONE, ONE_BY_ONE_IN_LETTERS
from calculators.core.inputs.normalising import one
from calculators.core.inputs.words_for_nothing import says_none
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import in_words
from calculators.core.text.patterns import lazy_pattern

# The largest count that JavaScript, too, holds exactly with room to spare.
LARGEST_COUNT = 999_999_999_999

# A whole number in the form of a decimal one, as 10.0, is a spreadsheet's. The unit goes last, and
# may be cut short: 10 pcs.
_INTEGER = lazy_pattern(
    r"(?P<sign>[+-]?+)(?P<number>\d++|[1-9]\d{0,2}(?:,\d{3})++|[1-9]\d{0,2}(?:[ ]\d{3})++)"
    r"(?:\.0*+)?+\s*+(?:(?P<unit>[^\s\d.,][^\d.,]*+)(?:(?<=[A-Za-z])\.)?+)?+",
    re.ASCII,
)
# What may be written behind a whole number, by what it counts.
_UNITS: Mapping[str, set[str]] = {
    "pieces": {*ONE_BY_ONE, *ONE_BY_ONE_IN_LETTERS, "件/人", "个/人", "件每人"},
    # 3单 as a limit of pieces is none: an order may be of several.
    "orders": {
        *("单", "笔", "个", "件", "次", "单/天", "单/日", "单每天", "order", "orders"),
        *("orders/day", "orders per day", "orders a day"),
    },
    "days": {"天", "日", "天内", "d", "day", "days"},
    "months": {"月", "个月", "month", "months"},
    "percent": {"%"},
}  # fmt: skip
_OF_TIME, _OF_THINGS = {"days", "months"}, {"pieces", "orders"}
_NO_LIMIT = {
    "不限", "不限制", "不做限制", "不作限制", "不加限制", "不设限制", "没限制", "不限购",
    "不限购买", "不限购数量", "不限购件数", "不限购买数量", "不限购买件数",
    "不限量", "不限数量", "不限件数", "不限次",
    "不设上限", "没上限", "不设限", "无限", "无限制", "无限购", "无上限",
    "没有限制", "未设置", "未设", "没有设置", "未设限", "未限制", "未限购", "未开启", "没开启",
    "未启用", "已关闭", "关闭", "∞", "not set", "unset", "off", "disabled",
    "unlimited", "no limit", "not limited", "without limit",
    "no limits", "no maximum", "no max", "without maximum", "no cap",
}  # fmt: skip
# Who left it as it was: 不限(默认).
_BY_DEFAULT = ("(默认)", "(default)")
# What stands for 0, besides that there is none.
_NONE_OF = {
    "stock": {
        "无货", "没货", "没有货", "缺货", "已缺货", "暂时缺货", "断货", "已断货", "售罄", "已售罄",
        "售完", "已售完", "卖完", "卖完了", "已卖完", "无库存", "没库存", "没有库存", "暂无库存",
        "零库存", "0库存", "库存为0", "无现货", "无存货", "暂无货", "暂时无货",
        "out of stock", "sold out", "no stock", "not in stock", "none in stock",
    },
    "bought": {
        "没买过", "没有买过", "未买过", "从未买过", "从没买过", "没购买过",
        "没有购买过", "未购买过", "从未购买", "未购买", "没有购买", "没买", "未买",
        "never bought", "not bought", "never purchased", "not purchased",
    },
}  # fmt: skip


class Bounds(Common, total=False):
    """From ``minimum`` to ``maximum``, both included."""

    minimum: int
    maximum: int


class WholeNumberField(Field):
    """A whole number within its bounds; ``units`` may stand behind it, each worth so many of it."""

    input_mode = "numeric"
    step = Decimal(1)

    def __init__(
        self,
        units: Mapping[str, int],
        *,
        minimum: int = 0,
        maximum: int = LARGEST_COUNT,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(**common)
        self.minimum = minimum
        self.maximum = maximum
        self.largest = Decimal(maximum)
        self._units = units

    @override
    def read(self, text: str) -> int | None:
        text = one(text, "not_an_integer")
        value = int(text) if text.isascii() and text.isdigit() else self._decorated(text)
        if value < self.minimum:
            raise InputError("below_minimum", minimum=self.minimum)
        if value > self.maximum:
            raise InputError("above_maximum", maximum=self.maximum)
        return value

    def _decorated(self, text: str) -> int:
        found = _INTEGER.fullmatch(text)
        if not found:
            raise InputError("not_an_integer")
        unit = (found["unit"] or "").casefold()
        if unit and unit not in self._units:
            raise InputError("not_an_integer")
        number = int(found["sign"] + found["number"].replace(",", "").replace(" ", ""))
        return number * self._units.get(unit, 1)

    @override
    def point(self, value: Decimal, texts: Texts) -> str:
        return in_words(int(value), texts)


class IntegerField(WholeNumberField):
    """A whole number of ``unit``: ``pieces``, ``orders``, ``days``, ``months`` or ``percent``.

    ``unlimited``: an optional limit, whose absence may be said in words. ``limit_of``: it is the
    most that a ``buyer`` or an ``order`` may have, and may be said to be. ``none_of``: of a
    ``stock``, or of what somebody has ``bought``, words may say that it is nothing.
    """

    kind = "integer"

    def __init__(
        self,
        *,
        unit: str = "pieces",
        unlimited: bool = False,
        limit_of: str | None = None,
        none_of: str = "",
        **bounds: Unpack[Bounds],
    ) -> None:
        super().__init__(dict.fromkeys(_UNITS[unit], 1), **bounds)
        self._none_of = none_of
        self.unlimited = unlimited
        self._limit_of = limit_of
        self.unit_of_time = unit if unit in _OF_TIME else None
        self.counts_pieces = unit in _OF_THINGS

    @override
    def counts_in(self, unit: str) -> bool:
        return unit in self._units

    @override
    def _decorated(self, text: str) -> int:
        try:
            return super()._decorated(text)
        except InputError:
            if not self.unit_of_time:
                return super()._decorated(self._in_figures(text))
        # Its patterns take milliseconds to make, and forms hold numbers.
        from calculators.core.inputs.field_types import written_durations  # noqa: PLC0415

        if self.unit_of_time == "months":
            whole = written_durations.months(text)
        else:
            whole = written_durations.days(text)
        if whole is None:
            raise InputError("not_an_integer")
        return whole

    @override
    def read(self, text: str) -> int | None:
        if self.unlimited and _is_no_limit(one(text, "not_an_integer").casefold()):
            return None
        if self._none_of and _says_none(one(text, "not_an_integer"), self._none_of):
            return 0
        return super().read(text)

    def _in_figures(self, text: str) -> str:
        """What ``text`` has of a limit in words, and of a number in characters, in figures."""
        if self._limit_of:
            # As for durations.
            from calculators.core.inputs.field_types import written_limits  # noqa: PLC0415

            text = written_limits.count(text, self._limit_of)
        return in_figures(text) if self.counts_pieces else text

    @override
    def is_empty(self, text: str) -> bool:
        return super().is_empty(text) and not (self._none_of == "stock" and says_none(text))


def _says_none(text: str, none_of: str) -> bool:
    return says_none(text) or text.casefold() in _NONE_OF[none_of]


def _is_no_limit(text: str) -> bool:
    for each in _BY_DEFAULT:
        text = text.removesuffix(each)
    return text.rstrip() in _NO_LIMIT


class PositiveIntegerField(IntegerField):
    """A whole number from 1, as a rule of the platform asks: one code for everything else."""

    kind = "positive_integer"

    def __init__(
        self,
        *,
        unit: str = "pieces",
        unlimited: bool = False,
        limit_of: str | None = None,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(unit=unit, unlimited=unlimited, limit_of=limit_of, minimum=1, **common)

    @override
    def read(self, text: str) -> int | None:
        try:
            return super().read(text)
        except InputError:
            raise InputError("not_positive_integer") from None
