"""Boot of the browser's Python against stock ``loadPyodide()``, side by side in one run.

``python -m benchmarks.boot [ROUNDS]`` prints the bytes that a first answer fetches with brotli, the
seconds until the first late-delivery answer on a cold cache and on a second visit, and the median
of the ratios, pair by pair.
"""

import json
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from macros.bundle.build import FOLDER, bundle
from macros.bundle.library import calculator_sources
from macros.bundle.running import PYODIDE
from macros.bundle.zips import zipped
from tests.support.chromium import launch
from tests.support.server import Site, serving

REQUEST = {"calculator": "late-delivery", "inputs": {"paid": "1299"}, "lang": "zh"}
PAGE = '<!doctype html><link rel="icon" href="data:,"><title>boot</title>'

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


def _visits(browser: Browser, site: Site, script: str, *, stock: bool) -> tuple[float, float, int]:
    """Seconds to the first answer on the first and the second visit; bytes of the first."""
    context = browser.new_context()
    seconds = []
    fetched = 0
    for visit in range(2):
        page = context.new_page()
        page.goto(site.address)
        before = site.sent
        taken, reply = page.evaluate(STOCK) if stock else page.evaluate(OURS, [script, REQUEST])
        assert "12.99" in reply, reply
        seconds.append(taken / 1000)
        fetched = fetched if visit else site.sent - before
        page.close()
    context.close()
    return seconds[0], seconds[1], fetched


def main(rounds: int) -> None:
    """Interleave the two variants, round by round."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        script = _lay(Path(name))
        browser = launch(playwright)
        with serving(Path(name), quality=11) as site:
            site.compress_all()
            pairs = [
                (
                    _visits(browser, site, script, stock=True),
                    _visits(browser, site, script, stock=False),
                )
                for _ in range(rounds)
            ]
        browser.close()
    for column, label in enumerate(("cold", "second visit")):
        stock, ours = (statistics.median(pair[i][column] for pair in pairs) for i in (0, 1))
        ratio = statistics.median(pair[1][column] / pair[0][column] for pair in pairs)
        print(f"{label}: stock {stock:.2f} s, ours {ours:.2f} s, median ratio {ratio:.2f}")
    stock_bytes, our_bytes = pairs[0][0][2], pairs[0][1][2]
    print(
        f"fetched with brotli: stock {stock_bytes / 1e6:.2f} MB, ours {our_bytes / 1e6:.2f} MB, "
        f"ratio {our_bytes / stock_bytes:.2f}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
