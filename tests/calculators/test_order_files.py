"""Files as merchants have them: one order over several rows, states, rows of totals, units."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import definition
from calculators.core.refusal import Refused
from calculators.core.table.opening import open_table
from calculators.core.table.plan import Asked, plan
from calculators.core.table.table import Table
from tests.support.pinned import NOW, PINNED

# The order export by product, its columns that matter: values invented, headings real.
EXPORT = (
    "主订单编号,子订单编号,选购商品,订单应付金额,订单提交时间,支付完成时间,订单状态,"
    "承诺发货时间,售后状态,发货时间\n"
)
PAID, PROMISED, LATE, SOON = (
    "2026-07-01 10:02:20", "2026-07-03 10:02:20", "2026-07-04 09:00:00", "2026-07-02 09:00:00",
)  # fmt: skip


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
        (total,) = self.table.totals.words()["sums"]
        return str(total["text"])

    @property
    def notes(self) -> str:
        return "\n".join(self.table.totals.words()["notes"])


def _table(text: str, calculator: str = "late-delivery", lang: str = "en") -> Table:
    return Table(definition(calculator), lambda: open_table([text.encode("utf-8-sig")]), lang)


def _answered(
    text: str,
    asked: Asked | None = None,
    calculator: str = "late-delivery",
    **given: str,
) -> Answered:
    table = _table(text, calculator)
    planned = plan(table.headings, asked or Asked(given=given), NOW, words=False)
    written = b"".join(table.answered(planned)).decode("utf-8-sig")
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
        f"{order}\t,{order}-1\t,凉席,{paid},2026-07-01 10:02:03,{moment},{status},{PROMISED},"
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
    rows = _row("1", "1299", shipped="") + _row("2", "1299", shipped="-")
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
    ],
)
def test_what_has_become_of_an_order(status: str, after: str, moment: str, state: str) -> None:
    text = EXPORT + _row("1", "400", status=status, after=f'"{after}"', moment=moment)
    found = _answered(text, on=PINNED)
    totals = found.table.totals
    assert (totals.unpaid, totals.apart) == (state == "unpaid", state == "undone")
    assert found.amounts == ["" if state == "unpaid" else "4.00"]
    assert found.total == ("¥4.00" if state == "counted" else "¥0.00")
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
    assert "row 3" in found.remarks[0]


def test_without_an_order_number_each_row_is_one_and_that_is_said() -> None:
    found = _answered("商品,实付金额\n凉席,2000\n凉席,2000\n", on=PINNED)
    assert found.amounts == ["20.00", "20.00"]
    assert "each row was taken as one order" in found.notes
    named = Asked({"order": ""}, {"on": PINNED})
    assert "each row" in _answered("订单号,实付金额\n1,2000\n1,2000\n", named).notes


ORDERS = "订单编号,实付金额\n1,1299\n"


def test_no_default_of_the_form_answers_for_a_file() -> None:
    with pytest.raises(Refused) as refused:
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
    with pytest.raises(Refused):
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
    with pytest.raises(Refused) as refused:
        _answered(text, None, calculator)
    assert refused.value.values["columns"] == missing


def test_out_of_stock_takes_the_promise_as_a_moment() -> None:
    found = _answered(EXPORT + _row("1", "1299") + _row("2", "80"), None, "out-of-stock")
    assert found.amounts == ["13.00", "2.00"]


def test_amounts_in_fen_are_asked_about_and_turned_into_yuan() -> None:
    text = "订单编号,实付金额(分)\n1,20000\n2,29999\n"
    with pytest.raises(Refused) as refused:
        _answered(text, on=PINNED)
    assert refused.value.values["columns"] == ("paid=实付金额(分) --unit paid=fen",)
    hours = {"promised_hours": "240", "late_hours": "50"}
    found = _answered(text, Asked({"paid": "实付金额(分)"}, hours, {"paid": "fen"}))
    assert found.amounts == ["6.00", "9.00"]
    found = _answered(
        "订单,实付(万元)\n1,0.12\n", Asked({"paid": "Column 2"}, hours, {"paid": "wan"})
    )
    assert found.amounts == ["36.00"]
    with pytest.raises(Refused) as refused:
        _answered(text, Asked({"paid": "实付金额(分)"}, hours, {"paid": "usd"}))
    assert refused.value.code == "no_such_unit"


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("实付金额(分)", ["20000"]),
        ("实付金额（万元）", ["1.2"]),
        ("实付金额（美元）", ["20"]),
        ("实付金额 USD", ["20"]),
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
    ],
)
def test_a_last_row_of_nothing_but_the_sum_is_no_order(
    rows: Sequence[str], amounts: Sequence[str]
) -> None:
    found = _answered("订单编号,商品,实付金额\n" + "\n".join(rows) + "\n", on=PINNED)
    assert found.amounts == amounts


def test_shops_and_grades_have_no_totals() -> None:
    text = "保证金\n2000\n5000\n"
    found = _answered(text, Asked({}, {"on": "2023-03-01"}), "entry-cost")
    assert found.table.totals.words()["sums"] == []


def test_a_long_cell_harms_no_other_row() -> None:
    text = "paid,remark\n5," + "x" * 140_000 + "\n" + "1" * 140_000 + ",y\n6,z\n"
    found = _answered(text, on=PINNED)
    assert found.amounts == ["3.00", "", "3.00"]
    assert found.remarks[1]


def test_long_numbers_survive_a_spreadsheet() -> None:
    table = _table(EXPORT + _row("6926001122334455667", "189"))
    planned = plan(table.headings, Asked({}, {"on": PINNED}), NOW, words=True)
    assert "6926001122334455667\t," in b"".join(table.answered(planned)).decode()


ORDER = st.tuples(st.sampled_from("ABCDE"), st.integers(1, 500_000))


def _by_order(rows: Sequence[tuple[str, int]], given: Mapping[str, str]) -> Mapping[str, str]:
    text = "订单号,实付\n" + "".join(f"{order},{fen / 100:.2f}\n" for order, fen in rows)
    found = _answered(text, Asked(given=given))
    return {order: row[0] for (order, _), row in zip(rows, found.rows, strict=True) if row[0]}


@given(st.lists(ORDER, min_size=1, max_size=12), st.randoms())
def test_shuffling_and_splitting_change_no_order(
    rows: list[tuple[str, int]], chance: st.DrawFn
) -> None:
    hours = {"promised_hours": "240", "late_hours": "50", "on": "2026-09-01"}
    expected = _by_order(rows, hours)
    shuffled = list(rows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _by_order(shuffled, hours) == expected
    split = [part for order, fen in rows for part in ((order, fen // 2), (order, fen - fen // 2))]
    assert _by_order(split, hours) == expected
    summed: dict[str, int] = {}
    for order, fen in rows:
        summed[order] = summed.get(order, 0) + fen
    assert _by_order(list(summed.items()), hours) == expected


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


def test_days_of_payment_alone_are_each_order_s_day() -> None:
    # 支付完成时间 without a time of day tells the rules to go by, and no hours.
    found = _answered("订单编号,实付金额,支付完成时间\n1,300,2025/3/1\n2,300,2025/11/5\n")
    assert found.amounts == ["3.00", "3.00"]


def test_moments_decide_nothing_beside_hours_and_day() -> None:
    hours = {"promised_hours": "48", "late_hours": "1", "on": PINNED}
    found = _answered("订单编号,实付金额,支付时间\n1,300,2025-03-01 10:00\n2,300,昨天\n", **hours)
    assert found.amounts == ["3.00", "3.00"]
