"""By which day's rules the rows of a file are answered: asked where a column may tell, and said."""

import csv
import io

import pytest

from calculators import definition
from calculators.core.inputs.errors import InputError
from calculators.core.table.answering import answered
from calculators.core.table.files.opening import open_table
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.table import Table
from tests.support.lines_to_add import to_add
from tests.support.order_tables import table_of
from tests.support.pinned import NOW

HOURS = {"promised_hours": "48", "late_hours": "1"}
# A day before the rules of today, by which the same orders cost nothing.
EARLY = "2025-03-01 10:00:00"


def _table(*lines: str, calculator: str = "late-delivery", lang: str = "zh") -> Table:
    text = "\n".join([*lines, ""]).encode()
    return Table(definition(calculator), open_table([text]), lang)


def _answered(table: Table, asked: Asked) -> tuple[list[str], str]:
    """The first answer of each row, and the notes in one text."""
    planned = plan(table.headings, asked, NOW, words=False)
    text = b"".join(answered(table, planned)).decode("utf-8-sig")
    width = len(table.layout.headings)
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
    return [row[width] for row in rows], "\n".join(table.totals.words()["notes"])


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("订单成交时间", (EARLY, EARLY)),
        ("日期", ("2025-03-01", "2025/3/2")),
        ("下单日期", ("20250301", "2025年3月2日")),
        ("成交月份", ("2025-03", "2025年4月")),
        ("规则日期", ("2025年三月", "三月二日")),
        ("Ordered on date", ("2025-03-01", "2025-03-02")),
    ],
)
def test_a_column_that_may_tell_the_day_is_asked(heading: str, cells: tuple[str, str]) -> None:
    lines = ["订单号,实付金额," + heading, f"A,28.50,{cells[0]}", f"B,1320.00,{cells[1]}"]
    with pytest.raises(InputError) as refused:
        _answered(_table(*lines), Asked(given=HOURS))
    line = to_add("on", heading)
    assert (refused.value.code, refused.value.values["columns"]) == ("unsure_columns", (line,))
    # Refused by whoever asks, it is today: late by an hour on a promise of 48 costs nothing.
    amounts, notes = _answered(_table(*lines), Asked({"on": ""}, HOURS))
    assert amounts == ["0.00", "0.00"]
    assert "全部按今天（2026-11-25）的规则算" in notes


@pytest.mark.parametrize(
    "headings",
    [("下单时间", "订单完成时间"), ("日期", "订单提交时间"), ("日期", "Ordered on date")],
)
def test_of_several_such_columns_all_are_offered(headings: tuple[str, str]) -> None:
    lines = ["订单号,实付金额," + ",".join(headings), f"A,28.50,{EARLY},{EARLY}"]
    with pytest.raises(InputError) as refused:
        _answered(_table(*lines), Asked(given=HOURS))
    assert refused.value.values["columns"] == tuple(to_add("on", each) for each in headings)
    # 3 yuan below 300 by the rules of that day.
    amounts, _ = _answered(_table(*lines), Asked({"on": headings[0]}, HOURS))
    assert amounts == ["3.00"]


def test_columns_without_days_are_not_offered_for_them() -> None:
    lines = ["订单号,实付金额,下单时间,订单完成时间", "A,28.50,上午,下午"]
    amounts, notes = _answered(_table(*lines), Asked(given=HOURS))
    assert amounts == ["0.00"]
    assert "没有指明哪一列是每一单的日子，全部按今天（2026-11-25）的规则算" in notes


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        (Asked({"on": "订单成交时间"}, HOURS), "日子取自：订单成交时间"),
        (Asked(given=HOURS | {"on": "2025-03-01"}), "全部按 2025-03-01 的规则算"),
        (Asked(given=HOURS | {"paid_at": "2025-03-01 10:00"}), "全部按 2025-03-01 的规则算"),
    ],
)
def test_the_day_is_said_wherever_it_comes_from(asked: Asked, day: str) -> None:
    lines = ["订单号,实付金额,订单成交时间", f"A,28.50,{EARLY}", f"B,1320.00,{EARLY}"]
    amounts, notes = _answered(_table(*lines), asked)
    # 3 yuan below 300; 1 % of 1,320.
    assert amounts == ["3.00", "13.20"]
    assert notes.count("的规则算") + notes.count("日子取自") == 1
    assert day in notes


def test_what_is_judged_tells_the_day_before_any_other_column() -> None:
    lines = ["订单号,实付金额,支付完成时间,订单提交时间", f"A,28.50,{EARLY},{EARLY}"]
    amounts, notes = _answered(_table(*lines), Asked(given=HOURS))
    assert amounts == ["3.00"]
    assert "日子取自：支付完成时间" in notes


@pytest.mark.parametrize(
    ("cells", "proposed"),
    [
        (("11月3日", "11月3日", "11月4日"), None),
        (("2025-03-01", "3月2日", "2025-03-03"), None),
        (("", "", ""), None),
        (("2025-03-01", "", "2025-03-03"), 0),
    ],
)
def test_no_column_is_proposed_whose_cells_are_no_days(
    cells: tuple[str, ...], proposed: int | None
) -> None:
    rows = [f"{cell},张姐,{paid}" for cell, paid in zip(cells, (128, 299.9, 1580), strict=True)]
    table = _table("日期,客户,实付金额", *rows)
    match = table.headings.matches["on"]
    assert (match.sure, match.proposed) == (False, proposed)
    if proposed is None:
        # 48 hours and two more late by the rules of today: at least 2, and 1 % in whole yuan.
        hours = {"promised_hours": "48", "late_hours": "50"}
        amounts, notes = _answered(table, Asked(given=hours))
        assert amounts == ["2.00", "3.00", "16.00"]
        assert "全部按今天" in notes


def test_a_calculator_without_orders_says_the_day_too() -> None:
    table = _table("shop,monthly_gmv", "A,0", calculator="entry-cost", lang="en")
    _, notes = _answered(table, Asked(given={"orders_per_day": "0", "cost_per_order": "0"}))
    assert "the rules of today (2026-11-25)" in notes
    same = _table("days", "5", calculator="presale-days", lang="en")
    if not same.definition.rules_changed:
        assert "rules of" not in _answered(same, Asked())[1]


@pytest.mark.parametrize(
    ("head", "row", "columns"),
    [
        # What is empty, and what is no day, is not offered; what tells of rules is first.
        ("创建时间,预约发货时间,付款时间,处理时间", "2026-07-01,,2026-07-02 10:00,半天", [2, 0]),
        ("预约发货时间,预计送达时间", ",", []),
        # What stands in more rows comes before what stands in few, and no more than a few come.
        ("甲时间,乙时间,丙时间,丁时间,戊时间",
         "2026-07-01,2026-07-02,2026-07-03,2026-07-04,2026-07-05", [1, 2, 3, 4]),
    ],
)  # fmt: skip
def test_few_columns_are_offered_for_the_day_of_the_rules(
    head: str, row: str, columns: list[int]
) -> None:
    rows = [row, row if "甲" not in head else row.replace("2026-07-01", "")]
    text = "\n".join([f"订单编号,{head}", *(f"{at},{each}" for at, each in enumerate(rows)), ""])
    offered = table_of(text, "fraud-shipment").headings.matches["on"].columns
    assert [at - 1 for at in offered] == columns
