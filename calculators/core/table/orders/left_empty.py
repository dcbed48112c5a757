"""Rows below an order's first one that leave empty what holds for the order, its number too.

Cells merged over the rows of an order look so in a text. A row without a number may as well be an
order of its own, so that they are joined only where the whole file writes them so.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice

from calculators.core.table import cells
from calculators.core.table.columns.further_rows import LOOKED
from calculators.core.table.columns.layout import Layout
from calculators.core.table.numbered_rows import PIECE, Numbered
from calculators.core.table.orders.merging import SameAsAbove
from calculators.core.table.orders.sums_below import SumsBelow
from calculators.core.table.sums.labels import is_label

# What stands for the cell above, as people write it by hand.
_AS_ABOVE = frozenset(
    ["同上", "同前", "同上行", "同上单", "〃", "″", '"', "''", "”", "“", "ditto", "do", "do."]
)
_LONGEST = 10
# Of the number of a product, or of a sub-order.
_FEWEST_DIGITS = 10
# What a row is: the first of an order, one that belongs to it, one without a number that has cells
# of its own, or none of an order.
_FIRST, _FURTHER, _OWN, _NONE = range(4)


class LeftEmpty:
    """Fills such rows down from the one above, once :meth:`look` has found that a file has them.

    ``order`` is the column of the order's number, ``of_order`` those of what holds for an order,
    ``amounts`` those of what adds up, ``below`` finds what all orders come to. ``joined`` is how
    many rows are filled, ``as_above`` how many have a mark for the cell above.
    """

    def __init__(
        self,
        layout: Layout,
        order: int,
        of_order: Collection[int],
        amounts: Collection[int],
        below: SumsBelow,
    ) -> None:
        self._layout = layout
        self._order = order
        self._below = below
        self._amounts = tuple(amounts)
        self._of_order = tuple(sorted({*of_order}.difference(amounts, [order])))
        besides = {order, *self._of_order, *self._amounts}
        self._of_items = [at for at in range(len(layout.headings)) if at not in besides]
        self._fills = self._marks = self._once = False
        self.joined = self.as_above = self._without_amount = 0

    def look(self, near: Numbered, rows: Callable[[], Numbered]) -> Iterator[bytes]:
        """Find out whether the file writes its orders so; empty pieces are signs of progress.

        ``near`` are all ``rows`` as they stand. The file is gone through only where the first of
        those may be written so.
        """
        below = (self._layout.parted(row)[0] for row in self._layout.below)
        if not (
            any(map(self._has_mark, below))
            or any(self._may_be(row) for _, row in islice(near, LOOKED))
        ):
            return
        fills = marks = once = True
        has_first = says_all = False
        for number, row in rows():
            own = self._layout.parted(row)[0]
            kind = self._kind_of(number, own)
            if self._has_mark(own):
                self.as_above += 1
                marks = marks and has_first
            elif kind == _FIRST:
                has_first = True
                followed = self._below.see(own, cells.bare(own[self._order]))
                self.joined += followed
                once = once and not followed
                says_all = any(cells.bare(own[at]) for at in self._of_order)
            elif kind == _FURTHER:
                if self._below.may_be(number, own):
                    continue
                followed = self._below.see(own)
                self.joined += 1 + followed
                fills = fills and says_all
                self._without_amount += not self._has_amount(own)
                once = once and not followed and not self._has_amount(own)
            else:
                fills = fills and kind != _OWN
                has_first = says_all = False
            if not number % PIECE:
                yield b""
        self._fills, self._once = fills and self.joined > 0, once
        self._marks = marks = marks and self.as_above > 0
        # Where others have amounts, one without may be a remark.
        self.joined -= 0 if once else self._without_amount
        self.joined = self.joined if self._fills else 0
        self.as_above = self.as_above if marks else 0

    def _may_be(self, row: Sequence[str]) -> bool:
        """Whether a row leaves its number empty, or has a plain mark: with few calls, for many."""
        if self._order < len(row) and row[self._order].strip():
            return not _AS_ABOVE.isdisjoint(row)
        return any(row)

    def rows(self, rows: Numbered) -> Numbered:
        """The numbered rows, filled."""
        return self._filled(rows) if self._fills or self._marks else rows

    def _filled(self, rows: Numbered) -> Numbered:
        above: list[str] = []
        for number, row in rows:
            row.extend([""] * (len(self._layout.headings) - len(row)))
            kind = self._kind_of(number, row)
            if above and self._marks and self._has_mark(row):
                if not cells.bare(row[self._order]):
                    row[self._order] = above[self._order]
                for at in (self._order, *self._of_order):
                    if _is_as_above(row[at]):
                        row[at] = above[at]
                kind = _FIRST
            elif above and kind == _FURTHER and self._is_joined(row):
                for at in (self._order, *self._of_order):
                    row[at] = above[at]
                if self._once:
                    for at in self._amounts:
                        row[at] = SameAsAbove()
            above = row if kind == _FIRST else above if kind == _FURTHER else []
            yield number, row

    def _is_joined(self, row: Sequence[str]) -> bool:
        return self._fills and (self._once or self._has_amount(row))

    def _has_amount(self, own: Sequence[str]) -> bool:
        return any(cells.bare(own[at]) for at in self._amounts)

    def _has_mark(self, own: Sequence[str]) -> bool:
        return any(_is_as_above(own[at]) for at in (self._order, *self._of_order))

    def _kind_of(self, number: int, own: Sequence[str]) -> int:
        """What the row of that number is."""
        if self._layout.describes(number) or "".join(own) in self._layout.again:
            return _NONE
        return _NONE if number in self._below else self._kind(own)

    def _kind(self, own: Sequence[str]) -> int:
        if cells.bare(own[self._order]):
            return _NONE if is_label(own[self._order]) else _FIRST
        if any(map(is_label, own)):
            return _NONE
        if any(cells.bare(own[at]) for at in self._of_order):
            return _OWN
        # With nothing but figures it may be one of sums.
        named = any(_names_thing(own[at]) for at in self._of_items)
        return _FURTHER if named else _NONE


def _is_as_above(cell: str) -> bool:
    return len(cell) <= _LONGEST and cell.strip().casefold() in _AS_ABOVE


def _names_thing(cell: str) -> bool:
    """Whether a cell holds a word, or a number too long for a sum."""
    text = cells.bare(cell)
    return any(map(str.isalpha, text[:100])) or (text.isdigit() and len(text) >= _FEWEST_DIGITS)
