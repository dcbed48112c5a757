"""The unit of each column of durations, from all that a table says of it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from calculators.core.inputs.normalising import LONGEST, bare
from calculators.core.table import cells
from calculators.core.table.columns.layout import Layout
from calculators.core.table.columns.said_beside import described, notes, titles, upper_headings
from calculators.core.table.units_of_time import (
    HOURS,
    WRITTEN,
    is_of_units,
    marked,
    of_figures,
    of_title,
    said,
    whole,
)
from calculators.core.text.patterns import lazy_pattern

# Two of them, or one in some of the cells alone: nobody knows which the others are in.
UNCERTAIN = "uncertain"

# A number alone. Nothing is nothing in any unit.
_NUMBER = lazy_pattern(r"[+-]?(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,12}+)(?:\.\d{1,12}+)?+", re.ASCII)
_ZERO = lazy_pattern(r"0{1,9}+(?:\.0{0,9}+)?+", re.ASCII)


class DurationUnits:
    """Tells the unit of a column by its heading, what stands above and below that, its cells.

    What is said of one column goes before what a title says of all.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def of(self, name: str, column: int, own: str) -> str:
        """The unit of bare numbers in a column of the field ``name``, which is in its ``own``.

        ``UNCERTAIN`` where the table contradicts itself.
        """
        found = self._said(name, column)
        if len(found) > 1:
            return UNCERTAIN
        if found:
            return next(iter(found))
        if of_rows := self._of_rows(name):
            # Further rows may be in another.
            is_one = len(of_rows) == 1 and (self._layout.whole or of_rows == {own})
            return next(iter(of_rows)) if is_one else UNCERTAIN
        return UNCERTAIN if self._are_mixed(column, own) else own

    def is_said(self, name: str, column: int) -> bool:
        """Whether anything but its cells says in which unit a column is."""
        return bool(self._said(name, column))

    def _said(self, name: str, column: int) -> frozenset[str]:
        """What is said of the column alone, else of several, else of all."""
        ways = (
            self._of_column(column),
            map(marked, upper_headings(self._layout, column)),
            self._titles(name),
        )
        return next(filter(None, (frozenset[str]().union(*each) for each in ways)), frozenset())

    def _of_column(self, column: int) -> Iterator[frozenset[str]]:
        """What its heading and descriptions say of a column."""
        yield said(self._layout.headings[column])
        yield from map(said, described(self._layout, column))

    def _titles(self, name: str) -> Iterator[frozenset[str]]:
        """What rows above the headings, and notes below, say of all durations."""
        for texts in titles(self._layout):
            yield from (of_title(each, name) for each in texts)
            # 时间单位：, 天
            yield from (
                of_title(f"{mark.rstrip(':：')}:{unit}", name) for mark, unit in pairwise(texts)
            )
        for text in notes(self._layout):
            yield of_title(text, name)

    def _of_rows(self, name: str) -> frozenset[str]:
        """The units in columns of units, such as 时限单位: each row has its own."""
        found: set[str] = set()
        for at, heading in enumerate(self._layout.headings):
            if not is_of_units(heading, name):
                continue
            texts = map(bare, self._layout.cells_of(at))
            units = [whole(each) for each in texts if each]
            if all(units):  # others are pieces, or yuan
                found.update(*units)
        return frozenset(found)

    def _are_mixed(self, column: int, own: str) -> bool:
        """Whether some of the first cells name another unit than the field's, and some none."""
        seen = SeenUnits(own)
        for cell in self._layout.cells_of(column):
            seen.see(bare(cell))
        return seen.are_mixed


class SeenUnits:
    """Sees cells of durations, for a field in its ``own`` unit."""

    def __init__(self, own: str) -> None:
        self.own = own
        self._alone = self._named = False

    def see(self, text: str) -> str:
        """A bare text, which is given back as it is."""
        if is_number(text):
            self._alone = True
        elif text and not self._named and len(text) <= LONGEST:
            self._named = bool(of_figures(text) - {self.own})
        return text

    @property
    def are_mixed(self) -> bool:
        """Whether some named another unit, and some none."""
        return self._alone and self._named


def is_number(text: str) -> bool:
    """Whether a cell is a number without a unit, and not nothing."""
    return bool(_NUMBER.fullmatch(text)) and not _ZERO.fullmatch(text)


def converted(text: str, unit: str, own: str) -> str:
    """A bare text of a column in ``unit`` as a field in its ``own`` takes it.

    What names its unit stays; of what cannot be converted no field reads anything.
    """
    if not is_number(text):
        return text
    if unit == UNCERTAIN:
        return cells.Unreadable("unit_uncertain" if own == HOURS else f"unit_uncertain_{own}")
    if own != HOURS:
        return cells.Unreadable(f"other_unit_of_{own}")
    if unit not in WRITTEN:
        return cells.Unreadable("other_unit_of_time")
    return text.replace(",", "") + WRITTEN[unit]
