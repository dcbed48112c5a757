"""A file of orders in a page, without the page: looked at, planned, answered piece by piece."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from calculators.page.file import page_file
from calculators.page.orders import Orders
from tests.support.pinned import PINNED

HEADINGS = "订单编号,实付金额,备注\n"
ORDERS = HEADINGS + "1,1299,急\n2,x,\n"


class _Bytes:
    """Bytes as the browser hands them over: they have to be asked for Python's."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def to_bytes(self) -> bytes:
        return self._data


def _reader(data: bytes) -> Callable[[int, int], Any]:
    return lambda at, count: _Bytes(data[at : at + count])


def _orders(data: str | bytes, calculator: str = "late-delivery", **other: Any) -> Orders:
    raw = data.encode() if isinstance(data, str) else data
    request = {"calculator": calculator, "lang": "en", "now": "2026-11-25T12:00", "on": PINNED}
    return Orders(json.dumps(request | other), _reader(raw), len(raw))


def _plan(columns: dict[str, int], **given: str) -> str:
    return json.dumps({"columns": columns, "given": given, "units": {}})


def _pieces(orders: Orders) -> bytes:
    return b"".join(iter(orders.piece, None))


def _rows(orders: Orders) -> list[list[str]]:
    text = _pieces(orders).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_what_the_first_lines_tell() -> None:
    found = json.loads(_orders(ORDERS).found())
    assert [each["heading"] for each in found["columns"]] == ["订单编号", "实付金额", "备注"]
    assert [each["samples"] for each in found["columns"]] == [["1", "2"], ["1299", "x"], ["急"]]
    fields = {each["name"]: each for each in found["fields"]}
    assert fields["paid"] == {
        "name": "paid",
        "label": "Amount the buyer paid",
        "column": 1,
        "likely": [],
        "proposed": 1,
        "doubt": "",
        "input_type": "text",
        "is_amount": True,
        "choices": [],
        "unit": "yuan (¥)",
        "needed": True,
    }
    assert (fields["order"]["column"], fields["order"]["is_amount"]) == (0, False)
    assert fields["order"]["label"]
    assert fields["force_majeure"]["choices"] == [["no", "No"], ["yes", "Yes"]]
    assert (fields["force_majeure"]["column"], fields["force_majeure"]["needed"]) == (None, False)
    assert found["ask"] == []
    assert found["outputs"] == [
        "Taken for this order", "How it comes about", "As a share of the amount paid",
    ]  # fmt: skip
    assert (found["sheet"], found["sheets"]) == (None, [])
    assert list(found["units"]) == ["yuan", "fen", "wan"]


def test_half_a_day_of_the_rules_is_none_and_refused_with_the_plan() -> None:
    orders = _orders(ORDERS, on="?")
    assert json.loads(orders.found()) == json.loads(_orders(ORDERS, on="").found())
    (wrong,) = json.loads(orders.wrong(_plan({"paid": 1}, on="?")))
    assert wrong["field"] == "on"


def test_the_time_until_which_orders_wait_can_be_said_where_no_form_has_it() -> None:
    found = json.loads(_orders(ORDERS).found())
    assert "now" in found["asked"]
    assert "now" not in found["ask"]
    assert "now" not in json.loads(_orders(ORDERS, "order-check").found())["asked"]


def test_a_column_that_may_be_meant_is_proposed_and_asked_about() -> None:
    found = json.loads(_orders("订单编号,实付金额合计\n1,5\n").found())
    paid = next(each for each in found["fields"] if each["name"] == "paid")
    assert (paid["column"], paid["likely"], paid["proposed"]) == (None, [1], 1)
    assert found["ask"] == ["paid"]


def test_without_a_day_the_file_asks_for_what_today_s_rules_need() -> None:
    asked = json.loads(_orders(ORDERS, on="").found())["ask"]
    assert {"promised_hours", "late_hours"} <= set(asked)
    assert json.loads(_orders(ORDERS).found())["ask"] == []


def test_a_calculator_whose_files_ask_nothing_says_so() -> None:
    found = json.loads(_orders("days\n5\n", "presale-days").found())
    assert (found["asked"], found["instead"], found["assumed"]) == ([], {}, [])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n", "PDF"),
        (b"paid\n", "no rows"),
        (b"PK\x03\x04 cut short", "damaged"),
    ],
)
def test_what_is_no_table_is_told_and_nothing_is_raised(data: bytes, words: str) -> None:
    found = json.loads(_orders(data).found())
    assert list(found) == ["refused"]
    assert words in found["refused"]


def test_a_table_of_which_no_column_is_read_is_refused_as_in_a_terminal() -> None:
    # Nothing is asked of it either; one that may be meant is asked about.
    said = json.loads(_orders("甲,乙,丙\nx,y,z\n", "purchase-limit").found())["refused"]
    assert said.startswith("No column of the table is an input of this calculator; ")
    assert json.loads(_orders("甲,乙,丙\nx,y,z\n").found())["ask"] == ["paid"]
    orders = _orders("每人限购\n5\n", "purchase-limit")
    assert json.loads(orders.found())["ask"] == []
    # Of several sheets another may be the one.
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        for name in ("Notes", "Limits"):
            sheet = book.add_worksheet(name)
            sheet.write_column(0, 0, ["x" if name == "Notes" else "每人限购", "5"])
    orders = _orders(made.getvalue(), "purchase-limit")
    assert json.loads(orders.found())["sheets"] == ["Notes", "Limits"]
    orders.begin(_plan({}))
    assert _pieces(orders) == b""
    assert json.loads(orders.so_far())["unreadable"] == said


def test_a_sheet_of_a_workbook_is_chosen_by_its_name() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        for name, paid in (("October", 5), ("November", 1299)):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["订单编号", "实付金额"])
            sheet.write_row(1, 0, ["1", paid])
    data = made.getvalue()
    found = json.loads(_orders(data).found())
    assert (found["sheet"], found["sheets"]) == ("October", ["October", "November"])
    orders = _orders(data, sheet="November")
    assert json.loads(orders.found())["sheet"] == "November"
    orders.begin(_plan({"order": 0, "paid": 1}, on=PINNED))
    assert _rows(orders)[1][:3] == ["1", "1299", "12.99"]
    assert "December" in json.loads(_orders(data, sheet="December").found())["refused"]


def _workbook(**sheets: list[list[object]]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return made.getvalue()


def test_a_sheet_of_one_row_is_passed_over_and_offered_all_the_same() -> None:
    orders: list[list[object]] = [["订单编号", "实付金额"], ["1", 5]]
    data = _workbook(Cover=[["Orders"]], December=orders[:1], November=orders)
    found = json.loads(_orders(data).found())
    assert (found["sheet"], found["sheets"]) == ("November", ["Cover", "December", "November"])
    told = json.loads(_orders(data, sheet="December").found())
    assert list(told) == ["refused"]
    assert "no rows" in told["refused"]
    # Where none is a table, they can be tried all the same.
    told = json.loads(_orders(_workbook(Cover=[["Orders"]], December=orders[:1])).found())
    assert told["sheets"] == [["Cover", "December"]]
    assert "sheets" not in json.loads(_orders(_workbook(December=orders[:1])).found())


MOMENTS = "订单编号,实付金额,订单提交时间{more}\n1,5,2026-07-01 10:00{cells}\n"


@pytest.mark.parametrize(
    ("more", "cells", "on", "proposed", "asked"),
    [
        ("", "", "", 2, ["on"]),
        # A day that is named holds for all rows.
        ("", "", PINNED, 2, []),
        # The promised time tells the day, once it is known which column that is.
        (",承诺发货时间" * 2, ",2026-07-05 10:00,2026-07-06 10:00", "", None, ["on"]),
    ],
)
def test_the_day_is_proposed_where_nothing_else_tells_it(
    more: str, cells: str, on: str, proposed: int | None, asked: list[str]
) -> None:
    found = json.loads(_orders(MOMENTS.format(more=more, cells=cells), on=on).found())
    (day,) = [each for each in found["fields"] if each["name"] == "on"]
    assert day["proposed"] == proposed
    assert [name for name in found["ask"] if name == "on"] == asked


@pytest.mark.parametrize(
    ("unit", "shown"), [("yuan", "440.00"), ("fen", "44000"), ("wan", "0.044")]
)
def test_the_first_rows_show_what_an_order_was_answered_for(unit: str, shown: str) -> None:
    cells = {"yuan": ("200.00", "240.00"), "fen": ("20000", "24000"), "wan": ("0.02", "0.024")}[
        unit
    ]
    orders = _orders("主订单编号,数\n" + "".join(f"M1,{each}\n" for each in cells))
    plan = {"columns": {"order": 0, "paid": 1}, "given": {"on": PINNED}, "units": {"paid": unit}}
    orders.begin(json.dumps(plan))
    _pieces(orders)
    (first,) = json.loads(orders.so_far())["first"]
    assert first["own"] == ["M1", shown]
    assert first["outputs"][0] == "¥4.40"


@pytest.mark.parametrize(
    ("plan", "wrong"),
    [
        (_plan({"order": 0, "paid": 1}, on=PINNED), []),
        (_plan({"order": 0}, on=PINNED), ["paid"]),
        (_plan({}, paid="5", on=PINNED), []),
        (_plan({"paid": 1}, on="2026-09-01"), ["promised_hours", "late_hours"]),
    ],
)
def test_what_a_plan_leaves_open_is_only_named(plan: str, wrong: list[str]) -> None:
    told = json.loads(_orders(ORDERS).wrong(plan))
    assert told == [{"field": name, "text": ""} for name in wrong]


def test_what_cannot_be_read_is_told_with_its_reason() -> None:
    told = json.loads(_orders(ORDERS).wrong(_plan({}, force_majeure="maybe", on="x")))
    assert [each["field"] for each in told] == ["on", "force_majeure"]
    assert all(each["text"] for each in told)


def test_rows_are_answered_in_words_and_added_up() -> None:
    orders = _orders(ORDERS)
    assert _pieces(orders) == b"", "nothing was begun"
    orders.begin(_plan({"order": 0, "paid": 1}, on=PINNED))
    rows = _rows(orders)
    assert rows[0][3] == "Taken for this order"
    assert rows[1] == ["1", "1299", "急", "12.99", "by percentage", "1.00", ""]
    assert rows[2][-1]
    told = json.loads(orders.so_far())
    assert (told["answered"], told["refused"], told["unreadable"]) == (1, 1, "")
    assert told["sums"][0]["text"] == "¥12.99"
    assert told["headings"] == rows[0][:3]
    assert orders.to_read() >= len(ORDERS)


def test_a_file_that_turns_unreadable_below_stops_with_what_was_answered() -> None:
    # The first lines are fine; far below stands a line without an end.
    data = HEADINGS + "".join(f"{row},300,\n" for row in range(20_000)) + "x" * 11_000_000
    orders = _orders(data)
    orders.begin(_plan({"paid": 1}, on=PINNED))
    assert _pieces(orders)
    told = json.loads(orders.so_far())
    assert told["unreadable"]
    assert told["answered"] > 0
    assert json.loads(orders.found()) == {"refused": told["unreadable"]}


def test_a_page_s_file_is_read_at_any_place_and_never_beyond_its_end() -> None:
    data, asked = bytes(range(256)) * 1000, list[tuple[int, int]]()
    read = _reader(data)

    def noted(at: int, count: int) -> Any:
        asked.append((at, count))
        return read(at, count)

    file = page_file(noted, len(data))
    assert (file.readable(), file.seekable()) == (True, True)
    assert asked == [], "nothing is read before it is asked for"
    assert file.seek(-3, io.SEEK_END) == len(data) - 3
    assert file.read() == data[-3:]
    assert file.read() == b""
    assert (file.seek(10), file.seek(5, io.SEEK_CUR)) == (10, 15)
    assert (file.tell(), file.read(4), file.tell()) == (15, data[15:19], 19)
    assert all(at + count <= len(data) for at, count in asked)
    assert max(count for _, count in asked) <= 65_536
    file.seek(0)
    assert file.read() == data
    # Also where the buffer does not look first.
    with pytest.raises(ValueError, match="first byte"):
        file.seek(-len(data) - 1, io.SEEK_END)


def test_python_s_own_bytes_will_do_as_well() -> None:
    assert page_file(lambda at, count: b"abc"[at : at + count], 3).read() == b"abc"
    assert page_file(lambda _at, _count: b"", 0).read() == b""


def test_rows_are_counted_while_those_of_one_order_are_looked_for() -> None:
    orders = _orders(HEADINGS + "".join(f"{row},300,\n" for row in range(1_000)))
    orders.begin(_plan({"order": 0, "paid": 1}, promised_hours="240", late_hours="1"))
    seen = []
    for piece in iter(orders.piece, None):
        told = json.loads(orders.so_far())
        seen.append(told["looked"])
        assert piece or told["answered"] == 0
    # A sign every 200 lines, of which the headings are one.
    assert [each for each in dict.fromkeys(seen) if each] == [199, 399, 599, 799, 999]
