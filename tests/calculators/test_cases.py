"""Every example of every cases.toml holds, in both languages."""

import re
from datetime import date
from typing import Any

import pytest

from calculators import CALCULATORS, definition
from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of
from calculators.core.resources import read_toml
from calculators.core.text.catalogue import LANGUAGES
from tests.support.cases import CASES, Case, cases_of
from tests.support.evaluating import evaluate

MADE = "tests.support.made.dated_fee"
# What the core says itself, in its own words.
OF_THE_CORE = {"day", "formerly", "either_shape"}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_example_holds(case: Case) -> None:
    for lang in LANGUAGES:
        case.check(evaluate(case.calculator, case.inputs, lang, case.on))


def test_a_failing_example_tells_file_example_expected_and_got() -> None:
    expected = {
        "name": "an ordinary order",
        "inputs": {},
        "outputs": {"compensation": "3.00", "tier": "flat"},
        "nulls": ["rate"],
        "steps": ["flat"],
        "excludes": [],
    }
    said: dict[str, Any] = {"steps": [{"code": "share"}], "warnings": [], "excludes": []}
    outputs = {"compensation": "13.00", "tier": "flat", "days": 2}
    where = 'calculators/late_delivery/cases.toml: "an ordinary order"'
    with pytest.raises(AssertionError) as failed:
        Case("late-delivery", expected).check({"ok": True, "outputs": outputs, **said})
    assert str(failed.value).splitlines() == [
        f"{where}: compensation: expected '3.00', got '13.00'",
        f"{where}: rate: expected None, got none",
        f"{where}: days: expected none, got 2",
        f"{where}: steps: expected ['flat'], got ['share']",
    ]
    refused = {"ok": False, "errors": [{"field": "paid", "code": "required"}]}
    with pytest.raises(AssertionError) as failed:
        Case("late-delivery", expected).check(refused)
    assert str(failed.value) == f"{where}: errors: expected [], got ['paid required']"


def test_the_day_of_an_example_is_its_own_or_its_files() -> None:
    days = [case["on"] for case in Definition.load("dated-fee", MADE).cases()]
    assert days == ["2022-06-01", "2021-06-30"]


def test_an_example_names_its_day() -> None:
    for case in CASES:
        assert date.fromisoformat(case.on).isoformat() == case.on, str(case)


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_the_written_inputs_give_the_same_answer_again(calculator: str) -> None:
    for case in cases_of(calculator):
        if case.answerable:
            first = evaluate(calculator, case.inputs, "en", case.on)
            assert evaluate(calculator, first["inputs"], "en", case.on) == first, str(case)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("calculator", CALCULATORS)
def test_no_percentage_is_told_as_money(calculator: str, lang: str) -> None:
    answers = [
        evaluate(calculator, case.inputs, lang, case.on)
        for case in cases_of(calculator)
        if case.answerable
    ]
    told = [each["text"] for of in answers for kind in ("steps", "warnings") for each in of[kind]]
    as_money = [text for text in told if re.search(r"¥[\d.,]+%|元%", text)]
    assert as_money == [], "give a sentence number(percent), of calculators/core/text/formatting.py"


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_examples_show_what_the_page_promises(calculator: str) -> None:
    shown = [case for case in definition(calculator).cases() if case.get("show")]
    assert shown, "a page prints worked examples"
    assert all("errors" not in case for case in shown)


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_examples_reach_every_choice_code_warning_and_field(calculator: str) -> None:
    described = definition(calculator)
    cases = cases_of(calculator)
    answers = [evaluate(calculator, case.inputs, "en", case.on) for case in cases]
    good = [answer for answer in answers if answer["ok"]]
    for name, output in outputs_of(described.outputs).items():
        values = [answer["outputs"][name] for answer in good]
        reached = {
            code for value in values for code in (value if output.kind == "codes" else [value])
        }
        assert set(output.choices) <= reached, name
    texts = read_toml(described.package, "en.toml")
    for table in ("steps", "warnings", "excludes"):
        codes = {each["code"] for answer in good for each in answer[table]} - OF_THE_CORE
        assert codes == set(texts.get(table, {})), table
    typed = {name for case in cases for name in case.inputs}
    assert set(fields_of(described.inputs)) <= typed
