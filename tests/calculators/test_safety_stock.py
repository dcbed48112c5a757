"""Safety stock: nothing is lost between what is held back and what is listed."""

from hypothesis import given
from hypothesis import strategies as st

from calculators import evaluate

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


def _outputs(stock: int, low: int, high: int) -> dict[str, int]:
    typed = {"stock": str(stock), "share_low": str(low), "share_high": str(high)}
    outputs: dict[str, int] = evaluate("safety-stock", typed)["outputs"]
    return outputs
