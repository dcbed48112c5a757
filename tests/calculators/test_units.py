"""The unit of amounts: said by whatever stands beside them, asked, and never yuan in silence."""

import io
from collections.abc import Mapping

import openpyxl
import pytest

from calculators.core.inputs.errors import InputError
from tests.support.order_tables import answer_table, table_of
from tests.support.workbooks import workbook_of

HEADINGS = "订单编号,商品,实付金额"
ORDERS = "6926001122334455667,a,20000\n6926001122334455668,b,29999\n"
FEN = ("paid=实付金额 --unit paid=fen",)
WAN = ("paid=实付金额 --unit paid=wan",)
OTHER = ("paid=实付金额",)


def _asked(data: str | bytes) -> tuple[str, ...]:
    with pytest.raises(InputError) as refused:
        answer_table(data)
    assert refused.value.code == "unsure_columns"
    columns = refused.value.values["columns"]
    assert isinstance(columns, tuple)
    return columns


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("订单明细（单位：分）,,", FEN),
        ("金额单位：分", FEN),
        ("单位：分，含运费,,", FEN),
        ("数量单位：件；金额单位：分,,", FEN),
        ("抖音订单,,以下金额均为分", FEN),
        ("抖音订单,,注：金额以分为单位", FEN),
        ("订单明细,,单位：分", FEN),
        ("金额单位,分,", FEN),
        ("本表金额以分为单位,,", FEN),
        ("订单（分）,,", FEN),
        ("Amounts in cents", FEN),
        ("单位：万元,,", WAN),
        ("销售额（万）,,", WAN),
        ("单位：百元,,", OTHER),
        ("币种：美元,,", OTHER),
        ("Currency: USD", OTHER),
        ("订单明细 HKD,,", OTHER),
        # Multiples of yuan, and currencies by any name.
        ("amounts in thousands of yuan", OTHER),
        ("Amounts in RMB million,,", OTHER),
        ("Unit: CNY '000", OTHER),
        ("Paid amounts (in thousands)", OTHER),
        ("Unit: 10 yuan", OTHER),
        ("币种：澳门元", OTHER),
        ("币种：新加坡元,,", OTHER),
        ("币种：令吉", OTHER),
        ("本表币种为刀", OTHER),
        ("币种：,刀,", OTHER),
        ("结算币种,兰特,", OTHER),
        ("Currency: Malaysian ringgit", OTHER),
        ("Currency: XAF", OTHER),
        # An upper row of headings, as it comes from merged cells and without.
        ("订单信息,,金额（单位：分）", FEN),
        ("订单信息,金额（单位：分）,", FEN),
        ("订单信息,,金额/分", FEN),
        ("订单信息,,USD", OTHER),
    ],
)
def test_a_unit_above_the_headings_is_asked(title: str, asked: tuple[str, ...]) -> None:
    assert _asked(f"{title}\n{HEADINGS}\n{ORDERS}") == asked


@pytest.mark.parametrize(
    "title",
    [
        "单位：元",
        "订单明细（单位：元，精确到分）",
        "币种：人民币",
        "Currency: CNY",
        "积分商城订单",
        "评分明细（单位：分）",
        "得分（满分100分）",
        "8分钟发货的订单",
        "时间单位：分",
        "发货单位：分公司",
        "百亿补贴、百元好物",
        "10万元销售额",
        "第一部分",
        "今日元旦",
        "币种：元",
        "币种：全部",
        "货币：,人民币,",
        "Currency: RMB yuan",
        "货币资金管理单元",
        "Orders in thousands of shops",
        "1000 yuan coupons",
        "福林刀具订单",
        "欧元素旗舰店",
        "points and cents of style",
        "金额百分比",
        "订单信息,,金额（元）",
    ],
)
def test_a_title_about_something_else_asks_nothing(title: str) -> None:
    assert answer_table(f"{title}\n{HEADINGS}\n{ORDERS}").amounts == ["30.00", "30.00"]


@pytest.mark.parametrize(
    ("description", "asked"),
    [
        ("文本,文本,单位：分", FEN),
        ("平台订单号,选购商品,买家实付，以分计", FEN),
        (",,分", FEN),
        (",,（分）", FEN),
        ("必填,选填,必填\n文本,文本,单位为分", FEN),
        ("文本,文本,单位：万元", WAN),
        ("文本,文本,USD", OTHER),
        ("Text,Text,in fen", FEN),
    ],
)
def test_a_unit_below_the_headings_is_asked(description: str, asked: tuple[str, ...]) -> None:
    assert _asked(f"{HEADINGS}\n{description}\n{ORDERS}") == asked


@pytest.mark.parametrize(
    "description",
    ["必填,文本,单位：元", "编号,名称,买家实付，不含积分", "编号,名称,保留到分", ",,元"],
)
def test_a_description_in_yuan_asks_nothing(description: str) -> None:
    found = answer_table(f"{HEADINGS}\n{description}\n{ORDERS}")
    assert found.amounts == ["", "30.00", "30.00"]


def test_a_note_below_a_few_orders_is_read_as_a_title_is() -> None:
    assert _asked(f"{HEADINGS}\n{ORDERS}注：金额单位为分,,\n") == FEN
    assert answer_table(f"{HEADINGS}\n{ORDERS}").amounts == ["30.00", "30.00"]


def test_a_heading_in_yuan_goes_before_a_title_in_fen() -> None:
    text = f"单位：分\n{HEADINGS}（元）\n{ORDERS}"
    assert answer_table(text).amounts == ["30.00", "30.00"]
    # But 元 may be short for another one.
    with pytest.raises(InputError):
        answer_table(text.replace("单位：分", "币种：美元"))
    assert _asked(f"单位：分\n{HEADINGS}\n{ORDERS.replace('20000', '¥20000')}") == FEN
    in_words = ORDERS.replace("20000", "200元").replace("29999", "300元")
    assert answer_table(f"单位：分\n{HEADINGS}\n{in_words}").amounts == ["3.00", "3.00"]


def test_a_unit_that_is_said_settles_the_column() -> None:
    text = f"单位：分\n{HEADINGS}\n{ORDERS}"
    assert answer_table(text, units={"paid": "fen"}).amounts == ["3.00", "3.00"]
    assert answer_table(text, units={"paid": "yuan"}).amounts == ["30.00", "30.00"]
    with pytest.raises(InputError) as refused:
        answer_table(text, chosen={"paid": "实付金额"})
    assert (refused.value.code, refused.value.values["line"]) == ("unit_not_said", "paid=fen")


@pytest.mark.parametrize(
    ("heading", "cells", "asked"),
    [
        ("币种", ("USD", "USD"), OTHER),
        ("Currency", ("CNY", "usd"), OTHER),
        ("订单货币", ("人民币", "港元"), OTHER),
        ("货币类型", ("", "欧元"), OTHER),
        ("币种", ("令吉", "令吉"), OTHER),
        ("币种", ("CNY", "刀"), OTHER),
        ("Currency", ("Korean won", ""), OTHER),
        ("币种", ("S$", "S$"), OTHER),
        ("币种", ("本位币", "全部"), None),
        # Whatever the column is called.
        ("结算币", ("美元", "人民币"), OTHER),
        ("结算币别", ("美元", "人民币"), OTHER),
        ("買家支付貨幣", ("人民币", "港币"), OTHER),
        ("原币", ("USD", "USD"), OTHER),
        ("币种（结算）", ("美元", ""), OTHER),
        ("订单结算货币代码", ("840", "156"), OTHER),
        ("Currency Code (ISO)", ("CNY", "EUR"), OTHER),
        ("Currency of payment", ("USD", "USD"), OTHER),
        ("Settlement CCY", ("USD", "CNY"), OTHER),
        ("结算币", ("人民币", "人民币"), None),
        ("抖币", ("840", "美元"), None),
        ("人民币", ("840", "156"), None),
        ("金额单位", ("分", "分"), FEN),
        ("单位", ("万元", "万元"), WAN),
        ("币种", ("CNY", "RMB"), None),
        ("currency_code", ("人民币(CNY)", "-"), None),
        ("币种", ("", "合计"), None),
        # Goods are counted in many units.
        ("单位", ("件", "分"), None),
        ("单位", ("千克", "角"), None),
    ],
)
def test_a_column_of_currencies_speaks_for_the_amounts(
    heading: str, cells: tuple[str, str], asked: tuple[str, ...] | None
) -> None:
    rows = [line + f",{cell}" for line, cell in zip(ORDERS.splitlines(), cells, strict=True)]
    text = f"{HEADINGS},{heading}\n" + "\n".join(rows) + "\n"
    if asked is None:
        assert answer_table(text).amounts == ["30.00", "30.00"]
        return
    assert _asked(text) == asked
    # What was turned into yuan says so.
    in_cny = text.replace("实付金额", "实付金额（人民币）")
    if asked == OTHER:
        assert answer_table(in_cny).amounts == ["30.00", "30.00"]


def test_a_row_of_another_currency_further_down_is_refused() -> None:
    first = "".join(f"A{at},a,100,CNY\n" for at in range(60))
    found = answer_table(f"{HEADINGS},币种\n{first}B1,a,2000,USD\nB2,a,2000,人民币\n")
    assert found.amounts[-2:] == ["", "20.00"]
    assert "The currency or unit of this row is “USD”" in found.remarks[-2]


@pytest.mark.parametrize("heading", ["实付金额", "实付金额（元）"])
@pytest.mark.parametrize(
    ("column", "usual", "other"),
    [("单位", "元", "分"), ("金额单位", "元", "万元"), ("Unit", "yuan", "fen")],
)
def test_a_row_in_another_unit_further_down_is_refused(
    heading: str, column: str, usual: str, other: str
) -> None:
    first = "".join(f"A{at},a,100,{usual}\n" for at in range(60))
    text = f"订单编号,商品,{heading},{column}\n{first}B1,a,2000,{other}\nB2,a,2000,{usual}\n"
    found = answer_table(text)
    assert found.amounts[-2:] == ["", "20.00"]
    assert f"is “{other}”, not yuan" in found.remarks[-2]
    # A column in which goods are counted says nothing of amounts.
    of_goods = text.replace(f"{usual}\n", "件\n")
    assert answer_table(of_goods).amounts[-2:] == ["20.00", "20.00"]


def test_an_upper_heading_that_was_merged_speaks_for_all_columns_below() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["订单信息", "金额（单位：分）", None],
        ["订单编号", "运费", "实付金额"],
        ["A1", 0, 200],
    ):
        sheet.append(row)
    sheet.merge_cells("B1:C1")
    buffer = io.BytesIO()
    book.save(buffer)
    assert _asked(buffer.getvalue()) == FEN
    plain = workbook_of({"订单": [["订单信息", "金额", None], ["订单编号", "x", "实付金额"],
                                ["A1", 0, 200]]})  # fmt: skip
    assert answer_table(plain).amounts == ["3.00"]


@pytest.mark.parametrize(
    ("heading", "cell", "units", "deposit"),
    [
        ("类目保证金（万元）", "2", {"deposits": "wan"}, "¥20,000.00"),
        ("类目保证金（万元）", "0.5;2", {"deposits": "wan"}, "¥20,000.00"),
        ("类目保证金(分)", "200000；300000分", {"deposits": "fen"}, "¥3,000.00"),
        ("类目保证金（万元）", "2000元、1", {"deposits": "wan"}, "¥10,000.00"),
        # Two amounts, or one of thousands.
        ("类目保证金(分)", '"200,000"', {"deposits": "fen"}, ""),
    ],
)
def test_a_list_of_amounts_has_its_unit_asked(
    heading: str, cell: str, units: Mapping[str, str], deposit: str
) -> None:
    text = f"{heading},x\n{cell},1\n"
    given = {"on": "2026-07-01", "orders_per_day": "0", "cost_per_order": "0"}
    chosen = {"deposits": heading}
    with pytest.raises(InputError) as refused:
        answer_table(text, "entry-cost", given=given, chosen=chosen)
    ((name, unit),) = units.items()
    assert (refused.value.code, refused.value.values["line"]) == ("unit_not_said", f"{name}={unit}")
    found = answer_table(text, "entry-cost", given=given, chosen=chosen, units=units)
    first = found.table.totals.words()["first"]
    assert [each["outputs"][1] for each in first] == ([deposit] if deposit else [])


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("0.1235万", "12.35"),
        ("123450分", "12.35"),
        ("0.1235 万元", "12.35"),
        ("1234.50元", "12.35"),
    ],
)
def test_the_unit_of_a_cell_is_its_own_and_not_the_columns(cell: str, amount: str) -> None:
    # 500 yuan, and 1,235 or 1,234.50: one per cent of each.
    text = f"订单编号,实付金额,商品\nN,500,a\nM,{cell},b\n"
    if not cell.endswith("元") or "万" in cell:
        assert _asked(text) == ("paid=实付金额 --unit paid=yuan",)
        found = answer_table(text, chosen={"paid": "实付金额"}, units={"paid": "yuan"})
        assert "name their own unit" in found.notes
        # Who only names the column gets the reason in its row, and no other total.
        unsaid = answer_table(text, chosen={"paid": "实付金额"})
        assert unsaid.amounts == ["5.00", ""]
    else:
        found = answer_table(text)
    assert found.amounts == ["5.00", amount]


def test_a_cell_in_its_own_unit_keeps_it_in_a_column_of_fen() -> None:
    text = "订单编号,实付金额(分),商品\nN,50000,a\nM,0.1235万,b\nK,400元,c\n"
    found = answer_table(text, units={"paid": "fen"}, chosen={"paid": "实付金额(分)"})
    assert found.amounts == ["5.00", "12.35", "4.00"]


def test_a_list_may_name_the_unit_of_one_amount() -> None:
    text = "店铺,特殊类目的基础保证金\n甲,2000;0.2万\n乙,2000\n"
    with pytest.raises(InputError) as refused:
        answer_table(text, "entry-cost", given={})
    assert refused.value.values["columns"] == (
        "deposits=特殊类目的基础保证金 --unit deposits=yuan",
    )


def test_the_page_proposes_no_unit_for_a_column_whose_cells_name_several() -> None:
    table = table_of("订单编号,实付金额,商品\nN,500,a\nM,0.1235万,b\n")
    match = table.headings.matches["paid"]
    # No unit that a page offers, so that it asks; all in one unit are proposed in that.
    assert (match.sure, match.proposed, table.headings.readings.units.of(1)) == (
        False,
        None,
        "mixed",
    )
    alike = table_of("订单编号,实付金额,商品\nN,0.05万,a\nM,0.1235万,b\n")
    assert alike.headings.readings.units.of(1) == "wan"


@pytest.mark.parametrize(
    ("below", "asked"),
    [
        ("金额单位：分", FEN),
        ("金额单位：分,", FEN), ("注：金额以分为单位", FEN), ("以下金额均为分", FEN),
        ("单位：万元", WAN),
        ("Unit: fen", FEN), ("Currency: USD", OTHER), ("币种：港币", OTHER),
        ("合计（元）,300000", ()), ("合计（2单）,300000", ()), ("备注：满分店铺", ()),
        ("合计（万元）,30", ()), ("备注：退款金额以分为单位", ()), ("运费单位：分", ()),
        ("注：金额3000元（约合420美元）", ()), ("Amounts converted from USD to CNY", ()),

        ("积分：5分,", ()),
    ],
)  # fmt: skip
def test_the_unit_may_stand_below_the_orders(below: str, asked: tuple[str, ...]) -> None:
    text = f"订单编号,实付金额\nA,100000\nB,200000\n{below}\n"
    if asked:
        assert _asked(text) == asked
    else:
        assert answer_table(text).table.totals.answered == 2


@pytest.mark.parametrize("label", ["合计（分）", "合计(单位：分)"])
def test_the_unit_of_a_sum_is_that_of_its_rows_where_they_come_to_it(label: str) -> None:
    for total, said in (("300000", True), ("0.3", False)):
        notes = answer_table(f"订单编号,实付金额\nA,100000\nB,200000\n{label},{total}\n").notes
        assert (f"One row says “{label}”, while all amounts" in notes) is said


@pytest.mark.parametrize(
    ("below", "said"),
    [("合计（分）,300000", "合计（分）"), ("金额单位：分", "金额单位：分"), ("Unit: fen",
     "Unit: fen"),
     ("单位：万元,", "单位：万元"), ("合计（元）,300000", ""), ("制表人：张三", "")],
)  # fmt: skip
def test_further_down_than_columns_are_told_by_it_is_said(below: str, said: str) -> None:
    rows = "".join(f"A{at},600\n" for at in range(500))
    notes = answer_table(f"订单编号,实付金额\n{rows}{below}\n").notes
    assert (f"One row says “{said}”, while all amounts were taken as yuan." in notes) is bool(said)
    units = {"paid": "yuan"}
    chosen = {"paid": "实付金额"}
    told = answer_table(f"订单编号,实付金额\n{rows}{below}\n", chosen=chosen, units=units).notes
    assert "taken as yuan" not in told
