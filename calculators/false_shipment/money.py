"""What was paid to the buyer while the rules had a clause on it."""

from decimal import Decimal

from calculators.core.arithmetic.money import NOTHING
from calculators.core.arithmetic.share import share_of
from calculators.core.outcome.outcome import Message, step, warning
from calculators.core.rules.dated_rules import Rules
from calculators.false_shipment.inputs import Inputs

# Share, minimum and maximum of a class, that of timeouts by the time promised.
_TERMS = {
    "short": ("timeout_share_short", "timeout_minimum_short", "timeout_maximum_short"),
    "long": ("timeout_share_long", "timeout_minimum_long", "timeout_maximum_long"),
    "abnormal": ("abnormal_share", "abnormal_minimum", "abnormal_maximum"),
}


def has_clause(rules: Rules) -> bool:
    """Whether the texts of the day hold a clause on compensation."""
    return "abnormal_share" in rules


def compensation(
    inputs: Inputs, kind: str, rules: Rules, *, unchecked: bool
) -> tuple[Decimal | None, tuple[Message, ...]]:
    """What is due for an order of the class ``kind`` in yuan, and how it comes about.

    ``None`` where no payment was entered, where the texts of the day have no clause on it, or where
    nothing fits of an order that was partly ``unchecked``.
    """
    if inputs.paid is None or not has_clause(rules):
        return None, ()
    if kind == "none":
        if unchecked:
            return None, ()
        return NOTHING, (step("nothing_due", "abnormal_share"),)
    promise = _promise(inputs, rules)
    terms = kind if kind == "abnormal" else promise
    amount, steps = _share(inputs.paid, terms, rules)
    if kind == "abnormal":
        return amount, steps
    limit = rules.integer("short_up_to")
    said = step(f"promise_{promise}", "short_up_to", hours=inputs.promised_hours, limit=limit)
    return amount, (said, *steps)


def _promise(inputs: Inputs, rules: Rules) -> str:
    return "short" if inputs.promised_hours <= rules.integer("short_up_to") else "long"


def _share(paid: Decimal, terms: str, rules: Rules) -> tuple[Decimal, tuple[Message, ...]]:
    share, least, most = _TERMS[terms]
    percent, minimum, maximum = (rules.decimal(each) for each in (share, least, most))
    found = share_of(paid, percent, minimum, maximum)
    steps = [step("percent", share, paid=paid, percent=rules.text(share), share=found.exact)]
    if found.rounded != found.exact:
        steps.append(step("to_yuan", "to_yuan", rounded=found.rounded))
    if found.tier == "minimum":
        steps.append(step("minimum", least, minimum=minimum))
    if found.tier == "cap":
        steps.append(step("cap", most, cap=maximum))
    return found.amount, tuple(steps)


def unchecked_part(inputs: Inputs, kind: str, rules: Rules) -> tuple[Message, ...]:
    """What must be known of the amount of an order that was not checked in all respects."""
    if inputs.paid is None or not has_clause(rules) or kind == "abnormal":
        return ()
    return (warning("not_worked_out" if kind == "none" else "perhaps_more", "abnormal_share"),)


def doubts(inputs: Inputs, amount: Decimal | None, *, both: bool) -> tuple[Message, ...]:
    """What must be known beside the amount; ``both``: timeouts and abnormal tracking fit."""
    if not amount or inputs.paid is None:
        return ()
    found = [warning("both_classes", "outranks")] if both else []
    if amount > inputs.paid > 0:
        found.append(warning("above_price", "small_orders", paid=inputs.paid))
    if not inputs.paid:
        found.append(warning("nothing_paid", "small_orders"))
    return tuple(found)
