"""Where the headings of a table stand, and what is below them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from calculators.core.definition import Definition
from calculators.core.refusal import Refused
from calculators.core.table.columns import key, known_headings
from calculators.core.table.records import DELIMITERS, HEAD, records, widths

SAMPLES = 3
_FIGURE = re.compile(r"^[¥￥\s]*[-+]?\d[\d,.:/\-\s年月日元件]*$")


@dataclass(frozen=True)
class Layout:
    """What the first lines of a table tell.

    ``above``: how many records stand above the headings. ``written``: whether the headings are
    in the file, or numbered by us because it begins with figures. ``width``: how many cells most
    rows below have.
    """

    delimiter: str
    above: int
    headings: tuple[str, ...]
    written: bool
    below: tuple[list[str], ...]
    width: int

    def samples(self, column: int) -> list[str]:
        """The first cells of a column, to recognise it by."""
        found = (row[column].strip() for row in self.below if column < len(row))
        return list(islice(filter(None, found), SAMPLES))


def layout_of(definition: Definition, head: Sequence[str], numbered: str) -> Layout:
    """The layout of the table whose first lines are ``head``.

    Raises :class:`Refused` with ``no_rows`` or ``only_headings``.

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
    usual = _usual_width(rows[at] for at in filled)

    def telling_row(at: int) -> tuple[int, int]:
        return naming(rows[at]), sum(bool(cell.strip()) for cell in rows[at])

    # The row that names most inputs, the fullest of them, the first of those; where none names
    # any, the first of the usual width: a title above it has fewer cells.
    above = max(filled, key=telling_row)
    if not naming(rows[above]):
        above = next(at for at in filled if len(rows[at]) == usual)
    first, others = rows[above], rows[above + 1 :]
    written = bool(naming(first)) or _over_figures(first, others)
    headings = first if written else _numbered(rows[above:], numbered)
    below = others if written else rows[above:]
    width = _usual_width(row for row in below if any(cell.strip() for cell in row))
    if not width and len(head) < HEAD:
        raise Refused("only_headings")
    return Layout(delimiter, above, tuple(headings), written, tuple(below), width)


def _usual_width(rows: Iterable[Sequence[str]]) -> int:
    """How many cells most rows have; 0 of none."""
    return max(Counter(map(len, rows)).items(), key=itemgetter(1), default=(0, 0))[0]


def _over_figures(row: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Whether a row can be headings: words over figures, or no figure at all."""
    figures = [bool(_FIGURE.match(cell.strip())) for cell in row]
    for at, cell in enumerate(row):
        below = [other[at].strip() for other in others if at < len(other) and other[at].strip()]
        if cell.strip() and not figures[at] and below and all(map(_FIGURE.match, below)):
            return True
    return not any(figures)


def _numbered(rows: Sequence[Sequence[str]], numbered: str) -> Iterator[str]:
    width = max(map(len, rows))
    return (numbered.format(number=number) for number in range(1, width + 1))
