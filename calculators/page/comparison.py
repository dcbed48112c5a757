"""Two answers side by side, for a page."""

import json

from calculators import definition
from calculators.core.output.comparison import compare
from calculators.page import CalculatorRequest, Question, answered_to, written


class ComparisonRequest(CalculatorRequest):
    """Two questions that were answered, to one calculator."""

    first: Question
    second: Question


def comparison(request: str) -> str:
    """The :class:`Comparison` of a :class:`ComparisonRequest`."""
    asked: ComparisonRequest = json.loads(request)
    first, second = (answered_to(asked, each) for each in (asked["first"], asked["second"]))
    return written(compare(definition(asked["calculator"]), first, second, asked["lang"]))
