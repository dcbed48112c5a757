"""Headings that all stand in one cell: what parts them is no delimiter that is read here."""

from collections.abc import Collection

from calculators.core.table.columns.stacked_headings import LONGEST_HEADING
from calculators.core.table.names import key
from calculators.core.text.patterns import lazy_pattern

# Full-width marks are typed by hand, blanks and the rest come from other programs; the first ones
# part the lines of a text, but not those that were put into a workbook's cells.
_MARKS = (",", ";", "|", "\t", "，", "、", "；", "｜", "\uffe8", "^", "~", "#", "/", ":", "：")
_BLANKS = lazy_pattern(r"\s+")
_SEVERAL = 2


def seem_unparted(heading: str, names: Collection[str]) -> bool:
    """Whether the only ``heading`` of a table is several of the ``names``, as keys."""
    if len(heading) > LONGEST_HEADING * _SEVERAL or key(heading) in names:
        return False
    parted = [*(heading.split(mark) for mark in _MARKS), _BLANKS.split(heading)]
    return any(sum(key(each) in names for each in parts) >= _SEVERAL for parts in parted)
