"""Where the headings of a table stand, and what is below them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from calculators.core.definition import Definition
from calculators.core.refusal import Refused
from calculators.core.table.columns import key, known_headings
from calculators.core.table.records import DELIMITERS, records, widths

SAMPLES = 3
_FIGURE = re.compile(r"^[¥￥\s]*[-+]?\d[\d,.:/\-\s年月日元件]*$")


@dataclass(frozen=True)
class Layout:
    """What the first lines of a table tell.

    ``above``: how many records stand above the headings. ``written``: whether the headings are
    in the file, or numbered by us because it begins with figures.
    """

    delimiter: str
    above: int
    headings: tuple[str, ...]
    written: bool
    below: tuple[list[str], ...]

    def samples(self, column: int) -> list[str]:
        """The first cells of a column, to recognise it by."""
        found = (row[column].strip() for row in self.below if column < len(row))
        return list(islice(filter(None, found), SAMPLES))


def layout_of(definition: Definition, head: Sequence[str], numbered: str) -> Layout:
    """The layout of the table whose first lines are ``head``; raises ``no_rows``.

    ``numbered`` names a column that has no heading, with its ``{number}``.
    """
    names = frozenset[str]().union(*known_headings(definition).values())

    def telling(delimiter: str) -> tuple[int, int, int]:
        named = max(map(naming, records(head, delimiter)), default=0)
        return named, *widths(head, delimiter)

    def naming(row: Sequence[str]) -> int:
        return sum(key(cell) in names for cell in row)

    delimiter = max(DELIMITERS, key=telling)
    rows = list(records(head, delimiter))
    filled = [at for at, row in enumerate(rows) if any(cell.strip() for cell in row)]
    if not filled:
        raise Refused("no_rows")
    # The first row that names an input; where none does, the first that is not empty.
    above = next((at for at in filled if naming(rows[at])), filled[0])
    first = rows[above]
    written = bool(naming(first)) or not any(_FIGURE.match(cell.strip()) for cell in first)
    headings = first if written else _numbered(rows[above:], numbered)
    below = rows[above + 1 :] if written else rows[above:]
    return Layout(delimiter, above, tuple(headings), written, tuple(below))


def _numbered(rows: Sequence[Sequence[str]], numbered: str) -> Iterator[str]:
    width = max(map(len, rows))
    return (numbered.format(number=number) for number in range(1, width + 1))
