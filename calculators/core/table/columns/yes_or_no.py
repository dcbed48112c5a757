"""Columns that ask yes or no of an order: what their heading says, in the words of a state."""

from functools import lru_cache
from typing import NamedTuple

from calculators.core.inputs.normalising import bare
from calculators.core.table.columns.beside_inputs import AFTER_SALE, PAYMENT, SHIPPING, STATUS
from calculators.core.text.patterns import lazy_pattern

_ASKS = lazy_pattern(
    r"(?:该|此|本|整)?(?:订单|交易|单)?(?P<asks>是否|有无|是不是|有没有)?(?P<done>已经?|被)?(?P<all>全额|全部|整单)?"
    r"(?P<what>退货退款|退款退货|退款|退货|退单|取消|关闭|作废|付款|支付|发货|出库|签收|收货)(?:成功|完成|了)?"
    r"(?P<flag>标[记识志]|与否|否)?"
)
_ASKS_EN = lazy_pattern(
    r"(?P<asks>is|was|has|hasbeen)?(?:the)?(?:order)?(?P<all>fully)?"
    r"(?P<what>refunded|returned|cancell?ed|closed|voided|paid|shipped|dispatched|delivered)"
    r"(?P<flag>flag|yn|yesno|yes/no)?",
    holds=("ed", "paid"),
)
_KINDS = {
    "退": AFTER_SALE, "ref": AFTER_SALE, "ret": AFTER_SALE,
    "取消": STATUS, "关闭": STATUS, "作废": STATUS, "can": STATUS, "clo": STATUS, "voi": STATUS,
    "付款": PAYMENT, "支付": PAYMENT, "pai": PAYMENT,
}  # fmt: skip
_YES = {"是", "是的", "yes", "y", "true", "t", "√", "✓", "✔", "☑", "✅", "有", "已", "对", "真"}
_NO = {
    "否",
    "不是",
    "no",
    "n",
    "false",
    "f",
    "×",
    "✗",
    "✘",
    "✕",
    "☐",
    "❌",
    "没有",
    "没",
    "未",
    "假",
}
_LONGEST = 24


class Question(NamedTuple):
    """What a heading asks: ``kind`` is what its column tells, ``yes`` and ``no`` what they say.

    ``plainly``: it is a question by itself, so that 1 and 0 answer it, and are no amounts.
    """

    kind: str
    yes: str
    no: str
    plainly: bool


@lru_cache(256)
def asked_by(heading: str) -> Question | None:
    """What the ``heading`` of a column, a key, asks of its orders; ``None`` where nothing."""
    if len(heading) > _LONGEST:
        return None
    if found := _ASKS.fullmatch(heading):
        what = found["what"]
        plainly = bool(found["asks"] or found["flag"])
        kind = next((each for word, each in _KINDS.items() if what.startswith(word)), SHIPPING)
        # Of a return of goods alone the words of states say when it is one of all.
        return Question(kind, f"已{found['all'] or ''}{what}", f"未{what}", plainly)
    if found := _ASKS_EN.fullmatch(heading):
        what = found["what"]
        kind = next((each for word, each in _KINDS.items() if what.startswith(word)), SHIPPING)
        plainly = bool(found["asks"] or found["flag"])
        return Question(kind, what, f"not {what}", plainly)
    return None


def in_words(heading: str, cell: str) -> str:
    """A cell as a status says it: 是 below 是否退款 as 已退款; any other cell as it is."""
    if len(cell) > _LONGEST or (asked := asked_by(heading)) is None:
        return cell
    said = answer_of(bare(cell).casefold(), plainly=asked.plainly)
    return {"yes": asked.yes, "no": asked.no}.get(said, cell)


def answer_of(text: str, *, plainly: bool) -> str:
    """``yes`` or ``no``, where a bare text in small letters says so; else nothing.

    ``plainly``: it answers what is a question by itself, so that 1 and 0 are no amounts.
    """
    if text in _YES or (plainly and text in {"1", "1.0"}):
        return "yes"
    if text in _NO or (plainly and text in {"0", "0.0"}):
        return "no"
    return ""
