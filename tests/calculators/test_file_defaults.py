"""A default of the form never answers for a file: it is asked for, or said above the rows."""

import csv
import io
from collections.abc import Mapping

import pytest

from calculators import CALCULATORS, definition
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.fields import fields_of
from calculators.core.table.answering import answered
from calculators.core.table.files.opening import open_table
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.table import Table
from tests.support.order_tables import answer_table
from tests.support.pinned import NOW

TODAY = {"today": "2026-11-25"}
MINUTE = {"now": "2026-11-25 12:00"}


def _answered(
    calculator: str, text: str, given: Mapping[str, str]
) -> tuple[list[dict[str, str]], list[str]]:
    """The rows by their headings, and the notes."""
    table = Table(definition(calculator), open_table([text.encode()]), "en")
    planned = plan(table.headings, Asked(given=given), NOW, words=False)
    written = b"".join(answered(table, planned)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(written))), list(table.totals.words()["notes"])


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_every_default_is_asked_or_said(calculator: str) -> None:
    files = definition(calculator).files
    told = {*files.asked, *files.assumed, *files.unset} if files else set()
    # What a file lacks besides says of itself that nothing is known.
    told |= {name for said in (files.without.values() if files else ()) for name in said}
    # And a status tells what the buyer has.
    told |= {files.received} if files else set()
    fields = fields_of(definition(calculator).inputs)
    defaults = {name for name, each in fields.items() if each.default or each.default_rule}
    assert defaults <= told


@pytest.mark.parametrize(
    ("calculator", "text", "given", "lines"),
    [
        ("entry-cost", "上月成交额\n0\n", {}, ("orders_per_day=0", "cost_per_order=0")),
        (
            "entry-cost",
            "设备\n100\n",
            {"orders_per_day": "1"},
            ("deposits=… / monthly_gmv=…", "cost_per_order=0"),
        ),
        # Rows that say what nothing hangs on do not ask for it.
        (
            "entry-cost",
            "保证金,试运营,日单量\n2000,否,10\n500,否,5\n合计,,\n",
            {},
            ("cost_per_order=0",),
        ),
        (
            "entry-cost",
            "店铺,试运营,日单量\nA,否,0\nB,是,0\n",
            {},
            ("deposits=… / monthly_gmv=…", "trial_orders=0", "trial_turnover=0"),
        ),
        ("invoice-deadline", "账单月\n2026-07\n", {}, ("freeze_after=3", "today=…")),
        ("invoice-deadline", "发票\nF1\n", TODAY, ("kind=…",)),
        (
            "late-delivery",
            "订单号,实付,是否不可抗力\n1001,189,是\n1002,99,否\n",
            {},
            ("promised_hours=48", "late_hours=1"),
        ),
        # Each order was paid at a moment of its own.
        (
            "order-check",
            "订单号,实付\n1001,189\n",
            {},
            ("--column paid_at=…", "promised_hours=48"),
        ),
        (
            "late-delivery",
            "订单号,实付,订单状态\n1001,189,待支付\n" + "1002,99,待支付\n" * 70,
            {},
            ("promised_hours=48", "late_hours=1"),
        ),
        # Whether a trial is over hangs on what was sold in it.
        (
            "entry-cost",
            "上月成交额,试运营\n0,是\n",
            {"orders_per_day": "0", "cost_per_order": "0"},
            ("trial_orders=0", "trial_turnover=0"),
        ),
        ("arbitration-deadline", "生效日期\n2026-11-20\n", TODAY, ("kind=violation",)),
        ("invoice-deadline", "账单月\n2026-07\n", TODAY | {"kind": "monthly"}, ("freeze_after=3",)),
        (
            "return-deadline",
            "签收时间\n2026-11-20 10:00\n",
            MINUTE,
            ("label=seven_days", "kind=other"),
        ),
    ],
)
def test_what_decides_an_answer_is_asked(
    calculator: str, text: str, given: Mapping[str, str], lines: tuple[str, ...]
) -> None:
    with pytest.raises(InputError) as refused:
        _answered(calculator, text, given)
    assert (refused.value.code, refused.value.values["columns"]) == ("missing_columns", lines)


def test_what_is_likely_and_what_is_missing_are_named_together() -> None:
    with pytest.raises(InputError) as refused:
        _answered("entry-cost", "店铺保证金,试运营\n2000,是\n", {"cost_per_order": "20"})
    assert refused.value.values["columns"] == ("deposits=店铺保证金",)
    missing = ("trial_orders=0", "trial_turnover=0", "orders_per_day=0")
    assert refused.value.values["missing"] == missing


@pytest.mark.parametrize(
    ("calculator", "text", "given", "output", "expected"),
    [
        # No row of these uses what is missing.
        (
            "entry-cost",
            "保证金,试运营,日单量\n2000,否,0\n500,,0\n",
            {},
            "total_high",
            ["2000.00", "500.00"],
        ),
        ("late-delivery", "订单号,实付,是否不可抗力\n1001,189,是\n", {}, "tier", ["exempt"]),
        (
            "late-delivery",
            "订单号,实付,订单状态\n1001,189,待支付\n1002,99,待支付\n",
            {},
            "compensation",
            ["", ""],
        ),
        (
            "order-check",
            "订单号,实付,订单状态\n1001,189,待支付\n1002,99,待支付\n",
            {},
            "exposure",
            ["", ""],
        ),
        (
            "late-delivery",
            "订单号,实付,晚了几小时\n1001,189,0\n",
            {},
            "tier",
            ["on_time"],
        ),
        ("invoice-freeze", "未开票金额,拖欠月数\n90,0\n", {}, "frozen", ["0.00"]),
        # The other columns of a row choose: three months from August, five days from 20 November.
        (
            "invoice-deadline",
            "账单月,发起关店日期\n2026-08,\n,2026-11-20\n2026-08,2026-11-20\n,\n",
            TODAY | {"freeze_after": "3"},
            "due",
            ["2026-11-30", "2026-11-25", "", ""],
        ),
        (
            "invoice-deadline",
            "发起关店日期\n2026-11-20\n",
            TODAY,
            "due",
            ["2026-11-25"],
        ),
    ],
)
def test_what_no_row_uses_is_not_asked(
    calculator: str, text: str, given: Mapping[str, str], output: str, expected: list[str]
) -> None:
    rows, _ = _answered(calculator, text, given)
    assert [row[output] for row in rows] == expected


@pytest.mark.parametrize(
    ("calculator", "text", "given", "output", "said"),
    [
        # 500 for a shop without turnover, 3 orders a day of 20 yuan for 7 days.
        (
            "entry-cost",
            "上月成交额\n0\n",
            {"orders_per_day": "3", "cost_per_order": "20"},
            ("total_low", "920.00"),
            ["equipment”: “¥0.00”", "trial operation", "the fastest payback", "the deposits"],
        ),
        # Nothing hangs on the trial's orders where there is none, nor on the agent's fee.
        (
            "entry-cost",
            "上月成交额\n0\n",
            {"orders_per_day": "0", "cost_per_order": "0", "trial": "no", "licence": "self"},
            ("total_high", "500.00"),
            ["equipment”: “¥0.00”"],
        ),
        ("safety-stock", "库存\n100\n", {}, ("reserve_high", "15"), ["“15”"]),
        (
            "campaign-withdrawal",
            "参加商品数,要撤个数,哪一步\n12,3,pending\n",
            {},
            ("most", "2"),
            ["“10”", "no columns for these"],
        ),
        (
            "return-deadline",
            "签收时间\n2026-11-01 10:00\n",
            MINUTE | {"label": "none", "kind": "other"},
            ("apply_until", "2026-11-09 00:00"),
            ["not opened", "no columns for these"],
        ),
        (
            "arbitration-deadline",
            "生效日期\n2026-11-20\n",
            TODAY | {"kind": "violation"},
            ("appeal_by", "2026-11-27"),
            [],
        ),
        (
            "buyer-invoice",
            "订单编号,实付金额,申请开票时间,发票状态\n1,1000,2026-11-01 10:00,未开票\n",
            TODAY,
            ("status", "waiting"),
            ["each was taken as not completed yet: no time limit runs", "no columns for these"],
        ),
        (
            "invoice-freeze",
            "未开票金额,拖欠月数\n90,3\n",
            {"freeze_after": "3"},
            ("frozen", "27.00"),
            ["no columns for these"],
        ),
    ],
)
def test_what_is_taken_for_all_rows_is_said(
    calculator: str, text: str, given: Mapping[str, str], output: tuple[str, str], said: list[str]
) -> None:
    (row,), notes = _answered(calculator, text, given)
    name, expected = output
    assert row[name] == expected
    for each in said:
        assert any(each in note for note in notes), (each, notes)


def test_of_what_hangs_on_another_input_only_its_rows_are_asked() -> None:
    text = "上月成交额,试运营,试运营订单,试运营成交额\n0,是,3,20\n60000,否,,\n0,是,,2\n"
    rows, _ = _answered("entry-cost", text, {"orders_per_day": "0", "cost_per_order": "0"})
    assert [row["deposit"] for row in rows] == ["0.00", "2000.00", ""]
    assert "the orders of the trial" in rows[2]["errors"]


@pytest.mark.parametrize(
    ("calculator", "head", "rows", "given", "asked"),
    [
        ("late-delivery", "订单号,实付,晚了几小时", ("400,0", "400,60"), {}, "promised_hours=48"),
        ("late-delivery", "订单号,实付,是否不可抗力", ("400,是", "400,否"), {}, "late_hours=1"),
        ("invoice-freeze", "序号,未开票金额,拖欠月数", ("90,0", "90,3"), {}, "freeze_after="),
        (
            "invoice-deadline",
            "店铺,发起关店日期,账单月",
            ("2026-11-20,", ",2026-08"),
            TODAY,
            "freeze_after=",
        ),
    ],
)
def test_what_a_later_row_may_need_is_asked(
    calculator: str, head: str, rows: tuple[str, str], given: Mapping[str, str], asked: str
) -> None:
    usual, other = rows
    text = "".join(f"{1000 + at},{usual}\n" for at in range(100))
    with pytest.raises(InputError) as refused:
        _answered(calculator, f"{head}\n{text}2000,{other}\n", given)
    assert asked in str(refused.value.values["columns"])


@pytest.mark.parametrize(
    ("calculator", "given", "said"),
    [
        ("out-of-stock", {"promised_hours": "48"}, "shipped ones included"),
        ("fraud-shipment", {"precious": "no"}, "found to be shipped fraudulently"),
    ],
)
def test_that_each_order_is_taken_as_a_breach_is_said(
    calculator: str, given: Mapping[str, str], said: str
) -> None:
    _, notes = _answered(calculator, "order id,paid,status\n1,400,shipped\n", given)
    assert sum(said in note for note in notes) == 1


def test_and_not_where_a_table_tells_it() -> None:
    given = {"promised_hours": "48", "late_hours": "1", "force_majeure": "no"}
    _, notes = _answered("late-delivery", "order id,paid,status\n1,400,shipped\n", given)
    assert not any("Every order in the table" in note for note in notes)


def test_all_may_be_given_for_a_table_of_the_numbers_of_orders() -> None:
    given = {"on": "2025-03-01", "paid": "400"}
    found = answer_table("订单编号,商品\n1,a\n2,b\n2,c\n", given=given)
    assert found.amounts == ["4.00", "4.00", ""]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("订单号,实付金额\nA1,100\nA5,5000\n", {"on": "2026-06-21"}),
        ("订单号,实付金额,on\nA1,100,2026-06-03 10:00\nA5,5000,2026-06-21 23:59\n", {}),
        (
            "订单号,实付金额,on,是否贵金属\nA1,100,2026-06-03 10:00,\nA5,5000,2026-06-21 10:00,-\n",
            {},
        ),
    ],
    ids=["one day", "own days", "nothing said"],
)
def test_what_the_goods_are_is_not_asked_before_it_decides(
    text: str, given: Mapping[str, str]
) -> None:
    # Until 2026-06-21 precious metals had the maximum of all goods.
    rows, _ = _answered("fraud-shipment", text, given)
    assert [(row["compensation"], row["errors"]) for row in rows] == [("30.00", ""), ("500.00", "")]


@pytest.mark.parametrize("day", ["2026-06-22", "2026-08-03"])
def test_from_then_on_it_is_asked(day: str) -> None:
    with pytest.raises(InputError) as refused:
        _answered("fraud-shipment", "订单号,实付金额\nA1,100\n", {"on": day})
    assert refused.value.values["columns"] == ("precious=no",)
