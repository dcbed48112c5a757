"""The list of what notices say, and the box that filters it, with a script and without."""

import re

import pytest
from playwright.sync_api import Locator, expect

from macros.notices import notices
from tests.browser.conftest import Reader
from tests.support.markdown import LANGUAGES
from tests.support.shifts import shifted, watch_shifts

ALL = len(notices())
NOTHING = {"zh": "没有找到“社保怎么交”", "en": "Nothing found for “社保怎么交”"}


def entries(reader: Reader) -> Locator:
    """Those that are on show."""
    return reader.page.locator(".notice:visible")


def box(reader: Reader) -> Locator:
    return reader.page.locator("notice-finder input")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_leave_the_entries_that_they_may_mean(reader: Reader, lang: str) -> None:
    reader.open(lang, "notices")
    expect(entries(reader)).to_have_count(ALL)
    said = reader.page.locator("notice-finder output")
    expect(said).to_contain_text(str(ALL))
    box(reader).fill("中转")
    expect(said).to_contain_text({"zh": "有 2 条", "en": "2 of "}[lang])
    expect(reader.page.locator("#transit-timeout")).to_have_attribute("open", "")
    box(reader).fill("订单692存在发货超时问题，平台已扣款赔付")
    expect(reader.page.locator("#late-shipment")).to_be_visible()
    expect(reader.page.locator("#counterfeit")).to_be_hidden()
    expect(reader.page.locator("h2#products")).to_be_hidden()
    box(reader).fill("")
    expect(entries(reader)).to_have_count(ALL)
    expect(reader.page.locator(".notice[open]")).to_have_count(0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_found_says_what_to_do_instead(reader: Reader, lang: str) -> None:
    reader.open(lang, "notices")
    box(reader).fill("社保怎么交")
    expect(reader.page.locator("notice-finder output")).to_contain_text(NOTHING[lang])
    advice = reader.page.locator(".notice-finder__nothing")
    expect(advice.get_by_role("listitem")).to_have_count(4)
    advice.get_by_role("link").click()
    expect(reader.page).to_have_url(re.compile(r"disputes/arbitration/#appeal$"))


def test_letters_that_become_a_character_are_no_question_yet(reader: Reader) -> None:
    reader.open("zh", "notices")
    box(reader).focus()
    keyboard = reader.page.context.new_cdp_session(reader.page)
    keyboard.send(
        "Input.imeSetComposition", {"text": "lan'shou", "selectionStart": 8, "selectionEnd": 8}
    )
    expect(box(reader)).to_have_value("lan'shou")
    expect(entries(reader)).to_have_count(ALL)
    keyboard.send("Input.insertText", {"text": "揽收"})
    expect(box(reader)).to_have_value("揽收")
    expect(reader.page.locator("#collection-timeout")).to_be_visible()
    expect(reader.page.locator("#counterfeit")).to_be_hidden()


def test_an_entry_opens_with_the_keyboard_and_leads_to_its_guide(reader: Reader) -> None:
    reader.open("en", "notices")
    box(reader).fill("fraud")
    box(reader).press("Tab")
    reader.page.keyboard.press("Tab")  # past the link to the section
    expect(reader.page.locator("#fraudulent-shipment > summary")).to_be_focused()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#fraudulent-shipment")).not_to_have_attribute("open", "")
    reader.page.keyboard.press("Enter")
    reader.page.locator("#fraudulent-shipment dd a").click()
    expect(reader.page).to_have_url(re.compile("orders/fraudulent-shipment/#steps$"))
    expect(reader.page.locator("#steps")).to_be_in_viewport()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_reached_from_the_first_page(reader: Reader, lang: str) -> None:
    reader.open(lang, "index")
    reader.page.locator("article a[href$='notices/']").first.click()
    expect(box(reader)).to_be_visible()


@pytest.mark.own_context
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_moves_when_the_box_comes_to_life(reader: Reader, lang: str) -> None:
    watch_shifts(reader.page)
    reader.open(lang, "notices")
    expect(box(reader)).to_be_visible()
    total, moved = shifted(reader.page)
    assert total < 0.01, moved


@pytest.mark.reader(java_script_enabled=False)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_script_it_is_a_list(reader: Reader, lang: str) -> None:
    reader.open(lang, "notices")
    expect(entries(reader)).to_have_count(ALL)
    expect(box(reader)).to_be_hidden()
    reader.page.locator("#late-shipment > summary").click()
    expect(reader.page.locator("#late-shipment dl")).to_be_visible()
