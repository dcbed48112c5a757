"""Boot of the browser's Python against stock ``loadPyodide()``, side by side in one run.

``python -m benchmarks.boot [ROUNDS]`` prints the bytes and requests that a first answer fetches
with brotli, the seconds until the first late-delivery answer on a cold cache and on a second visit,
and the median and the range of the ratios, pair by pair: from this machine, and over a line of 10
Mbit/s and 40 ms, which the server keeps (what a browser emulates does not reach its workers).
"""

import json
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from macros.bundle.build import FOLDER, bundle
from macros.bundle.library import calculator_sources
from macros.bundle.running import PYODIDE
from macros.bundle.zips import zipped
from tests.support.chromium import launch
from tests.support.pinned import PINNED
from tests.support.server import Pace, Site, serving

REQUEST = {
    "calculator": "late-delivery",
    "inputs": {"paid": "1299"},
    "lang": "zh",
    "on": PINNED,
    "today": PINNED,
}
LINES = {"from this machine": None, "at 10 Mbit/s and 40 ms": Pace(10e6 / 8, 0.040)}
PAGE = '<!doctype html><html lang="zh"><link rel="icon" href="data:,"><title>boot</title>'

# The documented way: load everything as published, put our package in, ask the same question.
STOCK_WORKER = f"""
import {{ loadPyodide }} from "./stock/pyodide.mjs"
onmessage = async () => {{
  const pyodide = await loadPyodide()
  const zip = await (await fetch(new URL("./calculators.zip", import.meta.url))).arrayBuffer()
  pyodide.FS.writeFile("/lib/calculators.zip", new Uint8Array(zip))
  pyodide.runPython("import sys; sys.path.insert(0, '/lib/calculators.zip')")
  postMessage(pyodide.pyimport("calculators.page").reply({json.dumps(json.dumps(REQUEST))}))
}}
"""
STOCK = """
() => new Promise((resolve) => {
  const began = performance.now()
  const worker = new Worker("stock.js", { type: "module" })
  worker.onmessage = ({ data }) => resolve([performance.now() - began, data])
  worker.postMessage("start")
})
"""
OURS = """
async ([script, request]) => {
  const began = performance.now()
  const { ask } = await import(script)
  const reply = await ask(request)
  return [performance.now() - began, JSON.stringify(reply)]
}
"""


def _lay(folder: Path) -> str:
    """Both variants in one folder; gives the path of our script."""
    ours = bundle()
    ours.write(folder)
    (folder / "index.html").write_text(PAGE)
    (folder / "stock.js").write_text(STOCK_WORKER)
    (folder / "calculators.zip").write_bytes(zipped(calculator_sources()))
    shutil.copytree(PYODIDE, folder / "stock")
    return f"/{FOLDER}/{ours.scripts.element}"


@dataclass(frozen=True)
class Visits:
    """Seconds to the first answer on the first visit and on a second; what the first fetched."""

    seconds: tuple[float, float]
    bytes: int
    requests: int


def _visits(browser: Browser, site: Site, script: str, *, stock: bool) -> Visits:
    context = browser.new_context()
    seconds: list[float] = []
    fetched = requests = 0
    for visit in range(2):
        page = context.new_page()
        page.goto(site.address)
        sent, asked = site.sent, len(site.asked)
        taken, reply = page.evaluate(STOCK) if stock else page.evaluate(OURS, [script, REQUEST])
        assert "12.99" in reply, reply
        seconds.append(taken / 1000)
        if not visit:
            fetched, requests = site.sent - sent, len(site.asked) - asked
        page.close()
    context.close()
    return Visits((seconds[0], seconds[1]), fetched, requests)


def main(rounds: int) -> None:
    """Interleave the two variants, round by round, on each of the lines."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        script = _lay(Path(name))
        browser = launch(playwright)
        with serving(Path(name), quality=11) as site:
            site.compress_all()
            for line, site.pace in LINES.items():
                print(line)
                _tell(
                    [
                        tuple(
                            _visits(browser, site, script, stock=stock) for stock in (True, False)
                        )
                        for _ in range(rounds)
                    ]
                )
        browser.close()


def _tell(pairs: list[tuple[Visits, ...]]) -> None:
    for visit, label in enumerate(("cold", "second visit")):
        stock, ours = (statistics.median(pair[i].seconds[visit] for pair in pairs) for i in (0, 1))
        ratios = [pair[1].seconds[visit] / pair[0].seconds[visit] for pair in pairs]
        print(
            f"  {label}: stock {stock:.2f} s, ours {ours:.2f} s, "
            f"ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        )
    for variant, visits in zip(("stock", "ours"), pairs[0], strict=True):
        print(f"  {variant} fetched {visits.bytes / 1e6:.2f} MB in {visits.requests} requests")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
