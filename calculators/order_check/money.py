"""What may be taken for an order: for being late, and as out of stock, each once."""

from dataclasses import dataclass
from decimal import Decimal

from calculators.core.arithmetic.money import NOTHING
from calculators.core.composition import Part, Parts
from calculators.core.outcome.outcome import Message, Outcome, step
from calculators.order_check.inputs import Inputs
from calculators.order_check.situation import Situation


@dataclass(frozen=True)
class Exposure:
    """Both deductions in yuan, and how they come about."""

    late_part: Decimal
    out_of_stock: Decimal
    steps: tuple[Message, ...]

    @property
    def in_all(self) -> Decimal:
        """Their sum."""
        return self.late_part + self.out_of_stock


def exposure(inputs: Inputs, found: Situation, parts: Parts) -> Exposure:
    """What may be taken; force majeure excuses from both."""
    late_delivery, out_of_stock = parts["late-delivery"], parts["out-of-stock"]
    hours = inputs.promised_hours
    late, missing, said = _late_part(inputs, found, late_delivery), NOTHING, []
    late_part: Decimal = late.outputs.compensation
    if found.late:
        values = {"late": found.late, "hours": hours, "amount": late_part}
        said.append(step("late_part", _rests_on(late, late_delivery), **values))
    if found.counts_as_out_of_stock and not inputs.force_majeure:
        told = out_of_stock.outcome(paid=inputs.paid, promised_hours=hours)
        missing = told.outputs.compensation
        rule = _rests_on(told, out_of_stock)
        said.append(step("out_of_stock_part", rule, hours=hours, amount=missing))
    if not said:
        said.append(step("nothing_due", "in_all"))
    elif len(said) > 1:
        said.append(step("in_all", "in_all", total=late_part + missing))
    return Exposure(late_part, missing, tuple(said))


def _late_part(inputs: Inputs, found: Situation, late_delivery: Part) -> Outcome:
    """The deduction of the lighter class: from the heavier one on, the other part is for the rest.

    Where the rules of the day know one class alone, the lateness as it is.
    """
    hours, rules = found.late, late_delivery.rules
    if "heavy_after" in rules:
        hours = min(hours, rules.integer("heavy_after") - 1)
    return late_delivery.outcome(
        paid=inputs.paid,
        promised_hours=inputs.promised_hours,
        late_hours=hours,
        force_majeure=inputs.force_majeure,
    )


def _rests_on(told: Outcome, part: Part) -> str:
    """The rule that decided an amount: that of the step of its tier, of a share the share."""
    rules = {each.code: each.rule for each in told.steps if each.rule}
    tier = told.outputs.tier
    return part.rule(rules[tier if tier in rules else "share"])
