"""What a page's macros give, and what a contributor is told who mistypes one."""

from datetime import date

import pytest

from macros.calculator_form import calculator
from macros.chart import chart
from macros.examples import examples
from macros.figures import answered, figure
from macros.reviews import review


def test_figures_come_with_their_unit_and_language() -> None:
    assert figure("late-delivery.flat", lang="zh") == "3 元"
    assert figure("late-delivery.percent_from", lang="en") == "¥300"
    assert figure("late-delivery.share", lang="en") == "1%"
    assert figure("entry-cost.payback_low", lang="zh") == "7 天"
    assert figure("invoice-freeze.after_notice", lang="en", on="2021-06-30") == "0 months"
    assert figure("purchase-limit.minimum_default", lang="en") == "1 piece"


def test_answers_are_worked_out() -> None:
    typed = {"uninvoiced": "90", "months_overdue": "3"}
    assert answered("invoice-freeze", "frozen", lang="zh", **typed) == "27.00 元"
    assert answered("entry-cost", "total_high", lang="en", deposits="5000") == "¥5,000.00"


def test_mistakes_name_what_there_is() -> None:
    with pytest.raises(ValueError, match=r"no rule 'late-delivery.flatt'; there are: .*flat"):
        figure("late-delivery.flatt", lang="zh")
    with pytest.raises(ValueError, match="no calculator 'late'; there are: entry-cost"):
        figure("late.flat", lang="zh")
    with pytest.raises(ValueError, match="is a statement without a value"):
        figure("late-delivery.force_majeure", lang="zh")
    with pytest.raises(ValueError, match="no output 'sum'; it has: compensation"):
        answered("late-delivery", "sum", lang="zh", paid="5")
    with pytest.raises(ValueError, match=r"paid: .*as a number"):
        answered("late-delivery", "compensation", lang="en", paid="five")


def test_a_form_is_one_html_block_with_a_label_for_every_input() -> None:
    html = calculator("entry-cost", lang="en")
    assert "\n\n" not in html, "a blank line would end the block for Markdown"
    # Eight inputs, the day whose rules to use, and the cells of a spreadsheet.
    assert html.count("field__label") == 10
    assert 'inputmode="decimal" value="200"' in html
    assert 'inputmode="numeric" value="7"' in html


def test_examples_and_charts_are_computed() -> None:
    assert "12.99 元" in examples("late-delivery", lang="zh")
    points = ["0", "3", "3.01", "300", "4000"]
    svg = chart("late-delivery", "compensation", over="paid", points=points, lang="en")
    assert "¥4,000 → ¥30" in svg
    assert "<title" in svg


def test_a_review_is_overdue_after_its_day() -> None:
    front = {"reviewed": date(2026, 1, 1), "review_in": 90}
    on_the_day, after = (review(front, date(2026, 4, day)) for day in (1, 2))
    assert on_the_day is not None
    assert not on_the_day.overdue
    assert after is not None
    assert after.overdue
    assert review({}, date(2026, 1, 1)) is None
