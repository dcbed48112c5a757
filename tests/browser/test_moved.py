"""Old addresses lead to where their sections are now, with what they carry."""

import re

import pytest
from playwright.sync_api import expect

from macros.moved import moves
from tests.browser.conftest import Reader
from tests.support.markdown import LANGUAGES

# Each old address is tried; what is written of them is read in tests/docs.
pytestmark = [pytest.mark.slow, pytest.mark.own_context]

GONE = {each.page for each in moves() if not each.anchor}
# One a pair of pages: the same script follows them all.
SECTIONS = {(each.page, each.to_page): each for each in moves() if each.anchor}.values()
QUERY = "out-of-stock?paid=1299&promised_hours=240"


def _address(reader: Reader, lang: str, page: str, anchor: str = "") -> str:
    root = f"{reader.site.address}{'en/' if lang == 'en' else ''}"
    return f"{root}{page}{'#' if anchor else ''}{anchor}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_anchor_that_left_its_page_leads_on(reader: Reader, lang: str) -> None:
    for move in SECTIONS:
        reader.page.goto("about:blank")  # or a page that is open already would not be loaded
        reader.page.goto(_address(reader, lang, move.page, move.anchor))
        expect(reader.page).to_have_url(_address(reader, lang, move.to_page, move.to_anchor))
        if move.to_anchor:
            expect(reader.page.locator(f"#{move.to_anchor}")).to_be_in_viewport()


def test_a_link_walked_to_leads_on_and_back_is_where_one_was(reader: Reader) -> None:
    reader.open_to_walk("zh", "orders/check-up")
    reader.press_link(_address(reader, "zh", "orders/late-delivery/", "when-out-of-stock"))
    there = _address(reader, "zh", "orders/out-of-stock/", "when-out-of-stock")
    expect(reader.page).to_have_url(there)
    reader.page.go_back()
    expect(reader.page).to_have_url(_address(reader, "zh", "orders/check-up/"))


@pytest.mark.parametrize("asked", [QUERY, QUERY.replace("?", "%3F")])
def test_a_link_to_an_answer_keeps_what_it_asks(reader: Reader, asked: str) -> None:
    reader.page.goto(_address(reader, "en", "orders/late-delivery/", asked))
    there = _address(reader, "en", "orders/out-of-stock/")
    expect(reader.page).to_have_url(re.compile(f"^{re.escape(there)}#out-of-stock.*paid=1299"))
    form = reader.calculator("out-of-stock")
    assert form.shown("compensation") == "¥39.00"


def test_what_stands_behind_the_page_is_kept(reader: Reader) -> None:
    page = _address(reader, "zh", "orders/late-delivery/")
    reader.page.goto(f"{page}?from=chat#when-out-of-stock")
    there = _address(reader, "zh", "orders/out-of-stock/")
    expect(reader.page).to_have_url(f"{there}?from=chat#when-out-of-stock")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", sorted(GONE))
def test_a_page_that_is_gone_leads_on(reader: Reader, lang: str, page: str) -> None:
    own = [each for each in moves() if each.page == page]
    for move in own:
        reader.page.goto(_address(reader, lang, page, move.anchor))
        expect(reader.page).to_have_url(_address(reader, lang, move.to_page, move.to_anchor))


@pytest.mark.reader(java_script_enabled=False)
def test_without_a_script_one_reads_where_a_section_is(reader: Reader) -> None:
    reader.page.goto(_address(reader, "en", "orders/late-delivery/", "when-out-of-stock"))
    told = reader.page.locator(".moved:target")
    expect(told).to_be_in_viewport()
    told.locator("a").click()
    expect(reader.page).to_have_url(
        _address(reader, "en", "orders/out-of-stock/", "when-out-of-stock")
    )
    expect(reader.page.locator(".moved")).to_have_count(0)
