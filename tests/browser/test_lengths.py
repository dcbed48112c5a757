"""A guide is read on a phone: short, and about what to do, not about where that stands."""

import pytest

from tests.browser.conftest import Reader
from tests.support.lengths import ABOUT_SOURCES, SCREENS, length
from tests.support.markdown import GUIDES, LANGUAGES


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stem", GUIDES)
def test_a_guide_is_short_and_speaks_of_what_to_do(reader: Reader, stem: str, lang: str) -> None:
    reader.open(lang, stem)
    found = length(reader.page, lang)
    assert found.screens <= SCREENS[lang]
    assert found.share <= ABOUT_SOURCES, found.about_sources
