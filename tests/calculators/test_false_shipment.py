"""False shipment: an oracle in seconds, written after the contract, and the money by hand."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.evaluating import evaluate

# On Douyin's clock, as typed.
PAID = datetime(2026, 11, 16, 10, 0)  # noqa: DTZ001
HOUR = 3600
DAY = 24 * HOUR
TODAY, BEFORE = "2026-11-25", "2026-06-02"
TIMEOUTS = ["collection_timeout", "hub_timeout", "trace_timeout"]
ABNORMAL = [
    "no_collection_48h",
    "no_hub_48h",
    "repeated_track",
    "number_reused",
    "destination_mismatch",
    "collected_before_payment",
    "recalled",
    "abnormal_number",
    "reshipped",
]
SILENT = {"same_region": 48 * HOUR, "other": 72 * HOUR, "remote": 120 * HOUR}

YES_NO = st.sampled_from(["yes", "no"])
ROUTE = st.sampled_from(list(SILENT))
# Close to a limit as often as far from it.
SPAN = st.integers(0, 6 * DAY) | st.builds(
    lambda hours, seconds: max(0, hours * HOUR + seconds),
    st.sampled_from([24, 48, 72, 120]),
    st.integers(-1, 1),
)


# A parcel on its way: upload, scan, hub, update, each so many seconds after the one before.


@given(st.lists(SPAN, min_size=1, max_size=4), SPAN, ROUTE)
def test_limits_are_broken_as_the_contract_has_it(spans: list[int], since: int, route: str) -> None:
    upload, *events = _sums(spans)
    now = [upload, *events][-1] + since
    scan, hub, update = [*events, None, None, None][:3]
    typed = {
        "uploaded_at": upload,
        "collected_at": scan,
        "hub_at": hub,
        "last_update_at": update,
        "now": now,
    }
    outputs = _outputs(TODAY, route=route, **typed)
    assert outputs["flags"] == list(_broken(upload, scan, hub, update, now, SILENT[route]))
    assert outputs["collect_by"] == _to_the_minute(upload + DAY)
    assert outputs["hub_by"] == (None if scan is None else _to_the_minute(scan + DAY))
    latest = hub if update is None else update
    due = None if latest is None else latest + SILENT[route]
    assert outputs["update_by"] == (None if due is None else _to_the_minute(due))
    awaited = upload + DAY if scan is None else scan + DAY if hub is None else due
    assert awaited is not None
    assert outputs["hours_left"] == max(0, awaited - now) // HOUR


def _broken(  # noqa: PLR0913, PLR0917 (one moment each)
    upload: int, scan: int | None, hub: int | None, update: int | None, now: int, silent: int
) -> Iterator[str]:
    """A scan of its own time decides; its absence from the full hour on; a silence beyond."""
    collection = now - upload if scan is None else scan - upload
    missing = scan is None
    if collection > DAY or (missing and collection == DAY):
        yield "collection_timeout"
    record = None if scan is None else (now if hub is None else hub) - scan
    if record is not None and (record > DAY or (hub is None and record == DAY)):
        yield "hub_timeout"
    latest = hub if update is None else update
    if latest is not None and now - latest > silent:
        yield "trace_timeout"
    if collection > 2 * DAY or (missing and collection == 2 * DAY):
        yield "no_collection_48h"
    if record is not None and (record > 2 * DAY or (hub is None and record == 2 * DAY)):
        yield "no_hub_48h"


@given(st.lists(SPAN, min_size=1, max_size=4), SPAN, SPAN)
def test_what_is_broken_stays_so(spans: list[int], first: int, second: int) -> None:
    upload, *events = _sums(spans)
    typed = dict(zip(("collected_at", "hub_at", "last_update_at"), events, strict=False))
    last = [upload, *events][-1]
    early, late = (
        _outputs(TODAY, uploaded_at=upload, now=last + each, **typed)["flags"]
        for each in sorted((first, second))
    )
    assert set(early) <= set(late)


@given(SPAN, SPAN, ROUTE, st.sampled_from(["out_for_delivery_at", "signed_at"]))
def test_after_the_delivery_nothing_is_awaited(
    update: int, delivery: int, route: str, name: str
) -> None:
    hub = 60
    typed = {name: hub + update + delivery, "now": hub + update + delivery + 9 * DAY}
    typed |= {"collected_at": 30, "hub_at": hub, "last_update_at": hub + update}
    outputs = _outputs(TODAY, route=route, **typed)
    assert ("trace_timeout" in outputs["flags"]) == (delivery > SILENT[route])
    assert outputs["update_by"] is None
    assert outputs["hours_left"] is None


# The scenes that no clock decides.


@given(YES_NO, YES_NO, YES_NO, YES_NO, YES_NO, st.integers(-5, 5), st.integers(-400, 400))
def test_scenes_stand_each_on_its_own(  # noqa: PLR0913, PLR0917 (one scene each)
    repeated: str,
    matches: str,
    changed: str,
    recalled: str,
    same_address: str,
    first: int,
    used: int,
) -> None:
    flags = _outputs(
        TODAY,
        uploaded_at=10,
        collected_at=first,
        now=20,
        repeated_track=repeated,
        destination_matches=matches,
        address_changed_by_buyer=changed,
        recalled=recalled,
        number_abnormal=recalled,
        reshipped=repeated,
        number_used_before=used,
        same_address=same_address,
    )["flags"]
    fitting = {
        "repeated_track": repeated == "yes",
        "number_reused": used < 10 and same_address == "no",
        "destination_mismatch": (matches, changed) == ("no", "no"),
        "collected_before_payment": first < 0,
        "recalled": recalled == "yes",
        "abnormal_number": recalled == "yes",
        "reshipped": repeated == "yes",
    }
    assert flags == [each for each in ABNORMAL if fitting.get(each)]


@pytest.mark.parametrize("years", [0, 1, 5])
def test_a_number_is_never_new_again(years: int) -> None:
    used = -1 - years * 365 * DAY
    for recipient in ("yes", "no"):
        typed = {"number_used_before": used, "same_recipient": recipient, "now": 5}
        assert _outputs(TODAY, **typed, same_address="no")["flags"] == ["number_reused"]
        assert _outputs(TODAY, **typed, same_address="yes")["flags"] == []


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ({}, "none"),
        ({"now": DAY}, "timeout"),
        ({"now": 2 * DAY}, "abnormal"),
        ({"recalled": "yes"}, "abnormal"),
        ({"now": DAY, "recalled": "yes"}, "abnormal"),
    ],
)
def test_abnormal_outranks(flags: dict[str, Any], expected: str) -> None:
    outputs = _outputs(TODAY, **{"now": 5, **flags})
    assert outputs["class"] == expected
    assert outputs["flags"] == [each for each in TIMEOUTS + ABNORMAL if each in outputs["flags"]]


# Days of change.


@pytest.mark.parametrize(
    ("on", "kind", "due"),
    [
        ("2026-06-02", None, None),
        ("2026-06-03", "timeout", "8.00"),
        ("2026-07-09", "timeout", "8.00"),
        ("2026-07-10", "timeout", None),
        (TODAY, "timeout", None),
    ],
)
def test_classes_and_compensation_by_the_day(on: str, kind: str | None, due: str | None) -> None:
    outputs = _outputs(on, now=DAY + 1, paid="150", promised_hours="240")
    assert (outputs["class"], outputs["compensation"]) == (kind, due)


@pytest.mark.parametrize(
    ("on", "flags"), [("2026-06-02", []), ("2026-06-24", []), ("2026-06-25", ["reshipped"])]
)
def test_shipping_again_by_the_day(on: str, flags: list[str]) -> None:
    assert _outputs(on, now=5, reshipped="yes")["flags"] == flags


def test_the_upload_gives_the_day_and_else_the_payment() -> None:
    typed = {"paid_at": "2026-06-20 10:00", "now": "2026-06-26 10:00"}
    for uploaded, on in (("2026-06-24 23:59", "2026-06-24"), ("2026-06-25 00:00", "2026-06-25")):
        answer = evaluate("false-shipment", typed | {"uploaded_at": uploaded, "reshipped": "yes"})
        assert answer["on"] == on
        assert ("reshipped" in answer["outputs"]["flags"]) == (on == "2026-06-25")
        assert answer["steps"][-2]["code"] == "day"
    refused = evaluate("false-shipment", typed | {"uploaded_at": ""})
    assert [each["field"] for each in refused["errors"]] == ["uploaded_at"]


# Money, worked out by hand: 1 % 3–30, 5 % 5–50, 25 % 5–100, in whole yuan.


@pytest.mark.parametrize(
    ("paid", "short", "long", "abnormal"),
    [
        ("0", "3.00", "5.00", "5.00"),
        ("1.00", "3.00", "5.00", "5.00"),
        ("17.99", "3.00", "5.00", "5.00"),  # 4.4975 → 4
        ("22.00", "3.00", "5.00", "6.00"),  # 5.50 → 6
        ("89.99", "3.00", "5.00", "22.00"),  # 22.4975; 4.4995 → 4
        ("110.00", "3.00", "6.00", "28.00"),  # 5.50 → 6; 27.50 → 28
        ("249.99", "3.00", "12.00", "62.00"),  # 2.4999 → 2; 12.4995; 62.4975
        ("350.00", "4.00", "18.00", "88.00"),  # 3.50 → 4; 17.50 → 18; 87.50 → 88
        ("401.99", "4.00", "20.00", "100.00"),  # 4.0199; 20.0995; 100.4975
        ("402.00", "4.00", "20.00", "100.00"),  # 100.50 → 101, cut
        ("1009.99", "10.00", "50.00", "100.00"),  # 50.4995 → 50
        ("3049.99", "30.00", "50.00", "100.00"),  # 30.4999 → 30
        ("3050.00", "30.00", "50.00", "100.00"),  # 30.50 → 31, cut
        ("9999999999.99", "30.00", "50.00", "100.00"),
    ],
)
def test_compensation_by_hand(paid: str, short: str, long: str, abnormal: str) -> None:
    for on in ("2026-06-03", "2026-07-09"):
        typed: dict[str, int | str] = {"now": DAY + 1, "paid": paid}
        assert _outputs(on, **typed, promised_hours="48")["compensation"] == short
        assert _outputs(on, **typed, promised_hours="49")["compensation"] == long
        for hours in ("48", "49"):
            both = _outputs(on, **typed, promised_hours=hours, recalled="yes")
            assert both["compensation"] == abnormal


def test_nothing_is_due_where_nothing_fits_and_nothing_told_without_a_payment() -> None:
    assert _outputs("2026-07-09", now=5, paid="150")["compensation"] == "0.00"
    assert _outputs("2026-07-09", now=DAY + 1)["compensation"] is None


# The shape before.


@given(st.integers(0, 12 * DAY), SPAN)
def test_before_only_the_hub_record_had_a_deadline(collected: int, later: int) -> None:
    outputs = _outputs(BEFORE, collected_at=collected, now=collected + later)
    assert outputs["hub_by"] == _to_the_minute(collected + DAY)
    assert outputs["hours_left"] == max(0, DAY - later) // HOUR
    assert outputs["flags"] == (["hub_timeout"] if later >= DAY else [])
    rest = ("class", "collect_by", "update_by", "compensation")
    assert [outputs[each] for each in rest] == [None] * 4


@given(SPAN, SPAN, ROUTE)
def test_before_longer_routes_could_be_silent_for_longer(
    hub: int, silence: int, route: str
) -> None:
    typed = {"collected_at": 0, "hub_at": hub, "last_update_at": hub, "now": hub + silence}
    flags = _outputs(BEFORE, route=route, **typed)["flags"]
    assert ("trace_timeout" in flags) == (silence > SILENT[route])
    assert ("hub_timeout" in flags) == (hub > DAY)


@given(YES_NO, YES_NO, YES_NO, YES_NO, st.integers(1, 40 * DAY))
def test_before_thirty_days_made_a_number_new(
    abnormal: str, matches: str, recipient: str, address: str, before: int
) -> None:
    flags = _outputs(
        BEFORE,
        now=0,
        number_abnormal=abnormal,
        destination_matches=matches,
        same_recipient=recipient,
        same_address=address,
        number_used_before=-before,
        recalled="yes",
        repeated_track="yes",
        address_changed_by_buyer="yes",
    )["flags"]
    fitting = {
        "number_reused": "no" in (recipient, address) and before <= 30 * DAY,
        "destination_mismatch": matches == "no",
        "abnormal_number": abnormal == "yes",
    }
    assert flags == [each for each in ABNORMAL if fitting.get(each)]


def _sums(spans: list[int]) -> list[int]:
    return [sum(spans[: each + 1]) for each in range(len(spans))]


def _at(seconds: int) -> str:
    return f"{PAID + timedelta(seconds=seconds):%Y-%m-%d %H:%M:%S}"


def _to_the_minute(seconds: int) -> str:
    """As a deadline is told: never later than it is."""
    return f"{PAID + timedelta(seconds=seconds):%Y-%m-%d %H:%M}"


def _outputs(on: str, **typed: int | str | None) -> dict[str, Any]:
    """Seconds are counted from the payment; the upload is in its second, if not given."""
    texts = {
        name: _at(value) if isinstance(value, int) else value
        for name, value in ({"paid_at": 0, "uploaded_at": 0} | typed).items()
    }
    outputs: dict[str, Any] = evaluate("false-shipment", texts, on=on)["outputs"]
    return outputs
