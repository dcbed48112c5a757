"""Amounts in yuan: their bounds, and how they are rounded."""

from decimal import ROUND_HALF_UP, Decimal

FEN, YUAN = Decimal("0.01"), Decimal(1)
# In fen, as is all that is added to it.
NOTHING = Decimal("0.00")
DECIMALS = 2
LARGEST = Decimal("9999999999.99")
HUNDRED = Decimal(100)
# A whole number would have to be made a Decimal each time.
FEN_A_YUAN = Decimal(100)


def round_money(amount: Decimal) -> Decimal:
    """``amount`` rounded half up to the fen."""
    return amount.quantize(FEN, ROUND_HALF_UP)


def round_to_yuan(amount: Decimal) -> Decimal:
    """``amount`` rounded half up to whole yuan."""
    return amount.quantize(YUAN, ROUND_HALF_UP) + NOTHING


def percent_of(amount: Decimal, percent: Decimal) -> Decimal:
    """``percent`` per cent of ``amount``, not rounded."""
    return amount * percent / HUNDRED
