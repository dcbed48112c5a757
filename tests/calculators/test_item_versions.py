"""Exports that overlap hold a sub-order in several states: the latest of them prevails."""

from collections.abc import Sequence

import pytest

from tests.support.order_tables import answer_table

HEAD = "主订单编号,子订单编号,实付金额,订单状态,发货时间"
SENT, DUE = "2025-02-01 10:00:00", "待发货,"


def _answered(head: str, rows: Sequence[str], calculator: str = "late-delivery") -> tuple[
    list[str], list[str], str, str
]:  # fmt: skip
    """The amounts and remarks of the rows, the sum, the notes."""
    found = answer_table("\n".join([head, *rows, ""]), calculator)
    sums = found.table.totals.words()["sums"]
    return found.amounts, found.remarks, "".join(each["text"] for each in sums), found.notes


@pytest.mark.parametrize(
    ("rows", "amounts", "total", "older"),
    [
        # Refunded since, in either order of the rows: 1 % of 400 and of 500, in 2025.
        (["A,S1,400,已发货,", "B,S2,500,已发货,", "A,S1,400,退款成功,"], ["", "5.00", "4.00"],
         "¥5.00", 1),
        (["A,S1,400,退款成功,", "B,S2,500,已发货,", "A,S1,400,已发货,"], ["4.00", "5.00", ""],
         "¥5.00", 1),
        # One of two sub-orders: what is left is 300, and the rest stands apart.
        (["A,S1,400,已发货,", "A,S2,300,已发货,", "A,S1,400,已退款,"], ["", "3.00", "4.00"],
         "¥3.00", 1),
        (["A,S1,400,已发货,", "A,S2,300,已发货,", "A,S1,400,已退款,", "A,S2,300,已发货,"],
         ["", "3.00", "4.00", ""], "¥3.00", 1),
        # All of an order.
        (["A,S1,400,已发货,", "A,S2,300,已发货,", "A,S1,400,已退款,", "A,S2,300,已退款,"],
         ["", "", "7.00", ""], "¥0.00", 2),
        # What is left of the amount after the refund; what was paid stands in the older row.
        (["A,S1,400,已发货,", "B,S2,500,已发货,", "A,S1,0,已退款,"], ["", "5.00", "4.00"],
         "¥5.00", 1),
        (["A,S1,0.00,已退款,", "A,S2,0,已退款,", "A,S1,400,已发货,", "A,S2,600,已发货,"],
         ["10.00", "", "", ""], "¥0.00", 2),
        (["A,S1,400,已发货,", "A,S2,700,已发货,", "A,S1,0,已退款,"], ["", "7.00", "4.00"],
         "¥7.00", 1),
        (["A,S1,400,已发货,", "A,S1,0,已退款,", "A,S1,0,已退款,"], ["", "4.00", ""], "¥0.00", 1),
        # Shipped since: as the status has it, or the time alone.
        ([f"A,S1,400,{DUE}", f"A,S1,400,已发货,{SENT}"], ["", "4.00"], "¥4.00", 1),
        ([f"A,S1,400,已发货,{SENT}", f"A,S1,400,{DUE}"], ["4.00", ""], "¥4.00", 1),
        ([f"A,S1,400,{DUE}", f"A,S1,400,待发货,{SENT}", "B,S1,500,已发货,"],
         ["", "4.00", "5.00"], "¥9.00", 1),
        # Paid, shipped and refunded.
        ([f"A,S1,400,{DUE}", f"A,S1,400,已发货,{SENT}", f"A,S1,400,退款成功,{SENT}"],
         ["", "", "4.00"], "¥0.00", 2),
        # Another sub-order, another order, and one that is not numbered.
        (["A,S1,400,已发货,", "A,S2,400,退款成功,"], ["4.00", "4.00"], "¥4.00", 0),
        (["A,S1,400,已发货,", "B,S1,400,退款成功,"], ["4.00", "4.00"], "¥4.00", 0),
        (["A,-,400,已发货,", "A,-,400,退款成功,"], ["4.00", "4.00"], "¥4.00", 0),
        # Not paid when it was first exported.
        (["A,S1,400,待付款,", "A,S1,400,已发货,"], ["", "4.00"], "¥4.00", 0),
    ],
)  # fmt: skip
def test_the_latest_state_of_a_sub_order_prevails(
    rows: Sequence[str], amounts: Sequence[str], total: str, older: int
) -> None:
    found, remarks, summed, notes = _answered(HEAD, rows)
    assert (found, summed) == (amounts, total)
    counted = f"{older} older {'row was' if older == 1 else 'rows were'} not counted"
    assert (counted in notes) == bool(older)
    assert sum("tells more of this sub-order" in each for each in remarks) == older


@pytest.mark.parametrize(
    ("rows", "amounts", "total"),
    [
        # The later row, whatever its state and amount: a refund that was called off, less paid.
        (["A,S1,400,退款成功,2025-02-03 10:00:00", "A,S1,400,已发货,2025-02-04 10:00:00"],
         ["", "4.00"], "¥4.00"),
        (["A,S1,500,已发货,2025-02-04 10:00:00", "A,S1,400,已发货,2025-02-03 10:00:00"],
         ["5.00", ""], "¥5.00"),
        (["A,S1,500,已发货,2025-02-04 10:00:00", "A,S1,400,退款成功,2025-02-03 10:00:00"],
         ["5.00", ""], "¥5.00"),
        # At one time the state tells; a row without its time tells nothing of the others.
        (["A,S1,400,退款成功,2025-02-03 10:00:00", "A,S1,400,已发货,2025-02-03 10:00:00"],
         ["4.00", ""], "¥0.00"),
        (["A,S1,400,退款成功,2025-02-03 10:00:00", "A,S1,400,已发货,"], ["4.00", ""], "¥0.00"),
    ],
)  # fmt: skip
def test_a_time_of_update_tells_which_row_is_later(
    rows: Sequence[str], amounts: Sequence[str], total: str
) -> None:
    found, _, summed, notes = _answered("主订单编号,子订单编号,实付金额,订单状态,更新时间", rows)
    assert (found, summed) == (amounts, total)
    assert "1 older row was not counted" in notes


def test_parts_of_a_sub_order_are_no_versions_of_it_and_that_is_said() -> None:
    rows = ["A,S1,400,已发货,", "A,S1,300,退款成功,", "B,S2,500,已发货,"]
    found, _, summed, notes = _answered(HEAD, rows)
    assert (found, summed) == (["4.00", "3.00", "5.00"], "¥9.00")
    assert "with different amounts: 1." in notes
    assert "older rows" not in notes


def test_two_amounts_in_one_state_are_still_not_guessed() -> None:
    rows = [f"A,S1,400,{DUE}", f"A,S1,300,已发货,{SENT}", "B,S2,500,已发货,"]
    found, remarks, summed, _ = _answered(HEAD, rows)
    assert (found, summed) == (["", "", "5.00"], "¥5.00")
    assert "with different amounts" in remarks[0]


def test_without_numbers_of_sub_orders_what_is_undone_in_part_is_said() -> None:
    # Some items came back, or the order was exported before and after its refund.
    rows = ["A,400,已发货", "B,500,已发货", "A,400,退款成功"]
    amounts, _, total, notes = _answered("订单编号,实付金额,订单状态", rows)
    assert (amounts, total) == (["4.00", "5.00", "4.00"], "¥9.00")
    assert "some rows were refunded and others were not: 1" in notes
    numbered = [f"{each},S{at}" for at, each in enumerate(rows)]
    *_, notes = _answered("订单编号,实付金额,订单状态,子订单编号", numbered)
    assert "others were not" not in notes


@pytest.mark.parametrize(
    ("rows", "amounts", "apart", "known", "unknown"),
    [
        (["A,S1,400,已发货,", "A,S1,0,已退款,"], ["", "4.00"], "¥4.00", 1, 0),
        # Nothing tells what was paid: no other row, another sub-order, or two amounts.
        (["A,S1,0,已退款,", "B,S1,500,已发货,"], ["0.00", "5.00"], "¥0.00", 0, 1),
        (["A,S1,0,已退款,", "A,S2,500,已发货,"], ["0.00", "5.00"], "¥0.00", 0, 1),
        (["A,-,400,已发货,", "A,-,0,已退款,"], ["4.00", "0.00"], "¥0.00", 0, 1),
        # What came with it for nothing was refunded with it.
        (["A,S1,400,已退款,", "A,S2,0,已退款,"], ["4.00", ""], "¥4.00", 0, 0),
    ],
)  # fmt: skip
def test_what_was_paid_for_what_was_refunded_is_taken_or_said_not_to_be_known(
    rows: Sequence[str], amounts: Sequence[str], apart: str, known: int, unknown: int
) -> None:
    found, _, _, notes = _answered(HEAD, rows)
    assert found == amounts
    assert f"apart from the totals (Taken in all {apart})" in notes
    assert (f"is 0: {known} row was answered by the amount" in notes) == bool(known)
    assert (f"amount of 0: {unknown} order." in notes) == bool(unknown)


def test_what_was_paid_is_taken_in_the_unit_of_its_column_and_with_times_of_update() -> None:
    head = "主订单编号,子订单编号,实付金额（分）,订单状态,更新时间"
    rows = [
        "A,S1,0,已退款,2025-02-04 10:00:00",
        "A,S1,40000,已发货,2025-02-03 10:00:00",
        # Called off since.
        "B,S1,50000,已发货,2025-02-05 10:00:00",
        "B,S1,0,已退款,2025-02-03 10:00:00",
    ]
    units = {"paid": "fen"}
    chosen = {"paid": "实付金额（分）"}
    found = answer_table("\n".join([head, *rows, ""]), chosen=chosen, units=units)
    assert found.amounts == ["4.00", "", "5.00", ""]


# What Douyin exports of an order of one product: its sub-order has the order's number.
OWN = (
    "主订单编号,子订单编号,选购商品,商品规格,商品ID,商家备注,"
    "订单应付金额,优惠总金额,订单状态,发货时间"
)
CUP, ID = "杯子,红", "3612345678901234567"
N = "6926001122334455661"


@pytest.mark.parametrize(
    ("rows", "amounts", "total", "alike"),
    [
        # Shipped since, refunded since, and once more as it was: 1 % of 400.
        ([f"{N},{N},{CUP},{ID},,400,10,待发货,", f"{N},{N},{CUP},{ID},,400,10,已发货,{SENT}"],
         ["", "4.00"], "¥4.00", 1),
        ([f"{N},{N},{CUP},{ID},,400,10,已发货,{SENT}",
          f"{N},{N},{CUP},{ID},急,400,10,退款成功,{SENT}"], ["", "4.00"], "¥0.00", 1),
        ([f"{N},{N},{CUP},{ID},,400,10,已发货,{SENT}",
          f"{N},{N},{CUP},{ID},急,400,10,已发货,{SENT}"], ["4.00", ""], "¥4.00", 1),
        # What is left of the amount after the refund.
        ([f"{N},{N},{CUP},{ID},,400,10,已发货,", f"{N},{N},{CUP},{ID},,0,10,退款成功,"],
         ["", "4.00"], "¥0.00", 1),
        # However a program has written the copy.
        ([f"{N},{N},{CUP},{ID},,400,10,待发货,",
          f"{N},{N},{CUP},{ID},,400.00,10.00,已发货,2025/2/1 10:00"], ["", "4.00"], "¥4.00", 1),
        ([f"{N},{N},{CUP},{ID},,400,10,待发货,",
          f"\t{N},'{N},{CUP},'{ID},,¥400.00,10,已发货,{SENT}"], ["", "4.00"], "¥4.00", 1),
        ([f"{N},{N},{CUP},{ID},,400,10,待发货,",
          f'{N},"=""{N}""",{CUP},3.61235E+18,,400,10,已发货,{SENT}'], ["", "4.00"], "¥4.00", 1),
        # Two products of one order, each exported twice: 1 % of 200 and 300.
        ([f"{N},{N},杯子,红,1,,200,0,待发货,", f"{N},{N},锅,大,2,,300,0,待发货,",
          f"{N},{N},杯子,红,1,,200,0,已发货,{SENT}", f"{N},{N},锅,大,2,,300,0,已发货,{SENT}"],
         ["", "", "5.00", ""], "¥5.00", 2),
        # Beside a sub-order with a number of its own: 1 % of 200 and 150.
        ([f"{N},{N},{CUP},{ID},,200,0,待发货,", f"{N},S2,锅,大,2,,150,0,已发货,",
          f"{N},{N},{CUP},{ID},,200,0,已发货,"], ["", "3.50", ""], "¥3.50", 1),
        # Another product, another make of it, another amount: parts of the order.
        ([f"{N},{N},杯子,红,1,,200,0,已发货,", f"{N},{N},锅,红,1,,200,0,已发货,"],
         ["4.00", ""], "¥4.00", 0),
        ([f"{N},{N},杯子,红,1,,200,0,已发货,", f"{N},{N},杯子,蓝,1,,200,0,已发货,"],
         ["4.00", ""], "¥4.00", 0),
        ([f"{N},{N},杯子,红,1,,200,0,已发货,", f"{N},{N},杯子,红,1,,300,0,已发货,"],
         ["5.00", ""], "¥5.00", 0),
        ([f"{N},{N},杯子,红,1,,400,0,已发货,", f"{N},{N},锅,红,1,,400,0,退款成功,"],
         ["4.00", "4.00"], "¥4.00", 0),
    ],
)  # fmt: skip
def test_a_sub_order_with_its_order_s_number_is_known_by_what_was_sold_and_its_amount(
    rows: Sequence[str], amounts: Sequence[str], total: str, alike: int
) -> None:
    found, _, summed, notes = _answered(OWN, rows)
    assert (found, summed) == (amounts, total)
    said = "no number but their order's, in rows that agree in what was sold and in the amount and"
    assert (f"{said} differ in states, times, remarks and the like: {alike}." in notes) == bool(
        alike
    )
    assert "counted. Where it was exported several times" not in notes


def test_an_order_that_has_no_column_of_what_was_sold_is_known_by_its_amount() -> None:
    rows = ["A9,A9,400,已发货,", "B9,B9,500,已发货,", "A9,A9,400,退款成功,"]
    found, _, summed, _ = _answered(HEAD, rows)
    assert (found, summed) == (["", "5.00", "4.00"], "¥5.00")


@pytest.mark.parametrize(
    ("rows", "total", "refunded"),
    [
        # Refunded in part, or another item: nobody knows.
        ([f"{N},{N},{CUP},{ID},,400,0,已发货,", f"{N},{N},{CUP},{ID},,300,0,退款成功,"],
         "¥4.00", True),
        ([f"{N},{N},{CUP},{ID},,400,0,待发货,", f"{N},{N},{CUP},{ID},,300,0,已发货,"],
         "¥7.00", False),
        ([f"{N},{N},{CUP},{ID},,400,0,已发货,", f"{N},{N},{CUP},{ID},,400,20,已发货,"],
         "¥8.00", False),
    ],
)  # fmt: skip
def test_rows_that_may_be_one_sub_order_or_parts_of_an_order_are_said_to_be_in_doubt(
    rows: Sequence[str],
    total: str,
    refunded: bool,  # noqa: FBT001
) -> None:
    *_, summed, notes = _answered(OWN, rows)
    assert summed == total
    assert ("with different amounts: 1." in notes) == refunded
    assert ("differ in the amount or elsewhere: 1." in notes) != refunded
