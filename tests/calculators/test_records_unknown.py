"""Of records that no column of a file holds none is missing; what others tell is told."""

import csv
import io

import pytest

from calculators import definition, evaluate
from calculators.core.inputs.errors import InputError
from calculators.core.table.answering import answered
from calculators.core.table.files.opening import open_table
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.table import Table
from calculators.core.text.catalogue import LANGUAGES
from tests.support.lines_to_add import to_add
from tests.support.pinned import NOW

HEAD = "订单编号,付款时间,单号上传时间"
ROW = "A,2026-06-20 10:00,2026-06-20 12:00"
# In columns of their own, by what they are called.
COLLECTED = ("揽收时间", "2026-06-20 15:00")
HUB = ("首次分拨时间", "2026-06-20 20:00")
UPDATE = ("轨迹更新时间", "2026-06-21 08:00")
SIGNED = ("签收时间", "2026-06-21 11:00")
NONE = {"now": "2026-06-24 12:00"}


def _answered(columns: list[tuple[str, str]]) -> tuple[dict[str, str], str]:
    """The answer to a row with these columns besides, and notes and warnings in one text."""
    heads, cells = zip(*columns, strict=True) if columns else ((), ())
    text = f"{','.join([HEAD, *heads])}\n{','.join([ROW, *cells])}\n"
    table = Table(definition("false-shipment"), open_table([text.encode()]), "zh")
    planned = plan(table.headings, Asked(given=NONE), NOW, words=False)
    written = b"".join(answered(table, planned)).decode("utf-8-sig")
    words = table.totals.words()
    notes = "\n".join([*words["notes"], *words["warnings"]])
    return next(csv.DictReader(io.StringIO(written, newline=""))), notes


@pytest.mark.parametrize(
    ("columns", "flags"),
    [
        ([], ""),
        ([COLLECTED], ""),
        # The scan came 26 hours after the upload.
        ([("揽收时间", "2026-06-21 14:00")], "collection_timeout"),
        # A column that is there says by an empty cell that there is no record.
        ([("揽收时间", "")], "collection_timeout;no_collection_48h"),
        ([COLLECTED, ("首次分拨时间", "")], "hub_timeout;no_hub_48h"),
        ([COLLECTED, HUB], ""),
        ([COLLECTED, HUB, UPDATE], ""),
        ([COLLECTED, HUB, SIGNED], ""),
        ([COLLECTED, HUB, ("签收时间", "")], ""),
        # Since 08:00 on the 21st, 76 hours, on a way that allows 48.
        ([COLLECTED, HUB, UPDATE, ("签收时间", "")], "trace_timeout"),
        ([COLLECTED, HUB, UPDATE, ("派件时间", "")], "trace_timeout"),
        ([COLLECTED, HUB, ("轨迹更新时间", ""), ("签收时间", "")], "trace_timeout"),
        ([SIGNED], ""),
        ([COLLECTED, SIGNED], ""),
        ([HUB], ""),
    ],
)
def test_no_record_is_missing_for_want_of_its_column(
    columns: list[tuple[str, str]], flags: str
) -> None:
    row, notes = _answered(columns)
    assert row["flags"] == flags
    known = {heading for heading, _ in columns}
    assert ("没有揽收时间：" in notes) == ("揽收时间" not in known)
    assert ("没有分拨记录的时间：" in notes) == ("首次分拨时间" not in known)
    hub = "首次分拨时间" in known
    assert ("没有轨迹更新的时间：" in notes) == (hub and "轨迹更新时间" not in known)
    delivery = known & {"派件时间", "签收时间"}
    assert ("没有派件、签收的时间：" in notes) == (hub and not delivery)
    assert ("“路线”" in notes) == hub
    assert "单号信息是否异常" in notes


def test_a_reused_number_without_its_address_says_what_was_taken() -> None:
    row, notes = _answered([COLLECTED, ("单号以前使用的时间", "2026-06-01 10:00")])
    assert row["flags"] == "number_reused"
    assert "没有“是否同一个地址”这一列，全部按“否”算" in notes


@pytest.mark.parametrize(
    ("moments", "code"),
    [
        # Signed for 23 hours after the upload: it had been collected within 24.
        ({"signed_at": "2026-06-21 11:00"}, "collection_by_then"),
        # A day later nobody knows when that was.
        ({"signed_at": "2026-06-22 11:00"}, "collection_unknown"),
        ({"collected_at": COLLECTED[1], "signed_at": "2026-06-21 11:00"}, "hub_by_then"),
        ({"collected_at": COLLECTED[1], "signed_at": "2026-06-22 11:00"}, "hub_unknown"),
        ({}, "hub_start_unknown"),
        ({"collected_at": COLLECTED[1], "hub_at": HUB[1]}, "silence_unknown"),
    ],
)
def test_a_later_record_tells_of_those_before_it(moments: dict[str, str], code: str) -> None:
    unknown = dict.fromkeys(
        ("collection_known", "hub_known", "updates_known", "delivery_known"), "no"
    )
    told = evaluate(
        "false-shipment",
        {
            "paid_at": "2026-06-20 10:00",
            "uploaded_at": "2026-06-20 12:00",
            **NONE,
            **unknown,
            **moments,
        },
    )
    assert told["ok"]
    assert code in [each["code"] for each in told["steps"]]
    assert told["outputs"]["flags"] == []
    assert "scan_missing" not in [each["code"] for each in told["warnings"]]


# An order in the check-up: paid and promised in time, uploaded, scanned and at a hub long ago.
CHECKED = "订单编号,实付金额,付款时间,承诺发货时间,发货时间,揽收时间,首次分拨时间"
AT_HUB = (
    "A,300,2026-06-20 10:00,2026-06-22 10:00,2026-06-20 12:00,2026-06-20 15:00,2026-06-20 20:00"
)


def _checked(head: str, row: str) -> tuple[dict[str, str], str]:
    """The answer of the check-up to a row, and the notes in one text."""
    table = Table(definition("order-check"), open_table([f"{head}\n{row}\n".encode()]), "zh")
    planned = plan(table.headings, Asked(given=NONE), NOW, words=False)
    written = b"".join(answered(table, planned)).decode("utf-8-sig")
    notes = "\n".join(table.totals.words()["notes"])
    return next(csv.DictReader(io.StringIO(written, newline=""))), notes


@pytest.mark.parametrize(
    ("columns", "state", "update_by"),
    [
        ([], "moving", ""),
        ([UPDATE], "moving", ""),
        ([("签收时间", "")], "moving", ""),
        # 76 hours of silence since then, on a way that allows 48.
        ([UPDATE, ("签收时间", "")], "stalled", "2026-06-23 08:00"),
        ([UPDATE, ("派件时间", "")], "stalled", "2026-06-23 08:00"),
        ([("轨迹更新时间", ""), ("签收时间", "")], "stalled", "2026-06-22 20:00"),
        # 28 hours of silence: the next record is awaited, whatever came since.
        ([("轨迹更新时间", "2026-06-23 08:00")], "moving", "2026-06-25 08:00"),
        ([SIGNED], "done", ""),
    ],
)
def test_the_check_up_takes_no_parcel_as_silent_for_want_of_a_column(
    columns: list[tuple[str, str]], state: str, update_by: str
) -> None:
    heads, cells = zip(*columns, strict=True) if columns else ((), ())
    row, notes = _checked(",".join([CHECKED, *heads]), ",".join([AT_HUB, *cells]))
    assert (row["state"], row["update_by"]) == (state, update_by)
    known = set(heads)
    assert ("没有轨迹更新的时间：" in notes) == ("轨迹更新时间" not in known)
    assert ("没有派件、签收的时间：" in notes) == (not known & {"派件时间", "签收时间"})
    assert "收到轨迹异常通知的时间" in notes


@pytest.mark.parametrize(
    ("columns", "amount"),
    [
        # Three days after the notice it counts as out of stock: 1 per cent of 300.
        ([("签收时间", "")], "3.00"),
        ([], "0.00"),
        ([("派件时间", "2026-06-21 08:00")], "0.00"),
        ([("签收时间", "2026-06-22 08:00")], "0.00"),
    ],
)
def test_what_came_of_a_notice_is_not_known_without_a_column_of_signing(
    columns: list[tuple[str, str]], amount: str
) -> None:
    heads, cells = zip(*columns, strict=True) if columns else ((), ())
    head, notice = f"{CHECKED},轨迹异常通知时间", "2026-06-21 10:00"
    row, notes = _checked(",".join([head, *heads]), ",".join([AT_HUB, notice, *cells]))
    assert row["out_of_stock"] == amount
    assert ("没有签收的时间：" in notes) == ("签收时间" not in heads)


def test_without_the_upload_it_is_said_that_its_limit_was_not_judged() -> None:
    head, row = (
        "订单编号,实付金额,付款时间,承诺发货时间,揽收时间",
        "A,300,2026-06-22 10:00,2026-06-24 20:00,",
    )
    found, notes = _checked(head, row)
    assert found["state"] == "ship_soon"
    assert "没有上传单号的时间：" in notes
    assert "没有上传单号的时间：" not in _checked(CHECKED, AT_HUB)[1]


@pytest.mark.parametrize(("known", "flags"), [("yes", ["trace_timeout"]), ("no", [])])
def test_by_the_rules_before_no_parcel_is_silent_whose_delivery_is_not_known(
    known: str, flags: list[str]
) -> None:
    moments = {
        "paid_at": "2026-05-20 10:00",
        "uploaded_at": "2026-05-20 12:00",
        "collected_at": "2026-05-20 15:00",
        "hub_at": "2026-05-20 20:00",
        "last_update_at": "2026-05-21 08:00",
        "now": "2026-05-30 12:00",
    }
    told = evaluate("false-shipment", {**moments, "delivery_known": known}, on="2026-05-20")
    assert told["ok"]
    assert told["outputs"]["flags"] == flags


@pytest.mark.parametrize(
    ("columns", "amount", "said"),
    [
        ([], "", "不等于 0 元"),
        ([COLLECTED], "", "不等于 0 元"),
        ([COLLECTED, HUB], "", "不等于 0 元"),
        # All that is asked for was looked at: nothing fits.
        ([COLLECTED, HUB, UPDATE, SIGNED], "0.00", ""),
        ([COLLECTED, SIGNED], "0.00", ""),
        # From the hub to the signature it took 52 hours, on a way that allows 48 without a record.
        ([COLLECTED, HUB, ("签收时间", "2026-06-23 00:00")], "", "不等于 0 元"),
        # Collected 26 hours after the upload: 1 per cent of 1,299; over 48 hours, it is abnormal,
        # 25 per cent, at most 100.
        ([("揽收时间", "2026-06-21 14:00")], "13.00", "可能更多"),
        ([("揽收时间", "2026-06-22 14:00")], "100.00", ""),
    ],
)
def test_no_amount_stands_for_what_was_not_checked(
    columns: list[tuple[str, str]], amount: str, said: str
) -> None:
    paid = [("实付金额", "1299"), ("承诺发货小时数", "48")]
    row, notes = _answered([*paid, *columns])
    assert row["compensation"] == amount
    assert said in notes
    assert bool(said) == ("有的记录查不到" in notes)


@pytest.mark.parametrize("route", ["省内", "跨省"])
def test_a_route_that_is_none_of_the_choices_says_what_it_lacks(route: str) -> None:
    moments = {"paid_at": "2026-06-20 10:00", "uploaded_at": "2026-06-20 12:00"}
    told = evaluate("false-shipment", {**moments, **NONE, "route": route}, lang="zh")
    assert not told["ok"]
    assert [each["code"] for each in told["errors"]] == ["not_a_choice"]
    assert "只写“省内”“跨省”还定不下来" in told["errors"][0]["text"]


UNSET = "单号以前使用的时间,收件信息相符,单号异常,轨迹重复,私自召回,重新发货异常"
TOLD = ",相符,正常,不重复,未召回,未重发"
TIMES = "买家实付金额,承诺发货小时数,揽收时间"
# Collected 26 hours after the upload: 1 % of 200, at least 3.00.
LATE = "200.00,48,2026-06-21 14:00"


@pytest.mark.parametrize(
    ("heads", "cells", "least"),
    [
        # Without hub records, and without what no track shows.
        (TIMES, LATE, True),
        (f"{TIMES},{UNSET}", f"{LATE},{TOLD}", True),
        (f"{TIMES},首次分拨时间,签收时间", f"{LATE},2026-06-21 20:00,2026-06-22 09:00", True),
        # All that may make it more is in the table.
        (
            f"{TIMES},首次分拨时间,轨迹更新时间,签收时间,{UNSET}",
            f"{LATE},2026-06-21 20:00,2026-06-21 22:00,2026-06-22 09:00,{TOLD}",
            False,
        ),
        # No amount, nothing to say of it.
        ("揽收时间", "2026-06-21 14:00", False),
    ],
)
def test_what_is_due_is_the_least_where_not_all_was_looked_at(
    heads: str, cells: str, *, least: bool
) -> None:
    row, notes = _answered(list(zip(heads.split(","), cells.split(","), strict=True)))
    assert (row["flags"], row["errors"]) == ("collection_timeout", "")
    assert row["compensation"] == ("3.00" if "实付" in heads else "")
    assert ("只是至少" in notes) == least


@pytest.mark.parametrize("heading", ["发货时间", "Ship time"])
def test_the_click_is_offered_for_the_upload_and_not_taken(heading: str) -> None:
    text = f"订单编号,付款时间,{heading}\nA,2026-06-20 10:00,2026-06-20 12:00\n"
    headings = Table(definition("false-shipment"), open_table([text.encode()]), "zh").headings
    assert (headings.matches["uploaded_at"].sure, headings.matches["uploaded_at"].proposed) == (
        False,
        2,
    )
    with pytest.raises(InputError) as asked:
        plan(headings, Asked(given=NONE), NOW, words=False)
    assert asked.value.values["columns"] == (to_add("uploaded_at", heading),)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("订单编号,单号上传时间\nA,2026-06-20 12:00\n", ("--column paid_at=…",)),
        ("订单编号,付款时间\nA,2026-06-20 10:00\n", ("--column uploaded_at=…",)),
        # A day is no moment of shipping.
        (
            "订单编号,付款时间,发货时间\nA,2026-06-20 10:00,2026-06-20\n",
            ("--column uploaded_at=…",),
        ),
    ],
)
def test_for_moments_of_each_order_a_column_is_asked(text: str, lines: tuple[str, ...]) -> None:
    headings = Table(definition("false-shipment"), open_table([text.encode()]), "zh").headings
    with pytest.raises(InputError) as asked:
        plan(headings, Asked(given=NONE), NOW, words=False)
    assert asked.value.values["columns"] == lines


@pytest.mark.parametrize("calculator", ["false-shipment", "order-check"])
def test_both_languages_name_what_was_not_checked_without_hubs(calculator: str) -> None:
    zh, en = (definition(calculator).texts(lang).get("notes", "hub_at") for lang in LANGUAGES)
    parts = {"发运超时": "overdue", "轨迹异常": "abnormal tracking", "中转超时": "stood still"}
    assert all(chinese in zh and english in en for chinese, english in parts.items())
