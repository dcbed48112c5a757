"""The answer's shape, and what is refused with which code: the public interface, to the letter."""

import json
import re
from datetime import date

import pytest

from calculators import CALCULATORS, definition, page
from calculators.core.text.catalogue import LANGUAGES
from calculators.core.text.formatting import in_words
from checks.kinds.examples import SAID
from tests.support.cases import CASES
from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED, TODAY


def test_the_answer_has_the_keys_of_the_contract_in_order() -> None:
    answer = evaluate("late-delivery", {"paid": "299.99"}, lang="en", on=PINNED)
    assert list(answer) == [
        "calculator", "ok", "on", "lang", "inputs", "outputs",
        "headline", "tone", "to_do", "fix", "steps", "warnings", "excludes", "sources", "upcoming",
    ]  # fmt: skip
    assert answer["on"] == PINNED
    assert answer["inputs"] == {
        "paid": "299.99", "promised_hours": "48", "late_hours": "1", "force_majeure": "no",
    }  # fmt: skip
    assert answer["outputs"] == {"compensation": "3.00", "tier": "flat", "rate": "1.00"}
    (step,) = answer["steps"]
    assert list(step) == ["code", "rule", "text"]
    assert (step["code"], step["rule"]) == ("flat", "late-delivery.flat")
    assert answer["sources"][0] == {
        "rule": "late-delivery.flat",
        "sources": [
            "repost-zhanluewang-2025-04-28",
            "repost-11467-2024-08-26",
            "repost-ostmcn-2022-01-07",
        ],
        "claims": ["S4N-06"],
        "valid_from": "unknown",
        "checked_on": "2026-11-25",
        "confidence": "medium",
    }
    assert json.loads(json.dumps(answer)) == answer


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_what_is_said_by_the_name_of_a_rule_brings_its_source(calculator: str) -> None:
    book = definition(calculator).rule_book
    for case in (each for each in CASES if each.calculator == calculator and each.answerable):
        answer = evaluate(calculator, case.inputs, on=case.on)
        rules = {each.id for each in book.on(date.fromisoformat(answer["on"]))}
        said = {f"{calculator}.{each['code']}" for each in answer["warnings"] + answer["excludes"]}
        assert said & rules <= {each["rule"] for each in answer["sources"]}, str(case)


def test_refused_inputs_have_field_code_and_text() -> None:
    answer = evaluate("late-delivery", {"paid": "1.234"}, lang="en", on=PINNED)
    assert answer == {
        "calculator": "late-delivery",
        "ok": False,
        "errors": [
            {
                "field": "paid",
                "code": "too_many_decimals",
                "text": "Check the amount the buyer paid: two decimals at most",
            }
        ],
    }


def test_all_mistakes_are_told_at_once_also_those_of_entries_that_need_each_other() -> None:
    typed = {"paid": "-5", "promised_at": "2026-06-01 10:00", "late_hours": "many"}
    answer = evaluate("late-delivery", typed, today=TODAY)
    assert [(each["field"], each["code"]) for each in answer["errors"]] == [
        ("paid", "negative"),
        ("late_hours", "not_an_integer"),
        ("paid_at", "required"),
    ]


def test_an_unknown_calculator_is_answered_with_those_that_exist() -> None:
    answer = evaluate("late_delivery", {}, lang="en")
    assert not answer["ok"]
    assert answer["errors"][0]["code"] == "unknown_calculator"
    assert all(calculator in answer["errors"][0]["text"] for calculator in CALCULATORS)


def test_a_date_that_is_none_is_an_error_of_its_own() -> None:
    for on in ("2026-02-30", "tomorrow"):
        answer = evaluate("late-delivery", {"paid": "5"}, on=on)
        assert [(each["field"], each["code"]) for each in answer["errors"]] == [
            ("on", "not_a_date")
        ]


def test_the_day_chooses_the_rule_that_held() -> None:
    inputs = {"uninvoiced": "100", "months_overdue": "2"}
    assert evaluate("invoice-freeze", inputs, on="2021-06-30")["outputs"]["frozen"] == "30.00"
    assert evaluate("invoice-freeze", inputs, on="2021-07-01")["outputs"]["frozen"] == "0.00"
    assert evaluate("invoice-freeze", inputs, today=TODAY)["outputs"]["frozen"] == "0.00"


def test_mistakes_of_programs_are_raised_not_answered() -> None:
    with pytest.raises(ValueError, match="lang"):
        evaluate("late-delivery", {"paid": "5"}, lang="fr")
    with pytest.raises(TypeError, match="texts"):
        evaluate("late-delivery", {"paid": 5})  # type: ignore[dict-item]


def test_over_a_wire_of_texts() -> None:
    asked = {"calculator": "late-delivery", "inputs": {"paid": "89"}, "lang": "en"}
    request = asked | {"on": PINNED, "today": TODAY.isoformat()}
    reply = json.loads(page.reply(json.dumps(request)))
    assert reply["answer"] == evaluate("late-delivery", {"paid": "89"}, "en", PINNED, TODAY)
    assert reply["shown"]["outputs"][0] == {
        "id": "compensation", "label": "Taken for this order", "text": "¥3.00",
        "headline": True, "deadline": False,
    }  # fmt: skip
    refused = json.loads(page.reply(json.dumps(request | {"inputs": {}})))
    assert refused["shown"] is None


# Where a limit may be left open, and a sentence says so.
UNLIMITED = {"purchase-limit", "buyer-order"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("calculator", CALCULATORS)
def test_each_step_rests_on_a_rule_and_no_sentence_has_a_gap(calculator: str, lang: str) -> None:
    gap = r"None|[{}]|  "
    # A missing value reads as one without a limit; in English that is part of other sentences, too.
    if lang == "zh" and calculator not in UNLIMITED:
        gap += f"|{in_words(None, definition(calculator).texts(lang))}"
    for case in CASES:
        if case.calculator == calculator and case.answerable:
            answer = evaluate(calculator, case.inputs, lang, case.on)
            sourced = {each["rule"] for each in answer["sources"]}
            assert {each["rule"] for each in answer["steps"]} <= sourced
            for text in [answer["headline"], *(e["text"] for kind in SAID for e in answer[kind])]:
                assert text.strip()
                assert not re.search(gap, text), text
