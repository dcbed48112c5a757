"""The built site, served by a plain static server under a sub-path, in the real Chromium."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, expect, sync_playwright

from tests.support import nginx
from tests.support.built import HOST, PREFIX, built_once, the_site
from tests.support.chromium import launch
from tests.support.emptied import Emptied
from tests.support.headers import rules_of
from tests.support.markdown import address_of
from tests.support.pinned import PINNED
from tests.support.server import Site, serving
from tools.precompress import precompress

# A cold start of the browser's Python takes seconds where two browsers share two cores.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One language each time; the other before a change lands: the same code shows both."""
    here = Path(__file__).parent
    for item in items:
        given = item.callspec.params if hasattr(item, "callspec") else {}
        if given.get("lang") == "en" and here in item.path.parents:
            item.add_marker("slow")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Site]:
    """The site, built strictly and once for all workers, each of which serves it to its own."""
    folder = the_site(tmp_path_factory.getbasetemp(), worker_id)
    with serving(folder, prefix=PREFIX) as served:
        served.address = f"http://{HOST}{PREFIX}"
        yield served


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Site]:
    """The site with what is compressed beside it, served by nginx as ``deploy/`` says."""
    nginx.needed()
    base, address = tmp_path_factory.getbasetemp(), f"http://{nginx.HOST}/"
    quick = partial(precompress, quality=1)
    root = built_once(base, worker_id, "site-for-nginx", quick, SITE_URL=address)
    with nginx.running(tmp_path_factory.mktemp("nginx"), root) as port:
        yield Site(root, "/", 0, address, port, rules=rules_of(root))


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """What drives Chromium: a process can have only one."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(site: Site, driver: Playwright) -> Iterator[Browser]:
    """A Chromium that finds the site's host at this worker's server."""
    chromium = launch(driver, f"--host-resolver-rules=MAP {HOST}:80 127.0.0.1:{site.port}")
    yield chromium
    chromium.close()


@dataclass
class Reader:
    """Somebody with a browser of their own: nothing cached, nothing kept."""

    page: Page
    site: Site
    complaints: list[str] = field(default_factory=list)
    strangers: set[str] = field(default_factory=set)

    def open(self, lang: str, stem: str) -> None:
        """Open the page ``orders/late-delivery`` in ``lang``."""
        self.page.goto(self.address(lang, stem))

    def open_to_walk(self, lang: str, stem: str) -> None:
        """Open a page and wait for the list of pages: before it is there, walking is loading."""
        self.open(lang, stem)
        self.page.wait_for_load_state("networkidle")

    def is_at(self, lang: str, stem: str) -> bool:
        """Whether a page is open."""
        return self.page.url.partition("#")[0] == self.address(lang, stem)

    def walk_to(self, lang: str, stem: str) -> None:
        """Follow a link to a page, unless it is open."""
        if not self.is_at(lang, stem):
            self.follow(self.address(lang, stem))

    def follow(self, address: str) -> None:
        """Follow a link, as readers do: the page changes in place, the browser's Python stays."""
        self.press_link(address)
        canonical = f"link[rel=canonical][href='{address.partition('#')[0]}']"
        expect(self.page.locator(canonical)).to_be_attached()

    def press_link(self, address: str) -> None:
        """Press a link to ``address``, wherever that leads."""
        self.page.evaluate(
            "(href) => { const link = Object.assign(document.createElement('a'), { href });"
            " document.querySelector('article').append(link); link.click() }",
            address,
        )

    def until(self, expression: str) -> None:
        """Wait for what is not on show; the page's policy lets nobody wait inside of it."""
        deadline = time.monotonic() + 20
        while not self.page.evaluate(expression):
            assert time.monotonic() < deadline, expression
            self.page.wait_for_timeout(50)

    def copied_by(self, button: Locator) -> str:
        """What a button copies. All tests share one clipboard, so it is emptied first."""
        self.page.evaluate("navigator.clipboard.writeText('')")
        button.click()
        self.until("navigator.clipboard.readText()")
        return str(self.page.evaluate("navigator.clipboard.readText()"))

    def calculator(self, calculator: str) -> "CalculatorOnPage":
        """The calculator on the page that is open."""
        found = CalculatorOnPage(self.page, calculator)
        for folded in self.page.locator("details.folded:not([open])", has=found.root).all():
            folded.locator("summary").first.click()
        return found

    def pinned(self, calculator: str) -> "CalculatorOnPage":
        """The same, asked by the rules of the pinned day."""
        form = self.calculator(calculator)
        form.by_rules_of(PINNED)
        return form

    def beside(self, lang: str, stem: str, calculator: str) -> "CalculatorOnPage":
        """A calculator of another page, put on the page that is open; by the pinned day."""
        self.page.evaluate(
            "async ([href, id]) => { const text = await (await fetch(href)).text();"
            " const page = new DOMParser().parseFromString(text, 'text/html');"
            " const form = page.querySelector(`shop-calculator[data-calculator=${id}]`);"
            " document.querySelector('article').append(document.adoptNode(form)) }",
            [self.address(lang, stem), calculator],
        )
        return self.pinned(calculator)

    def address(self, lang: str, stem: str) -> str:
        """Where a page is."""
        return self.site.address + address_of(lang, stem)


class CalculatorOnPage:
    """What a reader does with a form, and sees of it."""

    def __init__(self, page: Page, calculator: str) -> None:
        self.root = page.locator(f"shop-calculator[data-calculator={calculator}]")
        self.result = self.root.locator(".calculator__result")
        self.problems = self.root.locator(".calculator__problems")
        self.failure = self.root.locator(".calculator__failure")

    def come_to_life(self) -> None:
        """Wait for the script: until then the form can be read, and not filled in."""
        self.root.locator("form:not([inert])").wait_for()

    def type(self, **inputs: str) -> None:
        self.come_to_life()
        for folded in self.root.locator("details.field--rare:not([hidden]):not([open])").all():
            folded.locator("summary").click()
        # In the form's order: a field comes once the one that it depends on says so.
        order = self.root.locator("[data-field]").evaluate_all(
            "(fields) => fields.map(({ dataset }) => dataset.field)"
        )
        for name, text in sorted(inputs.items(), key=lambda each: order.index(each[0])):
            group = self.root.locator(f'[data-field="{name}"]')
            if group.locator("input[type=radio]").count():
                group.locator(f'input[value="{text}"]').check()
            elif group.locator("choice-picker").count():
                self._pick(group, text)
            elif group.locator("input[type=datetime-local]").count():
                group.locator("input").fill(text.replace(" ", "T"))
            else:
                group.locator("input, textarea").fill(text)

    @staticmethod
    def _pick(group: Locator, text: str) -> None:
        """Leave nothing chosen but the choices in ``text``, ``good;poor``."""
        removing = group.locator(".picker__remove")
        while removing.count():
            removing.first.click()
        for choice in re.split(r"[\n;]", text):
            group.locator(f'.picker__add[value="{choice}"]').click()

    def by_rules_of(self, day: str | None) -> None:
        """Choose the day of the rules; rules that never changed offer none, and need none."""
        self.come_to_life()
        choice = self.root.locator("details.field--day")
        if day and choice.count():
            choice.evaluate("(details) => { details.open = true }")
            choice.locator("[name=on]").fill(day)

    def submit(self) -> None:
        self.root.locator("button[type=submit]").click()

    def more(self) -> None:
        """Show what else can be done with the answer."""
        self.result.get_by_role("button", name=re.compile("^(更多|More)$")).click()

    def shown(self, output: str) -> str:
        """The words of one output, waited for until they answer what is entered."""
        fresh = self.root.locator(".calculator__result:not(.result--stale)")
        return fresh.locator(f'[data-output="{output}"] dd').inner_text()


@contextmanager
def somebody(browser: Browser, site: Site, **context_options: Any) -> Iterator[Reader]:
    """A reader on a phone, unless ``context_options`` say otherwise."""
    context = browser.new_context(**{"viewport": {"width": 390, "height": 844}, **context_options})
    someone = Reader(context.new_page(), site)
    ours = urlsplit(site.address).netloc

    def note_stranger(url: str) -> None:
        if urlsplit(url).scheme in {"http", "https", "ws"} and urlsplit(url).netloc != ours:
            someone.strangers.add(url)

    context.on("request", lambda asked: note_stranger(asked.url))
    someone.page.on("websocket", lambda socket: note_stranger(socket.url))
    someone.page.on("pageerror", lambda error: someone.complaints.append(str(error)))
    someone.page.on(
        "console",
        lambda said: (
            someone.complaints.append(said.text) if said.type in {"error", "warning"} else None
        ),
    )
    yield someone
    context.close()


def _content(someone: Reader) -> None:
    """Nothing may be asked of other hosts or complained of in the console."""
    someone.site.faults.clear()
    assert someone.strangers == set()
    assert someone.complaints == []


class Readers:
    """A reader of each kind that tests ask for, whose context serves one of them after another."""

    def __init__(self, browser: Browser, site: Site, closing: ExitStack) -> None:
        self._browser, self._site, self._closing = browser, site, closing
        self._known: dict[str, tuple[Reader, Emptied]] = {}

    @contextmanager
    def one(self, **context_options: Any) -> Iterator[Reader]:
        kind = repr(sorted(context_options.items()))
        if kind not in self._known:
            entered = somebody(self._browser, self._site, **context_options)
            someone = self._closing.enter_context(entered)
            self._known[kind] = someone, Emptied(someone.page, self._site.address)
        # Only what could be emptied is used again.
        someone, emptied = self._known.pop(kind)
        try:
            yield someone
        finally:
            emptied.empty()
            someone.complaints.clear()
            someone.strangers.clear()
        self._known[kind] = someone, emptied


@pytest.fixture(scope="session")
def readers(browser: Browser, site: Site) -> Iterator[Readers]:
    with ExitStack() as closing:
        yield Readers(browser, site, closing)


@pytest.fixture
def reader(
    browser: Browser, site: Site, readers: Readers, request: pytest.FixtureRequest
) -> Iterator[Reader]:
    """Somebody who comes for the first time."""
    marker = request.node.get_closest_marker("reader")
    options = marker.kwargs if marker else {}
    alone = request.node.get_closest_marker("own_context")
    coming = somebody(browser, site, **options) if alone else readers.one(**options)
    with coming as someone:
        yield someone
        _content(someone)


@pytest.fixture(scope="session")
def _regulars(browser: Browser, site: Site) -> Iterator[Callable[[str], Reader]]:
    allowed = ["clipboard-read", "clipboard-write"]
    with ExitStack() as stack:
        # Each language's reader comes when the first test wants one.
        yield cache(lambda _lang: stack.enter_context(somebody(browser, site, permissions=allowed)))


# Brings a regular reader to a page: ``regular(lang, stem)``.
type Regular = Callable[[str, str], Reader]


@pytest.fixture
def regular(_regulars: Callable[[str], Reader]) -> Iterator[Regular]:
    """Somebody who has been reading for a while, brought to a page: ``regular(lang, stem)``.

    The browser's Python is kept from test to test, which saves each of them its start.
    """
    asked = []

    def brought(lang: str, stem: str) -> Reader:
        someone = _regulars(lang)
        asked.append(someone)
        if not someone.page.url.startswith(someone.site.address):
            someone.open(lang, "index")
        if someone.is_at(lang, stem):
            # By way of another page, a short one, so that nothing is left in the forms.
            someone.walk_to(lang, "reference/licences")
        someone.walk_to(lang, stem)
        return someone

    yield brought
    for someone in asked:
        _content(someone)
