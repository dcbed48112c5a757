"""The list of tasks and calculators: whole, in both languages, and worked out by the build."""

import re

import pytest

from calculators import CALCULATORS
from checks.marks import HALF_WIDTH
from macros.calculator_list import asked_at_once, calculator_list, homes
from macros.home import count, doors, proofs, task_list, tiles
from macros.icons import icon
from macros.register import claims
from macros.tasks import Question, groups, most_used, questions, task
from tests.support.markdown import GUIDES, LANGUAGES
from tests.support.pinned import TODAY

TASKS = [each for group in groups() for each in group.tasks]


def test_every_guide_is_a_task_and_every_calculator_a_question() -> None:
    assert sorted(each.page for each in TASKS) == sorted([*GUIDES, "letters", "notices"])
    listed = [each.calculator for group in groups() for each in group.questions]
    assert sorted(listed) == sorted(CALCULATORS)
    assert {each.calculator for each in most_used()} <= set(CALCULATORS)


@pytest.mark.parametrize("question", questions().values(), ids=list(questions()))
def test_an_example_is_worked_out_and_types_no_amount(question: Question) -> None:
    for lang in LANGUAGES:
        example = question.example(lang, TODAY)
        assert example is not None
        assert all(example)
        assert "{" not in "".join(example)
        # What comes out is never typed.
        assert not re.search(r"\d", re.sub(r"\{\w+\}", "", question.said[lang]))
    assert not HALF_WIDTH.search(question.asks["zh"] + question.said["zh"])


def test_an_example_follows_the_rules() -> None:
    assert questions()["out-of-stock"].example("zh", TODAY) == (
        "实付 1,299 元，承诺 48 小时",
        "扣 13 元",
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_task_says_whether_a_calculator_waits(lang: str) -> None:
    html = task_list(lang=lang)
    for each in TASKS:
        row = html.partition(f'href="{each.page}/"')[2].partition("</a>")[0]
        assert ("row__note" in row) == (each.page in homes(lang).values()), each.page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_calculator_has_its_row_once(lang: str) -> None:
    html = calculator_list(lang=lang, built_for=TODAY)
    for calculator in CALCULATORS:
        assert html.count(f"#{calculator}-calculator") == 1
    assert tiles(lang=lang, built_for=TODAY).count('class="tile"') == len(most_used()) == 4


def test_the_fields_that_all_need_are_counted() -> None:
    assert asked_at_once("late-delivery", TODAY) == 4
    assert asked_at_once("presale-days", TODAY) == 1


def test_figures_of_the_first_page_are_counted() -> None:
    assert count("claims", lang="en") == f"{len(claims()):,}"
    assert count("guides", lang="en") == str(len(TASKS))
    html = proofs(lang="en")
    assert f"{len(CALCULATORS)} calculators" in html
    assert html.count("<a ") == 4


def test_mistakes_are_named() -> None:
    with pytest.raises(ValueError, match="no icon material/clok"):
        icon("clok")
    with pytest.raises(ValueError, match="has no page 'orders/late'"):
        task("orders/late")
    with pytest.raises(ValueError, match="has no page"):
        doors("orders/late", lang="en")
