"""The parcels' file as it is: a parcel on several rows, other tables, totals, numbers in a list."""

import io

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from tests.support.answered_files import AnsweredFiles, answer_files, table_of

ORDERS = ("订单编号", "订单应付金额", "支付完成时间", "承诺发货时间", "订单状态", "发货时间")
HEADINGS = ("运单号", "揽收时间", "订单ID")
PAID, DUE, SENT = "2026-09-01 10:00", "2026-09-11 10:00", "2026-09-10 09:00"
SCANNED, LATER = "2026-09-10 12:00", "2026-09-14 12:00"
Y1, Y2 = ("Y1", SCANNED, "A1"), ("Y2", SCANNED, "A2")


def _answered(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> AnsweredFiles:
    orders = [("A1", "1299"), ("A2", "250")]
    told = table_of([ORDERS, *((*each, PAID, DUE, "已发货", SENT) for each in orders)])
    return answer_files(told, table_of([headings, *rows]), given={"now": "2026-09-20 10:00"})


@pytest.mark.parametrize(
    "rows",
    [
        # Exports that overlap: the earlier one had no scan yet.
        [("Y1", "", "A1"), Y2, Y1],
        [Y1, Y2, ("Y1", "", "A1")],
        [Y1, Y1, Y2, Y2],
        # A row for each product, the scan on one of them alone.
        [("Y1", "", "A1"), ("Y1", "", "A1"), Y1, Y2],
    ],
)
def test_a_parcel_on_several_rows_is_one(rows: list[tuple[str, ...]]) -> None:
    found = _answered(*rows)
    assert found.column("state") == ["moving", "moving"]
    assert found.column("exposure") == ["0.00", "0.00"]
    assert "Orders in several parcels" not in found.notes


def test_a_row_for_each_scan_is_of_one_parcel() -> None:
    headings = ("运单号", "揽收时间", "签收时间", "订单ID")
    found = _answered(
        ("Y1", SCANNED, "", "A1"), ("Y1", "", "2026-09-12 10:00", "A1"), headings=headings
    )
    assert found.column("揽收时间")[0] == SCANNED
    assert found.column("state")[0] == "done"


@pytest.mark.parametrize("number", ["Y3", "", "-"])
def test_another_parcel_without_a_scan_is_not_scanned(number: str) -> None:
    """1 % of 1,299, and 3 % for the goods: what has no number may be a part that was not sent."""
    found = _answered(Y1, (number, "", "A1"), Y2)
    assert found.column("exposure") == ["52.00", "0.00"]
    assert "Orders in several parcels: 1." in found.notes


@given(st.permutations([Y1, ("Y1", "", "A1"), ("Y3", LATER, "A1"), ("Y3", "", "A1"), Y2]))
def test_the_order_of_rows_tells_nothing(rows: list[tuple[str, ...]]) -> None:
    found = _answered(*rows)
    assert found.column("揽收时间") == [LATER, SCANNED]
    assert "Orders in several parcels: 1." in found.notes


def test_another_table_below_is_left_out_and_said() -> None:
    found = _answered(
        Y1,
        Y2,
        ("", "", ""),
        ("退货运单号", "申请时间", "订单号"),
        ("SF1", "2026-09-15 09:00", "A1"),
    )
    assert found.column("exposure") == ["0.00", "0.00"]
    assert "Rows of the parcels' file that belong to another table" in found.notes
    assert "Rows of parcels without an order's number" not in found.notes


def test_the_same_headings_further_down_are_read_in_their_own_order() -> None:
    """74 hours late: 3.00, and 8.00 for the goods."""
    found = _answered(Y1, ("", "", ""), ("订单ID", "运单号", "揽收时间"), ("A2", "Y2", LATER))
    assert found.column("揽收时间") == [SCANNED, LATER]
    assert found.column("exposure") == ["0.00", "11.00"]


@pytest.mark.parametrize(
    "row", [("合计", "", "2"), ("总计", "", "2单"), ("Total", "", "2"), ("合计", "", "")]
)
def test_a_row_of_totals_is_no_order(row: tuple[str, ...]) -> None:
    found = _answered(Y1, Y2, row)
    assert "Orders that only the file of parcels has" not in found.notes
    assert "Rows of parcels without an order's number" not in found.notes
    assert found.column("exposure") == ["0.00", "0.00"]


@pytest.mark.parametrize("written", ["{},", "{};", "{}、", "[{}]", '["{}"]', "【{}】"])
def test_marks_of_a_list_are_no_part_of_a_number(written: str) -> None:
    found = _answered(*((parcel, at, written.format(order)) for parcel, at, order in (Y1, Y2)))
    assert found.column("揽收时间") == [SCANNED, SCANNED]
    found = _answered(("Y1", SCANNED, written.format("692600112233,692600112244")))
    assert "Rows of parcels that name several orders" in found.notes


def test_hidden_rows_of_parcels_are_said() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([HEADINGS, ("Y0", "", "A1"), Y1, Y2]):
            sheet.write_row(at, 0, row)
        sheet.set_row(1, None, None, {"hidden": True})
    told = table_of([ORDERS, ("A1", "1299", PAID, DUE, "已发货", SENT)])
    found = answer_files(told, made.getvalue(), given={"now": "2026-09-20 10:00"})
    assert "Rows of the parcels' file that a filter or somebody has hidden: 1." in found.notes


@pytest.mark.parametrize("unread", ["#REF!", "(未知)", "昨天"])
def test_a_scan_that_cannot_be_read_is_not_dropped(unread: str) -> None:
    """Two orders joined in one cell of the orders' file, each with a parcel."""
    both = "692600112233,692600112244"
    told = table_of([ORDERS, (both, "1299", PAID, DUE, "已发货", SENT)])
    parcels = [HEADINGS, ("Y1", SCANNED, "692600112233"), ("Y2", unread, "692600112244")]
    found = answer_files(told, table_of(parcels), given={"now": "2026-09-20 10:00"})
    assert found.column("揽收时间") == [unread]
    assert found.column("state") == [""]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("包裹状态", "已作废"),
        ("运单状态", "已取消"),
        ("面单状态", "已回收"),
        ("状态", "作废面单"),
        ("快递單狀態", "已取消"),
        ("是否作废", "是"),
        ("作废标记", "1"),
        ("是否有效", "否"),
        ("包裹类型", "退货包裹"),
        ("物流方向", "逆向"),
        ("Parcel status", "Voided"),
        ("Shipment type", "Return"),
    ],
)
def test_a_parcel_that_no_buyer_gets_is_left_out_and_said(heading: str, cell: str) -> None:
    headings = (*HEADINGS, heading)
    void = ("Y0", "", "A1", cell)
    for rows in ([void, (*Y1, ""), (*Y2, "")], [(*Y2, ""), (*Y1, ""), void]):
        found = _answered(*rows, headings=headings)
        assert found.column("exposure") == ["0.00", "0.00"]
        assert "Rows of parcels whose number was voided or cancelled, or that come back: 1" in (
            found.notes
        )
        assert "Orders in several parcels" not in found.notes


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        # Sent all the same, on its way back; what is said of the order, or of something else.
        ("包裹状态", "已退回"),
        ("物流状态", "已签收"),
        ("订单状态", "已取消"),
        ("售后类型", "退货"),
        ("包裹类型", "普通"),
        ("是否有效", "是"),
        ("备注", "作废"),
        ("拦截状态", "已取消"),
        ("打印状态", "已作废"),
        ("发票状态", "已作废"),
        ("工单状态", "已取消"),
        ("退货状态", "已取消"),
        ("异常类型", "退回"),
        ("签收类型", "退回"),
        ("工单类型", "退货"),
    ],
)
def test_any_other_parcel_stays(heading: str, cell: str) -> None:
    found = _answered(("Y0", "", "A1", cell), (*Y1, ""), (*Y2, ""), headings=(*HEADINGS, heading))
    assert found.column("exposure") == ["52.00", "0.00"]
    assert "voided" not in found.notes
