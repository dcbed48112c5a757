"""What must hold for all inputs, not only for examples."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import CALCULATORS, definition
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.money import read_money
from calculators.core.text.catalogue import COMMON, LANGUAGES, Texts
from calculators.core.text.formatting import amount, exact_amount
from tests.support.drawn import MONEY, inputs_of
from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED, TODAY

SMALL_MONEY = st.decimals(min_value=0, max_value=5000, places=2)
LIMIT = st.none() | st.integers(1, 60)


@pytest.mark.slow
@pytest.mark.parametrize("calculator", CALCULATORS)
@given(data=st.data())
def test_both_languages_give_the_same_codes_and_numbers(
    calculator: str, data: st.DataObject
) -> None:
    typed = data.draw(inputs_of(calculator, broken=True))
    first, second = (evaluate(calculator, typed, lang, today=TODAY) for lang in LANGUAGES)
    assert _without_words(first) == _without_words(second)


@pytest.mark.parametrize("calculator", CALCULATORS)
@given(data=st.data())
def test_accepted_inputs_are_answered_and_read_again(calculator: str, data: st.DataObject) -> None:
    typed = data.draw(inputs_of(calculator, broken=False))
    answer = evaluate(calculator, typed, "zh", today=TODAY)
    if answer["ok"]:
        assert evaluate(calculator, answer["inputs"], "zh", today=TODAY) == answer
    else:
        # What one field asks of another: an order, an entry that its value makes necessary, a
        # time between two moments that a rule can count.
        assert {each["code"] for each in answer["errors"]} <= {
            "out_of_order",
            "required",
            "above_maximum",
        }


@given(MONEY, st.sampled_from(LANGUAGES))
def test_money_as_it_is_written_is_read_again(money: Decimal, lang: str) -> None:
    texts = Texts(COMMON, lang)
    for written in (str(money), f"{money:,}", amount(money, texts), exact_amount(money, texts)):
        assert read_money(written) == money


@given(st.text(max_size=20))
def test_whatever_is_typed_is_read_or_refused_with_a_sentence(typed: str) -> None:
    for calculator in CALCULATORS:
        inputs = dict.fromkeys(fields_of(definition(calculator).inputs), typed)
        answer = evaluate(calculator, inputs, "en", today=TODAY)
        assert answer["ok"] or all(each["text"] for each in answer["errors"])


@given(SMALL_MONEY, SMALL_MONEY)
def test_late_delivery_of_2022_to_2025_never_falls_as_the_payment_rises(
    one: Decimal, other: Decimal
) -> None:
    low, high = sorted((one, other))
    assert _compensation(low) <= _compensation(high)


@given(MONEY)
def test_late_delivery_of_2022_to_2025_stays_within_its_bounds(paid: Decimal) -> None:
    compensation = _compensation(paid)
    assert compensation == 0 if paid <= 3 else 3 <= compensation <= 30
    assert compensation <= max(paid, Decimal(0))


@given(MONEY, st.integers(0, 120), st.sampled_from(["1", "3"]), MONEY)
def test_invoice_freeze_holds_thirty_per_cent_and_never_more_than_there_is(
    uninvoiced: Decimal, months: int, freeze_after: str, balance: Decimal
) -> None:
    typed = {
        "uninvoiced": str(uninvoiced),
        "months_overdue": str(months),
        "freeze_after": freeze_after,
        "balance": str(balance),
    }
    outputs = evaluate("invoice-freeze", typed)["outputs"]
    due, frozen = Decimal(outputs["frozen_when_due"]), Decimal(outputs["frozen"])
    assert abs(due - uninvoiced * 3 / 10) <= Decimal("0.005")
    assert frozen == (due if months >= int(freeze_after) else 0)
    assert Decimal(outputs["withdrawable"]) == max(balance - frozen, Decimal(0))


@given(st.lists(SMALL_MONEY, min_size=1, max_size=6), st.integers(0, 500), SMALL_MONEY)
def test_entry_cost_adds_up(deposits: list[Decimal], orders: int, cost: Decimal) -> None:
    typed = {
        "deposits": "\n".join(map(str, deposits)),
        "orders_per_day": str(orders),
        "cost_per_order": str(cost),
        "equipment": "99.90",
    }
    answer = evaluate("entry-cost", typed, on=PINNED)
    outputs = {name: Decimal(value) for name, value in answer["outputs"].items()}
    assert outputs["deposit"] == max(deposits)
    parts = outputs["sunk"] + outputs["refundable"]
    assert outputs["total_low"] == parts + outputs["working_capital_low"]
    assert outputs["total_high"] == parts + outputs["working_capital_high"]
    assert outputs["total_low"] + outputs["gap_high"] == 20000
    assert outputs["total_high"] + outputs["gap_low"] == 20000


@given(LIMIT, LIMIT, LIMIT, LIMIT, st.none() | st.integers(0, 60))
def test_purchase_limits_mean_what_they_say(
    cumulative: int | None,
    per_order: int | None,
    minimum: int | None,
    category: int | None,
    stock: int | None,
) -> None:
    values = {
        "cumulative": cumulative,
        "per_order": per_order,
        "minimum": minimum,
        "category_default": category,
        "stock": stock,
    }
    typed = {name: None if value is None else str(value) for name, value in values.items()}
    outputs = evaluate("purchase-limit", typed)["outputs"]
    set_limits = [each for each in (minimum, per_order, cumulative) if each is not None]
    assert (outputs["valid"] == "yes") == (set_limits == sorted(set_limits))
    assert (outputs["valid"] == "yes") == (not outputs["violations"])
    bounds = [
        each for each in (outputs["effective_per_order"], cumulative, stock) if each is not None
    ]
    assert outputs["largest_order"] == (min(bounds) if bounds else None)


def _compensation(paid: Decimal) -> Decimal:
    answer = evaluate("late-delivery", {"paid": str(paid)}, on=PINNED)
    return Decimal(answer["outputs"]["compensation"])


_WORDS = {"text", "headline", "lang"}


def _without_words(value: object) -> object:
    if isinstance(value, dict):
        return {k: _without_words(each) for k, each in value.items() if k not in _WORDS}
    return [_without_words(each) for each in value] if isinstance(value, list) else value
