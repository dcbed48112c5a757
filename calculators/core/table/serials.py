"""Columns of a spreadsheet's counts of days, ``46027.377`` for a minute in January 2026."""

from collections.abc import Iterable

from calculators.core.inputs.dates import serial_day, serial_time
from calculators.core.inputs.errors import InputError, accepts
from calculators.core.table import cells

# The kinds of fields for which such a count can stand.
KINDS = ("time", "date")
# Stands for a cell that is none where all others are: no field reads it.
NO_SERIAL = "?"


def are_serials(samples: Iterable[str]) -> bool:
    """Whether cells hold nothing else: a number on its own may be anything."""
    texts = [text for each in samples if not cells.is_nothing(text := cells.bare(each), "time")]
    return any(texts) and all(accepts(serial_time, each) for each in texts if each)


def are_whole(samples: Iterable[str]) -> bool:
    """Whether such counts are of days alone."""
    return all("." not in each for each in samples)


def from_serial(text: str, kind: str, *, epoch_1904: bool) -> str:
    """The count ``text`` as a field of this ``kind`` takes it; ``NO_SERIAL`` for anything else."""
    if not text:
        return ""
    try:
        if kind == "date":
            return serial_day(text, epoch_1904=epoch_1904).isoformat()
        return f"{serial_time(text, epoch_1904=epoch_1904):%Y-%m-%d %H:%M}"
    except InputError:
        return NO_SERIAL
