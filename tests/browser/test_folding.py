"""What a page keeps folded opens for whoever is sent to it, and on paper."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Reader

PAGE = "orders/late-delivery"
# A heading within a section that is folded.
WITHIN, FOLDED = "former", "where-from"


def section(reader: Reader, heading: str = FOLDED) -> Locator:
    return reader.page.locator(f"details.folded:has(> summary #{heading})")


@pytest.mark.parametrize("anchor", [FOLDED, WITHIN])
def test_an_address_opens_what_it_names(reader: Reader, anchor: str) -> None:
    reader.page.goto(f"{reader.address('zh', PAGE)}#{anchor}")
    expect(section(reader)).to_have_attribute("open", "")
    expect(reader.page.locator(f"#{anchor}")).to_be_in_viewport()


@pytest.mark.parametrize("anchor", [FOLDED, WITHIN])
def test_a_link_from_another_page_opens_what_it_names(reader: Reader, anchor: str) -> None:
    reader.open("zh", "orders/out-of-stock")
    reader.follow(f"{reader.address('zh', PAGE)}#{anchor}")
    expect(section(reader)).to_have_attribute("open", "")
    expect(reader.page.locator(f"#{anchor}")).to_be_in_viewport()


def test_a_link_on_the_page_opens_what_it_names_again_and_again(reader: Reader) -> None:
    reader.open("zh", PAGE)
    link = reader.page.locator("article li a[href$='#force-majeure']").first
    for _ in range(2):
        link.click()
        expect(section(reader, "force-majeure")).to_have_attribute("open", "")
        expect(reader.page.locator("#force-majeure")).to_be_in_viewport()
        reader.page.locator("#force-majeure").click()
        expect(section(reader, "force-majeure")).not_to_have_attribute("open", "")


def test_going_back_opens_what_one_came_from(reader: Reader) -> None:
    reader.page.goto(f"{reader.address('zh', PAGE)}#{WITHIN}")
    expect(section(reader)).to_have_attribute("open", "")
    reader.follow(reader.address("zh", "orders/out-of-stock"))
    reader.page.go_back()
    expect(section(reader)).to_have_attribute("open", "")


def test_everything_is_open_on_paper(reader: Reader) -> None:
    reader.open("zh", PAGE)
    expect(section(reader)).not_to_have_attribute("open", "")
    reader.page.emulate_media(media="print")
    expect(reader.page.locator(f"#{WITHIN} + p")).to_be_visible()


@pytest.mark.reader(java_script_enabled=False)
def test_a_heading_opens_its_section_without_a_script(reader: Reader) -> None:
    reader.open("zh", PAGE)
    within = reader.page.locator(f"#{WITHIN}")
    expect(within).to_be_hidden()
    reader.page.locator(f"#{FOLDED}").click()
    expect(within).to_be_visible()
