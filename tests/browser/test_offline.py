"""What is kept on a reader's device, what opens without a network, and what an update leaves."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Playwright, expect

from tests.browser.conftest import Reader, somebody
from tests.support.built import HOST, PREFIX
from tests.support.chromium import launch
from tests.support.markdown import LANGUAGES
from tests.support.pinned import PINNED
from tests.support.repository import ROOT, files
from tests.support.server import Site, serving

# Only what is kept on a device is meant; pages and answers have tests of their own.
pytestmark = [pytest.mark.slow, pytest.mark.own_context]

LATE, CALCULATOR = "orders/late-delivery", "late-delivery"
OTHER, UNREAD = "reference/glossary", "growth/creators"
KEPT = """
async () => {
  const keys = []
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) keys.push(url)
  }
  return keys
}
"""
# The page's own timer waits: what is kept is kept after the page was shown.
WHEN_KEPT = """
async (parts) => {
  for (;;) {
    const keys = []
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) keys.push(url)
    }
    if (parts.every((part) => keys.some((key) => key.includes(part)))) return
    await new Promise((over) => setTimeout(over, 100))
  }
}
"""


@pytest.fixture
def gone(site: Site) -> Iterator[Site]:
    """The site, which a test may cut off."""
    yield site
    site.is_gone = False


def _kept(reader: Reader) -> list[str]:
    keys: list[str] = reader.page.evaluate(KEPT)
    return keys


def _read_two(reader: Reader, lang: str) -> None:
    """Read two pages, until both are kept."""
    reader.open(lang, LATE)
    reader.walk_to(lang, OTHER)
    folder = "en/" if lang == "en" else ""
    reader.page.evaluate(
        WHEN_KEPT, [f"/{folder}{LATE}/?", f"/{folder}{OTHER}/?", f"/{folder}offline/?", "style-"]
    )


def _answer(reader: Reader, paid: str = "1299") -> str:
    form = reader.pinned(CALCULATOR)
    form.type(paid=paid)
    form.submit()
    return form.shown("compensation")


def _give_file(reader: Reader, paid: str = "1299") -> Locator:
    """Give the part for files one; the part. The form, which would begin to load, is left alone."""
    table = f"订单编号,实付金额,支付完成时间\n1,{paid},{PINNED} 10:00\n"
    part = reader.page.locator(f"#{CALCULATOR}-calculator .orders")
    part.locator("summary").click()
    part.locator(".orders__pasted").fill(table)
    part.locator(".orders__use").click()
    return part


def _expect_answered(part: Locator, amount: str) -> None:
    expect(part.locator("[data-output=compensation] dd")).to_contain_text(amount)
    expect(part.locator(".orders__said")).to_be_hidden()


def test_nothing_is_kept_of_one_page(reader: Reader) -> None:
    reader.site.asked.clear()
    reader.open("zh", LATE)
    reader.page.wait_for_load_state("networkidle")
    assert _kept(reader) == []
    registered = reader.page.evaluate(
        "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
    )
    assert registered == 0
    assert not any("sw.js" in path for path in reader.site.asked)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_read_opens_without_a_network_and_what_was_not_says_so(
    reader: Reader, gone: Site, lang: str
) -> None:
    _read_two(reader, lang)
    gone.is_gone = True
    reader.open(lang, LATE)
    expect(reader.page.locator("h1")).to_be_visible()
    reader.open(lang, UNREAD)
    expect(reader.page).to_have_url(re.compile("/offline/"))
    missing = reader.page.locator("offline-keeper [data-part=missing]")
    expect(missing).to_be_visible()
    expect(missing.locator("a")).to_have_attribute("href", reader.address(lang, UNREAD))
    expect(missing.locator("a")).to_have_text(re.compile("达人|creators"))
    kept = reader.page.locator("offline-keeper [data-part=kept] a")
    expect(kept.filter(has_text=re.compile("术语|Glossary")).first).to_be_visible()
    gone.is_gone = False
    missing.locator("a").click()
    expect(reader.page).to_have_url(reader.address(lang, UNREAD))
    reader.complaints.clear()  # of the network


@pytest.mark.parametrize("lang", LANGUAGES)
def test_after_a_first_answer_the_calculator_answers_without_a_network(
    reader: Reader, gone: Site, lang: str
) -> None:
    reader.open(lang, LATE)
    _answer(reader)
    reader.page.evaluate(
        WHEN_KEPT, ["asm.wasm?", "library-", f"texts-{lang}-", "/worker-", "style-"]
    )
    gone.is_gone = True
    reader.open(lang, LATE)
    assert "20.00" in _answer(reader, "2000")
    reader.complaints.clear()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_after_a_first_file_files_are_answered_without_a_network_and_before_that_is_said(
    reader: Reader, gone: Site, lang: str
) -> None:
    _read_two(reader, lang)
    gone.is_gone = True
    reader.open(lang, LATE)
    part = _give_file(reader)
    said = part.locator(".orders__said")
    expect(said).to_contain_text("没有连上网络" if lang == "zh" else "no connection to the network")
    gone.is_gone = False
    said.locator("button").click()
    _expect_answered(part, "12.99")
    runtime = reader.site.root / "runtime"
    kept = [path.name for path in runtime.glob("orders-*") if path.suffix != ".map"]
    assert len(kept) == 2
    reader.page.evaluate(WHEN_KEPT, [*kept, "asm.wasm?", "library-", "texts-en-", "texts-zh-"])
    gone.is_gone = True
    reader.open(lang, LATE)
    _expect_answered(_give_file(reader, "2000"), "20.00")
    reader.complaints.clear()  # of the network


def test_a_second_visit_fetches_nothing_of_the_runtime(reader: Reader) -> None:
    reader.open("zh", LATE)
    _answer(reader)
    reader.page.evaluate(WHEN_KEPT, ["asm.wasm?", "library-", "texts-zh-", "/worker-", "style-"])
    visit = reader.page.context.new_page()
    reader.page.close()
    reader.page = visit
    reader.site.asked.clear()
    reader.open("zh", LATE)
    assert "12.99" in _answer(reader)
    assert [path for path in reader.site.asked if "/runtime/" in path] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_handbook_is_kept_when_asked_for_and_removed_again(
    reader: Reader, gone: Site, lang: str
) -> None:
    reader.open(lang, "offline")
    keeper = reader.page.locator("offline-keeper")
    expect(keeper.locator("[data-number=left]")).to_have_text(re.compile(r"^[3-9]\.\d$"))
    assert _kept(reader) == []
    keeper.locator("[data-act=keep]").click()
    expect(keeper.locator("progress")).to_be_visible()
    expect(keeper.locator("[data-part=done]")).to_be_visible(timeout=60_000)
    gone.is_gone = True
    for other in LANGUAGES:
        reader.open(other, UNREAD)
        expect(reader.page.locator("h1")).to_be_visible()
    reader.open(lang, LATE)
    assert "12.99" in _answer(reader)
    _expect_answered(_give_file(reader, "2000"), "20.00")
    gone.is_gone = False
    reader.open(lang, "offline")
    keeper.locator("[data-act=remove]").click()
    expect(keeper.locator("[data-part=removed]")).to_be_visible()
    assert _kept(reader) == []
    reader.walk_to(lang, LATE)
    reader.walk_to(lang, OTHER)
    reader.page.wait_for_load_state("networkidle")
    assert _kept(reader) == [], "the reader does not want it"
    reader.complaints.clear()


@pytest.mark.parametrize("refused", ["caches", "serviceWorker"])
def test_where_storage_is_refused_all_is_as_before(reader: Reader, refused: str) -> None:
    said = "Promise.reject(new DOMException('denied', 'SecurityError'))"
    reader.page.add_init_script(
        f"navigator.serviceWorker.register = () => {said}"
        if refused == "caches"
        else "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })"
    )
    reader.open("zh", OTHER)
    reader.walk_to("zh", LATE)
    assert "12.99" in _answer(reader)
    reader.walk_to("zh", "offline")
    keeper = reader.page.locator("offline-keeper")
    if refused == "serviceWorker":
        expect(keeper.locator("[data-part=unable]")).to_be_visible()
    else:
        keeper.locator("[data-act=keep]").click()
        expect(keeper.locator("[data-part=unable]")).to_be_visible()


@pytest.fixture
def give_room(reader: Reader) -> Callable[[int | None], None]:
    """Lets the site store so many bytes; ``None`` is as many as ever."""
    session = reader.page.context.new_cdp_session(reader.page)
    origin = reader.site.address.removesuffix(PREFIX)

    def give(quota: int | None) -> None:
        given = {} if quota is None else {"quotaSize": quota}
        session.send("Storage.overrideQuotaForOrigin", {"origin": origin, **given})

    return give


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_nothing_has_room_all_is_as_before_and_that_is_said(
    reader: Reader, give_room: Callable[[int | None], None], lang: str
) -> None:
    give_room(1)
    reader.open(lang, OTHER)
    reader.walk_to(lang, LATE)
    assert "12.99" in _answer(reader)
    reader.walk_to(lang, "offline")
    keeper = reader.page.locator("offline-keeper")
    keeper.locator("[data-act=keep]").click()
    expect(keeper.locator("[data-part=unable]")).to_be_visible()
    assert _kept(reader) == []


def test_where_room_runs_out_all_is_as_before_and_what_is_kept_stays(
    reader: Reader, give_room: Callable[[int | None], None]
) -> None:
    give_room(2_000_000)
    reader.open("zh", "offline")
    keeper = reader.page.locator("offline-keeper")
    keeper.locator("[data-act=keep]").click()
    expect(keeper.locator("[data-part=full]")).to_be_visible(timeout=60_000)
    expect(keeper.locator("progress")).to_be_hidden()
    kept = set(_kept(reader))
    assert kept
    # Pages that there is no room for are read all the same, answer, and are searched.
    reader.walk_to("zh", UNREAD)
    reader.walk_to("zh", LATE)
    assert "12.99" in _answer(reader)
    reader.page.locator("header label[for=__search]").first.click()
    reader.page.keyboard.type("保证金")
    expect(reader.page.locator(".md-search-result__item").first).to_be_visible()
    give_room(None)
    reader.open("zh", "offline")
    keeper.locator("[data-act=keep]").click()
    expect(keeper.locator("[data-part=done]")).to_be_visible(timeout=60_000)
    assert kept <= set(_kept(reader))


@pytest.fixture
def deployed(site: Site, driver: Playwright, tmp_path: Path) -> Iterator[Reader]:
    """Somebody who reads a copy of the site, over which the next build may be laid."""
    root = tmp_path / "site"
    shutil.copytree(site.root, root)
    with serving(root, prefix=PREFIX) as served:
        served.address = site.address
        browser = launch(driver, f"--host-resolver-rules=MAP {HOST}:80 127.0.0.1:{served.port}")
        with somebody(browser, served) as someone:
            yield someone
        browser.close()


@pytest.fixture
def newer(site: Site, tmp_path: Path) -> Path:
    """The next build: of the same sources, but for the script of all pages and one page's words."""
    sources, made = tmp_path / "sources", tmp_path / "newer"
    for path in files():
        (sources / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, sources / path)
    for shared in ("node_modules", ".cache"):
        (sources / shared).symlink_to((ROOT / shared).resolve())
    with (sources / "theme/pages/pages.js").open("a", encoding="utf-8") as script:
        script.write('document.documentElement.dataset.build = "newer"\n')
    with (sources / f"docs/zh/{LATE}.md").open("a", encoding="utf-8") as page:
        page.write("\n新版本里才有的一句。\n")
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", made],
        cwd=sources,
        env=os.environ | {"SITE_URL": site.address, "PYTHONPATH": str(sources)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return made


def test_a_newer_build_is_offered_mixes_with_nothing_and_loses_nothing_typed(
    deployed: Reader, newer: Path
) -> None:
    deployed.open("zh", LATE)
    assert "12.99" in _answer(deployed)
    deployed.page.evaluate(WHEN_KEPT, ["asm.wasm?", "library-", "texts-zh-", "/worker-", "style-"])
    form = deployed.calculator(CALCULATOR)
    form.type(paid="2000")
    before = set(_kept(deployed))
    # The one that opened the page has not loaded the rest of the build before; no file stays.
    shutil.rmtree(deployed.site.root)
    shutil.copytree(newer, deployed.site.root)
    deployed.page.evaluate("navigator.serviceWorker.ready.then((all) => all.update())")
    offer = deployed.page.locator(".update-offer")
    expect(offer).to_be_visible()
    # The page on show goes on with its own.
    form.submit()
    assert "20.00" in form.shown("compensation")
    form.type(paid="3000")
    root = deployed.page.locator("html")
    assert root.get_attribute("data-build") is None
    offer.locator("[data-act=take]").click()
    expect(root).to_have_attribute("data-build", "newer")
    expect(deployed.page.get_by_text("新版本里才有的一句")).to_be_attached()
    expect(form.root.locator("[name=paid]")).to_have_value("3000")
    form.submit()
    assert "30.00" in form.shown("compensation")
    # All that was kept of the one is kept of the other, and opens without a network.
    deployed.site.is_gone = True
    deployed.open("zh", LATE)
    expect(root).to_have_attribute("data-build", "newer")
    expect(deployed.page.get_by_text("新版本里才有的一句")).to_be_attached()
    assert "12.99" in _answer(deployed)
    kept = {key.partition("?")[0] for key in _kept(deployed)}
    assert {key.partition("?")[0] for key in before if "/assets/" in key} <= kept
    deployed.complaints.clear()  # of the network


def test_a_page_of_a_newer_build_that_is_walked_to_is_loaded_whole(
    deployed: Reader, newer: Path
) -> None:
    deployed.open("zh", OTHER)
    deployed.page.evaluate("window.sameDocument = true")
    shutil.rmtree(deployed.site.root)
    shutil.copytree(newer, deployed.site.root)
    deployed.follow(deployed.address("zh", LATE))
    expect(deployed.page.locator("html")).to_have_attribute("data-build", "newer")
    assert deployed.page.evaluate("window.sameDocument") is None
    deployed.complaints.clear()
