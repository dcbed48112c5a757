"""What notices say: each entry leads somewhere, types no figure, and speaks both languages."""

import re
from datetime import date

import pytest

from calculators.core.rules.confidence import CONFIDENCE
from checks.marks import HALF_WIDTH
from macros.lookup import rule
from macros.notices import Notice, groups, notice_list, notices
from tests.support.markdown import LANGUAGES, page
from tests.support.pinned import TODAY

IDS = [each.id for each in notices()]
SHOWN = {lang: notice_list(lang=lang, built_for=TODAY) for lang in LANGUAGES}


def entry(lang: str, notice: str) -> str:
    """The HTML of one entry."""
    return SHOWN[lang].partition(f'id="{notice}"')[2].partition("</details>")[0]


def test_each_entry_stands_once_in_a_group_of_the_list() -> None:
    assert len(set(IDS)) == len(IDS)
    assert {each.group for each in notices()} == {each["id"] for each in groups()}
    for lang in LANGUAGES:
        assert re.findall(r'class="notice" id="([\w-]+)"', SHOWN[lang]) == IDS


def test_a_word_on_a_notice_means_one_thing() -> None:
    words = [word for each in notices() for word in each.words]
    assert len(set(words)) == len(words)
    assert not set(words) & {other for each in notices() for other in each.also}


@pytest.mark.parametrize("notice", notices(), ids=IDS)
def test_its_guide_has_the_section_in_both_languages(notice: Notice) -> None:
    for lang in LANGUAGES:
        assert notice.heading in {heading for _, heading in page(lang, notice.page).headings()}
        assert f"#{notice.heading}" in entry(lang, notice.id)


@pytest.mark.parametrize("notice", notices(), ids=IDS)
def test_figures_are_values_of_rules_and_the_same_in_both_languages(notice: Notice) -> None:
    assert set(notice.advice["zh"].rules) == set(notice.advice["en"].rules)
    for lang in LANGUAGES:
        advice = notice.advice[lang]
        said = f"{advice.means} {advice.costs} {advice.first} {advice.until}"
        assert not re.search(r"\d", re.sub(r"\{[\w.-]+\}", "", said)), said
        assert "{" not in entry(lang, notice.id)
        assert all([advice.means, advice.costs, advice.first, advice.until])
    assert not HALF_WIDTH.search(notice.advice["zh"].costs)


def test_an_amount_follows_the_day_of_the_build() -> None:
    assert "50 元" in entry("zh", "late-shipment")
    maximum = rule("late-delivery.maximum", TODAY)
    assert f"¥{maximum.value:.0f}" in entry("en", "late-shipment")


def test_an_entry_is_as_sure_as_the_least_sure_that_it_says() -> None:
    days = date(2026, 11, 26)
    for each in notices():
        levels = [rule(name, days).confidence(days) for name in each.advice["zh"].rules]
        assert all(
            CONFIDENCE.index(each.confidence(days)) >= CONFIDENCE.index(level) for level in levels
        )
    # Its seven days stand in a repost of 2023 alone.
    assert "可信度 低" in entry("zh", "arbitration")
    assert 'href="../reference/sources/#rc-late-shipment-2026-08-10"' in entry(
        "zh", "late-shipment"
    )
