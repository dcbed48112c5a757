"""How much a status says was given back: ``已退款0.5元`` of an order of 100 yuan undoes none."""

from decimal import Decimal

from calculators.core.arithmetic.money import FEN_A_YUAN
from calculators.core.text.patterns import lazy_pattern

_WHOLE = 100
_FIGURES = r"\d[\d,]{0,15}(?:\.\d{1,4})?"
_SIGN = r"(?:[¥￥]|rmb|cny|人民币)"
# Next to the word for it: what else stands there may be what the order cost, or a day.
_AMOUNT = lazy_pattern(
    r"(?:退款?|refund(?:ed)?)"
    r"(?:已经?|成功|完成|完毕|到账|了|金额|共计?|合计|总额| amount| completed?| of| by)*"
    rf"[\s:：,，(（\[【]*(?:金额|共计?|合计|amount)?[\s:：]*"
    rf"(?:{_SIGN}\s?(?P<signed>{_FIGURES})|(?P<named>{_FIGURES})\s?(?:元|块|圆|yuan|rmb|cny)"
    r"|(?P<percent>\d{1,3}(?:\.\d{1,4})?)\s?[%％]|(?P<plain>\d{1,9}\.\d{1,2})(?![\d.:/-]))"
)
# Of an order of so many items nobody knows whether that is all: 一件已退款, refunded 1 item.
_COUNT = r"(?:\d{1,4}|[一二两三四五六七八九十])\s?"
_OF_ITEMS = lazy_pattern(
    rf"(?<![\d全共]){_COUNT}(?:件|个)(?:商品|宝贝|货品|产品)?(?:已经?|被)?退(?![货款]?[中待])"
    rf"|退(?:款|货|货退款|了)?{_COUNT}(?:件|个)"
    rf"|\b{_COUNT}(?:items?|pcs?|pieces?|units?)\b.{{0,12}}\b(?:refund|return)ed\b"
    rf"|\b(?:refund|return)(?:ed)?\b.{{0,6}}\b{_COUNT}(?:items?|pcs?|pieces?|units?)\b"
)
_OF_ALL = lazy_pattern(r"[全共都整]|\b(?:all|full|fully|whole|entire)\b")


def given_back(text: str) -> int | None:
    """The amount in fen that a text of states names as given back; ``None`` where it names none."""
    found = _AMOUNT.search(text)
    figures = found and (found["signed"] or found["named"] or found["plain"])
    return int(Decimal(figures.replace(",", "")) * FEN_A_YUAN) if figures else None


def is_of_a_part(text: str) -> bool:
    """Whether a text says that less than the whole was given back, whatever that was."""
    if _OF_ITEMS.search(text) and not _OF_ALL.search(text):
        return True
    found = _AMOUNT.search(text)
    return bool(found and found["percent"] and Decimal(found["percent"]) < _WHOLE)
