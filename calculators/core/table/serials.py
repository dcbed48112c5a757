"""Columns of a spreadsheet's counts of days, ``46027.377`` for a minute in January 2026."""

from collections.abc import Iterable

from calculators.core.moments import serial_time
from calculators.core.refusal import Refused
from calculators.core.table import cells

# The kinds of fields for which such a count can stand.
KINDS = ("time", "date")
# Stands for a cell that is none where all others are: no field reads it.
NO_SERIAL = "?"


def are_serials(samples: Iterable[str]) -> bool:
    """Whether cells hold nothing else: a number on its own may be anything."""
    texts = [text for each in samples if not cells.is_nothing(text := cells.bare(each), "time")]
    return any(texts) and all(map(_is_serial, filter(None, texts)))


def are_whole(samples: Iterable[str]) -> bool:
    """Whether such counts are of days alone."""
    return all("." not in each for each in samples)


def from_serial(text: str, kind: str, *, epoch_1904: bool) -> str:
    """The count ``text`` as a field of this ``kind`` takes it; ``NO_SERIAL`` for anything else."""
    if not text:
        return ""
    try:
        when = serial_time(text, epoch_1904=epoch_1904)
    except Refused:
        return NO_SERIAL
    return f"{when:%Y-%m-%d}" if kind == "date" else f"{when:%Y-%m-%d %H:%M}"


def _is_serial(text: str) -> bool:
    try:
        serial_time(text)
    except Refused:
        return False
    return True
