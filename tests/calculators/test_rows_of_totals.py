"""Rows of totals: by their labels, by what else they hold, by what the rows above come to."""

import csv
import io
from collections.abc import Mapping, Sequence

import pytest

from calculators import CALCULATORS, definition
from calculators.core.inputs.fields import fields_of
from calculators.core.table.answering import answered
from calculators.core.table.files.opening import open_table
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.sums.labels import kind_of, names_what_is
from calculators.core.table.table import Table
from calculators.core.text.catalogue import LANGUAGES
from tests.support.order_tables import answer_table
from tests.support.pinned import NOW, PINNED

# Up to 300 yuan an order costs 3.00 on the pinned day, above it 1 per cent.
NUMBERED = "订单编号,商品,实付金额\nN667,凉席,200.00\nN668,枕头,178.00\n"
UNNUMBERED = "商品,实付金额\n凉席,200.00\n枕头,178.00\n"


class _Found:
    """A table that was answered."""

    def __init__(
        self, text: str, given: Mapping[str, str] | None = None, *, words: bool = False
    ) -> None:
        self.table = Table(definition("late-delivery"), open_table([text.encode()]), "en")
        planned = plan(
            self.table.headings, Asked({}, {"on": PINNED, **(given or {})}), NOW, words=words
        )
        self.written = b"".join(answered(self.table, planned)).decode("utf-8-sig")
        width = len(self.table.layout.headings)
        rows = csv.reader(io.StringIO(self.written, newline=""))
        self.amounts = [row[width] for row in rows][1:]
        totals = self.table.totals.words()
        self.notes = "\n".join(totals["notes"])
        self.total = "".join(each["text"] for each in totals["sums"])

    @property
    def left_out(self) -> int:
        return self.table.totals.left_out

    @property
    def doubted(self) -> int:
        return self.table.totals.perhaps_sums


@pytest.mark.parametrize(
    "label",
    [
        # Both languages, and words in which a total is another's.
        "合计/Total",
        "合计 Total",
        "Total 合计",
        "Order total",
        "Overall total",
        "Running total",
        "Grand-total",
        "Sub-total:",
        "本店合计",
        "7月合计",
        "2026-07-01 小计",
        "July total",
        "以上合计2单",
        # With a count, a figure, a remark or a page.
        "合计：2单，378元",
        "总金额：378元",
        "共2单，378.00元",
        "合计:2笔订单 378.00元",
        "共三单",
        "共 1,234 条记录",
        "2 orders in total",
        "Total of 2 orders",
        "记录数：2",
        "小计（第1页）",
        "第 1 页 小计",
        "Subtotal page 1",
        "Page 1 of 3 total",
        "合计(不含运费)",
        "合计（大写）：叁佰柒拾捌元整",
        "Total (excl. shipping)",
        "—— 合　计 ——",
        # Means, spreads, all there is.
        "总共",
        "总共：378.00",
        "平均客单价",
        "Average order value",
        "All orders",
        "全部订单",
        "标准差",
        "Std Dev",
        "Σ",
        "Grand Average",
        "总计平均值",
        "总计数",
        "去年同期",
        # As others write them.
        "總訂單數：2",
        "實付總額",
        "標準差",
    ],
)
def test_a_label_is_a_word_for_a_total_and_what_belongs_to_it(label: str) -> None:
    for row in (f'"{label}",,378.00\n', f'-,"{label}",378.00\n', f',,"{label}"\n'):
        found = _Found(NUMBERED + row)
        assert (found.amounts, found.left_out, found.doubted) == (["3.00", "3.00", ""], 1, 0), row
    assert _Found(UNNUMBERED + f'"{label}",378.00\n').amounts == ["3.00", "3.00", ""]


@pytest.mark.parametrize(
    "row",
    ["店铺合计：抖音旗舰店,,378", "合计 抖音旗舰店,,378", "制表：李四,合计,378",
     "合计金额大写,叁佰柒拾捌元整,378", "显示第1到第2条，共2条,,378",
     "Total as of 2026-07-01,,378"],
)  # fmt: skip
def test_whose_total_it_is_may_stand_in_the_label_or_beside_it(row: str) -> None:
    found = _Found(NUMBERED + row + "\n")
    assert (found.amounts, found.doubted) == (["3.00", "3.00", ""], 0)


@pytest.mark.parametrize(
    "number",
    ["SUM1001", "ORDERS-1001", "TOTAL-20260701", "AVG_2024", "2026-TOTAL", "ORDERS 1001",
     "订单1001", "Max", "JD-SUM-7"],
)  # fmt: skip
def test_the_number_of_an_order_is_no_label(number: str) -> None:
    found = _Found(NUMBERED + f"{number},毯,100.00\n")
    assert (found.amounts[2], found.left_out, found.doubted) == ("3.00", 0, 0)


@pytest.mark.parametrize(
    "number",
    ["订单12", "订单 12", "数据5", "Orders 12", "汇总2025001", "合计A-17", "总计B001", "Total-A17",
     "汇总单-A", "合计12", "SUM 7", "A17-合计", "A17 汇总", "2025001合计"],
)  # fmt: skip
def test_rows_of_one_number_are_one_order_whatever_words_it_holds(number: str) -> None:
    # 600 and 200 are 8.00 together, and 6.00 and 3.00 as two orders.
    found = _Found(NUMBERED + f"{number},毯,600.00\n{number},巾,200.00\n")
    assert (found.amounts, found.left_out) == (["3.00", "3.00", "8.00", ""], 0)


@pytest.mark.parametrize("number", ["订单12", "汇总2025001", "合计A-17", "Total-A17", "汇总单-A"])
def test_a_number_with_such_words_is_no_label_though_it_stands_beside_figures_alone(
    number: str,
) -> None:
    # Neither where the amounts above come to as much nor where others left a remark.
    for more in (("", "", ""), (",", ",急", ",")):
        first, second, own = more
        head = "订单编号,实付金额" + (",买家留言" if first else "") + "\n"
        rows = f"N1,500{first}\nN2,400{second}\n{number},900{own}\n{number},200{own}\n"
        found = _Found(head + rows)
        assert (found.amounts, found.doubted) == (["5.00", "4.00", "11.00", ""], 1), more
    # Nor where others are numbered likewise.
    series = [f"{number}0,200", f"{number}1,200", f"{number}2,400"]
    assert _Found("订单编号,实付金额\n" + "\n".join(series) + "\n").amounts == [
        "3.00",
        "3.00",
        "4.00",
    ]
    # Of a single row it is not its number that tells, nor that it cost what two others did.
    found = _Found(f"订单编号,实付金额\nN1,500\nN2,500\n{number},500\n")
    assert (found.amounts[2], found.doubted) == ("5.00", 1)


@pytest.mark.parametrize("label", ["小计 2", "小计 抖音", "共1002单", "店铺 汇总"])
def test_a_label_that_comes_again_joins_nothing(label: str) -> None:
    rows = f"N1,500\nN2,400\n{label},900\nN3,600\nN4,300\n{label},900\n"
    found = _Found("订单编号,实付金额\n" + rows)
    assert (found.amounts, found.left_out) == (["5.00", "4.00", "", "6.00", "3.00", ""], 2)


@pytest.mark.parametrize("rows", ["订单数1001,200\n共1002单,178\n", "SUM 1001,200\nSUM 1002,178\n"])
def test_what_may_be_the_number_of_an_order_is_kept_and_said(rows: str) -> None:
    found = _Found("订单编号,实付金额\n" + rows)
    assert found.amounts == ["3.00", "3.00"]
    assert "may be totals, though it is not certain: 2, the first of them row 2." in found.notes
    # What was sold tells that it is one.
    sold = _Found("订单编号,商品,实付金额\n" + rows.replace(",", ",凉席,"))
    assert (sold.amounts, sold.doubted) == (["3.00", "3.00"], 0)
    # And the rest of the row that it is none, and so do the amounts above.
    assert _Found(NUMBERED + "共1002单,,378\n").left_out == 1
    assert _Found("订单编号,实付金额\nN1,200\nN2,178\n共1002单,378\n").left_out == 1


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        (["M1,a,2000", "M1,b,2000", "M1 Total,,4000", "M2,c,50", "M2 Total,,50",
          "Grand Total,,4050"], "¥33.00"),
        (["A1,a,2000", "A1 Average,,2000", "A2,c,50", "A2 Count,,1", "Grand Count,,2"], "¥23.00"),
        (["N1,a,2000", "N1 计数,,1", "N2,c,50", "N2 计数,,1", "总计数,,2"], "¥23.00"),
        (["M1,a,2000", "M1 汇总,,2000", "M2,c,50", "M2小计,,50", "总计,,2050"], "¥23.00"),
        (["M1,a,2000", "M1 Max,,2000", "M2,c,50", "Total M2,,50"], "¥23.00"),
        # Groups of another column, and a label above what it sums up.
        (["M1,a,2000", "M2,a,50", ",a 汇总,2050", "M3,b,50", ",b Total,50"], "¥26.00"),
        (["M1 Total,,2000", "M1,a,2000", "M2 汇总,,50", "M2,c,50"], "¥23.00"),
    ],
)  # fmt: skip
def test_subtotals_name_what_stands_above(rows: Sequence[str], total: str) -> None:
    found = _Found("订单编号,商品,实付金额\n" + "\n".join(rows) + "\n")
    assert (found.total, found.doubted) == (total, 0)
    # What does not stand above it may be an order's, where the row holds an order's words.
    named = _Found(NUMBERED + "N9 Total,毯,100.00\n")
    assert (named.amounts[2], named.doubted) == ("3.00", 1)


@pytest.mark.parametrize(
    ("text", "amounts", "doubted"),
    [
        ("商品,实付金额\n运动总汇,200\n算术求平均,178\n健康汇总,178\n", ["3.00"] * 3, 2),
        ("商品,实付金额,规格\n凉席,200,共2件\n枕头,178,单件\n", ["3.00"] * 2, 0),
        ("规格,实付金额\n共2件,200\n共3件,178\n2条,50\n", ["3.00"] * 3, 2),
        ("商品,实付金额,买家留言\n凉席,200,\n枕头,178,总和\n", ["3.00"] * 2, 1),
        ("商品,实付金额\nColgate,20\nColgate Total,30\n", ["3.00"] * 2, 1),
        ("商品,实付金额\niPhone Pro,200\niPhone Pro Max,200\n", ["3.00"] * 2, 0),
        ("商品,实付金额\n凉席,200\n枕头,100\n统计学教材,300\n", ["3.00"] * 3, 0),
        ("订单编号,商品,实付金额\nN1,健康,200\n,健康知识汇总,30\n", ["3.00"] * 2, 1),
        ("订单编号,商品,实付金额,备注\nN1,a,200,\n,b,30,总和\n,c,40,共2件\n", ["3.00"] * 3, 1),
        ("订单编号,商品,实付金额\nN1,Pro,200\n,Pro Max,30\n", ["3.00"] * 2, 0),
        # The amounts bear it out.
        ("商品,实付金额\n凉席,200\n枕头,178\n旗舰店汇总,378\n", ["3.00", "3.00", ""], 0),
        ("商品,实付金额\n凉席,200\n凉席,178\n凉席 Total,378\n", ["3.00", "3.00", ""], 0),
        ("商品,实付金额\n凉席,200\n凉席,100\n凉席 汇总,300\n枕头,178\n枕头 汇总,178\n",
         ["3.00", "3.00", "", "3.00", ""], 0),
        ("商品,实付金额\na,200\nb,100\n共2件,300\n", ["3.00", "3.00", ""], 0),
    ],
)  # fmt: skip
def test_what_may_be_sold_is_no_label_unless_the_row_bears_it_out(
    text: str, amounts: Sequence[str], doubted: int
) -> None:
    found = _Found(text)
    assert (found.amounts, found.doubted) == (amounts, doubted)
    assert ("may be totals" in found.notes) == bool(doubted)


@pytest.mark.parametrize("given", [{}, {"promised_hours": "240", "late_hours": "1"}])
@pytest.mark.parametrize("heading", ["支付完成时间", "承诺发货时间", "不可抗力", "承诺发货时限"])
def test_a_label_stands_in_any_column_also_one_that_is_asked(
    heading: str, given: dict[str, str]
) -> None:
    if heading == "承诺发货时限" and given:
        del given["promised_hours"]
    row = {"不可抗力": "否", "承诺发货时限": "48"}.get(heading, "2025-03-01 10:00:00")
    rows = f"{row},N667,200.00\n{row},N668,178.00\n合计,,378.00\n"
    assert _Found(f"{heading},订单编号,实付金额\n{rows}", given).left_out == 1


@pytest.mark.parametrize("cell", ["-", "/", "null", "\u200b", " ", "无"])
def test_a_word_for_nothing_is_no_number_of_an_order(cell: str) -> None:
    found = _Found(NUMBERED + f"{cell},合计,378.00\n")
    assert (found.total, found.left_out) == ("¥6.00", 1)


def test_no_choice_of_an_input_is_a_label() -> None:
    for name in CALCULATORS:
        described = definition(name)
        for field in fields_of(described.inputs):
            for texts in map(described.texts, LANGUAGES):
                path = ("fields", field, "choices")
                choices = texts.get(*path) if texts.has(*path) else {}
                assert not any(map(kind_of, choices)), (name, field)


@pytest.mark.parametrize(
    ("cell", "above", "found"),
    [("M1 Total", "M1", True), ("Total M1", "M1", True), ("M10 Total", "M1", False),
     ("M1", "M1", False), ("M1 Total", "", False), ("凉席 小计：2单", "凉席", True)],
)  # fmt: skip
def test_a_label_names_what_is_above(cell: str, above: str, *, found: bool) -> None:
    assert names_what_is(above, cell) == found


def test_a_label_takes_no_longer_than_its_text() -> None:
    for text in ("合计" * 40_000, "(" * 80_000, "1" * 80_000, "a " * 40_000, "合计" + " " * 80_000):
        assert kind_of(text) == ""


STATES = "订单编号,实付金额,订单状态\n"


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        # An amount that no field reads is added up all the same, or skipped as a formula would.
        ("订单编号,实付金额\nN1,400.00\nN2,-50.00\n,350.00\n", ["4.00", "", ""]),
        ("订单编号,实付金额\nN1,200.00\nN2,约178\n,378.00\n", ["3.00", "", ""]),
        ("订单编号,实付金额\nN1,200.00\nN2,约178\n,200.00\n", ["3.00", "", ""]),
        ("订单编号,实付金额\nN1,200.00\nN2,待核对\n,200.00\n", ["3.00", "", ""]),
        # A row that is too wide, its amount beside its heading.
        ("订单编号,商品,数量,实付金额\nN1,a,1,200\nN2,b,蓝,1,178\n,,2,378\n", ["3.00", "", ""]),
        ("订单编号,商品,数量,实付金额\nN1,a,1,200\nN2,b,1,178,x\n,,2,378\n", ["3.00", "", ""]),
        # With or without what was not paid, or undone.
        (STATES + "N1,200,已发货\nN2,178,待付款\n,200,\n", ["3.00", "", ""]),
        (STATES + "N1,200,已发货\nN2,178,待付款\n,378,\n", ["3.00", "", ""]),
        (STATES + "N1,200,已发货\nN2,178,退款成功\n,200,\n", ["3.00", "3.00", ""]),
        (STATES + "N1,200,已发货\nN2,9,待付款\nN3,178,退款成功\n,200,\n",
         ["3.00", "", "3.00", ""]),
        # Of the page alone, below the sum of another.
        ("订单编号,实付金额\nN1,200\nN2,178\n小计,378\nN3,100\nN4,50\n,150\n",
         ["3.00", "3.00", "", "3.00", "3.00", ""]),
        ("订单编号,实付金额\nN1,200\nN2,178\n小计,378\nN3,100\n,478\n",
         ["3.00", "3.00", "", "3.00", ""]),
    ],
)  # fmt: skip
def test_a_last_sum_may_count_other_rows_than_we_do(text: str, amounts: Sequence[str]) -> None:
    found = _Found(text)
    assert (found.amounts, found.doubted) == (amounts, 0)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        # Without a column of numbers: what was never filled in, or not for each order.
        ("实付金额,备注\n500,无\n500,无\n", ["5.00", "5.00"]),
        ("实付金额,备注\n500,急\n500,\n", ["5.00", "5.00"]),
        ("实付金额,备注\n500,无\n500,无\n500,\n500,\n", ["5.00"] * 4),
        ("实付金额,备注\n500,急\n600,急\n1100,\n", ["5.00", "6.00", ""]),
        # A column of numbers in which none stands.
        ("订单编号,实付金额\n,500\n,500\n,500\n", ["5.00"] * 3),
        ("订单编号,实付金额\nN1,500\n,500\n", ["5.00", ""]),
        # A sum of the part, of the page and of all; so many more are orders.
        ("订单编号,实付金额\nN1,500\n,500\n,500\n,500\n", ["5.00", "", "", ""]),
        ("订单编号,实付金额\nN1,500\n" + ",500\n" * 4, ["5.00"] * 5),
    ],
)
def test_orders_that_cost_the_same_are_no_sums_of_each_other(
    text: str, amounts: Sequence[str]
) -> None:
    assert _Found(text).amounts == amounts


def test_many_orders_of_one_price_take_no_longer_than_others() -> None:
    """Each was held for a thousand rows to see whether it was a sum."""
    found = _Found("实付金额,备注\n" + "500,无\n" * 20_000)
    assert found.amounts == ["5.00"] * 20_000
    assert found.left_out == found.doubted == 0


def test_an_unlabelled_sum_above_other_orders_is_kept_and_said() -> None:
    found = _Found("订单编号,实付金额\nN1,200\nN2,178\n,378\nN3,100\n,100\n,478\n")
    assert found.amounts == ["3.00", "3.00", "3.78", "3.00", "", ""]
    assert "may be totals, though it is not certain: 1, the first of them row 4." in found.notes


@pytest.mark.parametrize("words", [False, True])
@pytest.mark.parametrize("text", [NUMBERED + ",,378.00\n", UNNUMBERED + ",378.00\n合计,378.00\n"])
def test_a_table_that_was_answered_is_answered_again(text: str, *, words: bool) -> None:
    for _ in range(4):
        found = _Found(text, words=words)
        assert found.total == "¥6.00"
        assert found.table.totals.answered == 2
        text = found.written


@pytest.mark.parametrize(
    "label",
    ["净额", "实收", "实际", "本月实收", "净收入", "退款后", "利润", "结余", "余额", "应付", "扣款",
     "Net", "Balance", "After refunds"],
)  # fmt: skip
def test_what_is_left_of_the_orders_above_is_doubted(label: str) -> None:
    assert _Found(f"{NUMBERED}{label},,250\n").doubted == 1
    below = _Found(f"{NUMBERED}合计,,378\n{label},,250\n")
    assert (below.left_out, below.doubted) == (1, 1)


@pytest.mark.parametrize("label", ["扣", "还剩", "实收", "Less fees"])
def test_what_stands_below_a_total_of_remarks_is_doubted(label: str) -> None:
    found = _Found(f"备注,实付金额\n老王,200\n小李,300.5\n总共,500.5\n{label},6.01\n")
    assert (found.left_out, found.doubted) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        f"{NUMBERED}N669,运费,20\n",
        f"{NUMBERED}合计,,378\nN669,运费,20\n",
        f"{NUMBERED}合计,,378\n小王,凉席,20\n",
        "备注,实付金额\n老王,200\n运费,20\n",
        "备注,实付金额\n老王,200\n小计,200\n小李,300\n",
    ],
)
def test_an_order_with_a_number_or_a_product_is_no_remainder(text: str) -> None:
    assert _Found(text).doubted == 0


@pytest.mark.parametrize(
    ("head", "orders", "last", "left_out", "total"),
    [
        # Up to 300 yuan an order costs 3.00, one of 300.50 costs 3.01; of a sum of 600.50 6.01.
        ("序号,实付金额", ["1,200", "2,300.5", "3,100"], ",600.5", 1, "¥9.01"),
        ("序号,数量,实付金额", ["1,1,200", "2,2,300.5", "3,1,100"], ",4,600.5", 1, "¥9.01"),
        ("手机号,实付金额", ["13800000001,200", "13800000002,300.5"], ",500.5", 1, "¥6.01"),
        # A row with a counter of its own is an order, whatever it comes to.
        ("序号,实付金额", ["1,200", "2,300.5", "3,100"], "4,600.5", 0, "¥15.02"),
        # And one without, where others lack it as well.
        ("序号,实付金额", ["1,200", ",300.5", "3,100"], ",600.5", 0, "¥15.02"),
    ],
)
def test_where_no_column_has_words_an_empty_counter_tells_a_sum(
    head: str, orders: list[str], last: str, left_out: int, total: str
) -> None:
    found = _Found("\n".join([head, *orders, last, ""]))
    assert (found.left_out, found.total) == (left_out, total)


PLATFORM = "订单编号,商品,实付金额\n6926001122334455667,凉席,200\n6926001122334455668,枕头,178\n"


@pytest.mark.parametrize(
    "label",
    ["2单", "2 笔", "2条", "2件", "2行", "2项", "2票", "2個", "2筆", "贰单", "貳單", "两单",
     "（2单）", "2单，378元", "约2单", "2 pcs", "2单:378.00元", "TTL"],
)  # fmt: skip
def test_a_bare_count_beside_figures_alone_is_a_label(label: str) -> None:
    for row in (f'"{label}",,378\n', f',"{label}",378\n'):
        found = _Found(PLATFORM + row)
        assert (found.total, found.left_out, found.doubted) == ("¥6.00", 1, 0), row
    # Of numbers like these none is a count, whatever the row comes to; of each page there is one.
    paged = _Found(f'{PLATFORM}"{label}",,380\n6926001122334455669,毯,100\n"{label}",,100\n')
    assert (paged.total, paged.left_out) == ("¥9.00", 2)


@pytest.mark.parametrize(
    ("text", "amounts", "doubted"),
    [
        # Somebody numbers orders like this.
        ("订单编号,实付金额\n1单,200\n2单,300\n2单,300\n3单,800\n",
         ["3.00", "6.00", "", "8.00"], 0),
        ("订单编号,实付金额\n第1单,200\n第2单,178\n第3单,378\n", ["3.00", "3.00", "3.78"], 0),
        # What was sold, with a number, without, and in how many pieces.
        (PLATFORM + "2单,凉席,100\n", ["3.00"] * 3, 0),
        (PLATFORM + "6926001122334455669,2条,378\n", ["3.00", "3.00", "3.78"], 0),
        ("订单编号,规格,实付金额\nN1,1件,200\nN2,2件,178\n,1件,50\n,2件,300.5\n",
         ["3.00", "3.00", "3.00", "3.01"], 0),
        # Among short numbers it may be one.
        ("订单编号,实付金额\nN1,200\nN2,178\n3单,500\n", ["3.00", "3.00", "5.00"], 1),
    ],
)  # fmt: skip
def test_a_count_is_no_label_where_orders_are_numbered_or_sold_so(
    text: str, amounts: Sequence[str], doubted: int
) -> None:
    found = _Found(text)
    assert (found.amounts, found.left_out, found.doubted) == (amounts, 0, doubted)


@pytest.mark.parametrize("head", [PLATFORM, "订单编号,商品,实付金额\nN1,凉席,200\nN2,枕头,178\n"])
@pytest.mark.parametrize(
    ("last", "left_out", "doubted", "total"),
    [
        ("本月2单,,378", 1, 0, "¥6.00"),
        ("晚发2單,,378", 1, 0, "¥6.00"),
        ("this month 2 orders,,378", 1, 0, "¥6.00"),
        # Somebody may number an order so; 1 per cent of 378 is 3.78.
        ("出单2,,378", 0, 1, "¥9.78"),
        ("total2,,378", 0, 1, "¥9.78"),
        # Not what all orders come to.
        ("本月2单,,400", 0, 0, "¥10.00"),
    ],
)
def test_a_count_of_all_orders_behind_a_word_is_no_number(
    head: str, last: str, left_out: int, doubted: int, total: str
) -> None:
    found = _Found(f"{head}{last}\n")
    assert (found.left_out, found.doubted, found.total) == (left_out, doubted, total)


def test_who_counts_orders_from_nought_has_as_many_above() -> None:
    found = _Found("订单编号,实付金额\n小王0,200\n小王1,178\n小王2,378\n")
    assert (found.amounts, found.left_out, found.doubted) == (["3.00", "3.00", "3.78"], 0, 0)


@pytest.mark.parametrize(
    ("head", "rows", "left_out", "doubted", "total"),
    [
        # The count of the rows, and of them what they come to: 1 % of 400 and of 500.
        ("商品,商品数量,", ["667,a,1,400", "668,b,2,500", "2,,3,900"], 1, 0, "¥9.00"),
        ("商品数量,", ["667,1,400", "668,2,500", "2,3,900"], 1, 0, "¥9.00"),
        ("", ["667,400", "668,500", "2,900"], 1, 0, "¥9.00"),
        ("", ["667,400", "668,500", "0,900"], 1, 0, "¥9.00"),
        # Either alone may be chance: 18.00, 17.80, of 320 yuan 12.20.
        ("", ["667,400", "668,500", "3,900"], 0, 1, "¥18.00"),
        ("商品,", ["667,a,400", "668,b,500", "2,,880"], 0, 1, "¥17.80"),
        ("", ["667,400", "668,500", "3人,900"], 0, 1, "¥18.00"),
        ("商品,", ["2,,900", "667,a,400", "668,b,500"], 0, 1, "¥18.00"),
        ("商品,", ["667,a,400", "668,b,500", "2,c,320"], 0, 0, "¥12.20"),
        ("", ["667,400", "1,200", "2,320"], 0, 0, "¥10.20"),
    ],
)
def test_a_count_of_rows_in_the_place_of_a_number_is_no_order(
    head: str, rows: list[str], left_out: int, doubted: int, total: str
) -> None:
    text = "\n".join(f"6926001122334455{row}" if row[0] == "6" else row for row in rows)
    found = _Found(f"订单编号,{head}实付金额\n{text}\n")
    assert (found.left_out, found.doubted, found.total) == (left_out, doubted, total)


@pytest.mark.parametrize(
    ("head", "rows", "left_out", "doubted", "total"),
    [
        # Given by hand it may be the number of an order, which costs 3.00, 3.00 and 3.78.
        ("", ["1001,200", "1002,178", "2,378"], 0, 1, "¥9.78"),
        # Not where it lacks what each order has.
        ("商品,", ["1001,a,200", "1002,b,178", "2,,378"], 1, 0, "¥6.00"),
    ],
)
def test_a_count_of_rows_among_short_numbers_is_doubted(
    head: str, rows: list[str], left_out: int, doubted: int, total: str
) -> None:
    found = _Found(f"订单编号,{head}实付金额\n" + "\n".join([*rows, ""]))
    assert (found.left_out, found.doubted, found.total) == (left_out, doubted, total)


def test_small_numbers_in_a_row_are_orders() -> None:
    # The third costs what both above did, and each is numbered as its place.
    found = _Found("订单编号,实付金额\n1,100\n2,200\n3,300\n4,600\n")
    assert (found.amounts, found.doubted) == (["3.00", "3.00", "3.00", "6.00"], 0)
    numbered = "".join(f"{at},{at}\n" for at in range(1, 61))
    assert _Found(f"订单编号,实付金额\n{numbered}").left_out == 0


@pytest.mark.parametrize("label", ["HJ", "大写：叁佰柒拾捌元整", "结存数", "應收", "两位"])
def test_a_sum_under_a_word_that_is_not_known_is_doubted(label: str) -> None:
    assert _Found(f"{PLATFORM}{label},,378\n").doubted == 1
    assert _Found(f"{PLATFORM},{label},378\n").doubted == 1


@pytest.mark.parametrize(
    "label", ["总营收", "GMV", "销售额", "营业额", "本月流水", "結餘", "成交額", "Sales"]
)
def test_a_word_for_what_orders_come_to_is_doubted_whatever_the_amount(label: str) -> None:
    found = _Found(
        f"订单编号,实付金额\n6926001122334455667,200\n6926001122334455668,178\n{label},370\n"
    )
    assert (found.total, found.doubted) == ("¥9.70", 1)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        # Above the orders, and below them where it is rounded.
        ("订单编号,商品,实付金额\n,,900\n1001,a,400\n1002,b,500\n", 1),
        ("订单编号,实付金额\n,900\n1001,400\n1002,500\n", 1),
        ("订单编号,商品,实付金额\n1001,a,400.4\n1002,b,500.4\n,,901\n", 1),
        ("订单编号,实付金额\n1001,400.4\n1002,500.4\n,901\n", 1),
        ("订单编号,实付金额\nN1,200.00\nN2,约178\n,377.00\n", 1),
        ("订单编号,商品,实付金额\n1001,a,400\n,,890\n1002,b,500\n", 1),
        # What was sold without a number, and several that cost something.
        ("订单编号,商品,实付金额\n1001,a,400\n1002,b,500\n,c,890\n", 0),
        ("订单编号,实付金额\n1001,400\n,100\n1002,500\n,120\n", 0),
        ("订单编号,实付金额\n1001,400\n,100\n1002,500\n", 0),
        ("订单编号,实付金额\n,400\n,500\n,890\n", 0),
    ],
)
def test_a_row_of_nothing_but_an_amount_is_doubted_where_others_have_more(
    text: str, doubted: int
) -> None:
    found = _Found(text)
    assert (found.doubted, found.left_out) == (doubted, 0)
    assert ("may be totals" in found.notes) == bool(doubted)


NUMBERS = [
    ("1001", "1002"),
    ("69260011", "69260012"),
    ("6926001122334455661", "6926001122334455662"),
]


@pytest.mark.parametrize(
    "label",
    [
        "金额：900", "数量：2", "Qty: 2", "Quantity: 2", "单量：2", "销量：2", "已发货：2",
        "完成：2",
        "成交：2单", "销售额：900", "总价：900.00元", "GMV：900", "实付：¥900", "（数量：2）",
        "件数=5",
        "Amount: 900", "orders: 2", "店铺合共：2",
    ],
)  # fmt: skip
@pytest.mark.parametrize("numbers", NUMBERS)
def test_a_word_before_a_figure_labels_the_sum_of_what_stands_above(
    numbers: tuple[str, str], label: str
) -> None:
    one, two = numbers
    head = f"订单编号,商品,实付金额\n{one},a,400\n{two},b,500\n"
    for last in (f"{label},,900", f",{label},900"):
        found = answer_table(f"{head}{last}\n", given={"on": "2025-03-01"})
        assert found.amounts == ["4.00", "5.00", ""], last
        assert found.table.totals.left_out == 1


@pytest.mark.parametrize(
    ("rows", "amounts", "doubts"),
    [
        # What was sold stands beside it, or it comes to something else.
        ("1001,a,400\n1002,b,500\n金额：900,c,900", ["4.00", "5.00", "9.00"], 0),
        ("1001,a,400\n1002,b,500\n店铺：7,,900", ["4.00", "5.00", "9.00"], 0),
        ("1001,a,400\n1002,b,500\n店铺：2,,700", ["4.00", "5.00", "7.00"], 0),
        ("1001,a,400\n1002,b,500\n金额：910,,910", ["4.00", "5.00", "9.10"], 1),
        ("金额：900,,900\n1001,a,400\n1002,b,500", ["9.00", "4.00", "5.00"], 1),
        # Orders may be numbered like that.
        ("单:1,,400\n单:2,,400\n单:3,,800", ["4.00", "4.00", "8.00"], 0),
    ],
)
def test_an_order_is_none_for_a_word_before_a_figure(
    rows: str, amounts: list[str], doubts: int
) -> None:
    found = answer_table(f"订单编号,商品,实付金额\n{rows}\n", given={"on": "2025-03-01"})
    assert (found.amounts, found.table.totals.perhaps_sums) == (amounts, doubts)


def test_each_page_may_end_in_such_a_label() -> None:
    rows = "1001,a,400\n1002,b,500\n金额：900,,900\n1003,a,600\n1004,b,300\n金额：900,,900\n"
    found = answer_table(f"订单编号,商品,实付金额\n{rows}实付：1800,,1800\n")
    assert found.amounts == ["4.00", "5.00", "", "6.00", "3.00", "", ""]


@pytest.mark.parametrize("label", ["合计", "合计：", "Total", "共 2 单"])
def test_a_label_tells_nothing_of_the_column_that_it_stands_in(label: str) -> None:
    head = "订单编号,实付金额,付款时间,承诺发货时间,发货时间"
    orders = "".join(
        f"{at},{paid},2026-02-01 10:00,2026-02-02 10:00,\n" for at, paid in ((1, 400), (2, 500))
    )
    found = answer_table(f"{head}\n,900,,,{label}\n{orders}", given={})
    # Both wait until now, by the rules of their own day.
    assert found.amounts == ["", "4.00", "5.00"]
