"""Lists to tick: kept on the device, alike in both languages, and printed as one sheet."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Reader

GUIDE = "orders/late-delivery"
ITEMS = 5


def opened(reader: Reader, lang: str) -> Locator:
    """The list of what to see to before one starts, on the page in ``lang``."""
    reader.page.goto(f"{reader.address(lang, GUIDE)}#before-you-start")
    return reader.page.locator(f"check-list[data-name='{GUIDE}#before-you-start']")


def test_what_was_ticked_stays_in_both_languages_until_it_is_cleared(reader: Reader) -> None:
    boxes = opened(reader, "zh").get_by_role("checkbox")
    expect(boxes).to_have_count(ITEMS)
    boxes.nth(1).press("Space")
    opened(reader, "zh").locator("li").nth(3).click()
    reader.page.reload()
    expect(boxes.nth(1)).to_be_checked()
    checks = opened(reader, "en")
    expect(checks.locator("output")).to_have_text(re.compile(f"^2 of {ITEMS} done"))
    expect(checks.get_by_role("checkbox", checked=True)).to_have_count(2)
    expect(checks.get_by_role("checkbox", name=re.compile("stock shown"))).to_be_visible()
    checks.get_by_role("button", name="Clear all").click()
    expect(checks.locator("output")).to_have_text(re.compile("^Tap to tick"))
    expect(opened(reader, "zh").get_by_role("checkbox", checked=True)).to_have_count(0)


def test_a_list_of_another_length_is_not_ticked_by_its_old_places(reader: Reader) -> None:
    checks = opened(reader, "en")
    reader.page.evaluate(
        "(name) => localStorage.setItem('check-lists',"
        " JSON.stringify({ [name]: { count: 4, ticked: [0] } }))",
        f"{GUIDE}#before-you-start",
    )
    reader.page.reload()
    expect(checks.locator("output")).to_have_text(re.compile("^Tap to tick"))


@pytest.mark.own_context
def test_a_browser_that_keeps_nothing_says_so(reader: Reader) -> None:
    reader.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }"
    )
    checks = opened(reader, "en")
    checks.locator("li").first.click()
    expect(checks.locator("output")).to_have_text(re.compile(f"^1 of {ITEMS} done; this browser"))


def test_the_lists_of_a_page_are_printed_as_one_sheet(reader: Reader) -> None:
    checks = opened(reader, "en")
    # The dialog is the browser's own and waits for a person.
    reader.page.evaluate("window.print = () => {}")
    checks.locator("li").first.click()
    checks.get_by_role("button", name="Print").click()
    sheet = reader.page.locator(".sheet")
    expect(sheet).to_be_hidden()
    reader.page.emulate_media(media="print")
    expect(sheet).to_be_visible()
    expect(reader.page.locator("article")).to_be_hidden()
    expect(sheet.locator("h2")).to_have_text(["Evidence to keep", "How to ship on time"])
    expect(sheet.locator("li", has_text="☑")).to_have_count(1)
    expect(sheet.locator("li", has_text="☐")).to_have_count(ITEMS + ITEMS - 1)
    reader.page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    expect(sheet).to_have_count(0)
    expect(reader.page.locator("article")).to_be_visible()
