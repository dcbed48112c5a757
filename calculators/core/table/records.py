"""From lines to records: which character parts the cells, and quotation marks gone wrong."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from calculators.core.table.decoding import LONGEST_LINE

# A spreadsheet's clipboard has tabs, its files commas, or semicolons in some countries. The first
# one is for a single column.
DELIMITERS = ("\t", ",", ";")
# A heading stands within so many lines, below a title perhaps.
HEAD = 60

# The csv module gives up on longer cells, and with them on the whole file.
csv.field_size_limit(LONGEST_LINE)

# A comma between one to three digits and just three more parts no cells for certain.
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)", re.ASCII)


def widths(head: Sequence[str], delimiter: str) -> tuple[int, int]:
    """How many of the first lines ``delimiter`` parts into equally many cells, and how many.

    Nothing counts that may be a thousands mark, so that ``1,299.00`` stays one cell.
    """
    lines = [_THOUSANDS.sub("", line) for line in head]
    parted = Counter(len(row) for row in records(lines, delimiter) if len(row) > 1)
    return max(((count, width) for width, count in parted.items()), default=(0, 1))


def records(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    """The cells of each record, line breaks within quotation marks kept.

    A quotation mark that does not pair must not swallow the orders below it: such a line is
    read as it stands, marks and all. The same where it pairs with one some orders below.
    """
    taken = _Taken(lines)
    reader = csv.reader(taken, delimiter=delimiter, strict=True)
    while (line := taken.begin()) is not None:
        if '"' not in line:
            line = line.rstrip("\r\n")
            yield line.split(delimiter) if line else []
            continue
        taken.back(line)
        try:
            record = next(reader)
        except csv.Error:
            record = _line(taken.first_line_alone(), delimiter)
        else:
            if len(record) > 1 and taken.are_records(len(record), delimiter):
                record = _line(taken.first_line_alone(), delimiter)
        yield record


def _line(line: str, delimiter: str) -> list[str]:
    """The cells of a line on its own, as it stands; but what marks enclose is kept together."""
    line = line.rstrip("\r\n")
    parted, enclosed = line.split(delimiter), next(csv.reader([line], delimiter=delimiter))
    return enclosed if line.count('"') % 2 == 0 and len(enclosed) < len(parted) else parted


class _Taken:
    """Lines, with those of the present record at hand to be read once more."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: list[str] = []  # last first
        self._record: list[str] = []

    def __iter__(self) -> "_Taken":
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._lines)
        self._record.append(line)
        return line

    def begin(self) -> str | None:
        """The first line of the next record; ``None`` where there is no more."""
        if self._record:
            self._record = []
        return self._again.pop() if self._again else next(self._lines, None)

    def back(self, line: str) -> None:
        """Have ``line`` read once more."""
        self._again.append(line)

    def are_records(self, width: int, delimiter: str) -> bool:
        """Whether the lines of the present record have ``width`` cells each on their own."""
        lines = self._record
        return len(lines) > 1 and all(line.count(delimiter) == width - 1 for line in lines)

    def first_line_alone(self) -> str:
        first, *others = self._record
        self._again += reversed(others)
        return first
