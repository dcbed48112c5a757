"""The chart around an answer, for a page."""

import json

from calculators import definition
from calculators.core.chart.around import chart_around
from calculators.core.chart.svg import svg
from calculators.page import answer_to, written


def chart(request: str) -> str:
    """The drawing that goes with the answer to ``request``, or ``null``.

    ``{"svg": text, "caption"}``.
    """
    asked = json.loads(request)
    given = answer_to(asked, asked)
    drawing = chart_around(definition(asked["calculator"]), given, asked["lang"])
    return written(drawing and {"svg": svg(drawing), "caption": drawing["caption"]})
