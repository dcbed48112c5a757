"""What the rows of one order tell together: each of them may say what the others leave open."""

from collections.abc import Mapping, Sequence

import pytest

from tests.support.order_tables import answer_table

HOURS = {"promised_hours": "48", "late_hours": "1"}
# Of 2025: 1 % of what was paid, 3.00 at least. Of 2026, an hour late on a promise of 48: nothing.
PAID_2025, PAID_2026 = "2025-02-01 10:00", "2026-11-01 10:00"


@pytest.mark.parametrize(
    ("head", "rows", "given", "calculator", "amounts"),
    [
        # The moment of the payment, in whichever row it stands: 1 % of 400.
        ("付款时间", ["A,100,", f"A,300,{PAID_2025}"], HOURS, "late-delivery", ["4.00", ""]),
        ("付款时间", ["A,100,", "A,0,", f"A,300,{PAID_2025}"], HOURS, "late-delivery",
         ["4.00", "", ""]),
        ("付款时间", ["A,100,-", f"B,500,{PAID_2025}", f"A,300,{PAID_2025}"], HOURS,
         "late-delivery", ["4.00", "5.00", ""]),
        ("付款时间", ["A,100,", f"A,300,{PAID_2026}"], HOURS, "late-delivery", ["0.00", ""]),
        # 5 % of 400.
        ("付款时间", ["A,100,", f"A,300,{PAID_2025}"], {"promised_hours": "48"}, "out-of-stock",
         ["20.00", ""]),
        # Days of payments, and those of rules.
        ("付款日期", ["A,100,", "A,300,2025-02-01"], HOURS, "late-delivery", ["4.00", ""]),
        ("规则日", ["A,100,", "A,300,2025/2/1"], HOURS, "late-delivery", ["4.00", ""]),
        ("规则日", ["A,100,2025-02-01", "A,300,2025/2/1"], HOURS, "late-delivery", ["4.00", ""]),
        ("规则日", ["A,100,2025-02-01", "A,300,"], HOURS, "late-delivery", ["4.00", ""]),
        # What cannot be read, or is another day, is said.
        ("付款时间", ["A,100,", "A,300,x", f"B,300,{PAID_2025}"], HOURS, "late-delivery",
         ["", "", "3.00"]),
        ("规则日", ["A,400,2025-02-01", "A,400,2026-11-01"], HOURS, "late-delivery", ["", ""]),
        ("规则日", ["A,400,2026-11-01", "A,400,2025-02-01"], HOURS, "late-delivery", ["", ""]),
        ("付款日期", ["A,400,", "A,400,2026-11-01", "A,1,2025-02-01"], HOURS, "late-delivery",
         ["", "", ""]),
    ],
)  # fmt: skip
def test_what_one_row_of_an_order_tells_holds_for_all(
    head: str,
    rows: Sequence[str],
    given: Mapping[str, str],
    calculator: str,
    amounts: Sequence[str],
) -> None:
    text = "\n".join([f"订单编号,实付金额,{head}", *rows, ""])
    found = answer_table(text, calculator, given=given)
    assert found.amounts == amounts
    if not amounts[0]:
        assert "disagree in" in found.remarks[0]


def test_hours_follow_from_a_payment_that_stands_in_a_further_row() -> None:
    head = "主订单编号,订单应付金额,支付完成时间,承诺发货时间,发货时间\n"
    # 240 h promised, 26 h late: 1 % of 500 and of 100, 2.00 at least.
    rest = "2026-11-11 10:00,2026-11-12 12:00\n"
    rows = f"A,200,,{rest}A,300,2026-11-01 10:00,{rest}B,100,2026-11-01 10:00,{rest}"
    late = answer_table(head + rows, given={})
    assert late.amounts == ["5.00", "", "2.00"]
