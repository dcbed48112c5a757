"""Both languages are one handbook: the same pages, headings, ids, macros, tables and notes."""

import pytest

from tests.support.markdown import page, stems

STEMS = stems("zh")


def test_both_languages_have_the_same_pages() -> None:
    assert stems("en") == STEMS


@pytest.mark.parametrize("stem", STEMS)
def test_headings_have_the_same_levels_and_ids(stem: str) -> None:
    zh, en = (list(page(lang, stem).headings()) for lang in ("zh", "en"))
    assert zh == en


@pytest.mark.parametrize("stem", STEMS)
def test_macros_are_called_alike(stem: str) -> None:
    # In another order where a sentence puts its figures the other way round.
    zh, en = (sorted(page(lang, stem).macros()) for lang in ("zh", "en"))
    assert zh == en


@pytest.mark.parametrize("stem", STEMS)
def test_notes_lists_and_tables_have_the_same_shape(stem: str) -> None:
    zh, en = (page(lang, stem) for lang in ("zh", "en"))
    assert zh.admonitions() == en.admonitions()
    assert zh.shape() == en.shape()
