"""A file of up to a million orders in the page: whether it stays free, memory bounded, bytes right.

``python -m benchmarks.orders [COUNT]`` answers a tenth of the file and then all of it in Chromium,
and prints the longest task of the page's own thread, the renderer's peak memory for both and what
it grows by with each order, the time against the terminal's in the same run, and whether the bytes
are the terminal's.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.memory import peak
from tests.support.chromium import launch
from tests.support.orders import write_orders
from tests.support.server import Site, serving

ROOT = Path(__file__).parents[1]
PANEL = "#late-delivery-calculator .orders"
# Asked for orders of these days, which do not say it themselves.
HOURS = {"promised_hours": "240", "late_hours": "50"}
# About as many as a sheet of a workbook has rows.
MOST = 1_000_000
# Milliseconds, also for machines whose cores have other work.
PATIENCE = 3_600_000
LISTEN = """
() => {
  window.tasks = []
  const listen = (list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))
  new PerformanceObserver(listen).observe({ type: "longtask" })
}
"""


def _site(folder: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    quiet = {"SITE_URL": "", "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=ROOT, check=True, env=os.environ | quiet)


def _answer(page: Page, path: Path) -> tuple[float, bytes]:
    began = time.perf_counter()
    page.locator(f"{PANEL} input[type=file]").set_input_files(path)
    for name, hours in HOURS.items():
        page.locator(f"#late-delivery-orders-value-{name}").fill(hours)
    page.locator(f"{PANEL} .orders__columns .md-button--primary").click()
    link = page.locator(f"{PANEL} .orders__download a")
    link.wait_for(timeout=PATIENCE)
    taken = time.perf_counter() - began
    with page.expect_download() as begun:
        link.click()
    return taken, begun.value.path().read_bytes()


def _terminal(path: Path) -> tuple[float, bytes]:
    began = time.perf_counter()
    hours = [f"{name}={each}" for name, each in HOURS.items()]
    asked = ["late-delivery", *hours, "--words", "--csv", str(path)]
    command = [sys.executable, "-m", "calculators", *asked]
    ran = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - began, ran.stdout


def _run(browser: Browser, site: Site, folder: Path, count: int) -> int:
    """Answer ``count`` orders in a fresh page; gives the renderer's peak memory."""
    path = write_orders(folder / f"{count}.csv", count)
    page = browser.new_page()
    page.goto(f"{site.address}orders/late-delivery/")
    page.locator(f"{PANEL} summary").click()
    page.locator("#late-delivery-calculator [name=paid]").fill("5")
    page.locator("#late-delivery-calculator button[type=submit]").click()
    page.locator("#late-delivery-calculator [data-output=compensation]").wait_for(timeout=60_000)
    page.evaluate(LISTEN)
    taken, answered = _answer(page, path)
    needed = peak()
    tasks = page.evaluate("window.tasks")
    page.close()  # the next one is measured without it
    by_terminal, expected = _terminal(path)
    print(
        f"{count:,} orders, {path.stat().st_size / 1e6:.1f} MB: "
        f"{taken:.1f} s, {taken / by_terminal:.1f} times the terminal's {by_terminal:.1f} s; "
        f"longest task of the page {max(tasks, default=0):.0f} ms"
        f" ({len(tasks)} of 50 ms or more); "
        f"bytes {'equal' if answered == expected else 'DIFFER'}"
    )
    return needed


def main(count: int) -> None:
    """A tenth first, so that what grows with the file shows."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        _site(folder / "site")
        browser = launch(playwright)
        with serving(folder / "site") as site:
            small, large = (_run(browser, site, folder, each) for each in (count // 10, count))
        browser.close()
    each = (large - small) / (count - count // 10)
    print(
        f"renderer's peak memory: {small / 1e6:.0f} MB, then {large / 1e6:.0f} MB, "
        f"ratio {large / small:.2f}; {each:.0f} bytes an order"
    )


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    if wanted > MOST:
        sys.exit(f"COUNT must be {MOST:,} or less")
    main(wanted)
