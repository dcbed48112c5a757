"""Files as merchants have them: one order over several rows, states, rows of totals, units."""

import csv
import io
import itertools
import tempfile
import tracemalloc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from calculators import definition
from calculators.core.inputs.errors import InputError
from calculators.core.table.answering import answered
from calculators.core.table.files.opening import open_table
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.table import Table
from tests.support.pinned import NOW, PINNED
from tests.support.workbooks import workbook_of

# The order export by product, its columns that matter: values invented, headings real.
EXPORT = (
    "主订单编号,子订单编号,选购商品,订单应付金额,订单提交时间,支付完成时间,订单状态,"
    "承诺发货时间,售后状态,发货时间\n"
)
PAID, PROMISED, LATE, SOON = (
    "2026-07-01 10:02:20", "2026-07-03 10:02:20", "2026-07-04 09:00:00", "2026-07-02 09:00:00",
)  # fmt: skip

# Each row is a sub-order of its own.
ITEMS = itertools.count(1)


@dataclass(frozen=True)
class Answered:
    """A table that was answered: its rows without their own cells, its totals, its notes."""

    table: Table
    rows: list[list[str]]

    @property
    def amounts(self) -> list[str]:
        return [row[0] for row in self.rows]

    @property
    def remarks(self) -> list[str]:
        return [row[-1] for row in self.rows]

    @property
    def total(self) -> str:
        return "".join(each["text"] for each in self.table.totals.words()["sums"])

    @property
    def notes(self) -> str:
        return "\n".join(self.table.totals.words()["notes"])

    @property
    def asides(self) -> str:
        return "\n".join(self.table.totals.words()["asides"])


def _table(text: str | bytes, calculator: str = "late-delivery", lang: str = "en") -> Table:
    data = text.encode("utf-8-sig") if isinstance(text, str) else text
    return Table(definition(calculator), open_table([data]), lang)


def _answered(
    text: str | bytes,
    asked: Asked | None = None,
    calculator: str = "late-delivery",
    **given: str,
) -> Answered:
    table = _table(text, calculator)
    planned = plan(table.headings, asked or Asked(given=given), NOW, words=False)
    written = b"".join(answered(table, planned)).decode("utf-8-sig")
    width = len(table.layout.headings)
    rows = list(csv.reader(io.StringIO(written, newline="")))[1:]
    return Answered(table, [row[width:] for row in rows])


def _row(  # noqa: PLR0913 (a column each)
    order: str,
    paid: str,
    *,
    status: str = "已发货",
    after: str = "-",
    moment: str = PAID,
    shipped: str = LATE,
) -> str:
    return (
        f"{order}\t,{order}-{next(ITEMS)}\t,凉席,{paid},"
        f"2026-07-01 10:02:03,{moment},{status},{PROMISED},"
        f"{after},{shipped}\n"
    )


MIXED = EXPORT + (
    _row("6926001122334455667", "189.00")
    + _row("6926001122334455700", "200.00")
    + _row("6926001122334455800", "3299.00", shipped=SOON)
    + _row("6926001122334455700", "150.00")
    + _row("6926001122334455900", "59.90", status="已关闭", moment="", shipped="")
    + _row("6926001122334455700", "90.00")
    + _row("6926001122334456000", '"1,299.00"')
)


def test_rows_of_one_order_are_one_wherever_they_stand() -> None:
    found = _answered(MIXED, on=PINNED)
    assert found.amounts == ["3.00", "4.40", "0.00", "", "", "", "12.99"]
    assert found.total == "¥20.39"
    assert "row 3 (6926001122334455700)" in found.remarks[3]
    assert found.table.totals.answered == 4
    assert "Further rows of an order, counted with its first: 2." in found.notes


def test_what_the_totals_hang_on_is_told_apart_from_how_a_table_was_read() -> None:
    found = _answered(MIXED + _row("Total", "5227.90"))
    told = found.asides.splitlines()
    assert [note for note in found.notes.splitlines() if note in told] == told
    assert [note.partition(":")[0] for note in told] == [
        "Rows with the same “主订单编号” are one order",
        "Further rows of an order, counted with its first",
        "Rows never paid, or closed before payment, not counted",
        "Rows of totals, which are no orders and were left out",
    ]
    alone = _answered("实付金额\n5\n", on=PINNED)
    assert "taken as one order" in alone.notes
    assert alone.asides == ""


def test_the_first_answers_show_the_amount_that_was_answered_for() -> None:
    found = _answered(MIXED, on=PINNED)
    shown = [each["own"][3] for each in found.table.totals.words()["first"]]
    assert shown == ["189.00", "440.00", "3299.00", "1,299.00"]


def test_late_orders_are_those_that_are_late_by_the_rules_of_their_own_day() -> None:
    found = _answered(MIXED)
    assert [row[1] for row in found.rows] == [
        "no_deduction", "no_deduction", "on_time", "", "", "", "no_deduction",
    ]  # fmt: skip
    assert found.total == "¥0.00"
    assert "its own day, taken from: 承诺发货时间, 支付完成时间" in found.notes
    assert "goes by the first collection scan" in found.notes


def test_the_first_collection_scan_goes_before_the_click_where_there_is_one() -> None:
    head = "订单编号,实付金额,支付时间,承诺发货时间,发货时间,揽收时间\n"
    row = f"1,1299,{PAID},2026-07-11 10:02:20,2026-07-11 09:00:00,2026-07-13 11:00:00\n"
    found = _answered(head + row)
    assert found.rows[0][:2] == ["39.00", "percent"]
    assert "first collection scan" not in found.notes


def test_what_is_not_shipped_is_late_until_now() -> None:
    rows = "".join(_row(n, "1299", status="待发货", shipped=each) for n, each in ("1 ", "2-"))
    found = _answered(EXPORT + rows)
    assert found.amounts == ["13.00", "13.00"]
    assert _answered(EXPORT + rows, now="2026-07-03 11:00").amounts == ["0.00", "0.00"]


@pytest.mark.parametrize(
    ("status", "after", "moment", "state"),
    [
        ("已发货", "-", PAID, "counted"),
        ("已完成", "售后关闭", PAID, "counted"),
        ("待支付", "-", "", "unpaid"),
        ("已关闭", "-", "", "unpaid"),
        ("已关闭", "-", PAID, "undone"),
        ("已完成", "同意退款，退款成功", PAID, "undone"),
        ("未发货，退款成功", "", PAID, "undone"),
        ("交易关闭", "", "-", "unpaid"),
        ("Cancelled", "", PAID, "undone"),
        ("awaiting payment", "", "", "unpaid"),
        ("payment pending", "", "", "unpaid"),
        ("付款前取消", "", PAID, "unpaid"),
        ("取消", "", PAID, "undone"),
        ("refund successful", "", PAID, "undone"),
        # What was closed or refused is the request for a refund, not the order.
        ("已完成", "售后已关闭", PAID, "counted"),
        ("已完成", "售后已取消", PAID, "counted"),
        ("shipped", "after-sale closed", PAID, "counted"),
        ("shipped", "refund cancelled", PAID, "counted"),
        ("not refunded", "", PAID, "counted"),
        ("未退款", "拒绝退款", PAID, "counted"),
        ("已发货", "部分退款成功", PAID, "counted"),
        ("Partially refunded", "", PAID, "counted"),
        ("已发货", "退款中", PAID, "counted"),
        # The end of one column and the beginning of the next are no word.
        ("已发货，待", "支付宝退款", PAID, "counted"),
    ],
)
def test_what_has_become_of_an_order(status: str, after: str, moment: str, state: str) -> None:
    text = EXPORT + _row("1", "400", status=status, after=f'"{after}"', moment=moment)
    found = _answered(text, on=PINNED)
    totals = found.table.totals
    assert (totals.unpaid, totals.apart) == (state == "unpaid", state == "undone")
    assert found.amounts == ["" if state == "unpaid" else "4.00"]
    assert found.total == {"counted": "¥4.00", "undone": "¥0.00", "unpaid": ""}[state]
    assert ("may have charged this already" in found.notes) == (state == "undone")


def test_a_refunded_part_of_an_order_stands_apart_from_the_rest() -> None:
    text = EXPORT + _row("1", "100") + _row("1", "300", after="退款成功") + _row("1", "250")
    found = _answered(text, on=PINNED)
    assert found.amounts == ["3.50", "3.00", ""]
    assert found.total == "¥3.50"


def test_rows_of_an_order_that_disagree_say_so() -> None:
    text = EXPORT + _row("1", "100") + _row("1", "200", shipped=SOON) + _row("2", "100")
    found = _answered(text, on=PINNED)
    assert found.amounts == ["", "", "3.00"]
    assert "disagree in: the time of marking it as shipped" in found.remarks[0]
    assert "row 2 (1)" in found.remarks[1]


def test_an_unreadable_amount_of_a_part_is_no_answer_for_the_whole() -> None:
    found = _answered(EXPORT + _row("1", "100") + _row("1", "待核对") + _row("2", "5"), on=PINNED)
    assert found.amounts == ["", "", "3.00"]
    assert "Row 3" in found.remarks[0]


def test_without_an_order_number_each_row_is_one_and_that_is_said() -> None:
    found = _answered("商品,实付金额\n凉席,2000\n凉席,2000\n", on=PINNED)
    assert found.amounts == ["20.00", "20.00"]
    assert "each row was taken as one order" in found.notes
    named = Asked({"order": ""}, {"on": PINNED})
    assert "each row" in _answered("订单号,实付金额\n1,2000\n1,2000\n", named).notes


ORDERS = "订单编号,实付金额\n1,1299\n"


def test_no_default_of_the_form_answers_for_a_file() -> None:
    with pytest.raises(InputError) as refused:
        _answered(ORDERS)
    assert refused.value.code == "missing_columns"
    assert refused.value.values["columns"] == ("promised_hours=48", "late_hours=1")
    found = _answered(ORDERS, promised_hours="240", late_hours="50")
    assert found.amounts == ["39.00"]
    assert "“No” was taken for all" in found.notes


def test_the_older_formula_asks_for_no_hours_and_takes_each_order_as_late() -> None:
    found = _answered(ORDERS, on=PINNED)
    assert found.amounts == ["12.99"]
    assert "each was taken as late" in found.notes
    assert "taken as late" not in _answered(ORDERS, on=PINNED, late_hours="5").notes


def test_a_row_of_a_day_that_asks_for_more_says_so_itself() -> None:
    text = "订单编号,实付金额,支付时间\n1,300,2025-03-01 10:00\n2,300,2025-03-02 10:00\n"
    table = _table(text + "3,300,2026-07-01 10:00\n" * 1, "late-delivery")
    with pytest.raises(InputError):
        plan(table.headings, Asked(), NOW, words=False)
    # Where the first rows do not show it, the row is refused, and no other.
    early = "".join(f"a{n},300,2025-03-01 10:00\n" for n in range(80))
    found = _answered("订单编号,实付金额,支付时间\n" + early + "3,300,2026-07-01 10:00\n")
    assert set(found.amounts[:-1]) == {"3.00"}
    assert found.amounts[-1] == ""
    assert "shipping time promised" in found.remarks[-1]


@pytest.mark.parametrize(
    ("calculator", "text", "missing"),
    [
        ("out-of-stock", ORDERS, ("promised_hours=48",)),
        ("fraud-shipment", ORDERS, ("precious=no",)),
        ("invoice-freeze", "uninvoiced,months_overdue\n100,4\n", ("freeze_after=3",)),
    ],
)
def test_what_decides_an_amount_is_asked(
    calculator: str, text: str, missing: tuple[str, ...]
) -> None:
    with pytest.raises(InputError) as refused:
        _answered(text, None, calculator)
    assert refused.value.values["columns"] == missing


def test_out_of_stock_takes_the_promise_as_a_moment() -> None:
    found = _answered(EXPORT + _row("1", "1299") + _row("2", "80"), None, "out-of-stock")
    assert found.amounts == ["13.00", "2.00"]


def test_amounts_in_fen_are_asked_about_and_turned_into_yuan() -> None:
    text = "订单编号,实付金额(分)\n1,20000\n2,29999\n"
    with pytest.raises(InputError) as refused:
        _answered(text, on=PINNED)
    assert refused.value.values["columns"] == ('paid="实付金额(分)" --unit paid=fen',)
    hours = {"promised_hours": "240", "late_hours": "50"}
    found = _answered(text, Asked({"paid": "实付金额(分)"}, hours, {"paid": "fen"}))
    assert found.amounts == ["6.00", "9.00"]
    found = _answered(
        "订单,实付(万元)\n1,0.12\n", Asked({"paid": "Column 2"}, hours, {"paid": "wan"})
    )
    assert found.amounts == ["36.00"]
    with pytest.raises(InputError) as refused:
        _answered(text, Asked({"paid": "实付金额(分)"}, hours, {"paid": "usd"}))
    assert refused.value.code == "no_such_unit"


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("实付金额(分)", ["20000"]),
        ("实付金额（万元）", ["1.2"]),
        ("实付金额（美元）", ["20"]),
        ("实付金额 USD", ["20"]),
        ("实付金额(单位:分)", ["20000"]),
        ("实付金额（以分计）", ["20000"]),
        ("paid (cents)", ["20000"]),
        ("实付金额（角）", ["200"]),
        ("实付金额（千元）", ["2"]),
        ("实付 (SGD)", ["20"]),
        ("实付积分", ["20"]),
        ("实付金额合计", ["2万元"]),
        ("实付编号", ["6926001122334455667"]),
        ("买家实付方式", ["支付宝"]),
        ("订单实付时间", ["2026-07-01 10:00:00"]),
        ("实付金额", ["支付宝"]),
    ],
)
def test_nothing_is_proposed_that_heading_or_cells_contradict(
    heading: str, cells: Sequence[str]
) -> None:
    table = _table(f"订单,{heading}\n" + "".join(f"x,{cell}\n" for cell in cells))
    match = table.headings.matches["paid"]
    assert not match.sure
    assert match.proposed is None


def test_another_moment_is_not_proposed_for_a_moment() -> None:
    table = _table("订单编号,实付,预约发货时间,建议发货时间（起）,预计送达时间\n1,5,,,\n")
    assert table.headings.matches["shipped_at"].columns == ()
    assert table.headings.matches["promised_at"].columns == ()


@pytest.mark.parametrize(
    "label",
    [
        "共2条",
        "本页小计",
        "累计",
        "总订单数：2",
        "合计：",
        "总计(元)",
        "商品合计",
        "平均",
        "Total:",
        "Subtotal",
        "共2条记录",
        "2 rows",
        "總計",
        "Avg",
        "总金额",
        "Sum of orders",
    ],
)
def test_rows_of_totals_are_left_out(label: str) -> None:
    found = _answered(f"订单编号,商品,实付金额\n1,凉席,200\n2,枕头,178\n{label},,378\n", on=PINNED)
    assert found.amounts == ["3.00", "3.00", ""]
    assert found.total == "¥6.00"
    assert "Rows of totals, which are no orders and were left out: 1." in found.notes
    elsewhere = _answered(f"商品,实付金额\n凉席,200\n{label},200\n", on=PINNED)
    assert elsewhere.amounts == ["3.00", ""]


def test_a_product_that_is_called_a_total_is_an_order() -> None:
    found = _answered("订单编号,商品,实付金额\n1,合计,200\n2,本页小计,100\n", on=PINNED)
    assert found.amounts == ["3.00", "3.00"]


@pytest.mark.parametrize(
    ("rows", "amounts"),
    [
        (["1,a,200", "2,b,178", ",,378"], ["3.00", "3.00", ""]),
        (["1,a,200", "2,b,178", ",,378", ",,"], ["3.00", "3.00", "", ""]),
        (["1,a,200", "2,b,178", ",,377"], ["3.00", "3.00", "3.77"]),
        (["1,a,200", "2,b,178", ",c,378"], ["3.00", "3.00", "3.78"]),
        (["1,a,200", ",,200", "2,b,178"], ["3.00", "3.00", "3.00"]),
        (["1,a,200", ",,200", "合计,,200"], ["3.00", "", ""]),
        (["1,a,200", "2,b,178", "-,-,378"], ["3.00", "3.00", ""]),
        (["1,a,200", "2,b,178", ",2,378"], ["3.00", "3.00", "3.78"]),
        (["1,a,200", "2,b,178", ",,378", ",,378"], ["3.00", "3.00", "", ""]),
        (["1,a,200", "2,b,178", ",,378", "导出人：张三,,"], ["3.00", "3.00", "", ""]),
        (["1,a,200", ",,200", "备注,,", "2,b,178"], ["3.00", "3.00", "", "3.00"]),
        (["1,a,0", ",,0"], ["0.00", "0.00"]),
    ],
)
def test_a_last_row_of_nothing_but_the_sum_is_no_order(
    rows: Sequence[str], amounts: Sequence[str]
) -> None:
    found = _answered("订单编号,商品,实付金额\n" + "\n".join(rows) + "\n", on=PINNED)
    assert found.amounts == amounts


def test_shops_and_grades_have_no_totals() -> None:
    text = "保证金\n2000\n5000\n"
    given = {"on": "2023-03-01", "orders_per_day": "5", "cost_per_order": "20"}
    found = _answered(text, Asked(given=given), "entry-cost")
    assert found.table.totals.answered == 2
    assert found.table.totals.words()["sums"] == []


@pytest.mark.parametrize(
    ("cells", "total", "apart"),
    [
        # Nothing can be read, nothing is left of the file, or nothing was paid.
        (("待核对,已发货",), "", False),
        (("待核对,已退款", "50,待付款"), "", False),
        (("50,待付款", "60,待付款"), "", False),
        # What was undone is told beside a total of nothing.
        (("50,已退款",), "¥0.00", True),
        (("50,已退款", "待核对,已发货"), "¥0.00", True),
        (("2,已发货", "待核对,已发货"), "¥0.00", False),
        (("50,已发货", "待核对,已发货"), "¥3.00", False),
    ],
)
def test_of_nothing_answered_there_is_no_total(
    cells: Sequence[str], total: str, *, apart: bool
) -> None:
    rows = "".join(f"{number},{each}\n" for number, each in enumerate(cells))
    asked = Asked({"paid": "实付金额"}, {"on": PINNED})
    totals = _answered("订单编号,实付金额,订单状态\n" + rows, asked).table.totals
    assert [each["text"] for each in totals.words()["sums"]] == [total] * bool(total)
    assert any("¥" in line and ": ¥" in line for line in totals.told()) == bool(total)
    assert any("apart from the totals" in note for note in totals.words()["notes"]) == apart
    assert all(each["parts"] for each in totals.words()["counts"])


def test_a_long_cell_harms_no_other_row() -> None:
    text = "paid,remark\n5," + "x" * 140_000 + "\n" + "1" * 140_000 + ",y\n6,z\n"
    found = _answered(text, on=PINNED)
    assert found.amounts == ["3.00", "", "3.00"]
    assert found.remarks[1]


def test_long_numbers_survive_a_spreadsheet() -> None:
    table = _table(EXPORT + _row("6926001122334455667", "189"))
    planned = plan(table.headings, Asked({}, {"on": PINNED}), NOW, words=True)
    assert "6926001122334455667\t," in b"".join(answered(table, planned)).decode()


# Rows of one order need not have one state, and a gift may have none.
STATES = ["待发货", "备货中", "已发货", "部分发货", "异常", "已完成", "退款成功", "已关闭"]
ORDER = st.tuples(st.sampled_from("ABCDE"), st.integers(1, 500_000))
ROW = st.one_of(
    st.tuples(st.sampled_from("ABCDE"), st.integers(1, 500_000), st.sampled_from(STATES)),
    st.tuples(st.sampled_from("ABCDE"), st.just(0), st.just("-")),
)


def _by_order(
    rows: Sequence[tuple[str, int, str]], given: Mapping[str, str]
) -> Mapping[str, Sequence[str]]:
    """The answers of each order: of what was undone, and of the rest."""
    moments = "2026-09-01 10:00,2026-09-11 10:00,"
    text = "订单号,实付,付款时间,承诺发货时间,发货时间,订单状态\n" + "".join(
        f"{order},{fen / 100:.2f},{moments},{state}\n" for order, fen, state in rows
    )
    found = _answered(text, Asked(given=given))
    answers: dict[str, list[str]] = {}
    for (order, *_), amount in zip(rows, found.amounts, strict=True):
        answers.setdefault(order, []).extend([amount] * bool(amount))
    return {order: sorted(each) for order, each in answers.items()}


@given(st.lists(ROW, min_size=1, max_size=12), st.randoms())
def test_shuffling_and_splitting_change_no_order(
    rows: list[tuple[str, int, str]], chance: st.DrawFn
) -> None:
    now = {"now": "2026-09-21 10:00", "on": "2026-09-11"}
    expected = _by_order(rows, now)
    shuffled = list(rows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _by_order(shuffled, now) == expected
    split = [
        (order, part, state) for order, fen, state in rows for part in (fen // 2, fen - fen // 2)
    ]
    assert _by_order(split, now) == expected
    summed: dict[str, int] = {}
    for order, fen, _ in rows:
        summed[order] = summed.get(order, 0) + fen
    waiting = [(order, fen, "待发货") for order, fen, _ in rows]
    together = [(order, fen, "待发货") for order, fen in summed.items()]
    assert _by_order(together, now) == _by_order(waiting, now)


_PAID = "2026-07-01 10:00,2026-07-11 10:00"
_B = f"B,500,{_PAID},2026-07-12 10:00,已完成"


@pytest.mark.parametrize(
    ("states", "heading", "total"),
    [
        # 5.00 are of B, 1 per cent for a day. A waits for nine: 3 per cent of 100, 3 at least.
        (("待发货", "已发货"), "订单状态", "¥5.00"),
        (("备货中", "已完成"), "订单状态", "¥5.00"),
        (("待发货", "部分发货"), "订单状态", "¥5.00"),
        (("待发货", "异常", "待发货"), "订单状态", "¥5.00"),
        (("待发货", "待发货", "已发货"), "订单状态", "¥5.00"),
        (("待发货", "备货中"), "订单状态", "¥8.00"),
        # A gift of 0 that says nothing goes with its order.
        (("退款成功", "-"), "订单状态", "¥5.00"),
        (("已关闭", "-", "-"), "订单状态", "¥5.00"),
        (("待付款", "-"), "订单状态", "¥5.00"),
        (("退款成功", "-"), "售后状态", "¥5.00"),
        (("待发货", "-"), "订单状态", "¥8.00"),
    ],
)
def test_in_whatever_order_the_rows_of_an_order_stand(
    states: Sequence[str], heading: str, total: str
) -> None:
    rows = [f"A,{0 if at else 100},{_PAID},,{state}" for at, state in enumerate(states)]
    other = _B.replace("已完成", "无售后") if heading == "售后状态" else _B
    for each in itertools.permutations([*rows, other]):
        text = f"订单编号,实付金额,付款时间,承诺发货时间,发货时间,{heading}\n" + "\n".join(each)
        found = _answered(text, Asked(given={"now": "2026-07-20 10:00"}))
        assert found.total == total, each


def test_a_row_that_describes_the_columns_is_no_order() -> None:
    found = _answered(
        "订单编号,实付金额,支付时间\n平台订单号,买家实付,付款的时间\n1,300,2025-03-01 10:00\n",
    )
    assert found.amounts == ["", "3.00"]
    assert found.table.totals.rows == 1
    assert any("below the headings" in note for note in found.table.totals.told())


def test_words_below_the_headings_that_are_a_wrong_amount_are_refused_as_one() -> None:
    found = _answered(
        "订单编号,实付金额,支付时间\nA1,待核对,2025-03-01 10:00\nA2,300,2025-03-01 10:00\n"
    )
    assert found.amounts == ["", "3.00"]
    assert found.table.totals.refused == 1


@pytest.mark.parametrize("above", [0, 1, 19, 20, 58])
def test_headings_stand_in_one_of_the_first_sixty_lines(above: int) -> None:
    found = _answered(
        "导出说明\n" * above + "订单编号,实付金额,支付时间\n1,300,2025-03-01 10:00\n",
    )
    assert found.table.layout.above == above
    assert found.rows[-1][0] == "3.00"


@pytest.mark.parametrize(("above", "found"), [(59, {"order": 0, "paid": 1}), (60, {})])
def test_headings_below_the_first_sixty_lines_are_none(above: int, found: dict[str, int]) -> None:
    lines = "导出说明\n" * above + "订单编号,实付金额\n1,300\n"
    assert _table(lines).headings.sure == found


@pytest.mark.parametrize(
    ("heading", "suggested"),
    [
        ("金额", True),
        ("实", False),
        ("Sum paid", True),
        ("Pai", False),
        ("Paid by", True),
    ],
)
def test_a_heading_suggests_an_input_by_four_letters_or_two_characters(
    heading: str, *, suggested: bool
) -> None:
    table = _table(f"订单编号,{heading}\n1,300\n")
    assert table.headings.matches["paid"].columns == ((1,) if suggested else ())


def test_the_totals_show_a_few_rows_for_each_of_a_few_reasons() -> None:
    totals = _table(ORDERS).totals
    for reason in range(12):
        for row in range(7):
            totals.refuse(row, f"reason {reason}")
    wrong = totals.words()["wrong"]
    assert [each["text"] for each in wrong] == [f"reason {reason}" for reason in range(10)]
    assert [(each["count"], each["rows"]) for each in wrong] == [(7, [0, 1, 2, 3, 4])] * 10
    assert totals.refused == 84


def test_the_totals_show_the_first_ten_answers() -> None:
    rows = "".join(f"{row},300\n" for row in range(12))
    found = _answered("订单编号,实付金额\n" + rows, on=PINNED)
    first = found.table.totals.words()["first"]
    assert [each["row"] for each in first] == list(range(2, 12))


def test_days_of_payment_alone_are_each_order_s_day() -> None:
    # 支付完成时间 without a time of day tells the rules to go by, and no hours.
    found = _answered("订单编号,实付金额,支付完成时间\n1,300,2025/3/1\n2,300,2025/11/5\n")
    assert found.amounts == ["3.00", "3.00"]


def test_moments_decide_nothing_beside_hours_and_day() -> None:
    found = _answered(
        "订单编号,实付金额,支付时间\n1,300,2025-03-01 10:00\n2,300,昨天\n",
        promised_hours="48",
        late_hours="1",
        on=PINNED,
    )
    assert found.amounts == ["3.00", "3.00"]


def test_rows_keep_their_order_around_rows_of_totals() -> None:
    table = _table("订单编号,商品,实付金额\n1,a,200\n,,200\n合计,,200\n\n备注,,\n")
    planned = plan(table.headings, Asked({}, {"on": PINNED}), NOW, words=False)
    written = b"".join(answered(table, planned)).decode("utf-8-sig").splitlines()
    starts = [line.split(",")[0] for line in written[1:]]
    assert starts == ["1", "", "合计", "", "备注"]


def test_a_quantity_is_no_row_of_totals() -> None:
    found = _answered("商品,数量,实付金额\n凉席,2件,200\n枕头,1 item,178\n", on=PINNED)
    assert found.amounts == ["3.00", "3.00"]


def test_a_product_of_figures_is_no_row_of_totals() -> None:
    found = _answered("商品,实付金额\n凉席,300\n2,300\n", on=PINNED)
    assert found.amounts == ["3.00", "3.00"]


@pytest.mark.parametrize(
    "numbers",
    [
        ["6.92601E+18", "6.92601E+18"],
        ["6926001122334450000", "6926001122334450000", "6926001122334460000"],
    ],
)
def test_order_numbers_that_a_spreadsheet_rounded_are_not_joined(numbers: Sequence[str]) -> None:
    text = "订单编号,实付金额\n" + "".join(f"{each},1000\n" for each in numbers)
    found = _answered(text, on=PINNED)
    assert found.amounts == ["10.00"] * len(numbers)
    assert f"are lost: {len(numbers)} rows" in found.notes


def test_a_whole_order_number_may_end_in_zeros() -> None:
    text = "订单编号,实付金额\n6926001122334450000,100\n6926001122334450000,300\n"
    found = _answered(text + "6926001122334455667,5\n", on=PINNED)
    assert found.amounts == ["4.00", "", "3.00"]


def test_rows_without_an_order_number_are_said() -> None:
    found = _answered("订单编号,商品,实付金额\n1,a,200\n,b,100\n-,c,50\n", on=PINNED)
    assert found.amounts == ["3.00", "3.00", "3.00"]
    assert "Rows without an order number, each taken as one order: 2." in found.notes


@pytest.mark.parametrize(
    ("heading", "code"), [("实付金额(分)", "unit_not_said"), ("实付金额（美元）", "other_unit")]
)
def test_a_column_that_was_chosen_still_has_its_unit_asked(heading: str, code: str) -> None:
    text = f"订单编号,{heading}\n1,20000\n"
    with pytest.raises(InputError) as refused:
        _answered(text, Asked({"paid": heading}, {"on": PINNED}))
    assert refused.value.code == code
    found = _answered(text, Asked({"paid": heading}, {"on": PINNED}, {"paid": "yuan"}))
    assert found.amounts == ["30.00"]


@pytest.mark.parametrize(
    ("unit", "cell", "answer"),
    [
        ("fen", "120000分", "12.00"),
        ("fen", "1200元", "12.00"),
        ("fen", "20050.0", "3.00"),
        ("fen", "¥120000", ""),
        ("fen", "1.5", ""),
        ("wan", "0.12万", "12.00"),
        ("wan", "0.12万元", "12.00"),
        ("wan", "0.12989999999999999", "12.99"),
        ("wan", "1,200元", "12.00"),
    ],
)
def test_a_cell_may_name_the_unit_of_its_column(unit: str, cell: str, answer: str) -> None:
    asked = Asked({"paid": "Column 2"}, {"on": PINNED}, {"paid": unit})
    assert _answered(f'订单编号,金额\n1,"{cell}"\n', asked).amounts == [answer]


SERIALS = "订单编号,实付金额,支付时间,承诺发货时间,发货时间\n"


def test_counts_of_days_are_read_where_a_column_holds_nothing_else() -> None:
    row = "1299,46204.5,46214.5,46216.625\n"
    late = "3,1299,46204.5,46214.5,2026-07-13 15:00\n"
    found = _answered(
        SERIALS + f"1,{row}2,{row}" + "".join(f"a{n},{row}" for n in range(60)) + late
    )
    assert set(found.amounts[:-1]) == {"39.00"}
    assert found.amounts[-1] == ""
    assert "numbers that a spreadsheet counts days with" in found.remarks[-1]
    # Among other moments it is refused, and no other row.
    mixed = SERIALS + "1,1299,2026-07-01 12:00,2026-07-11 12:00,46216.625\n"
    mixed += "2,1299,2026-07-01 12:00,2026-07-11 12:00,2026-07-13 15:00\n"
    assert _answered(mixed, Asked({"shipped_at": "发货时间"})).amounts == ["", "39.00"]


def test_moments_of_other_zones_become_those_of_beijing_and_that_is_said_once() -> None:
    usual = "1,1299,2026-07-01 10:00:00,2026-07-11 10:00:00,2026-07-13 11:00:00\n"
    zoned = "2,1299,2026-07-01T02:00:00Z,2026-07-11T02:00:00Z,2026-07-13T03:00:00+00:00\n"
    found = _answered(SERIALS + usual + zoned + zoned.replace("2,", "3,", 1))
    assert found.amounts == ["39.00", "39.00", "39.00"]
    assert found.notes.count("another zone") == 1
    assert "another zone" not in _answered(SERIALS + usual).notes


def _workbook(rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> bytes:
    return workbook_of({"订单": rows}, merged)


@pytest.mark.parametrize(
    ("second", "merged", "amounts"),
    [
        ([None, "b", 300, "2025-03-01 10:00"], ["A2:A3"], ["4.00", "", "3.00"]),
        ([None, "b", 300, None], ["A2:A3", "D2:D3"], ["4.00", "", "3.00"]),
        # One amount for both rows.
        ([None, "b", None, None], ["A2:A3", "C2:C3", "D2:D3"], ["3.00", "", "3.00"]),
        # Merged over rows of two orders it belongs to neither alone.
        (["9", "b", None, "2025-03-01 10:00"], ["C2:C3"], ["3.00", "", "3.00"]),
        ([None, "b", 300, "2025-03-01 10:00"], [], ["3.00", "3.00", "3.00"]),
    ],
)
def test_rows_below_a_merged_order_number_are_of_that_order(
    second: Sequence[object], merged: Sequence[str], amounts: Sequence[str]
) -> None:
    head = ["订单编号", "商品", "实付金额", "支付时间"]
    first = ["6926001122334455667", "a", 100, "2025-03-01 10:00"]
    last = ["6926001122334455700", "c", 5, "2025-03-01 10:00"]
    assert _answered(_workbook([head, first, second, last], merged)).amounts == amounts
    # As a title above moves the rows, and what is merged there is none of theirs.
    moved = [f"{e[0]}{int(e[1]) + 2}:{e[3]}{int(e[4]) + 2}" for e in merged]
    titled = _workbook([["订单导出"], [], head, first, second, last], ["A1:D2", *moved])
    assert [row[0] for row in _answered(titled).rows[-3:]] == amounts


def _xlsx(text: str) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(csv.reader(io.StringIO(text))):
            sheet.write_row(at, 0, row[:1])
            for column, cell in enumerate(row[1:], start=1):
                sheet.write(at, column, float(cell) if at and cell else cell)
    return buffer.getvalue()


@given(
    st.lists(ORDER, min_size=1, max_size=8),
    st.sampled_from(["utf-8", "utf-8-sig", "gbk", "utf-16", "utf-16-le"]),
    st.sampled_from([",", "\t", ";"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_how_a_file_is_written_changes_no_order(
    rows: list[tuple[str, int]], encoding: str, delimiter: str, end: str
) -> None:
    lines = "".join(f"{order},{fen / 100:.2f}\n" for order, fen in rows)
    text = "订单号,实付\n" + lines
    hours = Asked(given={"promised_hours": "240", "late_hours": "50", "on": "2026-09-01"})
    plainly = _answered(text, hours)
    written = text.replace(",", delimiter).replace("\n", end).encode(encoding)
    assert _answered(written, hours).amounts == plainly.amounts
    assert _answered(_xlsx(text), hours).amounts == plainly.amounts
    total = f"合计,{sum(fen for _, fen in rows) / 100:.2f}\n"
    summed = _answered(text + total + total.replace("合计", ""), hours)
    assert summed.amounts == [*plainly.amounts, "", ""]
    assert summed.total == plainly.total


def _peak(orders: int) -> int:
    """The most bytes held at once while so many orders are answered."""
    with tempfile.TemporaryFile() as file:
        file.write("订单编号,实付金额\n".encode())
        file.writelines(f"692600{at:013},1299\n".encode() for at in range(orders))
        tracemalloc.start()
        try:
            table = Table(definition("late-delivery"), open_table(file), "en")
            planned = plan(table.headings, Asked({}, {"on": PINNED}), NOW, words=False)
            for _ in answered(table, planned):
                pass
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()


@pytest.mark.slow
def test_an_order_takes_few_bytes() -> None:
    few, many = 20_000, 200_000
    assert (_peak(many) - _peak(few)) / (many - few) <= 120


@pytest.mark.parametrize("row", ["", ",,", "合计,,300", "2,300,"])
def test_a_row_without_a_day_asks_for_nothing_more(row: str) -> None:
    text = f"订单编号,实付金额,支付时间\n1,300,2025-03-01 10:00\n{row}\n"
    assert _answered(text).amounts[0] == "3.00"
    # With no day at all it is today that tells.
    with pytest.raises(InputError):
        _answered(text.replace("2025-03-01 10:00", ""))


def test_what_was_never_paid_is_told_where_the_payment_is_no_input() -> None:
    text = "订单编号,实付金额,订单状态,支付时间\n1,100,已关闭,\n2,100,已关闭,2026-07-01 10:00\n"
    found = _answered(text, Asked({"on": ""}, {"precious": "no"}), "fraud-shipment")
    assert found.amounts == ["", "30.00"]
    assert (found.table.totals.unpaid, found.table.totals.apart) == (1, 1)


def test_a_last_row_of_sums_may_hold_other_figures() -> None:
    text = "订单编号,商品,数量,实付金额\n1,a,1,200\n2,b,2件,178\n,,3件,378\n"
    assert _answered(text, on=PINNED).amounts == ["3.00", "3.00", ""]
    assert _answered(text.replace("件", ""), on=PINNED).amounts == ["3.00", "3.00", ""]


WIDE = "订单编号,商品,数量,实付金额\n"


@pytest.mark.parametrize(
    "rows",
    [
        ["N667,凉席,1,200.00", "N667,枕头,蓝色,2,150.00"],
        ["N667,枕头,蓝色,2,150.00", "N667,凉席,1,200.00"],
        ["N667,凉席,1,200.00", "N667,枕头,1,90.00", "N667,枕头,蓝色,2,150.00"],
    ],
)
def test_a_part_with_a_cell_too_many_leaves_its_order_without_an_answer(
    rows: Sequence[str],
) -> None:
    found = _answered(WIDE + "\n".join([*rows, "N668,毯,1,100.00", ""]), on=PINNED)
    assert found.total == "¥3.00"
    totals = found.table.totals
    assert (totals.answered, totals.refused, totals.merged) == (1, len(rows), 0)
    assert "the answer stands there" not in "".join(found.remarks)


@pytest.mark.parametrize(
    ("amount", "reason"),
    [("-50", "cannot be negative"), ("", "write 0 here"), ("待核对", "as a number")],
)
def test_a_part_without_an_amount_says_why_its_order_has_no_answer(
    amount: str, reason: str
) -> None:
    found = _answered(EXPORT + _row("1", "100") + _row("1", amount) + _row("2", "5"), on=PINNED)
    assert found.amounts == ["", "", "3.00"]
    assert "Row 3 of this order" in found.remarks[0]
    assert reason in found.remarks[0]
    assert "row 2 (1), which has no answer" in found.remarks[1]
    assert "counted with its first" not in found.notes
    assert found.table.totals.refused == 2


def test_the_rows_of_an_order_that_was_refused_name_no_answer() -> None:
    text = "订单编号,实付金额,支付时间,承诺发货时间,发货时间\n" + (
        f"1,100,{PAID},2026-06-01 10:00:00,{LATE}\n" * 2
    )
    found = _answered(text)
    assert found.amounts == ["", ""]
    assert "which has no answer" in found.remarks[1]


def test_an_order_of_which_a_part_was_refunded_is_one_order() -> None:
    text = EXPORT + (
        _row("1", "100") + _row("1", "300", after="退款成功") + _row("1", "250")
        + _row("2", "400", after="退款成功") + _row("2", "100", after="退款成功") + _row("3", "5")
    )  # fmt: skip
    found = _answered(text, on=PINNED)
    assert found.amounts == ["3.50", "3.00", "", "5.00", "", "3.00"]
    assert (found.table.totals.answered, found.table.totals.apart) == (3, 2)
    assert found.total == "¥6.50"


@pytest.mark.parametrize(
    ("headings", "first", "second", "amounts"),
    [
        ("订单编号,父订单编号", "1,7", "2,7", ["4.00", ""]),
        ("Order ID,Parent Order ID", "1,7", "2,7", ["4.00", ""]),
        ("父订单编号,订单编号", "7,1", "7,2", ["4.00", ""]),
        ("订单编号,子订单编号", "7,1", "7,2", ["4.00", ""]),
        ("订单号,订单号", "1,7", "2,7", ['order="第 1 列"', 'order="第 2 列"']),
        # Neither is the number of every row.
        ("订单编号,父订单编号", "1,7", "2,", ["order=父订单编号", "order=订单编号"]),
    ],
)
def test_which_column_numbers_the_orders(
    headings: str, first: str, second: str, amounts: Sequence[str]
) -> None:
    text = f"{headings},实付金额\n{first},200\n{second},200\n"
    if not amounts[0].startswith("order="):
        assert _answered(text, on=PINNED).amounts == amounts
        return
    with pytest.raises(InputError) as refused:
        _answered(text, on=PINNED)
    assert refused.value.values["columns"] == tuple(amounts)
    named = Asked({"order": amounts[1].removeprefix("order=").strip('"')}, {"on": PINNED})
    assert len(_answered(text, named).amounts) == 2


TIMES = "主订单编号,订单应付金额,支付完成时间\n"


@pytest.mark.parametrize(
    ("rows", "amounts", "unpaid"),
    [
        (["N1,1299,", f"N2,200,{PAID}"], ["", "3.00"], 1),
        (["N1,1299,未付款", f"N2,200,{PAID}"], ["", "3.00"], 1),
        (["N1,1299,", "N1,100,", f"N2,200,{PAID}"], ["", "", "3.00"], 2),
        # An order is paid at once.
        ([f"N1,100,{PAID}", "N1,300,", f"N2,200,{PAID}"], ["4.00", "", "3.00"], 0),
        (["N1,300,", f"N1,100,{PAID}", f"N2,200,{PAID}"], ["4.00", "", "3.00"], 0),
        # A column that is empty all the way down says nothing, and the label of a sum neither.
        (["N1,1299,", "N2,200,"], ["12.99", "3.00"], 0),
        ([*(f"A{n},5," for n in range(80)), f"N2,200,{PAID}"], [*[""] * 80, "3.00"], 80),
        # A row without its number joins no other: whose it is, nobody knows, and it stands for
        # itself. Without the payment that others have it was not paid, like one with a number.
        ([f"N1,100,{PAID}", ",300,"], ["3.00", ""], 1),
        ([f"N1,100,{PAID}", f",300,{PAID}"], ["3.00", "3.00"], 0),
        # For the same reason its payment says of no other order that it was not paid.
        (["N1,100,", "N2,200,", f",300,{PAID}"], ["3.00", "3.00", "3.00"], 0),
        (["N1,100,", f",300,{PAID}", f"N2,200,{PAID}"], ["", "3.00", "3.00"], 1),
    ],
)  # fmt: skip
def test_an_order_without_the_moment_of_payment_is_not_counted(
    rows: Sequence[str], amounts: Sequence[str], unpaid: int
) -> None:
    # Hours and day for all rows: no moment is read but that of the payment.
    hours = {"promised_hours": "48", "late_hours": "1", "on": PINNED}
    found = _answered(TIMES + "\n".join([*rows, ""]), Asked({}, hours))
    assert found.amounts == amounts
    assert found.table.totals.unpaid == unpaid
    assert ("never paid" in found.notes) == bool(unpaid)
    said = [text for text in found.remarks if "Not paid, since other orders" in text]
    assert len(said) == unpaid


@pytest.mark.parametrize("heading", ["付款时间", "付款日期", "支付完成时间", "Payment date"])
@pytest.mark.parametrize("given", [{"on": PINNED}, {}])
def test_days_of_payment_tell_what_was_never_paid(heading: str, given: Mapping[str, str]) -> None:
    head = f"主订单编号,订单应付金额,{heading},订单状态\n"
    rows = "N1,1299,,已关闭\nN2,200,2025-03-01,已完成\n"
    found = _answered(head + rows, Asked({}, given))
    assert found.amounts == ["", "3.00"]
    assert (found.table.totals.unpaid, found.table.totals.apart) == (1, 0)


def test_a_paid_status_without_the_payment_is_told() -> None:
    text = EXPORT + _row("1", "400", status="已完成", moment="") + _row("2", "400")
    found = _answered(text, on=PINNED)
    assert found.amounts == ["", "4.00"]
    assert "yet the status says that it was paid" in found.remarks[0]
    assert found.table.totals.refused == 1


def test_a_file_without_any_status_says_so() -> None:
    assert "No column says what has become of an order" in _answered(ORDERS, on=PINNED).notes
    assert "has become of" not in _answered(MIXED, on=PINNED).notes
