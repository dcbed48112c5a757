"""The handbook's rules as code: the same answers for a page, a program, a terminal and a CSV.

``evaluate("late-delivery", {"paid": "299.99"}, lang="en")`` gives a dict that is ready for JSON.
What stands in ``__all__`` is for other projects; the rooms below may be rebuilt at any time.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache

from calculators.clock import today_in_beijing
from calculators.core.answers import (
    Announcement,
    Answer,
    ErrorAnswer,
    FieldError,
    Notice,
    OkAnswer,
    OutputValue,
    RuleSource,
    Step,
)
from calculators.core.composition import load
from calculators.core.definition import Definition
from calculators.core.evaluation.answer import answer, unknown_calculator
from calculators.core.text.catalogue import LANGUAGES

__all__ = [
    "CALCULATORS",
    "LANGUAGES",
    "Announcement",
    "Answer",
    "Definition",
    "ErrorAnswer",
    "FieldError",
    "Notice",
    "OkAnswer",
    "OutputValue",
    "RuleSource",
    "Step",
    "definition",
    "evaluate",
]

CALCULATORS = (
    "order-check",
    "entry-cost",
    "late-delivery",
    "invoice-freeze",
    "purchase-limit",
    "buyer-order",
    "campaign-withdrawal",
    "presale-days",
    "video-grade",
    "false-shipment",
    "stock-shortage",
    "safety-stock",
    "arbitration-deadline",
    "invoice-deadline",
    "invoice-type",
    "out-of-stock",
    "fraud-shipment",
    "buyer-invoice",
    "return-deadline",
)


@cache
def definition(calculator: str) -> Definition:
    """The calculator with the id ``calculator``; raises ``KeyError`` for an unknown one."""
    if calculator not in CALCULATORS:
        raise KeyError(calculator)
    return load(calculator, part=definition)


def evaluate(
    calculator: str,
    inputs: Mapping[str, str | None],
    lang: str = "zh",
    on: str | None = None,
    today: date | None = None,
) -> Answer:
    """Answer one question.

    ``inputs`` are texts as typed, by field name; ``on`` is a day (``2026-11-21``) whose rules to
    use. Where it is empty it is the day of what is judged, if the inputs hold it, else ``today``,
    by default today in Beijing. Wrong inputs and unknown calculators are answered
    with ``"ok": False`` and their errors; raises ``ValueError`` for an unknown ``lang``.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"lang is one of {', '.join(LANGUAGES)}, not {lang!r}")
    if calculator not in CALCULATORS:
        return unknown_calculator(calculator, CALCULATORS, lang)
    return answer(definition(calculator), inputs, lang, on, today or today_in_beijing())
