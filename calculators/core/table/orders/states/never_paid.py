"""Whether the reason for which an order was closed is that nobody paid for it."""

from calculators.core.table.orders.states.paid import says_unpaid
from calculators.core.table.orders.states.said import perhaps_unpaid, phrases_of, said
from calculators.core.text.patterns import lazy_pattern

_NOT_PAID = lazy_pattern(
    # Paid in another way than one that could not be used, an order was paid.
    r"(?:未|没有?|忘记?|不[想愿再能会]?|无法|拒绝)(?!发货|收到?货|支持)(?:[^用]|用户){0,8}?(?:支付|付款|付[清钱尾])(?!后|宝|邮|运费)"
    # 付款超时未发货: it was not sent in time.
    r"|(?:支付|付款)(?!后|成功)(?:.{0,6}?(?:过期|到期|失败|遇到?问题|有问题|困难|异常|不成功|不了|未成功)"
    r"|(?<!已..)(?<!已经..).{0,6}?(?:超时|逾[时期])(?!.{0,3}发货?)|.{0,6}?(?:期限|时[间限效]|倒计时|窗口)(?:已经?)?(?:[过到]|截止|结束|归零))"
    r"|(?:超时|逾[时期]|过期|超过?).{0,6}?(?:支付|付款)(?!后)|拍而?[未不]付|[不未]付款|付不了款|余额不足"
    r"|没有?钱(?:支?付|了|$)|(?:支付|付款)(?:已经?)?截止"
)
_NOT_PAID_EN = lazy_pattern(
    r"\b(?:pay(?:ment)?(?: \w+){0,3} (?:time ?out|timed out|expired|overdue|late|failed|failure"
    r"|declined|missed|not (?:\w+ ){0,2}(?:received|made|completed?|confirmed))"
    r"|payment (?:timeout|expired|failed|failure|declined|overdue)"
    r"|(?:did|do|does|has|have|had|was|were|is|could)(?: not|n t) (?:\w+ ){0,2}(?:pay|paid)"
    r"|(?:overdue|fail(?:ed|ure|s)?|forgot|unable|refused?|timeout|time ?out|late)"
    r" (?:to|in|for|on|of)(?: \w+){0,2} pay(?:ing|ment)?|non ?pay(?:ing|ment)|unpaid|not paid"
    r"|insufficient (?:funds|balance))\b"
)

# The rest of a presale order, whose deposit was paid: without it nothing has to be shipped.
_REST_NOT_PAID = lazy_pattern(
    r"(?:未|没有?|忘记?|不[想愿再能会]?|无法|超时|逾期|过期|超期)[^发货]{0,6}?(?:尾|余)款(?!后)"
    r"|(?:尾|余)款[^发货]{0,4}?(?:(?:未|没有?|不)(?:成功)?(?:支付|付)|(?:支付|付款?)?(?:超时|逾期|过期|超期|失败|到期))"
    r"|\b(?:balance|final|remaining|rest)\b(?: \w+){0,3} (?:un ?paid|"
    r"not (?:\w+ ){0,2}(?:paid|received|made)|overdue|time ?out"
    r"|timed out|expired|missed|failed|late)\b"
    r"|\b(?:unpaid|(?:not|never|failed to|did not) pay(?: the)?|overdue|missed|missing)"
    r"(?: the)? (?:balance|final payment|remaining)"
)


def says_rest_never_paid(cell: str) -> bool:
    """Whether a reason of closing is that the rest of a presale order was not paid."""
    return any(map(_REST_NOT_PAID.search, phrases_of(cell)))


def says_never_paid(cell: str) -> bool:
    """Whether a reason of closing is that the order was not paid, or not in time."""
    if said(cell).refunded:
        return False
    phrases = phrases_of(cell)
    return any(
        says_unpaid(each)
        or perhaps_unpaid(each)
        or _NOT_PAID.search(each)
        or _NOT_PAID_EN.search(each)
        for each in phrases
    )
