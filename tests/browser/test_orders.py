"""A file of orders in the page: chosen, dropped or pasted, answered as the terminal answers it."""

import base64
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from calculators import definition
from tests.browser.conftest import Reader, Regular
from tests.support.orders import write_orders
from tests.support.pinned import PINNED

LATE = "orders/late-delivery"
DONE = {"zh": "算完了", "en": "Finished"}


def _panel(reader: Reader, calculator: str = "late-delivery") -> Locator:
    """The calculator's panel, opened; what has no day of its own goes by the pinned day."""
    reader.pinned(calculator)
    panel = reader.page.locator(f"#{calculator}-calculator .orders")
    panel.locator("summary").click()
    return panel


def _one_day_for_all(panel: Locator) -> None:
    """Where rules have changed, the page asks about a column of days: here it is left out."""
    if definition("late-delivery").rules_changed:
        panel.locator("select").last.select_option("")
        panel.locator(".orders__columns button").click()


def _choose(panel: Locator, name: str, data: bytes) -> None:
    panel.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": data}
    )


def _download(reader: Reader, panel: Locator, folder: Path) -> bytes:
    with reader.page.expect_download() as begun:
        panel.locator(".orders__download a").click()
    target = folder / "answered.csv"
    begun.value.save_as(target)
    return target.read_bytes()


def _by_terminal(path: Path, *arguments: str) -> bytes:
    ran = subprocess.run(
        [sys.executable, "-m", "calculators", *arguments, "--csv", path, "--words"],
        capture_output=True,
        check=True,
    )
    return ran.stdout


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_is_answered_as_in_a_terminal(regular: Regular, tmp_path: Path, lang: str) -> None:
    path = write_orders(tmp_path / "11 月订单.csv", 1500)
    reader = regular(lang, LATE)
    panel = _panel(reader)
    panel.locator("input[type=file]").set_input_files(path)
    _one_day_for_all(panel)
    expect(panel.locator(".orders__done")).to_contain_text(DONE[lang])
    expect(panel.locator(".orders__done")).to_contain_text("1,470")
    answered = _download(reader, panel, tmp_path)
    assert answered == _by_terminal(path, "late-delivery", "--lang", lang, "--on", PINNED)
    assert answered.startswith(b"\xef\xbb\xbf")
    assert b",=cmd" not in answered
    # The first rows are on show, and the rows that need mending are named as a spreadsheet does.
    expect(panel.locator("tbody tr")).to_have_count(10)
    expect(panel.locator("tbody tr").first.locator("td").first).to_have_text("3")
    expect(panel.locator(".orders__wrong li")).to_contain_text("2")
    expect(panel.locator(".orders__wrong li")).to_contain_text("30")
    expect(panel.locator("[data-output=compensation] dd")).to_contain_text(".")


def test_a_change_of_columns_answers_again(regular: Regular) -> None:
    reader = regular("zh", LATE)
    panel = _panel(reader)
    _choose(panel, "a.csv", "订单,实付金额,定金\n1,5,1000\n".encode("gbk"))
    total = panel.locator("[data-output=compensation] dd")
    expect(total).to_have_text("3.00 元")
    panel.get_by_role("button", name="改列").click()
    panel.locator("select").first.select_option(label="第 3 列：定金（例：1000）")
    panel.get_by_role("button", name="开始计算").click()
    expect(total).to_have_text("10.00 元")
    expect(panel.locator(".orders__used")).to_contain_text("“定金”")


def test_columns_that_are_not_certain_are_asked_for(regular: Regular) -> None:
    reader = regular("en", LATE)
    panel = _panel(reader)
    _choose(panel, "a.csv", b"order,total of all paid amounts,x\n1,1299,2\n")
    heading = panel.get_by_text("Check which column is which")
    expect(heading).to_be_focused()
    # By keyboard alone: the first choice, an error where it is left open, the column, on.
    reader.page.keyboard.press("Tab")
    select = panel.locator("select").first
    expect(select).to_be_focused()
    select.select_option("")
    panel.get_by_role("button", name="Start").press("Enter")
    expect(panel.locator(".orders__columns .field__error").first).to_contain_text("needed")
    expect(select).to_be_focused()
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("ArrowDown")
    panel.get_by_role("button", name="Start").press("Enter")
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("¥12.99")


def test_one_order_tried_in_the_form_does_not_answer_for_all(regular: Regular) -> None:
    reader = regular("zh", LATE)
    reader.calculator("late-delivery").type(paid="89")
    panel = _panel(reader)
    _choose(panel, "抖店订单.csv", "主订单编号,订单应付金额\nA1,1299\n".encode("gbk"))
    select = panel.locator("select").first
    expect(select.locator("option").first).to_have_text("表格里没有，各行都用表单里的“89”")
    select.select_option(label="第 2 列：订单应付金额（例：1299）")
    panel.get_by_role("button", name="开始计算").click()
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("12.99 元")
    expect(panel.locator(".orders__view")).to_be_focused()


def test_what_has_no_column_is_taken_from_the_form(regular: Regular) -> None:
    reader = regular("en", LATE)
    reader.calculator("late-delivery").type(force_majeure="yes")
    panel = _panel(reader)
    _choose(panel, "a.csv", b"paid\n500\n")
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("\u00a50.00")
    expect(panel.locator(".orders__used")).to_contain_text("“Yes” for every row")
    expect(panel.locator(".orders__used")).to_contain_text("File: a.csv")
    # What the form says is no longer what the answers were given.
    reader.calculator("late-delivery").type(force_majeure="no")
    expect(panel.locator(".orders__said")).to_contain_text("You have changed the form")
    reader.calculator("late-delivery").type(force_majeure="yes")
    expect(panel.locator(".orders__said")).to_be_hidden()


def test_an_order_is_answered_by_the_rules_of_its_own_day(regular: Regular) -> None:
    reader = regular("zh", "money/invoices")
    panel = _panel(reader, "invoice-freeze")
    _choose(
        panel,
        "账单.csv",
        "未开票金额,已拖月数,账期\n100,2,2021-06\n100,2,2021-07\n".encode("gb18030"),
    )
    asked = panel.locator("select").last
    expect(asked).to_have_value("2")
    panel.get_by_role("button", name="开始计算").click()
    frozen = panel.locator("tbody td:nth-child(3)")
    expect(frozen).to_have_text(["30.00 元", "0.00 元"])


def test_cells_pasted_from_a_spreadsheet(regular: Regular) -> None:
    reader = regular("zh", LATE)
    panel = _panel(reader)
    use = panel.get_by_role("button", name="计算粘贴的内容")
    use.click()
    expect(panel.locator(".orders__said")).to_have_text("还没有粘贴内容")
    panel.locator("textarea").fill("订单\t实付\n1\t300\n2\t3,000.01\n")
    use.click()
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("33.00 元")
    expect(panel.locator(".orders__said")).to_be_hidden()


def test_a_long_paste_is_taken_without_being_laid_out(regular: Regular) -> None:
    reader = regular("zh", LATE)
    panel = _panel(reader)
    text = "订单\t实付\n" + "".join(f"{number}\t{number}.50\n" for number in range(4, 2004))
    panel.locator("textarea").evaluate(
        """(field, text) => {
          const clipboardData = new DataTransfer()
          clipboardData.setData("text/plain", text)
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }))
        }""",
        text,
    )
    assert len(panel.locator("textarea").input_value()) < 100
    panel.get_by_role("button", name="计算粘贴的内容").click()
    expect(panel.locator(".orders__done")).to_contain_text("2,000 行有结果")


def test_a_dropped_file(regular: Regular) -> None:
    reader = regular("zh", LATE)
    reader.pinned("late-delivery")
    data = base64.b64encode("订单,实付\n1,300\n".encode("gbk")).decode()
    reader.page.locator("#late-delivery-calculator").evaluate(
        """async (calculator, data) => {
          const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0))
          const dataTransfer = new DataTransfer()
          dataTransfer.items.add(new File([bytes], "dropped.csv"))
          const dropped = { dataTransfer, cancelable: true, bubbles: true }
          calculator.dispatchEvent(new DragEvent("drop", dropped))
        }""",
        data,
    )
    total = reader.page.locator("#late-delivery-calculator [data-output=compensation] dd")
    expect(total).to_have_text("3.00 元")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 an .xlsx", "Excel workbook"),
        (b" \n,\n", "empty"),
        (b"x" * 1_100_000, "no line breaks"),
    ],
)
def test_what_is_no_table(regular: Regular, data: bytes, words: str) -> None:
    reader = regular("en", LATE)
    panel = _panel(reader)
    _choose(panel, "a.csv", data)
    expect(panel.locator(".orders__said")).to_contain_text(words)
    # The next file is taken as if nothing had been.
    _choose(panel, "b.csv", b"paid\n5\n")
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("¥3.00")
    expect(panel.locator(".orders__said")).to_be_hidden()


def test_a_question_gets_through_and_stopping_stops(regular: Regular, tmp_path: Path) -> None:
    reader = regular("zh", LATE)
    panel = _panel(reader)
    panel.locator("input[type=file]").set_input_files(write_orders(tmp_path / "a.csv", 60_000))
    _one_day_for_all(panel)
    expect(panel.locator("tbody tr")).to_have_count(10)
    form = reader.calculator("late-delivery")
    form.type(paid="89")
    form.submit()
    assert form.shown("compensation") == "3.00 元"
    panel.get_by_role("button", name="停止").click()
    expect(panel.locator(".orders__done")).to_contain_text("已停止")
    expect(panel.locator(".orders__running")).to_be_hidden()
    expect(panel.locator(".orders__download")).to_be_hidden()
    form.type(paid="300.50")
    form.submit()
    expect(form.result.locator("[data-output=compensation] dd")).to_have_text("3.01 元")


def test_after_a_failure_the_file_is_tried_again(reader: Reader) -> None:
    reader.site.faults["pyodide.asm.wasm"] = "missing"
    reader.open("zh", LATE)
    panel = _panel(reader)
    _choose(panel, "a.csv", "订单,实付\n1,300\n".encode())
    failure = reader.calculator("late-delivery").failure
    expect(failure).to_be_visible()
    reader.site.faults.clear()
    failure.get_by_role("button").click()
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("3.00 元")
    reader.complaints.clear()  # about the missing file, as they should be


def test_what_the_cells_say_is_text(regular: Regular) -> None:
    reader = regular("zh", LATE)
    reader.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    panel = _panel(reader)
    evil = "<img src=x onerror=alert(1)>"
    _choose(panel, f"{evil}.csv", f"{evil},实付\n{evil},300\n{evil},x\n".encode())
    expect(panel.locator("tbody td:nth-child(2)")).to_have_text(evil)
    assert panel.locator("img").count() == 0


def test_the_empty_table_can_be_had(regular: Regular, tmp_path: Path) -> None:
    reader = regular("zh", LATE)
    panel = _panel(reader)
    with reader.page.expect_download() as begun:
        panel.get_by_role("link", name="下载空白表格").click()
    begun.value.save_as(tmp_path / "empty.csv")
    assert begun.value.suggested_filename.endswith(".csv")
    head = (tmp_path / "empty.csv").read_bytes().decode("utf-8-sig")
    assert head.splitlines() == ["买家实付金额,晚发是不可抗力造成的吗？"]
