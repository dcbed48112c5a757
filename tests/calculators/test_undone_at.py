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


NOW = {"now": "2026-11-20 10:00"}


@pytest.mark.parametrize(
    "heading",
    ["退款成功时间", "退款完成时间", "售后完成时间", "平台退款到账时间", "原路退款成功日期",
     "Refunded at", "Refund completed at", "Refund success time"],
)  # fmt: skip
def test_the_moment_of_a_refund_undoes_an_order_then(heading: str) -> None:
    text = (
        f"{HEAD},{heading}\nA,400,{MOMENTS},2026-11-11 11:00,已发货,\n"
        f"B,400,{MOMENTS},2026-11-11 11:00,已发货,2026-11-15 10:00\n"
        f"C,400,{MOMENTS},,待发货,2026-11-05 10:00\nD,400,{MOMENTS},2026-11-11 11:00,已发货,-\n"
    )
    found = answer_table(text, given=NOW)
    # The third was refunded before its promise ended.
    assert (found.amounts, found.table.totals.apart) == (["4.00", "4.00", "0.00", "4.00"], 2)
    assert f"“{heading}” (2). In all 2, taken as refunded in full at that time" in found.notes


@pytest.mark.parametrize(
    ("head", "cells", "undone", "said"),
    [
        ("售后状态,退款成功时间", ",2025-03-01", True, "taken as refunded in full"),
        ("售后类型,售后完成时间", "仅退款,2025-03-01", True, "taken as refunded in full"),
        # Something else tells more.
        ("售后状态,售后完成时间", "退款关闭,2025-03-01", False, ""),
        ("售后状态,售后完成时间", "换货完成,2025-03-01", False, ""),
        ("售后类型,售后完成时间", "换货,2025-03-01", False, ""),
        ("退款金额,退款成功时间", "100,2025-03-01", False, "refunded in part"),
        ("退款金额,售后完成时间", "0,2025-03-01", False, ""),
        ("退款金额,退款成功时间", "500,2025-03-01", True, "refunded as a whole"),
        ("退款金额,退款成功时间", ",2025-03-01", True, "taken as refunded in full"),
        # Asked for, perhaps.
        (
            "订单状态,退款时间",
            "已完成,2025-03-01",
            False,
            "that it was completed: “退款时间” (1)",
        ),
        ("订单状态,退款申请时间", "已完成,2025-03-01", False, "that it was completed"),
        ("订单状态,申请售后时间", "已完成,2025-03-01", False, "that it was completed"),
        ("订单状态,退货完成时间", "已完成,2025-03-01", False, "that it was completed"),
        ("订单状态,Refund requested at", "已完成,2025-03-01", False, "that it was completed"),
        ("订单状态,应退金额", "已完成,500", False, "that it was completed: “应退金额” (1)"),
        ("订单状态,申请退款金额", "已完成,500", False, "that it was completed"),
        ("售后状态,退款申请时间", "退款关闭,2025-03-01", False, ""),
        # A contradiction.
        ("售后状态,退款成功时间", "无售后,2025-03-01", False, "that it was completed"),
        ("订单状态,应退金额", "已完成,0", False, ""),
        ("订单状态,退款时间", "已完成,0000-00-00 00:00:00", False, ""),
        ("订单状态,退款截止时间", "已完成,2025-03-01", False, ""),
        # Of closing the status tells, where there is one.
        ("订单状态,取消时间", "已完成,2025-03-01", False, ""),
        ("订单状态,取消时间", ",2025-03-01", False, "and no status: “取消时间” (1)"),
        ("类目,订单关闭时间", "鞋,2025-03-01", False, "and no status"),
    ],
)
def test_what_else_a_row_tells_goes_before_the_moment_of_a_refund(
    head: str, cells: str, said: str, *, undone: bool
) -> None:
    found = answer_table(f"订单编号,实付金额,{head}\n1,400,,\n2,500,{cells}\n")
    assert (found.amounts, found.table.totals.apart) == (["4.00", "5.00"], undone)
    if said:
        assert said in found.notes
    else:
        assert "In all 1, " not in found.notes


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
