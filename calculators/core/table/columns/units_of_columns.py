"""The unit of each column of amounts, from all that a table says of it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise

from calculators.core.inputs.normalising import bare
from calculators.core.table.columns.layout import Layout
from calculators.core.table.columns.said_beside import described, notes, titles, upper_headings
from calculators.core.table.columns.stated_units import (
    YUAN,
    currency,
    in_next_cell,
    is_mark,
    is_other,
    marked,
    noted,
    stated,
    tells_currency,
    tells_unit,
    whole,
)
from calculators.core.table.units import (
    MIXED,
    OTHER,
    are_yuan,
    says_cny,
    says_yuan,
    unit_at_end,
    unit_of,
    unit_of_cells,
)

# Different cells in columns of currencies; there are not many.
_KEPT = 1000


class ColumnUnits:
    """Tells the unit of a column by its heading, what stands above and below that, its cells.

    What is said of one column goes before what is said of the whole table: a title, or a column of
    currencies.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._known: dict[str, bool] = {}

    def of(self, column: int, *, of_each_cell: bool = False) -> str | None:
        """``fen``, ``wan``, ``other``, ``mixed``; ``None`` where nothing says that it is not yuan.

        ``of_each_cell``: what only some of the cells say is left to their rows.
        """
        heading, samples = self._layout.headings[column], self._layout.samples(column)
        of_cells = unit_of_cells(samples)
        if of_each_cell and (
            of_cells == MIXED or len({unit_of("", [each]) for each in samples}) > 1
        ):
            samples, of_cells = [], None
        if unit := unit_of(heading, []):
            return unit
        if of_cells not in {None, MIXED}:
            return of_cells
        said = list(self._said_of(column))
        if unit := next(filter(is_other, (stated(heading), *said)), None):
            return unit
        ours = says_cny(heading)
        if self._currency and not (ours and self._currency == OTHER):
            return self._currency
        if self._of_table == OTHER:
            return None if ours else OTHER
        in_yuan = YUAN in said or says_yuan(heading) or are_yuan(samples)
        return of_cells if in_yuan else self._of_table or of_cells

    def told(self, column: int) -> str | None:
        """The unit that is said of a column alone, ``yuan`` too; ``None`` where none is.

        What only some of its cells say is left to their rows.
        """
        heading, samples = self._layout.headings[column], self._layout.samples(column)
        if unit := unit_of(heading, []):
            return unit
        if (of_cells := unit_of_cells(samples)) not in {None, MIXED}:
            return of_cells
        said = [stated(heading), *self._said_of(column)]
        if unit := next(filter(is_other, said), None):
            return unit
        return YUAN if YUAN in said or says_yuan(heading) or are_yuan(samples) else None

    def doubtful(self, amounts: Iterable[int]) -> bool:
        """Whether rows further down may be of another currency, for the columns of ``amounts``."""
        if self._currency or not self.currencies:
            return False
        return any(not says_cny(self._layout.headings[at]) for at in amounts)

    def other_currency(self, own: Sequence[str]) -> str:
        """The cell of a row that names another currency; empty where none does."""
        return next((own[at] for at in self.currencies if self._is_foreign(own[at])), "")

    def _is_foreign(self, cell: str) -> bool:
        if cell not in self._known:
            if len(self._known) > _KEPT:
                self._known.clear()
            self._known[cell] = is_other(currency(bare(cell)))
        return self._known[cell]

    @cached_property
    def currencies(self) -> list[int]:
        """The columns that name the currency of each row, or the unit of its amounts."""
        return list(self._units)

    @cached_property
    def _units(self) -> dict[int, list[str | None]]:
        """What each of the first cells of such a column says.

        A column of units may be one of goods: each of its first cells has to be one of amounts.
        """
        found: dict[int, list[str | None]] = {}
        for at, heading in enumerate(self._layout.keys):
            is_currency = tells_currency(heading)
            if not (is_currency or tells_unit(heading)):
                continue
            units = [currency(cell) for cell in map(bare, self._layout.cells_of(at)) if cell]
            if is_currency or (units and None not in units):
                found[at] = units
        return found

    def _said_of(self, column: int) -> Iterator[str | None]:
        """What descriptions and upper headings say of a column."""
        for text in described(self._layout, column):
            yield stated(text) or whole(text)
        for text in upper_headings(self._layout, column):
            yield stated(text) or whole(text) or unit_at_end(text)

    @cached_property
    def _of_table(self) -> str | None:
        """What titles, and notes below, say of all amounts."""
        units = [unit for texts in titles(self._layout) for unit in _of_title(texts)]
        units += map(noted, notes(self._layout))
        return next(filter(is_other, units), None)

    @cached_property
    def _currency(self) -> str | None:
        """What such a column says of any of the first rows."""
        return next(filter(is_other, chain.from_iterable(self._units.values())), None)


def _of_title(texts: Sequence[str]) -> Iterator[str | None]:
    """What a row above the headings says of all columns; of several cells each may be of some."""
    for at, text in enumerate(texts):
        if len(texts) == 1:
            yield stated(text)
        else:
            yield (noted(text) if at else None) or marked(text)
    yield from (in_next_cell(mark, unit) for mark, unit in pairwise(texts) if is_mark(mark))
