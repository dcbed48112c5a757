"""Which values of which rules are others, and from which day on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculators.core.rules.dated_rules import FORMULA
from tools.changes.tree import Tree

# A value as the probe describes it.
type Value = dict[str, Any]


@dataclass(frozen=True)
class RuleChange:
    """A rule that says another thing on ``day``: ``None`` on a side where it says nothing then."""

    rule: str
    day: date
    before: Value | None
    after: Value | None


def rule_changes(old: Tree, new: Tree, today: date) -> Iterator[RuleChange]:
    """Each rule that differs, on the first day of today and later, else ever, when it does.

    Rules of calculators that are gone are not among them.
    """
    for calculator in new.described:
        before, after = (_rules(tree, calculator) for tree in (old, new))
        for key in {**before, **after}:
            one, other = before.get(key, []), after.get(key, [])
            if one == other:
                continue
            days = sorted({*_beginnings(one), *_beginnings(other), today})
            for day in [each for each in days if each >= today] + days[::-1]:
                held, holds = _on(one, day), _on(other, day)
                if _says(held) != _says(holds):
                    yield RuleChange(f"{calculator}.{key}", day, held, holds)
                    break


def days_of(changes: list[RuleChange], today: date) -> list[date]:
    """The days to ask about: today, and those from which on a rule says another thing."""
    return sorted({today, *(each.day for each in changes)})


def _rules(tree: Tree, calculator: str) -> dict[str, list[Value]]:
    rules: dict[str, list[Value]] = tree.described.get(calculator, {"rules": {}})["rules"]
    return rules


def _beginnings(values: list[Value]) -> Iterator[date]:
    for each in values:
        if each["from"]:
            yield date.fromisoformat(each["from"])


def _on(values: list[Value], day: date) -> Value | None:
    """The value that holds on ``day``; days as ISO texts compare as days do."""
    begun = [each for each in values if not each["from"] or each["from"] <= day.isoformat()]
    newest = begun[-1] if begun else None
    return newest if newest and (newest["until"] or "9999") >= day.isoformat() else None


def _says(value: Value | None) -> tuple[Any, ...] | None:
    return None if value is None else (value["value"], value["unit"], value["formula"])


def is_formula(rule: str) -> bool:
    """Whether ``rule`` is the way of computing."""
    return rule.endswith(f".{FORMULA}")
