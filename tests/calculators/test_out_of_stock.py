"""Out of stock in both shapes: a table worked out by hand, and what holds for every order."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.evaluating import Answer, evaluate

OLD, NEW = "2025-03-01", "2026-11-25"
LAST_OLD, FIRST_NEW = "2026-05-05", "2026-05-06"
OLD_DAYS = [OLD, "2025-06-30", "2025-07-01", LAST_OLD]
NEW_DAYS = [FIRST_NEW, "2026-08-09", "2026-08-10", "2026-09-01", NEW, "2030-01-01"]

# Under the platform's text: what was paid, the hours promised: what is taken, its tier.
TABLE = """
          0     1    2.00  minimum
          0    48    2.00  minimum
       1.99    48    2.00  minimum
       2.00    48    2.00  minimum
      89.00    48    2.00  minimum
     149.99    48    2.00  minimum
     150.00    48    2.00  percent
     249.99    48    2.00  percent
     250.00    48    3.00  percent
    1299.00     1   13.00  percent
    1299.00    47   13.00  percent
    1299.00    48   13.00  percent
    5000.00    48   50.00  percent
    5020.00    48   50.00  percent
    5049.99    48   50.00  percent
    5050.00    48   50.00  cap
 9999999.99    48   50.00  cap
          0    49    3.00  minimum
       2.99    49    3.00  minimum
      83.33   240    3.00  minimum
      83.34   240    3.00  percent
     116.66    72    3.00  percent
     116.67    72    4.00  percent
     250.00    49    8.00  percent
    1299.00    49   39.00  percent
    1299.00   240   39.00  percent
    1683.33   240   50.00  percent
    1683.34   240   50.00  cap
          0   241    5.00  minimum
      89.99   241    5.00  minimum
      90.00   241    5.00  percent
     109.99   360    5.00  percent
     110.00   360    6.00  percent
     150.00   360    8.00  percent
    1009.99   241   50.00  percent
    1010.00   241   50.00  cap
    1299.00   241   50.00  cap
    1299.00 20000   50.00  cap
"""

# Under the press report: to the fen, and held to the bounds before it is rounded.
REPORTED = """
          0    48     5.00  minimum
       3.00    48     5.00  minimum
      99.99    48     5.00  minimum
     100.00    48     5.00  percent
     100.09    48     5.00  percent
     100.10    48     5.01  percent
    1299.00     1    64.95  percent
    1299.00    48    64.95  percent
    9999.99    48   500.00  percent
   10000.00    48   500.00  percent
   10000.01    48   500.00  cap
      49.99    49     5.00  minimum
      50.00    49     5.00  percent
    1299.00    49   129.90  percent
    1299.00   240   129.90  percent
    1299.00   241   129.90  percent
   10000.00   360  1000.00  percent
   10000.01   360  1000.00  cap
"""

FEN = st.integers(0, 1_200_000) | st.integers(0, 999_999_999_999)
HOURS = st.integers(1, 8760) | st.sampled_from([47, 48, 49, 239, 240, 241])

# By class of promise: per cent, and the bounds in fen.
CLASSES = [(1, 200, 5000), (3, 300, 5000), (5, 500, 5000)]
REPORTED_CLASSES = [(5, 500, 50_000), (10, 500, 100_000)]


def _expected(fen: int, hours: int) -> tuple[int, str]:
    """The platform's text once more, in fen: what is taken, and the tier."""
    percent, least, most = CLASSES[(hours > 48) + (hours > 240)]
    rounded = (fen * percent + 5000) // 10_000 * 100
    if rounded < least:
        return least, "minimum"
    return (most, "cap") if rounded > most else (rounded, "percent")


def _reported(fen: int, hours: int) -> tuple[int, str]:
    """The press report once more, in fen."""
    percent, least, most = REPORTED_CLASSES[hours > 48]
    if fen * percent < least * 100:
        return least, "minimum"
    if fen * percent > most * 100:
        return most, "cap"
    return (fen * percent + 50) // 100, "percent"


@pytest.mark.parametrize("row", TABLE.strip().splitlines(), ids=str.split)
def test_by_three_classes_as_worked_out_by_hand(row: str) -> None:
    paid, hours, compensation, tier = row.split()
    assert _outputs(paid, hours, NEW) == {"compensation": compensation, "tier": tier}
    assert _expected(_fen(paid), int(hours)) == (_fen(compensation), tier)


@pytest.mark.parametrize("row", REPORTED.strip().splitlines(), ids=str.split)
def test_by_two_classes_as_worked_out_by_hand(row: str) -> None:
    paid, hours, compensation, tier = row.split()
    assert _outputs(paid, hours, OLD) == {"compensation": compensation, "tier": tier}
    assert _reported(_fen(paid), int(hours)) == (_fen(compensation), tier)


def test_the_example_of_the_platforms_own_text() -> None:
    # 150 yuan at 5% is 7.50, and "赔付标准为8元".
    assert _outputs("150", "360", NEW)["compensation"] == "8.00"


@given(FEN, HOURS, st.sampled_from(NEW_DAYS))
def test_any_order_on_any_day_of_the_text(fen: int, hours: int, on: str) -> None:
    outputs = _outputs(_yuan(fen), str(hours), on)
    assert (_fen(outputs["compensation"]), outputs["tier"]) == _expected(fen, hours)


@given(FEN, HOURS, st.sampled_from(OLD_DAYS))
def test_any_order_on_any_day_of_the_report(fen: int, hours: int, on: str) -> None:
    outputs = _outputs(_yuan(fen), str(hours), on)
    assert (_fen(outputs["compensation"]), outputs["tier"]) == _reported(fen, hours)


@pytest.mark.parametrize("on", [LAST_OLD, FIRST_NEW])
@given(FEN, FEN, HOURS)
def test_it_never_falls_as_the_payment_rises(on: str, one: int, other: int, hours: int) -> None:
    low, high = (_taken(fen, hours, on) for fen in sorted((one, other)))
    assert low <= high


@pytest.mark.parametrize("on", [LAST_OLD, FIRST_NEW])
@given(FEN, HOURS)
def test_it_stays_within_the_bounds_of_its_class(on: str, fen: int, hours: int) -> None:
    if on == LAST_OLD:
        _, least, most = REPORTED_CLASSES[hours > 48]
    else:
        _, least, most = CLASSES[(hours > 48) + (hours > 240)]
    taken = _taken(fen, hours, on)
    assert least <= taken <= most
    assert on == LAST_OLD or taken % 100 == 0, "whole yuan"


@pytest.mark.parametrize("on", [LAST_OLD, FIRST_NEW])
@given(FEN, HOURS, HOURS)
def test_a_longer_promise_never_costs_less(on: str, fen: int, one: int, other: int) -> None:
    short, long = (_taken(fen, hours, on) for hours in sorted((one, other)))
    assert short <= long


@given(FEN, HOURS, st.integers(48, 8760) | st.sampled_from([48, 49]))
def test_late_delivery_gives_the_same_from_forty_eight_late_hours_on(
    fen: int, hours: int, late: int
) -> None:
    _same_as_late_delivery(_yuan(fen), str(hours), str(late))


@pytest.mark.parametrize("hours", ["1", "24", "48", "49", "120", "240", "241", "720", "8760"])
def test_late_delivery_gives_the_same_for_many_payments(hours: str) -> None:
    # Around whole and half yuan of each share, and around the bounds.
    halves = [50 * n * 100 // percent for percent in (1, 3, 5) for n in range(0, 120, 7)]
    bounds = [0, 1, 199, 200, 201, 299, 300, 301, 499, 500, 501, 504_999, 505_000, 10**12 - 1]
    for fen in sorted({max(0, each + step) for each in halves for step in (-1, 0, 1)} | {*bounds}):
        _same_as_late_delivery(_yuan(fen), hours, "48")


def _same_as_late_delivery(paid: str, hours: str, late: str) -> None:
    on = "2026-09-01"
    typed = {"paid": paid, "promised_hours": hours, "late_hours": late}
    outputs = evaluate("late-delivery", typed, on=on)["outputs"]
    assert _outputs(paid, hours, on) == {key: outputs[key] for key in ("compensation", "tier")}


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1)),  # noqa: DTZ001 (as typed)
    st.integers(0, 1_800_000) | st.integers(0, 240).map(lambda hours: 3600 * hours),
)
def test_moments_give_hours_and_day(paid_at: datetime, seconds: int) -> None:
    promised_at = paid_at + timedelta(seconds=seconds)
    answer = _answer(None, None, paid_at=_written(paid_at), promised_at=_written(promised_at))
    hours = str(max(1, -(-seconds // 3600)))
    assert answer["inputs"]["promised_hours"] == hours
    assert answer["on"] == promised_at.date().isoformat()
    assert answer["outputs"] == _outputs("1299", hours, answer["on"])
    assert "day" in _codes(answer, "steps")


def test_the_day_is_that_of_the_promise_else_of_the_payment_else_today() -> None:
    paid, promised = {"paid_at": "2026-05-04 10:00"}, {"promised_at": "2026-05-06 10:00"}
    found = [
        _answer(None, None, **paid, **promised),
        _answer(None, None, **paid),
        _answer(None, None),
        _answer(None, "2025-03-01", **paid, **promised),
    ]
    assert [each["on"] for each in found] == ["2026-05-06", "2026-05-04", NEW, "2025-03-01"]
    assert [each["outputs"]["compensation"] for each in found] == [
        "13.00", "64.95", "13.00", "64.95",
    ]  # fmt: skip
    assert ["day" in _codes(each, "steps") for each in found] == [True, True, False, False]


def test_without_a_promise_it_is_forty_eight_hours() -> None:
    answer = _answer(None, NEW)
    assert answer["inputs"]["promised_hours"] == "48"
    assert answer["outputs"] == _outputs("1299", "48", NEW)


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2025-06-30", None), ("2025-07-01", "13.00"), (LAST_OLD, "13.00"), (FIRST_NEW, None)],
)
def test_the_other_shape_is_told_while_the_day_of_change_is_not_known(
    on: str, expected: str | None
) -> None:
    warnings = {each["code"]: each["text"] for each in _answer("48", on)["warnings"]}
    assert ("either_shape" in warnings) == (expected is not None)
    if expected is not None:
        assert f"¥{expected}" in warnings["either_shape"]


def test_the_shape_before_is_told_until_when_it_held() -> None:
    steps = {each["code"]: each["text"] for each in _answer("48", NEW)["steps"]}
    assert "2026-05-05" in steps["formerly"]
    assert "¥64.95" in steps["formerly"]
    assert "formerly" not in _codes(_answer("48", LAST_OLD), "steps")


@pytest.mark.parametrize("on", NEW_DAYS)
@pytest.mark.parametrize("hours", ["48", "240", "241"])
def test_what_may_come_on_top_is_told_beside_every_figure(hours: str, on: str) -> None:
    answer = _answer(hours, on)
    assert {"on_top", "may_be_raised"} <= set(_codes(answer, "warnings"))
    raised = next(each for each in answer["warnings"] if each["code"] == "may_be_raised")
    assert "¥1,000" in raised["text"]


@given(FEN, HOURS, st.sampled_from(NEW_DAYS))
def test_more_than_was_paid_is_said(fen: int, hours: int, on: str) -> None:
    answer = evaluate("out-of-stock", {"paid": _yuan(fen), "promised_hours": str(hours)}, "en", on)
    more = _fen(answer["outputs"]["compensation"]) > fen
    codes = _codes(answer, "warnings")
    assert ("above_price" in codes) == (more and fen > 0)
    assert ("nothing_paid" in codes) == (fen == 0)


def _answer(hours: str | None, on: str | None, **moments: str) -> Answer:
    typed = {"paid": "1299", "promised_hours": hours, **moments}
    return evaluate("out-of-stock", typed, "en", on, date.fromisoformat(NEW))


def _outputs(paid: str, hours: str, on: str) -> dict[str, str]:
    typed = {"paid": paid, "promised_hours": hours}
    outputs: dict[str, str] = evaluate("out-of-stock", typed, "en", on)["outputs"]
    return outputs


def _taken(fen: int, hours: int, on: str) -> int:
    return _fen(_outputs(_yuan(fen), str(hours), on)["compensation"])


def _codes(answer: Answer, said: str) -> list[str]:
    return [each["code"] for each in answer[said]]


def _written(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}"


def _fen(yuan: str) -> int:
    whole, _, part = yuan.partition(".")
    return int(whole) * 100 + int(part or 0)


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"
