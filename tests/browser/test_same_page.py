"""Links within one page: each is answered, and what stands in the page stays."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Reader
from tests.support.pinned import PINNED

pytestmark = pytest.mark.slow

PAGE, BEFORE = "money/subsidy-invoices", "reference/licences"
FREEZE, TYPE = "invoice-freeze", "invoice-type"
HEADING = "steps"
REFUSED = f"#{FREEZE}?uninvoiced=<img src=x onerror=alert(1)>&on={PINNED}"
UNKNOWN = f"#{FREEZE}?uninvoiced=100&months_overdue=5&colour=red&on={PINNED}"
ANSWERED = f"#{FREEZE}?uninvoiced=100&months_overdue=5&on={PINNED}"
ANOTHER = f"#{TYPE}?taxpayer=small_scale&special_possible=no&service_possible=no&on={PINNED}"
BACK, FORWARD = "back", "forward"
# Where one goes, in turn, and what is answered there: by which calculator, and how it begins.
WALK = [
    (REFUSED, FREEZE, "as a number"),
    (UNKNOWN, FREEZE, "no input called “colour”"),
    (ANSWERED, FREEZE, "¥100.00"),
    (BACK, FREEZE, "no input called “colour”"),
    (BACK, FREEZE, "as a number"),
    (FORWARD, FREEZE, "no input called “colour”"),
    (FORWARD, FREEZE, "¥100.00"),
    (ANOTHER, TYPE, "ordinary"),
    (f"#{HEADING}", TYPE, "ordinary"),
    (REFUSED, FREEZE, "as a number"),
    (BACK, TYPE, "ordinary"),
    (BACK, TYPE, "ordinary"),
    (BACK, FREEZE, "¥100.00"),
]


def press(reader: Reader, fragment: str) -> None:
    reader.press_link(f"{reader.address('en', PAGE)}{fragment}")


def change(reader: Reader, fragment: str) -> None:
    """As a chat program does, or whoever writes into the address bar."""
    reader.page.evaluate("(fragment) => { location.hash = fragment }", fragment)


def came_with(reader: Reader) -> None:
    reader.open("en", PAGE)


def walked(reader: Reader) -> None:
    reader.open("en", BEFORE)
    reader.walk_to("en", PAGE)


both_ways = pytest.mark.parametrize("go", [press, change])
of_both_pages = pytest.mark.parametrize("come", [came_with, walked])


def said(reader: Reader, calculator: str) -> Locator:
    """What a calculator says now: its answer, or what is wrong with the question."""
    form = reader.page.locator(f"shop-calculator[data-calculator={calculator}]")
    return form.locator(".calculator__result, .calculator__problems").filter(visible=True)


@both_ways
@of_both_pages
def test_each_step_between_links_of_a_page_is_answered(
    reader: Reader, come: Callable[[Reader], None], go: Callable[[Reader, str], None]
) -> None:
    come(reader)
    for step, calculator, words in WALK:
        if step == BACK:
            reader.page.go_back()
        elif step == FORWARD:
            reader.page.go_forward()
        else:
            go(reader, step)
        expect(said(reader, calculator)).to_have_count(1)
        expect(said(reader, calculator)).to_contain_text(words)
        if step == ANOTHER:
            # It comes into sight in a moment, and would take with it who goes on before.
            expect(said(reader, calculator)).to_be_in_viewport()
        if step == f"#{HEADING}":
            expect(reader.page.locator(step)).to_be_in_viewport()


@of_both_pages
def test_a_link_that_is_followed_again_is_answered_again(
    reader: Reader, come: Callable[[Reader], None]
) -> None:
    come(reader)
    form = reader.calculator(FREEZE)
    for _ in range(2):
        press(reader, ANSWERED)
        expect(form.root.locator("[name=uninvoiced]")).to_have_value("100")
        expect(said(reader, FREEZE)).to_contain_text("¥100.00")
        form.type(uninvoiced="250")
        expect(said(reader, FREEZE)).to_contain_text("¥250.00")


@both_ways
@of_both_pages
def test_what_was_typed_and_opened_stays_when_a_link_leads_to_another_place(
    reader: Reader, come: Callable[[Reader], None], go: Callable[[Reader, str], None]
) -> None:
    come(reader)
    form = reader.calculator(FREEZE)
    form.type(uninvoiced="77")
    reader.site.asked.clear()
    go(reader, f"#{HEADING}")
    expect(reader.page.locator(f"#{HEADING}")).to_be_in_viewport()
    reader.page.go_back()
    expect(reader.page).to_have_url(re.compile(f"{PAGE}/$"))
    reader.page.wait_for_load_state("networkidle")
    expect(form.root.locator("[name=uninvoiced]")).to_have_value("77")
    assert not any(path.endswith(f"{PAGE}/") for path in reader.site.asked)
