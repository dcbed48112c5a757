"""The answer to one row of a table."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from calculators.core.answer import outcome_of, shape_on
from calculators.core.day import day_of
from calculators.core.definition import Definition
from calculators.core.fields import fields_of
from calculators.core.inputs import InputsRefused, read_inputs
from calculators.core.outcome import Outcome
from calculators.core.refusal import Refusal, Refused
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
        self._shapes = lru_cache(_DAYS)(lambda day: shape_on(definition, day))

    def outcome(self, row: Sequence[str]) -> Outcome:
        """What the calculator finds; raises ``InputsRefused``, also for the row's own day."""
        own = {name: read(row[self._plan.columns[name]]) for name, read in self._readings.items()}
        typed = self._given | own
        shape = self._shapes(self._day(row, typed))
        return outcome_of(shape, read_inputs(self._definition.inputs, typed, shape.rules))

    def _day(self, row: Sequence[str], typed: Mapping[str, str]) -> date:
        """The day of the row's rules: its own, that of the plan, that of what is judged, today."""
        on = self._plan.given.get(ON, "")
        column = self._plan.columns.get(ON)
        if column is not None and not (on := cells.rules_day(row[column])):
            # Not by other rules unasked: whoever names a column wants each order's own.
            raise InputsRefused([Refusal(ON, "required")])
        try:
            return day_of(self._definition, typed, on, self._plan.today).day
        except Refused as refused:
            raise InputsRefused([Refusal(ON, refused.code, refused.values)]) from None
