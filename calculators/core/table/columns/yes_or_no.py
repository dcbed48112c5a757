"""Columns that ask yes or no of an order: what their heading says, in the words of a state."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from calculators.core.inputs.normalising import bare
from calculators.core.table.columns.beside_inputs import AFTER_SALE, PAYMENT, SHIPPING, STATUS
from calculators.core.text.patterns import lazy_pattern

_ASKS = lazy_pattern(
    r"(?:该|此|本|整)?(?:订单|交易|单)?(?P<asks>是否|有无|是不是|有没有|有)?(?:发生|存在|产生|属于|有)?过?"
    r"(?P<not>未)?(?P<done>已经?|被)?(?P<all>全额|全部|整单)?(?P<kind>发货前|发货后|售后)?"
    r"(?P<what>退货退款|退款退货|退款|退货|退单|全额退|全退|取消|关闭|作废|付款|支付|发货|出库|签收|收货"
    r"|(?:交易|订单)关闭|关单|撤单|废单|废弃|删除|无效|有效)(?:成功|完成|了)?(?:订单)?(?P<flag>标[记识志]|与否|否)?"
)
_ASKS_EN = lazy_pattern(
    r"(?P<asks>is|was|has|hasbeen)?(?:the)?(?:order)?(?P<all>fully|full)?"
    r"(?P<what>refund(?:ed)?|returned|cancell?ed|closed|voided|invalid|valid|unpaid|paid|shipped"
    r"|dispatched|delivered)(?:order)?(?P<flag>flag|yn|yesno|yes/no)?",
    holds=("ed", "paid", "valid", "refund"),
)
# What is asked in other words than a status has.
_PLAINLY = {
    **dict.fromkeys(
        ("交易关闭", "订单关闭", "关单", "撤单", "废单", "废弃", "删除", "无效"), "作废"
    ),
    **dict.fromkeys(("invalid", "valid"), "voided"),
    "refund": "refunded",
    "有效": "作废",
}
_TURNED = {"有效", "valid"}
# Whose no says nothing of the order: it may have been refunded in another way, or without a word.
_OF_ONE_KIND = {"全额退", "全退"}
_KINDS = {
    "退": AFTER_SALE, "全": AFTER_SALE, "ref": AFTER_SALE, "ret": AFTER_SALE,
    "取消": STATUS, "关闭": STATUS, "作废": STATUS, "can": STATUS, "clo": STATUS, "voi": STATUS,
    "付款": PAYMENT, "支付": PAYMENT, "pai": PAYMENT, "unp": PAYMENT,
}  # fmt: skip
# What else a column of yes and no may ask of an order that was undone; not what a shop offers.
_PERHAPS = lazy_pattern(
    r"(?:该|此|本|整)?(?:订单|交易|单)?(?:是否|有无|是不是|有没有)(?!.*(?:支持|允许|[可能]|换)).{0,4}"
    r"(?:退款|退货|取消|关闭|作废)(?:订单|交易)?(?:标[记识志])?"
    r"|(?:is|was|has|hasbeen)(?:the)?(?:order)?[a-z]{1,12}(?:refunded|returned|cancell?ed|voided)",
    holds=("退款", "退货", "取消", "关闭", "作废", "refund", "return", "cancel", "void"),
)
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
    "沒有",
    "没",
    "无",
    "無",
    "未",
    "假",
}
_LONGEST = 24


class Question(NamedTuple):
    """What a heading asks: ``kind`` is what its column tells, ``yes`` and ``no`` what they say.

    Nothing where that leaves open what became of an order.

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
        what = _PLAINLY.get(found["what"], found["what"])
        # Of a return of goods alone the words of states say when it is one of all.
        yes, no = f"已{found['all'] or ''}{what}", f"未{what}"
        if found["kind"] or found["what"] in _OF_ONE_KIND:
            no = ""
    elif found := _ASKS_EN.fullmatch(heading):
        what = _PLAINLY.get(found["what"], found["what"])
        yes, no = what, "paid" if what == "unpaid" else f"not {what}"
    else:
        return None
    if found["what"] in _TURNED or found.groupdict().get("not"):
        yes, no = no, yes
    plainly = bool(found["asks"] or found["flag"])
    kind = next((each for word, each in _KINDS.items() if what.startswith(word)), SHIPPING)
    return Question(kind, yes, no, plainly)


def may_ask(heading: str) -> bool:
    """Whether a column may ask in other words whether an order was undone."""
    return 0 < len(heading) <= _LONGEST and _PERHAPS.fullmatch(heading) is not None


def are_answers(samples: Sequence[str]) -> bool:
    """Whether cells, bare and not empty, say yes or no, and nothing else."""
    return bool(samples) and all(answer_of(each.casefold(), plainly=False) for each in samples)


def in_words(heading: str, cell: str) -> str:
    """A cell as a status says it: 是 below 是否退款 as 已退款; any other cell as it is.

    Empty where the answer leaves open what became of the order.
    """
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
