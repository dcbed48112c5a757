"""What one order needs, until when, and what may be taken for it. F-03, F-05 … F-12.

It composes late-delivery, out-of-stock and false-shipment, and has no figure of the platform of
its own.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from calculators.core.arithmetic.time_limits import full_hours
from calculators.core.composition import Parts
from calculators.core.order_files import Files
from calculators.core.outcome import outputs
from calculators.core.outcome.outcome import Headline, Outcome
from calculators.core.outcome.pictures import Timeline
from calculators.core.rules.dated_rules import Rules
from calculators.core.text.formatting import Quantity
from calculators.order_check.beside import left_out, warned_of
from calculators.order_check.inputs import Inputs
from calculators.order_check.money import exposure
from calculators.order_check.situation import STATES, TRACKING, Situation, states
from calculators.order_check.to_do import to_do

# What is judged first is whether the promised time was kept.
JUDGED_BY = ("promised_at", "paid_at")

COMPOSES = {
    "late-delivery": JUDGED_BY,
    "out-of-stock": JUDGED_BY,
    "false-shipment": ("shipped_at", "paid_at"),
}

# What is out of stock counts for the shop as well: the limits of a day.
RULES_OF = ("stock-shortage",)

# The moments of a parcel, as they follow each other.
_OF_PARCELS = (
    "shipped_at",
    "collected_at",
    "hub_at",
    "last_update_at",
    "out_for_delivery_at",
    "signed_at",
)

# An export without a column of scans knows the click alone, one without hubs nothing behind them.
FILES = Files(
    adds=("paid",),
    asked=("promised_hours",),
    instead={"promised_hours": ("promised_at", "paid_at")},
    assumed=("in_stock", "carrier_reports", "force_majeure", "route"),
    unset=("notice_at",),
    # The route only tells how long a track may stand still behind the first hub.
    only_with={
        "route": "hub_at",
        "updates_known": "hub_at",
        "delivery_known": "hub_at",
        "signing_known": "notice_at",
        "shipped_at": "collected_at",
    },
    without={
        "paid_at": {"payment_known": "no"},
        "shipped_at": {},
        "collected_at": {"carrier_reports": "no"},
        "hub_at": {"hub_known": "no"},
        "last_update_at": {"updates_known": "no"},
        "out_for_delivery_at": {"delivery_known": "no"},
        "signed_at": {"signing_known": "no"},
    },
    spared={"paid_at": ("promised_at",)},
    told_too={"out_for_delivery_at": ("signed_at",)},
    asked_now=True,
    parcels=_OF_PARCELS,
    shipped=_OF_PARCELS,
    received="received",
    awaited="next_by",
    dashboard=True,
)


PICTURE = Timeline(
    happened=("paid_at", *_OF_PARCELS),
    due=("ship_by", "collect_by", "hub_by", "update_by", "real_by"),
    present="now",
)


@dataclass(slots=True)
class Outputs:
    """The state of the order and what else fits; its deadlines; what may be taken in yuan.

    ``shipped_by_platform`` is ``None`` while it is not shipped by the platform's reckoning, a
    deadline while it does not run. ``next_by`` is the next moment that something is awaited for,
    ``hours_left`` the full hours to it.
    """

    state: str = outputs.choice(
        *STATES,
        headline=True,
        exempt="good",
        done="good",
        out_of_stock="bad",
        abnormal="bad",
        late="wait",
        collection_timeout="bad",
        hub_timeout="bad",
        stalled="bad",
        ship_soon="wait",
        to_ship="wait",
        to_collect="wait",
        moving="good",
    )
    exposure: Decimal = outputs.money(headline=True, over="paid")
    next_by: datetime | None = outputs.moment()
    hours_left: int | None = outputs.integer()
    flags: tuple[str, ...] = outputs.codes(*STATES[1:])
    shipped_by_platform: datetime | None = outputs.moment()
    ship_by: datetime = outputs.moment(deadline=True)
    collect_by: datetime | None = outputs.moment(deadline=True)
    hub_by: datetime | None = outputs.moment(deadline=True)
    update_by: datetime | None = outputs.moment(deadline=True)
    real_by: datetime | None = outputs.moment(deadline=True)
    late_part: Decimal = outputs.money()
    out_of_stock: Decimal = outputs.money()


def headline(inputs: Inputs, outputs: Outputs, rules: Rules, parts: Parts) -> Headline:
    """Where the order stands, what that costs, and what is awaited next."""
    del rules
    left = None if outputs.hours_left is None else Quantity(outputs.hours_left, "hours")
    if outputs.exposure:
        if left is None:
            return Headline("at_stake", tone="bad")
        return Headline("at_stake_next", {"left": left}, "bad")
    heavy_by = Situation.of(inputs, parts).heavy_by
    if outputs.state == "late" and heavy_by and inputs.sent is None:
        told = parts["out-of-stock"].outcome(paid=inputs.paid, promised_hours=inputs.promised_hours)
        return Headline("free_until", {"at": heavy_by, "later": told.outputs.compensation})
    tracking = outputs.state in TRACKING
    if left is None:
        return Headline("tracking" if tracking else "settled")
    return Headline("tracking_next" if tracking else "awaited", {"left": left})


def check(inputs: Inputs, rules: Rules, parts: Parts) -> Outcome:
    """The first state that fits, with all that is awaited and both deductions."""
    found = Situation.of(inputs, parts)
    state, *flags = states(inputs, found, rules)
    taken = exposure(inputs, found, parts)
    next_by = found.next_by(inputs)
    steps = tuple(to_do(inputs, found, parts))
    return Outcome(
        Outputs(
            state=state,
            exposure=taken.in_all,
            next_by=next_by,
            hours_left=None if next_by is None else full_hours(inputs.now, next_by),
            flags=tuple(flags),
            shipped_by_platform=inputs.shipped_by_platform,
            ship_by=inputs.ship_by,
            collect_by=found.collect_by,
            hub_by=found.hub_by,
            update_by=found.update_by,
            real_by=found.real_by,
            late_part=taken.late_part,
            out_of_stock=taken.out_of_stock,
        ),
        (*steps, *taken.steps),
        tuple(warned_of(inputs, found, taken, parts)),
        tuple(left_out(parts)),
        tuple(each.code for each in steps),
    )
