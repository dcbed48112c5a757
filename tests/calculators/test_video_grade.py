"""Video grades: what must hold for every list of ratings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED

RATINGS = st.sampled_from(["good", "neutral", "poor"])
LISTS = st.lists(RATINGS, min_size=1, max_size=8)
WORST_FIRST = ["low", "ordinary", "quality"]


@given(LISTS)
def test_the_grade_is_that_of_the_worst_rating(ratings: list[str]) -> None:
    worst = next(each for each in ("poor", "neutral", "good") if each in ratings)
    grades = {"poor": "low", "neutral": "ordinary", "good": "quality"}
    assert _grade(ratings) == grades[worst]


@given(LISTS.flatmap(lambda each: st.tuples(st.just(each), st.permutations(each))))
def test_the_order_of_the_dimensions_does_not_matter(lists: tuple[list[str], list[str]]) -> None:
    ratings, shuffled = lists
    assert _grade(ratings) == _grade(shuffled)


@given(LISTS, RATINGS)
def test_one_more_dimension_never_raises_the_grade(ratings: list[str], added: str) -> None:
    before, after = _grade(ratings), _grade([*ratings, added])
    assert WORST_FIRST.index(after) <= WORST_FIRST.index(before)


@given(LISTS, st.sampled_from(["\n", ";", "；", "、", ",", "，"]))
def test_the_separator_does_not_matter(ratings: list[str], separator: str) -> None:
    assert _grade(ratings, separator) == _grade(ratings)


@pytest.mark.parametrize(
    ("ratings", "grade"),
    [
        ("good", "quality"),
        ("good;good", "quality"),
        ("neutral", "ordinary"),
        ("good;neutral", "ordinary"),
        ("good;poor", "low"),
        ("poor;neutral", "low"),
    ],
)
def test_the_three_grades_come_after_the_word_that_they_are_not_the_platforms(
    ratings: str, grade: str
) -> None:
    answer = evaluate("video-grade", {"ratings": ratings}, on="2026-11-25")
    assert answer["outputs"] == {"grade": grade}
    assert answer["steps"][0]["code"] == "no_platform_text"


def _grade(ratings: list[str], separator: str = "\n") -> str:
    answer = evaluate("video-grade", {"ratings": separator.join(ratings)}, on=PINNED)
    assert answer["ok"], answer
    return str(answer["outputs"]["grade"])
