"""Cells merged over several rows of a workbook: only the first of them holds the value."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
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
    the last row above the orders, ``order`` the column of their numbers, if any.

    ``cells`` counts by column the cells filled in rows that no merged number joins, ``apart`` the
    rows without an amount because theirs is merged with that of another order.
    """

    def __init__(
        self,
        merged: "Collection[Merged]",
        filled: Collection[int],
        amounts: Collection[int],
        below: int,
        order: int | None = None,
    ) -> None:
        self._amounts = frozenset(amounts)
        self._order = order
        self.cells: Counter[int] = Counter()
        self.apart: Counter[int] = Counter()
        wanted = {*filled, *amounts}
        self._spans: dict[int, list[tuple[int, int]]] = {}
        for each in merged:
            if each.column - 1 in wanted and each.first > below:
                self._spans.setdefault(each.column - 1, []).append((each.first, each.last))

    @property
    def columns(self) -> Collection[int]:
        """Those of them with merged cells."""
        return self._spans.keys()

    def rows(self, rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
        """The numbered rows with what is merged filled in; counts them anew."""
        if not self._spans:
            return rows
        return self._filled(rows)

    def _filled(self, rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
        self.cells.clear()
        self.apart.clear()
        # The next span is last.
        coming = {column: sorted(spans, reverse=True) for column, spans in self._spans.items()}
        values = dict.fromkeys(coming, "")
        # The numbers of the orders whose amounts are merged.
        numbers = dict.fromkeys(coming, "")
        for number, row in rows:
            inside: list[int] = []
            for column, spans in coming.items():
                while spans and spans[-1][1] < number:
                    spans.pop()
                if not spans or spans[-1][0] > number:
                    continue
                row.extend([""] * (column + 1 - len(row)))
                if spans[-1][0] == number:
                    values[column], numbers[column] = row[column], self._number(row)
                elif not row[column]:
                    inside.append(column)
            # A row that nothing else stands in was merged with the one above as a whole.
            if inside and (self._order in inside or any(map(str.strip, row))):
                self._fill(row, inside, values, numbers)
            yield number, row

    def _fill(
        self,
        row: list[str],
        columns: Collection[int],
        values: Mapping[int, str],
        numbers: Mapping[int, str],
    ) -> None:
        joined = self._order in columns
        for column in columns:
            if column not in self._amounts:
                row[column] = values[column]
                self.cells[column] += not joined and bool(values[column].strip())
        number = self._number(row)
        for column in self._amounts.intersection(columns):
            row[column] = SameAsAbove()
            other = self._order is None or (number and number != numbers[column])
            self.apart[column] += bool(other and values[column].strip())

    def _number(self, row: Sequence[str]) -> str:
        at = self._order
        return "" if at is None or at >= len(row) else row[at].strip()
