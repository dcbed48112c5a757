"""Durations as people write them: ``2天3小时``, ``两天半``, ``47h 59min``, ``51:20:00``."""

import re
from collections.abc import Sequence
from decimal import Decimal

from calculators.core.inputs import chinese_numbers
from calculators.core.inputs.errors import InputError
from calculators.core.text.patterns import lazy_pattern

_SECONDS = {"weeks": 604_800, "days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}
# 1周2天, 2天3小时, 1.5小时, 47h 59min, 两天半: each unit once, the longest first.
_NUMBER = r"(?:\d{1,6}+(?:\.\d{1,6}+)?+|[半一二两三四五六七八九十]{1,3}+)"
_PARTS = {
    "weeks": r"个?(?:周|星期)|weeks?|wks?",
    "days": r"个?(?:自然|日历)?[天日]|(?:calendar )?days?|d",
    "hours": r"个?(?:小?时|钟头)|hours?|hrs?|h",
    # Alone, 3m may be months.
    "minutes": r"分钟?|minutes?|mins?|(?(hours)m|(?!))",
    "seconds": r"秒钟?|seconds?|secs?|s",
}
_BETWEEN = r"[\s,零又和]*+(?:and\s++)?+"
_WRITTEN = lazy_pattern(
    "".join(
        rf"(?:(?P<{name}>{_NUMBER})\s*+(?:{unit})(?![a-z]{{2}})(?P<half_{name}>半)?+{_BETWEEN})?+"
        for name, unit in _PARTS.items()
    )
    + r"(?:整|[之以]?内)?+\s*+(?:发货?|发出|预售|现货)?+\s*+(?:\((?P<again>[^()]{1,40}+)\))?+",
    re.IGNORECASE,
)
# As a spreadsheet shows a time that goes on beyond a day: 51:20:00.
_CLOCK = lazy_pattern(r"(?P<hours>\d{1,5}+):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d)", re.ASCII)
# As a spreadsheet shows hours that go on beyond a day; below that it may be a time of day.
_HOURS_AND_MINUTES = lazy_pattern(r"(?P<hours>\d{1,5}+):(?P<minutes>[0-5]\d)", re.ASCII)
_DAY_LONG = 24
# What a promise is counted from, or called: 付款后15天内发货, 现货48小时, ≤48小时.
_PROMISED = lazy_pattern(
    r"(?:(?:现货|预售|全款预售|定金预售)[:：]?|承诺|约定|(?:买家|用户|客户)?(?:付款|支付)(?:成功|完成)?[之以]?后|[付支]付?后)?\s*+"
    r"(?:最[晚迟多长]|不超过|不[晚迟]于|至多|≤|<=|within\s|up to\s)?\s*+",
    re.IGNORECASE,
)
_LATE = lazy_pattern(
    r"(?:已经?)?(?:超时|超期|逾期|延迟|延误|延期|超[过出]?|晚发货?|迟发|晚|迟)(?:了|发货)?\s*+[:：]?+\s*+"
    r"|late(?: by)?:?\s++",
    re.IGNORECASE,
)
# From the first of several blanks on: each of them would begin anew.
_LATE_BEHIND = lazy_pattern(r"(?<!\s)\s++late|(?<=\S)(?:超时|逾期)$", re.IGNORECASE)
_IN_TIME = lazy_pattern(
    r"(?:[没未]有?|不)(?:晚发?|迟发?|超时|超期|逾期|延[迟误期])(?:发货)?|(?:按时|准时|准点|按期|及时|如期|时限内|期内)(?:发货|发出)?"
    r"|(?:shipped )?(?:on|in) time|not (?:late|overdue|delayed)",
    re.IGNORECASE,
)
_EARLY = lazy_pattern(
    r"(?:已经?)?(?:提[前早]|早)(?:了|发货|发)?\s*+|early(?: by)?:?\s++", re.IGNORECASE
)
_MONTHS = lazy_pattern(
    r"满?(?P<number>\d{1,6}+(?:\.0{0,6}+)?+|[一二两三四五六七八九十]{1,3}+)"
    r"\s?(?:个?(?:整|自然)?月|months?)(?:了|整|以上)?",
    re.IGNORECASE,
)
_HALF = Decimal("0.5")


def of_delay(text: str) -> str:
    """The duration of a text that says how late something is; ``0s`` where it is in time."""
    if clock := _beyond_a_day(text):
        return clock
    if _IN_TIME.fullmatch(text):
        return "0s"
    if (early := _EARLY.match(text)) and seconds(text[early.end() :]) is not None:
        return "0s"
    if found := _LATE.match(text) or _LATE_BEHIND.search(text):
        return text[: found.start()] + text[found.end() :]
    return text


def of_promise(text: str) -> str:
    """The duration of a text that says how long a promise is."""
    return _beyond_a_day(text) or _PROMISED.sub("", text, count=1)


def _beyond_a_day(text: str) -> str:
    """Hours and minutes that are no time of a day, with seconds; empty for anything else."""
    found = _HOURS_AND_MINUTES.fullmatch(text)
    return f"{text}:00" if found and int(found["hours"]) >= _DAY_LONG else ""


def seconds(text: str) -> Decimal | None:
    """How long a written duration is, in seconds; ``None`` for what is none, or a number alone.

    What stands behind it in brackets has to say the same: ``48小时（2天）``.
    """
    found = _CLOCK.fullmatch(text) or _WRITTEN.fullmatch(text)
    if not found or not any(found[name] for name in _SECONDS if name in found.re.groupindex):
        return None
    parts = found.groupdict()
    try:
        told = [
            ((_number(number) + (_HALF if parts.get(f"half_{name}") else 0)) * each, each)
            for name, each in _SECONDS.items()
            if (number := parts.get(name))
        ]
    except ValueError:
        return None
    total = _total(told)
    if (again := parts.get("again")) and seconds(again) != total:
        raise InputError("not_an_integer")
    return total


def _total(told: Sequence[tuple[Decimal, int]]) -> Decimal:
    """What parts come to, each with its unit in seconds, the longest first.

    A part as long as the unit before it is no rest of that: it has to say the same once more, as in
    ``2天，48小时``.
    """
    total, unit = Decimal(0), 0
    for part, each in told:
        if not total or part < unit:
            total, unit = total + part, each
        elif part != total:
            raise InputError("not_an_integer")
    return total


def days(text: str) -> int | None:
    """How many days are written: ``两周``, ``付款后48小时``; ``None`` if not whole ones."""
    long = seconds(_PROMISED.sub("", text, count=1))
    whole, rest = divmod(long or 1, _SECONDS["days"])
    return None if rest else int(whole)


def months(text: str) -> int | None:
    """How many months ``三个月`` and ``满两个月`` are; ``None`` where that is none."""
    found = _MONTHS.fullmatch(text)
    try:
        number = _number(found["number"]) if found else None
    except ValueError:
        return None
    return None if number is None or number % 1 else int(number)


def _number(written: str) -> Decimal:
    """``1.5``, ``两``, ``十二``, ``半``; raises :class:`ValueError` for ``三一``."""
    if written == "半":
        return _HALF
    if written[0].isdigit():
        return Decimal(written)
    return Decimal(chinese_numbers.read(written))
