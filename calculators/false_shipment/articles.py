"""The scenes as the five articles and the copies of 2022 had them: no longer since 2026-06-03."""

from collections.abc import Iterator
from datetime import timedelta

from calculators.core.arithmetic.time_limits import beyond
from calculators.core.outcome.outcome import Message, step, warning
from calculators.core.rules.dated_rules import Rules
from calculators.false_shipment.inputs import Inputs
from calculators.false_shipment.limits import SILENT
from calculators.false_shipment.scenes import Scene, payment_order

# The strictest limit that any copy had: 48 hours for ordinary regions, 72 for remote ones.
_STRICTEST = {
    "same_region": "silent_same_region",
    "other": "silent_same_region",
    "remote": "silent_other",
}


def scenes(inputs: Inputs, rules: Rules) -> Iterator[Scene]:
    """Every scene beside the hub record; none excludes another."""
    yield _silence(inputs, rules)
    yield _reuse(inputs, rules)
    if not inputs.destination_matches:
        yield step("destination_differs", "destination"), "destination_mismatch"
    yield from payment_order(inputs.collected_at, inputs.paid_at)
    if inputs.number_abnormal:
        yield step("number_abnormal", "abnormal_number"), "abnormal_number"


def _silence(inputs: Inputs, rules: Rules) -> Scene:
    """Counted only from the first hub record until delivery, and only if an update is entered."""
    key = SILENT[inputs.route]
    if inputs.hub_at is None:
        return step("silence_before_hub", key), None
    if inputs.last_update_at is None:
        return step("silence_unchecked", key), None
    values = {"last": inputs.last_update_at, "limit": rules.integer(key)}
    if _silent_beyond(key, inputs, rules):
        if not inputs.delivery_known:
            return step("silence_unknown", key), None
        return step("silent", key, **values), "trace_timeout"
    return step("moving", key, **values), None


def _silent_beyond(key: str, inputs: Inputs, rules: Rules) -> bool:
    """Whether the tracking has stood still for longer than the rule ``key`` allows."""
    if inputs.hub_at is None or inputs.last_update_at is None:
        return False
    return beyond(inputs.last_update_at, inputs.now, rules.integer(key))


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
    return step("reused_within", "reuse_window", **values), "number_reused"


def doubts(inputs: Inputs, rules: Rules) -> Iterator[Message]:
    """Where the copies contradict each other."""
    key = _STRICTEST[inputs.route]
    stricter = inputs.delivery_known and _silent_beyond(key, inputs, rules)
    if stricter and not _silent_beyond(SILENT[inputs.route], inputs, rules):
        yield warning("stricter_copy", key, strictest=rules.integer(key))


def exactly(inputs: Inputs, rules: Rules) -> bool:
    """Whether a scene turns on which side of its limit the limit itself belongs to."""
    used, last = inputs.number_used_before, inputs.last_update_at
    window = timedelta(days=rules.integer("reuse_window"))
    silent = timedelta(hours=rules.integer(SILENT[inputs.route]))
    other_receiver = not (inputs.same_recipient and inputs.same_address)
    return (
        (used is not None and other_receiver and inputs.uploaded_at - used == window)
        or inputs.collected_at == inputs.paid_at
        or (inputs.hub_at is not None and last is not None and inputs.now - last == silent)
    )
