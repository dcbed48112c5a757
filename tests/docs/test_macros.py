"""What a page's macros give, and what a contributor is told who mistypes one."""

import json
import re
from datetime import date
from html import unescape

import pytest

from calculators import definition
from calculators.core.output.presentation import present
from macros.calculator_form import calculator
from macros.changes import rule_changes
from macros.chart import chart
from macros.confidence_line import confidence
from macros.examples import examples, opening_example
from macros.figures import answered, figure
from macros.reviews import review
from macros.shapes_ahead import shape_ahead
from macros.templating import words
from tests.support.cases import shown_case
from tests.support.evaluating import evaluate
from tests.support.markdown import LANGUAGES
from tests.support.pinned import PINNED, TODAY


def test_figures_come_with_their_unit_and_language() -> None:
    assert figure("late-delivery.flat", lang="zh", built_for=TODAY, on=PINNED) == "3 元"
    assert figure("late-delivery.percent_from", lang="en", built_for=TODAY, on=PINNED) == "¥300"
    assert figure("late-delivery.share", lang="en", built_for=TODAY, on=PINNED) == "1%"
    assert figure("entry-cost.payback_low", lang="zh", built_for=TODAY, on=PINNED) == "7 天"
    assert (
        figure("invoice-freeze.after_notice", lang="en", built_for=TODAY, on="2021-06-30")
        == "0 months"
    )
    assert (
        figure("purchase-limit.minimum_default", lang="en", built_for=TODAY, on=PINNED) == "1 piece"
    )


def test_answers_are_worked_out() -> None:
    typed = {"uninvoiced": "90", "months_overdue": "3"}
    assert answered("invoice-freeze", "frozen", lang="zh", built_for=TODAY, **typed) == "27 元"
    assert answered("invoice-freeze", "frozen", lang="en", built_for=TODAY, **typed) == "¥27"
    # Whole yuan need no fen in a sentence; what has fen keeps them.
    typed["uninvoiced"] = "91"
    assert answered("invoice-freeze", "frozen", lang="en", built_for=TODAY, **typed) == "¥27.30"


def _sure(*ids: str, on: date = TODAY) -> str:
    html = confidence(*ids, lang="en", built_for=on, reference=lambda: "../../reference/")
    return re.sub(r"<[^>]+>", " ", html)


def test_an_answer_is_as_sure_as_what_is_least_sure_in_it() -> None:
    assert "medium-high" in _sure("late-delivery.maximum")
    assert "low" in _sure("late-delivery.maximum", "repost-ostmcn-2022-01-07").split()
    assert "2026-08-10" in _sure("late-delivery.maximum", "repost-ostmcn-2022-01-07")
    # A text grows old.
    assert "medium" in _sure("late-delivery.maximum", on=date(2029, 1, 1))
    assert "medium-high" not in _sure("late-delivery.maximum", on=date(2029, 1, 1))
    with pytest.raises(ValueError, match=r"sources\.toml has no hearsay"):
        _sure("hearsay")
    with pytest.raises(ValueError, match="needs the ids"):
        _sure()


def test_mistakes_name_what_there_is() -> None:
    with pytest.raises(ValueError, match=r"no rule 'late-delivery.flatt'; there are: .*flat"):
        figure("late-delivery.flatt", lang="zh", built_for=TODAY)
    with pytest.raises(ValueError, match="no calculator 'late'; there are: order-check"):
        figure("late.flat", lang="zh", built_for=TODAY)
    with pytest.raises(ValueError, match="is a statement without a value"):
        figure("late-delivery.force_majeure", lang="zh", built_for=TODAY)
    with pytest.raises(ValueError, match="no output 'sum'; it has: compensation"):
        answered("late-delivery", "sum", lang="zh", built_for=TODAY, paid="5")
    with pytest.raises(ValueError, match=r"paid: .*as a number"):
        answered("late-delivery", "compensation", lang="en", built_for=TODAY, paid="five")


def test_a_form_is_one_html_block_with_a_label_for_every_input() -> None:
    html = calculator("invoice-freeze", lang="en", built_for=TODAY)
    assert "\n\n" not in html, "a blank line would end the block for Markdown"
    # Four inputs, the day whose rules to use, and the cells of a spreadsheet.
    assert html.count("field__label") == 6


def test_a_field_for_a_moment_takes_its_seconds() -> None:
    html = calculator("false-shipment", lang="en", built_for=TODAY)
    assert html.count('type="datetime-local"') == html.count('type="datetime-local" step="any"') > 0


def test_a_form_folds_away_what_few_need() -> None:
    html = calculator("false-shipment", lang="en", built_for=TODAY)
    at_once, _, folded = html.partition("field--rare")
    folded = folded.partition("</details>")[0]
    assert 'data-field="paid_at"' in at_once
    assert 'data-field="recalled"' in folded
    assert "field--rare" not in calculator("invoice-type", lang="en", built_for=TODAY)


def test_a_form_shows_at_first_what_depends_on_nothing() -> None:
    html = calculator("false-shipment", lang="zh", built_for=TODAY)
    hub, now = (_field(html, name) for name in ("hub_at", "now"))
    assert "data-not-yet" in hub
    assert json.loads(unescape(hub.partition('data-shown-when="')[2].partition('"')[0])) == [
        "collected_at",
        None,
    ]
    assert "data-not-yet" not in now
    assert "data-present" in now
    # Asked where the other is empty, as it is at first; required where its turn has come.
    in_stock = _field(calculator("order-check", lang="zh", built_for=TODAY), "in_stock")
    assert "data-shown-when" in in_stock
    assert "data-not-yet" not in in_stock
    start = _field(calculator("invoice-deadline", lang="zh", built_for=TODAY), "start")
    assert "data-not-yet" in start
    assert "data-required" in start


def test_a_form_gives_each_field_the_room_that_its_words_need() -> None:
    limits = calculator("purchase-limit", lang="zh", built_for=TODAY)
    assert "field--narrow" in _field(limits, "per_order")
    assert 'placeholder="例：5"' in limits
    assert "field--half" in _field(
        calculator("late-delivery", lang="zh", built_for=TODAY), "late_hours"
    )
    types = calculator("invoice-type", lang="zh", built_for=TODAY)
    assert "field--segments" in _field(types, "taxpayer")
    assert "field--line" in _field(types, "special_possible")
    freeze = calculator("invoice-freeze", lang="zh", built_for=TODAY)
    assert "field--list" in _field(freeze, "freeze_after")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_until_there_is_an_answer_an_example_stands_in_its_place(lang: str) -> None:
    opening = opening_example("late-delivery", lang=lang, built_for=TODAY)
    assert opening
    html = calculator("late-delivery", lang=lang, built_for=TODAY)
    shown = html.partition('<div class="calculator__example">')[2].partition("</div>")[0]
    assert opening["headline"] in unescape(shown)
    assert words(lang)["examples"]["opening"].strip() in shown


def _field(html: str, name: str) -> str:
    """The tag around a field."""
    before, _, after = html.partition(f'data-field="{name}"')
    return before[before.rindex("<") :] + after.partition(">")[0]


def test_a_form_begins_with_what_the_rules_say() -> None:
    fee = figure("entry-cost.agent_fee", lang="en", built_for=TODAY).removeprefix("¥")
    days = figure("entry-cost.payback_low", lang="en", built_for=TODAY).partition(" ")[0]
    html = calculator("entry-cost", lang="en", built_for=TODAY)
    assert re.search(rf'name="agent_fee"[^>]* value="{fee}"', html)
    assert re.search(rf'name="payback_days_low"[^>]* value="{days}"', html)


def test_examples_and_charts_are_computed() -> None:
    case = shown_case("late-delivery")
    answer = evaluate("late-delivery", case.inputs, "zh", TODAY.isoformat(), TODAY)
    shown = examples("late-delivery", lang="zh", built_for=TODAY)
    for output in present(definition("late-delivery"), answer, "zh")["outputs"]:
        assert output["text"] in shown
    # One shows at once, beside that in the form; the others when they are asked for.
    at_once, _, folded = shown.partition('<details class="folded">')
    assert at_once.count('<details class="example">') == 1
    assert folded.count('<details class="example">') > 1
    points = ["0", "3", "3.01", "300", "4000"]
    svg = chart(
        "late-delivery", "compensation", over="paid", points=points, lang="en", built_for=TODAY,
        on=PINNED,
    )  # fmt: skip
    assert "¥4,000 → ¥30" in svg
    assert "<title>¥300 → ¥3</title>" in svg


def test_a_site_built_for_an_earlier_day_uses_its_rules_and_announces_what_came() -> None:
    early = date(2026, 1, 15)
    assert "¥3.00" in examples("late-delivery", lang="en", built_for=early)
    html = calculator("late-delivery", lang="en", built_for=early)
    announced = re.findall(r'calculator__upcoming">(.*?)<', html)
    assert any(line.startswith("From 2026-05-06") for line in announced)
    asked = re.search(r'data-field="promised_hours"[^>]*', html)
    assert asked
    assert "hidden" in asked[0], "the formula of that day asks for no hours"
    now = calculator("late-delivery", lang="en", built_for=TODAY)
    assert "calculator__upcoming" not in now
    assert 'value="2026-05-05">Rules until 2026-05-05</button>' in now


def test_a_figure_dated_ahead_stands_beside_the_one_of_the_day() -> None:
    told = figure("invoice-freeze.after_notice", lang="en", built_for=date(2021, 6, 30))
    assert told == "0 months (from 2021-07-01: 3 months)"
    assert figure("invoice-freeze.after_notice", lang="en", built_for=TODAY) == "3 months"


def test_what_changed_is_told_newest_first_with_an_order_before_and_after() -> None:
    html = rule_changes(lang="en", built_for=TODAY)
    days = re.findall(r'<time datetime="([\d-]+)"', html)
    assert days == sorted(days, reverse=True)
    assert len(days) > 4
    assert "Before: " in html
    assert rule_changes(lang="en", built_for=TODAY, newest=3).count("<time") == 3
    ahead = rule_changes(lang="en", built_for=date(2026, 1, 15))
    assert "rule--ahead" in ahead
    assert "rule--ahead" not in html


def test_a_review_is_overdue_after_its_day() -> None:
    front = {"reviewed": date(2026, 1, 1), "review_in": 90}
    on_the_day, after = (review(front, date(2026, 4, day)) for day in (1, 2))
    assert on_the_day is not None
    assert not on_the_day.overdue
    assert after is not None
    assert after.overdue
    assert review({}, date(2026, 1, 1)) is None


def test_a_page_built_for_an_earlier_day_knows_what_its_sentences_speak_of() -> None:
    markdown = 'At most {{ figure("late-delivery.maximum") }}.'
    assert shape_ahead(markdown, date(2026, 5, 5)) == date(2026, 5, 6)
    assert shape_ahead(markdown, date(2026, 5, 6)) is None
    assert shape_ahead("Only words.", date(2020, 1, 1)) is None
