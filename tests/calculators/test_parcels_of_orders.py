"""False shipment in files: what is paid is paid for an order, and each parcel has its own flags."""

import pytest

from tests.support.answered_files import AnsweredFiles, answer_files

HEAD = "主订单编号,运单号,支付时间,上传单号时间,揽收时间,首次分拨时间"
# Collected 30 hours after the upload, and within four.
LATE = "2026-06-05 08:00,2026-06-05 10:00,2026-06-06 16:00,2026-06-07 10:00"
IN_TIME = "2026-06-05 08:00,2026-06-05 10:00,2026-06-05 14:00,2026-06-06 10:00"
GIVEN = {"now": "2026-06-08 10:00", "promised_hours": "48"}


def _answered(text: str, given: dict[str, str] = GIVEN) -> AnsweredFiles:
    return answer_files(text, calculator="false-shipment", given=given)


def _paid(found: AnsweredFiles) -> list[str]:
    return found.column("compensation")


def _totals(found: AnsweredFiles) -> list[str]:
    return [each["text"] for each in found.table.totals.words()["sums"]]


def test_an_order_is_paid_for_once_whatever_its_rows_are() -> None:
    # 1 per cent of 600 yuan; of each 200 it would be 3.00, the least that is taken.
    rows = "".join(f"A1,YT1,{LATE},200\n" for _ in range(3))
    found = _answered(f"{HEAD},实付金额\n{rows}A2,YT2,{IN_TIME},100\n")
    assert _paid(found) == ["6.00", "", "", ""]
    assert _totals(found) == ["¥6.00"]


def test_parcels_of_one_order_that_differ_are_not_guessed_about() -> None:
    found = _answered(f"{HEAD},实付金额\nA1,YT1,{LATE},200\nA1,YT2,{IN_TIME},200\n")
    assert _paid(found) == ["", ""]
    assert "disagree" in found.column("errors")[0]


def test_without_an_amount_each_parcel_is_answered_for_itself() -> None:
    text = f"{HEAD}\nA1,YT1,{LATE}\nA1,YT2,{IN_TIME}\n"
    found = _answered(text)
    assert found.column("flags") == ["collection_timeout", ""]
    assert found.column("errors") == ["", ""]
    assert _totals(found) == []


@pytest.mark.parametrize("status", ["已关闭", "待付款"])
def test_what_was_undone_or_not_paid_is_in_no_total(status: str) -> None:
    rows = f"A1,YT1,{LATE},9000,{status}\nA2,YT2,{LATE},200,已发货\nA3,YT3,{IN_TIME},200,已发货\n"
    found = _answered(f"{HEAD},实付金额,订单状态\n{rows}")
    assert _totals(found) == ["¥3.00"]
    assert "Orders without an amount: 1" in found.notes


def test_the_promise_may_stand_there_as_a_moment() -> None:
    # Of 48 and of 360 hours: 1 and 5 per cent of 1,000 yuan.
    rows = f"A1,YT1,{LATE},1000,2026-06-07 08:00\nA2,YT2,{LATE},1000,2026-06-20 08:00\n"
    text = f"{HEAD},实付金额,承诺发货时间\n{rows}"
    assert _paid(_answered(text, {"now": GIVEN["now"]})) == ["10.00", "50.00"]
    # Hours that are given hold for all, and that is said.
    prevailing = _answered(text)
    assert _paid(prevailing) == ["10.00", "10.00"]
    assert "承诺发货时间" in prevailing.notes


def test_where_no_text_says_an_amount_there_is_no_total() -> None:
    late = LATE.replace("2026-06", "2026-08")
    rows = f"A1,YT1,{late},1000\nA2,YT2,{late},1000\n"
    given = GIVEN | {"now": "2026-08-08 10:00"}
    found = _answered(f"{HEAD},实付金额\n{rows}", given)
    assert _totals(found) == []
    assert "Orders without an amount: 2" in found.notes
    # One of them is of a day that has one.
    mixed = _answered(f"{HEAD},实付金额\nA3,YT3,{LATE},1000\n{rows}", given)
    assert _totals(mixed) == ["¥10.00"]
    assert "Orders without an amount: 2" in mixed.notes
