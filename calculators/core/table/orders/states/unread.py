"""Words of states that are understood though they undo no order; any other is read by nothing."""

from collections.abc import Sequence

from calculators.core.inputs.normalising import quoted
from calculators.core.table import cells
from calculators.core.table.columns.beside_inputs import (
    AFTER_SALE,
    ITEM_AFTER_SALE,
    ITEM_STATUS,
    PAYMENT,
    STATUS,
)
from calculators.core.table.columns.of_states import is_of_product, is_of_program
from calculators.core.table.columns.paid_later import says_paid_later
from calculators.core.table.columns.yes_or_no import in_words
from calculators.core.table.orders.states.of_a_part import (
    is_closed_in_part,
    is_paid_in_part,
)
from calculators.core.table.orders.states.of_payment import said_of_payment
from calculators.core.table.orders.states.qualifying import REQUEST, REQUESTED
from calculators.core.table.orders.states.refund_alone import refund_alone
from calculators.core.table.orders.states.refund_amounts import DENIED, PARTLY
from calculators.core.table.orders.states.said import (
    Said,
    ends_something,
    phrases_of,
    plainly,
    said,
)
from calculators.core.text.patterns import lazy_pattern

_TELLING = (STATUS, ITEM_STATUS, AFTER_SALE, ITEM_AFTER_SALE, PAYMENT)

# What was asked for after the sale is open, was refused, or has ended without anything.
_REQUEST = lazy_pattern(REQUEST)
_OPEN = lazy_pattern(
    r"(?<!其)中|(?<!售)后|签收|收货|申请|请求|处理|审核|待|等|失败|关闭|取消|拒|驳回|同意|协商|撤|受理|超时|[无未没不暂可]|进行|发起|提交"
)
_REQUEST_EN = lazy_pattern(rf"\b(?:{REQUESTED}|(?:un)?refunded|refunding|returned|returning)\b")
_OPEN_EN = lazy_pattern(
    r"\b(?:request(?:ed|s)?|pending|process(?:ing)?|progress|review(?:ing)?|rejected|declined|denied"
    r"|refused|failed|withdrawn|cancell?ed|closed|no|not|none|never|open(?:ed)?|await(?:ing)?"
    r"|wait(?:ing)?|initiated|approved|applied|started|to be|being|received|unrefunded)\b"
)
_NOTHING = lazy_pattern(
    r"(?:无|没有?|未|暂无|尚未|不)(?:有|申请|发起|产生|过)?(?:售后|退款|退货|退换货?|退|维权|申请|需|异常)?"
    r"(?:记录|申请|单|中)?|(?:订单|交易)?(?:状态)?(?:正常|有效|生效)(?:中|订单)?|普通|默认"
    r"|no(?:ne|t)?|normal|valid|active|ok|nothing"
)
_REQUEST_OR_BACK = lazy_pattern(r"退|售后|\brefund|\breturn")
_PART = lazy_pattern(r"部分|差价|\bpart(?:s|ly|ial|ially)?\b")
_UNDOES_NOTHING = lazy_pattern(
    # Closing that has not happened.
    r"(?:[未没不非无勿待可]|没有|等待|申请|请求|要求|拒绝|驳回|正在|允许)"
    r"(?:被|已经?|自动|主动|买家|卖家|商家|用户|平台|系统)*(?:商品|订单)?(?:取消|关闭|作废|删除|撤销)"
    r"|(?:取消|关闭|作废|删除|撤销)(?:订单)?(?:中|申请|请求|待|审核|失败|被拒|驳回)"
    # What came in the place of what was sent, and what else is not about the order.
    r"|换货|换新|补[寄发]|维修|返修|[价保][保价]|价格保护|发票|开票|修改地址|地址修改|改地址|催[单发]|备注|运费|邮费"
    r"|佣金|保险|运费险|[赠礼]品|小样|配件|[押订]金|保证金|优惠|券|红包|积分|返现|返利|补贴|补偿|赔付|手续费|小额|一半"
    r"|运单|面单|揽[收件]|取件|评价|活动|工单|(?:合并|拆分)发货"
    r"|[未没待](?:有)?(?:完成|签收|收货|妥投|送达|核销|全退|全额退|拒单)|可全额?退|支持全额?退"
    r"|申请.{0,2}退|退.{0,2}中"
    r"|验货|配货|拣货|打包|称重|质检|递交|风控(?:中|审核)|[待已]使用"
    r"|(?:进行|交易|履约|服务)中|(?:待|已经?)处理|处理(?:中|完成)|部分|差价|改价"
    r"|\b(?:exchange[ds]?|replace(?:d|ment)|reship(?:ped)?|repair(?:ed)?|authori[sz]ed|scheduled"
    r"|archived|processed|invoiced|retry ship|to confirm receive"
    r"|(?:not|to be|un|non|never) ?(?:closed|cancell?ed|voided|expired|delivered|completed?"
    r"|received)"
    r"|info(?:rmation)? received|commission|coupons?|vouchers?|gifts?|shipping|freight|labels?"
    r"|cancel(?:lation)?(?: (?:is|was))? (?:request(?:ed)?|pending|rejected|declined|denied"
    r"|refused)|part(?:ly|ial|ially)?)\b"
)
# The same in a column of what follows the sale, which need not name it.
_OPEN_ALONE = lazy_pattern(
    r"(?:等?待|等候)(?:商家|卖家|买家|用户|平台|客服|系统)*(?:同意|处理|收货|收件|退货|寄回|寄件|确认|举证|审核|介入|验收)"
    r"|(?:商家|卖家|平台|客服|系统)?(?:已经?)?(?:拒绝|同意|介入|驳回|受理)(?:中|申请)?|未收到货|(?:买家|用户)?(?:已经?)?撤[回销]"
    r"|(?:to return|return in transit|approved|accepted|rejected|declined|withdrawn|open(?:ed)?)"
)
# Of an order nobody knows what was refused, or withdrawn.
_REFUSED = lazy_pattern(
    r"(?:(?:商家|卖家|平台|客服|系统)(?:已经?)|已经?|被)?(?:拒绝|驳回)(?:订单)?|(?:买家|用户)?(?:已经?)?撤回"
    r"|(?:order )?(?:(?:is|was|has been) )?(?:rejected|declined|refused|denied|withdrawn)"
)
# Of an order that may be paid or not, and that nobody has taken on yet.
_AT_THE_BEGINNING = lazy_pattern(
    r"(?:订单)?(?:已经?)?(?:新建|创建|提交|下单)(?:订单|成功|完成)?|(?:订单)?待(?:商家|卖家|人工|系统)?确认(?:订单)?|新订?单"
    r"|(?:已经?)?预[订定售](?:订单|商品|单)?(?:中|成功)?"
    r"|(?:order )?(?:new|created|submitted|placed|on hold|hold)(?: order)?"
    r"|(?:on )?pre ?order(?:ed|s)?|(?:pre )?booked|reserved"
)


def is_known(phrases: Sequence[str]) -> bool:
    """Whether any phrase of a status is one that says nothing against an order."""
    return any(
        _NOTHING.fullmatch(each)
        or _OPEN_ALONE.fullmatch(each)
        or _UNDOES_NOTHING.search(each)
        or _is_open(each)
        for each in phrases
    )


def is_at_the_beginning(phrases: Sequence[str]) -> bool:
    """Whether a status says no more than that there is an order, paid or not."""
    return len(phrases) == 1 and bool(_AT_THE_BEGINNING.fullmatch(phrases[0]))


def denies_refund(phrases: Sequence[str], *, of_after_sale: bool) -> bool:
    """Whether a status says that nothing was given back, or not yet.

    ``of_after_sale``: its column tells nothing else.
    """
    if any(map(_PART.search, phrases)):
        return False
    if of_after_sale and any(
        _NOTHING.fullmatch(each) or _OPEN_ALONE.fullmatch(each) for each in phrases
    ):
        return True
    return any(map(_is_open, phrases))


def _is_open(phrase: str) -> bool:
    """Whether something was asked for after the sale, as far as a phrase says, and not done."""
    if _REQUEST.search(phrase) and _OPEN.search(phrase):
        return True
    return bool(_REQUEST_EN.search(phrase) and _OPEN_EN.search(phrase))


def unread(
    names: Sequence[str], keys: Sequence[str], texts: Sequence[str], *, paid: bool, no_refund: bool
) -> str:
    """The first word of a status that tells nothing of an order that counts, as it is quoted.

    ``names`` are what the columns tell, ``keys`` their headings as keys. One that is only begun may
    not be ``paid``; ``no_refund``: something else was asked for after the sale. Where a column of
    the platform tells anything, none of a program is asked.
    """
    first = ""
    platform = False
    for name, heading, text in zip(names, keys, texts, strict=True):
        if name not in _TELLING or is_of_product(heading) or not cells.bare(text):
            continue
        if not (words := in_words(heading, text)):
            continue
        if _is_understood(name, heading, words, paid=paid, no_refund=no_refund):
            platform = platform or (name == STATUS and not is_of_program(heading))
        elif not (platform and name == STATUS and is_of_program(heading)):
            first = first or quoted(cells.bare(text))
    return first


def _is_understood(name: str, heading: str, words: str, *, paid: bool, no_refund: bool) -> bool:
    """Whether ``words`` of a column, see :func:`unread`, say what became of an order."""
    phrases = phrases_of(words)
    if name in {AFTER_SALE, ITEM_AFTER_SALE} and ends_something(heading, words):
        return no_refund
    if is_at_the_beginning(phrases):
        return paid
    if is_paid_in_part(plainly(words), phrases):
        return False
    if name in {STATUS, ITEM_STATUS} and len(phrases) == 1 and _REFUSED.fullmatch(phrases[0]):
        return False
    if is_closed_in_part(plainly(words)):
        return any(map(_PART.search, phrases))
    told = said(words) != Said() or (name == PAYMENT and said_of_payment(words).paid)
    told = told or is_known(phrases) or says_paid_later(words)
    alone = refund_alone(phrases)
    return told and (alone == phrases or is_known(alone))


def refund_in(names: Sequence[str], keys: Sequence[str], texts: Sequence[str]) -> str:
    """What is said of a refund that has not undone an order: ``DENIED``, ``PARTLY`` or nothing."""
    told = ""
    for name, heading, text in zip(names, keys, texts, strict=True):
        if name not in _TELLING or not cells.bare(text):
            continue
        phrases = refund_alone(phrases_of(in_words(heading, text)))
        if any(map(_PART.search, phrases)) and any(map(_REQUEST_OR_BACK.search, phrases)):
            told = PARTLY
        elif denies_refund(phrases, of_after_sale=name in {AFTER_SALE, ITEM_AFTER_SALE}):
            return DENIED
    return told
