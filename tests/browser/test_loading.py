"""When the browser's Python is loaded, what a reader sees meanwhile, and what when it fails."""

import os
import signal
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Request, expect

from macros.calculator_list import homes
from macros.faults import Fault, faults
from tests.browser.conftest import CalculatorOnPage, Reader
from tests.support.cases import shown_case
from tests.support.faults import tried
from tests.support.markdown import LANGUAGES
from tests.support.pinned import PINNED
from tests.support.server import Fault as ServerFault
from tests.support.server import Site

# Minutes in all: what an ordinary change breaks of it, the other tests break on, too.
pytestmark = [pytest.mark.slow, pytest.mark.own_context]

PAGE, CALCULATOR = "orders/late-delivery", "late-delivery"
OTHER = "orders/out-of-stock", "out-of-stock"
WASM, LIBRARY, TEXTS = "pyodide.asm.wasm", "library-*.zip", "texts-{lang}-*.zip"
PAGES, ELEMENT, WORKER = "pages-*.js", "shop-calculator-*.js", "worker-*.js"


def test_nothing_is_loaded_before_the_form_is_touched(reader: Reader) -> None:
    reader.site.asked.clear()
    reader.open("zh", PAGE)
    form = reader.calculator(CALCULATOR)
    form.root.scroll_into_view_if_needed()
    reader.page.wait_for_load_state("networkidle")
    assert not any(WASM in path for path in reader.site.asked)
    form.root.locator("[name=paid]").focus()
    expect(form.root.locator("progress")).to_be_visible()
    expect(form.root.locator("progress")).to_be_hidden(timeout=20_000)
    assert any(WASM in path for path in reader.site.asked)


def test_the_script_of_calculators_comes_where_one_is_walked_to(reader: Reader) -> None:
    reader.site.asked.clear()
    reader.open_to_walk("en", "reference/glossary")
    assert not any("shop-calculator-" in path for path in reader.site.asked)
    reader.walk_to("en", PAGE)
    form = reader.pinned(CALCULATOR)
    form.type(paid="5")
    form.submit()
    assert form.shown("compensation") == "¥3.00"
    assert sum("shop-calculator-" in path for path in reader.site.asked) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_worker_answers_on_five_pages(reader: Reader, lang: str) -> None:
    reader.site.asked.clear()
    visit = ("late-delivery", "out-of-stock", "video-grade", "arbitration-deadline")
    for calculator in (*visit, "late-delivery"):
        stem = homes(lang)[calculator]
        if not reader.page.url.startswith(reader.site.address):
            reader.open(lang, stem)
        reader.walk_to(lang, stem)
        form, case = reader.calculator(calculator), shown_case(calculator)
        form.by_rules_of(case.on)
        form.type(**case.inputs)
        form.submit()
        expect(form.result).to_be_visible()
    assert sum(WASM in path for path in reader.site.asked) == 1
    assert len([each for each in reader.page.workers if "/worker-" in each.url]) == 1


def test_a_later_question_overtakes_an_earlier_one(reader: Reader) -> None:
    seen: list[str] = []
    reader.page.expose_function("seen", lambda text: seen.insert(0, text))
    reader.site.faults[WASM] = "held"
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
    reader.site.faults.clear()
    assert form.shown("compensation") == "12.99 元"
    assert reader.page.evaluate("location.hash").startswith(f"#{CALCULATOR}?paid=1299")
    assert seen
    assert not any("3.00 元" in text for text in seen)


@pytest.mark.parametrize(
    ("lang", "spoken"),
    [
        ("zh", ["第一次使用要先下载", "正在启动", "正在计算"]),
        ("en", ["first use downloads", "starting up", "Working it out"]),
    ],
)
def test_a_load_is_spoken_of_three_times(reader: Reader, lang: str, spoken: list[str]) -> None:
    heard: list[str] = []
    reader.page.expose_function("heard", lambda text: heard.insert(0, text))
    reader.open(lang, PAGE)
    status = reader.calculator(CALCULATOR).root.locator(".calculator__progress [role=status]")
    status.evaluate(
        "(status) => new MutationObserver(() => heard(status.textContent)).observe(status,"
        " { childList: true, characterData: true, subtree: true })"
    )
    form = reader.pinned(CALCULATOR)
    form.type(paid="5")
    form.submit()
    assert "3.00" in form.shown("compensation")
    said = [text for text in reversed(heard) if text]
    assert len(said) == len(spoken), said
    assert all(words in text for words, text in zip(spoken, said, strict=True)), said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_while_scripts_are_coming_nothing_is_said_to_be_missing(reader: Reader, lang: str) -> None:
    reader.site.faults[path_of(reader.site, ELEMENT).name] = "held"
    reader.page.goto(reader.address(lang, PAGE), wait_until="commit")
    form = reader.calculator(CALCULATOR)
    unavailable = form.root.locator(".calculator__unavailable")
    expect(unavailable).to_be_attached()
    expect(unavailable).to_be_hidden()
    reader.site.faults.clear()
    expect(form.root.locator("form")).to_be_visible()
    expect(unavailable).to_be_hidden()


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


FILES = {
    "missing": (WASM, WORKER, LIBRARY, TEXTS),
    "damaged": (WASM, WORKER, LIBRARY, TEXTS),
}
SPOILT = [
    pytest.param(fault, lang, name, id=f"{fault.id}-{name}-{lang}")
    for fault in faults().values()
    if fault.server
    for name in FILES.get(fault.server, (WASM,))
    for lang in LANGUAGES
]


def path_of(site: Site, name: str, lang: str = "zh") -> Path:
    """The one file of the runtime whose name looks like that, of those in a language that one."""
    (path,) = (site.root / "runtime").rglob(name.format(lang=lang))
    return path


@pytest.mark.parametrize(("fault", "lang", "name"), SPOILT)
def test_a_failed_load_says_so_keeps_what_was_typed_and_can_be_tried_again(
    reader: Reader, fault: Fault, lang: str, name: str
) -> None:
    server: Any = fault.server
    reader.site.faults[path_of(reader.site, name, lang).name] = server
    reader.open(lang, PAGE)
    form = reader.pinned(CALCULATOR)
    form.type(paid="1299")
    form.submit()
    expect(form.failure).to_contain_text(fault.sentence(lang))
    expect(form.root.locator("[name=paid]")).to_have_value("1299")
    reader.site.faults.clear()
    form.failure.locator("button").click()
    assert "12.99" in form.shown("compensation")
    expect(form.failure).to_be_hidden()
    assert reader.complaints, "the console tells a developer what failed"
    reader.complaints.clear()


@tried("damaged-in-cache")
@pytest.mark.parametrize(
    ("name", "spoilt"),
    [
        (WASM, "error page"),
        (LIBRARY, "cut short"),
        (TEXTS, "damaged"),
        (WORKER, "damaged"),
        (ELEMENT, "cut short"),
        (PAGES, "cut short"),
        (PAGES, "damaged"),
    ],
)
def test_a_damaged_file_in_a_cache_is_got_rid_of_unasked(
    reader: Reader, name: str, spoilt: ServerFault, fault: Fault, lang: str
) -> None:
    path = path_of(reader.site, name, lang)
    _damage(reader, path, spoilt)
    reader.open(lang, PAGE)
    form = reader.pinned(CALCULATOR)
    form.type(paid="1299")
    form.submit()
    assert "12.99" in form.shown("compensation")
    assert form.failure.text_content() == fault.sentence(lang) == ""
    assert _gets(reader, path)
    reader.until("Boolean(customElements.get('list-filter'))")
    reader.complaints.clear()  # of half a script, the browser's own


def _damage(reader: Reader, path: Path, fault: ServerFault) -> None:
    """Let the reader's cache hold ``path`` as it comes with a ``fault``; the server is mended."""
    reader.site.faults[path.name] = fault
    reader.open("zh", "reference/sources")  # where nothing loads it, nor mends it
    assert not _gets(reader, path)
    reader.site.faults.clear()
    assert not _gets(reader, path), "the cache has it for ever"
    reader.complaints.clear()


def _gets(reader: Reader, path: Path) -> bool:
    """Whether the page gets a file of the runtime as it is, asking in the usual way."""
    address = f"{reader.site.address}{path.relative_to(reader.site.root).as_posix()}"
    digest: list[int] = reader.page.evaluate(
        "async (url) => { const got = await (await fetch(url)).arrayBuffer();"
        " return [...new Uint8Array(await crypto.subtle.digest('SHA-256', got))] }",
        address,
    )
    return bytes(digest) == sha256(path.read_bytes()).digest()


@tried("stands-still")
def test_a_download_that_stands_still_is_given_up(reader: Reader, fault: Fault, lang: str) -> None:
    form = _waiting(reader, lang, WASM, "held")
    reader.page.clock.run_for(50_000)
    expect(form.failure).to_contain_text(fault.sentence(lang))
    reader.site.faults.clear()
    form.failure.locator("button").click()
    assert "12.99" in form.shown("compensation")
    reader.complaints.clear()


@tried("flows-slowly")
@pytest.mark.parametrize("name", [WASM, LIBRARY, TEXTS, WORKER])
def test_a_download_that_flows_is_waited_for_however_slow(
    reader: Reader, name: str, fault: Fault, lang: str
) -> None:
    form = _waiting(reader, lang, name, "slow")
    for _ in range(10):
        reader.page.clock.run_for(20_000)
        reader.page.wait_for_timeout(500)  # in which some bytes come
    assert form.failure.text_content() == fault.sentence(lang) == ""
    reader.site.faults.clear()
    assert "12.99" in form.shown("compensation")


@tried("asleep")
def test_a_minute_asleep_is_no_failure(reader: Reader, fault: Fault, lang: str) -> None:
    form = _waiting(reader, lang, WASM, "held")
    for _ in range(10):
        # A lid closed and opened: what was due meanwhile is done once.
        reader.page.clock.fast_forward(60_000)
        reader.page.wait_for_timeout(100)
    assert form.failure.text_content() == fault.sentence(lang) == ""
    reader.site.faults.clear()
    assert "12.99" in form.shown("compensation")


@pytest.mark.slow
def test_a_real_minute_asleep_is_no_failure(reader: Reader) -> None:
    reader.site.faults[path_of(reader.site, WASM).name] = "held"
    reader.open("zh", PAGE)
    form = reader.pinned(CALCULATOR)
    form.type(paid="1299")
    form.submit()
    expect(form.root.locator("progress")).to_be_visible()
    reader.page.evaluate("window.ticks = 0; setInterval(() => { window.ticks += 1 }, 1000)")
    chromium = reader.page.context.browser
    assert chromium
    told = chromium.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    processes = [each["id"] for each in told["processInfo"]]
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    time.sleep(65)  # more than the 45 seconds in which nothing may move
    for process in processes:
        os.kill(process, signal.SIGCONT)
    reader.page.wait_for_timeout(2_000)
    assert reader.page.evaluate("window.ticks") < 20, "the page slept"
    assert not form.failure.text_content()
    reader.site.faults.clear()
    assert form.shown("compensation") == "12.99 元"


def _waiting(reader: Reader, lang: str, name: str, fault: ServerFault) -> CalculatorOnPage:
    """A form that is asked while a file comes with a ``fault``, on a clock of the test's own."""
    reader.page.clock.install()
    reader.site.faults[path_of(reader.site, name, lang).name] = fault
    reader.open(lang, PAGE)
    form = reader.pinned(CALCULATOR)
    form.type(paid="1299")
    form.submit()
    expect(form.root.locator("progress")).to_be_visible()
    return form


def test_after_a_failure_all_that_was_asked_is_answered(reader: Reader) -> None:
    reader.site.faults[WASM] = "missing"
    compared = f"#{CALCULATOR}?paid=1299&on={PINNED}&first.paid=89&first.on={PINNED}"
    reader.page.goto(f"{reader.site.address}{PAGE}/{compared}")
    form = reader.calculator(CALCULATOR)
    other = reader.beside("zh", *OTHER)
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


@tried("exception")
def test_an_exception_answers_its_own_call_alone(reader: Reader, fault: Fault, lang: str) -> None:
    reader.site.asked.clear()
    reader.open(lang, PAGE)
    form, other = reader.pinned(CALCULATOR), reader.beside(lang, *OTHER)
    # Python knows no such language: an exception that no reader can bring about.
    form.root.evaluate(
        "(form) => Object.defineProperty(form, 'language', { value: 'xx', configurable: true })"
    )
    form.type(paid="1299")
    form.submit()
    other.type(paid="89", promised_hours="48")
    other.submit()
    expect(form.failure).to_contain_text(fault.sentence(lang))
    assert "5.00" in other.shown("compensation")
    expect(other.failure).to_be_hidden()
    expect(form.root.locator("[name=paid]")).to_have_value("1299")
    form.root.evaluate("(form) => delete form.language")
    form.failure.locator("button").click()
    assert "12.99" in form.shown("compensation")
    expect(form.failure).to_be_hidden()
    assert sum(WASM in path for path in reader.site.asked) == 1, "the worker lives on"
    reader.complaints.clear()  # about the exception, as they should be


def test_once_loaded_it_answers_without_a_network(reader: Reader) -> None:
    reader.open("zh", PAGE)
    form = reader.pinned(CALCULATOR)
    form.type(paid="89")
    # After the first answer our server's clock is asked for.
    with reader.page.expect_response(lambda each: each.request.method == "HEAD"):
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
    assert all(each.method in {"GET", "HEAD"} and not each.post_data for each in asked)
    assert not any("7654321" in each.url for each in asked)
