"""Lines and quotation marks: long lines, cells over several lines, marks that enclose nothing."""

import csv
import io
import re

import pytest

from calculators import definition
from calculators.core.inputs.errors import ErrorDetails, InputError
from calculators.core.output.errors import error_text
from calculators.core.table.answering import answered
from calculators.core.table.files.decoding import LONGEST_LINE
from calculators.core.table.files.opening import open_table
from calculators.core.table.files.records import records
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.table import Table
from calculators.core.text.catalogue import LANGUAGES
from tests.support.order_tables import answer_table
from tests.support.pinned import NOW, PINNED


def _table(text: str, lang: str = "zh", chunk: int = 65_536) -> Table:
    data = text.encode()
    chunks = (data[at : at + chunk] for at in range(0, len(data), chunk))
    return Table(definition("late-delivery"), open_table(chunks), lang)


def _answered(table: Table) -> list[list[str]]:
    planned = plan(table.headings, Asked({}, {"on": PINNED}), NOW, words=False)
    written = b"".join(answered(table, planned)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(written, newline="")))


ORDER = "6926001122334455"


@pytest.mark.parametrize(
    ("heads", "orders", "paid"),
    [
        # Where the mark that closes stands in another column, further down or nowhere.
        ("订单,商品,备注,实付", '1,a,"5寸,200\n2,b",c,178\n3,d,e,50\n', ["200", "178", "50"]),
        ("订单,商品,备注,实付", '1,"5寸,a,200\n2,b,6寸",178\n3,d,e,50\n', ["200", "178", "50"]),
        ("订单,商品,实付", '1,"5寸,200\n2,b,178\n3,6寸",50\n', ["200", "178", "50"]),
        ("订单,商品,实付", '1,a,200\n2,"5寸,178', ["200", "178"]),
        ("订单\t商品\t实付", '1\t"5寸\t200\n2\t6寸"\t178\n', ["200", "178"]),
        ("订单;商品;实付", '1;"5寸;200\n2;6寸";178\n', ["200", "178"]),
        # One row has a cell too many besides.
        ("订单,商品,实付", '1,"5寸,蓝,200\n2,6寸",178\n', ["蓝", "178"]),
        # No cell stands before the mark; words beside a figure.
        ("商品,订单,实付", '"5寸,1,200\n碗,2,178\n6寸",3,50\n', ["200", "178", "50"]),
        ("商品,订单,实付", '"5寸,1,待核对\n6寸",2,178\n', ["待核对", "178"]),
        # Each opens and closes.
        ("订单,商品,备注,实付", '1,"5寸,"6,200\n2,y",z",178\n3,a,b,50\n', ["200", "178", "50"]),
    ],
)
def test_a_stray_quotation_mark_hides_no_order(heads: str, orders: str, paid: list[str]) -> None:
    text = re.sub(r"(?<![^\n,\t;])([123])(?=[,\t;])", rf"{ORDER}\1", orders)
    table = _table(f"{heads}\n{text}")
    rows = _answered(table)
    column = table.layout.headings.index("实付")
    assert [row[column] for row in rows[1:]] == paid
    assert table.totals.run_on == 0


@pytest.mark.parametrize(
    "orders",
    [
        f'{ORDER}1,200,"先发货\n再联系"\n',
        f'{ORDER}1,200,"a,b\nc,d\ne"\n',
        f'{ORDER}1,200,"13800000000\n请尽快"\n',
        'A1,200,"hello, there\nDear, 2, please"\n',
        f'{ORDER}1,200,"5""\n8,9"\n',
        f'"{ORDER}1","200","1,299\n1,300"\n',
    ],
)
def test_lines_that_marks_enclose_are_one_cell(orders: str) -> None:
    table = _table(f"订单号,实付金额,备注\n{orders}{ORDER}2,5,急\n")
    rows = _answered(table)
    assert [row[1] for row in rows[1:]] == ["200", "5"]
    assert "\n" in rows[1][2]


@pytest.mark.parametrize(
    ("lang", "remark", "note"),
    [
        (
            "en",
            "runs over 2 lines of the file",
            "over several lines of the file: 1, over 2 lines",
        ),
        ("zh", "在文件里又占了 2 行", "在文件里又占了几行的：1 行，一共占了 2 行"),
    ],
)
def test_a_row_that_may_hide_others_says_so(lang: str, remark: str, note: str) -> None:
    text = '订单,备注,实付\n1,"5,蓝,200\n尽快",x,y\n2,z,5\n'
    table = _table(text, lang)
    rows = _answered(table)
    assert remark in rows[1][6]
    assert rows[2][3] == "3.00"
    assert any(note in each for each in table.totals.told())
    assert (table.totals.answered, table.totals.refused) == (1, 1)


@pytest.mark.slow
@pytest.mark.parametrize("mark", ["", '"'])
@pytest.mark.parametrize("remark", ["x" * 1_048_576, "急" * 3_000_000])
def test_a_very_long_line_is_a_line(remark: str, mark: str) -> None:
    text = f"no,note,paid\nA1,{mark}{remark}{mark},1299\nA2,,5\n"
    rows = _answered(_table(text))
    assert (rows[1][1] == remark, [row[3] for row in rows[1:]]) == (True, ["12.99", "3.00"])


def test_a_long_cell_of_many_lines_is_a_cell() -> None:
    remark = "xyz\n" * 300_000
    rows = _answered(_table(f'no,note,paid\nA1,"{remark}",1299\nA2,,5\n'))
    assert (rows[1][1] == remark, [row[3] for row in rows[1:]]) == (True, ["12.99", "3.00"])


@pytest.mark.parametrize("ending", ["\n", ""])
@pytest.mark.parametrize("chunk", [65_536, 20_000_000])
def test_a_line_is_no_longer_than_memory_allows(chunk: int, ending: str) -> None:
    text = f"no,paid\nA1,5\nA2,{'x' * LONGEST_LINE}{ending}"
    with pytest.raises(InputError) as refused:
        _table(text, chunk=chunk)
    assert (refused.value.code, refused.value.values["line"]) == ("line_too_long", 3)
    for lang in LANGUAGES:
        error = ErrorDetails("csv", refused.value.code, refused.value.values)
        assert "10,000,000" in error_text(definition("late-delivery").texts(lang), error)


def test_a_heading_over_several_lines_is_named_on_one() -> None:
    table = _table('"订单\n编号",实付金额\nA1,5\n', "en")
    _answered(table)
    notes = list(table.totals.told())
    assert any("“订单 编号”" in note for note in notes)
    assert not any("\n" in note for note in notes)
    with pytest.raises(InputError) as refused:
        _answered(_table('订单,"实付\n金额(分)"\n1,500\n'))
    assert refused.value.values["columns"] == ('paid="第 2 列" --unit paid=fen',)


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_blanks_before_the_marks_around_cells_are_none_of_them(delimiter: str) -> None:
    rows = (
        ["订单编号", "实付金额", "备注"],
        ["1", "400", "急"],
        ["2", "500", f"红{delimiter} 大\n码"],
    )
    lines = [f"{delimiter} ".join(f'"{cell}"' for cell in row) + "\n" for row in rows]
    text = "".join(lines).splitlines(keepends=True)
    assert list(records(text, delimiter)) == [list(row) for row in rows]
    found = answer_table("".join(lines))
    assert found.amounts[:2] == ["4.00", "5.00"]


def test_a_mark_behind_a_blank_within_a_cell_stays_where_others_have_none() -> None:
    text = ['"a","b"\n', '1, "x" y\n']
    assert list(records(text, ",")) == [["a", "b"], ["1", ' "x" y']]
