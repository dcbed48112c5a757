"""The rows of a table without those that are of no order: remarks, and tables of another kind."""

import sys
from collections import deque
from collections.abc import Collection, Generator, Sequence
from itertools import islice

from calculators.core.definition import Definition
from calculators.core.table import cells
from calculators.core.table.columns.beside_inputs import BESIDES
from calculators.core.table.columns.descriptions import is_figure
from calculators.core.table.heading_keys import heading_keys
from calculators.core.table.names import (
    headings_of,
    known_headings,
    likely_headings,
    names_of,
    names_of_numbers,
)
from calculators.core.table.no_orders.more_columns import Placed, widened
from calculators.core.table.no_orders.other_tables import (
    FEWEST,
    HeadingsBelow,
    OtherTable,
    filled_in,
)
from calculators.core.table.no_orders.part_headings import names_state_of_part
from calculators.core.table.no_orders.remarks import (
    are_remarks,
    begins_as_remark,
    is_group_heading,
    is_label_of_sum,
    is_labelled,
)
from calculators.core.table.numbered_rows import Numbered

# A row with its number.
type _Row = tuple[int, list[str]]

# Rows that tell what the columns hold, and rows looked at below what may be headings.
_FIRST, _BELOW = 20, 10


class NoOrder(list[str]):
    """A row of no order, without cells for whoever looks for orders; ``written`` are its own.

    Of the ``table`` that it belongs to, a remark, or headings once more (``again``), of which some
    may be new (``more``) and others left out (``less``). A remark may say what became of the orders
    below (``part``).
    """

    __slots__ = ("again", "less", "more", "part", "table", "written")

    def __init__(
        self, written: Sequence[str], table: OtherTable | None = None, *, again: bool = False
    ) -> None:
        super().__init__([""] * len(written))
        self.written = written
        self.table = table
        self.again = again
        self.more: OtherTable | None = None
        self.less: OtherTable | None = None
        self.part: OtherTable | None = None

    @property
    def is_remark(self) -> bool:
        """Whether it belongs to no table."""
        return self.table is None and not self.again


class _Place:
    """Where one stands among the rows.

    In another ``table``, or below headings in another order with their ``places``; ``apart``: the
    row above is empty or a ``title``; ``begun``: rows of orders stand above.
    """

    def __init__(self) -> None:
        self.table: OtherTable | None = None
        self.places: Placed | None = None
        self.title = ""
        self.apart = self.begun = False

    @property
    def usual(self) -> bool:
        """Whether the rows are as the first ones are."""
        return self.table is None and self.places is None


class RowsOfOrders:
    """Goes through the rows of one table; ``first`` are some of them, without descriptions.

    ``again`` is what titles and headings come to, cell behind cell, where they are repeated.
    """

    def __init__(
        self,
        definition: Definition,
        headings: Sequence[str],
        first: Sequence[Sequence[str]],
        again: Collection[str],
    ) -> None:
        self._again = again
        self._headings = headings
        rows = [filled_in(row) for row in first]
        # Titles and remarks have one cell, as have rows of orders where there is but one column.
        rows = list(islice((row for row in rows if len(row) >= FEWEST), _FIRST))
        # Headings of another table may stand among them.
        words = (at for at, row in enumerate(rows) if at and not any(map(is_figure, row.values())))
        rows = rows[: next(words, None)]
        files = definition.files
        self._of_orders = bool(files and files.has_states and rows)
        self._cells = [
            [row[at] for row in rows if at in row] for at in range(max(len(headings), 1))
        ]
        self._figures = [
            at for at, column in enumerate(self._cells) if any(map(is_figure, column[:3]))
        ]
        # In a remark a figure stands behind a label, and hardly two.
        alone = [row[0] for row in first if row] if len(headings) < FEWEST else []
        plain = [at for at in self._figures if any(map(_is_plain, self._cells[at]))]
        self._plain = plain[:2] or [0] * any(map(_is_plain, alone))
        numbers = names_of_numbers(definition)
        keys = heading_keys(definition, headings)
        self._numbers = {at for at, each in enumerate(keys) if each in numbers}
        self._below = HeadingsBelow(
            headings, lambda: _names(definition), lambda: _likely(definition), self._figures
        )
        # How many rows at the top are as nearly all are, once they have been gone through.
        self._leading: int | None = None

    def of(self, numbered: Numbered, begin: int, *, whole: bool = True) -> Numbered:
        """The rows, those of no order as :class:`NoOrder`; none before the row ``begin`` is.

        ``whole``: they are all that the table has.
        """
        here, usual = _Place(), True
        ahead: deque[_Row] = deque()
        if whole and self._leading:
            yield from islice(numbered, self._leading)
            here.begun = True
        while True:
            read = (
                ahead.popleft() if ahead else (yield from self._usual(here, numbered, usual=usual))
            )
            if whole and self._leading is None:
                self._leading = sys.maxsize if read is None else max(read[0] - begin, 0)
            if read is None:
                return
            number, row = read
            if here.table is None and not any(row):
                here.apart, usual = True, here.usual
                yield read
                continue
            filled = filled_in(row)
            alone = len(filled) < FEWEST
            if number < begin or (here.table is None and "".join(row) in self._again):
                if not alone:
                    here.places = None
                yield read
            else:
                if here.begun and not alone and not any(map(is_figure, filled.values())):
                    ahead.extend(islice(numbered, max(_BELOW - len(ahead), 0)))
                    below = [each for _, each in islice(ahead, _BELOW)]
                    again = self._head(here, number, row, below)
                else:
                    again = None
                yield number, self._told(here, number, row, filled, again=again)
                here.begun = here.begun or not alone
            here.apart, usual = alone, here.usual
            here.title = next(iter(filled.values()), here.title) if alone else ""

    def _usual(
        self, here: "_Place", numbered: Numbered, *, usual: bool
    ) -> Generator[_Row, None, _Row | None]:
        """The next rows that are as nearly all are; returns the first other one, if there is any.

        ``usual``: there may be such rows ``here``.
        """
        plain = self._plain
        if not usual or not plain:
            return next(numbered, None)
        first, second = plain[0], plain[-1]
        several = first != second
        for at, read in enumerate(numbered):
            row = read[1]
            if (
                len(row) <= second
                or not "0" <= row[first] < ":" > row[second] >= "0"
                or not (several or _is_plain(row[first]))
            ):
                if at:
                    here.apart, here.begun = False, True
                return read
            yield read
        return None

    def _head(
        self, here: "_Place", number: int, row: list[str], below: Sequence[Sequence[str]]
    ) -> Placed | None:
        """Where columns stand if a row is the headings once more; another table may begin, too."""
        places = self._below.places(row, here.title)
        same = places and not (places.more or places.lacks)
        if places and (same or self._are_orders(places, below)):
            here.table = None
            here.places = None if places.as_first else places
            return places
        if self._below.is_other(row, below, apart=here.apart):
            here.table = OtherTable(number, tuple(filled_in(row).values()))
        return None

    def _are_orders(self, places: Placed, below: Sequence[Sequence[str]]) -> bool:
        """Whether rows ``below`` are of other orders, and neither tell more of the first nor sums.

        Sums of days or shops have no numbers.
        """
        for at in self._numbers:
            place, above = places.places[at], set(self._cells[at])
            if any(place < len(row) and row[place] in above for row in below):
                return False
        return bool(self._numbers) or places.common > FEWEST

    def _told(
        self,
        here: "_Place",
        number: int,
        row: list[str],
        filled: dict[int, str],
        *,
        again: Placed | None,
    ) -> list[str]:
        """A row as those take it who look for orders."""
        if again or here.table is not None:
            written = widened(row, again) if again and again.more else row
            told = NoOrder(written, here.table, again=again is not None)
            if again:
                more = tuple(row[at] for at in again.more)
                less = tuple(self._headings[each] for each in again.lacks)
                told.more = OtherTable(number, more) if more else None
                told.less = OtherTable(number, less) if less else None
            return told
        if filled and self._is_remark(filled):
            told = NoOrder(row)
            if self._of_orders and len(filled) < FEWEST:
                (cell,) = filled.values()
                told.part = OtherTable(number, (cell,)) if names_state_of_part(cell) else None
            return told
        return row if here.places is None else widened(row, here.places)

    def _is_remark(self, filled: dict[int, str]) -> bool:
        """Whether a row says no more than a remark does, by its ``filled`` cells."""
        said = list(filled.values())
        if len(said) > 1 or not self._of_orders:
            return are_remarks(said) and not self._is_usual(filled)
        ((at, cell),) = filled.items()
        is_part = names_state_of_part(cell)
        if is_figure(cell) or (is_label_of_sum(cell) and not is_part):
            return False
        if not (text := cells.bare(cell)):
            return False
        if cells.is_formula(text):
            return False
        if is_labelled(cell) or begins_as_remark(cell):
            return not self._is_usual(filled)
        if at in self._numbers or at in self._figures or at == 0:
            column = self._cells[at] if at < len(self._cells) else []
            numbered = sum(map(_has_digit, column))
            if 2 * numbered <= len(column):
                return False
            return (
                is_part
                or not _has_digit(cell)
                or (is_group_heading(cell) and not self._has_such(at))
            )
        return True

    def _has_such(self, column: int) -> bool:
        """Whether any of the first cells of a column is written as a heading of a group is."""
        return column < len(self._cells) and any(map(is_group_heading, self._cells[column]))

    def _is_usual(self, filled: dict[int, str]) -> bool:
        """Whether the first of the cells is labelled as those of orders are in its column."""
        at = next(iter(filled))
        column = self._cells[at] if at < len(self._cells) else []
        alike = sum(is_labelled(each) or begins_as_remark(each) for each in column)
        return 2 * alike > len(column)


def _likely(definition: Definition) -> frozenset[str]:
    """The names that any input may be called by, as keys."""
    fields = known_headings(definition)
    return frozenset().union(*(likely_headings(definition, field)[0] for field in fields))


def _names(definition: Definition) -> list[frozenset[str]]:
    """The names of each thing that a column of a table of orders may hold, as keys."""
    lists = (*BESIDES, "item", "updated", "product", "parcel", "address")
    return [
        names_of_numbers(definition),
        *known_headings(definition).values(),
        *(headings_of(definition, field) for field in ("paid", "paid_at", "shipped_at")),
        *(frozenset(names_of(definition, each)) for each in lists),
    ]


def _is_plain(cell: str) -> bool:
    return cell.replace(".", "", 1).rstrip().isdigit()


def _has_digit(cell: str) -> bool:
    return any(map(str.isdigit, cell))
