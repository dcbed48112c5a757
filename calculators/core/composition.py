"""A calculator that rests on others: whole and parts, each by the rules of the day that is its own.

``COMPOSES`` in its ``calculate.py`` names the parts and, for each, the inputs of the whole, best
first, whose day is the day of what that part judges. Its formula is called with the inputs, its own
rules and the parts (a mapping of :class:`Part` by id), and its messages may rest on rules of a part
by their ids (``late-delivery.flat``): sources, changes and what is announced follow from there.
``RULES_OF`` names others of which only rules are taken, by what looks at whole files.

It stands above ``definition``, because parts are definitions, and below ``evaluation``, which asks
of a whole what it asks of any calculator. So calculators never import each other, and no figure is
written twice.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from functools import cached_property
from typing import Any, override

from calculators.core.definition import Definition, OtherDay, Shape
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.parsing import default_text
from calculators.core.outcome.outcome import Outcome
from calculators.core.rules.dated_rules import FORMULA, Rule, RuleBook, Rules
from calculators.core.text.catalogue import Texts

# For each part the inputs of the whole, best first, whose day is the day of what it judges.
type Composes = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Part:
    """A calculator inside another one, on one day."""

    definition: Definition
    shape: Shape

    @property
    def rules(self) -> Rules:
        """The part's own rules of the day."""
        return self.shape.rules

    def rule(self, key: str) -> str:
        """The id of one of its rules, for a message of the whole to rest on."""
        return f"{self.definition.id}.{key}"

    def outcome(self, **values: object) -> Outcome:
        """What typed ``values`` come to; inputs that are left out have the part's defaults."""
        return self.shape.outcome(self.definition.inputs(**{**self._defaults, **values}))

    @cached_property
    def _defaults(self) -> Mapping[str, Any]:
        found: dict[str, Any] = {}
        for name, each in fields_of(self.definition.inputs).items():
            if text := default_text(each, self.rules):
                found[name] = each.read(text)
            elif each.optional:
                found[name] = None
        return found


type Parts = Mapping[str, Part]


def load(
    calculator: str, package: str | None = None, *, part: Callable[[str], Definition] | None = None
) -> Definition:
    """The calculator with the id ``calculator``, with its parts where it has any.

    ``part`` gives the definition of a part by its id, where these are known already.
    """
    found = Definition.load(calculator, package)
    composes: Composes | None = getattr(found.module, "COMPOSES", None)
    if composes is None:
        return found
    parts = {each: (part or load)(each) for each in composes}
    beside = {each: (part or load)(each) for each in getattr(found.module, "RULES_OF", ())}
    plain = {each.name: getattr(found, each.name) for each in fields(found)}
    return Composed(**plain, composes=composes, parts=parts, beside=beside)


@dataclass(frozen=True)
class Composed(Definition):
    """A calculator with its ``parts``, by their ids.

    ``beside`` are others of which it takes rules alone, for whole files: no answer rests on these.
    """

    composes: Composes = field(default_factory=dict)
    parts: Mapping[str, Definition] = field(default_factory=dict)
    beside: Mapping[str, Definition] = field(default_factory=dict)

    @cached_property
    @override
    def rule_book(self) -> RuleBook:
        parts = {name: each.rule_book for name, each in self.parts.items()}
        return ComposedBook(super().rule_book, parts)

    @override
    def shape(self, day: date, *, own_days: bool = False) -> Shape:
        whole = super().shape(day)
        return ComposedShape(
            whole.rules, whole.formula, whole.function, whole.module, self, own_days=own_days
        )

    @override
    def texts(self, lang: str) -> Texts:
        if lang not in self._texts:
            others = {**self.parts, **self.beside}
            parts = {name: each.texts(lang) for name, each in others.items()}
            self._texts[lang] = Texts(self.package, lang, parts)
        return self._texts[lang]

    @override
    def decides(self, key: str) -> bool:
        part, _, rest = key.rpartition(".")
        return self.parts[part].decides(rest) if part else super().decides(rest)

    def part(self, name: str, day: date) -> Part:
        """The part ``name`` on ``day``, or what stands ``beside`` them."""
        if (found := self._known.get((name, day))) is None:
            part = self.parts.get(name) or self.beside[name]
            found = self._known[name, day] = Part(part, part.shape(day))
        return found

    @cached_property
    def _known(self) -> dict[tuple[str, date], Part]:
        return {}


@dataclass(frozen=True)
class ComposedShape(Shape):
    """A whole on one day; with ``own_days``, each of its parts on the day of what it judges."""

    definition: Composed
    own_days: bool = field(default=False, kw_only=True)

    @override
    def outcome(self, inputs: Any) -> Outcome:
        return self.function(inputs, self.rules, self._parts(inputs))

    @override
    def _besides(self, inputs: Any) -> tuple[object, ...]:
        return (self._parts(inputs),)

    @override
    def rules_for(self, inputs: Any) -> Rules:
        return ComposedRules(
            self.rules, {name: each.rules for name, each in self._parts(inputs).items()}
        )

    @override
    def on_other_days(self, inputs: Any) -> list[OtherDay]:
        found = []
        for name, part in self._parts(inputs).items():
            taken_from = self._judged_by(name, inputs)
            if taken_from and self._changed(part, part.rules.day):
                found.append(OtherDay(part.definition, part.shape, taken_from))
        return found

    def _changed(self, part: Part, day: date) -> bool:
        """Whether the rules of a ``part`` differ between its ``day`` and that of the whole."""
        first, last = sorted((day, self.rules.day))
        return any(first < each <= last for each in part.definition.rule_book.changes())

    def _parts(self, inputs: Any) -> Parts:
        return {
            name: self.definition.part(name, self._day(name, inputs))
            for name in self.definition.composes
        }

    def _day(self, name: str, inputs: Any) -> date:
        taken_from = self._judged_by(name, inputs) if self.own_days else None
        if taken_from is None:
            return self.rules.day
        value: date = getattr(inputs, taken_from)
        return value.date() if isinstance(value, datetime) else value

    def _judged_by(self, name: str, inputs: Any) -> str | None:
        """The input whose day is that of what the part ``name`` judges, where it is known."""
        judged_by = self.definition.composes[name]
        return next((each for each in judged_by if getattr(inputs, each) is not None), None)


class ComposedRules(Rules):
    """The rules of a whole by their keys, and those of its parts by their ids."""

    def __init__(self, own: Rules, parts: Mapping[str, Rules]) -> None:
        self.day = own.day
        self._own = own
        self._parts = parts

    @override
    def __getitem__(self, key: str) -> Rule:
        part, _, rest = key.rpartition(".")
        return self._parts[part][rest] if part else self._own[key]

    @override
    def __iter__(self) -> Iterator[Rule]:
        for each in (self._own, *self._parts.values()):
            yield from each

    @override
    def __contains__(self, key: str) -> bool:
        part, _, rest = key.rpartition(".")
        return rest in self._parts[part] if part else key in self._own

    @override
    def day_of(self, key: str) -> date:
        part = key.rpartition(".")[0]
        return self._parts[part].day if part else self.day


class ComposedBook(RuleBook):
    """The rules of a whole; what changes or lies ahead in its parts does so in it as well.

    Its history is its own alone: that of a part stands with the part.
    """

    def __init__(self, own: RuleBook, parts: Mapping[str, RuleBook]) -> None:
        self._history = own.history()
        self._parts = parts

    @override
    def on(self, day: date) -> Rules:
        return ComposedRules(
            super().on(day), {name: book.on(day) for name, book in self._parts.items()}
        )

    @override
    def changes(self) -> list[date]:
        return sorted({*super().changes(), *self._of_parts(RuleBook.changes)})

    @override
    def perhaps(self, day: date) -> Rule | None:
        found = (super().perhaps(day), *(book.perhaps(day) for book in self._parts.values()))
        return next(filter(None, found), None)

    @override
    def begun_on(self, day: date) -> list[Rule]:
        begun = [*super().begun_on(day), *self._of_parts(lambda book: book.begun_on(day))]
        return sorted(begun, key=lambda rule: rule.key != FORMULA)

    @override
    def after(self, day: date) -> list[Rule]:
        ahead = [*super().after(day), *self._of_parts(lambda book: book.after(day))]
        return sorted(ahead, key=lambda rule: rule.valid_from or date.min)

    def _of_parts[T](self, look: Callable[[RuleBook], Iterable[T]]) -> Iterator[T]:
        for book in self._parts.values():
            yield from look(book)
