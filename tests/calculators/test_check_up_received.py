"""The check-up of orders that the buyer has, by their status alone."""

from datetime import datetime

import pytest

from calculators import evaluate
from calculators.core.inputs.dates import CHINA
from tests.support.answered_files import AnsweredFiles, answer_files, table_of

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=CHINA)
HEAD = ("订单编号", "订单应付金额", "支付完成时间", "承诺发货时间", "发货时间", "订单状态")
SHIPPED = ("300", "2026-11-18 10:00", "2026-11-20 10:00", "2026-11-19 12:00")


def _found(*rows: tuple[str, ...], more: tuple[str, ...] = ()) -> AnsweredFiles:
    return answer_files(table_of([(*HEAD, *more), *rows]), now=NOW)


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("已完成", "done"),
        ("交易成功", "done"),
        ("已签收", "done"),
        ("确认收货", "done"),
        ("Completed", "done"),
        ("received", "done"),
        ("已发货", "moving"),
        ("待收货", "moving"),
        ("部分签收", "moving"),
        ("", "moving"),
    ],
)
def test_an_order_that_is_finished_is_not_on_its_way(status: str, state: str) -> None:
    found = _found(("1", *SHIPPED, status))
    assert found.column("state") == [state]
    assert [each["id"] for each in found.dashboard["states"]] == [state]
    assert found.dashboard["due"]["total"] == found.dashboard["overdue"]["total"] == 0


def test_what_was_late_before_it_was_received_is_kept() -> None:
    # 240 hours promised and 5 late: 1 per cent of 1,299, in whole yuan.
    late = ("1299", "2026-11-08 10:00", "2026-11-18 10:00", "2026-11-18 15:00")
    found = _found(("1", *late, "已完成"))
    assert (found.column("state"), found.column("exposure")) == (["done"], ["13.00"])
    assert found.column("flags") == ["late"]
    assert found.dashboard["overdue"]["total"] == 0


def test_an_order_is_finished_once_all_its_rows_are() -> None:
    found = _found(
        ("1", *SHIPPED, "已完成"),
        ("1", *SHIPPED, "已发货"),
        ("2", *SHIPPED, "已完成"),
        ("2", *SHIPPED, "交易成功"),
        ("3", *SHIPPED, "已完成"),
        ("3", *SHIPPED, ""),
    )
    assert found.column("state") == ["moving", "", "done", "", "done", ""]


def test_of_a_finished_order_without_a_record_none_is_missing() -> None:
    # A number without a scan is late and abnormal by now, unless the buyer has the parcel.
    found = _found(
        ("1", *SHIPPED, "已完成", "", ""),
        ("2", *SHIPPED, "已发货", "", ""),
        # What stands still has arrived, nobody knows when.
        ("3", *SHIPPED, "已完成", "2026-11-19 14:00", "2026-11-19 20:00"),
        more=("揽收时间", "首次分拨时间"),
    )
    assert found.column("state") == ["done", "out_of_stock", "done"]
    assert found.column("flags")[::2] == ["", ""]
    assert found.column("shipped_by_platform")[::2] == ["2026-11-19 12:00", "2026-11-19 14:00"]
    said = "\n".join(found.table.totals.words()["warnings"])
    assert "there is no track record: your click" in said


def test_what_was_received_and_never_shipped_is_not_judged() -> None:
    found = _found(("1", *SHIPPED[:3], "", "已完成"))
    assert found.column("state") == [""]
    assert "and not when" in found.column("errors")[0]
    paid = {"paid": "300", "paid_at": "2026-11-18 10:00", "now": "2026-11-25 12:00"}
    told = evaluate("order-check", {**paid, "received": "yes"})
    assert not told["ok"]
    assert [each["code"] for each in told["errors"]] == ["required"]


def test_whether_it_came_in_time_after_a_notice_is_not_known() -> None:
    given = {
        "paid": "300", "paid_at": "2026-11-18 10:00", "shipped_at": "2026-11-19 12:00",
        "collected_at": "2026-11-19 14:00", "hub_at": "2026-11-19 20:00",
        "notice_at": "2026-11-20 10:00", "now": "2026-11-25 12:00",
    }  # fmt: skip
    # 72 hours after the notice it counts as out of stock: 1 per cent of 300.
    told = evaluate("order-check", given)
    assert told["ok"]
    assert told["outputs"]["out_of_stock"] == "3.00"
    received = evaluate("order-check", {**given, "received": "yes"})
    assert received["ok"]
    assert received["outputs"]["state"] == "done"
    assert received["outputs"]["out_of_stock"] == "0.00"


def test_a_column_may_say_that_the_buyer_has_it_where_hours_hold_for_all_rows() -> None:
    head = (*HEAD[:3], HEAD[4], "是否已签收")
    text = table_of([head, ("1", *SHIPPED[:2], SHIPPED[3], "是")])
    found = answer_files(text, now=NOW, given={"promised_hours": "48"})
    assert found.column("state") == ["done"]
