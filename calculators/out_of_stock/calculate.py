"""Out-of-stock compensation (缺货赔付), as a press report of about 2025 tells it."""

from dataclasses import dataclass
from decimal import Decimal

from calculators.core.fields import integer, money
from calculators.core.money import percent_of, round_money
from calculators.core.outcome import Outcome, Said, excluded, output, step, warning
from calculators.core.rules import Rules
from calculators.core.wording import number


@dataclass(frozen=True)
class Inputs:
    """What the buyer paid for the order (yuan), and the shipping time promised (hours)."""

    paid: Decimal = money()
    promised_hours: int = integer(minimum=1)


@dataclass(frozen=True)
class Outputs:
    """The compensation, in yuan."""

    compensation: Decimal = output("money", headline=True, over="paid")


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """A share of the payment, larger for a long promise, between a minimum and a cap."""
    limit = rules.integer("hours_limit")
    short = inputs.promised_hours <= limit
    hours = {"hours": inputs.promised_hours, "limit": limit}
    promise = step("short_promise" if short else "long_promise", "hours_limit", **hours)
    share, cap = ("share_short", "cap_short") if short else ("share_long", "cap_long")
    compensation, steps = _compensation(inputs.paid, share, cap, rules)
    return Outcome(
        Outputs(compensation),
        (promise, *steps),
        _warnings(compensation, inputs.paid, rules),
        (excluded("late"), excluded("goods"), excluded("penalties")),
    )


def _compensation(
    paid: Decimal, share: str, cap: str, rules: Rules
) -> tuple[Decimal, tuple[Said, ...]]:
    percent, least, most = rules.decimal(share), rules.decimal("minimum"), rules.decimal(cap)
    exact = percent_of(paid, percent)
    first = step("share", share, paid=paid, percent=number(percent), share=exact)
    if exact < least:
        return least, (first, step("minimum", "minimum", minimum=least))
    if exact > most:
        return most, (first, step("cap", cap, cap=most))
    rounded = round_money(exact)
    if rounded == exact:
        return rounded, (first,)
    return rounded, (first, step("rounded", "rounding", rounded=rounded))


def _warnings(compensation: Decimal, paid: Decimal, rules: Rules) -> tuple[Said, ...]:
    found = [warning("not_in_articles")]
    other = rules.decimal("other_cap")
    if compensation > other:
        found.append(warning("other_cap", "other_cap", cap=other))
    if compensation > paid:
        found.append(warning("more_than_paid", "small_orders", paid=paid))
    return tuple(found)
