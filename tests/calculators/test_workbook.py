"""Workbooks: the cells of real programs' files, exactly, and of files that no library writes."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.chartsheet import Chartsheet
from python_calamine import CalamineWorkbook

from calculators.core.inputs.errors import InputError
from calculators.core.table.files.opening import Opened, open_table
from calculators.core.table.orders.lost_digits import LostDigits
from calculators.core.table.workbook.formats import Format, format_of
from tests.support.workbooks import STRICT, by_hand, zipped

type Writer = Callable[[Sequence[Sequence[Any]]], bytes]

NUMBER, TEXT = "General", "@"
NOON = datetime(2026, 7, 1, 10, 2, 20)  # noqa: DTZ001 (no zone in a cell)


def _opened(data: bytes, sheet: str | None = None) -> Opened:
    return open_table(io.BytesIO(data), sheet=sheet)


def _rows(data: bytes, sheet: str | None = None) -> list[list[str]]:
    return list(_opened(data, sheet).records())


def _row(cells: str, **how: Any) -> list[str]:
    """The texts of one row of cells written by hand."""
    return _rows(by_hand(f'<row r="1">{cells}</row>', **how))[0]


def _by_openpyxl(rows: Sequence[Sequence[Any]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    return _saved(book)


def _by_openpyxl_at_once(rows: Sequence[Sequence[Any]]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("订单")
    for row in rows:
        sheet.append(row)
    return _saved(book)


def _by_xlsxwriter(rows: Sequence[Sequence[Any]], **options: Any) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet("订单")
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(at, column, cell)
                else:
                    sheet.write(at, column, cell)
    return buffer.getvalue()


def _by_xlsxwriter_inline(rows: Sequence[Sequence[Any]]) -> bytes:
    return _by_xlsxwriter(rows, constant_memory=True)


WRITERS = [_by_openpyxl, _by_openpyxl_at_once, _by_xlsxwriter, _by_xlsxwriter_inline]


def _saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


TABLE = """订单报表,,,
主订单编号,应付金额,支付时间,备注
6926001122334455667,"1,299.00",2026-07-01 10:02:20,"两件,
一起发"
6926001122334455668,189.5,2026/7/1,_x000D_ & <急>

6926001122334455669,,,='1+1
"""


@pytest.mark.parametrize("write", WRITERS)
def test_a_table_of_texts_comes_back_as_it_was(write: Writer) -> None:
    table = list(csv.reader(io.StringIO(TABLE, newline="")))
    if write in {_by_openpyxl, _by_openpyxl_at_once}:
        # openpyxl writes what looks escaped as it is: a spreadsheet, too, reads that unescaped.
        table[3][3] = "急"
    rows = _rows(write(table))
    assert [row or [""] * 4 for row in table] == [
        [cell.replace("\r\n", "\n") for cell in row] for row in rows
    ]


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8).filter(
                lambda text: not text.startswith("=")
            ),
            min_size=1,
            max_size=4,
        ),
        min_size=1,
        max_size=30,
    )
)
def test_any_texts_come_back(table: list[list[str]]) -> None:
    table = [["a", "b", "c", "d", "e"], *table]
    rows = _rows(_by_xlsxwriter(table))
    while not any(table[-1]):
        table.pop()
    assert rows == [row + [""] * (5 - len(row)) for row in table]


CELLS: list[tuple[Any, str, str]] = [
    (189, NUMBER, "189"),
    (189.5, NUMBER, "189.5"),
    (189.456, "0.00", "189.456"),
    (299.0, "0.00", "299"),
    (-3.1, "#,##0.00;[Red]-#,##0.00", "-3.1"),
    (0.1 + 0.2, NUMBER, "0.3"),
    (1e-7, NUMBER, "0.0000001"),
    (123456789012345, NUMBER, "123456789012345"),
    (0.125, "0%", "12.5%"),
    (7, "000", "007"),
    (12.5, '"¥"#,##0.00', "12.5"),
    (12.5, '_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', "12.5"),
    (True, NUMBER, "TRUE"),
    (False, NUMBER, "FALSE"),
    ("#N/A", NUMBER, "#N/A"),
    ("007", TEXT, "007"),
    (NOON, "yyyy-mm-dd hh:mm:ss", "2026-07-01 10:02:20"),
    (NOON, "yyyy-mm-dd hh:mm", "2026-07-01 10:02:20"),
    (NOON, "m/d/yy h:mm", "2026-07-01 10:02:20"),
    (NOON, "yyyy/m/d", "2026-07-01 10:02:20"),
    (NOON, 'yyyy"年"m"月"d"日" h"时"mm"分"', "2026-07-01 10:02:20"),
    (NOON, "[$-804]yyyy/m/d AM/PM h:mm;@", "2026-07-01 10:02:20"),
    (datetime(2026, 7, 1), "yyyy-mm-dd hh:mm", "2026-07-01 00:00:00"),  # noqa: DTZ001
    (date(2026, 7, 1), "m/d/yy", "2026-07-01"),
    (date(2026, 7, 1), '[DBNum1][$-804]yyyy"年"m"月"d"日"', "2026-07-01"),
    (date(2026, 7, 1), "mmm-yy", "2026-07-01"),
    (date(1900, 2, 28), "yyyy-mm-dd", "1900-02-28"),
    (date(1900, 3, 1), "yyyy-mm-dd", "1900-03-01"),
    (time(9, 30), "h:mm", "09:30:00"),
    (timedelta(hours=30, minutes=5), "[h]:mm:ss", "30:05:00"),
    # A difference of two moments, as a spreadsheet shows it; a moment of which the time is shown.
    (timedelta(hours=50, minutes=5), "h:mm", "50:05:00"),
    (timedelta(hours=3), "h:mm", "03:00:00"),
    (timedelta(hours=50, minutes=5), 'd"天"h"小时"m"分"', "50:05:00"),
    (NOON, "h:mm", "2026-07-01 10:02:20"),
    (NOON, "d h:mm", "2026-07-01 10:02:20"),
    (NOON, "d/m h:mm", "2026-07-01 10:02:20"),
    # Days, or hours by their number alone: nothing tells.
    (48, "h:mm", "1900-02-17 00:00:00"),
]


@pytest.mark.parametrize(("value", "code", "text"), CELLS)
def test_a_cell_is_its_exact_value(value: object, code: str, text: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    cell = sheet.cell(1, 1)
    cell.value = value  # type: ignore[assignment]
    cell.number_format = code
    assert _rows(_saved(book)) == [[text]]
    # Another program's file of the same.
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as other:
        other.add_worksheet().write(0, 0, value, other.add_format({"num_format": code}))
    assert _rows(buffer.getvalue()) == [[text]]


def test_three_readers_agree_on_days_and_amounts() -> None:
    rows = [[NOON + timedelta(hours=37 * n, seconds=n), n * 1.1] for n in range(99)]
    data = _by_openpyxl(rows)
    ours = [(datetime.fromisoformat(day), float(amount)) for day, amount in _rows(data)]
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    theirs = [(row[0], float(f"{row[1]:.15g}")) for row in sheet.to_python()]
    assert ours == theirs
    read = openpyxl.load_workbook(io.BytesIO(data), read_only=True).worksheets[0]
    values: list[Any] = list(read.iter_rows(values_only=True))
    assert ours == [(day, float(f"{amount:.15g}")) for day, amount in values]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("0.00E+00", Format.NUMBER),
        ("General", Format.NUMBER),
        ('0"元"', Format.NUMBER),
        ('#,##0.00_);[Red]("day" #,##0)', Format.NUMBER),
        ("[h]:mm", Format.DURATION),
        ("mm:ss.0", Format.TIME),
        ('d"天"h"小时"', Format.TIME),
        ("d/m h:mm", Format.DATE_AND_TIME),
        ('上午/下午h"时"mm"分"', Format.TIME),
        ("h:mm AM/PM", Format.TIME),
        ("aaaa", Format.DATE),
        ("d-mmm", Format.DATE),
        ("yyyy-mm-dd;@", Format.DATE),
        ("0.00%", Format.PERCENT),
        (r"yyyy\-mm\-dd\ hh:mm:ss", Format.DATE_AND_TIME),
    ],
)
def test_number_formats(code: str, shown: Format) -> None:
    assert format_of(code) is shown


@pytest.mark.parametrize(
    ("number", "text"),
    [(14, "2026-07-01"), (22, "2026-07-01 00:00:00"), (27, "2026-07-01"), (31, "2026-07-01"),
     (36, "2026-07-01"), (57, "2026-07-01"), (58, "2026-07-01"), (2, "46204"), (49, "46204")],
)  # fmt: skip
def test_formats_that_have_only_a_number(number: int, text: str) -> None:
    assert _row('<c r="A1" s="1"><v>46204</v></c>', styles=(0, number)) == [text]


@pytest.mark.parametrize("said", ["1", "true"])
def test_days_counted_from_1904(said: str) -> None:
    cells = '<c r="A1" s="1"><v>44742.418287037</v></c>'
    asked = {"styles": (0, 22), "properties": f'date1904="{said}"'}
    assert _row(cells, **asked) == ["2026-07-01 10:02:20"]
    assert _row(cells, **asked | {"properties": 'date1904="0"'}) == ["2022-06-30 10:02:20"]


def test_numbers_too_long_for_a_spreadsheet_are_told() -> None:
    row = _row(
        "<c><v>6.9260011223344559E+18</v></c><c><v>6926001122334455667</v></c><c><v>5</v></c>"
    )
    assert row == ["6926001122334455900", "6926001122334455667", "5"]
    assert [isinstance(cell, LostDigits) for cell in row] == [True, True, False]
    (kept,) = _rows(_by_xlsxwriter([["6926001122334455667"]]))[0]
    assert not isinstance(kept, LostDigits), "a text keeps all of its digits"


def test_strict_files_prefixes_and_pieces_of_texts() -> None:
    rows = (
        '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:r>'
        "<x:t>两</x:t></x:r><x:r><x:t>件</x:t></x:r><x:rPh><x:t>liang</x:t></x:rPh></x:is></x:c>"
        '<x:c r="D1" t="d"><x:v>2026-07-01T10:02:20</x:v></x:c></x:row>'
    )
    text = "<x:r><x:t>订</x:t></x:r><x:r><x:t>单_x000D_\n号</x:t></x:r><x:rPh><x:t>x</x:t></x:rPh>"
    data = by_hand(rows, strings=(text,), space=STRICT, prefix="x:")
    assert _rows(data) == [["订单\n号", "", "两件", "2026-07-01 10:02:20"]]


def test_formulas_give_the_value_that_is_stored() -> None:
    row = _row(
        '<c r="A1"><f>B1*2</f><v>378</v></c><c r="B1" t="str"><f>""</f><v></v></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>A1+1</f></c>'
        '<c r="E1"><v>1</v></c>'
    )
    assert row == ["378", "", "#DIV/0!", "=A1+1", "1"]


def test_rows_and_cells_left_out_keep_their_place() -> None:
    data = by_hand(
        '<row r="2"><c r="B2"><v>1</v></c><c r="AA2"><v>2</v></c></row><row r="3"/>'
        '<row r="5"><c r="A5"><v>3</v></c></row><row r="9"><c r="A9" s="0"/></row>'
    )
    rows = _rows(data)
    assert [sum(map(bool, row)) for row in rows] == [0, 2, 0, 0, 1]
    assert {len(row) for row in rows} == {27}
    assert (rows[1][1], rows[1][26], rows[4][0]) == ("1", "2", "3")
    # Without places cells and rows follow one another.
    rows = _rows(
        by_hand("<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>")
    )
    assert rows == [["1", "2"], ["", ""], ["3", ""]]


def test_merged_cells_are_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["订单报表"], ["订单", "金额"], ["A", 1], [None, 2], [None, 3], ["B", 4]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A3:A5")
    opened = _opened(_saved(book))
    assert [row[0] for row in opened.records()] == ["订单报表", "订单", "A", "", "", "B"]
    (merged,) = opened.merged()
    assert (merged.column, merged.first, merged.last) == (1, 3, 5)


def test_merged_cells_are_told_wherever_a_piece_of_the_sheet_ends() -> None:
    spans = [(at, at + 1) for at in range(10, 2010, 2)]
    tags = "".join(f'<mergeCell ref="A{first}:A{last}"/>' for first, last in spans)
    for padding in range(len('<mergeCell ref="A1000:A1001"/>')):
        after = f"<!--{'x' * padding}--><mergeCells>{tags}</mergeCells>"
        merged = _opened(by_hand('<row r="1"><c><v>1</v></c></row>', after=after)).merged()
        assert [(each.first, each.last) for each in merged] == spans, padding


def test_merged_cells_may_be_written_with_fixed_places() -> None:
    after = "<mergeCells><mergeCell ref='$B$2:$B$4'/></mergeCells>"
    (merged,) = _opened(by_hand('<row r="1"><c><v>1</v></c></row>', after=after)).merged()
    assert (merged.column, merged.first, merged.last) == (2, 2, 4)


def test_what_stands_far_beside_the_table_widens_no_other_row() -> None:
    rows = [["a", "b"], *([str(at), "x"] for at in range(70))]
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    for place in ("D5", "XFD5", "D69", "XFD70"):
        book.worksheets[0][place] = place
    book.worksheets[0]["E69"] = " "
    found = _rows(_saved(book))
    assert found[0] == ["a", "b", "", ""]
    assert found[4] == ["3", "x", "", "D5", "XFD5"]
    assert found[68:70] == [["67", "x", "", "D69"], ["68", "x", "", "", "XFD70"]]


def test_hidden_rows_and_columns_are_read() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for number in range(3):
        sheet.append([number, "x"])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    assert _rows(_saved(book)) == [["0", "x"], ["1", "x"], ["2", "x"]]


def _several() -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "说明"
    assert isinstance(book.create_chartsheet("图", 0), Chartsheet)
    for name in ("隐藏", "七月", "八月"):
        book.create_sheet(name).append([name])
    book["隐藏"].sheet_state = "hidden"
    return _saved(book)


def test_several_sheets() -> None:
    opened = _opened(_several())
    assert (opened.sheets, opened.sheet, opened.sure) == (("七月", "八月"), "七月", False)
    assert list(opened.records()) == list(opened.records()) == [["七月"]]
    named = _opened(_several(), " 八月")
    assert (named.sheet, named.sure, list(named.records())) == ("八月", True, [["八月"]])
    assert _rows(_several(), "隐藏") == [["隐藏"]]
    with pytest.raises(InputError) as refused:
        _opened(_several(), "九月")
    assert refused.value.code == "no_such_sheet"
    assert refused.value.values["sheets"] == ("说明", "隐藏", "七月", "八月")


def test_only_hidden_sheets_have_rows() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("数据").append(["订单"])
    book["数据"].sheet_state = "veryHidden"
    opened = _opened(_saved(book))
    assert (opened.sheet, opened.sure) == ("数据", True)


def test_two_readers_of_one_workbook_do_not_disturb_each_other() -> None:
    opened = _opened(_by_xlsxwriter([[str(n), "x" * 50] for n in range(5000)]))
    first, second = opened.records(), opened.records()
    assert [next(first)[0] for _ in range(9)] == list("012345678")
    assert [row[0] for row in second] == [str(n) for n in range(5000)]
    assert [row[0] for row in first] == [str(n) for n in range(9, 5000)]


def _code(data: bytes) -> str:
    with pytest.raises(InputError) as refused:
        _rows(data)
    return refused.value.code


def test_damaged_and_hostile_workbooks() -> None:
    whole = _by_xlsxwriter([["订单", "金额"], *([str(n), n] for n in range(3000))])
    assert _code(whole[: len(whole) // 2]) == "broken_workbook"
    assert _code(b"PK\x03\x04 an .xlsx") == "broken_workbook"
    assert _code(by_hand("<row><c></row>")) == "broken_workbook"
    assert _code(by_hand('<row><c r="XFE1"><v>1</v></c></row>')) == "broken_workbook"
    assert _code(by_hand('<row r="1048577"><c><v>1</v></c></row>')) == "broken_workbook"
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    assert _code(by_hand("", more={"xl/worksheets/sheet1.xml": laughs})) == "broken_workbook"
    assert _code(by_hand("")) == "no_rows"
    # A number of a text or a style that is not there is no reason to give up.
    assert _row('<c t="s"><v>7</v></c><c s="7"><v>5</v></c><c t="s"/>') == ["", "5"]


@pytest.mark.parametrize(
    "lost", ["xl/styles.xml", "xl/sharedStrings.xml", "_rels/.rels", "[Content_Types].xml"]
)
def test_parts_that_are_missing(lost: str) -> None:
    data = by_hand('<row><c s="1"><v>5</v></c></row>', styles=(0, 0), more={lost: ""})
    assert _rows(data) == [["5"]]


@pytest.mark.parametrize("lost", ["xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
def test_a_workbook_without_its_sheet_is_damaged(lost: str) -> None:
    assert _code(by_hand("<row><c><v>5</v></c></row>", more={lost: ""})) == "broken_workbook"


def test_what_else_comes_as_a_zip() -> None:
    sheets = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
    assert _code(zipped(sheets)) == "other_workbook"
    assert (
        _code(zipped({"mimetype": "application/vnd.oasis.opendocument.text"})) == "other_document"
    )
    related = '<r><Relationship Id="1" Type="x/officeDocument" Target="{}"/></r>'
    binary = {"_rels/.rels": related.format("xl/workbook.bin"), "xl/workbook.bin": "x"}
    assert _code(zipped(binary)) == "other_workbook"
    text = {
        "_rels/.rels": related.format("word/document.xml"),
        "word/document.xml": "<w:document xmlns:w='w'/>",
    }
    assert _code(zipped(text)) == "other_document"
    assert _code(zipped({"orders.csv": "订单,实付"})) == "zip_archive"
    numbers = {"Index/Document.iwa": "x", "Index/Tables/DataList.iwa": "x"}
    assert _code(zipped(numbers)) == "other_workbook"


def test_a_workbook_that_comes_in_chunks() -> None:
    data = _by_xlsxwriter([["订单"], ["A1"]])
    chunks = (data[at : at + 100] for at in range(0, len(data), 100))
    assert list(open_table(chunks).records()) == [["订单"], ["A1"]]


def test_the_shared_table_reads_the_same(tmp_path: Path) -> None:
    """A file on disk, read where it is."""
    path = tmp_path / "订单.xlsx"
    table = [[f"69260011223344{n:05}", f"{n}.50", "2026-07-01 10:02:20"] for n in range(1, 500)]
    path.write_bytes(_by_openpyxl([["订单编号", "实付金额", "支付时间"], *table]))
    with path.open("rb") as file:
        opened = open_table(file)
        assert [*opened.records()][1:] == table


LONGEST = 10_000_000
HEADINGS = '<row r="1"><c t="inlineStr"><is><t>订单编号</t></is></c></row>'


@pytest.mark.parametrize(
    "length",
    [
        LONGEST + 1,
        pytest.param(3 * LONGEST, marks=pytest.mark.slow),
        pytest.param(20 * LONGEST, marks=pytest.mark.slow),
    ],
)
@pytest.mark.parametrize(
    "cell",
    [
        '<c t="inlineStr"><is><t>{}</t></is></c>',
        '<c t="inlineStr"><is><r><t>a</t></r><r><t>{}</t></r></is></c>',
        "<c><v>{}</v></c>",
        "<c><f>{}</f></c>",
        '<c t="s"><v>1</v></c>',
    ],
)
def test_a_row_is_no_longer_than_a_line_of_a_text_may_be(cell: str, length: int) -> None:
    shared = "1" * length if 't="s"' in cell else "b"
    written = cell if shared != "b" else cell.format("1" * length)
    texts = ("<t>a</t>", f"<t>{shared}</t>", "<t>c</t>")
    data = by_hand(f'{HEADINGS}<row r="7">{written}</row>', strings=texts)
    with pytest.raises(InputError) as refused:
        _rows(data)
    assert refused.value.code == "line_too_long"
    assert refused.value.values == {"line": 7, "maximum": LONGEST}


def test_what_no_row_names_may_be_of_any_length() -> None:
    texts = (f"<t>{'a' * 3 * LONGEST}</t>", "<t>b</t>")
    assert _rows(by_hand('<row><c t="s"><v>1</v></c></row>', strings=texts)) == [["b"]]


@pytest.mark.parametrize("count", [1, 300])
def test_long_cells_within_bounds_are_whole(count: int) -> None:
    """In pieces, of which each cell and row has its own."""
    text = "".join(map(str, range(6000)))
    cell = f'<c t="inlineStr"><is><t>{text}</t></is></c><c t="s"><v>0</v></c>'
    shared = (f"<t>{text}</t>",)
    assert _rows(by_hand(f"<row>{cell}</row>" * count, strings=shared)) == [[text, text]] * count


@pytest.mark.parametrize(
    "rows",
    [
        f"{HEADINGS}<row>{'<c/>' * 30_000}</row>",
        f"{HEADINGS}<row>{'<c><v>1</v></c>' * 30_000}</row>",
        # Of what is packed a thousand times, no more is read than a sheet may have.
        pytest.param(HEADINGS + "<row/>" * 8_000_000, marks=pytest.mark.slow),
        HEADINGS + "<a>" * 200_000 + "</a>" * 200_000,
    ],
    ids=["cells", "numbers", "rows", "tags"],
)
def test_what_would_fill_the_memory_is_not_read_on(rows: str) -> None:
    assert _code(by_hand(rows)) == "broken_workbook"


def test_many_cells_may_not_name_a_long_text() -> None:
    rows = f'{HEADINGS}<row r="2">{'<c t="s"><v>0</v></c>' * 11}</row>'
    with pytest.raises(InputError) as refused:
        _rows(by_hand(rows, strings=(f"<t>{'a' * (LONGEST // 10)}</t>",)))
    assert refused.value.values == {"line": 2, "maximum": LONGEST}


@pytest.mark.parametrize("stored", ["1E900000", "1E99999999999", "9" * 500])
def test_numbers_beyond_all_numbers_stay_as_they_are_written(stored: str) -> None:
    assert _row(f"<c><v>{stored}</v></c>") == [stored]


def test_texts_that_were_lost_are_not_empty() -> None:
    """A workbook whose shared texts are gone is damaged; one that has none needs none."""
    rows = '<row><c t="s"><v>0</v></c><c><v>5</v></c></row>'
    assert _code(by_hand(rows, more={"xl/sharedStrings.xml": ""})) == "broken_workbook"
    related = by_hand(rows, strings=("<t>a</t>",), more={"xl/_rels/workbook.xml.rels": _NO_TEXTS})
    assert _code(related) == "broken_workbook"


_NO_TEXTS = (
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>"
)
