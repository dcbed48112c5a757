"""Whether a buyer may place an order: what must hold whatever the limits are."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import definition
from tests.support.evaluating import evaluate
from tests.support.order_tables import answer_table
from tests.support.pinned import PINNED

LIMIT = st.none() | st.integers(1, 20)
LIMITS = st.fixed_dictionaries(
    {
        "cumulative": LIMIT,
        "per_order": LIMIT,
        "minimum": LIMIT,
        "category_default": LIMIT,
        "stock": st.none() | st.integers(0, 20),
        "bought": st.integers(0, 25),
    }
)


@given(LIMITS, st.integers(1, 25))
def test_an_order_goes_through_when_every_limit_lets_it(
    limits: dict[str, int | None], quantity: int
) -> None:
    per_order = limits["per_order"] or limits["category_default"]
    most = [per_order, limits["stock"], _left(limits)]
    fits = all(each is None or quantity <= each for each in most)
    outputs = _order(limits, quantity)
    assert (outputs["allowed"] == "yes") == (fits and quantity >= (limits["minimum"] or 1))
    assert (outputs["allowed"] == "yes") == (not outputs["reasons"])


@given(LIMITS, st.integers(1, 25))
def test_what_is_left_shrinks_by_what_was_bought_and_never_below_nothing(
    limits: dict[str, int | None], quantity: int
) -> None:
    before = _order(limits, quantity)
    after = _order(limits | {"bought": (limits["bought"] or 0) + quantity}, 1)
    assert before["remaining"] == _left(limits)
    if before["allowed"] == "yes" and before["remaining"] is not None:
        assert after["remaining"] == before["remaining"] - quantity


@given(LIMITS, st.integers(1, 25))
def test_whoever_is_locked_out_can_order_no_number(
    limits: dict[str, int | None], quantity: int
) -> None:
    outputs = _order(limits, quantity)
    if outputs["locked_out"] == "yes":
        assert outputs["allowed"] == "no"


@given(LIMITS, st.integers(1, 25))
def test_a_block_adds_one_reason_and_changes_nothing_else(
    limits: dict[str, int | None], quantity: int
) -> None:
    free, blocked = _order(limits, quantity), _order(limits, quantity, blocked="yes")
    assert blocked["allowed"] == "no"
    assert blocked["reasons"] == ["blocked", *free["reasons"]]
    assert (blocked["remaining"], blocked["locked_out"]) == (free["remaining"], free["locked_out"])


@pytest.mark.parametrize(
    ("bought", "quantity", "reasons", "remaining", "locked_out"),
    [
        # Minimum 2, at most 4 an order, 6 in all, 5 in stock.
        ("0", "1", ["below_minimum"], 6, "no"),
        ("0", "2", [], 6, "no"),
        ("0", "4", [], 6, "no"),
        ("0", "5", ["above_per_order"], 6, "no"),
        ("0", "6", ["above_per_order", "above_stock"], 6, "no"),
        ("0", "7", ["above_per_order", "above_stock", "above_cumulative"], 6, "no"),
        ("3", "3", [], 3, "no"),
        ("3", "4", ["above_cumulative"], 3, "no"),
        ("4", "2", [], 2, "no"),
        ("5", "2", ["above_cumulative"], 1, "yes"),
        ("5", "1", ["below_minimum"], 1, "yes"),
        ("6", "2", ["above_cumulative"], 0, "yes"),
        ("9", "2", ["above_cumulative"], 0, "yes"),
    ],
)
def test_one_buyer_step_by_step(
    bought: str, quantity: str, reasons: list[str], remaining: int, locked_out: str
) -> None:
    limits = {"cumulative": "6", "per_order": "4", "minimum": "2", "stock": "5", "bought": bought}
    answer = evaluate("buyer-order", limits | {"quantity": quantity}, on=PINNED)
    assert answer["outputs"] == {
        "allowed": "no" if reasons else "yes",
        "reasons": reasons,
        "remaining": remaining,
        "locked_out": locked_out,
    }


@pytest.mark.parametrize(
    ("lowest", "outlook"),
    [("1", "none_possible"), ("2", "possible"), ("3", "possible")],
)
@pytest.mark.parametrize("limit", ["per_order", "stock"])
def test_just_the_minimum_can_still_be_ordered(limit: str, lowest: str, outlook: str) -> None:
    limits = {"minimum": "2", "per_order": "9", "stock": "9", limit: lowest}
    answer = evaluate("buyer-order", limits | {"quantity": "2"}, on=PINNED)
    assert answer["steps"][-1]["code"] == outlook


def test_what_is_left_may_be_just_the_minimum() -> None:
    limits = {"minimum": "2", "cumulative": "6", "bought": "4", "quantity": "2"}
    answer = evaluate("buyer-order", limits, "en", PINNED)
    assert answer["steps"][-1]["code"] == "possible"


@pytest.mark.parametrize(
    ("on", "blocked", "warned"),
    [
        ("2026-07-30", "yes", False),
        ("2026-07-31", "yes", True),
        ("2026-11-25", "yes", True),
        ("2026-11-25", "no", False),
    ],
)
def test_blocking_without_cause_is_warned_of(on: str, blocked: str, *, warned: bool) -> None:
    typed = {"quantity": "1", "per_order": "2", "stock": "9", "blocked": blocked}
    answer = evaluate("buyer-order", typed, "en", on)
    told = {each["code"]: each["text"] for each in answer["warnings"]}
    assert ("block_needs_cause" in told) == warned
    if warned:
        assert "5% of what they paid (¥5 to ¥30)" in told["block_needs_cause"]


# Which rule each step rests on: readers follow it to its source.
RULES = {
    "not_blocked": {"blacklist"},
    "minimum_met": {"minimum", "minimum_default"},
    "per_order_met": {"per_order", "per_order_default"},
    "stock_met": {"stock"},
    "remaining": {"cumulative"},
    "possible": {"together"},
    "per_order_category": {"per_order_default"},
    "above_cumulative": {"cumulative"},
    "below_minimum": {"minimum"},
    "locked_out": {"locked_out"},
    "used_up": {"cumulative"},
    "over_bought": {"over_bought"},
    "blocked": {"blacklist"},
    "above_per_order": {"per_order", "per_order_default"},
    "above_stock": {"stock"},
    "cumulative_unset": {"cumulative_default"},
    "possible_from": {"together"},
    "none_possible": {"together"},
    "sold_out": {"stock"},
}


def test_each_step_names_the_rule_it_rests_on() -> None:
    named: dict[str, set[str]] = {}
    for case in definition("buyer-order").cases():
        answer = evaluate("buyer-order", case["inputs"], on=case["on"])
        for step in answer.get("steps", ()):
            named.setdefault(step["code"], set()).add(step["rule"].partition(".")[2])
    assert named == RULES


@pytest.mark.parametrize(
    ("stock", "allowed"),
    [("无", "no"), ("没有", "no"), ("暂无", "no"), ("无货", "no"), ("售罄", "no"), ("0", "no"),
     ("-", "yes"), ("null", "yes"), ("空", "yes"), ("N/A", "yes"), ("3", "yes")],
)  # fmt: skip
def test_a_stock_of_none_lets_no_order_through(stock: str, allowed: str) -> None:
    """Of a limit the same word says that there is none."""
    head = "商品ID,每人限购,每次限购,起售件数,库存,已购件数,下单件数,是否拉黑"
    for limit in ("5", "无"):
        found = answer_table(
            f"{head}\n2,{limit},{limit},1,{stock},0,2,否\n", "buyer-order", given={}
        )
        assert found.amounts == [allowed]


def _left(limits: dict[str, int | None]) -> int | None:
    cumulative = limits["cumulative"]
    return None if cumulative is None else max(cumulative - (limits["bought"] or 0), 0)


def _order(limits: dict[str, int | None], quantity: int, blocked: str = "no") -> dict[str, Any]:
    typed = {name: None if value is None else str(value) for name, value in limits.items()}
    asked = typed | {"quantity": str(quantity), "blocked": blocked}
    answer = evaluate("buyer-order", asked, on=PINNED)
    assert answer["ok"], answer
    outputs: dict[str, Any] = answer["outputs"]
    return outputs
