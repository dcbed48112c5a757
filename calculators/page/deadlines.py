"""The deadlines of an answer as a calendar file, for a page."""

import json

from calculators import definition
from calculators.core.output.icalendar import calendar
from calculators.page import answer_to


def calendar_file(request: str) -> str:
    """The calendar of a request that was answered; its ``stamp`` and ``link`` stand in it, too."""
    asked = json.loads(request)
    given = answer_to(asked, asked)
    described = definition(asked["calculator"])
    return calendar(described, given, asked["lang"], stamp=asked["stamp"], link=asked["link"])
