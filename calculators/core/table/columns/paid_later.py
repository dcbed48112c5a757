"""What stands for the moment of payment of an order that is paid in another way or later."""

import re

from calculators.core.text.patterns import lazy_pattern

# Paid after shipping, so that an order counts without the moment of payment: at the door, after it
# was received, by account.
_LATER = (
    r"货到(?:付款|收款)|货到后付款|先用后付|先享后付|先用后买|先买后付|先试后付|先试后买|先收货?后付款?|确认收货后付款"
    r"|账期(?:支付|付款)?|月结|挂账|赊[账销]|\bcod\b|(?:cash|collect|pay(?:ment)?) on delivery"
    r"|(?:buy now,? ?)?pay later|bnpl"
)
# Paid at once, in a way that the moment is not told for.
_OTHERWISE = (
    r"到付|(?:抖音)?月付|(?:京东)?白条|花呗(?:分期)?|(?:蚂蚁|微信)?信用付|(?:微信|信用卡)?分期(?:付款|支付)?|放心花"
    r"|(?:线下|对公|公对公|银行)(?:支付|付款|转账|打款|汇款)|对公|现金(?:支付|付款)?|已支付|已付款?"
    r"|(?:微信|支付宝|抖音|云闪付|银行卡|信用卡|储蓄卡|余额)(?:支付|付款)?|云闪付"
    r"|alipay|wechat(?: pay)?|credit card"
    r"|(?:paid )?(?:by )?(?:bank|wire) transfer|paid|offline payment|cash"
)
_NOT_YET = r"(?:(?:未|待|尚未|暂未)(?:支付|付款?))?"
_FRAME = r"\s?[(（\[【]?(?:{})(?:订单|模式)?[)）\]】]?"
_PAID_LATER = lazy_pattern(_FRAME.format(_LATER), re.IGNORECASE)
_IN_PLACE_OF_MOMENT = lazy_pattern(
    _NOT_YET + _FRAME.format(f"{_LATER}|{_OTHERWISE}"), re.IGNORECASE
)
_SAYS_LATER = lazy_pattern(_LATER, re.IGNORECASE)
_OF_PAYING = lazy_pattern(
    r"支付|付款|付费|收款|结算|结款|账期|赊|货到|先用后付"
    r"|(?:订单|交易|业务|单据)(?:类型|类别|种类|模式|标签|标记|标识|标志|属性)|状态"
    r"|\bpa(?:y|yments?|id|ying)\b|\bcod\b|settle|\bstat(?:e|us)\b"
    r"|\b(?:order|trade) (?:type|kind|tags?|labels?|marks?)\b",
    re.IGNORECASE,
)
# What the shop owes its courier, and others than the buyer.
_OF_OTHERS = lazy_pattern(
    r"运费|邮费|快递|物流|运单|面单|配送|承运|寄件|仓|供应商|供货|采购|代发|分销|佣金|达人|主播|平台|发票"
    r"|freight|shipping|shipment|courier|carrier|delivery|postage|logistic|waybill|supplier"
    r"|purchas|commission|warehouse|invoice",
    re.IGNORECASE,
)
_LONGEST = 40


def is_of_paying(heading: str) -> bool:
    """Whether a column may say how the buyer pays: a courier is paid by the month, too."""
    return bool(_OF_PAYING.search(heading)) and not _OF_OTHERS.search(heading)


def is_paid_later(cell: str) -> bool:
    """Whether a cell says nothing but that an order is paid after it was shipped."""
    return len(cell) <= _LONGEST and bool(_PAID_LATER.fullmatch(cell.strip()))


def says_paid_later(text: str) -> bool:
    """Whether that is said in a text: 待付款（货到付款）."""
    return len(text) <= _LONGEST and bool(_SAYS_LATER.search(text))


def is_no_moment_of_payment(cell: str) -> bool:
    """Whether a way of paying stands where the moment of payment is awaited."""
    text = cell.strip()
    if text[:1].isdigit() or not text:  # as nearly all are
        return False
    return len(text) <= _LONGEST and bool(_IN_PLACE_OF_MOMENT.fullmatch(text))
