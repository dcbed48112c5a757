"""What the merchant owes the buyer once an order counts as shipped by fraud (欺诈发货). F-11."""

from dataclasses import dataclass
from decimal import Decimal

from calculators.core.arithmetic.share import share_of
from calculators.core.inputs.fields import money, yes_no
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Message, Outcome, excluded, step, warning
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import number

WHOLE = Decimal(100)

FILES = Files(adds=("paid",), asked=("precious",), flagged=True)


@dataclass(frozen=True)
class Inputs:
    """One order: what the buyer paid (yuan), and whether it was precious metal to invest in."""

    paid: Decimal = money()
    precious: bool = yes_no(default="no")


@dataclass(slots=True)
class Outputs:
    """What is paid to the buyer, in yuan, and how it comes about."""

    compensation: Decimal = outputs.money(headline=True, over="paid")
    tier: str = outputs.choice("paid_in_full", "minimum", "percent", "cap")


def one_class(inputs: Inputs, rules: Rules) -> Outcome:
    """Until 2026-08-02: one share of the payment for every amount, between its bounds."""
    return _outcome(inputs, rules, *_share(inputs, rules))


def two_classes(inputs: Inputs, rules: Rules) -> Outcome:
    """From 2026-08-03: below ten yuan all that was paid; from there on the share as before."""
    small = inputs.paid < rules.decimal("small_below")
    return _outcome(inputs, rules, *(_in_full if small else _share)(inputs, rules))


def _outcome(inputs: Inputs, rules: Rules, outputs: Outputs, steps: tuple[Message, ...]) -> Outcome:
    return Outcome(
        outputs,
        steps,
        _warnings(outputs.compensation, inputs.paid, rules),
        (excluded("refund"), _measures(rules), excluded("global_purchase")),
    )


def _in_full(inputs: Inputs, rules: Rules) -> tuple[Outputs, tuple[Message, ...]]:
    """All that was paid, rounded to whole yuan, then held to bounds of its own."""
    least, most = rules.decimal("small_minimum"), rules.decimal("small_maximum")
    found = share_of(inputs.paid, WHOLE, least, most)
    steps = [step("in_full", "small_below", paid=inputs.paid, limit=rules.decimal("small_below"))]
    if found.rounded != found.exact:
        steps.append(step("to_yuan", "to_yuan", rounded=found.rounded))
    if found.tier == "minimum":
        steps.append(step("minimum", "small_minimum", minimum=least))
    tier = "paid_in_full" if found.tier == "percent" else found.tier
    return Outputs(found.amount, tier), tuple(steps)


def _share(inputs: Inputs, rules: Rules) -> tuple[Outputs, tuple[Message, ...]]:
    """A share of what was paid, rounded to whole yuan, then held to its bounds."""
    # Before their own maximum came, precious metals had that of all goods.
    own = inputs.precious and "precious_maximum" in rules
    limit = "precious_maximum" if own else "maximum"
    percent, least = rules.decimal("share"), rules.decimal("minimum")
    most, usual = rules.decimal(limit), rules.decimal("maximum")
    found = share_of(inputs.paid, percent, least, most)
    values = {"paid": inputs.paid, "percent": number(percent), "share": found.exact}
    steps = [step("percent", "share", **values)]
    if found.rounded != found.exact:
        steps.append(step("to_yuan", "to_yuan", rounded=found.rounded))
    if found.tier == "minimum":
        steps.append(step("minimum", "minimum", minimum=least))
    if own and found.amount > usual:
        steps.append(step("precious", "precious_maximum", cap=most, usual=usual))
    if found.tier == "cap":
        steps.append(step("cap", limit, cap=most))
    return Outputs(found.amount, found.tier), tuple(steps)


def _warnings(compensation: Decimal, paid: Decimal, rules: Rules) -> tuple[Message, ...]:
    """Doubts about the figure, how it is taken, and what counts as fraud."""
    found = []
    if "reposts_only" in rules:
        found.append(warning("reposts_only", "reposts_only"))
    if not paid:
        found.append(warning("nothing_paid", "small_orders"))
    elif compensation > paid:
        found.append(warning("above_price", "small_orders", paid=paid))
    if "voucher" in rules:
        found.append(warning("voucher", "voucher"))
    if "missing_more_than" in rules:
        share = number(rules.decimal("missing_more_than"))
        found.append(warning("what_counts", "missing_more_than", share=share))
    if "counts_too" in rules:
        found.append(warning("counts_too", "counts_too"))
    return tuple(found)


def _measures(rules: Rules) -> Message:
    """What the shop has to expect besides; before the platform's own text, not known in figures."""
    if "violation_from" not in rules:
        return excluded("penalties")
    orders, days = rules.integer("violation_from"), rules.integer("frozen_for")
    return Message("measures", "violation_from", {"orders": orders, "days": days})
