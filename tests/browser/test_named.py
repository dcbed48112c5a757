"""Whoever is sent to a place is shown it: unfolded, and in sight while the page grows."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Reader

PAGE = "orders/late-delivery"
# A heading within a section that is folded.
WITHIN, FOLDED = "former", "where-from"
# What is within a section is opened by opening the section.
ANCHORS = [pytest.param(FOLDED, marks=pytest.mark.slow), WITHIN]
OTHER = "orders/out-of-stock"
SCROLLED = 900  # pixels


def section(reader: Reader, heading: str = FOLDED) -> Locator:
    return reader.page.locator(f"details.folded:has(> summary #{heading})")


def scroll(reader: Reader) -> None:
    """Scroll, and wait until the page is still."""
    reader.page.evaluate(f"scrollTo(0, {SCROLLED})")
    reader.until(f"scrollY === {SCROLLED} && history.state?.y === {SCROLLED}")


def top(reader: Reader, selector: str) -> float:
    """How far below the screen's upper edge it is."""
    return float(reader.page.locator(selector).evaluate("(it) => it.getBoundingClientRect().top"))


@pytest.mark.parametrize("anchor", ANCHORS)
def test_an_address_opens_what_it_names(reader: Reader, anchor: str) -> None:
    reader.page.goto(f"{reader.address('zh', PAGE)}#{anchor}")
    expect(section(reader)).to_have_attribute("open", "")
    expect(reader.page.locator(f"#{anchor}")).to_be_in_viewport()


@pytest.mark.parametrize("anchor", ANCHORS)
def test_a_link_from_another_page_opens_what_it_names(reader: Reader, anchor: str) -> None:
    reader.open("zh", OTHER)
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
    reader.follow(reader.address("zh", OTHER))
    reader.page.go_back()
    expect(section(reader)).to_have_attribute("open", "")


@pytest.mark.parametrize("anchor", ["", "#steps"])
def test_a_page_that_was_walked_to_forgets_where_the_one_before_was(
    reader: Reader, anchor: str
) -> None:
    reader.open("zh", PAGE)
    scroll(reader)
    # Half-way between the last movement and the theme's note of it.
    reader.page.evaluate(f"scrollTo(0, {SCROLLED + 100})")
    reader.page.wait_for_timeout(50)
    reader.follow(f"{reader.address('zh', OTHER)}{anchor}")
    reader.page.wait_for_timeout(500)
    if anchor:
        assert 48 <= top(reader, anchor) < 100
    else:
        assert reader.page.evaluate("scrollY") == 0


def test_going_back_leads_to_where_one_was(reader: Reader) -> None:
    reader.open("zh", PAGE)
    scroll(reader)
    reader.follow(f"{reader.address('zh', OTHER)}#steps")
    expect(reader.page.locator("#steps")).to_be_in_viewport()
    reader.page.go_back()
    expect(reader.page.locator("shop-calculator[data-calculator=late-delivery]")).to_be_attached()
    reader.until(f"scrollY === {SCROLLED}")
    reader.page.wait_for_timeout(500)
    assert reader.page.evaluate("scrollY") == SCROLLED


def test_what_comes_above_moves_nothing_until_the_reader_does(reader: Reader) -> None:
    reader.page.goto(f"{reader.address('zh', PAGE)}#steps")
    # Other browsers do not keep the place when something comes above it.
    reader.page.evaluate("document.documentElement.style.overflowAnchor = 'none'")
    grow = "document.querySelector('article h1').style.paddingBottom = "
    reader.page.evaluate(f"{grow}'300px'")
    reader.until("document.getElementById('steps').getBoundingClientRect().top < 100")
    place = top(reader, "#steps")
    assert place >= 48
    reader.page.mouse.wheel(0, 100)
    reader.until(f"document.getElementById('steps').getBoundingClientRect().top < {place}")
    reader.page.wait_for_timeout(500)
    place = top(reader, "#steps")
    reader.page.evaluate(f"{grow}'600px'")
    reader.page.wait_for_timeout(500)
    assert top(reader, "#steps") == place + 300


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
