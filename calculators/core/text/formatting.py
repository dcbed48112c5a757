"""Figures and sentences written for people, the same in prose, steps and results."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from calculators.core.text.catalogue import Texts

_ONE = "1"


@dataclass(frozen=True)
class Span:
    """From ``low`` to ``high``, said once where both are the same."""

    low: Decimal | int
    high: Decimal | int


@dataclass(frozen=True)
class Quantity:
    """A whole number with its unit, as ``[units]`` names it: ``1 hour``, ``3 hours``."""

    value: int
    unit: str


class Said(str):
    """A value as it is written, which counts the word that follows it: ``{count:order|orders}``."""

    __slots__ = ()

    def __format__(self, words: str) -> str:
        """The value alone, or with the first of two ``words`` where it is one, else the second."""
        if not words:
            return str(self)
        one, _, more = words.partition("|")
        return f"{self!s} {one if self == _ONE else more}"


def sentence(texts: Texts, *keys: str, values: Mapping[str, object] | None = None) -> str:
    """The sentence at the path ``keys`` with ``values`` written out in its language."""
    words = {name: Said(in_words(value, texts)) for name, value in (values or {}).items()}
    return texts.get(*keys).format_map(words)


def in_words(value: object, texts: Texts) -> str:  # noqa: PLR0911 (one line a type)
    """``value`` inside a sentence; a decimal is money, ``None`` is "no limit"."""
    match value:
        case None:
            return texts.get("words", "none")
        case bool():
            return texts.get("words", "yes" if value else "no")
        case Decimal():
            return amount(value, texts)
        case int():
            return f"{value:,}"
        case datetime():
            return moment(value)
        case date():
            return value.isoformat()
        case Span():
            return _span(value, texts)
        case Quantity():
            return quantity(f"{value.value:,}", value.unit, texts, value=value.value)
        case tuple():
            return texts.get("words", "separator").join(in_words(item, texts) for item in value)
        case _:
            return str(value)


def moment(value: datetime) -> str:
    """A moment as all write it: ``2026-11-21 09:30``, with its seconds where it has any."""
    return f"{value:%Y-%m-%d %H:%M:%S}" if value.second else f"{value:%Y-%m-%d %H:%M}"


def quantity(written: str, unit: str, texts: Texts, *, value: Decimal | int) -> str:
    """A ``value``, as it is ``written``, with its unit: ``3 元``, ``1%``, ``7 天``."""
    units = "units_one" if value == 1 else "units" if value else "units_none"
    return texts.get(units if texts.has(units, unit) else "units", unit).format(value=written)


@lru_cache  # the percentages and bounds of rules, once for all rows of a file
def number(value: Decimal) -> str:
    """A decimal with thousands marks and no needless zeros: ``300``, ``0.30``, ``29.9999``."""
    if value == value.to_integral_value():
        return f"{value:,.0f}"
    cents = f"{value:,.2f}"
    return cents if Decimal(cents.replace(",", "")) == value else f"{value.normalize():,f}"


def amount(value: Decimal, texts: Texts) -> str:
    """An amount of money in prose: ``300 元``, ``¥300``."""
    return _with_currency(value, number(abs(value)), texts)


def exact_amount(value: Decimal, texts: Texts) -> str:
    """An amount of money in a result, to the fen: ``3.00 元``, ``¥3.00``."""
    return _with_currency(value, f"{abs(value):,.2f}", texts)


def _with_currency(value: Decimal, digits: str, texts: Texts) -> str:
    sign = "-" if value < 0 else ""
    return texts.get("words", "amount").format(sign=sign, amount=digits)


def _span(span: Span, texts: Texts) -> str:
    low, high = in_words(span.low, texts), in_words(span.high, texts)
    words = "span_amounts" if isinstance(span.low, Decimal) else "span"
    return low if low == high else texts.get("words", words).format(low=low, high=high)
