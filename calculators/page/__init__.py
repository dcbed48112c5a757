"""What the worker of a page calls: texts of JSON in and out, so that nothing else crosses over."""

import json
from typing import Any

from calculators import definition, evaluate
from calculators.core.answer import Answer
from calculators.core.calendar import calendar, deadlines
from calculators.core.chart.around import chart_around
from calculators.core.comparing import compare
from calculators.core.presenting import present


def reply(request: str) -> str:
    """An answer with the words to show beside it.

    ``request`` is ``{"calculator", "inputs", "lang", "on"}``; the reply is
    ``{"answer": …, "shown": …}``, ``shown`` being ``null`` where the inputs were refused.
    """
    asked = json.loads(request)
    given = _answered(asked, asked)
    if not given["ok"]:
        return written({"answer": given, "shown": None})
    described = definition(asked["calculator"])
    shown = present(described, given, asked["lang"])
    shown["chart"] = chart_around(described, given, asked["lang"])
    shown["deadlines"] = list(deadlines(described, given))
    return written({"answer": given, "shown": shown})


def calendar_file(request: str) -> str:
    """A request's deadlines as a calendar file; ``stamp`` and ``link`` stand in it, too."""
    asked = json.loads(request)
    given = _answered(asked, asked)
    described = definition(asked["calculator"])
    return calendar(described, given, asked["lang"], stamp=asked["stamp"], link=asked["link"])


def comparison(request: str) -> str:
    """Two answers side by side: ``{"calculator", "lang", "first", "second"}``, see ``compare``.

    ``first`` and ``second`` are ``{"inputs", "on"}`` of questions that were answered.
    """
    asked = json.loads(request)
    first, second = (_answered(asked, asked[each]) for each in ("first", "second"))
    return written(compare(definition(asked["calculator"]), first, second, asked["lang"]))


def _answered(asked: dict[str, Any], question: dict[str, Any]) -> Answer:
    return evaluate(asked["calculator"], question["inputs"], asked["lang"], question.get("on"))


def written(message: dict[str, Any]) -> str:
    """``message`` as JSON."""
    return json.dumps(message, ensure_ascii=False)
