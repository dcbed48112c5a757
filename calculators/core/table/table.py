"""A table of orders: its layout, its headings, and its rows, read as often as they are needed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from calculators.core.definition import Definition
from calculators.core.table.columns.further_rows import further_rows
from calculators.core.table.columns.headings import Headings
from calculators.core.table.columns.layout import layout_of_lines, layout_of_rows
from calculators.core.table.files.opening import Opened
from calculators.core.table.files.records import HEAD, records
from calculators.core.table.numbered_rows import Numbered
from calculators.core.table.totals import Totals


class Table:
    """A table of orders for one calculator.

    ``passes`` is how often the rows of ``opened`` are gone through to answer them, as far as is
    known, ``looked`` how many of them were looked at for rows of one order. Raises
    :class:`~calculators.core.inputs.errors.InputError` with ``no_lines``, ``line_too_long``,
    ``no_rows`` or ``only_headings``.
    """

    def __init__(self, definition: Definition, opened: Opened, lang: str) -> None:
        self.definition = definition
        self.texts = definition.texts(lang)
        self.opened = opened
        numbered = self.texts.get("table", "column")
        if opened.is_workbook:
            self.layout = layout_of_rows(definition, opened.head(), numbered)
        else:
            lines = list(islice(opened.lines(), HEAD))
            self.layout = layout_of_lines(definition, lines, numbered)
        self._widths = {len(self.layout.headings), self.layout.width or len(self.layout.headings)}
        self.layout = replace(self.layout, further=further_rows(self.layout, self.rows()))
        self.headings = Headings(definition, self.layout, from_1904=opened.from_1904)
        self.totals = Totals(definition, self.texts)
        self.passes = 1
        self.looked = 0

    def records(self) -> Iterator[list[str]]:
        """All records from the top, those above the headings included."""
        if self.opened.is_workbook:
            return self.opened.records()
        return records(self.opened.lines(), self.layout.delimiter, self._widths)

    def rows(self) -> Numbered:
        """The rows below the headings, numbered as a spreadsheet numbers them."""
        first = self.layout.first
        return enumerate(islice(self.records(), first - 1, None), start=first)

    # For a table that is joined with another one (see joining); this one stands alone.

    @property
    def numbers_parcels(self) -> bool:
        """Whether the other table has the numbers of the orders' parcels."""
        return False

    def prepare(self, seen: Callable[[str, Sequence[str]], None] | None) -> Iterator[bytes]:
        """Read the other table; empty pieces are signs of progress.

        ``seen`` is told the order's number and the cells of each of its rows.
        """
        del seen
        return iter(())

    def parcel_rows(self, seen: Callable[[str, Sequence[str]], None]) -> Iterator[bytes]:
        """Tell ``seen`` of the rows of the other table once more."""
        del seen
        return iter(())

    def parcel(self, own: Sequence[str]) -> str:
        """The number of the parcel in a row of the other table."""
        raise NotImplementedError

    @property
    def knows_more(self) -> bool:
        """Whether of some orders more is known, or less, than their rows say."""
        return False

    def known(self, own: Sequence[str], parsed: dict[str, Any]) -> dict[str, Any]:
        """The inputs of an order with what is not known of it, and told; once for each order."""
        del own
        return parsed

    def filled(self, own: Sequence[str], parsed: dict[str, Any]) -> dict[str, Any]:
        """The inputs of a row, with what is known of those that its own cells leave empty."""
        del own
        return parsed

    def finish(self) -> None:
        """All rows were answered."""
