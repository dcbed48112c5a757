"""Which of the first rows of a table are its headings.

A row of data may hold what a column is called by: a choice (不可抗力), the id of an input (paid).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from operator import itemgetter

from calculators.core.table.columns.descriptions import is_figure
from calculators.core.table.names import key
from calculators.core.table.no_orders.remarks import are_remarks
from calculators.core.text.patterns import lazy_pattern

# 制表人：小王 says itself what it is.
_LABELLED = lazy_pattern(r"[^:：\d]{1,20}[:：].*", re.DOTALL)
_MOMENT = lazy_pattern(r"\d[-/:.年月]\d{1,2}[-/:.月日]|\d[年月]|\d:\d\d")
# So many inputs no row of data names by chance.
_CLEARLY = 2


class HeadingRow:
    """Looks for the headings among the first ``rows`` of a table.

    ``filled`` are the places of rows that say something, one at least; ``naming`` counts the cells
    of a row that are called as inputs are. ``at`` is the place of the headings, or of the first row
    of data where none are ``written``.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        filled: Sequence[int],
        naming: Callable[[Sequence[str]], int],
    ) -> None:
        self._rows = rows
        self._named = {at: naming(rows[at]) for at in filled}
        self._figures = {
            at: frozenset(column for column, cell in enumerate(rows[at]) if is_figure(cell))
            for at in filled
        }
        self._of_figures = self._columns_of_figures()
        found = self._found()
        self.at = next((at for at in self._named if self._are_again(found, at)), found)
        self.written = self._are_written()

    def _found(self) -> int:
        filled = list(self._named)
        usual = usual_width(self._rows[at] for at in filled)
        wide = [at for at in filled if len(self._rows[at]) == usual]
        data = next((at for at in filled if self._is_data(at)), len(self._rows))
        above = [at for at in filled if at < data and self._may_be_headings(at)]
        best = self._best(above, [at for at in wide if at in above])
        fewest = 1 if best is None else max(_CLEARLY, self._named[best] + 1)
        below = [at for at in filled if at > data and self._are_plainly(at, fewest)]
        if below:
            return max(below, key=self._telling)
        if best is not None:
            return best
        return next((at for at in wide if not is_title(self._rows[at])), wide[0])

    def _best(self, above: Sequence[int], wide: Sequence[int]) -> int | None:
        """The headings among rows ``above`` all data, of which some are as ``wide`` as most."""
        rows = self._rows
        untitled = [at for at in wide if not is_title(rows[at])]
        first = next((at for at in untitled if not is_labelled(rows[at])), None)
        best = max(above, key=self._telling, default=None)
        if best is None or not self._named[best]:
            return next(iter(untitled), None) if first is None else first
        if first is None or first >= best or self._named[best] >= _CLEARLY:
            return best
        return first if self._over_figures(first) > self._over_figures(best) else best

    def _telling(self, at: int) -> tuple[int, int]:
        """How many inputs a row names, and how full it is; the first of equals is meant."""
        return self._named[at], sum(bool(cell.strip()) for cell in self._rows[at])

    def _are_written(self) -> bool:
        """Whether the row found can be headings: words over figures, or no figure at all."""
        row, others = self._rows[self.at], self._rows[self.at + 1 :]
        if self._named[self.at] and self._may_be_headings(self.at):
            return True
        return _words_over_figures(row, others) or not self._figures[self.at]

    def _columns_of_figures(self) -> frozenset[int]:
        """The columns in which at least half of the cells that say something are figures."""
        said: Counter[int] = Counter()
        figures: Counter[int] = Counter()
        for at, of_row in self._figures.items():
            said.update(column for column, cell in enumerate(self._rows[at]) if cell.strip())
            figures.update(of_row)
        return frozenset(at for at, count in figures.items() if 2 * count >= said[at])

    def _may_be_headings(self, at: int) -> bool:
        """Whether no figure of a row is among others, or it names more inputs than it has those."""
        held = self._figures[at] & self._of_figures
        return not held or self._named[at] > len(held)

    def _is_data(self, at: int) -> bool:
        """Whether a row has figures wherever others have, as far as it says anything there."""
        row = self._rows[at]
        if self._may_be_headings(at) or is_title(row) or is_labelled(row):
            return False
        return not self._over_figures(at)

    def _are_plainly(self, at: int, fewest: int) -> bool:
        """Whether a row below data names so many inputs, and stands over figures without one."""
        return self._named[at] >= fewest and not self._figures[at] and self._over_figures(at) > 0

    def _are_again(self, found: int, above: int) -> bool:
        """Whether the headings ``found`` are those ``above`` once more, with others among them.

        Rows of data stand between them.
        """
        if above >= found or self._named[above] < _CLEARLY:
            return False
        if not any(self._figures.get(at) for at in range(above + 1, found)):
            return False
        words, others = (set(map(key, self._rows[at])) - {""} for at in (above, found))
        return len(words & others) >= max(_CLEARLY, len(words) / 2)

    def _over_figures(self, at: int) -> int:
        """In how many columns of figures a row has words."""
        row = self._rows[at]
        words = (column for column in self._of_figures - self._figures[at] if column < len(row))
        return sum(bool(row[column].strip()) for column in words)


def usual_width(rows: Iterable[Sequence[str]]) -> int:
    """How many cells most rows have; 0 of none."""
    return max(Counter(map(len, rows)).items(), key=itemgetter(1), default=(0, 0))[0]


def may_be_orders(rows: Iterable[Sequence[str]]) -> int:
    """How many rows hold an amount or a number, and not just moments or what a remark does."""
    return sum(
        any(is_figure(cell) and not _is_moment(cell) for cell in row)
        and not are_remarks([cell for cell in row if cell.strip()])
        for row in rows
    )


def _words_over_figures(row: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    for at, cell in enumerate(row):
        below = [other[at] for other in others if at < len(other) and other[at].strip()]
        if cell.strip() and not is_figure(cell) and below and all(map(is_figure, below)):
            return True
    return False


def is_title(row: Sequence[str]) -> bool:
    """One cell over many: a workbook's rows are all equally wide."""
    return len(row) > 1 and len(list(islice(filter(str.strip, row), 2))) == 1


def is_labelled(row: Sequence[str]) -> bool:
    """Whether each cell says what it is: who made the table, and when."""
    said = [cell.strip() for cell in row if cell.strip()]
    labelled = list(filter(_LABELLED.fullmatch, said))
    return bool(labelled) and all(each in labelled or _is_moment(each) for each in said)


def _is_moment(cell: str) -> bool:
    return is_figure(cell) and bool(_MOMENT.search(cell))
