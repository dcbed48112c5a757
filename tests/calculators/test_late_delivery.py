"""Late delivery in both shapes: a table worked out by hand, and what holds for every order."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import definition
from calculators.core.inputs.parsing import read_inputs
from tests.support.evaluating import Answer, evaluate

OLD, NEW = "2025-03-01", "2026-11-25"
# The days on either side of each change, the announced ones included.
OLD_DAYS = ["2022-01-07", "2025-06-30", "2025-07-01", "2026-05-05"]
NEW_DAYS = ["2026-05-06", "2026-07-03", "2026-07-04", "2026-08-09", "2026-08-10", NEW, "2030-01-01"]

# What was paid, the hours promised, the hours late: what is taken, and its tier.
TABLE = """
          0    48    1    0.00  no_deduction
       1.00    48    1    0.00  no_deduction
    1299.00     1    1    0.00  no_deduction
    1299.00    24   47    0.00  no_deduction
    1299.00    48    1    0.00  no_deduction
    1299.00    48   47    0.00  no_deduction
 9999999.99    48   47    0.00  no_deduction
          0    48   48    2.00  minimum
       0.01    48   48    2.00  minimum
      50.00    48   48    2.00  minimum
     149.99    48   48    2.00  minimum
     150.00    48   48    2.00  percent
     249.99    48   48    2.00  percent
     250.00    48   48    3.00  percent
    1299.00    48   48   13.00  percent
    1299.00     1 8760   13.00  percent
    5049.99    48   49   50.00  percent
    5050.00    48   48   50.00  cap
    9999.00    48   72   50.00  cap
          0    49    1    2.00  minimum
      80.00   240    1    2.00  minimum
     149.99    49   47    2.00  minimum
     150.00    49    1    2.00  percent
     150.00   240    1    2.00  percent
     249.99   240   47    2.00  percent
     250.00   240    1    3.00  percent
     349.99   240    1    3.00  percent
     350.00   240    1    4.00  percent
     749.99   120   24    7.00  percent
     750.00   120   24    8.00  percent
    1299.00    49    1   13.00  percent
    1299.00   240   47   13.00  percent
    5020.00   240    1   50.00  percent
    5049.99   240    1   50.00  percent
    5050.00   240    1   50.00  cap
 9999999.99   240   47   50.00  cap
          0   240   48    3.00  minimum
      83.33   240   48    3.00  minimum
      83.34   240   48    3.00  percent
     100.00   240   48    3.00  percent
     116.66   240   48    3.00  percent
     116.67   240   48    4.00  percent
     149.99   240   48    4.00  percent
     150.00   240   48    5.00  percent
     249.99    49   48    7.00  percent
     250.00    49   48    8.00  percent
    1299.00    49   48   39.00  percent
    1299.00   240   50   39.00  percent
    1683.33   240   48   50.00  percent
    1683.34   240   48   50.00  cap
    5000.00   240  200   50.00  cap
          0   241    1    3.00  minimum
      80.00   241    1    3.00  minimum
     249.99   241   47    3.00  minimum
     250.00   241    1    3.00  percent
     349.99   241    1    3.00  percent
     350.00   241    1    4.00  percent
    1299.00   241    1   13.00  percent
    5049.99  8760   47   50.00  percent
    5050.00   241    1   50.00  cap
          0   241   48    5.00  minimum
      50.00   241   48    5.00  minimum
      89.99   241   48    5.00  minimum
      90.00   241   48    5.00  percent
     109.99   241   48    5.00  percent
     110.00   241   48    6.00  percent
     149.99   241   48    7.00  percent
     150.00   241   48    8.00  percent
     999.99   720   96   50.00  percent
    1009.99   241   48   50.00  percent
    1010.00   241   48   50.00  cap
    1299.00   241   48   50.00  cap
    1299.00   241    0    0.00  on_time
          0    48    0    0.00  on_time
"""

# The same for the tiers: what was paid, what is due, the tier.
TIERS = """
       0       0.00  none
       0.01    0.00  none
       3.00    0.00  none
       3.01    3.00  flat
      50.00    3.00  flat
     299.99    3.00  flat
     300.00    3.00  percent
     300.49    3.00  percent
     300.50    3.01  percent
     301.49    3.01  percent
     999.99   10.00  percent
    1299.00   12.99  percent
    2999.49   29.99  percent
    2999.50   30.00  percent
    3000.00   30.00  percent
    3000.01   30.00  cap
   50000.00   30.00  cap
"""

FEN = st.integers(0, 600_000) | st.integers(0, 999_999_999_999)
PROMISED = st.integers(1, 8760) | st.sampled_from([48, 49, 240, 241])
LATE = st.integers(1, 8760) | st.sampled_from([1, 47, 48, 49])


def _expected(fen: int, promised: int, late: int) -> tuple[int, str]:
    """The rule once more, in fen: what is taken, and the tier."""
    light = late < 48
    if promised <= 48:
        percent, least = (0, 0) if light else (1, 200)
    elif promised <= 240:
        percent, least = (1, 200) if light else (3, 300)
    else:
        percent, least = (1, 300) if light else (5, 500)
    if not percent:
        return 0, "no_deduction"
    rounded = (fen * percent + 5000) // 10000 * 100
    if rounded < least:
        return least, "minimum"
    return (5000, "cap") if rounded > 5000 else (rounded, "percent")


@pytest.mark.parametrize("row", TABLE.strip().splitlines(), ids=str.split)
def test_by_promise_and_lateness_as_worked_out_by_hand(row: str) -> None:
    paid, promised, late, compensation, tier = row.split()
    outputs = _outputs(paid, promised, late, NEW)
    assert (outputs["compensation"], outputs["tier"]) == (compensation, tier)


@pytest.mark.parametrize("row", TIERS.strip().splitlines(), ids=str.split)
def test_the_tiers_as_worked_out_by_hand(row: str) -> None:
    paid, compensation, tier = row.split()
    outputs = _outputs(paid, "48", "1", OLD)
    assert (outputs["compensation"], outputs["tier"]) == (compensation, tier)


def test_the_table_holds_for_the_rule_worked_out_anew() -> None:
    # The property below leans on it: it must agree with what was worked out by hand.
    for row in TABLE.strip().splitlines():
        paid, promised, late, compensation, tier = row.split()
        if tier != "on_time":
            found = _expected(_fen(paid), int(promised), int(late))
            assert found == (_fen(compensation), tier), row


@given(FEN, PROMISED, LATE, st.sampled_from(NEW_DAYS))
def test_any_order_on_any_day_of_the_newer_shape(
    fen: int, promised: int, late: int, on: str
) -> None:
    outputs = _outputs(_yuan(fen), str(promised), str(late), on)
    found = (_fen(outputs["compensation"]), outputs["tier"])
    assert found == _expected(fen, promised, late)


@given(FEN, FEN, PROMISED, LATE, st.sampled_from([*OLD_DAYS, *NEW_DAYS]))
def test_it_never_falls_as_the_payment_rises(
    one: int, other: int, promised: int, late: int, on: str
) -> None:
    low, high = (
        _fen(_outputs(_yuan(fen), str(promised), str(late), on)["compensation"])
        for fen in sorted((one, other))
    )
    assert low <= high


@given(FEN, PROMISED, LATE, st.sampled_from(NEW_DAYS))
def test_it_stays_within_the_bounds_of_its_class(
    fen: int, promised: int, late: int, on: str
) -> None:
    outputs = _outputs(_yuan(fen), str(promised), str(late), on)
    taken = _fen(outputs["compensation"])
    if promised <= 48 and late < 48:
        assert taken == 0
        return
    least = {(0, 1): 200, (1, 0): 200, (1, 1): 300, (2, 0): 300, (2, 1): 500}
    klass = (promised > 48) + (promised > 240)
    assert least[klass, int(late >= 48)] <= taken <= 5000
    assert taken % 100 == 0, "whole yuan"


@given(FEN, st.sampled_from(OLD_DAYS))
def test_the_tiers_stay_within_their_bounds(fen: int, on: str) -> None:
    outputs = _outputs(_yuan(fen), "48", "1", on)
    taken = _fen(outputs["compensation"])
    assert taken == 0 if fen <= 300 else 300 <= taken <= 3000
    assert taken <= fen


@given(FEN, PROMISED, LATE, st.sampled_from(OLD_DAYS))
def test_the_tiers_ask_neither_for_the_promise_nor_for_how_late_it_is(
    fen: int, promised: int, late: int, on: str
) -> None:
    asked = _outputs(_yuan(fen), str(promised), str(late), on)
    assert asked == _outputs(_yuan(fen), "48", "1", on)


@given(FEN, PROMISED, LATE, st.sampled_from([*OLD_DAYS, *NEW_DAYS]))
def test_force_majeure_costs_nothing_whatever_the_order(
    fen: int, promised: int, late: int, on: str
) -> None:
    typed = _typed(_yuan(fen), str(promised), str(late)) | {"force_majeure": "yes"}
    outputs = evaluate("late-delivery", typed, on=on)["outputs"]
    assert (outputs["compensation"], outputs["tier"]) == ("0.00", "exempt")


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1)),  # noqa: DTZ001 (as typed)
    st.integers(0, 1_800_000) | st.integers(0, 240).map(lambda hours: 3600 * hours),
    st.integers(-1_800_000, 1_800_000) | st.integers(-60, 60),
)
def test_moments_give_the_hours(paid_at: datetime, promised: int, late: int) -> None:
    promised_at = paid_at + timedelta(seconds=promised)
    collected_at = promised_at + timedelta(seconds=late)
    answer = _of_moments(paid_at, promised_at, collected_at)
    hours = max(1, -(-promised // 3600))
    assert answer["inputs"]["promised_hours"] == str(hours)
    expected = max(1, late // 3600) if late > 0 else 0
    assert answer["inputs"]["late_hours"] == str(expected)
    given_hours = _answer("1299", str(hours), str(expected), answer["on"])
    assert answer["outputs"] == given_hours["outputs"]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2025-06-30", None),
        ("2025-07-01", "0.00"),
        ("2026-05-05", "0.00"),
        ("2026-05-06", None),
    ],
)
def test_the_other_shape_is_told_while_the_day_of_change_is_not_known(
    on: str, expected: str | None
) -> None:
    warnings = {each["code"]: each["text"] for each in _answer("299.99", "48", "1", on)["warnings"]}
    assert ("either_shape" in warnings) == (expected is not None)
    if expected is not None:
        assert f"¥{expected}" in warnings["either_shape"]


def test_the_shape_before_is_told_until_when_it_held() -> None:
    steps = {each["code"]: each["text"] for each in _answer("299.99", "48", "1", NEW)["steps"]}
    assert "2026-05-05" in steps["formerly"]
    assert "¥3.00" in steps["formerly"]


@pytest.mark.parametrize("on", NEW_DAYS)
def test_who_gets_the_money_is_told_as_the_text_of_the_day_has_it(on: str) -> None:
    codes = [each["code"] for each in _answer("1299", "240", "1", on)["warnings"]]
    until_july = date.fromisoformat(on) < date(2026, 7, 4)
    assert ("voucher" in codes, "deduction" in codes) == (until_july, not until_july)
    assert ("amounts_maybe_higher" in codes) == (date.fromisoformat(on) < date(2026, 8, 10))


def _answer(paid: str, promised: str, late: str, on: str) -> Answer:
    return evaluate("late-delivery", _typed(paid, promised, late), "en", on)


def _outputs(paid: str, promised: str, late: str, on: str) -> dict[str, str]:
    outputs: dict[str, str] = _answer(paid, promised, late, on)["outputs"]
    return outputs


def _typed(paid: str, promised: str, late: str) -> dict[str, str]:
    return {"paid": paid, "promised_hours": promised, "late_hours": late}


def _of_moments(paid_at: datetime, promised_at: datetime, collected_at: datetime) -> Answer:
    moments = {"paid_at": paid_at, "promised_at": promised_at, "collected_at": collected_at}
    written = {name: f"{moment:%Y-%m-%d %H:%M:%S}" for name, moment in moments.items()}
    return evaluate("late-delivery", {"paid": "1299"} | written)


def _fen(yuan: str) -> int:
    whole, _, part = yuan.partition(".")
    return int(whole) * 100 + int(part or 0)


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"


@pytest.mark.parametrize("day", [OLD, NEW])
@pytest.mark.parametrize("hours", [{"force_majeure": "yes"}, {"late_hours": "0"}, {}])
def test_a_file_is_answered_the_same_without_the_steps(day: str, hours: dict[str, str]) -> None:
    described = definition("late-delivery")
    shape = described.shape(date.fromisoformat(day))
    for line in TABLE.split("\n")[1:-1]:
        paid, promised, late, *_ = line.split()
        typed = {"paid": paid, "promised_hours": promised, "late_hours": late, **hours}
        inputs = read_inputs(described.inputs, typed, shape.rules)
        whole = shape.outcome(inputs)
        assert shape.brief(inputs) == replace(whole, steps=())
        assert shape.amounts(inputs).compensation == whole.outputs.compensation
