"""An answered table as a workbook: read back by others, typed where a spreadsheet counts on."""

import csv
import io
import zipfile
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest

from calculators.core.table.files.opening import open_table
from calculators.core.table.workbook import writing
from calculators.core.table.workbook.writing import workbook_of
from tests.support.answered_files import AnsweredFiles, answer_files, table_of
from tests.support.made_day import made_day, orders_file, parcels_file

ROWS = [
    ("订单编号", "订单应付金额", "支付完成时间", "承诺发货时间", "买家留言"),
    ("6926001122334455667\t", "1299.00", "2026-08-10 10:00:20", "2026-08-12 10:00:20", "=1+1"),
    ("6926001122334455668", "", "2026-08-10 10:00", "2026-08-12 10:00", "<b>&\x07“急”\n两件 "),
]


def _workbook(found: AnsweredFiles) -> bytes:
    return b"".join(workbook_of(found.table, found.plan, io.BytesIO(found.written)))


def _read(data: bytes) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet
    return list(sheet.iter_rows(values_only=True))


@pytest.mark.parametrize("words", [False, True])
def test_cells_are_what_a_spreadsheet_counts_on_with(words: bool) -> None:  # noqa: FBT001
    found = answer_files(table_of(ROWS), words=words)
    headings, first, second = _read(_workbook(found))
    told = dict(zip(headings, first, strict=True))
    assert told["订单编号"] == "6926001122334455667"
    assert told["订单应付金额"] == Decimal(1299)
    assert told["支付完成时间"] == datetime(2026, 8, 10, 10, 0, 20)  # noqa: DTZ001
    assert told["买家留言"] == "=1+1"
    label = found.table.texts.get("outputs", "ship_by", "label")
    assert told[label if words else "ship_by"] == datetime(2026, 8, 12, 10, 0)  # noqa: DTZ001
    assert dict(zip(headings, second, strict=True))["买家留言"] == "<b>&“急”\n两件 "


def test_counts_and_days_of_the_file_stay_what_they_are() -> None:
    rows = [("SKU", "库存", "盘点日期", "上架时间", "条码"), ("A", "100", "2026-11-01",
            "2026-11-01 10:00", "100"), ("B", "200件", "2026-11-02", "未上架", "007")]  # fmt: skip
    found = answer_files(table_of(rows), calculator="safety-stock")
    _, first, second = _read(_workbook(found))
    day, later = datetime(2026, 11, 1), datetime(2026, 11, 2)  # noqa: DTZ001
    assert first[:3] == ("A", 100, day)
    # In a column of words a moment is one; a number that nobody reads may be that of a thing.
    assert first[3:5] == ("2026-11-01 10:00", "100")
    assert second[:5] == ("B", "200件", later, "未上架", "007")


def test_the_headings_stay_and_the_same_table_makes_the_same_bytes() -> None:
    found = answer_files(table_of([("导出的订单",), *ROWS]))
    sheet = openpyxl.load_workbook(io.BytesIO(_workbook(found))).active
    assert sheet
    assert sheet.freeze_panes == "A3"
    assert sheet.title == "Answers"
    assert sheet["A2"].font.b
    assert _workbook(found) == _workbook(found)


def test_it_is_read_by_our_own_reader_as_it_was_written() -> None:
    orders = made_day()[:200]
    found = answer_files(orders_file(orders), parcels_file(orders))
    opened = open_table(io.BytesIO(_workbook(found)))
    text = found.written.decode("utf-8-sig")
    own = len(found.table.layout.headings)
    for read, row in zip(opened.records(), csv.reader(io.StringIO(text, newline="")), strict=True):
        assert read[0].strip() == row[0].strip()
        assert read[own] == row[own]


def test_more_rows_than_a_sheet_takes_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_MOST_ROWS", 2)
    rows = [(str(at), "5", *ROWS[1][2:4], "") for at in range(5)]
    found = answer_files(table_of([ROWS[0], *rows]))
    book = openpyxl.load_workbook(io.BytesIO(_workbook(found)))
    assert book.sheetnames == ["Answers", "Answers 2", "Answers 3"]
    counted = [[row[0] for row in sheet.iter_rows(values_only=True)] for sheet in book]
    assert counted == [[ROWS[0][0], *numbers] for numbers in (["0", "1"], ["2", "3"], ["4"])]


def test_pieces_come_while_rows_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_PIECE", 1000)
    orders = made_day()[:600]
    found = answer_files(orders_file(orders))
    pieces = list(workbook_of(found.table, found.plan, io.BytesIO(found.written)))
    assert len(pieces) > 1
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces))) as book:
        assert book.testzip() is None
