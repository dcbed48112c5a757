"""What Lighthouse says of pages as nginx serves them, on a phone."""

import pytest
from playwright.sync_api import Playwright

from tests.support import lighthouse
from tests.support.markdown import LANGUAGES
from tests.support.nginx import HOST
from tests.support.server import Site

pytestmark = pytest.mark.slow

CATEGORIES = ("accessibility", "best-practices", "seo")
STEMS = ("", "orders/late-delivery/")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_has_nothing_to_find_fault_with(served: Site, driver: Playwright, lang: str) -> None:
    folder = "en/" if lang == "en" else ""
    addresses = [f"{served.address}{folder}{stem}" for stem in STEMS]
    mapped = f"--host-resolver-rules=MAP {HOST}:80 127.0.0.1:{served.port}"
    with lighthouse.chromium(driver, mapped) as port:
        for seen in lighthouse.look(port, CATEGORIES, *addresses):
            assert seen.warnings == []
            assert seen.scores == dict.fromkeys(CATEGORIES, 100), seen.wanting
