"""Literal amounts, worked out by hand: 30 % of what lacks an invoice, and from which month on."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.drawn import MONEY
from tests.support.evaluating import Answer, evaluate
from tests.support.order_tables import answer_table

# Before July 2021, on its first day, on the day of the latest copy, and today.
OLD, FIRST, COPY, TODAY = "2021-06-30", "2021-07-01", "2024-01-20", "2026-11-25"

# uninvoiced, months since the bill, freeze_after, day, then frozen and frozen_when_due
FROZEN = [
    ("0", "0", "3", TODAY, "0.00", "0.00"),
    ("90", "4", "3", TODAY, "27.00", "27.00"),
    ("100", "3", "3", TODAY, "30.00", "30.00"),
    ("100", "2", "3", TODAY, "0.00", "30.00"),
    ("100", "1", "1", TODAY, "30.00", "30.00"),
    ("100", "0", "1", TODAY, "0.00", "30.00"),
    ("100", "0", "3", OLD, "30.00", "30.00"),
    ("100", "0", "1", OLD, "0.00", "30.00"),
    ("100", "2", "3", FIRST, "0.00", "30.00"),
    ("100", "3", "3", FIRST, "30.00", "30.00"),
    ("24", "3", "3", COPY, "7.20", "7.20"),
    ("0.01", "3", "3", TODAY, "0.00", "0.00"),
    ("0.05", "3", "3", TODAY, "0.02", "0.02"),
    ("33.33", "3", "3", TODAY, "10.00", "10.00"),
    ("9,999,999,999.99", "3", "3", TODAY, "3000000000.00", "3000000000.00"),
]


@pytest.mark.parametrize(("uninvoiced", "months", "freeze_after", "on", "now", "due"), FROZEN)
def test_the_frozen_part(  # noqa: PLR0913, PLR0917 (a row of the table)
    uninvoiced: str, months: str, freeze_after: str, on: str, now: str, due: str
) -> None:
    outputs = _answer(uninvoiced, months, on, freeze_after=freeze_after)["outputs"]
    assert (outputs["frozen"], outputs["frozen_when_due"]) == (now, due)
    assert outputs["pay_instead"] == due


@pytest.mark.parametrize(
    ("balance", "left"),
    [("300.01", "0.01"), ("300", "0.00"), ("299.99", "0.00"), ("0", "0.00"), ("5000", "4700.00")],
)
def test_what_can_be_withdrawn_is_never_below_zero(balance: str, left: str) -> None:
    answer = _answer("1000", "3", TODAY, balance=balance)
    assert answer["outputs"]["withdrawable"] == left
    short = "balance_short" in [each["code"] for each in answer["warnings"]]
    assert short == (balance in {"299.99", "0"})


@pytest.mark.parametrize(("on", "doubted"), [(OLD, False), (COPY, False), ("2024-01-21", True)])
def test_the_doubt_is_told_from_the_day_after_the_latest_copy(on: str, doubted: bool) -> None:  # noqa: FBT001
    codes = [each["code"] for each in _answer("100", "3", on)["warnings"]]
    assert ("unconfirmed" in codes) == doubted


@given(MONEY, st.integers(0, 120), MONEY)
def test_amounts_are_a_fen_from_thirty_per_cent_at_most(
    uninvoiced: Decimal, months: int, balance: Decimal
) -> None:
    outputs = _answer(str(uninvoiced), str(months), TODAY, balance=str(balance))["outputs"]
    due, frozen = Decimal(outputs["frozen_when_due"]), Decimal(outputs["frozen"])
    assert abs(due - uninvoiced * 3 / 10) <= Decimal("0.005")
    assert frozen == (due if months >= 3 else 0)
    assert Decimal(outputs["withdrawable"]) == max(balance - frozen, Decimal(0))


def _answer(uninvoiced: str, months: str, on: str, **more: str) -> Answer:
    typed = {"uninvoiced": uninvoiced, "months_overdue": months} | more
    return evaluate("invoice-freeze", typed, on=on)


def test_of_a_file_it_is_said_that_the_months_of_a_shop_add_up() -> None:
    rows = "A,10000,4,5000\nA,10000,3,5000\n"
    text = f"店铺,未开票金额,逾期月数,账户余额\n{rows}"
    chosen = {"uninvoiced": "未开票金额", "balance": "账户余额"}
    day = {"freeze_after": "3", "on": TODAY}
    found = answer_table(text, "invoice-freeze", chosen=chosen, given=day)
    assert found.amounts == ["3000.00", "3000.00"]
    assert "what is frozen adds up" in found.notes
