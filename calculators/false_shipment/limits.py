"""The time limits: for a collection scan, for a hub record, and for the updates after it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from calculators.core.arithmetic.time_limits import after_hours, beyond, full_hours, missed
from calculators.core.outcome.outcome import Message, step
from calculators.core.rules.dated_rules import Rules
from calculators.false_shipment.inputs import Inputs

# How long the tracking may stand still, by the route.
SILENT = {
    "same_region": "silent_same_region",
    "other": "silent_other",
    "remote": "silent_remote",
}
# The limit of a timeout, and the longer one from the same start.
_STAGES = {
    "collection": ("collection_limit", "collection_abnormal"),
    "hub": ("hub_limit", "hub_abnormal"),
}


@dataclass(frozen=True)
class Limit:
    """How one time limit stands: what is said of it, and the flags that fit.

    ``due`` is its end (``None``: it does not run), ``waits`` whether what it asks for is still to
    come; ``exactly``: the answer turns on to which side its end belongs; ``unchecked``: too
    little is known to tell whether it was kept.
    """

    steps: tuple[Message, ...]
    flags: tuple[str, ...] = ()
    due: datetime | None = None
    waits: bool = False
    exactly: bool = False
    unchecked: bool = False


def hours_left(limits: Iterable[Limit], now: datetime) -> int | None:
    """Full hours to the earliest end of what is awaited, never below 0."""
    awaited = [each.due for each in limits if each.waits and each.due is not None]
    return max(0, full_hours(now, min(awaited))) if awaited else None


def collection(inputs: Inputs, rules: Rules) -> Limit:
    """From the upload of the number to the first collection scan."""
    if inputs.collected_at is None and not inputs.collection_known:
        records = (inputs.hub_at, inputs.last_update_at, inputs.delivering_since)
        first = min((each for each in records if each is not None), default=None)
        return _unseen("collection", inputs.uploaded_at, first, rules)
    found = _stage("collection", inputs.uploaded_at, inputs.collected_at, inputs, rules)
    if found.waits and not found.flags:
        # Merchants were told never to upload first: it is no violation as long as this limit runs.
        return replace(found, steps=(*found.steps, step("uploaded_first", "upload_first")))
    return found


def hub(inputs: Inputs, rules: Rules) -> Limit:
    """From the first collection scan to the first hub record."""
    if inputs.collected_at is None:
        code = "not_collected" if inputs.hub_at is None else "hub_uncounted"
        if not inputs.collection_known:
            code = "hub_start_unknown"
        said = step(code, "hub_limit", limit=rules.integer("hub_limit"))
        return Limit((said,), unchecked=not inputs.collection_known)
    if inputs.hub_at is None and not inputs.hub_known:
        return _unseen("hub", inputs.collected_at, inputs.delivering_since, rules)
    return _stage("hub", inputs.collected_at, inputs.hub_at, inputs, rules)


def _unseen(name: str, start: datetime, later: datetime | None, rules: Rules) -> Limit:
    """The limit ``name`` where nothing tells of its event but a ``later`` record, if any."""
    key, _ = _STAGES[name]
    limit = rules.integer(key)
    due = after_hours(start, limit)
    values = {"start": start, "limit": limit, "due": due}
    if later is not None and later <= due:
        return Limit((step(f"{name}_by_then", key, **values, later=later),), due=due)
    return Limit((step(f"{name}_unknown", key, **values),), due=due, unchecked=True)


def _stage(
    name: str, start: datetime, event: datetime | None, inputs: Inputs, rules: Rules
) -> Limit:
    """The limit ``name`` from ``start`` to an ``event``, with the longer one after it, if any."""
    key, _ = _STAGES[name]
    limit = rules.integer(key)
    due = after_hours(start, limit)
    broken = missed(event, due, inputs.now)
    values = {"start": start, "limit": limit, "due": due}
    if event is not None:
        said = step(f"{name}_late" if broken else f"{name}_in_time", key, **values, event=event)
    elif broken:
        said = step(f"{name}_missing", key, **values, over=full_hours(due, inputs.now))
    else:
        said = step(f"{name}_waiting", key, **values, hours=full_hours(inputs.now, due))
    heavier = _heavier(name, start, event, inputs, rules)
    return Limit(
        (said, *(heavier.steps if broken else ())),
        ((f"{name}_timeout",) if broken else ()) + heavier.flags,
        due,
        waits=event is None and inputs.delivering_since is None,
        exactly=due == (event or inputs.now) or heavier.exactly,
    )


def _heavier(
    name: str, start: datetime, event: datetime | None, inputs: Inputs, rules: Rules
) -> Limit:
    """The longer limit from the same ``start``, beyond which the tracking is abnormal."""
    _, key = _STAGES[name]
    if key not in rules:
        return Limit(())
    hours = rules.integer(key)
    by = after_hours(start, hours)
    exactly = by == (event or inputs.now)
    if missed(event, by, inputs.now):
        code = f"no_{name}_48h"
        return Limit((step(code, key, by=by, hours=hours),), (code,), exactly=exactly)
    ahead = event is None and inputs.delivering_since is None
    steps = (step(f"{name}_then", key, by=by, hours=hours),) if ahead else ()
    return Limit(steps, exactly=exactly)


def silence(inputs: Inputs, rules: Rules) -> Limit:
    """From the latest known record after the first hub record to the next, until delivery."""
    key = SILENT[inputs.route]
    if inputs.hub_at is None:
        start, end = inputs.collected_at, inputs.delivering_since
        if not inputs.hub_known and start and end and not beyond(start, end, rules.integer(key)):
            # Wherever the hub lies between them.
            return _until_delivery(start, end, inputs, rules)
        code = "silence_before_hub" if inputs.hub_known else "silence_unknown"
        return Limit((step(code, key),), unchecked=not inputs.hub_known)
    if inputs.delivering_since is not None:
        return _until_delivery(inputs.hub_at, inputs.delivering_since, inputs, rules)
    since, limit = inputs.last_update_at or inputs.hub_at, rules.integer(key)
    due = after_hours(since, limit)
    values = {"since": since, "limit": limit, "due": due}
    exactly = inputs.now == due
    is_over = beyond(since, inputs.now, limit)
    if not inputs.updates_known or (is_over and not inputs.delivery_known):
        return Limit((step("silence_unknown", key),), unchecked=True)
    if is_over:
        said = step("update_missing", key, **values, over=full_hours(due, inputs.now))
        return Limit((said,), ("trace_timeout",), due, waits=True, exactly=exactly)
    said = step("update_waiting", key, **values, hours=full_hours(inputs.now, due))
    return Limit((said,), (), due, waits=True, exactly=exactly)


def _until_delivery(hub_at: datetime, delivered: datetime, inputs: Inputs, rules: Rules) -> Limit:
    """What came after the latest record before delivery is known; what came before it is not.

    Where that record was not entered, a long way from the first hub record proves nothing.
    """
    key = SILENT[inputs.route]
    limit, latest = rules.integer(key), inputs.last_update_at
    known = latest is not None and latest <= delivered
    since = latest if latest is not None and known else hub_at
    values = {"since": since, "limit": limit, "delivered": delivered}
    exactly = known and delivered == after_hours(since, limit)
    if not beyond(since, delivered, limit):
        return Limit((step("update_in_time", key, **values),), exactly=exactly)
    if not known:
        return Limit((step("between_unknown", key, **values),), unchecked=not inputs.updates_known)
    return Limit((step("update_late", key, **values),), ("trace_timeout",))
