"""Columns of when money was given back, or an order closed, and of what may only be asked for.

Told by their headings as keys, see ``names.key``.
"""

from calculators.core.text.patterns import lazy_pattern

_OF = r"(?:子订单|子单|订单|商品|平台|商家|卖家|买家|用户|系统|最后|最近|首次){0,3}"
_BACK = r"(?:售后退款|退款售后|退货退款|退款退货|原路退款|仅退款|退款|售后)"
_WHEN = r"的?(?:时间点?|日期|时刻|日)"
_SUCCEEDED = lazy_pattern(
    rf"{_OF}{_BACK}(?:已经?)?(?:成功|完成|完结|结束|到账|办结){_WHEN}"
    r"|(?:order)?refunded(?:at|on|time|date|datetime)"
    r"|(?:order)?refund(?:ed|s)?(?:success(?:ful)?|succeeded|complet(?:ed?|ion)|finish(?:ed)?|done"
    r"|paid|issued)(?:at|on|time|date|datetime)",
    holds=("退", "售后", "refund"),
)
_PERHAPS = lazy_pattern(
    rf"{_OF}(?:申请|发起|提交|同意)?{_OF}(?:{_BACK}|退换?货)(?:申请|发起|提交|创建|处理|同意|审核|操作|完成)?{_WHEN}"
    r"|(?:order)?(?:refund|return|aftersales?)(?:request(?:ed)?|appl(?:y|ied|ication)|created"
    r"|creation|initiated|approved)?(?:at|on|time|date|datetime)|dateofrefund",
    holds=("退", "售后", "refund", "return", "aftersale"),
)
_ASKED = lazy_pattern(
    rf"{_OF}(?:应|待|申请|请求|拟|已?申请的?){_OF}退(?:货?款|货退款|还|回)?(?:的)?(?:总?金额|款额|总额|额)"
    r"|(?:requested|pending)refund(?:amount|total)?|refund(?:amount)?(?:requested|pending|due)"
    r"|refundrequest(?:ed)?amount"
    # Whatever else it is called, an amount that goes back: of what, nobody knows.
    r"|.*(?:退|返款|返还).*(?:金额|款额|总额|数额|合计|总计|总价|额)|.*(?:退|[退返]款)|售后总?(?:金额|额)"
    r"|.*refund.*(?:amount|amt|fee|total|sum|value)|(?:pending|total|order|partial|full|net)*refunds?",
    holds=("退", "返款", "返还", "售后", "refund"),
)
# What goes back besides what was paid for the order.
_BESIDE = lazy_pattern(
    r"运费|邮费|快递|物流|保险|险|手续费|服务费|佣金|分成|推广|优惠|券|积分|红包|补贴|补偿|立减|满减|达人|主播|技术|押金|定金|尾款|保证金|税|包装|费用|预估|额度|退邮"
    r"|包退|无理由|退[款货]?[前后]|[扣减除净剩]|实收|收入|[不无未可能否]退|支持|允许|shipping|freight|commission|coupon|fee(?:s)?refund|tax|deposit|policy"
    r"|non"
)
_CLOSED = lazy_pattern(
    rf"{_OF}(?:交易)?(?:关闭|取消|关单|撤单|作废)(?:成功|完成)?{_WHEN}"
    r"|(?:order)?(?:clos(?:ed?|ing)|cancel(?:l?ed|l?ation)?|void(?:ed)?)(?:at|on|time|date|datetime)",
    holds=("关", "取消", "撤单", "作废", "clos", "cancel", "void"),
)
_LONGEST = 40


def tells_refund(heading: str) -> bool:
    """Whether a column has a moment where money was given back, and nothing where it was not."""
    return len(heading) <= _LONGEST and bool(_SUCCEEDED.fullmatch(heading))


def may_tell_refund(heading: str) -> bool:
    """Whether it has a moment that may be that of an application."""
    return len(heading) <= _LONGEST and bool(_PERHAPS.fullmatch(heading))


def tells_what_is_asked(heading: str) -> bool:
    """Whether it has the amount of a refund that may still be due."""
    if len(heading) > _LONGEST or not _ASKED.fullmatch(heading):
        return False
    return _BESIDE.search(heading) is None


def tells_closing(heading: str) -> bool:
    """Whether it has the moment at which an order was closed."""
    return len(heading) <= _LONGEST and bool(_CLOSED.fullmatch(heading))


def names_refund(heading: str) -> bool:
    """Whether a heading names a refund, and not only what may follow the sale."""
    return "退" in heading or "refund" in heading.casefold()
