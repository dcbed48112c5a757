"""The answer to one row of a table."""

from collections.abc import Sequence
from functools import lru_cache

from calculators.core.answer import rules_on
from calculators.core.definition import Definition
from calculators.core.fields import fields_of
from calculators.core.inputs import InputsRefused, read_inputs
from calculators.core.outcome import Outcome
from calculators.core.refusal import Refusal
from calculators.core.table import cells
from calculators.core.table.columns import ON
from calculators.core.table.plan import Plan

# Days whose rules are kept at hand: more than a year of orders.
_DAYS = 400


class RowAnswers:
    """Answers rows one after the other, all by one plan."""

    def __init__(self, definition: Definition, plan: Plan) -> None:
        self._definition = definition
        self._plan = plan
        self._readings = {
            name: cells.reading(definition, name, each)
            for name, each in fields_of(definition.inputs).items()
            if name in plan.columns
        }
        self._given = {name: text for name, text in plan.given.items() if name != ON}
        self._rules = lru_cache(_DAYS)(lambda on: rules_on(definition, on))

    def outcome(self, row: Sequence[str]) -> Outcome:
        """What the calculator finds; raises ``InputsRefused``, also for the row's own day."""
        rules = self._rules(self._day(row))
        own = {name: read(row[self._plan.columns[name]]) for name, read in self._readings.items()}
        inputs = read_inputs(self._definition.inputs, self._given | own, rules)
        return self._definition.calculate(inputs, rules)

    def _day(self, row: Sequence[str]) -> str:
        column = self._plan.columns.get(ON)
        if column is None:
            return self._plan.given.get(ON, "")
        if not (day := cells.rules_day(row[column])):
            # Not by the newest rules unasked: whoever names a column wants each order's own.
            raise InputsRefused([Refusal(ON, "required")])
        return day
