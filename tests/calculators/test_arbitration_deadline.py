"""What must hold for all rulings, rejections and days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from calculators import evaluate
from calculators.core.answer import Answer

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
NEARBY = st.integers(-20, 20).map(timedelta)


@given(DAYS, DAYS)
def test_the_last_day_to_appeal_depends_on_the_effective_date_alone(
    effective: date, today: date
) -> None:
    outputs = _answer(effective, None, today)["outputs"]
    assert date.fromisoformat(outputs["appeal_by"]) - effective == timedelta(days=7)
    assert outputs["resubmit_by"] is None


@given(DAYS, st.none() | st.integers(0, 60).map(timedelta), NEARBY)
def test_status_and_days_left_tell_of_the_date_that_counts(
    effective: date, later: timedelta | None, away: timedelta
) -> None:
    rejected = effective + later if later is not None else None
    last = rejected + timedelta(days=3) if rejected else effective + timedelta(days=7)
    outputs = _answer(effective, rejected, last - away)["outputs"]
    assert outputs["resubmit_by"] == (last.isoformat() if rejected else None)
    assert outputs["days_left"] == away.days
    expected = "open" if away.days > 0 else "closed" if away.days < 0 else "last_day"
    assert outputs["status"] == expected


@given(DAYS, DAYS, NEARBY)
def test_a_rejection_cannot_come_first(effective: date, today: date, later: timedelta) -> None:
    answer = _answer(effective, effective + later, today)
    assert answer["ok"] == (later >= timedelta())
    if not answer["ok"]:
        assert [each["code"] for each in answer["errors"]] == ["out_of_order"]


def _answer(effective: date, rejected: date | None, today: date) -> Answer:
    typed = {
        "effective": effective.isoformat(),
        "rejected": rejected.isoformat() if rejected else None,
        "today": today.isoformat(),
    }
    return evaluate("arbitration-deadline", typed)
