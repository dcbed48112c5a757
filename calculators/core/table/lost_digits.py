"""Numbers whose last digits a spreadsheet has lost."""

import re
from collections.abc import Iterable

from calculators.core.table import cells

# A spreadsheet keeps so many digits of a number, and writes zeros for the others.
_DIGITS = 15
_EXPONENT = re.compile(r"\d(?:\.\d++)?+e\+\d\d?+", re.ASCII | re.IGNORECASE)
_LONG = re.compile(rf"\d{{{_DIGITS + 1},40}}", re.ASCII)
_ROUNDED = re.compile(rf"\d{{{_DIGITS}}}0++", re.ASCII)
# Of fewer long numbers it may be chance that all of them end in zeros.
_FEWEST = 2


class LostDigits(str):
    """A cell with more digits than a spreadsheet keeps of a number, as they stand in the file.

    All from the sixteenth on may be wrong, so that two orders may have one and the same. A text
    like all others for whoever does not ask.
    """

    __slots__ = ()


def all_rounded(samples: Iterable[str]) -> bool:
    """Whether every long number of a text ends as a spreadsheet would have rounded it."""
    long = [text for each in samples if _LONG.fullmatch(text := cells.bare(each))]
    return len(long) >= _FEWEST and all(map(_ROUNDED.fullmatch, long))


def has_lost_digits(cell: str, bare: str, *, rounded: bool) -> bool:
    """Whether a cell with the ``bare`` text is such a number: 6.92601E+18, in text and workbook.

    ``rounded``: its column is one of rounded numbers (see :func:`all_rounded`).
    """
    if isinstance(cell, LostDigits):
        return True
    if bare.isdigit():
        return rounded and bool(_ROUNDED.fullmatch(bare))
    return bool(_EXPONENT.fullmatch(bare))
