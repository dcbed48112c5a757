"""What the words of a status say, in Chinese and English: how far, never by whom or why.

A word counts where it stands for something that has happened: not in what is still asked for or
under way, was denied or refused, is true of a part, or is said of something else: of a request
after the sale, whose end undoes no order, or of what stands beside it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from calculators.core.inputs.normalising import bare
from calculators.core.table.columns.paid_later import says_paid_later
from calculators.core.table.orders.states.beside_orders import GIVEN_BACK_ALONE
from calculators.core.table.orders.states.closed import says_closed, says_granted
from calculators.core.table.orders.states.given_back import given_back
from calculators.core.table.orders.states.of_a_part import (
    is_closed_in_part,
    is_given_back_in_part,
)
from calculators.core.table.orders.states.paid import says_paid, says_unpaid
from calculators.core.table.orders.states.qualifying import PART, REQUEST, REQUESTED
from calculators.core.table.orders.states.refunded import says_undone
from calculators.core.table.orders.states.shipped import says_finished, says_shipped
from calculators.core.table.orders.states.waiting import says_waiting
from calculators.core.text.patterns import lazy_pattern
from calculators.core.text.traditional import simplified

# Longer cells tell no state.
_LONGEST = 200
_HUMP = lazy_pattern(r"(?<=[a-z])(?=[A-Z])")
_PHRASES = lazy_pattern(r"[,;，；、。|()（）\[\]【】\n–—]+|\s-+\s")
_BLANKS = lazy_pattern(r"\s+")
_WORD = lazy_pattern(r"[a-z]+")
# 退款（已关闭）: what brackets hold is said of it.
_REQUEST_IN_BRACKETS = lazy_pattern(
    rf"((?:{REQUEST}(?:申请|单)?|\b{REQUESTED}(?: request| case)?)\s?)[(（\[【]"
)
# 退货退款-已完成: what stands behind a mark is how it ended. In a list that may be another's end.
_REQUEST_AND_END = lazy_pattern(
    rf"(?<!取消)(?<!撤销)(?<!撤回)(?<!申请)(?<!理由)(?<!支持)(?<!\bno )"
    rf"((?:{REQUEST}(?:申请|单)?|\b{REQUESTED}(?: request| case)?))\s*+(?:[-－–—:：_·>→~.]++\s*+"
    r"(?=(?:已经?)?(?:完成|完结|成功|结束|关闭|取消|拒绝|驳回|失败|撤[销回]|到账)"
    r"|(?:complete|success|done|finish|closed|cancel|reject|declin|fail))"
    r"|[/|｜,，、;；]\s*+(?=(?:已经?)?(?:完成|完结|成功)|complete|success))"
)
# The same of a column that tells nothing else: what was asked for has been done.
_DONE = lazy_pattern(r"(?:已经?)?(?:处理|办理)?(?:完成|完结|完毕)|completed?|finished|done")
_DONE_OF_REFUND = lazy_pattern(r"(?:已经?)?成功|success(?:ful)?|succeeded")
# Headings of columns that tell of refunds alone, and of all that may be asked for after the sale.
_NAMES_MORE = (
    r"(?!.*(?:订单|交易|运费|邮费|退邮|差价|部分|退税|退件|工单|客服|登记|售前|维权|换"
    r"|order|part|freight))"
)
_OF_REFUND = lazy_pattern(rf"{_NAMES_MORE}.*(?:退[款货]|refund|return).*")
_AFTER_THE_SALE = lazy_pattern(rf"{_NAMES_MORE}.*(?:售后|aftersale).*")
# A phrase of its own that says so of the one before it.
_ONLY_A_PART = lazy_pattern(
    r"部分.{0,6}|仅?退?(?:差价|运费|邮费)"
    r"|part(?:ly|ial|ially)?(?: refund(?:ed)?| amount| items?)?"
)
_OF_WHAT_ELSE_ALONE = lazy_pattern(GIVEN_BACK_ALONE)
# Also of an order that was paid in the end.
_PERHAPS_UNPAID = lazy_pattern(
    # 已付款关闭: paid, and closed then.
    r"(?:支付|付款)(?:已经?)?(?:失败|异常|中)|^失败$"
    r"|(?<!已)(?<!已经)(?:支付|付款)(?:已经?)?(?:取消|关闭|(?:超时|逾[时期])(?!.{0,3}发货?))"
    r"|(?<!已)(?<!已经)(?:支付|付款)(?:等?待)?(?:商家|平台|银行|系统|财务)?(?:(?:确认|审核|核实|验证|处理|到账)中"
    r"|(?<=待)(?:确认|审核|核实|验证|处理|到账))"
)
_PERHAPS_UNPAID_EN = lazy_pattern(
    r"\bpay(?:ment)? (?:(?:is|was|has|been) )*(?:failed|failure|declined|error|expired"
    r"|timeout|timed out|cancell?ed|rejected|refused|voided"
    r"|processing|verifying|in (?:process|progress|review|verification)"
    r"|under (?:review|verification)|being (?:processed|verified|confirmed|reviewed)"
    r"|to be (?:verified|confirmed|reviewed))\b|\bfailed payment\b"
    r"|^(?:order |payment )?pending$|^failed$"
)
# Whole cells: within others they would mean something else.
_WHOLLY_REFUNDED = {
    "退款", "退货", "已退货", "退单", "退回", "退了", "极速退款", "已极速退款", "returned",
    "refund", "reversed", "payment reversed", "trade refund", "order refund", "转入退款", "已返款",
}  # fmt: skip
_WHOLLY_CLOSED = {"cancel", "close"}
# What was asked for after the sale was done, whatever it was.
_ENDED = lazy_pattern(r"(?:已经?)?售后(?:单|服务)?(?:已经?)?(?:完成|成功|完结|完毕)|已售后")
# A group of buyers has not come together, or somebody goes on writing.
_NO_ORDER = lazy_pattern(
    r"(?:[未待没]|没有|等待|尚未|还没)(?:有|拼|组)?[成满]团|成团(?:失败|中)|(?:拼团|拼单|组团|参团)(?:失败|未成|未成功|未完成|中)"
    r"|[未待没]拼成|草稿(?:订单|单|箱)?|(?:checkout )?draft(?: order)?|order draft"
)
# A program that joins or splits orders keeps those that went into others.
_REPLACED = lazy_pattern(
    r"(?:(?:订单|此单|本单|该单))?(?:已经?被|被|已经?|是)(?:系统|自动|手工|人工)?(?:合并|拆分|合单|拆单)(?:订单|了)?"
    r"|(?:order )?(?:(?:is|was|has been|already) )?(?:merged|split|combined)"
    r"(?: (?:into|with|to) (?:an)?other orders?)?"
)


class Said(NamedTuple):
    """What a status says: ``closed`` the order, ``request_only`` were it one of requests.

    ``perhaps_unpaid`` says so only where nothing tells that it was paid; ``order_closed`` is said
    of the order by name, wherever it stands. ``finished``: the buyer has what was shipped.
    ``waiting``: it has not left. ``replaced``: others stand for it, or another. ``ended``: what was
    asked for after the sale was done, a refund unless something else is said. ``no_order``: it is
    none yet, or has come to nothing. ``given_back`` is how much of it was refunded, in fen, where
    that is said.
    """

    refunded: bool = False
    closed: bool = False
    order_closed: bool = False
    unpaid: bool = False
    perhaps_unpaid: bool = False
    paid: bool = False
    shipped: bool = False
    finished: bool = False
    waiting: bool = False
    replaced: bool = False
    ended: bool = False
    no_order: bool = False
    given_back: int | None = None


def said(cell: str) -> Said:
    """What the words of a cell say, in all its phrases together."""
    text = plainly(cell)
    if not text:
        return Said()
    phrases = list(_phrases(text))
    whole = "".join(phrases) if len(phrases) == 1 else ""
    partly = any(map(_says_of_a_part, phrases)) or is_given_back_in_part(text)
    refunded = not partly and (whole in _WHOLLY_REFUNDED or says_undone(phrases))
    finished = any(map(says_finished, phrases))
    order_closed = any(says_closed(each, named=True) for each in phrases)
    closed = whole in _WHOLLY_CLOSED or any(map(says_closed, phrases))
    closed = closed or says_granted("".join(phrases))
    return Said(
        refunded=refunded,
        closed=order_closed or (closed and not is_closed_in_part(text)),
        order_closed=order_closed,
        unpaid=not says_paid_later(text) and any(map(says_unpaid, phrases)),
        perhaps_unpaid=any(map(perhaps_unpaid, phrases)),
        paid=any(map(says_paid, phrases)),
        shipped=finished or any(map(says_shipped, phrases)),
        finished=finished and not partly,
        waiting=any(map(says_waiting, phrases)),
        replaced=any(map(_REPLACED.fullmatch, phrases)),
        ended=bool(_ENDED.fullmatch(whole)),
        no_order=any(map(_NO_ORDER.fullmatch, phrases)),
        given_back=given_back(text) if refunded else None,
    )


def says_done(heading: str, cell: str, *, asked: bool = False) -> bool:
    """Whether a cell says that the refund was made for which its column is, and nothing else.

    Below a ``heading``, a key, of all that is asked for after the sale that is plain only where a
    refund was ``asked`` for.
    """
    phrases = phrases_of(cell)
    if len(phrases) != 1:
        return False
    if _OF_REFUND.fullmatch(heading):
        return bool(_DONE.fullmatch(phrases[0]) or _DONE_OF_REFUND.fullmatch(phrases[0]))
    return asked and ends_something(heading, cell)


def ends_something(heading: str, cell: str) -> bool:
    """Whether a cell says that what was asked for after the sale is done, whatever that was."""
    phrases = phrases_of(cell)
    ends = len(phrases) == 1 and _DONE.fullmatch(phrases[0])
    return bool(ends and _AFTER_THE_SALE.fullmatch(heading))


def perhaps_unpaid(phrase: str) -> bool:
    """Whether a payment failed or came too late, so that the order was perhaps never paid."""
    return bool(_PERHAPS_UNPAID.search(phrase) or _PERHAPS_UNPAID_EN.search(phrase))


def plainly(cell: str) -> str:
    """A cell in small, simplified characters, what stands in brackets next to what it is of."""
    text = simplified(bare(cell))
    if len(text) > _LONGEST:
        return ""
    text = _REQUEST_IN_BRACKETS.sub(r"\1", _HUMP.sub(" ", text).casefold())
    return _REQUEST_AND_END.sub(r"\1 ", text)


def phrases_of(cell: str) -> list[str]:
    """The phrases of a cell of states, none of one that is empty or tells no state."""
    return list(_phrases(plainly(cell)))


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
    return bool(_ONLY_A_PART.fullmatch(phrase) and PART.search(phrase))
