"""Two files of orders in a page, without the page, and what is taken along."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import openpyxl

from calculators.core.answers import Dashboard
from calculators.page.orders import Orders, OrdersFound, OrdersPlan, OrdersProgress
from tests.support.answered_files import answer_files, table_of
from tests.support.made_day import NOW, made_day, orders_file, parcels_file
from tests.support.shapes import differences

DAY = made_day()[:120]
ORDERS, PARCELS = (each(DAY).encode("utf-8-sig") for each in (orders_file, parcels_file))


def _reader(data: bytes) -> Callable[[int, int], bytes]:
    return lambda at, count: data[at : at + count]


def _orders(*files: bytes, calculator: str = "order-check", **other: Any) -> Orders:
    request = {"calculator": calculator, "lang": "en", "now": f"{NOW:%Y-%m-%d %H:%M}"}
    first, *more = ((_reader(each), len(each)) for each in files)
    return Orders(json.dumps(request | other), *first, *(more[0] if more else ()))


def _begun(orders: Orders, **other: Any) -> bytes:
    found = json.loads(orders.found())
    columns = {each["name"]: each["column"] for each in found["fields"]}
    plan = {
        "columns": {name: at for name, at in columns.items() if at is not None},
        "given": {},
        "units": {},
    }
    orders.begin(json.dumps(plan | other))
    return b"".join(iter(orders.piece, None))


def test_both_files_are_looked_at_and_their_roles_told() -> None:
    for files, at in (((ORDERS, PARCELS), 1), ((PARCELS, ORDERS), 0)):
        found = json.loads(_orders(*files).found())
        assert list(differences(found, OrdersFound)) == []
        assert found["columns"][0]["heading"] == "主订单编号"
        other = found["other"]
        assert other["at"] == at
        assert f"file {at + 1} the parcels" in other["text"]
        columns = {each["name"]: each["column"] for each in other["fields"]}
        assert columns["order"] == 7
        assert (columns["parcel"], columns["collected_at"], columns["shipped_at"]) == (0, 2, None)
    assert json.loads(_orders(ORDERS).found())["other"] is None


def test_the_page_writes_the_bytes_that_others_do() -> None:
    written = _begun(orders := _orders(ORDERS, PARCELS))
    assert written == answer_files(ORDERS, PARCELS, words=True).written
    progress = json.loads(orders.so_far())
    headings = progress["headings"]
    assert headings[-5:] == ["揽收时间", "首次分拨时间", "轨迹更新时间", "派件时间", "签收时间"]
    assert list(differences(progress, OrdersProgress)) == []
    assert len(progress["first"][0]["own"]) == len(headings)
    assert "joined by the orders' numbers" in "\n".join(progress["notes"])
    assert orders.to_read() == 2 * len(ORDERS) + len(PARCELS)


def test_the_dashboard_and_what_is_taken_along() -> None:
    written = _begun(orders := _orders(ORDERS, PARCELS))
    told = json.loads(orders.dashboard())
    assert list(differences(told, Dashboard)) == []
    assert told == answer_files(ORDERS, PARCELS, words=True).dashboard
    assert orders.to_do_list().startswith("Order check-up, 2026-08-14 09:00")
    assert orders.calendar("20260814T010000Z").startswith("BEGIN:VCALENDAR")
    orders.begin_workbook(_reader(written), len(written))
    book = b"".join(iter(orders.workbook_piece, None))
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    assert sheet
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert [cell.value for cell in sheet[1]] == rows[0]
    assert sheet.max_row == len(rows)


def test_the_columns_of_the_parcels_are_those_of_the_plan() -> None:
    orders = _orders(ORDERS, PARCELS)
    _begun(orders, other={"order": 7, "signed_at": 6})
    assert json.loads(orders.so_far())["headings"][-2:] == ["不可抗力", "签收时间"]
    assert json.loads(orders.dashboard())["parcels"]["known"] is False


def test_files_that_cannot_be_joined_say_so_when_they_are_answered() -> None:
    orders = _orders(ORDERS, PARCELS)
    assert _begun(orders, other={"order": 7}) == b""
    assert "has no moments of parcels" in json.loads(orders.so_far())["unreadable"]
    refused = json.loads(_orders(ORDERS, PARCELS, calculator="late-delivery").found())
    assert "one file at a time" in refused["refused"]


def test_the_numbers_by_which_files_are_joined_are_asked() -> None:
    """A page has no command line: the question says why it is asked, in either file."""
    heads, cells = (
        ("实付金额", "支付时间", "承诺发货时间"),
        ("5", "2026-08-12 10:00", "2026-08-14 10:00"),
    )
    whole, bare = (table_of([("订单编号", *heads), ("1", *cells)]), table_of([heads, cells]))
    odd = table_of([("编码", *heads), ("1", *cells)])
    parcels = table_of([("订单编号", "揽收时间"), ("1", "2026-08-13 10:00")])
    coded = table_of([("编码", "揽收时间"), ("1", "2026-08-13 10:00")])
    for orders, other, file in (
        (odd, parcels, "orders"),
        (bare, parcels, "orders"),
        (whole, coded, "parcels"),
    ):
        for files in ((orders, other), (other, orders)):
            opened = _orders(*(each.encode() for each in files))
            found = json.loads(opened.found())
            fields = found["fields"] if file == "orders" else found["other"]["fields"]
            (asked,) = (each for each in fields if each["name"] == "order")
            assert asked["needed"]
            assert f"choose the column of the file of {file}" in asked["doubt"]
            assert ("order" in found["ask"]) == (file == "orders")
            plan: OrdersPlan = {"columns": {}, "given": {}, "units": {}}
            wrong = {
                each["field"]: each["text"] for each in json.loads(opened.wrong(json.dumps(plan)))
            }
            assert "--" not in wrong["order"]
    alone = json.loads(_orders(odd.encode()).found())
    assert "order" not in alone["ask"]
    assert [each["needed"] for each in alone["fields"] if each["name"] == "order"] == [False]


def test_the_roles_can_be_exchanged() -> None:
    whole = table_of(
        [("订单ID", "实付金额", "支付时间", "揽收时间"), ("1", "5", "2026-08-12 10:00", "")]
    )
    found = json.loads(_orders(ORDERS, whole.encode(), swapped=True).found())
    assert found["other"]["at"] == 0
    assert found["columns"][0]["heading"] == "订单ID"


def test_a_calculator_without_a_dashboard_has_none() -> None:
    text = "订单编号,实付金额\n1,1299\n".encode()
    orders = _orders(text, calculator="late-delivery", on="2025-03-01")
    assert json.loads(orders.dashboard()) is None
    assert (orders.to_do_list(), orders.calendar("20260814T010000Z")) == ("", "")
