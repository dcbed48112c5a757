"""What an answer shows first, what it offers to do, and how it is passed on."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader, Regular

LIMITS = "products/purchase-limits"
WRONG = "#purchase-limit?minimum=6&per_order=5&cumulative=3"
# As Chrome's translator does it.
TRANSLATE = """
() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) texts.push(walker.currentNode)
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement.closest("script, style, textarea, select")) continue
    const outer = document.createElement("font")
    const inner = document.createElement("font")
    inner.textContent = text.data
    outer.append(inner)
    text.replaceWith(outer)
  }
}
"""


def test_a_refusal_says_what_would_do_and_fills_it_in(regular: Regular) -> None:
    reader = regular("zh", "reference/glossary")
    reader.follow(f"{reader.site.address}{LIMITS}/{WRONG}")
    form = reader.calculator("purchase-limit")
    expect(form.result.locator(".said")).to_contain_class("said--bad")
    expect(form.result.locator(".said__tone")).to_have_text("要处理")
    expect(form.result.locator(".result__fix li")).to_have_text(["每次限购 5 → 3", "起售 6 → 3"])
    form.result.get_by_role("button", name="照这样填，再算").click()
    expect(form.result.locator(".said")).to_contain_class("said--good")
    expect(form.root.locator("[name=minimum]")).to_have_value("3")
    expect(form.result.locator(".result__fix")).to_have_count(0)


def test_what_was_entered_leads_back_to_the_form(regular: Regular) -> None:
    reader = regular("en", "reference/glossary")
    reader.follow(f"{reader.site.address}en/{LIMITS}/{WRONG}")
    form = reader.calculator("purchase-limit")
    expect(form.result.locator(".result__entries p")).to_contain_text("Cumulative limit 3")
    form.result.get_by_role("button", name="Change").click()
    expect(form.root.locator("[name=cumulative]")).to_be_focused()


def test_steps_lead_to_their_rules_and_claims(regular: Regular) -> None:
    reader = regular("zh", "reference/glossary")
    reader.follow(f"{reader.site.address}{LIMITS}/{WRONG}")
    form = reader.calculator("purchase-limit")
    form.result.locator(".result__steps > summary").click()
    source = form.result.locator(".result__source").first
    for page, text in (("rules", "每次限购"), ("claims", "S4H-08")):
        link = source.locator(f"a[href*='/reference/{page}/#']", has_text=text).first
        address = str(link.get_attribute("href"))
        shown = reader.page.evaluate("async (at) => (await fetch(at)).text()", address)
        assert f'id="{address.partition("#")[2]}"' in shown


def test_on_paper_nothing_is_folded(regular: Regular) -> None:
    reader = regular("zh", "reference/glossary")
    reader.follow(f"{reader.site.address}{LIMITS}/{WRONG}")
    form = reader.calculator("purchase-limit")
    folded = form.result.locator(".result__folded")
    expect(folded.first).not_to_have_attribute("open", "")
    reader.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for each in folded.all():
        expect(each).to_have_attribute("open", "")
    reader.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(folded.first).not_to_have_attribute("open", "")


def test_the_conclusion_is_short_and_says_what_was_asked(regular: Regular) -> None:
    reader = regular("en", "reference/glossary")
    reader.follow(f"{reader.site.address}en/{LIMITS}/{WRONG}")
    form = reader.calculator("purchase-limit")
    button = form.result.get_by_role("button", name="Copy answer")
    lines = reader.copied_by(button).splitlines()
    expect(form.result.locator(".result__said")).to_contain_text("Copied")
    assert lines[1].startswith("The console will refuse this: ")
    assert sum(line.endswith((": 3", ": 5", ": 6")) for line in lines) == 3
    assert lines[-1].startswith(f"{reader.site.address}en/{LIMITS}/#purchase-limit?")


@pytest.mark.own_context
def test_where_the_device_can_share_it_is_asked_to(reader: Reader) -> None:
    # Headless, there is no sheet to share with; what it would be given is looked at.
    reader.page.add_init_script(
        "window.shared = []; navigator.share = async (what) => { shared.push(what);"
        " if (shared.length > 1) throw new DOMException('', 'AbortError') }"
    )
    reader.page.goto(f"{reader.site.address}{LIMITS}/{WRONG}")
    form = reader.calculator("purchase-limit")
    send = form.result.get_by_role("button", name="发给别人")
    send.click()
    (shared,) = reader.page.evaluate("shared")
    assert shared["text"].startswith("不行，后台会拦：")
    assert "#purchase-limit?" in shared["url"]
    send.click()  # and the sheet is closed
    expect(form.result.locator(".result__said")).to_be_empty()
    form.more()
    expect(form.result.get_by_role("button", name="复制链接")).to_be_visible()


def test_it_answers_where_a_browser_has_translated_the_page(reader: Reader) -> None:
    """Browsers that translate put an element around, and in the place of, every text."""
    reader.open("zh", "orders/late-delivery")
    form = reader.calculator("late-delivery")
    form.come_to_life()
    for paid, taken in (("1299", "39.00"), ("500", "15.00")):
        reader.page.evaluate(TRANSLATE)
        form.type(paid=paid, promised_hours="240", late_hours="50")
        form.submit()
        expect(form.result.locator("[data-output=compensation]")).to_contain_text(taken)
        assert taken in form.result.inner_text()
    form.type(paid="-5")
    form.submit()
    expect(form.problems).to_be_visible()
    form.type(paid="1299")
    form.submit()
    expect(form.result.locator("[data-output=compensation]")).to_contain_text("39.00")
    expect(form.problems).to_be_hidden()
