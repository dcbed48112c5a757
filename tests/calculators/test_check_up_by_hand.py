"""Ten orders of one morning followed by hand, from the rule centre's texts to the answer.

Each names the texts it was followed by, under the ids of their pages:

- shipping: 商家发货行为管理规则, in force 2026-07-08 (101706)
- late: 【商家-发货超时】实施细则, 2026-08-10 (aHwH9wK4Je2N)
- stock: 【商家-缺货/无货】实施细则, first stored 2026-07-04 (aHwHGWzbmk88)
- timeout: 【商家-物流轨迹超时】实施细则, 2026-07-10 (aHwHroCPheig)
- abnormal: 【商家-物流轨迹异常】实施细则, 2026-07-09 (aHzmeN9E9dBF)

The morning is that of 2026-08-14, 09:00.
"""

from dataclasses import dataclass

import pytest

from tests.support.answered_files import AnsweredFiles, answer_files, table_of

ORDERS = (
    "订单编号",
    "订单应付金额",
    "支付完成时间",
    "承诺发货时间",
    "发货时间",
    "订单状态",
    "是否有货",
)
PARCELS = ("订单ID", "运单号", "揽收时间", "首次分拨时间", "轨迹更新时间", "签收时间")


@dataclass(frozen=True)
class ByHand:
    """An order, its parcel, and what the texts make of it."""

    order: tuple[str, ...]
    parcel: tuple[str, ...] | None
    state: str
    exposure: str
    next_by: str
    why: str


CASES = {
    # late 1.1: shipped is the first scan; none is there, and the promise ends 19 hours from now.
    "1": ByHand(
        ("199.00", "2026-08-13 04:00", "2026-08-15 04:00", "", "待发货", ""),
        None,
        "to_ship",
        "0.00",
        "2026-08-15 04:00",
        "19 hours left, more than the handbook's 12",
    ),
    # late, table: promised within 48 hours and late by less than 48 hours: a slash, nothing taken.
    # stock 1.1: 48 hours after being late it counts as out of stock: 2026-08-15 06:00.
    "2": ByHand(
        ("1299.00", "2026-08-11 06:00", "2026-08-13 06:00", "", "待发货", ""),
        None,
        "late",
        "0.00",
        "2026-08-15 06:00",
        "27 hours late",
    ),
    # late, table: 48 < 120 hours promised <= 240, late by less than 48: 1% of 1,299 = 12.99 -> 13.
    "3": ByHand(
        ("1299.00", "2026-08-08 06:00", "2026-08-13 06:00", "", "待发货", ""),
        None,
        "late",
        "13.00",
        "2026-08-15 06:00",
        "the light class of the middle promise",
    ),
    # stock 1.1: not shipped within 48 hours of being late. late, table: 13 for the light class;
    # stock 2.1: 3% of 1,299 = 38.97 -> 39, which may be taken at the same time.
    "4": ByHand(
        ("1299.00", "2026-08-06 06:00", "2026-08-11 06:00", "", "待发货", ""),
        None,
        "out_of_stock",
        "52.00",
        "",
        "75 hours late",
    ),
    # stock 1.1: the merchant admits it. stock 2.1: promised within 48 hours, 1% of 88 is below 2.
    "5": ByHand(
        ("88.00", "2026-08-13 20:00", "2026-08-15 20:00", "", "待发货", "否"),
        None,
        "out_of_stock",
        "2.00",
        "2026-08-15 20:00",
        "no stock",
    ),
    # timeout 1.1: 24 hours after the upload without a scan: 2026-08-14 08:00 has passed.
    # late 1.1: without a scan it is not shipped; the promise ends first, 2026-08-14 20:00.
    "6": ByHand(
        ("59.90", "2026-08-12 20:00", "2026-08-14 20:00", "2026-08-13 08:00", "已发货", ""),
        ("SF6", "", "", "", ""),
        "collection_timeout",
        "0.00",
        "2026-08-14 20:00",
        "25 hours without a scan",
    ),
    # abnormal 1.1 (1): 48 hours after the upload without a scan. stock 1.1: five days after it
    # without a real shipment: 2026-08-17 08:00. The promise of ten days is still running.
    "7": ByHand(
        ("59.90", "2026-08-11 20:00", "2026-08-21 20:00", "2026-08-12 08:00", "已发货", ""),
        ("SF7", "", "", "", ""),
        "abnormal",
        "0.00",
        "2026-08-17 08:00",
        "49 hours without a scan",
    ),
    # timeout 1.1: 24 hours after the scan without a hub: 2026-08-14 07:00 has passed.
    # abnormal 1.1 (2): 48 hours after it: 2026-08-15 07:00.
    "8": ByHand(
        ("59.90", "2026-08-12 20:00", "2026-08-14 20:00", "2026-08-13 06:00", "已发货", ""),
        ("SF8", "2026-08-13 07:00", "", "", ""),
        "hub_timeout",
        "0.00",
        "2026-08-15 07:00",
        "26 hours without a hub",
    ),
    # timeout, table: more than 48 hours between two records in one region: since 2026-08-12 08:00.
    "9": ByHand(
        ("59.90", "2026-08-10 20:00", "2026-08-12 20:00", "2026-08-11 06:00", "已发货", ""),
        ("SF9", "2026-08-11 07:00", "2026-08-11 20:00", "2026-08-12 08:00", ""),
        "stalled",
        "0.00",
        "",
        "49 hours of silence",
    ),
    # late 1.1: the click was in time, the scan an hour late; what counts is the scan. late, table:
    # 48 hours promised, less than 48 late: nothing. Signed for: nothing is awaited.
    "10": ByHand(
        ("1299.00", "2026-08-08 10:00", "2026-08-10 10:00", "2026-08-10 09:00", "已完成", ""),
        ("SF10", "2026-08-10 11:00", "2026-08-10 20:00", "2026-08-11 08:00", "2026-08-12 10:00"),
        "done",
        "0.00",
        "",
        "late all the same, and said so",
    ),
}


@pytest.fixture(scope="module")
def found() -> AnsweredFiles:
    orders = [ORDERS, *((number, *each.order) for number, each in CASES.items())]
    parcels = [
        PARCELS,
        *((number, *each.parcel) for number, each in CASES.items() if each.parcel is not None),
    ]
    return answer_files(table_of(orders), table_of(parcels))


@pytest.mark.parametrize("number", CASES)
def test_it_is_what_the_texts_make_of_it(number: str, found: AnsweredFiles) -> None:
    (row,) = [each for each in found.rows if each["订单编号"] == number]
    told = CASES[number]
    assert (row["state"], row["exposure"]) == (told.state, told.exposure), told.why
    assert row["next_by"] == told.next_by


def test_the_late_one_that_was_signed_for_stays_late(found: AnsweredFiles) -> None:
    (row,) = [each for each in found.rows if each["订单编号"] == "10"]
    assert row["flags"] == "late"
    assert row["shipped_by_platform"] == "2026-08-10 11:00"


def test_what_they_come_to(found: AnsweredFiles) -> None:
    money = {each["id"]: each["text"] for each in found.dashboard["money"]}
    assert money == {"exposure": "¥67.00", "late_part": "¥26.00", "out_of_stock": "¥41.00"}
