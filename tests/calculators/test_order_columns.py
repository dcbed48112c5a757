"""Which column holds the platform's number of an order, and which the amount that was paid."""

from collections.abc import Sequence

import pytest

from calculators.core.table.table import Table
from tests.support.order_tables import answer_table, table_of


def _found(table: Table, name: str) -> tuple[list[str], bool, str | None]:
    """The headings of the columns, whether one is sure, and the one that is proposed."""
    match = table.headings.matches[name]
    names = table.headings.headings
    proposed = None if match.proposed is None else names[match.proposed]
    return [names[at] for at in match.columns], match.sure, proposed


@pytest.mark.parametrize(
    ("headings", "rows", "sure"),
    [
        ("内部订单号,线上订单号", ["1001,6926001", "1002,6926001"], "线上订单号"),
        ("线上订单号,线上子订单编号", ["6926001,69260011"], "线上订单号"),
        ("订单编号,原始单号", ["JY1,6926001", "JY2,6926001"], "原始单号"),
        ("单据编号,平台单号", ["SO1,6926001"], "平台单号"),
        ("销售单号,网店订单号", ["JY1,6926001"], "网店订单号"),
        ("系统订单号,平台订单号", ["1,6926001"], "平台订单号"),
        ("系统单号,订单编号", ["1,6926001", "2,6926002"], "订单编号"),
        ("主订单编号,子订单编号", ["1,2"], "主订单编号"),
        ("订单号,包裹号", ["1,2"], "订单号"),
        ("订单编号,订单ID", ["6926001,6926001"], "订单编号"),
        # One that holds nothing.
        ("订单编号,父订单号", ["6926001,-", "6926001,"], "订单编号"),
        ("主订单编号,订单号", ["-,6926001", ",6926002"], "订单号"),
        ("订单号,订单号", [",6926001", "-,6926002"], "订单号"),
        ("Order ID,SKU ID,Package ID", ["57812,1,2"], "Order ID"),
        ("Internal order number,Platform order number", ["1,2"], "Platform order number"),
        ("Name,Email", ["#1001,a@b.cn", "#1001,"], "Name"),
        ("Name,Order ID", ["#1001,57812"], "Order ID"),
        ("抖音订单号", ["X1"], "抖音订单号"),
        ("订单,商品", ["6926001122334455667,a"], "订单"),
        ("小红书订单编号", ["X1"], "小红书订单编号"),
        ("内部订单号,淘宝订单号", ["1,6926001"], "淘宝订单号"),
        ("订单编码", ["1"], "订单编码"),
        ("订单流水号", ["1"], "订单流水号"),
        ("订单号(主),子订单号", ["1,2"], "订单号(主)"),
        ("Order No.", ["1"], "Order No."),
        ("order_sn", ["1"], "order_sn"),
        ("tid,oid", ["1,2"], "tid"),
    ],
)
def test_the_number_of_the_platform_is_the_one_that_joins(
    headings: str, rows: Sequence[str], sure: str
) -> None:
    table = table_of("\n".join([f"{headings},实付金额", *(f"{each},300" for each in rows), ""]))
    assert _found(table, "order") == ([sure], True, sure)


@pytest.mark.parametrize(
    ("headings", "rows", "columns", "proposed"),
    [
        # A program's own, which may split orders and join them.
        ("内部订单号", ["1001"], ["内部订单号"], "内部订单号"),
        ("系统单号", ["1001"], ["系统单号"], "系统单号"),
        ("内部订单号,外部订单号", ["1001,6926001"], ["外部订单号", "内部订单号"], "外部订单号"),
        # Which of two is meant.
        ("订单编号,订单号", ["JY1,6926001"], ["订单编号", "订单号"], None),
        ("订单编号,子单原始单号", ["JY1,6926001"], ["订单编号", "子单原始单号"], None),
        ("订单号,外部单号", ["JY1,6926001"], ["订单号", "外部单号"], None),
        ("订单号,店铺单号", ["JY1,6926001"], ["订单号", "店铺单号"], None),
        ("订单号,平台订单", ["JY1,6926001"], ["订单号", "平台订单"], None),
        # Beside a program's, one of so many digits, whatever its name says more.
        ("订单号,渠道平台单号", ["1,692600112233445566"], ["订单号", "渠道平台单号"], None),
        ("order id,shop order no", ["1,692600112233445566"], ["order id", "shop order no"], None),
        # One that lacks the numbers of some.
        ("内部订单号,线上订单号", ["1,6926001", "2,"], ["线上订单号", "内部订单号"], None),
        ("父订单号,订单号", ["0,6926001", "0,6926002"], ["父订单号", "订单号"], None),
        # Called like one, or for short.
        ("单号", ["X1", "X1"], ["单号"], "单号"),
        ("单号", ["X1", "X2"], [], None),
        ("订单", ["1001"], ["订单"], "订单"),
        ("Order", ["1001"], ["Order"], "Order"),
        ("得物订单号", ["X1"], ["得物订单号"], "得物订单号"),
        ("商户订单号", ["X1"], ["商户订单号"], "商户订单号"),
        ("渠道单号", ["X1"], ["渠道单号"], "渠道单号"),
        ("唯品订单号,得物订单号", ["1,2"], ["唯品订单号", "得物订单号"], None),
        # The number of something else.
        ("售后单号", ["X1"], [], None),
        ("快递单号", ["X1"], [], None),
        ("子订单编号", ["X1"], [], None),
        ("订单", ["2026-07-01"], [], None),
        # A name, and no number.
        ("Name", ["张三"], [], None),
        ("订单", ["凉席一张"], [], None),
    ],
)
def test_a_number_of_which_it_is_not_sure_is_asked(
    headings: str, rows: Sequence[str], columns: Sequence[str], proposed: str | None
) -> None:
    table = table_of("\n".join([f"{headings},实付金额", *(f"{each},300" for each in rows), ""]))
    assert _found(table, "order") == (columns, False, proposed)
    assert ("order" in table.headings.unsure({})) == bool(columns)


def test_the_rows_of_an_order_are_one_whatever_platform_its_number_names() -> None:
    # 1 per cent of 200 and 200 is 4.00; each alone would be 3.00.
    assert answer_table("抖音订单号,实付金额\nX1,200\nX1,200\n").amounts == ["4.00", ""]
    found = answer_table("得物订单号,实付金额\nX1,200\nX1,200\n", chosen={"order": ""})
    assert found.amounts == ["3.00", "3.00"]
    assert "As was said, no column was used as the order number" in found.notes


def test_two_numbers_of_a_program_are_one_order_of_the_platform() -> None:
    found = answer_table("内部订单号,线上订单号,实付金额\n1,A9,200\n2,A9,300\n3,B9,300\n")
    assert found.amounts == ["5.00", "", "3.00"]


@pytest.mark.parametrize(
    ("headings", "columns", "sure"),
    [
        ("应付金额", ["应付金额"], False),
        ("应收金额", ["应收金额"], False),
        ("已付金额", ["已付金额"], False),
        ("应付金额,已付金额", ["应付金额", "已付金额"], False),
        ("应付金额,实付金额,已付金额", ["实付金额"], True),
        ("总金额,买家应付货款,买家实际支付金额", ["买家实际支付金额"], True),
        ("买家应付货款", ["买家应付货款"], False),
        ("商家实收金额(元),用户实付金额(元)", ["用户实付金额(元)"], True),
        ("实付款(元)", ["实付款(元)"], True),
        ("订单实际支付金额,订单实际收款金额", ["订单实际支付金额"], True),
        ("订单金额", ["订单金额"], False),
        ("Subtotal,Shipping,Taxes,Total,Lineitem price,Refunded Amount", ["Total"], False),
        ("Order Amount,Order Refund Amount,SKU Unit Original Price", ["Order Amount"], False),
        ("实付金额（含运费）", ["实付金额（含运费）"], False),
        # What a shop gets, what one piece costs, what was given back.
        ("商家实收金额(元)", [], False),
        ("商品单价,成本价", [], False),
        ("实付单价", [], False),
        ("退实付金额,退款实付金额", [], False),
        ("运费实付", [], False),
        ("Amount paid refund", [], False),
    ],
)
def test_the_amount_is_what_was_paid_for_the_order(
    headings: str, columns: Sequence[str], *, sure: bool
) -> None:
    amounts = ",30" * len(headings.split(","))
    found, is_sure, proposed = _found(table_of(f"订单号,{headings}\n1{amounts}\n"), "paid")
    assert (found, is_sure) == (columns, sure)
    assert proposed == (columns[0] if len(columns) == 1 else None)


@pytest.mark.parametrize(
    ("cells", "amounts", "several"),
    [
        (["6926001,6926002", "6926001,6926002", "6926003"], ["4.00", "", "3.00"], 2),
        (["6926001、6926002", "6926001;6926003", "6926001"], ["3.00", "3.00", "3.00"], 2),
        (["A-6926001", "A/6926001", "6926001,6926001"], ["3.00", "3.00", "3.00"], 0),
        (["6926001 (1)", "1,2", "6,926,001"], ["3.00", "3.00", "3.00"], 0),
    ],
)
def test_orders_that_a_program_joined_are_one_and_that_is_said(
    cells: Sequence[str], amounts: Sequence[str], several: int
) -> None:
    found = answer_table("线上订单号,实付金额\n" + "".join(f'"{each}",200\n' for each in cells))
    assert found.amounts == amounts
    assert ("several order numbers in one cell" in found.notes) == bool(several)
    assert found.table.totals.several_numbers == several


NUMBERS = ("6920000000000000011,a,100", "6920000000000000022,b,600", "6920000000000000011,c,400")


@pytest.mark.parametrize(
    "heading",
    ["定单号", "定单编号", "下单编号", "下单号", "订单No", "订单no.", "订单SN", "抖店单号",
     "抖音单号", "店铺单号", "网单号", "訂單序號", "客户单号", "商户单号", "Trade ID",
     "Sales order", "SO number"],
)  # fmt: skip
def test_a_name_like_one_of_an_order_s_number_is_asked_about(heading: str) -> None:
    """Of 19 figures, and one stands twice: without it two orders were three."""
    table = table_of("\n".join([f"{heading},商品,实付金额", *NUMBERS, ""]))
    assert _found(table, "order") == ([heading], False, heading)


@pytest.mark.parametrize(
    "heading",
    ["Order #", "Order#", "订单编号#", "訂單號碼", "订单号码", "抖店主订单号", "抖音平台订单号",
     "Douyin order ID"],
)  # fmt: skip
def test_a_plain_name_of_one_is_known(heading: str) -> None:
    table = table_of("\n".join([f"{heading},商品,实付金额", *NUMBERS, ""]))
    assert _found(table, "order") == ([heading], True, heading)


@pytest.mark.parametrize(
    "heading", ["运单号码", "售后单号", "出库单号", "物流单号", "采购单号", "发货单数"]
)
def test_numbers_of_something_else_are_not_asked_about(heading: str) -> None:
    table = table_of("\n".join([f"{heading},商品,实付金额", *NUMBERS, ""]))
    assert _found(table, "order") == ([], False, None)
