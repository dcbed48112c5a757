"""Hours that a formula has worked out, such as ``(shipped - promised) * 24``, as full ones."""

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from calculators.core.table import cells
from calculators.core.text.patterns import lazy_pattern

_HOUR = 3_600
_NUMBER = lazy_pattern(
    r"(?P<sign>[+-]?)(?P<figures>\d{1,3}(?:,\d{3}){1,3}|\d{1,12}+)"
    r"(?P<rest>(?:\.\d{1,25}+)?+(?:e[+-]?\d{1,3}+)?+)",
    re.ASCII | re.IGNORECASE,
)
_LONGEST = 60


def in_full_hours(read: cells.Reading, *, of_delay: bool) -> cells.Reading:
    """``read``, and of a delay the full hours, 1 once late at all; of a promise those begun."""

    def of(cell: str) -> str:
        text = read(cell)
        found = _NUMBER.fullmatch(text) if _may_have_rest(text) else None
        if found is None or not found["rest"]:
            return text
        hours = Decimal(found["figures"].replace(",", "") + found["rest"])
        # Days are kept as binary fractions: what is no second is none of the time.
        seconds = (hours * _HOUR).to_integral_value(ROUND_HALF_UP)
        full = int((seconds / _HOUR).to_integral_value(ROUND_FLOOR if of_delay else ROUND_CEILING))
        return found["sign"] + str(max(full, 1) if seconds else full)

    return of


def none_where_early(read: cells.Reading) -> cells.Reading:
    """``read``, with a delay below nothing as none: what was sent early was in time."""

    def of(cell: str) -> str:
        text = read(cell)
        return "0" if text[:1] == "-" and _is_span(text[1:]) else text

    return of


def _may_have_rest(text: str) -> bool:
    """Whether a text is none of the digits alone that nearly all cells hold."""
    return not text.isdigit() and 0 < len(text) <= _LONGEST and type(text) is str


def _is_span(text: str) -> bool:
    # Its patterns take milliseconds to make, and most tables hold numbers.
    from calculators.core.inputs.field_types.written_durations import seconds  # noqa: PLC0415

    text = text.strip()
    if not _may_have_rest(text):
        return text.isdigit()
    return bool(_NUMBER.fullmatch(text)) or seconds(text) is not None
