"""Worked examples from cases.toml, computed while the site is built; readable without a script."""

from datetime import date
from typing import Any

from calculators import evaluate
from calculators.core.answers import answered
from calculators.core.definition import Definition
from calculators.core.output.presentation import inputs_in_words, present
from calculators.core.rules.dated_rules import FORMULA
from macros.lookup import known
from macros.templating import render, words

# So many stand open, beside the one in the form; a reader on a phone is to reach what follows them.
_OPEN = 1


def examples(calculator: str, *, lang: str, built_for: date) -> str:
    """The cases marked ``show``: what is typed, what comes out, and each with its steps.

    Those of the formula that holds on ``built_for``, the day of the build, are computed for that
    day. Those of a former formula come after them and name their day; those of a later one, not at
    all. Only the first few show without being opened.
    """
    worked = [
        _example(calculator, case, day, lang, built_for)
        for day, case in _by_day(calculator, built_for)
    ]
    return render(
        "examples.html",
        calculator=calculator,
        first=worked[:_OPEN],
        rest=worked[_OPEN:],
        words=words(lang)["examples"],
        result=words(lang)["result"],
    )


def opening_example(calculator: str, *, lang: str, built_for: date) -> dict[str, Any] | None:
    """The first of the examples for ``built_for``, the day of the build; ``None``: it has none.

    It stands where the answer will, until there is one.
    """
    for day, case in _by_day(calculator, built_for):
        if day == built_for:
            return _example(calculator, case, day, lang, built_for)
    return None


def _by_day(calculator: str, built_for: date) -> list[tuple[date, dict[str, Any]]]:
    """The cases marked ``show`` with the day of each, those for the day of the build first."""
    definition = known(calculator)
    shown = [case for case in definition.cases() if case.get("show")]
    days = [_day(definition, case, built_for) for case in shown]
    return sorted(
        ((day, case) for day, case in zip(days, shown, strict=True) if day is not None),
        key=lambda each: each[0] != built_for,
    )


def _day(definition: Definition, case: dict[str, Any], built_for: date) -> date | None:
    """The day for which an example is computed; ``None`` where that lies ahead of the build."""
    own = date.fromisoformat(case["on"])
    present_formula = definition.rule_book.on(built_for)[FORMULA]
    if definition.rule_book.on(own)[FORMULA] is present_formula:
        return built_for
    return own if own <= built_for else None


def _example(
    calculator: str, case: dict[str, Any], day: date, lang: str, built_for: date
) -> dict[str, Any]:
    definition = known(calculator)
    texts = definition.texts(lang)
    answer = answered(evaluate(calculator, case["inputs"], lang, day.isoformat(), built_for))
    shown = present(definition, answer, lang)
    return {
        "day": None if day == built_for else day.isoformat(),
        "inputs": [
            {"label": texts.get("fields", name, "label"), "text": text}
            for name, text in inputs_in_words(definition, answer, texts)
            if name in case["inputs"]
        ],
        "headline": answer["headline"],
        "tone": answer["tone"],
        "confidence": None,
        "outputs": shown["outputs"],
        "steps": [each["text"] for each in answer["steps"]],
    }
