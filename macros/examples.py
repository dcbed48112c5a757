"""Worked examples from cases.toml, computed while the site is built; readable without a script."""

from datetime import date
from typing import Any

from calculators import evaluate
from calculators.core.definition import Definition
from calculators.core.fields import fields_of
from calculators.core.presenting import input_words, present
from calculators.core.rules import FORMULA
from macros.calculators_used import known
from macros.pages import render, words


def examples(calculator: str, *, lang: str, today: date) -> str:
    """The cases marked ``show``: what is typed, what comes out, and each with its steps.

    Those of the formula that holds on ``today``, the day of the build, are computed for that day.
    Those of a former formula come after them and name their day; those of a later one, not at all.
    """
    definition = known(calculator)
    shown = [case for case in definition.cases() if case.get("show")]
    days = [_day(definition, case, today) for case in shown]
    by_day = sorted(
        ((day, case) for day, case in zip(days, shown, strict=True) if day is not None),
        key=lambda each: each[0] != today,
    )
    return render(
        "examples.html",
        calculator=calculator,
        examples=[_example(calculator, case, day, lang, today) for day, case in by_day],
        words=words(lang)["examples"],
    )


def _day(definition: Definition, case: dict[str, Any], today: date) -> date | None:
    """The day for which an example is computed; ``None`` where that lies ahead of the build."""
    own = date.fromisoformat(case["on"])
    present_formula = definition.rule_book.on(today)[FORMULA]
    if definition.rule_book.on(own)[FORMULA] is present_formula:
        return today
    return own if own <= today else None


def _example(
    calculator: str, case: dict[str, Any], day: date, lang: str, today: date
) -> dict[str, Any]:
    definition = known(calculator)
    texts, fields = definition.texts(lang), fields_of(definition.inputs)
    answer = evaluate(calculator, case["inputs"], lang, day.isoformat(), today)
    shown = present(definition, answer, lang)
    return {
        "day": None if day == today else day.isoformat(),
        "inputs": [
            {
                "label": texts.get("fields", name, "label"),
                "text": input_words(name, fields[name], answer["inputs"][name], texts),
            }
            for name in fields
            if name in case["inputs"]
        ],
        "headlines": [each for each in shown["outputs"] if each["headline"]],
        "outputs": [each for each in shown["outputs"] if not each["headline"]],
        "steps": [each["text"] for each in answer["steps"]],
    }
