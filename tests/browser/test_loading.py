"""When the browser's Python is loaded, what a reader sees meanwhile, and what when it fails."""

import pytest
from playwright.sync_api import Request, expect

from calculators import definition
from calculators.core.output.presentation import present
from tests.browser.conftest import Reader
from tests.support.cases import shown_case
from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED
from tests.support.server import Fault

PAGE, CALCULATOR = "orders/late-delivery", "late-delivery"
WASM, GLUE = "pyodide.asm.wasm", "pyodide.asm.js"


def test_nothing_is_loaded_before_the_form_comes_near(reader: Reader) -> None:
    reader.site.asked.clear()
    reader.open("zh", PAGE)
    reader.page.wait_for_load_state("networkidle")
    assert not any(WASM in path for path in reader.site.asked)
    reader.calculator(CALCULATOR).root.scroll_into_view_if_needed()
    expect(reader.calculator(CALCULATOR).root.locator("progress")).to_be_visible()
    expect(reader.calculator(CALCULATOR).root.locator("progress")).to_be_hidden(timeout=20_000)
    assert any(WASM in path for path in reader.site.asked)


def test_who_saves_data_begins_it_by_touching_the_form(reader: Reader) -> None:
    reader.page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    reader.site.asked.clear()
    reader.open("zh", PAGE)
    form = reader.calculator(CALCULATOR)
    form.root.scroll_into_view_if_needed()
    # Long enough for whoever does not save data: the page is complete and the form near.
    reader.page.wait_for_load_state("networkidle")
    assert not any(WASM in path for path in reader.site.asked)
    form.root.locator("[name=paid]").focus()
    expect(form.root.locator("progress")).to_be_visible()
    expect(form.root.locator("progress")).to_be_hidden(timeout=20_000)
    assert any(WASM in path for path in reader.site.asked)


def test_the_script_of_calculators_comes_where_one_is_walked_to(reader: Reader) -> None:
    reader.site.asked.clear()
    reader.open("en", "reference/glossary")
    reader.page.wait_for_load_state("networkidle")
    assert not any("shop-calculator-" in path for path in reader.site.asked)
    reader.walk_to("en", PAGE)
    form = reader.pinned(CALCULATOR)
    form.type(paid="5")
    form.submit()
    assert form.shown("compensation") == "¥3.00"
    assert sum("shop-calculator-" in path for path in reader.site.asked) == 1


def test_a_later_question_overtakes_an_earlier_one(reader: Reader) -> None:
    seen: list[str] = []
    reader.page.expose_function("seen", lambda text: seen.insert(0, text))
    reader.open("zh", PAGE)
    form = reader.pinned(CALCULATOR)
    form.result.evaluate(
        "(shown) => new MutationObserver(() => seen(shown.innerText)).observe(shown,"
        " { childList: true })"
    )
    # Both wait for the browser's Python, which answers one after the other.
    form.type(paid="89")
    form.submit()
    form.type(paid="1299")
    form.submit()
    assert form.shown("compensation") == "12.99 元"
    assert reader.page.evaluate("location.hash").startswith(f"#{CALCULATOR}?paid=1299")
    assert seen
    assert not any("3.00 元" in text for text in seen)


def test_progress_is_shown_with_what_is_left(reader: Reader) -> None:
    seen: list[str] = []
    reader.page.expose_function("seen", lambda text: seen.insert(0, text))
    reader.open("en", PAGE)
    progress = reader.calculator(CALCULATOR).root.locator(".calculator__progress")
    progress.evaluate(
        "(shown) => new MutationObserver(() => seen(shown.innerText)).observe(shown,"
        " { childList: true, subtree: true })"
    )
    form = reader.pinned(CALCULATOR)
    form.type(paid="5")
    form.submit()
    assert form.shown("compensation") == "¥3.00"
    assert any("MB left" in text for text in seen)
    expect(progress).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "fault", "words"),
    [
        (WASM, "missing", "没有下载成功"),
        (WASM, "error page", "下载得不完整"),
        (WASM, "cut short", "下载得不完整"),
        (WASM, "dropped", "下载得不完整"),
        (GLUE, "missing", "没有下载成功"),
        ("library-*.zip", "missing", "没有下载成功"),
        ("library-*.zip", "cut short", "下载得不完整"),
        ("worker-*.js", "missing", None),
    ],
)
def test_a_failed_load_says_so_keeps_what_was_typed_and_can_be_tried_again(
    reader: Reader, name: str, fault: Fault, words: str | None
) -> None:
    (path,) = (reader.site.root / "runtime").rglob(name)
    reader.site.faults[path.name] = fault
    reader.open("zh", PAGE)
    form = reader.pinned(CALCULATOR)
    form.type(paid="1299")
    form.submit()
    expect(form.failure).to_be_visible(timeout=20_000)
    if words:
        expect(form.failure).to_contain_text(words)
    expect(form.root.locator("[name=paid]")).to_have_value("1299")
    reader.site.faults.clear()
    form.failure.locator("button").click()
    assert form.shown("compensation") == "12.99 元"
    expect(form.failure).to_be_hidden()
    assert reader.complaints, "the console tells a developer what failed"
    reader.complaints.clear()


def test_after_a_failure_all_that_was_asked_is_answered(reader: Reader) -> None:
    reader.site.faults[WASM] = "missing"
    compared = f"#{CALCULATOR}?paid=1299&on={PINNED}&first.paid=89&first.on={PINNED}"
    reader.page.goto(f"{reader.site.address}{PAGE}/{compared}")
    form, other = reader.calculator(CALCULATOR), reader.pinned("out-of-stock")
    expect(form.failure).to_be_visible()
    other.type(paid="89", promised_hours="48")
    reader.site.faults.clear()
    # Asking begins the runtime again, as the button would.
    other.submit()
    assert other.shown("compensation") == "5.00 元"
    expect(form.result.locator("[data-row=compensation]")).to_contain_text("+9.99 元")
    for each in (form, other):
        expect(each.failure).to_be_hidden()
        expect(each.root.locator("progress")).to_have_count(0)
    reader.complaints.clear()  # about the missing file, as they should be


def test_once_loaded_it_answers_without_a_network(reader: Reader) -> None:
    reader.open("zh", PAGE)
    form = reader.pinned(CALCULATOR)
    form.type(paid="89")
    form.submit()
    assert form.shown("compensation") == "3.00 元"
    missed: list[str] = []
    reader.page.on("requestfailed", lambda each: missed.insert(0, each.url))
    reader.page.context.set_offline(True)
    form.type(paid="2000")
    form.submit()
    assert form.shown("compensation") == "20.00 元"
    # The browser asks for its icon anew when the answer changes the page's address.
    assert all(url.endswith("favicon.svg") for url in missed)
    reader.complaints.clear()


def test_what_is_typed_never_leaves_the_browser(reader: Reader) -> None:
    asked: list[Request] = []
    reader.page.context.on("request", lambda each: asked.insert(0, each))
    reader.open("zh", PAGE)
    form = reader.pinned(CALCULATOR)
    form.type(paid="7654321")
    form.submit()
    assert form.shown("tier") == "封顶"
    assert all(each.method == "GET" and not each.post_data for each in asked)
    assert not any("7654321" in each.url for each in asked)


@pytest.mark.reader(java_script_enabled=False)
def test_without_javascript_the_examples_still_answer(reader: Reader) -> None:
    reader.open("zh", PAGE)
    form = reader.calculator(CALCULATOR)
    expect(form.root.locator("form")).to_be_hidden()
    expect(form.root.locator(".calculator__unavailable")).to_contain_text("JavaScript")
    examples = reader.page.locator(f"#{CALCULATOR}-examples")
    case = shown_case(CALCULATOR)
    answer = evaluate(CALCULATOR, case.inputs, "zh", case.on)
    for output in present(definition(CALCULATOR), answer, "zh")["outputs"]:
        expect(examples).to_contain_text(output["text"])
    expect(reader.page.locator("figure.chart svg")).to_be_visible()


def test_without_webassembly_the_form_stays_away(reader: Reader) -> None:
    reader.page.add_init_script("delete self.WebAssembly")
    reader.open("en", PAGE)
    form = reader.calculator(CALCULATOR)
    expect(form.root.locator("form")).to_be_hidden()
    expect(form.root.locator(".calculator__unavailable")).to_be_visible()
