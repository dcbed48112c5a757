"""What must be known beside the answer: what is not certain, not known, or not counted."""

from collections.abc import Iterator

from calculators.core.arithmetic.time_limits import precedes
from calculators.core.composition import Part, Parts
from calculators.core.outcome.outcome import Message, excluded, warning
from calculators.order_check.inputs import Inputs
from calculators.order_check.money import Exposure
from calculators.order_check.situation import Situation


def warned_of(inputs: Inputs, found: Situation, taken: Exposure, parts: Parts) -> Iterator[Message]:
    """Doubts about the money first, then what the entries leave open."""
    yield from _of_money(inputs, found, taken, parts)
    yield from _of_records(inputs, found)


def _of_money(inputs: Inputs, found: Situation, taken: Exposure, parts: Parts) -> Iterator[Message]:
    late_delivery, out_of_stock = parts["late-delivery"], parts["out-of-stock"]
    if found.heavy_by is not None and found.late == late_delivery.rules.integer("heavy_after"):
        yield warning("exactly", late_delivery.rule("heavy_after"), after=found.late)
    if taken.late_part and taken.out_of_stock:
        yield warning("both", _if_held("on_top", out_of_stock))
    if taken.out_of_stock and "raised_to" in out_of_stock.rules:
        most = out_of_stock.rules.decimal("raised_to")
        yield warning("may_be_raised", out_of_stock.rule("raised_to"), most=most)
    if taken.in_all > inputs.paid:
        part = out_of_stock if taken.out_of_stock else late_delivery
        yield warning("above_paid", _if_held("small_orders", part), paid=inputs.paid)


def _of_records(inputs: Inputs, found: Situation) -> Iterator[Message]:
    if not inputs.carrier_reports and inputs.shipped_at is not None:
        yield warning("not_reported", "not_reported")
    elif inputs.collected_at is not None and inputs.shipped_at is None:
        yield warning("upload_unknown")
    if inputs.is_tracked and inputs.collected_at is None and inputs.sent is not None:
        yield warning("scan_missing")
    if inputs.paid_at is None:
        yield warning("payment_unknown")
    if inputs.carrier_reports and not inputs.is_tracked:
        yield warning("received_unscanned")
    if not inputs.hub_known and inputs.collected_at is not None and not inputs.is_done:
        yield warning("hub_unknown")
    if inputs.notice_at is not None and found.received_by is None and not inputs.is_done:
        yield warning("signing_unknown")
    if not inputs.in_stock and not found.no_stock:
        yield warning("already_sent", "no_stock_until_sent")
    moments = (
        inputs.shipped_at,
        inputs.collected_at,
        inputs.hub_at,
        inputs.last_update_at,
        inputs.out_for_delivery_at,
        inputs.signed_at,
        inputs.notice_at,
    )
    if any(each is not None and precedes(inputs.now, each) for each in moments):
        yield warning("after_now")


def left_out(parts: Parts) -> Iterator[Message]:
    """What the answer does not count."""
    tracking = parts["false-shipment"]
    yield excluded("tracking_money", _if_held("no_clause", tracking))
    yield excluded("other_scenes", _if_held("other_cases", tracking))
    yield excluded("own_rules", _if_held("own_rules", tracking))
    yield excluded("penalties", _if_held("measures", tracking))


def _if_held(key: str, part: Part) -> str | None:
    """The id of a part's rule, where it held on the part's day."""
    return part.rule(key) if key in part.rules else None
