"""What rests on some sources: values, formulas, worked examples, pages and claims."""

import csv
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from calculators import CALCULATORS, definition
from calculators.core.composition import Composed
from calculators.core.definition import Definition
from calculators.core.evaluation.answer import answer
from calculators.core.rules.dated_rules import FORMULA, Rule
from calculators.core.rules.sources import Source

_DOCS = Path(__file__).parents[2] / "docs"
_PAGES = _DOCS / "zh"
# Every macro that names a calculator or a rule first: {{ figure("late-delivery.flat") }}.
_CALL = re.compile(r"""\{\{-?\s*\w+\(\s*["']([\w-]+)(?:\.([\w-]+))?["']""")


@dataclass(frozen=True)
class Resting:
    """Rules that still hold on a day or later, and what is made of them, by ids.

    An example is a calculator and a name; ``unread`` are the calculators whose files could not be
    read, each with the reason.
    """

    rules: tuple[Rule, ...]
    cases: tuple[tuple[str, str], ...]
    pages: tuple[str, ...]
    claims: tuple[str, ...]
    unread: dict[str, str] = field(default_factory=dict)

    @property
    def values(self) -> tuple[Rule, ...]:
        """What is no formula."""
        return tuple(each for each in self.rules if each.key != FORMULA)

    @property
    def formulas(self) -> tuple[Rule, ...]:
        """The ways of computing."""
        return tuple(each for each in self.rules if each.key == FORMULA)


def resting_on(
    sources: Iterable[Source], today: date, calculators: Iterable[str] = CALCULATORS
) -> Resting:
    """What rests on ``sources``, of what holds on ``today`` or later."""
    ids = {each.id for each in sources}
    rules: list[Rule] = []
    cases: list[tuple[str, str]] = []
    unread: dict[str, str] = {}
    calculators = tuple(calculators)
    for calculator in calculators:
        with _told(unread, calculator):
            rules += [each for each in _rules(calculator, today) if _rests(each, ids)]
    for calculator in calculators:
        with _told(unread, calculator):
            cases += _cases_of(calculator, _keys_behind(calculator, rules))
    named = {claim for each in rules for claim in each.claims}
    named |= {claim for claim, (_, rests) in _claims().items() if rests & ids}
    homes = {_claims()[claim][0] for claim in named if claim in _claims()}
    return Resting(
        rules=tuple(rules),
        cases=tuple(cases),
        pages=tuple(sorted({*_pages(rules), *homes} - {""})),
        claims=tuple(sorted(named)),
        unread=unread,
    )


def _rules(calculator: str, today: date) -> Iterator[Rule]:
    for values in definition(calculator).rule_book.history().values():
        for each in values:
            if each.valid_until is None or each.valid_until >= today:
                yield each


def _rests(rule: Rule, ids: set[str]) -> bool:
    return any(each.id in ids for each in (*rule.sources, *rule.against))


@contextmanager
def _told(unread: dict[str, str], calculator: str) -> Iterator[None]:
    """Files that somebody is rewriting fail in any way: the calculator is noted as ``unread``."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 (see above)
        unread[calculator] = repr(error)


def _keys_behind(calculator: str, rules: Iterable[Rule]) -> set[tuple[str, str]]:
    """Those of ``rules`` that are its own, or of a part of it."""
    described = definition(calculator)
    parts = described.parts if isinstance(described, Composed) else ()
    return {_key(each) for each in rules if each.id.partition(".")[0] in {calculator, *parts}}


def _key(rule: Rule) -> tuple[str, str]:
    return rule.id, str(rule.valid_from or "unknown")


def _cases_of(calculator: str, rules: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The examples whose answers use any of ``rules``."""
    if rules:
        for name, used in _cases(calculator):
            if used & rules:
                yield calculator, name


@cache
def _cases(calculator: str) -> list[tuple[str, set[tuple[str, str]]]]:
    """The examples by name, each with the rules that its answer names and the formula behind it."""
    described = definition(calculator)
    return [(case["name"], _used(described, case)) for case in described.cases()]


def _used(described: Definition, case: dict[str, Any]) -> set[tuple[str, str]]:
    day = date.fromisoformat(str(case["on"]))
    told = answer(described, case["inputs"], "zh", day.isoformat(), day)
    if not told["ok"]:
        return set()
    used = {(each["rule"], each["valid_from"]) for each in told["sources"]}
    return used | {_key(described.shape(day).formula)}


@cache
def _calls() -> list[tuple[str, str, str]]:
    """Every call of a macro on a page: the page, the calculator, the rule's key if it names one."""
    return [
        (path.relative_to(_PAGES).with_suffix("").as_posix(), calculator, key)
        for path in sorted(_PAGES.rglob("*.md"))
        if path.parent.name != "contribute"  # where the guide shows how to call one
        for calculator, key in _CALL.findall(path.read_text(encoding="utf-8"))
    ]


def _pages(rules: list[Rule]) -> Iterator[str]:
    ids = {each.id for each in rules}
    whole = {each.id.partition(".")[0] for each in rules}
    for page, calculator, key in _calls():
        if f"{calculator}.{key}" in ids or (not key and calculator in whole):
            yield page


@cache
def _claims() -> dict[str, tuple[str, set[str]]]:
    """The page of each claim, and the sources that its row names.

    Read here, since the building of the site, where ``macros`` reads them, may need packages.
    """
    with (_DOCS / "claims.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["id"]: (row["page"], set((row.get("sources") or "").split()))
            for row in csv.DictReader(file)
        }
