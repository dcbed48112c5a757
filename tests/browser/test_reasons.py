"""Why there is no answer: the faults of ``docs/faults.toml``, in both languages.

First with its cause, then without it. Files that come wrong are in ``test_loading.py``.
"""

import re
import shutil
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from calculators import definition
from calculators.core.output.presentation import present
from macros.faults import Fault
from tests.browser.conftest import CalculatorOnPage, Reader, somebody
from tests.browser.test_loading import CALCULATOR, ELEMENT, OTHER, PAGE, WASM, path_of
from tests.support.cases import shown_case
from tests.support.evaluating import evaluate
from tests.support.faults import tried
from tests.support.server import Site, serving

# Minutes in all: what an ordinary change breaks of it, the other tests break on, too.
pytestmark = [pytest.mark.slow, pytest.mark.own_context]

# No policy of the site's lets run what these tests put into its worker.
UNBOUND = pytest.mark.reader(bypass_csp=True)
# The worker begins with ``%s``, as an engine or a machine might bring it about.
IN_THE_WORKER = """
window.Plain = Worker
window.Worker = class extends window.Plain {
  constructor(url, options) {
    // Who only looks whether workers may be modules.
    if (!String(url).includes("/worker-")) { super(url, options); return }
    const module = (code) => URL.createObjectURL(new Blob([code], { type: "text/javascript" }))
    const first = module(`%s`)
    super(module(`import "${first}"; import "${url}"`), options)
  }
}
"""
# In the midst of a calculation.
WHEN_ASKED = """
const { postMessage } = self
let deadly = false
addEventListener("message", ({ data }) => (deadly ||= String(data.argument).includes("666")))
self.postMessage = (told) => {
  if (!deadly || told.type === "begun") postMessage(told)
  if (deadly) { %s }
}
"""


def _asked(reader: Reader, lang: str, paid: str = "1299") -> CalculatorOnPage:
    reader.open(lang, PAGE)
    form = reader.pinned(CALCULATOR)
    form.type(paid=paid)
    form.submit()
    return form


def _answers(form: CalculatorOnPage, reader: Reader) -> None:
    assert "12.99" in form.shown("compensation")
    expect(form.failure).to_be_hidden()
    reader.complaints.clear()  # about the cause, as they should be


@tried("no-network")
def test_no_network(reader: Reader, fault: Fault, lang: str) -> None:
    # The browser itself believes that it is connected.
    reader.page.route("**/runtime/worker-*", lambda route: route.abort("connectionfailed"))
    form = _asked(reader, lang)
    expect(form.failure).to_contain_text(fault.sentence(lang))
    reader.page.unroute("**/runtime/worker-*")
    form.failure.locator("button").click()
    _answers(form, reader)


@tried("network-returns")
def test_the_network_returns(reader: Reader, fault: Fault, lang: str) -> None:
    reader.open(lang, PAGE)
    reader.page.wait_for_load_state("networkidle")
    reader.page.context.set_offline(True)
    form = reader.pinned(CALCULATOR)
    form.type(paid="1299")
    form.submit()
    expect(form.failure).to_contain_text(fault.sentence(lang))
    reader.page.context.set_offline(False)
    _answers(form, reader)


@tried("late-network")
def test_the_network_comes_late(reader: Reader, fault: Fault, lang: str) -> None:
    reader.open(lang, PAGE)
    reader.page.wait_for_load_state("networkidle")
    said: list[str] = []
    reader.page.expose_function("said", lambda text: said.insert(0, text))
    reader.calculator(CALCULATOR).failure.evaluate(
        "(shown) => new MutationObserver(() => said(shown.innerText)).observe(shown,"
        " { childList: true })"
    )
    lost = reader.page.context.expect_event("requestfailed", lambda each: "worker-" in each.url)
    reader.page.context.set_offline(True)
    with lost:
        form = reader.pinned(CALCULATOR)  # a touch of the form begins it
    form.type(paid="1299")
    form.submit()
    reader.page.context.set_offline(False)
    _answers(form, reader)
    assert fault.sentence(lang) == "".join(said) == ""


@UNBOUND
@tried("does-not-compile")
def test_an_engine_that_cannot_compile_is_heard_at_once(
    reader: Reader, fault: Fault, lang: str
) -> None:
    reader.page.add_init_script(
        IN_THE_WORKER % "WebAssembly.compileStreaming = WebAssembly.compile = async () => {"
        " throw new WebAssembly.CompileError('unknown section') }"
    )
    form = _asked(reader, lang)
    expect(form.failure).to_contain_text(fault.sentence(lang))
    reader.page.evaluate("void (window.Worker = window.Plain)")
    form.failure.locator("button").click()
    _answers(form, reader)


@UNBOUND
@tried("does-not-run")
def test_a_worker_that_does_not_run_is_the_engines(reader: Reader, fault: Fault, lang: str) -> None:
    reader.page.add_init_script(IN_THE_WORKER % "this is no JavaScript")
    form = _asked(reader, lang)
    expect(form.failure).to_contain_text(fault.sentence(lang))
    reader.page.evaluate("void (window.Worker = window.Plain)")
    form.failure.locator("button").click()
    _answers(form, reader)


@UNBOUND
@tried("takes-too-long")
def test_a_calculation_that_takes_too_long(reader: Reader, fault: Fault, lang: str) -> None:
    reader.page.add_init_script(IN_THE_WORKER % (WHEN_ASKED % "for (;;);"))
    reader.page.clock.install()
    form, other = _asked(reader, lang, "666"), reader.beside(lang, *OTHER)
    other.type(paid="89", promised_hours="48")
    other.submit()
    # It is asked again by itself once; what was asked beside it is answered all the same.
    for _ in range(60):
        reader.page.clock.run_for(5_000)
        reader.page.wait_for_timeout(500)
        if form.failure.is_visible():
            break
    expect(form.failure).to_contain_text(fault.sentence(lang))
    assert "5.00" in other.shown("compensation")
    expect(other.failure).to_be_hidden()
    form.type(paid="1299")
    form.submit()
    _answers(form, reader)


@UNBOUND
@tried("worker-dies")
def test_a_worker_that_is_gone(reader: Reader, fault: Fault, lang: str) -> None:
    reader.page.add_init_script(
        IN_THE_WORKER % (WHEN_ASKED % "setTimeout(() => { throw new Error('gone') })")
    )
    form = _asked(reader, lang, "666")
    expect(form.failure).to_contain_text(fault.sentence(lang))
    form.type(paid="1299")
    form.submit()
    _answers(form, reader)


# What the worker's Python has in its memory is gone, as by a fault of the engine or the machine.
SPOILT = """
const { instantiateStreaming, Memory } = WebAssembly
let memory
WebAssembly.instantiateStreaming = async (...given) => {
  const made = await instantiateStreaming(...given)
  memory = made.instance.exports.memory
  return made
}
addEventListener("message", ({ data }) => {
  if (String(data.argument).includes("666")) new Uint8Array(memory.buffer).fill(255)
})
"""


@UNBOUND
@tried("python-dies")
def test_the_browsers_python_dies(reader: Reader, fault: Fault, lang: str) -> None:
    reader.page.add_init_script(IN_THE_WORKER % SPOILT)
    form, other = _asked(reader, lang, "666"), reader.beside(lang, *OTHER)
    expect(form.failure).to_contain_text(fault.sentence(lang))
    assert any("crashed" in each for each in reader.complaints)
    other.type(paid="89", promised_hours="48")
    other.submit()
    assert "5.00" in other.shown("compensation")
    form.type(paid="1299")
    form.submit()
    _answers(form, reader)


LACKING = {
    "WebAssembly": "delete self.WebAssembly",
    "exceptions": "delete WebAssembly.Tag",
    "workers": "delete self.Worker",
    "module workers": "const Plain = Worker; self.Worker = class {"
    " constructor(url) { return new Plain(url) } }",
}


@tried("too-old")
@pytest.mark.parametrize("lacking", LACKING)
def test_an_engine_that_is_too_old_fetches_nothing(
    reader: Reader, lacking: str, fault: Fault, lang: str
) -> None:
    reader.page.add_init_script(LACKING[lacking])
    reader.site.asked.clear()
    reader.open(lang, PAGE)
    form = reader.calculator(CALCULATOR)
    expect(form.root.locator(".calculator__unavailable")).to_have_text(fault.sentence(lang))
    expect(form.root.locator("form")).to_be_hidden()
    expect(form.root.locator(".orders")).to_be_hidden()
    reader.page.locator(f"#{CALCULATOR}-examples").scroll_into_view_if_needed()
    reader.page.wait_for_load_state("networkidle")
    assert not [path for path in reader.site.asked if "worker-" in path or WASM in path]


@tried("no-form")
def test_the_script_of_calculators_does_not_come(reader: Reader, fault: Fault, lang: str) -> None:
    reader.site.faults[path_of(reader.site, ELEMENT).name] = "missing"
    reader.open(lang, "reference/sources")
    reader.walk_to(lang, PAGE)
    form = reader.calculator(CALCULATOR)
    unavailable = form.root.locator(".calculator__unavailable")
    expect(unavailable).to_contain_text(fault.sentence(lang))
    reader.site.faults.clear()
    unavailable.locator("button").click()
    form = reader.pinned(CALCULATOR)
    form.type(paid="1299")
    form.submit()
    _answers(form, reader)


@pytest.fixture
def deployed(site: Site, tmp_path: Path) -> Iterator[Site]:
    """The site, served from a folder of its own, at an address of its own."""
    root = shutil.copytree(site.root, tmp_path / "site")
    with serving(root, prefix=site.prefix) as served:
        for path in [*root.rglob("*.html"), *root.rglob("sitemap.xml")]:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(site.address, served.address), encoding="utf-8")
        yield served


def _deploy(site: Site) -> None:
    """Put a newer build in the place of ``site``: its scripts have other names."""
    names = [path.name for path in (site.root / "runtime").glob("*-*.js")]
    newer = {name: re.sub(r"-\w+\.js$", "-NEWERONE.js", name) for name in names}
    # Two name none but themselves, and are known by their hashes.
    naming = [each for each in names if not each.startswith(("worker-", "orders-"))]
    pages = site.root / "runtime" / next(each for each in names if each.startswith("pages-"))
    was = _integrity(pages)
    for path in [*(site.root / "runtime" / each for each in naming), *site.root.rglob("*.html")]:
        text = path.read_text(encoding="utf-8")
        for name in names:
            text = text.replace(name, newer[name])
        path.write_text(text.replace(was, _integrity(pages)), encoding="utf-8")
    for name in names:
        (site.root / "runtime" / name).rename(site.root / "runtime" / newer[name])


def _integrity(script: Path) -> str:
    return f"sha256-{b64encode(sha256(script.read_bytes()).digest()).decode()}"


@tried("newer-site-beside")
def test_a_page_that_is_older_than_the_site_whose_files_are_kept(
    browser: Browser, deployed: Site, fault: Fault, lang: str
) -> None:
    with somebody(browser, deployed) as reader:
        reader.open_to_walk(lang, "reference/sources")
        kept = {path: path.read_bytes() for path in (deployed.root / "runtime").glob("*-*.js")}
        _deploy(deployed)
        for path, data in kept.items():
            path.write_bytes(data)
        # The page that comes is of the new build, the scripts that are there of the old.
        reader.walk_to(lang, PAGE)
        form = reader.pinned(CALCULATOR)
        form.type(paid="1299")
        form.submit()
        assert "12.99" in form.shown("compensation")
        assert form.failure.text_content() == fault.sentence(lang) == ""
        assert reader.complaints == []


@tried("newer-site")
def test_a_page_that_is_older_than_the_site(
    browser: Browser, deployed: Site, fault: Fault, lang: str
) -> None:
    with somebody(browser, deployed) as reader:
        reader.open(lang, PAGE)
        reader.page.wait_for_load_state("networkidle")
        _deploy(deployed)
        form = reader.pinned(CALCULATOR)
        form.type(paid="1299")
        form.submit()
        expect(form.failure).to_contain_text(fault.sentence(lang))
        form.failure.locator("button").click()
        # Loaded anew it answers at once what was asked.
        _answers(form, reader)
        assert any("NEWERONE" in path for path in deployed.asked)


@pytest.mark.parametrize(
    ("lang", "said", "nothing"),
    [
        ("zh", "网站刚更新过", "还没有粘贴内容"),
        ("en", "has been updated", "Nothing has been pasted"),
    ],
)
def test_a_part_for_files_that_is_older_than_the_site(
    browser: Browser, deployed: Site, lang: str, said: str, nothing: str
) -> None:
    with somebody(browser, deployed) as reader:
        reader.open(lang, PAGE)
        reader.page.wait_for_load_state("networkidle")
        _deploy(deployed)
        part = reader.page.locator(f"#{CALCULATOR}-calculator .orders")
        part.locator("summary").click()
        told = part.locator(".orders__said")
        expect(told).to_contain_text(said)
        told.locator("button").click()
        expect(told).to_be_hidden()
        reader.calculator(CALCULATOR).come_to_life()
        part.locator("summary").click()
        part.locator(".orders__use").click()
        expect(told).to_contain_text(nothing)
        reader.complaints.clear()  # about the cause


@tried("wrong-clock")
@pytest.mark.parametrize("there", ["2019-03-01T04:00:00Z", "2034-03-01T04:00:00Z"])
def test_a_clock_that_is_years_off(reader: Reader, there: str, fault: Fault, lang: str) -> None:
    reader.page.clock.set_fixed_time(there)
    reader.open(lang, PAGE)
    form = reader.calculator(CALCULATOR)
    told = form.root.locator(".calculator__clock")
    form.type(paid="1299")
    form.submit()
    expect(told).to_have_text(fault.sentence(lang))
    reader.page.clock.set_fixed_time(datetime.now(UTC))
    form = reader.pinned(CALCULATOR)
    form.submit()
    expect(form.result).to_be_visible()
    expect(told).to_be_hidden()


@pytest.mark.reader(java_script_enabled=False)
@tried("no-javascript")
def test_without_javascript_the_examples_still_answer(
    reader: Reader, fault: Fault, lang: str
) -> None:
    reader.open(lang, PAGE)
    form = reader.calculator(CALCULATOR)
    expect(form.root.locator("form")).to_be_hidden()
    expect(form.root.locator(".calculator__unavailable")).to_have_text(fault.sentence(lang))
    examples = reader.page.locator(f"#{CALCULATOR}-examples")
    case = shown_case(CALCULATOR)
    answer = evaluate(CALCULATOR, case.inputs, lang, case.on)
    for output in present(definition(CALCULATOR), answer, lang)["outputs"]:
        expect(examples).to_contain_text(output["text"])
    reader.page.locator("summary #how-much").click()  # folded, which needs no script
    expect(reader.page.locator("figure.chart svg")).to_be_visible()
