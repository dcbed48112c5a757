"""The column of what was given back of an order, told by its heading."""

from collections.abc import Collection, Sequence

from calculators.core.text.patterns import lazy_pattern

# Headings as keys, see ``names.key``, and the unit that they end in.
_OF = r"(?:订单|商品|售后|结算前|买家|用户|客户)?"
_SUM = r"(?:总金额|金额合计|总额|总计|合计|金额|款额|额)"
# Of several the one that says that it has happened.
_DONE = lazy_pattern(
    rf"{_OF}(?:已经?|实际?|累计|成功)(?:成功)?退(?:款|货款|还|回|货退款)?(?:成功|完成)?(?:的)?{_SUM}"
    rf"|{_OF}退(?:款|货款|货退款)(?:成功|完成|到账|实退)的?{_SUM}"
    r"|(?:total|order)?(?:refunded)(?:amount|total|value|sum)?|amountrefunded|total(?:amount)?refunded"
)
_PLAIN = lazy_pattern(
    rf"{_OF}退(?:款|货款|货退款)(?:的)?{_SUM}|{_OF}总退款(?:金额|额)?|(?:订单|商品)?退款"
    r"|(?:total|order|actual|sum)*refund(?:s)?(?:amount|total|value|sum)|total(?:order)?refunds?"
    r"|amountofrefunds?|returnedamount"
)
# A list of what was asked for after the sale parts it.
_GOODS = lazy_pattern(r"退商品(?:金额|款)")
_BESIDE_GOODS = lazy_pattern(r"退支付优惠(?:金额)?")
_UNIT = lazy_pattern(r"(?:分|元|fen|cents?|yuan|rmb|cny)$")
_LONGEST = 40


def refund_columns(keys: Sequence[str], taken: Collection[int]) -> tuple[int, ...]:
    """The columns whose amounts add up to what was given back; ``taken`` tell something else.

    ``keys`` are those of all headings.

    None where no heading says so, or two that say the same: which of them it is, nobody knows.
    """
    keys = ["" if at in taken or len(each) > _LONGEST else each for at, each in enumerate(keys)]
    for pattern in (_DONE, _PLAIN, _GOODS):
        found = [at for at, each in enumerate(keys) if pattern.fullmatch(_UNIT.sub("", each))]
        if not found:
            continue
        if len(found) > 1:
            return ()
        beside = pattern is _GOODS and [
            at for at, each in enumerate(keys) if _BESIDE_GOODS.fullmatch(_UNIT.sub("", each))
        ]
        return (*found, *(beside or ()))
    return ()
