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
        raise ValidationError([_no_rule(none)]) from None


def outcome_of(shape: Shape, inputs: Any, *, brief: bool = False) -> Outcome:
    """What ``inputs`` come to; raises ValidationError where a rule that they need did not hold.

    ``brief``: see :meth:`~calculators.core.definition.Shape.brief`.
    """
    try:
        return shape.brief(inputs) if brief else shape.outcome(inputs)
    except NoRuleError as none:
        raise ValidationError([_no_rule(none)]) from None


def _no_rule(none: NoRuleError) -> ErrorDetails:
    if none.ended:
        return ErrorDetails("on", "rule_ended", {"until": none.ended})
    return ErrorDetails("on", "no_rule_then")
