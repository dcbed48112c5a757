"""Whether a buyer may place an order: what must hold whatever the limits are."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from calculators import evaluate

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


def _left(limits: dict[str, int | None]) -> int | None:
    cumulative = limits["cumulative"]
    return None if cumulative is None else max(cumulative - (limits["bought"] or 0), 0)


def _order(limits: dict[str, int | None], quantity: int, blocked: str = "no") -> dict[str, Any]:
    typed = {name: None if value is None else str(value) for name, value in limits.items()}
    answer = evaluate("buyer-order", typed | {"quantity": str(quantity), "blocked": blocked})
    assert answer["ok"], answer
    outputs: dict[str, Any] = answer["outputs"]
    return outputs
