"""The site's own search box: what it shows of what is found, and what it offers besides.

How well the search finds pages is measured in tests/docs/test_search.py.
"""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader
from tests.support.markdown import LANGUAGES, address_of, stems
from tests.support.questions import asked, questions

QUESTIONS = questions("questions")
FIRST = 3


class SearchBox:
    """What a reader types into the page's search box, and is shown."""

    def __init__(self, reader: Reader, lang: str) -> None:
        reader.open(lang, "index")
        self.query = reader.page.locator("[data-md-component=search-query]")
        self.said = reader.page.locator(".md-search-result__meta")
        self.offer = reader.page.locator(".search-offer")
        self.links = reader.page.locator(".md-search-result__item > a:first-child")
        reader.page.locator("header label[for=__search]").first.click()
        expect(self.said).to_have_text(re.compile("开始搜索|start searching"))

    def pages(self, question: str) -> list[str]:
        """The addresses of the pages found, in the order shown."""
        # Whatever the box says next, it says of this question: it is asked once, by one key.
        self.said.evaluate("(said) => { said.textContent = ''; }")
        self.query.fill(question)
        self.query.press("End")
        expect(self.said).not_to_be_empty()
        found = self.links.evaluate_all("(links) => links.map((link) => link.href)")
        return [urlsplit(each).path for each in found]


def address(reader: Reader, lang: str, stem: str) -> str:
    return urlsplit(reader.site.address).path + address_of(lang, stem)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_merchants_type_is_answered_by_its_page(reader: Reader, lang: str) -> None:
    box = SearchBox(reader, lang)
    for question, stem in list(asked(lang, QUESTIONS).items())[:6]:
        assert address(reader, lang, stem) in box.pages(question)[:FIRST], question


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_nothing_is_found_the_finder_is_one_click_away(reader: Reader, lang: str) -> None:
    box = SearchBox(reader, lang)
    assert box.pages({"zh": "直播间灯光怎么布置", "en": "livestream lighting setup"}[lang]) == []
    box.offer.get_by_role("link").first.click()
    expect(reader.page.locator("notice-finder")).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_not_sure_stands_below_the_offer(reader: Reader, lang: str) -> None:
    box = SearchBox(reader, lang)
    assert box.pages({"zh": "缺货邻居吵架", "en": "stock quarrel neighbours"}[lang])
    expect(box.offer).to_be_visible()
    assert box.pages(next(iter(asked(lang, QUESTIONS))))
    expect(box.offer).to_be_hidden()


def test_a_question_that_is_pasted_is_asked(reader: Reader) -> None:
    box = SearchBox(reader, "zh")
    reader.page.keyboard.insert_text("揽收超时")  # as pasting does: no key goes up
    expect(box.links.first).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_search_answers_in_the_readers_language(reader: Reader, lang: str) -> None:
    box = SearchBox(reader, lang)
    own = {address(reader, lang, stem) for stem in stems(lang)}
    for question in [*list(asked("zh", QUESTIONS))[:3], *list(asked("en", QUESTIONS))[:3]]:
        found = box.pages(question)
        assert set(found) <= own
        assert found or question not in asked(lang, QUESTIONS)
