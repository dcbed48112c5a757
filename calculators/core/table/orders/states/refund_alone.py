"""What a status says of a refund, without what it says of the parcel or of the reason beside it.

未发货仅退款 tells no more of the refund than 仅退款 does: neither 未 nor 发货 is said of it.
"""

from collections.abc import Sequence

from calculators.core.text.patterns import lazy_pattern

_BESIDE = lazy_pattern(
    r"^(?:(?:超时|逾期)?(?:[未没待已]|没有|尚未|还没|已经)(?:发货|发出|收到?货|收到|签收|揽收|出库)[前后]?"
    r"|(?:买家|客户|用户)?(?:已经?)?(?:拒[收签]|缺货|断货|无货|没货)[后了的]?"
    r"|(?:发货|发出|收到?货|签收|揽收|出库|付款)[之以]?[前后]|(?:超时|系统|平台)*自动|协商(?:一致)?|赔付"
    r"|(?:[七7]天)?无理由|不想要了?|不喜欢|拍错了?|[多错]拍了?)+"
    r"|(?<=[款货单])(?:[未没待]|没有|尚未|还没)(?:发货|发出|收到货|揽收|出库)$"
    r"|^(?:(?:un|not(?: yet)?(?: been)?) ?(?:shipped|dispatched|fulfilled|received|delivered)"
    r"|shipped|dispatched|delivered|out of stock|no reason)(?: |$)"
    r"| (?:(?:before|after|without) (?:shipping|shipment|dispatch|delivery)"
    r"|(?:un|not(?: yet)?(?: been)?) ?(?:shipped|dispatched|fulfilled))$"
)
_GIVEN_BACK = lazy_pattern(r"退|删单|\brefund|\breturn")


def refund_alone(phrases: Sequence[str]) -> Sequence[str]:
    """The phrase of a refund, where all others are of something beside it; else all of them."""
    rest = [left for each in phrases if (left := _BESIDE.sub("", each).strip())]
    return rest if len(rest) == 1 and _GIVEN_BACK.search(rest[0]) else phrases
