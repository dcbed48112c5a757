"""What a late order costs the merchant (晚发即赔, now an order deduction). K-01, F-01 … F-04."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from calculators.core.arithmetic.money import HUNDRED, NOTHING, percent_of, round_money
from calculators.core.arithmetic.share import Share, share_of
from calculators.core.arithmetic.time_limits import after_hours
from calculators.core.inputs.derived import LONGEST, Derived, late_hours, promised_hours
from calculators.core.inputs.fields import duration, moment, money, yes_no
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.outcome.pictures import Tier, Tiers
from calculators.core.rules.dated_rules import DAYS, Rules
from calculators.core.text.formatting import Quantity

# What is judged is whether the promised time was kept.
JUDGED_BY = ("promised_at", "paid_at")

# An order's rows are one order; what was promised and how late it is decide the amount.
FILES = Files(
    adds=("paid",),
    asked=("promised_hours", "late_hours"),
    instead={"promised_hours": ("promised_at", "paid_at"), "late_hours": ("promised_at",)},
    ends={"promised_at": ("paid_at", "promised_hours")},
    idle_with={
        "promised_hours": {"force_majeure": "yes", "late_hours": "0", "is_late": "no"},
        "late_hours": {"force_majeure": "yes", "is_late": "no"},
    },
    settled={"late_hours": "is_late"},
    assumed=("force_majeure",),
    shipped=("shipped_at", "collected_at"),
    until_now=("late_hours",),
)

# Where nothing is taken, by its tier.
_EXEMPT, _ON_TIME, _FREE, _NO_DEDUCTION = (
    Share(NOTHING, tier, NOTHING, NOTHING) for tier in ("exempt", "on_time", "none", "no_deduction")
)

# What is said of every order alike.
_CHARGED = (warning("voucher", "voucher"), warning("unit_price", "per_order"))
_NOT_COUNTED = (excluded("out_of_stock"), excluded("penalties"))
_OTHER_RULES = (excluded("own_rules"), excluded("penalties"))
_LATE_PART = (*_OTHER_RULES, excluded("late_part", "heavy_after"))


@dataclass(frozen=True)
class Inputs:
    """One order: what the buyer paid (yuan), the time promised, and how late it is (full hours).

    The moments, on Douyin's clock (UTC+8), are for files: the hours follow from them. So is
    ``is_late``, whether it was late at all: nothing is due where it was not.
    """

    paid: Decimal = money()
    promised_hours: int = duration(minimum=1, maximum=LONGEST, default="48")
    late_hours: int = duration(maximum=LONGEST, default="1", of_delay=True)
    force_majeure: bool = yes_no(default="no")
    paid_at: datetime | None = moment(optional=True)
    promised_at: datetime | None = moment(optional=True, follows="paid_at")
    shipped_at: datetime | None = moment(optional=True)
    collected_at: datetime | None = moment(optional=True)
    now: datetime | None = moment(optional=True)
    is_late: bool | None = yes_no(optional=True)

    @classmethod
    def derived(cls, given: Mapping[str, object]) -> Derived:
        """The hours that follow from the moments, and from the word that it was not late."""
        is_late = given["is_late"]
        if is_late is False and given["late_hours"] is None:
            return {"late_hours": 0}
        if given["promised_at"] is None:
            return {}  # from which all follow
        late = late_hours(given)
        if is_late is True and late.get("late_hours") == 0:
            late = {}  # by another moment than those known
        return promised_hours(given) | late


@dataclass(slots=True)
class Outputs:
    """What is taken in yuan, the tier it falls in, and its share of the payment in per cent."""

    compensation: Decimal = outputs.money(headline=True, over="paid")
    tier: str = outputs.choice(
        "exempt",
        "on_time",
        "none",
        "flat",
        "no_deduction",
        "minimum",
        "percent",
        "cap",
        exempt="good",
        on_time="good",
        none="good",
        no_deduction="wait",
    )
    rate: Decimal | None = outputs.percent()


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """What is taken; while the order may still be late for longer, what that will come to."""
    if outputs.tier in {"exempt", "on_time", "none"}:
        return Headline(outputs.tier)
    if "heavy_after" not in rules:
        return Headline("due")
    if _is_heavy(inputs, rules):
        return Headline("heavy")
    free = outputs.tier == "no_deduction"
    if inputs.collected_at or inputs.shipped_at:
        return Headline("no_deduction_shipped" if free else "due")
    after = rules.integer("heavy_after")
    later = _by_share(inputs.paid, rules, _class(inputs, rules), heavy=True).amount
    code, values = "no_deduction" if free else "light", {"later": later}
    if inputs.promised_at:
        at = after_hours(inputs.promised_at, after)
        return Headline(f"{code}_at", {**values, "at": at})
    return Headline(code, {**values, "left": Quantity(after - inputs.late_hours, "hours")})


def by_amount(inputs: Inputs, rules: Rules, *, brief: bool = False) -> Outcome:
    """Until 2026-05-05: what the buyer paid decides alone, in three tiers.

    ``brief``: without the steps, which no file asks for.
    """
    excuse = _excused(inputs)
    found = excuse or _by_paid(inputs.paid, rules)
    return Outcome(
        _outputs(inputs, found),
        () if brief else _excuse(inputs) or _steps_by_paid(inputs.paid, rules, found),
        (excuse and _events(inputs)) or (_CHARGED if found.amount else ()),
        _NOT_COUNTED,
    )


def by_promise(inputs: Inputs, rules: Rules, *, brief: bool = False) -> Outcome:
    """From 2026-05-06: the promised time and the lateness choose the share; in whole yuan.

    Orders promised within 48 hours cost nothing while they are late by less than 48 hours; from
    48 hours on every order is dealt with as out of stock. ``brief``: without the steps.
    """
    promise, heavy = _class(inputs, rules), _is_heavy(inputs, rules)
    excuse = _excused(inputs)
    found = excuse or _by_share(inputs.paid, rules, promise, heavy=heavy)
    return Outcome(
        _outputs(inputs, found),
        () if brief else _excuse(inputs) or _steps_by_share(inputs, rules, promise, found),
        (excuse and _events(inputs)) or _doubts(inputs.paid, rules, found, heavy=heavy),
        _LATE_PART if heavy else _OTHER_RULES,
    )


@dataclass(slots=True)
class Amounts:
    """The outputs that a file adds up, in yuan."""

    compensation: Decimal


def by_promise_amounts(inputs: Inputs, rules: Rules) -> Amounts:
    """What :func:`by_promise` takes, alone: a file asks it of orders that it may not hold for."""
    promise, heavy = _class(inputs, rules), _is_heavy(inputs, rules)
    found = _excused(inputs) or _by_share(inputs.paid, rules, promise, heavy=heavy)
    return Amounts(found.amount)


def _outputs(inputs: Inputs, found: Share) -> Outputs:
    if not inputs.paid:
        return Outputs(found.amount, found.tier, None)
    # Nothing of anything is nothing: a file has many such orders.
    rate = round_money(found.amount / inputs.paid * HUNDRED) if found.amount else NOTHING
    return Outputs(found.amount, found.tier, rate)


def _excused(inputs: Inputs) -> Share | None:
    """Force majeure first, then an order that is not late."""
    if inputs.force_majeure:
        return _EXEMPT
    return None if inputs.late_hours else _ON_TIME


def _excuse(inputs: Inputs) -> tuple[Message, ...]:
    """The step that says so; none where an order is not excused."""
    if inputs.force_majeure:
        return (step("exempt", "force_majeure"),)
    return () if inputs.late_hours else (step("on_time", "shipped_when"),)


def _events(inputs: Inputs) -> tuple[Message, ...]:
    return (warning("events", "events"),) if inputs.force_majeure else ()


def _by_paid(paid: Decimal, rules: Rules) -> Share:
    free, threshold, flat, percent, cap = _tiers(rules)
    if paid <= free:
        return _FREE
    if paid < threshold:
        return Share(flat, "flat", flat, flat)
    exact = percent_of(paid, percent)
    if exact > cap:
        return Share(cap, "cap", exact, cap)
    rounded = round_money(exact)
    return Share(rounded, "percent", exact, rounded)


@lru_cache(DAYS)
def _tiers(rules: Rules) -> tuple[Decimal, ...]:
    """Up to which payment nothing is taken, from which a share, and the amounts, all in yuan."""
    return tuple(map(rules.decimal, ("free_up_to", "percent_from", "flat", "share", "cap")))


def _steps_by_paid(paid: Decimal, rules: Rules, found: Share) -> tuple[Message, ...]:
    free, threshold, flat, _, cap = _tiers(rules)
    if found.tier == "none":
        return (step("none", "free_up_to", paid=paid, free=free),)
    if found.tier == "flat":
        values = {"paid": paid, "free": free, "threshold": threshold, "flat": flat}
        return (step("flat", "flat", **values),)
    first = step("percent", "share", paid=paid, percent=rules.text("share"), share=found.exact)
    if found.tier == "cap":
        return first, step("cap", "cap", cap=cap)
    if found.rounded == found.exact:
        return (first,)
    return first, step("to_fen", "to_fen", rounded=found.rounded)


def _is_heavy(inputs: Inputs, rules: Rules) -> bool:
    """Whether the order is dealt with as out of stock; exactly on the limit it is."""
    late = not inputs.force_majeure and inputs.late_hours > 0
    return late and inputs.late_hours >= rules.integer("heavy_after")


def _class(inputs: Inputs, rules: Rules) -> str:
    if inputs.promised_hours <= rules.integer("short_up_to"):
        return "short"
    return "middle" if inputs.promised_hours <= rules.integer("middle_up_to") else "long"


def _by_share(paid: Decimal, rules: Rules, promise: str, *, heavy: bool) -> Share:
    if promise == "short" and not heavy:
        return _NO_DEDUCTION
    return share_of(paid, *_terms(rules, promise, "heavy" if heavy else "light"))


@lru_cache(6 * DAYS)  # three classes of promises, each with orders late and very late
def _terms(rules: Rules, promise: str, kind: str) -> tuple[Decimal, Decimal, Decimal]:
    """The share in per cent, and the least and the most that is taken in yuan."""
    return (
        rules.decimal(f"{kind}_share_{promise}"),
        rules.decimal(f"{kind}_minimum_{promise}"),
        rules.decimal("maximum"),
    )


def _steps_by_share(
    inputs: Inputs, rules: Rules, promise: str, found: Share
) -> tuple[Message, ...]:
    limit = "middle_up_to" if promise == "long" else f"{promise}_up_to"
    after, kind = rules.integer("heavy_after"), "heavy" if _is_heavy(inputs, rules) else "light"
    steps = [
        step(f"promise_{promise}", limit, hours=inputs.promised_hours, limit=rules.integer(limit)),
        step(kind, "heavy_after", late=inputs.late_hours, after=after),
    ]
    if found is _NO_DEDUCTION:
        return (*steps, step("no_deduction", "no_deduction", after=after))
    share, least = f"{kind}_share_{promise}", f"{kind}_minimum_{promise}"
    values = {"paid": inputs.paid, "percent": rules.text(share), "share": found.exact}
    steps.append(step("percent", share, **values))
    if found.rounded != found.exact:
        steps.append(step("to_yuan", "to_yuan", rounded=found.rounded))
    if found.tier == "minimum":
        steps.append(step("minimum", least, minimum=found.amount))
    if found.tier == "cap":
        steps.append(step("cap", "maximum", cap=found.amount))
    return tuple(steps)


def _doubts(paid: Decimal, rules: Rules, found: Share, *, heavy: bool) -> tuple[Message, ...]:
    """What the reader must know beside the figure, most of it doubts about the texts."""
    if found is _EXEMPT or found is _ON_TIME:
        return ()
    if not found.amount:
        return _usual_doubts(rules, heavy=heavy, due=False, free=found is _NO_DEDUCTION)
    usual = _usual_doubts(rules, heavy=heavy, due=True, free=False)
    if found.amount <= paid:
        return usual
    if paid:
        small = warning("above_price", "small_orders", paid=paid)
    else:
        small = warning("nothing_paid", "small_orders")
    return (*usual[:heavy], small, *usual[heavy:])


@lru_cache(4 * DAYS)
def _usual_doubts(rules: Rules, *, heavy: bool, due: bool, free: bool) -> tuple[Message, ...]:
    """Those that hang on no amount: of the orders of a day in a file one and the same."""
    found = []
    if free:
        found.append(warning("dash", "no_deduction"))
    if heavy:
        after = rules.integer("heavy_after")
        found.append(warning("counts_as_out_of_stock", "heavy_after", after=after))
    if due:
        found.append(_recipient(rules))
    if "maybe_higher" in rules:
        until = rules["maybe_higher"].valid_until
        found.append(warning("amounts_maybe_higher", "maybe_higher", until=until))
    return tuple(found)


def _recipient(rules: Rules) -> Message:
    """Who gets the money: the buyer, as a voucher; since the text calls it a deduction, unknown."""
    if "voucher" in rules:
        return warning("voucher", "voucher")
    return warning("deduction", "deduction", since=rules["deduction"].valid_from)


def _by_lateness(inputs: Inputs, rules: Rules) -> Sequence[Tier]:
    """What is taken by how late the order is; nothing else decides since the promise counts."""
    if inputs.force_majeure or "heavy_after" not in rules:
        return ()
    after = rules.integer("heavy_after")
    promise = _class(inputs, rules)
    light, heavy = (
        _by_share(inputs.paid, rules, promise, heavy=each).amount for each in (False, True)
    )
    late, values = inputs.late_hours, {"after": after}
    return (
        Tier(Headline("tier_on_time"), NOTHING, not late),
        Tier(Headline("tier_light", values), light, 0 < late < after),
        Tier(Headline("tier_heavy", values), heavy, late >= after),
    )


PICTURE = Tiers(_by_lateness)
