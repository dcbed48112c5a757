"""What the worker of a page calls: texts of JSON in and out, so that nothing else crosses over.

An answer comes first. What goes with it stands in modules of its own, which are imported when they
are first asked for: a reader waits for each module that Python loads.
"""

import json
from datetime import date
from typing import TypedDict

from calculators import definition, evaluate
from calculators.core.answers import (
    Answer,
    ErrorAnswer,
    Labelled,
    OkAnswer,
    Presentation,
    answered,
)
from calculators.core.inputs.errors import ErrorDetails
from calculators.core.output.errors import error_in_words
from calculators.core.output.presentation import inputs_in_words, present


class CalculatorRequest(TypedDict):
    """What is asked and in which language; ``today`` is a day, ``2026-11-21``."""

    calculator: str
    lang: str
    today: str


class Question(TypedDict):
    """The inputs as typed, by field name; ``on`` is the day of the rules, or empty."""

    inputs: dict[str, str]
    on: str


class AnswerRequest(CalculatorRequest, Question):
    """One question to one calculator."""


class ShownAnswer(Presentation):
    """An answer in words, with what was entered."""

    inputs: list[Labelled]


class OkReply(TypedDict):
    """An answer with the words to show beside it."""

    answer: OkAnswer
    shown: ShownAnswer


class ErrorReply(TypedDict):
    """The errors of inputs that could not be read: there is nothing to show."""

    answer: ErrorAnswer
    shown: None


type AnswerReply = OkReply | ErrorReply


def reply(request: str) -> str:
    """An ``AnswerReply`` to an :class:`AnswerRequest`."""
    asked: AnswerRequest = json.loads(request)
    given = answer_to(asked, asked)
    replied: AnswerReply
    if given["ok"]:
        replied = {"answer": given, "shown": _shown(given)}
    else:
        for error in given["errors"]:
            if error["code"] == "not_a_choice":
                error["text"] = _choices_in_words(asked, error["field"])
        replied = {"answer": given, "shown": None}
    return written(replied)


def _choices_in_words(asked: AnswerRequest, field: str) -> str:
    """Who reads the form sees no ids."""
    described = definition(asked["calculator"])
    error = ErrorDetails(field, "not_a_choice")
    return error_in_words(described.texts(asked["lang"]), described.inputs, error)


def _shown(given: OkAnswer) -> ShownAnswer:
    described = definition(given["calculator"])
    texts = described.texts(given["lang"])
    presented = present(described, given, given["lang"])
    entered: list[Labelled] = [
        {"label": texts.get("fields", name, "label"), "text": text}
        for name, text in inputs_in_words(described, given, texts)
    ]
    return {**presented, "inputs": entered}


def answer_to(asked: CalculatorRequest, question: Question) -> Answer:
    """The answer to a ``question`` to the calculator that is ``asked``."""
    return evaluate(
        asked["calculator"],
        question["inputs"],
        asked["lang"],
        question["on"],
        # As the page passes it: a worker has no clock that a reader could set.
        date.fromisoformat(asked["today"]),
    )


def answered_to(asked: CalculatorRequest, question: Question) -> OkAnswer:
    """The same for a question that was answered before; raises ``ValueError`` for any other."""
    return answered(answer_to(asked, question))


def written(message: object) -> str:
    """``message`` as JSON."""
    return json.dumps(message, ensure_ascii=False)
