"""From one moment to another, in the hours that the platform counts.

One convention holds everywhere. What happens exactly at the end of a time limit is in time; what
has not happened by then is overdue from that minute on; a silence has lasted too long only beyond
its limit.
"""

from datetime import datetime, timedelta

HOUR = timedelta(hours=1)


def after_hours(start: datetime, hours: int) -> datetime:
    """The end of a limit of ``hours`` that runs from ``start``."""
    return start + hours * HOUR


def missed(happened: datetime | None, due: datetime, now: datetime) -> bool:
    """Whether a limit that ends at ``due`` is broken: by the event, or by its absence ``now``."""
    return now >= due if happened is None else happened > due


def beyond(start: datetime, end: datetime, hours: int) -> bool:
    """Whether more than ``hours`` lie between."""
    return end - start > hours * HOUR


def full_hours(start: datetime, end: datetime) -> int:
    """How many hours have passed in full; below 0 where ``end`` comes first."""
    return (end - start) // HOUR


def begun_hours(start: datetime, end: datetime) -> int:
    """The same with one that has only begun."""
    return -((start - end) // HOUR)
