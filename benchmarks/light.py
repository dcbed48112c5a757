"""How light pages are on a phone: Lighthouse's points for performance, and what holds them up.

``python -m benchmarks.light [ROUNDS]`` builds the site as it is published, serves it by nginx as
``deploy/`` says, and prints for the home page and a guide, in both languages, the median of
Lighthouse's points, its measures, and the longest script of ours and of the theme's, with the
processor as it is and four times as slow.
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.support import lighthouse, nginx
from tests.support.built import build
from tests.support.chromium import launch
from tests.support.lengths import PHONE
from tests.support.tasks import Busy, busy, watch_tasks
from tools.precompress import precompress

PAGES = ("", "orders/late-delivery/", "en/", "en/orders/late-delivery/")
ADDRESS = f"http://{nginx.HOST}/"
METRICS = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "speed-index",
    "total-blocking-time",
    "cumulative-layout-shift",
)
SLOWER = (1, 4)
FORM = "shop-calculator[data-calculator=late-delivery]"


def main(rounds: int) -> None:
    """Lighthouse first, page by page and round by round; then what holds the pages up."""
    with _served() as port, sync_playwright() as driver:
        mapped = f"--host-resolver-rules=MAP {nginx.HOST}:80 127.0.0.1:{port}"
        _tell_points(driver, mapped, rounds)
        browser = launch(driver, mapped)
        for page in PAGES:
            for slower in SLOWER:
                seen = [_held_up(browser, page, slower) for _ in range(rounds)]
                told = ", ".join(
                    f"{name} {statistics.median(values):.0f} ({max(values):.0f})"
                    for name, values in zip(Busy._fields, zip(*seen, strict=True), strict=True)
                )
                print(f"/{page} processor {slower} times as slow, longest in ms (most): {told}")
        browser.close()


@contextmanager
def _served() -> Iterator[int]:
    with tempfile.TemporaryDirectory() as name:
        site, own = Path(name, "site"), Path(name, "nginx")
        own.mkdir()
        Path(name).chmod(0o755)  # nginx may be another user
        build(site, SITE_URL=ADDRESS)
        precompress(site)
        with nginx.running(own, site) as port:
            yield port


def _tell_points(driver: Playwright, mapped: str, rounds: int) -> None:
    addresses = [ADDRESS + page for page in PAGES]
    with lighthouse.chromium(driver, mapped) as port:
        looks = [lighthouse.look(port, ["performance"], *addresses) for _ in range(rounds)]
    for page, seen in zip(PAGES, zip(*looks, strict=True), strict=True):
        points = [each.scores["performance"] for each in seen]
        measures = ", ".join(
            f"{name} {statistics.median(each.metrics[name] for each in seen):.3g}"
            for name in METRICS
        )
        median = statistics.median(points)
        print(f"/{page} performance {median} ({min(points)} to {max(points)}); {measures}")


def _held_up(browser: Browser, path: str, slower: int) -> Busy:
    """From the opening to an answer that follows the typing."""
    page = browser.new_page(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    watch_tasks(page)
    page.goto(ADDRESS + path, wait_until="networkidle")
    page.locator(f"{FORM} form:not([inert])").wait_for()
    page.locator(f"{FORM} [name=paid]").press_sequentially("1299")
    for name, hours in {"promised_hours": "240", "late_hours": "50"}.items():
        page.locator(f"{FORM} [name={name}]").fill(hours)
    page.locator(f"{FORM} .calculator__result [role=img]").wait_for(timeout=120_000)
    seen = busy(page)
    page.close()
    return seen


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
