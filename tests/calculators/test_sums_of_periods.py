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
    "cell", [N, "1001", "N667", "张三", "A1", "20251399", "2025-13-01", "400.5"]
)
def test_a_number_or_a_name_is_no_period(cell: str) -> None:
    assert period_of(cell) == ""


def test_a_sum_above_very_many_orders_is_doubted() -> None:
    """So many rows are not looked at: who is told of it may delete the row."""
    rows = "".join(f"69260011223344{at:05},1,x\n" for at in range(10_000, 11_100))
    found = answer_table(f"{HEAD}\n{N},400,x\n2025-02-01,1100,\n{rows}")
    assert (found.table.totals.left_out, found.table.totals.perhaps_sums) == (0, 1)
