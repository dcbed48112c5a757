"""What an answer says first: one plain sentence in each language, and its tone."""

import re
from datetime import date

import pytest

from calculators import CALCULATORS, definition
from calculators.core.answers import answered
from calculators.core.definition import Definition
from calculators.core.inputs.parsing import read_inputs
from calculators.core.outcome.outcome import Headline
from calculators.core.output.headline import headline_of
from calculators.core.output.presentation import present
from calculators.core.resources import read_toml
from calculators.core.rules.confidence import CONFIDENCE
from calculators.core.text.catalogue import LANGUAGES
from tests.support.cases import CASES, Case
from tests.support.evaluating import evaluate

ANSWERED = [each for each in CASES if each.answerable]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("calculator", CALCULATORS)
def test_every_example_is_said_in_one_sentence(calculator: str, lang: str) -> None:
    end = {"zh": "。", "en": "."}[lang]
    for case in (each for each in ANSWERED if each.calculator == calculator):
        said = evaluate(calculator, case.inputs, lang, case.on)["headline"]
        assert said.endswith(end), case
        assert not re.search(r"[{}]|None|  |-\d+ (?:小时|天|hours?|days?)", said), (str(case), said)
        assert not re.search(r"\b0 (?:小时|天|hours?|days?)", said), (str(case), said)


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_examples_reach_every_sentence(calculator: str) -> None:
    described = definition(calculator)
    cases = [each for each in ANSWERED if each.calculator == calculator]
    reached = {code for case in cases for code in _codes(_headline(described, case))}
    # The names of tiers stand beside the sentences, for the picture alone.
    sentences = set(read_toml(described.package, "en.toml")["headlines"])
    assert reached == {each for each in sentences if not each.startswith("tier_")}


def _headline(described: Definition, case: Case) -> Headline:
    shape = described.shape(date.fromisoformat(case.on))
    inputs = read_inputs(described.inputs, case.inputs, shape.rules)
    return headline_of(described, shape, inputs, shape.outcome(inputs).outputs)


def _codes(said: Headline) -> set[str]:
    clauses = [each for value in said.values.values() if isinstance(value, tuple) for each in value]
    return {said.code, *(each.code for each in clauses if isinstance(each, Headline))}


LATE = {"paid": "1299", "promised_hours": "48"}
MOMENTS = {"paid": "1299", "paid_at": "2026-11-10 10:00", "promised_at": "2026-11-12 10:00"}


@pytest.mark.parametrize(
    ("calculator", "inputs", "tone", "said"),
    [
        ("late-delivery", LATE | {"late_hours": "0"}, "good", "nothing is taken"),
        ("late-delivery", LATE | {"late_hours": "3"}, "wait", "After 45 hours more it counts"),
        ("late-delivery", LATE | {"late_hours": "47"}, "wait", "After 1 hour more it counts"),
        ("late-delivery", LATE | {"late_hours": "48"}, "neutral", "out of stock: ¥13.00"),
        (
            "late-delivery",
            MOMENTS | {"now": "2026-11-12 20:00"},
            "wait",
            "Not shipped by 2026-11-14 10:00, it counts as out of stock: ¥13.00",
        ),
        ("late-delivery", MOMENTS | {"collected_at": "2026-11-12 20:00"}, "wait", "¥0.00 is taken"),
        ("purchase-limit", {"per_order": "5", "cumulative": "3"}, "bad", "will refuse this"),
        ("purchase-limit", {"minimum": "6", "stock": "5"}, "bad", "nobody can buy"),
        ("purchase-limit", {"minimum": "2", "per_order": "5"}, "good", "2 to 5 an order"),
        ("out-of-stock", {"paid": "1299"}, "neutral", "¥13.00 is taken"),
        (
            "stock-shortage",
            {"shown": "5", "real": "3", "ordered": "1"},
            "bad",
            "change that to 3 pieces",
        ),
        (
            "arbitration-deadline",
            {"effective": "2026-11-20", "today": "2026-11-29"},
            "bad",
            "Too late by 2 days",
        ),
        (
            "arbitration-deadline",
            {"effective": "2026-11-20", "today": "2026-11-27"},
            "wait",
            "last day",
        ),
    ],
)
def test_the_tone_is_what_it_means_for_the_merchant(
    calculator: str, inputs: dict[str, str], tone: str, said: str
) -> None:
    answer = evaluate(calculator, inputs, "en", "2026-11-25")
    assert (answer["tone"], said in answer["headline"]) == (tone, True), answer["headline"]


def test_the_figures_of_what_may_follow_are_those_of_the_rules() -> None:
    inputs = LATE | {"late_hours": "1", "paid": "5000"}
    later = evaluate("late-delivery", inputs | {"late_hours": "48"}, "en", "2026-11-25")
    said = evaluate("late-delivery", inputs, "en", "2026-11-25")["headline"]
    assert f"¥{later['outputs']['compensation']}" in said


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_a_fix_makes_a_bad_answer_a_good_one_and_a_good_one_has_none(calculator: str) -> None:
    for case in (each for each in ANSWERED if each.calculator == calculator):
        answer = evaluate(calculator, case.inputs, "en", case.on)
        if not answer["fix"]:
            continue
        assert answer["tone"] == "bad", case
        again = evaluate(calculator, answer["inputs"] | answer["fix"], "en", case.on)
        assert again["ok"], case
        assert (again["tone"], again["fix"]) == ("good", {}), case


def test_where_a_fix_is_known_it_is_told_entry_by_entry() -> None:
    inputs = {"minimum": "6", "per_order": "5", "cumulative": "3"}
    answer = evaluate("purchase-limit", inputs, "en", "2026-11-25")
    assert answer["fix"] == {"per_order": "3", "minimum": "3"}
    shown = present(definition("purchase-limit"), answered(answer), "en")
    assert [each["text"] for each in shown["fix"]] == ["5 → 3", "6 → 3"]
    nothing_left = {"minimum": "6", "stock": "0"}
    assert evaluate("purchase-limit", nothing_left, "en", "2026-11-25")["fix"] == {}
    too_many = {"joined": "20", "withdraw": "9", "minimum_left": "10", "stage": "approved"}
    assert evaluate("campaign-withdrawal", too_many, "en", "2026-11-25")["fix"] == {"withdraw": "6"}


def test_the_confidence_of_an_answer_is_the_lowest_that_its_steps_rest_on() -> None:
    answer = evaluate("late-delivery", LATE | {"late_hours": "48"}, "en", "2026-11-25")
    shown = present(definition("late-delivery"), answered(answer), "en")
    rules = {each["rule"]: each["confidence"] for each in reversed(answer["sources"])}
    of_steps = [rules[step["rule"]] for step in answer["steps"] if step["code"] != "formerly"]
    assert shown["confidence"] is not None
    assert shown["confidence"]["level"] == max(of_steps, key=CONFIDENCE.index)
