"""One calculator, loaded from its folder, and as it is on one day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

from calculators.core.inputs.fields import fields_of
from calculators.core.order_files import Files
from calculators.core.outcome.outcome import Headline, Outcome
from calculators.core.resources import read_toml
from calculators.core.rules.dated_rules import FORMULA, Rule, RuleBook, Rules
from calculators.core.rules.sources import register
from calculators.core.text.catalogue import Texts


@dataclass(frozen=True)
class Shape:
    """A calculator on one day: the rules that hold then, and the formula that uses them."""

    rules: Rules
    formula: Rule
    function: Callable[..., Outcome]
    module: ModuleType

    def outcome(self, inputs: Any) -> Outcome:
        """What ``inputs`` come to; raises NoRuleError where a rule that it needs did not hold."""
        return self.function(inputs, self.rules)

    @cached_property
    def brief(self) -> Callable[[Any], Outcome]:
        """The same without the steps, where the formula can do without them, for files."""
        if "brief" not in (self.function.__kwdefaults__ or ()):
            return self.outcome
        function, rules = self.function, self.rules
        return lambda inputs: function(inputs, rules, brief=True)

    @cached_property
    def amounts(self) -> Callable[[Any], Any]:
        """What has the outputs in yuan, and may lack the others, for the sums of a file."""
        alone: Callable[..., Any] | None
        if alone := getattr(self.module, f"{self.formula.name}_amounts", None):
            found, rules = alone, self.rules
            return lambda inputs: found(inputs, rules)
        return lambda inputs: self.brief(inputs).outputs

    def headline(self, inputs: Any, outputs: Any) -> Headline | None:
        """The sentence that says the ``outputs`` first; ``None``: that of the value with a tone."""
        chosen: Callable[..., Headline] | None = getattr(self.module, "headline", None)
        return chosen and chosen(inputs, outputs, self.rules, *self._besides(inputs))

    def fix(self, inputs: Any, outputs: Any) -> dict[str, str]:
        """What to enter instead, as typed, by input; empty where nothing is known to help."""
        found: Callable[..., dict[str, str]] | None = getattr(self.module, "fix", None)
        return found(inputs, outputs, self.rules) if found else {}

    def _besides(self, inputs: Any) -> tuple[object, ...]:
        """What the formula and ``headline`` are called with besides the rules."""
        del inputs  # for a calculator that composes others
        return ()

    def rules_for(self, inputs: Any) -> Rules:
        """The rules that the outcome of ``inputs`` may name."""
        del inputs  # for a calculator that composes others
        return self.rules

    def on_other_days(self, inputs: Any) -> Sequence["OtherDay"]:
        """The parts that answer by other rules than those of the shape's day."""
        del inputs  # for a calculator that composes others
        return ()


class OtherDay(NamedTuple):
    """A calculator that is part of another, judged on a day of its own: that of ``taken_from``.

    ``taken_from`` is an input of the whole.
    """

    calculator: "Definition"
    shape: Shape
    taken_from: str


@dataclass(frozen=True)
class Definition:
    """A calculator's dataclasses, its formulas and, read when first wanted, its files.

    ``judged_by`` names the inputs, best first, whose day is the day of what is judged: its rules
    answer where no other day is asked for. ``files`` says how it takes files of orders.
    """

    id: str
    package: str
    inputs: type[Any]
    outputs: type[Any]
    module: ModuleType
    judged_by: tuple[str, ...] = ()
    files: Files | None = None

    @classmethod
    def load(cls, calculator: str, package: str | None = None) -> "Definition":
        """The calculator with the id ``calculator`` (kebab-case); its folder is snake_case."""
        package = package or f"calculators.{calculator.replace('-', '_')}"
        module = import_module(f"{package}.calculate")
        beside = (getattr(module, "JUDGED_BY", ()), getattr(module, "FILES", None))
        return cls(calculator, package, module.Inputs, module.Outputs, module, *beside)

    @cached_property
    def rule_book(self) -> RuleBook:
        """All dated values and formulas."""
        book = RuleBook(self.id, read_toml(self.package, "rules.toml"), register)
        for formula in book.history()[FORMULA]:
            if not callable(getattr(self.module, formula.name, None)):
                raise ValueError(f"{formula.id}: calculate.py has no function {formula.name!r}")
            if strangers := set(formula.asks) - fields_of(self.inputs).keys():
                raise ValueError(f"{formula.id}: asks for {sorted(strangers)}, which are no inputs")
        return book

    def shape(self, day: date, *, own_days: bool = False) -> Shape:
        """The calculator on ``day``; raises NoRuleError where it had no formula then.

        ``own_days``: ``day`` was not asked for, so that each part of a calculator that composes
        others is judged by the rules of its own day.
        """
        del own_days  # for a calculator that composes others
        rules = self.rule_book.on(day)
        formula = rules[FORMULA]
        return Shape(rules, formula, getattr(self.module, formula.name), self.module)

    def decides(self, key: str) -> bool:
        """Whether a rule, by its key, is a figure: a mere statement changes no answer."""
        return any(each.decides for each in self.rule_book.history()[key])

    @cached_property
    def rules_changed(self) -> bool:
        """Whether a figure or a formula has changed or will, so that the day makes a difference."""
        return bool(self.rule_book.changes())

    @cached_property
    def in_form(self) -> frozenset[str]:
        """The inputs that the form asks for on some day; the others are for files and programs."""
        formulas = self.rule_book.history()[FORMULA]
        if not all(each.asks for each in formulas):
            return frozenset(fields_of(self.inputs))
        return frozenset(name for each in formulas for name in each.asks)

    @cached_property
    def _texts(self) -> dict[str, Texts]:
        return {}

    def texts(self, lang: str) -> Texts:
        """The calculator's sentences in ``lang``."""
        if lang not in self._texts:
            of_rows = not (self.files and self.files.adds)
            self._texts[lang] = Texts(self.package, lang, of_rows=of_rows)
        return self._texts[lang]

    def cases(self) -> list[dict[str, Any]]:
        """The worked examples, each with its day; tests, and where ``show`` is set, on the page."""
        file = read_toml(self.package, "cases.toml")
        return [{"on": file["on"], **case} for case in file["case"]]
