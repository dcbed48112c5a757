"""Headings over several rows, as spreadsheets merge them: a group over its columns' own names.

Of what was merged over two rows only the upper one holds the text, and the lower one is empty.
"""

from collections.abc import Collection, Iterable, Sequence

from calculators.core.inputs.normalising import is_kept_text, visible
from calculators.core.table.columns.descriptions import is_figure
from calculators.core.table.columns.heading_row import is_labelled, is_title
from calculators.core.table.heading_keys import names_any

# A longer cell is no heading.
LONGEST_HEADING = 200
# More rows of headings no table has.
_MOST = 3
_QUOTATION = "'`‘’\"“”"


class StackedHeadings:
    """The headings among the first ``rows`` of a table; ``names`` are those that are known."""

    def __init__(self, rows: Sequence[Sequence[str]], names: Collection[str]) -> None:
        self._rows = rows
        self._names = names

    def lowest(self, at: int) -> int:
        """The last row of the headings of which one stands in the row ``at``."""
        for _ in range(_MOST - 1):
            if not self._goes_on(at):
                break
            at += 1
        return at

    def filled(self, at: int) -> list[str]:
        """The headings in the row ``at``, each that is empty taken from what stands over it.

        Without marks that nobody sees, and without those of quotations.
        """
        found = [cell.strip() and cell for cell in map(_seen, self._rows[at])]
        for upper in reversed(self._rows[max(at - _MOST + 1, 0) : at]):
            if not any(map(str.strip, upper)) or any(map(is_figure, upper)) or is_labelled(upper):
                break
            # One cell over many is a title, unless it is called as a column is.
            alone = is_title(upper)
            for column, cell in enumerate(upper[: len(found)]):
                if not found[column] and self._may_be_heading(cell, known=alone):
                    found[column] = _seen(cell)
        return found

    def _may_be_heading(self, cell: str, *, known: bool) -> bool:
        return len(cell) <= LONGEST_HEADING and (not known or self._is_known(cell))

    def _is_known(self, cell: str) -> bool:
        return len(cell) <= LONGEST_HEADING and names_any(cell, self._names)

    def _goes_on(self, at: int) -> bool:
        """Whether the next row names columns over figures, and none that the row ``at`` names."""
        upper, lower = self._rows[at], self._rows[at + 1 : at + 2]
        if not lower or any(map(is_figure, lower[0])):
            return False
        named = [column for column, cell in enumerate(upper) if self._is_known(cell)]
        if any(lower[0][column].strip() for column in named if column < len(lower[0])):
            return False
        below = self._rows[at + 2 :]
        return any(
            self._is_known(cell) and are_over_figures(below, column)
            for column, cell in enumerate(lower[0])
        )


def _seen(cell: str) -> str:
    text = visible(cell)
    # ="订单编号", as programs keep the digits of all their cells.
    return (text.strip()[1:] if is_kept_text(text) else text).strip(_QUOTATION)


def are_over_figures(rows: Iterable[Sequence[str]], column: int) -> bool:
    """Whether a figure stands in a column of ``rows``."""
    return any(is_figure(row[column]) for row in rows if column < len(row))
