"""Parcels of a second file that no buyer gets: their number was voided, or they come back."""

from collections.abc import Sequence

from calculators.core.inputs.normalising import bare
from calculators.core.table.columns.layout import Layout
from calculators.core.table.columns.yes_or_no import in_words
from calculators.core.text.patterns import lazy_pattern
from calculators.core.text.traditional import simplified

_LONGEST = 30
# Headings as keys. What became of the order is told by the file of orders.
_PARCEL = (
    r"(?:包裹|运单|电子面单|面单|快递单?|物流单?|单号"
    r"|parcel|package|shipment|label|waybill|tracking)"
)
_STATES = lazy_pattern(
    rf"{_PARCEL}?(?:号)?(?:状态|status|state)"
    rf"|(?:是否)?{_PARCEL}?(?:号)?(?:是否)?(?:已经?)?(?:作废|取消|回收|无效|有效|废弃)(?:标[记识志])?"
    rf"|(?:is)?{_PARCEL}?(?:voided|cancell?ed|valid)"
)
# What a parcel is tells whether it comes back.
_WAY = lazy_pattern(rf"{_PARCEL}(?:类型|种类|类别|方向|type|kind|direction)|direction")
_VOIDED = lazy_pattern(
    r"(?:(?:电子)?面单|运单|快递单|物流单|单号|包裹)?(?:号)?(?:已经?|被)?(?:作废|取消|回收|撤销|失效|废弃)(?:了|成功)?"
    r"(?:(?:电子)?面单|运单|单号|包裹)?|(?:已经?)?无效(?:单号|运单|面单|包裹)?"
    r"|(?:label |parcel )?(?:voided?|cancell?ed|invalid)",
)
_BACK = lazy_pattern(
    r"(?:买家|客户)?(?:退货|退回|客退|逆向)(?:包裹|件|单|物流|快递|运单)?"
    r"|returns?(?: parcel| shipment)?|reverse"
)


class Voided:
    """Tells such rows by the columns of a ``layout`` that say what a parcel is, or became of it."""

    def __init__(self, layout: Layout) -> None:
        self._columns = [
            (at, each, is_way)
            for at, each in enumerate(layout.keys)
            if len(each) <= _LONGEST
            if (is_way := _WAY.fullmatch(each) is not None) or _STATES.fullmatch(each)
        ]

    def has(self, own: Sequence[str]) -> bool:
        """Whether a row is of such a parcel."""
        return any(_is_voided(heading, own[at], way=way) for at, heading, way in self._columns)


def _is_voided(heading: str, cell: str, *, way: bool) -> bool:
    if not cell or len(cell) > _LONGEST:
        return False
    text = in_words(heading, simplified(bare(cell)).casefold())
    return bool(_VOIDED.fullmatch(text) or (way and _BACK.fullmatch(text)))
