"""Which column holds the platform's number of each order: a program's own may split or join them.

What programs for many shops export has two: theirs, and that of the platform where it was ordered.
"""

import re
from collections.abc import Sequence
from functools import cached_property

from calculators.core.definition import Definition
from calculators.core.table import cells
from calculators.core.table.columns.layout import Layout
from calculators.core.table.names import columns_called, names_of
from calculators.core.text.patterns import lazy_pattern

# #1001: as shops of one's own number their orders, whatever the column is called.
_MARKED = lazy_pattern(r"#[A-Za-z-]{0,12}\d{1,20}[A-Za-z-]{0,12}", re.ASCII)
# A number, as letters and figures: neither 300.50 nor a moment.
_PLAIN = lazy_pattern(r"(?!\d{4}-\d\d?(?:-\d\d?)?$)(?=\D{0,20}\d)[#A-Za-z\d](?:[A-Za-z\d_-]{0,59})")
_LONG = lazy_pattern(r"\d{15,30}", re.ASCII)
# Names as short as 订单 and 单号 occur in many others, and may be of what a shop counts: 1, 2, 3.
_SHORT, _SHORT_IN_LETTERS = 2, 6
_FEWEST_DIGITS = 4
# Where no order has one above it, some exports write a nought for its number.
_NONE = "0"


class NumberColumns:
    """The columns of a table, by their ``keys``, that may hold the numbers of its orders.

    ``columns`` are those between which only whoever asks can decide, or the one that it is: then
    ``sure``, or ``proposed`` where it is a program's own or may be something else.
    """

    def __init__(self, definition: Definition, layout: Layout, keys: Sequence[str]) -> None:
        self._definition = definition
        self._layout = layout
        self._keys = keys
        perhaps = [at for at in self._called(definition, "order_perhaps") if self._numbers(at)]
        similar = set(names_of(definition, "order_similar"))
        marked = [
            at
            for at in self._called(definition, "order_marked")
            if self._are_marked(at) or (self._keys[at] in similar and self._are_long(at))
        ]
        plain = self._called(definition, "order_plain")
        above = [at for at in self._called(definition, "order") if at not in plain]
        own = [at for at in self._called(definition, "order_of_program") if self._numbers(at)]
        found = [*above, *plain, *marked]
        # One that holds nothing is not doubted where another holds numbers.
        found = [at for at in found if at not in self._empty] or found
        self.columns = tuple(self._between(found, others=[*plain, *perhaps], own=own))
        self.sure = len(self.columns) == 1 and bool(found)
        self.proposed: int | None = self.columns[0] if self.sure else None
        if not found:
            likely = perhaps or own or self._similar()
            self.columns = (*perhaps, *own) or tuple(likely)
            self.proposed = likely[0] if len(likely) == 1 else None

    def _between(
        self, found: Sequence[int], *, others: Sequence[int], own: Sequence[int]
    ) -> list[int]:
        """The best of ``found``, and what it may be mistaken for.

        A column of the same name, one that is called a number as plainly and holds another, or
        beside a program's numbers such as platforms give, and one that has a number where the best
        has none.
        """
        if not found:
            return []
        best = found[0]
        alike = [at for at in found if self._keys[at] == self._keys[best]]
        if len(alike) == 1 and best in others:
            as_platforms = [] if self._are_long(best) else filter(self._are_long, self._similar())
            alike += [
                at for at in (*others, *as_platforms) if at != best and self._differ(at, best)
            ]
        if len(alike) == 1:
            alike += [at for at in (*found[1:], *own) if self._is_fuller(at, best)]
        return list(dict.fromkeys(alike))

    def _similar(self) -> list[int]:
        """The columns of numbers whose heading is short, or says more, than the known names."""
        names, unlike, ends = (
            names_of(self._definition, each)
            for each in ("order_similar", "order_unlike", "order_ends")
        )
        telling = [each for each in names if not _is_short(each)]
        return [
            at
            for at, heading in enumerate(self._keys)
            if not any(each in heading for each in unlike)
            and self._are_plain_numbers(at)
            and (
                any(each in heading for each in telling)
                or ((heading in names or heading.endswith(ends)) and self._may_join(at))
            )
        ]

    def _may_join(self, column: int) -> bool:
        """Whether the numbers of the first rows are long, or one of them stands twice."""
        below = self._layout.cells_of(column)
        numbers = list(filter(None, map(cells.bare, below)))
        long = all(sum(map(str.isdigit, each[:40])) >= _FEWEST_DIGITS for each in numbers)
        return long or len(set(numbers)) < len(numbers)

    def _called(self, definition: Definition, names: str) -> list[int]:
        """The columns that are called by what a text of ``[table]`` lists, in its order."""
        return columns_called(self._keys, names_of(definition, names))

    @cached_property
    def _empty(self) -> frozenset[int]:
        """The columns that hold nothing, as far as they are looked at."""
        layout = self._layout
        return frozenset(at for at in layout.empty if not any(map(cells.bare, layout.cells_of(at))))

    def _numbers(self, column: int) -> bool:
        """Whether each of the first cells that say something has a figure."""
        samples = self._layout.samples(column)
        return all(any(map(str.isdigit, each[:40])) for each in samples)

    def _are_plain_numbers(self, column: int) -> bool:
        """Whether the first cells have a figure each, and none is an amount or a moment."""
        samples = list(map(cells.bare, self._layout.samples(column)))
        return bool(samples) and all(map(_PLAIN.fullmatch, samples))

    def _are_marked(self, column: int) -> bool:
        samples = self._layout.samples(column)
        return bool(samples) and all(_MARKED.fullmatch(cells.bare(each)) for each in samples)

    def _are_long(self, column: int) -> bool:
        """Whether the first cells are such numbers as the platforms give their orders."""
        samples = list(map(cells.bare, self._layout.samples(column)))
        return bool(samples) and all(map(_LONG.fullmatch, samples))

    def _differ(self, column: int, other: int) -> bool:
        """Whether two columns hold different numbers in one of the first rows."""
        return any(a and b and a != b for a, b in self._pairs(column, other))

    def _is_fuller(self, column: int, other: int) -> bool:
        """Whether a column says something in one of the first rows where the other does not."""
        return any(a.strip(_NONE) and not b.strip(_NONE) for a, b in self._pairs(column, other))

    def _pairs(self, column: int, other: int) -> list[tuple[str, str]]:
        rows = self._layout.numbered_rows(column, other)
        return [(cells.bare(row[column]), cells.bare(row[other])) for _, row in rows]


def _is_short(name: str) -> bool:
    return len(name) <= (_SHORT_IN_LETTERS if name.isascii() else _SHORT)
