"""Two languages, one handbook: the switch stays on the page, and each knows of the other."""

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader
from tests.support.markdown import LANGUAGES, address_of, html_of, stems
from tests.support.server import Site

WIDE = {"viewport": {"width": 1280, "height": 900}}


def test_the_switch_stays_on_the_page(reader: Reader) -> None:
    reader.open("zh", "money/subsidy-invoices")
    switch = reader.page.locator(".languages__link")
    switch.click()
    expect(reader.page).to_have_url(f"{reader.site.address}en/money/subsidy-invoices/")
    expect(reader.page.locator("h1")).to_contain_text("Invoices")
    switch.click()
    expect(reader.page).to_have_url(f"{reader.site.address}money/subsidy-invoices/")


@pytest.mark.reader(**WIDE)
def test_the_switch_follows_instant_navigation(reader: Reader) -> None:
    reader.open_to_walk("zh", "index")
    reader.page.evaluate("window.sameDocument = true")
    reader.page.locator("article a[href*='late-delivery']").first.click()
    expect(reader.page.locator("h1")).to_contain_text("发货晚了")
    assert reader.page.evaluate("window.sameDocument"), "instant navigation is on"
    reader.page.locator(".languages__link").click()
    expect(reader.page).to_have_url(f"{reader.site.address}en/orders/late-delivery/")


@pytest.mark.own_context
@pytest.mark.reader(**WIDE)
def test_the_browsers_python_is_loaded_once_for_all_pages(reader: Reader) -> None:
    reader.site.asked.clear()
    reader.open("zh", "orders/late-delivery")
    form = reader.pinned("late-delivery")
    form.type(paid="89")
    form.submit()
    assert form.shown("compensation") == "3.00 元"
    reader.page.locator(".md-tabs__link", has_text="资金").click()
    expect(reader.page.locator("h1")).to_contain_text("货款")
    reader.page.locator(".md-nav__link:visible", has_text="补贴发票").first.click()
    expect(reader.page.locator("h1")).to_contain_text("补贴发票")
    form = reader.pinned("invoice-freeze")
    form.type(uninvoiced="90", months_overdue="4")
    form.submit()
    assert form.shown("frozen") == "27.00 元"
    # The other language is another site with its own documents, but the same runtime.
    reader.page.locator(".languages__link").click()
    form = reader.pinned("invoice-freeze")
    form.type(uninvoiced="90", months_overdue="4")
    form.submit()
    assert form.shown("frozen") == "¥27.00"
    assert sum("pyodide.asm.wasm" in path for path in reader.site.asked) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_name_each_other(reader: Reader, lang: str) -> None:
    reader.open(lang, "start/costs")
    links = reader.page.locator("link[hreflang]").evaluate_all(
        "(links) => links.map((link) => [link.hreflang, link.href])"
    )
    here = reader.site.address
    assert dict(links) == {
        "zh-Hans": f"{here}start/costs/",
        "en": f"{here}en/start/costs/",
        "x-default": f"{here}start/costs/",
    }
    assert reader.page.locator("html").get_attribute("lang") == lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_switch_needs_no_script(site: Site, lang: str) -> None:
    (other,) = {*LANGUAGES} - {lang}
    for stem in stems(lang):
        html = html_of(site.root, lang, stem).read_text(encoding="utf-8")
        link = re.search(r'class="languages__link"[^>]*?\shref="([^"]*)"', html)
        assert link, stem
        to = urljoin(site.address + address_of(lang, stem), link[1])
        assert to == site.address + address_of(other, stem)


def test_one_sitemap_names_all_pages_of_both_languages(site: Site) -> None:
    sitemap = (site.root / "sitemap.xml").read_text(encoding="utf-8")
    found = set(re.findall(r"<loc>(.*?)</loc>", sitemap))
    addresses = [f"{stem}/" for stem in stems("zh")]
    expected = {
        f"{site.address}{lang}{address.removesuffix('index/')}"
        for lang in ("", "en/")
        for address in addresses
    }
    assert found == expected


@pytest.mark.own_context
def test_the_site_works_from_any_folder(reader: Reader) -> None:
    # The same files under another prefix than they were built for.
    from tests.support.server import serving  # noqa: PLC0415

    with serving(reader.site.root) as elsewhere:
        moved = Reader(reader.page, elsewhere)
        moved.open("en", "orders/late-delivery")
        form = moved.pinned("late-delivery")
        form.type(paid="89")
        form.submit()
        assert form.shown("compensation") == "¥3.00"
        # Which is what `make build` says of a site without its address.
        moved.page.evaluate("window.sameDocument = true")
        moved.page.locator("article a[href*='check-up']").first.click()
        expect(moved.page.locator("h1")).to_contain_text("check-up")
        assert not moved.page.evaluate("window.sameDocument")
    reader.strangers.clear()  # the other address, and nothing else, is a stranger here
