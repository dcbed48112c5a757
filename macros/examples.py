"""Worked examples from cases.toml, computed while the site is built; readable without a script."""

from typing import Any

from calculators import evaluate
from calculators.core.fields import fields_of
from calculators.core.presenting import input_words, present
from macros.calculators_used import known
from macros.pages import render, words


def examples(calculator: str, *, lang: str) -> str:
    """The cases marked ``show``: what is typed, what comes out, and each with its steps."""
    cases = [case for case in known(calculator).cases() if case.get("show")]
    return render(
        "examples.html",
        calculator=calculator,
        examples=[_example(calculator, case, lang) for case in cases],
        words=words(lang)["examples"],
    )


def _example(calculator: str, case: dict[str, Any], lang: str) -> dict[str, Any]:
    definition = known(calculator)
    texts, fields = definition.texts(lang), fields_of(definition.inputs)
    answer = evaluate(calculator, case["inputs"], lang, case.get("on"))
    shown = present(definition, answer, lang)
    return {
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
