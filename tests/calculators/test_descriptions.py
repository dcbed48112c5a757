"""Rows that are no orders though they look like some: descriptions, remarks, headings again."""

import pytest

from calculators.core.inputs.errors import InputError
from tests.support.order_tables import answer_table, table_of
from tests.support.workbooks import workbook_of

HEADINGS = "订单编号,商品,实付金额"
FIRST, SECOND = "6926001122334455667,a,200", "6926001122334455668,b,178"


@pytest.mark.parametrize(
    "row",
    [
        "平台订单号,商品名称,买家实付",
        "平台生成的19位编号,文本,保留2位小数",
        "必填,选填,单位元",
        "必填,,",
        ",,元",
        "Required,Optional,Amount paid by the buyer",
        "例如：6926001122334455667,例如：凉席,例如：200.00元",
    ],
)
@pytest.mark.parametrize("below", ["", "6926001122334455669,c,-\n合计,,378\n"])
def test_a_description_is_left_out(row: str, below: str) -> None:
    found = answer_table(f"{HEADINGS}\n{row}\n{FIRST}\n{SECOND}\n{below}")
    assert found.amounts[:3] == ["", "3.00", "3.00"]
    assert found.table.totals.refused == ("-" in below)
    assert "The row below the headings says what they mean" in found.notes


def test_several_rows_of_description_are_left_out() -> None:
    found = answer_table(f"{HEADINGS}\n编号,名称,金额\n必填,选填,必填\n{FIRST}\n")
    assert found.amounts == ["", "", "3.00"]
    assert found.table.totals.described == 2


@pytest.mark.parametrize(
    "row",
    [
        "A1,凉席,待核对",
        "6926001122334455667,凉席,约200",
        ",凉席,待核对",
        "6926001,文本,必填",
        "样品单3,凉席,待核对",
    ],
)
def test_an_order_whose_amount_cannot_be_read_is_refused_as_one(row: str) -> None:
    found = answer_table(f"{HEADINGS}\n{row}\n{SECOND}\n")
    assert found.amounts == ["", "3.00"]
    assert (found.table.totals.refused, found.table.totals.described) == (1, 0)


@pytest.mark.parametrize(
    ("headings", "row", "second"),
    [
        ("商品,累计限购,每次限购", "凉席,不限,不限", "枕头,10,2"),
        ("累计限购,每次限购", "不限,不限", "10,2"),
        ("商品,累计限购,每次限购", "时间管理本,不限购,无上限", "枕头,10,2"),
        ("Product,cumulative,per_order", "Mat,unlimited,no limit", "Pillow,10,2"),
    ],
)
def test_words_that_are_values_make_no_description(headings: str, row: str, second: str) -> None:
    found = answer_table(f"{headings}\n{row}\n{second}\n", "purchase-limit")
    assert found.amounts == ["yes", "yes"]


def test_words_under_columns_that_have_to_be_chosen_may_be_values_too() -> None:
    text = "商品,最多\n凉席,不限\n枕头,10\n"
    assert answer_table(text, "purchase-limit", chosen={"cumulative": "最多"}).amounts == [
        "yes",
        "yes",
    ]
    described = text.replace("凉席,不限", "名称,每人最多买几件")
    found = answer_table(described, "purchase-limit", chosen={"cumulative": "最多"})
    assert found.amounts == ["", "yes"]


PAGES = (
    f"订单明细,,\n{HEADINGS}\n{FIRST}\n订单明细,,\n{HEADINGS}\n6926001122334455667,b,300\n"
    f"{HEADINGS}\n{SECOND}\n"
)


def test_headings_of_further_pages_are_left_out_and_said() -> None:
    found = answer_table(PAGES)
    assert found.amounts == ["5.00", "", "", "", "", "3.00"]
    assert found.table.totals.refused == 0
    assert found.remarks[2] == "The headings or a title once more; this is no order."
    assert "row 3" in found.remarks[3]
    assert "repeated further down, which are no orders and were left out: 3." in found.notes
    rows = [line.split(",") for line in PAGES.splitlines()]
    assert answer_table(workbook_of({"订单": rows})).amounts == found.amounts


def test_a_sum_before_headings_without_orders_is_still_the_last_row() -> None:
    found = answer_table(f"{HEADINGS}\n{FIRST}\n{SECOND}\n,,378\n{HEADINGS}\n")
    assert found.amounts == ["3.00", "3.00", "", ""]
    assert found.table.totals.left_out == 1


def test_headings_of_further_pages_leave_a_column_of_days_alone() -> None:
    head = "订单编号,实付金额,支付时间,承诺发货时间,发货时间\n"
    row = "1299,46204.5,46214.5,46216.625\n"
    found = answer_table(f"{head}1,{row}{head}2,{row}", given={})
    assert found.amounts == ["39.00", "", "39.00"]


def test_an_order_that_repeats_one_above_the_headings_is_one() -> None:
    text = f"6926001122334455700,c,5\n{HEADINGS}\n{FIRST}\n6926001122334455700,c,5\n"
    assert answer_table(text).amounts == ["3.00", "3.00"]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("店铺：某某旗舰店,,\n导出时间：2026-07-01,,\n", ("店铺：某某旗舰店", "", "")),
        ("付款,\n200,\n300,\n", ("付款", "")),
        ("导出说明\n" * 60 + "订单编号,实付金额\n1,300\n", ("导出说明",)),
        ("标题,\n" * 30 + "甲,\n", ("标题", "")),
    ],
)
def test_a_table_whose_rows_have_one_cell_each_has_headings(
    text: str, headings: tuple[str, ...]
) -> None:
    assert table_of(text).layout.as_written == headings


def test_a_single_cell_is_headings_without_rows() -> None:
    with pytest.raises(InputError) as refused:
        table_of(",x")
    assert refused.value.code == "only_headings"


@pytest.mark.parametrize(
    "row",
    [
        "导出时间：2025-02-05 10:00:00,,",
        "#导出时间：[2025-02-05 10:00:00],,",
        "备注：以上为本店订单,,",
        "制表人：小王,,",
        "制表人：小王,,审核：小李",
        "审核,王五,",
        "打印日期 2025-02-05,,",
        "打印日期,2025-02-05,",
        "打印日期,20250205,",
        "联系电话：13800000000,,",
        "以上数据仅供参考,,",
        ",以上数据仅供参考,",
        "退款明细,,",
        "Exported at 2025-02-05 10:00,,",
        "Prepared by: Wang,,",
        "Note: test,,",
    ],
)
def test_a_remark_below_or_between_orders_is_left_out_and_said(row: str) -> None:
    for text in (f"{FIRST}\n{SECOND}\n{row}\n", f"{FIRST}\n{row}\n{SECOND}\n{row}\n"):
        found = answer_table(f"{HEADINGS}\n{text}")
        totals = found.table.totals
        assert (totals.answered, totals.refused, totals.unnumbered) == (2, 0, 0)
        assert f"which are no orders and were left out: {text.count(row)}." in found.notes
        assert "several order numbers" not in found.notes
    # Above the headings nobody counts it.
    above = answer_table(f"{row}\n{HEADINGS}\n{FIRST}\n{SECOND}\n")
    assert above.amounts == ["3.00", "3.00"]
    assert "above the headings" not in above.notes


@pytest.mark.parametrize(
    ("row", "refused", "unnumbered"),
    [
        # What may be of an order is told as before.
        ("6926001122334455669,,", 1, 0),
        ("A17,,", 1, 0),
        (",,约178", 1, 1),
        (",,50", 0, 1),
        ("备注,,50", 0, 1),
    ],
)
def test_a_number_or_an_amount_alone_is_no_remark(row: str, refused: int, unnumbered: int) -> None:
    found = answer_table(f"{HEADINGS}\n{FIRST}\n{SECOND}\n{row}\n6926001122334455670,c,9\n")
    totals = found.table.totals
    assert (totals.remarks, totals.refused, totals.unnumbered) == (0, refused, unnumbered)


def test_a_remark_asks_for_nothing_that_the_orders_tell() -> None:
    head = "订单编号,实付金额,付款时间,承诺发货时间,发货时间\n"
    row = f"{FIRST[:19]},400,2026-11-01 10:00,2026-11-11 10:00,2026-11-15 10:00\n"
    # 240 h promised, 96 h late: 3 %.
    found = answer_table(f"{head}{row}导出时间：2026-11-20 10:00:00,,,,\n", given={})
    assert found.amounts == ["12.00", ""]


def test_a_product_without_limits_is_no_remark() -> None:
    text = "商品,累计限购,每次限购\n凉席,10,2\n枕头,,\n备注：以上为本店商品,,\n"
    assert answer_table(text, "purchase-limit").amounts == ["yes", "yes", ""]


@pytest.mark.parametrize("word", ["示例", "样例", "（例）", "示例1", "填写示例", "Example", "e.g."])
def test_an_example_below_the_headings_is_left_out(word: str) -> None:
    assert answer_table(f"{HEADINGS}\n{word},凉席,300\n{SECOND}\n").amounts == ["", "3.00"]
    # Further down it may be an order.
    assert answer_table(f"{HEADINGS}\n{SECOND}\n{word},凉席,300\n").amounts == ["3.00", "3.00"]


@pytest.mark.parametrize("number", ["示例:{}", "示例：{}", "例: {}", "样例单号：{}", "Example: {}"])
def test_an_example_may_name_a_number(number: str) -> None:
    order = number.format("6926001122334455661")
    found = answer_table(f"{HEADINGS}\n{order},凉席,300\n{SECOND}\n")
    assert (found.amounts, "left out" in found.notes) == (["", "3.00"], True)


@pytest.mark.parametrize("number", ["样品单:{}", "例单{}", "sample:{}", "LI:{}"])
def test_a_number_that_only_sounds_like_one_is_an_order(number: str) -> None:
    order = number.format("6926001122334455661")
    assert answer_table(f"{HEADINGS}\n{order},凉席,300\n{SECOND}\n").amounts == ["3.00", "3.00"]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (f"{HEADINGS}\n1,2,3\n{SECOND}\n", ["", "3.00"]),
        (f"{HEADINGS}\n(1),(2),(3)\n{SECOND}\n", ["", "3.00"]),
        (
            f"{HEADINGS}\n1.,2.,3.\n平台订单号,名称,买家实付\n必填,选填,必填\n{SECOND}\n",
            ["", "", "", "3.00"],
        ),
        (f",{HEADINGS}\n,1,2,3\n,{SECOND}\n", ["", "3.00"]),
        # Orders numbered by hand, of 3, 400 and 600 yuan.
        ("订单编号,件数,实付金额\n1,2,3\n2,1,400\n3,5,600\n", ["0.00", "4.00", "6.00"]),
        ("订单编号,实付金额\n1,2\n2,400\n", ["0.00", "4.00"]),
    ],
)
def test_numbers_of_columns_are_no_order_where_other_things_stand_below(
    text: str, amounts: list[str]
) -> None:
    assert answer_table(text).amounts == amounts


@pytest.mark.parametrize(
    ("calculator", "heading", "cell", "usual"),
    [
        ("fraud-shipment", "实付金额", "实付1299元", "500"),
        ("fraud-shipment", "实付金额", "1299元起，按实际", "500"),
        ("purchase-limit", "累计限购", "每个账号每天最多购买2件", "5"),
    ],
)
def test_a_figure_with_its_unit_among_words_is_a_row_that_cannot_be_read(
    calculator: str, heading: str, cell: str, usual: str
) -> None:
    # Wherever it stands: it was a description at the top, and refused below.
    given = {"precious": "no"} if calculator == "fraud-shipment" else {}
    for rows in ((f"a,{cell}", f"b,{usual}"), (f"b,{usual}", f"a,{cell}")):
        found = answer_table(f"商品,{heading}\n" + "\n".join(rows), calculator, given=given)
        assert (found.table.totals.refused, found.table.totals.described) == (1, 0)


@pytest.mark.parametrize("first", ["付款后15天内发货", "预售15天", "最晚15天", "within 15 days"])
def test_days_are_counted_from_what_a_promise_is(first: str) -> None:
    text = f"商品,发货天数\na,{first}\nb,20\n"
    found = answer_table(text, "presale-days", chosen={"days": "发货天数"}, given={})
    assert found.amounts == ["long", "long"]


@pytest.mark.parametrize("words", ["最多10个字，单位元", "保留2位小数的金额", "例如199元，按实付"])
def test_what_describes_may_hold_a_figure(words: str) -> None:
    found = answer_table(f"商品,实付金额\n商品名称,{words}\na,400\nb,500\n")
    assert (found.table.totals.described, found.table.totals.answered) == (1, 2)


def test_words_in_several_columns_describe_them_whatever_figures_they_hold() -> None:
    words = "商品名称,买家实付的金额（满99元包邮）,买家付款的时间（一般48小时）"
    rows = "x,400,2025-03-01 10:00\ny,500,2025-03-01 10:00\n"
    found = answer_table(f"商品,实付金额,付款时间\n{words}\n{rows}")
    assert (found.table.totals.described, found.table.totals.refused) == (1, 0)
