"""A table of orders: whatever wrote it, it is read, answered row by row, and safe to open."""

import csv
import io
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import CALCULATORS, definition
from calculators.core.inputs.errors import InputError, ValidationError
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of
from calculators.core.table.answering import answered
from calculators.core.table.cells import reading
from calculators.core.table.files.opening import open_table
from calculators.core.table.planning.plan import Asked, Plan, plan
from calculators.core.table.table import Table
from calculators.core.text.catalogue import LANGUAGES
from tests.support.cases import Case, cases_of
from tests.support.evaluating import evaluate
from tests.support.pinned import NOW, PINNED

ORDERS = "订单号,买家实付金额,备注\nA1,299.99,急\nA2,￥1299.00,\n"


def _table(data: str | bytes, calculator: str = "late-delivery", chunk: int = 7) -> Table:
    raw = data.encode() if isinstance(data, str) else data
    # Small chunks, so that every mark and character is cut somewhere.
    chunks = [raw[at : at + chunk] for at in range(0, len(raw), chunk)]
    return Table(definition(calculator), open_table(iter(chunks)), "zh")


def _answered(
    table: Table, chosen: Mapping[str, str] | None = None, *, words: bool = False, **given: str
) -> list[list[str]]:
    """The rows that ``table`` becomes, by the rules of the pinned day unless a column has one."""
    chosen, day = chosen or {}, {"on": PINNED}
    asked = Asked(chosen, given if "on" in chosen else given | day)
    made = plan(table.headings, asked, NOW, words=words)
    data = b"".join(answered(table, made)).decode("utf-8")
    assert data.startswith("\ufeff")
    return list(csv.reader(io.StringIO(data.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("chunk", [1, 2, 3, 1000])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", ""), ("utf-8", "\ufeff"), ("gbk", ""), ("gb18030", ""),
     ("utf-16-le", "\ufeff"), ("utf-16-be", "\ufeff")],
)  # fmt: skip
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_encodings_marks_and_delimiters(
    encoding: str, mark: str, delimiter: str, chunk: int
) -> None:
    data = (mark + ORDERS.replace(",", delimiter)).encode(encoding)
    rows = _answered(_table(data, chunk=chunk))
    assert rows[0] == ["订单号", "买家实付金额", "备注", "compensation", "tier", "rate", "errors"]
    assert rows[1] == ["A1", "299.99", "急", "3.00", "flat", "1.00", ""]
    assert rows[2] == ["A2", "￥1299.00", "", "12.99", "percent", "1.00", ""]


def test_gbk_that_shows_late() -> None:
    orders = "no,paid,note\n" + "1,5,-\n" * 9_000 + "2,6,急\n"
    rows = _answered(_table(orders.encode("gbk"), chunk=4096))
    assert rows[-1][:4] == ["2", "6", "急", "3.00"]


def test_gbk_that_might_be_utf_8() -> None:
    orders = "Order,Amount paid,Courier\nA,5,圆通\n" + "B,7,圆通\n" * 9_000 + "C,8,中通\n"
    rows = _answered(_table(orders.encode("gbk"), chunk=4096))
    assert [rows[1][2], rows[-1][2]] == ["圆通", "中通"]
    rows = _answered(_table("Order,Amount paid,Size\nA,5,5×3 crêpe\n".encode(), chunk=4096))
    assert rows[1][2] == "5×3 crêpe"


def test_utf_8_with_a_name_cut_at_a_byte_stays_utf_8() -> None:
    data = "订单,实付金额,商品\n1,5,连衣".encode() + "裙".encode()[:2] + "\n2,6,大衣\n".encode()
    rows = _answered(_table(data, chunk=4096))
    assert rows[1][2].startswith("连衣\ufffd")
    assert rows[2][:4] == ["2", "6", "大衣", "3.00"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends(ending: str) -> None:
    assert len(_answered(_table(ORDERS.replace("\n", ending), chunk=1))) == 3


def test_every_row_stays_where_it_was() -> None:
    table = _table(
        '11 月的订单\n\n订单号,实付金额\nA1,abc\n\nA2,5,,\n"A\n3","1,299.00"\nA4,6,surplus\nA5\n'
    )
    rows = _answered(table)
    assert ["".join(row[:1]) for row in rows] == [
        "11 月的订单", "", "订单号", "A1", "", "A2", "A\n3", "A4", "A5",
    ]  # fmt: skip
    assert "要填数字" in rows[3][-1]
    assert rows[4] == [""] * 6
    assert rows[5][-3:] == ["这一行的单元格比表头多", "", ""]
    assert rows[6][2] == "12.99"
    assert rows[7][-2:] == ["这一行的单元格比表头多", "surplus"]
    assert "请填写" in rows[8][-1]
    totals = table.totals.words()
    assert (totals["answered"], totals["refused"], totals["blank"]) == (1, 4, 1)
    assert totals["sums"] == [{"id": "compensation", "label": "一共要扣", "text": "12.99 元"}]
    assert [each["row"] for each in totals["first"]] == [7], "as a spreadsheet numbers them"
    assert [each["rows"] for each in totals["wrong"]] == [[4], [6, 8], [9]]


def test_a_quotation_mark_that_does_not_pair_swallows_nothing() -> None:
    orders = (
        "订单号,实付金额\n"
        '"A1,5\n' + "".join(f"B{n},6\n" for n in range(15_000)) + '"好评"款,7\nA3,8'
    )
    table = _table(orders, chunk=65_536)
    rows = _answered(table)
    assert len(rows) == 15_004
    assert rows[1][:3] == ['"A1', "5", "3.00"]
    assert rows[-2][:3] == ['"好评"款', "7", "3.00"]
    assert table.totals.answered == 15_003


@pytest.mark.parametrize(
    "orders",
    [
        'A1,"5寸手机壳,1200\nA2,杯,500\nA3,碗,600\nA4,8寸",10\n',
        'A1,"急,1200\nA2,,500\nA3,碗,600\nA4,好",10\n',
    ],
)
def test_marks_that_pair_over_several_orders_swallow_none(orders: str) -> None:
    rows = _answered(_table(f"订单,商品,实付金额\n{orders}"))
    assert [row[2:4] for row in rows[1:]] == [
        ["1200", "12.00"], ["500", "5.00"], ["600", "6.00"], ["10", "3.00"],
    ]  # fmt: skip


def test_a_cell_too_many_is_answered_from_no_wrong_column() -> None:
    table = _table(
        "订单,商品,件数,实付金额,备注\n"
        'A1,"杯子,红色",1,1299.00,\nA2,杯子,红色,1,1299.00,\nA3,"杯子,红色"新款,1,1299.00,\n'
    )
    rows = _answered(table)
    assert [row[5] for row in rows[1:]] == ["12.99", "", "12.99"]
    assert "比表头多" in rows[2][8]
    # What ends every row with a delimiter has a cell too many in each, and none in the wrong place.
    rows = _answered(_table("订单,实付金额\nA1,5,\nA2,6,\nA3,7,\n"))
    assert [row[2] for row in rows[1:]] == ["3.00"] * 3


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+86 138", "'+86 138"),
        ("-2+3", "'-2+3"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ('="a"&A1', '\'="a"&A1'),
        ("-5.00", "-5.00"),
        ("+3", "+3"),
        ("--", "--"),
        ('="6901234567890123"', '="6901234567890123"'),
        ("1,299.00", "1,299.00"),
    ],
)
def test_formulas_are_defused_and_figures_left_alone(cell: str, safe: str) -> None:
    line = io.StringIO()
    csv.writer(line).writerow([cell, "5"])
    rows = _answered(_table(f"name,paid\n{line.getvalue()}"))
    assert rows[1][0] == safe


def test_a_heading_is_defused_too() -> None:
    assert _answered(_table("=1+1,paid\nx,5\n"))[0][0] == "'=1+1"


# Control characters make a file of few cells no text.
CELL = st.text(
    st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\r\t"), max_size=8
)


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=8))
def test_whatever_stands_in_the_cells_comes_out_again(rows: list[list[str]]) -> None:
    text = io.StringIO()
    # Below an order: a first row of nothing but a unit describes the columns.
    rows = [["x", "5"], *rows]
    csv.writer(text).writerows([["name", "paid"], *rows])
    # With a mark: two letters of few languages may be one Chinese character in GBK.
    made = _answered(_table(text.getvalue().encode("utf-8-sig", "replace")), {"paid": "paid"})
    written = [[cell.encode("utf-8", "replace").decode() for cell in row] for row in rows]
    assert [[cell.removeprefix("'") for cell in row[:2]] for row in made[1:]] == [
        [cell.removeprefix("'") for cell in row] for row in written
    ]
    for row in made[1:]:
        assert not row[0].lstrip().startswith(("=", "@")) or row[0].startswith('="')


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_a_row_is_answered_as_a_question_is(calculator: str) -> None:
    for case in cases_of(calculator):
        _expect_alike(case)


def _expect_alike(case: Case) -> None:
    calculator, inputs = case.calculator, case.inputs
    fields = fields_of(definition(calculator).inputs)
    inputs = {
        name: reading(definition(calculator), name, fields[name])(text)
        for name, text in inputs.items()
        if name in fields
    }
    files = definition(calculator).files
    # Of what has no column at all a file says nothing; here its cells are empty, as in the form.
    moments = (*files.without, *files.shipped) if files else ()
    inputs = dict.fromkeys((name for name in moments if name in fields), "") | inputs
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([["no", *inputs], ["1", *inputs.values()]])
    table = _table(text.getvalue(), calculator)
    columns = {name: at for at, name in enumerate(inputs, start=1)}
    planned = Plan(columns, NOW, given={"on": case.on, **_form(calculator, inputs)})
    data = b"".join(answered(table, planned)).decode("utf-8-sig")
    row = list(csv.reader(io.StringIO(data, newline="")))[1]
    given = evaluate(calculator, inputs, on=case.on)
    outputs = outputs_of(definition(calculator).outputs)
    if not given["ok"] and files:
        return  # a file has other defaults than a form: the minute of asking, say
    if not given["ok"]:
        assert row[-1] == "；".join(each["text"] for each in given["errors"]), str(case)
        return
    expected = [given["outputs"][name] for name in outputs]
    shown = [";".join(each) if isinstance(each, list) else each for each in expected]
    written = ["" if each is None else str(each) for each in shown]
    assert row[len(inputs) + 1 :] == [*written, ""], str(case)


def _form(calculator: str, inputs: Mapping[str, str]) -> dict[str, str]:
    """What a form has where nothing was typed: a file is asked for it."""
    fields, files = fields_of(definition(calculator).inputs), definition(calculator).files
    known = [name for name in inputs if inputs[name] or (files and name in files.shipped)]
    open_ = files.open(known) if files else []
    return {name: fields[name].default or "" for name in open_}


def test_what_a_spreadsheet_makes_of_dates_and_choices() -> None:
    kinds = {name: definition("invoice-deadline").texts("zh").get("fields", "kind", "choices", name)
             for name in ("closing", "monthly")}  # fmt: skip
    text = (
        "k,s,b,t\n"
        f"{kinds['closing']},2026/7/1,,2026年7月3日\n"
        f"{kinds['monthly']},,202607,2026-7-3 9:30:15\n"
    )
    table = _table(text, "invoice-deadline")
    columns = {"kind": 0, "start": 1, "bill_month": 2, "today": 3}
    made = Plan(columns, NOW, given={"on": PINNED, "freeze_after": "3"}, words=True)
    rows = list(csv.reader(io.StringIO(b"".join(answered(table, made)).decode("utf-8-sig"))))
    due = rows[0].index(definition("invoice-deadline").texts("zh").get("outputs", "due", "label"))
    assert [row[due] for row in rows[1:]] == ["2026-07-06", "2026-10-31"]
    assert [row[-1] for row in rows[1:]] == ["", ""]


def test_an_order_is_answered_by_the_rules_of_its_own_day() -> None:
    table = _table(
        "账单,未开票金额,逾期月数,账期\n1,100,2,2021/6/30\n2,100,2,2021-07\n3,100,2,\n4,100,2,x\n",
        "invoice-freeze",
    )
    assert table.headings.matches["on"].columns == (3,)
    assert not table.headings.matches["on"].sure, "it may be another day: the reader is asked"
    chosen = {"on": "账期", "uninvoiced": "未开票金额", "months_overdue": "逾期月数"}
    rows = _answered(table, chosen, freeze_after="3")
    assert [row[4] for row in rows[1:]] == ["30.00", "0.00", "", ""]
    assert [row[-1] for row in rows[3:]] == ["请填写规则日期", "规则日期要写成 2026-11-21 这样"]


def test_the_same_cells_in_another_order_are_another_answer() -> None:
    """Answers to the same cells are kept; of the rows of one order it is the sum that counts."""
    rows = ["甲,600.00", "乙,600.00", "乙,600.00", "丙,600.00", "乙,600.00"]
    answers = _answered(_table("订单号,实付金额\n" + "\n".join(rows)), force_majeure="no")
    assert [row[2] for row in answers[1:]] == ["6.00", "18.00", "", "6.00", ""]


def test_the_same_cells_on_another_day_are_another_answer() -> None:
    rows = ["600.00,2025-03-01", "600.00,2026-07-01"] * 2
    data = "实付金额,规则日期\n" + "\n".join(rows)
    answers = _answered(
        _table(data),
        {"on": "规则日期"},
        promised_hours="72",
        late_hours="50",
        force_majeure="no",
    )
    assert [row[2] for row in answers[1:]] == ["6.00", "18.00"] * 2


def test_answers_are_right_where_more_are_different_than_are_kept() -> None:
    """Among five thousand different amounts, then the same once more."""
    paid = [f"{300 + at / 100:.2f}" for at in range(5000)] * 2
    answers = _answered(_table("实付金额\n" + "\n".join(paid), chunk=10_000), force_majeure="no")
    third = [row[1] for row in answers[1:] if row[0] == "333.33"]
    assert third == ["3.33", "3.33"]
    assert len(answers) == 1 + len(paid)


def test_words_for_people_are_figures_for_spreadsheets() -> None:
    rows = _answered(_table(ORDERS + "A3,0,\n"), words=True)
    assert rows[0][3:] == ["这一单要扣", "怎么算出来的", "相当于实付金额的", "没算出来的原因"]
    assert rows[1][3:] == ["3.00", "固定金额", "1.00", ""]
    assert rows[3][3:] == ["0.00", "金额很小，不赔", "不适用（实付为 0）", ""]


@pytest.mark.parametrize(
    "name",
    [
        "合计",
        "总计：",
        "Total",
        "合 计",
        "合计：2单",
        "合计金额",
        "全部合计",
        "（合计）",
        "共计2单",
    ],
)
def test_a_row_of_totals_is_no_order(name: str) -> None:
    table = _table(f"订单号,实付金额\nA1,5\nA2,6\n{name},11\n")
    rows = _answered(table)
    assert rows[3] == [name, "11", "", "", "", "这是合计行，不是订单，没有算"]
    assert table.totals.words()["sums"][0]["text"] == "6.00 元"


def test_a_row_of_totals_may_say_so_in_any_cell_but_those_asked_for() -> None:
    rows = _answered(_table("订单号,商品,件数,实付金额\nA1,杯,1,5\n,,合计,5\n"))
    assert rows[2][4:] == ["", "", "", "这是合计行，不是订单，没有算"]


@pytest.mark.parametrize(
    "above",
    ["抖店订单导出\n", "sep=,\n", "导出时间：2026-07-20 10:00\n\n"],
)
def test_headings_stand_below_a_title(above: str) -> None:
    table = _table(f"{above}主订单编号,商品,订单应付金额,7月\nA,杯,500,1\nB,碗,5,2\n")
    rows = _answered(table, {"paid": "订单应付金额"})
    assert [row[4] for row in rows[-2:]] == ["5.00", "3.00"]


def test_the_fuller_of_two_rows_of_headings_counts() -> None:
    above = "订单信息,,实付金额,,"
    rows = _answered(_table(f"{above}\n订单号,商品,商品金额,优惠,实付金额\nA,杯,500,100,400\n"))
    assert rows[-1][5] == "4.00"


@pytest.mark.parametrize(
    ("column", "paid"),
    [
        ("金额", None),
        ("第 2 列", "10"),
        ("Column 3", "999"),
        ("实付-金额", "7"),
        ("实付金额（元）", "8"),
    ],
)
def test_columns_of_one_name_are_told_apart(column: str, paid: str | None) -> None:
    table = _table("订单,金额,金额,实付-金额,实付金额（元）\nA,10,999,7,8\n")
    if paid is None:
        with pytest.raises(InputError) as refused:
            _answered(table, {"paid": column})
        assert refused.value.code == "same_headings"
        assert refused.value.values["columns"] == ("2", "3")
        return
    made = plan(table.headings, Asked({"paid": column}, {"on": PINNED}), NOW, words=False)
    assert table.layout.below[0][made.columns["paid"]] == paid


@pytest.mark.parametrize(
    ("chosen", "given", "code"),
    [
        ({}, {"force_majeure": "maybe"}, "not_a_choice"),
        ({}, {"on": "07/01/2026"}, "not_a_date"),
        ({}, {"colour": "red"}, "unknown_field"),
    ],
)
def test_what_holds_for_all_rows_is_refused_once(
    chosen: dict[str, str], given: dict[str, str], code: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        plan(_table(ORDERS).headings, Asked(chosen, given), NOW, words=False)
    assert [each.code for each in refused.value.errors] == [code]


@pytest.mark.parametrize(
    ("chosen", "given", "code"),
    [
        ({"paid": "备注"}, {"paid": "5"}, "given_twice"),
        ({"paid": "应付款"}, {}, "no_such_column"),
        # What a file knows besides the inputs is in a column or nowhere.
        ({}, {"order": "5"}, "only_a_column"),
        ({}, {"status": "已完成"}, "only_a_column"),
    ],
)
def test_a_plan_that_cannot_be(chosen: dict[str, str], given: dict[str, str], code: str) -> None:
    with pytest.raises(InputError) as refused:
        plan(_table(ORDERS).headings, Asked(chosen, given), NOW, words=False)
    assert refused.value.code == code


HOURS = {"promised_hours": "48", "late_hours": "48"}


@pytest.mark.parametrize(
    ("asked", "amount"),
    [
        # No column, and a value: 1 per cent of 500 at 48 hours late. A day for all rows.
        (Asked({"paid": ""}, {"paid": "500", **HOURS}), "5.00"),
        (Asked({"paid": "  "}, {"paid": "500", **HOURS}), "5.00"),
        (Asked({"promised_hours": "", "late_hours": ""}, HOURS), "3.00"),
        (Asked({"on": ""}, {"on": "2025-03-01"}), "3.00"),
        # An empty value gives nothing, so that the column stays: of 300.
        (Asked({}, {"paid": "", **HOURS}), "3.00"),
        (Asked({"paid": "实付金额"}, {"paid": " ", **HOURS}), "3.00"),
        (Asked({}, {**HOURS, "on": "", "order": "", "status": " "}), "3.00"),
        (Asked({}, HOURS, {"paid": ""}), "3.00"),
        (Asked({}, HOURS, {"promised_at": " "}), "3.00"),
    ],
)
def test_what_is_empty_says_nothing(asked: Asked, amount: str) -> None:
    table = _table("订单号,实付金额\nA1,300\n")
    made = plan(table.headings, asked, NOW, words=False)
    row = b"".join(answered(table, made)).decode("utf-8-sig").splitlines()[1]
    assert row.split(",")[2] == amount


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        # 200 fen are no 200 yuan.
        (Asked({}, {"paid": "200", **HOURS}, {"paid": "fen"}), "unit_of_no_column"),
        (Asked({"paid": ""}, {"paid": "200", **HOURS}, {"paid": "fen"}), "unit_of_no_column"),
        (Asked({}, HOURS, {"promised_at": "fen"}), "unit_of_no_column"),
        (Asked({}, HOURS, {"order": "fen"}), "unit_of_no_column"),
        (Asked({"paid": ""}, HOURS, {"paid": "fen"}), "missing_columns"),
    ],
)
def test_a_unit_is_one_of_a_column(asked: Asked, code: str) -> None:
    with pytest.raises(InputError) as refused:
        plan(_table("订单号,实付金额\nA1,300\n").headings, asked, NOW, words=False)
    assert refused.value.code == code


def test_rules_that_never_changed_take_no_day_from_a_column() -> None:
    unchanged = next(each for each in CALCULATORS if not definition(each).rules_changed)
    with pytest.raises(InputError) as refused:
        plan(_table("no,x\n1,2\n", unchanged).headings, Asked({"on": "x"}), NOW, words=False)
    assert refused.value.code == "rules_never_changed"


@pytest.mark.parametrize("written", ["44317", "20216", "2021-06-30 99:99", "2026-7-109:30"])
def test_what_is_no_day_is_not_read_as_one(written: str) -> None:
    table = _table(f"a,b,c\n100,2,{written}\n", "invoice-freeze")
    columns = {"uninvoiced": 0, "months_overdue": 1, "on": 2}
    row = b"".join(answered(table, Plan(columns, NOW))).decode("utf-8-sig").splitlines()[1]
    assert row.endswith("规则日期要写成 2026-11-21 这样")


def test_a_month_is_no_day() -> None:
    table = _table("生效日期,今天\n2026年7月,2026/7/9\n", "arbitration-deadline")
    assert (
        "要写成 2026-11-21 这样"
        in _answered(table, {"effective": "生效日期", "today": "今天"}, kind="sampling")[1][-1]
    )


@pytest.mark.parametrize(
    ("headings", "sure", "unsure"),
    [
        ("订单号,实付金额（元）,是否不可抗力", {"paid": 1, "force_majeure": 2}, []),
        ("Order,Amount paid,X", {"paid": 1}, []),
        ("订单号,实付金额（分）", {}, ["paid"]),
        ("订单号,买家实付,实付金额", {}, ["paid"]),
        ("订单号,实付金额合计", {}, ["paid"]),
        ("订单号,商品单价", {}, ["paid"]),
    ],
)
def test_which_columns_are_certain(headings: str, sure: dict[str, int], unsure: list[str]) -> None:
    below = "1,2,否" if "是否" in headings else "1,2,3"
    found = _table(f"{headings}\n{below}\n").headings
    assert {name: at for name, at in found.sure.items() if name != "order"} == sure
    assert found.unsure({}) == unsure


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("calculator", CALCULATORS)
def test_the_empty_table_that_a_page_offers_is_recognised(calculator: str, lang: str) -> None:
    texts = definition(calculator).texts(lang)
    fields = list(fields_of(definition(calculator).inputs))
    labels = [texts.get("fields", name, "label") for name in fields]
    cases = [each.inputs for each in cases_of(calculator) if each.answerable]
    line = io.StringIO()
    rows = [[case.get(name, "") for name in fields] for case in cases]
    csv.writer(line).writerows([labels, *rows])
    sure = _table(line.getvalue(), calculator).headings.sure
    assert {name: sure.get(name) for name in fields} == {name: i for i, name in enumerate(fields)}


def test_a_column_pasted_without_a_heading() -> None:
    table = _table("299.99\n1,299.00\n")
    assert table.layout.headings == ("第 1 列",)
    assert [row[:2] for row in _answered(table, {"paid": "第 1 列"})[1:]] == [
        ["299.99", "3.00"],
        ["1,299.00", "12.99"],
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no_rows"),
        (b"\n\n , \n", "no_rows"),
        (b"paid,no\n\n , \n", "only_headings"),
        (b"x" * 2_000_000, "no_lines"),
    ],
)
def test_what_is_no_table(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as refused:
        _table(data, chunk=65_536)
    assert refused.value.code == code
