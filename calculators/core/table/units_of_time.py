"""The unit of durations as headings, descriptions, titles and number formats state it."""

import re
from collections.abc import Iterable, Mapping

from calculators.core.text.patterns import lazy_pattern

# What stands behind a number in each unit that a field of hours reads.
WRITTEN = {"weeks": "周", "days": "天", "hours": "小时", "minutes": "分钟", "seconds": "秒"}
HOURS, MONTHS = "hours", "months"
# Working days and the like, of which no hours follow.
OTHER = "other"
# A longer text is a remark, and what it says stands at its beginning.
_LONGEST = 200

_CHINESE = {
    OTHER: r"个?(?:工作|交易|营业)[日天]|毫秒|个?季度",
    MONTHS: r"个?(?:自然)?月",
    "weeks": r"个?(?:周|星期|礼拜)",
    "days": r"(?:自然|日历)?[天日]",
    "hours": r"个?(?:小时|钟头)",
    "minutes": r"分钟",
    "seconds": r"秒钟?",
}
# Of one the singular may be of something else: same-day, a second promise.
_ENGLISH = {
    OTHER: r"(?:working|business|trading)[ _-]?days?|work[ _-]?days|milliseconds",
    MONTHS: "months",
    "weeks": "weeks",
    "days": "days",
    "hours": "hours|hrs",
    "minutes": "minutes|mins",
    "seconds": "seconds|secs",
}
# What says so only where nothing else can be meant: （时）, late_h.
_SHORT = {
    OTHER: "ms|bd",
    MONTHS: "month",
    "weeks": "week|wks?",
    "days": "day|d",
    "hours": "时|hour|hr|h",
    "minutes": "分|minute|min",
    "seconds": "second|sec|s",
}


def _units(*tables: Mapping[str, str]) -> str:
    """A pattern for any of the units, each a group of its name."""
    found = {name: "|".join(each[name] for each in tables) for name in _CHINESE}
    return "(?:" + "|".join(f"(?P<{name}>{each})" for name, each in found.items()) + ")"


_ANY, _IN_CHINESE = _units(_CHINESE, _ENGLISH, _SHORT), _units(_CHINESE)
_IS = r"\s*+(?:均?为|[都均]?是|[:：=])?+\s*+[（(\[【]?+\s*+(?:以|按|in\s)?+\s*+"
_END = r"(?:为单位|计算?)?+(?!\w)"
_BRACKETS = "（([【{"
_OPEN = rf"[{re.escape(_BRACKETS)}]\s*+"
_BY_MARK = lazy_pattern(
    rf"(?:单位|(?<![a-z])units?){_IS}{_ANY}{_END}", re.IGNORECASE, holds=("单位", "unit")
)
_COUNTED = lazy_pattern(
    rf"[以按用]{_IN_CHINESE}(?:数|为单位|计算?|算|填写?)", re.IGNORECASE, holds="以按用"
)
_MARKED = (
    # （天）, [单位：小时], (in days); 单位：分; 以天计; 时限/天, late_h; （天/小时）.
    lazy_pattern(
        rf"{_OPEN}(?:单位)?+{_IS}{_ANY}(?:为单位|计|数)?+\s*+[）)\]】}}]",
        re.IGNORECASE,
        holds=_BRACKETS,
    ),
    _BY_MARK,
    _COUNTED,
    lazy_pattern(rf"(?<!\d)[_/\s:：|-]\s*+{_ANY}\s*+[）)\]】}}]?+\s*+$", re.IGNORECASE),
    lazy_pattern(rf"{_OPEN}{_ANY}\s*+[/、或,，]", re.IGNORECASE, holds=_BRACKETS),
)
# 48小时 speaks of a span, and not of what its column is in; nor does 每小时.
_NO_SPAN = "(?<!\\d )(?<![\\d.一二三四五六七八九十两半每])"
_SAID = (
    *_MARKED,
    # 天数, 几天; 晚发小时, 超时分钟; 预售天; days late.
    lazy_pattern(rf"{_NO_SPAN}{_IN_CHINESE}数", re.IGNORECASE, holds="数"),
    lazy_pattern(rf"(?:几|多少){_IN_CHINESE}", re.IGNORECASE, holds=("几", "多少")),
    lazy_pattern(
        rf"{_NO_SPAN}(?:(?P<other>工作[日天])|(?P<hours>小时(?![达购级])|钟头)|(?P<minutes>分钟))",
        holds=("工作", "小时", "钟头", "分钟"),
    ),
    lazy_pattern(
        rf"{_NO_SPAN}(?<![当今昨明后前白聊])(?:(?P<days>天)|(?P<seconds>秒钟?))\s*+$", holds="天秒"
    ),
    lazy_pattern(
        rf"(?<![a-z\d])(?<!\d[ -]){_units(_ENGLISH)}(?![a-z])",
        re.IGNORECASE,
        holds=("day", "week", "month", "hour", "hrs", "min", "sec"),
    ),
)
_BEHIND = lazy_pattern(rf"(?<=[\d一二两三四五六七八九十半])\s*+{_ANY}(?![a-z])", re.IGNORECASE)
# By days, in brackets, is how a title says that orders are counted.
_TITLED = (
    _BY_MARK,
    _COUNTED,
    lazy_pattern(rf"(?<!\w)in\s++{_units(_ENGLISH)}{_END}", re.IGNORECASE, holds=("in",)),
)
_UNITS_BELOW = lazy_pattern(r"单位$|(?<![a-z])units?$", re.IGNORECASE)
_CLAUSES = lazy_pattern("[，,；;、。]")
_WHOLE = lazy_pattern(rf"[（(\[【]?+\s*+{_ANY}\s*+[）)\]】]?+", re.IGNORECASE)
# lateDays is written as late_days elsewhere.
_HUMP = lazy_pattern(r"(?<=[a-z])(?=[A-Z])")

# Titles speak of all kinds of units: those of spans are named as such, or stand alone.
_OF_SPANS = lazy_pattern(
    "时[间长限效]|承诺|晚|迟|超时|超期|逾期|延[迟误期]|duration|promis|late|delay|overdue",
    re.IGNORECASE,
)
_ALONE = lazy_pattern(rf"(?:单位|units?){_IS}(?!分){_ANY}{_END}\s*+[）)\]】]?+", re.IGNORECASE)
_ABOUT = {
    "late": lazy_pattern("晚|迟发|超时|超期|逾期|延[迟误期]|late|delay|overdue", re.IGNORECASE),
    "promised": lazy_pattern("承诺|时限|时效|promis", re.IGNORECASE),
}


def said(text: str) -> frozenset[str]:
    """The units that a heading or a description speaks of: ``天数``, ``小时``, ``days late``."""
    return _found(_SAID, text) | whole(text)


def marked(text: str) -> frozenset[str]:
    """Those that it marks as units: ``（天）``, ``单位：天``, ``时限/天``."""
    return _found(_MARKED, text) | whole(text)


def of_title(text: str, name: str) -> frozenset[str]:
    """Those that a title states for the durations called ``name``: ``承诺单位：天``."""
    clauses = map(str.strip, _CLAUSES.split(text[:_LONGEST]))
    return frozenset().union(*(_of_clause(each, name) for each in clauses))


def _of_clause(text: str, name: str) -> frozenset[str]:
    if found := _ALONE.fullmatch(text):
        return frozenset(_units_of(found))
    if not _OF_SPANS.search(text):
        return frozenset()
    return _found(_TITLED, text) if _is_about(text, name) else frozenset()


def _is_about(text: str, name: str) -> bool:
    """Whether a text speaks of no other durations than those called ``name``."""
    about = [each for each, pattern in _ABOUT.items() if pattern.search(text)]
    return not about or any(name.startswith(each) for each in about)


def is_of_units(heading: str, name: str) -> bool:
    """Whether below a heading may stand the units of the durations called ``name``: 时限单位."""
    heading = heading.strip()[:_LONGEST]
    return bool(_UNITS_BELOW.search(heading)) and _is_about(heading, name)


def of_figures(text: str) -> frozenset[str]:
    """The units behind the numbers in a cell: ``2天3小时``."""
    return _found((_BEHIND,), text)


def whole(text: str) -> frozenset[str]:
    """The unit that a text consists of: ``天``, ``（小时）``."""
    found = _WHOLE.fullmatch(text.strip()[:_LONGEST])
    return frozenset(_units_of(found)) if found else frozenset()


def _found(patterns: Iterable[re.Pattern[str]], text: str) -> frozenset[str]:
    text = _HUMP.sub("_", text[:_LONGEST])
    return frozenset(
        unit for each in patterns for found in each.finditer(text) for unit in _units_of(found)
    )


def _units_of(found: re.Match[str]) -> list[str]:
    return [name for name, each in found.groupdict().items() if each]
