"""Figures in prose: a rule's value, or an answer computed on the spot."""

from datetime import date

from calculators import evaluate
from calculators.core.presenting import output_words, rule_value
from macros.calculators_used import known, rule


def figure(rule_id: str, *, lang: str, on: str | None = None) -> str:
    """A rule's value with its unit: ``3 元``, ``1%``, ``7 天``."""
    chosen = rule(rule_id, date.fromisoformat(on) if on else None)
    value = rule_value(chosen, known(rule_id.partition(".")[0]).texts(lang))
    if value is None:
        raise ValueError(f"the rule {rule_id!r} is a statement without a value")
    return value


def answered(calculator: str, output: str, *, lang: str, **inputs: str) -> str:
    """One output of a calculator, as people read it: ``27.00 元``."""
    definition = known(calculator)
    answer = evaluate(calculator, inputs, lang)
    if not answer["ok"]:
        wrong = "; ".join(f"{each['field']}: {each['text']}" for each in answer["errors"])
        raise ValueError(f"answer({calculator!r}): {wrong}")
    if output not in answer["outputs"]:
        known_outputs = ", ".join(answer["outputs"])
        raise ValueError(f"{calculator} has no output {output!r}; it has: {known_outputs}")
    return output_words(definition, answer["outputs"], output, definition.texts(lang))
