"""The chart around an answer, for a page."""

import json
from typing import TypedDict

from calculators import definition
from calculators.core.chart.around import chart_around
from calculators.core.chart.svg import svg
from calculators.page import AnswerRequest, answered_to, written


class AnswerChart(TypedDict):
    """A chart as the text of an ``<svg>``, and what stands under it."""

    svg: str
    caption: str


def chart(request: str) -> str:
    """The :class:`AnswerChart` of an :class:`AnswerRequest`, or ``null``."""
    asked: AnswerRequest = json.loads(request)
    given = answered_to(asked, asked)
    drawing = chart_around(definition(asked["calculator"]), given, asked["lang"])
    drawn: AnswerChart | None = drawing and {"svg": svg(drawing), "caption": drawing["caption"]}
    return written(drawn)
