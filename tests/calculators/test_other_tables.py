"""Another table below the orders, with headings of its own: none of its rows is an order."""

import pytest

from tests.support.order_tables import answer_table
from tests.support.workbooks import workbook_of

# Of 2025: 1 % of 400 and of 500 yuan.
FIRST, SECOND = "6926001122334455661,400,x", "6926001122334455672,500,y"
ORDERS = f"订单编号,实付金额,商品\n{FIRST}\n{SECOND}\n"
THIRD = "6926001122334455683"


@pytest.mark.parametrize("apart", [",,\n", "退款明细,,\n", ",,\n,,\n", "合计,900,\n,,\n"])
@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        ("订单编号,退款金额,原因", ["6926001122334455661,400,不要了"]),
        ("退款单号,退款金额,原因", ["8800011122,400,不要了", "8800011133,500,坏"]),
        ("日期,金额,单数", ["2025-02-01,400,1", "2025-02-02,500,1"]),
        ("商品,金额,数量", ["x,400,1", "y,500,1"]),
        ("员工,单数,提成", ["小王,2,90"]),
        ("Date,Amount,Orders", ["2025-02-01,900,2"]),
        ("Channel,Revenue,", ["Live,900,"]),
        # The same orders with what was given back of them.
        ("订单编号,实付金额,商品,退款金额", [f"{SECOND},500"]),
    ],
)
def test_rows_below_other_headings_are_left_out_and_said(
    apart: str, headings: str, rows: list[str]
) -> None:
    found = answer_table("\n".join([f"{ORDERS}{apart}{headings}", *rows, ""]))
    totals = found.table.totals
    assert (found.amounts[:2], totals.answered, totals.refused) == (["4.00", "5.00"], 2, 0)
    row, names = 4 + apart.count("\n"), ", ".join(filter(None, headings.split(",")))
    told = f"From row {row} on there is another table: {names} (rows in it: {1 + len(rows)}; not"
    assert told in found.notes
    # What is beyond the headings stands behind the remark.
    assert found.remarks[-1] in {"500", "A row of another table further down; not counted."}


def test_other_headings_right_below_an_order_begin_a_table_where_all_are_known() -> None:
    found = answer_table(f"{ORDERS}退款单号,退款金额,原因\n8800011122,400,坏\n")
    assert found.amounts == ["4.00", "5.00", "", ""]
    assert "From row 4 on there is another table" in found.notes


@pytest.mark.parametrize(
    ("below", "amounts"),
    [
        # The same headings: once more, spelled otherwise, in another order. 100 yuan are 3.00.
        (f",,\n订单编号,实付金额,商品\n{THIRD},100,z\n", ["", "", "3.00"]),
        (f"订单编号,实付金额（元）,商品\n{THIRD},100,z\n", ["", "3.00"]),
        (f",,\n实付金额,订单编号,商品\n100,{THIRD},z\n", ["", "", "3.00"]),
        (f"商品,实付金额,订单编号\nz,100,{THIRD}\n合计,100,\n", ["", "3.00", ""]),
        # And another table between.
        (f",,\n日期,金额,单数\n2025-02-01,900,2\n,,\n订单编号,实付金额,商品\n{THIRD},100,z\n",
         [*[""] * 5, "3.00"]),
    ],
)  # fmt: skip
def test_the_same_headings_further_down_are_read_in_their_own_order(
    below: str, amounts: list[str]
) -> None:
    found = answer_table(ORDERS + below)
    assert found.amounts == ["4.00", "5.00", *amounts]
    assert "repeated further down, which are no orders and were left out: 1." in found.notes


def test_rows_of_an_order_below_headings_in_another_order_are_added_up() -> None:
    found = answer_table(f"{ORDERS},,\n实付金额,订单编号,商品\n100,6926001122334455661,z\n")
    assert found.amounts == ["5.00", "5.00", "", "", ""]


@pytest.mark.parametrize(
    ("text", "amounts", "refused"),
    [
        (f"{ORDERS},,\n{THIRD},100,z\n", ["4.00", "5.00", "", "3.00"], 0),
        (f"{ORDERS},,\n线下,100,z\n", ["4.00", "5.00", "", "3.00"], 0),
        # What cannot be read, also twice.
        (f"{ORDERS},,\n线下,待核对,快递\n线下,100,z\n", ["4.00", "5.00", "", "", "3.00"], 1),
        (f"{ORDERS},,\n线下,数量套装,待定\n{THIRD},100,z\n", ["4.00", "5.00", "", "", "3.00"], 1),
        ("姓名,订单编号,实付金额\n张三,1001,400\n,,\n李四,1002,500\n", ["4.00", "", "5.00"], 0),
    ],
)
def test_an_order_below_an_empty_row_begins_no_table(
    text: str, amounts: list[str], refused: int
) -> None:
    found = answer_table(text)
    assert (found.amounts, found.table.totals.refused) == (amounts, refused)
    assert "another table" not in found.notes


def test_a_table_below_says_nothing_of_the_columns_above_it() -> None:
    """The first cells of a column tell what it holds: these are of the orders alone."""
    text = f"订单编号,应付金额,商品\n{FIRST}\n,,\n订单编号,退款金额,原因\n{THIRD},900分,坏\n"
    found = answer_table(text, chosen={"paid": "应付金额"})
    assert found.amounts == ["4.00", "", "", ""]


def test_a_table_below_is_left_out_in_workbooks_and_for_limits_too() -> None:
    rows = [line.split(",") for line in f"{ORDERS},,\n日期,金额,单数\n2月1日,900,2\n".splitlines()]
    assert answer_table(workbook_of({"订单": rows})).amounts == ["4.00", "5.00", "", "", ""]
    stock = "商品,库存\n凉席,10\n枕头,20\n,\n仓库,库存\nA,30\n"
    assert answer_table(stock, "safety-stock").amounts == ["1", "2", "", "", ""]


@pytest.mark.parametrize("apart", ["", ",,\n", "2025年3月,,\n"])
@pytest.mark.parametrize(
    ("headings", "row", "new"),
    [
        ("订单编号,实付金额,商品,备注", f"{THIRD},100,z,急", "备注"),
        ("订单编号,实付金额,达人,商品", f"{THIRD},100,张三,z", "达人"),
        ("店铺,订单编号,实付金额,商品", f"甲店,{THIRD},100,z", "店铺"),
        ("店铺,商品,仓库,订单编号,实付金额", f"甲店,z,东,{THIRD},100", "店铺, 仓库"),
        # By other names of the same, and by one more that is known.
        ("订单号,商品,订单应付金额,备注", f"{THIRD},z,100,急", "备注"),
        ("订单编号,实付金额,商品,支付完成时间", f"{THIRD},100,z,2025-02-01 10:00", "支付完成时间"),
        ("订单编号,实付金额,商品,退款金额", f"{THIRD},100,z,0", "退款金额"),
    ],
)
def test_an_export_below_that_has_gained_columns_is_the_same_table(
    apart: str, headings: str, row: str, new: str
) -> None:
    found = answer_table(f"{ORDERS}{apart}{headings}\n{row}\n")
    totals = found.table.totals
    # 4.00 + 5.00 + 3.00.
    assert (totals.answered, totals.refused) == (3, 0)
    assert totals.words()["sums"][0]["text"] == "¥12.00"
    at = 4 + apart.count("\n")
    assert f"once more in row {at}, with new ones among them ({new}):" in found.notes


@pytest.mark.parametrize("new", ["备注", "退款金额"])
def test_a_later_export_in_a_workbook_is_wider_than_the_first_one(new: str) -> None:
    rows: list[list[object]] = [
        ["订单编号", "实付金额", "商品"], ["6926001122334455661", 400, "x"],
        ["店铺", "订单编号", "实付金额", "商品", new], ["甲店", THIRD, 100, "z", "0"],
    ]  # fmt: skip
    found = answer_table(workbook_of({"1": rows}))
    assert found.table.totals.words()["sums"][0]["text"] == "¥7.00"
    assert f"with new ones among them (店铺, {new}):" in found.notes
    assert "without some of those above" not in found.notes


def test_what_nothing_reads_may_be_left_out_further_down() -> None:
    first = "订单编号,实付金额,订单状态,旗\n1,400,已完成,红\n"
    text = f"{first}订单编号,备注,实付金额,订单状态\n{THIRD},急,100,已完成\n"
    found = answer_table(text)
    assert found.table.totals.words()["sums"][0]["text"] == "¥7.00"
    assert "once more in row 3, without some of those above (旗):" in found.notes
    # Which of them are paid is read.
    without = text.replace("订单编号,备注,实付金额,订单状态", "订单编号,备注,实付金额,颜色")
    assert answer_table(without).table.totals.answered == 1


@pytest.mark.parametrize(
    ("first", "cell", "below"),
    [
        ("订单编号,实付金额,订单状态", "已完成", "订单编号,实付金额"),
        ("订单编号,实付金额,订单状态", "已完成", "订单编号,实付金额,"),
        ("订单编号,实付金额,退款金额", "0", "订单编号,实付金额"),
        ("订单编号,实付金额,是否晚发", "是", "订单编号,实付金额"),
        ("Order ID,Amount paid,Order status", "Completed", "Order ID,Amount paid"),
        # Below headings that no list has, too, and below two that are called the same.
        ("订单编号,实付金额,旗,订单状态", "已完成", "订单编号,实付金额,旗"),
        ("订单编号,旗,实付金额,旗,订单状态", "已完成", "订单编号,旗,实付金额,旗"),
    ],
)
def test_what_is_read_is_missed_wherever_it_stood(first: str, cell: str, below: str) -> None:
    cells = {"旗": "红", "实付金额": "400", "Amount paid": "400", "Order ID": "1", "订单编号": "1"}
    names = first.split(",")
    row = ",".join(cells.get(each, cell) for each in names)
    last = ",".join(cells.get(each, "") for each in below.split(",")).replace("1", "2", 1)
    turned = [",".join(reversed(each.split(","))) for each in (first, row, below, last)]
    for lines in ([first, row, below, last], turned):
        found = answer_table("\n".join([*lines, ""]))
        assert found.table.totals.words()["sums"][0]["text"] == "¥4.00"
        assert "From row 3 on there is another table" in found.notes


@pytest.mark.parametrize("below", ["订单编号,实付金额", "订单编号,实付金额,", "实付金额,订单编号"])
def test_a_last_column_that_nothing_reads_is_named_where_it_is_left_out(below: str) -> None:
    cells = {"订单编号": THIRD, "实付金额": "100", "": "红"}
    last = ",".join(cells[each] for each in below.split(","))
    found = answer_table(f"订单编号,实付金额,旗\n1,400,红\n{below}\n{last}\n")
    assert found.amounts == ["4.00", "", "3.00"]
    assert "once more in row 3, without some of those above (旗):" in found.notes


@pytest.mark.parametrize(
    ("first", "below"),
    [
        ("日期,实付金额", "日期,实付金额,单数\n2025-02-01,400,1"),
        ("订单编号,实付金额,商品", "订单编号,实付金额,退款原因\n2,400,坏"),
        ("订单编号,实付金额", "订单编号,实付金额,退款金额\n2,400,400"),
        ("订单编号,实付金额,旗", "订单编号,实付金额\n1,400"),
        ("订单编号,实付金额,商品", "已关闭的订单,,\n订单编号,实付金额,商品,备注\n2,400,x,急"),
    ],
)
def test_a_list_of_some_of_the_orders_or_of_sums_is_another_table(first: str, below: str) -> None:
    cells = {"日期": "2025-02-01", "订单编号": "1", "实付金额": "400", "商品": "x", "旗": "红"}
    text = f"{first}\n{','.join(cells[each] for each in first.split(','))}\n{below}\n"
    found = answer_table(text)
    assert found.table.totals.words()["sums"][0]["text"] == "¥4.00"
    assert "there is another table" in found.notes


@pytest.mark.parametrize(
    "cell",
    [
        "【11月11日应发】", "【第2批】", "11月11日应发", "周一应发（2单）", "** Nov 11 **",
        "Due Nov 11", "第3批次",
    ],
)  # fmt: skip
def test_a_heading_of_a_group_of_orders_is_none_of_them(cell: str) -> None:
    head = "订单编号,实付金额,付款时间"
    rows = f"{cell},,\n1001,400,2025-02-01 10:00\n{cell},,\n1002,500,2025-02-02 10:00\n"
    totals = answer_table(f"{head}\n{rows}").table.totals
    assert (totals.answered, totals.refused, totals.unpaid, totals.remarks) == (2, 0, 0, 2)


@pytest.mark.parametrize("cell", ["1003", "A1003", "6926001122334455", "P-1003", "2025020100001"])
def test_a_number_alone_is_an_order_without_its_amount(cell: str) -> None:
    found = answer_table(f"订单编号,实付金额\n1001,400\n{cell},\n1002,500\n")
    assert (found.table.totals.refused, found.table.totals.remarks) == (1, 0)


@pytest.mark.parametrize(
    "cell",
    [
        "退款订单", "【已退款】", "以下已关闭", "取消订单：", "未付款", "退款部分", "以下已退款",
        "二、退款订单", "退款订单（1单）", "以下为退款订单，不计入", "Refunded orders",
        "2. Cancelled (1 order)",
    ],
)  # fmt: skip
def test_a_heading_of_orders_that_were_undone_is_named_and_is_no_total(cell: str) -> None:
    found = answer_table(f"{ORDERS}{cell},,\n{THIRD},100,z\n")
    assert found.amounts == ["4.00", "5.00", "", "3.00"]
    assert f"Row 4 says no more than “{cell}”." in found.notes
    assert (found.table.totals.remarks, found.table.totals.left_out) == (1, 0)
    # The same below all orders.
    assert "says no more than" not in answer_table(f"{ORDERS}{cell},,\n").notes


@pytest.mark.parametrize(
    "cell", ["一、已发货", "未退款订单", "以下不含退款订单", "备注：退款请联系客服", "退款合计"]
)
def test_what_says_nothing_of_the_orders_below_is_not_named(cell: str) -> None:
    found = answer_table(f"{ORDERS}{cell},,\n{THIRD},100,z\n")
    assert found.amounts == ["4.00", "5.00", "", "3.00"]
    assert "says no more than" not in found.notes
