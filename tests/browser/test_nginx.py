"""The site as ``deploy/nginx.conf`` serves it: every page in both languages, under its policy."""

import gzip
import http.client
import subprocess
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Playwright, expect

from macros.calculator_list import homes
from tests.browser.conftest import CalculatorOnPage, Reader, somebody
from tests.support import nginx
from tests.support.cases import shown_case
from tests.support.chromium import launch
from tests.support.headers import headers_for
from tests.support.markdown import LANGUAGES, stems
from tests.support.server import Site

pytestmark = pytest.mark.slow

LATE = "orders/late-delivery"
COMPARE = {"zh": "和另一种情况比较", "en": "Compare with another case"}
# Told as an error of the page, as whatever else its console complains of.
TELLING = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  console.error(`policy: ${violatedDirective} ${blockedURI}`))
"""


@pytest.fixture(scope="module")
def visitor(served: Site, driver: Playwright) -> Iterator[Reader]:
    """Somebody whom every violation of the policy is told of."""
    browser = launch(driver, f"--host-resolver-rules=MAP {nginx.HOST}:80 127.0.0.1:{served.port}")
    allowed = ["clipboard-read", "clipboard-write"]
    with somebody(browser, served, permissions=allowed) as someone:
        someone.page.add_init_script(TELLING)
        yield someone
    browser.close()


@pytest.fixture(autouse=True)
def _content(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "visitor" in request.fixturenames:
        visitor: Reader = request.getfixturevalue("visitor")
        assert visitor.complaints == []
        assert visitor.strangers == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_opened(visitor: Reader, lang: str) -> None:
    for stem in stems(lang):
        visitor.open(lang, stem)
        expect(visitor.page.locator("h1").first).to_be_visible()
        assert visitor.complaints == [], stem


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_walked_to_and_every_calculator_answers(visitor: Reader, lang: str) -> None:
    visitor.open_to_walk(lang, "index")
    visitor.page.evaluate("window.sameDocument = true")
    for stem in stems(lang):
        visitor.walk_to(lang, stem)
        for calculator in [each for each, home in homes(lang).items() if home == stem]:
            _answered(visitor, calculator)
        assert visitor.complaints == [], stem
    assert visitor.page.evaluate("window.sameDocument"), "instant navigation is on"


def _answered(visitor: Reader, calculator: str) -> CalculatorOnPage:
    case = shown_case(calculator)
    form = visitor.calculator(calculator)
    form.by_rules_of(case.on)
    form.type(**case.inputs)
    form.submit()
    expect(form.result).to_be_visible()
    return form


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_one_does_with_an_answer(visitor: Reader, lang: str) -> None:
    visitor.open(lang, LATE)
    form = visitor.pinned("late-delivery")
    form.type(paid="2500")
    form.submit()
    expect(form.result.get_by_role("img")).to_be_visible()  # the chart
    form.result.get_by_role("button", name=COMPARE[lang]).click()
    form.type(paid="1299")
    form.submit()
    expect(form.result.locator("[data-row=compensation]")).to_be_visible()
    form.result.locator(".result__send").nth(1).click()
    expect(form.result.locator(".result__said")).not_to_be_empty()
    visitor.page.emulate_media(media="print")
    visitor.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    visitor.page.emulate_media(media="screen")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_of_orders(visitor: Reader, lang: str) -> None:
    visitor.open(lang, LATE)
    panel = visitor.page.locator("#late-delivery-calculator .orders")
    panel.locator("summary").click()
    rows = "订单编号,支付金额\n6930000000000000001,299.99\n".encode()
    panel.locator("input[type=file]").set_input_files(
        {"name": "orders.csv", "mimeType": "text/csv", "buffer": rows}
    )
    expect(panel.locator(".orders__wrong, .orders__done, select").first).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_deadline_is_handed_to_the_calendar(visitor: Reader, lang: str) -> None:
    visitor.open(lang, homes(lang)["arbitration-deadline"])
    form = _answered(visitor, "arbitration-deadline")
    with visitor.page.expect_download() as begun:
        form.more()
        form.result.get_by_role("button", name={"zh": "日历", "en": "calendar"}[lang]).click()
    assert begun.value.suggested_filename.endswith(".ics")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_search(visitor: Reader, lang: str) -> None:
    visitor.open(lang, "index")
    visitor.page.locator("header label[for=__search]").first.click()
    visitor.page.locator("[data-md-component=search-query]").fill(
        {"zh": "保证金", "en": "deposit"}[lang]
    )
    found = visitor.page.locator(".md-search-result__item")
    expect(found.first).to_be_visible()


def test_the_other_colours(visitor: Reader) -> None:
    visitor.open("en", LATE)
    body = visitor.page.locator("body")
    visitor.page.locator("header label[for=__palette_1]").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    visitor.open("zh", "index")  # what was chosen is read before the page shows


def _get(served: Site, path: str, accepting: str = "identity") -> tuple[int, Message, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", served.port)
    connection.request("GET", path, headers={"Accept-Encoding": accepting})
    reply = connection.getresponse()
    got = reply.status, reply.headers, reply.read()
    connection.close()
    return got


def _paths(served: Site) -> list[Path]:
    kept = {".gz", ".br"}
    files = [each for each in served.root.rglob("*") if each.is_file() and each.suffix not in kept]
    return [each.relative_to(served.root) for each in files if each.name != "_headers"]


def test_it_says_of_every_file_what_the_other_hosts_say(served: Site) -> None:
    for path in _paths(served):
        status, headers, body = _get(served, f"/{path.as_posix()}")
        assert status == 200, path
        assert body == (served.root / path).read_bytes(), path
        expected = {"Cache-Control": "no-cache"} | headers_for(f"/{path.as_posix()}", served.rules)
        assert {name: headers[name] for name in expected} == expected, path
        assert headers["Content-Type"] != "application/octet-stream", path
        assert "nginx/" not in headers["Server"]


def test_what_is_named_by_its_contents_is_kept_and_pages_are_not(served: Site) -> None:
    for path in _paths(served):
        _, headers, _ = _get(served, f"/{path.as_posix()}")
        kept = "immutable" in headers["Cache-Control"]
        if path.parts[0] == "runtime":
            assert kept, path
        elif path.suffix in {".html", ".json", ".xml"} or path.name == "sw.js":
            assert not kept, path


def test_types_that_browsers_insist_on(served: Site) -> None:
    types = {".wasm": "application/wasm", ".js": "application/javascript", ".css": "text/css"}
    for path in _paths(served):
        if path.suffix in types:
            _, headers, _ = _get(served, f"/{path.as_posix()}")
            assert headers["Content-Type"].partition(";")[0] == types[path.suffix], path


def test_what_was_compressed_before_is_sent(served: Site) -> None:
    whole = {"br": brotli.decompress, "gzip": gzip.decompress}
    for path in _paths(served):
        plain = (served.root / path).read_bytes()
        if path.suffix not in {".html", ".js", ".css", ".wasm", ".zip", ".json"}:
            continue
        for accepting, name in {"gzip": "gzip", "gzip, br": "br"}.items():
            _, headers, body = _get(served, f"/{path.as_posix()}", accepting)
            assert headers["Content-Encoding"] == name, path
            assert "Accept-Encoding" in headers["Vary"], path
            assert whole[name](body) == plain, path


@pytest.mark.parametrize(("path", "lang"), [("/nothing/", "zh"), ("/en/nothing/", "en")])
def test_what_is_not_there_is_told_in_its_language(served: Site, path: str, lang: str) -> None:
    status, headers, body = _get(served, path)
    assert status == 404
    assert f'<html lang="{lang}"'.encode() in body
    assert "Cache-Control" not in headers
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_page_that_is_not_there_keeps_its_policy(visitor: Reader) -> None:
    visitor.page.goto(f"{visitor.site.address}en/nothing/")
    expect(visitor.page.locator("h1")).to_contain_text("not found")
    told = [each for each in visitor.complaints if "404" not in each]
    visitor.complaints.clear()
    assert told == []


def test_a_stock_nginx_refuses_brotli_and_serves_without(served: Site, tmp_path: Path) -> None:
    def checked(*, brotli: bool) -> subprocess.CompletedProcess[str]:
        command = nginx.configured(tmp_path, served.root, 8_080, module=False, brotli=brotli)
        return subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)

    refused = checked(brotli=True)
    assert refused.returncode
    assert 'unknown directive "brotli_static"' in refused.stderr
    accepted = checked(brotli=False)
    assert accepted.returncode == 0, accepted.stderr
