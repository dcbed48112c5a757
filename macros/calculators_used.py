"""The calculators as pages name them; a wrong name says which names there are."""

from datetime import date

from calculators import CALCULATORS, definition
from calculators.core.definition import Definition
from calculators.core.rules import Rule


def known(calculator: str) -> Definition:
    """The calculator ``calculator``; raises ``ValueError`` naming those that exist."""
    if calculator not in CALCULATORS:
        raise ValueError(f"no calculator {calculator!r}; there are: {', '.join(CALCULATORS)}")
    return definition(calculator)


def rule(rule_id: str, on: date | None = None) -> Rule:
    """The rule ``rule_id`` (``late-delivery.flat``), its newest value or that of the day ``on``."""
    calculator, _, key = rule_id.partition(".")
    rules = known(calculator).rule_book.on(on)
    keys = [each.id for each in rules]
    if rule_id not in keys:
        raise ValueError(f"no rule {rule_id!r}; there are: {', '.join(keys)}")
    return rules[key]
