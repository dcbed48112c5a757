"""Rows that leave the order's number empty: of the order above, where the file writes orders so."""

from collections.abc import Mapping, Sequence

import pytest

from tests.support.order_tables import answer_table

# Ten days promised, ten hours late: 1 % in whole yuan.
OF_ORDER = "2026-11-01 10:00,2026-11-11 10:00,2026-11-11 20:00"
HEAD = "订单编号,商品,实付金额,付款时间,承诺发货时间,发货时间"
LAST = f"C2,c,400,{OF_ORDER}"
MOMENTS = {"paid_at": "付款时间", "promised_at": "承诺发货时间", "shipped_at": "发货时间"}


@pytest.mark.parametrize(
    ("rows", "amounts", "joined"),
    [
        # Merged cells saved as a text, with an amount for each item, and with one for the order.
        ([f"A1,a,200,{OF_ORDER}", ",b,300,,,", LAST], ["5.00", "", "4.00"], 1),
        ([f"A1,a,200,{OF_ORDER}", ",b,300,-,,", ",c,100,,,", LAST], ["6.00", "", "", "4.00"], 2),
        # With nothing but one word a row may be of the order, or a remark: nothing hangs on it.
        ([f"A1,a,500,{OF_ORDER}", ",b,,,,", LAST], ["5.00", "", "4.00"], 0),
        ([f"A1,3612345678901234567,200,{OF_ORDER}", ",3612345678901234568,300,,,", LAST],
         ["5.00", "", "4.00"], 1),
        # Sums between and below; a remark.
        ([f"A1,a,200,{OF_ORDER}", ",b,300,,,", "小计,,500,,,", LAST, ",,900,,,"],
         ["5.00", "", "", "4.00", ""], 1),
        ([f"A1,a,200,{OF_ORDER}", ",b,300,,,", LAST, ",制表,,,,"], ["5.00", "", "4.00", ""], 1),
        # Orders without a number: they have what an order has, or stand below nothing.
        ([f"A1,a,200,{OF_ORDER}", f",b,300,{OF_ORDER}", LAST], ["2.00", "3.00", "4.00"], 0),
        ([f"A1,a,200,{OF_ORDER}", ",b,300,,,", f",d,100,{OF_ORDER}", LAST],
         ["2.00", "", "2.00", "4.00"], 0),
        ([",b,300,,,", f"A1,a,200,{OF_ORDER}", LAST], ["", "2.00", "4.00"], 0),
        ([f"A1,a,200,{OF_ORDER}", ",,,,,", ",b,300,,,", LAST], ["2.00", "", "", "4.00"], 0),
    ],
)  # fmt: skip
def test_rows_below_an_order_are_its_own_where_the_whole_file_leaves_such_cells_empty(
    rows: Sequence[str], amounts: Sequence[str], joined: int
) -> None:
    found = answer_table("\n".join([HEAD, *rows, ""]), given={})
    assert found.amounts == amounts
    said = f"such as the times, empty and have items alone: {joined}."
    assert (said in found.notes) == bool(joined)


def test_where_nothing_but_items_is_known_a_row_may_be_of_the_order_above() -> None:
    found = answer_table("订单编号,商品,实付金额\nA1,a,200\n,b,300\nC2,c,400\n")
    # Until 2026 3.00 at least.
    assert found.amounts == ["3.00", "3.00", "4.00"]
    assert "Where one belongs to the order above, fill in its number" in found.notes


@pytest.mark.parametrize("mark", ["同上", "〃", '""""', "″", "ditto", "Do."])
@pytest.mark.parametrize(
    ("head", "above", "below", "chosen"),
    [
        ("订单编号,商品,实付金额", "A1,a,200", "{},b,300", {}),
        (HEAD, f"A1,a,200,{OF_ORDER}", "{0},b,300,{0},{0},{0}", MOMENTS),
        (HEAD, f"A1,a,200,{OF_ORDER}", "A1,b,300,{0},{0},{0}", MOMENTS),
        (HEAD, f"A1,a,200,{OF_ORDER}", "{},b,300,,,", {}),
    ],
)
def test_a_mark_for_the_cell_above_is_read_so(
    head: str, above: str, below: str, chosen: Mapping[str, str], mark: str
) -> None:
    given = {} if chosen or head == HEAD else {"on": "2025-03-01"}
    text = "\n".join([head, above, below.format(mark), ""])
    found = answer_table(text, given=given, chosen=chosen)
    assert found.amounts == ["5.00", ""]
    assert "a mark for the cell above, such as “ditto”: 1." in found.notes


def test_a_mark_with_nothing_above_stands_for_nothing() -> None:
    found = answer_table("订单编号,商品,实付金额\n同上,a,200\nA1,b,300\n")
    assert found.amounts == ["3.00", "3.00"]
    assert "ditto" not in found.notes
