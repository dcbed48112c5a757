"""How late the orders of a file are, from whatever their rows say; and what is said of that."""

import pytest

from calculators.core.inputs.errors import InputError
from tests.support.order_tables import answer_table, table_of

PAID, LATE, IN_TIME = "2025-02-01 10:00", "2025-02-05 10:00", "2025-02-02 10:00"
HEAD = "订单编号,实付金额,付款时间"
NOTHING_TELLS = "No column says whether an order was late"
OF_SOME = "nothing says whether they were late"
IF_NEWER = "If the newer ones held already, they give"


@pytest.mark.parametrize(
    ("head", "rows", "given", "amounts"),
    [
        # One per cent of 400, 96 hours after it was paid, of 48 that were promised; of 120 for 500.
        (
            "承诺的发货时限,发货时间",
            [f"400,{PAID},48,{LATE}", f"500,{PAID},120,{LATE}"],
            {},
            ["4.00", "0.00"],
        ),
        ("发货时间", [f"400,{PAID},{LATE}", f"500,{PAID},{IN_TIME}"], {"promised_hours": "48"},
         ["4.00", "0.00"]),
        # The scan goes before the click, and exactly at the end of the promise is in time.
        ("承诺时限,发货时间,揽收时间", [f"400,{PAID},48,{IN_TIME},2025-02-03 10:00:01"], {},
         ["4.00"]),
        ("承诺时限,揽收时间", [f"400,{PAID},48,2025-02-03 10:00:00"], {}, ["0.00"]),
        # Not yet shipped: late until now; of a year that is promised nothing is due yet.
        ("承诺时限,发货时间", [f"400,{PAID},48,", "400,2026-01-01 10:00,8760,"], {},
         ["4.00", "0.00"]),
        # Hours that stand in a row prevail, and so does a promised moment.
        ("承诺时限,发货时间,晚发小时", [f"400,{PAID},48,{LATE},0"], {}, ["0.00"]),
        ("承诺时限,承诺发货时间,发货时间",
         [f"400,{PAID},48,2025-02-06 10:00,{LATE}", f"400,{PAID},48,,{LATE}"], {},
         ["0.00", "4.00"]),
    ],
)  # fmt: skip
def test_a_promise_ends_its_hours_after_the_payment(
    head: str, rows: list[str], given: dict[str, str], amounts: list[str]
) -> None:
    lines = [f"{HEAD},{head}", *(f"N{at},{row}" for at, row in enumerate(rows))]
    found = answer_table("\n".join([*lines, ""]), given=given)
    assert found.amounts == amounts
    assert NOTHING_TELLS not in found.notes
    assert OF_SOME not in found.notes


@pytest.mark.parametrize(
    ("row", "given", "amount"),
    [
        # 48 hours late counts as out of stock: one per cent of 400. An hour less: nothing.
        ("2026-11-01 10:00,48,,2026-11-05 10:00", {}, "4.00"),
        ("2026-11-01 10:00,48,,2026-11-05 09:59", {}, "0.00"),
        ("2026-11-01 10:00,240,,2026-11-02 10:00", {}, "0.00"),
        # Three per cent of 400 for a promise of ten days.
        ("2026-11-01 10:00,240,,2026-11-13 10:00", {}, "12.00"),
        ("2026-11-01 10:00,,,2026-11-02 10:00", {"promised_hours": "48"}, "0.00"),
        ("2026-11-01 10:00,,,2026-11-05 10:00", {"promised_hours": "48"}, "4.00"),
    ],
)
def test_and_so_by_the_newer_rules(row: str, given: dict[str, str], amount: str) -> None:
    head = f"{HEAD},承诺时限,承诺发货时间,发货时间"
    if given:
        head, row = head.replace(",承诺时限", ""), row.replace(",,", ",", 1)
    found = answer_table(f"{head}\nN,400,{row}\n", given=given)
    assert found.amounts == [amount]


def test_without_a_moment_of_shipping_that_alone_is_asked() -> None:
    with pytest.raises(InputError) as refused:
        answer_table(f"{HEAD},承诺时限\nN,400,2026-11-01 10:00,48\n", given={})
    assert refused.value.values["columns"] == ("late_hours=1 / --column shipped_at=…",)


def test_hours_that_follow_are_said_to_be_overridden() -> None:
    text = f"{HEAD},承诺时限,发货时间\nN,400,2026-11-01 10:00,48,2026-11-05 10:00\n"
    found = answer_table(text, given={"late_hours": "0"})
    assert found.amounts == ["0.00"]
    assert "付款时间" in found.notes
    assert "承诺时限" in found.notes


OF_PROMISES = f"{HEAD},承诺发货时间,发货时间\n1,400,{PAID},-,{IN_TIME}\n"
KEPT = f"2,500,{PAID},2025-02-03 10:00,{LATE}\n3,600,{PAID},-,\n"


@pytest.mark.parametrize(
    ("text", "amounts", "counted"),
    [
        # A promise in one row of three: the others count as late, shipped or not.
        (OF_PROMISES + KEPT, ["4.00", "5.00", "6.00"], "2"),
        (OF_PROMISES, ["4.00"], "all"),
        ("订单编号,实付金额,晚了多久\n1,400,\n2,500,5\n3,600,0\n", ["4.00", "5.00", "0.00"], "1"),
        ("订单编号,实付金额\n1,400\n2,500\n", ["4.00", "5.00"], "all"),
        # Force majeure excuses, whether late or not.
        ("订单编号,实付金额,不可抗力\n1,400,是\n2,500,否\n", ["0.00", "5.00"], "1"),
        ("订单编号,实付金额,不可抗力\n1,400,是\n", ["0.00"], ""),
        # None is late that does not count.
        ("订单编号,实付金额,订单状态\n1,400,待付款\n", [""], ""),
    ],
)
def test_orders_of_which_nothing_tells_it_count_as_late_and_are_counted(
    text: str, amounts: list[str], counted: str
) -> None:
    found = answer_table(text)
    assert found.amounts == amounts
    assert (NOTHING_TELLS in found.notes) == (counted == "all")
    assert (OF_SOME in found.notes) == counted.isdigit()
    assert not counted.isdigit() or f"(no promised time, say): {counted}." in found.notes


SHIPPED = "2026-11-01 10:00,2026-11-11 10:00"


@pytest.mark.parametrize(
    ("cells", "count"),
    [
        (["未揽收", "2026-11-11 09:30"], 1),
        (["", ""], 2),
        (["2026-11-11 09:30", "2026-11-11 09:30"], 0),
    ],
)
def test_orders_without_a_scan_beside_others_are_counted(cells: list[str], count: int) -> None:
    head = f"{HEAD},承诺发货时间,发货时间,揽收时间"
    rows = "".join(f"N{at},400,{SHIPPED},2026-11-11 09:00,{c}\n" for at, c in enumerate(cells))
    found = answer_table(f"{head}\n{rows}", given={})
    assert found.amounts == ["0.00", "0.00"]
    assert (f"judged by the click on “shipped”: {count}." in found.notes) == bool(count)


@pytest.mark.parametrize(
    ("given", "amount", "said"),
    [
        # Until the 25th of November more than 48 hours late: three per cent of 400.
        ({}, "12.00", "late until 2026-11-25 12:00: 1. If the table was exported earlier"),
        ({"now": "2026-11-12 10:00"}, "4.00", "late until 2026-11-12 10:00, as given: 1."),
    ],
)
def test_until_when_a_waiting_order_was_counted_is_said(
    given: dict[str, str], amount: str, said: str
) -> None:
    head = f"{HEAD},承诺发货时间,发货时间"
    found = answer_table(
        f"{head}\nA,400,{SHIPPED},\nB,400,{SHIPPED},2026-11-10 10:00\n", given=given
    )
    assert found.amounts == [amount, "0.00"]
    assert said in found.notes
    none = answer_table(f"{head}\nB,400,{SHIPPED},2026-11-10 10:00\n", given=given)
    assert "Orders not shipped yet" not in none.notes


def test_a_column_may_say_until_when() -> None:
    text = f"{HEAD},承诺发货时间,发货时间,当前时间\nA,400,{SHIPPED},,2026-11-12 10:00\n"
    found = answer_table(text, given={})
    assert found.amounts == ["4.00"]
    assert "the time that stands in their rows: 1." in found.notes


@pytest.mark.parametrize(
    ("calculator", "rows", "said"),
    [
        # An hour late on a promise of 48 hours: nothing by the newer rules.
        ("late-delivery", ["400,2026-01-01 10:00,2026-01-03 10:00,2026-01-03 11:00"] * 2,
         f"before: 2 (Taken in all: ¥8.00). {IF_NEWER}: Taken in all: ¥0.00."),
        # Five per cent of 400; one per cent.
        ("out-of-stock", ["400,2026-01-01 10:00,2026-01-03 10:00,"],
         f"before: 1 (Taken in all: ¥20.00). {IF_NEWER}: Taken in all: ¥4.00."),
        # Without a promise the newer ones do not tell.
        ("late-delivery", ["400,2026-01-01 10:00,,2026-01-03 11:00"],
         "before: 1. What the newer ones would give hangs on more"),
        ("late-delivery", ["400,2025-06-28 10:00,2025-06-30 10:00,2025-07-03 11:00"], ""),
        ("late-delivery", ["400,2026-05-04 10:00,2026-05-06 10:00,2026-05-07 11:00"], ""),
    ],
)  # fmt: skip
def test_what_the_other_formula_gives_in_all_while_its_day_is_not_known(
    calculator: str, rows: list[str], said: str
) -> None:
    lines = [f"{HEAD},承诺发货时间,发货时间", *(f"N{at},{row}" for at, row in enumerate(rows))]
    found = answer_table("\n".join([*lines, ""]), calculator, given={})
    warnings = "\n".join(found.table.totals.words()["warnings"])
    assert said in warnings
    assert ("not known on which day the rules changed" in warnings) == bool(said)
    # A terminal prints them, too.
    assert said in "\n".join(found.table.totals.told())


def test_the_other_formula_counts_no_order_that_stands_apart() -> None:
    row = "400,2026-01-01 10:00,2026-01-03 10:00,2026-01-03 11:00"
    text = f"{HEAD},承诺发货时间,发货时间,订单状态\nA,{row},已完成\nB,{row},退款成功\n"
    found = answer_table(text, given={})
    assert "before: 1 (Taken in all: ¥4.00)" in "\n".join(found.table.totals.told())


def test_nothing_of_it_is_found_of_a_table_without_orders() -> None:
    assert not list(table_of("订单编号,实付金额\n1,400\n").totals.told())


@pytest.mark.parametrize("cell", ["见备注", "32/13/2026", "2025-02-30 10:00"])
def test_of_a_moment_that_cannot_be_read_nothing_is_reckoned(cell: str) -> None:
    # Until now it would be later than a form takes, which nobody wrote.
    head, row = f"{HEAD},承诺的发货时限,发货时间", f"400,{PAID},48"
    found = answer_table(
        f"{head}\n1,{row},{cell}\n2,{row},{LATE}\n", given={"now": "2026-11-20 10:00"}
    )
    assert found.amounts == ["", "4.00"]
    assert "2026-11-21 09:30" in found.remarks[0]
    assert "8,760" not in found.remarks[0]
