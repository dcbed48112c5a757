"""Columns of a spreadsheet's counts of days, ``46027.377`` for a minute in January 2026."""

from collections.abc import Iterable

from calculators.core.inputs.dates import serial_time
from calculators.core.inputs.errors import InputError, accepts
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.field_types.moments import DateField
from calculators.core.inputs.words_for_nothing import is_no_moment
from calculators.core.table import cells

# Stands for a cell that is none where all others are.
NO_SERIAL = cells.Unreadable("not_a_serial")


def are_serials(samples: Iterable[str]) -> bool:
    """Whether cells hold no other figures: a number on its own may be anything.

    Words that stand for no moment leave the others what they are, as long as they are no more.
    """
    texts = [text for each in samples if not is_no_moment(text := cells.bare(each)) and text]
    figures = [each for each in texts if any(map(str.isdigit, each))]
    if not figures or 2 * len(figures) < len(texts):
        return False
    return all(accepts(serial_time, each) for each in figures)


def are_whole(samples: Iterable[str]) -> bool:
    """Whether such counts are of days alone."""
    return all(map(_is_whole, samples))


def _is_whole(text: str) -> bool:
    return not text.partition(".")[2].strip("0")


def from_serial(text: str, field: Field, *, epoch_1904: bool) -> str:
    """The count ``text`` as ``field`` takes it; ``NO_SERIAL`` for anything else."""
    try:
        return field.from_serial(text, epoch_1904=epoch_1904) if text else ""
    except InputError:
        return NO_SERIAL


def day_or_moment(text: str, field: Field, *, epoch_1904: bool) -> str:
    """The same of a column of days alone: without a fraction a count tells no time of its day."""
    return from_serial(text, DateField() if _is_whole(text) else field, epoch_1904=epoch_1904)
