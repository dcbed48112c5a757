"""The ways that `make bench` puts beside each other give the same answer."""

from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from benchmarks.visits import visit
from benchmarks.ways import WAYS, lay
from tests.support.chromium import launch
from tests.support.server import serving

pytestmark = [pytest.mark.slow, pytest.mark.own_context]


def test_each_way_answers_and_is_kept_for_a_second_visit(
    driver: Playwright, tmp_path: Path
) -> None:
    asked = lay(tmp_path, None)
    browser = launch(driver)
    with serving(tmp_path, quality=1) as site:
        for way in WAYS:
            context = browser.new_context()
            before = len(site.asked)
            seen = visit(context, site, way, asked)  # it makes sure of the answer
            files = [path for path in site.asked[before:] if path != "/"]
            assert len(files) == len(set(files)), way.id
            assert seen.requests == len(files) - 1, "all but the way's own script"
            context.close()
    browser.close()
