"""Literal days, counted on a calendar by hand, and what must hold for all of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import definition
from calculators.core.output.presentation import deadlines
from tests.support.evaluating import Answer, evaluate

ON = "2026-11-25"
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
NEARBY = st.integers(-20, 20).map(timedelta)
KINDS = st.sampled_from(["violation", "sampling", "arbitration"])

# kind, effective, rejected, then safe_by, appeal_by, resubmit_by. 2026-11-23 is a Monday.
COUNTED = [
    ("violation", "2026-11-20", None, "2026-11-26", "2026-11-27", None),
    ("violation", "2026-12-28", None, "2027-01-03", "2027-01-04", None),
    ("violation", "2028-02-23", None, "2028-02-29", "2028-03-01", None),
    ("violation", "2026-11-20", "2026-11-21", "2026-11-26", "2026-11-27", None),
    ("sampling", "2026-11-23", None, "2026-11-27", "2026-11-30", None),
    ("sampling", "2026-11-24", None, "2026-11-30", "2026-12-01", None),
    ("sampling", "2026-11-25", None, "2026-12-01", "2026-12-02", None),
    ("sampling", "2026-11-26", None, "2026-12-02", "2026-12-03", None),
    ("sampling", "2026-11-27", None, "2026-12-03", "2026-12-04", None),
    ("sampling", "2026-11-28", None, "2026-12-03", "2026-12-04", None),
    ("sampling", "2026-11-29", None, "2026-12-03", "2026-12-04", None),
    ("sampling", "2026-11-25", "2026-11-26", "2026-12-01", "2026-12-02", None),
    ("arbitration", "2026-11-03", None, "2026-11-09", "2026-11-10", None),
    ("arbitration", "2026-11-03", "2026-11-14", "2026-11-16", "2026-11-10", "2026-11-17"),
    ("arbitration", "2026-11-03", "2026-11-03", "2026-11-05", "2026-11-10", "2026-11-06"),
]


@pytest.mark.parametrize(("kind", "effective", "rejected", "safe", "appeal", "resubmit"), COUNTED)
def test_the_days_are_those_of_the_calendar(  # noqa: PLR0913, PLR0917 (a row of the table)
    kind: str, effective: str, rejected: str | None, safe: str, appeal: str, resubmit: str | None
) -> None:
    typed = {"kind": kind, "effective": effective, "rejected": rejected, "today": effective}
    outputs = evaluate("arbitration-deadline", typed, on=ON)["outputs"]
    found = [outputs[name] for name in ("safe_by", "appeal_by", "resubmit_by")]
    assert found == [safe, appeal, resubmit]


def test_a_violation_is_what_is_asked_about_unless_something_else_is_said() -> None:
    typed = {"effective": "2026-11-20", "today": "2026-11-20"}
    answer = evaluate("arbitration-deadline", typed, on=ON)
    assert answer == evaluate("arbitration-deadline", typed | {"kind": "violation"}, on=ON)
    assert answer["inputs"]["kind"] == "violation"


def test_the_safe_day_leads_the_calendar() -> None:
    answer = _answer("arbitration", date(2026, 11, 3), date(2026, 11, 14), date(2026, 11, 15))
    found = deadlines(definition("arbitration-deadline"), answer)
    assert list(found) == ["safe_by", "appeal_by", "resubmit_by"]
    assert found["safe_by"] == "2026-11-16"


@given(KINDS, DAYS, st.none() | st.integers(0, 60).map(timedelta), NEARBY)
def test_status_and_days_left_tell_of_the_date_that_counts(
    kind: str, effective: date, later: timedelta | None, away: timedelta
) -> None:
    rejected = effective + later if later is not None else None
    outputs = _answer(kind, effective, rejected, effective)["outputs"]
    counts = "resubmit_by" if rejected and kind == "arbitration" else "appeal_by"
    last = date.fromisoformat(outputs[counts])
    outputs = _answer(kind, effective, rejected, last - away)["outputs"]
    assert outputs["days_left"] == away.days
    expected = "open" if away.days > 0 else "closed" if away.days < 0 else "last_day"
    assert outputs["status"] == expected
    assert date.fromisoformat(outputs["safe_by"]) < last


@given(st.sampled_from(["violation", "sampling"]), DAYS, st.integers(0, 60).map(timedelta), DAYS)
def test_a_rejection_makes_no_difference_outside_arbitration(
    kind: str, effective: date, later: timedelta, today: date
) -> None:
    with_it = _answer(kind, effective, effective + later, today)
    without = _answer(kind, effective, None, today)
    assert with_it["outputs"] == without["outputs"]
    assert with_it["outputs"]["resubmit_by"] is None
    assert "second_appeal" in [each["code"] for each in with_it["steps"]]
    assert "second_appeal" not in [each["code"] for each in without["steps"]]


@given(DAYS)
def test_sampling_is_due_on_a_working_day_five_working_days_on(
    effective: date,
) -> None:
    outputs = _answer("sampling", effective, None, effective)["outputs"]
    due, safe = (date.fromisoformat(outputs[name]) for name in ("appeal_by", "safe_by"))
    assert due.isoweekday() <= 5
    assert safe.isoweekday() <= 5
    between = [effective + timedelta(days=n) for n in range(1, (due - effective).days + 1)]
    assert sum(each.isoweekday() <= 5 for each in between) == 5
    assert timedelta(days=5) <= due - effective <= timedelta(days=7)


@given(KINDS, DAYS, DAYS, NEARBY)
def test_a_rejection_cannot_come_first(
    kind: str, effective: date, today: date, later: timedelta
) -> None:
    answer = _answer(kind, effective, effective + later, today)
    assert answer["ok"] == (later >= timedelta())
    if not answer["ok"]:
        assert [each["code"] for each in answer["errors"]] == ["out_of_order"]


def _answer(kind: str, effective: date, rejected: date | None, today: date) -> Answer:
    typed = {
        "kind": kind,
        "effective": effective.isoformat(),
        "rejected": rejected.isoformat() if rejected else None,
        "today": today.isoformat(),
    }
    return evaluate("arbitration-deadline", typed, on=ON)
