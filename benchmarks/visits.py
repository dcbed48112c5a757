"""Somebody comes for an answer, and comes again: what is fetched, and how long each takes."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from playwright.sync_api import BrowserContext, Page, Playwright

from benchmarks.memory import peak
from benchmarks.ways import OWED, PAID, Way
from tests.support.chromium import launch
from tests.support.server import Site

AGAIN = 200

# The way's own script is there before, as the script of a form is.
_ARRIVE = "async (script) => { window.way = await import(script) }"
_ANSWER = """
async ([asked, paid]) => {
  const tasks = []
  const note = (entries) => tasks.push(...entries.map(({ duration }) => duration))
  const observer = new PerformanceObserver((seen) => note(seen.getEntries()))
  observer.observe({ type: "longtask" })
  const began = performance.now()
  const late = new Promise((_, reject) => setTimeout(reject, 180_000, new Error("no answer")))
  window.ask = await Promise.race([window.way.begin(asked), late])
  const answer = await window.ask(paid)
  const seconds = (performance.now() - began) / 1000
  await new Promise((over) => setTimeout(over, 100)) // tasks are told of after they are over
  note(observer.takeRecords())
  return { answer, seconds, task: Math.max(0, ...tasks) }
}
"""
_AGAIN = """
async (count) => {
  const began = performance.now()
  for (let paid = 1300; paid < 1300 + count; paid += 1) await window.ask(String(paid))
  return (performance.now() - began) / count
}
"""
_LACKS = "(modules) => window.way.lacks(modules)"


# What the worker tells its page: see theme/element/runtime/messages.js.
_STAGES = """
async ([{ worker: script, request }, paid]) => {
  const times = [performance.now()]
  const worker = new Worker(script, { type: "module" })
  const argument = JSON.stringify({ ...request, inputs: { paid } })
  await new Promise((resolve, reject) => {
    worker.addEventListener("message", ({ data: { type, value, detail } }) => {
      if (type === "failed" || type === "error") reject(new Error(detail))
      if (["starting", "ready", "value"].includes(type)) times.push(performance.now())
      if (type === "ready") worker.postMessage({ type: "call", id: 1, name: "ask", argument })
      if (type === "value") resolve(value)
    })
    worker.postMessage({ type: "start", cache: "default", lang: request.lang })
  })
  return times.slice(1).map((time, index) => (time - times[index]) / 1000)
}
"""


class Stages(NamedTuple):
    """Where the seconds of our first answer go: its files come, Python starts, it is asked."""

    fetched: float
    started: float
    answered: float


@dataclass(frozen=True)
class Visit:
    """Seconds until the first answer, and on a second visit; bytes and requests of the first.

    ``task`` is the longest task of the page's own thread until the first answer, ``again`` what an
    answer to another amount takes then: both in milliseconds. Tasks below 50 are not told of: 0.
    """

    cold: float
    warm: float
    bytes: int
    requests: int
    task: float
    again: float


def visit(context: BrowserContext, site: Site, way: Way, asked: dict[str, Any]) -> Visit:
    """Visit twice with nothing kept at first."""
    page = _arrived(context, site, way)
    sent, requests = site.sent, len(site.asked)
    first = _answered(page, asked)
    fetched = site.sent - sent, len(site.asked) - requests
    again = page.evaluate(_AGAIN, AGAIN)
    page.close()
    page = _arrived(context, site, way)
    second = _answered(page, asked)
    page.close()
    return Visit(first["seconds"], second["seconds"], *fetched, first["task"], again)


def stages(context: BrowserContext, site: Site, asked: dict[str, Any]) -> Stages:
    """Ask our worker with nothing kept, and note when it tells how far it is."""
    page = context.new_page()
    page.goto(site.address)
    seconds = Stages(*page.evaluate(_STAGES, [asked, PAID]))
    page.close()
    return seconds


def memory(driver: Playwright, site: Site, way: Way | None, asked: dict[str, Any]) -> int:
    """The most bytes that the page's process has needed until an answer; without a way, at rest."""
    browser = launch(driver)
    page = browser.new_page()
    if way is None:
        page.goto(site.address)
    else:
        page.close()
        page = _arrived(browser.new_context(), site, way)
        _answered(page, asked)
    most = peak()
    browser.close()
    return most


def lacks(
    context: BrowserContext, site: Site, way: Way, asked: dict[str, Any], names: list[str]
) -> list[str]:
    """Which of these modules of Python's library the way does not have."""
    page = _arrived(context, site, way)
    _answered(page, asked)
    missing: str = page.evaluate(_LACKS, names)
    page.close()
    return missing.split()


def _arrived(context: BrowserContext, site: Site, way: Way) -> Page:
    page = context.new_page()
    page.goto(site.address)
    page.evaluate(_ARRIVE, f"/{way.script}")
    return page


def _answered(page: Page, asked: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = page.evaluate(_ANSWER, [asked, PAID])
    assert OWED in told["answer"], told
    return told
