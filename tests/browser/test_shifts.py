"""Nothing moves by itself: not while a page comes over a slow line, not when an answer comes."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader
from tests.support.server import Pace
from tests.support.shifts import shifted, watch_shifts

pytestmark = [pytest.mark.slow, pytest.mark.own_context]

PHONE, DESK = (390, 844), (1280, 800)
LATE = "orders/late-delivery"
GUIDES = (LATE, "money/settlement", "growth/shop-videos")
# As somebody sends it: all that the form asks, and the day.
LINKED = "paid=1299&promised_hours=240&late_hours=50&force_majeure=no&on=2026-11-25"
MOST = 0.02
# Parts of a page come one after another, as they do not from the same machine.
PACE = Pace(1.6e6 / 8, 0.150)
FASTER = Pace(10e6 / 8, 0.040)


@pytest.fixture
def paced(reader: Reader) -> Iterator[Reader]:
    """Somebody at the end of a line, whose browser notes what moves."""
    watch_shifts(reader.page)
    reader.site.pace = PACE
    yield reader
    reader.site.pace = None


@pytest.mark.parametrize("stem", ["index", *GUIDES, "calculators/index", "orders/check-up"])
@pytest.mark.parametrize(("lang", "size"), [("zh", PHONE), ("en", PHONE), ("zh", DESK)])
def test_nothing_moves_while_a_page_comes(
    paced: Reader, lang: str, size: tuple[int, int], stem: str
) -> None:
    paced.page.set_viewport_size({"width": size[0], "height": size[1]})
    paced.open(lang, stem)
    for form in paced.page.locator("shop-calculator form").all():
        expect(form).not_to_have_attribute("inert", "")
    paced.page.wait_for_load_state("networkidle")
    moved, what = shifted(paced.page)
    assert moved <= MOST, what


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", [PHONE, DESK])
def test_nothing_moves_when_a_link_is_answered(
    paced: Reader, lang: str, size: tuple[int, int]
) -> None:
    paced.page.set_viewport_size({"width": size[0], "height": size[1]})
    paced.site.pace = FASTER
    address = paced.address(lang, LATE)
    paced.page.goto(f"{address}#late-delivery?{LINKED}")
    expect(paced.calculator("late-delivery").result.get_by_role("img")).to_be_visible()
    moved, what = shifted(paced.page)
    assert moved <= MOST, what


@pytest.mark.parametrize("stem", [LATE, "index"])
@pytest.mark.parametrize("size", [PHONE, DESK])
def test_nothing_moves_when_an_answer_comes_long_after_the_typing(
    paced: Reader, stem: str, size: tuple[int, int]
) -> None:
    paced.page.set_viewport_size({"width": size[0], "height": size[1]})
    paced.site.pace = FASTER
    paced.open("zh", stem)
    form = paced.calculator("late-delivery")
    form.root.locator("[name=paid]").click()
    form.type(promised_hours="240", late_hours="50")
    form.root.locator("[name=paid]").press_sequentially("1299")
    expect(form.result.get_by_role("img")).to_be_visible()
    moved, what = shifted(paced.page)
    assert moved <= MOST, what
