"""Whole numbers in Chinese characters: ``两``, ``十五``, ``一百二十``, ``一千零五``."""

import re

from calculators.core.text.patterns import lazy_pattern

_DIGITS = {each: number for number, each in enumerate("一二三四五六七八九", start=1)} | {"两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1_000}
_TEN_THOUSAND, _NOTHING, _OF_WEIGHT = 10_000, "零〇", "两"
# The longest is 九千九百九十九万九千九百九十九. With figures behind, it is no number by itself.
_AT_BEGINNING = lazy_pattern(r"[零〇一二两三四五六七八九十百千万]{1,15}+(?!\s*+[\d.,])", re.ASCII)
# 2万, 1.5万: figures, and how many ten thousands they are.
_TEN_THOUSANDS = lazy_pattern(
    r"(\d{1,8})(?:\.(\d{1,4}))?\s?万(?![零〇一二两三四五六七八九十百千万\d.,])", re.ASCII
)


def in_figures(text: str) -> str:
    """``text`` with the number at its beginning in figures; as it stands where that is none."""
    if told := _TEN_THOUSANDS.match(text):
        figures = told[1] + (told[2] or "").ljust(4, "0")
        return f"{int(figures)}{text[told.end() :]}"
    found = _AT_BEGINNING.match(text)
    try:
        return f"{read(found[0])}{text[found.end() :]}" if found else text
    except ValueError:
        return text


def read(written: str) -> int:
    """What ``written`` comes to; raises :class:`ValueError` for ``三一``, ``千`` and ``一百二``."""
    high, ten_thousand, low = written.rpartition("万")
    if not ten_thousand:
        return 0 if written in {*_NOTHING} else _below(written)
    rest = _below(low.lstrip(_NOTHING)) if low else 0
    # With some 一万二 is 12,000.
    if low and low[0] not in _NOTHING and rest < max(_UNITS.values()):
        raise ValueError(written)
    return _below(high) * _TEN_THOUSAND + rest


def _below(written: str) -> int:
    """A number below ten thousand, its units from the largest to the smallest."""
    total, unit, digit, skipped = 0, _TEN_THOUSAND, 0, False
    for each in written:
        if each in _DIGITS and not digit:
            digit = _DIGITS[each]
        elif each in _NOTHING and total and not digit:
            skipped = True
        elif _UNITS.get(each, unit) < unit and (digit or each == "十"):
            unit = _UNITS[each]
            total, digit, skipped = total + (digit or 1) * unit, 0, False
        else:
            raise ValueError(written)
    if not total:
        ends_well = bool(digit)
    elif digit:  # of 十两 it is a weight, and 一百二 is 120 with some
        ends_well = written[-1] != _OF_WEIGHT and (skipped or unit == _UNITS["十"])
    else:
        ends_well = not skipped
    if not ends_well:
        raise ValueError(written)
    return total + digit
