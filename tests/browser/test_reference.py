"""The reference on a phone: filtering the claims, and what a term means at a tap."""

import pytest
from playwright.sync_api import expect

from macros.register import claims
from tests.browser.conftest import Reader


def test_claims_are_filtered_by_words_and_verdict(reader: Reader) -> None:
    reader.open("zh", "reference/claims")
    shown = reader.page.locator(".claim:visible")
    said = reader.page.locator("list-filter output")
    expect(said).to_have_text("显示 410 条")
    expect(shown).to_have_count(0)  # folded by what they are about
    reader.page.locator("list-filter input").fill("S4I-")
    expect(shown).to_have_count(sum(claim.topic == "S4I" for claim in claims()))
    reader.page.locator("list-filter button[value=corrected]").click()
    wanted = [each.id for each in claims() if (each.topic, each.verdict) == ("S4I", "corrected")]
    expect(reader.page.locator(".claim:visible code")).to_have_text(wanted)
    expect(said).to_have_text(f"显示 {len(wanted)} 条")
    expect(reader.page.locator("details.folded:visible")).to_have_count(1)
    reader.page.locator("list-filter button[value='']").click()
    reader.page.locator("list-filter input").fill("")
    expect(shown).to_have_count(0)


def test_rules_are_filtered_and_lead_to_their_calculator(reader: Reader) -> None:
    reader.open("en", "reference/rules")
    reader.page.locator("list-filter input").fill("late-delivery.maximum")
    expect(reader.page.locator(".rule:visible").first).to_contain_text("¥50")
    reader.page.locator("#late-delivery").click()
    reader.page.locator("#late-delivery").click()
    reader.page.locator(".rules__ways a:visible").first.click()
    expect(reader.page.locator("[data-calculator=late-delivery] form")).to_be_visible()


def test_an_address_opens_the_rule_that_it_names(reader: Reader) -> None:
    reader.page.goto(f"{reader.address('zh', 'reference/rules')}#late-delivery.maximum")
    rule = reader.page.locator("[id='late-delivery.maximum']")
    expect(rule).to_be_in_viewport()
    expect(rule.locator(".sources").first).to_be_visible()


def test_terms_are_filtered(reader: Reader) -> None:
    reader.open("zh", "reference/glossary")
    reader.page.locator("list-filter input").fill("揽收")
    expect(reader.page.locator(".term:visible").first).to_contain_text("揽收")
    every = reader.page.locator(".term")
    assert reader.page.locator(".term:visible").count() < every.count()


@pytest.mark.parametrize("stem", ["claims", "rules", "glossary"])
def test_a_list_is_short_until_something_is_opened(reader: Reader, stem: str) -> None:
    reader.open("zh", f"reference/{stem}")
    screens = reader.page.evaluate("document.documentElement.scrollHeight / innerHeight")
    assert screens < (12 if stem == "glossary" else 4)


def test_a_section_leads_to_its_claims_and_back(reader: Reader) -> None:
    reader.open("en", "orders/late-delivery")
    link = reader.page.locator("a[href$='#s4n-05']").first
    reader.page.locator("details.folded", has=link).locator("summary").first.click()
    link.scroll_into_view_if_needed()
    # The theme takes a click within 0.1 s of scrolling for a way back, and restores the offset.
    reader.until("history.state?.y === scrollY")
    link.click()
    claim = reader.page.locator("#s4n-05")
    expect(claim).to_be_in_viewport()
    reader.until("history.state?.y === scrollY")
    claim.locator("a[href$='late-delivery/#former']").click()
    expect(reader.page.locator("#former")).to_be_in_viewport()


def test_a_term_shows_its_meaning_and_other_name_at_a_tap(reader: Reader) -> None:
    reader.open("zh", "start/costs")
    term = reader.page.locator("abbr", has_text="试运营").first
    term.focus()
    bubble = reader.page.locator("[role=tooltip]:visible, .md-tooltip2--active")
    expect(bubble).to_contain_text("先不交保证金")
    expect(bubble).to_contain_text("trial operation")
