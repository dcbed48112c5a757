"""An order counts as waiting until now only where a file tells which of its orders were shipped."""

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
from tests.support.order_tables import answer_table, table_of
from tests.support.pinned import NOW, PINNED

PAID, PROMISED = "2026-07-01 10:00:00", "2026-07-03 10:00:00"
HEAD = "主订单编号,订单应付金额,支付完成时间,承诺发货时间"


def _table(more: str, *rows: str, calculator: str = "late-delivery") -> Table:
    lines = [
        f"{HEAD},{more}",
        *(f"N{n},1299.00,{PAID},{PROMISED},{row}" for n, row in enumerate(rows)),
    ]
    return Table(definition(calculator), open_table(["\n".join([*lines, ""]).encode()]), "en")


def _answers(table: Table, asked: Asked | None = None) -> list[list[str]]:
    planned = plan(table.headings, asked or Asked(), NOW, words=False)
    text = b"".join(answered(table, planned)).decode("utf-8-sig")
    width = len(table.layout.headings)
    return [row[width:] for row in list(csv.reader(io.StringIO(text, newline="")))[1:]]


@pytest.mark.parametrize(
    "heading",
    ["卖家发货时间", "商家发货时间", "首次发货时间", "发货完成时间", "仓库发货时间", "发货日期",
     "Shipped time", "Ship date", "Shipped on"],
)  # fmt: skip
def test_a_column_of_shipping_goes_by_many_names(heading: str) -> None:
    rows = _answers(_table(heading, "2026-07-02 10:00:00", ""))
    # In time: 0.00. Waiting until the 25th of November: 1 % of 1,299, rounded to 13.
    assert [row[:2] for row in rows] == [["0.00", "on_time"], ["13.00", "percent"]]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("仓库出库时间", "shipped_at"),
        ("物流发货时间", "shipped_at"),
        ("发货时间(UTC)", "shipped_at"),
        ("Dispatched at", "shipped_at"),
        ("快递揽收成功时间", "collected_at"),
    ],
)
def test_a_moment_that_is_called_alike_is_proposed_and_asked(heading: str, name: str) -> None:
    table = _table(heading, "2026-07-02 10:00:00")
    with pytest.raises(InputError) as refused:
        _answers(table)
    lines = (to_add(name, heading),)
    assert (refused.value.code, refused.value.values["columns"]) == ("unsure_columns", lines)
    assert table.headings.matches[name].proposed == len(HEAD.split(","))
    assert _answers(table, Asked({name: heading}))[0][:2] == ["0.00", "on_time"]


def test_a_heading_may_name_another_clock() -> None:
    # 01:00 in UTC is 09:00 in Beijing: in time; 03:00 is 11:00, an hour late on a promise of 48 h.
    rows = ("2026-07-03 01:00:00", "2026-07-03 03:00:00", "2026-07-03 11:00:00+08:00")
    table = _table("发货时间(UTC)", *rows)
    found = _answers(table, Asked({"shipped_at": "发货时间(UTC)"}))
    assert [row[1] for row in found] == ["on_time", "no_deduction", "no_deduction"]
    assert "another zone" in "".join(table.totals.words()["notes"])
    assert table.headings.matches["shipped_at"].proposed is not None
    unknown = _table("发货时间（美西）", "2026-07-02 10:00:00")
    assert unknown.headings.matches["shipped_at"].columns == ()


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("订单状态", "已完成"),
        ("订单状态", "待发货"),
        ("退货发货时间", "2026-07-02 10:00:00"),
        ("预计发货时间", "2026-07-02 10:00:00"),
        ("发货提醒时间", "2026-07-02 10:00:00"),
        ("出库单号", "20260702"),
        ("出库时间", "未知"),
        ("Shipping fee", "8"),
        ("Latest ship date", "2026-07-02 10:00:00"),
    ],
)
def test_without_a_column_of_shipping_the_hours_are_asked(heading: str, cell: str) -> None:
    table = _table(heading, cell)
    with pytest.raises(InputError) as refused:
        _answers(table)
    assert refused.value.code == "missing_columns"
    assert refused.value.values["columns"] == ("late_hours=1 / --column shipped_at=…",)
    # 48 hours late: 1 % of 1,299 in whole yuan.
    assert _answers(table, Asked(given={"late_hours": "48"}))[0][0] == "13.00"


def test_the_older_formula_says_that_every_order_counts_as_late() -> None:
    table = _table("订单状态", "已完成")
    assert _answers(table, Asked(given={"on": PINNED}))[0][:2] == ["12.99", "percent"]
    assert "each was taken as late" in "".join(table.totals.words()["notes"])


def test_a_row_of_a_day_that_asks_for_hours_is_not_reckoned_until_now() -> None:
    early = "".join(f"a{n},300,2025-03-01 10:00,2025-03-03 10:00\n" for n in range(80))
    text = f"{HEAD}\n{early}b,300,{PAID},{PROMISED}\n"
    table = Table(definition("late-delivery"), open_table([text.encode()]), "en")
    rows = _answers(table)
    assert {row[0] for row in rows[:-1]} == {"3.00"}
    assert rows[-1][0] == ""
    assert "how late it is" in rows[-1][-1]


@pytest.mark.parametrize(
    "status", ["已发货", "已完成", "交易成功", "已签收", "Shipped", "Completed"]
)
def test_a_status_of_shipping_contradicts_an_empty_cell(status: str) -> None:
    table = _table("发货时间,订单状态", f",{status}", ",待发货")
    refused, waiting = _answers(table)
    assert refused[0] == ""
    assert "shipped or finished" in refused[-1]
    assert waiting[0] == "13.00"
    assert table.totals.words()["sums"][0]["text"] == "¥13.00"
    # Hours that are given prevail, and until now it may be in time.
    assert _answers(
        _table("发货时间,订单状态", f",{status}"), Asked(given={"late_hours": "0"})
    ) == [["0.00", "on_time", "0.00", ""]]
    early = Asked(given={"now": "2026-07-03 09:00"})
    assert _answers(_table("发货时间,订单状态", f",{status}"), early)[0][1] == "on_time"


@pytest.mark.parametrize("calculator", ["late-delivery", "order-check"])
@pytest.mark.parametrize("status", ["部分发货", "异常", "xyz", "2"])
def test_an_order_waits_only_where_its_status_says_so(calculator: str, status: str) -> None:
    rows = (f",{status}", ",待发货", ",", f"2026-07-02 10:00:00,{status}")
    refused, *others = _answers(_table("发货时间,订单状态", *rows, calculator=calculator))
    assert refused[0] == ""
    assert f"“{status}” does not tell whether the order was shipped" in refused[-1]
    assert all(row[0] for row in others)


def test_of_an_order_that_was_refunded_it_is_not_asked_whether_it_waits() -> None:
    table = _table("发货时间,订单状态", ",退款成功", ",待发货")
    assert [row[0] for row in _answers(table)] == ["13.00", "13.00"]
    assert table.totals.words()["sums"][0]["text"] == "¥13.00"


@pytest.mark.parametrize("heading", ["发货状态", "物流状态", "是否发货"])
def test_another_column_may_say_that_an_order_was_shipped(heading: str) -> None:
    cells = ("是", "否") if heading == "是否发货" else ("已发货", "未发货")
    refused, waiting = _answers(_table(f"发货时间,{heading}", *(f",{each}" for each in cells)))
    assert "shipped or finished" in refused[-1]
    assert waiting[0] == "13.00"


def test_the_check_up_of_a_file_takes_no_shipped_order_as_waiting() -> None:
    table = _table("发货时间,订单状态", ",已完成", ",待发货", calculator="order-check")
    refused, waiting = _answers(table)
    assert refused[0] == ""
    assert "shipped or finished" in refused[-1]
    assert waiting[0]
    _answers(bare := _table("备注", "", calculator="order-check"))
    assert "each was taken as not shipped" in "".join(bare.totals.words()["notes"])


@pytest.mark.parametrize("heading", ["订单状态", "子订单状态"])
@pytest.mark.parametrize("status", ["已发货", "已完成", "交易成功", "Shipped"])
def test_a_status_says_whether_an_order_was_shipped_and_not_when(heading: str, status: str) -> None:
    table = _table(heading, status, "待发货", calculator="order-check")
    shipped, waiting = _answers(table)
    assert shipped[0] == ""
    assert "shipped or finished, and not when" in shipped[-1]
    # Promised for the 3rd of July, and still waiting in November.
    assert waiting[0] == "out_of_stock"
    notes = "".join(table.totals.words()["notes"])
    assert "The status says whether, not when" in notes
    assert "each was taken as not shipped" not in notes


def test_what_waits_may_wait_for_longer_than_a_year() -> None:
    row = "N,1299.00,2025-03-01 10:00:00,2025-03-03 10:00:00,"
    table = Table(
        definition("late-delivery"), open_table([f"{HEAD},发货时间\n{row}\n".encode()]), "en"
    )
    assert _answers(table)[0][:2] == ["12.99", "percent"]


@pytest.mark.parametrize(
    "moment",
    ["1000-01-01 00:00:00", "1901-01-01 00:00:00", "1980-01-01", "2000-01-01 00:00:00",
     "2001-01-01 08:00:00", "1900-01-00", "0001-01-01 00:00:00", "9999-12-31 23:59:59"],
)  # fmt: skip
def test_where_a_program_begins_or_ends_to_count_nothing_was_shipped(moment: str) -> None:
    # Waiting until the 25th of November: 1 % of 1,299, rounded to 13; a click before the promise
    # in the other row.
    rows = _answers(_table("发货时间", moment, "2026-07-02 10:00:00"))
    assert [row[:2] for row in rows] == [["13.00", "percent"], ["0.00", "on_time"]]


@pytest.mark.parametrize("cell", ["?", "？"])
def test_a_question_mark_is_said_to_be_no_moment_and_nothing_of_a_spreadsheet(cell: str) -> None:
    table = _table("发货时间", "2026-07-02 10:00:00", "2026-07-02 10:00:00", cell)
    remark = _answers(table)[-1][-1]
    assert "2026-11-21 09:30" in remark
    assert "spreadsheet" not in remark


def _of_moments(heading: str, cell: str) -> str:
    moments = f"2026-11-01 10:00,{cell},2026-11-15 10:00"
    return f"订单编号,实付金额,付款时间,{heading},发货时间\nN,400,{moments}\n"


@pytest.mark.parametrize(
    "heading",
    ["承诺时间", "计划发货日期", "计划发货时间", "平台承诺发货时间", "商家承诺发货时间",
     "承诺履约时间", "最后发货时间", "截止发货时间", "要求发货时间", "承诺发货", "发货超时时间",
     "发货时限", "最迟出库日期",
     "Ship-by date", "Latest ship date", "Promise time", "Dispatch deadline"],
)  # fmt: skip
def test_the_moment_of_promise_is_proposed_under_many_names(heading: str) -> None:
    text = _of_moments(heading, "2026-11-11 10:00")
    with pytest.raises(InputError) as refused:
        answer_table(text, given={})
    columns = refused.value.values["columns"]
    assert (refused.value.code, columns) == ("unsure_columns", (to_add("promised_at", heading),))
    assert refused.value.values["missing"] == ()
    assert table_of(text).headings.matches["promised_at"].proposed == 3
    # 240 hours were promised, and it is 96 hours late: three per cent of 400.
    assert answer_table(text, chosen={"promised_at": heading}, given={}).amounts == ["12.00"]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("预计发货时间", "2026-11-11 10:00"),
        ("预约发货时间", "2026-11-11 10:00"),
        ("承诺送达时间", "2026-11-11 10:00"),
        ("Expected ship date", "2026-11-11 10:00"),
        ("承诺时间", "48"),
        ("时间戳", "2026-11-11 10:00"),
    ],
)
def test_where_hours_are_asked_the_column_way_is_named(heading: str, cell: str) -> None:
    text = _of_moments(heading, cell)
    with pytest.raises(InputError) as refused:
        answer_table(text, given={})
    more = " / --column promised_at=…" if ":" in cell else ""
    # How late it is follows from these, and from the moments of payment and of shipping.
    assert refused.value.values["columns"] == (f"promised_hours=48{more}",)
