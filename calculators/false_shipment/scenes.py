"""The scenes of abnormal tracking that no clock decides, in the order of the platform's text."""

from collections.abc import Iterator
from datetime import datetime

from calculators.core.arithmetic.time_limits import precedes
from calculators.core.outcome.outcome import Message, step
from calculators.core.rules.dated_rules import Rules
from calculators.false_shipment.inputs import Inputs

# A scene as the step that tells of it, and its flag where it fits.
type Scene = tuple[Message, str | None]


def abnormal(inputs: Inputs, rules: Rules) -> tuple[Scene, ...]:
    """Every scene of which there is something to tell; none excludes another."""
    scenes = tuple(_told(inputs, rules))
    if any(flag for _, flag in scenes):
        return scenes
    return (*scenes, (step("nothing_else", "other_cases"), None))


def _told(inputs: Inputs, rules: Rules) -> Iterator[Scene]:
    if inputs.repeated_track:
        yield step("repeated_track", "repeated_track"), "repeated_track"
    yield from _reuse(inputs)
    yield from _destination(inputs)
    yield from payment_order(first_record(inputs), inputs.paid_at)
    if inputs.recalled:
        yield step("recalled", "recalled"), "recalled"
    if inputs.number_abnormal:
        yield step("number_abnormal", "abnormal_number"), "abnormal_number"
    if inputs.reshipped and "reshipped" in rules:
        yield step("reshipped", "reshipped"), "reshipped"


def _reuse(inputs: Inputs) -> Iterator[Scene]:
    """Another address, any time before the upload; the recipient alone does not count."""
    used, uploaded = inputs.number_used_before, inputs.uploaded_at
    if used is None:
        return
    values = {"used": used, "uploaded": uploaded}
    if used >= uploaded:
        yield step("not_earlier", "reused", **values), None
    elif inputs.same_address:
        yield step("same_address", "reused", **values), None
    else:
        yield step("reused", "reused", **values), "number_reused"


def _destination(inputs: Inputs) -> Iterator[Scene]:
    if inputs.destination_matches:
        return
    if inputs.address_changed_by_buyer:
        yield step("address_changed", "destination"), None
    else:
        yield step("destination_differs", "destination"), "destination_mismatch"


def first_record(inputs: Inputs) -> datetime | None:
    """The first of the track records that were entered."""
    records = (
        inputs.collected_at,
        inputs.hub_at,
        inputs.last_update_at,
        inputs.out_for_delivery_at,
        inputs.signed_at,
    )
    return min((each for each in records if each is not None), default=None)


def payment_order(first: datetime | None, paid: datetime) -> Iterator[Scene]:
    """Whether the ``first`` record that counts lies before the payment; nothing without one."""
    if first is None:
        return
    values = {"first": first, "paid": paid}
    if precedes(first, paid):
        yield step("record_before", "collection_order", **values), "collected_before_payment"
    else:
        yield step("record_after", "collection_order", **values), None
