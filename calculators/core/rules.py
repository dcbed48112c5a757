"""Dated rules: what held when, from which source, how sure, and when that was checked.

A rule is a list of dated values in ``rules.toml``::

    [[flat]]
    value = "3.00"                  # a text for yuan and per cent, a number for days and pieces
    unit = "yuan"                   # one of UNITS; clock is an hour of the day, none a statement
    valid_from = "unknown"          # or a date: 2021-07-01
    source = ["S4N-06"]             # ids of claims; empty for our own assumptions
    sureness = "medium-high"        # high … low, or assumption
    checked_on = 2026-11-21
    note = { zh = "…", en = "…" }   # may be left out
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.core.money import FEN

SURENESS = ("high", "medium-high", "medium", "medium-low", "low", "assumption")
UNITS = ("yuan", "percent", "clock", "minutes", "hours", "days", "months", "pieces", "none")

# Amounts and percentages as texts, so that no reader of the file ever sees a float.
_WRITTEN_AS: dict[str, type] = {"yuan": str, "percent": str, "none": type(None)}
_REQUIRED = {"unit", "valid_from", "source", "sureness", "checked_on"}
_KNOWN = _REQUIRED | {"value", "note"}


class NoRuleThen(Exception):
    """No value of a rule held on the day that was asked for."""


@dataclass(frozen=True)
class Rule:
    """One value of a rule, as it holds from ``valid_from`` (``None``: nobody knows since when)."""

    id: str
    unit: str
    value: Decimal | int | None
    valid_from: date | None
    claims: tuple[str, ...]
    sureness: str
    checked_on: date
    note: Mapping[str, str] = field(default_factory=dict)


class Rules:
    """The rules of one calculator on one day, by their keys in ``rules.toml``."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self._rules = rules

    def __getitem__(self, key: str) -> Rule:
        return self._rules[key]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def decimal(self, key: str) -> Decimal:
        """An amount in yuan, or a percentage as its number of per cent."""
        value = self._rules[key].value
        if not isinstance(value, Decimal):
            raise TypeError(f"{self._rules[key].id} is no amount")
        return value

    def integer(self, key: str) -> int:
        """A number of minutes, hours, days, months or pieces, or a full hour of the clock."""
        value = self._rules[key].value
        if not isinstance(value, int):
            raise TypeError(f"{self._rules[key].id} is no whole number")
        return value


class RuleBook:
    """All dated values of one calculator's rules."""

    def __init__(self, calculator: str, tables: Mapping[str, list[dict[str, Any]]]) -> None:
        self._history = {
            key: sorted(
                (_rule(f"{calculator}.{key}", entry) for entry in entries),
                key=lambda rule: rule.valid_from or date.min,
            )
            for key, entries in tables.items()
        }

    def history(self) -> dict[str, list[Rule]]:
        """Every value of every rule, oldest first."""
        return self._history

    def on(self, day: date | None) -> Rules:
        """The rules that hold on ``day``; the newest ones for ``None``. Raises NoRuleThen."""
        return Rules({key: _holding(values, day) for key, values in self._history.items()})


def _holding(values: list[Rule], day: date | None) -> Rule:
    if day is None:
        return values[-1]
    held = [rule for rule in values if rule.valid_from is None or rule.valid_from <= day]
    if not held:
        raise NoRuleThen(values[0].id)
    return held[-1]


def _rule(rule_id: str, entry: dict[str, Any]) -> Rule:
    missing, unknown = _REQUIRED - entry.keys(), entry.keys() - _KNOWN
    if missing or unknown:
        raise ValueError(f"{rule_id}: missing {sorted(missing)}, unknown {sorted(unknown)}")
    if entry["sureness"] not in SURENESS:
        raise ValueError(f"{rule_id}: sureness {entry['sureness']!r} is none of {SURENESS}")
    if entry["unit"] not in UNITS:
        raise ValueError(f"{rule_id}: unit {entry['unit']!r} is none of {UNITS}")
    return Rule(
        id=rule_id,
        unit=entry["unit"],
        value=_value(rule_id, entry),
        valid_from=_valid_from(rule_id, entry["valid_from"]),
        claims=tuple(entry["source"]),
        sureness=entry["sureness"],
        checked_on=entry["checked_on"],
        note=entry.get("note", {}),
    )


def _value(rule_id: str, entry: dict[str, Any]) -> Decimal | int | None:
    value = entry.get("value")
    wanted: type = _WRITTEN_AS.get(entry["unit"], int)
    if not isinstance(value, wanted):
        raise ValueError(f"{rule_id}: a value in {entry['unit']} is written as {wanted.__name__}")
    if not isinstance(value, str):
        return value if isinstance(value, int) else None
    return Decimal(value).quantize(FEN) if entry["unit"] == "yuan" else Decimal(value)


def _valid_from(rule_id: str, written: object) -> date | None:
    if written == "unknown":
        return None
    if not isinstance(written, date):
        raise ValueError(f'{rule_id}: valid_from is a date or "unknown"')
    return written
