"""``rules.json`` in the site: every dated rule with its sources, for other programs."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Literal, TypedDict

from calculators import CALCULATORS, definition
from calculators.core.rules.confidence import Confidence
from calculators.core.rules.dated_rules import FORMULA, Rule
from calculators.core.rules.sources import Source, register
from calculators.core.text.catalogue import LANGUAGES

FILE = "rules.json"

# A sentence by language.
type Words = dict[str, str]


class ExportedRule(TypedDict):
    """One value of a rule, one statement or one formula, as it holds from day to day.

    Amounts and percentages are texts, counts are numbers, statements and formulas have no value.
    A day that nobody knows, or that is not yet, is ``null``; with ``older`` the rule was seen on
    ``valid_from`` for the first time. ``confidence`` is that of the file's day or, where the rule
    had ended, of its last. ``sources`` and ``against`` are ids of the file's ``sources``.
    """

    id: str
    calculator: str
    kind: Literal["value", "statement", "formula"]
    name: Words
    value: str | int | None
    unit: str
    valid_from: str | None
    older: bool
    valid_until: str | None
    confidence: Confidence
    checked_on: str
    sources: list[str]
    against: list[str]
    claims: list[str]
    changed: Words | None
    note: Words | None


class ExportedSource(TypedDict):
    """One text in one version; ``address`` is ``null`` where it has none that can be linked."""

    title: Words
    publisher: Words
    kind: str
    seen: str
    address: str | None
    dated: str | None
    read_on: str


class RulesFile(TypedDict):
    """The file: what holds, held and is announced as of ``built_for``, and what it rests on."""

    built_for: str
    rules: list[ExportedRule]
    sources: dict[str, ExportedSource]


def rules_export(built_for: date) -> str:
    """The text of ``rules.json``: calculators in their order, values of a rule oldest first."""
    rules = list(_rules())
    named = sorted({each.id: each for rule in rules for each in _named(rule)}.items())
    exported: RulesFile = {
        "built_for": built_for.isoformat(),
        "rules": [_rule(rule, built_for) for rule in rules],
        "sources": {key: _source(each) for key, each in named},
    }
    return json.dumps(exported, ensure_ascii=False, indent=1) + "\n"


def write_rules(site: Path, built_for: date) -> None:
    """Lay ``rules.json`` into a built site, once for both languages."""
    (site / FILE).write_text(rules_export(built_for), encoding="utf-8")


def _rules() -> Iterator[Rule]:
    for calculator in CALCULATORS:
        for values in definition(calculator).rule_book.history().values():
            yield from values


def _named(rule: Rule) -> tuple[Source, ...]:
    return (*rule.sources, *rule.against)


def _rule(rule: Rule, built_for: date) -> ExportedRule:
    calculator = rule.id.partition(".")[0]
    texts = map(definition(calculator).texts, LANGUAGES)
    return {
        "id": rule.id,
        "calculator": calculator,
        "kind": _kind(rule),
        "name": {each.lang: each.get("rules", rule.key) for each in texts},
        "value": rule.value if isinstance(rule.value, int | None) else str(rule.value),
        "unit": rule.unit,
        "valid_from": _day(rule.valid_from),
        "older": rule.older,
        "valid_until": _day(rule.valid_until),
        "confidence": rule.confidence(min(built_for, rule.valid_until or built_for)),
        "checked_on": rule.checked_on.isoformat(),
        "sources": [each.id for each in rule.sources],
        "against": [each.id for each in rule.against],
        "claims": list(rule.claims),
        "changed": _words(rule.changed),
        "note": _words(rule.note),
    }


def _kind(rule: Rule) -> Literal["value", "statement", "formula"]:
    if rule.key == FORMULA:
        return "formula"
    return "statement" if rule.value is None else "value"


def _source(source: Source) -> ExportedSource:
    return {
        "title": dict(source.title),
        "publisher": dict(register().publishers[source.publisher]),
        "kind": source.kind,
        "seen": source.seen,
        "address": source.address,
        "dated": _day(source.dated),
        "read_on": source.read_on.isoformat(),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _words(words: Mapping[str, str]) -> Words | None:
    return dict(words) or None
