"""Two files joined by the orders' numbers: the answers of one file, and what has no partner."""

import csv
import io
import tempfile
import tracemalloc
from collections.abc import Sequence
from datetime import datetime

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import definition
from calculators.core.inputs.dates import CHINA
from calculators.core.inputs.errors import InputError
from calculators.core.table.answering import answered
from calculators.core.table.collecting import Collected
from calculators.core.table.files.opening import open_table
from calculators.core.table.parcels.joining import JoinedTable, parcels_first, sure_columns
from calculators.core.table.parcels.parcels import Parcels
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.table import Table
from tests.support.answered_files import answer_files, table_of
from tests.support.made_day import NOW, Order, made_day, orders_file, parcels_file, whole_file

OUTPUTS = (
    "state", "exposure", "next_by", "hours_left", "flags", "shipped_by_platform", "ship_by",
    "collect_by", "hub_by", "update_by", "real_by", "late_part", "out_of_stock", "errors",
)  # fmt: skip
ORDERS = ("订单编号", "订单应付金额", "支付完成时间", "承诺发货时间", "发货时间")
PARCELS = ("订单ID", "运单号", "揽收时间", "签收时间")
PAID, DUE, SENT, SCANNED = (
    "2026-08-12 10:00", "2026-08-14 10:00", "2026-08-13 09:00", "2026-08-13 18:00",
)  # fmt: skip


def _order(number: str, shipped: str = SENT) -> tuple[str, ...]:
    return number, "300", PAID, DUE, shipped


def _answers(rows: Sequence[dict[str, str]]) -> dict[str, tuple[str, ...]]:
    """The answers by the order's number."""
    found = {}
    for row in rows:
        number = (row.get("主订单编号") or row.get("订单编号") or "").strip()
        found[number] = tuple(row[name] for name in OUTPUTS)
    return found


@pytest.fixture(scope="module")
def day() -> list[Order]:
    return made_day()[:400]


def test_two_files_answer_as_one_with_all_columns(day: list[Order]) -> None:
    # Orders without a parcel have nothing to be told by it, so that one file knows no more.
    whole = answer_files(whole_file(day))
    joined = answer_files(orders_file(day), parcels_file(day))
    assert _answers(joined.rows) == _answers(whole.rows)
    assert joined.table.totals.words()["sums"] == whole.table.totals.words()["sums"]
    assert joined.table.totals.words()["counts"] == whole.table.totals.words()["counts"]
    assert joined.dashboard["states"] == whole.dashboard["states"]
    assert joined.dashboard["limits"] == whole.dashboard["limits"]


@settings(max_examples=15)
@given(st.randoms(use_true_random=False), st.integers(1, 40))
def test_neither_the_order_of_rows_nor_that_of_files_changes_an_answer(
    chance: object, count: int
) -> None:
    orders = made_day()[:count]
    plainly = _answers(answer_files(orders_file(orders), parcels_file(orders)).rows)
    parcels = list(orders)
    chance.shuffle(parcels)  # type: ignore[attr-defined]
    shuffled = answer_files(orders_file(orders), parcels_file(parcels))
    assert _answers(shuffled.rows) == plainly
    turned = answer_files(parcels_file(parcels), orders_file(orders))
    assert turned.written == shuffled.written


def _xlsx(text: str) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(csv.reader(io.StringIO(text, newline=""))):
            for column, cell in enumerate(row):
                sheet.write_string(at, column, cell)
    return made.getvalue()


def test_each_file_may_be_of_any_kind(day: list[Order]) -> None:
    orders, parcels = orders_file(day[:60]), parcels_file(day[:60])
    plainly = _answers(answer_files(orders, parcels).rows)
    for first in (orders.encode("gb18030"), orders.encode("utf-16"), _xlsx(orders)):
        for second in (parcels.encode("gb18030"), _xlsx(parcels)):
            assert _answers(answer_files(first, second).rows) == plainly


def test_what_has_no_partner_is_told_and_not_joined() -> None:
    orders = table_of([ORDERS, _order("1001"), _order("1002"), _order("1003", "")])
    parcels = table_of(
        [
            PARCELS,
            ("1001", "SF1", SCANNED, ""),
            ("2001", "SF2", SCANNED, ""),
            ("", "SF3", SCANNED, ""),
            ("合计", "", "", ""),
            ("", "共4条", "", ""),
        ]
    )
    found = answer_files(orders, parcels)
    assert found.column("state") == ["moving", "moving", "ship_soon"]
    # Of the second no scan is known, as without the file of parcels: the click stands for it.
    assert found.column("揽收时间") == [SCANNED, "", ""]
    assert found.column("shipped_by_platform") == [SCANNED, SENT, ""]
    assert "Orders that were shipped and have no parcel in that file: 1," in found.notes
    assert "Orders that only the file of parcels has: 1," in found.notes
    assert "Rows of parcels without an order's number: 1," in found.notes
    alone = answer_files(orders)
    assert _answers(alone.rows)["1002"] == _answers(found.rows)["1002"]


@pytest.mark.parametrize("lost", ["6.92601E+18", "1.23457E+18", "1.23E+18"])
def test_numbers_that_lost_their_digits_are_never_joined(lost: str) -> None:
    orders = table_of([ORDERS, _order(lost), _order("6926001122334455667")])
    parcels = table_of([PARCELS, (lost, "SF1", SCANNED, ""), ("1", "SF2", SCANNED, "")])
    found = answer_files(orders, parcels)
    assert found.column("揽收时间") == ["", ""]
    assert "has lost its last digits: 1, not joined" in found.notes
    assert found.table.totals.lost_digits == 1


def test_long_numbers_of_a_workbook_are_never_joined() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, PARCELS)
        sheet.write_row(1, 0, [6926001122334455000, "SF1", SCANNED, ""])
    orders = table_of([ORDERS, _order("6926001122334455000"), _order("6926001122334455667")])
    found = answer_files(orders, made.getvalue())
    assert found.column("揽收时间") == ["", ""]
    assert "has lost its last digits: 1, not joined" in found.notes


@pytest.mark.parametrize(
    ("scans", "collected"),
    [
        (["2026-08-13 18:00", "2026-08-13 20:00"], "2026-08-13 20:00"),
        (["2026-08-13 20:00", "2026-08-13 18:00"], "2026-08-13 20:00"),
        (["2026-08-13 18:00", ""], ""),
        (["", "2026-08-13 18:00", "2026-08-13 19:00"], ""),
    ],
)
def test_an_order_in_several_parcels_is_as_far_as_the_last_of_them(
    scans: list[str], collected: str
) -> None:
    parcels = [PARCELS, *(("1001", f"SF{at}", scan, "") for at, scan in enumerate(scans))]
    found = answer_files(table_of([ORDERS, _order("1001")]), table_of(parcels))
    assert found.column("揽收时间") == [collected]
    assert found.column("state") == ["moving" if collected else "collection_timeout"]
    assert "Orders in several parcels: 1." in found.notes


def test_a_moment_that_cannot_be_read_refuses_its_order_alone() -> None:
    orders = table_of([ORDERS, _order("1001"), _order("1002")])
    signed = "2026-08-14 08:00"
    parcels = [PARCELS, ("1001", "SF1", SCANNED, "昨天"), ("1002", "SF2", SCANNED, signed)]
    found = answer_files(orders, table_of(parcels))
    assert found.column("state") == ["", "done"]
    assert found.column("签收时间")[0] == "昨天"
    assert found.table.totals.refused == 1


def test_what_the_orders_know_themselves_is_not_taken_from_the_parcels() -> None:
    orders = table_of([(*ORDERS, "揽收时间"), (*_order("1001"), "2026-08-13 12:00")])
    parcels = table_of([PARCELS, ("1001", "SF1", SCANNED, "2026-08-14 08:00")])
    found = answer_files(orders, parcels)
    assert found.column("shipped_by_platform") == ["2026-08-13 12:00"]
    assert found.column("state") == ["done"]


def test_headings_of_both_files_are_told_apart() -> None:
    orders = table_of([(*ORDERS, "签收时间"), (*_order("1001"), "")])
    parcels = table_of([PARCELS, ("1001", "SF1", SCANNED, "")])
    found = answer_files(orders, parcels)
    assert list(found.rows[0])[: len(ORDERS) + 2] == [*ORDERS, "签收时间", "揽收时间"]


@pytest.mark.parametrize(
    ("orders", "parcels", "code", "option"),
    [
        ([ORDERS, _order("1")], [PARCELS[1:], ("SF1", SCANNED, "")], "no_order_numbers", "--other"),
        (
            *([ORDERS[1:], _order("1")[1:]], [PARCELS, ("1", "SF1", SCANNED, "")]),
            *("no_order_numbers", "--column"),
        ),
        ([ORDERS, _order("1")], [ORDERS, _order("2")], "nothing_to_join", None),
        (
            [(*ORDERS, "揽收时间"), (*_order("1"), "")],
            [(*ORDERS, "揽收时间"), (*_order("2"), SCANNED)],
            *("nothing_to_join", None),
        ),
    ],
)
def test_files_that_cannot_be_joined_say_why(
    orders: list[tuple[str, ...]], parcels: list[tuple[str, ...]], code: str, option: str | None
) -> None:
    with pytest.raises(InputError) as raised:
        answer_files(table_of(orders), table_of(parcels))
    assert raised.value.code == code
    assert raised.value.values.get("option") == option


def test_a_calculator_of_one_file_says_so() -> None:
    text = table_of([ORDERS, _order("1")])
    with pytest.raises(InputError, match="one_file_alone"):
        answer_files(text, text, calculator="late-delivery")


def test_the_files_may_be_swapped() -> None:
    orders = table_of([ORDERS, _order("1001")])
    parcels = table_of([(*PARCELS, *ORDERS[1:]), ("1001", "SF1", SCANNED, "", *_order("1")[1:])])
    found = answer_files(orders, parcels)
    assert list(found.rows[0])[:5] == list(ORDERS)
    swapped = answer_files(parcels, orders, swapped=True, columns={"order": 0, "hub_at": 3})
    assert list(swapped.rows[0])[:4] == list(PARCELS)


MOMENTS = st.one_of(
    st.none(),
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001
    st.just("昨天"),
)


@given(st.lists(st.tuples(st.integers(0, 2**62), st.tuples(MOMENTS, MOMENTS)), max_size=60))
def test_the_store_is_a_dict_of_the_latest(rows: list[tuple[int, tuple[object, object]]]) -> None:
    # Against a dict: some keys again, so that orders have several parcels.
    rows = [(key % 7 if at % 2 else key, told) for at, (key, told) in enumerate(rows)]
    store, expected = Parcels(2), dict[int, list[str]]()
    for key, told in rows:
        store.add(key, [_aware(each) for each in told])
    for key in {key for key, _ in rows}:
        columns = zip(*(told for other, told in rows if other == key), strict=True)
        expected[key] = [_latest(column) for column in columns]
    for key, latest in expected.items():
        assert store.of(key) == latest
    assert store.of(2**62 + 1) is None
    assert store.left == 0


def _aware(told: object) -> datetime | str | None:
    if isinstance(told, datetime):
        return told.replace(tzinfo=CHINA)
    assert told is None or isinstance(told, str)
    return told


def _latest(told: Sequence[object]) -> str:
    if any(isinstance(each, str) for each in told):
        return "昨天"
    if None in told:
        return ""
    moments = [each for each in told if isinstance(each, datetime)]
    return _written(max(moments))


def _written(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" + (f":{moment:%S}" if moment.second else "")


def _peak(orders: int, parcels: int) -> int:
    """The most bytes held at once while so many orders are answered with so many parcels."""
    headings = "订单ID,运单号,揽收时间,首次分拨时间,派件时间,签收时间\n"
    with tempfile.TemporaryFile() as file, tempfile.TemporaryFile() as other:
        file.write(f"{','.join(ORDERS)}\n".encode())
        row = f"300,{PAID},{DUE},{SENT}"
        file.writelines(f"692600{at:013},{row}\n".encode() for at in range(orders))
        other.write(headings.encode())
        other.writelines(
            f"692600{at:013},SF{at:012},{SCANNED},,,\n".encode() for at in range(parcels)
        )
        tracemalloc.start()
        try:
            calculator = definition("order-check")
            orders_, parcels_ = (
                Table(calculator, open_table(each), "en") for each in (file, other)
            )
            planned = plan(orders_.headings, Asked(), NOW, words=False)
            table = JoinedTable(orders_, planned, parcels_, sure_columns(parcels_.headings))
            for _ in answered(table, table.plan, Collected.of(table, table.plan)):
                pass
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()


@pytest.mark.slow
def test_a_parcel_takes_few_bytes() -> None:
    few, many = 5_000, 50_000
    each = (_peak(many, many) - _peak(few, few)) / (many - few)
    assert each <= 200, "an order, its parcel, and the numbers of both"


def test_which_file_has_the_parcels_is_seen_by_its_headings() -> None:
    orders, parcels = (
        Table(definition("order-check"), open_table([text.encode()]), "en").headings
        for text in (orders_file(made_day()[:3]), parcels_file(made_day()[:3]))
    )
    assert parcels_first(parcels, orders)
    assert not parcels_first(orders, parcels)


@pytest.mark.parametrize("number", ["订单12", "汇总2025001", "SUM 7"])
def test_a_number_that_holds_a_word_of_labels_is_joined(number: str) -> None:
    orders = table_of([ORDERS, _order(number)])
    found = answer_files(
        orders, table_of([PARCELS, (number, "YT1", SCANNED, ""), ("合计", "", "", "")])
    )
    assert found.column("state") == ["moving"]
    assert found.column("shipped_by_platform") == [SCANNED]


@pytest.mark.parametrize("between", [",", "，", ";", "、", "|", " ", "/", "\n", " + "])
@pytest.mark.parametrize("joined", [False, True])
def test_a_parcel_with_the_goods_of_several_orders_is_that_of_each(
    between: str,
    joined: bool,  # noqa: FBT001
) -> None:
    first, second, third = (f"69260011223344556{at}" for at in (61, 72, 83))
    both = between.join([first, second])
    # Scanned in time, at the end of the first day and of the second; the third has no parcel.
    late = "2026-08-15 18:00"
    parcels = table_of([PARCELS, (both, "SF1", late, ""), (second, "SF2", SCANNED, "")])
    rows = [_order(both)] if joined else [_order(first), _order(second)]
    found = answer_files(table_of([ORDERS, *rows, _order(third)]), parcels)
    of_each = [("A", "SF1", late, ""), ("B", "SF1", late, ""), ("B", "SF2", SCANNED, "")]
    plainly = answer_files(
        table_of([ORDERS, _order("A"), _order("B"), _order(third)]), table_of([PARCELS, *of_each])
    )
    expected, answers = _answers(plainly.rows), _answers(found.rows)
    if joined:
        assert answers[both] == expected["A"]
    else:
        assert (answers[first], answers[second]) == (expected["A"], expected["B"])
    assert "name several orders: 1." in found.notes
    assert "Orders that only the file of parcels has" not in found.notes


_LONG_DUE, _CLICK = "2026-08-22 10:00", "2026-08-22 09:00"
_IN_TIME, _LATER = "2026-08-22 09:30", "2026-08-23 20:00"
_SCANS = (*ORDERS, "揽收时间")


def _due_later(number: str, *scans: str, amount: str = "400") -> tuple[str, ...]:
    return number, amount, PAID, _LONG_DUE, _CLICK, *scans


@pytest.mark.parametrize(
    ("rows", "scan", "late", "notes"),
    [
        # 34 hours late on a promise of 240: 1 % of 400 yuan.
        ([_due_later("1", "")], _LATER, ["4.00"], ["揽收时间 (where the orders leave it empty)"]),
        ([_due_later("1", "-")], _LATER, ["4.00"], []),
        ([_due_later("1", "未揽收")], _IN_TIME, ["0.00"], []),
        # What the orders say themselves prevails, and where the two differ, that is said.
        ([_due_later("1", _IN_TIME)], _IN_TIME + ":20", ["0.00"], []),
        ([_due_later("1", _IN_TIME)], _LATER, ["0.00"], ["different moments: 1."]),
        ([_due_later("1", _LATER)], "", ["4.00"], []),
        # An order in two rows.
        ([_due_later("1", "", amount="200")] * 2, _LATER, ["4.00", ""], []),
        # A cell that cannot be read refuses its order alone.
        ([_due_later("1", ""), _due_later("2", _IN_TIME)], "昨天", ["", "0.00"], []),
    ],
)
def test_the_parcels_tell_what_the_orders_leave_empty(
    rows: list[tuple[str, ...]], scan: str, late: list[str], notes: list[str]
) -> None:
    parcels = [PARCELS[:3], ("1", "SF1", scan), ("9", "SF9", SCANNED)]
    found = answer_files(table_of([_SCANS, *rows]), table_of(parcels))
    assert found.column("late_part") == late
    assert all(each in found.notes for each in notes)
    assert ("different moments" in found.notes) == any("different" in each for each in notes)
    assert [row["揽收时间"] for row in found.rows] == [row[-1] for row in rows]


@pytest.mark.parametrize("scans", [(), ("",)])
def test_another_zone_of_the_orders_is_none_of_the_parcels(scans: tuple[str, ...]) -> None:
    """Scanned at 09:30 in Beijing, half an hour before the end, which is 01:30 in UTC."""
    heads = [*ORDERS, "时区", *(["揽收时间"] if scans else [])]
    row = ("1", "400", "2026-08-12 02:00", "2026-08-22 02:00", "2026-08-22 01:00", "UTC", *scans)
    title = ("时区：UTC", *[""] * (len(row) - 1))
    utc = [("订单ID", "运单号", "揽收时间(UTC)"), ("1", "SF1", "2026-08-22 01:30")]
    for parcels in ([PARCELS[:3], ("1", "SF1", _IN_TIME)], utc):
        columns = {"order": 0, "parcel": 1, "collected_at": 2}
        for orders in ([heads, row], [title, heads[:5] + heads[6:], row[:5] + row[6:]]):
            found = answer_files(table_of(orders), table_of(parcels), columns=columns)
            told = found.table.totals.words()["sums"][0]["text"], found.table.totals.refused
            assert told == ("¥0.00", 0)


def test_a_moment_on_the_way_that_the_orders_leave_empty_is_the_parcels() -> None:
    orders = [(*_SCANS, "签收时间"), (*_due_later("1", _IN_TIME), "")]
    parcels = [("订单ID", "运单号", "签收时间"), ("1", "SF1", "2026-08-25 10:00")]
    found = answer_files(table_of(orders), table_of(parcels))
    assert found.column("state") == ["done"]
