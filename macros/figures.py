"""Figures in prose: a rule's value, or an answer computed on the spot."""

import re
from datetime import date

from calculators import evaluate
from calculators.core.output.presentation import output_words, rule_value
from macros.lookup import following, known, rule
from macros.templating import words

# In a sentence, amounts of whole yuan go without their fen.
_NO_FEN = re.compile(r"\.00(?!\d)")


def figure(rule_id: str, *, lang: str, built_for: date, on: str | None = None) -> str:
    """A rule's value with its unit: ``3 元``, ``1%``, ``7 天``.

    The value of ``built_for``, the day of the build, with the one that is announced for later;
    ``on`` asks for that of another day.
    """
    texts = known(rule_id.partition(".")[0]).texts(lang)
    chosen = rule(rule_id, date.fromisoformat(on) if on else built_for)
    value = rule_value(chosen, texts)
    if value is None:
        raise ValueError(f"the rule {rule_id!r} is a statement without a value")
    if not on and chosen.valid_until and chosen.valid_until < built_for:
        raise ValueError(f"{rule_id} held until {chosen.valid_until}: say so, and name a day (on=)")
    ahead = following(chosen)
    if on or ahead is None or ahead.valid_from is None or ahead.valid_from <= built_for:
        return value
    announced: str = words(lang)["rules"]["ahead"]
    return value + announced.format(day=ahead.valid_from, value=rule_value(ahead, texts))


def answered(
    calculator: str,
    output: str,
    *,
    lang: str,
    built_for: date,
    on: str | None = None,
    **inputs: str,
) -> str:
    """One output of a calculator, as a sentence has it: ``27 元``; on the build's day or ``on``."""
    definition = known(calculator)
    answer = evaluate(calculator, inputs, lang, on, built_for)
    if not answer["ok"]:
        wrong = "; ".join(f"{each['field']}: {each['text']}" for each in answer["errors"])
        raise ValueError(f"answer({calculator!r}): {wrong}")
    if output not in answer["outputs"]:
        known_outputs = ", ".join(answer["outputs"])
        raise ValueError(f"{calculator} has no output {output!r}; it has: {known_outputs}")
    said = output_words(definition, answer["outputs"], output, definition.texts(lang))
    return _NO_FEN.sub("", said)
