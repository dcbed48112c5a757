"""What both versions are asked: the examples, and a grid of typical situations around them."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from typing import Any

from calculators import CALCULATORS, definition
from calculators.core.composition import Composed
from calculators.core.inputs.fields import fields_of
from tools.changes import Question
from tools.changes.rules import RuleChange, days_of
from tools.changes.tree import Tree

# What buyers pay: the grid of every calculator that asks for an amount.
AMOUNTS = ("9.90", "39", "89", "299", "1299", "4999", "19999")
# So many situations a calculator and a day, spread evenly over those there are.
_MOST = 160


def example_questions(old: Tree, new: Tree) -> dict[Question, str]:
    """The examples of both versions, each asked for its own day, with their names.

    Those of calculators that are gone are not asked.
    """
    return {
        question(calculator, case["on"], case["inputs"]): case["name"]
        for tree in (old, new)
        for calculator in new.described
        for case in tree.described.get(calculator, {"cases": ()})["cases"]
    }


def grid(new: Tree, changes: list[RuleChange], today: date) -> list[Question]:
    """Typical situations, today and on the days on which a rule behind the calculator changes.

    Around each example that pages show, one input at a time takes each value that an example has
    for it, and the first amount each of :data:`AMOUNTS`.
    """
    return [
        question(calculator, day.isoformat(), dict(inputs))
        for calculator in CALCULATORS
        for day in days_of(_behind(calculator, changes), today)
        for inputs in _spread(list(dict.fromkeys(_situations(calculator, new))))
    ]


def _behind(calculator: str, changes: list[RuleChange]) -> list[RuleChange]:
    """The changes of its own rules and of those of the calculators that it composes."""
    described = definition(calculator)
    parts = described.parts if isinstance(described, Composed) else ()
    return [each for each in changes if each.rule.partition(".")[0] in {calculator, *parts}]


def question(calculator: str, on: str, inputs: Mapping[str, str]) -> Question:
    """A question that equals another of the same inputs in another order."""
    return Question(calculator, on, tuple(sorted(inputs.items())))


def _situations(calculator: str, new: Tree) -> Iterator[tuple[tuple[str, str], ...]]:
    told = new.described[calculator]
    cases: list[dict[str, Any]] = told["cases"]
    described = definition(calculator)
    asked = fields_of(described.inputs)
    fields = {name: field for name, field in asked.items() if name in described.in_form}
    values = {
        name: list(dict.fromkeys(case["inputs"][name] for case in cases if name in case["inputs"]))
        for name in fields
    }
    amount = next((name for name, field in fields.items() if field.kind == "money"), None)
    for at in told["shown"]:
        shown = cases[at]["inputs"]
        amounts = AMOUNTS if amount in shown else ("",)
        for name, paid in product([None, *fields], amounts):
            first = {**shown, amount: paid} if amount and paid else shown
            others = values[name] if name and name != amount else [None]
            for value in others:
                yield tuple(sorted({**first, **({name: value} if name and value else {})}.items()))


def _spread(situations: list[tuple[tuple[str, str], ...]]) -> list[tuple[tuple[str, str], ...]]:
    """At most :data:`_MOST` of them, from beginning to end."""
    count = len(situations)
    if count <= _MOST:
        return situations
    return [situations[at * count // _MOST] for at in range(_MOST)]
