"""The deadlines of an answer as a calendar file, for a page."""

import json

from calculators import definition
from calculators.core.output.icalendar import calendar
from calculators.page import AnswerRequest, answered_to


class CalendarRequest(AnswerRequest):
    """A question that was answered; ``stamp`` is now in UTC, ``link`` restores the answer."""

    stamp: str
    link: str


def calendar_file(request: str) -> str:
    """The deadlines of a :class:`CalendarRequest` as a calendar file."""
    asked: CalendarRequest = json.loads(request)
    given = answered_to(asked, asked)
    described = definition(asked["calculator"])
    return calendar(described, given, asked["lang"], stamp=asked["stamp"], link=asked["link"])
