"""The day of the rules in a page: former ones to choose, ones ahead announced, others hidden."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader, Regular

LATE = "orders/late-delivery"


@pytest.mark.own_context
def test_rules_that_lie_ahead_are_announced_and_not_used(reader: Reader) -> None:
    # Noon in Beijing, in a winter before the rules of that spring.
    reader.page.clock.set_fixed_time("2026-01-15T04:00:00Z")
    reader.open("en", LATE)
    form = reader.calculator("late-delivery")
    expect(form.root.locator("[data-field=promised_hours]")).to_be_hidden()
    form.type(paid="299.99")
    form.submit()
    assert form.shown("compensation") == "¥3.00"
    expect(form.result.locator(".result__upcoming")).to_contain_text("From 2026-05-06")
    expect(form.result.locator(".result__stamp")).to_contain_text("2026-01-15")


def test_a_former_day_is_one_press_away_and_asks_only_what_was_asked_then(
    regular: Regular,
) -> None:
    form = regular("en", LATE).calculator("late-delivery")
    hours = form.root.locator("[data-field=promised_hours]")
    expect(hours).to_be_visible()
    hours.locator("input").fill("240")
    form.root.locator("details.field--day summary").click()
    form.root.get_by_role("button", name="Rules until 2026-05-05").click()
    expect(hours).to_be_hidden()
    form.type(paid="299.99")
    form.submit()
    assert form.shown("compensation") == "¥3.00"
    assert re.search(r"[?&]on=2026-05-05", form.root.page.url)
    # What was typed before is still there when the present rules are back.
    form.root.locator("details.field--day [name=on]").fill("")
    expect(hours).to_be_visible()
    expect(hours.locator("input")).to_have_value("240")
    form.submit()
    assert form.shown("compensation") == "¥3.00"
    expect(form.result).to_contain_text("Under the rules before, which held until 2026-05-05")
    form.root.locator("button[type=reset]").click()
    expect(hours.locator("input")).to_have_value("48")


def test_the_day_of_what_is_judged_counts_where_none_is_chosen(regular: Regular) -> None:
    form = regular("en", "orders/false-shipment").calculator("false-shipment")
    form.type(paid_at="2026-06-01 10:00", uploaded_at="2026-06-01 12:00", now="2026-06-01 18:00")
    form.submit()
    expect(form.result).to_contain_text("These are the rules of 2026-06-01")
    form.type(uploaded_at="2026-08-01 12:00", now="2026-08-01 18:00")
    form.submit()
    expect(form.result).to_contain_text("These are the rules of 2026-08-01")
