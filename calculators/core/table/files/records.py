"""From lines to records: which character parts the cells, and quotation marks gone wrong."""

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from calculators.core.table.files.decoding import LONGEST_LINE
from calculators.core.table.files.run_on import RunOn
from calculators.core.text.patterns import lazy_pattern

# A spreadsheet's clipboard has tabs, its files commas, or semicolons in some countries; databases
# and Markdown have bars. The first one is for a single column.
DELIMITERS = ("\t", ",", ";", "|")
# How spreadsheets are told the delimiter.
_TOLD = lazy_pattern(r"sep=(.)\s*", re.IGNORECASE)
_TELLING = 10
# A heading stands within so many lines, below a title perhaps.
HEAD = 60

# The csv module gives up on longer cells, and with them on the whole file. A line may be a cell.
csv.field_size_limit(LONGEST_LINE)
# A record over several lines has no more characters than the longest line. Where one had, its mark
# was stray; after so many of them marks are looked for no further than this.
_FEWEST = 100_000

# Of a longer line no more is looked at for blanks before its marks.
_LONGEST_HEAD = 10_000

# A comma between one to three digits and just three more parts no cells for certain.
_THOUSANDS = lazy_pattern(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)", re.ASCII)


def widths(head: Sequence[str], delimiter: str) -> tuple[int, int]:
    """How many of the first lines ``delimiter`` parts into equally many cells, and how many.

    Nothing counts that may be a thousands mark, so that ``1,299.00`` stays one cell.
    """
    lines = [_THOUSANDS.sub("", line) for line in head]
    parted = Counter(len(row) for row in records(lines, delimiter) if len(row) > 1)
    return max(((count, width) for width, count in parted.items()), default=(0, 1))


def told_delimiter(head: Sequence[str]) -> str | None:
    """The delimiter that the first line names, if it does and is read here."""
    found = _TOLD.fullmatch(head[0]) if head and len(head[0]) <= _TELLING else None
    return found[1] if found and found[1] in DELIMITERS else None


def records(
    lines: Iterable[str], delimiter: str, widths: Collection[int] = ()
) -> Iterator[list[str]]:
    """The cells of each record, line breaks within quotation marks kept.

    A quotation mark that does not pair must not swallow the orders below it: such a line is
    read as it stands, marks and all. The same where it pairs with one some orders below.
    ``widths``: how many cells the rows of the table have, where that is known.
    Blanks before a mark that encloses a cell are none of it, where the first such line has them.
    """
    lines = iter(lines)
    taken = _Taken(lines, delimiter, widths)
    reader = None
    while True:
        for line in taken.again_or(lines):
            if '"' in line:
                break
            plain = line.rstrip("\r\n")
            yield plain.split(delimiter) if plain else []
        else:
            return
        taken.begin(line)
        if reader is None:
            spaced = _spaced(line, delimiter)
            reader = csv.reader(taken, delimiter=delimiter, strict=True, skipinitialspace=spaced)
        try:
            record = next(reader)
        except csv.Error:
            record = _line(taken.first_line_alone(), delimiter, widths)
        else:
            if taken.are_rows(len(record)):
                record = _line(taken.first_line_alone(), delimiter, widths)
        yield record


def _spaced(line: str, delimiter: str) -> bool:
    """Whether blanks stand between a delimiter and a cell that marks enclose: ``"a", "b"``."""
    pattern = rf'{re.escape(delimiter)} +"[^"]*"(?={re.escape(delimiter)}|\s*$)'
    return f"{delimiter} " in line and re.search(pattern, line[:_LONGEST_HEAD]) is not None


def _line(line: str, delimiter: str, widths: Collection[int]) -> list[str]:
    """The cells of a line on its own, as it stands; but what marks enclose is kept together.

    Not where it has as many cells as the table's rows only as it stands.
    """
    line = line.rstrip("\r\n")
    parted, enclosed = line.split(delimiter), next(csv.reader([line], delimiter=delimiter))
    if len(parted) in widths and len(enclosed) not in widths:
        return parted
    return enclosed if line.count('"') % 2 == 0 and len(enclosed) < len(parted) else parted


class _Taken:
    """Lines, with those of the present record at hand to be read once more.

    ``again`` are those that come before the next of the ``lines``, last first.
    """

    def __init__(self, lines: Iterator[str], delimiter: str, widths: Collection[int]) -> None:
        self.again: list[str] = []
        self._lines = lines
        self._delimiter = delimiter
        self._widths = widths
        self._record: list[str] = []
        self._length = 0
        self._longest = LONGEST_LINE
        self._run_on: RunOn | None = None

    def __iter__(self) -> "_Taken":
        return self

    def __next__(self) -> str:
        line = self.again.pop() if self.again else next(self._lines)
        self._record.append(line)
        if len(self._record) > 1:
            self._check(line)
        return line

    def again_or(self, lines: Iterator[str]) -> Iterator[str]:
        """The next lines to read: those that come again before the other ``lines``."""
        return chain(self._popped(), lines) if self.again else lines

    def _popped(self) -> Iterator[str]:
        while self.again:
            yield self.again.pop()

    def begin(self, line: str) -> None:
        """The next record begins with ``line``."""
        self._record = []
        self._run_on = None
        self.again.append(line)

    def are_rows(self, width: int) -> bool:
        """Whether the lines of the present record, of so many cells, are rows of their own."""
        return self._run_on is not None and self._run_on.are_rows(self._record, width)

    def first_line_alone(self) -> str:
        first, *others = self._record
        self.again += reversed(others)
        return first

    def _check(self, line: str) -> None:
        """A further line of the present record; raises ``csv.Error`` where it cannot be of it."""
        if self._run_on is None:
            self._run_on = RunOn(self._record[0], self._delimiter, self._widths)
            self._length = len(self._record[0])
        self._length += len(line)
        if self._length > self._longest:
            self._longest = max(self._longest // 2, _FEWEST)
            raise csv.Error
        if self._run_on.is_row(line):
            raise csv.Error
