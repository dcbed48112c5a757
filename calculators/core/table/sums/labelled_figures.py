"""Labels with the figure that they name: 金额：900, Qty: 2, 已发货：2."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from calculators.core.table.sums.labels import plainly
from calculators.core.text.patterns import lazy_pattern

LONGEST = 40
_CELLS = 1000
# Possessive, so that no text is looked at twice.
_LABELLED = lazy_pattern(
    r"[\s(\[【]*+(?P<word>[^\d:=()\[\]【】]{1,20}+)[:=][\s¥$]*+"
    r"(?P<figure>\d{1,3}(?:,\d{3})++(?:\.\d{1,4})?+|\d{1,12}(?:\.\d{1,4})?+)"
    r"(?P<unit>\s?[^\d\s:=,.]{0,4}+)[\s)\]】]*+",
    re.ASCII,
)
# What no order is called by: how much, how many, and what became of how many.
_KNOWN = lazy_pattern(
    r"(?:[^\s]*(?:金额|数量|件数|单数|单量|销量|总价|价格|售价|实付|应付|实收|应收|货款|销售额|成交额|营业额"
    r"|交易额|退款额?|优惠|运费|邮费|利润|成本|佣金|收入|支出|已?发货|已?完成|成交|已?付款|已?支付|已?退款|已?关闭"
    r"|未发货|待发货|余额|差额|个数|人数|笔数))"
    r"|(?:gmv|qty|quantity|quantities|amount|sales|revenue|paid|payment|price|value|shipped|completed?|refunded|refunds?"
    r"|units|items|pieces|orders?|discounts?|fees?|tax|balance)"
    r"(?: (?:amount|total|count|qty|quantity|value|sold|paid))?"
)


class LabelledFigure(NamedTuple):
    """A ``figure`` behind a word; ``known``: that word is none that orders are called by."""

    figure: Decimal
    known: bool


def labelled_figure(cell: str) -> LabelledFigure | None:
    """The figure that a cell names behind a word; ``None`` where it holds anything else."""
    first = cell[:1]
    # As nearly all cells are: of figures, or without a colon.
    if not first or first.isdigit() or len(cell) > LONGEST:
        return None
    if ":" in cell or "：" in cell or "=" in cell or "＝" in cell:
        return _labelled_figure(cell)
    return None


@lru_cache(_CELLS)
def _labelled_figure(cell: str) -> LabelledFigure | None:
    found = _LABELLED.fullmatch(plainly(cell))
    if not found:
        return None
    word = " ".join(found["word"].split())
    figure = Decimal(found["figure"].replace(",", ""))
    return LabelledFigure(figure, bool(_KNOWN.fullmatch(word)))
