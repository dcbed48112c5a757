"""Where the headings of a table stand, and what is below them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from calculators.core.definition import Definition
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.normalising import quoted
from calculators.core.table import cells
from calculators.core.table.columns.descriptions import Descriptions, is_figure
from calculators.core.table.columns.heading_row import HeadingRow, may_be_orders, usual_width
from calculators.core.table.columns.stacked_headings import LONGEST_HEADING, StackedHeadings
from calculators.core.table.columns.unparted import seem_unparted
from calculators.core.table.files.records import DELIMITERS, HEAD, records, told_delimiter, widths
from calculators.core.table.heading_keys import heading_keys, names_any
from calculators.core.table.names import known_headings, names_of_numbers
from calculators.core.table.no_orders.more_columns import Beyond, Widened
from calculators.core.table.no_orders.rows import NoOrder, RowsOfOrders
from calculators.core.table.sums.labels import SURE, kind_of

SAMPLES = 3


@dataclass(frozen=True)
class Layout:
    """What the first lines of a table tell.

    ``above``: how many records stand above the headings, ``over`` are their cells. ``written``:
    whether the headings are in the file, or numbered by us because it begins with figures; one that
    is empty is taken from the row above, or numbered, too. ``as_written`` are they as they stand,
        with marks that nobody sees, ``keys`` what they are called whatever their spelling.
    ``descriptions``: the rows below the headings that say what stands in the columns; ``below`` are
    those of orders among the first, ``numbers`` theirs as a spreadsheet numbers them. ``again`` is
    what the cells of a row come to, one behind the other, that repeats what stands above: in a
    table of pages each may begin with the headings.
    ``width``: how many cells most rows below have. ``whole``: there are no rows but these.
    ``of_orders`` tells the rows of orders from remarks and from tables of another kind;
    ``remarks`` are those among the first.
    ``joined`` are columns of another table, whose moments are of our clock already. ``further``
    are rows that stand below those, numbered, which fill columns that are ``empty`` there.
    """

    delimiter: str
    above: int
    headings: tuple[str, ...]
    keys: tuple[str, ...]
    as_written: tuple[str, ...]
    written: bool
    over: tuple[list[str], ...]
    descriptions: tuple[list[str], ...]
    again: frozenset[str]
    below: tuple[list[str], ...]
    numbers: tuple[int, ...]
    width: int
    whole: bool
    of_orders: RowsOfOrders
    remarks: tuple[list[str], ...]
    joined: range = range(0)
    further: tuple[tuple[int, list[str]], ...] = ()

    @property
    def first(self) -> int:
        """The first row below the headings, numbered as a spreadsheet numbers it."""
        return self.above + self.written + 1

    @property
    def orders_from(self) -> int:
        """The first row below the headings and what describes them, numbered in the same way."""
        return self.first + len(self.descriptions)

    @property
    def orders_above(self) -> int:
        """How many of the rows above the headings may be orders."""
        return may_be_orders(self.over)

    def describes(self, number: int) -> bool:
        """Whether the row of that number says what stands in the columns."""
        return number - self.first < len(self.descriptions)

    def parted(self, row: list[str]) -> tuple[list[str], list[str]]:
        """The cells of ``row`` below the headings, as many as there are, and those beyond."""
        width = len(self.headings)
        if len(row) == width:
            return row, []
        if type(row) is Widened:
            return row[:width], Beyond(row[width:])
        return row[:width] + [""] * (width - len(row)), row[width:]

    @property
    def usual_width(self) -> int:
        """How many cells a row may have: some exports end each row with an empty one more."""
        return max(len(self.headings), self.width)

    @property
    def is_of_workbook(self) -> bool:
        """Whether each cell tells its column: what stands beside the table has moved no other."""
        return not self.delimiter

    def is_too_wide(self, own: Sequence[str], surplus: Sequence[str]) -> bool:
        """Whether a row has a cell too many, so that others may stand under a wrong heading."""
        if not surplus or self.is_of_workbook or type(surplus) is Beyond:
            return False
        return len(own) + len(surplus) > self.usual_width or any(map(str.strip, surplus))

    @cached_property
    def empty(self) -> frozenset[int]:
        """The columns that hold nothing in the first rows."""
        return frozenset(range(len(self.headings))).difference(
            at for row in self.below for at, cell in enumerate(row) if cell and cells.bare(cell)
        )

    def numbered_rows(self, *columns: int) -> Iterator[tuple[int, list[str]]]:
        """The rows that show what stands in ``columns``; a short one has none of them.

        They are the first, and further ones where those leave any of the columns empty.
        """
        first = zip(self.numbers, self.below, strict=True)
        further = () if self.empty.isdisjoint(columns) else self.further
        last = max(columns)
        return ((number, row) for number, row in chain(first, further) if last < len(row))

    def cells_of(self, column: int) -> Iterator[str]:
        """The cells of a column in those rows, as they are."""
        return (row[column] for _, row in self.numbered_rows(column))

    def samples(self, column: int) -> list[str]:
        """The first cells of a column, to recognise it by."""
        return [cell for _, cell in self.numbered_samples(column)]

    def numbered_samples(self, column: int) -> Iterator[tuple[int, str]]:
        """The same, each with its row as a spreadsheet numbers it.

        The label of a row of totals, which may stand in any column, says nothing of its own.
        """
        return islice(self.numbered_cells(column), SAMPLES)

    def numbered_cells(self, column: int) -> Iterator[tuple[int, str]]:
        """All filled cells of a column in those rows, in the same way."""
        found = ((number, row[column].strip()) for number, row in self.numbered_rows(column))
        return (each for each in found if each[1] and kind_of(each[1]) != SURE)


def layout_of_lines(definition: Definition, head: Sequence[str], numbered: str) -> Layout:
    """The layout of the text whose first lines are ``head``; see :func:`layout_of_rows`.

    Raises ``unparted_columns`` as well.
    """
    names = _names(definition)

    def telling(delimiter: str) -> tuple[int, int, int]:
        named = max((_naming(row, names) for row in records(head, delimiter)), default=0)
        return named, *widths(head, delimiter)

    told = told_delimiter(head)
    # Files are saved anew with other delimiters, and the line that named the first one stays.
    if told is None or widths(head[1:], told)[1] == 1:
        told = max(DELIMITERS, key=telling)
    rows = list(records(head, told))
    layout = _layout(definition, names, told, rows, numbered, whole=len(head) < HEAD)
    _check_parted(layout, names, "unparted_columns")
    return layout


def layout_of_rows(definition: Definition, head: Sequence[list[str]], numbered: str) -> Layout:
    """The layout of the table whose first rows are ``head``.

    ``numbered`` names a column that has no heading, with its ``{number}``. Raises
    :class:`InputError` with ``no_rows``, ``only_headings`` or ``unparted_cells``.
    """
    names = _names(definition)
    layout = _layout(definition, names, "", list(head), numbered, whole=len(head) < HEAD)
    _check_parted(layout, names, "unparted_cells")
    return layout


def _check_parted(layout: Layout, names: frozenset[str], code: str) -> None:
    """Raise an error of that code where all headings stand in one cell."""
    filled = [each for each in layout.as_written if each.strip()]
    if len(filled) == 1 and seem_unparted(filled[0], names):
        raise InputError(code, heading=quoted(filled[0]))


def _names(definition: Definition) -> frozenset[str]:
    return names_of_numbers(definition).union(*known_headings(definition).values())


def _naming(row: Sequence[str], names: frozenset[str]) -> int:
    return sum(names_any(cell, names) for cell in row if len(cell) <= LONGEST_HEADING)


def _layout(  # noqa: PLR0913 (what both kinds of table have in common)
    definition: Definition,
    names: frozenset[str],
    delimiter: str,
    rows: list[list[str]],
    numbered: str,
    *,
    whole: bool,
) -> Layout:
    filled = [at for at, row in enumerate(rows) if any(cell.strip() for cell in row)]
    if not filled:
        raise InputError("no_rows")
    found = HeadingRow(rows, filled, lambda row: _naming(row, names))
    above, written = found.at, found.written
    headings = list(_numbered(rows[above:], numbered))
    named = headings
    if written:
        stacked = StackedHeadings(rows, names)
        above = stacked.lowest(above)
        named = list(stacked.filled(above))
        headings = [each or numbered.format(number=at) for at, each in enumerate(named, 1)]
    first, others = rows[above], rows[above + 1 :]
    described = Descriptions(definition, headings).count(others) if written else 0
    over, descriptions = rows[:above], others[:described]
    again = _again([*over, *descriptions], first if written else ())
    rows_below = enumerate(others[described:] if written else rows[above:], start=1)
    numbered_rows = list(rows_below)
    keys = heading_keys(definition, headings)
    of_orders = RowsOfOrders(definition, named, [row for _, row in numbered_rows], again)
    told = list(of_orders.of(iter(numbered_rows), 0, whole=False))
    orders = [
        (at, row) for at, row in told if type(row) is not NoOrder and "".join(row) not in again
    ]
    remarks = [list(row.written) for _, row in told if type(row) is NoOrder and row.is_remark]
    below = [row[: len(headings)] if type(row) is Widened else row for _, row in orders]
    width = _width(below) or _width(row for _, row in numbered_rows if "".join(row) not in again)
    if not width and whole:
        raise InputError("only_headings")
    return Layout(
        delimiter,
        above,
        tuple(headings),
        keys,
        tuple(first if written else headings),
        written,
        tuple(over),
        tuple(descriptions),
        again,
        tuple(below),
        tuple(above + written + described + at for at, _ in orders),
        width,
        whole,
        of_orders,
        tuple(remarks),
    )


def _width(rows: Iterable[Sequence[str]]) -> int:
    """How many cells most of the rows have that say anything."""
    return usual_width(row for row in rows if any(cell.strip() for cell in row))


def _again(rows: Sequence[Sequence[str]], headings: Sequence[str]) -> frozenset[str]:
    """What headings and rows of words come to: one with a figure may be an order, once more too."""
    words = (row for row in rows if not any(map(is_figure, row)))
    return frozenset(filter(str.strip, map("".join, [headings, *words])))


def _numbered(rows: Sequence[Sequence[str]], numbered: str) -> Iterator[str]:
    width = max(map(len, rows))
    return (numbered.format(number=number) for number in range(1, width + 1))
