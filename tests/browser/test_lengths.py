"""A guide is read on a phone: short, and about what to do, not about where that stands."""

import pytest

from tests.browser.conftest import Reader
from tests.support.lengths import ABOUT_SOURCES, SCREENS, length
from tests.support.markdown import LANGUAGES

# Those that have been given their form; the rest follow.
PAGES = [
    "campaigns/select-alliance",
    "campaigns/withdraw-product",
    "orders/cancel-shipment",
    "orders/late-delivery",
    "orders/out-of-stock",
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stem", PAGES)
def test_a_guide_is_short_and_speaks_of_what_to_do(reader: Reader, stem: str, lang: str) -> None:
    reader.open(lang, stem)
    found = length(reader.page, lang)
    assert found.screens <= SCREENS[lang]
    assert found.share <= ABOUT_SOURCES, found.about_sources
