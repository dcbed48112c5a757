"""The figures of a Chinese text: numbers with units, as written, and as the register has them."""

import re
from decimal import Decimal
from unicodedata import normalize

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNIT = (
    "个工作日|工作日|个自然日|自然日|个月|小时|分钟|万元|亿元|千元|元|%|‰|天|日|周|年|月|"
    "单|件|次|笔|倍|人|家|个|款|张|分|星|级|点|折|秒|公斤|kg|g"
)
# With numbers in words only what is rarely a mere word: 一个, 十分, 一级 are no figures.
_WORDED = "[一二两三四五六七八九十百]+"
_WORDED_UNIT = "个工作日|工作日|个自然日|自然日|个月|小时|分钟|元|天|日|周|年|次|件|单|倍"
_FIGURE = re.compile(
    rf"""
    \d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?                   # a day or a month
    | \d{{1,2}}月\d{{1,2}}日
    | \d{{1,2}}:\d{{2}}(?::\d{{2}})?                       # of the clock
    | [<>≤≥=]?{_NUMBER}(?:[-~至到]{_NUMBER})?(?:{_UNIT})(?:及?以[上下内])?
    | [<>≤≥]{_NUMBER}                                      # a limit without a unit
    | {_WORDED}(?:{_WORDED_UNIT})(?:及?以[上下内])?
    """,
    re.VERBOSE,
)

# What the register calls a unit, and how much of it one of the text's is.
_REGISTERED = {
    "元": ("yuan", 1), "千元": ("yuan", 1000), "万元": ("yuan", 10_000),
    "亿元": ("yuan", 100_000_000), "%": ("percent", 1), "小时": ("hours", 1),
    "分钟": ("minutes", 1), "天": ("days", 1), "日": ("days", 1), "自然日": ("days", 1),
    "个自然日": ("days", 1), "工作日": ("days", 1), "个工作日": ("days", 1),
    "个月": ("months", 1), "月": ("months", 1), "年": ("months", 12), "点": ("clock", 1),
    "单": ("pieces", 1), "件": ("pieces", 1), "次": ("pieces", 1), "笔": ("pieces", 1),
    "个": ("pieces", 1), "人": ("pieces", 1), "家": ("pieces", 1), "款": ("pieces", 1),
}  # fmt: skip
_QUANTITY = re.compile(rf"({_NUMBER}|{_WORDED})(?:[-~至到]({_NUMBER}))?({_UNIT})")
_DIGITS = {each: value for value, each in enumerate("零一二三四五六七八九")} | {"两": 2}
_HOURS_A_DAY = 24

type Quantity = tuple[str, Decimal]


def plain(text: str) -> str:
    """``text`` with one width of digits and signs: ％ is %, ０ is 0."""
    return normalize("NFKC", text)


def figures_in(text: str) -> tuple[str, ...]:
    """The figures of ``text`` in its order, without thousands marks: ``≥50%``, ``3天``."""
    bare = re.sub(r"\s", "", plain(text))
    return tuple(found[0].replace(",", "") for found in _FIGURE.finditer(bare))


def quantities(figures: tuple[str, ...]) -> set[Quantity]:
    """``figures`` in the register's units; what is said in days is there in hours, too."""
    found: set[Quantity] = set()
    for low, high, unit in _QUANTITY.findall(" ".join(figures)):
        name, factor = _REGISTERED.get(unit, ("", 0))
        found |= {(name, _value(each) * factor) for each in (low, high) if name and each}
    return found | {("hours", value * _HOURS_A_DAY) for name, value in found if name == "days"}


def _value(written: str) -> Decimal:
    """A number, also one in words up to 999."""
    if written[0].isdecimal():
        return Decimal(written)
    hundreds, _, rest = written.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    counted = 100 * _DIGITS.get(hundreds, 1) if "百" in written else 0
    counted += 10 * _DIGITS.get(tens, 1) if ten else 0
    return Decimal(counted + _DIGITS.get(ones, 0))
