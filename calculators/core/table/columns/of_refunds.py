"""The columns of what was given back of an order, told by their headings."""

from collections.abc import Collection, Sequence

from calculators.core.text.patterns import lazy_pattern

# Headings as keys, see ``names.key``, and the unit that they end in.
_OF = (
    r"(?:主订单|主单|子订单|子单|订单|商品|单品|sku|售后|结算前|发货前|发货后|极速|仅"
    r"|买家|用户|客户|商家|卖家|店铺)?"
)
_SUM = r"(?:总金额|金额合计|总额|总计|合计|金额|款额|数额|总价|额)"
# Of several the one that says that it has happened.
_DONE = lazy_pattern(
    rf"{_OF}(?:已经?|实际?|累计|成功)(?:成功)?退(?:款|货款|还|回|货退款)?(?:成功|完成)?(?:的)?{_SUM}"
    rf"|{_OF}退(?:款|货款|货退款)(?:成功|完成|到账|实退)的?{_SUM}"
    r"|(?:total|order)?(?:refunded)(?:amount|total|value|sum)?|amountrefunded|total(?:amount)?refunded",
    holds=("退", "refund"),
)
_PLAIN = lazy_pattern(
    rf"{_OF}退(?:款|货款|货退款|回|还|单)(?:的|商品)?{_SUM}|{_OF}总退款(?:金额|额)?"
    r"|(?:订单|商品|子订单|主订单)?退(?:款|货款)"
    r"|(?:total|order|actual|sum)*refunds?(?:amount|amt|total|value|sum)?"
    r"|amountofrefunds?|returnedamount",
    holds=("退", "refund", "returned"),
)
# Without a word for an amount: of pieces, perhaps, where another column has one.
_BARE = lazy_pattern(rf"{_OF}(?:累计退款|累计已退|退款累计|实际?退款?|已退款?)", holds="退")
# A list of what was asked for after the sale parts it.
_GOODS = lazy_pattern(r"退商品(?:金额|款)", holds="退")
_BESIDE_GOODS = lazy_pattern(r"退支付优惠(?:金额)?", holds="退")
# What came back is worth as much, as far as nothing else says what was given for it.
_RETURNED = lazy_pattern(rf"{_OF}退货(?:的)?{_SUM}", holds="退")
_UNIT = lazy_pattern(
    r"(?:(?:单位)?(?:[角毛厘百千十]元|[百千十]?万元?|[百千]?亿元?|[美欧日港韩]元|分|元)"
    r"|fen|cents?|yuan|rmb|cny|usd|hkd|eur)$",
    holds=(*"元分万亿", "fen", "cent", "yuan", "rmb", "cny", "usd", "hkd", "eur"),
)
_LONGEST = 40

# Of a sub-order, of whatever the row is, of the whole order: what is nearest to a row goes first.
_OF_ITEM = lazy_pattern(r"商品|子订单|子单")
_OF_ORDER = lazy_pattern(r"订单|总|合计|累计|total|order")

# Columns whose amounts add up.
type Sum = tuple[int, ...]


def refund_columns(keys: Sequence[str], taken: Collection[int]) -> tuple[tuple[Sum, ...], ...]:
    """The columns of what was given back, in ranks; ``taken`` are those that tell something else.

    ``keys`` are those of all headings. A row is told by the first rank that says anything in it;
    the columns of one rank are equally near to it.
    """
    keys = [
        "" if at in taken or len(each) > _LONGEST else _UNIT.sub("", each)
        for at, each in enumerate(keys)
    ]
    for pattern in (_DONE, _PLAIN, _BARE, _GOODS, _RETURNED):
        if found := [at for at, each in enumerate(keys) if pattern.fullmatch(each)]:
            break
    else:
        return ()
    if pattern is _GOODS and len(found) == 1:
        beside = [at for at, each in enumerate(keys) if _BESIDE_GOODS.fullmatch(each)]
        return (((*found, *beside),),)
    ranks: dict[int, list[Sum]] = {}
    for at in found:
        ranks.setdefault(_rank(keys[at]), []).append((at,))
    return tuple(tuple(ranks[rank]) for rank in sorted(ranks))


def _rank(heading: str) -> int:
    if is_of_item(heading):
        return 0
    return 2 if is_of_order(heading) else 1


def is_of_order(heading: str) -> bool:
    """Whether the key of such a ``heading`` says that its amounts are those of whole orders."""
    return bool(_OF_ORDER.search(heading)) and not is_of_item(heading)


def is_of_item(heading: str) -> bool:
    """Whether the key of such a ``heading`` says that its amounts are those of sub-orders."""
    return bool(_OF_ITEM.search(heading))
