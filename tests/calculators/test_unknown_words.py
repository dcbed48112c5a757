"""Words of states that nothing reads are said, and what is no order yet does not count."""

import pytest

from tests.support.order_tables import AnsweredTable, answer_table

# Of 400 and of 500 yuan 1 per cent, at least 3.00, by the rules of the pinned day.
HEAD = "订单编号,实付金额,订单状态\n1,400,已发货\n"
SAID = "What some statuses say is not known"


def _total(found: AnsweredTable) -> str:
    return found.table.totals.words()["sums"][0]["text"]


@pytest.mark.parametrize(
    "word",
    [
        "XYZ", "A", "拒收", "Chargeback", "退货退款", "30", "暂停",
        # What is said beside a refund says nothing of it.
        "未发货仅退款", "已收货退货退款", "未收到货仅退款", "拒收退款", "客户拒收退款",
        "拒签后退款", "缺货退款", "超时未发货自动退款", "7天无理由退货退款", "不想要了退款",
        "未发货退单", "已发货删单", "仅退款 未发货", "退款未收到货", "Unshipped refund",
        "Refund (not shipped)", "Out of stock refund", "Not received refund",
        "Refund before shipping",
        # Of how many items the order was is not said; and one of two payments is not both.
        "一件已退款", "退款2件", "1 item refunded", "Refund 50%", "定金已付", "订金已付",
        "退款成功×1", "退款成功(1/2)", "其中一件已退款", "退款成功50%", "Refunded x1",
        "已拒绝", "商家已拒绝", "已驳回", "REJECTED", "Declined", "Withdrawn", "已撤回", "Refused",
        "1件已取消", "一件缺货已取消", "1 of 2 cancelled", "其余已取消",
        "部分付款", "Deposit paid", "partially paid", "50% paid", "Paid 50%", "half paid",
        "paid in part", "Paid 1 of 2", "installment 1 of 3 paid", "Under paid", "50%已付款",
        "一半已付款", "部份已付款",
    ],
)  # fmt: skip
def test_a_word_that_nothing_reads_is_said_with_how_many_orders_have_it(word: str) -> None:
    found = answer_table(f"{HEAD}2,500,{word}\n3,600,{word}\n")
    assert _total(found) == "¥15.00"
    assert f"“{word}” (2)" in found.notes
    assert "counted like any other: 2." in found.notes


def test_a_few_of_them_are_quoted_and_all_orders_counted() -> None:
    rows = "".join(f"{number},500,word {number}\n" for number in range(2, 12))
    found = answer_table(HEAD + rows)
    assert "“word 6” (1) and others. " in found.notes
    assert "word 7" not in found.notes
    assert "counted like any other: 10." in found.notes


def test_an_order_of_several_rows_is_counted_once() -> None:
    found = answer_table(f"{HEAD}2,250,XYZ\n2,250,ABC\n")
    assert _total(found) == "¥9.00"
    assert "“XYZ” (1)" in found.notes
    assert "counted like any other: 1." in found.notes


@pytest.mark.parametrize(
    "word",
    [
        "部份取消", "部份退款成功", "部分缺货取消", "部分发货，其余取消", "取消部分商品",
        "待发货", "备货中", "部分发货", "已签收", "正常", "退款中", "退款关闭", "部分退款",
        "未关闭", "申请取消中",
        "待商家收货", "商家拒绝", "已同意", "验货完成", "待风控审核",
        "换货完成", "已退差价", "无", "等待出库", "货到付款", "Not returned", "To be refunded",
        "未发货退款中", "已签收，退款申请", "已收货待退货", "退货已签收", "已发货不退款",
        "无理由退货中", "Shipped - refund pending", "Delivered; return requested",
        "定金已付，尾款已付", "全款已付", "100% paid", "Paid 2 of 2", "paid 07/01",
        "partially_refunded", "authorized", "Processing", "Unfulfilled", "WAIT_SELLER_SEND_GOODS",
    ],
)  # fmt: skip
def test_of_words_that_are_understood_nothing_is_said(word: str) -> None:
    found = answer_table(f"{HEAD}2,500,{word}\n")
    assert _total(found) == "¥9.00"
    assert SAID not in found.notes


def test_a_refund_of_which_nothing_is_said_is_told_by_its_amount() -> None:
    head = "订单编号,实付金额,订单状态,退款金额\n1,400,已发货,\n"
    for word, total in (
        ("未发货仅退款", "¥4.00"),
        ("未发货退款中", "¥9.00"),
        ("拒收退款", "¥4.00"),
    ):
        assert _total(answer_table(f"{head}2,500,{word},500\n")) == total, word


def test_nor_of_the_words_of_orders_that_do_not_count() -> None:
    text = "订单编号,实付金额,订单状态,售后状态\n1,400,已发货,-\n2,500,已关闭,XYZ\n3,6,待付款,ABC\n"
    assert SAID not in answer_table(text).notes


@pytest.mark.parametrize(
    "word",
    [
        "新建", "待确认", "已提交", "已创建", "下单成功", "预订中", "预售中",
        "Created", "Submitted", "on-hold", "Pre-ordered",
    ],
)  # fmt: skip
def test_whether_an_order_was_paid_is_left_open_where_it_has_only_begun(word: str) -> None:
    found = answer_table(f"{HEAD}2,500,{word}\n")
    assert _total(found) == "¥9.00"
    assert f"“{word}” (1)" in found.notes
    text = HEAD.replace("订单状态", "订单状态,支付时间").replace(
        "已发货", "已发货,2025-02-01 10:00"
    )
    paid = answer_table(f"{text}2,500,{word},2025-02-01 10:00\n")
    assert (_total(paid), SAID in paid.notes) == ("¥9.00", False)


@pytest.mark.parametrize(
    "word",
    [
        "待成团", "未成团", "拼单未成", "拼团失败", "成团失败", "没有成团", "拼团中", "草稿",
        "Draft", "checkout-draft",
    ],
)  # fmt: skip
def test_what_is_no_order_yet_is_not_counted_and_said(word: str) -> None:
    found = answer_table(f"{HEAD}2,500,{word}\n")
    assert (_total(found), found.amounts) == ("¥4.00", ["4.00", ""])
    assert "no order yet" in found.notes
    assert found.remarks[1].startswith("No order yet")


def test_a_group_that_came_together_is_an_order() -> None:
    found = answer_table(f"{HEAD}2,500,已成团，待发货\n3,600,已成团\n")
    assert (_total(found), SAID in found.notes) == ("¥15.00", False)


@pytest.mark.parametrize(
    ("word", "amounts"),
    [
        ("退了", "¥4.00"), ("极速退款", "¥4.00"), ("已售后", "¥4.00"), ("Reversed", "¥4.00"),
        ("售后完成", "¥4.00"), ("售后成功", "¥4.00"), ("failed", "¥4.00"), ("失败", "¥4.00"),
        # Of an exchange that is no refund.
        ("售后完成（换货）", "¥9.00"), ("售后关闭", "¥9.00"),
    ],
)  # fmt: skip
def test_more_words_for_what_undoes_an_order(word: str, amounts: str) -> None:
    assert _total(answer_table(f"{HEAD}2,500,{word}\n")) == amounts


@pytest.mark.parametrize(
    ("kind", "total"),
    [
        ("换货", "¥4.00"), ("补寄", "¥4.00"), ("维修", "¥4.00"), ("仅退款", "¥0.00"), ("", "¥0.00"),
    ],
)  # fmt: skip
def test_what_ended_after_the_sale_may_have_been_an_exchange(kind: str, total: str) -> None:
    text = f"订单编号,实付金额,售后类型,售后状态\n1,400,{kind},售后完成\n"
    found = answer_table(text)
    assert _total(found) == total
    assert SAID not in found.notes
