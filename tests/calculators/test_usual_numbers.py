"""Numbers of orders in the form of the first ones, which are told without looking any further."""

import pytest

from tests.support.answered_files import answer_files
from tests.support.order_tables import answer_table

GIVEN = {"promised_hours": "48", "late_hours": "50", "force_majeure": "no", "on": "2025-03-01"}


@pytest.mark.parametrize(
    "form",
    ["6926001122{:04}", "SO-{:08}", "P7000{:06}", "XP{:05}", "250301-485039{:06}",
     "111-{:07}-1234567", "JY_{:07}", "'69260011{:06}", "69260011{:06}\t", "\t69260011{:06}"],
)  # fmt: skip
def test_rows_of_such_an_order_are_one_wherever_they_stand(form: str) -> None:
    """Each order has two rows, of 100.00 and 300.00: at 1 % that is 4.00."""
    rows = [f"{form.format(at)},{paid}.00" for paid in (100, 300) for at in range(1, 41)]
    found = answer_files(
        "\n".join(["订单编号,实付金额", *rows]), calculator="late-delivery", given=GIVEN
    )
    assert found.column("compensation") == ["4.00"] * 40 + [""] * 40
    assert found.table.totals.answered == 40


@pytest.mark.parametrize(
    ("numbers", "label"),
    [("SO-{:08}", "SO-小计"), ("SO-{:08}", "Total 00000080"), ("P7000{:06}", "P合计"),
     ("250301-485039{:06}", "250301"), ("250301-485039{:06}", "40笔"), ("W{:08}", "W5 2025"),
     ("2025{:08}", "20250301"), ("69260011{:06}\t", "合计\t")],
)  # fmt: skip
def test_a_row_of_sums_below_them_is_none(numbers: str, label: str) -> None:
    rows = [f"{numbers.format(at)},{100 + at}.00" for at in range(1, 41)]
    total = sum(range(101, 141))
    text = "\n".join(["订单编号,实付金额", *rows, f"{label},{total}.00"])
    found = answer_files(text, calculator="late-delivery", given=GIVEN)
    doubtful = found.table.totals.perhaps_sums
    assert (found.table.totals.left_out, doubtful) in {(1, 0), (0, 1)}


def test_zeros_alone_are_no_number() -> None:
    rows = [f"6926001122{at:04},100.00" for at in range(1, 41)]
    text = "\n".join(["订单编号,实付金额", *rows, "00000000000000,100.00", "00000000000000,100.00"])
    found = answer_files(text, calculator="late-delivery", given=GIVEN)
    assert found.table.totals.answered == 42


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("6926 0011 2233 4455", "6926001122334455"),
        ("6926-0011-2233-4455", "6926001122334455"),
        ("692 600 112 233", "692600112233"),
        ("6,926,001,122,334", "6926001122334"),
        ("订单号：1001", "1001"),
        ("订单编号:P7001", "p7001"),
        ("1001", "单号 1001"),
        ("No. 1001", "1001"),
        ("Order ID: 1001", "#1001"),
        ("1001.0", "1001"),
        ("P7001a", "p7001A"),
        ("SO-00001234", "so-00001234"),
        ("１００１", "1001"),
    ],
)
def test_a_number_in_two_writings_is_that_of_one_order(first: str, again: str) -> None:
    rows = [f'"{first}",150', f'"{again}",150', "70020003,400"]
    for each in (rows, rows[::-1]):
        found = answer_table("订单编号,实付金额\n" + "\n".join([*each, ""]))
        # 300 yuan are 3.00, and 400 are 4.00.
        assert found.table.totals.words()["sums"][0]["text"] == "¥7.00"
        assert found.table.totals.answered == 2


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("1001-1", "10011"), ("1001", "1001-1"), ("1001 1", "10011"), ("SO1001", "1001"),
        ("1001.5", "10015"), ("10.0", "100"), ("A-1001", "A1001"), ("NO1001", "1001"),
    ],
)  # fmt: skip
def test_numbers_that_differ_in_more_are_of_two_orders(first: str, other: str) -> None:
    found = answer_table(f"订单编号,实付金额\n{first},150\n{other},150\n70020003,400\n")
    assert found.table.totals.answered == 3
