"""Why there is no answer: each reason with its own sentence and what helps, in both languages.

First with its cause, then without it. Files that come wrong are in ``test_loading.py``.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import CalculatorOnPage, Reader, somebody
from tests.browser.test_loading import CALCULATOR, ELEMENT, PAGE, WASM, path_of
from tests.support.server import Site, serving

LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])
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


@LANGUAGES
def test_no_network(reader: Reader, lang: str) -> None:
    reader.open(lang, PAGE)
    reader.page.wait_for_load_state("networkidle")
    reader.page.context.set_offline(True)
    form = reader.pinned(CALCULATOR)
    form.type(paid="1299")
    form.submit()
    expect(form.failure).to_contain_text({"zh": "没有连上网络", "en": "no connection"}[lang])
    reader.page.context.set_offline(False)
    form.failure.locator("button").click()
    _answers(form, reader)


@LANGUAGES
def test_an_engine_that_cannot_compile_is_heard_at_once(reader: Reader, lang: str) -> None:
    reader.page.add_init_script(
        IN_THE_WORKER % "WebAssembly.instantiateStreaming = async () => {"
        " throw new WebAssembly.CompileError('unknown section') }"
    )
    form = _asked(reader, lang)
    expect(form.failure).to_contain_text({"zh": "运行不了", "en": "cannot run"}[lang])
    reader.page.evaluate("void (window.Worker = window.Plain)")
    form.failure.locator("button").click()
    _answers(form, reader)


@LANGUAGES
def test_a_worker_that_does_not_run_is_the_engines(reader: Reader, lang: str) -> None:
    reader.page.add_init_script(IN_THE_WORKER % "this is no JavaScript")
    form = _asked(reader, lang)
    expect(form.failure).to_contain_text({"zh": "运行不了", "en": "cannot run"}[lang])
    reader.page.evaluate("void (window.Worker = window.Plain)")
    form.failure.locator("button").click()
    _answers(form, reader)


@LANGUAGES
def test_a_calculation_that_takes_too_long(reader: Reader, lang: str) -> None:
    reader.page.add_init_script(IN_THE_WORKER % (WHEN_ASKED % "for (;;);"))
    reader.page.clock.install()
    form, other = _asked(reader, lang, "666"), reader.pinned("out-of-stock")
    other.type(paid="89", promised_hours="48")
    other.submit()
    # It is asked again by itself once; what was asked beside it is answered all the same.
    for _ in range(60):
        reader.page.clock.run_for(5_000)
        reader.page.wait_for_timeout(500)
        if form.failure.is_visible():
            break
    expect(form.failure).to_contain_text({"zh": "算了很久", "en": "after a long time"}[lang])
    assert "5.00" in other.shown("compensation")
    expect(other.failure).to_be_hidden()
    form.type(paid="1299")
    form.submit()
    _answers(form, reader)


@LANGUAGES
def test_a_worker_that_is_gone(reader: Reader, lang: str) -> None:
    reader.page.add_init_script(
        IN_THE_WORKER % (WHEN_ASKED % "setTimeout(() => { throw new Error('gone') })")
    )
    form = _asked(reader, lang, "666")
    expect(form.failure).to_contain_text({"zh": "意外停止了", "en": "stopped unexpectedly"}[lang])
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


@pytest.mark.parametrize("lacking", LACKING)
def test_an_engine_that_is_too_old_fetches_nothing(reader: Reader, lacking: str) -> None:
    reader.page.add_init_script(LACKING[lacking])
    reader.site.asked.clear()
    for lang, words in {"zh": "这个浏览器太旧", "en": "This browser is too old"}.items():
        reader.open(lang, PAGE)
        form = reader.calculator(CALCULATOR)
        expect(form.root.locator(".calculator__unavailable")).to_contain_text(words)
        expect(form.root.locator("form")).to_be_hidden()
        expect(form.root.locator(".orders")).to_be_hidden()
        reader.page.locator(f"#{CALCULATOR}-examples").scroll_into_view_if_needed()
        reader.page.wait_for_load_state("networkidle")
    assert not [path for path in reader.site.asked if "worker-" in path or WASM in path]


@LANGUAGES
def test_the_script_of_calculators_does_not_come(reader: Reader, lang: str) -> None:
    reader.site.faults[path_of(reader.site, ELEMENT).name] = "missing"
    reader.open(lang, "reference/sources")
    reader.walk_to(lang, PAGE)
    form = reader.calculator(CALCULATOR)
    unavailable = form.root.locator(".calculator__unavailable")
    expect(unavailable).to_contain_text({"zh": "没有打开", "en": "did not come"}[lang])
    reader.site.faults.clear()
    unavailable.locator("button").click()
    form = reader.pinned(CALCULATOR)
    form.type(paid="1299")
    form.submit()
    _answers(form, reader)


@pytest.fixture
def deployed(site: Site, tmp_path: Path) -> Iterator[Site]:
    """The site, served from a folder of its own."""
    shutil.copytree(site.root, tmp_path / "site")
    with serving(tmp_path / "site", prefix=site.prefix) as served:
        yield served


def _deploy(site: Site) -> None:
    """Put a newer build in the place of ``site``: its scripts have other names."""
    names = [path.name for path in (site.root / "runtime").glob("*-*.js")]
    newer = {name: re.sub(r"-\w+\.js$", "-NEWERONE.js", name) for name in names}
    # The worker names none but itself, and is known by its hash.
    naming = [each for each in names if not each.startswith("worker-")]
    for path in [*site.root.rglob("*.html"), *(site.root / "runtime" / each for each in naming)]:
        text = path.read_text(encoding="utf-8")
        for name in names:
            text = text.replace(name, newer[name])
        path.write_text(text, encoding="utf-8")
    for name in names:
        (site.root / "runtime" / name).rename(site.root / "runtime" / newer[name])


@LANGUAGES
def test_a_page_that_is_older_than_the_site(browser: Browser, deployed: Site, lang: str) -> None:
    with somebody(browser, deployed) as reader:
        reader.open(lang, PAGE)
        reader.page.wait_for_load_state("networkidle")
        _deploy(deployed)
        form = reader.pinned(CALCULATOR)
        form.type(paid="1299")
        form.submit()
        expect(form.failure).to_contain_text({"zh": "刚更新过", "en": "has been updated"}[lang])
        form.failure.locator("button").click()
        # Loaded anew it answers at once what was asked.
        _answers(form, reader)
        assert any("NEWERONE" in path for path in deployed.asked)
