"""What must hold for all bills, closings and days."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from calculators import evaluate

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
MONTHS = DAYS.map(lambda each: each.replace(day=1))
FREEZES = st.sampled_from(["1", "3"])
TOMORROW = timedelta(days=1)


@given(MONTHS, FREEZES, DAYS)
def test_a_bill_is_due_on_the_last_day_so_many_months_on(
    bill: date, freeze_after: str, today: date
) -> None:
    due = date.fromisoformat(_monthly(bill, freeze_after, today)["due"])
    assert (due + TOMORROW).day == 1
    assert (due.year - bill.year) * 12 + due.month - bill.month == int(freeze_after)


@given(MONTHS, MONTHS, FREEZES, DAYS)
def test_a_later_bill_is_never_due_earlier(
    one: date, other: date, freeze_after: str, today: date
) -> None:
    first, second = (_monthly(bill, freeze_after, today) for bill in sorted((one, other)))
    assert first["due"] <= second["due"]
    assert first["days_left"] <= second["days_left"]


@given(DAYS, DAYS)
def test_closing_takes_five_days(start: date, today: date) -> None:
    outputs = _outputs(kind="closing", start=start.isoformat(), today=today.isoformat())
    assert date.fromisoformat(outputs["due"]) - start == timedelta(days=5)


@given(MONTHS, FREEZES, st.integers(-40, 40))
def test_status_and_days_left_agree(bill: date, freeze_after: str, away: int) -> None:
    due = date.fromisoformat(_monthly(bill, freeze_after, bill)["due"])
    outputs = _monthly(bill, freeze_after, due - timedelta(days=away))
    assert outputs["days_left"] == away
    assert outputs["status"] == ("open" if away > 0 else "closed" if away < 0 else "last_day")


def _monthly(bill: date, freeze_after: str, today: date) -> dict[str, Any]:
    return _outputs(
        kind="monthly",
        bill_month=f"{bill:%Y-%m}",
        freeze_after=freeze_after,
        today=today.isoformat(),
    )


def _outputs(**typed: str) -> dict[str, Any]:
    outputs: dict[str, Any] = evaluate("invoice-deadline", typed)["outputs"]
    return outputs
