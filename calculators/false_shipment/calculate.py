"""Which limits and scenes of false shipment (虚假发货) a parcel and its number fit. K-11.

Since 2026-06-03 the platform calls them tracking timeouts (物流轨迹超时) and abnormal tracking
(物流轨迹异常): F-07 … F-10, F-12.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from calculators.core.arithmetic.time_limits import precedes
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Message, Outcome, excluded, step, warning
from calculators.core.outcome.pictures import Timeline
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import Quantity
from calculators.false_shipment import articles
from calculators.false_shipment.inputs import Inputs
from calculators.false_shipment.limits import collection, hours_left, hub, silence
from calculators.false_shipment.money import (
    compensation,
    doubts,
    has_clause,
    unchecked_part,
)
from calculators.false_shipment.scenes import abnormal, first_record

# What is judged is the parcel whose number was uploaded.
JUDGED_BY = ("uploaded_at", "paid_at")

# A file without a column of records has none that could be missing.
FILES = Files(
    adds=("paid",),
    adds_where_known=True,
    asked=("promised_hours",),
    instead={"promised_hours": ("promised_at", "paid_at")},
    assumed=("route", "same_recipient", "same_address", "address_changed_by_buyer"),
    only_with={
        "promised_hours": "paid",
        "route": "hub_at",
        "same_recipient": "number_used_before",
        "same_address": "number_used_before",
        "address_changed_by_buyer": "destination_matches",
        "updates_known": "hub_at",
        "delivery_known": "hub_at",
    },
    unset=(
        "number_used_before",
        "destination_matches",
        "number_abnormal",
        "repeated_track",
        "recalled",
        "reshipped",
    ),
    without={
        "collected_at": {"collection_known": "no"},
        "hub_at": {"hub_known": "no"},
        "last_update_at": {"updates_known": "no"},
        "signed_at": {"delivery_known": "no"},
    },
    told_too={"signed_at": ("out_for_delivery_at",)},
    at_least=("paid",),
)

TIMEOUTS = ("collection_timeout", "hub_timeout", "trace_timeout")
ABNORMAL = (
    "no_collection_48h",
    "no_hub_48h",
    "repeated_track",
    "number_reused",
    "destination_mismatch",
    "collected_before_payment",
    "recalled",
    "abnormal_number",
    "reshipped",
)


PICTURE = Timeline(
    happened=(
        "paid_at",
        "uploaded_at",
        "collected_at",
        "hub_at",
        "last_update_at",
        "out_for_delivery_at",
        "signed_at",
    ),
    due=("collect_by", "hub_by", "update_by"),
    present="now",
)


@dataclass(slots=True)
class Outputs:
    """What fits, and its class; until when which record is needed; what is due to the buyer.

    ``hours_left`` are full hours to the next limit that something is awaited for, 0 once it is
    over; ``compensation`` is in yuan.
    """

    flags: tuple[str, ...] = outputs.codes(*TIMEOUTS, *ABNORMAL, headline=True)
    class_: str | None = outputs.choice(
        "none", "timeout", "abnormal", none="good", timeout="bad", abnormal="bad"
    )
    collect_by: datetime | None = outputs.moment(deadline=True)
    hub_by: datetime | None = outputs.moment(deadline=True)
    update_by: datetime | None = outputs.moment(deadline=True)
    hours_left: int | None = outputs.integer()
    compensation: Decimal | None = outputs.money()


def headline(inputs: Inputs, outputs: Outputs, rules: Rules) -> Headline:
    """What it counts as and costs; else until when the next record is needed."""
    del rules
    if outputs.flags:
        if outputs.class_ is None:
            return Headline("scenes", tone="bad")
        return Headline("flagged" if outputs.compensation is None else "flagged_due")
    awaited = (
        outputs.collect_by
        if inputs.collected_at is None
        else outputs.hub_by
        if inputs.hub_at is None
        else outputs.update_by
    )
    if outputs.hours_left is None and not inputs.all_known:
        return Headline("unchecked")
    if outputs.hours_left is None or awaited is None:
        return Headline("clear", tone="good")
    left = Quantity(outputs.hours_left, "hours")
    return Headline("waiting", {"by": awaited, "left": left}, "wait")


def by_scene(inputs: Inputs, rules: Rules) -> Outcome:
    """Until 2026-06-02: the scenes of the articles, each on its own, without classes or amounts."""
    # Nobody looked at the delivery then.
    inputs = replace(inputs, out_for_delivery_at=None, signed_at=None)
    limit = hub(inputs, rules)
    scenes = tuple(articles.scenes(inputs, rules))
    flags = _in_order((*limit.flags, *_flags(scenes)))
    exactly = limit.exactly or articles.exactly(inputs, rules)
    return Outcome(
        Outputs(flags, None, None, limit.due, None, hours_left((limit,), inputs.now), None),
        (*limit.steps, *(said for said, _ in scenes)),
        (
            *_flagged(flags),
            *articles.doubts(inputs, rules),
            *_careful(inputs, exactly=exactly),
        ),
        (
            excluded("reasonable_time", "reasonable_time"),
            excluded("exceptions", "exceptions"),
            excluded("clocks"),
            excluded("penalty"),
        ),
    )


def by_class(inputs: Inputs, rules: Rules) -> Outcome:
    """From 2026-06-03: timeouts and abnormal tracking; whether they are paid for, the rules say.

    From 2026-06-25 re-shipping a late order is a scene, too; from 2026-07-10 no text has an amount.
    """
    limits = collection(inputs, rules), hub(inputs, rules), silence(inputs, rules)
    collect_by, hub_by, update_by = (each.due for each in limits)
    scenes = abnormal(inputs, rules)
    flags = _in_order((*(each for limit in limits for each in limit.flags), *_flags(scenes)))
    kind, both = _class(flags)
    unchecked = any(each.unchecked for each in limits)
    amount, money_steps = compensation(inputs, kind, rules, unchecked=unchecked)
    first = first_record(inputs)
    exactly = any(each.exactly for each in limits) or first == inputs.paid_at
    return Outcome(
        Outputs(flags, kind, collect_by, hub_by, update_by, hours_left(limits, inputs.now), amount),
        (
            *(said for limit in limits for said in limit.steps),
            *(said for said, _ in scenes),
            *((step("outranks", "outranks"),) if both else ()),
            *money_steps,
        ),
        (
            *_flagged(flags),
            *_incomplete(inputs, flags),
            *_careful(inputs, exactly=exactly),
            *_unpaid(flags, rules),
            *(unchecked_part(inputs, kind, rules) if unchecked else ()),
            *doubts(inputs, amount, both=both),
        ),
        tuple(_left_out(rules, counted=amount is not None)),
    )


def _flags(scenes: Iterable[tuple[Message, str | None]]) -> tuple[str, ...]:
    return tuple(flag for _, flag in scenes if flag)


def _in_order(found: tuple[str, ...]) -> tuple[str, ...]:
    """Timeouts first, then what is abnormal, each in the order of the platform's texts."""
    return tuple(each for each in (*TIMEOUTS, *ABNORMAL) if each in found)


def _class(flags: tuple[str, ...]) -> tuple[str, bool]:
    """The class of an order with these ``flags``, and whether both fit."""
    late, odd = (any(each in flags for each in kind) for kind in (TIMEOUTS, ABNORMAL))
    return "abnormal" if odd else "timeout" if late else "none", late and odd


def _flagged(flags: tuple[str, ...]) -> Iterator[Message]:
    if flags:
        yield warning("flagged")


def _incomplete(inputs: Inputs, flags: tuple[str, ...]) -> Iterator[Message]:
    """Where a record that is missing decides, and may only not have been entered."""
    later = inputs.hub_at or inputs.last_update_at or inputs.delivering_since
    if inputs.collected_at is None and inputs.collection_known and later is not None:
        yield warning("scan_missing", "collection_limit")
    if "hub_timeout" in flags and inputs.hub_at is None and inputs.delivering_since is not None:
        yield warning("hub_skipped", "hub_limit")
    if "trace_timeout" in flags and inputs.last_update_at is None:
        yield warning("from_hub", "exact_limits")


def _careful(inputs: Inputs, *, exactly: bool) -> Iterator[Message]:
    if exactly:
        yield warning("exactly", "exact_limits")
    moments = (
        inputs.paid_at,
        inputs.hub_at,
        inputs.last_update_at,
        inputs.out_for_delivery_at,
        inputs.signed_at,
        inputs.number_used_before,
    )
    if any(each is not None and precedes(inputs.now, each) for each in moments):
        yield warning("after_now")


def _unpaid(flags: tuple[str, ...], rules: Rules) -> Iterator[Message]:
    """Whether anything is due to the buyer is in doubt since the clause is gone."""
    if flags and not has_clause(rules):
        yield warning("no_clause", "no_clause", since=rules["no_clause"].valid_from)


def _left_out(rules: Rules, *, counted: bool) -> Iterator[Message]:
    """What the answer does not count; ``counted``: it has an amount."""
    yield excluded("own_rules", "own_rules")
    yield excluded("own_delivery", "own_delivery")
    yield excluded("inspected", "inspected")
    if counted:
        yield excluded("own_shares", "own_shares")
        yield excluded("precious", "precious")
    yield excluded("other_cases", "other_cases")
    yield excluded("earlier_gaps")
    yield excluded("exceptions", "exceptions")
    yield excluded("clocks")
    yield excluded("measures", "measures")
    if "refusing_refund" in rules:
        yield excluded("refusing_refund", "refusing_refund")
