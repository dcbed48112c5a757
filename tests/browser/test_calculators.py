"""Each calculator answers on its page, in each language, and tells of mistakes where they are."""

import json

import pytest
from playwright.sync_api import expect

from calculators import CALCULATORS, evaluate_json
from tests.browser.conftest import Reader
from tests.support.cases import CASES

HOMES = {
    "entry-cost": "start/costs",
    "late-delivery": "orders/late-delivery",
    "invoice-freeze": "money/invoices",
    "purchase-limit": "products/purchase-limits",
}
LANGUAGES = ("zh", "en")
# What is typed, and the output whose words are looked at, in both languages.
ANSWERS = {
    "entry-cost": (
        {"deposits": "2000\n8000", "orders_per_day": "10", "cost_per_order": "35"},
        {"total_low": ("10,450.00 元至 11,500.00 元", "¥10,450.00 to ¥11,500.00")},
    ),
    "late-delivery": (
        {"paid": "¥ 1,299.50"},
        {"compensation": ("13.00 元", "¥13.00"), "tier": ("按比例", "percentage")},
    ),
    "invoice-freeze": (
        {"uninvoiced": "90", "months_overdue": "4", "freeze_after": "1"},
        {"frozen": ("27.00 元", "¥27.00"), "withdrawable": ("没有填余额", "no balance entered")},
    ),
    "purchase-limit": (
        {"cumulative": "3", "per_order": "５"},
        {"valid": ("否", "No"), "effective_minimum": ("1", "1")},
    ),
}
MISTAKES = {
    "entry-cost": {"deposits": "2,000", "payback_days_low": "20"},
    "late-delivery": {"paid": "12,99"},
    "invoice-freeze": {"uninvoiced": "-1", "months_overdue": "1.5"},
    "purchase-limit": {"minimum": "0", "stock": "many"},
}


def test_every_calculator_has_a_page() -> None:
    assert set(HOMES) == set(CALCULATORS) == set(ANSWERS) == set(MISTAKES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("calculator", CALCULATORS)
def test_an_answer_with_steps_and_sources(reader: Reader, calculator: str, lang: str) -> None:
    reader.open(lang, HOMES[calculator])
    form = reader.calculator(calculator)
    typed, expected = ANSWERS[calculator]
    form.type(**typed)
    form.submit()
    for output, words in expected.items():
        assert form.shown(output) == words[LANGUAGES.index(lang)]
    expect(form.result.locator(".result__steps li").first).to_be_visible()
    expect(form.result.locator(".result__source").first).to_contain_text("2026")
    expect(form.result.locator(".result__excludes li").first).to_be_visible()
    expect(form.problems).to_be_hidden()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("calculator", CALCULATORS)
def test_mistakes_stand_beside_the_field_and_in_the_summary(
    reader: Reader, calculator: str, lang: str
) -> None:
    reader.open(lang, HOMES[calculator])
    form = reader.calculator(calculator)
    form.type(**MISTAKES[calculator])
    form.submit()
    expect(form.problems).to_be_focused()
    listed = form.problems.locator("li").all_inner_texts()
    beside = form.root.locator(".field__error:visible").all_inner_texts()
    assert listed == beside
    assert len(listed) >= len(MISTAKES[calculator])
    # The link leads to the field, which is marked and keeps what was typed.
    form.problems.locator("a").first.click()
    wrong = form.root.locator(".field--wrong").first.locator("input, textarea").first
    expect(wrong).to_be_focused()
    expect(wrong).to_have_attribute("aria-invalid", "true")
    for name, text in MISTAKES[calculator].items():
        expect(form.root.locator(f'[name="{name}"]')).to_have_value(text)


def test_a_corrected_mistake_is_answered_and_a_changed_entry_marks_the_answer(
    reader: Reader,
) -> None:
    reader.open("zh", HOMES["late-delivery"])
    form = reader.calculator("late-delivery")
    form.submit()
    expect(form.problems).to_be_visible()
    form.type(paid="89")
    form.submit()
    assert form.shown("compensation") == "3.00 元"
    expect(form.problems).to_be_hidden()
    form.type(paid="890")
    expect(form.result).to_contain_class("result--stale")
    form.submit()
    assert form.shown("compensation") == "8.90 元"
    expect(form.result).not_to_contain_class("result--stale")
    form.root.locator("button[type=reset]").click()
    expect(form.result).to_be_hidden()
    expect(form.root.locator("[name=paid]")).to_have_value("")


def test_the_keyboard_is_enough(reader: Reader) -> None:
    reader.open("en", HOMES["late-delivery"])
    form = reader.calculator("late-delivery")
    form.root.locator("[name=paid]").focus()
    reader.page.keyboard.type("500")
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    assert form.shown("tier") == "force majeure, nothing due"


def test_every_example_gives_the_same_json_in_the_browser(reader: Reader) -> None:
    reader.open("zh", HOMES["late-delivery"])
    requests = [
        {"calculator": case.calculator, "inputs": case.inputs, "lang": lang, "on": case.on}
        for case in CASES
        for lang in LANGUAGES
    ]
    script = reader.page.locator("script[src*='shop-calculator.js']").get_attribute("src")
    replies = reader.page.evaluate(
        """async ([script, requests]) => {
          const { ask } = await import(new URL(script, document.baseURI))
          return Promise.all(requests.map((request) => ask(request)))
        }""",
        [f"{script}".replace("shop-calculator.js", "runtime.js"), requests],
    )
    for request, reply in zip(requests, replies, strict=True):
        assert reply == json.loads(evaluate_json(json.dumps(request))), request
    assert len(replies) == 2 * len(CASES)
