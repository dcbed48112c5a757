"""What the words of a status say, in Chinese and English: how far, never by whom or why.

A word counts where it stands for something that has happened: not in what is still asked for or
under way, was denied or refused, is true of a part, or is said of something else: of a request
after the sale, whose end undoes no order, or of what stands beside it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from calculators.core.inputs.normalising import bare
from calculators.core.table.columns.paid_later import says_paid_later
from calculators.core.table.orders.beside_orders import (
    CLOSED_AFTER,
    CLOSED_AFTER_EN,
    CLOSED_BEFORE,
    CLOSED_BEFORE_EN,
    GIVEN_BACK_AFTER,
    GIVEN_BACK_AFTER_EN,
    GIVEN_BACK_ALONE,
    GIVEN_BACK_BEFORE,
    GIVEN_BACK_BEFORE_EN,
)
from calculators.core.table.orders.returned import came_back, is_under_way
from calculators.core.table.traditional import simplified

# Longer cells tell no state.
_LONGEST = 200
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PHRASES = re.compile(r"[,;，；、。|()（）\[\]【】\n–—]+|\s-+\s")
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"[a-z]+")

_REQUEST = (
    r"(?:售后|退款|退货|退单|换货|维权|仲裁|投诉|纠纷|介入|发票|地址修改|修改地址|改地址|拦截|补寄|补发|价保|赔付"
    r"|补偿|退款协议)"
)
_REQUESTED = (
    r"(?:after ?sales?|refund|return|dispute|claim|exchange|request|case|complaint|ticket|appeal)s?"
)
# 退款（已关闭）: what brackets hold is said of it.
_REQUEST_IN_BRACKETS = re.compile(
    rf"((?:{_REQUEST}(?:申请|单)?|\b{_REQUESTED}(?: request| case)?)\s?)[(（\[【]"
)
_PART = re.compile(
    r"部分(?!(?:已?)(?:发货|签收|收货|出库))|(?<![含和及与同括连])(?:差价|运费|邮费)"
    r"|\bpart(?:s|ly|ial|ially)?\b(?! (?:shipped|shipment|delivered|fulfilled|received))"
)
# A phrase of its own that says so of the one before it.
_ONLY_A_PART = re.compile(
    r"部分.{0,6}|仅?退?(?:差价|运费|邮费)"
    r"|part(?:ly|ial|ially)?(?: refund(?:ed)?| amount| items?)?"
)

_OF_WHAT_ELSE_ALONE = re.compile(GIVEN_BACK_ALONE)

_REFUNDED = re.compile(
    r"退款(?:已经?)?(?:成功|完成|完毕|完结|到账)|(?:全额|全部|整单)退款"
    r"|已经?(?:全额|全部|整单|成功|完成|极速|仅)*(?:退货)?退款|已经?(?:全额|全部)?退[完清还]?$"
    r"|已经?退[回还]?(?:全款|全额|全部|货款|款项)"
)
_OF_WHAT_ELSE_BEFORE = re.compile(f"{GIVEN_BACK_BEFORE}|{GIVEN_BACK_BEFORE_EN}")
_OF_WHAT_ELSE_AFTER = re.compile(f"{GIVEN_BACK_AFTER}|{GIVEN_BACK_AFTER_EN}")
_NOT_REFUNDED_BEFORE = re.compile(
    r"(?:[未没不非无待]|没有|等待|拒绝|正在|准备|即将|可以?)(?:商家|卖家|买家|平台|系统)?(?:全额|全部)?$"
)
# Of 全额退款, which may be no more than what is asked for.
_ASKED_BEFORE = re.compile(r"(?:申请|请求|要求|同意)(?:商家|卖家|买家|平台)?$")
_UNDER_WAY = re.compile(r"中|申请|请求|处理|审核|待|失败|关闭|取消|拒绝|被拒|驳回")

_CLOSED = re.compile(
    r"关闭|取消|作废|撤销|撤单|失效|终止|砍单|关单|拒单|弃单|废单|废弃"
    r"|(?<!支付)(?<!付款)(?:交易|订单|下单)失败|无效(?:的)?(?:订单|单$)|(?:订单|交易)(?:已经?)?无效|^(?:已经?)?无效$"
    # A remark or an article may have been deleted.
    r"|^(?:该|此|本)?(?:订单|交易|单据)?(?:已经?|被|买家|卖家|商家|用户|平台|系统)*删除(?:订单)?$"
)
_NOT_CLOSED_BEFORE = re.compile(
    r"(?:[未没不非无勿待可]|没有|等待|申请|请求|要求|拒绝|驳回|部分|正在)"
    r"(?:被|已经?|自动|主动|买家|卖家|商家|用户|平台|系统)*(?:商品|订单)?$"
)
_REQUEST_BEFORE = re.compile(
    rf"{_REQUEST}(?:申请|单|服务|流程|请求)?(?:被|已经?|自动|超时|成功|买家|卖家|商家|用户|平台|系统)*$"
)
_NOT_CLOSED_AFTER = re.compile(
    r"中|(?:订单|交易)?(?:申请|请求|审核|待|失败|被拒|驳回)"
    r"|了?(?:(?:该|此|本|这个?)?(?:订单|交易)的|(?:[本此这]次|该笔?|全部|用户|买家|客户|仅)+)?"
    rf"(?!退款(?:成功|完成|完毕|到账)){_REQUEST}"
    # 取消订单退款 may also say that an order was cancelled, and refunded.
    r"|了?(?:该|此|本|这个?)?(?:订单|交易)(?:(?:退款|退货|退货退款)申请"
    r"|(?:售后|维权|投诉|仲裁|纠纷|换货|发票|地址修改|修改地址|改地址|补寄|补发|价保|催单|备注))"
)
_WITHDRAWN, _OF_ORDER = "撤销", re.compile(rf"了?(?:该|此|本|这个?)?(?:订单|交易)?的?{_REQUEST}")
_BESIDE_BEFORE = re.compile(f"{CLOSED_BEFORE}|{CLOSED_BEFORE_EN}")
_BESIDE_AFTER = re.compile(f"{CLOSED_AFTER}|{CLOSED_AFTER_EN}")
_THE_ORDER = re.compile(r"交易|订单")
_ORDER_CLOSED = re.compile(r"(?:交易|订单)(?:被|已经?)?(?:关闭|取消)|(?:关闭|取消)(?:交易|订单)")

_UNPAID = re.compile(
    r"(?:[未待没]|没有|等待|不)(?:买家|用户|客户|顾客|完成|成功|确认|按时|及时)*(?:支付|付款|付)"
    r"(?!宝|方|佣|邮|运费|服务费|赔)"
    r"|(?:支付|付款)(?:未|没有?)(?:完成|成功)|(?:支付|付款)前"
)
_DEPOSIT = re.compile("[定订]金")
# Also of an order that was paid in the end.
_PERHAPS_UNPAID = re.compile(r"(?:支付|付款)(?:已经?)?(?:失败|超时|取消|关闭|异常|中)")
_SHIPPED = re.compile(
    r"已经?(?:全部)?(?:发货|出库|寄出|发出|揽收|揽件|签收|收货|妥投|送达|完成|完结|确认收货|评价)"
    r"|^妥投|(?:交易|订单)(?:成功|完成|完结)|待(?:买家|用户)?(?:确认)?(?:收货|签收|评价)|(?:发货|出库)(?:完成|成功)"
    r"|(?:运输|配送|派送|派件)中|在途|^确认收货|^(?:完成|发货)$"
)
# Of what was shipped, what the buyer has: nothing of it is on its way any more.
_FINISHED = re.compile(
    r"已经?(?:全部|被|由)?(?:买家|用户|客户|顾客|本人|家人|他人|系统|自动|代)*(?:确认)?"
    r"(?:签收|收货|收到货|妥投|送达|完成|完结|评价|自提|核销)"
    r"|^(?:买家|用户|客户|顾客|本人|系统|自动|包裹|快件)*(?:确认收货|签收|收货|妥投|完成|完结)(?:成功|完成)?$"
    r"|(?:交易|订单)(?:已经?)?(?:成功|完成|完结)|(?:签收|收货|妥投|自提)(?:成功|完成)"
    r"|待(?:买家|用户|双方)?评价|双方已评"
)
_NOT_FINISHED_BEFORE = re.compile(
    r"[退拒返]|(?:提交|创建|生成|发货|出库|配货|拣货|打包|打单|揽收|揽件|入库|质检|合并|拆分|改价|待|请|将|可)(?:订单)?$"
)
_NOT_FINISHED_AFTER = re.compile(
    r"(?:部分|一半|失败|异常|中$|退回|拒|(?:待|未)?(?:发货|出库|配货|拣货|打包|打单|揽|入库|质检|下单))"
)
_OF_SOMETHING_ELSE = re.compile(rf"(?:{_REQUEST}|支付|付款|备货|打印|审核|接单|部分|未|没有?|不)$")
_SOMETHING_ELSE = re.compile(rf"支付|付款|审核|备货|接单|打印|{_REQUEST}|前")
_PAID = re.compile(
    r"已经?(?:支付|付款)|(?:支付|付款)(?:已经?)?(?:成功|完成)|待(?:商家|卖家|仓库)?(?:发货|出库|备货|接单|配货)"
    r"|备货中"
)
_NOT_PAID_BEFORE = re.compile(r"(?:未|没有?|不|尚)$")

# English, as words with single blanks between them.
_NOT = (
    r"\b(?:not|no|never|un|non|(?:is|was|has|have)n t|to|will|can|cannot|may|being|await(?:ing)?"
    r"|wait(?:ing)?|pending|request(?:ed|ing)?|appl(?:y|ied|ying)|if|before)"
    r"(?: (?:yet|fully|been|be|being|completely|successfully|a|the|full|for|is|was|has|have))* $"
)
_REFUNDED_EN = re.compile(
    r"\b(?:refunded|refunds? (?:(?:is|was|has|have|been|already|fully) )*"
    r"(?:completed?|success|successful|successfully|succeeded|done|finished|processed)"
    r"|(?:successful|successfully|completed?|full) refund)\b"
)
_CLOSED_EN = re.compile(
    r"\b(?:closed|cancell?ed|void|voided|expired|terminated|annulled|abandoned)\b"
    r"|^(?:order )?(?:(?:is|was|has|been) )*(?:deleted|invalid)$|\binvalid order\b"
    r"|(?<!payment )\b(?:order|trade|transaction) failed\b"
)
_NOT_EN = re.compile(_NOT)
_PARTLY_EN = re.compile(r"\bpart(?:ly|ial|ially)? $")
_REQUEST_EN = re.compile(
    rf"\b{_REQUESTED}(?: (?:request|case|was|is|has|been|auto|automatically))* $"
)
_NOT_AFTER_EN = re.compile(
    r" (?:(?:is|was|still|in|under|has|been) )*(?:request(?:ed)?|pending|processing|process"
    r"|progress|review|rejected|declined|denied|refused|failed|withdrawn|cancell?ed|closed)\b"
)
_OF_REQUEST_EN = re.compile(rf" (?:(?:the|this|that|a|an|his|her|their) )?{_REQUESTED}\b")
_ORDER_CLOSED_EN = re.compile(r"\b(?:order|trade|transaction) (?:(?:is|was|has|been) )*$")
_UNPAID_EN = re.compile(
    r"\bun ?paid\b|\bpay pending\b"
    r"|\b(?:await(?:ing)?|wait(?:ing|s)?|pending)(?: (?:for|the|buyer|customer|s))*"
    r" pay(?:ment)?\b"
    r"|\bpayment (?:(?:is|was|still) )*(?:pending|awaited|awaiting|due|outstanding|overdue|required"
    r"|not(?: yet)?(?: been)? (?:received|completed?|made))\b"
    r"|\b(?:not|never|isn t|wasn t|yet to be)(?: (?:yet|been|fully|be))* paid\b"
    r"|\b(?:to be paid|to pay|no payment|non ?payment)\b"
    r"|\b(?:before|without) pay(?:ment|ing)?\b"
)
_PERHAPS_UNPAID_EN = re.compile(
    r"\bpay(?:ment)? (?:(?:is|was|has|been) )*(?:failed|failure|declined|error|expired"
    r"|timeout|timed out|cancell?ed|rejected|refused|voided)\b|\bfailed payment\b"
    r"|^(?:order |payment )?pending$"
)
_SHIPPED_EN = re.compile(
    r"\b(?:shipped|dispatched|despatched|delivered|completed?|finished|fulfilled|received"
    r"|signed for|buyer signed|wait(?:ing)? buyer confirm goods|in transit"
    r"|out for delivery|(?:trade|order) success(?:ful)?)\b"
)
_FINISHED_EN = re.compile(
    r"\b(?:delivered|completed?|finished|(?<!order )received|signed for|buyer signed"
    r"|(?:trade|transaction) success(?:ful)?|order successful)\b"
)
_NOT_FINISHED_BEFORE_EN = re.compile(
    r"\b(?:ship(?:ping|ment)?|dispatch(?:ing)?|fulfil\w*|label|info|information|data|details"
    r"|returns?|returned)(?: (?:is|was|has|been))* $"
)
_NOT_FINISHED_AFTER_EN = re.compile(
    r" (?:part|shipping|shipment|packing|picking|fulfil|dispatch|attempt"
    r"|(?:by|at|to|from|in)(?: (?:the|a|our))? (?:carrier|courier|warehouse|hub|depot|shop|seller"
    r"|sender|facility|station))"
)
_OF_SOMETHING_ELSE_EN = re.compile(
    rf"\b(?:payment|pay|packing|picking|review|{_REQUESTED})(?: (?:is|was|has|been))* $"
)
_SOMETHING_ELSE_EN = re.compile(rf" (?:payment|{_REQUESTED})\b")
_PAID_EN = re.compile(
    r"\bpaid\b|\bpayment (?:(?:is|was|has|been) )*(?:completed?|received|successful|success"
    r"|succeeded|confirmed|captured|accepted)\b"
    r"|\b(?:await(?:ing)?|wait(?:ing)?(?: for)?|ready for|pending)"
    r" (?:shipment|shipping|dispatch|fulfil\w*)\b"
    r"|\b(?:ready )?to ship\b|\bwait(?:ing)? seller send goods\b"
)
# Whole cells: within others they would mean something else.
_WHOLLY_REFUNDED = {"退款", "退货", "已退货", "退单", "退回", "returned", "refund"}
_WHOLLY_CLOSED = {"cancel", "close"}

# A program that joins or splits orders keeps those that went into others.
_REPLACED = re.compile(
    r"(?:(?:订单|此单|本单|该单))?(?:已经?被|被|已经?|是)(?:系统|自动|手工|人工)?(?:合并|拆分|合单|拆单)(?:订单|了)?"
    r"|(?:order )?(?:(?:is|was|has been|already) )?(?:merged|split|combined)"
    r"(?: (?:into|with|to) (?:an)?other orders?)?"
)


class Said(NamedTuple):
    """What a status says: ``closed`` the order, ``request_only`` were it one of requests.

    ``perhaps_unpaid`` says so only where nothing tells that it was paid; ``order_closed`` is said
    of the order by name, wherever it stands. ``finished``: the buyer has what was shipped.
    ``replaced``: others stand for it, or another.
    """

    refunded: bool = False
    closed: bool = False
    order_closed: bool = False
    unpaid: bool = False
    perhaps_unpaid: bool = False
    paid: bool = False
    shipped: bool = False
    finished: bool = False
    replaced: bool = False


def said(cell: str) -> Said:
    """What the words of a cell say, in all its phrases together."""
    text = simplified(bare(cell))
    if not text or len(text) > _LONGEST:
        return Said()
    text = _REQUEST_IN_BRACKETS.sub(r"\1", _HUMP.sub(" ", text).casefold())
    phrases = list(_phrases(text))
    whole = "".join(phrases) if len(phrases) == 1 else ""
    partly = any(map(_says_of_a_part, phrases))
    refunded = whole in _WHOLLY_REFUNDED or (not partly and _undone(phrases))
    finished = any(map(_finished, phrases))
    return Said(
        refunded=refunded,
        closed=whole in _WHOLLY_CLOSED or any(map(_closed, phrases)),
        order_closed=any(_closed(each, named=True) for each in phrases),
        unpaid=not says_paid_later(text) and any(map(_unpaid, phrases)),
        perhaps_unpaid=any(
            _PERHAPS_UNPAID.search(each) or _PERHAPS_UNPAID_EN.search(each) for each in phrases
        ),
        paid=any(map(_paid, phrases)),
        shipped=finished or any(map(_shipped, phrases)),
        finished=finished and not partly,
        replaced=any(map(_REPLACED.fullmatch, phrases)),
    )


def _phrases(text: str) -> Iterator[str]:
    """The phrases of a text: Chinese without blanks, English as words with one between them."""
    for each in _PHRASES.split(text):
        phrase = " ".join(_WORD.findall(each)) if each.isascii() else _BLANKS.sub("", each)
        if phrase:
            yield phrase


def _says_of_a_part(phrase: str) -> bool:
    """Whether a phrase says of the one before it that it is true of a part, or of what else."""
    if _OF_WHAT_ELSE_ALONE.fullmatch(phrase):
        return True
    return bool(_ONLY_A_PART.fullmatch(phrase) and _PART.search(phrase))


def _undone(phrases: Sequence[str]) -> bool:
    """Whether all that was paid was given back, or all that was sent came back."""
    if any(map(_refunded, phrases)):
        return True
    back = any(came_back(each) and not _PART.search(each) for each in phrases)
    return back and not any(map(is_under_way, phrases))


def _refunded(phrase: str) -> bool:
    if _PART.search(phrase):
        return False
    for found in _REFUNDED.finditer(phrase):
        before, after = phrase[: found.start()], phrase[found.end() :]
        asked = "全" in found[0] or "整" in found[0]
        if _NOT_REFUNDED_BEFORE.search(before) or (asked and _ASKED_BEFORE.search(before)):
            continue
        if _OF_WHAT_ELSE_BEFORE.search(before) or _OF_WHAT_ELSE_AFTER.match(after):
            continue
        if not _UNDER_WAY.match(after):
            return True
    for found in _REFUNDED_EN.finditer(phrase):
        before, after = phrase[: found.start()], phrase[found.end() :]
        if _OF_WHAT_ELSE_BEFORE.search(before) or _OF_WHAT_ELSE_AFTER.match(after):
            continue
        if not (_NOT_EN.search(before) or _NOT_AFTER_EN.match(after)):
            return True
    return False


def _closed(phrase: str, *, named: bool = False) -> bool:
    """Whether an order was closed; ``named``: and not some request."""
    for found in _CLOSED.finditer(phrase):
        before, after = phrase[: found.start()], phrase[found.end() :]
        if _NOT_CLOSED_BEFORE.search(before) or _NOT_CLOSED_AFTER.match(after):
            continue
        beside = _BESIDE_BEFORE.search(before) and not _THE_ORDER.match(after)
        if beside or _BESIDE_AFTER.match(after):
            continue
        if found[0] == _WITHDRAWN and _OF_ORDER.match(after):
            continue
        if _REQUEST_BEFORE.search(before) and not _THE_ORDER.match(after):
            continue
        if not named or _ORDER_CLOSED.search(phrase):
            return True
    for found in _CLOSED_EN.finditer(phrase):
        before = phrase[: found.start()]
        aside = _NOT_EN.search(before) or _PARTLY_EN.search(before) or _REQUEST_EN.search(before)
        aside = aside or _NOT_AFTER_EN.match(phrase, found.end())
        aside = aside or _BESIDE_BEFORE.search(before) or _BESIDE_AFTER.match(phrase, found.end())
        if aside or _OF_REQUEST_EN.match(phrase, found.end()):
            continue
        if not named or _ORDER_CLOSED_EN.search(before):
            return True
    return False


def _unpaid(phrase: str) -> bool:
    """Whether an order was not paid, and not a commission or the like; a deposit is the order's."""
    for found in _UNPAID.finditer(phrase):
        beside = _OF_WHAT_ELSE_BEFORE.search(phrase[: found.start()])
        if not beside or _DEPOSIT.match(beside[0]):
            return True
    return bool(_UNPAID_EN.search(phrase))


def _shipped(phrase: str) -> bool:
    for found in _SHIPPED.finditer(phrase):
        if _OF_SOMETHING_ELSE.search(phrase[: found.start()]):
            continue
        if not _SOMETHING_ELSE.match(phrase, found.end()):
            return True
    for found in _SHIPPED_EN.finditer(phrase):
        before = phrase[: found.start()]
        if (
            _NOT_EN.search(before)
            or _PARTLY_EN.search(before)
            or _OF_SOMETHING_ELSE_EN.search(before)
        ):
            continue
        if not _SOMETHING_ELSE_EN.match(phrase, found.end()):
            return True
    return False


def _finished(phrase: str) -> bool:
    """Whether the buyer has what was shipped, by what is said of the order or of its parcel."""
    for found in _FINISHED.finditer(phrase):
        before = phrase[: found.start()]
        if _OF_SOMETHING_ELSE.search(before) or _NOT_FINISHED_BEFORE.search(before):
            continue
        after = _SOMETHING_ELSE.match(phrase, found.end())
        if not (after or _NOT_FINISHED_AFTER.match(phrase, found.end())):
            return True
    for found in _FINISHED_EN.finditer(phrase):
        before = phrase[: found.start()]
        aside = _NOT_EN.search(before) or _PARTLY_EN.search(before)
        aside = aside or _OF_SOMETHING_ELSE_EN.search(before)
        if aside or _NOT_FINISHED_BEFORE_EN.search(before):
            continue
        after = _SOMETHING_ELSE_EN.match(phrase, found.end())
        if not (after or _NOT_FINISHED_AFTER_EN.match(phrase, found.end())):
            return True
    return False


def _paid(phrase: str) -> bool:
    """Whether an order was paid, by what is said of the payment or of what comes after it."""
    for found in (*_PAID.finditer(phrase), *_PAID_EN.finditer(phrase)):
        before = phrase[: found.start()]
        if not (_NOT_PAID_BEFORE.search(before) or _NOT_EN.search(before)):
            return True
    return False
