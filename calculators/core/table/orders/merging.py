"""Cells merged over several rows of a workbook: only the first of them holds the value."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calculators.core.table.workbook.book import Merged


class SameAsAbove(str):
    """The empty text of an amount that stands in the row above, for the rows of its order."""

    __slots__ = ()


class Merging:
    """Fills down what is merged below the headings.

    ``filled`` are the columns whose value holds for each row, ``amounts`` those whose value holds
    for all rows together: it must not be added up twice. All from 0; ``below`` is the number of
    the last row above the orders.
    """

    def __init__(
        self,
        merged: "Collection[Merged]",
        filled: Collection[int],
        amounts: Collection[int],
        below: int,
    ) -> None:
        self._amounts = frozenset(amounts)
        wanted = {*filled, *amounts}
        self._spans: dict[int, list[tuple[int, int]]] = {}
        for each in merged:
            if each.column - 1 in wanted and each.first > below:
                self._spans.setdefault(each.column - 1, []).append((each.first, each.last))

    def rows(self, rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
        """The numbered rows with what is merged filled in."""
        if not self._spans:
            return rows
        return self._filled(rows)

    def _filled(self, rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
        # The next span is last.
        coming = {column: sorted(spans, reverse=True) for column, spans in self._spans.items()}
        values = dict.fromkeys(coming, "")
        for number, row in rows:
            for column, spans in coming.items():
                while spans and spans[-1][1] < number:
                    spans.pop()
                if not spans or spans[-1][0] > number:
                    continue
                row.extend([""] * (column + 1 - len(row)))
                if spans[-1][0] == number:
                    values[column] = row[column]
                elif not row[column]:
                    row[column] = SameAsAbove() if column in self._amounts else values[column]
            yield number, row
