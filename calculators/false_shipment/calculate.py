"""Which scenes of false shipment (虚假发货) a tracking number and its history fit. K-11."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from calculators.core.fields import choice, moment, yes_no
from calculators.core.outcome import Outcome, Said, excluded, output, step, warning
from calculators.core.rules import Rules

# A scene as the step that tells of it, and its flag where it fits.
type Scene = tuple[Said, str | None]

_ROUTES = {
    "same_region": "silent_same_region",
    "other": "silent_other",
    "remote": "silent_remote",
}
# The strictest limit that any copy has: 48 hours for ordinary regions, 72 for remote ones.
_STRICTEST = {
    "same_region": "silent_same_region",
    "other": "silent_same_region",
    "remote": "silent_other",
}


@dataclass(frozen=True)
class Inputs:
    """One parcel: its moments on Douyin's clock (UTC+8), and what is known of its number."""

    paid_at: datetime = moment()
    uploaded_at: datetime = moment()
    collected_at: datetime | None = moment(optional=True)
    hub_at: datetime | None = moment(optional=True, follows="collected_at")
    last_update_at: datetime | None = moment(optional=True, follows="hub_at")
    route: str = choice("same_region", "other", "remote", default="same_region")
    now: datetime = moment(follows="collected_at")
    number_used_before: datetime | None = moment(optional=True)
    same_recipient: bool = yes_no(default="no")
    same_address: bool = yes_no(default="no")
    destination_matches: bool = yes_no(default="yes")
    number_abnormal: bool = yes_no(default="no")


@dataclass(frozen=True)
class Outputs:
    """The scenes that fit; until when a hub record is needed, in whole hours from now."""

    flags: tuple[str, ...] = output(
        "codes",
        "abnormal_number",
        "number_reused",
        "destination_mismatch",
        "no_hub_scan",
        "trace_not_updated",
        "collected_before_payment",
        headline=True,
    )
    hub_deadline: datetime | None = output("time", deadline=True)
    hours_left: int | None = output("integer")


def calculate(inputs: Inputs, rules: Rules) -> Outcome:
    """Each scene on its own, in the order of the guide; none excludes another."""
    scenes = (
        _number(inputs),
        _reuse(inputs, rules),
        _destination(inputs),
        _hub(inputs, rules),
        _silence(inputs, rules),
        _collection(inputs),
    )
    flags = tuple(flag for _, flag in scenes if flag)
    return Outcome(
        Outputs(flags, _deadline(inputs, rules), _hours_left(inputs, rules)),
        tuple(said for said, _ in scenes),
        _warnings(inputs, rules, flags),
        (
            excluded("reasonable_time", "reasonable_time"),
            excluded("exceptions", "hub_limit"),
            excluded("clocks"),
            excluded("penalty"),
        ),
    )


def _number(inputs: Inputs) -> Scene:
    if inputs.number_abnormal:
        return step("number_abnormal", "abnormal_number"), "abnormal_number"
    return step("number_normal", "abnormal_number"), None


def _reuse(inputs: Inputs, rules: Rules) -> Scene:
    """Another recipient or another address, at most so many days before the upload."""
    used, uploaded = inputs.number_used_before, inputs.uploaded_at
    days = rules.integer("reuse_window")
    values = {"used": used, "uploaded": uploaded, "days": days}
    if used is None:
        return step("never_used", "reuse_window", days=days), None
    if used >= uploaded:
        return step("not_earlier", "reuse_window", used=used, uploaded=uploaded), None
    if uploaded - used > timedelta(days=days):
        return step("used_long_ago", "reuse_window", **values), None
    if inputs.same_recipient and inputs.same_address:
        return step("same_receiver", "reuse_window", **values), None
    return step("reused", "reuse_window", **values), "number_reused"


def _destination(inputs: Inputs) -> Scene:
    if inputs.destination_matches:
        return step("destination_matches", "destination"), None
    return step("destination_differs", "destination"), "destination_mismatch"


def _deadline(inputs: Inputs, rules: Rules) -> datetime | None:
    """Until when the first hub record is needed; none without a collection scan."""
    if inputs.collected_at is None:
        return None
    return inputs.collected_at + timedelta(hours=rules.integer("hub_limit"))


def _hours_left(inputs: Inputs, rules: Rules) -> int | None:
    """Whole hours until the deadline, never below 0; none where nothing is waited for."""
    deadline = _deadline(inputs, rules)
    if deadline is None or inputs.hub_at is not None:
        return None
    return max(0, (deadline - inputs.now) // timedelta(hours=1))


def _hub(inputs: Inputs, rules: Rules) -> Scene:
    deadline, hub = _deadline(inputs, rules), inputs.hub_at
    limit = rules.integer("hub_limit")
    if deadline is None:
        code = "not_collected" if hub is None else "hub_uncounted"
        return step(code, "hub_limit", limit=limit), None
    values = {"collected": inputs.collected_at, "limit": limit, "deadline": deadline}
    if hub is not None:
        late = hub > deadline
        code = "hub_late" if late else "hub_in_time"
        return step(code, "hub_limit", **values, hub=hub), "no_hub_scan" if late else None
    if inputs.now > deadline:
        return step("hub_missing", "hub_limit", **values), "no_hub_scan"
    hours = _hours_left(inputs, rules)
    return step("hub_waiting", "hub_limit", **values, hours=hours), None


def _silence(inputs: Inputs, rules: Rules) -> Scene:
    """Counted only from the first hub record until delivery, and only if an update is entered."""
    rule = _ROUTES[inputs.route]
    if inputs.hub_at is None:
        return step("silence_before_hub", rule), None
    if inputs.last_update_at is None:
        return step("silence_unchecked", rule), None
    values = {"last": inputs.last_update_at, "limit": rules.integer(rule)}
    if _silent_for(inputs) > timedelta(hours=rules.integer(rule)):
        return step("silent", rule, **values), "trace_not_updated"
    return step("moving", rule, **values), None


def _silent_for(inputs: Inputs) -> timedelta:
    """How long the tracking has stood still after a hub record; nothing where that is unknown."""
    if inputs.hub_at is None or inputs.last_update_at is None:
        return timedelta()
    return inputs.now - inputs.last_update_at


def _collection(inputs: Inputs) -> Scene:
    collected, paid = inputs.collected_at, inputs.paid_at
    if collected is None:
        return step("collection_unknown", "collection_order"), None
    values = {"collected": collected, "paid": paid}
    if collected < paid:
        return step("collected_before", "collection_order", **values), "collected_before_payment"
    return step("collected_after", "collection_order", **values), None


def _warnings(inputs: Inputs, rules: Rules, flags: tuple[str, ...]) -> tuple[Said, ...]:
    found = []
    if flags:
        found.append(warning("flagged"))
    if inputs.collected_at is None and inputs.hub_at is None:
        found.append(warning("not_handed_over", "hand_over"))
    if inputs.collected_at is not None and inputs.uploaded_at < inputs.collected_at:
        found.append(warning("uploaded_first", "hand_over"))
    rule = _STRICTEST[inputs.route]
    strictest = rules.integer(rule)
    if "trace_not_updated" not in flags and _silent_for(inputs) > timedelta(hours=strictest):
        found.append(warning("stricter_copy", rule, strictest=strictest))
    if _on_a_limit(inputs, rules):
        found.append(warning("exactly", "exact_limits"))
    moments = inputs.paid_at, inputs.hub_at, inputs.last_update_at, inputs.number_used_before
    if any(each is not None and each > inputs.now for each in moments):
        found.append(warning("after_now"))
    return tuple(found)


def _on_a_limit(inputs: Inputs, rules: Rules) -> bool:
    """Whether a scene turns on which side of its limit the limit itself belongs to."""
    used, silence = inputs.number_used_before, timedelta(hours=rules.integer(_ROUTES[inputs.route]))
    window = timedelta(days=rules.integer("reuse_window"))
    other_receiver = not (inputs.same_recipient and inputs.same_address)
    scanned = inputs.hub_at if inputs.hub_at is not None else inputs.now
    return (
        scanned == _deadline(inputs, rules)
        or (used is not None and other_receiver and inputs.uploaded_at - used == window)
        or inputs.collected_at == inputs.paid_at
        or _silent_for(inputs) == silence
    )
