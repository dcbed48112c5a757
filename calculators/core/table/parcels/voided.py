"""Parcels of a second file that no buyer gets: their number was voided, or they come back."""

from collections.abc import Sequence

from calculators.core.inputs.normalising import bare
from calculators.core.table.columns.layout import Layout
from calculators.core.table.columns.yes_or_no import in_words
from calculators.core.text.patterns import lazy_pattern
from calculators.core.text.traditional import simplified

_LONGEST = 30
# Headings as keys. What became of the order is told by the file of orders.
_STATES = lazy_pattern(
    r"(?!.*(?:订单|售后|退款|order)).*(?:状态|情况|类型|种类|类别|方向|作废|取消|无效|有效|废弃)(?:标[记识志])?"
    r"|(?!.*order).*(?:status|state|type|kind|direction|voided|cancell?ed|valid)",
    holds=(*"态况型类向废消效", "stat", "type", "kind", "direction", "void", "cancel", "valid"),
)
_VOIDED = lazy_pattern(
    r"(?:(?:电子)?面单|运单|快递单|物流单|单号|包裹)?(?:号)?(?:已经?|被)?(?:作废|取消|回收|撤销|失效|废弃)(?:了|成功)?"
    r"(?:(?:电子)?面单|运单|单号|包裹)?|(?:已经?)?无效(?:单号|运单|面单|包裹)?"
    r"|(?:label |parcel )?(?:voided?|cancell?ed|invalid)",
)
_WAY = lazy_pattern(r"类型|种类|类别|方向|type|kind|direction")
_BACK = lazy_pattern(
    r"(?:买家|客户)?(?:退货|退回|客退|逆向)(?:包裹|件|单|物流|快递|运单)?"
    r"|returns?(?: parcel| shipment)?|reverse"
)


class Voided:
    """Tells such rows by the columns of a ``layout`` that say what a parcel is, or became of it."""

    def __init__(self, layout: Layout) -> None:
        self._columns = [
            (at, each, _WAY.search(each) is not None)
            for at, each in enumerate(layout.keys)
            if len(each) <= _LONGEST and _STATES.fullmatch(each)
        ]

    def has(self, own: Sequence[str]) -> bool:
        """Whether a row is of such a parcel."""
        return any(_is_voided(heading, own[at], way=way) for at, heading, way in self._columns)


def _is_voided(heading: str, cell: str, *, way: bool) -> bool:
    if not cell or len(cell) > _LONGEST:
        return False
    text = in_words(heading, simplified(bare(cell)).casefold())
    return bool(_VOIDED.fullmatch(text) or (way and _BACK.fullmatch(text)))
