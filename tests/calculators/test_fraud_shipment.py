"""Fraudulent shipment: a table worked out by hand, and what holds on both sides of each change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.evaluating import Answer, evaluate
from tests.support.order_tables import answer_table

# Each day of change with the day before it.
DAYS = ["2026-06-02", "2026-06-03", "2026-06-21", "2026-06-22", "2026-08-02", "2026-08-03"]
REPOSTED, TEXT, BEFORE_PRECIOUS, PRECIOUS, ONE_CLASS, TWO_CLASSES = DAYS
TODAY = "2026-11-25"

# The day, what was paid, whether precious metal: what is owed, its tier.
TABLE = """
2026-11-25          0  no      5.00  minimum
2026-11-25       0.01  no      5.00  minimum
2026-11-25       4.00  no      5.00  minimum
2026-11-25       4.49  no      5.00  minimum
2026-11-25       4.50  no      5.00  paid_in_full
2026-11-25       5.00  no      5.00  paid_in_full
2026-11-25       5.49  no      5.00  paid_in_full
2026-11-25       5.50  no      6.00  paid_in_full
2026-11-25       9.49  no      9.00  paid_in_full
2026-11-25       9.50  no     10.00  paid_in_full
2026-11-25       9.99  no     10.00  paid_in_full
2026-11-25      10.00  no     10.00  minimum
2026-11-25      31.66  no     10.00  minimum
2026-11-25      31.67  no     10.00  percent
2026-11-25      33.34  no     10.00  percent
2026-11-25      34.99  no     10.00  percent
2026-11-25      35.00  no     11.00  percent
2026-11-25     100.00  no     30.00  percent
2026-11-25    1299.00  no    390.00  percent
2026-11-25    1668.33  no    500.00  percent
2026-11-25    1668.34  no    500.00  cap
2026-11-25    1668.40  no    500.00  cap
2026-11-25 9999999.99  no    500.00  cap
2026-11-25       8.00  yes     8.00  paid_in_full
2026-11-25      10.00  yes    10.00  minimum
2026-11-25    1668.34  yes   501.00  percent
2026-11-25    3334.99  yes  1000.00  percent
2026-11-25    3335.00  yes  1000.00  cap
2026-08-03       9.99  no     10.00  paid_in_full
2026-08-03       4.00  no      5.00  minimum
2026-08-03    5000.00  yes  1000.00  cap
2026-08-02       9.99  no     10.00  minimum
2026-08-02       4.00  no     10.00  minimum
2026-08-02          0  no     10.00  minimum
2026-08-02      35.00  no     11.00  percent
2026-08-02    5000.00  yes  1000.00  cap
2026-06-22    3335.00  yes  1000.00  cap
2026-06-22    3335.00  no    500.00  cap
2026-06-21    3335.00  yes   500.00  cap
2026-06-21      31.66  no     10.00  minimum
2026-06-03       4.00  no     10.00  minimum
2026-06-03      31.67  no     10.00  percent
2026-06-03    1668.34  no    500.00  cap
2026-06-03    5000.00  yes   500.00  cap
2026-06-02          0  no      5.00  minimum
2026-06-02       4.00  no      5.00  minimum
2026-06-02      14.99  no      5.00  minimum
2026-06-02      15.00  no      5.00  percent
2026-06-02      35.00  no     11.00  percent
2026-06-02     334.99  no    100.00  percent
2026-06-02     335.00  no    100.00  cap
2026-06-02    5000.00  yes   100.00  cap
2024-07-22      89.00  no     27.00  percent
"""

FEN = st.integers(0, 2000) | st.integers(0, 500_000) | st.integers(0, 999_999_999_999)
YES_NO = st.sampled_from(["yes", "no"])
DAY = st.sampled_from([*DAYS, TODAY])

# In yuan: the least of each day's rule, and the most without and with precious metal.
BOUNDS = {
    REPOSTED: (5, 100, 100),
    TEXT: (10, 500, 500),
    BEFORE_PRECIOUS: (10, 500, 500),
    PRECIOUS: (10, 500, 1000),
    ONE_CLASS: (10, 500, 1000),
    TWO_CLASSES: (10, 500, 1000),
    TODAY: (10, 500, 1000),
}


def _expected(fen: int, precious: str, on: str) -> tuple[int, str]:
    """The rule once more, in whole yuan: what is owed, and the tier."""
    least, most, of_precious = BOUNDS[on]
    if fen < 1000 and on >= TWO_CLASSES:
        whole = (fen + 50) // 100
        return (whole, "paid_in_full") if whole >= 5 else (5, "minimum")
    most = of_precious if precious == "yes" else most
    share = (fen * 30 + 5000) // 10_000
    if share < least:
        return least, "minimum"
    return (most, "cap") if share > most else (share, "percent")


@pytest.mark.parametrize("row", TABLE.strip().splitlines(), ids=str.split)
def test_as_worked_out_by_hand(row: str) -> None:
    on, paid, precious, compensation, tier = row.split()
    answer = _answer(paid, precious, on)
    assert answer["outputs"] == {"compensation": compensation, "tier": tier}
    if on in BOUNDS:
        assert _expected(_fen(paid), precious, on) == (int(compensation[:-3]), tier)


@given(FEN, YES_NO, DAY)
def test_any_order_on_both_sides_of_every_change(fen: int, precious: str, on: str) -> None:
    outputs = _answer(_yuan(fen), precious, on)["outputs"]
    assert (_owed(fen, precious, on), outputs["tier"]) == _expected(fen, precious, on)


@pytest.mark.parametrize("on", DAYS)
@given(FEN, FEN, YES_NO)
def test_it_never_falls_as_the_payment_rises(on: str, one: int, other: int, precious: str) -> None:
    # Not only within a class: the one below ten yuan ends where the next begins.
    low, high = (_owed(fen, precious, on) for fen in sorted((one, other)))
    assert low <= high


@pytest.mark.parametrize("on", DAYS)
@given(FEN, YES_NO)
def test_it_stays_within_the_bounds_of_its_class(on: str, fen: int, precious: str) -> None:
    least, most, of_precious = BOUNDS[on]
    owed = _owed(fen, precious, on)
    if on == TWO_CLASSES and fen < 1000:
        assert 5 <= owed <= 10
    else:
        assert least <= owed <= (of_precious if precious == "yes" else most)


@given(FEN, st.sampled_from([REPOSTED, TEXT, BEFORE_PRECIOUS]))
def test_precious_metal_makes_no_difference_before_it_has_a_maximum(fen: int, on: str) -> None:
    assert _answer(_yuan(fen), "yes", on)["outputs"] == _answer(_yuan(fen), "no", on)["outputs"]


@given(FEN, st.sampled_from([PRECIOUS, TWO_CLASSES, TODAY]))
def test_precious_metal_never_costs_less(fen: int, on: str) -> None:
    usual, own = (_owed(fen, precious, on) for precious in ("no", "yes"))
    assert usual == min(own, 500)
    told = "precious" in _codes(_answer(_yuan(fen), "yes", on), "steps")
    assert told == (own > 500)


def test_it_is_no_precious_metal_unless_that_is_said() -> None:
    answer = evaluate("fraud-shipment", {"paid": "5000"}, "en", TODAY)
    assert answer["inputs"] == {"paid": "5000.00", "precious": "no"}
    assert answer["outputs"]["compensation"] == "500.00"


@given(FEN, YES_NO, DAY)
def test_more_than_was_paid_is_said(fen: int, precious: str, on: str) -> None:
    codes = _codes(_answer(_yuan(fen), precious, on), "warnings")
    assert ("above_price" in codes) == (0 < fen < _owed(fen, precious, on) * 100)
    assert ("nothing_paid" in codes) == (fen == 0)


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2024-07-22", None), ("2024-07-23", "390.00"), (REPOSTED, "390.00"), (TEXT, None)],
)
def test_the_higher_bounds_are_told_while_their_day_is_not_known(
    on: str, expected: str | None
) -> None:
    answer = _answer("1299", "no", on)
    warnings = {each["code"]: each["text"] for each in answer["warnings"]}
    assert ("either_shape" in warnings) == (expected is not None)
    if expected is not None:
        assert f"¥{expected}" in warnings["either_shape"]
    assert ("reposts_only" in warnings) == (on <= REPOSTED)


@pytest.mark.parametrize(
    ("paid", "precious", "until", "amount"),
    [
        ("6.80", "no", "2026-08-02", "10.00"),
        ("5000", "yes", "2026-06-21", "500.00"),
        ("5000", "no", "2026-06-02", "100.00"),
        ("12.50", "no", "2026-06-02", "5.00"),
        # Where no change made a difference, the last one is told.
        ("100", "no", "2026-08-02", "30.00"),
    ],
)
def test_what_it_was_before_the_change_that_matters(
    paid: str, precious: str, until: str, amount: str
) -> None:
    steps = {each["code"]: each["text"] for each in _answer(paid, precious, TODAY)["steps"]}
    assert until in steps["formerly"]
    assert f"¥{amount}" in steps["formerly"]


@pytest.mark.parametrize("on", DAYS)
def test_what_counts_and_what_else_happens_is_told_as_far_as_a_text_says_it(on: str) -> None:
    answer = _answer("89", "no", on)
    told = {*_codes(answer, "warnings"), *_codes(answer, "excludes")}
    assert ({"voucher", "what_counts", "measures"} <= told) == (on >= TEXT)
    assert ("penalties" in told) == (on < TEXT)
    assert ("counts_too" in told) == (on >= PRECIOUS)
    if on >= TEXT:
        measures = next(each for each in answer["excludes"] if each["code"] == "measures")
        assert "3 orders" in measures["text"]
        assert "30 days" in measures["text"]


def test_what_is_not_said_of_a_row_is_asked_only_where_it_decides() -> None:
    text = "订单编号,订单应付金额,是否贵金属\n1,35,\n2,9000,√\n3,100,\n4,9000,\n"
    found = answer_table(text, "fraud-shipment", given={"on": "2026-09-01"})
    # 30 per cent, in whole yuan, far below either cap; of 9,000 the cap is what is asked about.
    assert found.amounts == ["11.00", "1000.00", "30.00", ""]
    assert "precious metal" in found.remarks[-1]


def _answer(paid: str, precious: str, on: str) -> Answer:
    return evaluate("fraud-shipment", {"paid": paid, "precious": precious}, "en", on)


def _owed(fen: int, precious: str, on: str) -> int:
    """In yuan; it is always a whole number of them."""
    whole, _, part = _answer(_yuan(fen), precious, on)["outputs"]["compensation"].partition(".")
    assert part == "00"
    return int(whole)


def _codes(answer: Answer, said: str) -> list[str]:
    return [each["code"] for each in answer[said]]


def _fen(yuan: str) -> int:
    whole, _, part = yuan.partition(".")
    return int(whole) * 100 + int(part or 0)


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"
