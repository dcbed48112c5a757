"""What is folded away opens where a link, an answer or a mistake needs it."""

from playwright.sync_api import expect

from tests.browser.conftest import CalculatorOnPage, Reader, Regular

NOTICE = "orders/false-shipment"
MOMENTS = "paid_at=2026-11-01+10:00&uploaded_at=2026-11-01+12:00&now=2026-11-02+10:00"


def test_a_link_opens_the_section_it_names(reader: Reader) -> None:
    reader.open("zh", NOTICE)
    form = reader.page.locator("[data-calculator=false-shipment] form")
    expect(form).to_be_hidden()
    jump = reader.page.locator(".jumps a[href$='#calculator']")
    jump.click()
    expect(form).to_be_visible()
    # The address is there already; the link opens it all the same.
    reader.page.locator("summary:has(#calculator)").click(position={"x": 5, "y": 5})
    expect(form).to_be_hidden()
    jump.click()
    expect(form).to_be_visible()


def test_an_address_opens_the_section_around_what_it_names(reader: Reader) -> None:
    reader.page.goto(f"{reader.address('en', NOTICE)}#former-scenes")
    expect(reader.page.locator("#former-scenes")).to_be_in_viewport()


def test_a_link_to_an_answer_opens_the_section_and_the_fields_that_it_enters(
    reader: Reader,
) -> None:
    reader.page.goto(f"{reader.address('en', NOTICE)}#false-shipment?{MOMENTS}")
    rare = reader.page.locator("[data-calculator=false-shipment] .field--rare")
    form = CalculatorOnPage(reader.page, "false-shipment")
    expect(form.result).to_be_visible()
    expect(form.root.locator("form")).to_be_visible()
    expect(rare).not_to_have_attribute("open", "")
    reader.follow(f"{reader.address('en', 'reference/rules')}")
    reader.follow(f"{reader.address('en', NOTICE)}#false-shipment?{MOMENTS}&recalled=yes")
    expect(rare.locator("[name=recalled][value=yes]")).to_be_checked()
    expect(rare.locator("[name=recalled][value=yes]")).to_be_visible()


def test_a_mistake_opens_the_fields_that_few_need(regular: Regular) -> None:
    form = regular("en", "products/purchase-limits").calculator("purchase-limit")
    form.type(stock="many")
    folded = form.root.locator(".field--rare")
    folded.locator("summary").click()
    expect(folded).not_to_have_attribute("open", "")
    form.submit()
    expect(folded.locator("[data-field=stock] .field__error")).to_be_visible()
