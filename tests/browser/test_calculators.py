"""Each calculator answers on its page, in each language, and tells of mistakes where they are."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from calculators import CALCULATORS, definition, page
from calculators.core.inputs.fields import fields_of
from calculators.core.output.presentation import present
from macros.calculator_list import homes
from tests.browser.conftest import CalculatorOnPage, Reader, Regular
from tests.support.cases import CASES, Case, shown_case
from tests.support.drawn import inputs_of
from tests.support.evaluating import evaluate
from tests.support.kinds_of_field import each_kind_first
from tests.support.markdown import LANGUAGES
from tests.support.pinned import TODAY

LATE = "orders/late-delivery"


def _mistyped(calculator: str) -> Case:
    """The calculator's first refused example that a form can be filled with."""
    return next(
        case
        for case in CASES
        if case.calculator == calculator and not case.answerable and case.typeable
    )


def _enter(form: CalculatorOnPage, case: Case) -> dict[str, str]:
    """Type what the form asks of a case, and nothing into the present; what was typed."""
    fields = fields_of(definition(case.calculator).inputs)
    empty = {name: "" for name, field in fields.items() if field.present}
    typed = {
        name: text
        for name, text in case.inputs.items()
        if (condition := fields[name].shown_when) is None
        or (case.inputs.get(condition[0], "") == condition[1])
    }
    form.type(**empty | typed)
    return typed


def test_every_calculator_has_a_page_in_both_languages() -> None:
    assert set(homes("zh")) == set(homes("en")) == set(CALCULATORS)


@each_kind_first
@pytest.mark.parametrize("lang", LANGUAGES)
def test_answers_with_steps_and_sources(
    regular: Regular, lang: str, calculators: list[str]
) -> None:
    for calculator in calculators:
        case = shown_case(calculator)
        expected = evaluate(calculator, case.inputs, lang, case.on)
        reader = regular(lang, homes(lang)[calculator])
        form = reader.calculator(calculator)
        form.by_rules_of(case.on)
        form.type(**case.inputs)
        form.submit()
        for output in present(definition(calculator), expected, lang)["outputs"]:
            assert form.shown(output["id"]) == output["text"], calculator
        expect(form.result.locator(".said__headline")).to_have_text(expected["headline"])
        expect(form.result.locator(".said")).to_contain_class(f"said--{expected['tone']}")
        for folded in form.result.locator(".result__folded > summary").all():
            folded.click()
        # What is to be done stands above how it was worked out, in the same order.
        to_do = [step["text"] for step in expected["steps"] if step["code"] in expected["to_do"]]
        others = [each["text"] for each in expected["steps"] if each["text"] not in to_do]
        steps = form.result.locator(":is(.result__todo, .result__steps) li").all_inner_texts()
        texts = [*to_do, *others]
        assert all(text in shown for text, shown in zip(texts, steps, strict=True)), calculator
        expect(form.result.locator(".result__source").first).to_contain_text("2026")
        expect(form.problems).to_be_hidden()


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_mistakes_stand_beside_the_field_and_in_the_summary(regular: Regular, lang: str) -> None:
    for calculator in CALCULATORS:
        case = _mistyped(calculator)
        reader = regular(lang, homes(lang)[calculator])
        form = reader.calculator(calculator)
        form.by_rules_of(case.on)
        typed = _enter(form, case)
        form.submit()
        expect(form.problems).to_be_focused()
        listed = form.problems.locator("li").all_inner_texts()
        beside = form.root.locator(".field__error:visible").all_inner_texts()
        assert listed == beside, calculator
        refused = evaluate(calculator, typed, lang, case.on)["errors"]
        assert sorted(listed) == sorted(each["text"] for each in refused), calculator
        # The link leads to the field, which is marked and keeps what was typed.
        form.problems.locator("a").first.click()
        wrong = form.root.locator(".field--wrong").first
        expect(wrong.locator("input, textarea, button").first).to_be_focused()
        for each in wrong.locator("input, textarea").all():  # a button cannot be invalid
            expect(each).to_have_attribute("aria-invalid", "true")
        for name, text in typed.items():
            expect(form.root.locator(f'[name="{name}"]')).to_have_value(text)


def test_a_corrected_mistake_is_answered_and_a_wrong_entry_marks_the_answer(
    regular: Regular,
) -> None:
    form = regular("zh", LATE).pinned("late-delivery")
    form.submit()
    expect(form.problems).to_be_visible()
    form.type(paid="89")
    form.submit()
    assert form.shown("compensation") == "3.00 元"
    expect(form.problems).to_be_hidden()
    form.type(paid="890x")
    expect(form.result).to_contain_class("result--stale")
    form.type(paid="890")
    form.submit()
    assert form.shown("compensation") == "8.90 元"
    form.root.locator("button[type=reset]").click()
    expect(form.result).to_be_hidden()
    expect(form.root.locator("[name=paid]")).to_have_value("")


def test_what_is_changed_while_waiting_marks_the_answer(reader: Reader) -> None:
    reader.open("zh", LATE)  # for the first time: the browser's Python takes seconds
    form = reader.pinned("late-delivery")
    form.type(paid="89")
    form.submit()
    form.type(paid="890x")
    expect(form.result.locator("[data-output=compensation] dd")).to_have_text("3.00 元")
    expect(form.result).to_contain_class("result--stale")
    expect(form.problems).to_be_hidden()


def test_the_keyboard_is_enough(regular: Regular) -> None:
    reader = regular("en", LATE)
    form = reader.pinned("late-delivery")
    form.root.locator("[name=paid]").focus()
    reader.page.keyboard.type("500")
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    assert form.shown("tier") == "force majeure, nothing due"


@pytest.mark.slow
@settings(
    max_examples=4,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_drawn_inputs_give_the_same_json_in_the_browser(
    regular: Regular, data: st.DataObject
) -> None:
    _hold_against_python(
        regular("zh", LATE),
        [
            {
                "calculator": calculator,
                "inputs": data.draw(inputs),
                "lang": "zh",
                "on": None,
                "today": TODAY.isoformat(),
            }
            for calculator in CALCULATORS
            for broken in (False, True)
            for inputs in [inputs_of(calculator, broken=broken)] * 4
        ],
    )


def _hold_against_python(reader: Reader, requests: list[dict[str, Any]]) -> None:
    script = reader.page.locator("script[src*='/shop-calculator-']").get_attribute("src")
    replies = reader.page.evaluate(
        """async ([script, requests]) => {
          const { ask } = await import(new URL(script, document.baseURI))
          return Promise.all(requests.map((request) => ask(request)))
        }""",
        [script, requests],
    )
    for request, reply in zip(requests, replies, strict=True):
        assert reply == json.loads(page.reply(json.dumps(request))), request
    assert len(replies) == len(requests) > 0
