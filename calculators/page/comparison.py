"""Two answers side by side, for a page."""

import json

from calculators import definition
from calculators.core.output.comparison import compare
from calculators.page import answer_to, written


def comparison(request: str) -> str:
    """``{"calculator", "lang", "first", "second"}`` as ``compare`` gives it.

    ``first`` and ``second`` are ``{"inputs", "on"}`` of questions that were answered.
    """
    asked = json.loads(request)
    first, second = (answer_to(asked, asked[each]) for each in ("first", "second"))
    return written(compare(definition(asked["calculator"]), first, second, asked["lang"]))
