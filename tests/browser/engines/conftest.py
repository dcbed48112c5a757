"""Each engine, led through the same site by the same steps."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.browser.engines.browsers import ENGINES, HEIGHT, WIDTH, missing
from tests.browser.engines.reader import LISTENER, Reader
from tests.support.built import HOST, PREFIX
from tests.support.server import Site, serving


@pytest.fixture(scope="session")
def listening_site(site: Site) -> Iterator[Site]:
    """The site, served so that its pages keep what an engine complains of."""
    with serving(site.root, prefix=PREFIX) as served:
        served.address, served.listener = f"http://{HOST}{PREFIX}", LISTENER
        yield served


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The name of an engine that is on this machine."""
    name = str(request.param)
    if advice := missing(name):
        (pytest.fail if "NOTHING_SKIPPED" in os.environ else pytest.skip)(advice)
    return name


@pytest.fixture(scope="session", params=["zh", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    """The language that is read in."""
    return str(request.param)


@contextmanager
def _somebody(engine: str, lang: str, site: Site, folder: Path) -> Iterator[Reader]:
    with ENGINES[engine](folder, site.port) as driver:
        driver.set_window_size(WIDTH, HEIGHT)
        yield Reader(driver, site, engine, lang)


@pytest.fixture(scope="session")
def _regular(
    engine: str, lang: str, listening_site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    with _somebody(engine, lang, listening_site, tmp_path_factory.mktemp(engine)) as someone:
        yield someone


@pytest.fixture
def reader(_regular: Reader) -> Iterator[Reader]:
    """Somebody who has been reading for a while: the browser's Python is kept between tests."""
    yield _regular
    _content(_regular)


@pytest.fixture
def newcomer(engine: str, lang: str, listening_site: Site, tmp_path: Path) -> Iterator[Reader]:
    """Somebody for whom nothing is cached."""
    with _somebody(engine, lang, listening_site, tmp_path) as someone:
        yield someone
        _content(someone)


def _content(someone: Reader) -> None:
    """Nothing may be asked of other hosts or complained of."""
    someone.site.faults.clear()
    assert someone.strangers() == set()
    assert someone.complaints() == []
