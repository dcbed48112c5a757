"""How many campaign products may go: what must hold for all numbers and at all times."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED

COUNT = st.integers(0, 300)
TIMES = st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31))  # noqa: DTZ001 (as typed)


@given(COUNT, COUNT, COUNT)
def test_a_number_may_go_just_where_it_is_within_the_most(
    joined: int, withdraw: int, minimum_left: int
) -> None:
    outputs = _outputs(joined, withdraw, minimum_left)
    assert (outputs["allowed"] == "yes") == (withdraw <= outputs["most"])
    assert (outputs["allowed"] == "yes") == (not outputs["violations"])


@given(COUNT, COUNT)
def test_the_most_is_the_last_number_within_both_limits(joined: int, minimum_left: int) -> None:
    most = _outputs(joined, 0, minimum_left)["most"]
    assert 0 <= most <= joined
    assert most * 10 <= joined * 3
    assert most == 0 or joined - most >= minimum_left
    one_more = most + 1
    assert one_more * 10 > joined * 3 or joined - one_more < minimum_left


@given(COUNT, COUNT, COUNT)
def test_more_products_entered_never_lower_the_most(one: int, other: int, minimum: int) -> None:
    low, high = sorted((one, other))
    assert _outputs(low, 0, minimum)["most"] <= _outputs(high, 0, minimum)["most"]


@given(st.integers(1, 300), COUNT)
def test_the_share_leads_back_to_the_number(joined: int, withdraw: int) -> None:
    share = Decimal(_outputs(joined, withdraw, 0)["share"])
    assert abs(share * joined / 100 - withdraw) <= Decimal("0.00005") * joined


@given(TIMES)
def test_the_times_follow_the_plan(at: datetime) -> None:
    outputs = _outputs(10, 1, 5, at=f"{at:%Y-%m-%d %H:%M:%S}")
    at, minute = at.replace(microsecond=0), timedelta(minutes=1)
    # Never later than what must be done by then, never earlier than what may be done from then on.
    early = at + timedelta(minutes=15) - datetime.fromisoformat(outputs["check_by"])
    late = datetime.fromisoformat(outputs["delist_at"]) - at - timedelta(days=1)
    assert timedelta() <= early < minute
    assert timedelta() <= late < minute
    assert early + late in {timedelta(), minute}
    assert "no" in (outputs["low_traffic"], outputs["support_open"])


@pytest.mark.parametrize(
    ("joined", "minimum_left", "most"),
    [(10, 5, 3), (10, 10, 0), (3, 0, 0), (20, 10, 6), (12, 10, 2), (0, 0, 0), (13, 0, 3)],
)
def test_the_most_that_may_go(joined: int, minimum_left: int, most: int) -> None:
    assert _outputs(joined, 0, minimum_left)["most"] == most


@pytest.mark.parametrize(
    ("on", "stage", "first"),
    [
        ("2026-08-11", "started", ["no_platform_text", "share"]),
        ("2026-08-12", "pending", ["any_time", "share"]),
        ("2026-08-12", "approved", ["any_time", "share"]),
        ("2026-11-25", "started", ["any_time", "running", "share"]),
    ],
)
def test_what_the_platform_says_comes_first(on: str, stage: str, first: list[str]) -> None:
    typed = {"joined": "10", "withdraw": "1", "minimum_left": "5", "stage": stage}
    steps = [each["code"] for each in evaluate("campaign-withdrawal", typed, on=on)["steps"]]
    assert steps[: len(first)] == first


def _outputs(joined: int, withdraw: int, minimum_left: int, at: str = "") -> dict[str, Any]:
    typed = {
        "joined": str(joined),
        "withdraw": str(withdraw),
        "minimum_left": str(minimum_left),
        "stage": "pending",
        "at": at,
    }
    answer = evaluate("campaign-withdrawal", typed, on=PINNED)
    assert answer["ok"], answer
    outputs: dict[str, Any] = answer["outputs"]
    return outputs
