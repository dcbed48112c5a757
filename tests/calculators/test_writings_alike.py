"""A question typed reads what a cell of a file does: one rule for both."""

import pytest

from calculators import evaluate
from tests.support.order_tables import answer_table

PAID_AT = "2026-09-01 09:03"


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("promised_hours", "48小時"),
        ("promised_hours", "兩天"),
        ("promised_hours", "48时"),
        ("late_hours", "50時20分"),
        ("late_hours", "2天2小時"),
        ("paid", "400圓"),
        ("paid", "４００。００"),
        ("paid_at", f"{PAID_AT} 周二"),
        ("paid_at", f"{PAID_AT}（週二）"),
        ("paid_at", "2026年9月1日 星期二 9:03"),
        ("paid_at", f"{PAID_AT} Tue"),
        ("paid_at", "2026-09-01 Tue 9:03"),
        ("paid_at", "2026-09-01 (Tuesday) 9:03"),
        ("promised_hours", "支付完成后48小时内发货"),
        ("promised_hours", "2天，48小时"),
        ("late_hours", "50:20"),
    ],
)
def test_a_writing_is_read_alike(field: str, written: str) -> None:
    """1 % of 400, 50 hours late."""
    values = {"paid": "400", "paid_at": PAID_AT, "promised_hours": "48", "late_hours": "50"}
    typed = values | {field: written}
    answer = evaluate("late-delivery", typed)
    assert answer["ok"], answer
    assert answer["outputs"]["compensation"] == "4.00"
    head, row = ",".join(typed), ",".join(typed.values())
    assert answer_table(f"order,{head}\n1,{row}\n").amounts == ["4.00"]


@pytest.mark.parametrize(
    "written", ["2026-07", "2026年7月账期", "2026年07月賬單", "2026-07-01~2026-07-31"]
)
def test_the_month_of_a_bill_is_read_alike(written: str) -> None:
    inputs = {"kind": "monthly", "bill_month": written, "today": "2026-11-28"}
    expected = evaluate("invoice-deadline", inputs | {"bill_month": "2026-07"})
    assert evaluate("invoice-deadline", inputs) == expected


def test_another_day_of_the_week_is_no_day() -> None:
    inputs = {
        "paid": "400",
        "paid_at": f"{PAID_AT} 周三",
        "promised_hours": "48",
        "late_hours": "50",
    }
    answer = evaluate("late-delivery", inputs)
    assert not answer["ok"]
    assert [each["field"] for each in answer["errors"]] == ["paid_at"]
