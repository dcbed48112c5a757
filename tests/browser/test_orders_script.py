"""The script that reads files of orders: it comes once, when their part is opened."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Reader
from tests.support.markdown import LANGUAGES
from tests.support.pinned import PINNED
from tests.support.server import Fault

# What has come once would be given by the cache of a context that others had before.
pytestmark = [pytest.mark.slow, pytest.mark.own_context]

LATE = "orders/late-delivery"
TABLE = f"订单编号,实付金额,支付完成时间\n1,1299,{PINNED} 10:00\n"
COMING = {"zh": "第一次使用要先下载", "en": "The first use downloads"}
AGAIN = {"zh": "再试一次", "en": "Try again"}
DROPPED = """(part, text) => {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([text], "b.csv"))
  part.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }))
}"""
TOP = "(field) => field.getBoundingClientRect().top"


def _script(reader: Reader) -> Path:
    (script,) = (reader.site.root / "runtime").glob("orders-*.js")
    return script


def _asked(reader: Reader) -> int:
    return sum(_script(reader).name in path for path in reader.site.asked)


def _part(reader: Reader, calculator: str = "late-delivery") -> Locator:
    """The part for files, which is still folded; the form is untouched, and loads nothing."""
    reader.calculator(calculator).come_to_life()
    return reader.page.locator(f"#{calculator}-calculator .orders")


def _expect_answered(part: Locator, amount: str = "12.99") -> None:
    expect(part.locator("[data-output=compensation] dd")).to_contain_text(amount)


def _choose(part: Locator) -> None:
    part.locator("input[type=file]").set_input_files(
        {"name": "a.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    )


def test_it_comes_once_when_the_part_for_files_is_opened(reader: Reader) -> None:
    reader.site.asked.clear()
    reader.open("zh", LATE)
    part = _part(reader)
    reader.page.locator("[name=paid]").first.fill("1299")
    reader.page.wait_for_load_state("networkidle")
    assert _asked(reader) == 0
    part.locator("summary").focus()
    reader.page.keyboard.press("Enter")
    expect(part.locator(".orders__use")).to_be_visible()
    part.locator(".orders__use").click()
    expect(part.locator(".orders__said")).to_have_text("还没有粘贴内容")
    assert _asked(reader) == 1
    # It is not fetched again, nor is there a second worker: here, nor on a page that is walked to.
    for _ in range(2):
        part.locator("summary").click()
    reader.walk_to("zh", "orders/out-of-stock")
    other = _part(reader, "out-of-stock")
    other.locator("summary").click()
    other.locator(".orders__use").click()
    expect(other.locator(".orders__said")).to_have_text("还没有粘贴内容")
    assert _asked(reader) == 1
    assert len([each for each in reader.page.workers if "/worker-" in each.url]) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_given_before_it_has_come_is_read_once_it_has(reader: Reader, lang: str) -> None:
    reader.site.faults[_script(reader).name] = "held"
    reader.open(lang, LATE)
    part = _part(reader)
    part.locator("summary").click()
    # It is said that something comes, and what is there can be used.
    expect(part.locator(".orders__progress [role=status]")).to_contain_text(COMING[lang])
    expect(part.locator(".orders__progress progress")).to_be_visible()
    part.locator(".orders__pasted").fill(TABLE.replace("1299", "400"))
    part.locator(".orders__use").click()
    # Whoever gives something else meanwhile wants that; the first stays where it was pasted.
    _choose(part)
    expect(part.locator(".orders__progress progress")).to_be_in_viewport()
    expect(part.locator(".orders__columns, .orders__answers")).to_have_count(2)
    reader.site.faults.clear()
    _expect_answered(part)
    expect(part.locator(".orders__used")).to_contain_text("a.csv")
    expect(part.locator(".orders__progress progress")).to_have_count(0)
    expect(part.locator(".orders__pasted")).to_have_value(TABLE.replace("1299", "400"))
    part.locator(".orders__use").click()
    _expect_answered(part, "4.00")


# A file that is dropped is read in test_orders.py, and nobody is moved in test_orders_in_sight.py.
@pytest.mark.slow
def test_what_is_dropped_beside_a_folded_part_is_read_and_moves_nobody_who_goes_on(
    reader: Reader,
) -> None:
    reader.site.faults[_script(reader).name] = "held"
    reader.open("zh", LATE)
    part = _part(reader)
    reader.page.locator("#late-delivery-calculator").evaluate(DROPPED, TABLE)
    expect(part).to_have_attribute("open", "")
    expect(part.locator(".orders__progress progress")).to_be_in_viewport()
    amount = reader.page.locator("[name=paid]").first
    amount.focus()
    at = amount.evaluate(TOP)
    reader.site.faults.clear()
    _expect_answered(part)
    expect(part.locator(".orders__done")).to_contain_text("算完了")
    expect(amount).to_be_focused()
    assert abs(amount.evaluate(TOP) - at) < 2


def test_who_leaves_before_it_has_come_is_not_followed(reader: Reader) -> None:
    reader.site.asked.clear()
    reader.site.faults[_script(reader).name] = "held"
    reader.open("zh", LATE)
    part = _part(reader)
    part.locator("summary").click()
    _choose(part)
    reader.walk_to("zh", "orders/out-of-stock")
    reader.site.faults.clear()
    other = _part(reader, "out-of-stock")
    other.locator("summary").click()
    other.locator(".orders__use").click()
    expect(other.locator(".orders__said")).to_have_text("还没有粘贴内容")
    assert not any("wasm" in path for path in reader.site.asked)


NO_NETWORK = {"zh": "没有连上网络", "en": "no connection to the network"}
WRONG = {"zh": "下载下来不对", "en": "arrived wrong"}
# No two in a row are told alike: each sentence is a new one.
REASONS: dict[Fault, dict[str, str]] = {
    "missing": {"zh": "服务器上找不到", "en": "does not have a file"},
    "damaged": WRONG,
    "refused": {"zh": "服务器暂时不给", "en": "does not give out a file"},
    "error page": WRONG,
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_that_it_cannot_be_had_is_said_where_it_is_needed_and_can_be_tried_again(
    reader: Reader, lang: str
) -> None:
    reader.open(lang, LATE)
    part = _part(reader)
    reader.page.wait_for_load_state("networkidle")
    reader.page.route("**/runtime/orders-*", lambda route: route.abort("connectionfailed"))
    part.locator("summary").click()
    alert = part.locator(".orders__said")
    expect(alert).to_contain_text(NO_NETWORK[lang])
    assert alert.get_attribute("role") == "alert"
    reader.page.unroute_all()
    part.locator(".orders__pasted").fill(TABLE)
    for fault, said in REASONS.items():
        reader.site.faults[_script(reader).name] = fault
        # Whoever goes on asks for it again, and is told in sight.
        part.locator(".orders__use").click()
        expect(alert).to_contain_text(said[lang])
        again = alert.get_by_role("button", name=AGAIN[lang])
        expect(again).to_be_in_viewport()
        reader.site.asked.clear()
        again.click()
        expect(alert).to_contain_text(said[lang])
        assert _asked(reader) > 0
    reader.site.faults.clear()
    again.click()
    # What had been given is read without being given again.
    _expect_answered(part)
    expect(alert).to_be_hidden()
    expect(part.locator(".orders__pasted")).to_have_value(TABLE)
    reader.complaints.clear()  # of the cause


# As what answers is brought by it, in test_orders_in_sight.py.
@pytest.mark.slow
def test_a_network_that_is_back_brings_it(reader: Reader) -> None:
    reader.open("zh", LATE)
    part = _part(reader)
    reader.page.wait_for_load_state("networkidle")
    reader.page.context.set_offline(True)
    part.locator("summary").click()
    _choose(part)
    expect(part.locator(".orders__said")).to_contain_text("没有连上网络")
    reader.page.context.set_offline(False)
    _expect_answered(part)
    expect(part.locator(".orders__said")).to_be_hidden()
    reader.complaints.clear()


def test_one_that_never_comes_is_given_up(reader: Reader) -> None:
    reader.page.clock.install()
    reader.site.faults[_script(reader).name] = "held"
    reader.open("zh", LATE)
    part = _part(reader)
    part.locator("summary").click()
    reader.page.clock.run_for(46_000)
    expect(part.locator(".orders__said")).to_contain_text(re.compile("网络太慢或已断开"))
    expect(part.locator(".orders__progress progress")).to_have_count(0)
    reader.complaints.clear()
