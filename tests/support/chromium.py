"""The Chromium that is on the machine, started so that it talks to nobody but us."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
_ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",  # a container's root has none to offer
)


def installed() -> str | None:
    """The path of a Chromium on this machine: ``$CHROMIUM``, or one by name."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


def available() -> bool:
    """Whether :func:`launch` finds a browser to start."""
    if installed():
        return True
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def launch(playwright: Playwright, *more: str) -> Browser:
    """Start the machine's Chromium, or Playwright's own where it has none."""
    return playwright.chromium.launch(executable_path=installed(), args=[*_ARGUMENTS, *more])


@contextmanager
def launch_with_profile(playwright: Playwright) -> Iterator[BrowserContext]:
    """Start it as a reader has it: what it has compiled it keeps on disk, for the next visit."""
    with TemporaryDirectory() as folder:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=installed(), args=_ARGUMENTS
        )
        yield context
        context.close()
