"""Whether a status says that an order was closed, and not a request or something beside it."""

from calculators.core.table.orders.states.beside_orders import (
    CLOSED_AFTER,
    CLOSED_AFTER_EN,
    CLOSED_BEFORE,
    CLOSED_BEFORE_EN,
)
from calculators.core.table.orders.states.qualifying import (
    NOT_AFTER_EN,
    NOT_EN,
    PARTLY_EN,
    REQUEST,
    REQUESTED,
)
from calculators.core.text.patterns import lazy_pattern

_CLOSED = lazy_pattern(
    r"关闭|取消|作废|撤销|撤单|失效|终止|砍单|关单|拒单|弃单|废单|废弃"
    r"|(?<!支付)(?<!付款)(?:交易|订单|下单)失败|无效(?:的)?(?:订单|单$)|(?:订单|交易)(?:已经?)?无效|^(?:已经?)?无效$"
    # A remark or an article may have been deleted.
    r"|^(?:该|此|本)?(?:订单|交易|单据)?(?:已经?|被|买家|卖家|商家|用户|平台|系统)*删除(?:订单)?$"
)
_NOT_CLOSED_BEFORE = lazy_pattern(
    r"(?:[未没不非无勿待可]|没有|等待|申请|请求|要求|拒绝|驳回|部分|正在|[不未没待](?:商家|卖家|平台|买家)?同意)"
    r"(?:被|已经?|自动|主动|买家|卖家|商家|用户|平台|系统)*(?:商品|订单)?$"
)
_REQUEST_BEFORE = lazy_pattern(
    rf"{REQUEST}(?:申请|单|服务|流程|请求)?(?:被|已经?|自动|超时|成功|买家|卖家|商家|用户|平台|系统)*$"
)
_NOT_CLOSED_AFTER = lazy_pattern(
    r"中|(?:订单|交易)?(?:申请|请求|审核|待|失败|被拒|驳回)"
    r"|了?(?:(?:该|此|本|这个?)?(?:订单|交易)的|(?:[本此这]次|该笔?|全部|用户|买家|客户|仅)+)?"
    rf"(?!退款(?:成功|完成|完毕|到账)){REQUEST}"
    # 取消订单退款 may also say that an order was cancelled, and refunded.
    r"|了?(?:该|此|本|这个?)?(?:订单|交易)(?:(?:退款|退货|退货退款)申请"
    r"|(?:售后|维权|投诉|仲裁|纠纷|换货|发票|地址修改|修改地址|改地址|补寄|补发|价保|催单|备注))"
)
# The order's own: 撤单退款, 已撤销并退款, and not 撤销退款.
_AND_REFUNDED = lazy_pattern(
    r"(?:[撤砍关拒弃废]单(?:成功|完成|了)?(?:[并且后]|已经?)*|(?:撤销|取消|关闭|作废)(?:[并且后]|已经?)+)"
    r"(?:退款|退货退款)"
)
_WITHDRAWN, _OF_ORDER = "撤销", lazy_pattern(rf"了?(?:该|此|本|这个?)?(?:订单|交易)?的?{REQUEST}")
_BESIDE_BEFORE = lazy_pattern(f"{CLOSED_BEFORE}|{CLOSED_BEFORE_EN}")
_BESIDE_AFTER = lazy_pattern(f"{CLOSED_AFTER}|{CLOSED_AFTER_EN}")
_THE_ORDER = lazy_pattern(r"交易|订单")
_ORDER_CLOSED = lazy_pattern(
    r"(?<!子)(?:交易|订单)(?:被|已经?)?(?:关闭|取消)|(?:关闭|取消)(?:交易|订单)"
)
# What was asked for, and agreed to; 提交申请成功 is no more than asked for.
_AGREED = (
    r"(?:已经?|被|商家|卖家|平台|店铺|客服|系统|审核)*(?:通过|同意|批准|成功|完成)(?![中后前率])"
)
_GRANTED = lazy_pattern(
    rf"(?:申请|请求)(?:取消|关闭|撤单)(?:该|此|本)?(?:订单|交易)?{_AGREED}"
    rf"|(?<!提交)(?<!发起)(?:取消|关闭|撤单)(?:订单|交易)?的?(?:申请|请求|审核)+{_AGREED}"
)
_WHO_EN = r"(?:buyer|seller|customer|user|merchant|shop|store|system|platform|admin|timeout|auto)"
_CLOSED_EN = lazy_pattern(
    r"\b(?:closed|cancell?ed|void|voided|expired|terminated|annulled|abandoned)\b"
    r"|\bcancel(?:l?ation)?(?: request)? (?:(?:is|was|has|been|already|fully) )*"
    r"(?:completed?|success(?:ful(?:ly)?)?|succeeded|finished|done|approved|accepted|granted"
    r"|agreed)\b|\bclose (?:completed?|success(?:ful)?|succeeded|finished|done)\b"
    # Constants of platforms: ORDER_CANCEL, TRADE_CLOSE, CANCEL_BY_SELLER.
    rf"|^(?:(?:order|trade|transaction|{_WHO_EN}) )+(?:cancel|close)$"
    rf"|^(?:cancel|close) by {_WHO_EN}$"
    r"|^(?:order )?(?:(?:is|was|has|been) )*(?:deleted|invalid)$|\binvalid order\b"
    r"|(?<!payment )\b(?:order|trade|transaction) failed\b"
)
_REQUEST_EN = lazy_pattern(
    rf"\b{REQUESTED}(?: (?:request|case|was|is|has|been|auto|automatically))* $"
)
_OF_REQUEST_EN = lazy_pattern(rf" (?:(?:the|this|that|a|an|his|her|their) )?{REQUESTED}\b")
_ORDER_CLOSED_EN = lazy_pattern(r"\b(?:order|trade|transaction) (?:(?:is|was|has|been) )*$")


def says_granted(text: str) -> bool:
    """Whether it was asked that an order be closed, and agreed, maybe in the next phrase."""
    found = _GRANTED.search(text)
    before = text[: found.start()] if found else ""
    aside = _REQUEST_BEFORE.search(before) or _BESIDE_BEFORE.search(before)
    return bool(found and not aside)


def says_closed(phrase: str, *, named: bool = False) -> bool:
    """Whether an order was closed; ``named``: and not some request."""
    for found in _CLOSED.finditer(phrase):
        before, after = phrase[: found.start()], phrase[found.end() :]
        refunded = _AND_REFUNDED.fullmatch(found[0] + after)
        if _NOT_CLOSED_BEFORE.search(before) or (not refunded and _NOT_CLOSED_AFTER.match(after)):
            continue
        beside = _BESIDE_BEFORE.search(before) and not _THE_ORDER.match(after)
        if beside or _BESIDE_AFTER.match(after):
            continue
        if found[0] == _WITHDRAWN and _OF_ORDER.match(after):
            continue
        if _REQUEST_BEFORE.search(before) and not _THE_ORDER.match(after):
            continue
        if not named or refunded or _ORDER_CLOSED.search(phrase):
            return True
    for found in _CLOSED_EN.finditer(phrase):
        before = phrase[: found.start()]
        aside = NOT_EN.search(before) or PARTLY_EN.search(before) or _REQUEST_EN.search(before)
        aside = aside or NOT_AFTER_EN.match(phrase, found.end())
        aside = aside or _BESIDE_BEFORE.search(before) or _BESIDE_AFTER.match(phrase, found.end())
        if aside or _OF_REQUEST_EN.match(phrase, found.end()):
            continue
        if not named or _ORDER_CLOSED_EN.search(before):
            return True
    return False
