"""Whether a status says of a part alone what it says: of so many items, or of a share.

Of an order of so many items nobody knows whether that is all: 一件已退款, refunded 1 item.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from calculators.core.text.patterns import lazy_pattern

_WHOLE = 100
_ITEMS = r"(?:(?:line )?items?|pcs?|pieces?|units?|lines?|products?|articles?|skus?|goods)\b"
_SOME_EN = r"one|two|three|four|five|six|seven|eight|nine|ten|some|several|few|single|another|first"
# 个月 and 个订单 are no items, nor is 订单款.
_COUNT = (
    r"(?:\d{1,4}|[一二两三四五六七八九十几数多某]|(?<![订子运面清拆合])单)\s?"
    r"(?:[件套盒箱包袋瓶双条份台只罐桶组张本枚副品]|个(?!月|小时|工作|自然|多|快递|包裹))(?!订单|交易)"
    r"|个别|若干件?|[一二三四五六七八九十]分之[一二三四五六七八九十]|[一二三四五六七八九]成(?!功)|一半|半额"
)
_COUNT_EN = (
    rf"(?:\d{{1,4}}|\b(?:{_SOME_EN}))\s?(?:(?:of|more|other|the|your|his|her|these|those)\s)*{_ITEMS}"
    rf"|\bitems?\s#?\d{{1,3}}\b|\b(?:one|two|three)\s(?:out\s)?of\s(?:two|three|four|five|six)\b"
    r"|\bhalf\b"
)
# A day of a month has a zero before it, or two digits behind the stroke.
_SHARE = (
    r"(?<![\d.])(?P<percent>\d{1,3}(?:\.\d{1,4})?)\s?[%％]"
    r"|(?<![\d./:-])(?P<some>[1-9]\d{0,2})(?:\s?/\s?(?=\d(?!\d))|\s(?:out\s)?of\s)"
    r"(?P<all>[1-9]\d{0,2})(?![\d/.:%-])(?!\s\d)"
)
_PART = rf"(?:{_SHARE}|{_COUNT}|{_COUNT_EN})"
_NUMBER = r"(?:[×x*✕]\s?|(?:qty|quantity|数量|件数)[\s:：.]*)\d{1,4}(?![\d.]|\s?/)"
_WHOSE = (
    r"(?:[\s)）\]】]|商品|宝贝|货品|产品|子订单|sku|[缺无断]货|破损|少发|漏发|商家|卖家|买家|用户|客户|系统|平台"
    r"|自动|被|已经?|的|仅|只)*"
)
_AND_ENDED = (
    r"(?:[\s(（\[【:：_-]|已经?|成功|完成|完毕|完结|到账|处理|了|其中|商品|仅|只|比例|为|是|约"
    r"|completed?|successful|issued|processed|only|for|of|by)*"
)
_ENDS = r"(?:商品|宝贝|货品|产品)*\s*(?:$|[)）\]】,，;；。])"
_OF_ALL = lazy_pattern(r"[全共都整]|\b(?:all|both|full|fully|whole|entire)\b")
_OF_HOW_MANY = lazy_pattern(
    r"(?<!\d)(?P<some>\d{1,4})\s?[件个套].{0,12}共\s?(?P<all>\d{1,4})\s?[件个套]"
)
_UNDER_WAY = r"(?![货款]?[中待])"


def _behind(words: str, english: str) -> re.Pattern[str]:
    """What was done in Chinese ``words`` or in English, behind a part."""
    told = rf"{_WHOSE}(?:{words}|\b(?:{english})\b)|[^,;，；。]{{0,14}}?\b(?:{english})\b"
    return lazy_pattern(rf"(?<![全共都]){_PART}(?:{told})")


def _before(words: str, english: str) -> re.Pattern[str]:
    """The same before it."""
    part = rf"{_PART}|{_NUMBER}|[,，]\s*(?:{_COUNT}|{_NUMBER}){_ENDS}"
    return lazy_pattern(rf"(?:{words}|\b(?:{english})\b){_AND_ENDED}(?:{part})")


_BACK = (
    _behind(f"退{_UNDER_WAY}", "refunded|returned"),
    _before("退(?:款|货退款|货|钱|单)?", "refund(?:ed)?|return(?:ed)?"),
)
_CLOSED_ZH, _CLOSED_EN = "取消|关闭|作废|撤销", "cancell?ed|closed|voided"
_CLOSED = (
    _behind(f"(?:{_CLOSED_ZH})(?!中|申请|失败)", _CLOSED_EN),
    _before(_CLOSED_ZH, f"{_CLOSED_EN}|cancel"),
)
_PAID = (_behind("(?:付|支付|收款)(?!中|失败)", "paid"), _before("付款?|支付|收款", "paid"))
_NOT_GIVEN_BACK_WHOLLY = lazy_pattern(
    r"(?:非|不是|并未|没有)全[额部款]|按比例退|\bpro ?rat(?:a|ed)\b"
)
# 部分发货，其余取消.
_REST_CLOSED = lazy_pattern(
    rf"(?:部分|其余|剩余|余下|剩下|其[他它](?=[商宝货产子件])){_WHOSE}(?:件|明细|子单|订单)?{_WHOSE}(?:{_CLOSED_ZH})"
    rf"|(?:{_CLOSED_ZH})(?:了|其中)?(?:的)?(?:一?部分|其余|剩余)"
    rf"|\b(?:remaining|rest|others?)\b[^,;]{{0,14}}?\b(?:{_CLOSED_EN})\b"
)
# A deposit, or one of several payments: whether the rest was paid is open.
_PAID_IN_PART = lazy_pattern(
    r"部分(?:已经?)?(?:付款|支付|收款|付)|(?:付款?|支付|收款)(?:了)?(?:部分|一部分|一半)|(?:付款?|支付)(?:了)?\d{1,2}[%％]"
    r"|[定订]金(?:已经?)?(?:支付|付)(?!.{0,9}[尾余]款已)|(?:已经?|只|仅)(?:支付|付款?|交)(?:了)?[定订]金"
    r"|\bpart(?:ial|ially|ly)? pa(?:id|yments?)\b"
    r"|\bdeposit (?:(?:is|was|has been) )?(?:paid|received)\b|\bpaid (?:a |the )?deposit\b"
    r"|\bunder ?paid\b|\bpaid (?:in part|partly|partially)\b|(?:首[付期]|第一期).{0,3}付"
    r"|\b(?:first|1st) instal?lment\b[^,;]{0,12}?\bpaid\b"
)


def is_given_back_in_part(text: str) -> bool:
    """Whether less than the whole was given back, as far as a text of small characters says it."""
    return _is_of_a_part(text, _BACK) or bool(_NOT_GIVEN_BACK_WHOLLY.search(text))


def is_closed_in_part(text: str) -> bool:
    """Whether some of the items of an order were closed, and not it."""
    return _is_of_a_part(text, _CLOSED) or bool(_REST_CLOSED.search(text))


def is_paid_in_part(text: str, phrases: Sequence[str]) -> bool:
    """Whether a share of an order was paid, or one of several payments, by a text's ``phrases``."""
    return _is_of_a_part(text, _PAID) or bool(_PAID_IN_PART.search(" ".join(phrases)))


def _is_of_a_part(text: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    text = text.replace("_", " ")
    for pattern in patterns:
        for found in pattern.finditer(text):
            if found["percent"]:
                if Decimal(found["percent"]) < _WHOLE:
                    return True
            elif found["all"]:
                if int(found["some"]) < int(found["all"]):
                    return True
            elif not _OF_ALL.search(text) or _is_less(_OF_HOW_MANY.search(text)):
                return True
    return False


def _is_less(found: re.Match[str] | None) -> bool:
    return bool(found and int(found["some"]) < int(found["all"]))
