"""Moments of payment, collection and signing under names that no list has: each is asked."""

import pytest

from calculators import definition
from calculators.core.inputs.errors import InputError
from calculators.core.table.columns.doubts import doubt_text, doubts_of
from calculators.core.table.columns.of_payment import is_like_payment, is_of_balance
from calculators.core.table.names import key
from tests.support.lines_to_add import to_add
from tests.support.order_tables import answer_table, table_of

# 240 hours promised, clicked an hour before their end, scanned two hours after it.
HEAD = "订单编号,实付金额,付款时间,承诺发货时间,发货时间"
CLICKED = "1001,400,2026-11-01 10:00,2026-11-11 10:00,2026-11-11 09:00"
LATE = "1001,400,2026-11-01 10:00,2026-11-11 10:00,2026-11-12 10:00"
SCANNED = "2026-11-11 12:00"


def _asked(text: str, calculator: str = "late-delivery") -> tuple[str, ...]:
    with pytest.raises(InputError) as refused:
        answer_table(text, calculator, given={})
    found = refused.value.values["columns"]
    assert isinstance(found, tuple)
    return tuple(map(str, found))


@pytest.mark.parametrize(
    "heading",
    ["支付宝付款时间", "支付时间戳", "下单支付时间",
     "付款时间/Paid", "订单成交时间", "支付成功日期时间", "支付时间(UTC)", "Payment time (local)",
     "Buyer payment timestamp"],
)  # fmt: skip
def test_the_moment_of_payment_is_proposed_under_many_names(heading: str) -> None:
    text = f"订单编号,实付金额,{heading},承诺发货时间,发货时间\n{LATE}\n"
    for calculator in ("late-delivery", "out-of-stock", "order-check"):
        assert _asked(text, calculator)[0] == to_add("paid_at", heading)
    if "UTC" not in heading:
        # 240 hours promised: 1 per cent of 400.
        assert answer_table(text, chosen={"paid_at": heading}, given={}).amounts == ["4.00"]


@pytest.mark.parametrize(
    "heading",
    ["退款支付时间", "支付截止时间", "付款超时时间", "剩余支付时间", "定金支付时间",
     "支付方式", "运费支付时间", "支付单号", "佣金支付时间", "下单时间", "Refund paid at",
     "Payment due date", "Payment method"],
)  # fmt: skip
def test_what_only_sounds_like_the_payment_is_none(heading: str) -> None:
    assert not is_like_payment(key(heading))


def test_what_is_called_a_payment_and_holds_no_moment_is_none() -> None:
    text = f"订单编号,实付金额,用户支付时间点,承诺发货时间,发货时间\n1,400,微信,{LATE[24:]}\n"
    assert table_of(text).headings.matches["paid_at"].columns == ()


def test_a_promise_without_a_payment_asks_for_the_payment_first() -> None:
    text = f"订单编号,实付金额,下单时间,承诺发货时间,发货时间\n{LATE}\n"
    with pytest.raises(InputError) as refused:
        answer_table(text, given={})
    assert refused.value.values["columns"] == ("--column paid_at=… / promised_hours=48",)
    (doubt,) = doubts_of(refused.value)
    assert "承诺发货时间" in doubt_text(definition("late-delivery").texts("zh"), doubt)


@pytest.mark.parametrize(
    "heading",
    ["实际揽收时间", "第一条揽收时间", "揽收完成时间", "已揽收时间", "揽收", "取件时间",
     "快递收件时间", "首条轨迹时间", "首条物流时间", "Pickup time", "First scan",
     "上网时间", "首次上网时间", "物流上网时间", "物流首次更新时间", "最早物流时间", "承运时间",
     "GOT时间", "got_time", "Pickup date", "Pick-up date", "Picked up date", "Collect time",
     "collect_time", "Collect date", "First carrier scan", "Carrier scan", "Acceptance scan",
     "Origin scan", "Accepted by carrier", "Carrier accepted at", "Received by carrier",
     "Carrier handover", "First tracking update", "First logistics update"],
)  # fmt: skip
def test_a_scan_is_asked_also_beside_the_click(heading: str) -> None:
    text = f"{HEAD},{heading}\n{CLICKED},{SCANNED}\n"
    for calculator in ("late-delivery", "order-check"):
        assert _asked(text, calculator) == (to_add("collected_at", heading),)
    # Two hours late on 240 by the scan, and in time by the click.
    assert answer_table(text, chosen={"collected_at": heading}, given={}).amounts == ["4.00"]
    assert answer_table(text, chosen={"collected_at": ""}, given={}).amounts == ["0.00"]


@pytest.mark.parametrize(
    "heading", ["实际签收时间", "收货时间", "送达时间", "妥投日期时间", "Delivered Time"]
)
def test_signing_is_asked_also_beside_the_click(heading: str) -> None:
    text = f"{HEAD},{heading}\n{CLICKED},{SCANNED}\n"
    assert _asked(text, "order-check") == (to_add("signed_at", heading),)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("最晚揽收时间", SCANNED),
        ("揽收员", "张三"),
        ("揽收", "是"),
        ("预计送达时间", SCANNED),
        ("确认收货时间", SCANNED),
        ("揽收完成时间", "-"),
        ("出库时间", SCANNED),
    ],
)
def test_nothing_else_is_asked_beside_the_click(heading: str, cell: str) -> None:
    text = f"{HEAD},{heading}\n{CLICKED},{cell}\n"
    assert answer_table(text, given={}).amounts == ["0.00"]
    assert answer_table(text, "order-check", given={}).remarks == [""]


@pytest.mark.parametrize(
    "heading", ["尾款支付时间", "付尾款时间", "尾款付款成功时间", "Balance paid at"]
)
def test_the_balance_of_a_presale_is_told_by_its_heading(heading: str) -> None:
    assert is_of_balance(key(heading))


@pytest.mark.parametrize(
    "heading",
    ["交运时间", "发运时间", "寄件时间", "邮寄时间", "送出时间", "出仓时间", "离仓时间",
     "上传运单时间", "回传单号时间", "回传时间", "填单号时间", "称重时间", "Consign time",
     "consign_time", "Send time", "send_time", "Sent date", "Sent out at", "Sent",
     "Mailed at", "Posted at", "Handed over at",
     "Ship-out date", "Left warehouse at", "Fulfillment date", "Tracking uploaded at"],
)  # fmt: skip
def test_shipping_is_asked_before_each_order_counts_as_waiting(heading: str) -> None:
    text = f"订单编号,实付金额,付款时间,承诺发货时间,{heading}\n{LATE}\n"
    for calculator in ("late-delivery", "order-check"):
        assert _asked(text, calculator)[0] == to_add("shipped_at", heading)
    # A day late on 240 hours promised: 1 per cent of 400.
    assert answer_table(text, chosen={"shipped_at": heading}, given={}).amounts == ["4.00"]


@pytest.mark.parametrize(
    "heading", ["轨迹回传时间", "派送出发时间", "SMS sent at", "Pickup updated at"]
)
def test_what_only_sounds_like_shipping_is_none(heading: str) -> None:
    text = f"订单编号,实付金额,付款时间,承诺发货时间,{heading}\n{LATE}\n"
    found = table_of(text, "order-check").headings.matches
    assert not found["shipped_at"].columns
    assert not found["collected_at"].columns
