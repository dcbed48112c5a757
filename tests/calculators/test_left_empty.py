"""Rows that leave the order's number empty: of the order above, where the file writes orders so."""

from collections.abc import Mapping, Sequence

import pytest

from tests.support.order_tables import answer_table

# Ten days promised, ten hours late: 1 % in whole yuan.
OF_ORDER = "2026-11-01 10:00,2026-11-11 10:00,2026-11-11 20:00"
HEAD = "订单编号,商品,实付金额,付款时间,承诺发货时间,发货时间"
LAST = f"C2,c,400,{OF_ORDER}"
MOMENTS = {"paid_at": "付款时间", "promised_at": "承诺发货时间", "shipped_at": "发货时间"}


@pytest.mark.parametrize(
    ("rows", "amounts", "joined"),
    [
        # Merged cells saved as a text, with an amount for each item, and with one for the order.
        ([f"A1,a,200,{OF_ORDER}", ",b,300,,,", LAST], ["5.00", "", "4.00"], 1),
        ([f"A1,a,200,{OF_ORDER}", ",b,300,-,,", ",c,100,,,", LAST], ["6.00", "", "", "4.00"], 2),
        # With nothing but one word a row may be of the order, or a remark: nothing hangs on it.
        ([f"A1,a,500,{OF_ORDER}", ",b,,,,", LAST], ["5.00", "", "4.00"], 0),
        ([f"A1,3612345678901234567,200,{OF_ORDER}", ",3612345678901234568,300,,,", LAST],
         ["5.00", "", "4.00"], 1),
        # Sums between and below; a remark.
        ([f"A1,a,200,{OF_ORDER}", ",b,300,,,", "小计,,500,,,", LAST, ",,900,,,"],
         ["5.00", "", "", "4.00", ""], 1),
        ([f"A1,a,200,{OF_ORDER}", ",b,300,,,", LAST, ",制表,,,,"], ["5.00", "", "4.00", ""], 1),
        # Orders without a number: they have what an order has, or stand below nothing.
        ([f"A1,a,200,{OF_ORDER}", f",b,300,{OF_ORDER}", LAST], ["2.00", "3.00", "4.00"], 0),
        ([f"A1,a,200,{OF_ORDER}", ",b,300,,,", f",d,100,{OF_ORDER}", LAST],
         ["2.00", "", "2.00", "4.00"], 0),
        ([",b,300,,,", f"A1,a,200,{OF_ORDER}", LAST], ["", "2.00", "4.00"], 0),
        ([f"A1,a,200,{OF_ORDER}", ",,,,,", ",b,300,,,", LAST], ["2.00", "", "", "4.00"], 0),
    ],
)  # fmt: skip
def test_rows_below_an_order_are_its_own_where_the_whole_file_leaves_such_cells_empty(
    rows: Sequence[str], amounts: Sequence[str], joined: int
) -> None:
    found = answer_table("\n".join([HEAD, *rows, ""]), given={})
    assert found.amounts == amounts
    said = f"such as the times, empty and have items alone: {joined}."
    assert (said in found.notes) == bool(joined)


THREE = [f"D1,杯,400,{OF_ORDER}", f"D2,碗,500,{OF_ORDER}", f"D3,盘,600,{OF_ORDER}"]


@pytest.mark.parametrize(
    "label",
    ["合计1500", "3单", "三单", "3筆", "合共3单", "订单：3", "Orders: 3", "Total due", "Tot.",
     "小结", "结算", "3件", "7月", "July", "金额", "全店", "Balance"],
)  # fmt: skip
def test_what_all_orders_come_to_is_no_item_of_the_last_one(label: str) -> None:
    for heading in ("商品", "收件人", "店铺", "备注"):
        head = HEAD.replace("商品", heading)
        found = answer_table("\n".join([head, *THREE, f",{label},1500,,,", ""]), given={})
        assert found.amounts == ["4.00", "5.00", "6.00", ""], heading
        assert "Rows of totals, which are no orders and were left out: 1." in found.notes


@pytest.mark.parametrize(
    ("rows", "amounts"),
    [
        # One below the other, below items, before a remark; of what was not closed.
        ([*THREE, ",小结,1500,,,", ",全店,1500,,,"], ["4.00", "5.00", "6.00", "", ""]),
        ([*THREE, ",盖,100,,,", ",小结,1600,,,", ",制表,,,,"],
         ["4.00", "5.00", "7.00", "", "", ""]),
        # Of one order it is an item, and so it is where more orders follow or it is less.
        ([f"D1,杯,400,{OF_ORDER}", ",碗,400,,,"], ["8.00", ""]),
        ([f"D1,杯,400,{OF_ORDER}", ",碗,100,,,", ",盘,500,,,"], ["10.00", "", ""]),
        ([*THREE, ",盖,1400,,,"], ["4.00", "5.00", "20.00", ""]),
        ([*THREE[:2], ",盖,900,,,", THREE[2]], ["4.00", "14.00", "", "6.00"]),
        # The sum below all may have left out what may be an item, or not.
        ([*THREE[:2], ",盖,900,,,", THREE[2], ",小结,2400,,,"], ["4.00", "14.00", "", "6.00", ""]),
        ([*THREE[:2], ",盖,900,,,", THREE[2], ",小结,1500,,,"], ["4.00", "14.00", "", "6.00", ""]),
    ],
)  # fmt: skip
def test_an_item_is_one_where_orders_follow_or_it_is_not_their_sum(
    rows: Sequence[str], amounts: Sequence[str]
) -> None:
    assert answer_table("\n".join([HEAD, *rows, ""]), given={}).amounts == amounts


def test_the_sum_of_all_orders_may_leave_out_what_was_closed() -> None:
    states = ("已完成", "已发货", "已关闭")
    rows = [f"{row},{state}" for row, state in zip(THREE, states, strict=True)]
    for amount in (900, 1500):
        text = "\n".join([f"{HEAD},订单状态", *rows, f",小结,{amount},,,,", ""])
        assert answer_table(text, given={}).amounts == ["4.00", "5.00", "6.00", ""], amount


def test_where_nothing_but_items_is_known_a_row_may_be_of_the_order_above() -> None:
    found = answer_table("订单编号,商品,实付金额\nA1,a,200\n,b,300\nC2,c,400\n")
    # Until 2026 3.00 at least.
    assert found.amounts == ["3.00", "3.00", "4.00"]
    assert "Where one belongs to the order above, fill in its number" in found.notes


@pytest.mark.parametrize("mark", ["同上", "〃", '""""', "″", "ditto", "Do."])
@pytest.mark.parametrize(
    ("head", "above", "below", "chosen"),
    [
        ("订单编号,商品,实付金额", "A1,a,200", "{},b,300", {}),
        (HEAD, f"A1,a,200,{OF_ORDER}", "{0},b,300,{0},{0},{0}", MOMENTS),
        (HEAD, f"A1,a,200,{OF_ORDER}", "A1,b,300,{0},{0},{0}", MOMENTS),
        (HEAD, f"A1,a,200,{OF_ORDER}", "{},b,300,,,", {}),
    ],
)
def test_a_mark_for_the_cell_above_is_read_so(
    head: str, above: str, below: str, chosen: Mapping[str, str], mark: str
) -> None:
    given = {} if chosen or head == HEAD else {"on": "2025-03-01"}
    text = "\n".join([head, above, below.format(mark), ""])
    found = answer_table(text, given=given, chosen=chosen)
    assert found.amounts == ["5.00", ""]
    assert "a mark for the cell above, such as “ditto”: 1." in found.notes


def test_a_mark_with_nothing_above_stands_for_nothing() -> None:
    found = answer_table("订单编号,商品,实付金额\n同上,a,200\nA1,b,300\n")
    assert found.amounts == ["3.00", "3.00"]
    assert "ditto" not in found.notes


@pytest.mark.parametrize("empty", [",,", "-,-,-"])
@pytest.mark.parametrize(
    ("first", "second", "total", "apart"),
    [
        # 500 and 1,000 yuan at 1 %; B is one of 2,000.
        ("已发货,退款成功", "已发货,-", "¥30.00", "¥5.00"),
        ("已关闭,退款成功", "已发货,-", "¥30.00", "¥5.00"),
        ("已发货,-", "已关闭,退款成功", "¥25.00", "¥10.00"),
        ("已发货,-", "已关闭,-", "¥25.00", "¥10.00"),
        ("已关闭,-", "已关闭,-", "¥20.00", "¥15.00"),
        ("已发货,退款成功", ",-", "¥30.00", "¥5.00"),
        # Nothing at all is said of the second.
        ("已发货,退款成功", ",", "¥20.00", "¥15.00"),
    ],
)
def test_moments_of_the_first_row_hold_where_a_sub_order_was_undone(
    first: str, second: str, total: str, apart: str, empty: str
) -> None:
    head = "订单编号,子订单编号,实付金额,付款时间,承诺发货时间,发货时间,订单状态,售后状态"
    rows = [f"A,1,500,{OF_ORDER},{first}", f"A,2,1000,{empty},{second}"]
    text = "\n".join([head, *rows, f"B,9,2000,{OF_ORDER},已发货,-", ""])
    found = answer_table(text, given={})
    assert found.table.totals.words()["sums"][0]["text"] == total
    assert f"({apart}" in found.notes or f" {apart}" in found.notes
    assert found.table.totals.refused == 0
    assert "Orders whose first row alone has what holds for all of them" in found.notes


@pytest.mark.parametrize("status", ["待发货", "备货中", "未发货"])
def test_a_row_that_waits_takes_no_shipping_from_the_first(status: str) -> None:
    head = "订单编号,子订单编号,实付金额,付款时间,承诺发货时间,发货时间,订单状态,售后状态"
    rows = [
        f"A,1,500,{OF_ORDER},已发货,退款成功",
        f"A,2,1000,,,,{status},-",
        f"D,1,500,{OF_ORDER},已发货,-",
        "D,2,1000,,,,待发货,-",
    ]
    found = answer_table("\n".join([head, *rows, ""]), given={"now": "2026-11-14 10:00"})
    # 72 hours late: 3 %. Of the other order one row was sent, and one waits.
    assert found.amounts == ["5.00", "30.00", "", ""]
    assert "disagree" in found.remarks[2]


@pytest.mark.parametrize("status", ["-", "/", "无", "null", ""])
def test_a_word_for_nothing_is_no_status_of_a_further_row(status: str) -> None:
    head = "订单编号,子订单编号,实付金额,付款时间,承诺发货时间,发货时间,订单状态"
    rows = [f"A,1,400,{OF_ORDER},已发货", f"A,2,600,-,-,-,{status}", f"B,3,2000,{OF_ORDER},已发货"]
    found = answer_table("\n".join([head, *rows, ""]), given={})
    assert found.amounts == ["10.00", "", "20.00"]


def test_the_other_orders_of_such_a_file_are_answered_as_before() -> None:
    head = "订单编号,子订单编号,实付金额,付款时间,承诺发货时间,发货时间,订单状态,售后状态"
    rows = [
        f"A,1,500,{OF_ORDER},已发货,退款成功",
        "A,2,1000,,,,已发货,-",
        f"B,9,2000,{OF_ORDER},已发货,-",
        "B,10,300,,,,已发货,-",
        "B,11,300,,,,已完成,售后关闭",
    ]
    found = answer_table("\n".join([head, *rows, ""]), given={})
    assert found.amounts == ["5.00", "10.00", "26.00", "", ""]
    assert "Orders whose first row alone has what holds for all of them" in found.notes
    assert found.table.totals.told_by_first == 2


def test_a_short_row_is_filled_as_well() -> None:
    head = "订单编号,子订单编号,实付金额,订单状态,付款时间,承诺发货时间,发货时间"
    rows = [f"A,1,500,已关闭,{OF_ORDER}", "A,2,1000,已发货", f"B,9,2000,已发货,{OF_ORDER}"]
    found = answer_table("\n".join([head, *rows, ""]), given={})
    assert found.table.totals.words()["sums"][0]["text"] == "¥30.00"
    assert found.table.totals.refused == 0


def test_another_payment_or_another_order_is_not_filled() -> None:
    head = "订单编号,子订单编号,实付金额,付款时间,承诺发货时间,发货时间,订单状态,售后状态"
    rows = [f"A,1,500,{OF_ORDER},已发货,退款成功", "C,2,1000,,,,已关闭,-"]
    found = answer_table("\n".join([head, *rows, f"B,9,2000,{OF_ORDER},已发货,-", ""]), given={})
    assert found.table.totals.unpaid == 1
    assert "Orders whose first row alone" not in found.notes
