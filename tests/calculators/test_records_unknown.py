"""Of records that no column of a file holds none is missing; what others tell is told."""

import csv
import io

import pytest

from calculators import definition, evaluate
from calculators.core.table.answering import answered
from calculators.core.table.files.opening import open_table
from calculators.core.table.plan import Asked, plan
from calculators.core.table.table import Table
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
    """The answer to a row with these columns besides, and the notes in one text."""
    heads, cells = zip(*columns, strict=True) if columns else ((), ())
    text = f"{','.join([HEAD, *heads])}\n{','.join([ROW, *cells])}\n"
    table = Table(definition("false-shipment"), open_table([text.encode()]), "zh")
    planned = plan(table.headings, Asked(given=NONE), NOW, words=False)
    written = b"".join(answered(table, planned)).decode("utf-8-sig")
    notes = "\n".join(table.totals.words()["notes"])
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
