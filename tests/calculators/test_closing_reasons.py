"""The reason for which an order was closed may be that nobody paid for it."""

import pytest

from tests.support.order_tables import AnsweredTable, answer_table

HEADINGS = [
    "取消原因", "关闭原因", "关单原因", "订单关闭原因", "交易关闭原因",
    "订单取消原因", "取消理由", "关闭类型",
    "Cancel reason", "Cancellation Reason", "Closing reason", "Reason for cancellation",
]  # fmt: skip
NOT_PAID = [
    "超时未支付", "买家未付款", "未及时付款", "逾期未付款", "支付超时", "付款超时关闭",
    "超过支付时间",
    "用户没有在规定时间内付款", "拍下未付款", "不想付款了", "余额不足",
    "付款遇到问题（如余额不足）", "付款逾時", "付款期限已过", "支付时间已过", "支付倒计时结束",
    "没钱付", "付款截止", "用户未付款",
    "Payment timeout", "Unpaid", "Buyer did not pay in time", "Customer overdue to pay",
    "Non-payment",
    "Payment not received", "Failed to pay", "payment window expired",
]  # fmt: skip
PAID = [
    "-", "", "买家申请退款", "不想要了", "缺货", "拍错了", "付款后不想要了", "未发货",
    "商家缺货，付款后取消", "付款后超时未发货", "已付款超时未发货", "付款超时未发货",
    "支付成功后超时未发货", "支付异常，已退款", "不能用优惠券付款", "没用红包支付",
    "不想用花呗支付", "不支持货到付款", "无法使用信用卡支付", "payment failed (refunded)",
    "Out of stock", "Buyer changed mind", "Paid twice",
]  # fmt: skip


def _closed(heading: str, reason: str, status: str = "已关闭") -> AnsweredTable:
    return answer_table(
        f"订单编号,实付金额,订单状态,{heading}\n1,400,已发货,-\n2,500,{status},{reason}\n"
    )


@pytest.mark.parametrize("heading", HEADINGS)
def test_an_order_closed_for_want_of_payment_was_never_paid(heading: str) -> None:
    found = _closed(heading, "超时未支付")
    assert (found.amounts, found.table.totals.unpaid) == (["4.00", ""], 1)
    assert "Rows never paid, or closed before payment, not counted: 1." in found.notes


@pytest.mark.parametrize("reason", NOT_PAID)
def test_that_nobody_paid_is_said_in_many_words(reason: str) -> None:
    assert _closed("取消原因", reason).table.totals.unpaid == 1


@pytest.mark.parametrize("reason", PAID)
def test_an_order_closed_for_another_reason_may_have_been_paid(reason: str) -> None:
    found = _closed("取消原因", reason)
    assert (found.amounts, found.table.totals.apart) == (["4.00", "5.00"], 1)


def test_a_reason_says_nothing_of_an_order_that_was_not_closed_or_has_its_payment() -> None:
    assert _closed("取消原因", "超时未支付", "已发货").amounts == ["4.00", "5.00"]
    text = "订单编号,实付金额,支付时间,订单状态,取消原因\n"
    rows = "1,400,2025-02-01 10:00,已发货,-\n2,500,2025-02-01 10:00,已关闭,超时未支付\n"
    found = answer_table(text + rows)
    assert (found.table.totals.apart, found.table.totals.unpaid) == (1, 0)


def test_without_a_status_the_reason_tells_that_nobody_paid() -> None:
    text = "订单编号,实付金额,取消原因\n1,400,-\n2,500,超时未支付\n"
    assert answer_table(text).amounts == ["4.00", ""]


@pytest.mark.parametrize(
    "reason",
    [
        "超时未支付尾款", "尾款未付", "未付尾款", "尾款支付超时", "尾款逾期未支付", "不想付尾款",
        "Balance not paid", "Final payment overdue", "Unpaid balance",
    ],
)  # fmt: skip
@pytest.mark.parametrize("status", ["已关闭", "交易关闭"])
def test_a_presale_closed_for_want_of_its_rest_was_not_to_be_shipped(
    reason: str, status: str
) -> None:
    head = "订单编号,实付金额,付款时间,尾款支付时间,订单状态,取消原因"
    deposit = "2025-01-20 10:00:00"
    found = answer_table(f"{head}\n1,400,{deposit},-,已发货,\n2,500,{deposit},,{status},{reason}\n")
    assert (found.amounts, found.table.totals.unpaid) == (["4.00", ""], 1)


@pytest.mark.parametrize("reason", ["付尾款后不想要了", "超时未发货，尾款已付", "尾款已付，缺货"])
def test_a_presale_whose_rest_was_paid_may_have_been_charged(reason: str) -> None:
    head = "订单编号,实付金额,付款时间,尾款支付时间,订单状态,取消原因"
    paid = "2025-01-20 10:00:00,2025-01-25 10:00:00"
    found = answer_table(f"{head}\n1,400,{paid},已发货,\n2,500,{paid},已关闭,{reason}\n")
    assert (found.amounts, found.table.totals.apart) == (["4.00", "5.00"], 1)
