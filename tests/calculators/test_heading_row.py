"""Which row holds the headings, where rows of data hold what columns are called by."""

import pytest

from tests.support.order_tables import answer_table, table_of


@pytest.mark.parametrize(
    ("calculator", "text"),
    [
        ("late-delivery", "金额,原因\n200,快递慢\n300.5,漏发\n100,不可抗力\n50,缺货\n"),
        ("late-delivery", "金额,原因\n,不可抗力\n200,快递慢\n100,漏发\n"),
        ("late-delivery", "Order,Amount,Status\n1001,200,paid\n1002,300.5,paid\n"),
        ("late-delivery", "Name,Total,Status\n#1001,400.00,paid\n#1001,,\n#1002,50,paid\n"),
        ("late-delivery", "编号,金额,付款\n1001,200,paid\n,,\n1002,,paid\n"),
        ("late-delivery", "编号,金额,说明\n1,2026-01-02,order\n2,2026-01-03,status\n"),
        ("buyer-order", "买家,数量,标记\n张三,3,正常\n李四,2,已拉黑\n"),
        ("entry-cost", "店铺,成交额,阶段\n甲店,50000,试运营\n乙店,150000,正式\n"),
        ("entry-cost", "项目,金额\n设备,3000\n保证金,2000\n"),
        ("order-check", "订单,时间,货\n1,2026-11-20 10:00,有货\n2,2026-11-20 11:00,无货\n"),
        # A maker's line, a moment of making and a title are no headings.
        ("late-delivery", "2月,\n制表人：小王,日期：2025-03-01\n金额,备注\n200,老王\n"),
        ("late-delivery", "制表人：小王,2025-03-01\n金额,备注\n200,老王\n合计,200\n"),
        ("late-delivery", "制表日期,2025-03-01\n编号,金额\n1,200\n2,300\n"),
        ("late-delivery", "导出时间,2025-03-01\n编号,实付金额\n1,200\n2,300\n"),
        # Below other figures, headings name several inputs.
        ("late-delivery", "店铺,销售额\n甲店,10000\n订单编号,实付金额\n1,200\n2,300\n"),
        ("late-delivery", "订单编号,实付金额,2025\n1,200,3\n2,300,4\n"),
    ],
)  # fmt: skip
def test_headings_stand_over_figures_and_hold_none(calculator: str, text: str) -> None:
    expected = {"编号,金额", "编号,实付金额", "订单编号,实付金额", "金额,备注"}
    lines = text.splitlines()
    right = next((each for each in lines[1:] if each in expected), lines[0])
    assert ",".join(table_of(text, calculator).layout.headings) == right


@pytest.mark.parametrize(
    "text", ["1001,200,paid\n1002,300.5,paid\n", "A,200,ok\nB,,paid\nC,300.5,ok\n"]
)
def test_rows_of_data_alone_have_no_headings(text: str) -> None:
    layout = table_of(text).layout
    assert not layout.written
    assert layout.above == 0


def test_no_order_above_a_choice_is_lost() -> None:
    text = "金额,原因\n200,快递慢\n300.5,漏发\n100,不可抗力\n50,缺货\n"
    chosen = {"paid": "金额", "force_majeure": ""}
    assert answer_table(text, chosen=chosen).amounts == ["3.00", "3.01", "3.00", "3.00"]
    numbered = answer_table(text, chosen={**chosen, "paid": "第 1 列"})
    assert numbered.amounts == ["3.00", "3.01", "3.00", "3.00"]


def test_a_figure_above_the_headings_is_said() -> None:
    said = "Rows above the headings that hold an amount or a number: 1."
    assert said in answer_table("7,200\n订单编号,实付金额\n1,200\n2,300\n").notes
    assert said not in answer_table("导出,2025-03-01\n订单编号,实付金额\n1,200\n").notes
