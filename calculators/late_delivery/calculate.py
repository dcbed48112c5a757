"""Late-shipment compensation (晚发即赔): what the buyer of a late order receives. K-01."""

from dataclasses import dataclass
from decimal import Decimal

from calculators.core.fields import money, yes_no
from calculators.core.money import percent_of, round_money
from calculators.core.outcome import Outcome, Said, excluded, output, step, warning
from calculators.core.rules import Rules
from calculators.core.wording import number


@dataclass(frozen=True)
class Inputs:
    """One late order: what the buyer paid for it (yuan), and whether force majeure excuses it."""

    paid: Decimal = money()
    force_majeure: bool = yes_no(default="no")


@dataclass(frozen=True)
class Outputs:
    """The compensation in yuan, the tier it falls in, and its share of the payment in per cent."""

    compensation: Decimal = output("money", headline=True, over="paid")
    tier: str = output("choice", "exempt", "none", "flat", "percent", "cap")
    rate: Decimal | None = output("percent")


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """Nothing up to the free amount, a flat sum below the threshold, then a share up to a cap."""
    compensation, tier, steps = _tier(inputs, rules)
    paid = inputs.paid
    rate = round_money(compensation / paid * 100) if paid else None
    warnings = (warning("voucher"), warning("unit_price", "per_order")) if compensation else ()
    return Outcome(
        Outputs(compensation, tier, rate),
        steps,
        warnings,
        (excluded("out_of_stock"), excluded("penalties")),
    )


def _tier(inputs: Inputs, rules: Rules) -> tuple[Decimal, str, tuple[Said, ...]]:
    paid, nothing = inputs.paid, Decimal("0.00")
    free, threshold = rules.decimal("free_up_to"), rules.decimal("percent_from")
    if inputs.force_majeure:
        return nothing, "exempt", (step("exempt", "force_majeure"),)
    if paid <= free:
        return nothing, "none", (step("none", "free_up_to", paid=paid, free=free),)
    if paid < threshold:
        flat = rules.decimal("flat")
        values = {"paid": paid, "free": free, "threshold": threshold, "flat": flat}
        return flat, "flat", (step("flat", "flat", **values),)
    return _share(paid, rules)


def _share(paid: Decimal, rules: Rules) -> tuple[Decimal, str, tuple[Said, ...]]:
    percent, cap = rules.decimal("share"), rules.decimal("cap")
    exact = percent_of(paid, percent)
    share = step("percent", "share", paid=paid, percent=number(percent), share=exact)
    if exact > cap:
        return cap, "cap", (share, step("cap", "cap", cap=cap))
    rounded = round_money(exact)
    if rounded == exact:
        return rounded, "percent", (share,)
    return rounded, "percent", (share, step("rounded", "rounding", rounded=rounded))
