"""What stands in a cell: brought to what a form takes, safe to write, and never a burden."""

import re
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import CALCULATORS, definition
from calculators.core.inputs.errors import InputError, ValidationError
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.parsing import read_inputs
from calculators.core.table import cells
from calculators.core.text.catalogue import LANGUAGES
from tests.support.pinned import TODAY

_FIELDS = {
    "money": ("late-delivery", "paid"),
    "integer": ("campaign-withdrawal", "joined"),
    "duration": ("late-delivery", "promised_hours"),
    "positive_integer": ("purchase-limit", "cumulative"),
    "money_list": ("entry-cost", "deposits"),
    "yes_no": ("late-delivery", "force_majeure"),
    "choice": ("return-deadline", "label"),
    "choice_list": ("video-grade", "ratings"),
    "date": ("buyer-invoice", "completed"),
    "month": ("invoice-deadline", "bill_month"),
    "time": ("false-shipment", "collected_at"),
}


def _read(kind: str, cell: str) -> Any:
    """What a cell comes to for a field of a kind: its value written again, "" or a code."""
    calculator, name = _FIELDS[kind]
    field = fields_of(definition(calculator).inputs)[name]
    assert field.kind == kind
    text = cells.reading(definition(calculator), name, field)(cell)
    try:
        value = field.read(text) if text else None
    except InputError as refused:
        return refused.code
    return "" if value is None else field.write(value)


_NOTHING = [
    "", "-", "--", "—", "——", "－", "–", "/", "\\", "null", "NULL", "(null)", "[NULL]", "None",
    "nil",     "N/A", "n/a", "NA", "#N/A", "undefined", "NaT", "<NA>", "\\N", "无", "空", "(空)",
    "（空）", "空白", "暂无", "没有", "未填写", "不适用", "''", '=""', "\u200b", "\u3000", " - \t",
    "'-", "\ufeffnull", "(none)", "<none>", "N / A", "#NULL!", "无数据", "無", "暫無", "…",
    "......", "无。", "「无」", "【空】",
]  # fmt: skip


@pytest.mark.parametrize("kind", _FIELDS)
def test_a_word_of_nothing_leaves_a_cell_empty(kind: str) -> None:
    expected = dict.fromkeys(_NOTHING, "")
    if kind == "choice":
        expected["None"] = "none"  # what a choice of this field is called
    if kind == "yes_no":
        expected |= {"无": "no", "無": "no", "没有": "no"}
    assert {cell: _read(kind, cell) for cell in _NOTHING} == expected
    assert {cells.bare(cell) for cell in _NOTHING} == {""}


@pytest.mark.parametrize(
    "cell",
    ["0000-00-00 00:00:00", "0000-00-00", "0000/00/00", "1970-01-01 08:00:00", "1970/1/1 8:00",
     "1970-01-01T00:00:00Z", "1970-01-01T08:00:00+08:00", "1970-01-01", "0001-01-01 00:00:00",
     "1900-01-00", "1900/1/0 0:00", "1899-12-30 00:00:00", "0", "0.0", "00:00", "nan", "NaN",
     "00000000", "00000000000000",
     # What programs and shops' own software take, and the last that they know.
     "1000-01-01 00:00:00", "1601-01-01", "1753-01-01 00:00:00.000", "1901-01-01 00:00:00",
     "1904/1/1", "1900-01-00 08:05:43", "1980-01-01 00:00:00", "1980-1-6",
     "1900-01-01 08:05:43", "1970年1月1日 08:00",
     "2000-01-01 00:00:00", "2000-01-01", "2001-01-01 08:00:00", "2000/1/1 0:00", "20000101",
     "9999-12-31 23:59:59", "9999-12-31", "9999-12-31 23:59", "2099-12-31 00:00:00",
     "2999/12/31", "2050-01-01", "2038-01-19 11:14:07",
     "未揽收", "尚未揽收", "暂未发货", "还未签收", "还没发货", "待揽收", "等待揽收", "待付款",
     "等待买家付款",     "未支付", "未收货", "无揽收信息", "暂无物流信息",
     "暂无物流", "未通知", "没有通知", "未驳回", "未寄回", "未约定",
     "未发", "没发", "还没发", "待发", "未寄出", "备货中", "未揽", "待揽", "待取件", "未取件",
     "Not collected", "not yet shipped", "not yet", "Unshipped", "unfulfilled", "pending",
     "not dispatched", "awaiting shipment", "to be shipped"],
)  # fmt: skip
def test_a_moment_that_has_not_come_leaves_a_cell_empty(cell: str) -> None:
    assert [_read(kind, cell) for kind in ("time", "date", "month")] == ["", "", ""]


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("2016-01-01 00:00:00", "2016-01-01 00:00"),
        ("2000-01-01 10:20", "2000-01-01 10:20"),
        ("2006-11-11 00:00:00", "2006-11-11 00:00"),
        ("2049-12-31 00:00", "2049-12-31 00:00"),
        ("2050-01-01 10:00", "2050-01-01 10:00"),
        ("2026-12-31 23:59:59", "2026-12-31 23:59:59"),
    ],
)
def test_a_moment_of_this_century_is_one_unless_a_program_has_it(cell: str, read: str) -> None:
    assert _read("time", cell) == read


@pytest.mark.parametrize(
    "cell",
    ["#REF!", "#VALUE!", "########", "****", "未知", "待确认", "?", "0.5", "1970-01-02 08:00",
     "已揽收", "未", "未揽收 2", "2026-02-30 10:00", "x", "12345678", "88881234"],
)  # fmt: skip
def test_what_may_mean_something_is_not_taken_for_nothing(cell: str) -> None:
    assert _read("time", cell) in {"not_a_time", "1970-01-02 08:00"}
    assert _read("date", cell) in {"not_a_date", "1970-01-02"}


@pytest.mark.parametrize(
    ("calculator", "name", "cell", "value"),
    [
        ("order-check", "in_stock", "现货", "yes"),
        ("order-check", "in_stock", "缺货", "no"),
        ("order-check", "in_stock", "Out of stock", "no"),
        ("order-check", "in_stock", "预售", "not_a_choice"),
        ("order-check", "in_stock", "库存不足", "no"),
        ("order-check", "in_stock", "商家缺货", "no"),
        ("order-check", "in_stock", "无货", "no"),
        ("order-check", "in_stock", "无", "no"),
        ("order-check", "in_stock", "有", "yes"),
        ("order-check", "in_stock", "库存充足", "yes"),
        ("order-check", "in_stock", "Insufficient stock", "no"),
        # Of an order that is short of a part, or whose goods are on their way in, neither is sure.
        ("order-check", "in_stock", "部分缺货", "not_a_choice"),
        ("order-check", "in_stock", "备货中", "not_a_choice"),
        ("order-check", "carrier_reports", "不回传", "no"),
        ("order-check", "carrier_reports", "已回传", "yes"),
        ("order-check", "carrier_reports", "未", "no"),
        ("order-check", "received", "未签收", "no"),
        ("order-check", "route", "偏远", "remote"),
        ("order-check", "route", "西藏", "remote"),
        ("order-check", "route", "新疆维吾尔自治区", "remote"),
        ("order-check", "route", "Xinjiang", "remote"),
        ("order-check", "route", "江浙沪皖内", "same_region"),
        ("order-check", "route", "其他", "other"),
        ("order-check", "route", "跨省", "not_a_choice"),
        ("order-check", "route", "浙江", "not_a_choice"),
        ("late-delivery", "force_majeure", "不属于", "no"),
        ("late-delivery", "force_majeure", "不可抗力", "yes"),
        ("false-shipment", "number_abnormal", "正常", "no"),
        ("false-shipment", "destination_matches", "不一致", "no"),
        ("false-shipment", "address_changed_by_buyer", "修改过", "yes"),
        # Of a remote province it says as little as of any other.
        ("false-shipment", "route", "省内", "not_a_choice"),
        ("false-shipment", "route", "偏远地区", "remote"),
        ("false-shipment", "recalled", "已", "yes"),
        ("false-shipment", "recalled", "未", "no"),
        ("false-shipment", "repeated_track", "没重复", "no"),
        ("false-shipment", "number_abnormal", "查不到", "yes"),
        ("false-shipment", "destination_matches", "对不上", "no"),
        ("false-shipment", "destination_matches", "无误", "yes"),
        ("false-shipment", "same_address", "同一地址", "yes"),
        ("false-shipment", "reshipped", "只发一次", "no"),
        ("false-shipment", "address_changed_by_buyer", "未修改过", "no"),
        ("buyer-order", "blocked", "未拉黑", "no"),
        ("fraud-shipment", "precious", "非贵金属", "no"),
        ("campaign-withdrawal", "stage", "进行中", "started"),
        ("campaign-withdrawal", "stage", "审核通过", "approved"),
        ("invoice-freeze", "freeze_after", "3个月", "3"),
        ("invoice-type", "taxpayer", "小规模", "small_scale"),
        ("return-deadline", "label", "支持7天无理由退货", "seven_days"),
        ("return-deadline", "label", "七天无理由退货（拆封后不支持）", "seven_days"),
        ("return-deadline", "label", "七天无理由退换", "seven_days"),
        ("return-deadline", "label", "7-day returns", "seven_days"),
        # Of goods that it does not apply to, or of which the shop has opted out.
        ("return-deadline", "label", "不支持", "not_a_choice"),
        ("return-deadline", "opened", "未拆封", "no"),
        ("return-deadline", "opened", "已拆封", "not_a_choice"),
        ("return-deadline", "kind", "生鲜", "perishable"),
        ("video-grade", "ratings", "优秀；一般", "good;neutral"),
    ],
)
def test_a_choice_is_read_by_the_words_of_exports(
    calculator: str, name: str, cell: str, value: str
) -> None:
    field = fields_of(definition(calculator).inputs)[name]
    text = cells.reading(definition(calculator), name, field)(cell)
    if value == "not_a_choice":
        with pytest.raises(InputError, match=value):
            field.read(text)
    else:
        assert field.write(field.read(text)) == value


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_no_word_of_exports_stands_for_two_choices(calculator: str) -> None:
    meant: dict[tuple[str, str], set[str]] = {}
    fields = fields_of(definition(calculator).inputs)
    for texts in map(definition(calculator).texts, LANGUAGES):
        for name, field in fields.items():
            for choice in field.choices:
                if not texts.has("fields", name, "cells", choice):
                    continue
                words = texts.get("fields", name, "cells", choice)
                for word in words.split(texts.get("words", "separator")):
                    meant.setdefault((name, word.casefold()), set()).add(choice)
    assert {word: choices for word, choices in meant.items() if len(choices) > 1} == {}


def test_an_amount_of_nothing_is_nothing_but_no_zero() -> None:
    assert _read("money", "0") == "0.00"
    assert _read("money", "NaN") == "not_a_number"
    assert _read("duration", "nan") == ""
    assert _read("duration", "0") == "below_minimum"
    assert _read("money", "未付款") == "not_a_number"


def test_where_something_is_required_a_word_of_nothing_is_none() -> None:
    late = definition("late-delivery")
    read = cells.reading(late, "paid", fields_of(late.inputs)["paid"])
    with pytest.raises(ValidationError) as refused:
        read_inputs(late.inputs, {"paid": read("N/A")}, late.rule_book.on(TODAY))
    assert [each.code for each in refused.value.errors] == ["required"]
    with pytest.raises(ValidationError) as refused:
        read_inputs(late.inputs, {"paid": "\u200b"}, late.rule_book.on(TODAY))
    assert [each.code for each in refused.value.errors] == ["required"]


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("money", "\u200b189.00", "189.00"),
        ("money", "\u202a189.00\u202c", "189.00"),
        ("money", "1\u2007299.00", "1299.00"),
        ("money", "`1,299.00\t", "1299.00"),
        ("money", '="1299"', "1299.00"),
        ("money", '\'="1299"', "1299.00"),
        ("money", "''''1299", "1299.00"),
        ("money", "188.99999999999997", "189.00"),
        ("positive_integer", "10件", "10"),
        ("positive_integer", "10.0", "10"),
        ("positive_integer", "不限", ""),
        ("positive_integer", "1.5", "not_positive_integer"),
        ("yes_no", "有", "yes"),
        ("yes_no", "是", "yes"),
        ("yes_no", "✔\ufe0f", "yes"),
        ("yes_no", "1.0", "yes"),
        ("yes_no", "FALSE", "no"),
        ("yes_no", "maybe", "not_a_choice"),
        ("choice_list", "good；－；Poor", "good;poor"),
        ("date", "2026/7/1 9:30:05", "2026-07-01"),
        ("date", "20260701", "2026-07-01"),
        ("month", "2026年7月", "2026-07"),
        ("time", "2026-01-05T01:03:00Z", "2026-01-05 09:03"),
        ("time", "20260105090300", "2026-01-05 09:03"),
        ("time", "2026年1月5日 9时3分", "2026-01-05 09:03"),
        ("time", "2026/1/5 上午9:03", "2026-01-05 09:03"),
        ("time", "2026/1/5 9:03:05 PM", "2026-01-05 21:03:05"),
        ("time", "2026-1-5 24:00", "2026-01-06 00:00"),
        ("time", "2026-07-01 10:02:03", "2026-07-01 10:02:03"),
        ("time", "46027.377", "not_a_time"),
    ],
)
def test_a_cell_is_read_as_a_form_reads_it(kind: str, cell: str, value: str) -> None:
    assert _read(kind, cell) == value


@pytest.mark.parametrize(
    ("cell", "day"),
    [("2026-07-20", "2026-07-20"), ("2026年7月", "2026-07-01"), ("202607", "2026-07-01"),
     ("'2026/7", "2026-07-01"), ("无", ""), ("0000-00-00", ""), ("2026.1", "2026.1"), ("x", "x"),
     ("2026-13", "2026-13"), ("9" * 300, "9" * 300)],
)  # fmt: skip
def test_the_day_of_the_rules_may_be_a_month(cell: str, day: str) -> None:
    assert cells.rules_day(cell) == day


@given(st.text(alphabet="-+=@＝＋－＠'\"1,.%x \t\u200b\u202a\u00ad", max_size=12))
def test_what_is_written_is_no_formula(cell: str) -> None:
    written = cells.safe(cell)
    assert written in {cell, f"'{cell}"}
    begins = re.sub("[\\s\u200b\u202a\u00ad]", "", written)
    if begins.startswith(("=", "@", "＝", "＋", "－", "＠")):
        assert re.fullmatch(r'="[\w.-]*"', written.strip(), re.ASCII)
    if begins.startswith(("+", "-")):
        assert re.fullmatch(r"[-+]?[\d,.]+%?|-+", written.strip())


@pytest.mark.parametrize(
    "cell",
    [
        "-5",
        "+1,299.00",
        "-.5",
        "12%",
        "-12%",
        "+0.5%",
        "-1,299",
        "---",
        '="6901"',
        " -5 ",
        "1,299.00",
        "",
    ],
)
def test_figures_stay_as_they_are(cell: str) -> None:
    assert cells.safe(cell) == cell


@pytest.mark.parametrize(
    "cell",
    ["-" + "1" * 100_000 + "x", "1" + " " * 200_000 + "1", "合计" + "1" * 100_000 + "x",
     "'" * 100_000, "'=\"" * 50_000, "\u200b" * 100_000 + "x",
     "2026-01-05" + " " * 100_000 + "9:03", "," * 100_000],
    ids=lambda each: each[:3].encode("unicode_escape").decode(),
)  # fmt: skip
def test_a_cell_that_nobody_can_read_holds_nothing_up(cell: str) -> None:
    begun = process_time()
    for kind in _FIELDS:
        _read(kind, cell)
    cells.safe(cell)
    cells.rules_day(cell)
    assert process_time() - begun < 2


# Among these is a filler, which is a letter that nobody sees.
@given(st.lists(st.text(alphabet="-+=@＝'1a,\n \t\u200b\u3164", max_size=6), max_size=5))
def test_a_row_is_as_safe_as_each_of_its_cells(row: list[str]) -> None:
    assert list(cells.all_safe(row)) == list(map(cells.safe, row))


def test_a_cell_of_line_ends_takes_no_longer_than_its_text() -> None:
    row = ["1", "\n" * 100_000 + "1"]
    begun = process_time()
    assert cells.all_safe(row) == row
    # From each line end to the last it would be a quarter of a minute.
    assert process_time() - begun < 1
