"""What has become of an order, from the words of its status and whether it was paid."""

import re
from collections.abc import Mapping, Sequence

from calculators.core.table import cells
from calculators.core.table.columns import AFTER_SALE, STATUS, Headings
from calculators.core.table.names import key, names_of

# Counted; not paid, so that nothing can be taken; paid and undone, so that it may have been taken.
COUNTED, UNPAID, UNDONE = "counted", "unpaid", "undone"

# Keys, so without blanks. What undoes no order though it holds a word for it: a request that was
# closed or refused, a part of the amount, what did not happen.
_ASIDE = re.compile(
    r"(?:售后|退款|退货|换货|维权|仲裁|投诉)(?:申请|单)?已?(?:关闭|取消|撤销|撤回|拒绝|失败)"
    r"|(?:after-?sales?|aftersales?|refund|return|dispute)(?:request|case)?(?:is|was)?"
    r"(?:closed|cancell?ed|declined|rejected|failed)"
    r"|(?:closed|cancell?ed)(?:after-?sales?|aftersales?|refund|return)"
    r"|部分退款(?:成功|完成)?|partial(?:ly)?refund(?:ed|completed?)?"
    r"|(?:未|无|没有?|不|非)(?:全额)?(?:退款成功|已退款|退款完成|全额退款|已关闭|已取消|交易关闭|订单关闭)"
    r"|(?:not|no|never|un|non)-?(?:yet|fully|been)?(?:refunded|refundcompleted?|closed|cancell?ed)"
)
# Words that would mean something else within others.
_UNDONE = {"取消", "关闭", "退款", "退货", "已作废", "作废", "已退货", "已撤销", "void", "voided"}

# A column of remarks, taken for one of states, has more words than are worth keeping.
_KEPT = 1000
# And longer ones tell no state.
_LONGEST = 200
# Between the columns that tell it.
_APART = "\n"


class States:
    """Reads the state of a row; the words stand in the core's texts, in both languages.

    ``columns`` are those of the plan; where none tells it, every row is counted.
    """

    def __init__(self, headings: Headings, columns: Mapping[str, int]) -> None:
        definition = headings.definition
        self._columns = [columns[name] for name in (STATUS, AFTER_SALE) if name in columns]
        self._paid_at = headings.paid_at(columns)
        self._refunded = names_of(definition, "refunded")
        self._unpaid = names_of(definition, "unpaid")
        self._closed = names_of(definition, "closed")
        self._known: dict[tuple[str, bool], str] = {}

    def of(self, own: Sequence[str]) -> str:
        """The state of a row; without a column of payments each may have been paid."""
        if not self._columns:
            return COUNTED
        paid = self._paid_at is None or bool(cells.bare(own[self._paid_at]))
        asked = (status := _APART.join(own[at] for at in self._columns), paid)
        if asked not in self._known:
            if len(self._known) > _KEPT:
                self._known.clear()
            self._known[asked] = self._read(_key(status), paid=paid)
        return self._known[asked]

    def _read(self, status: str, *, paid: bool) -> str:
        words = status.split(_APART)
        status = _ASIDE.sub(_APART, status)
        if any(word in status for word in self._refunded):
            return UNDONE
        if any(word in status for word in self._unpaid):
            return UNPAID
        if any(word in status for word in self._closed) or not _UNDONE.isdisjoint(words):
            return UNDONE if paid else UNPAID
        return COUNTED


def _key(status: str) -> str:
    """The keys of each column's words, so that the end of one is no beginning of the next."""
    return _APART.join(key(each[:_LONGEST]) for each in status.split(_APART))
