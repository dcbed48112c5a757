"""Headings of a part of the orders that say what became of them: 退款订单, 【已关闭】."""

from calculators.core.table.sums.labels import plainly
from calculators.core.text.patterns import lazy_pattern

_LONGEST = 30
_STATE = lazy_pattern(
    r"退款|退货|售后|取消|关闭|关单|作废|[未没待](?:有|买家|用户)?(?:付款|支付)"
    r"|\b(?:refund(?:ed|s)?|returned|cancell?ed|closed|void(?:ed)?|unpaid|not paid)\b"
)
# A sum, the contrary, or what is said to whoever reads.
_OTHERWISE = lazy_pattern(
    r"合计|小计|共|总|[未无没非可]有?(?:退|售|取消|关闭|作废)|[不无]含|除外|除了|如|若|请|联系|申请|以上"
    r"|\b(?:totals?|sum|not (?:refund|return|cancel|clos)|no |without|please|if|exclud)"
)
_NUMBERING = lazy_pattern(
    r"^\(?\d{1,2}[、.．)]|\(\s?\d{1,6}\s?(?:[单笔条个件行]|orders?|rows?)?\s?\)|\bpart \d\b"
)


def names_state_of_part(cell: str) -> bool:
    """Whether a cell that stands alone in its row says that orders below were undone or unpaid.

    No number of an order says so.
    """
    if len(cell) > _LONGEST:
        return False
    text = plainly(cell).strip()
    if not _STATE.search(text) or _OTHERWISE.search(text):
        return False
    return not any(map(str.isdigit, _NUMBERING.sub("", text)))
