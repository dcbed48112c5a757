"""What to do about an order, in the order of doing it: each with its deadline and its rule."""

from collections.abc import Iterator, Mapping

from calculators.core.arithmetic.time_limits import full_hours
from calculators.core.composition import Part, Parts
from calculators.core.outcome.outcome import Message, step
from calculators.order_check.inputs import Inputs
from calculators.order_check.situation import Situation

# What says that a limit was missed and something is still to come.
OVERDUE = frozenset(
    {
        "ship_late",
        "ship_overdue",
        "ship_heavy",
        "scan_overdue",
        "scan_abnormal",
        "hub_overdue",
        "hub_missing",
        "hub_abnormal",
        "update_overdue",
    }
)


def to_do(inputs: Inputs, found: Situation, parts: Parts) -> Iterator[Message]:
    """What is still to be done, then what can no longer be undone."""
    late_delivery, out_of_stock = parts["late-delivery"], parts["out-of-stock"]
    tracking = parts["false-shipment"]
    if inputs.force_majeure:
        yield step("exempt", late_delivery.rule("force_majeure"))
    if inputs.signed_at is not None:
        yield step("done", "done_keeps", signed=inputs.signed_at)
    elif inputs.received:
        yield step("received", "done_keeps")
    elif found.no_stock:
        yield step("no_stock", out_of_stock.rule("formula"))
    yield from _after_notice(inputs, found, tracking, out_of_stock)
    if inputs.sent is None:
        yield from _shipping(inputs, found, late_delivery, tracking)
    elif not inputs.is_done:
        yield from _on_the_way(inputs, found, late_delivery, tracking)
    yield from _without_a_parcel(inputs, found, out_of_stock)
    if inputs.sent is not None:
        yield from _past(inputs, found, late_delivery, tracking)


def _after_notice(
    inputs: Inputs, found: Situation, tracking: Part, out_of_stock: Part
) -> Iterator[Message]:
    """The platform told of abnormal tracking: the buyer has to get the parcel."""
    if inputs.notice_at is None:
        return
    if not inputs.is_done:
        yield step("noticed", tracking.rule("formula"), notice=inputs.notice_at)
    if (by := found.received_by) is not None:
        hours = out_of_stock.rules.integer("received_within")
        over = inputs.signed_at is not None or inputs.now >= by
        code = "deliver_over" if over else "deliver"
        yield step(code, out_of_stock.rule("received_within"), by=by, hours=hours)


def _shipping(
    inputs: Inputs, found: Situation, late_delivery: Part, tracking: Part
) -> Iterator[Message]:
    """Not sent: the scan is awaited, and before it the goods where no number is out."""
    if found.late and not found.no_stock:
        yield _late(inputs, found, late_delivery)
    if inputs.shipped_at is not None:
        yield from _scan(inputs, found, late_delivery, tracking)
    elif not found.late and not found.no_stock:
        left = full_hours(inputs.now, inputs.ship_by)
        yield step("ship", late_delivery.rule("shipped_when"), by=inputs.ship_by, left=left)


def _late(inputs: Inputs, found: Situation, late_delivery: Part) -> Message:
    values = {"by": inputs.ship_by, "late": found.late}
    if found.heavy_by is None:
        return step("ship_overdue", late_delivery.rule("shipped_when"), **values)
    rule, after = late_delivery.rule("heavy_after"), late_delivery.rules.integer("heavy_after")
    if found.heavy_by <= inputs.now:
        return step("ship_heavy", rule, **values, after=after)
    return step("ship_late", rule, **values, heavy=found.heavy_by, after=after)


def _scan(
    inputs: Inputs, found: Situation, late_delivery: Part, tracking: Part
) -> Iterator[Message]:
    """A number is out, without a scan."""
    limit, flags = found.tracking.collect_by, found.tracking.flags
    uploaded = inputs.shipped_at
    if "no_collection_48h" in flags:
        hours = tracking.rules.integer("collection_abnormal")
        rule = tracking.rule("collection_abnormal")
        yield step("scan_abnormal", rule, uploaded=uploaded, hours=hours)
    elif "collection_timeout" in flags:
        rule = tracking.rule("collection_abnormal")
        yield step("scan_overdue", rule, uploaded=uploaded, by=limit, abnormal=found.abnormal_by)
    elif (by := found.collect_by) is not None and by > inputs.now:
        own_limit = by == limit
        rule = (
            tracking.rule("collection_limit") if own_limit else late_delivery.rule("shipped_when")
        )
        yield step("scan", rule, uploaded=uploaded, by=by, left=full_hours(inputs.now, by))


def _on_the_way(
    inputs: Inputs, found: Situation, late_delivery: Part, tracking: Part
) -> Iterator[Message]:
    """Sent: the next record is awaited, where records come in at all."""
    told = tuple(_next_record(inputs, found, tracking))
    yield from told
    if not told:
        yield step("moving", late_delivery.rule("shipped_when"), sent=inputs.sent)


def _next_record(inputs: Inputs, found: Situation, tracking: Part) -> Iterator[Message]:
    if inputs.delivering_since is not None or not inputs.hub_known:
        return
    flags, now = found.tracking.flags, inputs.now
    if inputs.hub_at is None and (by := found.hub_by) is not None:
        values = {"start": inputs.collected_at, "by": by}
        if "no_hub_48h" in flags:
            hours = tracking.rules.integer("hub_abnormal")
            yield step("hub_abnormal", tracking.rule("hub_abnormal"), **values, hours=hours)
        elif "hub_timeout" in flags:
            yield _hub_overdue(found, tracking, values)
        else:
            yield step("hub", tracking.rule("hub_limit"), **values, left=full_hours(now, by))
    if (by := found.update_by) is not None:
        late = "trace_timeout" in flags
        rule = tracking.rule(f"silent_{inputs.route}")
        yield step("update_overdue" if late else "update", rule, by=by)


def _hub_overdue(found: Situation, tracking: Part, values: Mapping[str, object]) -> Message:
    """Before there were two classes, nothing heavier came after it."""
    if (abnormal := found.abnormal_by) is None:
        return step("hub_missing", tracking.rule("hub_limit"), **values)
    return step("hub_overdue", tracking.rule("hub_abnormal"), **values, abnormal=abnormal)


def _without_a_parcel(inputs: Inputs, found: Situation, out_of_stock: Part) -> Iterator[Message]:
    """A number that timed out makes an order out of stock, if no parcel follows it."""
    if (by := found.really_by) is None or "collection_timeout" not in found.tracking.flags:
        return
    hours = out_of_stock.rules.integer("real_within")
    values = {"by": by, "hours": hours}
    if inputs.sent is not None or inputs.now >= by:
        yield step("real_over", out_of_stock.rule("real_within"), **values)
    elif not found.counts_as_out_of_stock:
        yield step("real", out_of_stock.rule("real_within"), **values)


def _past(
    inputs: Inputs, found: Situation, late_delivery: Part, tracking: Part
) -> Iterator[Message]:
    """What was missed stays so: keep what an appeal needs."""
    flags = found.tracking.flags
    if found.late:
        values = {"by": inputs.ship_by, "sent": inputs.sent, "late": found.late}
        yield step("was_late", late_delivery.rule("shipped_when"), **values)
    if "collection_timeout" in flags:
        rule = tracking.rule("collection_limit")
        yield step("scan_was_late", rule, uploaded=inputs.shipped_at, by=found.tracking.collect_by)
    if "hub_timeout" in flags and (inputs.hub_at or inputs.delivering_since):
        rule = tracking.rule("hub_limit")
        yield step("hub_was_late", rule, start=inputs.collected_at, by=found.hub_by)
    if "trace_timeout" in flags and inputs.delivering_since is not None:
        yield step("was_silent", tracking.rule(f"silent_{inputs.route}"))
    if "no_collection_48h" in flags:
        hours = tracking.rules.integer("collection_abnormal")
        yield step("was_abnormal", tracking.rule("collection_abnormal"), hours=hours)
    if "no_hub_48h" in flags and (inputs.hub_at or inputs.delivering_since):
        hours = tracking.rules.integer("hub_abnormal")
        yield step("was_abnormal", tracking.rule("hub_abnormal"), hours=hours)
    if "collected_before_payment" in flags:
        yield step("before_payment", tracking.rule("collection_order"), paid_at=inputs.paid_at)
