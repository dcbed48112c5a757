"""What stands for the moment of payment of an order that is paid in another way or later."""

import re

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
_PAID_LATER = re.compile(_FRAME.format(_LATER), re.IGNORECASE)
_IN_PLACE_OF_MOMENT = re.compile(_NOT_YET + _FRAME.format(f"{_LATER}|{_OTHERWISE}"), re.IGNORECASE)
_SAYS_LATER = re.compile(_LATER, re.IGNORECASE)
_LONGEST = 40


def is_paid_later(cell: str) -> bool:
    """Whether a cell, of whatever column, says that an order is paid after it was shipped."""
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
