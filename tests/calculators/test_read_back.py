"""What we write, opened here once more: each order has the answer that it had."""

import csv
import io
import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import definition
from calculators.core.table.answering import answered
from calculators.core.table.files.opening import open_table
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.table import Table
from calculators.core.table.workbook.writing import workbook_of
from calculators.core.table.workbook.written_cells import figure, text_of
from calculators.core.text.catalogue import LANGUAGES
from tests.support.answered_files import AnsweredFiles, answer_files, table_of
from tests.support.made_day import made_day, orders_file
from tests.support.pinned import NOW, PINNED
from tests.support.workbooks import by_hand

HEAD = ("订单编号", "实付金额", "支付时间", "承诺发货时间", "发货时间", "订单状态", "备注")
# No column but the named ones: what an answer adds is nothing to ask about.
COLUMNS = dict(zip(("order", "paid", "paid_at", "promised_at", "shipped_at"), HEAD, strict=False))
ROUNDED = "6926001122334455900"


class _File:
    """A file that was answered: its outputs by row, and itself as both kinds of file."""

    def __init__(self, data: bytes, asked: Asked, calculator: str, *, words: bool) -> None:
        with tempfile.TemporaryFile() as file:
            file.write(data)
            table = Table(definition(calculator), open_table(file), "en")
            planned = plan(table.headings, asked, NOW, words=words)
            self.text = b"".join(answered(table, planned))
            self.workbook = b"".join(workbook_of(table, planned, io.BytesIO(self.text)))
        rows = csv.reader(io.StringIO(self.text.decode("utf-8-sig"), newline=""))
        below = list(rows)[table.layout.first - 1 :]
        first = len(table.layout.headings)
        outputs = len(definition(calculator).outputs.__dataclass_fields__)
        self.own = [row[:first] for row in below]
        self.answers = [row[first : first + outputs] for row in below]


def _alike(
    data: bytes, asked: Asked, calculator: str = "late-delivery", *, words: bool = False
) -> _File:
    """The file, once its answers are those of what was written."""
    found = _File(data, asked, calculator, words=words)
    for again in (found.text, found.workbook):
        assert _File(again, asked, calculator, words=words).answers == found.answers
    return found


@pytest.mark.parametrize(
    ("cell", "kind", "number"),
    [
        ("1299.00", "amount", "1299.00"),
        ("-50", "amount", "-50"),
        ("0.5", "amount", "0.5"),
        # All of these would be another text as numbers, or another amount.
        *((text, "amount", None) for text in ("1e3", "1_299", "١٨٩", "１８９", "nan", "Infinity")),
        *((text, "amount", None) for text in ("1.234", "007.50", "+5", "-0", "1,299", ".5", "5 ")),
        *((text, "amount", None) for text in ("5.", "", "12345678901234", "189\t", "TRUE", "5%")),
        ("3", "integer", "3"),
        *((text, "integer", None) for text in ("007", "1_0", "3.0", "1234567890123456", "")),
        ("2026-08-10", "day", "46244"),
        ("2026-08-10 12:00", "minute", "46244.5000000000"),
        ("2026-08-10T12:00:30", "minute", "46244.5003472222"),
        ("1900-03-01 00:00", "minute", "61.0000000000"),
        # Another zone, days that spreadsheets count differently, what is no such moment.
        *((f"2026-08-10 12:00{zone}", "minute", None) for zone in ("Z", "+08:00", ".5", " PM")),
        *((f"{day} 12:00", "minute", None) for day in ("1900-02-28", "0000-00-00", "2026-02-30")),
        *((text, "minute", None) for text in ("2026-08-10", "20260810", "2026-W33-1", "46244.5")),
        *((f"2026-08-10 {clock}", "minute", None) for clock in ("24:00", "12", "12:60", "9:00")),
        ("2026-08-10 12:00", "day", None),
        ("5", "text", None),
        ("5", "read", None),
    ],
)
def test_a_cell_is_a_number_where_that_says_the_same(
    cell: str, kind: str, number: str | None
) -> None:
    found = figure(cell, kind)  # type: ignore[arg-type]
    assert (found[0] if found else None) == number


@pytest.mark.parametrize(
    ("cell", "exact", "text"),
    [
        ("'=1+1", False, "=1+1"),
        ("1\x07\ufffe<", False, "1&lt;"),
        ("1\x07\ufffe", True, "1_x0007__xFFFE_"),
        ("_x0031_", False, "_x005F_x0031_"),
        ("x_x003_", True, "x_x003_"),
        ("x" * 32_767, False, "x" * 32_767),
        ("x" * 32_768, False, "x" * 32_766 + "…"),
        # Of 32,767 characters in UTF-16, these take two each.
        ("😀" * 16_383, False, "😀" * 16_383),
        ("😀" * 16_384, False, "😀" * 16_383 + "…"),
        ("x" + "😀" * 16_384, False, "x" + "😀" * 16_382 + "…"),
    ],
)
def test_a_text_is_written_as_xml_and_spreadsheets_take_it(
    cell: str, *, exact: bool, text: str
) -> None:
    assert text_of(cell, exact=exact) == text


def test_seconds_are_shown_where_a_cell_has_them() -> None:
    rows = [("1", "5", "2026-08-10 10:00:20", "2026-08-12 10:00", "2026-08-13T01:00:00Z", "", "")]
    found = _alike(table_of([HEAD, *rows]).encode(), Asked(COLUMNS))
    sheet = openpyxl.load_workbook(io.BytesIO(found.workbook)).active
    assert sheet
    assert [sheet.cell(2, at).value for at in (3, 4, 5)] == [
        datetime(2026, 8, 10, 10, 0, 20),  # noqa: DTZ001
        datetime(2026, 8, 12, 10, 0),  # noqa: DTZ001
        "2026-08-13T01:00:00Z",
    ]
    assert ["ss" in sheet.cell(2, at).number_format for at in (3, 4)] == [True, False]


def test_a_moment_of_another_zone_is_late_as_it_was() -> None:
    row = ("A1", "1299", "2025-03-01T02:00:00Z", "2025-03-03 10:00:00", "2025-03-03T03:00:00Z")
    found = _alike(table_of([HEAD[:5], row]).encode(), Asked(COLUMNS))
    assert found.answers == [["12.99", "percent", "1.00"]]


def test_refused_amounts_become_none() -> None:
    amounts = ("1e3", "1_299", "١٨٩", "nan", "189\x07", "2000", "")
    rows = [HEAD[:2], *((f"A{at}", amount) for at, amount in enumerate(amounts))]
    found = _alike(table_of(rows).encode(), Asked({"paid": HEAD[1]}, {"on": PINNED}))
    assert [row[0] for row in found.answers] == ["", "", "", "", "", "20.00", ""]


def test_order_numbers_that_a_workbook_rounded_stay_apart() -> None:
    rows = "".join(
        f'<row r="{at}"><c><v>6.9260011223344559E+18</v></c><c><v>{paid}</v></c></row>'
        for at, paid in enumerate((2000, 2300), start=2)
    )
    heads = "".join(f'<c t="inlineStr"><is><t>{each}</t></is></c>' for each in HEAD[:2])
    data = by_hand(f'<row r="1">{heads}</row>{rows}')
    for words in (False, True):
        found = _alike(data, Asked({}, {"on": PINNED}), words=words)
        assert [row[0] for row in found.answers] == ["20.00", "23.00"]
        assert found.own[0] == ["6.9260011223344559E+18", "2000"]
    # Where it is no order's number, the digits stay as they are.
    assert _alike(data, Asked({"order": ""}, {"on": PINNED})).own[0][0] == ROUNDED


def test_days_counted_from_1904_are_written_as_the_days_they_are() -> None:
    heads = "".join(f'<c t="inlineStr"><is><t>{each}</t></is></c>' for each in HEAD[:5])
    # The same hours of July 2026 as 46204.5, 46214.5 and 46216.625 where days count from 1899.
    counts = ("44742.5", "44752.5", "44754.625")
    cells = "".join(f"<c><v>{each}</v></c>" for each in ("1", "1299", *counts))
    rows = f'<row r="1">{heads}</row><row r="2">{cells}</row>'
    found = _alike(by_hand(rows, properties='date1904="1"'), Asked(COLUMNS))
    assert found.answers == [["39.00", "percent", "3.00"]]
    assert found.own[0][2:] == ["2026-07-01 12:00", "2026-07-11 12:00", "2026-07-13 15:00"]


@pytest.mark.parametrize("words", [False, True])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_answer_is_no_input_of_the_next(lang: str, *, words: bool) -> None:
    # Among the answers is the moment to ship by, as a column of a file may be called.
    orders = made_day()[:20]
    found = answer_files(orders_file(orders), lang=lang, words=words)
    again = answer_files(found.written, lang=lang, words=words)
    third = answer_files(again.written, lang=lang, words=words)
    own = len(found.table.layout.headings)
    told = [list(row.values())[own:] for row in found.rows]
    for each, answers in ((again, 1), (third, 2)):
        assert each.plan.columns == found.plan.columns
        behind = own + answers * len(told[0])
        assert [list(row.values())[behind:] for row in each.rows] == told


@pytest.mark.parametrize("words", [False, True])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("calculator", "head", "moments"),
    [
        # Collected, and by when a hub had to have it; sent, and by when it had to be collected.
        ("order-check", "发货时间,揽收时间", "2026-08-12 10:00,2026-08-12 13:00"),
        ("order-check", "发货时间", "2026-08-13 10:00"),
        ("false-shipment", "单号上传时间,揽收时间", "2026-08-12 10:00,2026-08-12 13:00"),
        ("false-shipment", "单号上传时间", "2026-08-13 10:00"),
    ],
)
def test_a_limit_among_the_answers_is_no_record(
    calculator: str, head: str, moments: str, lang: str, *, words: bool
) -> None:
    """Where a file has no column of such records, so that one is looked for."""
    text = (
        f"订单编号,实付金额,支付时间,承诺发货时间,{head}\n"
        f"1,400,2026-08-11 10:00,2026-08-13 10:00,{moments}\n"
    )
    now = {"now": "2026-08-14 09:00"}

    def answers(file: str | bytes) -> AnsweredFiles:
        return answer_files(file, calculator=calculator, lang=lang, words=words, given=now)

    found = answers(text)
    again = answers(found.written)
    assert again.plan.columns == found.plan.columns
    own, width = len(text.partition("\n")[0].split(",")), len(found.rows[0])
    (first,), (second,) = ([[*row.values()] for row in each.rows] for each in (found, again))
    assert second[width:] == first[own:]
    # Nor to the calculator that asks for the same records.
    (other,) = {"order-check", "false-shipment"} - {calculator}
    table = Table(definition(other), open_table([found.written]), lang)
    for field in ("collected_at", "hub_at"):
        assert {*table.headings.matches[field].columns} <= {*range(own)}


@pytest.mark.parametrize(
    ("merged", "amounts", "answers"),
    [
        (["A2:A3", "B2:B3"], [2000, None, 300], ["20.00", "", "3.00"]),
        (["A2:A4", "B2:B3"], [2000, None, 300], ["23.00", "", ""]),
        # An amount of rows of two orders is the first one's; the other has none.
        (["B2:B3"], [2000, None, 300], ["20.00", "", "3.00"]),
    ],
)
def test_an_amount_merged_over_the_rows_of_an_order_is_that_of_the_order(
    merged: Sequence[str], amounts: Sequence[int | None], answers: Sequence[str]
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (HEAD[:2], *zip(("A1", "A2", "A3"), amounts, strict=True)):
        sheet.append(row)
    for each in merged:
        sheet.merge_cells(each)
    buffer = io.BytesIO()
    book.save(buffer)
    found = _alike(buffer.getvalue(), Asked({}, {"on": PINNED}))
    assert [row[0] for row in found.answers] == answers


def test_more_cells_than_a_sheet_takes_leave_the_workbook_whole() -> None:
    wide = "A2,5" + "," * 20_000 + "x\n"
    found = _File(f"订单编号,实付金额\nA1,2000\n{wide}".encode(), Asked({}, {"on": PINNED}),
                  "late-delivery", words=False)  # fmt: skip
    (_, first, second) = open_table(io.BytesIO(found.workbook)).records()
    assert (first[2], second[:2]) == ("20", ["A2", "5"])


@pytest.mark.parametrize(
    ("code", "text"),
    [("_xD83D__xDE00_", "😀"), ("A_xD83D_", "A\ufffd"), ("_x005F_x0031_", "_x0031_")],
)
def test_half_a_character_in_a_workbook_ends_nothing(code: str, text: str) -> None:
    cells = "".join(f"<c t='inlineStr'><is><t>{each}</t></is></c>" for each in ("1", "5", code))
    heads = "".join(f"<c t='inlineStr'><is><t>{each}</t></is></c>" for each in (*HEAD[:2], "备注"))
    data = by_hand(f"<row r='1'>{heads}</row><row r='2'>{cells}</row>")
    assert _alike(data, Asked({}, {"on": PINNED})).own == [["1", "5", text]]


NUMBERS = st.sampled_from([
    "6926001122334455667", "6926001122334455667\t", "6.92601E+18", "6926001122334450000", "A1", "-",
    "A1\x07", "A_x0031_", "A\u200b1", "00123", "123", "=1+1", "@x", "-5", "1.0", "a\nb", "😀", "",
    "TRUE", "12%", "#REF!", '="6926"', "'6926", "x" * 300,
])  # fmt: skip
AMOUNTS = st.sampled_from([
    "200", "200.00", "1,299.00", "1e3", "1_299", "nan", "١٨٩", "１２９９", "007.50", "189.0000", "",
    "188.99999999999997", "1.234", "-50", "-0.00", "+189", "¥189", "189元", '="189"', "'189", "-",
    "189\t", "189\x07", "189\u200b", "9999999999.99", "123456789012345678", "待核对", "46204.5",
    "=189", "@189", "TRUE", "12%",
])  # fmt: skip
MOMENTS = st.sampled_from([
    "2026-07-01 10:02:20", "2026-07-01 10:02", "2026-07-01", "2026-07-01T10:02:20", "20260701", "",
    "2026-07-01T02:00:00Z", "2026-07-01 10:02:20+08:00", "2026-W27-3T10:00", "20260701100220", "-",
    "2026/7/1 10:02", "2026-07-01 24:00", "1970-01-01 08:00:00", "1900-02-28 10:00", "46204.5", "0",
    "1000-01-01 10:00", "3000-01-01 00:00", "0000-00-00 00:00:00", "未发货",
])  # fmt: skip
STATES = st.sampled_from(["已发货", "已完成", "待付款", "已关闭", "=已关闭", "退款成功", "", "-"])
REMARKS = st.sampled_from(
    ["", '"', '5寸"', "a,b", "a,b,c\nd,e,f", "=cmd|x", "\x00\x07", "_x0031_", "a\rb", "'", "\t"]
)
USUAL = ("2026-07-01 10:02:20", "2026-07-03 10:02:20", "2026-07-04 09:00:00")
ROWS = st.tuples(
    NUMBERS,
    AMOUNTS,
    *(MOMENTS | st.just(each) for each in USUAL),
    STATES,
    REMARKS,
)


@pytest.mark.parametrize(
    ("calculator", "columns", "told"),
    [
        ("late-delivery", 5, {}),
        ("late-delivery", 5, {"on": PINNED}),
        ("out-of-stock", 4, {}),
        pytest.param("order-check", 5, {"now": "2026-07-04 10:00"}, marks=pytest.mark.slow),
    ],
)
@given(rows=st.lists(ROWS, min_size=1, max_size=6), words=st.booleans())
def test_whatever_stands_in_a_file_is_answered_again_as_it_was(
    calculator: str,
    columns: int,
    told: Mapping[str, str],
    rows: list[tuple[str, ...]],
    *,
    words: bool,
) -> None:
    named = dict(list(COLUMNS.items())[:columns])
    # An order in its usual shape, so that none of what follows is a description of the columns.
    first = ("6926001122334455000", "1299", *USUAL, "已发货", "")
    data = table_of([HEAD, first, *rows]).encode("utf-8-sig")
    _alike(data, Asked(named, told), calculator, words=words)
