"""Amounts in yuan, read from what people type."""

import re
from decimal import Decimal

from calculators.core.arithmetic.money import DECIMALS, FEN, LARGEST
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.normalising import one
from calculators.core.text.patterns import lazy_pattern

# A program's noise behind the fen, as in 188.99999999999997: with so many digits or more, and so
# near to whole fen. Fewer digits are meant: 1.234.
_NOISY_DIGITS, _NOISE = 10, Decimal("0.00001")

_CURRENCIES = "(?:cn)?¥|cny|rmb|人民币"
_UNITS = f"元(?:整|人民币)?|圆整?|块|yuan|{_CURRENCIES}"
# Possessive throughout: no blank or digit is looked at twice.
_AMOUNT = lazy_pattern(
    r"(?P<before>[+-]?+)\s*+(?:(?:cny|rmb|人民币)\s*+:?+\s*+)?+(?:(?:cn)?¥)?+\s*+(?P<behind>[+-]?+)\s*+"
    rf"(?P<number>[\d.,]++(?:[ ][\d.,]++)*+)\s*+(?:{_UNITS})?+",
    re.ASCII | re.IGNORECASE,
)
# Nearly every cell of a file, and nothing else has to be looked at.
_SHORT = 13
_IN_FEN = lazy_pattern(r"\d{1,9}\.\d\d", re.ASCII)
_SIMPLE = lazy_pattern(r"¥?(\d{1,9}(?:\.\d\d?)?)", re.ASCII)
_PLAIN_NUMBER = lazy_pattern(r"\d++(?:\.\d*+)?+|\.\d++", re.ASCII)
_GROUPED_NUMBER = lazy_pattern(r"[1-9]\d{0,2}+([, ])\d{3}(?:\1\d{3})*+(?:\.\d*+)?+", re.ASCII)


def read_money(text: str) -> Decimal:
    """The amount, in yuan, that ``text`` writes: ``1299``, ``1,299.00``, ``¥ 1 299``, ``1299元``.

    Raises :class:`InputError` with ``required``, ``not_a_number``, ``negative``,
    ``too_many_decimals`` or ``too_large``.
    """
    if len(text) <= _SHORT and (usual := read_usual_money(text)) is not None:
        return usual
    text = _one(text)
    sign, number = ("", text) if _PLAIN_NUMBER.fullmatch(text) else _sign_and_number(text)
    amount, decimals = _without_noise(number)
    if sign == "-" and amount != 0:
        raise InputError("negative")
    if decimals > DECIMALS:
        raise InputError("too_many_decimals")
    if amount > LARGEST:
        raise InputError("too_large", maximum=LARGEST)
    return amount.quantize(FEN)


def read_usual_money(cell: str) -> Decimal | None:
    """The amount of a text that is written as nearly all are: ``1299``, ``1299.00``; else none."""
    if _IN_FEN.fullmatch(cell):
        return Decimal(cell)
    found = _SIMPLE.fullmatch(cell)
    return Decimal(found[1]).quantize(FEN) if found else None


def read_number(text: str) -> Decimal:
    """The number, exact and perhaps negative, that ``text`` writes as it would write an amount.

    For amounts in another unit than yuan. Raises :class:`InputError` with ``required`` or
    ``not_a_number``.
    """
    sign, number = _sign_and_number(_one(text))
    return Decimal(sign + number)


def _one(text: str) -> str:
    """The text of one amount, whose point may be that of a Chinese keyboard: ``1299。00``."""
    text = one(text, "not_a_number").replace("。", ".")
    if not text:
        raise InputError("required")
    return text


def _sign_and_number(text: str) -> tuple[str, str]:
    found = _AMOUNT.fullmatch(text)
    if not found or (found["before"] and found["behind"]):
        raise InputError("not_a_number")
    number = found["number"]
    if not (_PLAIN_NUMBER.fullmatch(number) or _GROUPED_NUMBER.fullmatch(number)):
        raise InputError("not_a_number")
    return found["before"] or found["behind"], number.replace(",", "").replace(" ", "")


def _without_noise(number: str) -> tuple[Decimal, int]:
    """The amount, and how many decimals it has that are meant."""
    amount = Decimal(number)
    whole, _, decimals = number.partition(".")
    if len(decimals) <= DECIMALS:
        return amount, len(decimals)
    decimals = decimals.rstrip("0")
    if len(whole.lstrip("0") + decimals) >= _NOISY_DIGITS and amount < LARGEST + 1:
        fen = amount.quantize(FEN)
        if abs(amount - fen) < _NOISE:
            return fen, DECIMALS
    return amount, len(decimals)
