"""Days and moments on Douyin's clock, UTC+8. Nothing here asks what time it is.

They are read as forms, links, spreadsheets and programs write them, the year first: of
``01/02/2026`` or ``1/2/26`` nobody knows which day it is.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from decimal import ROUND_FLOOR, Decimal

from calculators.core.inputs.errors import InputError
from calculators.core.inputs.normalising import LONGEST, one
from calculators.core.text.patterns import lazy_pattern

# ZoneInfo needs tzdata, which the browser's Python lacks; China has had one offset since 1991.
CHINA = timezone(timedelta(hours=8))

# Four digits, and room to count on from each day.
_YEARS = range(1000, 3000)
# Of a spreadsheet's counts of days those that fall into our century.
_SERIAL_YEARS = range(2000, 2100)
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30, tzinfo=CHINA), datetime(1904, 1, 1, tzinfo=CHINA)
_HOURS, _NOON, _SECONDS = 24, 12, 86_400
# Where anybody lives.
_WESTERNMOST = -11
_HALF_SECOND, _HALF_MILLISECOND = Decimal("0.5"), Decimal("0.0005")


def _as_said(same: range, later: range = range(0)) -> dict[int, int]:
    return {hour: hour for hour in same} | {hour: hour + _NOON for hour in later}


_MORNING, _AFTERNOON = _as_said(range(_NOON)), _as_said(range(_NOON, _HOURS), range(1, _NOON))
_EVENING = _as_said(range(17, _HOURS), range(5, _NOON))
# The hours that stand beside such a word, and what they mean. Others are refused: with 上午12点
# some mean noon, and 晚上12点 begins a day or ends it.
_PARTS = {
    "凌晨": _as_said(range(7)) | {_NOON: 0},
    "清晨": _MORNING,
    "早晨": _MORNING,
    "早上": _MORNING,
    "上午": _MORNING,
    "中午": _as_said(range(11, 15), range(1, 3)),
    "下午": _AFTERNOON,
    "傍晚": _as_said(range(16, 21), range(4, 9)),
    "晚上": _EVENING,
    "晚间": _EVENING,
    "夜里": _EVENING,
    "深夜": _EVENING,
    "am": _MORNING | {_NOON: 0},
    "pm": _AFTERNOON,
}
_PART = "|".join(word for word in _PARTS if not word.isascii()) + r"|[ap]\.?m\.?+"

# What nearly all files write; the rest is looked at more closely.
_USUAL_DAY = lazy_pattern(r"\d{4}-\d\d-\d\d", re.ASCII)
_USUAL_TIME = lazy_pattern(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?+", re.ASCII)
_SPREADSHEET_TIME = lazy_pattern(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2}) (\d{1,2}):(\d\d)(?::(\d\d))?+", re.ASCII
)
# Possessive where blanks or digits may repeat: none is looked at twice.
_DAY = lazy_pattern(
    r"(?P<year>\d{4})[ ]?[-/.年][ ]?(?P<month>\d{1,2})[ ]?[-/.月][ ]?(?P<day>\d{1,2}+)"
    r"(?:[ ]?(?P<named>[日号]))?"
    r"|(?P<digits>\d{8})",
    re.ASCII,
)
_CLOCK = lazy_pattern(
    rf"(?P<gap>[ ]*+(?P<t>T)[ ]*+|[\s,]*+)(?:(?P<before>{_PART})\s*+)?+"
    r"(?:(?P<hour>\d{1,2}+)"
    r"(?::(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d++)?+)?+"
    r"|[ ]?(?P<full>[点时])(?:整|(?P<half>半)|[ ]?(?P<minutes>\d{1,2}+)[ ]?分"
    r"(?:[ ]?(?P<seconds>\d{1,2}+)[ ]?秒)?+|(?P<two>\d\d))?+"
    r")?+"
    # Without colons, as in 20260105090300 and with milliseconds behind.
    r"|(?P<digits>\d{4}(?:\d\d)?+)(?:[.,]\d++|\d{3}(?:\d{3})?+)?+)"
    rf"(?:\s*+(?P<after>{_PART}))?+"
    r"(?:\s*+(?P<zone>Z|(?P<utc>UTC|GMT)?+(?P<ahead>[+-]\d\d?+)(?::?(?P<and>[0-5]\d))?+|UTC|GMT))?+",
    re.ASCII | re.IGNORECASE,
)
# What says once more that a moment is one of Beijing's clock, behind one.
_OUR_CLOCK = lazy_pattern(
    r"\s?[(（\[]?(?:北京时间|中国标准时间|东八区(?:时间)?|beijing time|china standard time"
    r"|asia/shanghai|(?:utc|gmt)\+0?8(?::?00)?)[)）\]]?",
    re.IGNORECASE,
)
# As Go writes it: +0800 CST.
_NAME_OF_OURS = lazy_pattern(r"(?<=\+0800) CST$")
_MONTH = lazy_pattern(
    r"(?P<year>\d{4})(?:[ ]?[-/.年][ ]?(?P<month>\d{1,2}+)(?:[ ]?月份?)?+|(?P<digits>\d\d))",
    re.ASCII,
)
# January, or a spreadsheet's number that was 2026.10.
_UNCERTAIN_MONTH = lazy_pattern(r"\d{4}\.1", re.ASCII)
_SERIAL = lazy_pattern(r"\d{5}(?:\.\d++)?+", re.ASCII)


class _NoMomentError(Exception):
    """Raised inside here for what is no day or moment."""


def read_date(text: str) -> date:
    """The day that ``text`` writes: ``2026-11-21``, ``20261121``, ``2026年11月21日 9:30``.

    Raises :class:`InputError` (``not_a_date``).
    """
    text = one(text, "not_a_date")
    try:
        if _USUAL_DAY.fullmatch(text):
            return date.fromisoformat(text)
        day, clock = _parts(text)
        if clock is None:
            return day
        when = _moment(day, clock)
    except (_NoMomentError, ValueError, OverflowError):  # the 30th of February
        raise InputError("not_a_date") from None
    # Of 24:00 it is the day that ends, not the one that begins.
    return when.date() if clock["zone"] else day


def read_month(text: str) -> date:
    """The first day of the month that ``text`` writes: ``2026-07``, ``2026年7月``, or a day."""
    text = one(text, "not_a_date")
    found = _MONTH.fullmatch(text)
    if not found:
        return read_date(text).replace(day=1)
    try:
        if not _UNCERTAIN_MONTH.fullmatch(text):
            return date(int(found["year"]), int(found["month"] or found["digits"]), 1)
    except ValueError:
        pass
    raise InputError("not_a_date")


def is_clock(text: str) -> bool:
    """Whether a bare text is a time of day without a day."""
    found = _CLOCK.fullmatch(text) if len(text) <= LONGEST else None
    return found is not None and bool(found["minute"] or found["full"]) and not found["t"]


def is_month(text: str) -> bool:
    """Whether a bare text is written as a month and no day."""
    return len(text) <= LONGEST and bool(_MONTH.fullmatch(text))


def read_time(text: str) -> datetime:
    """The moment that ``text`` writes: ``2026-11-21 09:30``, ``2026/11/21 下午3:05:20``.

    On Douyin's clock, unless it names a zone; to the second, 0 where none is written, and without
    fractions of one. Raises :class:`InputError` (``not_a_time``).
    """
    text = one(text, "not_a_time")
    if when := read_usual_time(text):
        return when
    try:
        if found := _SPREADSHEET_TIME.fullmatch(text):
            year, month, day, hour, minute, second = map(int, found.groups("0"))
            return datetime(year, month, day, hour, minute, second, tzinfo=CHINA)
    except ValueError:  # perhaps 24:00
        pass
    try:
        written, clock = _parts(text)
        if clock is not None:
            return _moment(written, clock)
    except (_NoMomentError, ValueError, OverflowError):
        pass
    raise InputError("not_a_time")


def read_usual_time(text: str) -> datetime | None:
    """The moment of a text written as nearly all are: ``2026-11-21 09:30:20``; else none."""
    if not _USUAL_TIME.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=CHINA)
    except ValueError:  # perhaps 24:00
        return None


def with_minute(text: str, minute: str) -> str:
    """A bare text with a ``minute`` of its day behind it, where it writes one and no time of it."""
    try:
        _, clock = _parts(text) if len(text) <= LONGEST else (None, text)
    except (_NoMomentError, ValueError, OverflowError):
        return text
    return text if clock else f"{text} {minute}"


def from_elsewhere(text: str) -> bool:
    """Whether ``text`` is a moment of another zone, which reading turns into one of UTC+8."""
    try:
        _, clock = _parts(one(text, "not_a_time"))
        return clock is not None and _zone(clock).utcoffset(None) != CHINA.utcoffset(None)
    except (InputError, _NoMomentError, ValueError):
        return False


def serial_time(text: str, *, epoch_1904: bool = False) -> datetime:
    """The moment that a spreadsheet counts as ``46027.377``, to the second; or ``not_a_time``.

    For a column that holds nothing else: a number on its own may be anything. Workbooks of old
    Macs count from 1904.
    """
    text = one(text, "not_a_time")
    if not _SERIAL.fullmatch(text):
        raise InputError("not_a_time")
    seconds = full_seconds(Decimal(text))
    when = (_EPOCH_1904 if epoch_1904 else _EPOCH) + timedelta(seconds=seconds)
    if when.year not in _SERIAL_YEARS:
        raise InputError("not_a_time")
    return when


def full_seconds(days: Decimal) -> int:
    """The full seconds of a finite count of days: fractions of one are dropped, as of a text.

    What is written is rounded, so that 9:03 may be a little less than it is: as much as half of
    its last decimal, or half a millisecond, which no program shows. Where the last decimal is more
    than a second, the nearest.
    """
    _, _, exponent = days.as_tuple()
    assert isinstance(exponent, int)
    rounded_off = Decimal(_SECONDS).scaleb(exponent) / 2
    tolerance = min(max(rounded_off, _HALF_MILLISECOND), _HALF_SECOND)
    return int((days * _SECONDS + tolerance).to_integral_value(ROUND_FLOOR))


def serial_day(text: str, *, epoch_1904: bool = False) -> date:
    """The day that a spreadsheet counts as ``46027``; raises ``not_a_date``."""
    try:
        return serial_time(text, epoch_1904=epoch_1904).date()
    except InputError:
        raise InputError("not_a_date") from None


def within_reach[D: date](when: D, code: str) -> D:
    """``when``, refused with ``code`` where no days can be counted from it."""
    if when.year not in _YEARS:
        raise InputError(code)
    return when


def _parts(text: str) -> tuple[date, re.Match[str] | None]:
    """The day of a bare text and, where it goes on, the time of day as it is written."""
    found = _DAY.match(text)
    if not found:
        raise _NoMomentError
    if not text[-1].isdigit():
        text = _without_clock(text)
    if digits := found["digits"]:
        day = date.fromisoformat(digits)
    else:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    if found.end() == len(text):
        return day, None
    clock = _CLOCK.fullmatch(text, found.end())
    if not clock or (clock["digits"] and not digits):
        raise _NoMomentError
    # 2026-1-51:30 may be one or the other.
    if not (clock["gap"] or clock["before"] or found["named"] or clock["digits"]):
        raise _NoMomentError
    return day, clock


def _without_clock(text: str) -> str:
    """A moment without the name of our clock behind it; none behind one of another zone."""
    for found in _OUR_CLOCK.finditer(text):
        if found.end() == len(text):
            return text[: found.start()]
    return _NAME_OF_OURS.sub("", text)


def _moment(day: date, clock: re.Match[str]) -> datetime:
    if digits := clock["digits"]:
        hour, minute, second = int(digits[:2]), int(digits[2:4]), int(digits[4:] or 0)
    else:
        hour = int(clock["hour"])
        minute = int(
            clock["minute"] or clock["minutes"] or clock["two"] or 30 * bool(clock["half"])
        )
        second = int(clock["second"] or clock["seconds"] or 0)
    parts = [each for each in (clock["before"], clock["after"]) if each]
    told = parts or digits or clock["minute"] or clock["full"]
    if len(parts) > 1 or (parts and digits) or not told:
        raise _NoMomentError
    if parts:
        hour = _PARTS[parts[0].casefold().replace(".", "")].get(hour, _HOURS + 1)
    elif hour == _HOURS and not minute and not second:
        hour, day = 0, day + timedelta(days=1)
    written = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=_zone(clock))
    return written.astimezone(CHINA)


def _zone(clock: re.Match[str]) -> tzinfo:
    if not clock["zone"]:
        return CHINA
    if not (ahead := clock["ahead"]):
        return UTC
    # 9:00-12:00 is from nine to twelve, unless it is written as programs do.
    plainly = clock["t"] or clock["utc"]
    if ahead[0] == "-" and not plainly:
        as_programs = clock["second"] or (clock["and"] and clock["zone"][-3] != ":")
        if not as_programs or int(ahead) < _WESTERNMOST:
            raise _NoMomentError
    minutes = timedelta(minutes=int(clock["and"] or 0))
    hours = timedelta(hours=int(ahead))
    return timezone(hours - minutes if ahead[0] == "-" else hours + minutes)
