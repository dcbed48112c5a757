"""A workbook in the page: what reads it is fetched then, from our own host, and once."""

import io
from pathlib import Path

import pytest
import xlsxwriter
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Reader, Regular
from tests.support.workbooks import by_hand, workbook_of

STOCK = "orders/cancel-shipment"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# By these names the calculator is sure of its columns.
HEADINGS = ("手里的库存", "最少留多少", "最多留多少", "备注")


def _panel(reader: Reader) -> Locator:
    panel = reader.calculator("safety-stock").root.locator(".orders")
    panel.locator("summary").click()
    return panel


def _row(stock: object) -> tuple[object, ...]:
    return (stock, 5, 10, "急")


def _choose(panel: Locator, name: str, data: bytes) -> None:
    panel.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": XLSX, "buffer": data}
    )


def _expect_reserve(panel: Locator, pieces: str) -> None:
    """The least to keep back of the stock in the first row."""
    expect(panel.locator("tbody td:nth-child(3)").first).to_have_text(pieces)


@pytest.mark.own_context
def test_what_reads_a_workbook_comes_when_one_is_opened(reader: Reader, tmp_path: Path) -> None:
    reader.open("zh", STOCK)
    panel = _panel(reader)
    asked = reader.site.asked
    asked.clear()
    _choose(panel, "a.csv", "手里的库存,最少留多少,最多留多少\n100,5,10\n".encode("gbk"))
    _expect_reserve(panel, "5")
    assert not [path for path in asked if "/workbooks-" in path]
    for stock in (200, 300):
        _choose(panel, "库存.xlsx", workbook_of({"七月": [HEADINGS, _row(stock)]}))
        _expect_reserve(panel, f"{stock // 20}")
    assert len([path for path in asked if "/workbooks-" in path]) == 1
    expect(panel.locator(".orders__used")).to_contain_text("文件：库存.xlsx，工作表“七月”")
    with reader.page.expect_download() as begun:
        panel.locator(".orders__download a").click()
    assert begun.value.suggested_filename == "库存-算好.csv"
    begun.value.save_as(tmp_path / "answered.csv")
    lines = (tmp_path / "answered.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1].startswith("300,5,10,急,15,30")


def test_several_sheets_are_asked_about(regular: Regular) -> None:
    panel = _panel(regular("zh", STOCK))
    sheets = {
        "说明": [],
        "六月": [HEADINGS, _row(100)],
        "七月": [HEADINGS, _row(200)],
    }
    _choose(panel, "库存.xlsx", workbook_of(sheets))
    heading = panel.get_by_text("要算的行在哪一张工作表里？")
    expect(heading).to_be_focused()
    select = panel.get_by_label("工作表")
    expect(select).to_have_value("六月")
    expect(select.locator("option")).to_have_text(["六月", "七月"])
    select.select_option("七月")
    panel.get_by_role("button", name="读这一张").click()
    expect(heading).to_be_hidden()
    _expect_reserve(panel, "10")
    expect(panel.locator(".orders__used")).to_contain_text("工作表“七月”")


def test_a_wrong_sheet_can_be_taken_back(regular: Regular) -> None:
    panel = _panel(regular("zh", STOCK))
    notes = [("甲", "乙"), ("a", "b")]
    sheets: dict[str, list[tuple[object, ...]]] = {
        "封面": [("库存表",)],
        "六月": [HEADINGS, _row(100)],
    }
    sheets["说明"] = [*notes]
    _choose(panel, "库存.xlsx", workbook_of(sheets))
    select, read = panel.get_by_label("工作表"), panel.get_by_role("button", name="读这一张")
    # The first one is no table, and no end of the workbook.
    expect(select).to_have_value("六月")
    expect(select.locator("option")).to_have_text(["封面", "六月", "说明"])
    select.select_option("封面")
    read.click()
    expect(panel.get_by_role("alert").first).to_contain_text("只有列名")
    expect(panel.get_by_text("要算的行在哪一张工作表里？")).to_be_focused()
    expect(select).to_have_value("封面")
    select.select_option("说明")
    read.click()
    another = panel.get_by_role("button", name="换一张工作表")
    another.click()
    expect(select).to_have_value("说明")
    select.select_option("六月")
    read.click()
    _expect_reserve(panel, "5")
    panel.get_by_role("button", name="改列").click()
    another.click()
    expect(select.locator("option")).to_have_text(["封面", "六月", "说明"])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 an .xlsx", "damaged"),
        *(
            pytest.param(*each, marks=pytest.mark.slow)
            for each in [
                (by_hand(""), "empty"),
                (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "old kind (.xls)"),
                (b"<html><table><tr><td>1", "web page"),
                (b'{"orders": []}', "JSON"),
            ]
        ),
    ],
)
def test_what_is_no_table_is_called_what_it_is(regular: Regular, data: bytes, words: str) -> None:
    panel = _panel(regular("en", STOCK))
    _choose(panel, "a.xls", data)
    expect(panel.locator(".orders__said")).to_contain_text(words)


def test_a_file_input_offers_what_is_read(regular: Regular) -> None:
    panel = _panel(regular("en", STOCK))
    offered = (panel.locator("input[type=file]").get_attribute("accept") or "").split(",")
    # Tabs under the name .xls are read, and a real one is told what to do with it.
    names = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls"}
    assert names | {XLSX, "text/comma-separated-values"} <= set(offered)


@pytest.mark.slow
def test_a_large_workbook(regular: Regular) -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        for number in range(1, 5001):
            sheet.write_row(number, 0, _row(number))
    panel = _panel(regular("zh", STOCK))
    _choose(panel, "库存.xlsx", buffer.getvalue())
    expect(panel.locator(".orders__done")).to_contain_text("5,000")


# As a file is for which nothing could be started, in test_orders.py.
@pytest.mark.slow
@pytest.mark.own_context
def test_after_a_failed_download_the_workbook_is_tried_again(reader: Reader) -> None:
    reader.open("zh", STOCK)
    panel = _panel(reader)
    (archive,) = (reader.site.root / "runtime").glob("workbooks-*.zip")
    reader.site.faults[archive.name] = "missing"
    _choose(panel, "库存.xlsx", workbook_of({"七月": [HEADINGS, _row(200)]}))
    said = panel.locator(".orders__said")
    expect(said).to_contain_text("服务器上找不到")
    reader.site.faults.clear()
    said.get_by_role("button").click()
    _expect_reserve(panel, "10")
    reader.complaints.clear()
