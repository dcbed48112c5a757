"""What is given for all rows of a file prevails over their own cells, which is said."""

import csv
import io

import pytest

from calculators import definition
from calculators.core.inputs.fields import fields_of
from calculators.core.table.answering import answered
from calculators.core.table.files.opening import open_table
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.table import Table
from calculators.core.text.catalogue import LANGUAGES
from tests.support.pinned import NOW

HEAD = "主订单编号,订单应付金额,支付方式,支付完成时间,订单状态,承诺发货时间,发货时间"
# A presale of ten days, ten hours late: 1 % of 1,299 in whole yuan. What is paid at the door and
# more than 48 hours late has no moment to reckon its promise from.
PRESALE = "A,1299.00,抖音支付,2026-11-01 10:00,已完成,2026-11-11 10:00,2026-11-11 20:00"
AT_THE_DOOR = "B,400.00,货到付款,,已发货,2026-11-12 10:00,2026-11-15 06:00"
UNSENT = "C,400.00,抖音支付,2026-11-10 10:00,已完成,2026-11-12 10:00,"
MARK = "对每一行都算数"


def _answered(
    lines: list[str], given: dict[str, str], calculator: str = "late-delivery"
) -> tuple[list[list[str]], str]:
    opened = open_table(["\n".join([*lines, ""]).encode()])
    table = Table(definition(calculator), opened, "zh")
    planned = plan(table.headings, Asked(given=given), NOW, words=False)
    text = b"".join(answered(table, planned)).decode("utf-8-sig")
    width = len(table.layout.headings)
    rows = [row[width:] for row in list(csv.reader(io.StringIO(text, newline="")))[1:]]
    return rows, "\n".join(table.totals.words()["notes"])


@pytest.mark.parametrize(
    ("row", "column", "cell", "amount"),
    [
        # 1 % of 400 for 48 hours and more, of a promise of 48.
        (AT_THE_DOOR, "承诺发货小时数", "48", "4.00"),
        # Late by an hour on a promise of 48.
        (UNSENT, "晚了几小时", "1", "0.00"),
    ],
)
def test_a_refused_row_is_mended_without_a_change_to_others(
    row: str, column: str, cell: str, amount: str
) -> None:
    refused, notes = _answered([HEAD, PRESALE, row], {})
    assert [each[0] for each in refused] == ["13.00", ""]
    assert f"“{column}”" in refused[1][-1]
    assert "=" not in refused[1][-1]
    assert MARK not in notes
    mended, notes = _answered([f"{HEAD},{column}", f"{PRESALE},", f"{row},{cell}"], {})
    assert [each[0] for each in mended] == ["13.00", amount]
    assert MARK not in notes


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("field", ["promised_hours", "late_hours"])
def test_the_columns_that_are_advised_are_known(lang: str, field: str) -> None:
    texts = definition("late-delivery").texts(lang)
    code = {"promised_hours": "promise_unknown", "late_hours": "shipped_but_when"}[field]
    open_, close = "“”"
    column = texts.get("errors", code).partition(open_)[2].partition(close)[0]
    lines = [f"实付金额,{column}", "100,48"]
    table = Table(definition("late-delivery"), open_table(["\n".join(lines).encode()]), lang)
    assert field in fields_of(table.definition.inputs)
    assert table.headings.sure[field] == 1


@pytest.mark.parametrize(
    ("given", "amount", "columns"),
    [
        ({"promised_hours": "48"}, "0.00", "（支付完成时间、承诺发货时间）"),
        ({"late_hours": "50"}, "39.00", "（承诺发货时间、发货时间）"),
        (
            {"promised_hours": "241", "late_hours": "48"},
            "50.00",
            "（支付完成时间、承诺发货时间、发货时间）",
        ),
    ],
)
def test_hours_for_all_rows_prevail_and_that_is_said(
    given: dict[str, str], amount: str, columns: str
) -> None:
    rows, notes = _answered([HEAD, PRESALE], given)
    assert rows[0][0] == amount
    assert notes.count(MARK) == 1
    assert columns in notes


def test_hours_for_all_rows_prevail_over_a_column_of_hours() -> None:
    lines = ["实付金额,承诺发货小时数,支付完成时间", "300,240,2026-11-01 10:00"]
    # 1 % of 300 up to 48 hours, 3 % up to 240.
    assert _answered(lines, {}, "out-of-stock")[0][0][0] == "9.00"
    rows, notes = _answered(lines, {"promised_hours": "48"}, "out-of-stock")
    assert rows[0][0] == "3.00"
    assert "（承诺发货小时数）" in notes


def test_hours_that_no_column_tells_prevail_over_nothing() -> None:
    lines = ["实付金额,支付完成时间", "300,2026-11-01 10:00"]
    assert MARK not in _answered(lines, {"promised_hours": "48", "late_hours": "48"})[1]


@pytest.mark.parametrize(
    ("head", "lines", "amounts", "column"),
    [
        # 1 % of 400 for each order, however many rows it has, until 2026.
        ("订单编号,实付金额", ["A1,400", "B2,100", "A1,400"], ["4.00", "4.00", ""], "实付金额"),
        ("订单编号,晚发小时", ["A1,5", "A1,5", "B2,5"], ["4.00", "", "4.00"], ""),
        # What nobody paid for is not counted, what was refunded stands apart; a part of an order
        # has no amount of its own.
        ("订单编号,实付金额,订单状态",
         ["A1,9,已发货", "A1,9,已发货", "B2,9,待付款", "C3,9,退款成功"],
         ["4.00", "", "", "4.00"], "实付金额"),
        ("订单编号,实付金额,订单状态", ["A1,9,已发货", "A1,9,退款成功"], ["4.00", ""], "实付金额"),
        # Sub-orders exported twice.
        ("主订单编号,子订单编号,实付金额,订单状态",
         ["A1,S1,9,待发货", "A1,S1,9,已发货", "A1,S2,9,已发货"],
         ["", "4.00", ""], "实付金额"),
    ],
)  # fmt: skip
def test_an_amount_for_all_orders_is_that_of_a_whole_order(
    head: str, lines: list[str], amounts: list[str], column: str
) -> None:
    rows, notes = _answered([head, *lines], {"paid": "400", "on": "2025-03-01"})
    assert [each[0] for each in rows] == amounts
    assert "没有认出订单号这一列" not in notes
    assert "当作一整单的，不按行相加" in notes
    assert (f"对每一单都算数：表格里的这一列（{column}）" in notes) == bool(column)


def test_an_amount_for_all_rows_without_a_number_is_that_of_each() -> None:
    given = {"paid": "400", "on": "2025-03-01"}
    rows, notes = _answered(["晚发小时,商品", "5,x", "5,y"], given)
    assert [each[0] for each in rows] == ["4.00", "4.00"]
    assert "没有认出订单号这一列" in notes


@pytest.mark.parametrize(
    ("calculator", "lines", "given", "answer", "said"),
    [
        # 30 % of 90 from the third month on, and nothing before.
        (
            "invoice-freeze",
            ["店铺,未开票金额,拖欠月数", "甲,90,4"],
            {"freeze_after": "3", "months_overdue": "1"},
            "0.00",
            "“账单出来的月数”对每一行都算数：表格里能说明各行自己的（拖欠月数）",
        ),
        (
            "presale-days",
            ["商品,预售几天内发货", "甲,4"],
            {"days": "30"},
            "long",
            "（预售几天内发货）",
        ),
        (
            "safety-stock",
            ["SKU,库存,最少留的比例", "甲,100,12"],
            {"stock": "200"},
            "24",
            "（库存）",
        ),
        (
            "buyer-order",
            ["商品,累计限购,已买,购买数量", "甲,2,2,1"],
            {"bought": "0", "cumulative": "5", "quantity": "3"},
            "yes",
            "（累计限购、已买、购买数量）",
        ),
        (
            "buyer-invoice",
            ["实付金额,申请时间,发票状态,今天", "500,2026-11-01,未开票,2026-12-01"],
            {"today": "2026-11-02"},
            "waiting",
            "（今天）",
        ),
    ],
)
def test_any_value_for_all_rows_that_prevails_over_a_column_is_said(
    calculator: str, lines: list[str], given: dict[str, str], answer: str, said: str
) -> None:
    rows, notes = _answered(lines, given, calculator)
    assert answer in rows[0]
    assert notes.count(MARK) == 1
    assert said in notes


def test_a_value_without_a_column_of_its_own_prevails_over_nothing() -> None:
    given = {"freeze_after": "3", "balance": "100"}
    assert (
        MARK not in _answered(["店铺,未开票金额,拖欠月数", "甲,90,4"], given, "invoice-freeze")[1]
    )
