"""Answers that follow the typing, fields that come with what they depend on, the present."""

import re
from datetime import UTC, datetime
from typing import NamedTuple

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import CalculatorOnPage, Reader, Regular
from tests.browser.test_accessibility import serious
from tests.support.pinned import PINNED
from tests.support.shifts import shifted, watch_shifts

LATE = "orders/late-delivery"
PARCEL = "orders/false-shipment"
CHECK_UP = "orders/check-up"
# Noon in Beijing.
NOON = datetime(2026, 11, 26, 4, 0, tzinfo=UTC)
# In a picker as Chromium has it in American English: 02/31 is a day that is none.
THE_31ST = ("02", "31", "2026", "ArrowRight", "10", "00", "AM")
ORDER = {"paid": "400", "paid_at": "2026-11-10 10:00"}
SCANNED = {"paid_at": "2026-11-20 10:00", "uploaded_at": "2026-11-20 12:00"}
BUYER = "money/buyer-invoices", "buyer-invoice"
SUBSIDY = "money/subsidy-invoices", "invoice-deadline"
INVOICE = {"paid": "400", "applied": "2026-10-01", "issued": "not_yet"}


def test_the_answer_follows_the_typing_and_mistakes_wait_for_the_button(regular: Regular) -> None:
    reader = regular("zh", LATE)
    form = reader.pinned("late-delivery")
    example = form.root.locator(".calculator__example")
    expect(example).to_contain_text("例子")
    steps = reader.page.evaluate("history.length")
    paid = form.root.locator("[name=paid]")
    paid.press_sequentially("1299")
    expect(form.result.locator("[data-output=compensation] dd")).to_have_text("12.99 元")
    expect(example).to_be_hidden()
    expect(paid).to_be_focused()
    assert "paid=1299&" in reader.page.url
    # Half an entry is no mistake yet, and what is passed on is not of another.
    paid.press_sequentially("x")
    expect(form.result.locator(".result__stale")).to_be_visible()
    expect(form.problems).to_be_hidden()
    assert "paid=1299&" in reader.page.url
    paid.press("Backspace")
    expect(form.result).not_to_contain_class("result--stale")
    paid.fill("")
    expect(form.result.locator(".result__stale")).to_be_visible()
    expect(form.problems).to_be_hidden()
    form.submit()
    expect(form.problems).to_be_focused()
    # The place of what is typed stays, when the summary above it goes.
    paid.focus()
    place = paid.bounding_box()
    paid.press_sequentially("89")
    expect(form.problems).to_be_hidden()
    assert form.shown("compensation") == "3.00 元"
    assert place
    assert paid.bounding_box()["y"] == pytest.approx(place["y"], abs=2)  # type: ignore[index]
    assert reader.page.evaluate("history.length") == steps


def test_an_answer_is_spoken_once_the_typing_rests(regular: Regular) -> None:
    reader = regular("en", LATE)
    form = reader.pinned("late-delivery")
    spoken = form.root.locator(".calculator__spoken")
    form.root.locator("[name=paid]").press_sequentially("89")
    expect(form.result).to_be_visible()
    headline = form.result.locator(".said__headline").inner_text()
    expect(spoken).to_have_text(headline)
    form.root.locator("button[type=reset]").click()
    expect(spoken).to_be_empty()


@pytest.mark.own_context
@pytest.mark.reader(viewport={"width": 390, "height": 844}, has_touch=True)
def test_nothing_moves_when_form_and_answers_come(reader: Reader) -> None:
    watch_shifts(reader.page)
    reader.open("zh", "products/purchase-limits")
    form = reader.calculator("purchase-limit")
    form.root.locator("form:not([inert])").wait_for()
    form.root.scroll_into_view_if_needed()
    assert shifted(reader.page)[0] <= 0.02, "on mounting"
    form.root.locator("[name=cumulative]").click()
    form.root.locator("[name=cumulative]").press_sequentially("3")
    form.root.locator("[name=per_order]").press_sequentially("5")
    expect(form.result).to_be_visible()
    form.root.locator("[name=per_order]").press_sequentially("0")
    expect(form.result).not_to_contain_class("result--stale")
    reader.page.wait_for_timeout(600)  # a shift within half a second of a key counts as its own
    assert shifted(reader.page)[0] <= 0.02, "on answering"
    assert serious(reader) == []


def test_a_field_comes_with_what_it_depends_on_and_keeps_what_was_typed(regular: Regular) -> None:
    reader = regular("en", PARCEL)
    form = reader.calculator("false-shipment")
    moments = form.root.locator("form > div.field:visible [type=datetime-local]")
    expect(moments).to_have_count(4)
    form.type(paid_at="2026-11-16 10:00", uploaded_at="2026-11-16 12:00")
    form.type(collected_at="2026-11-16 18:30", hub_at="2026-11-17 02:10", route="remote")
    form.root.locator("[name=collected_at]").fill("")
    expect(form.root.locator("[name=hub_at]")).to_be_hidden()
    expect(form.root.locator("[data-field=route]")).to_be_hidden()
    form.type(now="2026-11-16 20:00")
    form.submit()
    expect(form.result).to_be_visible()
    assert "hub_at" not in reader.page.url
    assert "route" not in reader.page.url
    form.type(collected_at="2026-11-16 18:30")
    expect(form.root.locator("[name=hub_at]")).to_have_value("2026-11-17T02:10")
    expect(form.root.locator("[name=route][value=remote]")).to_be_checked()


def test_a_link_shows_what_it_fills_in_whatever_that_depends_on(regular: Regular) -> None:
    reader = regular("en", "reference/glossary")
    asked = "kind=closing&start=2026-11-20&today=2026-11-21&bill_month=2026-07"
    reader.follow(f"{reader.address('en', 'money/subsidy-invoices')}#invoice-deadline?{asked}")
    form = reader.calculator("invoice-deadline")
    expect(form.result).to_be_visible()
    expect(form.root.locator("[name=bill_month]")).to_be_visible()
    form.type(kind="monthly")
    expect(form.root.locator("[name=start]")).to_be_hidden()
    form.type(kind="closing")
    expect(form.root.locator("[name=bill_month]")).to_be_hidden()
    # Nothing was chosen there: the mistake is told where it is, and shown.
    form.root.locator("button[type=reset]").click()
    form.submit()
    expect(form.problems).to_be_focused()


@pytest.mark.own_context
def test_the_present_is_filled_in_and_a_link_keeps_its_own(reader: Reader) -> None:
    reader.page.clock.set_fixed_time(NOON)
    reader.open("zh", PARCEL)
    form = reader.calculator("false-shipment")
    now = form.root.locator("[name=now]")
    filled = form.root.locator("[data-field=now] .field__filled")
    expect(now).to_have_value("2026-11-26T12:00")
    expect(filled).to_be_visible()
    form.type(paid_at="2026-11-26 08:00", uploaded_at="2026-11-26 09:00")
    expect(form.result).to_be_visible()
    assert "now=2026-11-26T12%3A00" in reader.page.url
    now.fill("2026-11-26T13:00")
    expect(filled).to_be_hidden()
    expect(form.result).to_be_visible()
    reader.page.wait_for_url(re.compile("now=2026-11-26T13"))
    link = reader.page.url
    reader.walk_to("zh", LATE)
    reader.follow(link)
    expect(form.result).to_be_visible()
    expect(now).to_have_value("2026-11-26T13:00")
    form.root.locator("button[type=reset]").click()
    expect(now).to_have_value("2026-11-26T12:00")


@pytest.mark.own_context
def test_a_page_that_was_left_open_answers_by_the_present(reader: Reader) -> None:
    reader.page.clock.set_fixed_time(datetime(2026, 11, 28, 0, 0, tzinfo=UTC))
    reader.open("zh", CHECK_UP)
    form = reader.calculator("order-check")
    form.come_to_life()
    now = form.root.locator("[name=now]")
    filled = form.root.locator("[data-field=now] .field__filled")
    expect(now).to_have_value("2026-11-28T08:00")
    # 30 hours later. Promised for 48 hours, late by 4.
    reader.page.clock.set_fixed_time(datetime(2026, 11, 29, 6, 0, tzinfo=UTC))
    form.type(paid="400", paid_at="2026-11-27 10:00")
    form.submit()
    expect(form.result).to_contain_text("已经晚发")
    expect(now).to_have_value("2026-11-29T14:00")
    expect(filled).to_be_visible()
    reader.page.clock.set_fixed_time(datetime(2026, 11, 29, 7, 30, tzinfo=UTC))
    reader.page.evaluate("dispatchEvent(new Event('focus'))")
    reader.page.wait_for_url(re.compile("now=2026-11-29T15%3A30"))
    expect(now).to_have_value("2026-11-29T15:30")
    # A newer build of the site loads the page anew, and takes what was typed along.
    reader.page.evaluate("dispatchEvent(new Event('beforeupdate'))")
    noted = reader.page.evaluate("Object.values(sessionStorage).join()")
    assert "2026-11-27T10:00" in noted
    assert "2026-11-29T15:30" not in noted
    # So is a file: 1 per cent of 400, and nothing of what is due tomorrow.
    panel = form.root.locator(".orders")
    panel.locator(":scope > summary").click()
    rows = "订单编号,实付金额,支付完成时间,承诺发货时间,发货时间\n"
    rows += "A1,400,2026-11-10 10:00,2026-11-29 10:00,\nA2,500,2026-11-10 10:00,2026-11-30 10:00,"
    reader.page.clock.set_fixed_time(datetime(2026, 11, 29, 8, 0, tzinfo=UTC))
    panel.locator("input[type=file]").set_input_files(
        {"name": "a.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    )
    expect(panel.locator("[data-output=exposure] dd")).to_have_text("4.00 元")
    expect(panel.locator(".orders__used")).to_contain_text("2026-11-29 16:00")
    # The form was not changed by anybody since.
    reader.page.clock.set_fixed_time(datetime(2026, 11, 29, 9, 0, tzinfo=UTC))
    reader.page.evaluate("dispatchEvent(new Event('focus'))")
    expect(now).to_have_value("2026-11-29T17:00")
    expect(panel.locator(".orders__said")).to_be_hidden()
    now.fill("2026-11-29T12:00")
    expect(panel.locator(".orders__said")).to_contain_text("改过了")
    reader.page.clock.set_fixed_time(datetime(2026, 11, 29, 10, 0, tzinfo=UTC))
    reader.page.evaluate("dispatchEvent(new Event('focus'))")
    expect(now).to_have_value("2026-11-29T12:00")


def _press(form: CalculatorOnPage, name: str, keys: tuple[str, ...]) -> None:
    field = form.root.locator(f"[name={name}]")
    field.evaluate(
        "(field) => { const fold = field.closest('details'); fold && (fold.open = true) }"
    )
    field.focus()
    for key in keys:
        if key.isalpha() and len(key) > 2:
            field.page.keyboard.press(key)
        else:
            field.page.keyboard.type(key)


class _Half(NamedTuple):
    stem: str
    calculator: str
    typed: dict[str, str]
    name: str
    keys: tuple[str, ...]
    words: str


@pytest.mark.parametrize(
    "half",
    [
        _Half(CHECK_UP, "order-check", ORDER, "promised_at", ("11", "30"), "承诺发货时间要写成"),
        _Half(CHECK_UP, "order-check", ORDER, "promised_at", THE_31ST, "承诺发货时间要写成"),
        _Half(
            PARCEL, "false-shipment", SCANNED, "collected_at", ("11", "20"), "揽收扫描时间要写成"
        ),
        _Half(*BUYER, INVOICE, "completed", ("09", "31", "2026"), "要写成"),
        _Half(LATE, "late-delivery", {"paid": "1299"}, "on", ("02", "29"), "规则日期要写成"),
        # Nor is one that must be there called empty.
        _Half(*SUBSIDY, {"kind": "monthly"}, "bill_month", ("07",), "账单月份要写成"),
    ],
)
def test_half_a_moment_is_refused_as_in_a_terminal(regular: Regular, half: _Half) -> None:
    form = regular("zh", half.stem).calculator(half.calculator)
    form.type(**half.typed)
    _press(form, half.name, half.keys)
    form.submit()
    expect(form.problems).to_contain_text(half.words)
    expect(form.result).to_be_hidden()


def test_an_answer_is_out_of_date_while_a_moment_is_typed(regular: Regular) -> None:
    form = regular("zh", CHECK_UP).calculator("order-check")
    form.type(**ORDER)
    form.submit()
    expect(form.result).not_to_contain_class("result--stale")
    _press(form, "promised_at", ("11",))
    expect(form.result).to_contain_class("result--stale")
    expect(form.result.locator(".result__stale")).to_be_visible()
    expect(form.problems).to_be_hidden()
    _press(form, "promised_at", ("ArrowLeft", "Backspace"))
    expect(form.result).not_to_contain_class("result--stale")


def test_cells_that_are_pasted_into_one_line_stay_apart(regular: Regular) -> None:
    reader = regular("zh", LATE)
    form = reader.calculator("late-delivery")
    paid = form.root.locator("[name=paid]")
    for text, left in (("12\n300", "12; 300"), ("12\r\n", "12")):
        reader.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
        paid.fill("")
        paid.press("Control+v")
        expect(paid).to_have_value(left)
        if ";" in left:
            form.submit()
            expect(form.problems).to_contain_text("要填数字")


def test_segments_answer_to_arrows_and_are_seen_without_colours(reader: Reader) -> None:
    reader.page.emulate_media(forced_colors="active")
    reader.open("en", LATE)
    form = reader.pinned("late-delivery")
    group = form.root.locator("[data-field=force_majeure]")
    no, yes = (group.locator(f"[value={each}]") for each in ("no", "yes"))
    assert no.bounding_box()["height"] >= 44  # type: ignore[index]
    word = "(input) => getComputedStyle(input.nextElementSibling).backgroundColor"
    assert no.evaluate(word) != yes.evaluate(word)
    no.focus()
    reader.page.keyboard.press("ArrowRight")
    expect(yes).to_be_checked()
    expect(yes).to_be_focused()
    assert form.root.page.url.endswith("/late-delivery/"), PINNED
