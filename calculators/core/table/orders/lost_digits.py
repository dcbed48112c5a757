"""Numbers whose last digits are lost: a spreadsheet or a program has taken them for amounts."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from calculators.core.table import cells
from calculators.core.text.patterns import lazy_pattern

# A spreadsheet keeps so many digits of a number, and writes zeros for the others; a program's
# binary number needs up to two more to be told from its neighbours, and has so many bits.
_DIGITS, _DIGITS_OF_PROGRAMS, _BITS = 15, (16, 17), 53
_LONGEST = 40
_LONG = lazy_pattern(rf"\d{{{_DIGITS + 1},{_LONGEST}}}", re.ASCII)
# 6.92601E+18, 6.926E18, 6,93e18, 6.93×10^18.
_EXPONENT = lazy_pattern(
    r"\+?\d(?:[.,](?P<decimals>\d++))?+\s?(?:e(?P<plus>\+?)|(?P<times>[x×*])\s?10\s?\^?\+?)"
    r"(?P<exponent>\d\d?)",
    re.ASCII | re.IGNORECASE,
)
# As an amount is written: 6,926,001,122,334,450,000.00.
_AS_AMOUNT = lazy_pattern(r"\+?(\d{1,3}(?:[,' ]\d{3}){5,12}|\d{16,40})(?:\.0*+)?+", re.ASCII)
_MARKS = lazy_pattern("[,' ]")
# Digits that somebody hides, or that a narrow column does not show.
_HIDDEN = lazy_pattern(r"[\w-]{0,30}(?:\*{2,}|#{3,}|…|\.{3,})[\w*#-]{0,30}")
# Of fewer long numbers it may be chance that all of them end in a spreadsheet's zeros.
_FEWEST = 2
# By chance one column in a thousand has so many zeros at the ends of its numbers, or so many bits.
_ZEROS, _ZERO_BITS = 3, 10


class LostDigits(str):
    """A cell with more digits than a spreadsheet keeps of a number, as they stand in the file.

    All from the sixteenth on may be wrong, so that two orders may have one and the same. A text
    like all others for whoever does not ask.
    """

    __slots__ = ()


class Rounding(NamedTuple):
    """How the long numbers of a column were rounded: to ``digits``, or to a binary number."""

    digits: int
    binary: bool

    def has_rounded(self, number: str) -> bool:
        """Whether a text of digits alone is a long number that ends as such a rounding does."""
        if len(number) <= _DIGITS or len(number) > _LONGEST:
            return False
        ends = number.endswith("0") and len(number.rstrip("0")) <= self.digits
        return ends or (self.binary and _zero_bits(number) > 0)

    def __bool__(self) -> bool:
        return self.digits > 0 or self.binary


# What may have become of a number that was written as an amount.
_ANY = Rounding(_DIGITS_OF_PROGRAMS[-1], binary=True)


def rounding_of(samples: Iterable[str]) -> Rounding:
    """How the cells of a column were rounded, if all of its long numbers say so."""
    texts = [text for each in samples if _LONG.fullmatch(text := cells.bare(each))]
    numbers = set(texts)
    if len(texts) < _FEWEST:
        return Rounding(0, binary=False)
    digits = max(len(each.rstrip("0")) for each in numbers)
    zeros = sum(len(each) - max(digits, _DIGITS) for each in numbers)
    bits = [_zero_bits(each) for each in numbers]
    return Rounding(
        max(digits, _DIGITS) if zeros >= _ZEROS and digits <= _DIGITS_OF_PROGRAMS[-1] else 0,
        binary=all(bits) and sum(bits) >= _ZERO_BITS,
    )


def has_lost_digits(cell: str, bare: str, rounding: Rounding) -> bool:
    """Whether a cell with the ``bare`` text is such a number, in text and workbook.

    ``rounding`` is that of its column. A number that is written as an amount is doubted wherever it
    stands, and one of which digits are hidden.
    """
    if isinstance(cell, LostDigits):
        return True
    if bare.isdigit():
        return bool(rounding) and rounding.has_rounded(bare)
    if len(bare) > 2 * _LONGEST:
        return False
    if found := _EXPONENT.fullmatch(bare):
        return _is_short(found)
    if found := _AS_AMOUNT.fullmatch(bare):
        return _ANY.has_rounded(_MARKS.sub("", found[1]))
    return bool(_HIDDEN.fullmatch(bare))


def _is_short(found: re.Match[str]) -> bool:
    """Whether a number with an exponent has fewer digits than that says."""
    decimals, exponent = len(found["decimals"] or ""), int(found["exponent"])
    # 3E12 on its own may be a code.
    is_number = found["plus"] or found["times"] or decimals or exponent >= _DIGITS
    return bool(is_number) and decimals < exponent


def _zero_bits(number: str) -> int:
    """How many bits of a number of digits no binary number holds, if all of them are zero; 0."""
    value = int(number)
    beyond = value.bit_length() - _BITS
    return beyond if beyond > 0 and not value & ((1 << beyond) - 1) else 0
