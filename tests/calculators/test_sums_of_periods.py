"""Subtotals that a day, a week or a month names and no word for a total."""

from collections.abc import Sequence

import pytest

from calculators.core.table.sums.periods import period_of
from tests.support.order_tables import answer_table

# Of 2025: 1 % above 300 yuan, 3.00 up to that.
N, M, K, L = (f"69260011223344556{end}" for end in ("61", "72", "83", "94"))
HEAD = "订单编号,实付金额,商品"
ORDERS = f"{HEAD}\n{N},400,x\n{M},500,y\n"


@pytest.mark.parametrize(
    "label",
    [
        "2025-02-01", "2025.02.01", "2025/2/1", "20250201", "2025-02-01 星期六",
        "2025-02-01（周六）",
        "2025-02-01 00:00:00", "2025/2/1 0:00", "2月1日", "02-01", "Feb 1, 2025", "1 Feb", "周六",
        "第1周", "第一周", "2025-W05", "Week 5", "2025年2月", "2月", "二月份", "2025-02", "202502",
        "Feb 2025", "Q1", "2025Q1", "第一季度", "上半年", "2025年", "2025", "上旬", "第 1 页",
        "Page 1", "2025-02-01~2025-02-07",
    ],
)  # fmt: skip
def test_a_sum_under_a_period_in_the_place_of_a_number_is_left_out(label: str) -> None:
    # One order below the first subtotal, and a second one of that order alone.
    label = f'"{label}"'
    found = answer_table(f"{ORDERS}{label},900,\n{K},100,z\n{label},100,\n合计,1000,\n")
    totals = found.table.totals
    assert found.amounts == ["4.00", "5.00", "", "3.00", "", ""]
    assert (totals.left_out, totals.perhaps_sums, totals.several_numbers) == (3, 0, 0)
    # Of another amount it is doubted, and joined with nothing.
    doubted = answer_table(f"{ORDERS}{label},901,\n{label},902,\n")
    assert doubted.amounts == ["4.00", "5.00", "9.01", "9.02"]
    assert doubted.table.totals.perhaps_sums == 2


@pytest.mark.parametrize(
    ("rows", "amounts"),
    [
        ("2025-02-01,900\n{N},400\n{M},500\n2025-02-02,100\n{K},100\n总计,1000",
         ["", "4.00", "5.00", "", "3.00", ""]),
        ("2025年2月,900\n1日,400\n{N},400\n2日,500\n{M},500\n2025年3月,100\n1日,100\n{K},100\n总计,1000",
         ["", "", "4.00", "", "5.00", "", "", "3.00", ""]),
        # An amount that is of no order below it.
        ("2025-02-01,901\n{N},400\n{M},500", ["9.01", "4.00", "5.00"]),
    ],
)  # fmt: skip
def test_in_a_pivot_table_sums_stand_above_their_orders(rows: str, amounts: Sequence[str]) -> None:
    text = "行标签,求和项:实付金额\n" + rows.format(N=N, M=M, K=K) + "\n"
    found = answer_table(text, chosen={"order": "行标签", "paid": "求和项:实付金额"})
    assert found.amounts == amounts
    products = text.replace(N, "x").replace(M, "y").replace(K, "z").replace("行标签", "商品")
    assert answer_table(products, chosen={"paid": "求和项:实付金额"}).amounts == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        # Of a month, below those of its days.
        (f"{ORDERS}2月1日,900,\n2月,900,\n{K},100,z\n3月1日,100,\n{L},200,q\n3月2日,200,\n3月,300,\n",
         ["4.00", "5.00", "", "", "3.00", "", "3.00", "", ""]),
        # With or without what was undone.
        (f"订单编号,实付金额,订单状态\n{N},400,已发货\n{M},500,待付款\n2025-02-01,400,\n",
         ["4.00", "", ""]),
        (f"订单编号,实付金额,订单状态\n2025-02-01,400,\n{N},400,已发货\n{M},500,待付款\n",
         ["", "4.00", ""]),
        # A day alone above its orders.
        (f"{HEAD}\n2025-02-01,,\n{N},400,x\n2025-02-02,,\n{M},500,y\n", ["", "4.00", "", "5.00"]),
        # In the first cell, where days stand or others.
        (f"日期,订单编号,实付金额\n2025-02-01,{N},400\n2025-02-01,{M},500\n2025-02-01,,900\n",
         ["4.00", "5.00", ""]),
        (f"商品,订单编号,实付金额\nx,{N},400\n2025-02-01,,400\ny,{M},500\n2025-02-02,,500\n",
         ["4.00", "", "5.00", ""]),
        ("商品,实付金额\nx,400\ny,500\n2月1日,900\nz,100\n2月2日,100\n",
         ["4.00", "5.00", "", "3.00", ""]),
    ],
)  # fmt: skip
def test_a_period_is_a_label_wherever_one_may_stand(text: str, amounts: Sequence[str]) -> None:
    found = answer_table(text)
    assert (found.amounts, found.table.totals.perhaps_sums) == (amounts, 0)


@pytest.mark.parametrize(
    ("text", "amounts", "doubted"),
    [
        ("订单编号,实付金额\n20250201,400\n20250202,500\n20250203,900\n",
         ["4.00", "5.00", "9.00"], 0),
        ("订单编号,实付金额\n2025-02-01,400\n2025-02-02,500\n2025-02-03,900\n",
         ["4.00", "5.00", "9.00"], 0),
        ("订单编号,实付金额\n10000001,400\n20251399,500\n20250203,900\n",
         ["4.00", "5.00", "9.00"], 0),
        ("订单编号,实付金额\n20250201,400\n20250201-2,500\n20250203,900\n",
         ["4.00", "5.00", "9.00"], 0),
        ("订单编号,实付金额\n11-40,400\n12-3,400\n", ["4.00", "4.00"], 0),
        # Among short numbers that one order above cost as much is chance.
        ("订单编号,实付金额\n1001,400\n20250201,400\n1002,500\n", ["4.00", "4.00", "5.00"], 1),
        # With a product it is an order, and so is a day in a table of days.
        (f"{HEAD}\n{N},400,x\n2025-02-01,400,y\n", ["4.00", "4.00"], 0),
        ("日期,实付金额\n2025-02-01,400\n2025-02-02,400\n2025-02-03,800\n",
         ["4.00", "4.00", "8.00"], 0),
    ],
)  # fmt: skip
def test_a_period_that_may_be_a_number_or_a_day_of_its_own_stays(
    text: str, amounts: Sequence[str], doubted: int
) -> None:
    found = answer_table(text)
    assert (found.amounts, found.table.totals.perhaps_sums) == (amounts, doubted)


@pytest.mark.parametrize(
    "label", ["2025-02-0{}", "2025/2/{}", "{}月", "2025年{}月", "周{}", "第{}页", "Q{}", "{}日"]
)
@pytest.mark.parametrize(
    ("other", "amount"),
    [("合计,1200", ""), ("Total,1200", ""), ("不详,60", "3.00"), ("老王,400", "4.00"),
     ("2.3,60", "3.00"), ("2单,256", "3.00")],
)  # fmt: skip
def test_in_a_table_by_day_each_day_is_a_row_like_any_other(
    label: str, other: str, amount: str
) -> None:
    first, *days = [f"{label.format(at)},400" for at in (1, 2, 3)]
    for at in range(3):
        rows = [first, *days]
        rows.insert(at + 1, other)
        found = answer_table("日期,实付金额\n" + "\n".join(rows) + "\n")
        amounts = ["4.00", "4.00", "4.00"]
        amounts.insert(at + 1, amount)
        assert (found.amounts, found.table.totals.perhaps_sums) == (amounts, 0)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        # A day that is the sum of those above, by chance.
        ("日期,实付金额\n2025-02-01,400\n2025-02-02,500\n2025-02-03,900\n总计,1800\n",
         ["4.00", "5.00", "9.00", ""]),
        ("日期,实付金额,运费,备注\n2025-02-01,400,1,\n2025-02-02,400,2,\n合计,800,3,\n",
         ["4.00", "4.00", ""]),
        ("日期,实付金额\n2025-02-01,400\n2025-02-02,400\n小计,800\n2025-02-03,800\n合计,1600\n",
         ["4.00", "4.00", "", "8.00", ""]),
        # Two of a day, of which the second says nothing more, or not even the day.
        ("日期,备注,实付金额\n2025-02-01,现金,400\n2025-02-01,,400\n合计,,800\n",
         ["4.00", "4.00", ""]),
        ("日期,实付金额\n2025-02-01,400\n,400\n2025-02-02,300\n,300\n合计,1400\n",
         ["4.00", "4.00", "3.00", "3.00", ""]),
        # The total adds names and days alike.
        ("买家,实付金额\n2025-02-01,400\n老王,400\n2025-02-02,400\n老李,400\n合计,1600\n",
         ["4.00", "4.00", "4.00", "4.00", ""]),
        # Orders that have no number beside others of that day.
        (f"日期,订单编号,实付金额\n2025-02-01,{N},400\n2025-02-01,,400\n合计,,800\n",
         ["4.00", "4.00", ""]),
        (f"日期,订单编号,实付金额\n2025-02-01,{N},400\n2025-02-01,,400\n不详,{M},100\n",
         ["4.00", "4.00", "3.00"]),
        ("订单编号,实付金额\n2025-02-01,400\n2025-02-02,400\n老王,300\n", ["4.00", "4.00", "3.00"]),
    ],
)  # fmt: skip
def test_what_stands_beside_days_makes_no_sums_of_them(text: str, amounts: Sequence[str]) -> None:
    found = answer_table(text)
    assert (found.amounts, found.table.totals.perhaps_sums) == (amounts, 0)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("买家,实付金额\n2025-02-01,400\n老王,400\n2025-02-02,500\n老李,500\n合计,900\n",
         ["", "4.00", "", "5.00", ""]),
        (("日期,商品,实付金额\n2025-02-01,x,400\n2025-02-01,y,500\n2025-02-01,,900\n"
         "2025-02-02,z,100\n2025-02-02,,100\n合计,,1000\n"), ["4.00", "5.00", "", "3.00", "", ""]),
        ("日期,商品,实付金额\n2025-02-01,,900\n,x,400\n,y,500\n2025-02-02,,100\n,z,100\n",
         ["", "4.00", "5.00", "", "3.00"]),
        # Months are rows of their own there, and a quarter is the sum of three.
        ("月份,实付金额\n1月,400\n2月,400\n3月,500\n一季度,1300\n4月,400\n合计,1700\n",
         ["4.00", "4.00", "5.00", "", "4.00", ""]),
    ],
)  # fmt: skip
def test_a_day_with_rows_of_its_own_is_their_sum(text: str, amounts: Sequence[str]) -> None:
    found = answer_table(text)
    assert (found.amounts, found.table.totals.perhaps_sums) == (amounts, 0)


def test_months_of_other_calculators_are_rows_of_their_own() -> None:
    # 30 % of 50 each, from the third month on.
    text = "账单月份,未开票金额,拖欠月数\n2026-07,50,4\n2026-08,50,3\n合计,100,\n"
    asked = {"freeze_after": "3"}
    found = answer_table(text, "invoice-freeze", chosen={"on": ""}, given=asked)
    assert found.amounts == ["15.00", "15.00", ""]


@pytest.mark.parametrize(
    "cell", [N, "1001", "N667", "张三", "A1", "20251399", "2025-13-01", "400.5"]
)
def test_a_number_or_a_name_is_no_period(cell: str) -> None:
    assert period_of(cell) == ""


def test_a_sum_above_very_many_orders_is_doubted() -> None:
    """So many rows are not looked at: who is told of it may delete the row."""
    rows = "".join(f"69260011223344{at:05},1,x\n" for at in range(10_000, 11_100))
    found = answer_table(f"{HEAD}\n{N},400,x\n2025-02-01,1100,\n{rows}")
    assert (found.table.totals.left_out, found.table.totals.perhaps_sums) == (0, 1)
