"""An order that was refunded or closed had to be shipped until then, and no longer."""

import pytest

from tests.support.order_tables import answer_table

HEAD = "订单编号,实付金额,付款时间,承诺发货时间,发货时间,订单状态"
MOMENTS = "2026-11-01 10:00,2026-11-11 10:00"


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("退款成功时间", "退款成功"),
        ("退款完成时间", "退款成功"),
        ("售后完结时间", "退款成功"),
        ("订单关闭时间", "已关闭"),
        ("取消时间", "已取消"),
        ("Refund time", "Refunded"),
        ("Cancelled at", "Cancelled"),
    ],
)
def test_what_was_undone_before_the_promise_ended_was_not_late(heading: str, status: str) -> None:
    text = f"{HEAD},{heading}\nA,400,{MOMENTS},,{status},2026-11-02 10:00\n"
    found = answer_table(text, given={})
    assert found.amounts == ["0.00"]
    assert "after payment: 1, apart from the totals (Taken in all ¥0.00)" in found.notes
    assert "as if they still waited" not in found.notes


@pytest.mark.parametrize(
    ("shipped", "undone", "amount"),
    [
        # One per cent of 400 under 48 hours, three from then on; exactly on time is in time.
        ("", "2026-11-11 10:00", "0.00"),
        ("", "2026-11-11 10:01", "4.00"),
        ("", "2026-11-13 10:00", "12.00"),
        # Of a day alone nobody knows more than that it was over.
        ("", "2026-11-10", "0.00"),
        ("", "2026-11-11", "4.00"),
        # What was shipped before counts by that, what was shipped later was not due any more.
        ("2026-11-11 11:00", "2026-11-20 10:00", "4.00"),
        ("2026-11-20 10:00", "2026-11-10 10:00", "0.00"),
        # No word, none that could be, and one that is no moment: waiting until the 25th.
        ("", "-", "12.00"),
        ("", "2026-10-31 10:00", "12.00"),
        ("", "2026-12-31 10:00", "12.00"),
        ("", "以后", "12.00"),
    ],
)
def test_and_counts_as_late_until_then(shipped: str, undone: str, amount: str) -> None:
    text = f"{HEAD},退款成功时间\nA,400,{MOMENTS},{shipped},退款成功,{undone}\n"
    found = answer_table(text, given={})
    assert found.amounts == [amount]
    told = bool(shipped) or amount == "0.00" or undone.startswith("2026-11")
    assert ("as if they still waited" in found.notes) == (not told)


def test_a_refund_of_an_order_that_counts_changes_nothing() -> None:
    row = f"A,400,{MOMENTS},,待发货,2026-11-02 10:00\n"
    assert answer_table(f"{HEAD},退款成功时间\n{row}", given={}).amounts == ["12.00"]


def test_without_such_a_column_it_is_said_that_it_may_not_have_been_late() -> None:
    found = answer_table(f"{HEAD}\nA,400,{MOMENTS},,退款成功\n", given={})
    assert found.amounts == ["12.00"]
    assert "before they were shipped: 1. Nothing says when that was" in found.notes
    assert "Orders not shipped yet" not in found.notes


@pytest.mark.parametrize(
    ("second", "amount"),
    [
        # The last row tells: one per cent of 500 after the promise, for both.
        ("2026-11-03 10:00", "0.00"),
        ("2026-11-11 11:00", "5.00"),
        ("", "15.00"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_an_order_of_several_rows_waits_for_the_last_of_them(
    second: str, amount: str, *, turned: bool
) -> None:
    first, other = "2026-11-02 10:00", second
    if turned:
        first, other = other, first
    rows = f"A,400,{MOMENTS},,退款成功,{first}\nA,100,{MOMENTS},,退款成功,{other}\n"
    found = answer_table(f"{HEAD},退款成功时间\n{rows}", given={})
    assert found.amounts == [amount, ""]


def test_the_check_up_looks_at_it_as_it_was_then() -> None:
    text = f"{HEAD},退款成功时间\nA,400,{MOMENTS},,退款成功,2026-11-02 10:00\n"
    found = answer_table(text, "order-check", given={})
    assert found.amounts == ["to_ship"]
    assert "(At most taken in all ¥0.00" in found.notes
