"""The very site that is published: ``PUBLISHED=site`` names its folder, else it is built here."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from macros.calculator_list import homes
from tests.browser.conftest import Reader, somebody
from tests.support.cases import shown_case
from tests.support.evaluating import evaluate
from tests.support.markdown import LANGUAGES, ROOT
from tests.support.server import serving

CALCULATOR = "late-delivery"


@pytest.fixture(scope="module")
def published(request: pytest.FixtureRequest) -> Path:
    """The folder that is handed over."""
    if named := os.environ.get("PUBLISHED"):
        return ROOT / named
    folder: Path = request.getfixturevalue("site").root
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_answers_out_of_its_own_files(browser: Browser, published: Path, lang: str) -> None:
    (address, *_) = re.findall(r"<loc>(.*?)</loc>", (published / "sitemap.xml").read_text())
    case = shown_case(CALCULATOR)
    with (
        serving(published, prefix=urlsplit(address).path) as site,
        somebody(browser, site) as reader,
    ):
        _look_at(reader, lang)
        form = reader.calculator(CALCULATOR)
        form.by_rules_of(case.on)
        form.type(**case.inputs)
        form.submit()
        answer = evaluate(CALCULATOR, case.inputs, lang, case.on)
        assert form.result.locator(".said__headline").inner_text() == answer["headline"]
        assert (reader.strangers, reader.complaints) == (set(), [])


def _look_at(reader: Reader, lang: str) -> None:
    reader.open(lang, "index")
    assert reader.page.locator("h1").inner_text()
    reader.open(lang, homes(lang)[CALCULATOR])
