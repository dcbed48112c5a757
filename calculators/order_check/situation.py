"""How an order stands: what fits it, and until when something is awaited."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from calculators.core.arithmetic.time_limits import HOUR, after_hours, missed
from calculators.core.composition import Part, Parts
from calculators.core.inputs.derived import hours_late
from calculators.core.rules.dated_rules import Rules
from calculators.order_check.inputs import Inputs

# In this order; the first that fits is the state.
STATES = (
    "exempt",
    "done",
    "out_of_stock",
    "abnormal",
    "late",
    "collection_timeout",
    "hub_timeout",
    "stalled",
    "ship_soon",
    "to_ship",
    "to_collect",
    "moving",
)
# Those of the parcel's records, which neither deduction is for.
TRACKING = {"abnormal", "collection_timeout", "hub_timeout", "stalled"}
# What the tracking fits, and the state that it makes; whatever else it fits is abnormal.
_TIMEOUTS = {
    "collection_timeout": "collection_timeout",
    "hub_timeout": "hub_timeout",
    "trace_timeout": "stalled",
}
# What cannot be known where nothing is known of hubs.
_BEHIND_THE_SCAN = frozenset({"hub_timeout", "trace_timeout", "no_hub_48h"})


@dataclass(frozen=True)
class Tracking:
    """What the parcel's records fit, and their limits."""

    flags: frozenset[str]
    collect_by: datetime | None
    hub_by: datetime | None
    update_by: datetime | None

    @property
    def abnormal(self) -> frozenset[str]:
        """Whatever is no mere timeout."""
        return self.flags - _TIMEOUTS.keys()


NO_TRACKING = Tracking(frozenset(), None, None, None)


@dataclass(frozen=True)
class Situation:
    """How an order stands on the rules of its parts.

    ``late`` are the hours after the promised time; ``heavy_by`` is when these make it count as out
    of stock, ``really_by`` and ``received_by`` when an upload without a parcel, or a notice, does;
    ``abnormal_by`` is when a scan or a hub record that is missing becomes abnormal tracking. Each
    is ``None`` where it does not run.
    """

    late: int
    no_stock: bool
    tracking: Tracking
    collect_by: datetime | None
    heavy_by: datetime | None
    really_by: datetime | None
    received_by: datetime | None
    abnormal_by: datetime | None
    counts_as_out_of_stock: bool

    @classmethod
    def of(cls, inputs: Inputs, parts: Parts) -> "Situation":
        """The situation of ``inputs``."""
        late_delivery, out_of_stock = parts["late-delivery"].rules, parts["out-of-stock"].rules
        tracking = _tracking(inputs, parts["false-shipment"])
        late = hours_late(inputs.ship_by, inputs.sent or inputs.now)
        heavy_by = _after(inputs.ship_by, "heavy_after", late_delivery)
        uploaded = inputs.shipped_at if inputs.is_tracked else None
        really_by = _after(uploaded, "real_within", out_of_stock)
        received_by = _after(inputs.notice_at, "received_within", out_of_stock)
        if _is_past_knowing(received_by, inputs):
            received_by = None
        no_stock = not inputs.in_stock and inputs.sent is None
        too_late = heavy_by is not None and late >= late_delivery.integer("heavy_after")
        return cls(
            late=late,
            no_stock=no_stock,
            tracking=tracking,
            collect_by=_collect_by(inputs, tracking),
            heavy_by=heavy_by,
            really_by=_unless_in_time(really_by, inputs.sent),
            received_by=_unless_in_time(received_by, inputs.signed_at),
            abnormal_by=_abnormal_by(inputs, tracking, parts["false-shipment"].rules),
            counts_as_out_of_stock=no_stock
            or too_late
            or _is_missed(really_by, inputs.sent, inputs.now)
            or _is_missed(received_by, inputs.signed_at, inputs.now),
        )

    @property
    def hub_by(self) -> datetime | None:
        """Until when a hub record is needed."""
        return self.tracking.hub_by

    @property
    def update_by(self) -> datetime | None:
        """Until when the next record is needed."""
        return self.tracking.update_by

    @property
    def real_by(self) -> datetime | None:
        """From when it counts as out of stock, for a parcel that never left or never arrived."""
        return min(filter(None, (self.really_by, self.received_by)), default=None)

    def next_by(self, inputs: Inputs) -> datetime | None:
        """The next moment ahead that something is awaited for; ``None`` without one."""
        return min(self._awaited(inputs), default=None)

    def _awaited(self, inputs: Inputs) -> Iterator[datetime]:
        if not inputs.is_done:
            waiting = (*self._records(inputs), *self._before_it_is_out_of_stock(inputs))
            yield from (each for each in waiting if each is not None and each > inputs.now)

    def _records(self, inputs: Inputs) -> Iterator[datetime | None]:
        """The limits of the parcel's next record."""
        if inputs.sent is None:
            yield from (inputs.ship_by, self.collect_by, self.abnormal_by)
        elif inputs.delivering_since is None and inputs.hub_known:
            yield from (self.update_by, self.abnormal_by)
            if inputs.hub_at is None:
                yield self.hub_by

    def _before_it_is_out_of_stock(self, inputs: Inputs) -> Iterator[datetime | None]:
        if self.counts_as_out_of_stock:
            return
        yield self.received_by
        if inputs.sent is None:
            yield self.really_by
            if inputs.now >= inputs.ship_by:
                yield self.heavy_by


def states(inputs: Inputs, found: Situation, rules: Rules) -> list[str]:
    """All states that fit, in their order; where the parcel stands always does."""
    soon = inputs.ship_by - inputs.now <= rules.integer("ship_soon") * HOUR
    fitting = {_TIMEOUTS[each] for each in found.tracking.flags if each in _TIMEOUTS}
    fitting |= {
        name
        for name, fits in (
            ("exempt", inputs.force_majeure),
            ("out_of_stock", found.counts_as_out_of_stock),
            ("abnormal", bool(found.tracking.abnormal or inputs.notice_at)),
            ("late", found.late > 0),
            ("ship_soon", inputs.sent is None and not found.late and soon),
        )
        if fits
    }
    fitting.add(_stage(inputs))
    return [each for each in STATES if each in fitting]


def _stage(inputs: Inputs) -> str:
    """How far the parcel has come."""
    if inputs.is_done:
        return "done"
    if inputs.sent is not None:
        return "moving"
    return "to_ship" if inputs.shipped_at is None else "to_collect"


def _tracking(inputs: Inputs, false_shipment: Part) -> Tracking:
    """What the records fit; nothing where none come in, or none is awaited yet.

    Where the upload is not known, the scan stands for it, and its own limit is not judged.
    """
    uploaded = inputs.shipped_at or inputs.collected_at
    if uploaded is None or not inputs.is_tracked:
        return NO_TRACKING
    # The last record of what arrived, nobody knows when, was its delivery.
    arrived = inputs.received and inputs.delivering_since is None
    told = false_shipment.outcome(
        paid_at=inputs.paid_at or uploaded,
        uploaded_at=uploaded,
        collected_at=inputs.collected_at,
        hub_at=inputs.hub_at,
        last_update_at=inputs.last_update_at,
        out_for_delivery_at=inputs.out_for_delivery_at,
        signed_at=inputs.signed_at,
        updates_known=inputs.updates_known and not arrived,
        delivery_known=inputs.delivery_known and not arrived,
        route=inputs.route,
        now=inputs.now,
    ).outputs
    unknown = frozenset() if inputs.hub_known else _BEHIND_THE_SCAN
    if inputs.paid_at is None:
        unknown |= {"collected_before_payment"}
    collect_by = told.collect_by if inputs.shipped_at else None
    return Tracking(frozenset(told.flags) - unknown, collect_by, told.hub_by, told.update_by)


def _collect_by(inputs: Inputs, tracking: Tracking) -> datetime | None:
    """A number is out: the scan has to come before its own limit and before the promised time."""
    if inputs.shipped_at is None or not inputs.is_tracked:
        return None
    return min(inputs.ship_by, tracking.collect_by or inputs.ship_by)


def _abnormal_by(inputs: Inputs, tracking: Tracking, rules: Rules) -> datetime | None:
    """When the timeout that has begun becomes abnormal tracking."""
    if "collection_timeout" in tracking.flags and inputs.collected_at is None:
        return _after(inputs.shipped_at, "collection_abnormal", rules)
    if "hub_timeout" in tracking.flags and inputs.hub_at is None:
        return _after(inputs.collected_at, "hub_abnormal", rules)
    return None


def _after(start: datetime | None, key: str, rules: Rules) -> datetime | None:
    """The end of the limit ``key`` from ``start``; ``None`` where there is none."""
    if start is None or key not in rules:
        return None
    return after_hours(start, rules.integer(key))


def _is_past_knowing(due: datetime | None, inputs: Inputs) -> bool:
    """Whether nobody knows if the buyer had it by the moment ``due``."""
    if due is None or inputs.signed_at is not None:
        return False
    return inputs.received or (not inputs.signing_known and inputs.now >= due)


def _unless_in_time(due: datetime | None, happened: datetime | None) -> datetime | None:
    """A limit that no longer matters once what it asks for came in time."""
    return None if due and happened and happened <= due else due


def _is_missed(due: datetime | None, happened: datetime | None, now: datetime) -> bool:
    return due is not None and missed(happened, due, now)
