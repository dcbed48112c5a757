"""The examples in the calculators' cases.toml, as test parameters."""

from dataclasses import dataclass
from typing import Any

from calculators import CALCULATORS, definition
from calculators.core.answer import Answer
from calculators.core.fields import fields_of


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
    def on(self) -> str | None:
        return self.expected.get("on")

    @property
    def answerable(self) -> bool:
        return "errors" not in self.expected

    @property
    def typeable(self) -> bool:
        """Whether a form can be filled so: only free text can be mistyped there."""
        fields = fields_of(definition(self.calculator).inputs)
        free = ("money", "money_list", "integer", "positive_integer")
        return all(name in fields and fields[name].kind in free for name in self.inputs)

    def check(self, answer: Answer) -> None:
        """Hold ``answer`` against what the example expects."""
        if not self.answerable:
            found = [f"{each['field']} {each['code']}" for each in answer["errors"]]
            assert found == self.expected["errors"]
            return
        assert answer["ok"], answer
        nulls = dict.fromkeys(self.expected.get("nulls", []))
        assert answer["outputs"] == self.expected["outputs"] | nulls
        for said in ("steps", "warnings", "excludes"):
            if said in self.expected:
                assert [each["code"] for each in answer[said]] == self.expected[said]


CASES = [Case(each, case) for each in CALCULATORS for case in definition(each).cases()]


def shown_case(calculator: str) -> Case:
    """The first example that the calculator's page prints, under the newest rules."""
    return next(
        case
        for case in CASES
        if case.calculator == calculator and case.expected.get("show") and not case.on
    )
