"""Safety stock: nothing is lost between what is held back and what is listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED

STOCK = st.integers(0, 10**9)
SHARES = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted)


@given(STOCK, SHARES)
def test_held_back_and_listed_make_the_whole_stock(stock: int, shares: list[int]) -> None:
    outputs = _outputs(stock, *shares)
    assert outputs["reserve_low"] + outputs["listable_high"] == stock
    assert outputs["reserve_high"] + outputs["listable_low"] == stock
    assert 0 <= outputs["reserve_low"] <= outputs["reserve_high"] <= stock


@given(STOCK, SHARES)
def test_a_reserve_is_the_share_and_less_than_a_piece_more(stock: int, shares: list[int]) -> None:
    outputs = _outputs(stock, *shares)
    for share, reserve in zip(shares, ("reserve_low", "reserve_high"), strict=True):
        assert stock * share <= outputs[reserve] * 100 < stock * share + 100


@given(STOCK, STOCK, SHARES)
def test_more_stock_never_means_less_of_anything(one: int, other: int, shares: list[int]) -> None:
    few, many = (_outputs(stock, *shares) for stock in sorted((one, other)))
    assert all(few[name] <= many[name] for name in few)


@pytest.mark.parametrize(
    ("stock", "reserve", "listable"),
    [
        (0, (0, 0), (0, 0)),
        (1, (1, 1), (0, 0)),
        (5, (1, 1), (4, 4)),
        (10, (1, 2), (8, 9)),
        (37, (4, 6), (31, 33)),
        (100, (10, 15), (85, 90)),
        (101, (11, 16), (85, 90)),
    ],
)
def test_ten_to_fifteen_per_cent_of_the_stock(
    stock: int, reserve: tuple[int, int], listable: tuple[int, int]
) -> None:
    outputs = evaluate("safety-stock", {"stock": str(stock)}, on=PINNED)["outputs"]
    assert (outputs["reserve_low"], outputs["reserve_high"]) == reserve
    assert (outputs["listable_low"], outputs["listable_high"]) == listable


@pytest.mark.parametrize(
    ("on", "first"), [("2026-06-21", "no_platform_text"), ("2026-06-22", "platform_stock")]
)
def test_what_the_platform_says_comes_first(on: str, first: str) -> None:
    assert evaluate("safety-stock", {"stock": "5"}, on=on)["steps"][0]["code"] == first


def _outputs(stock: int, low: int, high: int) -> dict[str, int]:
    typed = {"stock": str(stock), "share_low": str(low), "share_high": str(high)}
    outputs: dict[str, int] = evaluate("safety-stock", typed, on=PINNED)["outputs"]
    return outputs
