"""Where the amounts of orders of several rows stand: in each row, or in the first alone."""

from collections.abc import Sequence

import pytest

from tests.support.order_tables import answer_table

FIRST, ALIKE = "in the first row alone", "have the same amount in each row"


@pytest.mark.parametrize(
    ("rows", "amounts"),
    [
        # 1 % of 400 and of 700; 100 is below the least of 3.00.
        (["1,400", "1,", "2,100", "3,700", "3,", "3,-"], ["4.00", "", "3.00", "7.00", "", ""]),
        # Wherever the further rows stand.
        (["1,400", "3,700", "1,", "3,"], ["4.00", "7.00", "", ""]),
        # One order of several rows is all of them, if the further ones say nothing.
        (["1,400", "1,", "2,100"], ["4.00", "", "3.00"]),
        # Where one has an amount in each row, the others lack one.
        (["1,400", "1,", "2,700", "2,", "3,100", "3,300"], ["", "", "", "", "4.00", ""]),
        (["1,400", "1,", "2,700", "2,", "3,100", "3,0"], ["", "", "", "", "3.00", ""]),
        (["1,400", "1,", "2,700", "2,", "3,100", "3,?"], ["", "", "", "", "", ""]),
        # The first row is empty, and not the others.
        (["1,400", "1,", "2,700", "2,", "3,", "3,300"], ["", "", "", "", "", ""]),
    ],
)
def test_an_amount_in_the_first_rows_alone_is_that_of_the_whole_orders(
    rows: Sequence[str], amounts: Sequence[str]
) -> None:
    found = answer_table("订单编号,实付金额\n" + "\n".join([*rows, ""]))
    assert found.amounts == amounts
    orders = 0 if amounts[0] != "4.00" else 2 if "7.00" in amounts else 1
    assert (FIRST in found.notes) == bool(orders)
    assert (f"being empty: {orders}." in found.notes) == bool(orders)
    if not orders and "?" not in "".join(rows):
        assert "write 0 here" in found.remarks[0]


def test_an_amount_that_cannot_be_read_leaves_its_own_order_without_an_answer() -> None:
    found = answer_table("订单编号,实付金额\n1,400\n1,\n2,700\n2,\n3,?\n3,\n")
    assert found.amounts == ["4.00", "", "7.00", "", "", ""]
    assert "as a number" in found.remarks[4]


PAID = "2025-03-01 10:00:00"
SHOP = "Order ID,Financial Status,Paid at,Amount paid,Lineitem name,Force majeure\n"


def test_further_rows_that_say_nothing_go_with_the_first_one() -> None:
    rows = [
        f"#1,paid,{PAID},400,a,no",
        "#1,,,,b,",
        # Refunded: 5.00 stands apart. Not paid: not counted.
        f"#2,refunded,{PAID},500,a,no",
        "#2,,,,b,",
        "#3,pending,,700,a,no",
        "#3,,,,b,",
        f"#4,paid,{PAID},900,a,yes",
        "#4,,,,b,",
    ]
    found = answer_table(SHOP + "\n".join([*rows, ""]))
    assert found.amounts == ["4.00", "", "5.00", "", "", "", "0.00", ""]
    totals = found.table.totals
    assert (totals.answered, totals.apart, totals.unpaid, totals.refused) == (3, 1, 2, 0)


def test_a_column_that_speaks_of_further_rows_is_compared() -> None:
    head = "订单编号,实付金额,不可抗力\n"
    found = answer_table(head + "1,400,是\n1,,\n2,700,是\n2,,是\n")
    assert found.amounts == ["", "", "0.00", ""]
    assert "disagree in" in found.remarks[0]


@pytest.mark.parametrize(
    ("heading", "rows", "orders"),
    [
        ("订单应付金额", ["1,200", "1,200", "2,300", "2,300", "2,300", "3,5"], 2),
        ("订单实付金额", ["1,200", "2,5", "1,200"], 1),
        ("总金额", ["1,200", "1,200"], 1),
        ("Order Total", ["1,200", "1,200"], 1),
        # As many orders of parts that differ are enough, or a heading that speaks of parts; one
        # that was mended is none of them.
        ("订单应付金额", ["1,200", "1,200", "2,300", "2,400"], 0),
        ("订单应付金额", ["1,200", "1,200", "2,300", "2,"], 1),
        ("订单应付金额", ["1,200", "1,200", "2,300", "2,0"], 1),
        ("实付金额", ["1,200", "1,200", "2,300", "2,300", "3,300", "3,200"], 2),
        ("订单应付金额", ["1,0", "1,0"], 0),
        ("订单应付金额", ["1,200", "2,200"], 0),
        # What a heading says may be of the order as well as of the row.
        ("实付金额", ["1,200", "1,200"], 1),
        ("实付金额（元）", ["1,200", "2,300", "1,200", "2,300", "3,5"], 2),
        ("Amount paid", ["1,200", "1,200"], 1),
        ("付款金额", ["1,200", "1,200"], 1),
        ("订单价格", ["1,200", "1,200"], 1),
        ("实付金额", ["1,200", "1,200", "2,300", "2,400"], 0),
        ("商品总价", ["1,200", "1,200"], 0),
        ("商品实付金额", ["1,200", "1,200"], 0),
        ("商品单价", ["1,200", "1,200"], 0),
        ("单价", ["1,200", "1,200"], 0),
        ("Unit price", ["1,200", "1,200"], 0),
        ("子订单应付金额", ["1,200", "1,200"], 0),
    ],
)
def test_amounts_that_may_be_one_repeated_are_added_up_and_that_is_said(
    heading: str, rows: Sequence[str], orders: int
) -> None:
    text = f"订单编号,{heading}\n" + "\n".join([*rows, ""])
    found = answer_table(text, chosen={"paid": heading})
    assert (ALIKE in found.notes) == bool(orders)
    assert (f"same amount in each row: {orders}." in found.notes) == bool(orders)
    # What the sentence tells to do is answered without it: 200, and not 400.
    if rows == ["1,200", "1,200"] and orders:
        assert found.amounts == ["4.00", ""]
        one = answer_table(text.replace("1,200\n1,200", "1,200\n1,0"), chosen={"paid": heading})
        assert one.amounts == ["3.00", ""]
        assert ALIKE not in one.notes


@pytest.mark.parametrize(
    ("rows", "amounts", "apart"),
    [
        # Further rows that say nothing go with the first row of their order, wherever they stand:
        # 1 % of 400 counts, of the refunded 500 stands apart.
        (["A,400,已发货", "B,500,退款成功", "A,,", "B,,"], ["4.00", "5.00", "", ""], 1),
        (["A,400,已发货", "B,500,退款成功", "B,0.00,", "A,0,"], ["4.00", "5.00", "", ""], 1),
        (["B,500,已关闭", "A,400,已发货", "B,,", "A,-,", "B,-,"], ["5.00", "4.00", "", "", ""], 1),
        # Never paid.
        (["A,400,已发货", "C,500,待付款", "A,,", "C,,"], ["4.00", "", "", ""], 0),
        (["C,500,待付款", "A,400,已发货", "C,,", "D,500,待付款", "D,,"],
         ["", "4.00", "", "", ""], 0),
        # A refunded part without an amount of its own takes nothing from the others.
        (["A,400,已发货", "A,,", "B,700,已发货", "B,,退款成功"], ["4.00", "", "7.00", ""], 0),
        (["A,400,已发货", "B,700,已发货", "B,,退款成功", "A,,", "B,,退款成功"],
         ["4.00", "7.00", "", "", ""], 0),
        # What is left of an order cannot be known where its amount is that of a refunded row.
        (["A,400,已发货", "A,,", "B,700,退款成功", "B,,已发货", "B,,已发货"],
         ["4.00", "", "7.00", "", ""], 1),
        (["A,400,已发货", "A,,", "B,700,退款成功", "B,,已发货", "B,300,已发货"],
         ["4.00", "", "7.00", "", ""], 1),
    ],
)  # fmt: skip
def test_unpaid_and_refunded_orders_leave_the_amounts_of_the_others(
    rows: Sequence[str], amounts: Sequence[str], apart: int
) -> None:
    found = answer_table("订单编号,实付金额,订单状态\n" + "\n".join([*rows, ""]))
    assert found.amounts == amounts
    assert found.table.totals.apart == apart


def test_a_part_without_an_amount_says_what_is_missing() -> None:
    head = "订单编号,实付金额,付款时间,承诺发货时间,发货时间,订单状态\n"
    row = "B,700,2026-11-01 10:00,2026-11-11 10:00,2026-11-12 10:00,已发货\n"
    found = answer_table(f"{head}{row}B,,,,,退款成功\n", given={})
    # 240 h promised, 24 h late: 1 % of 700.
    assert found.amounts == ["7.00", ""]
    assert "what each part came to is unknown" in found.remarks[1]
    assert "order B" in found.remarks[1]


@pytest.mark.parametrize(
    ("heading", "said"),
    [("商品实付金额", True), ("Item amount paid", True), ("商品名称", False), ("运费", False)],
)
def test_a_column_of_the_items_beside_an_amount_that_may_be_repeated_is_named(
    heading: str, *, said: bool
) -> None:
    found = answer_table(
        f"订单编号,{heading},订单实付金额\nA,300,500\nA,200,500\n", chosen={"paid": "订单实付金额"}
    )
    assert found.amounts == ["10.00", ""]
    assert (f"“{heading}” looks like what each item came to" in found.notes) == said


@pytest.mark.parametrize(
    ("text", "said", "orders"),
    [
        # The second order cannot be answered for a word that is neither yes nor no.
        ("1,400,no\n1,400,no\n2,700,?\n2,700,?\n", f"{ALIKE}: {{}}.", 1),
        ("1,400,no\n1,400,yes\n2,700,no\n2,700,yes\n", f"{ALIKE}: {{}}.", 0),
        ("1,400,no\n1,,no\n2,700,?\n2,,?\n3,100,no\n3,,no\n", "being empty: {}.", 2),
        # Of force majeure the first order's rows disagree, and nothing is due up to 3 yuan.
        ("1,400,no\n1,100,yes\n2,700,no\n2,100,no\n", "the same answer: {}.", 0),
    ],
)
def test_only_answered_orders_are_said_to_have_such_amounts(
    text: str, said: str, orders: int
) -> None:
    found = answer_table(f"订单编号,实付金额,是否不可抗力\n{text}")
    assert (said.format(orders) in found.notes) == bool(orders)
    assert (said.partition("{}")[0] in found.notes) == bool(orders)


def test_orders_that_differ_and_were_refused_are_not_among_those_answered_alike() -> None:
    head = "订单编号,实付金额,付款时间,承诺发货时间,发货时间\n"
    times = "2026-07-01 10:00,2026-07-03 10:00,2026-07-05"
    rows = [
        f"1,100,{times} 12:00",
        f"1,100,{times} 13:00",
        f"2,?,{times} 12:00",
        f"2,100,{times} 13:00",
    ]
    found = answer_table(head + "\n".join([*rows, ""]), given={})
    # Fifty hours late on a promise of 48: 1 % of 200.
    assert found.amounts == ["2.00", "", "", ""]
    assert "the same answer: 1." in found.notes


COPIED = "rows that are the same but for states, times, remarks and the like"
EXPORT = "A1,甲,300,已发货\nA1,乙,500,已发货\nA2,甲,700,已发货\n"
ITEMS = "订单编号,商品,实付金额,订单状态\n"


@pytest.mark.parametrize(
    ("head", "below", "total", "orders"),
    [
        # 1 % of 800 and of 700, and of twice as much.
        (ITEMS, "", "¥15.00", 0),
        (ITEMS, EXPORT, "¥30.00", 2),
        # Below its headings, in a later state, one of two orders, one of two rows.
        (ITEMS, ITEMS + EXPORT, "¥30.00", 2),
        (ITEMS, EXPORT.replace("已发货", "已完成"), "¥30.00", 2),
        (ITEMS, "A1,甲,300,已发货\nA1,乙,500,已发货\n", "¥23.00", 1),
        (ITEMS, "A1,乙,500,已发货\n", "¥20.00", 1),
        # Other things, and things that have numbers.
        (ITEMS, "A2,丙,700,已发货\n", "¥22.00", 0),
        (ITEMS.replace("商品", "子订单编号"), EXPORT, "¥15.00", 0),
    ],
)
def test_rows_that_stand_there_twice_are_added_up_and_that_is_said(
    head: str, below: str, total: str, orders: int
) -> None:
    found = answer_table(head + EXPORT + below)
    assert found.table.totals.words()["sums"][0]["text"] == total
    assert (COPIED in found.notes, f"{COPIED}: {orders}." in found.notes) == 2 * (bool(orders),)


def test_rows_of_orders_are_the_same_but_for_their_running_number() -> None:
    rows = (EXPORT + EXPORT).splitlines()
    text = "".join(f"{at},{row}\n" for at, row in enumerate(rows, 1))
    assert f"{COPIED}: 2." in answer_table(f"序号,{ITEMS}{text}").notes


def test_an_order_with_equal_amounts_is_told_of_once() -> None:
    ones = "".join(f"{n},x,600,已发货\n" for n in range(1001, 1021))
    notes = answer_table(ITEMS + 2 * (ones + EXPORT)).notes
    assert (f"{ALIKE}: 21." in notes, f"{COPIED}: 1." in notes) == (True, True)
