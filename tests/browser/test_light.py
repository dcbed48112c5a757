"""What a page fetches on which nothing is calculated, and what it leaves until it is wanted."""

import re

import brotli
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader
from tests.support.markdown import LANGUAGES
from tests.support.tasks import Busy, busy, watch_tasks

GUIDE = "growth/shop-videos"
INDEX = "search_index.json"
REQUESTS, BYTES = 15, 116_000
MOST = 50  # milliseconds, where the machine is quick
# Of what the theme's longest script takes in the same load (85 to 100 ms where ours take 50): a
# machine that is slow, or has other work, is slow for both.
OF_THE_THEME = 0.6


def _read(reader: Reader, lang: str, stem: str) -> list[str]:
    """What was asked for when a page had come to rest."""
    reader.site.asked.clear()
    reader.open(lang, stem)
    reader.page.wait_for_load_state("networkidle")
    return list(reader.site.asked)


def _bytes(reader: Reader, path: str) -> int:
    """How many a file is on the wire; 9 is what servers make of it in time."""
    file = reader.site.root / path.removeprefix(reader.site.prefix)
    whole = (file / "index.html" if file.is_dir() else file).read_bytes()
    return len(brotli.compress(whole, quality=9))


@pytest.mark.own_context
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stem", [GUIDE, "index"])
def test_a_page_is_light_as_long_as_nothing_is_calculated(
    reader: Reader, lang: str, stem: str
) -> None:
    asked = _read(reader, lang, stem)
    assert len(asked) <= REQUESTS, asked
    assert sum(_bytes(reader, path) for path in asked) <= BYTES


@pytest.mark.own_context
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_index_is_fetched_once_when_the_search_is_opened(reader: Reader, lang: str) -> None:
    assert not any(INDEX in path for path in _read(reader, lang, GUIDE))
    reader.walk_to(lang, "reference/glossary")
    assert not any(INDEX in path for path in reader.site.asked)
    reader.page.locator("header label[for=__search]").first.click()
    expect(reader.page.locator(".md-search-result__meta")).to_have_text(
        re.compile("开始搜索|start searching")
    )
    assert sum(INDEX in path for path in reader.site.asked) == 1


@pytest.mark.parametrize(
    "key", ["f", *(pytest.param(each, marks=pytest.mark.slow) for each in "s/")]
)
def test_a_key_that_opens_the_search_fetches_its_index(reader: Reader, key: str) -> None:
    _read(reader, "en", GUIDE)
    reader.page.keyboard.press(key)
    reader.page.keyboard.type("deposit")
    expect(reader.page.locator(".md-search-result__item").first).to_be_attached()


def test_a_link_that_searches_finds(reader: Reader) -> None:
    reader.page.goto(f"{reader.address('zh', 'index')}?q=保证金")
    expect(reader.page.locator(".md-search-result__item").first).to_be_attached()


@pytest.mark.own_context
@pytest.mark.slow
@pytest.mark.parametrize("stem", ["index", "orders/late-delivery"])
def test_no_script_of_ours_holds_a_page_up(reader: Reader, stem: str) -> None:
    watch_tasks(reader.page)
    loads: list[Busy] = []
    # A pause of the machine falls on one load or another: what is always long is our own doing.
    while len(loads) < 6 and not any(map(_is_brief, loads)):
        reader.open("zh", stem)
        form = reader.calculator("late-delivery")
        form.type(paid="1299", promised_hours="240", late_hours="50")
        expect(form.result.get_by_role("img")).to_be_visible()
        loads.append(busy(reader.page))
    assert any(map(_is_brief, loads)), loads


def _is_brief(load: Busy) -> bool:
    return load.ours <= max(MOST, load.others * OF_THE_THEME)
