"""Dated rules: what held when, and on which sources it rests.

A rule is a list of dated values in ``rules.toml``::

    [[flat]]
    value = "3.00"                # a text for yuan and per cent, a number for days and pieces
    unit = "yuan"                 # one of UNITS; clock is an hour of the day, none a statement
    valid_from = "unknown"        # or a date: 2021-07-01
    older = true                  # may be left out: evidenced from valid_from on, but older
    valid_until = 2026-05-05      # may be left out: the last day on which it held
    sources = ["repost-some-site-2024-08-26"]    # ids of calculators/sources.toml, at least one
    against = ["rc-another-text"]  # may be left out: sources that say otherwise
    inferred = true               # may be left out: no source says it in so many words
    claims = ["S4N-06"]           # may be left out: where the articles have it, right or wrong
    changed = { zh = "…", en = "…" }    # what changed with it; needed where one came before
    note = { zh = "…", en = "…" }       # may be left out

``[[formula]]`` is the way of computing: ``name`` is its function in ``calculate.py``, ``asks`` may
name the inputs that it asks for (all, where left out), ``perhaps_from`` a day from which on it may
have held already, though the one before answers. It has no value and no unit.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Any

from calculators.core.arithmetic.money import FEN
from calculators.core.resources import frozen
from calculators.core.rules.confidence import Confidence, best_first, confidence
from calculators.core.rules.sources import Register, Source
from calculators.core.text.formatting import number

UNITS = (
    "yuan",
    "percent",
    "clock",
    "minutes",
    "hours",
    "days",
    "months",
    "pieces",
    "orders",
    "times",
    "none",
)
# Days whose rules are kept at hand, and what hangs on them alone: orders of almost three years.
DAYS = 1000
# The rule that is no value but the way of computing.
FORMULA = "formula"

# Amounts and percentages as texts, so that no reader of the file ever sees a float.
WRITTEN_AS: dict[str, type] = {"yuan": str, "percent": str, "none": type(None)}
_DATED = {"valid_from", "sources"}
_MAY = {"older", "valid_until", "against", "inferred", "claims", "changed", "note"}
_DAY = timedelta(days=1)


class NoRuleError(Exception):
    """On the day that was asked for, a rule did not hold yet, or no longer (``ended``)."""

    def __init__(self, rule: str, *, ended: date | None = None) -> None:
        super().__init__(rule)
        self.ended = ended


@dataclass(frozen=True)
class Rule:
    """One value of a rule, or one formula, as it holds from ``valid_from`` to ``valid_until``.

    ``None`` stands for: nobody knows since when; until further notice. ``older``: it was seen on
    ``valid_from`` for the first time, and is older than that. ``register`` gives all sources, and
    is not asked before any is: a file of orders shows none.
    """

    id: str
    unit: str
    value: Decimal | int | None
    valid_from: date | None
    valid_until: date | None
    older: bool
    source_ids: tuple[str, ...]
    against_ids: tuple[str, ...]
    inferred: bool
    claims: tuple[str, ...]
    register: Callable[[], Register] = field(compare=False, repr=False)
    changed: Mapping[str, str] = field(default_factory=dict)
    note: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    asks: tuple[str, ...] = ()
    perhaps_from: date | None = None

    @property
    def key(self) -> str:
        """Its key in ``rules.toml``: the id without the calculator."""
        return self.id.partition(".")[2]

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """What it rests on; raises ``ValueError`` where the register has one of them not."""
        return self._registered(self.source_ids)

    @cached_property
    def against(self) -> tuple[Source, ...]:
        """The sources that say otherwise; raises ``ValueError`` likewise."""
        return self._registered(self.against_ids)

    def _registered(self, ids: Sequence[str]) -> tuple[Source, ...]:
        try:
            return self.register().of(ids)
        except ValueError as error:
            raise ValueError(f"{self.id}: {error}") from None

    @property
    def checked_on(self) -> date:
        """The last day on which one of its sources was read."""
        return max(each.read_on for each in self.sources)

    @property
    def decides(self) -> bool:
        """Whether it is a figure or a formula; a mere statement changes no answer."""
        return self.value is not None or self.key == FORMULA

    @property
    def ends(self) -> date | None:
        """The first day on which it no longer holds."""
        return self.valid_until + _DAY if self.valid_until else None

    def holds_on(self, day: date) -> bool:
        """Whether ``day`` lies within its days."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)

    def best_sources(self, day: date) -> list[Source]:
        """Its sources, those first that say most about ``day``, the newest of them first."""
        return best_first(self.sources, day)

    def confidence(self, day: date) -> Confidence:
        """How sure it is on ``day``; see :func:`~calculators.core.rules.confidence.confidence`."""
        return confidence(self.sources, day, against=len(self.against_ids), inferred=self.inferred)


class Held:
    """What holds on one day, and on all days until something changes; why ``others`` do not."""

    def __init__(self, found: Mapping[str, Rule | NoRuleError]) -> None:
        self.rules = {key: each for key, each in found.items() if isinstance(each, Rule)}
        self.others = {key: each for key, each in found.items() if isinstance(each, NoRuleError)}
        values = {key: rule.value for key, rule in self.rules.items()}
        self.amounts = {key: each for key, each in values.items() if isinstance(each, Decimal)}
        self.numbers = {key: each for key, each in values.items() if isinstance(each, int)}
        self.texts = {key: number(each) for key, each in self.amounts.items()}


class Rules:
    """The rules of one calculator on one day, by their keys in ``rules.toml``."""

    # The values at hand: a file asks for some of them once a row.
    _amounts: Mapping[str, Decimal] = MappingProxyType({})
    _numbers: Mapping[str, int] = MappingProxyType({})
    _texts: Mapping[str, str] = MappingProxyType({})

    def __init__(self, day: date, held: Held) -> None:
        self.day = day
        self._held = held
        self._amounts, self._numbers, self._texts = held.amounts, held.numbers, held.texts

    def __getitem__(self, key: str) -> Rule:
        if none := self._held.others.get(key):
            # It is kept: where it was raised before is not.
            raise none.with_traceback(None)
        return self._held.rules[key]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._held.rules.values())

    def __contains__(self, key: str) -> bool:
        """Whether the rule holds on the day."""
        return key in self._held.rules

    def day_of(self, key: str) -> date:
        """The day whose value of the rule answers."""
        del key  # for rules that come from several books
        return self.day

    def decimal(self, key: str) -> Decimal:
        """An amount in yuan, or a percentage as its number of per cent."""
        if (at_hand := self._amounts.get(key)) is not None:
            return at_hand
        if isinstance(value := self[key].value, Decimal):
            return value
        raise TypeError(f"{self[key].id} is no amount")

    def text(self, key: str) -> str:
        """An amount or a percentage as a sentence has it, without its unit: ``5``, ``0.30``."""
        return self._texts.get(key) or number(self.decimal(key))

    def integer(self, key: str) -> int:
        """A number of minutes, hours, days, months or pieces, or a full hour of the clock."""
        if (at_hand := self._numbers.get(key)) is not None:
            return at_hand
        if isinstance(value := self[key].value, int):
            return value
        raise TypeError(f"{self[key].id} is no whole number")


class RuleBook:
    """All dated values and formulas of one calculator."""

    def __init__(
        self,
        calculator: str,
        tables: Mapping[str, list[dict[str, Any]]],
        register: Callable[[], Register],
    ) -> None:
        self._history: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
            {
                key: tuple(
                    sorted(
                        (_rule(f"{calculator}.{key}", entry, register) for entry in entries),
                        key=lambda rule: rule.valid_from or date.min,
                    )
                )
                for key, entries in tables.items()
            }
        )
        for values in self._history.values():
            _check_follow(values)

    def history(self) -> Mapping[str, tuple[Rule, ...]]:
        """Every value of every rule, and every formula, oldest first."""
        return self._history

    def on(self, day: date) -> Rules:
        """The rules that hold on ``day``."""
        # A file may have orders of a thousand days, between which little changes.
        span = bisect_right(self._turns, day)
        if (held := self._held.get(span)) is None:
            found = {key: _holding(values, day) for key, values in self._history.items()}
            held = self._held[span] = Held(found)
        return Rules(day, held)

    def changes(self) -> list[date]:
        """The days from which a figure or a formula was another, or none, oldest first."""
        return _turns(rule for rule in self._all() if rule.decides)

    def _all(self) -> Iterator[Rule]:
        return chain.from_iterable(self._history.values())

    @cached_property
    def _turns(self) -> list[date]:
        """The days from which anything was another, or none, statements too."""
        return _turns(self._all())

    @cached_property
    def _held(self) -> dict[int, Held]:
        """What holds between two of these, by how many lie before."""
        return {}

    def perhaps(self, day: date) -> Rule | None:
        """The formula that may have held on ``day`` already, though the one before it answers."""
        for formula in self._history[FORMULA]:
            since, begun = formula.perhaps_from, formula.valid_from
            if since and begun and since <= day < begun:
                return formula
        return None

    def begun_on(self, day: date) -> list[Rule]:
        """What begins on ``day``, the formula first."""
        begun = [rule for rule in self._all() if rule.valid_from == day]
        return sorted(begun, key=lambda rule: rule.key != FORMULA)

    def after(self, day: date) -> list[Rule]:
        """What lies ahead of ``day``, the next first."""
        ahead = [rule for rule in self._all() if rule.valid_from and rule.valid_from > day]
        return sorted(ahead, key=lambda rule: rule.valid_from or date.min)


def _turns(rules: Iterable[Rule]) -> list[date]:
    """The days on which any of the ``rules`` begins to hold or no longer does, oldest first."""
    days = {day for rule in rules for day in (rule.valid_from, rule.ends) if day}
    return sorted(days)


def _holding(values: Sequence[Rule], day: date) -> Rule | NoRuleError:
    begun = [rule for rule in values if rule.valid_from is None or rule.valid_from <= day]
    if not begun:
        return NoRuleError(values[0].id)
    newest = begun[-1]
    return newest if newest.holds_on(day) else NoRuleError(newest.id, ended=newest.valid_until)


def _check_follow(values: Sequence[Rule]) -> None:
    """Two values of one rule on one day would leave it open which of them answers."""
    for before, after in pairwise(values):
        if after.valid_from is None or after.valid_from == before.valid_from:
            raise ValueError(f"{after.id}: two values from the same day on")
        if before.valid_until and before.valid_until >= after.valid_from:
            raise ValueError(f"{after.id}: begins before the one before it ends")
        if after.decides and not after.changed:
            raise ValueError(f"{after.id}: says nothing of what changed (changed)")


def keys_of(key: str) -> tuple[set[str], set[str]]:
    """What an entry of the rule ``key`` must have, and all that it may have."""
    formula = key == FORMULA
    required = _DATED | ({"name"} if formula else {"unit"})
    return required, required | _MAY | ({"asks", "perhaps_from"} if formula else {"value"})


def _rule(rule_id: str, entry: dict[str, Any], register: Callable[[], Register]) -> Rule:
    required, known = keys_of(rule_id.partition(".")[2])
    missing, unknown = required - entry.keys(), entry.keys() - known
    if missing or unknown:
        raise ValueError(f"{rule_id}: missing {sorted(missing)}, unknown {sorted(unknown)}")
    unit = entry.get("unit", "none")
    if unit not in UNITS:
        raise ValueError(f"{rule_id}: unit {unit!r} is none of {UNITS}")
    if not entry["sources"]:
        raise ValueError(f"{rule_id}: rests on no source")
    return Rule(
        id=rule_id,
        unit=unit,
        value=_value(rule_id, unit, entry),
        valid_from=_valid_from(rule_id, entry["valid_from"]),
        valid_until=entry.get("valid_until"),
        older=entry.get("older", False),
        source_ids=tuple(entry["sources"]),
        against_ids=tuple(entry.get("against", ())),
        inferred=entry.get("inferred", False),
        claims=tuple(entry.get("claims", ())),
        register=register,
        changed=frozen(entry.get("changed", {})),
        note=frozen(entry.get("note", {})),
        name=entry.get("name", ""),
        asks=tuple(entry.get("asks", ())),
        perhaps_from=entry.get("perhaps_from"),
    )


def _value(rule_id: str, unit: str, entry: dict[str, Any]) -> Decimal | int | None:
    value = entry.get("value")
    wanted: type = WRITTEN_AS.get(unit, int)
    if not isinstance(value, wanted):
        raise ValueError(f"{rule_id}: a value in {unit} is written as {wanted.__name__}")
    if not isinstance(value, str):
        return value if isinstance(value, int) else None
    return Decimal(value).quantize(FEN) if unit == "yuan" else Decimal(value)


def _valid_from(rule_id: str, written: object) -> date | None:
    if written == "unknown":
        return None
    if not isinstance(written, date):
        raise ValueError(f'{rule_id}: valid_from is a date or "unknown"')
    return written
