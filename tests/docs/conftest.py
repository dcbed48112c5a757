"""The built site as files, of a day when pages are overdue for review."""

from pathlib import Path

import pytest

from tests.support.built import built_once


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of 1 March 2027, built once for all workers."""
    base, address = tmp_path_factory.getbasetemp(), "https://handbook.example/"
    return built_once(base, worker_id, "site-of-march", BUILD_DATE="2027-03-01", SITE_URL=address)
