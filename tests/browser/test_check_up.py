"""The check-up of a morning in the page: two files, a dashboard above their rows, what is kept."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Reader
from tests.support.made_day import NOW, Order, made_day, orders_file, parcels_file, states

# Thousands of orders; what becomes of them is tried without a browser in tests/calculators.
pytestmark = [pytest.mark.slow, pytest.mark.own_context]

CHECK_UP = "orders/check-up"
KEPT = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.fixture
def day() -> list[Order]:
    """A morning."""
    return made_day()


@pytest.fixture
def files(day: list[Order], tmp_path: Path) -> list[Path]:
    """Its two files; the parcels' is the first to be chosen."""
    written = {"b.csv": parcels_file(day), "a.csv": orders_file(day)}
    for name, text in written.items():
        (tmp_path / name).write_text(text, encoding="utf-8-sig", newline="")
    return [tmp_path / name for name in written]


def _panel(reader: Reader, lang: str) -> Locator:
    reader.page.clock.set_fixed_time(NOW)
    reader.open(lang, CHECK_UP)
    panel = reader.page.locator("#order-check-calculator .orders")
    panel.locator(":scope > summary").click()
    return panel


def _choose(panel: Locator, *files: Path) -> None:
    panel.locator("input[type=file]").set_input_files(list(files))


def _counted(panel: Locator) -> dict[str, int]:
    found: dict[str, int] = panel.locator(".states__one").evaluate_all(
        "(all) => Object.fromEntries(all.map((each) => "
        "[each.dataset.state, parseInt(each.querySelector('b').textContent.replace(',', ''))]))"
    )
    return {state: count for state, count in found.items() if count}


def _terminal(lang: str, *files: Path) -> bytes:
    command = [sys.executable, "-m", "calculators", "order-check", "--lang", lang, "--words"]
    given = [argument for path in files for argument in ("--csv", str(path))]
    ran = subprocess.run(
        [*command, *given, f"now={NOW:%Y-%m-%d %H:%M}"], capture_output=True, check=True
    )
    return ran.stdout


@pytest.mark.reader(**KEPT)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_two_files_come_to_what_the_day_was_made_of(
    reader: Reader, lang: str, day: list[Order], files: list[Path], tmp_path: Path
) -> None:
    panel = _panel(reader, lang)
    _choose(panel, *files)
    save = panel.locator(".orders__download a")
    save.wait_for(timeout=60_000)
    assert _counted(panel) == states(day)
    exposure = sum(each.out_of_stock for each in day)
    expect(panel.locator("[data-output=exposure] dd")).to_contain_text(f"{exposure:,.2f}")
    # No label is broken, and a moment is written as one reads it.
    labels = panel.locator(".deadlines__label")
    heights = labels.evaluate_all("(all) => all.map((each) => each.getBoundingClientRect().height)")
    assert max(heights) < 1.5 * min(heights)
    assert labels.evaluate_all("(all) => all.every((each) => each.scrollWidth <= each.offsetWidth)")
    expect(panel.locator(".orders__used")).to_contain_text(f"“{NOW:%Y-%m-%d %H:%M}”")
    # Twenty of each list at most, five at once; the keyboard goes on at the first that was hidden.
    due = panel.locator(".to-do").first
    expect(due.locator("tbody tr")).to_have_count(5)
    panel.get_by_role("button", name={"zh": "再看", "en": "more"}[lang]).first.press("Enter")
    expect(due.locator("tbody tr")).to_have_count(20)
    expect(due.locator("tbody tr").nth(5)).to_be_focused()
    # What is written is what a terminal writes; and so is the workbook.
    with reader.page.expect_download() as begun:
        save.click()
    answered = begun.value.path().read_bytes()
    assert answered == _terminal(lang, *files)
    workbook, calendar, listed = panel.locator(".orders__download button").all()
    with reader.page.expect_download(timeout=60_000) as begun:
        workbook.click()
    begun.value.save_as(tmp_path / "answered.xlsx")
    sheet: Any = openpyxl.load_workbook(tmp_path / "answered.xlsx").active
    assert sheet.max_row == answered.count(b"\r\n")
    with reader.page.expect_download() as begun:
        calendar.click()
    events = begun.value.path().read_text(encoding="utf-8")
    assert 0 < events.count("BEGIN:VEVENT") <= 200
    # Where the browser drops a file without a word, the same stands there as text.
    panel.locator(".result__said button").click()
    first = due.locator("tbody th").first.inner_text()
    expect(panel.locator(".result__said textarea")).to_have_value(re.compile(first))
    assert first in reader.copied_by(listed)


@pytest.mark.parametrize(("lang", "most"), [("zh", "最多扣 50.00 元"), ("en", "up to ¥50.00")])
def test_orders_are_sorted_by_what_may_be_taken(
    reader: Reader, lang: str, most: str, tmp_path: Path
) -> None:
    rows = (
        "主订单编号,订单应付金额,支付完成时间,承诺发货时间,订单状态,发货时间",
        # Late by an hour: nothing of what was promised within 48 hours, else 1 per cent.
        "1001,100.00,2026-08-12 08:00:00,2026-08-14 08:00:00,待发货,",
        "1002,5000.00,2026-07-30 08:00:00,2026-08-14 08:30:00,待发货,",
    )
    path = tmp_path / "a.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    panel = _panel(reader, lang)
    _choose(panel, path)
    due = panel.locator(".to-do").first
    orders, stakes = due.locator("tbody th"), due.locator(".to-do__exposure")
    expect(orders).to_have_text(["1001", "1002"])
    expect(stakes).to_have_text(["", most])
    panel.locator(".to-do__sorting select").first.select_option("money")
    expect(orders).to_have_text(["1002", "1001"])
    expect(stakes).to_have_text([most, ""])


def test_a_second_file_joins_the_first_and_their_roles_can_be_exchanged(
    reader: Reader, day: list[Order], files: list[Path]
) -> None:
    parcels, orders = files
    panel = _panel(reader, "zh")
    _choose(panel, orders)
    panel.locator(".orders__download a").wait_for(timeout=60_000)
    assert _counted(panel) != states(day), "nothing is known of collections"
    # Where the chooser is closed again, the next file stands alone.
    with reader.page.expect_file_chooser():
        panel.get_by_role("button", name="再加一份").click()
    panel.locator("input[type=file]").dispatch_event("cancel")
    _choose(panel, orders)
    panel.locator(".orders__view--running").wait_for(state="detached", timeout=60_000)
    expect(panel.locator(".orders__used")).not_to_contain_text("第 2 个")
    with reader.page.expect_file_chooser() as asked:
        panel.get_by_role("button", name="再加一份").click()
    asked.value.set_files(parcels)
    expect(panel.locator(".orders__used")).to_contain_text("第 1 个文件是订单，第 2 个是包裹")
    panel.locator(".orders__download a").wait_for(timeout=60_000)
    assert _counted(panel) == states(day)
    # Wrongly exchanged, what lacks is asked, and the reader can change them back.
    panel.get_by_role("button", name="换过来").click()
    expect(panel.locator(".orders__columns")).to_contain_text("买家实付金额")


def test_a_column_of_the_second_file_is_asked_where_it_is_not_sure(
    reader: Reader, day: list[Order], files: list[Path]
) -> None:
    parcels, orders = files
    text = parcels.read_text(encoding="utf-8-sig").replace("订单ID", "号", 1)
    parcels.write_text(text, encoding="utf-8-sig", newline="")
    panel = _panel(reader, "zh")
    _choose(panel, orders, parcels)
    asked = panel.locator("#order-check-orders-other-column-order")
    expect(asked).to_be_visible()
    panel.get_by_role("button", name="开始计算").click()
    expect(asked).to_be_focused()
    asked.select_option(label=f"第 8 列：号（例：{'、'.join(_numbers(day)[:3])}）")
    panel.get_by_role("button", name="开始计算").click()
    panel.locator(".orders__download a").wait_for(timeout=60_000)
    assert _counted(panel) == states(day)


def _numbers(day: list[Order]) -> list[str]:
    return [each.number for each in day if each.parcel]


def test_more_files_than_are_read_are_refused(reader: Reader, files: list[Path]) -> None:
    panel = _panel(reader, "zh")
    _choose(panel, *files, files[0])
    expect(panel.get_by_role("alert")).to_contain_text("最多读两份")
