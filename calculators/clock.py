"""The one look at a clock, for those who ask without naming a day: the core knows none."""

from datetime import date, datetime

from calculators.core.inputs.dates import CHINA


def now_in_beijing() -> datetime:
    """The present minute on Douyin's clock."""
    return datetime.now(CHINA).replace(second=0, microsecond=0)


def today_in_beijing() -> date:
    """Today on Douyin's clock."""
    return now_in_beijing().date()
