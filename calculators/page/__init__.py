"""What the worker of a page calls: texts of JSON in and out, so that nothing else crosses over.

An answer comes first. What goes with it stands in modules of its own, which are imported when they
are first asked for: a reader waits for each module that Python loads.
"""

import json
from datetime import date
from typing import Any

from calculators import definition, evaluate
from calculators.core.inputs.errors import ErrorDetails
from calculators.core.outcome.outcome import Answer
from calculators.core.output.errors import error_in_words
from calculators.core.output.presentation import inputs_in_words, present


def reply(request: str) -> str:
    """An answer with the words to show beside it.

    ``request`` is ``{"calculator", "inputs", "lang", "on", "today"}``; the reply is
    ``{"answer": …, "shown": …}``, ``shown`` being ``null`` where the inputs were refused.
    """
    asked = json.loads(request)
    given = answer_to(asked, asked)
    if given["ok"]:
        return written({"answer": given, "shown": _shown(given)})
    for error in given["errors"]:
        if error["code"] == "not_a_choice":
            error["text"] = _choices_in_words(asked, error["field"])
    return written({"answer": given, "shown": None})


def _choices_in_words(asked: dict[str, Any], field: str) -> str:
    """Who reads the form sees no ids."""
    described = definition(asked["calculator"])
    error = ErrorDetails(field, "not_a_choice")
    return error_in_words(described.texts(asked["lang"]), described.inputs, error)


def _shown(given: Answer) -> dict[str, Any]:
    """Its outputs and sources in words (see :func:`present`), and what was entered."""
    described = definition(given["calculator"])
    texts = described.texts(given["lang"])
    entered = [
        {"label": texts.get("fields", name, "label"), "text": text}
        for name, text in inputs_in_words(described, given, texts)
    ]
    return present(described, given, given["lang"]) | {"inputs": entered}


def answer_to(asked: dict[str, Any], question: dict[str, Any]) -> Answer:
    """The answer to a ``question`` (``{"inputs", "on"}``) to the calculator that is ``asked``."""
    return evaluate(
        asked["calculator"],
        question["inputs"],
        asked["lang"],
        question.get("on"),
        today_of(asked),
    )


def today_of(asked: dict[str, Any]) -> date:
    """Today, as the page passes it: a worker has no clock that a reader could set."""
    return date.fromisoformat(asked["today"])


def written(message: object) -> str:
    """``message`` as JSON."""
    return json.dumps(message, ensure_ascii=False)
