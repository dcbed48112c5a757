"""Two situations side by side, a chart around the entered value, deadlines for the calendar."""

from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser.conftest import Regular
from tests.support.pinned import PINNED

LATE = "orders/late-delivery"


def test_a_price_before_and_after(regular: Regular) -> None:
    reader = regular("zh", LATE)
    form = reader.pinned("late-delivery")
    form.type(paid="89")
    form.submit()
    form.result.get_by_role("button", name="和另一种情况比较").click()
    expect(form.root.locator(".calculator__comparing")).to_contain_text("3.00 元")
    expect(form.root.locator("[name=paid]")).to_be_focused()
    form.type(paid="1299")
    form.submit()
    row = form.result.locator("[data-row=compensation]")
    expect(row).to_have_text("不同这一单要扣3.00 元12.99 元+9.99 元")
    expect(form.result.locator("[data-row=force_majeure]")).not_to_contain_text("不同")
    # Text and link have both.
    form.more()
    text = reader.copied_by(form.result.get_by_role("button", name="复制文字"))
    expect(form.result.locator(".result__said")).to_contain_text("已复制")
    assert "这一单要扣：3.00 元 → 12.99 元" in text.splitlines()
    link = reader.copied_by(form.result.get_by_role("button", name="复制链接"))
    regular("zh", "reference/sources")
    reader.follow(link)
    expect(row).to_have_text("不同这一单要扣3.00 元12.99 元+9.99 元")
    form.root.get_by_role("button", name="不比较了").click()
    # The second stays, alone, and the keyboard goes on at the form.
    expect(form.result.locator(".comparing")).to_have_count(0)
    assert form.shown("compensation") == "12.99 元"
    expect(form.root.locator("[name=paid]")).to_be_focused()
    assert "first." not in reader.page.url


def test_two_days_of_the_rules(regular: Regular) -> None:
    reader = regular("en", "money/subsidy-invoices")
    form = reader.calculator("invoice-freeze")
    form.type(uninvoiced="100", months_overdue="2")
    form.submit()
    form.result.get_by_role("button", name="Compare with another case").click()
    form.root.locator("details.field--day summary").click()
    form.root.locator("[name=on]").fill("2021-06-30")
    form.submit()
    row = form.result.locator("[data-row=frozen]")
    expect(row).to_contain_text("+¥30.00")
    expect(form.result.locator("[data-row=on]")).to_contain_text("2021-06-30")


def test_a_hostile_first_situation_is_answered_with_its_error(regular: Regular) -> None:
    reader = regular("en", "reference/glossary")
    asked = f"paid=5&on={PINNED}&first.paid=<b>x"
    reader.follow(f"{reader.site.address}en/{LATE}/#late-delivery?{asked}")
    form = reader.calculator("late-delivery")
    expect(form.problems).to_contain_text("as a number")
    expect(form.root.locator("[name=paid]")).to_have_value("<b>x")
    assert reader.page.locator("shop-calculator b").count() == 0


def test_a_chart_around_the_entered_value(regular: Regular) -> None:
    reader = regular("en", LATE)
    form = reader.pinned("late-delivery")
    form.type(paid="2500")
    form.submit()
    chart = form.result.get_by_role("img")
    expect(chart).to_have_accessible_name(
        "“Taken for this order” by “Amount the buyer paid”: ¥0 → ¥0; ¥3 → ¥0; ¥3.01 → ¥3; "
        "¥300 → ¥3; ¥2,500 → ¥25; ¥2,998.05 → ¥29.98; ¥5,000 → ¥30"
    )
    expect(chart.locator(".chart__mark")).to_have_text("¥2,500 → ¥25")
    form.type(paid="0")
    form.submit()
    expect(form.result.locator("[data-output=compensation] dd")).to_have_text("¥0.00")
    expect(chart).to_have_count(0)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_deadlines_for_the_calendar(regular: Regular, tmp_path: Path, lang: str) -> None:
    reader = regular(lang, "disputes/arbitration")
    form = reader.pinned("arbitration-deadline")
    form.type(effective="2026-11-20", today="2026-11-21")
    form.submit()
    name = {"zh": "存进日历", "en": "Add to calendar"}[lang]
    form.more()
    with reader.page.expect_download() as begun:
        form.result.get_by_role("button", name=name).click()
    expect(form.result.locator(".result__said")).not_to_be_empty()
    assert begun.value.suggested_filename.endswith(".ics")
    begun.value.save_as(tmp_path / "deadline.ics")
    read = Calendar.from_ical((tmp_path / "deadline.ics").read_bytes())
    events = {f"{event.decoded('DTSTART')}": str(event["URL"]) for event in read.walk("VEVENT")}
    # The day that is in time by either reading, and the last one.
    assert set(events) == {"2026-11-26", "2026-11-27"}
    asked = "#arbitration-deadline?kind=violation&effective=2026-11-20&today=2026-11-21&on="
    assert all(asked in link for link in events.values())
