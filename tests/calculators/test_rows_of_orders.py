"""What the rows of one order tell together: each of them may say what the others leave open."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pytest

from calculators.core.inputs.dates import CHINA
from tests.support.answered_files import answer_files
from tests.support.order_tables import answer_table

HOURS = {"promised_hours": "48", "late_hours": "1"}
# Of 2025: 1 % of what was paid, 3.00 at least. Of 2026, an hour late on a promise of 48: nothing.
PAID_2025, PAID_2026 = "2025-02-01 10:00", "2026-11-01 10:00"


@pytest.mark.parametrize(
    ("head", "rows", "given", "calculator", "amounts"),
    [
        # The moment of the payment, in whichever row it stands: 1 % of 400.
        ("付款时间", ["A,100,", f"A,300,{PAID_2025}"], HOURS, "late-delivery", ["4.00", ""]),
        ("付款时间", ["A,100,", "A,0,", f"A,300,{PAID_2025}"], HOURS, "late-delivery",
         ["4.00", "", ""]),
        ("付款时间", ["A,100,-", f"B,500,{PAID_2025}", f"A,300,{PAID_2025}"], HOURS,
         "late-delivery", ["4.00", "5.00", ""]),
        ("付款时间", ["A,100,", f"A,300,{PAID_2026}"], HOURS, "late-delivery", ["0.00", ""]),
        # 5 % of 400.
        ("付款时间", ["A,100,", f"A,300,{PAID_2025}"], {"promised_hours": "48"}, "out-of-stock",
         ["20.00", ""]),
        # Days of payments, and those of rules.
        ("付款日期", ["A,100,", "A,300,2025-02-01"], HOURS, "late-delivery", ["4.00", ""]),
        ("规则日", ["A,100,", "A,300,2025/2/1"], HOURS, "late-delivery", ["4.00", ""]),
        ("规则日", ["A,100,2025-02-01", "A,300,2025/2/1"], HOURS, "late-delivery", ["4.00", ""]),
        ("规则日", ["A,100,2025-02-01", "A,300,"], HOURS, "late-delivery", ["4.00", ""]),
        # What cannot be read, or is another day, is said.
        ("付款时间", ["A,100,", "A,300,x", f"B,300,{PAID_2025}"], HOURS, "late-delivery",
         ["", "", "3.00"]),
        ("规则日", ["A,400,2025-02-01", "A,400,2026-11-01"], HOURS, "late-delivery", ["", ""]),
        ("规则日", ["A,400,2026-11-01", "A,400,2025-02-01"], HOURS, "late-delivery", ["", ""]),
        ("付款日期", ["A,400,", "A,400,2026-11-01", "A,1,2025-02-01"], HOURS, "late-delivery",
         ["", "", ""]),
    ],
)  # fmt: skip
def test_what_one_row_of_an_order_tells_holds_for_all(
    head: str,
    rows: Sequence[str],
    given: Mapping[str, str],
    calculator: str,
    amounts: Sequence[str],
) -> None:
    text = "\n".join([f"订单编号,实付金额,{head}", *rows, ""])
    found = answer_table(text, calculator, given=given)
    assert found.amounts == amounts
    if not amounts[0]:
        assert "disagree in" in found.remarks[0]


def test_hours_follow_from_a_payment_that_stands_in_a_further_row() -> None:
    head = "主订单编号,订单应付金额,支付完成时间,承诺发货时间,发货时间\n"
    # 240 h promised, 26 h late: 1 % of 500 and of 100, 2.00 at least.
    rest = "2026-11-11 10:00,2026-11-12 12:00\n"
    rows = f"A,200,,{rest}A,300,2026-11-01 10:00,{rest}B,100,2026-11-01 10:00,{rest}"
    late = answer_table(head + rows, given={})
    assert late.amounts == ["5.00", "", "2.00"]


@pytest.mark.parametrize(
    ("heading", "rows", "amounts", "again"),
    [
        # Pasted twice: 1 % of 400.50, once.
        ("子订单编号", ["A,S1,200", "A,S2,200.5", "B,S3,100"] * 2, ["4.01", "", "3.00", *[""] * 3],
         3),
        # Overlapping: 1 % of 200 and 300.
        ("商品单号", ["A,1,200", "A,2,300", "A,2,300.00", "B,1,500"], ["5.00", "", "", "5.00"], 1),
        ("Sub-order ID", ["A,1,400", "A,1,400", "A,1,400"], ["4.00", "", ""], 2),
        # Two sub-orders of one price, and those whose numbers are not known.
        ("子订单号", ["A,1,200", "A,2,200"], ["4.00", ""], 0),
        ("子订单号", ["A,,200", "A,,200"], ["4.00", ""], 0),
        ("子订单号", ["A,-,200", "A,-,200"], ["4.00", ""], 0),
        ("子订单号", ["A,6.92601E+18,200", "A,6.92601E+18,200"], ["4.00", ""], 0),
        # The same number under two orders.
        ("子订单号", ["A,1,400", "B,1,400"], ["4.00", "4.00"], 0),
        # With another amount.
        ("子订单号", ["A,1,200", "A,1,300", "B,1,400"], ["", "", "4.00"], 0),
        ("子订单号", ["A,1,200", "A,1,", "B,1,400"], ["", "", "4.00"], 0),
    ],
)  # fmt: skip
def test_a_sub_order_that_comes_again_with_its_amount_is_the_same_row_once_more(
    heading: str, rows: Sequence[str], amounts: Sequence[str], again: int
) -> None:
    found = answer_table("\n".join([f"订单编号,{heading},订单应付金额", *rows, ""]))
    assert found.amounts == amounts
    assert (f"repeat a sub-order above with the same amount: {again}." in found.notes) == bool(
        again
    )
    assert sum("not added again" in each for each in found.remarks) == again
    if not amounts[0]:
        assert "with different amounts" in found.remarks[0]


def test_a_number_that_is_the_orders_tells_no_rows_apart() -> None:
    head = "订单编号,子订单编号,商品,订单应付金额\n"
    found = answer_table(f"{head}A,A,杯子,200\nA,A,锅,200\nA,A,锅,200\n")
    assert found.amounts == ["4.00", "", ""]
    assert "not added again" in found.remarks[2]


TIMES = "订单编号,实付金额,支付时间,承诺发货时间,发货时间\n"
PAID_JULY = "2026-07-01 10:00"
# Ten days promised: late by less than 48 hours is 1 % in whole yuan, by more 3 %.
TEN, ELEVEN = "2026-07-11 10:00", "2026-07-11 11:00"


@pytest.mark.parametrize(
    ("rows", "amounts"),
    [
        # Both in time, both late by less than 48 hours, both by more: of 600 yuan.
        ([f"A,400,{PAID_JULY},{TEN},2026-07-10 09:00", f"A,200,{PAID_JULY},{TEN},2026-07-10 09:07"],
         ["0.00", ""]),
        ([f"A,400,{PAID_JULY},{TEN},2026-07-11 12:00", f"A,200,{PAID_JULY},{TEN},2026-07-12 09:00"],
         ["6.00", ""]),
        ([f"A,400,{PAID_JULY},{TEN},2026-07-13 12:00", f"A,200,{PAID_JULY},{TEN},2026-07-15 09:00"],
         ["18.00", ""]),
        # The one by less, the other by more, or in time.
        ([f"A,400,{PAID_JULY},{TEN},2026-07-12 12:00", f"A,200,{PAID_JULY},{TEN},2026-07-15 09:00"],
         ["", ""]),
        ([f"A,400,{PAID_JULY},{TEN},2026-07-10 12:00", f"A,200,{PAID_JULY},{TEN},2026-07-11 12:00"],
         ["", ""]),
        # The third of three; other orders stand between.
        ([f"A,400,{PAID_JULY},{TEN},2026-07-10 09:00", f"B,300,{PAID_JULY},{TEN},2026-07-12 09:00",
          f"A,200,{PAID_JULY},{TEN},2026-07-10 09:01", f"A,200,{PAID_JULY},{TEN},2026-07-12 09:00"],
         ["", "3.00", "", ""]),
        # A gift with a promise of its own, and a payment that stands in one row alone.
        ([f"A,600,{PAID_JULY},2026-07-03 10:00,2026-07-02 09:00",
          f"A,0,{PAID_JULY},{TEN},2026-07-05 09:00"], ["0.00", ""]),
        ([f"A,600,{PAID_JULY},{TEN},2026-07-12 09:00", f"A,0,,{TEN},2026-07-12 09:30"],
         ["6.00", ""]),
        ([f"A,600,,{TEN},2026-07-12 09:00", f"A,0,{PAID_JULY},{TEN},2026-07-12 09:30"],
         ["6.00", ""]),
        # 240 hours and 241: 3 % and 5 % at 48 hours, the same below.
        ([f"A,600,{PAID_JULY},{TEN},2026-07-13 12:00",
          f"A,200,{PAID_JULY},{ELEVEN},2026-07-13 13:00"], ["", ""]),
        ([f"A,600,{PAID_JULY},{TEN},2026-07-12 12:00",
          f"A,200,{PAID_JULY},{ELEVEN},2026-07-12 13:00"], ["8.00", ""]),
        # What cannot be read may say otherwise.
        ([f"A,400,{PAID_JULY},{TEN},2026-07-10 09:00", f"A,200,{PAID_JULY},{TEN},昨天",
          f"B,1,{PAID_JULY},{TEN},2026-07-10 09:00"], ["", "", "0.00"]),
    ],
)  # fmt: skip
def test_what_decides_nothing_may_differ_among_the_rows_of_an_order(
    rows: Sequence[str], amounts: Sequence[str]
) -> None:
    found = answer_table(TIMES + "\n".join([*rows, ""]), given={})
    assert found.amounts == amounts
    assert ("the same answer: 1." in found.notes) == bool(amounts[0])
    assert ("disagree in" in found.remarks[0]) != bool(amounts[0])


def test_an_order_of_very_many_rows_that_differ_is_answered_row_by_row() -> None:
    rows = [f"A,1,{PAID_JULY},{TEN},2026-07-10 {at // 60:02}:{at % 60:02}" for at in range(1000)]
    found = answer_table(TIMES + "\n".join([*rows, ""]), given={})
    assert found.amounts == ["0.00", *[""] * 999]


_NAMES = [f"{name},100" for name in "甲乙丙丁戊己庚辛壬"]


@pytest.mark.parametrize(
    ("rows", "amounts", "unnumbered"),
    [
        # A word, or nothing but zeros, is the number of no order: 3.00 each, 4.00 for 400.
        (["6926001122334455667,400", "线下,200", "线下,200"], ["4.00", "3.00", "3.00"], 2),
        (["微信单,200", "N1,400", "微信单,200", "微信单,200"], ["3.00", "4.00", "3.00", "3.00"], 3),
        (["1001,400", "offline,200", "offline,200"], ["4.00", "3.00", "3.00"], 2),
        (["1001,400", "?,200", "?,200"], ["4.00", "3.00", "3.00"], 2),
        (["0,400", "0,500", "0,600"], ["4.00", "5.00", "6.00"], 3),
        (["1001,400", "0,200", "000,250", "0,300"], ["4.00", "3.00", "3.00", "3.00"], 3),
        # Where none has a figure, names stand for numbers; who counts from 0 goes on with 1.
        (["张三,200", "张三,200", "李四,400"], ["4.00", "", "4.00"], 0),
        (["0,200", "0,200", "1,400"], ["4.00", "", "4.00"], 0),
        (["000,200", "000,200", "001,400"], ["4.00", "", "4.00"], 0),
        # Codes of letters and figures, of which one has no figure by chance.
        (["A1B2C3D4,400", "KQZWXTRB,200", "KQZWXTRB,200"], ["4.00", "4.00", ""], 0),
        # So are those of parts, if the marks stand where others have them.
        (["ABC-DEF,200", "AB1-DEF,178", "ABC-DEF,378"], ["5.78", "3.00", ""], 0),
        (["off-line,200", "AB1-DEF,178", "off-line,378"], ["3.00", "3.00", "3.78"], 2),
        # One name with a figure makes the others no words, wherever it stands.
        (["小王88,100", "张三,200", "张三,200", *_NAMES], ["3.00", "4.00", "", *["3.00"] * 9], 0),
        (["张三,200", "张三,200", *_NAMES, "小王88,100"], ["4.00", "", *["3.00"] * 10], 0),
        (["A0,200", "A0,200", "A1,400"], ["4.00", "", "4.00"], 0),
        (["订单甲A,200", "订单甲A,200", "1001,400"], ["4.00", "", "4.00"], 0),
        (["0012,200", "0012,200", "0034,400"], ["4.00", "", "4.00"], 0),
    ],
)  # fmt: skip
def test_what_stands_for_no_number_joins_no_rows(
    rows: Sequence[str], amounts: Sequence[str], unnumbered: int
) -> None:
    found = answer_table("\n".join(["订单编号,实付金额", *rows, ""]))
    assert found.amounts == amounts
    assert (f"each taken as one order: {unnumbered}." in found.notes) == bool(unnumbered)


# Ten days promised, ten hours late: 1 % in whole yuan.
OF_ORDER = "2026-11-01 10:00,2026-11-11 10:00,2026-11-11 20:00"
ONCE = "订单编号,商品,实付金额,付款时间,承诺发货时间,发货时间"


@pytest.mark.parametrize(
    ("head", "rows", "amounts"),
    [
        # What holds for the order stands on its first row, the amounts on each: 1 % of 500.
        (ONCE, [f"A,a,200,{OF_ORDER}", "A,b,300,,,", f"C,c,400,{OF_ORDER}"], ["5.00", "", "4.00"]),
        (f"{ONCE},订单状态", [f"A,a,200,{OF_ORDER},已发货", "A,b,300,,,,", "A,c,100,-,/,,"],
         ["6.00", "", ""]),
        # Three per cent of 500 at 50 hours; an order that is exempt.
        ("订单编号,商品,实付金额,承诺小时,晚发小时",
         ["A,a,200,240,50", "A,b,300,,", "C,c,400,240,5"],
         ["15.00", "", "4.00"]),
        (f"{ONCE},是否不可抗力",
         [f"A,a,200,{OF_ORDER},是", "A,b,300,,,,", f"C,c,400,{OF_ORDER},否"],
         ["0.00", "", "4.00"]),
        # Two orders at least, where nothing else shows that cells are left empty.
        ("订单编号,实付金额,承诺小时,发货时间,承诺发货时间",
         ["A,200,240,2026-11-11 20:00,2026-11-11 10:00", "A,300,,,",
          "C,400,240,2026-11-11 20:00,2026-11-11 10:00", "C,100,,,"], ["5.00", "", "5.00", ""]),
        # A part that waits: all else stands in its row, its status says so, or other parts have
        # moments of their own.
        (ONCE, [f"A,a,200,{OF_ORDER}", f"A,b,300,{OF_ORDER[:33]},", f"C,c,400,{OF_ORDER}"],
         ["", "", "4.00"]),
        (f"{ONCE},订单状态", [f"A,a,200,{OF_ORDER},已发货", "A,b,300,,,,待发货"], ["", ""]),
        (ONCE, [f"A,a,200,{OF_ORDER}", "A,b,300,2026-11-01 10:00,2026-11-11 10:00,",
                f"C,c,400,{OF_ORDER}", f"C,d,100,{OF_ORDER}"], ["", "", "5.00", ""]),
        (ONCE, [f"A,a,200,{OF_ORDER}", "A,b,300,,,", f"C,c,400,{OF_ORDER}", f"C,d,100,{OF_ORDER}"],
         ["", "", "5.00", ""]),
    ],
)  # fmt: skip
def test_cells_below_an_order_s_first_row_that_are_left_empty_say_nothing(
    head: str, rows: Sequence[str], amounts: Sequence[str]
) -> None:
    found = answer_table("\n".join([head, *rows, ""]), given={})
    assert found.amounts == amounts
    assert ("They were answered by that row." in found.notes) == bool(amounts[0])
    assert ("disagree in: " in found.remarks[0]) != bool(amounts[0])


@pytest.mark.parametrize("told_in", [1, 2])
def test_a_row_like_the_first_one_leaves_open_what_another_tells(told_in: int) -> None:
    """430 yuan by the time of payment of one further row, 3 % from 48 hours on; 1 % of 510."""
    rows = ["A,400,,", "A,20,,", "B,500,,2026-07-12 12:00", "B,10,2026-07-01 10:00,"]
    rows.insert(told_in, "A,10,2026-07-01 10:00,")
    found = answer_table(
        "\n".join(["订单编号,实付金额,支付完成时间,发货时间", *rows, ""]),
        given={"promised_hours": "240", "now": "2026-07-20 10:00"},
    )
    assert found.amounts == ["13.00", "", "", "5.00", ""]


@pytest.mark.parametrize(
    ("rows", "amounts", "total"),
    [
        (["A,200,退款成功", "A,300,", "C,400,已发货"], ["5.00", "", "4.00"], "¥4.00"),
        (["A,200,待付款", "A,300,", "C,400,已发货"], ["", "", "4.00"], "¥4.00"),
        # Further rows have states of their own.
        (["A,200,退款成功", "A,300,", "C,400,已发货", "C,200,已发货"], ["3.00", "3.00", "6.00", ""],
         "¥9.00"),
    ],
)  # fmt: skip
def test_a_status_that_stands_on_first_rows_alone_is_that_of_the_order(
    rows: Sequence[str], amounts: Sequence[str], total: str
) -> None:
    found = answer_table("\n".join(["订单编号,实付金额,订单状态", *rows, ""]))
    assert found.amounts == amounts
    assert found.table.totals.words()["sums"][0]["text"] == total
    # A moment of payment in each row says nothing of what became of the order later.
    if not any("待付款" in row for row in rows):
        paid = [f"{row},2025-03-01 10:00" for row in rows]
        found = answer_table("\n".join(["订单编号,实付金额,订单状态,付款时间", *paid, ""]))
        assert found.amounts == amounts
        assert found.table.totals.words()["sums"][0]["text"] == total


@pytest.mark.parametrize(
    ("heading", "first", "others"),
    [
        ("订单状态", "被合并", "已发货"),
        ("订单状态", "已拆分", "已发货"),
        ("订单状态", "待成团", "已发货"),
        ("平台", "淘宝", "抖音"),
        ("Platform", "Taobao", "Douyin"),
        # The status stands in each row, the platform does not.
        ("订单状态,平台", "已发货,京东", "已发货,抖店"),
    ],
)
def test_what_never_counts_by_its_first_row_does_not_by_the_others(
    heading: str, first: str, others: str
) -> None:
    """200 and 300 yuan of A are none of the total, 100 and 500 of C are: 1 % of 600."""
    empty = f"{first.partition(',')[0]}," if "," in first else ""
    rows = [f"A,200,{first}", f"A,300,{empty}", f"C,100,{others}", f"C,500,{empty}"]
    for order in (rows, [rows[2], rows[0], rows[3], rows[1]]):
        for paid in ("", ",2025-03-01 10:00"):
            heads = f"订单编号,实付金额,{heading}{',付款时间' if paid else ''}"
            found = answer_table("\n".join([heads, *(row + paid for row in order), ""]))
            assert found.table.totals.words()["sums"][0]["text"] == "¥6.00"
            assert found.amounts == ["6.00" if row == rows[2] else "" for row in order]


def test_a_refunded_row_was_sold_where_the_first_of_its_order_says() -> None:
    rows = ["A,200,已发货,淘宝", "A,300,退款成功,", "C,400,已发货,抖音"]
    found = answer_table("\n".join(["订单编号,实付金额,订单状态,平台", *rows, ""]))
    assert found.amounts == ["", "", "4.00"]
    assert "another platform" in found.remarks[1]


def test_an_order_that_took_the_place_of_its_row_counts() -> None:
    rows = ["A,500,被拆分", "A,200,已发货", "A,300,已发货", "A,0,"]
    found = answer_table("\n".join(["订单编号,实付金额,订单状态", *rows, ""]))
    assert found.amounts == ["", "5.00", "", ""]


PAID_THEN = "2026-11-01 10:00,2026-11-11 10:00"


@pytest.mark.parametrize(
    ("sent", "states", "collect_by"),
    [
        # To be collected within a day of the earlier upload, in either order of the rows.
        (["2026-11-10 08:00:00", "2026-11-10 08:07:00"], ["to_collect", ""], "2026-11-11 08:00"),
        (["2026-11-10 08:07:00", "2026-11-10 08:00:00"], ["to_collect", ""], "2026-11-11 08:00"),
        (["2026-11-10 08:07", "2026-11-10 11:00", "2026-11-10 07:59"], ["to_collect", "", ""],
         "2026-11-11 07:59"),
        # One of them was not uploaded.
        (["2026-11-10 08:00:00", ""], ["", ""], ""),
    ],
)  # fmt: skip
def test_the_check_up_takes_the_earliest_deadline_of_rows_that_come_to_the_same(
    sent: Sequence[str], states: Sequence[str], collect_by: str
) -> None:
    head = "订单编号,实付金额,付款时间,承诺发货时间,发货时间,揽收时间"
    # Collected by nobody yet; another order was.
    rows = [f"A,200,{PAID_THEN},{each}," for each in sent]
    other = f"B,200,{PAID_THEN},2026-11-10 10:00,2026-11-10 11:00"
    now = datetime(2026, 11, 10, 12, 0, tzinfo=CHINA)
    found = answer_files("\n".join([head, *rows, other, ""]), calculator="order-check", now=now)
    assert found.column("state")[: len(sent)] == states
    assert found.column("collect_by")[0] == collect_by
    assert ("the row with the earliest one" in found.notes) == bool(collect_by)


@pytest.mark.parametrize(
    ("sent", "status", "state", "exposure"),
    [
        # Ten hours late: 1 % of 400, whichever row is asked; both in time; both at the buyer's.
        (["20:00:00", "20:07:00"], "已发货", "late", "4.00"),
        (["08:00:00", "08:07:00"], "已发货", "moving", "0.00"),
        (["08:00:00", "08:07:00"], "已完成", "done", "0.00"),
        # One of them late.
        (["09:58:00", "10:05:00"], "已发货", "", ""),
    ],
)  # fmt: skip
def test_the_check_up_answers_an_order_whose_parts_left_minutes_apart(
    sent: Sequence[str], status: str, state: str, exposure: str
) -> None:
    head = "订单编号,实付金额,付款时间,承诺发货时间,发货时间,订单状态"
    rows = [f"A,200,{PAID_THEN},2026-11-11 {each},{status}" for each in sent]
    now = datetime(2026, 11, 12, 12, 0, tzinfo=CHINA)
    found = answer_files("\n".join([head, *rows, ""]), calculator="order-check", now=now)
    assert found.column("state") == [state, ""]
    assert found.column("exposure") == [exposure, ""]
