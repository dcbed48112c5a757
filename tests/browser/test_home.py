"""The first page on a phone: short, and it searches, answers and leads on from there."""

import re

import pytest
from playwright.sync_api import expect

from calculators import CALCULATORS
from macros.calculator_list import homes
from tests.browser.conftest import Reader
from tests.support.lengths import PHONE
from tests.support.markdown import LANGUAGES

SCREENS = 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_three_screens_at_most(reader: Reader, lang: str) -> None:
    reader.open(lang, "index")
    height = reader.page.evaluate("document.documentElement.scrollHeight")
    assert height <= SCREENS * PHONE["height"]


def test_what_is_typed_is_looked_for_in_the_search_of_the_site(reader: Reader) -> None:
    reader.open("zh", "index")
    field = reader.page.locator(".site-search input")
    field.fill("揽收超时")
    field.press("Enter")
    expect(reader.page.locator("[data-md-component=search-query]")).to_have_value("揽收超时")
    found = reader.page.locator(".md-search-result__item > a:first-child").first
    found.click()
    expect(reader.page).not_to_have_url(re.compile(r"/handbook/$"))
    expect(found).to_be_hidden()


def test_a_slash_opens_the_search_and_what_follows_is_found(reader: Reader) -> None:
    reader.open("en", "index")
    reader.page.keyboard.press("/")
    expect(reader.page.locator("[data-md-component=search-query]")).to_be_focused()
    reader.page.keyboard.type("deposit")
    expect(reader.page.locator(".md-search-result__item").first).to_be_visible()


@pytest.mark.own_context
@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_answers_there(reader: Reader, lang: str) -> None:
    reader.site.asked.clear()
    reader.open(lang, "index")
    form = reader.calculator("late-delivery")
    assert not [each for each in reader.site.asked if "pyodide" in each]
    form.type(paid="1299", promised_hours="240", late_hours="50")
    form.submit()
    assert "39" in form.shown("compensation")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_calculator_is_two_taps_away(reader: Reader, lang: str) -> None:
    reader.open(lang, "index")
    first = reader.page.locator("article a[href]:visible").evaluate_all(
        "(links) => links.map((link) => link.href)"
    )
    every = f"{reader.address(lang, 'calculators/index')}"
    assert every in first
    reader.open(lang, "calculators/index")
    second = reader.page.locator("article a[href]:visible").evaluate_all(
        "(links) => links.map((link) => link.href)"
    )
    for calculator in CALCULATORS:
        place = f"{reader.address(lang, homes(lang)[calculator])}#{calculator}-calculator"
        assert place in [*first, *second]


@pytest.mark.reader(java_script_enabled=False)
def test_without_a_script_nothing_stands_there_that_does_nothing(reader: Reader) -> None:
    reader.open("zh", "index")
    expect(reader.page.locator(".site-search")).to_be_hidden()
    expect(reader.page.locator(".quick .orders")).to_be_hidden()
    expect(reader.page.locator(".quick__example")).to_be_visible()
    expect(reader.page.locator("article .row").first).to_be_visible()
