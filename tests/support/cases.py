"""The examples in the calculators' cases.toml, as test parameters.

A test for each would be thousands: where a failure names its example, a calculator's are one test.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculators import CALCULATORS, definition
from calculators.core.inputs.fields import fields_of
from calculators.core.rules.dated_rules import NoRuleError
from checks.kinds.examples import differences
from tests.support.evaluating import Answer


@dataclass(frozen=True)
class Case:
    """One example: what is typed, and what must come out."""

    calculator: str
    expected: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.calculator}: {self.expected['name']}"

    @property
    def inputs(self) -> dict[str, str]:
        return dict(self.expected["inputs"])

    @property
    def on(self) -> str:
        """The day whose rules it asks for: its own, else the one that its file names for all."""
        return str(self.expected["on"])

    @property
    def answerable(self) -> bool:
        return "errors" not in self.expected

    @property
    def typeable(self) -> bool:
        """Whether the day's form can be filled so: only free text can be mistyped there."""
        chosen = definition(self.calculator)
        fields = fields_of(chosen.inputs)
        try:
            asks = chosen.shape(date.fromisoformat(self.on)).formula.asks or tuple(fields)
        except (NoRuleError, ValueError):
            return False
        free = ("money", "money_list", "integer", "positive_integer")
        return all(name in asks and fields[name].kind in free for name in self.inputs)

    def check(self, answer: Answer) -> None:
        """Hold ``answer`` against what the example expects; tells all that differs, and where."""
        package = definition(self.calculator).package
        where = f'{package.replace(".", "/")}/cases.toml: "{self.expected["name"]}"'
        differing = [f"{where}: {each}" for each in self._differing(answer)]
        if differing:
            raise AssertionError("\n".join(differing))

    def _differing(self, answer: Answer) -> Iterator[str]:
        for _, name, wanted, got in differences(self.expected, answer):
            yield f"{name}: expected {wanted}, got {got}"


CASES = [Case(each, case) for each in CALCULATORS for case in definition(each).cases()]


def cases_of(calculator: str) -> list[Case]:
    """A calculator's examples, for what is asked of all of them alike."""
    return [case for case in CASES if case.calculator == calculator]


def shown_case(calculator: str) -> Case:
    """The first example that the calculator's page prints; it may ask for a day (``on``)."""
    return next(
        case for case in CASES if case.calculator == calculator and case.expected.get("show")
    )
