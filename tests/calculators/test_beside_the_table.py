"""What stands in a sheet beside the table or far below it."""

import csv
import io
from typing import Any

import openpyxl
import pytest

from calculators import definition
from calculators.core.table.answering import answered
from calculators.core.table.files.opening import open_table
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.table import Table
from tests.support.order_tables import answer_table
from tests.support.pinned import NOW, PINNED

N = "69260011223344"
# Of 2025: 1 % of 400.
ORDERS: list[list[Any]] = [[f"{N}{at}", 400] for at in range(10_001, 10_091)]


def _sheet(*cells: tuple[str, Any], rows: int = 90) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    head: list[Any] = ["订单编号", "实付金额"]
    for row in [head, *ORDERS[:rows]]:
        sheet.append(row)
    for place, value in cells:
        sheet[place] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("place", ["C70", "D10", "D24", "D70", "XFD3", "XFD24", "XFD70"])
@pytest.mark.parametrize("value", ["已核对", " ", 1234])
def test_a_remark_beside_the_table_takes_no_order_out(place: str, value: Any) -> None:
    found = answer_table(_sheet((place, value)))
    assert (found.amounts, found.table.totals.refused) == (["4.00"] * 90, 0)


def test_a_small_table_beside_the_orders_is_none_of_theirs() -> None:
    beside = (("E80", "合计"), ("F80", 36_000), ("E95", "已发"), ("F95", 30))
    found = answer_table(_sheet(*beside))
    # The last four rows hold nothing of an order.
    assert found.amounts[:90] == ["4.00"] * 90
    assert (found.table.totals.answered, found.table.totals.refused) == (90, 0)


def test_other_calculators_take_such_rows_as_well() -> None:
    # 10 to 15 % of 100 pieces.
    book = openpyxl.Workbook()
    book.worksheets[0].append(["SKU", "库存"])
    for at in range(70):
        book.worksheets[0].append([f"A{at}", 100])
    book.worksheets[0]["D66"] = "盘点过"
    buffer = io.BytesIO()
    book.save(buffer)
    found = answer_table(buffer.getvalue(), "safety-stock")
    assert (found.amounts, set(found.remarks)) == (["10"] * 70, {"", "盘点过"})


def _written(data: bytes) -> tuple[Table, list[list[str]]]:
    table = Table(definition("late-delivery"), open_table([data]), "en")
    planned = plan(table.headings, Asked({}, {"on": PINNED}), NOW, words=False)
    text = b"".join(answered(table, planned)).decode("utf-8-sig")
    return table, list(csv.reader(io.StringIO(text, newline="")))


def test_what_stands_beside_the_table_follows_its_row() -> None:
    _, rows = _written(_sheet(("XFD1", "p"), ("XFD3", "x"), ("D70", "y"), rows=80))
    assert [len(row) for row in rows[:4]] == [7, 6, 7, 6]
    assert [rows[at][-1] for at in (0, 2, 69)] == ["p", "x", "y"]


def test_of_very_many_empty_rows_some_are_written() -> None:
    far = (("A5000", f"{N}99999"), ("B5000", 400))
    table, rows = _written(_sheet(*far, rows=2))
    # 4,996 empty rows, of which 1,000 are written.
    assert (len(rows), rows[-1][:3]) == (1 + 2 + 1000 + 1, [f"{N}99999", "400", "4.00"])
    assert (table.totals.answered, table.totals.blank, table.totals.not_written) == (3, 4996, 3996)
    assert any("3,996 of them" in each for each in table.totals.words()["notes"])
