"""The check-up of orders without a moment of payment, and of promises that nobody told."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pytest

from calculators import evaluate
from calculators.core.inputs.dates import CHINA
from calculators.core.inputs.errors import InputError
from tests.support.answered_files import AnsweredFiles, answer_files, table_of

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=CHINA)
HEAD = ("订单编号", "订单应付金额", "支付方式", "支付完成时间", "承诺发货时间", "发货时间")
PAID = ("1", "300", "微信", "2026-11-20 10:00", "2026-11-22 10:00", "2026-11-21 10:00")


def _found(
    rows: Sequence[tuple[str, ...]], given: Mapping[str, str] | None = None
) -> AnsweredFiles:
    return answer_files(table_of(rows), now=NOW, given=given)


@pytest.mark.parametrize(
    ("amount", "due", "shipped", "state", "exposure"),
    [
        ("1299", "2026-11-26 10:00", "", "to_ship", "0.00"),
        ("1299", "2026-11-22 10:00", "2026-11-21 10:00", "moving", "0.00"),
        # 74 hours late: 13 as out of stock on a promise of 48 hours, more on a longer one.
        ("1299", "2026-11-22 10:00", "", "", ""),
        ("1299", "", "2026-11-21 10:00", "", ""),
    ],
)
@pytest.mark.parametrize("word", ["", "货到付款"])
def test_an_order_paid_at_the_door_is_checked_where_its_promise_decides_nothing(  # noqa: PLR0913, PLR0917
    amount: str, due: str, shipped: str, state: str, exposure: str, word: str
) -> None:
    found = _found([HEAD, PAID, ("2", amount, "货到付款", word, due, shipped)])
    assert (found.column("state")[1], found.column("exposure")[1]) == (state, exposure)
    if not state:
        reason = found.column("errors")[1]
        assert "time of payment" in reason
    assert found.column("state")[0] == "moving"


def test_hours_of_its_own_answer_an_order_paid_at_the_door() -> None:
    head = (*HEAD, "承诺发货小时数")
    due = "2026-11-22 10:00"
    rows = [(*PAID, ""), ("2", "1299", "货到付款", "", due, "", "48")]
    found = _found([head, *rows])
    # 48 hours promised, 74 late: 1 per cent of 1,299.
    assert found.column("exposure") == ["0.00", "13.00"]


def test_a_file_without_payments_is_checked_by_its_promises() -> None:
    head = ("订单编号", "订单应付金额", "承诺发货时间", "发货时间")
    rows = [head, ("1", "1299", "2026-11-22 10:00", ""), ("2", "1299", "2026-11-26 10:00", "")]
    with pytest.raises(InputError) as asked:
        _found(rows)
    assert asked.value.values["columns"] == ("promised_hours=48",)
    found = _found(rows, {"promised_hours": "48"})
    assert found.column("exposure") == ["13.00", "0.00"]
    assert "No column has the time of payment" in found.notes


@pytest.mark.parametrize("head", [("订单编号", "订单应付金额", "发货时间")])
def test_without_payment_and_promise_the_payment_is_asked(head: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as asked:
        _found([head, ("1", "1299", "")], {"promised_hours": "48"})
    assert asked.value.values["columns"] == ("--column paid_at=…",)


def test_the_hours_that_a_form_takes_answer_for_no_file() -> None:
    head = ("订单编号", "订单应付金额", "支付完成时间", "发货时间")
    rows = [head, ("1", "1299", "2026-11-20 10:00", "")]
    with pytest.raises(InputError) as asked:
        _found(rows)
    assert asked.value.values["columns"] == ("promised_hours=48",)
    # 74 hours late on 48; on 240 there are five days left.
    assert _found(rows, {"promised_hours": "48"}).column("exposure") == ["13.00"]
    assert _found(rows, {"promised_hours": "240"}).column("exposure") == ["0.00"]


def test_a_row_that_tells_no_promise_is_not_answered_by_the_form_s() -> None:
    rows = [HEAD, PAID, ("2", "1299", "微信", "2026-11-20 10:00", "", "")]
    found = _found(rows)
    assert found.column("state") == ["moving", ""]
    assert "shipping time promised" in found.column("errors")[1]


def test_a_form_asks_for_the_payment() -> None:
    given = {"paid": "300", "promised_at": "2026-11-22 10:00", "now": "2026-11-25 12:00"}
    told = evaluate("order-check", given)
    assert not told["ok"]
    assert [(each["field"], each["code"]) for each in told["errors"]] == [("paid_at", "required")]
