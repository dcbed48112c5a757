"""What must hold for all orders that cannot be shipped."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from calculators import evaluate
from calculators.core.money import LARGEST

MONEY = st.decimals(min_value=0, max_value=20_000, places=2)
ANY_MONEY = st.decimals(min_value=0, max_value=LARGEST, places=2)
HOURS = st.integers(1, 2000)


@given(ANY_MONEY, HOURS)
def test_the_compensation_stays_within_its_bounds(paid: Decimal, hours: int) -> None:
    assert 5 <= _compensation(paid, hours) <= (500 if hours <= 48 else 1000)


@given(MONEY, MONEY, HOURS)
def test_the_compensation_never_falls_as_the_payment_rises(
    one: Decimal, other: Decimal, hours: int
) -> None:
    low, high = sorted((one, other))
    assert _compensation(low, hours) <= _compensation(high, hours)


@given(MONEY, st.integers(1, 48), st.integers(49, 2000))
def test_only_the_side_of_forty_eight_hours_matters(paid: Decimal, short: int, long: int) -> None:
    assert _compensation(paid, short) == _compensation(paid, 48) <= _compensation(paid, long)
    assert _compensation(paid, long) == _compensation(paid, 49)


@given(MONEY, HOURS)
def test_between_the_bounds_it_is_the_percentage_to_the_fen(paid: Decimal, hours: int) -> None:
    exact = paid * (5 if hours <= 48 else 10) / 100
    if 5 <= exact <= (500 if hours <= 48 else 1000):
        assert abs(_compensation(paid, hours) - exact) <= Decimal("0.005")


def _compensation(paid: Decimal, hours: int) -> Decimal:
    typed = {"paid": str(paid), "promised_hours": str(hours)}
    return Decimal(evaluate("out-of-stock", typed)["outputs"]["compensation"])
