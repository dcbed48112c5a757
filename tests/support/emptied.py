"""One browser context for many tests, emptied in between.

To start a context, and the process that draws its page, takes longer than to open a page in it.
"""

import time
from functools import partial
from urllib.parse import urlsplit

from playwright.sync_api import Page

# What cannot be taken back, and would meet the tests that come after.
_LASTING = ("add_init_script", "expose_binding", "expose_function", "on", "route")
_ONE_S_OWN = "lasts longer than the test, which has to be marked: @pytest.mark.own_context"
_CLOCK_RUNS = "(now) => Math.abs(Date.now() - now) < 60_000"


class Emptied:
    """A page in which each test finds nothing of the one before, but files that were fetched.

    Whoever counts requests, or has them fail, needs a context of their own.
    """

    def __init__(self, page: Page, address: str) -> None:
        self._page, self._address = page, address
        self._origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
        self._size = page.viewport_size
        self._session = page.context.new_cdp_session(page)
        for name in _LASTING:
            setattr(page, name, partial(_refuse, name))

    def empty(self) -> None:
        """Leave the page that is open, and have the browser forget what was done there."""
        if self._page.url.startswith(self._address):
            self._page.evaluate("sessionStorage.clear()")
        self._page.goto("about:blank")
        self._page.mouse.move(0, 0)
        self._page.emulate_media(media="null", forced_colors="null")
        if self._size:
            self._page.set_viewport_size(self._size)
        self._session.send("Page.resetNavigationHistory")
        kept = {"origin": self._origin, "storageTypes": "all"}
        self._session.send("Storage.clearDataForOrigin", kept)
        assert self._page.evaluate(_CLOCK_RUNS, time.time() * 1000), f"page.clock {_ONE_S_OWN}"


def _refuse(name: str, *_: object, **__: object) -> None:
    raise AssertionError(f"page.{name} {_ONE_S_OWN}")
