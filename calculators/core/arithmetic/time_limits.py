"""From one moment to another, in the hours that the platform counts.

One convention holds everywhere. What happens exactly at the end of a time limit is in time; what
has not happened by then is overdue from that moment on; a silence has lasted too long only beyond
its limit.
"""

from datetime import datetime, timedelta

HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)


def after_hours(start: datetime, hours: int) -> datetime:
    """The end of a limit of ``hours`` that runs from ``start``."""
    return start + hours * HOUR


def full_minute(moment: datetime) -> datetime:
    """The first full minute that is not before ``moment``: from when something may be done."""
    return moment + (moment.replace(second=0) - moment) % _MINUTE


def missed(happened: datetime | None, due: datetime, now: datetime) -> bool:
    """Whether a limit that ends at ``due`` is broken: by the event, or by its absence ``now``."""
    return now >= due if happened is None else happened > due


def beyond(start: datetime, end: datetime, hours: int) -> bool:
    """Whether more than ``hours`` lie between."""
    return end - start > hours * HOUR


def precedes(moment: datetime, other: datetime) -> bool:
    """Whether ``moment`` lies before ``other``; told to the minute, it may be any second of that.

    Clocks and forms tell minutes, and exports seconds beside them.
    """
    return moment < other and (moment.second != 0 or other - moment >= _MINUTE)


def full_hours(start: datetime, end: datetime) -> int:
    """How many hours have passed in full; below 0 where ``end`` comes first."""
    return (end - start) // HOUR


def begun_hours(start: datetime, end: datetime) -> int:
    """The same with one that has only begun."""
    return -((start - end) // HOUR)
