"""How much a status says was given back: ``已退款0.5元`` of an order of 100 yuan undoes none."""

from decimal import Decimal

from calculators.core.arithmetic.money import FEN_A_YUAN
from calculators.core.text.patterns import lazy_pattern

_FIGURES = r"\d[\d,]{0,15}(?:\.\d{1,4})?"
_SIGN = r"(?:[¥￥]|rmb|cny|人民币)"
# Next to the word for it: what else stands there may be what the order cost, or a day.
_AMOUNT = lazy_pattern(
    r"(?:退款?|refund(?:ed)?)"
    r"(?:已经?|成功|完成|完毕|到账|了|金额|共计?|合计|总额| amount| completed?| of| by)*"
    rf"[\s:：,，(（\[【]*(?:金额|共计?|合计|amount)?[\s:：]*"
    rf"(?:{_SIGN}\s?(?P<signed>{_FIGURES})|(?P<named>{_FIGURES})\s?(?:元|块|圆|yuan|rmb|cny)"
    r"|(?P<plain>\d{1,9}\.\d{1,2})(?![\d.:/-]))"
)


def given_back(text: str) -> int | None:
    """The amount in fen that a text of states names as given back; ``None`` where it names none."""
    found = _AMOUNT.search(text)
    figures = found and (found["signed"] or found["named"] or found["plain"])
    return int(Decimal(figures.replace(",", "")) * FEN_A_YUAN) if figures else None
