"""Days and minutes on Douyin's clock, UTC+8. Nothing here asks what time it is."""

import re
from datetime import date, datetime, timedelta, timezone

from calculators.core.refusal import Refused
from calculators.core.typed import plain

# ZoneInfo needs tzdata, which the browser's Python lacks; China has had one offset since 1991.
CHINA = timezone(timedelta(hours=8))

_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$", re.ASCII)
_TIME = re.compile(r"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}$", re.ASCII)

# Four digits, and room to count on from each day.
_YEARS = range(1000, 3000)


def read_date(text: str) -> date:
    """The day that ``text`` (``2026-11-21``) writes; raises :class:`Refused` (``not_a_date``)."""
    text = plain(text)
    if _DATE.match(text):
        try:
            return date.fromisoformat(text)
        except ValueError:  # the 30th of February
            pass
    raise Refused("not_a_date")


def read_time(text: str) -> datetime:
    """The minute that ``text`` (``2026-11-21 09:30``, UTC+8) writes; raises ``not_a_time``."""
    text = plain(text)
    if _TIME.match(text):
        try:
            return datetime.fromisoformat(text).replace(tzinfo=CHINA)
        except ValueError:
            pass
    raise Refused("not_a_time")


def within_reach[D: date](when: D, code: str) -> D:
    """``when``, refused with ``code`` where no days can be counted from it."""
    if when.year not in _YEARS:
        raise Refused(code)
    return when
