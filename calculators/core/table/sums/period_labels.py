"""Which periods in a column are labels of sums, told by what stands between them.

A day that is the sum of orders has some of them above or below it, up to the next such day. In a
shop keeper's table by day each day is a row like any other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from calculators.core.table import cells
from calculators.core.table.columns.layout import Layout
from calculators.core.table.sums.labels import OF_GROUP, SOFT, SURE, count_in, kind_of
from calculators.core.table.sums.periods import (
    ANY,
    KINDS,
    ends_part,
    has_shape,
    names_periods,
    own_shapes,
    period_of,
)
from calculators.core.table.sums.running_sums import NO_TAGS, Tags

_SEVERAL = 2


class Adding(Protocol):
    """What tells the rows of one table, and what they add up to."""

    def has_amount(self, own: Sequence[str]) -> bool:
        """Whether an amount stands in a row, readable or not."""

    def has_sum(self, own: Sequence[str]) -> bool:
        """Whether a row has an amount that is not zero, readable or not."""

    def holds_no_more(self, own: Sequence[str], words: int) -> bool:
        """Whether a row has nothing but figures and labels beside as many cells of ``words``."""

    def holds_labels(self, own: Sequence[str], label: int) -> bool:
        """Whether a row has nothing but figures, labels and periods beside a column."""

    def are_sums_of(
        self, own: Sequence[str], rows: Iterable[tuple[Sequence[str], Tags]], fewest: int
    ) -> bool:
        """Whether a row's amounts are the sum of ``rows``, ``fewest`` at least."""


@dataclass(frozen=True)
class _Row:
    """One of the first rows with an amount: the period it names, and whether as a label may.

    ``named``: whether something else names it. ``text`` is its first cell.
    """

    own: Sequence[str]
    text: str
    period: str
    as_label: bool
    named: bool


class PeriodLabels:
    """Tells labels in tables whose rows have no number, by their first rows."""

    def __init__(self, layout: Layout, adding_up: Adding) -> None:
        self._layout = layout
        self._adding_up = adding_up
        self._known: dict[int, tuple[frozenset[str], frozenset[str]]] = {}

    def is_label(self, column: int, text: str, kind: str) -> bool:
        """Whether a period of that ``kind`` is a label in a column."""
        if column not in self._known:
            self._known[column] = self._find(column)
        kinds, shapes = self._known[column]
        return kind in kinds and not has_shape(text, shapes)

    def _find(self, column: int) -> tuple[frozenset[str], frozenset[str]]:
        """The kinds of periods that are labels there, and how other cells are written."""
        rows, totals = self._rows(column)
        labels: set[str] = set()
        if not self._are_all_added(rows, totals):
            for kind in KINDS:
                if self._are_labels(rows, kind, labels):
                    labels.add(kind)
        others = {row.text for row in rows if not row.period and row.text}
        return frozenset(labels), own_shapes(others) if others else frozenset()

    def _rows(self, column: int) -> tuple[list[_Row], list[Sequence[str]]]:
        """The first rows with an amount, and those that a label of totals names."""
        rows: list[_Row] = []
        totals: list[Sequence[str]] = []
        # Below such a heading a name says no more than that somebody has forgotten the day.
        of_periods = names_periods(self._layout.headings[column])
        for each in self._layout.below:
            own, _ = self._layout.parted(each)
            first = next((at for at, cell in enumerate(own) if cells.bare(cell)), None)
            if first is None or not self._adding_up.has_amount(own):
                continue
            text = cells.bare(own[first])
            if kind_of(own[first]) in {SURE, SOFT, OF_GROUP} or count_in(text) is not None:
                totals.append(own)
                continue
            text = text if first == column else ""
            period = "" if text.isdigit() else period_of(text)
            as_label = bool(period) and self._adding_up.holds_labels(own, column)
            # Of nothing it says nothing: a day without orders is in both kinds of tables.
            if not as_label or self._adding_up.has_sum(own):
                has_name = bool(text) or not self._adding_up.holds_no_more(own, 0)
                named = has_name and not (period or of_periods)
                rows.append(_Row(own, text, period, as_label, named))
        return rows, totals

    def _are_all_added(self, rows: Sequence[_Row], totals: Sequence[Sequence[str]]) -> bool:
        """Whether a total adds up periods and other rows alike, as no sum does its own parts."""
        if not self._layout.whole:
            return False
        added = [(row.own, NO_TAGS) for row in rows]
        return any(self._adding_up.are_sums_of(each, added, _SEVERAL) for each in totals)

    def _are_labels(self, rows: Sequence[_Row], kind: str, labels: set[str]) -> bool:
        """Whether each period of a ``kind`` has rows of its own, all above or all below it."""
        above = list(_parts(rows, kind, labels))
        below = list(_parts(rows[::-1], kind, labels))
        if not self._layout.whole and len(below) > 1:
            # What is below the last one may go on.
            del below[0]
        return self._have_parts(above) or self._have_parts(below)

    def _have_parts(self, found: Sequence[tuple[_Row, Sequence[_Row]]]) -> bool:
        if not found or not all(parts for _, parts in found):
            return False
        if any(part.named for _, parts in found for part in parts):
            return True
        several = any(len(parts) >= _SEVERAL for _, parts in found)
        return several and all(
            self._adding_up.are_sums_of(row.own, [(part.own, NO_TAGS) for part in parts], 1)
            for row, parts in found
        )


def _parts(
    rows: Sequence[_Row], kind: str, labels: set[str]
) -> Iterator[tuple[_Row, Sequence[_Row]]]:
    """Each period of a ``kind`` with the rows before it that may be its own."""
    parts: list[_Row] = []
    for row in rows:
        if row.as_label and row.period == kind:
            yield row, [each for each in parts if _is_part(each, row, labels)]
            parts = []
        elif row.as_label and ends_part(kind, row.period):
            parts = []
        else:
            parts.append(row)


def _is_part(part: _Row, whole: _Row, labels: set[str]) -> bool:
    if not part.period or (not part.as_label and part.text == whole.text):
        return True
    if part.period in {ANY, whole.period} or (part.as_label and part.period in labels):
        return False
    return not ends_part(whole.period, part.period)
