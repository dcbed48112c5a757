"""Order numbers of which digits are lost: kept apart, in whatever way they are written."""

import pytest

from tests.support.order_tables import answer_table

LOST = [
    "6.92601E+18",
    "6.93E18",
    "6.926001122334456e18",
    "6E18",
    '"6,93E+18"',
    "6.93×10^18",
    "1.23457E+11",
    "6926001122334450000",
    "6926001122334450000.00",
    "6926001122334450000.0",
    '"6,926,001,122,334,450,000"',
    '"6,926,001,122,334,456,000.00"',
    "6926001122334456000",
    "6926001122334455808",
    "6926001122334455808.0",
    "6926****5667",
    "########",
    "订单******56",
    "６.９３Ｅ＋１８",
    '"=""6.93E+18"""',
]
WHOLE = [
    "6926001122334455667",
    "6926001122334455667.0",
    '"6,926,001,122,334,455,667"',
    "6926001122334455660",
    "123456789012000",
    "1.2345678901E+10",
    "3E12",
    "1E05",
    "E18",
    "A-100*2",
    "260701-100000000000",
]


@pytest.mark.parametrize("number", LOST)
def test_rows_whose_number_lost_digits_stay_apart_and_that_is_said(number: str) -> None:
    found = answer_table(f"订单编号,实付金额\n{number},2000\n{number},2000\n")
    assert found.amounts == ["20.00", "20.00"]
    assert "are lost: 2 rows" in found.notes


@pytest.mark.parametrize("number", WHOLE)
def test_rows_whose_number_is_whole_are_one_order(number: str) -> None:
    found = answer_table(f"订单编号,实付金额\n{number},2000\n{number},2000\n")
    assert found.amounts == ["30.00", ""]
    assert "lost" not in found.notes


@pytest.mark.parametrize(
    ("numbers", "apart"),
    [
        # As a program writes binary numbers: with sixteen digits, or seventeen, or all they have.
        (["6926001122334456000", "6926001122334457000", "6926001122334456000"], True),
        (["692600112233445670", "692600112233445590", "692600112233445670"], False),
        (["6926001122334455808", "6926001122334456832", "6926001122334455808"], True),
        # One that is not rounded tells that the others are not.
        (["6926001122334456000", "6926001122334455667", "6926001122334456000"], False),
        (["6926001122334455808", "6926001122334455667", "6926001122334455808"], False),
    ],
)
def test_a_rounded_column_is_told_by_all_of_its_numbers(numbers: list[str], *, apart: bool) -> None:
    text = "订单编号,实付金额\n" + "".join(f"{each},2000\n" for each in numbers)
    found = answer_table(text)
    assert found.amounts == (["20.00"] * 3 if apart else ["30.00", "20.00", ""])
    assert ("are lost: 3 rows" in found.notes) == apart


def test_a_whole_number_in_a_rounded_column_is_joined() -> None:
    rounded = "".join("6926001122334456000,5\n" for _ in range(60))
    late = "6926001122334455667,1000\n6926001122334455667,2000\n"
    found = answer_table("订单编号,实付金额\n" + rounded + late)
    assert found.amounts[-2:] == ["30.00", ""]


def test_a_zero_at_the_end_of_one_number_is_chance() -> None:
    number = "2505100012345670"
    found = answer_table(f"订单编号,实付金额\n{number},2000\n{number},2000\nA123,200\n")
    assert found.amounts == ["30.00", "", "3.00"]
