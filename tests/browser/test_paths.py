"""How far it is to the sentence that answers, counted in taps and screens of a phone.

A tap is on what is seen, and opens what it names. What had to be scrolled before it, and after the
last one until the whole sentence is in view, is counted in screens.
"""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Reader
from tests.support.lengths import PHONE
from tests.support.markdown import LANGUAGES

# Ways over several pages, each walked from the first.
pytestmark = pytest.mark.slow

TAPS = 2
SCREENS = 1.0


@dataclass(frozen=True)
class Errand:
    """What somebody wants to know: what they type, the page, and the beginning of the sentence."""

    page: str
    typed: dict[str, str]
    sentence: dict[str, str]


ERRANDS = [
    Errand(
        "orders/late-delivery",
        {"zh": "发货晚了赔多少", "en": "what does a late shipment cost"},
        {"zh": "发货晚了，按买家实付扣一笔", "en": "A late order costs you a share"},
    ),
    Errand(
        "orders/out-of-stock",
        {"zh": "缺货怎么扣钱", "en": "out of stock penalty"},
        {"zh": "一单被判缺货，按承诺的时限扣", "en": "An order judged out of stock costs"},
    ),
    Errand(
        "orders/false-shipment",
        {"zh": "虚假发货违规单怎么申诉", "en": "appeal a false shipment notice"},
        {"zh": "不认可，收到通知起", "en": "Appeal within"},
    ),
    Errand(
        "orders/cancel-shipment",
        {"zh": "没货了怎么取消订单", "en": "cancel an order that I cannot ship"},
        {"zh": "买家付了款，商家不能自己取消", "en": "Once the buyer has paid, you cannot"},
    ),
    Errand(
        "orders/returns",
        {"zh": "七天无理由退货", "en": "seven day returns"},
        {"zh": "普通商品，从签收的次日零点起", "en": "Ordinary goods may be returned"},
    ),
    Errand(
        "start/costs",
        {"zh": "开店保证金多少", "en": "deposit to open a shop"},
        {"zh": "普通类目的新店，保证金", "en": "A new shop in an ordinary category"},
    ),
    Errand(
        "start/close-shop",
        {"zh": "关店退保证金", "en": "close the shop and get the deposit back"},
        {"zh": "先挂关店公示 30 天", "en": "Put up the closing notice for 30 days"},
    ),
    Errand(
        "money/buyer-invoices",
        {"zh": "买家要发票几天内开", "en": "buyer asks for an invoice"},
        {"zh": "买家要发票，您就得开", "en": "If a buyer asks for an invoice"},
    ),
    Errand(
        "disputes/arbitration",
        {"zh": "仲裁举证多久", "en": "arbitration evidence time limit"},
        {"zh": "仲裁的证据要在仲裁期间交齐", "en": "Evidence is due during arbitration"},
    ),
    Errand(
        "products/takedowns",
        {"zh": "商品被下架怎么申诉", "en": "appeal a product taken down"},
        {"zh": "先看后台写的原因", "en": "Read the reason in the console"},
    ),
]


@pytest.mark.reader(viewport=PHONE)
@pytest.mark.parametrize("errand", ERRANDS, ids=lambda each: each.page)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_from_home(reader: Reader, lang: str, errand: Errand) -> None:
    reader.open(lang, "index")
    page, taps, screens = reader.page, 1, 0.0
    links = page.locator(f"article a[href*='{errand.page}/']")
    if not links.locator("visible=true").count():
        leads = page.locator(f"a[href*='{errand.page}/']")
        group = page.locator("article details:not([open])", has=leads).locator("summary").first
        screens += _scrolled_to(group)
        group.click()
        taps += 1
    link = links.locator("visible=true").first
    screens += _scrolled_to(link)
    link.click()
    expect(page).to_have_url(re.compile(f"/{errand.page}/"))
    screens += _scrolled_to(_sentence(reader, lang, errand))
    assert taps <= TAPS
    assert screens <= SCREENS


@pytest.mark.reader(viewport=PHONE)
@pytest.mark.parametrize("errand", ERRANDS, ids=lambda each: each.page)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_from_the_search(reader: Reader, lang: str, errand: Errand) -> None:
    reader.open(lang, "index")
    page = reader.page
    field = page.locator(".site-search input")
    field.fill(errand.typed[lang])
    field.press("Enter")
    found = page.locator(
        f".md-search-result__item > a:first-child[href*='/{errand.page}/']:visible"
    ).first
    expect(found).to_be_visible()
    screens = _scrolled_to(found)
    found.click()
    expect(page).to_have_url(re.compile(f"/{errand.page}/"))
    expect(found).to_be_hidden()
    screens += _scrolled_to(_sentence(reader, lang, errand))
    assert screens <= SCREENS


def _sentence(reader: Reader, lang: str, errand: Errand) -> Locator:
    begins = re.compile(r"^\s*" + re.escape(errand.sentence[lang]))
    return reader.page.locator("article p", has_text=begins).first


def _scrolled_to(wanted: Locator) -> float:
    """Bring the whole of it above the bar at the foot of the screen: how many screens that was."""
    wanted.wait_for()
    below = wanted.evaluate(
        """(element) => {
          const bar = document.querySelector(".dock")?.getBoundingClientRect().height ?? 0
          const below = element.getBoundingClientRect().bottom - (innerHeight - bar)
          const inside = element.closest(".md-search__scrollwrap") ?? window
          if (below > 0) inside.scrollBy({ top: below, behavior: "instant" })
          return below
        }"""
    )
    return max(0.0, float(below)) / PHONE["height"]
