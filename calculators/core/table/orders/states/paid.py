"""Whether a status says that an order was paid, or that it was not."""

from calculators.core.table.orders.states.qualifying import NOT_EN, OF_WHAT_ELSE_BEFORE
from calculators.core.text.patterns import lazy_pattern

_UNPAID = lazy_pattern(
    r"(?:[未待没]|没有|等待|不)(?:买家|用户|客户|顾客|完成|成功|确认|按时|及时)*(?:支付|付款|付)"
    r"(?!宝|方|佣|邮|运费|服务费|赔)"
    r"|(?:支付|付款)(?:未|没有?)(?:完成|成功)|(?:支付|付款)前"
)
_DEPOSIT = lazy_pattern("[定订]金")
_PAID = lazy_pattern(
    r"已经?(?:支付|付款)|(?:支付|付款)(?:已经?)?(?:成功|完成)|待(?:商家|卖家|仓库)?(?:发货|出库|备货|接单|配货)"
    r"|[尾余全]款已经?(?:支付|付|结清)|已经?(?:支付|付)清?[尾余全]款|备货中"
)
_NOT_PAID_BEFORE = lazy_pattern(r"(?:未|没有?|不|尚)$")
_UNPAID_EN = lazy_pattern(
    r"\bun ?paid\b|\bpay pending\b"
    # Constants of platforms, as they explain them: closed by Taobao, or by one of both, before
    # payment (after it an order is TRADE_CLOSED); no payment was begun.
    r"|\btrade closed by (?:taobao|tmall|user)\b|\btrade no create pay\b"
    r"|\b(?:user ?paying|not? ?pa(?:y|id))\b"
    r"|\bwait(?:ing)? ?(?:buyer ?)?pay(?:ment)?\b"
    r"|\b(?:await(?:ing)?|wait(?:ing|s)?|pending)(?: (?:for|the|buyer|customer|s))*"
    r" pay(?:ment)?\b"
    r"|\bpayment (?:(?:is|was|still) )*(?:pending|awaited|awaiting|due|outstanding|overdue|required"
    r"|not(?: yet)?(?: been)? (?:received|completed?|made))\b"
    r"|\b(?:not|never|isn t|wasn t|yet to be)(?: (?:yet|been|fully|be))* paid\b"
    r"|\b(?:to be paid|to pay|no payment|non ?payment)\b"
    r"|\b(?:before|without) pay(?:ment|ing)?\b"
)
_PAID_EN = lazy_pattern(
    r"\bpaid\b|\bpayment (?:(?:is|was|has|been) )*(?:completed?|received|successful|success"
    r"|succeeded|confirmed|captured|accepted)\b"
    r"|\b(?:await(?:ing)?|wait(?:ing)?(?: for)?|ready for|pending)"
    r" (?:shipment|shipping|dispatch|fulfil\w*)\b"
    r"|\b(?:ready )?to ship\b|\bwait(?:ing)? ?seller ?(?:send(?: goods)?|stock out)\b"
    r"|\bpaid forbid consign\b"
)


def says_unpaid(phrase: str) -> bool:
    """Whether an order was not paid, and not a commission or the like; a deposit is the order's."""
    for found in _UNPAID.finditer(phrase):
        beside = OF_WHAT_ELSE_BEFORE.search(phrase[: found.start()])
        if not beside or _DEPOSIT.match(beside[0]):
            return True
    return bool(_UNPAID_EN.search(phrase))


def says_paid(phrase: str) -> bool:
    """Whether an order was paid, by what is said of the payment or of what comes after it."""
    for found in (*_PAID.finditer(phrase), *_PAID_EN.finditer(phrase)):
        before = phrase[: found.start()]
        if not (_NOT_PAID_BEFORE.search(before) or NOT_EN.search(before)):
            return True
    return False
