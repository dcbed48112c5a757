"""Days, weeks, months and other parts of a table, as labels of the sums of their orders."""

import re
from collections.abc import Collection
from functools import lru_cache

from calculators.core.table.sums.labels import plainly
from calculators.core.text.patterns import lazy_pattern

# The parts of which others consist come later; a span, a shift or a page is as long as it likes.
DAY, WEEK, MONTH, QUARTER, YEAR, ANY = "day", "week", "month", "quarter", "year", "any"
KINDS = (DAY, WEEK, MONTH, QUARTER, YEAR, ANY)
_RANK = {DAY: 1, WEEK: 2, MONTH: 3, QUARTER: 4, YEAR: 5}

_LONGEST = 40
_YEAR, _MONTH, _DAY = r"(?:19|20)\d\d", r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_FIGURE = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_WEEKDAY = (
    r"(?:(?:星期|周|礼拜)[一二三四五六日天1-7]"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?)"
)
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_TIME = r"(?:[\st]0?0:00(?::00)?(?:\.0+)?(?:z|\+08:?00)?)"
_ONE_DAY = (
    rf"(?:(?:{_YEAR}|\d\d)[-/.]{_MONTH}[-/.]{_DAY}|{_YEAR}年{_MONTH}月{_DAY}[日号]?"
    rf"|{_MONTH}月{_DAY}[日号]?|{_MONTH}[-/]{_DAY}"
    rf"|{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    rf"|{_NAME}[ -]?{_DAY}(?:st|nd|rd|th)?(?:,? ?{_YEAR})?"
    rf"|{_DAY}(?:st|nd|rd|th)?[ -]?{_NAME}(?:[ ,-]{{0,2}}(?:{_YEAR}|\d\d))?)"
)
_BEFORE, _BEHIND = r"[\s\[(【{<—~*=#-]*+", r"[\s\])】}>—~*=#:-]*+"
# Texts, since they take milliseconds to make patterns of, and few tables name any.
_KINDS = {
    DAY: (
        rf"{_BEFORE}(?:(?:日期|date)\s?[:：]\s?)?(?:{_WEEKDAY}[ ,]{{0,2}})?{_ONE_DAY}"
        rf"(?:[\s(\[]{{0,2}}{_WEEKDAY}[)\]]?)?{_TIME}?{_BEHIND}"
        rf"|{_BEFORE}(?:{_WEEKDAY}|[今昨明前]日|[今昨明前]天|[本当]日|第?{_FIGURE}[日号]"
        rf"|today|yesterday|day \d{{1,3}}){_BEHIND}"
    ),
    WEEK: (
        rf"{_BEFORE}(?:(?:{_YEAR}年?)?[ -]?第?{_FIGURE}周|[本上下]周"
        rf"|(?:{_YEAR}[ -]?)?(?:w|wk|week) ?\d{{1,2}}"
        rf"(?:[ ,-]{{0,2}}{_YEAR})?|(?:this|last) week|{_MONTH}月第{_FIGURE}周"
        rf"|(?:(?:{_YEAR}年)?{_MONTH}月)?[上中下]旬)"
        rf"{_BEHIND}"
    ),
    MONTH: (
        rf"{_BEFORE}(?:(?:{_YEAR}年)?{_MONTH}月份?|{_YEAR}[-/.]{_MONTH}|{_YEAR}(?:0[1-9]|1[0-2])"
        rf"|(?:{_YEAR}年)?[一二三四五六七八九十正腊]{{1,2}}月份?|[本上当]月"
        rf"|{_NAME}(?:[ ,'-]{{0,2}}(?:{_YEAR}|\d\d))?"
        rf"|{_YEAR}[ -]?{_NAME}|(?:this|last) month){_BEHIND}"
    ),
    QUARTER: (
        rf"{_BEFORE}(?:(?:{_YEAR}年?[ -]?)?(?:q[1-4]|第?[一二三四1-4]季度?)|q[1-4][ '-]?{_YEAR}"
        rf"|[本上]季度?"
        rf"|(?:{_YEAR}年?[ -]?)?(?:[上下]半年|h[12])|h[12][ '-]?{_YEAR}|quarter [1-4]){_BEHIND}"
    ),
    YEAR: (rf"{_BEFORE}(?:{_YEAR}年?度?|fy ?{_YEAR}|[今去本前]年度?){_BEHIND}"),
    ANY: (
        rf"{_BEFORE}(?:{_ONE_DAY}\s?(?:~|-|—|至|到|to)\s?(?:{_ONE_DAY}|{_DAY}[日号]?)"
        rf"|第\s?{_FIGURE}\s?页|page ?\d{{1,3}}){_BEHIND}"
    ),
}
_HEADING = lazy_pattern(
    r"日期|时间|月份|[年月日周天季]\s*$|星期|礼拜|季度|年度|页码|\b(?:dates?|days?|weeks?|months?|quarters?|years?|time)\b",
    re.IGNORECASE,
)
# So many figures without more are a day, a month or a year only beside numbers of another kind.
_FIGURES = lazy_pattern(r"\d+")
# All that begin with a letter of ours.
_LATIN = lazy_pattern(
    r"jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|tod|yes|day|date"
    r"|w|q|h[12]|fy|thi|las|pag",
    re.IGNORECASE,
)
# Those of Chinese that one begins with, and the marks of ours before it.
_CHINESE = frozenset("星周週礼禮今昨明前本当當第一二三四五六七八九十正腊臘上下中去日")
_MARKS = frozenset(" \t\n\r\f\v[({<~*=#-'\"`")
# How long years, months and days are that are written in figures alone.
PERIOD_LENGTHS = (4, 6, 8)
# What stands behind a day in a number that somebody gives by hand: 20250201-2.
_COUNTED = lazy_pattern(r"[-_/#.]\w{1,4}", re.ASCII)


def period_of(cell: str) -> str:
    """What part of a time, or of a table, a cell names and nothing else; empty for none."""
    if not cell or len(cell) > _LONGEST:
        return ""
    if cell.isdigit() and cell.isascii() and len(cell) not in PERIOD_LENGTHS:
        return ""
    first = cell[0]
    if first.isascii():
        begins = first in _MARKS or first.isdigit() or bool(_LATIN.match(cell))
    else:
        begins = first in _CHINESE or not "\u4e00" <= first <= "\u9fff"
    return _period_of(cell) if begins else ""


@lru_cache(1000)
def _period_of(cell: str) -> str:
    text = plainly(cell)
    return next((kind for kind, pattern in _KINDS.items() if re.fullmatch(pattern, text)), "")


def names_periods(heading: str) -> bool:
    """Whether a heading says that days, months or the like stand below it: 账单月份, Day."""
    return len(heading) <= _LONGEST and bool(_HEADING.search(heading))


def ends_part(kind: str, other: str) -> bool:
    """Whether the part of one ``kind`` is over where one of the ``other`` begins."""
    if ANY in {kind, other}:
        return kind == other
    return _RANK[other] >= _RANK[kind]


def own_shapes(cells: Collection[str]) -> frozenset[str]:
    """How periods are written that are numbers of orders in a column that holds these ``cells``.

    All of them where nothing else stands there; else as others are that name no period: 20251399
    beside 20250201, or 20250201-2.
    """
    periods = {cell for cell in cells if period_of(cell)}
    others = [plainly(cell) for cell in cells if cell not in periods]
    if not others:
        return frozenset(map(_shape, periods))
    counted = (each for each in periods if _is_counted(plainly(each), others))
    return frozenset(map(_shape, [*others, *counted]))


def has_shape(cell: str, shapes: Collection[str]) -> bool:
    """Whether a period is written in one of these ways."""
    return _shape(cell) in shapes


def _is_counted(day: str, others: Collection[str]) -> bool:
    """Whether others begin with a day as it is written, and count what is of it."""
    shape = _shape(day)
    return any(
        _shape(other[: len(day)]) == shape and _COUNTED.fullmatch(other[len(day) :])
        for other in others
    )


def _shape(cell: str) -> str:
    """A text with its figures left out: of figures alone it is their number."""
    text = plainly(cell)
    return str(len(text)) if text.isdigit() else _FIGURES.sub("9", text)
