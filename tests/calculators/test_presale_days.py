"""Presale days: one line, everything beyond it is long, and the platform's word comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED

DAYS = st.integers(1, 10**6)


@given(DAYS)
def test_the_line_is_a_week(days: int) -> None:
    assert _verdict(days) == ("ok" if days <= 7 else "long")


@given(DAYS, DAYS)
def test_fewer_days_are_never_worse(one: int, other: int) -> None:
    fewer, more = sorted((one, other))
    assert (_verdict(fewer), _verdict(more)) != ("long", "ok")


@pytest.mark.parametrize(
    ("on", "days", "codes"),
    [
        ("2026-05-05", "8", ["advice", "reason"]),
        ("2026-05-06", "8", ["advice", "reason", "late_costs"]),
        ("2026-08-11", "30", ["advice", "reason", "late_costs"]),
        ("2026-08-12", "31", ["advice", "reason", "too_long", "late_costs", "beyond_2020"]),
        ("2026-08-12", "7", ["advice"]),
    ],
)
def test_what_the_platform_says_stands_beside_the_advice(
    on: str, days: str, codes: list[str]
) -> None:
    answer = evaluate("presale-days", {"days": days}, on=on)
    assert answer["steps"][0]["code"] == "no_platform_text"
    assert [each["code"] for each in answer["warnings"]] == codes


def _verdict(days: int) -> str:
    answer = evaluate("presale-days", {"days": str(days)}, on=PINNED)
    return str(answer["outputs"]["verdict"])
