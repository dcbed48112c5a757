"""What is asked and what is answered stand together near the top of a page, on a phone."""

import pytest
from playwright.sync_api import expect

from macros.calculator_list import homes
from tests.browser.conftest import Regular
from tests.support.cases import shown_case
from tests.support.lengths import PHONE
from tests.support.markdown import LANGUAGES

# Those that ask three short things at most, on the page where they are at home.
SHORT = ("purchase-limit", "video-grade", "stock-shortage", "out-of-stock", "fraud-shipment")
SCREENS = 1.5


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "calculator", [SHORT[0], *(pytest.param(each, marks=pytest.mark.slow) for each in SHORT[1:])]
)
def test_form_and_answer_are_within_a_screen_and_a_half(
    regular: Regular, calculator: str, lang: str
) -> None:
    reader = regular(lang, homes(lang)[calculator])
    form = reader.calculator(calculator)
    form.type(**shown_case(calculator).inputs)
    form.submit()
    headline = form.result.locator(".said__headline")
    expect(headline).to_be_visible()
    ends = headline.evaluate("(it) => it.getBoundingClientRect().bottom + scrollY")
    assert ends <= SCREENS * PHONE["height"]
