"""The promise of a presale runs from when its rest was paid, which has a column of its own."""

import pytest

from calculators.core.inputs.errors import InputError
from tests.support.order_tables import answer_table, table_of

HEAD = "订单编号,实付金额,支付完成时间,尾款支付时间,承诺发货时间,发货时间"
# 49 hours late.
DUE = "2026-11-11 10:00,2026-11-13 11:00"


def _rows(*paid: str) -> str:
    return "".join(f"\n{at},400,{each},{DUE}" for at, each in enumerate(paid))


@pytest.mark.parametrize(
    ("paid", "amount"),
    [
        # 528 hours from the deposit would be 20.00; 240 from the rest: 3 per cent of 400.
        ("2026-10-20 10:00,2026-11-01 10:00", "12.00"),
        ("2026-11-01 10:00,", "12.00"),
        ("2026-10-20 10:00,-", "20.00"),
        # 48 hours from the later of both: 1 per cent.
        ("2026-11-09 10:00,2026-11-01 10:00", "4.00"),
        ("2026-10-20 10:00,2026-11-01", ""),
        ("2026-10-20 10:00,2026-11-01 02:00Z", "12.00"),
    ],
)
def test_the_payment_of_the_rest_is_the_payment(paid: str, amount: str) -> None:
    found = answer_table(f"{HEAD}{_rows(paid)}\n", given={})
    assert found.amounts == [amount]
    assert "“尾款支付时间” were taken as presales" in found.notes


def test_rows_alike_but_for_the_rest_are_answered_each_for_itself() -> None:
    rows = _rows("2026-10-20 10:00,", "2026-10-20 10:00,2026-11-01 10:00", "2026-10-20 10:00,")
    assert answer_table(f"{HEAD}{rows}\n", given={}).amounts == ["20.00", "12.00", "20.00"]


@pytest.mark.parametrize("deposit", ["定金支付时间", "备注"])
def test_the_rest_alone_is_the_payment_where_each_order_has_it(deposit: str) -> None:
    head = HEAD.replace("支付完成时间", deposit)
    paid = "2026-10-20 10:00,2026-11-01 10:00"
    assert answer_table(f"{head}{_rows(paid)}\n", given={}).amounts == ["12.00"]
    # Of an order without it nobody knows when it was paid.
    text = f"{head}{_rows(paid, '2026-10-20 10:00,')}\n"
    with pytest.raises(InputError) as refused:
        answer_table(text, given={})
    assert refused.value.values["columns"] == ("paid_at=尾款支付时间",)
    found = answer_table(text, chosen={"paid_at": "尾款支付时间"}, given={})
    assert found.amounts == ["12.00", ""]


def test_what_is_due_of_the_rest_is_no_payment() -> None:
    head = HEAD.replace("尾款支付时间", "尾款支付截止时间")
    text = f"{head}{_rows('2026-10-20 10:00,2026-11-01 10:00')}\n"
    headings = table_of(text).headings
    assert headings.balance(headings.sure) is None


@pytest.mark.parametrize(
    ("rests", "amount"),
    [
        # 400 yuan, 240 hours from the rest, 49 hours late: 3 per cent.
        (["2026-11-01 10:00", ""], "12.00"),
        (["", "2026-11-01 10:00"], "12.00"),
        (["-", "2026-11-01 10:00", ""], "12.00"),
        # 528 hours from the payment: 5 per cent.
        (["", ""], "20.00"),
        # Which of them it is nobody knows.
        (["2026-11-01 10:00", "2026-11-10 10:00"], ""),
    ],
)
def test_the_rest_may_stand_in_one_row_of_an_order_and_the_payment_in_each(
    rests: list[str], amount: str
) -> None:
    each = 400 // len(rests)
    paid = [each] * (len(rests) - 1) + [400 - each * (len(rests) - 1)]
    rows = zip(paid, rests, strict=True)
    text = "".join(f"\n1,{part},2026-10-20 10:00,{rest},{DUE}" for part, rest in rows)
    assert answer_table(f"{HEAD}{text}\n", given={}).amounts[0] == amount


def test_rows_of_an_order_that_say_two_payments_disagree_beside_an_empty_rest() -> None:
    text = f"\n1,200,2026-10-20 10:00,,{DUE}\n1,200,2026-11-10 10:00,,{DUE}"
    assert answer_table(f"{HEAD}{text}\n", given={}).amounts == ["", ""]
