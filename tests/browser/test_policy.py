"""The policy holds where pages run: in the page itself, after walking on, and in workers."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader, Regular

LATE = "orders/late-delivery"
# What each of these does is refused, and told of.
REFUSED = {
    "script-src-elem": "document.body.append("
    "Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }))",
    "script-src-attr": "document.body.setAttribute('onclick', 'window.ran = true')",
    "style-src-attr": "document.body.setAttribute('style', 'color: red')",
    "style-src-elem": "document.body.append("
    "Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }))",
    "connect-src": "fetch('https://elsewhere.example/').catch(() => {})",
    "img-src": "document.body.append("
    "Object.assign(document.createElement('img'), { src: 'https://elsewhere.example/a.png' }))",
    "worker-src": "try { new Worker('data:text/javascript,0') } catch { }",
    "frame-src": "document.body.append("
    "Object.assign(document.createElement('iframe'), { src: 'https://elsewhere.example/' }))",
    "base-uri": "document.head.append("
    "Object.assign(document.createElement('base'), { href: 'https://elsewhere.example/' }))",
}
TOLD = """
(act) => new Promise((told) => {
  addEventListener("securitypolicyviolation", (event) => told(event.effectiveDirective))
  setTimeout(() => told("nothing was refused"), 5000)
  act()
})
"""


@pytest.fixture
def policed(reader: Reader) -> Iterator[Reader]:
    """Somebody whose console tells of what the policy refused, as it should."""
    yield reader
    assert reader.complaints
    reader.complaints.clear()
    reader.strangers.clear()  # asked for in vain


@pytest.mark.slow
@pytest.mark.parametrize("directive", REFUSED)
def test_what_is_not_ours_is_refused_also_in_a_page_that_was_walked_to(
    policed: Reader, directive: str
) -> None:
    policed.open("zh", "index")
    policed.walk_to("zh", LATE)
    told = policed.page.evaluate(TOLD.replace("act()", REFUSED[directive]))
    assert told == directive
    assert policed.page.evaluate("window.ran") is None


def test_texts_are_not_run_as_scripts(reader: Reader) -> None:
    reader.open("zh", "index")
    # By the page itself: what a test evaluates is let through.
    told = reader.page.evaluate(
        "new Promise((told) => {"
        " addEventListener('securitypolicyviolation', (event) => told(event.blockedURI));"
        " setTimeout(() => told('run'), 5000); setTimeout('window.ran = true') })"
    )
    assert told == "eval"
    assert reader.page.evaluate("window.ran") is None
    reader.complaints.clear()


def test_walking_on_adds_no_policy(reader: Reader) -> None:
    reader.open("zh", "index")
    for stem in (LATE, "reference/sources", "index"):
        reader.walk_to("zh", stem)
        expect(reader.page.locator("meta[http-equiv=Content-Security-Policy]")).to_have_count(1)


def test_the_worker_asks_nobody_else_either(regular: Regular) -> None:
    reader = regular("zh", LATE)
    form = reader.pinned("late-delivery")
    form.type(paid="5")
    form.submit()
    assert form.shown("compensation") == "3.00 元"
    (worker,) = [each for each in reader.page.workers if "/runtime/worker-" in each.url]
    told = worker.evaluate(TOLD.replace("act()", REFUSED["connect-src"]))
    assert told == "connect-src"
    reader.complaints.clear()
    reader.strangers.clear()
