"""Number cells: what a workbook stores, in the text that a spreadsheet would export."""

from datetime import datetime, timedelta
from decimal import Context, Decimal, InvalidOperation
from functools import lru_cache

from calculators.core.inputs.dates import full_seconds
from calculators.core.table.orders.lost_digits import LostDigits
from calculators.core.table.workbook.formats import Format
from calculators.core.table.workbook.shown import Choice, Shown

# A spreadsheet keeps so many digits of a number; the rest of its 17 is how a binary number writes
# 0.3. A longer order number has lost its last digits when it was typed or opened.
DIGITS = 15
# A longer one is none.
LONGEST_NUMBER = 400
_ROUNDED = Context(prec=DIGITS)
_DAY = 86_400
# The calendars of the two kinds of workbooks end on the same day.
_LAST_SECOND = 2_958_466 * _DAY
_DAYS_1904, _YEAR = 1462, 366
# A day that never was: 1900 is no leap year, but a spreadsheet counts 29 February.
_NEVER = 60
_CLOCKS = (Format.TIME, Format.DURATION)
# Different cells whose texts are kept at hand.
_KEPT = 20_000


@lru_cache(_KEPT)
def number_text(stored: str) -> str:
    """``189.90000000000001`` as ``189.9``, ``1.2E3`` as ``1200``; what is no number stays."""
    try:
        exact = Decimal(stored)
    except InvalidOperation:
        return stored
    if not exact.is_finite() or exact.adjusted() > LONGEST_NUMBER:
        return stored
    rounded = _ROUNDED.plus(exact)
    if exact and exact.adjusted() >= DIGITS:
        return LostDigits(f"{exact:f}".partition(".")[0])
    text = f"{rounded:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@lru_cache(_KEPT)
def percent_text(stored: str) -> str:
    """``0.125`` as ``12.5%``."""
    try:
        return f"{number_text(str(Decimal(stored).scaleb(2)))}%"
    except InvalidOperation:
        return stored


@lru_cache(_KEPT)
def moment_text(stored: str, shown: Format, *, from_1904: bool) -> str:
    """A count of days as ``2026-07-01 10:02:20``, ``2026-07-01`` or ``10:02:20``."""
    seconds = _seconds(stored)
    if seconds is None:
        return number_text(stored)
    days, of_day = divmod(seconds, _DAY)
    # A span of more than a day under h:mm, such as of two moments: no order is of 1900. A whole
    # number may as well be one of hours.
    is_span = shown is Format.TIME and 0 < days < _YEAR and of_day
    if shown is Format.DURATION or is_span or not days:
        # Without a day it is a time. A cell that refers to an empty one holds 0.
        return _clock(seconds) if seconds or shown in _CLOCKS else "0"
    if from_1904:
        days += _DAYS_1904
    # Both count from a day in 1899 or 1900; before the day that never was they are one apart.
    began = datetime(1899, 12, 30 if days > _NEVER else 31)  # noqa: DTZ001 (no zone in a cell)
    day = f"{began + timedelta(days=days):%Y-%m-%d}"
    # A time of 00:00:00 is told where the cell would show one.
    return f"{day} {_clock(of_day)}" if of_day or shown is not Format.DATE else day


@lru_cache(_KEPT)
def shown_text(stored: str, shown: Shown) -> str:
    """``200`` as ``$200`` or ``200分``, ``7`` as ``007``: what is shown belongs to a number."""
    try:
        number = number_text(str(Decimal(stored).scaleb(-shown.hidden_zeros)))
    except InvalidOperation:
        return stored
    digits = _divided(number, shown) if shown.between else number
    if digits.isdigit():
        digits = digits.zfill(shown.width)
    text = f"{shown.before}{digits}{shown.behind}"
    return LostDigits(text) if isinstance(number, LostDigits) else text


def chosen_text(stored: str, choices: tuple[Choice, ...]) -> str:
    """``90`` as ``90秒`` or ``90分``, by the condition that holds of it."""
    try:
        number = Decimal(stored)
    except InvalidOperation:
        return stored
    # No condition holds of what is no number at all.
    of_number = (each.shown for each in choices if number.is_finite() and each.holds(number))
    shown = next(of_number, None)
    return shown_text(stored, shown) if shown else number_text(stored)


def _divided(number: str, shown: Shown) -> str:
    """``4830`` as ``48小时30``; what is no whole number, or below zero, as it is."""
    if not number.isdigit():
        return number
    digits, pieces = number.zfill(shown.width), ""
    for text, behind in reversed(shown.between):
        digits, last = digits[:-behind], digits[-behind:]
        pieces = f"{text}{last}{pieces}"
    return digits + pieces


def _seconds(stored: str) -> int | None:
    try:
        days = Decimal(stored)
    except InvalidOperation:
        return None
    if not days.is_finite() or days.adjusted() > LONGEST_NUMBER:
        return None
    seconds = full_seconds(days)
    return seconds if 0 <= seconds < _LAST_SECOND else None


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
