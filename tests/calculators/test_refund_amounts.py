"""A column of what was given back tells whether that was all of it or a part."""

import pytest

from tests.support.order_tables import AnsweredTable, answer_table

SAID = "By what was given back"
HEADINGS = [
    "退款金额", "已退款金额", "实退金额", "实际退款金额", "退款成功金额", "退款总额",
    "累计退款金额", "订单退款金额", "累计退款", "实退", "退回金额",
    "售后退款金额", "退款金额（元）", "Refunded amount", "Refund Amount", "Amount refunded",
    "Total refunded", "Order Refund Amount", "退款", "Refunded", "Refund", "Refunds (CNY)",
    "Refund amt",
    "实际退款", "实退款", "已退款", "已退", "累计已退", "退款累计", "退款数额", "退款总价",
    "仅退款金额",
    "发货前退款金额", "极速退款金额", "退单金额", "退还金额", "退货款", "主订单退款金额",
    "SKU退款金额",
]  # fmt: skip


def _total(found: AnsweredTable) -> str:
    return found.table.totals.words()["sums"][0]["text"]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("status", ["", "已完成"])
def test_as_much_as_was_paid_undoes_an_order_and_less_does_not(heading: str, status: str) -> None:
    head, cell = (",订单状态", f",{status}") if status else ("", "")
    rows = ((1, 400, "0"), (2, 500, "500.00"), (3, 600, "¥20"), (4, 700, "-"))
    text = "".join(f"{order},{paid}{cell},{back}\n" for order, paid, back in rows)
    found = answer_table(f"订单编号,实付金额{head},{heading}\n{text}")
    # 4.00 + 6.00 + 7.00; the second is apart.
    assert (_total(found), found.table.totals.apart) == ("¥17.00", 1)
    assert f"{SAID} ({heading}), rows refunded as a whole, apart from the totals: 1." in found.notes
    assert f"{SAID} ({heading}), rows refunded in part, counted like any other: 1." in found.notes
    assert ("Only “" in found.notes) is not bool(status)


@pytest.mark.parametrize(
    "heading",
    [
        "申请退款金额",
        "可退款金额",
        "应退金额",
        "退运费金额",
        "退款单号",
        "退佣金额",
        "平台退款金额",
        "Refund fee",
        "退货数量",
        "退货运费金额",
    ],
)
def test_what_is_asked_for_or_is_of_something_else_undoes_none(heading: str) -> None:
    found = answer_table(f"订单编号,实付金额,订单状态,{heading}\n1,400,已发货,400\n")
    assert (_total(found), SAID in found.notes) == ("¥4.00", False)


@pytest.mark.parametrize(
    ("status", "back", "total"),
    [
        # A part, though its refund succeeded.
        ("退款成功", "50", "¥5.00"), ("同意退款，退款成功", "499.99", "¥5.00"),
        ("退款成功", "500", "¥0.00"), ("退款成功", "", "¥0.00"), ("退款成功", "0", "¥0.00"),
        # What was asked for, or refused, has an amount, too.
        ("退款中", "500", "¥5.00"), ("退款关闭", "500", "¥5.00"), ("未退款", "500", "¥5.00"),
        ("部分退款", "500", "¥5.00"), ("", "500", "¥0.00"),
    ],
)  # fmt: skip
def test_the_words_of_the_same_row_are_heard(status: str, back: str, total: str) -> None:
    for heading, more in (("退款金额", ""), ("退商品金额（元）", "仅退款")):
        text = f"订单编号,实付金额,售后类型,{heading},售后状态\n1,500,{more},{back},{status}\n"
        found = answer_table(text)
        assert _total(found) == total
        told = "refunded as a whole, apart from the totals: 1." in found.notes
        assert told == (total == "¥0.00" and back == "500")


@pytest.mark.parametrize("heading", ["退款", "Refunded", "是否退款"])
def test_a_column_that_answers_yes_or_no_holds_no_amounts(heading: str) -> None:
    found = answer_table(f"订单编号,实付金额,{heading}\n1,400,否\n2,500,是\n")
    assert (_total(found), SAID in found.notes) == ("¥4.00", False)


def test_a_list_of_what_was_asked_for_after_the_sale_parts_what_was_given_back() -> None:
    head = "订单号,应付金额（元）,退商品金额（元）,退支付优惠（元）,售后状态\n"
    found = answer_table(
        f"{head}69,500,50,,退款成功\n70,600,590,10,退款成功\n",
        chosen={"paid": "应付金额（元）"},
    )
    assert (_total(found), found.table.totals.apart) == ("¥5.00", 1)


def test_an_amount_in_fen_is_compared_in_its_unit() -> None:
    text = "订单编号,实付金额,退款金额（分）\n1,400,400\n2,500,50000\n"
    assert _total(answer_table(text)) == "¥4.00"
    text = "订单编号,实付金额（分）,退款金额\n1,40000,400\n2,50000,50000\n"
    chosen, units = {"paid": "实付金额（分）"}, {"paid": "fen"}
    assert _total(answer_table(text, chosen=chosen, units=units)) == "¥4.00"


def test_a_sub_order_is_undone_by_its_own_amount() -> None:
    text = "订单编号,子订单编号,实付金额,退款金额\n1,11,400,0\n1,12,500,500\n2,21,600,\n"
    found = answer_table(text)
    assert (_total(found), found.table.totals.apart) == ("¥10.00", 1)


@pytest.mark.parametrize(
    ("heading", "rows", "total"),
    [
        # What is called of the order is compared with the whole: 300 of 500 is a part.
        ("订单退款金额", ["1,11,300,300", "1,12,200,300"], "¥11.00"),
        ("Order Refund Amount", ["1,11,300,300", "1,12,200,300"], "¥11.00"),
        ("订单退款金额", ["1,11,300,500", "1,12,200,500"], "¥6.00"),
        ("订单退款金额", ["1,11,300,500", "1,12,200,"], "¥6.00"),
        # Or each row has its own after all, or stands there twice.
        ("订单退款金额", ["1,11,300,300", "1,12,200,0"], "¥9.00"),
        ("订单退款金额", ["1,11,300,500", "1,12,200,500", "1,11,300,500", "1,12,200,500"], "¥6.00"),
        ("退款金额", ["1,11,300,300", "1,12,200,300"], "¥6.00"),
    ],
)
def test_what_was_given_back_of_an_order_is_no_sub_orders(
    heading: str, rows: list[str], total: str
) -> None:
    text = "\n".join([f"订单编号,子订单编号,实付金额,{heading}", *rows, "2,21,600,"])
    assert _total(answer_table(text)) == total


@pytest.mark.parametrize(
    ("paid", "back", "total"),
    [
        # Fen have no point, yuan beside them may; where both have one nothing tells.
        (("40000", "50000"), ("0", "500.00"), "¥4.00"),
        (("40000", "50000"), ("0", "50000"), "¥4.00"),
        (("40000.00", "50000.00"), ("0.00", "10000.00"), "¥9.00"),
    ],
)
def test_beside_fen_an_amount_with_a_point_is_in_yuan(
    paid: tuple[str, str], back: tuple[str, str], total: str
) -> None:
    rows = "".join(f"{at},{each},{back[at]}\n" for at, each in enumerate(paid))
    text = f"订单编号,实付金额（分）,退款金额\n{rows}"
    found = answer_table(text, chosen={"paid": "实付金额（分）"}, units={"paid": "fen"})
    assert _total(found) == total


def test_an_amount_that_is_given_for_all_orders_is_compared_as_well() -> None:
    text = "订单编号,商品,退款金额,订单状态\n1,a,400,已完成\n2,b,30,已完成\n"
    found = answer_table(text, given={"on": "2025-03-01", "paid": "400"})
    assert (_total(found), found.table.totals.apart) == ("¥4.00", 1)


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        # What was given back of the whole order stands on its first row, or on each.
        (["200,400", "200,"], "¥6.00"),
        (["200,400", "200,0"], "¥6.00"),
        (["200,400", "200,400"], "¥6.00"),
        (["200,300", "200,300"], "¥10.00"),
        # Or what was given back of each row.
        (["200,200", "200,200"], "¥6.00"),
        (["100,100", "300,250"], "¥9.00"),
        (["100,20", "300,30"], "¥10.00"),
        (["200,210", "200,"], "¥9.00"),
        # The amount of the order stands on its first row.
        (["400,400", ","], "¥6.00"),
        (["400,100", ",300"], "¥6.00"),
        (["400,100", "0,200"], "¥10.00"),
        # The same on each row is of the order, where it is not what each row came to.
        (["300,200", "200,200"], "¥11.00"),
        (["200,100", "200,100", "100,100"], "¥11.00"),
        (["100,100", "100,100", "200,200"], "¥6.00"),
        (["300,全额", "100,"], "¥9.00"),
    ],
)
def test_an_order_over_several_rows_is_undone_where_all_of_it_was_given_back(
    rows: list[str], total: str
) -> None:
    for status in ("", "已完成"):
        lines = "".join(f"1,{status},{row}\n" for row in rows)
        text = f"订单编号,订单状态,实付金额,退款金额\n{lines}2,{status},600,\n"
        found = answer_table(text)
        assert _total(found) == total, status
        assert SAID in found.notes


def test_what_was_closed_is_undone_whatever_was_given_back_of_it() -> None:
    text = "订单编号,实付金额,订单状态,退款金额\n1,200,交易关闭,300\n1,200,交易关闭,300\n"
    found = answer_table(text)
    assert (found.table.totals.apart, found.amounts) == (1, ["4.00", ""])


def test_words_of_a_row_prevail_over_what_the_amounts_of_its_order_come_to() -> None:
    text = "订单编号,实付金额,售后状态,退款金额\n1,200,退款成功,200\n1,200,退款关闭,200\n"
    found = answer_table(text)
    assert (_total(found), found.table.totals.apart) == ("¥3.00", 1)


def test_the_same_refund_on_each_row_that_one_of_them_came_to_is_said() -> None:
    said = "same refund on each row, which is all that one of the rows came to: 1."
    head = "订单编号,实付金额,退款金额\n"
    assert said in answer_table(f"{head}1,300,200\n1,200,200\n").notes
    for rows in ("1,300,100\n1,200,100\n", "1,300,300\n1,200,200\n", "1,200,200\n1,200,200\n"):
        assert "same refund on each row" not in answer_table(head + rows).notes


HEAD = "订单编号,实付金额,订单状态"


@pytest.mark.parametrize(
    ("headings", "rows", "total", "alike"),
    [
        # 4.00 for the first order; all of the second was given back.
        *((each, ["1,400,完成,0,0", "2,500,完成,500,500"], "¥4.00", True) for each in (
            "退款金额,订单退款金额", "退款金额,买家退款金额", "退款金额,退款", "退款总额,退款金额",
            "退款金额（元）,退款金额", "已退款金额,退款成功金额", "退款金额,退款金额",
            "Refund amount,Total refund",
        )),
        ("退款金额（分）,退款金额", ["1,400,完成,0,", "2,500,完成,50000,500.00"], "¥4.00", True),
        # One of the item goes before one of the order.
        ("订单退款金额,商品退款金额", ["1,400,完成,0,0", "2,300,,500,300", "2,200,,500,200"],
         "¥4.00", False),
        ("商品退款金额,订单退款金额", ["2,500,完成,500,500", "2,400,完成,0,500"], "¥4.00", False),
        ("退款金额,退款总额", ["2,500,完成,500,500", "2,400,完成,0,500"], "¥4.00", False),
        # Each kind of refund in a column of its own.
        ("退款金额,退货退款金额", ["1,400,完成,0,400", "2,500,完成,500,0"], "¥0.00", False),
        ("商品退款金额,退款金额", ["1,400,完成,,400", "2,500,完成,100,500"], "¥5.00", False),
    ],
)  # fmt: skip
def test_of_several_columns_the_nearest_is_read_and_said(
    headings: str, rows: list[str], total: str, *, alike: bool
) -> None:
    found = answer_table("\n".join([f"{HEAD},{headings}", *rows]))
    assert _total(found) == total
    assert "Several columns hold what was given back" in found.notes
    assert ("the same in all rows that were looked at" in found.notes) == alike


@pytest.mark.parametrize(
    ("paid", "back", "units", "rows"),
    [
        # The unit of each column is its own.
        ("实付金额（分）", "退款金额（元）", "", ["1,40000,完成,0", "2,50000,完成,500"]),
        ("实付金额", "退款金额", ",分,,元\n", ["1,40000,完成,0", "2,50000,完成,500"]),
        ("实付金额", "退款金额", ",分,,\n", ["1,40000,完成,0元", "2,50000,完成,500元"]),
        ("实付金额（分）", "退款金额（万元）", "", ["1,40000,完成,0", "2,50000,完成,0.05"]),
    ],
)
def test_the_unit_of_a_refund_is_its_own(paid: str, back: str, units: str, rows: list[str]) -> None:
    text = "\n".join([f"订单编号,{paid},订单状态,{back}", *f"{units}".splitlines(), *rows])
    found = answer_table(text, chosen={"paid": paid}, units={"paid": "fen"})
    assert (_total(found), found.table.totals.apart) == ("¥4.00", 1)


def test_a_refund_in_ten_thousands_and_one_in_dollars() -> None:
    rows = "1,400,完成,0\n2,500,完成,0.05\n"
    assert _total(answer_table(f"{HEAD},退款金额（万元）\n{rows}")) == "¥4.00"
    found = answer_table(f"{HEAD},退款金额（美元）\n{rows}")
    assert (_total(found), found.table.totals.apart) == ("¥9.00", 0)
    assert "“退款金额（美元）” is not in yuan and was not used" in found.notes


@pytest.mark.parametrize(
    "cell",
    ["全额", "全部", "全退", "已退", "已退款", "已全额退款", "退款成功", "已退500", "退500",
     "退款500元", "500元（全额）", "500元全退", "¥500 已退", "500.00(原路退回)", "已原路退回500元",
     "0.05万元", "full refund", "Refunded", "refunded 500", "100%"],
)  # fmt: skip
def test_words_beside_an_amount_or_in_its_place_tell_what_was_given_back(cell: str) -> None:
    found = answer_table(f"{HEAD},退款金额\n1,400,完成,0\n2,500,完成,{cell}\n")
    assert (_total(found), found.table.totals.apart) == ("¥4.00", 1)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("待退500", True), ("申请退500", True), ("退款中", True), ("看备注", True), ("3月退", True),
        ("2025-03-01", True), ("部分退款", True), ("退" * 60, True),
        ("无", False), ("未退款", False), ("no refund", False), ("部分退200", False),
    ],
)  # fmt: skip
def test_other_words_undo_nothing_and_are_said(cell: str, *, said: bool) -> None:
    found = answer_table(f"{HEAD},退款金额\n1,400,完成,0\n2,500,完成,{cell}\n")
    assert (_total(found), found.table.totals.apart) == ("¥9.00", 0)
    assert ("What was given back is not understood here" in found.notes) == said


@pytest.mark.parametrize("heading", ["商家退款金额", "卖家退款金额", "退货金额", "退货总额（元）"])
def test_what_the_shop_gave_back_and_what_was_returned_are_refunds(heading: str) -> None:
    found = answer_table(f"{HEAD},{heading}\n1,400,完成,0\n2,500,完成,500\n")
    assert (_total(found), found.table.totals.apart) == ("¥4.00", 1)


@pytest.mark.parametrize(
    ("heading", "asked"),
    [
        ("应退款", True), ("返款金额", True), ("售后金额", True), ("平台退款", True),
        ("买家退款", True),
        ("Refund total due", False), ("Pending refunds", True),
        # What goes back besides, what is left of the amount, what is no amount.
        ("运费退款金额", False), ("退货运费", False), ("退款后金额", False), ("扣退款金额", False),
        ("退款单号", False), ("退款原因", False), ("退货数量", False), ("退款率", False),
        ("7天包退", False), ("Number of refunds", False),
        ("Days to refund", False), ("售后赔付金额", False), ("退货包装费金额", False),
        ("无理由退", False),
    ],
)  # fmt: skip
def test_an_amount_that_may_have_gone_back_is_said(heading: str, *, asked: bool) -> None:
    found = answer_table(f"订单编号,实付金额,订单状态,{heading}\n1,400,已发货,400\n")
    assert (_total(found), f"“{heading}” (1)" in found.notes) == ("¥4.00", asked)


@pytest.mark.parametrize("below", ["0", "0.00", "-", ""])
def test_what_was_given_back_of_the_first_sub_order_is_not_of_those_below(below: str) -> None:
    # 订单状态 stands on first rows alone: it holds for the order, the refund does not.
    rows = f"A,1,500,已发货,500\nA,2,1000,,{below}\nB,9,2000,已发货,0\n"
    found = answer_table(f"订单编号,子订单编号,实付金额,订单状态,退款金额\n{rows}")
    assert (found.amounts, _total(found)) == (["5.00", "10.00", "20.00"], "¥30.00")


@pytest.mark.parametrize(
    ("status", "below", "total"),
    [
        *(("已发货", each, "¥30.00") for each in ("-", "无", "/", "无售后", "未退款", "正常")),
        # Nothing at all is said of it; a closed order is closed as a whole.
        ("已发货", "", "¥20.00"), ("已关闭", "-", "¥20.00"), ("已关闭", "", "¥20.00"),
    ],
)  # fmt: skip
def test_a_refund_of_the_first_sub_order_is_not_of_those_that_deny_one(
    status: str, below: str, total: str
) -> None:
    rows = f"A,1,500,{status},退款成功\nA,2,1000,,{below}\nB,9,2000,已发货,无售后\n"
    found = answer_table(f"订单编号,子订单编号,实付金额,订单状态,售后状态\n{rows}")
    assert _total(found) == total


@pytest.mark.parametrize(("back", "total"), [("1500", "¥20.00"), ("500", "¥30.00")])
def test_more_than_its_first_row_cost_was_given_back_of_the_order(back: str, total: str) -> None:
    for below in ("", "0"):
        rows = f"A,1,500,已发货,{back}\nA,2,1000,,{below}\nB,9,2000,已发货,0\n"
        found = answer_table(f"订单编号,子订单编号,实付金额,订单状态,退款金额\n{rows}")
        assert _total(found) == total


@pytest.mark.parametrize("heading", ["已退", "实退", "实际退款"])
@pytest.mark.parametrize("cell", ["1", "0", ""])
def test_an_amount_goes_before_what_may_be_a_count(heading: str, cell: str) -> None:
    found = answer_table(f"订单编号,实付金额,{heading},退款金额\n1,500,{cell},500\n2,400,0,0\n")
    assert _total(found) == "¥4.00"


@pytest.mark.parametrize("asked", ["退款成功", "-", "退款中"])
def test_what_is_asked_for_another_sub_order_opens_no_closed_order(asked: str) -> None:
    rows = (
        "A,1,500,已关闭,退款成功\nA,2,300,,-\n"
        f"C,3,500,已发货,-\nC,4,400,,{asked}\nB,9,2000,已发货,-\n"
    )
    found = answer_table(f"订单编号,子订单编号,实付金额,订单状态,售后状态\n{rows}")
    # 500 of C, or 900; 2,000.
    assert _total(found) == ("¥25.00" if asked == "退款成功" else "¥29.00")
