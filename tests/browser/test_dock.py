"""The bar at the foot of a phone, and the chips under the answer."""

from playwright.sync_api import expect

from tests.browser.conftest import Reader, Regular

# How far the lower edge of what has the focus reaches below the upper edge of the bar.
COVERED = """() => {
  const bar = document.querySelector(".dock").getBoundingClientRect()
  const at = document.activeElement
  const elsewhere = at.closest(".dock") || !at.closest("article") || !bar.height
  return elsewhere ? 0 : at.getBoundingClientRect().bottom - bar.top
}"""


def test_it_leads_to_the_calculator_and_to_every_section(reader: Reader) -> None:
    reader.open("zh", "orders/false-shipment")
    dock = reader.page.locator(".dock")
    dock.locator(".dock__part--main").click()
    form = reader.page.locator("[data-calculator=false-shipment] form")
    expect(form).to_be_in_viewport()
    dock.locator("summary").click()
    dock.get_by_role("link", name="现在怎么做").click()
    heading = reader.page.locator("#steps")
    expect(heading).to_be_in_viewport()
    expect(dock.locator("details")).not_to_have_attribute("open", "")


def test_it_makes_way_for_what_is_typed(reader: Reader) -> None:
    reader.open("en", "orders/late-delivery")
    dock = reader.page.locator(".dock")
    expect(dock).to_be_visible()
    reader.page.locator("[name=paid]").focus()
    expect(dock).to_be_hidden()
    reader.page.locator("[name=paid]").blur()
    expect(dock).to_be_visible()
    reader.page.emulate_media(media="print")
    expect(dock).to_be_hidden()


def test_it_covers_nothing_that_has_the_focus(reader: Reader) -> None:
    reader.open("zh", "disputes/arbitration")
    reader.page.locator("article a").first.focus()
    covered = []
    for _ in range(60):
        reader.page.keyboard.press("Tab")
        covered.append(reader.page.evaluate(COVERED))
    assert max(covered) <= 0


def test_it_copies_the_page_where_nothing_can_be_shared(regular: Regular) -> None:
    reader = regular("zh", "orders/late-delivery")
    button = reader.page.locator(".dock__share")
    assert reader.copied_by(button) == reader.address("zh", "orders/late-delivery")
    expect(button).to_have_text("链接已复制")


def test_chips_lead_to_the_rules(reader: Reader) -> None:
    reader.open("en", "orders/late-delivery")
    chips = reader.page.locator(".jumps a")
    expect(reader.page.locator(".jumps a[href$='#steps']")).to_have_text("What to do")
    chips.last.click()
    expect(reader.page.locator("#late-delivery")).to_be_in_viewport()


def test_on_a_desk_there_is_none(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 900})
    reader.open("en", "orders/late-delivery")
    expect(reader.page.locator(".dock")).to_be_hidden()
