"""A fee for an order: flat at first, a share later, nothing in between, abolished in the end."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from calculators.core.arithmetic.money import percent_of
from calculators.core.inputs.fields import integer, moment, money
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Outcome, step
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import number

JUDGED_BY = ("ordered_at", "paid_at")


@dataclass(frozen=True)
class Inputs:
    """What was paid (yuan), how many pieces, and when it was ordered and paid."""

    paid: Decimal = money()
    pieces: int = integer(minimum=1, default="1")
    ordered_at: datetime | None = moment(optional=True)
    paid_at: datetime | None = moment(optional=True)


@dataclass(frozen=True)
class Outputs:
    """The fee in yuan."""

    fee: Decimal = outputs.money(headline=True, over="paid")


def flat(inputs: Inputs, rules: Rules) -> Outcome:
    """Until 2021-12-31: so much a piece."""
    fee = rules.decimal("fee") * inputs.pieces
    return Outcome(Outputs(fee), (step("flat", "fee", fee=fee),))


def by_share(inputs: Inputs, rules: Rules) -> Outcome:
    """From 2022-01-01: a share of what was paid."""
    share = rules.decimal("share")
    fee = percent_of(inputs.paid, share)
    steps = [step("share", "share", percent=number(share), fee=fee)]
    if "doubt" in rules:
        steps.append(step("doubt", "doubt"))
    return Outcome(Outputs(fee), tuple(steps))
