"""The reference on a phone: filtering the claims, and what a term means at a tap."""

from playwright.sync_api import expect

from macros.register import claims
from tests.browser.conftest import Reader


def test_claims_are_filtered_by_topic_and_verdict(reader: Reader) -> None:
    reader.open("zh", "reference/claims")
    shown = reader.page.locator(".claim:visible")
    expect(shown).to_have_count(410)
    reader.page.locator("claim-filter [name=topic]").select_option("S4I")
    expect(shown).to_have_count(sum(claim.topic == "S4I" for claim in claims()))
    reader.page.locator("claim-filter [name=verdict]").select_option("corrected")
    wanted = [each.id for each in claims() if (each.topic, each.verdict) == ("S4I", "corrected")]
    expect(reader.page.locator(".claim:visible code")).to_have_text(wanted)
    expect(reader.page.locator("claim-filter output")).to_have_text(f"显示 {len(wanted)} 条")


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
