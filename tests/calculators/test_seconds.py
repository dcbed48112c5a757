"""Moments have seconds, as the platform's own exports write them: each side of a limit by hand."""

import io
import json
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from calculators import definition
from calculators.__main__ import main
from calculators.core.inputs.dates import full_seconds
from calculators.core.inputs.field_types.moments import TimeField
from calculators.core.inputs.fields import fields_of
from calculators.core.output.icalendar import calendar
from tests.support.answered_files import answer_files
from tests.support.evaluating import evaluate
from tests.support.pinned import NOW

HEAD = "订单编号,实付金额,付款时间,承诺发货时间,发货时间"
FIELDS = ("paid", "paid_at", "promised_at", "shipped_at")
# What was paid, when, what was promised, when it was shipped; the hours of both, what is taken.
LATE = [
    # Late for 47:59:31: not yet as out of stock, and a promise of 48 hours is free until then.
    ("400,2026-11-01 10:00:59,2026-11-03 10:00:59,2026-11-05 10:00:30", "48", "47", "0.00"),
    ("400,2026-11-01 10:00:59,2026-11-03 10:00:59,2026-11-05 10:00:59", "48", "48", "4.00"),
    # Late for 30 seconds is late; so is one second, and none is not.
    ("400,2026-11-01 10:02:20,2026-11-11 10:02:20,2026-11-11 10:02:50", "240", "1", "4.00"),
    ("400,2026-11-01 10:02:20,2026-11-11 10:02:20,2026-11-11 10:02:21", "240", "1", "4.00"),
    ("400,2026-11-01 10:02:20,2026-11-11 10:02:20,2026-11-11 10:02:20", "240", "0", "0.00"),
    # 240:00:20 were promised, up to full hours 241; late for 49:59:10.
    ("400,2026-11-01 10:00:30,2026-11-11 10:00:50,2026-11-13 12:00", "241", "49", "20.00"),
    # 240:00:00, and 47:59:59 of an hour each.
    ("400,2026-11-01 10:00:50,2026-11-11 10:00:50,2026-11-13 12:00:50", "240", "50", "12.00"),
    ("400,2026-11-01 10:00:30,2026-11-03 10:00:29,2026-11-03 10:00:30", "48", "1", "0.00"),
    # The same as programs write them: UTC, without marks, with words for the time of day.
    ("400,2026-11-01T02:02:20Z,20261111100220,2026年11月11日10时2分50秒", "240", "1", "4.00"),
    ("400,2026/11/1 上午10:02:20,2026/11/11 10:02:20 AM,2026-11-11 10:02:50.9", "240", "1", "4.00"),
]


@pytest.mark.parametrize(("row", "promised", "late", "taken"), LATE)
def test_late_orders(row: str, promised: str, late: str, taken: str) -> None:
    typed = dict(zip(FIELDS, row.split(","), strict=True))
    answer = evaluate("late-delivery", typed)
    hours = (answer["inputs"]["promised_hours"], answer["inputs"]["late_hours"])
    assert (*hours, answer["outputs"]["compensation"]) == (promised, late, taken)
    (answered,) = answer_files(f"{HEAD}\n1,{row}\n", calculator="late-delivery").rows
    assert (answered["compensation"], answered["errors"]) == (taken, "")


def test_late_orders_of_a_file_in_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "\n".join(f"{at},{row}" for at, (row, *_) in enumerate(LATE, start=1))
    (path := tmp_path / "orders.csv").write_text(f"{HEAD}\n{rows}\n", encoding="utf-8")
    assert main(["late-delivery", "--csv", str(path), "--lang", "en"]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    at = head.split(",").index("compensation")
    assert [line.split(",")[at] for line in lines] == [taken for *_, taken in LATE]


@pytest.mark.parametrize(
    ("promised_at", "hours", "taken"),
    [("2026-11-11 10:00:50", "241", "20.00"), ("2026-11-11 10:00:30", "240", "12.00")],
)
def test_what_was_promised_of_an_order_without_goods(
    promised_at: str, hours: str, taken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = {"paid": "400", "paid_at": "2026-11-01 10:00:30", "promised_at": promised_at}
    answer = evaluate("out-of-stock", typed)
    assert (answer["inputs"]["promised_hours"], answer["outputs"]["compensation"]) == (hours, taken)
    row = f"1,400,2026-11-01 10:00:30,{promised_at},"
    assert answer_files(f"{HEAD}\n{row}\n", calculator="out-of-stock").column("compensation") == [
        taken
    ]
    asked = [f"{name}={text}" for name, text in typed.items()]
    assert main(["out-of-stock", *asked, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["outputs"]["compensation"] == taken


@pytest.mark.parametrize(
    ("moments", "flags"),
    [
        # Exactly 24 hours after the upload is in time, 30 seconds later is not.
        ({"collected_at": "2026-11-17 12:00:20"}, []),
        ({"collected_at": "2026-11-17 12:00:50"}, ["collection_timeout"]),
        # A scan that is missing is so from the full hour on.
        ({"now": "2026-11-17 12:00:19"}, []),
        ({"now": "2026-11-17 12:00:20"}, ["collection_timeout"]),
        ({"now": "2026-11-18 12:00:20"}, ["collection_timeout", "no_collection_48h"]),
        # From the scan to the hub.
        ({"collected_at": "2026-11-16 12:00:40", "hub_at": "2026-11-17 12:00:40"}, []),
        (
            {"collected_at": "2026-11-16 12:00:40", "hub_at": "2026-11-17 12:00:41"},
            ["hub_timeout"],
        ),
        # The first record half a minute before the payment.
        ({"paid_at": "2026-11-16 12:00:50", "collected_at": "2026-11-16 12:00:50"}, []),
        (
            {"paid_at": "2026-11-16 12:00:50", "collected_at": "2026-11-16 12:00:20"},
            ["collected_before_payment"],
        ),
        # Told to the minute it may be of any of its seconds, but not of the minute before.
        ({"paid_at": "2026-11-16 12:00:50", "collected_at": "2026-11-16 12:00"}, []),
        (
            {"paid_at": "2026-11-16 12:00:50", "collected_at": "2026-11-16 11:59"},
            ["collected_before_payment"],
        ),
    ],
)
def test_limits_of_a_parcel(moments: dict[str, str], flags: list[str]) -> None:
    typed = {"paid_at": "2026-11-16 10:00:07", "uploaded_at": "2026-11-16 12:00:20"}
    now = max([*typed.values(), *moments.values()])
    asked = {"now": now} | typed | moments
    assert evaluate("false-shipment", asked)["outputs"]["flags"] == flags
    rows = ",".join(asked), ",".join(asked.values())
    (row,) = answer_files("\n".join(rows), calculator="false-shipment").rows
    # A file without a column of hubs or scans does not know that they are missing.
    assert row["flags"] == ";".join(flags) or "collected_at" not in moments


def test_a_silence_is_too_long_by_a_second() -> None:
    typed = {
        "paid_at": "2026-11-16 10:00:07",
        "uploaded_at": "2026-11-16 12:00:20",
        "collected_at": "2026-11-16 13:00:20",
        "hub_at": "2026-11-16 14:00:20",
    }
    for now, flags in (("14:00:20", []), ("14:00:21", ["trace_timeout"])):
        answer = evaluate("false-shipment", typed | {"now": f"2026-11-18 {now}"})
        assert answer["outputs"]["flags"] == flags


@pytest.mark.parametrize(
    ("now", "left", "status"),
    [
        ("2026-11-08 23:00:00", 1, "last_day"),
        ("2026-11-08 23:00:01", 0, "last_day"),
        ("2026-11-08 23:59:59", 0, "last_day"),
        ("2026-11-09 00:00:00", 0, "closed"),
        ("2026-11-09 00:00:01", -1, "closed"),
    ],
)
def test_a_return(now: str, left: int, status: str) -> None:
    outputs = evaluate("return-deadline", {"signed": "2026-11-01 23:59:59", "now": now})["outputs"]
    assert (outputs["hours_left"], outputs["status"]) == (left, status)
    assert outputs["apply_until"] == "2026-11-09 00:00"


def test_what_may_be_done_from_then_on_is_not_told_too_early() -> None:
    typed = {"joined": "20", "withdraw": "2", "stage": "started"}
    for at, check_by, delist_at in (
        ("2026-11-21 14:30:20", "2026-11-21 14:45", "2026-11-22 14:31"),
        ("2026-11-21 14:30:00", "2026-11-21 14:45", "2026-11-22 14:30"),
    ):
        outputs = evaluate("campaign-withdrawal", typed | {"at": at})["outputs"]
        assert (outputs["check_by"], outputs["delist_at"]) == (check_by, delist_at)
    outputs = evaluate("campaign-withdrawal", typed | {"at": "2026-11-21 23:59:59"})["outputs"]
    assert outputs["support_open"] == "yes"


@pytest.mark.parametrize(
    ("collected_at", "state", "taken"),
    [("10:02:20", "moving", "0.00"), ("10:02:50", "late", "4.00")],
)
def test_the_check_up(collected_at: str, state: str, taken: str) -> None:
    typed = {
        "paid": "400",
        "paid_at": "2026-11-01 10:02:20",
        "promised_at": "2026-11-11 10:02:20",
        "shipped_at": "2026-11-11 10:00:00",
        "collected_at": f"2026-11-11 {collected_at}",
        "now": "2026-11-11 12:00",
    }
    answer = evaluate("order-check", typed, "en")
    assert (answer["outputs"]["state"], answer["outputs"]["exposure"]) == (state, taken)
    head = "订单编号,订单应付金额,支付完成时间,承诺发货时间,发货时间\n"
    order = "7,400,2026-11-01 10:02:20,2026-11-11 10:02:20,2026-11-11 10:00:00\n"
    parcel = f"订单ID,运单号,揽收时间\n7,SF7,2026-11-11 {collected_at}\n"
    joined = answer_files(head + order, parcel, given={"now": "2026-11-11 12:00"})
    assert (joined.column("state"), joined.column("exposure")) == ([state], [taken])


# What was typed loses nothing, and what is said of it contradicts nothing.


def test_what_was_typed_is_written_with_its_seconds() -> None:
    typed = dict(zip(FIELDS, LATE[2][0].split(","), strict=True)) | {"now": "2026-11-21 09:30:00"}
    answer = evaluate("late-delivery", typed, "en")
    echoed = {name: answer["inputs"][name] for name in typed}
    assert echoed == typed | {"paid": "400.00", "now": "2026-11-21 09:30"}
    assert evaluate("late-delivery", answer["inputs"], "en") == answer


def test_a_sentence_that_compares_moments_names_their_seconds() -> None:
    typed = {
        "paid": "400",
        "paid_at": "2026-11-01 10:02:20",
        "promised_at": "2026-11-11 10:02:20",
        "collected_at": "2026-11-11 10:02:50",
        "shipped_at": "2026-11-11 10:00",
        "now": "2026-11-11 12:00",
    }
    answer = evaluate("order-check", typed, "en")
    (said,) = (each["text"] for each in answer["steps"] if each["code"] == "was_late")
    assert "2026-11-11 10:02:20" in said
    assert "2026-11-11 10:02:50" in said
    written = calendar(definition("order-check"), answer, "en", stamp="20261121T130000Z", link="")
    plain = written.replace("\r\n ", "")
    assert "2026-11-11 10:02:50" in plain
    # A deadline is told to the minute, and never later than it is.
    assert answer["outputs"]["ship_by"] == "2026-11-11 10:02"
    assert "DTSTART:20261111T020200Z" in plain


def test_a_count_of_days_has_seconds() -> None:
    # 10:02:50 is 0.418634259... of a day.
    field = TimeField()
    assert field.from_serial("46337.4186342593", epoch_1904=False) == "2026-11-11 10:02:50"
    assert field.from_serial("46337.418", epoch_1904=False) == "2026-11-11 10:01:55"


@pytest.mark.parametrize(
    ("days", "seconds"),
    [
        # 9:03 of a day, with as many decimals as programs write.
        ("0.377083333333333", 32_580),
        ("46027.3770833333", 46_027 * 86_400 + 32_580),
        ("0.37708", 32_580),
        ("0.377083", 32_580),
        # Seven tenths, and nine, of a second more are no second; a thousandth less is one.
        ("0.377091435185185", 32_580),
        ("0.377093749999999", 32_580),
        ("0.377094896", 32_580),
        ("0.3770949071", 32_581),
        # No second is told by so few decimals.
        ("0.377", 32_573),
        ("0.4", 34_560),
        ("1", 86_400),
    ],
)
def test_fractions_of_a_second_are_dropped_from_a_count_of_days(days: str, seconds: int) -> None:
    assert full_seconds(Decimal(days)) == seconds


@pytest.mark.parametrize(
    ("cell", "format_"),
    [("2026-11-11 09:36:00.600", None), (46337.400006944444, "yyyy-mm-dd hh:mm:ss.000"),
     ("46337.400006944444", None), ("2026-11-11 09:36:00", None)],
)  # fmt: skip
def test_fractions_of_a_second_decide_nothing(cell: str | float, format_: str | None) -> None:
    # Promised for 9:36:00: what is shipped in that second is in time.
    head = HEAD.split(",")
    row = ["1", "400", "2026-11-01 09:36:00", "2026-11-11 09:36:00", cell]
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        style = book.add_format({"num_format": format_ or "General"})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, head)
        sheet.write_row(1, 0, row, style)
    typed = "\n".join([",".join(head), ",".join(map(str, row)), ""])
    for data in (buffer.getvalue(), typed):
        assert answer_files(data, calculator="late-delivery").column("compensation") == ["0.00"]


# Clocks and forms tell minutes.


@pytest.mark.parametrize(
    ("calculator", "typed"),
    [
        ("order-check", {"paid": "9", "paid_at": "2026-11-11 10:00:30", "now": "2026-11-11 10:00"}),
        (
            "false-shipment",
            {
                "paid_at": "2026-11-11 09:00:30",
                "uploaded_at": "2026-11-11 10:00:10",
                "collected_at": "2026-11-11 10:00:30",
                "now": "2026-11-11 10:00",
            },
        ),
        ("return-deadline", {"signed": "2026-11-11 10:00:30", "now": "2026-11-11 10:00"}),
        (
            "out-of-stock",
            {"paid": "9", "paid_at": "2026-11-11 10:00:30", "promised_at": "2026-11-11 10:00"},
        ),
    ],
)
def test_a_minute_is_not_before_a_second_in_it(calculator: str, typed: dict[str, str]) -> None:
    answer = evaluate(calculator, typed)
    assert answer["ok"], answer
    assert not {"after_now", "not_yet"} & {each["code"] for each in answer["warnings"]}


def test_a_second_is_before_another_of_its_minute() -> None:
    typed = {"paid": "9", "paid_at": "2026-11-11 10:00:30", "promised_at": "2026-11-11 10:00:29"}
    for calculator in ("late-delivery", "out-of-stock", "order-check"):
        known = fields_of(definition(calculator).inputs)
        more = {"now": "2026-11-11 12:00"} if "now" in known else {}
        (error,) = evaluate(calculator, typed | more)["errors"]
        assert (error["field"], error["code"]) == ("promised_at", "out_of_order")


# The rows of one order may leave seconds apart, also where its moments are the answer.


@pytest.mark.parametrize(
    ("promised", "second", "states"),
    [
        ("10:00:59", "10:00:15", ["moving", ""]),
        ("10:00:15", "10:00:15", ["moving", ""]),
        # Late, where the other row is not: not guessed.
        ("10:00:14", "10:00:15", ["", ""]),
        # Minutes apart: in time all the same, or not.
        ("12:00:00", "10:01:15", ["moving", ""]),
        ("10:01:00", "10:01:15", ["", ""]),
    ],
)
def test_rows_of_an_order_seconds_apart(promised: str, second: str, states: list[str]) -> None:
    own = f"7,200,2026-11-01 10:00:59,2026-11-03 {promised},2026-11-03"
    rows = f"{HEAD}\n{own} 10:00:10\n{own} {second}\n"
    assert answer_files(rows, calculator="order-check", now=NOW).column("state") == states


# One and the same shift of seconds decides nothing; a return ends at midnight, whatever was before.

OFFSETS = st.integers(0, 20_000) | st.integers(-61, 61)
HOURS = {
    "late-delivery": {"paid": "400"},
    "out-of-stock": {"paid": "400"},
    "false-shipment": {},
    "order-check": {"paid": "400"},
}


@given(st.sampled_from(sorted(HOURS)), st.integers(1, 59), st.data())
def test_the_same_seconds_in_all_moments_change_no_hours(
    calculator: str, seconds: int, data: st.DataObject
) -> None:
    start = datetime(2026, 10, 1, 10, 0)  # noqa: DTZ001 (as typed)
    fields = fields_of(definition(calculator).inputs)
    names = [name for name, each in fields.items() if each.kind == "time"]
    offsets = {
        name: data.draw(OFFSETS if not fields[name].optional else st.none() | OFFSETS)
        for name in names
    }
    minutes, shifted = (
        {
            name: f"{start + timedelta(minutes=offset, seconds=more):%Y-%m-%d %H:%M:%S}"
            for name, offset in offsets.items()
            if offset is not None
        }
        | HOURS[calculator]
        for more in (0, seconds)
    )
    whole, later = (evaluate(calculator, each, today=NOW.date()) for each in (minutes, shifted))
    assert whole.get("outputs") == later.get("outputs")
    assert whole.get("errors") == later.get("errors")
