"""The built site as files: of today, and of a day when pages are overdue for review."""

from pathlib import Path

import pytest

from tests.support.built import built_once, the_site

# Where the site of March says that its files are kept.
REPOSITORY = "https://code.example/shop/handbook"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site that a browser looks at, too."""
    return the_site(tmp_path_factory.getbasetemp(), worker_id)


@pytest.fixture(scope="session")
def site_of_march(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of 1 March 2027, which names a repository."""
    return built_once(
        tmp_path_factory.getbasetemp(),
        worker_id,
        "site-of-march",
        BUILD_DATE="2027-03-01",
        SITE_URL="https://handbook.example/",
        REPO_URL=REPOSITORY,
        REPO_BRANCH="trunk",
    )
