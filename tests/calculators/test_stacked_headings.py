"""Headings over two or three rows, as spreadsheets merge them, and columns without a heading."""

import csv
import io

import openpyxl
import pytest

from tests.support.order_tables import answer_table, table_of

MOMENTS = "2025-02-01 10:00,2025-02-05 10:00"
ROWS = f"M1,2000,0,{MOMENTS}\nM1,1000,0,{MOMENTS}\nM2,400,0,{MOMENTS}\n"
# 1 % of 3,000 and of 400.
RIGHT = ["30.00", "", "4.00"]
HEADS = [
    "订单编号,金额,,时间,\n,实付金额,运费,付款时间,发货时间\n",
    # The amount, too, is merged over both rows, or the fee alone.
    "订单编号,实付金额,金额,时间,\n,,运费,付款时间,发货时间\n",
    "订单编号,实付金额,运费,时间,\n,,,付款时间,发货时间\n",
    "二月的订单,,,,\n\n订单编号,金额,,时间,\n,实付金额,运费,付款时间,发货时间\n",
    "订单,订单的金额和时间,,,\n订单编号,金额,,时间,\n,实付金额,运费,付款时间,发货时间\n",
    "订单编号,订单的金额和时间,,,\n,金额,,时间,\n,实付金额,运费,付款时间,发货时间\n",
    "订单编号,,,,\n,实付金额,运费,付款时间,发货时间\n",
]


def _as_workbook(text: str) -> bytes:
    """With what is empty below a text merged with it, and to its right as well."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in csv.reader(io.StringIO(text)):
        sheet.append([int(cell) if cell.isdigit() else cell or None for cell in row])
    if text.startswith("订单编号,金额"):
        for merged in ("A1:A2", "B1:C1", "D1:E1"):
            sheet.merge_cells(merged)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("head", HEADS)
def test_a_heading_merged_over_rows_is_known(head: str) -> None:
    for data in (head + ROWS, _as_workbook(head + ROWS)):
        found = answer_table(data)
        assert found.amounts == RIGHT
        assert "Rows with the same “订单编号” are one order" in found.notes
        assert answer_table(data, chosen={"order": "订单编号"}).amounts == RIGHT


@pytest.mark.parametrize("head", HEADS[:3])
def test_headings_stay_as_they_are_written(head: str) -> None:
    """Each page may repeat them, and they are no orders."""
    found = answer_table(head + ROWS + head + ROWS.replace("M", "N"))
    assert found.amounts == [*RIGHT, "", "", *RIGHT]
    lowest = tuple(head.splitlines()[-1].split(","))
    assert found.table.layout.as_written == lowest


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        # A title, notes and figures are no headings, and neither is a second name.
        ("二月的订单,,\n,订单编号,实付金额\n1,A,400\n", ["Column 1", "订单编号", "实付金额"]),
        ("制表人：小王,日期：今天,\n,订单编号,实付金额\n1,A,400\n",
         ["Column 1", "订单编号", "实付金额"]),
        ("7,200,1\n,订单编号,实付金额\n1,A,400\n", ["Column 1", "订单编号", "实付金额"]),
        ("order,paid,\n订单编号,实付金额,\nA,400,1\n", ["order", "paid", "Column 3"]),
        ("订单编号,实付金额,原因\nA,,不可抗力\nB,400,漏发\n", ["订单编号", "实付金额", "原因"]),
    ],
)  # fmt: skip
def test_what_stands_above_is_not_always_a_heading(text: str, headings: list[str]) -> None:
    assert list(table_of(text).layout.headings) == headings


@pytest.mark.parametrize("name", ["第 1 列", "column 1"])
def test_a_column_without_a_heading_is_called_by_its_number(name: str) -> None:
    found = answer_table(",实付金额\nM1,2000\nM1,1000\nM2,400\n", chosen={"order": name})
    assert found.amounts == RIGHT
    assert "Rows with the same “Column 1” are one order" in found.notes


def test_the_unit_of_a_group_is_that_of_its_columns() -> None:
    text = "订单编号,金额（分）,\n,实付金额,运费\nM1,40000,0\n"
    assert table_of(text).headings.readings.unit("paid", 1) == "fen"
