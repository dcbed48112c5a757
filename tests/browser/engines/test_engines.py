"""One list of what readers do, gone through in every engine and in both languages.

The details are tested in Chromium; this is to find where engines differ.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from calculators import CALCULATORS, definition
from calculators.core.output.presentation import present
from macros.calculator_list import homes
from macros.faults import faults
from tests.browser.engines.reader import Reader
from tests.browser.test_loading import CALCULATOR, PAGE, WASM
from tests.support.cases import shown_case
from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED

pytestmark = pytest.mark.slow

ORDERS = {
    "zh": "订单\t实付\n1\t300\n2\t3,000.01\n",
    "en": "order\tpaid\n1\t300\n2\t3,000.01\n",
}


@pytest.mark.parametrize("stem", ["index", "orders/false-shipment", "reference/rules"])
def test_a_page_fits_a_phone(reader: Reader, stem: str) -> None:
    reader.come_to(stem)
    reader.keep_picture(f"page-{Path(stem).name}")


def test_punctuation_is_as_wide_as_a_character(reader: Reader) -> None:
    reader.come_to("index")
    widths = reader.run(
        "const line = document.querySelector('article').appendChild(document.createElement('p'));"
        "line.style.fontFamily = 'Noto Sans CJK SC'; line.textContent = '晚，了';"
        "return [...line.textContent].map((_, index) => {"
        " const range = document.createRange(); range.setStart(line.firstChild, index);"
        " range.setEnd(line.firstChild, index + 1); return range.getBoundingClientRect().width })"
    )
    assert len(set(widths)) == 1


def test_every_calculator_answers(reader: Reader) -> None:
    reader.come_to("index")
    for calculator in CALCULATORS:
        case = shown_case(calculator)
        reader.walk_to(homes(reader.lang)[calculator])
        form = reader.calculator(calculator)
        form.fill(case.on, **case.inputs)
        form.submit()
        expected = evaluate(calculator, case.inputs, reader.lang, case.on)
        for output in present(definition(calculator), expected, reader.lang)["outputs"]:
            assert form.shown(output["id"]) == output["text"], calculator


def test_an_answer_fits_a_phone(reader: Reader) -> None:
    reader.come_to(PAGE)
    form = reader.calculator(CALCULATOR)
    form.fill(PINNED, paid="1299")
    form.submit()
    assert "12.99" in form.shown("compensation")
    form.sees(".said")
    form.sees("figure.chart")
    reader.keep_picture("answer")


def test_a_mistake_leads_to_its_field(reader: Reader) -> None:
    reader.come_to(PAGE)
    form = reader.calculator(CALCULATOR)
    form.fill(PINNED, paid="abc")
    form.submit()
    form.sees(".calculator__problems li")
    reader.has_focus(".calculator__problems")
    reader.keep_picture("mistake")
    form.click(".calculator__problems a")
    reader.has_focus("[name=paid][aria-invalid=true]")
    form.fill(paid="89")
    form.submit()
    assert "3.00" in form.shown("compensation")
    reader.sees_no(".calculator__problems")


def test_choices_are_picked_one_by_one(reader: Reader) -> None:
    reader.come_to("growth/shop-videos")
    form = reader.calculator("video-grade")
    form.fill(ratings="good;good;poor")
    good, poor = {"zh": ("好", "差"), "en": ("good", "poor")}[reader.lang]
    form.sees(".picker__item:nth-child(2)", good)
    reader.keep_picture("picker")
    form.submit()
    form.sees(".calculator__result")
    form.click(".picker__item:last-child .picker__remove")
    form.sees("[data-output=grade] dd", {"zh": "优质", "en": "quality"}[reader.lang])
    assert poor not in reader.text(".picker__chosen")
    assert reader.driver.current_url.endswith("#video-grade?ratings=good%3Bgood")


def test_a_link_answers(reader: Reader) -> None:
    reader.open(PAGE, f"?from=timeline#{CALCULATOR}?paid=1299&on={PINNED}&utm_source=wechat")
    assert "12.99" in reader.calculator(CALCULATOR).shown("compensation")
    asked = f"#{CALCULATOR}?paid=1299&force_majeure=no&on={PINNED}"
    assert reader.driver.current_url == reader.address(PAGE) + asked


def test_a_link_within_a_page_that_was_opened_keeps_and_answers(reader: Reader) -> None:
    reader.open(PAGE)
    form = reader.calculator(CALCULATOR)
    form.fill(PINNED, paid="77")
    kept = f"return document.querySelector('{form.root} [name=paid]')"
    field, heading = reader.run(kept), reader.run("return document.querySelector('h2[id]').id")
    reader.press_link(f"{reader.address(PAGE)}#{heading}")
    reader.until("return location.hash.slice(1) === arguments[0]", heading)
    reader.press_link(f"{reader.address(PAGE)}#{CALCULATOR}?paid=1299&on={PINNED}")
    assert "12.99" in form.shown("compensation")
    reader.driver.back()
    reader.driver.back()
    reader.until("return !location.hash.includes('?')")
    assert reader.run(kept) == field, "the page is the one that was opened"


def test_orders_are_pasted_and_chosen(reader: Reader, tmp_path: Path) -> None:
    reader.come_to(PAGE)
    form = reader.calculator(CALCULATOR)
    form.fill(PINNED)
    form.click(".orders summary")
    form.click(".orders__use")
    form.sees(".orders__said")
    reader.paste(f"{form.root} .orders__pasted", ORDERS[reader.lang])
    form.click(".orders__use")
    form.sees(".orders [data-output=compensation] dd", "33.00")
    form.sees(".orders__download a")
    reader.keep_picture("orders")
    path = tmp_path / "orders.csv"
    path.write_text("订单,实付\n1,1299\n", encoding="gb18030")
    chosen = f"return document.querySelector('{form.root} .orders__file')"
    reader.run(chosen).send_keys(str(path))
    form.sees(".orders [data-output=compensation] dd", "12.99")


def test_two_situations_are_compared(reader: Reader) -> None:
    reader.come_to(PAGE)
    form = reader.calculator(CALCULATOR)
    form.fill(PINNED, paid="89")
    form.submit()
    words = {"zh": "比较", "en": "Compare"}
    form.click(".calculator__result button", words[reader.lang])
    reader.has_focus("[name=paid]")
    form.fill(paid="1299")
    form.submit()
    form.sees("[data-row=compensation]", "9.99")
    reader.keep_picture("comparison")


def test_pages_change_in_place_and_back_finds_the_answer(reader: Reader) -> None:
    reader.come_to("index")
    reader.run("window.sameDocument = true")
    reader.click("article a[href*='late-delivery']")
    reader.is_at(PAGE)
    form = reader.calculator(CALCULATOR)
    form.fill(PINNED, paid="1299")
    form.submit()
    assert "12.99" in form.shown("compensation")
    reader.walk_to("reference/glossary")
    reader.driver.back()
    reader.is_at(PAGE)
    assert "12.99" in reader.calculator(CALCULATOR).shown("compensation")
    assert reader.run("return window.sameDocument")


def test_the_other_language_is_the_same_page(reader: Reader) -> None:
    reader.come_to(PAGE)
    reader.click(".languages__link")
    other = replace(reader, lang={"zh": "en", "en": "zh"}[reader.lang])
    other.is_at(PAGE)
    form = other.calculator(CALCULATOR)
    form.fill(PINNED, paid="1299")
    form.submit()
    assert "12.99" in form.shown("compensation")


@pytest.mark.parametrize("named", ["missing-file", "altered"])
def test_a_failed_load_can_be_tried_again(newcomer: Reader, named: str) -> None:
    fault = faults()[named]
    server: Any = fault.server
    newcomer.site.faults[WASM] = server
    newcomer.open(PAGE)
    form = newcomer.calculator(CALCULATOR)
    form.fill(PINNED, paid="1299")
    form.submit()
    form.sees(".calculator__failure", fault.sentence(newcomer.lang))
    newcomer.keep_picture(f"fault-{named}")
    newcomer.site.faults.clear()
    form.click(".calculator__failure button")
    assert "12.99" in form.shown("compensation")
    newcomer.sees_no(".calculator__failure")
    assert newcomer.complaints(), "the console tells a developer what failed"
