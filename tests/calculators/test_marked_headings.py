"""Headings with what exports and people add to them: marks, numbers, another language."""

import pytest

from calculators import definition
from calculators.core.inputs.errors import InputError
from calculators.core.table.heading_keys import heading_keys
from calculators.core.table.heading_marks import unmarked
from tests.support.order_tables import answer_table, table_of

PLAIN = ("订单编号", "实付金额", "付款时间", "承诺发货时间", "发货时间")
# 240 hours promised; 24 hours late: 1 per cent of 400, and 96 hours: 3 per cent.
ROWS = (
    "1001,400,2026-11-01 10:00,2026-11-11 10:00,2026-11-12 10:00\n"
    "1002,400,2026-11-01 10:00,2026-11-11 10:00,2026-11-15 10:00\n"
)
ENGLISH = ("Order No.", "Amount Paid", "Payment Time", "Promised Ship Time", "Ship Time")


def _marked(form: str) -> str:
    return ",".join(form.format(each, number=at) for at, each in enumerate(PLAIN, start=1))


@pytest.mark.parametrize(
    "headings",
    [
        _marked("{}（必填）"), _marked("{}*(必填项)"), _marked("【选填】{}"), _marked("必填-{}"),
        _marked('="{}"'), _marked('"=""{}"""'), _marked("#{}"), _marked("{}；"), _marked("①{}"),
        _marked("{number}.{}"), _marked("{number}、{}"), _marked("（{number}）{}"),
        _marked("{} ↑"), _marked("{}▼"), _marked("☆{}"), _marked("{}_1"), _marked("{}.1"),
        _marked("“{}”"), _marked("{}'"), _marked("{}（自动获取）"), _marked("《{}》"),
        "订单编号,实付金额(系统),付款时间(系统),承诺发货时间(系统),发货时间(系统)",
        "订单编号,实付金额,付款时间（北京时间）,承诺发货时间(UTC+8),发货时间（yyyy-MM-dd HH:mm）",
        ",".join(f"{each}/{other}" for each, other in zip(PLAIN, ENGLISH, strict=True)),
        ",".join(f"{other} ({each})" for each, other in zip(PLAIN, ENGLISH, strict=True)),
        ",".join(f"{each} {other}（必填）" for each, other in zip(PLAIN, ENGLISH, strict=True)),
        "Order ID (required),Amount paid ▲,1. Paid at,Promised at_1,Shipped at (optional)",
    ],
)  # fmt: skip
def test_a_heading_with_marks_is_the_heading(headings: str) -> None:
    found = answer_table(f"{headings}\n{ROWS}", given={})
    assert found.amounts == ["4.00", "12.00"]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        # What the other half names is something else, or more than the same once more.
        ("付款时间/发货时间", "付款时间发货时间"),
        ("付款时间/下单时间", "付款时间下单时间"),
        ("付款时间 (Shipped at)", "付款时间shippedat"),
        ("发货时间/Planned time", "发货时间plannedtime"),
        ("付款时间/Order Time", "付款时间ordertime"),
        ("发货时间/Delivery Date", "发货时间deliverydate"),
        ("实付金额/Order Amount", "实付金额orderamount"),
        ("付款时间/Date of payment by buyer", "付款时间"),
        ("订单编号/Platform Order No", "订单编号"),
        ("A.付款时间", "付款时间"),
        ("三、付款时间", "付款时间"),
        ("付款时间（必填，格式：2026-01-01 10:00）", "付款时间"),
        ("付款时间\n（必填）", "付款时间"),
        ("付款时间\n必填", "付款时间"),
        ("实付金额/Unit price", "实付金额unitprice"),
        ("实付金额(USD)", "实付金额usd"),
        ("订单号（系统）", "订单号系统"),
        ("48小时发货率", "48小时发货率"),
        ("1688订单号", "1688订单号"),
        ("3.5折价格", "35折价格"),
        ("支付时间/付款时间", "支付时间"),
        ("Paid at / 付款时间", "paidat"),
        ("下单时间", "下单时间"),
    ],
)
def test_two_different_things_are_not_one(heading: str, column: str) -> None:
    assert heading_keys(definition("late-delivery"), [heading]) == (column,)


def test_beside_another_record_of_the_same_the_own_one_is_told_apart() -> None:
    keys = heading_keys(definition("late-delivery"), ["付款时间（系统）", "付款时间"])
    assert keys == ("付款时间系统", "付款时间")


@pytest.mark.parametrize(
    "piece", ["（", "(必填", "_1", "1.", " - ", "付a", "/付款时间", "如：", "年-", "(必填,"]
)
def test_a_long_heading_takes_no_longer_than_its_length(piece: str) -> None:
    for times in (20, 40_000):
        heading = piece * times
        assert len(unmarked(heading)) <= len(heading)
        heading_keys(definition("late-delivery"), [heading])


def test_a_half_that_may_say_more_is_asked_about() -> None:
    head = "订单编号,实付金额,付款时间/Settled,承诺发货时间,发货时间"
    with pytest.raises(InputError) as refused:
        answer_table(f"{head}\n{ROWS}", given={})
    assert refused.value.values["columns"] == ("paid_at=付款时间/Settled",)


def test_headings_in_two_languages_are_found_below_a_title() -> None:
    head = ",".join(f"{each}/{other}" for each, other in zip(PLAIN, ENGLISH, strict=True))
    table = table_of(f"11月订单,,,,\n{head}\n{ROWS}")
    assert table.layout.above == 1
    assert table.headings.sure["paid_at"] == 2


@pytest.mark.parametrize(
    "heading",
    ["实付金额(单位:元)", "实付金额（单位：人民币元）", "实付金额/元", "订单应付金额/元",
     "实付金额_元", "实付金额 元", "实付金额￥", "实付金额/RMB",
     "Amount paid/CNY", '"Amount paid, CNY"', "Amount paid CNY",
     "amount_paid_cny", "Amount paid ¥"],
)  # fmt: skip
def test_yuan_change_nothing_however_they_are_written(heading: str) -> None:
    """24 hours late on 240: 1 per cent of 400, and 96 hours: 3 per cent."""
    headings = ",".join(heading if each == "实付金额" else each for each in PLAIN)
    assert answer_table(f"{headings}\n{ROWS}", given={}).amounts == ["4.00", "12.00"]


@pytest.mark.parametrize(
    ("calculator", "heading", "known"),
    [
        ("presale-days", "预售发货天数（天）", "预售发货天数"),
        ("entry-cost", "日均单量（单/天）", "日均单量"),
        ("entry-cost", "最快回款天数（天）", "最快回款天数"),
        ("safety-stock", "最少预留比例（％）", "最少预留比例"),
        ("safety-stock", "Stock (pcs)", "stock"),
        ("safety-stock", "库存/件", "库存"),
        ("invoice-freeze", "逾期月数（月）", "逾期月数"),
        ("purchase-limit", "Limit per order (pcs)", "limitperorder"),
        ("late-delivery", "数量（件）", "数量"),
        # What counts something else than its field.
        ("presale-days", "预售天数(小时)", "预售天数小时"),
        ("safety-stock", "库存（千件）", "库存千件"),
        ("entry-cost", "设备（台）", "设备台"),
        ("late-delivery", "实付（件）", "实付件"),
        ("buyer-invoice", "退款（件）", "退款件"),
        ("buyer-invoice", "已退（件）", "已退件"),
        ("buyer-invoice", "退款 (件)", "退款件"),
        ("buyer-invoice", "退款合计（件）", "退款合计件"),
        ("buyer-invoice", "【退款】（件）", "退款件"),
        ("buyer-invoice", "Refund（件）", "refund件"),
        ("buyer-invoice", "已退/件", "已退件"),
        ("invoice-freeze", "待开票金额（张）", "待开票金额张"),
    ],
)
def test_the_unit_of_its_field_behind_a_heading_changes_nothing(
    calculator: str, heading: str, known: str
) -> None:
    assert heading_keys(definition(calculator), [heading]) == (known,)


def test_pieces_given_back_are_no_yuan() -> None:
    text = "订单编号,实付金额,数量,退款（件）\n1,300,3,3\n2,100,1,0\n"
    found = answer_table(text)
    assert found.amounts == ["3.00", "3.00"]


def test_headings_that_stand_once_more_without_their_unit_are_the_same() -> None:
    text = "订单编号,实付金额,数量（件）\n1,1000,3\n订单编号,实付金额,数量\n3,700,2\n"
    assert answer_table(text).amounts == ["10.00", "", "7.00"]
