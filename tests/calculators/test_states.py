"""What a status says of an order, of a request after the sale and of a payment."""

import pytest

from calculators import definition
from calculators.core.table.files.opening import open_table
from calculators.core.table.orders.states.said import Said, said
from calculators.core.table.orders.states.states import (
    COUNTED,
    DOUBTFUL,
    UNDONE,
    UNPAID,
    UNPAID_ALONE,
    States,
)
from calculators.core.table.table import Table
from tests.support.order_tables import answer_table

PAID = "2026-07-01 10:02:20"


def _state(headings: str, row: str, other: str = "") -> str:
    """The state of the first of two orders, the other of which was paid."""
    head = f"订单编号,实付金额,支付完成时间,{headings}\n"
    filler = other or f"2,5,{PAID}" + "," * (headings.count(",") + 1)
    table = Table(
        definition("late-delivery"), open_table([f"{head}{row}\n{filler}\n".encode()]), "zh"
    )
    states = States(table.headings, table.headings.sure)
    return states.of(table.layout.below[0]).kind


@pytest.mark.parametrize(
    "status",
    [
        "已关闭", "交易关闭", "超时关闭", "系统关闭", "系统自动取消", "买家取消", "用户已取消",
        "商家缺货取消",
        "取消订单", "订单已失效", "已作废", "关闭（买家申请退款）", "退款后交易关闭",
        "因退款关闭交易",
        "Closed", "CANCELLED_BY_SELLER", "TradeClosed", "Order expired", "Cancelled (out of stock)",
        "Cancelled - refund pending", "Voided",
        "取消申请已通过", "取消申请成功", "取消审核通过", "申请取消成功", "取消申请已同意",
        "买家申请取消，商家同意", "取消订单申请通过", "CANCEL_COMPLETED", "CANCEL_COMPLETE",
        "Cancellation completed", "CANCEL_FINISHED", "CANCEL_SUCCESS", "ORDER_CANCEL",
        "TRADE_CLOSE", "ORDER_CLOSE", "BUYER_CANCEL", "SELLER_CANCEL", "CANCEL_BY_SELLER",
        "Cancel request approved",
        "2件商品全部取消", "取消全部2件", "已取消2/2", "取消1个订单", "订单已取消，1件未发",
        "部分退款，交易关闭", "超过3个小时取消", "All 3 items cancelled", "2 of 2 cancelled",
        "100% cancelled", "1 order cancelled", "Cancelled 07/01",
    ],
)  # fmt: skip
def test_whoever_closed_an_order_and_why_it_is_closed(status: str) -> None:
    assert said(status).closed
    assert _state("订单状态", f"1,5,{PAID},{status}") == UNDONE
    assert _state("订单状态", f"1,5,,{status}") == UNPAID


@pytest.mark.parametrize(
    "status",
    [
        "未关闭", "申请取消中", "取消申请待审核", "买家申请取消", "取消失败", "拒绝取消",
        "商家不同意取消", "待同意取消", "待商家同意取消",
        "取消申请被拒", "取消申请未通过", "取消申请失败", "取消审核中", "取消申请待商家同意",
        "买家申请取消，商家拒绝", "买家申请取消，已发货", "提交取消申请成功", "退款申请取消成功",
        "取消售后申请成功", "申请取消退款成功", "取消揽收申请成功", "Cancel request pending",
        "Cancellation not completed", "Cancel request not approved", "refund cancel success",
        "order cancel failed",
        "部分商品取消", "不可取消", "部份取消", "部份关闭", "部分缺货取消", "部分发货，其余取消",
        "取消部分商品", "部分商品已关闭", "1件已取消", "取消1件", "已取消1件", "其中1件已取消",
        "1/2已取消", "一件缺货已取消", "两个商品被取消", "剩余商品取消", "个别商品已取消",
        "售后关闭", "退款申请已取消", "退款超时关闭", "已取消售后", "买家已取消退款",
        "退款（已关闭）", "投诉已撤销",
        "Not closed", "Cancellation requested", "To be cancelled", "Cancel request rejected",
        "Refund closed", "Return request was cancelled", "Closed dispute", "Partially cancelled",
        "1 item cancelled", "One item cancelled", "Some items cancelled", "1 of 2 cancelled",
        "50% cancelled", "Cancelled (1 of 2)", "Remaining items cancelled",
        "Enclosed", "Disclosed", "Avoid", "Foreclosed",
    ],
)  # fmt: skip
def test_what_is_asked_for_refused_or_said_of_a_request_closes_no_order(status: str) -> None:
    assert not said(status).closed


@pytest.mark.parametrize(
    "status",
    [
        "退款成功关闭", "退货退款成功关闭", "已退款关闭", "退款后关闭", "退货退款-已完成",
        "仅退款：已完成", "退款/已完成", "退款_成功",
        "Refund paid", "Refund paid out", "Refund approved: completed", "Refund - completed",
        "退款成功", "已退款", "已全额退款", "全额退款", "退款完毕", "退款已完成", "退款已到账",
        "已退货退款",
        "退货退款成功", "仅退款成功", "已退", "同意退款，退款成功", "部分发货，退款成功", "退货",
        "已退货",
        "退款已处理", "退款处理完成", "退款处理成功", "退款处理完毕", "退货处理完成",
        "退款申请已完成", "退款处理已完成", "退货退款处理完成", "Refund processed",
        "TRADE_REFUND", "转入退款", "已退钱", "已返款", "完成退款", "平台垫付退款",
        "退款100%", "退款比例：100%", "2件商品已全部退款", "共3件已退款", "All 3 items refunded",
        "退款成功(2/2)", "退款成功 2026/07/01", "退款成功 07/12 10:00", "退款成功（比例100%）",
        "100%已退款", "每件已退款", "2 of 2 refunded", "Refunded 2/2", "100% refunded",
        "Both items refunded",
        "Refunded", "fully refunded", "Refund completed", "REFUND_SUCCESS", "Full refund",
        "Closed (refund completed)", "Returned", "Refunded (item not received)",
    ],
)  # fmt: skip
def test_a_refund_of_all_undoes_an_order(status: str) -> None:
    assert said(status).refunded
    for column in ("订单状态", "售后状态", "退款状态"):
        assert _state(column, f"1,5,{PAID},{status}") == UNDONE


@pytest.mark.parametrize(
    "status",
    [
        "退款成功（部分）", "退款成功，部分", "部分已退款", "部分商品退款成功", "已退差价",
        "退款成功-退运费",
        "全额退款中", "全额退款待审核", "申请全额退款", "待退款", "退款中", "未退款", "同意退款",
        "退款失败", "等待退款成功",
        "没有申请退款", "买家已退货，等待商家收货", "退款关闭",
        "Refunded (partial)", "Partially refunded", "partial refund completed", "To be refunded",
        "Refund pending", "Refund requested", "Not yet refunded", "Refund rejected", "unrefunded",
        "Being refunded", "Refunded: pending",
        "一件已退款", "已退1件", "两件已退货退款", "退款99%", "Refund 50%", "1 item refunded",
        "Refunded 2 pcs",
        "部份退款成功", "部份已退款", "退款成功（部份）",
        "退款处理中", "退款申请成功", "退款申请已处理", "退款未处理", "退款处理失败",
        "未退款处理完成", "拒绝退款处理完成", "退换货处理完成", "部分退款处理完成",
        "未完成退款", "完成退款申请", "待平台垫付退款", "好评已返款",
        "退款成功（1件）", "退款成功(1/2)", "退款成功1/3", "退款成功×1", "1套已退款", "一套已退款",
        "1盒已退款", "单件退款成功", "退款成功（非全额）", "按比例退款成功", "50%已退款",
        "退款成功（比例50%）", "其中一件已退款", "个别商品已退款", "1件已退款，共2件",
        "退款成功 3瓶", "已退款 数量：1", "三分之一已退款",
        "50% refunded", "One item refunded", "Two items refunded", "Some items refunded",
        "1 of 2 refunded", "Refunded (1 of 2)", "1/2 refunded", "Refunded x1", "Refunded qty 1",
        "refunded 1 line", "One of the items was refunded", "REFUNDED_1_ITEM",
    ],
)  # fmt: skip
def test_a_refund_of_a_part_or_under_way_undoes_none(status: str) -> None:
    assert not said(status).refunded
    assert _state("售后状态", f"1,5,{PAID},{status}") == COUNTED


@pytest.mark.parametrize(
    "status",
    [
        "退货完成", "退货成功", "退货已完成", "退款/退货成功", "退货已入库", "退货退款完成",
        "已退单",
        "退单", "退单成功", "整单退单", "拒收退回", "拒收已退回", "已退回", "买家拒收退货",
        "已退货",
        "退货完成（买家）", "售后完成，退货成功",
        "Return completed", "RETURN_SUCCESS", "Order returned", "Returned to seller",
        "Item returned",
        "Successful return", "Fully returned", "Returned and refunded",
    ],
)  # fmt: skip
def test_an_order_that_came_back_is_undone(status: str) -> None:
    for column in ("订单状态", "售后状态"):
        assert _state(column, f'1,5,{PAID},"{status}"') == UNDONE


@pytest.mark.parametrize(
    "status",
    [
        "退货中", "退货申请", "申请退单", "待退货入库", "退单中", "退单失败", "未退单",
        "退货完成，待退款",
        "部分退货完成", "退货成功（部分）", "退换货完成", "换货退货完成", "退货申请已退回",
        "发票已退回",
        "换货完成", "退单已关闭", "已取消退单", "退货完成后退款", "拒收", "退回中",
        "退货物流已签收",
        "备注已删除", "地址无效", "优惠券无效", "评价已删除", "商家未拒单", "支付交易失败",
        "Return requested", "Return pending", "Return request completed", "Partially returned",
        "Not returned", "To be returned", "Returned (partial)", "Exchange return completed",
        "Return completed, refund rejected", "Deposit returned", "Comment deleted",
        "Invalid address",
    ],
)  # fmt: skip
def test_what_has_not_come_back_or_is_said_of_something_else_undoes_none(status: str) -> None:
    assert _state("订单状态", f'1,5,{PAID},"{status}"') == COUNTED


@pytest.mark.parametrize(
    "status",
    [
        "交易失败", "订单失败", "无效订单", "订单无效", "无效", "已删除", "订单已删除",
        "买家已删除", "已拒单",
        "商家拒单", "弃单", "已废弃", "Deleted", "Invalid order", "Order deleted",
        "Transaction failed",
    ],
)  # fmt: skip
def test_an_order_that_failed_or_is_void_was_closed(status: str) -> None:
    assert _state("订单状态", f"1,5,{PAID},{status}") == UNDONE
    assert _state("订单状态", f"1,5,,{status}") == UNPAID


@pytest.mark.parametrize(
    "status",
    ["已关闭", "关闭", "已取消", "售后取消", "已撤销", "Closed", "Cancelled", "Declined", "已失效"],
)
def test_a_request_that_ended_undoes_no_order(status: str) -> None:
    assert _state("订单状态,售后状态", f"1,5,{PAID},已完成,{status}") == COUNTED
    assert _state("退款状态", f"1,5,{PAID},{status}") == COUNTED


@pytest.mark.parametrize(
    "status",
    [
        "佣金已退", "运费已退", "运费险已退", "差价已退", "赠品已退款", "赠品缺货已退款",
        "押金已退", "定金已退",
        "优惠券已退", "积分已退还", "好评返现已退款", "手续费已退", "平台已退佣金", "已退运费",
        "保价退款", "保价退款成功",
        "价保已退款", "买贵退款成功", "小额退款成功", "退款成功（佣金）", "退款完成-赠品",
        "佣金全额退款", "已退款一半",
        "用户取消订单售后", "取消了售后", "取消该订单的售后", "取消本次售后", "取消订单售后申请",
        "取消订单退款申请",
        "已取消退款申请", "已取消仅退款", "撤销订单退款", "取消订单投诉", "取消订单催单",
        "关闭订单售后", "取消换货",
        "面单已作废", "运单已取消", "取消揽收", "优惠券已失效", "赠品已取消", "活动已取消",
        "取消催发货", "工单已关闭",
        "Shipping refunded", "Commission refunded", "Refunded (gift)", "refunded the shipping fee",
        "Price protection refund completed", "Price difference refunded",
        "Buyer cancelled the refund",
        "Cancelled the return", "Shipping label voided", "Coupon expired",
    ],
)  # fmt: skip
def test_what_is_said_of_something_else_undoes_no_order(status: str) -> None:
    for column in ("订单状态", "售后状态", "退款状态"):
        assert _state(column, f"1,5,{PAID},{status}") == COUNTED


@pytest.mark.parametrize(
    "status",
    [
        "已退款含运费", "已全额退款（含运费）", "退款成功，运费已退", "已退款，佣金已退",
        "货款已退还", "已退全款",
        "已仅退款", "退款成功优惠券已返还", "订单已退款", "全部商品已退款", "缺货退款成功",
        "售后退款成功",
        "取消订单退款成功",
        "Refunded including shipping", "Refund completed, shipping refunded", "Item refunded",
    ],
)  # fmt: skip
def test_what_is_said_of_something_else_besides_leaves_the_order_refunded(status: str) -> None:
    for column in ("订单状态", "售后状态"):
        assert _state(column, f'1,5,{PAID},"{status}"') == UNDONE


@pytest.mark.parametrize(
    "status",
    [
        "用户取消订单，售后关闭", "活动取消订单", "优惠券问题取消订单", "因违规取消订单",
        "快递停发取消订单",
        "投诉后取消订单", "已取消买家不想要了", "取消订单，已售后",
    ],
)  # fmt: skip
def test_an_order_is_closed_for_many_reasons(status: str) -> None:
    assert _state("订单状态", f'1,5,{PAID},"{status}"') == UNDONE


@pytest.mark.parametrize("status", ["佣金未支付", "运费待支付", "补差价未付款", "保证金未支付"])
def test_something_else_that_is_not_paid_is_not_the_order(status: str) -> None:
    assert _state("订单状态", f"1,5,{PAID},{status}") == COUNTED
    assert _state("订单状态", f"1,5,{PAID},定金未支付") == UNPAID


def test_a_request_may_name_the_order() -> None:
    assert _state("售后状态", f"1,5,{PAID},订单已取消") == UNDONE


@pytest.mark.parametrize(
    "status",
    [
        "待付款", "待支付", "未付款", "尚未支付", "等待买家付款", "买家未付款", "超时未支付取消",
        "付款前已取消",
        "unpaid", "Awaiting payment", "WAIT_BUYER_PAY", "Payment pending", "Not paid", "To be paid",
        "Cancelled before payment", "Payment not received",
    ],
)  # fmt: skip
def test_what_says_that_an_order_was_not_paid(status: str) -> None:
    for column in ("订单状态", "支付状态", "交易状态", "Order State", "Payment status"):
        assert _state(column, f"1,5,{PAID},{status}") == UNPAID


@pytest.mark.parametrize(
    "status",
    [
        "支付失败", "付款超时", "付款待确认", "付款确认中", "支付处理中", "付款待审核",
        "Payment failed", "Pending", "pay declined", "Payment processing", "payment under review",
    ],
)  # fmt: skip
def test_what_may_have_been_paid_in_the_end(status: str) -> None:
    assert _state("订单状态", f"1,5,,{status}") == UNPAID
    assert _state("订单状态", f"1,5,{PAID},{status}") == COUNTED


NOT_YET_PAID = [
    "处理中", "待处理", "未处理", "未完成", "未确认", "待确认收款", "转账待确认", "付款凭证待审核",
    "银行处理中", "processing", "In process", "PROCESSING_PAYMENT", "not completed",
    "Awaiting confirmation", "no", "否", "false", "未收款", "待收款", "未收到款", "未到账",
    "未缴费", "已拒绝", "declined", "Rejected", "incomplete", "收款中", "未结清",
]  # fmt: skip


@pytest.mark.parametrize("column", ["付款状态", "支付状态", "收款状态", "Payment status"])
@pytest.mark.parametrize("word", NOT_YET_PAID)
def test_below_a_heading_of_payments_a_word_need_not_name_them(column: str, word: str) -> None:
    other = f"2,5,{PAID},已支付"
    assert _state(column, f"1,5,,{word}", other) == UNPAID
    assert _state(column, f"1,5,{PAID},{word}", other) == COUNTED
    # What has left, or waits for that, was paid.
    for status in ("已发货", "待发货"):
        text = f"订单编号,实付金额,订单状态,{column}\n1,400,已发货,已支付\n2,500,{status},{word}\n"
        assert answer_table(text).amounts == ["4.00", "5.00"]
    alone = answer_table(f"订单编号,实付金额,{column}\n1,400,已支付\n2,500,{word}\n")
    assert (alone.amounts, alone.table.totals.unpaid) == (["4.00", ""], 1)


@pytest.mark.parametrize("word", ["voided", "expired", "已关闭", "已取消"])
def test_a_payment_that_was_closed_was_never_made(word: str) -> None:
    found = answer_table(f"订单编号,实付金额,支付状态\n1,400,已支付\n2,500,{word}\n")
    assert (found.amounts, found.table.totals.unpaid) == (["4.00", ""], 1)
    assert _state("支付状态", f"1,5,{PAID},{word}") == UNDONE


@pytest.mark.parametrize(
    "word", ["已收款", "已到账", "已缴费", "已结清", "是", "yes", "success", "captured", "成功"]
)
def test_below_a_heading_of_payments_more_words_say_that_one_was_made(word: str) -> None:
    found = answer_table(f"订单编号,实付金额,收款状态\n1,400,{word}\n2,500,未收款\n")
    assert found.amounts == ["4.00", ""]
    assert "is not known" not in found.notes


@pytest.mark.parametrize(
    "status",
    [
        "Auto payment completed",
        "已支付",
        "支付成功",
        "已付款",
        "Paid",
        "预付款",
        "已支付待确认",
        "定金已付尾款已付",
        "全款已付",
        "待支付宝确认",
        "Topaz",
    ],
)
def test_what_was_paid_is_not_unpaid(status: str) -> None:
    assert _state("支付状态", f"1,5,{PAID},{status}") == COUNTED


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("", UNPAID_ALONE),
        ("-", UNPAID_ALONE),
        ("0000-00-00 00:00:00", UNPAID_ALONE),
        ("1970-01-01 08:00:00", UNPAID_ALONE),
        ("未付款", UNPAID_ALONE),
        ("未支付", UNPAID_ALONE),
        (PAID, COUNTED),
    ],
)
def test_an_order_without_the_payment_that_others_have_was_not_paid(
    moment: str, state: str
) -> None:
    assert _state("备注", f"1,5,{moment},") == state
    assert _state("订单状态", f"1,5,{moment},已关闭") == (UNDONE if moment == PAID else UNPAID)
    # A column that is empty all the way down says nothing.
    assert _state("备注", f"1,5,{moment},", "2,5,,") == COUNTED


@pytest.mark.parametrize("status", ["已发货", "已完成", "待发货", "已付款", "Shipped", "Paid"])
def test_a_status_of_a_paid_order_without_the_payment_is_doubtful(status: str) -> None:
    assert _state("订单状态", f"1,5,,{status}") == DOUBTFUL


@pytest.mark.parametrize(
    ("status", "shipped"),
    [
        ("已发货", True), ("已完成", True), ("交易成功", True), ("卖家已发货，等待买家确认", True),
        ("运输中", True),
        ("待收货", True), ("已签收", True), ("Shipped", True), ("COMPLETED", True),
        ("In transit", True),
        ("待发货", False), ("未发货", False), ("部分已发货", False), ("未完成", False),
        ("退款已完成", False),
        ("CANCEL_COMPLETED", False), ("Cancellation completed", False),
        ("支付已完成", False), ("备货中", False), ("Not shipped", False), ("Unshipped", False),
        ("Awaiting shipment", False), ("Payment completed", False), ("Partially shipped", False),
        ("To be delivered", False), ("Refund completed", False),
    ],
)  # fmt: skip
def test_what_says_that_an_order_was_shipped(status: str, *, shipped: bool) -> None:
    assert said(status).shipped == shipped


@pytest.mark.parametrize(
    "status",
    [
        "已完成", "交易成功", "交易完成", "已签收", "已签收（本人签收）", "确认收货",
        "买家已确认收货", "系统自动确认收货", "已收货，交易成功",
        "已送达", "妥投", "待评价", "双方已评",
        "已全部签收", "完成",
        "completed", "Received", "Delivered", "TRADE_FINISHED", "TRADE_SUCCESS", "Signed for",
        "Delivered to buyer", "OrderCompleted",
    ],
)  # fmt: skip
def test_what_says_that_the_buyer_has_it(status: str) -> None:
    found = said(status)
    assert found.finished
    assert found.shipped


@pytest.mark.parametrize(
    "status",
    [
        "已发货", "待收货", "待签收", "等待买家确认收货", "运输中", "部分签收", "已签收部分",
        "签收失败", "拒签", "未签收", "未完成", "已完成发货", "发货已完成", "配货已完成",
        "支付已完成", "退货已签收", "退款已完成", "已完成待发货", "已揽收", "提交订单成功",
        "Shipped", "In transit", "Not delivered",
        "To be delivered", "Partially delivered", "Order received", "Payment received",
        "Shipping completed", "Info received", "Received by carrier", "Delivered to courier",
        "Fulfilled", "Refund completed", "Return received",
    ],
)  # fmt: skip
def test_what_does_not_say_that_the_buyer_has_it(status: str) -> None:
    assert not said(status).finished


@pytest.mark.parametrize(
    "status",
    [
        "全部发货", "已全部发货", "已寄件", "已寄送", "已寄",
        "已发", "发了", "已投递", "投递中", "转运中",
        "待派送", "待自提", "已到达", "已交运", "已交快递",
        "已出仓", "物流运输", "运输途中", "快递已取件",
        "Sent", "On the way", "Picked up", "Handed to carrier", "Handed over to courier", "Arrived",
        "Left warehouse", "En route", "parcel collected", "Mailed", "Accepted by carrier", "已上网",
    ],
)  # fmt: skip
def test_what_a_courier_does_comes_after_shipping(status: str) -> None:
    assert said(status).shipped
    assert not said(status).waiting


@pytest.mark.parametrize(
    "status",
    [
        "待发货", "未发货", "待发", "没发", "备货中",
        "待出库", "已付款", "待审核", "已审核", "审核中",
        "已打单", "拣货中", "待配货", "处理中", "缺货",
        "预售", "待揽收", "等待卖家发货", "待出仓", "挂起",
        "Paid", "Awaiting shipment", "Unfulfilled", "Processing", "Ready to ship", "To be sent",
        "Not yet sent", "WAIT_SELLER_SEND_GOODS", "waitsellersend", "On hold", "Backordered",
    ],
)  # fmt: skip
def test_what_says_that_an_order_waits(status: str) -> None:
    assert said(status).waiting
    assert not said(status).shipped


@pytest.mark.parametrize(
    "status",
    ["部分发货", "部分已发货", "异常", "正常",
    "已寄发票", "退款中", "Partially sent", "Invoice sent",
     "Partially shipped", "xyz", "3"],
)  # fmt: skip
def test_what_tells_neither(status: str) -> None:
    assert not said(status).waiting
    assert not said(status).shipped


@pytest.mark.parametrize(
    "status",
    [
        "全额退",
        "已全额退",
        "全退",
        "退全款",
        "退了全款",
        "全款退",
        "整单退",
        "全额退货退款",
        "Refund in full",
    ],
)
def test_all_of_the_money_given_back_undoes_an_order(status: str) -> None:
    assert _state("订单状态", f"1,5,{PAID},{status}") == UNDONE


@pytest.mark.parametrize(
    "status",
    ["未全额退", "可全额退", "支持全退", "申请全额退",
    "待全退", "全额退中", "退全款待审核", "申请退全款",
     "安全退出", "包退全款", "部分全退"],
)  # fmt: skip
def test_all_of_it_that_may_be_given_back_undoes_none(status: str) -> None:
    assert _state("订单状态", f"1,5,{PAID},{status}") == COUNTED


@pytest.mark.parametrize(
    ("constant", "state"),
    [
        ("TRADE_CLOSED_BY_TAOBAO", UNPAID),
        ("TRADE_CLOSED_BY_USER", UNPAID),
        ("TRADE_NO_CREATE_PAY", UNPAID),
        ("PAY_PENDING", UNPAID),
        ("NOT_PAY", UNPAID),
        ("FRONT_NOPAID_FINAL_NOPAID", UNPAID),
        ("FRONT_PAID_FINAL_NOPAID", UNPAID),
        ("FRONT_PAID_FINAL_PAID", COUNTED),
        ("waitbuyerpay", UNPAID),
        # After payment.
        ("TRADE_CLOSED", UNDONE),
        ("TRADE_CANCELED", UNDONE),
        ("PAID_FORBID_CONSIGN", COUNTED),
        ("WAIT_SELLER_STOCK_OUT", COUNTED),
        ("waitbuyerreceive", COUNTED),
    ],
)
def test_a_constant_means_what_its_platform_says(constant: str, state: str) -> None:
    assert _state("订单状态", f"1,5,{PAID},{constant}") == state


@pytest.mark.parametrize(
    ("status", "total"),
    [
        ("已退款0.5元", "¥7.00"),
        ("退款成功：￥20", "¥7.00"),
        ("已退款（99.99元）", "¥7.00"),
        ("Refunded 5.00", "¥7.00"),
        ("退款成功50%", "¥7.00"),
        ("已退款100元", "¥4.00"),
        ("退款成功100%", "¥4.00"),
        ("退款成功 2026-07-01", "¥4.00"),
        ("退款成功（含运费10元）", "¥4.00"),
        ("交易关闭，已退款0.5元", "¥4.00"),
    ],
)
def test_a_refund_of_less_than_the_amount_is_one_of_a_part(status: str, total: str) -> None:
    found = answer_table(f"订单编号,实付金额,订单状态\n1,400,已发货\n2,100,{status}\n")
    # 1 per cent, and 3.00 at least.
    assert found.amounts == ["4.00", "3.00"]
    assert found.table.totals.words()["sums"][0]["text"] == total


def test_a_long_cell_tells_no_state() -> None:
    assert said("已关闭" * 100_000) == Said()


@pytest.mark.parametrize(
    "status",
    [
        "地址修改已取消",
        "拦截已取消",
        "已取消自动发货",
        "价保已取消",
        "赔付已关闭",
        "取消订单失败",
        "退款成功（运费）",
        "已发货，退款成功¥20（差价）",
        "WAIT_SELLER_SEND_GOODS",
    ],
)
def test_what_was_closed_beside_an_order_or_given_back_of_it_undoes_none(status: str) -> None:
    found = answer_table(
        f"订单号,实付金额,付款时间,订单状态\nA1,500,2025-03-01 10:00:00,{status}\n"
    )
    assert found.amounts == ["5.00"]


@pytest.mark.parametrize("status", ["", "待处理", "已发货", "货到付款"])
def test_what_is_paid_at_the_door_counts_without_a_moment_of_payment(status: str) -> None:
    found = answer_table(
        "订单号,支付方式,实付金额,付款时间,订单状态\n"
        f"A1,微信,200,2025-03-01 10:00:00,\nA2,货到付款,500,,{status}\n"
    )
    assert found.amounts == ["3.00", "5.00"]


def test_an_order_is_paid_at_once_though_one_of_its_rows_alone_says_so() -> None:
    found = answer_table(
        "主订单编号,实付金额,付款时间\nA1,600,2025-03-01 10:00:00\nA1,400,\n"
        "A2,500,\nA2,300,2025-03-01 10:00:00\n"
    )
    assert found.amounts == ["10.00", "", "8.00", ""]


@pytest.mark.parametrize(
    ("order", "item"),
    [
        ("订单状态", "子订单状态"),
        ("订单状态", "商品状态"),
        ("订单状态", "子单状态"),
        ("售后状态", "子订单售后状态"),
        ("退款状态", "商品退款状态"),
        ("order status", "sub order status"),
        ("order status", "Item status"),
        ("refund status", "Item refund status"),
    ],
)
def test_the_state_of_a_sub_order_is_the_nearer_one_for_its_row(order: str, item: str) -> None:
    for whole in ("已完成", "退款成功"):
        found = answer_table(
            f"主订单编号,实付金额,支付完成时间,{order},{item}\n"
            f"A1,600,{PAID},{whole},退款成功\nA1,400,{PAID},{whole},已发货\n"
        )
        # Of 600 the 6.00 stand apart; 1 per cent of the other 400 is counted.
        assert found.amounts == ["6.00", "4.00"]
        assert found.table.totals.words()["sums"][0]["text"] == "¥4.00"
    # Alone it tells as much.
    alone = answer_table(
        f"主订单编号,实付金额,支付完成时间,{item}\nA1,600,{PAID},退款成功\nA1,400,{PAID},已发货\n"
    )
    assert alone.table.totals.words()["sums"][0]["text"] == "¥4.00"


def test_where_nothing_is_said_of_a_sub_order_the_state_of_its_order_tells() -> None:
    # An empty cell says that nothing was asked for, where another says more; many rows may be
    # above that one.
    head = "主订单编号,实付金额,支付完成时间,订单状态,子订单状态,退款状态,商品退款状态\n"
    rows = "".join(f"B{n},1,{PAID},,,,\n" for n in range(100))
    text = f"{head}A1,600,{PAID},,,退款成功,\n{rows}A1,400,{PAID},,,退款成功,"
    assert answer_table(f"{text}退款成功\n").table.totals.words()["sums"][0]["text"] == "¥6.00"
    assert answer_table(f"{text}\n").table.totals.words()["sums"][0]["text"] == "¥0.00"
    closed = answer_table(f"{head}A1,600,{PAID},已关闭,正常,,\nA2,400,{PAID},,,,\n")
    assert closed.table.totals.words()["sums"][0]["text"] == "¥4.00"


WAYS = ["", "货到付款", "先用后付", "未支付(先享后付)", "未付款（货到付款）", "月付", "白条", "COD"]
MOMENTS = "订单号,支付方式,实付金额,付款时间,承诺发货时间,发货时间\n"


@pytest.mark.parametrize("word", WAYS)
def test_what_needs_no_moment_of_payment_is_answered_without_one(word: str) -> None:
    due = "2026-07-03 10:00:00"
    found = answer_table(
        f"{MOMENTS}A1,微信,1299,{PAID},{due},2026-07-02 10:00:00\n"
        # In time: nothing is taken, whatever was promised.
        f"A2,货到付款,1299,{word},{due},2026-07-02 10:00:00\n"
        # Six days late, and 1 per cent of it is more than the most that is taken.
        f"A3,货到付款,6000,{word},{due},2026-07-09 10:00:00\n"
        # A day late: 0.00 on a promise of 48 hours, 13.00 on any longer one.
        f"A4,货到付款,1299,{word},{due},2026-07-04 10:00:00\n",
        given={},
    )
    assert found.amounts == ["0.00", "0.00", "50.00", ""]
    assert "how many hours were promised" in found.remarks[3]
    assert "“Promised hours”" in found.remarks[3]
    # Said for the row alone, it is answered, and the others go by their own.
    head = MOMENTS.replace("\n", ",承诺小时数\n")
    own = f"A1,微信,1299,{PAID},{due},2026-07-04 10:00:00,\n"
    told = f"A4,货到付款,1299,{word},{due},2026-07-04 10:00:00,72\n"
    assert answer_table(head + own + told, given={}).amounts == ["0.00", "13.00"]


@pytest.mark.parametrize("word", WAYS)
def test_where_the_moment_of_payment_decides_nothing_another_word_may_stand_there(
    word: str,
) -> None:
    head = "订单号,支付方式,实付金额,付款时间\n"
    rows = f"{head}A1,微信,200,2025-03-01 10:00:00\nA2,货到付款,500,{word}\n"
    for hours in ({}, {"promised_hours": "48", "late_hours": "1"}):
        assert answer_table(rows, given={"on": "2025-03-01", **hours}).amounts == ["3.00", "5.00"]
    # Without a day of its own it goes by today's rules, which ask for hours.
    found = answer_table(rows, given={})
    assert found.amounts == ["3.00", ""]
    assert "Without a time of payment the day of its rules is not known" in found.remarks[1]


def test_what_stands_for_a_moment_of_payment_is_read_as_one_or_as_a_way_of_paying() -> None:
    found = answer_table(f"订单号,实付金额,付款时间\nA1,200,{PAID}\nA2,500,微信支付\nA3,500,乱码\n")
    assert found.amounts == ["3.00", "5.00", ""]
    assert "time of payment" in found.remarks[2]


@pytest.mark.parametrize(
    ("headings", "cells", "amount"),
    [
        ("支付方式,支付状态", "货到付款,未付款", "5.00"),
        ("支付方式,支付状态", "先用后付,待支付", "5.00"),
        ("支付方式,支付状态", "微信,未付款", ""),
        ("支付状态,订单状态", "未支付（先用后付）,待发货", "5.00"),
        ("支付状态,订单状态", "未支付,待付款（货到付款）", "5.00"),
        ("支付方式,订单状态", "月付,待付款", ""),
    ],
)
def test_what_is_paid_later_is_not_unpaid(headings: str, cells: str, amount: str) -> None:
    rows = f"订单号,实付金额,付款时间,{headings}\nA1,200,{PAID},,\nA2,500,,{cells}\n"
    assert answer_table(rows).amounts == ["3.00", amount]


@pytest.mark.parametrize(
    ("heading", "word", "amount"),
    [
        ("运费付款方式", "月结", ""),
        ("快递结算方式", "月结", ""),
        ("物流付款方式", "货到付款", ""),
        ("商品名称", "COD", ""),
        ("客户备注", "挂账", ""),
        ("Freight payment", "COD", ""),
        ("供应商结算", "账期", ""),
        ("结算方式", "月结", "5.00"),
        ("付款方式", "月结", "5.00"),
        ("订单类型", "货到付款", "5.00"),
        ("Payment method", "COD", "5.00"),
    ],
)
def test_only_a_column_of_paying_says_that_an_order_is_paid_later(
    heading: str, word: str, amount: str
) -> None:
    rows = f"订单编号,实付金额,付款时间,{heading}\n1,200,{PAID},{word}\n2,500,,{word}\n"
    assert answer_table(rows).amounts == ["3.00", amount]


def test_what_a_courier_is_paid_leaves_an_order_closed_before_payment() -> None:
    rows = (
        "订单编号,实付金额,付款时间,快递结算,订单状态\n"
        f"1,200,{PAID},月结,已发货\n2,100,,月结,已关闭\n"
    )
    found = answer_table(rows)
    assert found.amounts == ["3.00", ""]
    assert found.table.totals.apart == 0


@pytest.mark.parametrize(
    "status",
    ["被合并", "已被合并", "已合并", "被拆分", "已拆分", "已拆单", "merged", "Order was split"],
)
def test_what_was_joined_or_split_is_no_order_of_its_own(status: str) -> None:
    found = answer_table(
        "内部订单号,线上订单号,状态,实付金额\n"
        f"11,6926001,{status},400\n12,6926001,已发货,200\n13,6926001,已发货,200\n"
    )
    # 400 is 200 and 200: 1 per cent is 4.00.
    assert found.amounts == ["", "4.00", ""]
    assert "merged or split" in found.notes
    assert "stand for it" in found.remarks[0]


def test_orders_that_a_program_joined_are_counted_where_they_went() -> None:
    found = answer_table(
        "内部订单号,线上订单号,状态,实付金额\n"
        '11,6926001,被合并,200\n12,6926002,被合并,200\n13,"6926001,6926002",已发货,400\n'
    )
    assert found.amounts == ["", "", "4.00"]


@pytest.mark.parametrize("status", ["合并发货", "已合并发货", "待合并", "拆分发货", "未合并"])
def test_parcels_of_several_orders_are_none_that_was_joined(status: str) -> None:
    assert _state("订单状态", f"1,5,{PAID},{status}") == COUNTED


@pytest.mark.parametrize(
    ("head", "rows", "allowed", "undone", "unpaid"),
    [
        # Four pieces to a buyer; without limits whatever is asked for would go through.
        ("订单状态", ["已完成", "退款成功", "待支付", "已发货"], ["yes", "", "", "yes"], 1, 1),
        ("售后状态", ["-", "退款成功", "售后关闭", ""], ["yes", "", "yes", "yes"], 1, 0),
        ("Order status", ["completed", "refunded", "cancelled", ""], ["yes", "", "", "yes"], 2, 0),
        ("商品状态", ["在售", "已下架", "", "在售"], ["yes", "yes", "yes", "yes"], 0, 0),
    ],
)
@pytest.mark.parametrize(("limits", "cells"), [("", ""), (",累计限购", ",4")])
def test_of_orders_that_were_not_kept_it_is_not_asked_whether_they_may_be_placed(  # noqa: PLR0913, PLR0917
    head: str,
    rows: list[str],
    allowed: list[str],
    undone: int,
    unpaid: int,
    limits: str,
    cells: str,
) -> None:
    text = "\n".join(
        [f"买家,下单件数,{head}{limits}", *(f"A,4,{each}{cells}" for each in rows), ""]
    )
    found = answer_table(text, "buyer-order")
    assert found.amounts == allowed
    assert (f"not answered: {undone}." in found.notes) == bool(undone)
    assert (f"not counted: {unpaid}." in found.notes) == bool(unpaid)


def test_a_status_of_the_items_alone_may_say_nothing_of_the_order() -> None:
    found = answer_table("订单编号,实付金额,商品状态\n1,400,在售\n2,400,退款成功\n")
    assert found.amounts == ["4.00", "4.00"]
    assert "Refunded or closed after payment: 1," in found.notes


@pytest.mark.parametrize(
    "status",
    [
        "退款-已关闭",
        "退款：取消",
        "撤销退款",
        "申请撤单退款",
        "拒绝撤单退款",
        "退款申请关闭",
        "换货-已完成",
        "取消退款-已完成",
        "撤销退款/已完成",
        "未申请退款，已完成",
        "无退货退款，已完成",
        "七天无理由退货/已完成",
    ],
)
def test_behind_a_mark_stands_what_became_of_the_request(status: str) -> None:
    for column in ("订单状态", "售后状态"):
        assert _state(column, f"1,5,{PAID},{status}") == COUNTED


@pytest.mark.parametrize(
    "status", ["发货后退款", "签收后退款", "超时自动退款", "协商退款", "赔付退款", "协商一致退款"]
)
def test_a_kind_of_refund_alone_is_quoted(status: str) -> None:
    text = f"订单编号,实付金额,支付时间,订单状态,售后状态\n1,500,{PAID},已发货,{status}\n"
    found = answer_table(text, given={"promised_hours": "240", "late_hours": "5"})
    assert f"“{status}” (1)" in found.notes


@pytest.mark.parametrize(
    "status", ["等待外仓发货", "待供销商发货", "待递交仓库", "待选仓", "待分仓", "待合单", "待发运"]
)
def test_a_program_waits_in_its_own_words(status: str) -> None:
    times = "2026-11-01 10:00,2026-11-11 10:00,"
    text = f"订单编号,实付金额,支付时间,承诺发货时间,发货时间,订单状态\n1,500,{times},{status}\n"
    assert answer_table(text, given={"now": "2026-11-11 15:00"}).amounts == ["5.00"]


@pytest.mark.parametrize(
    "status", ["撤单退款", "已撤单退款", "撤单成功退款", "已撤销并退款", "已取消并退款"]
)
def test_an_order_that_was_withdrawn_and_refunded_is_undone(status: str) -> None:
    for column in ("订单状态", "售后状态"):
        assert _state(column, f"1,5,{PAID},{status}") == UNDONE


@pytest.mark.parametrize("status", ["申请退款后关闭", "撤销退款后关闭", "取消退款后关闭"])
def test_what_was_closed_after_it_was_asked_for_gave_nothing_back(status: str) -> None:
    assert not said(status).refunded
    assert _state("订单状态,售后状态", f"1,5,{PAID},已发货,{status}") == COUNTED


@pytest.mark.parametrize("status", ["已付款已取消", "已付款关闭", "已支付取消", "已付款超时关闭"])
def test_what_was_paid_and_closed_then_is_undone(status: str) -> None:
    found = answer_table(f"订单编号,实付金额,订单状态\n1,400,已发货\n2,500,{status}\n")
    assert (found.amounts, found.table.totals.apart) == (["4.00", "5.00"], 1)
    assert _state("订单状态", f"1,5,,{status.replace('已', '', 1)}") == UNPAID
