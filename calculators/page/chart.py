"""The chart around an answer, for a page."""

import json

from calculators import definition
from calculators.core.chart.around import chart_around
from calculators.page import answer_to, written


def chart(request: str) -> str:
    """The drawing that goes with the answer to ``request``, or ``null``; see ``Chart.draw``."""
    asked = json.loads(request)
    given = answer_to(asked, asked)
    return written(chart_around(definition(asked["calculator"]), given, asked["lang"]))
