"""Columns of states by whatever name, and columns that ask yes or no of an order."""

import pytest

from tests.support.order_tables import answer_table

# 1 per cent of 400 and of 500, at least 3.00, by the rules of the pinned day.
KEPT, OTHER = "4.00", "5.00"


def _sums(text: str) -> tuple[list[str], str]:
    found = answer_table(text)
    return found.amounts, found.table.totals.words()["sums"][0]["text"]


@pytest.mark.parametrize(
    "heading",
    [
        "平台状态", "系统状态", "单据状态", "处理状态",
        "店铺状态", "平台订单状态", "线上状态", "原始状态",
        "订单阶段", "履约状态", "资金状态", "交易结果",
        "订单状态名称", "平臺狀態", "Fulfillment", "Fulfilment status",
        "Platform status", "Marketplace order state",
    ],
)  # fmt: skip
def test_a_column_of_states_goes_by_many_names(heading: str) -> None:
    head = f"订单编号,实付金额,{heading}\n1,400,已发货\n"
    assert _sums(f"{head}2,500,交易关闭\n") == ([KEPT, OTHER], "¥4.00")
    assert _sums(f"{head}2,500,待付款\n") == ([KEPT, ""], "¥4.00")
    found = answer_table(f"{head}2,500,交易关闭\n")
    assert heading in found.notes
    assert "No column says what has become" not in found.notes


@pytest.mark.parametrize(
    "heading",
    ["退款阶段", "售后结果", "售后", "退款", "退换状态", "退款进度", "Refunds", "After-sales"],
)
def test_so_does_one_of_what_follows_the_sale(heading: str) -> None:
    rows = "1,400,已发货,\n2,500,已发货,退款成功\n3,600,已发货,已关闭\n"
    # A request that was closed undoes no order.
    text = f"订单编号,实付金额,订单状态,{heading}\n{rows}"
    assert _sums(text) == ([KEPT, OTHER, "6.00"], "¥10.00")
    assert f"订单状态, {heading}" in answer_table(text).notes
    alone = answer_table(
        "订单编号,实付金额," + text.partition("订单状态,")[2].replace("已发货,", "")
    )
    assert "no column whether they were paid or closed" in alone.notes


@pytest.mark.parametrize(
    "nothing",
    [
        "无退款", "未退款", "无售后", "未申请售后", "没有退款", "无", "正常",
        "No refund", "not refunded", "none", "售后关闭", "待退货", "Refund requested",
    ],
)  # fmt: skip
@pytest.mark.parametrize("heading", ["退款状态", "售后状态", "售后"])
def test_that_nothing_was_given_back_is_understood(heading: str, nothing: str) -> None:
    rows = "".join(f"{number},400,已发货,{nothing}\n" for number in range(1, 71))
    found = answer_table(f"订单编号,实付金额,订单状态,{heading}\n{rows}99,500,已发货,退款成功\n")
    assert found.table.totals.words()["sums"][0]["text"] == "¥280.00"
    assert found.table.totals.apart == 1
    assert "is not known" not in found.notes


@pytest.mark.parametrize(
    ("heading", "yes", "no"),
    [
        ("是否退款", "是", "否"), ("是否已退款", "1", "0"), ("是否全额退款", "Y", "N"),
        ("是否取消", "√", ""), ("是否已取消", "TRUE", "FALSE"), ("是否作废", "是", "-"),
        ("订单是否关闭", "有", "无"), ("退款", "是", "否"), ("Refunded", "Yes", "No"),
        ("Is cancelled", "true", "false"),
    ],
)  # fmt: skip
def test_a_yes_says_what_its_heading_asks(heading: str, yes: str, no: str) -> None:
    for state in ("", "订单状态,"):
        cell = "已发货," if state else ""
        text = f"订单编号,实付金额,{state}{heading}\n1,400,{cell}{no}\n2,500,{cell}{yes}\n"
        assert _sums(text) == ([KEPT, OTHER], "¥4.00")


@pytest.mark.parametrize("heading", ["是否付款", "是否已付款", "是否支付", "已支付", "Is paid"])
def test_a_no_under_paid_says_that_nobody_paid(heading: str) -> None:
    text = f"订单编号,实付金额,{heading}\n1,400,是\n2,500,否\n"
    assert _sums(text) == ([KEPT, ""], "¥4.00")


@pytest.mark.parametrize(
    "heading",
    [
        "物流状态", "发票状态", "审核状态", "打印状态",
        "商品状态", "库存状态", "锁定状态", "发货状态",
        "面单状态", "退货物流状态", "是否申请退款", "是否支持退款",
        "是否极速退款", "是否部分退款", "结算状态",
        "买家状态", "Invoice status", "Delivery status", "Stock status",
    ],
)  # fmt: skip
@pytest.mark.parametrize("cell", ["已取消", "已作废", "已失效", "是", "关闭"])
def test_a_state_of_something_else_undoes_no_order(heading: str, cell: str) -> None:
    text = f"订单编号,实付金额,订单状态,{heading}\n1,400,已发货,正常\n2,500,已发货,{cell}\n"
    assert _sums(text) == ([KEPT, OTHER], "¥9.00")


@pytest.mark.parametrize(
    ("system", "platform", "total"),
    [
        ("已作废", "已取消", "¥4.00"),
        ("已发货", "已取消", "¥4.00"),
        # A program closes what it joins and splits: the platform's order goes on.
        ("已作废", "已发货", "¥9.00"),
        ("已作废", "", "¥4.00"),
        ("已退款", "已发货", "¥4.00"),
    ],
)
def test_the_platform_knows_better_than_a_program_what_was_closed(
    system: str, platform: str, total: str
) -> None:
    text = f"订单编号,实付金额,系统状态,平台状态\n1,400,已发货,已发货\n2,500,{system},{platform}\n"
    assert _sums(text) == ([KEPT, OTHER], total)


def test_all_columns_of_one_kind_are_read() -> None:
    text = "订单编号,实付金额,订单状态,交易状态\n1,400,已发货,交易成功\n2,500,已发货,交易关闭\n"
    assert _sums(text) == ([KEPT, OTHER], "¥4.00")


def test_a_column_that_was_left_out_is_not_read() -> None:
    text = "订单编号,实付金额,平台状态\n1,400,已发货\n2,500,交易关闭\n"
    found = answer_table(text, chosen={"status": ""})
    assert found.table.totals.words()["sums"][0]["text"] == "¥9.00"
    assert "No column says what has become" in found.notes


@pytest.mark.parametrize(
    ("heading", "cells", "told"),
    [
        # Of what has a usual name the words are quoted.
        ("订单状态", ("2", "3"), False),
        ("平台状态", ("2", "3"), True),
        ("订单阶段", ("甲", "乙"), True),
        ("退款", ("0", "12.5"), False),
        ("Refunded", ("0", "12.5"), False),
        ("审核状态", ("通过", "驳回"), False),
        ("订单状态", ("已发货", "甲"), False),
    ],
)
def test_a_column_that_looks_like_states_and_cannot_be_read_is_named(
    heading: str, cells: tuple[str, str], *, told: bool
) -> None:
    found = answer_table(f"订单编号,实付金额,{heading}\n1,400,{cells[0]}\n2,500,{cells[1]}\n")
    assert found.amounts == [KEPT, OTHER]
    assert (f"“{heading}” looks like a status" in found.notes) == told
    assert "taken from these columns" not in found.notes


@pytest.mark.parametrize(
    ("heading", "cells", "unknown"),
    [
        ("售后状态", ("待商家收货", "-"), ""),
        ("售后状态", ("补寄完成", "仲裁中"), ""),
        ("售后状态", ("打款中", "价保成功"), "“打款中” (1)"),
        ("订单状态", ("2", "3"), "“2” (1), “3” (1)"),
    ],
)
def test_no_column_that_is_read_is_called_unused(
    heading: str, cells: tuple[str, str], unknown: str
) -> None:
    first = f"订单编号,实付金额,{heading}\n1,400,{cells[0]}\n2,500,{cells[1]}\n"
    # Further down than the rows that are looked at before.
    more = "".join(f"{n},100,{cells[1]}\n" for n in range(3, 100)) if not unknown else ""
    found = answer_table(f"{first}{more}100,100,退款成功\n")
    assert found.amounts[:2] == [KEPT, OTHER]
    assert "Refunded or closed after payment: 1, apart" in found.notes
    assert ("looks like a status" in found.notes, unknown in found.notes) == (False, True)


def test_what_is_empty_in_the_first_rows_is_read_below() -> None:
    rows = "".join(f"{n},300,\n" for n in range(100, 200))
    assert _sums(f"订单编号,实付金额,售后\n{rows}2,500,退款成功\n")[1] == "¥300.00"


@pytest.mark.parametrize(
    "heading", ["退款状态", "退款进度", "退货状态", "商品退款状态", "退货退款状态", "Refund status"]
)
@pytest.mark.parametrize("cell", ["已完成", "完成", "已完结", "处理完成", "Completed", "已完成 "])
def test_what_is_done_below_a_refund_was_one(heading: str, cell: str) -> None:
    text = f"订单编号,实付金额,订单状态,{heading}\n1,400,已发货,-\n2,500,已发货,{cell}\n"
    assert _sums(text) == ([KEPT, OTHER], "¥4.00")


@pytest.mark.parametrize("heading", ["售后状态", "售后处理状态", "After-sale status"])
@pytest.mark.parametrize("cell", ["已完成", "完成", "Completed"])
def test_what_was_asked_for_after_the_sale_and_is_done_may_be_anything(
    heading: str, cell: str
) -> None:
    text = f"订单编号,实付金额,订单状态,{heading}\n1,400,已发货,-\n2,500,已发货,{cell}\n"
    assert _sums(text)[1] == "¥9.00"
    assert f"“{cell}” (1)" in answer_table(text).notes


@pytest.mark.parametrize(
    ("asked", "total"),
    [
        ("退货退款", "¥4.00"), ("仅退款", "¥4.00"), ("未发货仅退款", "¥4.00"), ("Refund", "¥4.00"),
        ("换货", "¥9.00"), ("部分退款", "¥9.00"), ("退运费", "¥9.00"), ("仅退运费", "¥9.00"),
        ("退差价", "¥9.00"), ("补差价", "¥9.00"), ("小额打款", "¥9.00"), ("价格保护", "¥9.00"),
        ("赔付", "¥9.00"), ("发票", "¥9.00"), ("投诉", "¥9.00"), ("Partial refund", "¥9.00"),
    ],
)  # fmt: skip
def test_unless_what_it_was_is_said(asked: str, total: str) -> None:
    for cell in ("已完成", "售后完成"):
        text = f"订单编号,实付金额,售后类型,售后状态\n1,400,-,-\n2,500,{asked},{cell}\n"
        assert _sums(text)[1] == total


@pytest.mark.parametrize(
    "heading",
    ["订单/售后状态", "订单状态/售后状态", "订单及售后状态", "交易/退款状态", "运费退款状态",
     "退差价状态", "部分退款状态", "退税状态", "售后客服状态"],
)  # fmt: skip
def test_what_is_done_below_another_heading_is_no_refund(heading: str) -> None:
    text = f"订单编号,实付金额,{heading}\n1,400,已发货\n2,500,已完成\n"
    assert _sums(text)[1] == "¥9.00"


@pytest.mark.parametrize(
    "heading", ["Unpaid", "Is unpaid", "Order unpaid", "是否未付款", "Invalid"]
)
def test_a_no_to_what_would_undo_it_leaves_an_order(heading: str) -> None:
    text = f"订单编号,实付金额,{heading}\n1,400,No\n2,500,No\n"
    assert _sums(text)[1] == "¥9.00"


@pytest.mark.parametrize(
    "heading",
    [
        "是否有退款", "是否发生退款", "有退款", "退款订单", "是否退款订单", "是否售后退款",
        "发货前退款",
        "是否全退", "全退", "是否全额退", "取消订单", "是否取消订单", "是否交易关闭",
        "是否作废订单", "废单",
        "是否废单", "是否关单", "是否撤单", "是否删除", "是否无效", "Has refund", "Full refund",
    ],
)  # fmt: skip
def test_a_yes_in_other_words_undoes_an_order(heading: str) -> None:
    text = f"订单编号,实付金额,{heading}\n1,400,否\n2,500,是\n"
    assert _sums(text) == ([KEPT, OTHER], "¥4.00")


@pytest.mark.parametrize("heading", ["是否有效", "有效订单", "订单有效", "Valid", "Is valid"])
def test_a_no_under_valid_undoes_an_order(heading: str) -> None:
    text = f"订单编号,实付金额,{heading}\n1,400,是\n2,500,否\n"
    assert _sums(text) == ([KEPT, OTHER], "¥4.00")


def test_a_yes_under_unpaid_says_that_nobody_paid() -> None:
    text = "订单编号,实付金额,是否未付款\n1,400,否\n2,500,是\n"
    assert _sums(text) == ([KEPT, ""], "¥4.00")


@pytest.mark.parametrize("heading", ["是否全退", "发货前退款", "是否售后退款"])
def test_a_no_to_one_kind_of_refund_leaves_the_amount_to_tell(heading: str) -> None:
    text = f"订单编号,实付金额,{heading},退款金额\n1,400,否,0\n2,500,否,500\n"
    assert _sums(text) == ([KEPT, OTHER], "¥4.00")


@pytest.mark.parametrize(
    ("heading", "said"),
    [("是否仅退款", True), ("是否申请退款", True), ("是否部分退款", True),
     ("手机号是否有效", False), ("Returning customer", False), ("是否取消预约", False),
     ("取消打印", False), ("极速退", False), ("7天退货", False),

     ("是否支持无理由退货", False),
     ("是否可退", False),
     ("是否含退货运费险", False), ("是否退换货", False), ("是否有效期内", False)],
)  # fmt: skip
def test_a_yes_to_what_is_not_known_is_said(heading: str, *, said: bool) -> None:
    found = answer_table(
        f"订单编号,实付金额,订单状态,{heading}\n1,400,已发货,是\n2,500,已发货,否\n"
    )
    assert (f"“{heading}” looks like a status" in found.notes) is said


@pytest.mark.parametrize("heading", ["是否申请退款", "是否仅退款"])
def test_what_is_only_said_leaves_the_amount_to_tell(heading: str) -> None:
    text = f"订单编号,实付金额,{heading},退款金额\n1,400,否,0\n2,500,是,500\n"
    assert _sums(text) == ([KEPT, OTHER], "¥4.00")
