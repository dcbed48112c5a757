"""How long the guides are on a phone, and what part of their sentences is about their sources.

``python -m benchmarks.pages SITE [PAGE …]`` measures pages of a built site, named by their address
(``orders/late-delivery``), or all guides: screens of 390 × 844 with everything folded that comes
folded, and the share of the open sentences. Of pages named it prints those sentences as well.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.support.chromium import launch
from tests.support.lengths import PHONE, Length, length
from tests.support.markdown import GUIDES, LANGUAGES
from tests.support.server import Site, serving


def _measured(browser: Browser, site: Site, lang: str, stem: str) -> Length | None:
    folder = f"{'en/' if lang == 'en' else ''}{stem}/"
    if not (site.root / folder / "index.html").is_file():
        return None
    page = browser.new_page(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    page.goto(f"{site.address}{folder}", wait_until="load")
    found = length(page, lang)
    page.close()
    return found


def main(folder: str, *named: str) -> None:
    """Print a line a page; with pages named, their sentences about sources below."""
    root = Path(folder)
    print(f"{'page':32} {'screens':>13} {'about sources':>15}")
    print(f"{'':32} {'zh':>6} {'en':>6} {'zh':>7} {'en':>7}")
    with sync_playwright() as playwright, serving(root) as site:
        browser = launch(playwright)
        for stem in named or GUIDES:
            found = [_measured(browser, site, lang, stem) for lang in LANGUAGES]
            lengths = [each for each in found if each]
            screens = " ".join(f"{each.screens:6.2f}" for each in lengths)
            shares = " ".join(f"{each.share:7.1%}" for each in lengths)
            print(f"{stem:32} {screens} {shares}")
            if named:
                for sentence in (one for each in lengths for one in each.about_sources):
                    print(f"    {sentence}")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
