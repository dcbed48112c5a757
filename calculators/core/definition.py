"""One calculator, loaded from its folder."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any

from calculators.core.files import read_toml
from calculators.core.outcome import Outcome
from calculators.core.rules import RuleBook, Rules
from calculators.core.texts import Texts


@dataclass(frozen=True)
class Definition:
    """A calculator's dataclasses, its function and, read when first wanted, its files."""

    id: str
    package: str
    inputs: type[Any]
    outputs: type[Any]
    calculate: Callable[[Any, Rules], Outcome]

    @classmethod
    def load(cls, calculator: str) -> "Definition":
        """The calculator with the id ``calculator`` (kebab-case); its folder is snake_case."""
        package = f"calculators.{calculator.replace('-', '_')}"
        module = import_module(f"{package}.calculate")
        return cls(calculator, package, module.Inputs, module.Outputs, module.calculate)

    @cached_property
    def rule_book(self) -> RuleBook:
        """All dated values of the calculator's rules."""
        return RuleBook(self.id, read_toml(self.package, "rules.toml"))

    @property
    def rules_changed(self) -> bool:
        """Whether a rule has changed, so that the day makes a difference."""
        return any(len(values) > 1 for values in self.rule_book.history().values())

    @cached_property
    def _texts(self) -> dict[str, Texts]:
        return {}

    def texts(self, lang: str) -> Texts:
        """The calculator's sentences in ``lang``."""
        if lang not in self._texts:
            self._texts[lang] = Texts(self.package, lang)
        return self._texts[lang]

    def cases(self) -> list[dict[str, Any]]:
        """The worked examples: tests, and where ``show`` is set, part of the page."""
        return list(read_toml(self.package, "cases.toml")["case"])
