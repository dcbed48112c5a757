"""What the worker of a page calls: texts of JSON in and out, so that nothing else crosses over.

An answer comes first. What goes with it stands in modules of its own, which are imported when they
are first asked for: a reader waits for each module that Python loads.
"""

import json
from typing import Any

from calculators import definition, evaluate
from calculators.core.answer import Answer
from calculators.core.presenting import present


def reply(request: str) -> str:
    """An answer with the words to show beside it.

    ``request`` is ``{"calculator", "inputs", "lang", "on"}``; the reply is
    ``{"answer": …, "shown": …}``, ``shown`` being ``null`` where the inputs were refused.
    """
    asked = json.loads(request)
    given = answer_to(asked, asked)
    shown = present(definition(asked["calculator"]), given, asked["lang"]) if given["ok"] else None
    return written({"answer": given, "shown": shown})


def answer_to(asked: dict[str, Any], question: dict[str, Any]) -> Answer:
    """The answer to a ``question`` (``{"inputs", "on"}``) to the calculator that is ``asked``."""
    return evaluate(asked["calculator"], question["inputs"], asked["lang"], question.get("on"))


def written(message: object) -> str:
    """``message`` as JSON."""
    return json.dumps(message, ensure_ascii=False)
