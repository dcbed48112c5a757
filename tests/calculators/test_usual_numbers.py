"""Numbers of orders in the form of the first ones, which are told without looking any further."""

import pytest

from tests.support.answered_files import answer_files

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
