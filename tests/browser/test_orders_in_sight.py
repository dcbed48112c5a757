"""What comes of a file of orders is seen where its reader is, and moves nobody who has gone on."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Reader, Regular
from tests.support.markdown import LANGUAGES
from tests.support.pinned import PINNED

pytestmark = pytest.mark.slow

LATE = "orders/late-delivery"
WASM = "pyodide.asm.wasm"
SURE = f"订单编号,实付金额,支付完成时间\n1,1299,{PINNED} 10:00\n".encode()
ASKED = "订单编号,实付金额,支付完成时间\n1,200,2026-07-01 10:00\n".encode()
# The part of the screen that neither the header nor the bar at the foot covers.
FREE = """(part) => {
  const bar = document.querySelector(".dock").getBoundingClientRect()
  const { top, bottom } = part.getBoundingClientRect()
  const above = document.querySelector(".md-header").getBoundingClientRect().bottom
  return top >= above - 1 && bottom <= (bar.height ? bar.top : innerHeight) + 1
}"""


def _panel(reader: Reader, lang: str = "zh", page: str = LATE) -> Locator:
    reader.open(lang, page)
    panel = reader.page.locator(".orders")
    panel.locator("> summary").click()
    return panel


def _choose(panel: Locator, name: str, data: bytes) -> None:
    """From the middle of the screen, where a reader has brought the button."""
    panel.locator(".orders__drop").evaluate(
        "(drop) => drop.scrollIntoView({ block: 'center', behavior: 'instant' })"
    )
    panel.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": data}
    )


def _expect_seen(panel: Locator, *parts: str) -> None:
    page = panel.page
    for part in parts:
        found = panel.locator(part)
        expect(found).to_be_visible()
        # On a busy machine it may still be the one of the answer before.
        for _ in range(50):
            page.wait_for_timeout(100)
            if found.evaluate(FREE):
                break
        assert found.evaluate(FREE), (part, found.bounding_box())


@pytest.mark.parametrize(
    "size",
    [
        (390, 844),
        pytest.param((360, 640), marks=pytest.mark.slow),
        pytest.param((1280, 800), marks=pytest.mark.slow),
    ],
)
def test_what_is_new_comes_into_sight(reader: Reader, size: tuple[int, int]) -> None:
    reader.page.set_viewport_size({"width": size[0], "height": size[1]})
    reader.site.faults[WASM] = "held"
    panel = _panel(reader)
    form = reader.page.locator("#late-delivery-calculator .calculator__progress")
    # The first download is told where the file was chosen, and leaves no hole in the form above.
    _choose(panel, "a.csv", SURE)
    expect(panel.locator(".orders__progress")).to_contain_text("第一次使用要先下载")
    _expect_seen(panel, ".orders__progress progress")
    expect(form).to_have_text("")
    reader.site.faults.clear()
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("12.99 元")
    expect(panel.locator(".orders__done")).to_contain_text("算完了")
    _expect_seen(panel, ".orders__done", ".orders__totals dl")
    for part in (form, panel.locator(".orders__progress")):
        assert part.evaluate("(part) => part.offsetHeight") == 0
    _choose(panel, "a.pdf", b"%PDF-1.7\n")
    _expect_seen(panel, ".orders__said")
    # By keyboard and by a press, from the end of the questions.
    for key in ("Enter", ""):
        _choose(panel, "a.csv", ASKED)
        inputs = panel.locator(".orders__columns input:visible")
        inputs.first.fill("240")
        inputs.last.fill("1")
        if key:
            inputs.last.press(key)
        else:
            panel.get_by_role("button", name="开始计算").click()
        expect(panel.locator("[data-output=compensation] dd")).to_have_text("2.00 元")
        expect(panel.locator(".orders__done")).to_contain_text("算完了")
        _expect_seen(panel, ".orders__done", ".orders__totals dl")
        expect(panel.locator(".orders__view")).to_be_focused()


def test_the_total_is_seen_where_much_is_said_above_it(reader: Reader) -> None:
    """Sentences that do not fit beside it end above it."""
    reader.page.set_viewport_size({"width": 360, "height": 640})
    panel = _panel(reader, "en")
    rows = (
        "1,1299,2026-03-01 10:00,2026-03-03 10:00,2026-03-04 10:00,Completed,",
        "2,1299,2026-03-01 10:00,2026-03-03 10:00,2026-03-04 10:00,Completed,refunded",
        "3,800,2026-03-01 10:00,2026-03-03 10:00,2026-03-04 10:00,Frozen,",
        "4,800,2026-03-01 10:00,2026-03-03 10:00,,Paid,",
    )
    heads = "order id,paid,paid_at,promised_at,shipped_at,order status,refund status"
    _choose(panel, "a.csv", "\n".join([heads, *rows]).encode())
    expect(panel.locator(".orders__done")).to_contain_text("Finished")
    _expect_seen(panel, "[data-output=compensation]")
    notes, end = panel.locator(".orders__notes"), panel.locator(".orders__totals")
    heights = [part.evaluate("(part) => part.offsetHeight") for part in (notes, end)]
    assert sum(heights) > 640 - 150, "or it would fit anyway"
    assert end.evaluate("(part) => part.getBoundingClientRect().top") > 0


def test_nobody_is_fetched_back_who_has_gone_on(reader: Reader) -> None:
    reader.site.faults[WASM] = "held"
    panel = _panel(reader)
    _choose(panel, "a.csv", SURE)
    expect(panel.locator(".orders__progress progress")).to_be_visible()
    reader.page.mouse.move(200, 400)
    reader.page.mouse.wheel(0, -700)
    reader.page.wait_for_timeout(300)
    before = reader.page.evaluate("scrollY")
    reader.site.faults.clear()
    expect(panel.locator(".orders__done")).to_contain_text("算完了")
    reader.page.wait_for_timeout(300)
    assert reader.page.evaluate("scrollY") == before


@pytest.mark.own_context
def test_without_a_network_that_is_said_beside_the_file(reader: Reader) -> None:
    panel = _panel(reader)
    reader.page.wait_for_load_state("networkidle")
    reader.page.context.set_offline(True)
    _choose(panel, "a.csv", SURE)
    expect(panel.locator(".orders__said")).to_contain_text("没有连上网络")
    _expect_seen(panel, ".orders__said")
    expect(reader.calculator("late-delivery").failure).to_be_hidden()
    reader.complaints.clear()
    # With the network the file is answered by itself.
    reader.page.context.set_offline(False)
    expect(panel.locator("[data-output=compensation] dd")).to_have_text("12.99 元")
    expect(panel.locator(".orders__said")).to_be_hidden()
    reader.complaints.clear()


def test_a_table_that_is_wider_than_the_screen_shows_it(regular: Regular) -> None:
    reader = regular("zh", LATE)
    panel = reader.calculator("late-delivery").root.locator(".orders")
    panel.locator("summary").click()
    _choose(panel, "a.csv", SURE)
    # Until then the rows may be put there anew.
    expect(panel.locator(".orders__done")).to_contain_text("算完了")
    rows = panel.locator(".orders__rows")
    expect(rows).to_be_visible()
    wide = "(rows) => rows.scrollWidth > rows.clientWidth"
    reader.page.wait_for_function(wide, arg=rows.element_handle())
    expect(rows).to_have_css("background-attachment", "local, local, scroll, scroll")


CHECK_UP = "orders/check-up"
MOMENTS = "2026-07-01 10:00,2026-07-11 10:00,2026-07-12 10:00"
ORDERS = (
    "订单编号,实付金额,支付完成时间,承诺发货时间,发货时间\n"
    f"A1,40000,{MOMENTS}\nA2,50000,{MOMENTS}\n"
).encode()
PARCELS = "订单编号,快递单号,揽收时间\nA1,SF1,2026-07-12 20:00\n".encode()
DROPPED = """(part, text) => {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([text], "b.csv"))
  part.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }))
}"""
# As an answer does of which parts are still to come when a file is chosen.
GROWING = """(panel) => {
  const grow = () => { panel.querySelector(".orders__dashboard").style.paddingTop = "400px" }
  panel.querySelector(".orders__file").addEventListener("change", grow, { once: true })
}"""
KEPT = "document.documentElement.style.overflowAnchor"
WORDS = {"zh": ("再加一份", "换过来"), "en": ("Add the parcel", "Exchange")}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("size", "by"),
    [
        ((390, 844), "key"),
        pytest.param((390, 844), "mouse", marks=pytest.mark.slow),
        pytest.param((1280, 800), "key", marks=pytest.mark.slow),
        pytest.param((1280, 800), "mouse", marks=pytest.mark.slow),
    ],
)
def test_what_a_button_at_the_foot_brings_comes_into_sight(
    reader: Reader, size: tuple[int, int], by: str, lang: str
) -> None:
    """Below a long answer: with that, the page becomes shorter, and a browser moves it."""
    page = reader.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    panel = _panel(reader, lang, CHECK_UP)
    add, swap = (panel.get_by_role("button", name=name) for name in WORDS[lang])

    def press(button: Locator) -> None:
        page.wait_for_timeout(300)
        if by == "mouse":
            return button.click()
        button.focus()
        page.wait_for_timeout(300)
        return page.keyboard.press("Enter")

    _choose(panel, "a.csv", ORDERS)
    expect(add).to_be_visible()
    with page.expect_file_chooser() as chosen:
        press(add)
    chosen.value.set_files({"name": "p.csv", "mimeType": "text/csv", "buffer": PARCELS})
    expect(swap).to_be_visible()
    _expect_seen(panel, ".orders__done")
    expect(panel.locator(".orders__view")).to_be_focused()
    press(swap)
    _expect_seen(panel, ".orders__columns .calculator__heading")
    expect(panel.locator(".orders__columns .calculator__heading")).to_be_focused()
    press(swap)
    expect(panel.locator(".orders__download a").first).to_be_visible()
    _expect_seen(panel, ".orders__done")
    # So is the answer to a file that is dropped there.
    panel.locator(".orders__used").evaluate("(part) => part.scrollIntoView()")
    page.wait_for_timeout(300)
    panel.locator(".orders__used").evaluate(DROPPED, ORDERS.decode())
    expect(add).to_be_visible()
    _expect_seen(panel, ".orders__done")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_grows_above_is_not_taken_for_a_reader_who_goes_on(reader: Reader, lang: str) -> None:
    """A file is given at the foot of an answer that still grows: a browser moves with the foot."""
    panel = _panel(reader, lang, CHECK_UP)
    _choose(panel, "a.csv", ORDERS)
    expect(panel.locator(".orders__download a").first).to_be_visible()
    panel.evaluate(GROWING)
    with reader.page.expect_file_chooser() as chosen:
        panel.get_by_role("button", name=WORDS[lang][0]).click()
    chosen.value.set_files({"name": "p.csv", "mimeType": "text/csv", "buffer": PARCELS})
    expect(panel.get_by_role("button", name=WORDS[lang][1])).to_be_visible()
    expect(panel.locator(".orders__download a").first).to_be_visible()
    _expect_seen(panel, ".orders__done")
    # Whoever goes on then is left alone, and what they read is kept in place again.
    assert reader.page.evaluate(KEPT) == "none"
    reader.page.mouse.move(200, 400)
    reader.page.mouse.wheel(0, 900)
    reader.until(f"{KEPT} === ''")
    # So it is where another field is gone to, and on the next page, whoever waited to the end.
    _choose(panel, "a.csv", ORDERS)
    reader.until(f"{KEPT} === 'none'")
    reader.page.evaluate("document.querySelector('.md-search__input').focus()")
    reader.until(f"{KEPT} === ''")
    _choose(panel, "a.csv", ORDERS)
    reader.until(f"{KEPT} === 'none'")
    reader.walk_to(lang, "orders/returns")
    reader.until(f"{KEPT} === ''")
