"""Columns whose heading no list has, and that may tell when orders were paid."""

from calculators.core.text.patterns import lazy_pattern

# The input that such a column tells.
PAID_AT = "paid_at"

# 付款确认时间, 订单成交时间, 付尾款时间.
_PAID = lazy_pattern(
    r"(?=.{0,60}(?:时[间刻点]|日期))"
    r".{0,60}(?:付款|支付|付尾款|付[清讫完]|已付|尾款|成交|交易(?:时间|日期)|收款)"
)
# Of something else that is paid, of what follows, or of what does not tell when.
_UNLIKE = lazy_pattern(
    "退|售后|截止|截至|最[晚迟后]|超时|逾期|到期|失效|有效|剩余|倒计时|取消|关闭|提醒|催|应[付支收]|预[计约估付]|待付|[未待]支付"
    "|计划|约定|要求|承诺|申请|限时|时限|时长|间隔|运费|邮费|快递|物流|佣金|服务费|供应商|采购|代[付发]|分账|结算|提现|打款|打印|对账"
    "|定金|订金|押金|保证金|预售|发票|开票|开始|修改|变更|更新|补[差发收]|赔|发货|发出|签收|揽|原因|状态|方式|单号|编号|流水|类型|是否"
)
_IN_LETTERS = lazy_pattern(
    r"(?=.{0,60}(?:time|date|(?:paid|pay|payment)(?:at|on)|moment))"
    r".{0,60}(?:paid|pay)",
    holds=("paid", "pay"),
)
_UNLIKE_IN_LETTERS = lazy_pattern(
    "refund|return|due|deadline|latest|expir|limit|before|until|cancel|close|remind|deposit"
    "|prepa|unpaid|tobepaid|payout|payable|payroll|supplier|courier|freight|shipping|postage"
    "|commission|invoice|settle|method|status|number|type|estimat|expect|plan|schedul|promis|update"
    "|display"
)
# What is paid last of an order in two instalments, when its promise begins to run.
_BALANCE = lazy_pattern(r"尾款|balance(?:pa|due)|finalpay|finalinstal|remainder")
_LONGEST = 60


def is_like_payment(heading: str) -> bool:
    """Whether the key of a heading may name the moment when an order was paid."""
    if len(heading) > _LONGEST:
        return False
    if _PAID.match(heading):
        return not _UNLIKE.search(heading)
    return bool(_IN_LETTERS.match(heading)) and not _UNLIKE_IN_LETTERS.search(heading)


def is_of_balance(heading: str) -> bool:
    """Whether the key of a heading names when the rest of a presale order was paid."""
    return bool(_BALANCE.search(heading)) and is_like_payment(heading)
