"""The calculators as pages name them; a wrong name says which names there are."""

from datetime import date

from calculators import CALCULATORS, definition
from calculators.core.definition import Definition
from calculators.core.rules.dated_rules import Rule


def known(calculator: str) -> Definition:
    """The calculator ``calculator``; raises ``ValueError`` naming those that exist."""
    if calculator not in CALCULATORS:
        raise ValueError(f"no calculator {calculator!r}; there are: {', '.join(CALCULATORS)}")
    return definition(calculator)


def rule(rule_id: str, on: date) -> Rule:
    """The rule ``rule_id`` (``late-delivery.flat``) on the day ``on``.

    Where it did not hold on that day, its value of the nearest one: a page that is built for an
    earlier day still speaks of the newest rules.
    """
    calculator, _, key = rule_id.partition(".")
    history = known(calculator).rule_book.history()
    if key not in history:
        keys = ", ".join(f"{calculator}.{each}" for each in history)
        raise ValueError(f"no rule {rule_id!r}; there are: {keys}")
    begun = [each for each in history[key] if each.valid_from is None or each.valid_from <= on]
    return begun[-1] if begun else history[key][0]


def following(rule: Rule) -> Rule | None:
    """The value that comes after ``rule``; ``None`` where it is the last one known."""
    values = known(rule.id.partition(".")[0]).rule_book.history()[rule.key]
    return next(iter(values[values.index(rule) + 1 :]), None)
