"""The chart around an answer, for a page."""

import json
from typing import TypedDict

from calculators import definition
from calculators.core.answers import OkAnswer
from calculators.core.chart.around import chart_around
from calculators.core.chart.picture import Mark, picture_of
from calculators.core.chart.svg import strip_svg, svg
from calculators.core.definition import Definition
from calculators.page import AnswerRequest, answered_to, written


class AnswerChart(TypedDict):
    """A chart as the text of an ``<svg>``, what stands under it, and its numbered marks in words.

    ``kind`` is ``parts`` or ``timeline``, ``None`` where nothing is numbered.
    """

    svg: str
    caption: str
    kind: str | None
    marks: list[Mark]


def chart(request: str) -> str:
    """The :class:`AnswerChart` of an :class:`AnswerRequest`, or ``null``."""
    asked: AnswerRequest = json.loads(request)
    given = answered_to(asked, asked)
    return written(drawn(definition(asked["calculator"]), given, asked["lang"]))


def drawn(described: Definition, given: OkAnswer, lang: str) -> AnswerChart | None:
    """The picture that the calculator declares, else what would come out for less and for more."""
    if strip := picture_of(described, given, lang):
        numbered = strip["kind"] != "tiers"
        return {
            "svg": strip_svg(strip),
            "caption": strip["caption"],
            "kind": strip["kind"] if numbered else None,
            "marks": strip["marks"] if numbered else [],
        }
    drawing = chart_around(described, given, lang)
    if drawing is None:
        return None
    return {"svg": svg(drawing), "caption": drawing["caption"], "kind": None, "marks": []}
