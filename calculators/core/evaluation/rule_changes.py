"""The same question under neighbouring rules: those before a change, and those that may hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.core.answers import OutputValue
from calculators.core.definition import Definition
from calculators.core.inputs.errors import ValidationError
from calculators.core.inputs.parsing import read_inputs
from calculators.core.outcome.outcome import Outcome
from calculators.core.outcome.outputs import outputs_of, plain_outputs
from calculators.core.output.presentation import output_line
from calculators.core.rules.dated_rules import FORMULA, NoRuleError, Rule
from calculators.core.text.catalogue import Texts


@dataclass(frozen=True)
class FormerAnswer:
    """The answer before a change: its outputs, the rule that changed, the last day it held.

    ``used`` are the ids of the rules that it rests on.
    """

    outputs: Mapping[str, OutputValue]
    used: set[str]
    rule: Rule
    changed: Rule
    until: date

    def sentence(
        self, definition: Definition, outputs: Mapping[str, OutputValue], texts: Texts
    ) -> str:
        """The sentence of the step ``formerly`` beside the present ``outputs``."""
        until = "until_at_latest" if self.changed.older else "until"
        figures = _figures(definition, self.outputs, outputs, texts)
        return texts.get("former", until).format(until=self.until.isoformat(), figures=figures)


def former_answer(
    definition: Definition, typed: Mapping[str, str | None], day: date, outcome: Outcome
) -> FormerAnswer | None:
    """The answer before the last change up to ``day`` that made a difference to ``outcome``.

    Where none did, the one before the last change of something that the answer rests on, now or
    then; ``None`` where there was no such change, or nothing can be said of what was before.
    """
    outputs, used = plain_outputs(outcome.outputs), _used(definition, outcome)
    found: FormerAnswer | None = None
    for change in reversed(definition.rule_book.changes()):
        if change > day or (before := _before(definition, typed, change)) is None:
            continue
        if any(before.outputs[name] != outputs[name] for name in _told(definition)):
            return before
        if found is None and before.changed.id in used | before.used:
            found = before
    return found


def _told(definition: Definition) -> list[str]:
    """The outputs that the sentence can tell of: others may differ without a word of it."""
    described = outputs_of(definition.outputs)
    return [name for name, output in described.items() if output.headline or output.adds_up]


def _before(
    definition: Definition, typed: Mapping[str, str | None], change: date
) -> FormerAnswer | None:
    """The answer of the day before a ``change``, if there is one."""
    until = change - timedelta(days=1)
    try:
        shape = definition.shape(until)
        outcome = shape.outcome(read_inputs(definition.inputs, typed, shape.rules))
    except (NoRuleError, ValidationError):
        return None
    # What begins, else what ended.
    before = {each.id: each for each in shape.rules}
    ended = [each for each in shape.rules if each.decides and each.valid_until == until]
    begun = [each for each in definition.rule_book.begun_on(change) if each.decides]
    # A formula that only asks for something else computes in the same way.
    others = [each for each in begun if not _asks_otherwise(each, before.get(each.id))]
    changed = [*others, *begun, *ended][0]
    rule, used = before.get(changed.id, shape.formula), _used(definition, outcome)
    return FormerAnswer(plain_outputs(outcome.outputs), used, rule, changed, until)


def _asks_otherwise(formula: Rule, before: Rule | None) -> bool:
    """Whether nothing but what a formula asks for tells it from the one ``before``."""
    return before is not None and formula.name == before.name and formula.asks != before.asks


def _used(definition: Definition, outcome: Outcome) -> set[str]:
    """The ids of the rules that an answer names, and of the formulas that it comes from.

    Of the calculators that are part of another, an answer comes from those whose figures stand in
    its steps or warnings; their statements, and what is left out, compute nothing.
    """
    said = (*outcome.steps, *outcome.warnings)
    keys = {each.rule for each in (*said, *outcome.excludes) if each.rule}
    figures = {each.rule for each in said if each.rule and definition.decides(each.rule)}
    parts = {part for part, _, _ in (key.rpartition(".") for key in figures) if part}
    formulas = {f"{calculator}.{FORMULA}" for calculator in {definition.id, *parts}}
    # Rules of a part are named by their ids already.
    return formulas | {key if "." in key else f"{definition.id}.{key}" for key in keys}


def perhaps(
    definition: Definition,
    typed: Mapping[str, str | None],
    day: date,
    outputs: Mapping[str, OutputValue],
    texts: Texts,
) -> str | None:
    """What the formula gives that may have held on ``day`` already; ``None`` without one."""
    formula = definition.rule_book.perhaps(day)
    if formula is None or formula.valid_from is None:
        return None
    shape = definition.shape(formula.valid_from)
    try:
        outcome = shape.outcome(read_inputs(definition.inputs, typed, shape.rules))
    except ValidationError:
        return None
    figures = _figures(definition, plain_outputs(outcome.outputs), outputs, texts)
    return texts.get("former", "perhaps").format(figures=figures)


def _figures(
    definition: Definition,
    told: Mapping[str, OutputValue],
    present: Mapping[str, OutputValue],
    texts: Texts,
) -> str:
    """What is told of other outputs: the headlines, and what money differs where they do not."""
    described = outputs_of(definition.outputs)
    names = [name for name, output in described.items() if output.headline]
    if all(told[name] == present[name] for name in names):
        names += [
            name
            for name, output in described.items()
            if output.adds_up and told[name] != present[name]
        ]
    ends = {described[name].up_to for name in names}
    figures = (
        texts.get("former", "figure").format(
            label=texts.get("outputs", name, "label"),
            value=output_line(definition, told, name, texts),
        )
        for name in names
        if name not in ends
    )
    return texts.get("words", "clauses").join(figures)
