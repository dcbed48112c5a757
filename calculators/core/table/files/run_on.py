"""Records that run over several lines: whether quotation marks mean it, or one of them is stray.

Programs that quote nothing write ``5"`` as it is, and a mark at the beginning of a cell then hides
what follows up to the next mark: other orders. Where their lines are like rows of the table, they
are rows of the table.
"""

import csv
import re
from collections.abc import Collection, Sequence

from calculators.core.text.patterns import lazy_pattern

# Longer cells are told by their beginning.
_LONGEST = 60
_FIGURES = lazy_pattern(r"[-+¥￥]?\d[\d.,:/\- ]*", re.ASCII)
# Order numbers and moments have so many digits; amounts and quantities have fewer.
_LONG = 8
_MARKS = " \t\"'"


class RunOn:
    """A record that begins with the line ``first`` and goes on below it.

    ``widths``: how many cells the rows of the table have; where that is not known, as many as this
    one by its delimiters.
    """

    def __init__(self, first: str, delimiter: str, widths: Collection[int]) -> None:
        self._delimiter = delimiter
        self._cells = _parted(first, delimiter)
        self._widths = widths or {len(self._cells)}
        # What stands before the mark is as it seems in any case.
        self._before = next(csv.reader([first], delimiter=delimiter))[:-1]
        self._is_prose = _is_prose(self._cells)

    def is_row(self, line: str) -> bool:
        """Whether a further ``line`` is a row of its own, by the cells before the stray mark."""
        # In the usual case nothing else is looked at.
        if self._parts(line) not in self._widths:
            return False
        if len(self._cells) < min(self._widths):
            return False
        cells = _parted(line, self._delimiter)
        return _alike(self._before, cells) > self._is_prose + _is_prose(cells)

    def are_rows(self, lines: Sequence[str], width: int) -> bool:
        """Whether all ``lines`` are rows of their own, also by what is behind the closing mark.

        ``width`` is how many cells the record has, were its marks meant.
        """
        if len(self._cells) not in self._widths:
            return False
        last = _parted(lines[-1], self._delimiter)
        if len(last) not in self._widths:
            return False
        prose = self._is_prose + _is_prose(last)
        behind = width - len(self._before) - 1
        alike = _alike(self._before, last)
        if behind:
            alike += _alike(self._cells[-behind:], last[-behind:])
        if alike > prose:
            return True
        return width > 1 and not prose and all(self._parts(each) == width for each in lines)

    def _parts(self, line: str) -> int:
        return line.count(self._delimiter) + 1


def _is_prose(cells: Sequence[str]) -> bool:
    """Whether a blank follows what parts the cells, as in a sentence."""
    return any(each.startswith(" ") for each in cells[1:])


def _parted(line: str, delimiter: str) -> list[str]:
    return line.rstrip("\r\n").split(delimiter)


def _alike(first: Sequence[str], second: Sequence[str]) -> int:
    """How many cells hold figures of one kind, less those that differ in kind."""
    kinds = [(_kind(one), _kind(other)) for one, other in zip(first, second, strict=False)]
    return sum(
        (one == other and one != "word") - (one != other) for one, other in kinds if one and other
    )


def _kind(cell: str) -> str:
    text = cell[:_LONGEST].strip(_MARKS)
    if _FIGURES.fullmatch(text):
        return "long" if sum(map(str.isdigit, text)) >= _LONG else "short"
    if " " not in text and any(map(str.isdigit, text)):
        return "code"
    return "word" if text else ""
