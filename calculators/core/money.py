"""Amounts in yuan: read from what people type, rounded to the fen, written again."""

import re
from decimal import ROUND_HALF_UP, Decimal

from calculators.core.refusal import Refused
from calculators.core.typed import plain

FEN, YUAN = Decimal("0.01"), Decimal(1)
DECIMALS = 2
LARGEST = Decimal("9999999999.99")

_DECORATION = re.compile(r"^(?P<sign>¥\s*-|-?\s*¥?)\s*(?P<number>.*?)\s*元?$", re.DOTALL)
_PLAIN_NUMBER = re.compile(r"^(?:\d+(?:\.\d*)?|\.\d+)$", re.ASCII)
_GROUPED_NUMBER = re.compile(r"^[1-9]\d{0,2}([, ])\d{3}(?:\1\d{3})*(?:\.\d*)?$", re.ASCII)


def read_money(text: str) -> Decimal:
    """The amount, in yuan, that ``text`` writes: ``1299``, ``1,299.00``, ``¥ 1 299``, ``1299元``.

    Raises :class:`Refused` with ``required``, ``not_a_number``, ``negative``,
    ``too_many_decimals`` or ``too_large``.
    """
    text = plain(text)
    if not text:
        raise Refused("required")
    match = _DECORATION.match(text)
    assert match is not None, "every part of the pattern may be empty"
    number = match["number"]
    if not (_PLAIN_NUMBER.match(number) or _GROUPED_NUMBER.match(number)):
        raise Refused("not_a_number")
    amount = Decimal(number.replace(",", "").replace(" ", ""))
    if "-" in match["sign"] and amount != 0:
        raise Refused("negative")
    decimals = number.partition(".")[2]
    if len(decimals) > DECIMALS:
        raise Refused("too_many_decimals")
    if amount > LARGEST:
        raise Refused("too_large", maximum=LARGEST)
    return amount.quantize(FEN)


def round_money(amount: Decimal) -> Decimal:
    """``amount`` rounded half up to the fen."""
    return amount.quantize(FEN, rounding=ROUND_HALF_UP)


def round_to_yuan(amount: Decimal) -> Decimal:
    """``amount`` rounded half up to whole yuan."""
    return amount.quantize(YUAN, rounding=ROUND_HALF_UP).quantize(FEN)


def percent_of(amount: Decimal, percent: Decimal) -> Decimal:
    """``percent`` per cent of ``amount``, not rounded."""
    return amount * percent / 100
