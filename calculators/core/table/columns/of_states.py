"""Columns of states: what their headings say that they tell, whatever else they are called.

Every program calls them otherwise: 平台状态, 履约状态, 售后结果. A column is one where its heading
ends as theirs do, names nothing else that has a state (an invoice, a print), and its first cells
say in words that are known what becomes of orders.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from calculators.core.table import cells
from calculators.core.table.columns.beside_inputs import (
    AFTER_SALE,
    ASKED_FOR,
    CLOSING,
    ITEM_AFTER_SALE,
    ITEM_STATUS,
    PAYMENT,
    REMARKS,
    SHIPPING,
    STATUS,
)
from calculators.core.table.columns.layout import Layout
from calculators.core.table.columns.yes_or_no import are_answers, asked_by, in_words, may_ask
from calculators.core.text.patterns import lazy_pattern

# Headings as keys, see ``names.key``; longer ones are none of states.
_LONGEST = 40
_STATES = lazy_pattern(
    r"(?:状态|状况|阶段|情况|结果|进度|进展)(?:名称|描述|说明|文本|中文)?$"
    r"|(?:status|state|stage)(?:name|text|description)?$"
)
# Without such an ending, and called so by enough programs.
_ALSO = lazy_pattern(
    r"(?:订单)?(?:售后|退款|退货|退换货?|退货退款|退款退货|售后退款|退款售后|履约)"
    r"|fulfill?ment|aftersales?|refunds?|returns?|refundinfo"
)
# Why an order was closed.
_OF_CLOSING = lazy_pattern(
    r"(?:订单|交易|买家|商家|卖家|用户|系统|平台)*(?:取消|关闭|关单|撤单|作废)(?:订单|交易)?的?(?:原因|理由|类型)"
    r"(?:名称|描述|说明|文本)?"
    r"|(?:order|trade|transaction)?(?:cancel(?:l?ed|l?ation|l?ing)?|clos(?:e|ed|ing|ure))(?:order|by)?"
    r"(?:reason|cause)(?:text|description|name)?|reasonfor(?:cancell?ation|cancell?ing|clos(?:ing|ure))",
    holds=("原因", "理由", "类型", "reason", "cause"),
)
_OF_WHAT_IS_ASKED_FOR = lazy_pattern(
    r"(?:售后|退换货?|退款|退货|维权)(?:单|服务|申请)?(?:类型|类别|方式|种类)"
    r"|(?:aftersales?|refund|return|request)(?:request|service)?(?:type|kind|category)",
    holds=("类", "方式", "种", "type", "kind", "category"),
)
# What has a state of its own.
_OF_SOMETHING_ELSE = lazy_pattern(
    r"发票|开票|审[核批单]|[财客风]审|风控|打印|打单|面单|库存|仓|入库|拣货|配货|备货|采购|生产|上架|上下架|销售|结算|对账|打款|提现"
    r"|佣金|分销|分账|达人|主播|评[价论]|留言|备注|标[记签]|旗|锁|冻结|挂起|异常|拦截|催|会员|[用客]户|买家|账[号户]|营业|启用|同步|推送"
    r"|下载|上传|导[入出]|仲裁|介入|投诉|纠纷|工单|赔|保险|运费险|活动|优惠|券|积分|[赠礼样]品|定金|订金|押金|尾款|授权|签约|绑定"
    r"|实名|认证|报名|直播|消息|短信|沟通|跟进|联系|回访|地址|换货|补发|返修|缺货|预售|加急|产品|宝贝|货品|质检|称重|合单|拆单|修改|检测|使用|核销"
    r"|invoice|review|audit|approv|print|stock|inventor|settle|payout|commission|label|account"
    r"|customer|user|sync|coupon|tax|country|address|billing|warehouse|product|listing|exchange"
    r"|dispute|claim|gift|message|campaign|shippingstate|member|lock|hold|risk|fraud|verif|sms"
)
_OF_SHIPPING = lazy_pattern(
    r"发货|出库|物流|快递|运单|包裹|配送|运输|揽[收件]|签收|收货|派送|shipping|shipment|deliver|tracking|logistic"
)
_OF_AFTER_SALE = lazy_pattern(r"售后|退|维权|aftersale|refund|return")
_OF_PAYMENT = lazy_pattern(r"支付|付款|收款|缴费|pay|financial")
_OF_ITEM = lazy_pattern(r"子订单|子单|明细|商品|单品|suborder|childorder|item|line")
# What a program of the shop's own says of an order, and not the platform.
_OF_PROGRAM = lazy_pattern(r"系统|单据|处理|erp|内部|本地|后台|system|internal")
# What is asked for after the sale, or that nothing is: in the first orders of many files no more.
_ON_AFTER_SALE = lazy_pattern(
    r".*(?:售后|退款|退货|换货|维权|refund|return|exchange|after-?sale).*"
    r"|(?:无|没有?|未|暂无|尚未|不)(?:有|申请|发起|产生|过)?(?:售后|退款|退货|退换货?|退|维权|申请|需)?(?:记录|申请|单|中)?"
    r"|正常|no(?:t|ne)?(?: (?:refund(?:ed|s)?|return(?:ed|s)?|after-?sales?|requests?|requested))?"
    r"|normal|n/?a",
    re.IGNORECASE | re.DOTALL,
)
# Of a sub-order, or of what stands on a shelf.
_OF_PRODUCT = lazy_pattern(r"商品状态|(?:product|item)(?:status|state)")


class StateColumns(NamedTuple):
    """The columns of states by what they tell, and those that look like one and cannot be read.

    ``unread`` has the place of each of these, and one of its cells.
    """

    by_kind: Mapping[str, tuple[int, ...]]
    unread: tuple[tuple[int, str], ...]


def kind_of(heading: str) -> str:
    """What a column tells by the ``heading``, a key, that no list has; empty where none of that."""
    if not heading or len(heading) > _LONGEST:
        return ""
    if asked := asked_by(heading):
        return asked.kind
    if _OF_CLOSING.fullmatch(heading):
        return CLOSING
    if _OF_WHAT_IS_ASKED_FOR.fullmatch(heading):
        return ASKED_FOR
    if not (_STATES.search(heading) or _ALSO.fullmatch(heading)):
        return ""
    return "" if _OF_SOMETHING_ELSE.search(heading) else _kind(heading)


def _kind(heading: str) -> str:
    after_sale, item = _OF_AFTER_SALE.search(heading), _OF_ITEM.search(heading)
    if _OF_SHIPPING.search(heading):
        # What comes back has parcels, too.
        return "" if after_sale else SHIPPING
    if after_sale:
        return ITEM_AFTER_SALE if item else AFTER_SALE
    if _OF_PAYMENT.search(heading):
        return "" if item else PAYMENT
    if item:
        return "" if "商品" in heading else ITEM_STATUS
    return STATUS


def is_of_program(heading: str) -> bool:
    """Whether a state by its ``heading``, a key, is what a program of the shop's own says."""
    return bool(_OF_PROGRAM.search(heading))


def is_of_product(heading: str) -> bool:
    """Whether a state by its ``heading``, a key, may be that of what is sold, and of no order."""
    return bool(_OF_PRODUCT.fullmatch(heading))


def state_columns(
    layout: Layout, keys: Sequence[str], named: Mapping[int, str], taken: Collection[int]
) -> StateColumns:
    """All columns of states of a table, those of a program of the shop's own last.

    ``named`` are those whose heading a list has, each with what it tells; ``taken`` are columns of
    inputs.
    """
    found: dict[str, list[int]] = {}
    unread: list[tuple[int, str]] = []
    for at, heading in enumerate(keys):
        kind = named.get(at) or ("" if at in taken else kind_of(heading))
        if kind in REMARKS:
            found.setdefault(kind, []).append(at)
            continue
        if not kind and (at in taken or not may_ask(heading)):
            continue
        samples = list(dict.fromkeys(filter(None, map(cells.bare, layout.cells_of(at)))))
        if not kind:
            if are_answers(samples):
                unread.append((at, samples[0]))
            continue
        told = not samples and _is_plain(heading, named=at in named)
        if kind in {AFTER_SALE, ITEM_AFTER_SALE}:
            # Where nothing was asked for yet, it stands further down than anybody looks.
            told = all(map(_ON_AFTER_SALE.fullmatch, samples))
        # Of what a list names each row is read, and the words that are not known are quoted.
        if told or at in named or any(_tells(heading, each, kind) for each in samples):
            found.setdefault(kind, []).append(at)
        elif (
            kind != SHIPPING and not is_of_product(heading) and (shown := _words(heading, samples))
        ):
            unread.append((at, shown))
    for places in found.values():
        places.sort(key=lambda at: is_of_program(keys[at]))
    return StateColumns({kind: tuple(places) for kind, places in found.items()}, tuple(unread))


def _is_plain(heading: str, *, named: bool) -> bool:
    """Whether a column is one of states though its first cells are all empty."""
    return named or _ALSO.fullmatch(heading) is not None or asked_by(heading) is not None


def _tells(heading: str, cell: str, kind: str) -> bool:
    # Its patterns take as long to make as a thousand rows, and many files have no states.
    from calculators.core.table.orders.states.of_payment import (  # noqa: PLC0415
        said_of_payment,
    )
    from calculators.core.table.orders.states.said import (  # noqa: PLC0415
        Said,
        ends_something,
        said,
        says_done,
    )

    words = in_words(heading, cell)
    found = said_of_payment(words) if kind == PAYMENT else said(words)
    if words != cell or found != Said():
        return True
    if kind not in {AFTER_SALE, ITEM_AFTER_SALE}:
        return False
    return says_done(heading, cell) or ends_something(heading, cell)


def _words(heading: str, samples: Sequence[str]) -> str:
    """The first cell by which a column looks like one of states; figures alone may be amounts."""
    if _STATES.search(heading):
        return next(iter(samples), "")
    return next((each for each in samples if any(map(str.isalpha, each))), "")
