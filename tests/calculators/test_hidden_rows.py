"""Rows that a filter hides are counted, and said; formulas that nobody has worked out are named."""

import io

import openpyxl
import pytest

from tests.support.order_tables import answer_table
from tests.support.workbooks import by_hand

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
