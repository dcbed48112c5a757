"""False shipment: each scene stands on its own, and the clock only runs forward."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from calculators import evaluate

# On Douyin's clock, as typed.
PAID = datetime(2026, 11, 16, 10, 0)  # noqa: DTZ001
MINUTES = st.integers(0, 12 * 24 * 60)
YES_NO = st.sampled_from(["yes", "no"])
SCENES = ("abnormal_number", "number_reused", "destination_mismatch")


@given(MINUTES, MINUTES)
def test_the_deadline_is_a_day_after_collection_and_the_hours_left_lead_to_it(
    collected: int, later: int
) -> None:
    outputs = _outputs(collected_at=_at(collected), now=_at(collected + later))
    assert outputs["hub_deadline"] == _at(collected + 24 * 60)
    assert outputs["hours_left"] == max(0, 24 * 60 - later) // 60
    assert ("no_hub_scan" in outputs["flags"]) == (later > 24 * 60)


@given(MINUTES, MINUTES, MINUTES)
def test_what_is_overdue_stays_so(collected: int, first: int, second: int) -> None:
    early, late = (
        _outputs(collected_at=_at(collected), now=_at(collected + each))["flags"]
        for each in sorted((first, second))
    )
    assert set(early) <= set(late)


@given(MINUTES, MINUTES, MINUTES)
def test_longer_routes_may_be_silent_for_longer(hub: int, silence: int, collected: int) -> None:
    typed = {
        "collected_at": _at(collected),
        "hub_at": _at(collected + hub),
        "last_update_at": _at(collected + hub),
        "now": _at(collected + hub + silence),
    }
    silent = [
        "trace_not_updated" in _outputs(**typed, route=route)["flags"]
        for route in ("same_region", "other", "remote")
    ]
    assert silent == [silence > hours * 60 for hours in (48, 72, 120)]


@given(YES_NO, YES_NO, YES_NO, YES_NO, st.integers(1, 40 * 24 * 60))
def test_scenes_of_the_number_do_not_depend_on_each_other(
    abnormal: str, matches: str, recipient: str, address: str, before: int
) -> None:
    flags = _outputs(
        now=_at(0),
        number_abnormal=abnormal,
        destination_matches=matches,
        same_recipient=recipient,
        same_address=address,
        number_used_before=_at(-before),
    )["flags"]
    another = "no" in (recipient, address)
    fitting = abnormal == "yes", another and before <= 30 * 24 * 60, matches == "no"
    assert flags == [scene for scene, fits in zip(SCENES, fitting, strict=True) if fits]


def _at(minutes: int) -> str:
    return f"{PAID + timedelta(minutes=minutes):%Y-%m-%d %H:%M}"


def _outputs(**typed: str) -> dict[str, Any]:
    typed = {"paid_at": _at(0), "uploaded_at": _at(0), **typed}
    outputs: dict[str, Any] = evaluate("false-shipment", typed)["outputs"]
    return outputs
