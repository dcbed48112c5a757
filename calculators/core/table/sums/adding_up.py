"""Rows whose amounts are the sums of the rows above."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import islice

from calculators.core.arithmetic.money import round_money
from calculators.core.inputs.errors import InputError
from calculators.core.table import cells
from calculators.core.table.columns.layout import SAMPLES, Layout
from calculators.core.table.row_inputs import Parsed, RowInputs
from calculators.core.table.sums.labels import NAMING, kind_of
from calculators.core.table.sums.number_cells import NumberCells, has_figure
from calculators.core.table.sums.period_labels import PeriodLabels
from calculators.core.table.sums.periods import PERIOD_LENGTHS, has_shape, own_shapes, period_of
from calculators.core.table.sums.running_sums import NO_TAGS, RunningSums, Tags
from calculators.core.text.patterns import lazy_pattern

# Fewer rows have no sum but their amount.
SEVERAL = 2
# A figure that may be a sum, such as a quantity; a longer one names a thing.
_NUMBER = lazy_pattern(r"[¥$€£]?[-+]?\d[\d,.]{0,14}\s?\D?", re.ASCII)
# The figure in an amount that no field reads: -50, 约178, 178左右.
_FIGURE = lazy_pattern(r"[-+]?\d[\d,]*+(?:\.\d++)?+", re.ASCII)
_LONGEST_AMOUNT = 40
_NEGATIVE, _UNREAD, _WIDE, _SHIFTED = map(frozenset, (["-"], ["unread"], ["wide"], ["shifted"]))


class AddingUp:
    """Adds up the amounts row by row, and tells a row that holds nothing but their sums.

    ``order`` is the column of the order's number, if any, ``money`` those of amounts by input, or
    of counts where there are no amounts.
    ``answers_before`` are columns whose words say nothing of a row: our own of an earlier run.
    ``numbers`` tells the numbers of orders, if there is a column of them.
    ``figures_alone``: no column holds more, so that a row of sums may look like any other.
    """

    def __init__(
        self,
        layout: Layout,
        order: int | None,
        money: Mapping[str, int],
        inputs: RowInputs,
        answers_before: Collection[int] = (),
    ) -> None:
        self._order = order
        self.numbers = None if order is None else NumberCells(layout, order)
        self._below = layout.below
        self._money = money
        self._inputs = inputs
        self._answers_before = frozenset(answers_before)
        besides = self._answers_before.union(money.values())
        self._no_money = [at for at in range(len(layout.headings)) if at not in besides]
        # What holds more than figures is empty in a row of sums; where nothing does, all rows look
        # like one.
        self._worded = {at for at in self._no_money if not _holds_figures(layout, at)}
        self.figures_alone = order is None and not self._worded
        # There one that no order leaves empty, such as a counter, is empty in a row of sums.
        self._counting = [at for at in self._no_money if self.figures_alone and _fills(layout, at)]
        self._tells_orders = not self.figures_alone or bool(self._counting)
        self._sums = RunningSums(tuple(money))
        self._last: Sequence[str] = ()
        self._shapes: dict[int, frozenset[str] | None] = {}
        self._labels = PeriodLabels(layout, self)

    def add(
        self,
        own: Sequence[str],
        parsed: Parsed,
        tags: Tags = NO_TAGS,
        sums: RunningSums | None = None,
    ) -> None:
        """The amounts of one more row of an order; ``tags`` are why a sum may leave it out.

        ``sums`` are others than those of the rows above.
        """
        if sums is None:
            self._last, sums = own, self._sums
        sums.rows += 1
        for name in self._money:
            amount = parsed[name]
            if type(amount) is Decimal or type(amount) is int:
                if tags:
                    sums.add(name, amount, tags)
                else:
                    sums.usual[name] += amount
            elif type(amount) is InputError:
                self._add_unread(sums, own, name, tags)

    def sums_apart(self) -> RunningSums:
        """Sums of other rows than those above, for :meth:`add_apart`."""
        return RunningSums(tuple(self._money))

    def add_apart(self, own: Sequence[str], tags: Tags, sums: RunningSums) -> None:
        """The amounts of one more of those rows."""
        self.add(own, self._inputs.parsed(own), tags, sums)

    def comes_to_all(self, own: Sequence[str], sums: RunningSums) -> bool:
        """Whether the amounts of a row are what those rows come to, and not nothing."""
        filled = self._amounts(own)
        return any(filled.values()) and _come_to(filled, sums)

    def add_wide(self, own: Sequence[str], surplus: Sequence[str]) -> None:
        """Those of a row with cells too many: under the heading, or as far beyond it."""
        self.add(own, self._inputs.parsed(own), _WIDE)
        row = [*own, *surplus]
        beyond = sum(map(bool, map(str.strip, surplus)))
        moved = list(own)
        for at in self._money.values():
            moved[at] = row[at + beyond]
        for name, amount in self._inputs.parsed(moved).items():
            if name in self._money and (type(amount) is Decimal or type(amount) is int):
                self._sums.add(name, amount, _SHIFTED)

    def end_part(self, period: str = "") -> None:
        """A row of sums was left out, or taken for an order: a page may end here, or a period."""
        self._sums.end_part(period)

    def is_unnumbered(self, own: Sequence[str]) -> bool:
        """Whether the order's number is missing, though there is a column for it."""
        if self._order is None or self.numbers is None:
            return False
        cell = own[self._order]
        if "1" <= cell < ":":  # as nearly all are
            return False
        return not (has_figure(cell) or self.numbers.is_number(cells.bare(cell)))

    @property
    def shortest_number(self) -> int:
        """How many characters keep an order's number from being a count of rows; 0: none has."""
        return self.numbers.shortest if self.numbers else 0

    def has_amount(self, own: Sequence[str]) -> bool:
        """Whether an amount stands in a row, readable or not."""
        return any(cells.bare(own[at]) for at in self._money.values())

    def has_sum(self, own: Sequence[str]) -> bool:
        """Whether a row has an amount that is not zero, readable or not."""
        return any(self._amounts(own).values())

    def holds_no_more(self, own: Sequence[str], words: int) -> bool:
        """Whether a row has nothing but figures and labels beside as many cells of ``words``."""
        cells_of_words = (
            at not in self._answers_before and not _is_of_sums(cell)
            for at, cell in enumerate(own)
            if cell
        )
        return sum(cells_of_words) <= words

    def counts(self, number: int) -> bool:
        """Whether there are as many rows above, or above in this part."""
        return number in self._sums.counts

    def has_figures_alone(self, own: Sequence[str], label: int) -> bool:
        """Whether a row has nothing but figures and labels beside that in the column ``label``."""
        return all(
            not cell or at == label or at in self._answers_before or _is_of_sums(cell)
            for at, cell in enumerate(own)
        )

    def lacks_words(self, own: Sequence[str]) -> bool:
        """Whether a column is empty that holds words in each of the first orders."""
        return any(not cells.bare(own[at]) for at in self._always_worded)

    @cached_property
    def _always_worded(self) -> frozenset[int]:
        """The columns of words, beside the order's number, that no order leaves empty."""
        orders = [row for row in self._below if self._has_plain_number(row)]
        if not orders:
            return frozenset()
        filled = (self._worded.intersection(_filled(row)) for row in orders)
        return frozenset.intersection(*map(frozenset, filled)) - {self._order}

    @cached_property
    def _are_several(self) -> bool:
        """Whether the first rows are of several orders."""
        at = self._order
        if at is None:
            return False
        return len({row[at] for row in self._below if self._has_plain_number(row)}) >= SEVERAL

    def _has_plain_number(self, row: Sequence[str]) -> bool:
        """Whether an order's number stands in a row that holds no word of labels."""
        if self._order is None or self._order >= len(row):
            return False
        number = cells.bare(cell := row[self._order])
        is_long = bool(number) and len(number) >= self.shortest_number
        return is_long and not kind_of(cell, for_number=True)

    def adds_up(
        self, own: Sequence[str], rows: int, *, means: bool = True, period: str = ""
    ) -> bool:
        """Whether a row's amounts are the sum of at least ``rows``, of the ``period`` it names.

        With ``means`` also their mean or their number.
        """
        filled = self._amounts(own)
        return bool(filled) and any(
            count >= rows
            and all(
                amount == sums[name]
                or (means and amount in {round_money(sums[name] / count), Decimal(count)})
                for name, amount in filled.items()
            )
            for sums, count in self._sums.each(period)
        )

    def comes_to(self, figure: Decimal) -> bool:
        """Whether there are so many rows above, or the amounts of several add up to a figure."""
        if figure in self._sums.counts:
            return True
        return any(
            count >= SEVERAL and figure in {sums[name] for name in self._money}
            for sums, count in self._sums.each("")
        )

    def are_sums_of(
        self, own: Sequence[str], rows: Iterable[tuple[Sequence[str], Tags]], fewest: int
    ) -> bool:
        """Whether a row's amounts are the sum of the ``rows`` that follow it, ``fewest`` at least.

        Each has its tags behind it.
        """
        filled = self._amounts(own)
        if not any(filled.values()):
            return False
        sums = self.sums_apart()
        for below, tags in rows:
            self.add_apart(below, tags, sums)
        return _come_to(filled, sums, fewest)

    def period(self, own: Sequence[str]) -> str:
        """The kind of the period that stands for the order's number of a row; else empty."""
        if self._order is None or self.numbers is None:
            return ""
        text = own[self._order].strip()
        if text.isdigit() and len(text) not in PERIOD_LENGTHS:  # as nearly all are
            return ""
        return self.numbers.period(cells.bare(text))

    def period_first(self, own: Sequence[str]) -> tuple[int, str, bool]:
        """Where the first cell of a row stands, which period it names, if any, and as a label.

        That is where orders have numbers and other things stand in its column, or rows of its own.
        """
        at = next((at for at, cell in enumerate(own) if cells.bare(cell)), 0)
        text = cells.bare(own[at]) if own else ""
        if text.isdigit() or not (kind := period_of(text)):
            return at, "", False
        if self._order is None:
            return at, kind, self._labels.is_label(at, text, kind)
        shapes = self._shapes_at(at)
        return at, kind, shapes is not None and not has_shape(text, shapes)

    def _shapes_at(self, at: int) -> frozenset[str] | None:
        """How a column is written in orders with a number; ``None`` where periods stand there."""
        if at not in self._shapes:
            orders = (row for row in self._below if self._has_plain_number(row) and at < len(row))
            texts = [text for row in orders if (text := cells.bare(row[at]))]
            periods = sum(map(bool, map(period_of, texts)))
            named = SEVERAL * periods < len(texts)
            self._shapes[at] = own_shapes(set(texts)) if named else None
        return self._shapes[at]

    def holds_labels(self, own: Sequence[str], label: int) -> bool:
        """Whether a row has nothing but figures and labels beside that in the column ``label``.

        Other periods are such labels, too.
        """
        return all(
            not cell
            or at == label
            or at in self._answers_before
            or _is_of_sums(cell)
            or period_of(cells.bare(cell))
            for at, cell in enumerate(own)
        )

    def are_sums(self, own: Sequence[str]) -> bool:
        """Whether a row has no number and nothing but figures, its amounts sums of those above.

        Below several orders also one with a word, that lacks what each of them has.
        """
        if not (self._sums.rows and self._tells_orders):
            return False
        if self._counting and all(own[at] for at in self._counting):
            return False
        if self._order is not None and not self.is_unnumbered(own):
            return False
        labelled = False
        for at in self._no_money:
            if not (cell := own[at]) or not (text := cells.bare(cell)):
                continue
            # Where a number should stand, 0 is what a spreadsheet adds texts up to.
            if at == self._order and not text.strip("0"):
                continue
            if at in self._worded or not _is_number(text):
                if self._order is None or labelled or not self._may_be_label(own, at):
                    return False
                labelled = True
        return self._are_sums_of_above(own, labelled=labelled)

    def _are_sums_of_above(self, own: Sequence[str], *, labelled: bool) -> bool:
        """Whether the amounts of such a row, with a word or without, are those above, added up."""
        filled = self._amounts(own)
        # Of nothing it says nothing.
        if not any(filled.values()):
            return False
        # Two orders may have cost the same: that of a single row is no sum, unless it has a number.
        several = labelled or self._order is None or self.is_unnumbered(self._last)
        fewest = SEVERAL if several else 1
        if self._sums.are_one:
            return self._sums.rows >= fewest and self._sums.are_usual(filled)
        return _come_to(filled, self._sums, fewest)

    def _may_be_label(self, own: Sequence[str], at: int) -> bool:
        """Whether the word in a column of a row may name a sum of several orders.

        In the place of a number it may as well be who bought.
        """
        return at != self._order and self._are_several and self.lacks_words(own)

    def _amounts(self, own: Sequence[str]) -> dict[str, object]:
        """The amounts in a row; one that cannot be read is no sum."""
        parsed = self._inputs.parsed(own)
        return {name: parsed[name] for name in self._money if parsed[name] is not None}

    def _add_unread(self, sums: RunningSums, own: Sequence[str], name: str, tags: Tags) -> None:
        """What an amount is in other eyes: a program may add up what no field reads."""
        at = self._money[name]
        cell = cells.bare(own[at])
        found = _FIGURE.findall(cell) if len(cell) <= _LONGEST_AMOUNT else ()
        if len(found) != 1:
            return
        alone = list(own)
        alone[at] = found[0].lstrip("+-")
        amount = self._inputs.parsed(alone)[name]
        if type(amount) is Decimal or type(amount) is int:
            negative = found[0].startswith("-")
            sums.add(
                name, -amount if negative else amount, tags | (_NEGATIVE if negative else _UNREAD)
            )


def _holds_figures(layout: Layout, column: int) -> bool:
    """Whether the first cells of a column are figures, as far as they stand under its heading."""
    rows = (row for row in layout.below if column < len(row) <= layout.usual_width)
    below = (row[column].strip() for row in rows)
    return all(map(_is_number, islice(filter(None, below), SAMPLES)))


def _fills(layout: Layout, column: int) -> bool:
    """Whether the first rows say something in a column; the last one may be of sums."""
    rows = (layout.below[:-1] or layout.below)[:SAMPLES]
    return all(column < len(row) and cells.bare(row[column]) for row in rows)


def _filled(row: Sequence[str]) -> set[int]:
    """The columns in which a row says something."""
    return {at for at, cell in enumerate(row) if cells.bare(cell)}


def _is_of_sums(cell: str) -> bool:
    text = cells.bare(cell)
    return not text or _is_number(text) or kind_of(cell) not in {"", NAMING}


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell.strip()))


def _come_to(filled: Mapping[str, object], sums: RunningSums, fewest: int = 0) -> bool:
    """Whether the amounts of a row are one of the ``sums``, of at least so many rows."""
    return any(
        count >= fewest and all(amount == found[name] for name, amount in filled.items())
        for found, count in sums.each()
    )
