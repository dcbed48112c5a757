"""Literal last days, counted on a calendar by hand, and what must hold for all of them."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import definition
from calculators.core.output.presentation import deadlines
from tests.support.evaluating import Answer, evaluate

ON, OLD = "2026-11-25", "2021-06-30"
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
MONTHS = DAYS.map(lambda each: each.replace(day=1))
FREEZES = st.sampled_from(["1", "3"])
TOMORROW = timedelta(days=1)

# bill_month, freeze_after, day of the rules, then due
MONTHLY = [
    ("2026-07", "3", ON, "2026-10-31"),
    ("2026-07", "1", ON, "2026-08-31"),
    ("2026-09", "3", ON, "2026-12-31"),
    ("2026-10", "3", ON, "2027-01-31"),
    ("2026-11", "3", ON, "2027-02-28"),
    ("2027-11", "3", ON, "2028-02-29"),
    ("2026-12", "1", ON, "2027-01-31"),
    ("2026-12", "3", ON, "2027-03-31"),
    ("2021-06", "3", ON, "2021-09-30"),
    ("2021-05", "3", OLD, "2021-05-31"),
    ("2021-05", "1", OLD, "2021-06-30"),
]

# start, then safe_by and due
CLOSING = [
    ("2026-11-20", "2026-11-24", "2026-11-25"),
    ("2026-12-27", "2026-12-31", "2027-01-01"),
    ("2028-02-24", "2028-02-28", "2028-02-29"),
    ("2028-02-25", "2028-02-29", "2028-03-01"),
]


@pytest.mark.parametrize(("bill", "freeze_after", "on", "due"), MONTHLY)
def test_a_bill_is_due_at_the_end_of_a_month(
    bill: str, freeze_after: str, on: str, due: str
) -> None:
    typed = {"bill_month": bill, "freeze_after": freeze_after, "today": "2026-11-25"}
    outputs = _answer(on, kind="monthly", **typed)["outputs"]
    assert (outputs["due"], outputs["safe_by"]) == (due, None)


@pytest.mark.parametrize(("start", "safe", "due"), CLOSING)
def test_closing_takes_five_days_and_the_fourth_is_safe(start: str, safe: str, due: str) -> None:
    answer = _answer(ON, kind="closing", start=start, today=start)
    found = deadlines(definition("invoice-deadline"), answer)
    assert list(found.items()) == [("safe_by", safe), ("due", due)], "the safe day leads"


@pytest.mark.parametrize(
    ("bill", "on", "any_time"),
    [
        ("2021-06", ON, True),
        ("2021-07", ON, False),
        ("2026-10", ON, False),
        ("2021-06", OLD, True),
        ("2021-07", "2021-07-01", False),
        ("2021-06", "2021-07-01", True),
    ],
)
def test_the_month_of_the_bill_decides_whether_it_may_be_frozen_at_any_time(
    bill: str,
    on: str,
    any_time: bool,  # noqa: FBT001
) -> None:
    answer = _answer(on, kind="monthly", bill_month=bill, today=on)
    assert ("any_time" in [each["code"] for each in answer["warnings"]]) == any_time
    by_article = _answer(on, kind="monthly", bill_month=bill, freeze_after="1", today=on)
    assert "any_time" not in [each["code"] for each in by_article["warnings"]]


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
    typed = {"kind": "closing", "start": start.isoformat(), "today": today.isoformat()}
    outputs = _answer(ON, **typed)["outputs"]
    assert date.fromisoformat(outputs["due"]) - start == timedelta(days=5)
    assert date.fromisoformat(outputs["safe_by"]) - start == timedelta(days=4)
    assert outputs["days_left"] == (start - today).days + 5


@given(MONTHS, FREEZES, st.integers(-40, 40))
def test_status_and_days_left_agree(bill: date, freeze_after: str, away: int) -> None:
    due = date.fromisoformat(_monthly(bill, freeze_after, bill)["due"])
    outputs = _monthly(bill, freeze_after, due - timedelta(days=away))
    assert outputs["days_left"] == away
    assert outputs["status"] == ("open" if away > 0 else "closed" if away < 0 else "last_day")


def _monthly(bill: date, freeze_after: str, today: date) -> dict[str, Any]:
    typed = {
        "kind": "monthly",
        "bill_month": f"{bill:%Y-%m}",
        "freeze_after": freeze_after,
        "today": today.isoformat(),
    }
    outputs: dict[str, Any] = _answer(ON, **typed)["outputs"]
    return outputs


def _answer(on: str, **typed: str) -> Answer:
    return evaluate("invoice-deadline", typed, on=on)
