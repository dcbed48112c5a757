"""What a page's macros give, and what a contributor is told who mistypes one."""

from datetime import date
from decimal import Decimal

import pytest

from calculators import definition, evaluate
from calculators.core.presenting import present
from calculators.core.texts import Texts
from calculators.core.wording import amount
from macros.calculator_form import calculator
from macros.chart import chart
from macros.examples import examples
from macros.figures import answered, figure
from macros.reviews import review
from tests.support.cases import shown_case
from tests.support.pinned import PINNED


def test_figures_come_with_their_unit_and_language() -> None:
    assert figure("late-delivery.flat", lang="zh", on=PINNED) == "3 元"
    assert figure("late-delivery.percent_from", lang="en", on=PINNED) == "¥300"
    assert figure("late-delivery.share", lang="en", on=PINNED) == "1%"
    assert figure("entry-cost.payback_low", lang="zh", on=PINNED) == "7 天"
    assert figure("invoice-freeze.after_notice", lang="en", on="2021-06-30") == "0 months"
    assert figure("purchase-limit.minimum_default", lang="en", on=PINNED) == "1 piece"


def test_answers_are_worked_out() -> None:
    typed = {"uninvoiced": "90", "months_overdue": "3"}
    assert answered("invoice-freeze", "frozen", lang="zh", **typed) == "27.00 元"
    assert answered("invoice-freeze", "frozen", lang="en", **typed) == "¥27.00"


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
    html = calculator("invoice-freeze", lang="en")
    assert "\n\n" not in html, "a blank line would end the block for Markdown"
    # Four inputs, the day whose rules to use, and the cells of a spreadsheet.
    assert html.count("field__label") == 6


def test_a_form_begins_with_what_the_rules_say() -> None:
    fee = figure("entry-cost.agent_fee", lang="en").removeprefix("¥")
    days = figure("entry-cost.payback_low", lang="en").partition(" ")[0]
    html = calculator("entry-cost", lang="en")
    assert f'inputmode="decimal" value="{fee}"' in html
    assert f'inputmode="numeric" value="{days}"' in html


def test_examples_and_charts_are_computed() -> None:
    case = shown_case("late-delivery")
    answer = evaluate("late-delivery", case.inputs, "zh", case.on)
    shown = examples("late-delivery", lang="zh")
    for output in present(definition("late-delivery"), answer, "zh")["outputs"]:
        assert output["text"] in shown
    # A page's chart goes by no day that we could name: whatever is due now must stand in it.
    due = evaluate("late-delivery", {"paid": "4000"})["outputs"]["compensation"]
    points = ["0", "3", "3.01", "300", "4000"]
    svg = chart("late-delivery", "compensation", over="paid", points=points, lang="en")
    assert f"¥4,000 → {amount(Decimal(due), Texts('calculators.core', 'en'))}" in svg
    assert "<title" in svg


def test_a_review_is_overdue_after_its_day() -> None:
    front = {"reviewed": date(2026, 1, 1), "review_in": 90}
    on_the_day, after = (review(front, date(2026, 4, day)) for day in (1, 2))
    assert on_the_day is not None
    assert not on_the_day.overdue
    assert after is not None
    assert after.overdue
    assert review({}, date(2026, 1, 1)) is None
