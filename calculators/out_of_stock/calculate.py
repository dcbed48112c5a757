"""What an order without goods costs the merchant (缺货/无货). Checked facts 2, F-05, F-06."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from calculators.core.arithmetic.money import percent_of, round_money
from calculators.core.arithmetic.share import share_of
from calculators.core.inputs.derived import Derived, promised_hours
from calculators.core.inputs.fields import duration, moment, money
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Message, Outcome, excluded, step, warning
from calculators.core.rules.dated_rules import Rules

# What is judged is whether the order could be shipped within the promised time.
JUDGED_BY = ("promised_at", "paid_at")

FILES = Files(
    adds=("paid",),
    asked=("promised_hours",),
    instead={"promised_hours": ("promised_at", "paid_at")},
    flagged=True,
    flagged_not="in_stock",
)


@dataclass(frozen=True)
class Inputs:
    """One order: what the buyer paid (yuan) and the shipping time promised (hours).

    The moments, on Douyin's clock (UTC+8), are for files: the hours follow from them.
    """

    paid: Decimal = money()
    promised_hours: int = duration(minimum=1, default="48")
    paid_at: datetime | None = moment(optional=True)
    promised_at: datetime | None = moment(optional=True, follows="paid_at")

    @classmethod
    def derived(cls, given: Mapping[str, object]) -> Derived:
        """The hours that follow from the moments."""
        return promised_hours(given)


@dataclass(slots=True)
class Outputs:
    """What is taken, in yuan, and how it comes about."""

    compensation: Decimal = outputs.money(headline=True, over="paid")
    tier: str = outputs.choice("minimum", "percent", "cap")


@dataclass(frozen=True)
class _Class:
    """The step that tells how long the promise is; the keys of its share and of its bounds."""

    told: Message
    share: str
    minimum: str
    maximum: str


def two_classes(inputs: Inputs, rules: Rules) -> Outcome:
    """Until 2026-05-05: a share by two classes of promise, to the fen."""
    promise = _short_or_long(inputs.promised_hours, rules)
    outputs, steps = _to_fen(inputs.paid, promise, rules)
    return Outcome(
        outputs,
        (promise.told, *steps),
        _doubts_of_the_report(outputs.compensation, inputs.paid, rules),
        (excluded("late"), excluded("goods"), excluded("penalties")),
    )


def three_classes(inputs: Inputs, rules: Rules) -> Outcome:
    """From 2026-05-06: far smaller shares, by three classes of promise, in whole yuan."""
    promise = _short_middle_or_long(inputs.promised_hours, rules)
    outputs, steps = _to_yuan(inputs.paid, promise, rules)
    return Outcome(
        outputs,
        (promise.told, *steps),
        _beside_the_figure(outputs.compensation, inputs.paid, rules),
        (excluded("own_rules"), excluded("goods"), excluded("penalties")),
    )


def _short_or_long(hours: int, rules: Rules) -> _Class:
    limit = rules.integer("hours_limit")
    values = {"hours": hours, "limit": limit}
    if hours <= limit:
        told = step("short_promise", "hours_limit", **values)
        return _Class(told, "share_short", "minimum", "cap_short")
    told = step("long_promise", "hours_limit", **values)
    return _Class(told, "share_long", "minimum", "cap_long")


def _short_middle_or_long(hours: int, rules: Rules) -> _Class:
    limit, longer = rules.integer("hours_limit"), rules.integer("middle_up_to")
    if hours <= limit:
        told = step("short_promise", "hours_limit", hours=hours, limit=limit)
        return _Class(told, "share_short", "minimum_short", "maximum")
    values = {"hours": hours, "limit": longer}
    if hours <= longer:
        told = step("middle_promise", "middle_up_to", **values)
        return _Class(told, "share_middle", "minimum_middle", "maximum")
    told = step("long_promise", "middle_up_to", **values)
    return _Class(told, "share_long", "minimum_long", "maximum")


def _to_fen(paid: Decimal, promise: _Class, rules: Rules) -> tuple[Outputs, tuple[Message, ...]]:
    """The share held to its bounds; only between them it is rounded."""
    percent = rules.decimal(promise.share)
    least, most = rules.decimal(promise.minimum), rules.decimal(promise.maximum)
    exact = percent_of(paid, percent)
    first = step("share", promise.share, paid=paid, percent=rules.text(promise.share), share=exact)
    if exact < least:
        return Outputs(least, "minimum"), (first, step("minimum", promise.minimum, minimum=least))
    if exact > most:
        return Outputs(most, "cap"), (first, step("cap", promise.maximum, cap=most))
    rounded = round_money(exact)
    if rounded == exact:
        return Outputs(rounded, "percent"), (first,)
    return Outputs(rounded, "percent"), (first, step("rounded", "rounding", rounded=rounded))


def _to_yuan(paid: Decimal, promise: _Class, rules: Rules) -> tuple[Outputs, tuple[Message, ...]]:
    """The share rounded to whole yuan, then held to its bounds."""
    percent = rules.decimal(promise.share)
    least, most = rules.decimal(promise.minimum), rules.decimal(promise.maximum)
    found = share_of(paid, percent, least, most)
    steps = [
        step(
            "share", promise.share, paid=paid, percent=rules.text(promise.share), share=found.exact
        )
    ]
    if found.rounded != found.exact:
        steps.append(step("to_yuan", "to_yuan", rounded=found.rounded))
    if found.tier == "minimum":
        steps.append(step("minimum", promise.minimum, minimum=least))
    if found.tier == "cap":
        steps.append(step("cap", promise.maximum, cap=most))
    return Outputs(found.amount, found.tier), tuple(steps)


def _doubts_of_the_report(
    compensation: Decimal, paid: Decimal, rules: Rules
) -> tuple[Message, ...]:
    found = [warning("not_in_articles")]
    other = rules.decimal("other_cap")
    if compensation > other:
        found.append(warning("other_cap", "other_cap", cap=other))
    if compensation > paid:
        found.append(warning("more_than_paid", "small_orders", paid=paid))
    return tuple(found)


def _beside_the_figure(compensation: Decimal, paid: Decimal, rules: Rules) -> tuple[Message, ...]:
    """What may come on top, who gets the money, and orders smaller than the minimum."""
    found = [
        warning("on_top", "on_top"),
        warning("may_be_raised", "raised_to", most=rules.decimal("raised_to")),
        warning("deduction", "deduction"),
    ]
    if not paid:
        found.append(warning("nothing_paid", "small_orders"))
    elif compensation > paid:
        found.append(warning("above_price", "small_orders", paid=paid))
    return tuple(found)
