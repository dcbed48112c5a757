"""What stands among the rows of orders, or below them, and is none: tables, headings, parts."""

from collections import Counter
from collections.abc import Iterator, Sequence

from calculators.core.inputs.normalising import quoted
from calculators.core.table.columns.stated_units import is_other, noted
from calculators.core.table.no_orders.other_tables import OtherTable
from calculators.core.table.no_orders.rows import NoOrder
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence

# As many other tables below the orders are named, and as many of their headings.
_MOST = 5


class FurtherDown:
    """Keeps the first of them, and counts the rows of other tables."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._other_tables: Counter[OtherTable] = Counter()
        self._again: dict[str, dict[tuple[str, ...], OtherTable]] = {"more": {}, "less": {}}
        # Headings of parts of the orders, each with how many rows stand above it.
        self._parts: list[tuple[OtherTable, int]] = []
        # Where it says that amounts are in another unit than yuan, as it is quoted.
        self._unit = ""

    def note(self, row: NoOrder, above: int) -> None:
        """One more such ``row``, which stands below so many rows of orders."""
        if row.table is None:
            self.note_unit(row.written)
            if row.part and len(self._parts) < _MOST:
                self._parts.append((row.part, above))
            for kind, told in (("more", row.more), ("less", row.less)):
                if told and len(self._again[kind]) < _MOST:
                    self._again[kind].setdefault(told.headings, told)
        elif row.table in self._other_tables or len(self._other_tables) < _MOST:
            self._other_tables[row.table] += any(map(str.strip, row.written))

    def note_unit(self, written: Sequence[str], *, of_amounts: bool = False) -> None:
        """The cells of a row that is of no order, and may say in which unit the amounts are.

        ``of_amounts``: it holds what they come to.
        """
        if not self._unit:
            texts = map(str.strip, written)
            found = (each for each in texts if is_other(noted(each, of_amounts=of_amounts)))
            self._unit = quoted(next(found, ""))

    def told(self, rows: int, *, in_yuan: bool) -> Iterator[str]:
        """The sentences; ``rows`` of orders are all that there are.

        ``in_yuan``: nobody said in which unit the amounts are, so that they were taken as yuan.
        """
        if in_yuan and self._unit:
            yield sentence(self._texts, "notes", "unit_below", values={"text": self._unit})
        for table, count in self._other_tables.items():
            yield self._said("other_table", table, headings=_named(table), count=count)
        for part, above in self._parts:
            if rows > above:
                yield self._said("part_below", part, heading=quoted(part.headings[0]))
        for kind, tables in self._again.items():
            for found in tables.values():
                yield self._said(f"{kind}_columns", found, headings=_named(found))

    def _said(self, code: str, table: OtherTable, **values: object) -> str:
        return sentence(self._texts, "notes", code, values={"row": table.row, **values})


def _named(table: OtherTable) -> tuple[str, ...]:
    """The first of its headings."""
    return tuple(map(quoted, table.headings[:_MOST]))
