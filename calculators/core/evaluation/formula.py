"""The formula of a day and what it finds; without a rule, the day is what is wrong."""

from datetime import date
from typing import Any

from calculators.core.definition import Definition, Shape
from calculators.core.inputs.errors import ErrorDetails, ValidationError
from calculators.core.outcome.outcome import Outcome
from calculators.core.rules.dated_rules import NoRuleError


def shape_on(definition: Definition, day: date, *, own_days: bool = False) -> Shape:
    """The calculator on ``day``; raises ValidationError for a day on which there is no rule.

    ``own_days``: see :meth:`~calculators.core.definition.Definition.shape`.
    """
    try:
        return definition.shape(day, own_days=own_days)
    except NoRuleError as none:
        raise ValidationError([no_rule(none)]) from None


def outcome_of(shape: Shape, inputs: Any) -> Outcome:
    """What ``inputs`` come to; raises ValidationError where a rule that they need did not hold."""
    try:
        return shape.outcome(inputs)
    except NoRuleError as none:
        raise ValidationError([no_rule(none)]) from None


def no_rule(none: NoRuleError) -> ErrorDetails:
    """What is wrong with a day on which a rule did not hold."""
    if none.ended:
        return ErrorDetails("on", "rule_ended", {"until": none.ended})
    return ErrorDetails("on", "no_rule_then")
