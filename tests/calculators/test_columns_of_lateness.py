"""Columns that say of each order whether it was late: yes, no, and the words of a state."""

import pytest

from calculators.core.inputs.errors import InputError
from tests.support.lines_to_add import to_add
from tests.support.order_tables import answer_table, table_of

HEAD = "订单编号,实付金额"
LATE, IN_TIME = ("是", "否"), ("否", "是")


def _text(heading: str, cells: tuple[str, ...]) -> str:
    amounts = (400, 500, 600)
    rows = (f"N{paid},{paid},{cell}\n" for paid, cell in zip(amounts, cells, strict=False))
    return f"{HEAD},{heading}\n{''.join(rows)}"


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        *((each, LATE) for each in (
            "是否晚发", "晚发", "是否晚发货", "是否超时", "发货超时", "发货是否超时",
            "是否延迟发货", "订单是否逾期", "是否超时发货", "是否已超时", "超时标识",
            "是否晚发即赔", "迟发", "是否迟发货", "是否超时未发", "晚发订单",
        )),
        *((each, IN_TIME) for each in (
            "是否准时发货", "是否按时发货", "发货是否及时", "按时发货", "是否如期发货",
            "是否时限内发货", "是否及时", "是否按时", "是否准时", "准时", "及时", "订单是否及时",
            "是否48小时内发货", "是否在24小时内发货", "是否2天内发货",
            "24小时内是否发货", "是否按承诺时间发货",
        )),
        ("是否晚发", ("1", "0")),
        ("有无晚发", ("有", "无")),
        ("是否准时发货", ("0", "1")),
        ("是否超时", ("√", "×")),
        ("Late?", ("yes", "no")),
        ("Is late", ("TRUE", "FALSE")),
        ("Late", ("Y", "N")),
        ("Was it late", ("yes", "no")),
        ("Shipped late", ("Yes", "No")),
        ("Delayed shipment", ("yes", "no")),
        ("Shipped on time", ("no", "yes")),
        ("On-time dispatch", ("false", "true")),
        ("超时状态", ("已超时", "未超时")),
        ("超时状态", ("超时", "正常")),
        ("履约状态", ("超时发货", "按时发货")),
        ("发货状态", ("超时发货", "按时发货")),
        ("发货状态", ("延迟发货", "准时发货")),
        ("发货及时性", ("超时", "及时")),
        ("发货时效", ("超时未发货", "及时发货")),
        ("是否超时", ("已超时", "没有超时")),
        ("是否按时发货", ("超时", "按时")),
        ("Shipping status", ("shipped late", "shipped on time")),
    ],
)  # fmt: skip
def test_whether_an_order_was_late_is_read(heading: str, cells: tuple[str, str]) -> None:
    # One per cent of 400 for the first; the second was in time.
    found = answer_table(_text(heading, cells))
    assert found.amounts == ["4.00", "0.00"]
    assert f"was read from the column “{heading}”" in found.notes
    assert "taken as late" not in found.notes
    assert "not understood" not in found.notes


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("揽收超时", LATE),
        ("是否付款超时", LATE),
        ("退款是否超时", LATE),
        ("是否超时关闭", LATE),
        ("是否准时送达", LATE),
        ("是否退款", ("否", "否")),
        ("发货状态", ("已发货", "未发货")),
        ("订单状态", ("已发货", "已完成")),
        # How late, perhaps.
        ("晚发", ("1", "0")),
        ("Late delivery fee", ("1", "0")),
        ("是否晚发", ("也许", "不详")),
    ],
)
def test_what_says_something_else_is_no_word_of_it(heading: str, cells: tuple[str, str]) -> None:
    assert table_of(_text(heading, cells)).headings.matches["is_late"].columns == ()


def test_of_rows_that_leave_it_empty_nothing_is_known() -> None:
    found = answer_table(_text("是否晚发", ("是", "否", "")))
    assert found.amounts == ["4.00", "0.00", "6.00"]
    assert "(no promised time, say): 1." in found.notes


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        *(("是否晚发", (*LATE, each)) for each in (
            "待核实", "未发货", "申诉中", "退款", "?", "超3小时", "", "-",
        )),
        ("发货是否超时", ("已超时", "未超时", "即将超时")),
        ("是否准时发货", (*IN_TIME, "未发货")),
        ("晚发", (*LATE, "待定")),
        ("Is late", ("yes", "no", "pending")),
        ("履约状态", ("超时", "正常", "未发货")),
        ("发货情况", ("超时", "正常", "已发货")),
        ("发货状态", ("超时发货", "正常", "已发货")),
        ("Shipping status", ("late", "normal", "shipped")),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "given", [{"on": "2025-03-01"}, {"promised_hours": "240", "late_hours": "1"}]
)
def test_an_odd_cell_leaves_its_own_order_alone_in_doubt(
    heading: str, cells: tuple[str, str, str], given: dict[str, str]
) -> None:
    # One per cent of 400 and of 600: of what is not known to be in time.
    for order in (cells, cells[::-1]):
        found = answer_table(_text(heading, order), given=given)
        assert found.amounts == ["4.00", "0.00", "6.00"]
        assert "(no promised time, say): 1." in found.notes


def test_a_question_that_many_rows_leave_open_is_heard_all_the_same() -> None:
    rows = [*(f"N{at},400,待核实" for at in range(70)), "A,500,是", "B,600,否"]
    for order in (rows, rows[::-1]):
        found = answer_table("\n".join([f"{HEAD},是否晚发", *order]))
        # 70 × 4.00 + 5.00.
        assert found.table.totals.words()["sums"][0]["text"] == "¥285.00"
        assert "(no promised time, say): 70." in found.notes


def test_of_moments_that_hours_for_all_prevail_over_nothing_else_is_said() -> None:
    rows = f"A,400,{PAID},2026-11-06 10:00,待核实\nB,500,{PAID},2026-11-02 10:00,否\n"
    given = {"promised_hours": "240", "late_hours": "1"}
    found = answer_table(f"{MOMENTS}\n{rows}", given=given)
    assert found.amounts == ["4.00", "0.00"]
    assert "prevails over what the table tells of each" in found.notes
    assert "taken as late" not in found.notes


def test_hours_for_all_of_which_none_are_late_leave_nothing_open() -> None:
    given = {"promised_hours": "240", "late_hours": "0"}
    found = answer_table(_text("是否晚发", ("否", "待核实")), given=given)
    assert found.amounts == ["0.00", "0.00"]
    assert "taken as late" not in found.notes


@pytest.mark.parametrize(
    ("head", "row", "given", "amount", "said"),
    [
        # Late by less than a full hour: one per cent of 300.
        ("超时小时,是否晚发", "0,是", {}, "3.00", "though it gives 0 hours for that: 1."),
        ("超时小时,是否准时发货", "0,否", {}, "3.00", "though it gives 0 hours for that: 1."),
        ("Late hours,Is late", "0,yes", {}, "3.00", "though it gives 0 hours for that: 1."),
        ("超时小时,是否晚发", "0,是", {"on": "2025-03-01"}, "3.00", "though it gives 0 hours"),
        ("是否晚发", "是", {"late_hours": "0"}, "3.00", "though it gives 0 hours for that: 1."),
        # 50 hours cost three per cent.
        ("超时小时,是否晚发", "50,否", {}, "9.00", "by which they were late: 1."),
        ("超时小时,是否准时发货", "50,是", {}, "9.00", "by which they were late: 1."),
        ("超时小时,是否晚发", "50,否", {"on": "2025-03-01"}, "3.00", "by which they were late: 1."),
        # Nothing contradicts, or nothing hangs on it.
        ("超时小时,是否晚发", "5,是", {}, "3.00", ""),
        ("超时小时,是否晚发", "0,否", {}, "0.00", ""),
        ("超时小时,是否晚发", ",否", {}, "0.00", ""),
        ("是否晚发", "否", {"late_hours": "50"}, "0.00", ""),
        ("超时小时,是否晚发,不可抗力", "50,否,是", {}, "0.00", ""),
    ],
)  # fmt: skip
def test_hours_that_contradict_the_word_beside_them_are_said(
    head: str, row: str, given: dict[str, str], amount: str, said: str
) -> None:
    found = answer_table(f"{HEAD},承诺时限,{head}\nA,300,72,{row}\n", given=given)
    assert found.amounts == [amount]
    assert said in found.notes
    assert ("please check them" in found.notes) == bool(said)


def test_less_than_a_day_late_is_late() -> None:
    text = f"{HEAD},承诺时限,超时天数,是否晚发\nA,300,72,0,是\nB,300,72,0,否\n"
    found = answer_table(text, given={}, chosen={"late_hours": "超时天数"})
    assert found.amounts == ["3.00", "0.00"]


def test_a_column_that_asks_it_is_known_before_anything_stands_there() -> None:
    found = answer_table(_text("是否晚发", ("", "")))
    assert found.amounts == ["4.00", "5.00"]
    assert "No column says whether an order was late" in found.notes
    assert table_of(_text("发货状态", ("", ""))).headings.matches["is_late"].columns == ()


def test_any_column_may_be_named() -> None:
    found = answer_table(_text("核对", LATE), chosen={"is_late": "核对"})
    assert found.amounts == ["4.00", "0.00"]


def test_of_two_columns_it_is_asked_which_is_meant() -> None:
    text = f"{HEAD},是否晚发,发货超时\nA,400,是,否\n"
    with pytest.raises(InputError) as refused:
        answer_table(text)
    assert refused.value.values["columns"] == ("is_late=是否晚发", "is_late=发货超时")
    assert answer_table(text, chosen={"is_late": "发货超时"}).amounts == ["0.00"]


@pytest.mark.parametrize(
    ("heading", "tick"),
    [("是否晚发", "√"), ("晚发", "√"), ("是否超时", "1"), ("是否晚发", "是"), ("是否超时", "超时"),
     ("超时状态", "已超时"), ("晚发", "Y"), ("Late", "x"), ("Late?", "X"), ("是否晚发", "v")],
)  # fmt: skip
def test_where_nothing_but_ticks_stands_what_is_not_ticked_was_in_time(
    heading: str, tick: str
) -> None:
    found = answer_table(_text(heading, (tick, "", "-")))
    assert found.amounts == ["4.00", "0.00", "0.00"]
    assert "holds ticks alone. Orders without one, taken as in time: 2." in found.notes
    assert "taken as late" not in found.notes
    given = {"late_hours": "1", "promised_hours": "240"}
    assert answer_table(_text(heading, (tick, "", "")), given=given).amounts == [
        "4.00",
        "0.00",
        "0.00",
    ]


@pytest.mark.parametrize(
    ("rows", "amounts"),
    [
        # A tick on any row is of the whole order; 100 rows down a no stands among them.
        (["1,300,√", "1,100,", "2,500,"], ["4.00", "", "0.00"]),
        (["1,300,", "1,100,√", "2,500,", "2,100,"], ["4.00", "", "0.00", ""]),
        (["1,400,√", "2,500,", *("3,0,√" for _ in range(100)), "4,600,否"], ["4.00", "5.00"]),
        (["1,400,", "2,500,", *("3,0," for _ in range(100)), "4,600,√"], ["0.00", "0.00"]),
    ],
)
def test_ticks_are_looked_for_in_all_rows(rows: list[str], amounts: list[str]) -> None:
    found = answer_table("\n".join(["订单编号,实付金额,是否晚发", *rows]))
    assert found.amounts[: len(amounts)] == amounts


@pytest.mark.parametrize(("heading", "amount"), [("准时", "5.00"), ("是否按时", "5.00")])
def test_without_a_tick_for_being_in_time_nothing_is_known(heading: str, amount: str) -> None:
    found = answer_table(_text(heading, ("√", "")))
    assert found.amounts == ["0.00", amount]
    assert "(no promised time, say): 1." in found.notes


def test_moments_go_before_a_missing_tick() -> None:
    rows = f"A,400,{PAID},2026-11-06 10:00,√\nB,500,{PAID},2026-11-06 10:00,\n"
    assert answer_table(f"{MOMENTS}\n{rows}", given={}).amounts == ["4.00", "5.00"]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("48小时发货", IN_TIME),
        ("24小时内发货", IN_TIME),
        ("是否超48小时", LATE),
        ("超72小时未发货", LATE),
    ],
)
def test_what_may_be_promised_as_well_is_asked(heading: str, cells: tuple[str, str]) -> None:
    text = _text(heading, cells)
    with pytest.raises(InputError) as refused:
        answer_table(text)
    assert refused.value.values["columns"] == (to_add("is_late", heading),)
    assert answer_table(text, chosen={"is_late": heading}).amounts == ["4.00", "0.00"]


@pytest.mark.parametrize("heading", ["是否48小时内发货", "48小时发货", "是否超48小时", "准时"])
def test_other_hours_than_were_promised_say_nothing_where_moments_tell(heading: str) -> None:
    head = MOMENTS.replace("是否超时", heading)
    # Shipped after 72 hours of 240.
    row = "2026-11-01 10:00,2026-11-11 10:00,2026-11-04 10:00"
    for cell in "是否":
        assert answer_table(f"{head}\nA,400,{row},{cell}\n", given={}).amounts == ["0.00"]


def test_late_by_how_much_is_asked_where_the_rules_hang_on_it() -> None:
    text = _text("是否晚发", LATE)
    with pytest.raises(InputError) as refused:
        answer_table(text, given={})
    assert refused.value.values["columns"] == ("promised_hours=48", "late_hours=1")
    # What holds for all rows is for those that are late: 48 hours, one per cent of 400.
    given = {"promised_hours": "48", "late_hours": "48"}
    assert answer_table(text, given=given).amounts == ["4.00", "0.00"]
    assert answer_table(_text("是否晚发", ("否", "否")), given={}).amounts == ["0.00", "0.00"]


MOMENTS = f"{HEAD},付款时间,承诺发货时间,发货时间,是否超时"
PAID = "2026-11-01 10:00,2026-11-03 10:00"


@pytest.mark.parametrize(
    ("row", "given", "amount", "said"),
    [
        # 72 hours late by its moments: one per cent of 400.
        (f"{PAID},2026-11-06 10:00,是", {}, "4.00", False),
        (f"{PAID},2026-11-02 10:00,否", {}, "0.00", False),
        # The word of the table against its moments.
        (f"{PAID},2026-11-06 10:00,否", {}, "0.00", True),
        (f"{PAID},,否", {}, "0.00", True),
        # Late by another moment than the click, nobody knows how much.
        (f"{PAID},2026-11-02 10:00,是", {}, "", False),
        (f"{PAID},2026-11-02 10:00,是", {"on": "2025-03-01"}, "4.00", False),
        (f"{PAID},2026-11-06 10:00,", {}, "4.00", False),
    ],
)
def test_moments_tell_how_late_and_a_contradiction_is_said(
    row: str, given: dict[str, str], amount: str, *, said: bool
) -> None:
    found = answer_table(f"{MOMENTS}\nA,400,{row}\nB,1,{PAID},2026-11-02 10:00,否\n", given=given)
    assert found.amounts == [amount, "0.00"]
    assert ("though they are late by their moments: 1." in found.notes) == said
    assert "how late it is" in found.remarks[0] or amount


def test_a_shipped_order_that_is_called_late_needs_no_moment_where_no_hours_count() -> None:
    head = f"{HEAD},付款时间,承诺发货时间,发货时间,订单状态,是否超时"
    row = "2025-02-01 10:00,2025-02-03 10:00,,已发货"
    found = answer_table(f"{head}\nA,400,{row},是\nB,400,{row},\nC,400,{row},否\n", given={})
    assert found.amounts == ["4.00", "", "0.00"]


@pytest.mark.parametrize(
    "heading",
    ["延迟小时", "逾期小时", "延误时长", "晚发时长", "超时小时数",
     "Delay hours", "Hours overdue", "Late by (hours)"],
)  # fmt: skip
def test_hours_of_delay_go_by_many_names(heading: str) -> None:
    found = answer_table(_text(heading, ("5", "0")))
    assert found.amounts == ["4.00", "0.00"]
    assert "taken as late" not in found.notes


@pytest.mark.parametrize("heading", ["发货超时小时", "延迟发货时长", "迟发小时数", "晚发时长(h)"])
def test_and_under_others_they_are_asked(heading: str) -> None:
    text = _text(heading, ("5", "0"))
    with pytest.raises(InputError) as refused:
        answer_table(text)
    assert refused.value.values["columns"] == (to_add("late_hours", heading),)
    assert answer_table(text, chosen={"late_hours": heading}).amounts == ["4.00", "0.00"]


@pytest.mark.parametrize("shipped", ["2026-11-11 09:00:00", "2026-11-11 10:00:00"])
def test_an_order_said_to_be_late_and_in_time_by_its_moments_says_so(shipped: str) -> None:
    head = "订单编号,实付金额,付款时间,承诺发货时间,发货时间,是否晚发"
    moments = f"2026-11-01 10:00:00,2026-11-11 10:00:00,{shipped}"
    late = "2026-11-01 10:00:00,2026-11-11 10:00:00,2026-11-11 11:00:00"
    text = f"{head}\n1,400,{moments},是\n2,500,{late},是\n3,600,{moments},否\n"
    found = answer_table(text, given={})
    assert found.amounts == ["", "5.00", "0.00"]
    assert found.remarks[0].startswith("Said to be late, and in time by when it was promised")
    # Until 2026-05-05 late at all is late: 4.00 + 5.00.
    found = answer_table(text.replace("2026", "2025"), given={})
    assert found.amounts == ["4.00", "5.00", "0.00"]
    assert "Orders said to be late, and in time by when" in found.notes
