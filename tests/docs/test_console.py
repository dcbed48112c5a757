"""The places in the merchant console: what guides may link to, and the newest path first."""

import pytest

from macros.console import BETWEEN, console_places, english, places
from tests.support.markdown import LANGUAGES, page

# What the guides name a place by; they link to it and do not carry its older names.
NAMED = [
    "orders", "parcels", "violations", "compensation", "appeals", "arbitration", "deposit",
    "settlement", "invoices", "products", "purchase-limits", "campaigns", "alliance", "shop",
    "service", "experience", "insurance",
]  # fmt: skip


def test_each_place_has_the_anchor_that_guides_link_to() -> None:
    assert [each.id for each in places()] == NAMED
    for lang in LANGUAGES:
        shown = console_places(lang=lang)
        for each in places():
            assert f"## {each.name[lang]} {{ #{each.id} }}" in shown
            assert each.use[lang]


def test_the_newest_path_stands_first_and_what_has_no_day_last() -> None:
    for place in places():
        ends = [way.years[1] if way.years else 0 for way in place.ways]
        assert ends == sorted(ends, reverse=True), place.id


def test_every_part_of_a_path_has_one_english_word() -> None:
    parts = {part for place in places() for way in place.ways for part in way.parts}
    assert all(english(part) for part in parts)
    assert not any(BETWEEN.strip() in part for part in parts)
    with pytest.raises(ValueError, match=r"no English word for '后院'"):
        english("后院")


def test_the_page_shows_years_sources_and_what_to_search_for() -> None:
    shown = console_places(lang="en")
    _, _, violations = shown.partition("{ #violations }")
    violations, _, _ = violations.partition("\n## ")
    assert "<b>Violations (违规管理) › Violation list (违规列表)</b>" in violations
    assert 'href="../sources/#rc-fraud-2026-08-03"' in violations
    assert ">2022–2025</a>" in violations
    assert ">online article, undated</span>" in violations
    assert '<code lang="zh-Hans">违规管理</code>' in violations
    assert page("zh", "reference/console").macros() == ["console_places()"]
