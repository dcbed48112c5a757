"""Rows that a filter hides are counted, and said; formulas that nobody has worked out are named."""

import io

import openpyxl
import pytest

from tests.support.order_tables import answer_table
from tests.support.workbooks import by_hand, workbook_of

PAID = (400, 500.01, 300, 500)


def _filtered(hidden: set[int]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["订单编号", "实付金额", "订单状态"])
    for at, paid in enumerate(PAID, start=1):
        sheet.append([f"A{at}", paid, "已发货"])
    sheet.append(["B", 400, "已关闭"])
    sheet.append(["合计", sum(PAID) + 400, ""])
    sheet.auto_filter.ref = "A1:C5"
    for row in hidden:
        sheet.row_dimensions[row].hidden = True
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(("hidden", "count"), [(set(), 0), ({5}, 1), ({2, 3, 4}, 3), ({5, 7}, 1)])
def test_hidden_rows_are_counted_and_said(hidden: set[int], count: int) -> None:
    """The headings, and rows that are no orders or left out, are not spoken of."""
    found = answer_table(_filtered(hidden), given={"on": "2025-03-01", "force_majeure": "no"})
    assert found.amounts[:4] == ["4.00", "5.00", "3.00", "5.00"]
    said = f"Rows that a filter or somebody has hidden: {count}."
    assert (said in found.notes) == (count > 0)
    assert ("has hidden" in found.notes) == (count > 0)


def test_rows_of_one_order_may_be_hidden() -> None:
    rows = (
        '<row r="1"><c t="inlineStr"><is><t>订单编号</t></is></c>'
        '<c t="inlineStr"><is><t>实付金额</t></is></c></row>'
        '<row r="2"><c><v>1</v></c><c><v>400</v></c></row>'
        '<row r="3" hidden="true"><c><v>1</v></c><c><v>600</v></c></row>'
        '<row r="4" hidden="false"><c><v>2</v></c><c><v>600</v></c></row>'
    )
    found = answer_table(by_hand(rows))
    assert found.amounts == ["10.00", "", "6.00"]
    assert "has hidden: 1." in found.notes


def test_a_formula_without_its_result_is_named() -> None:
    text = "<c t='inlineStr'><is><t>{}</t></is></c>"
    head = f"<row>{text.format('订单编号')}{text.format('实付金额')}</row>"
    rows = (
        f"<row>{text.format('A')}<c><v>400</v></c></row>"
        f"<row>{text.format('B')}<c><f>C3*2</f></c></row>"
        f"<row>{text.format('C')}<c><f>C3*2</f><v>400</v></c></row>"
    )
    found = answer_table(by_hand(head + rows))
    assert found.amounts == ["4.00", "", "4.00"]
    assert "is a formula whose result is not in the file" in found.remarks[1]
    # In an order of several rows as well.
    found = answer_table(by_hand(head + rows.replace("B", "A")))
    assert found.amounts == ["", "", "4.00"]
    assert (
        "Row 3 of this order cannot be counted (The cell for the amount the buyer paid is a formula"
        in found.remarks[0]
    )


@pytest.mark.parametrize("cell", ["=C2*2", "'=SUM(C2:C3)"])
def test_a_formula_in_a_text_is_named_too(cell: str) -> None:
    found = answer_table(f"订单编号,实付金额\nA,400\nB,{cell}\n")
    assert found.amounts == ["4.00", ""]
    assert "is a formula" in found.remarks[1]


STATUS_IF = '=IF(D3="","待付款","已发货")'
REFUND_IF = '=IF(D4="","退款成功","已发货")'
STATES = ("订单编号", "实付金额", "订单状态")


@pytest.mark.parametrize(
    ("head", "rows", "amounts", "named"),
    [
        # What a formula would give is not among the words that stand in it.
        (STATES, [("1", 400, "待发货"), ("2", 500, STATUS_IF), ("3", 600, REFUND_IF)],
         ["4.00", "", ""], "Order status"),
        (STATES, [(f"{at}", 400, "=VLOOKUP(A2,S!A:B,2,0)") for at in range(1, 4)],
         ["", "", ""], "Order status"),
        # Nor of an order of several rows, whichever of them has it.
        (STATES, [("1", 400, "待发货"), ("1", 500, REFUND_IF), ("3", 600, "已发货")],
         ["", "", "6.00"], "Order status"),
        (STATES, [("1", 400, STATUS_IF), ("1", 500, "待发货"), ("3", 600, "已发货")],
         ["", "", "6.00"], "Order status"),
        (("订单编号", "实付金额", "售后状态"), [("1", 400, "-"), ("2", 500, REFUND_IF)],
         ["4.00", ""], "After-sale status"),
        # A number that is not known joins no rows: 20.00, 25.00 and 26.00, if it were.
        (("单据", "订单编号", "实付金额"),
         [("N1", "=[@单据]", 2000), ("N2", "=[@单据]", 2500), ("N3", "=[@单据]", 2600)],
         ["", "", ""], "Order number"),
        (("单据", "订单编号", "实付金额"),
         [("N1", "N1", 2000), ("N2", "=[@单据]", 2500), ("N3", "=[@单据]", 2600)],
         ["20.00", "", ""], "Order number"),
        # Nor does that of a part of an order: 1 % of 800.
        (("订单编号", "子订单编号", "实付金额"), [("1", "=[@行]", 400), ("1", "=[@行]", 400)],
         ["8.00", ""], ""),
    ],
)  # fmt: skip
def test_a_formula_tells_neither_a_state_nor_a_number(
    head: tuple[str, ...], rows: list[tuple[object, ...]], amounts: list[str], named: str
) -> None:
    found = answer_table(workbook_of({"订单": [head, *rows]}))
    assert found.amounts == amounts
    said = f"The cell for {named} is a formula whose result is not in the file"
    assert any(said in each for each in found.remarks) == bool(named)


def test_a_formula_is_no_moment_of_payment() -> None:
    # Closed, it was never paid where no payment stands; that is not known.
    rows = "1,400,已关闭,2025-02-01 10:00\n2,400,已关闭,=C2+1\n3,400,已发货,=C2+1\n"
    found = answer_table(
        f"订单编号,实付金额,订单状态,付款时间\n{rows}", "fraud-shipment", given={"precious": "no"}
    )
    assert found.amounts[1:] == ["", ""]
    assert all("付款时间" in each and "is a formula" in each for each in found.remarks[1:])
