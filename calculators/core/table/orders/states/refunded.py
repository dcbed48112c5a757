"""Whether a status says that an order was undone: its money given back, or all of it returned."""

from collections.abc import Sequence

from calculators.core.table.orders.states.beside_orders import GIVEN_BACK_AFTER, GIVEN_BACK_AFTER_EN
from calculators.core.table.orders.states.qualifying import (
    NOT_AFTER_EN,
    NOT_EN,
    OF_WHAT_ELSE_BEFORE,
    PART,
)
from calculators.core.table.orders.states.returned import came_back, is_under_way
from calculators.core.text.patterns import lazy_pattern

_REFUNDED = lazy_pattern(
    r"退款(?:单)?(?:已经?)?(?:(?:处理|办理)(?:已经?)?)?(?:成功|完成|完毕|完结|到账)|退款已经?(?:处理|办理)"
    r"|退款申请已经?(?:完成|完结)|^(?:退货|仅)?退款后(?=关闭$)|(?:全额|全部|整单)退款"
    r"|已经?(?:全额|全部|整单|成功|完成|极速|仅)*(?:退货)?退款|已经?(?:全额|全部)?退[完清还]?$"
    r"|完成(?:退货)?退款|已经?[退返还]钱|[退返还]钱(?:成功|完成)|^平台(?:已经?)?(?:先行)?垫付退款$"
    r"|已经?退[回还]?(?:全款|全额|全部|货款|款项)"
    r"|(?:全额|全部|整单|全款|全单)(?:退货)?退(?:款|完|还|回|了)?(?!货)|(?<![安健完])全退(?!货)|全款退"
    r"|退(?:了|还|回)?(?:全款|全额|全部(?:货?款|金额)?)"
    r"|退(?:款|还|回|了)?(?:比例|金额|了)?[:：]?100(?:\.0{1,4})?[%％]"
)
_OF_WHAT_ELSE_AFTER = lazy_pattern(f"{GIVEN_BACK_AFTER}|{GIVEN_BACK_AFTER_EN}")
_NOT_REFUNDED_BEFORE = lazy_pattern(
    r"(?:[未没不非无待包]|没有|等待|拒绝|正在|准备|即将|可以?|支持|承诺|保证|允许|不能|无法)"
    r"(?:商家|卖家|买家|平台|系统)?(?:全额|全部)?$"
    r"|(?:取消|撤[销回]|[未没无](?:申请|发起)?)(?:退货|仅)?$"
)
# Of 全额退款, which may be no more than what is asked for.
_ASKED_BEFORE = lazy_pattern(r"(?:申请|请求|要求|同意)(?:商家|卖家|买家|平台)?$")
_UNDER_WAY = lazy_pattern(r"中|申请|请求|处理|审核|待|失败|关闭|取消|拒绝|被拒|驳回")
# A refund that was made: what is closed behind it is its request.
_MADE = lazy_pattern(r"成功|完成|完毕|完结|到账|^已|后$")
_REFUNDED_EN = lazy_pattern(
    r"\b(?:refunded|refunds? (?:(?:is|was|has|have|been|already|fully) )*"
    r"(?:completed?|success|successful|successfully|succeeded|done|finished|processed|issued"
    r"|paid(?: out)?|approved(?: and)? completed)"
    r"|(?:successful|successfully|completed?|full) refund|refund in full)\b"
)


def says_undone(phrases: Sequence[str]) -> bool:
    """Whether all that was paid was given back, or all that was sent came back."""
    if any(map(_refunded, phrases)):
        return True
    back = any(came_back(each) and not PART.search(each) for each in phrases)
    return back and not any(map(is_under_way, phrases))


def _refunded(phrase: str) -> bool:
    if PART.search(phrase):
        return False
    for found in _REFUNDED.finditer(phrase):
        before, after = phrase[: found.start()], phrase[found.end() :]
        asked = "全" in found[0] or "整" in found[0]
        if _NOT_REFUNDED_BEFORE.search(before) or (asked and _ASKED_BEFORE.search(before)):
            continue
        if OF_WHAT_ELSE_BEFORE.search(before) or _OF_WHAT_ELSE_AFTER.match(after):
            continue
        if not _UNDER_WAY.match(after) or (_MADE.search(found[0]) and after == "关闭"):
            return True
    for found in _REFUNDED_EN.finditer(phrase):
        before, after = phrase[: found.start()], phrase[found.end() :]
        if OF_WHAT_ELSE_BEFORE.search(before) or _OF_WHAT_ELSE_AFTER.match(after):
            continue
        if not (NOT_EN.search(before) or NOT_AFTER_EN.match(after)):
            return True
    return False
