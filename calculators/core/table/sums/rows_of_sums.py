"""Rows of totals: no orders, and their amounts are in the rows above."""

import re
from collections.abc import Sequence

from calculators.core.table import cells
from calculators.core.table.sums.adding_up import SEVERAL, AddingUp
from calculators.core.table.sums.labelled_figures import labelled_figure
from calculators.core.table.sums.labels import (
    JOINED,
    LONGEST,
    NAMING,
    NUMBERED,
    OF_GROUP,
    SOFT,
    SURE,
    WEAK,
    count_in,
    ends_as_number,
    kind_of,
    may_be_in,
    names_what_is,
    plainly,
)
from calculators.core.table.sums.periods import ends_part
from calculators.core.table.sums.remainders import is_remainder
from calculators.core.text.patterns import lazy_pattern

# What a row is: one of an order, one of totals, or one of an order that may be one of totals.
ORDER_ROW, SUM_ROW, PERHAPS_SUM = "order", "sum", "perhaps_sum"

_FIGURE, _FIGURES = lazy_pattern(r"\d"), lazy_pattern(r"\d[\d.]*", re.ASCII)
_DIGITS = "0123456789"
# How many orders there are, behind a word for which: 本月3单, 出单3.
_WORD_AND_COUNT = lazy_pattern(r"\D{1,20}(\d{1,7})\s?(单|笔|orders?)?", re.ASCII)
# No file has more rows than a number of so many figures says. A number of an order that somebody
# gives by hand has fewer than that of a platform.
LONGEST_COUNT, _BY_PLATFORM = 7, 6


class SumRows:
    """Tells rows of totals by their labels, and by what else stands in them.

    ``order`` is the column of the order's number, if any, ``width`` how many cells the headings
    are. A row that has a number is an order,
    whatever its product is called; of others the label alone may not tell: 健康汇总 may be a
    product, and 共2件 what was sold.
    """

    def __init__(self, adding_up: AddingUp, order: int | None, width: int) -> None:
        self._adding_up = adding_up
        self._order = order
        self._width = width
        self._above: Sequence[str] = ()
        self._below_sum = False
        self.period, self.fewest = "", SEVERAL
        self._figures_alone = adding_up.figures_alone
        self._numbers = adding_up.numbers
        # Shorter numbers may count rows; none are told where none has a figure.
        self._shortest = adding_up.shortest_number

    def is_order(self, row: Sequence[str]) -> bool:
        """Whether a row is as nearly all are: as wide as the headings, with a usual number.

        Or with figures alone, in a table that holds nothing else.
        """
        if len(row) != self._width:
            return False
        if self._numbers and self._order is not None:
            return len(self._numbers.usual(row[self._order])) >= (self._shortest or 1)
        return self._figures_alone and "" not in row and bool(_FIGURES.fullmatch("".join(row)))

    def see(self, own: Sequence[str]) -> None:
        """A row of an order, whose cells a label below may name."""
        self._above = own

    def has_number(self, own: Sequence[str]) -> bool:
        """Whether rows with the same cell for the order's number are one order.

        As far as a row alone tells: a label of a page comes again as well.
        """
        assert self._order is not None
        cell = own[self._order]
        if self._adding_up.period(own):
            return not self._adding_up.holds_labels(own, self._order)
        kind = kind_of(cell, for_number=True)
        if not kind and (named := labelled_figure(cell)) and named.known:
            return not self._adding_up.has_figures_alone(own, self._order)
        if not kind and self._shortest and count_in(cell) is not None:
            return not self._adding_up.has_figures_alone(own, self._order)
        if not kind or kind in {SURE, SOFT}:
            return not kind
        if not self._adding_up.has_figures_alone(own, self._order):
            return True
        if kind in {OF_GROUP, NUMBERED} or not ends_as_number(cell):
            return False
        return not self._adding_up.lacks_words(own)

    def tell(self, own: Sequence[str], text: str) -> str:
        """What a row is; ``text`` are its cells one behind the other.

        ``period`` is then the kind of the one that its label names, if any, and ``fewest`` how many
        orders its sum has at least.
        """
        self.period = ""
        told = self._by_period(own) or self._told(own, text)
        self._below_sum = self._below_sum or told == SUM_ROW
        if told == ORDER_ROW and (self._may_be_remainder(own) or self._may_lack_label(own)):
            return PERHAPS_SUM
        return told

    def _by_period(self, own: Sequence[str]) -> str:
        """What a row is that a day, a month or the like names; empty where none does."""
        at, kind, named = self._period(own)
        if not kind or not self._adding_up.holds_labels(own, at):
            return ""
        numbered = at == self._order
        if not self._adding_up.has_amount(own):
            return SUM_ROW if numbered else ""
        # A table of days may hold an order without a number, and one by hand a day for one.
        by_hand = self._shortest < _BY_PLATFORM and not self._adding_up.lacks_words(own)
        one = named and not (numbered and by_hand and cells.bare(own[at]).isdigit())
        self.fewest = 1 if one else SEVERAL
        borne_out = self._adding_up.adds_up(own, self.fewest, means=False, period=kind)
        if not (named or (borne_out and self._order is not None)):
            return ""
        self.period = kind
        return SUM_ROW if borne_out else PERHAPS_SUM

    def _period(self, own: Sequence[str]) -> tuple[int, str, bool]:
        """Where a period stands in a row as a label may, its kind, and whether it is one."""
        if self._order is not None:
            if kind := self._adding_up.period(own):
                return self._order, kind, True
            if not self._adding_up.is_unnumbered(own):
                return 0, "", False
        return self._adding_up.period_first(own)

    def ends_part(self, own: Sequence[str], period: str) -> bool:
        """Whether a row below a label of a ``period`` is no more of it."""
        _, kind, _ = self._period(own)
        if kind:
            return ends_part(period, kind)
        at = self._order
        labels = own if at is None or not cells.bare(own[at]) else [own[at]]
        return any(kind_of(cell, for_number=at is not None) in {SURE, SOFT} for cell in labels)

    def names_period(self, own: Sequence[str]) -> bool:
        """Whether a row is of no order because a period names it."""
        _, kind, named = self._period(own)
        return bool(kind) and (named or self._order is not None)

    def _may_be_remainder(self, own: Sequence[str]) -> bool:
        """Whether a row without a figure for a number may say what is left of those above."""
        at = self._order
        if at is None:
            return self._below_sum and self._is_remainder(own)
        if len(own[at]) > LONGEST or _FIGURE.search(own[at]):
            return False
        # Where no order has a figure in its number, the names of people may stand for it.
        below_numbers = self._below_sum and bool(_FIGURE.search(self._above_at(at)))
        if below_numbers and cells.bare(own[at]):
            return self._adding_up.has_figures_alone(own, at)
        return self._is_remainder(own)

    def _may_lack_label(self, own: Sequence[str]) -> bool:
        """Whether a row without a number may be one of totals that no known word names.

        Not where no order has a figure in its number.
        """
        if not self._shortest or not self._adding_up.is_unnumbered(own):
            return False
        if not self._adding_up.holds_no_more(own, 1):
            return False
        if self._adding_up.adds_up(own, SEVERAL, means=False):
            return True
        bare = self._adding_up.has_figures_alone(own, self._order or 0)
        return bare and self._adding_up.has_amount(own) and self._adding_up.lacks_words(own)

    def is_bare(self, own: Sequence[str]) -> bool:
        """Whether a row has no number, though others have, and nothing else but figures."""
        if self._order is None or not self._shortest or cells.bare(own[self._order]):
            return False
        return self._adding_up.has_figures_alone(own, self._order)

    def _is_remainder(self, own: Sequence[str]) -> bool:
        return any(
            is_remainder(cell) and self._adding_up.has_figures_alone(own, at)
            for at, cell in enumerate(own)
        )

    def _told(self, own: Sequence[str], text: str) -> str:
        """What a row is by its labels."""
        at = self._order
        if at is None:
            return self._by_labels(own, text)
        cell = own[at]
        if len(cell) > LONGEST:
            return ORDER_ROW
        if not (number := cells.bare(cell)):
            return self._by_count_of_goods(own) or self._by_labels(own, text)
        if number.isdigit():
            return ORDER_ROW if len(number) >= self._shortest else self._by_figure(own, number)
        if count_in(cell) is not None and self._shortest:
            return self._by_count(own, at)
        if kind := kind_of(cell, for_number=True):
            return self._by_number(own, at, kind)
        # Whoever made the table, perhaps: an order's number has figures.
        if not _FIGURE.search(number):
            return self._by_labels(own, text)
        told = self._by_named_figure(own, at) or self._by_word_and_count(own, at)
        return told or (self._by_sum(own, at) if len(number) < self._shortest else ORDER_ROW)

    def _by_number(self, own: Sequence[str], at: int, kind: str) -> str:
        """What a row is in which a label stands for the order's number."""
        if kind in {SURE, SOFT} or self._names(own, at, for_number=True):
            return SUM_ROW
        alone = self._adding_up.has_figures_alone(own, at)
        if kind in {OF_GROUP, JOINED}:
            return SUM_ROW if alone else PERHAPS_SUM
        if kind != NUMBERED and not alone:
            return ORDER_ROW
        if self._follows(own, at):
            return PERHAPS_SUM
        if alone and self._adding_up.lacks_words(own):
            return SUM_ROW
        # Two orders may well have cost the same, so that a third is their mean.
        borne_out = self._adding_up.adds_up(own, SEVERAL, means=not ends_as_number(own[at]))
        return SUM_ROW if borne_out else PERHAPS_SUM

    def _by_figure(self, own: Sequence[str], number: str) -> str:
        """What a row is whose number is shorter than those of others: it may count the rows."""
        if len(number) > LONGEST_COUNT or not number.strip("0"):
            return ORDER_ROW
        if not self._adding_up.has_figures_alone(own, self._order or 0):
            return ORDER_ROW
        counts = self._adding_up.counts(int(number))
        adds_up = self._adding_up.adds_up(own, SEVERAL, means=False)
        # Short numbers are given by hand, and so may this one be.
        sure = self._shortest >= _BY_PLATFORM or self._adding_up.lacks_words(own)
        if counts and adds_up and sure:
            return SUM_ROW
        # Above the orders it counts those that follow.
        counts = counts or self._adding_up.counts(0)
        doubtful = adds_up or (counts and self._adding_up.lacks_words(own))
        return PERHAPS_SUM if doubtful else ORDER_ROW

    def _by_sum(self, own: Sequence[str], at: int) -> str:
        """What a row with so short a number is as no other order has: 3人."""
        alone = self._adding_up.has_figures_alone(own, at)
        doubtful = alone and self._adding_up.adds_up(own, SEVERAL, means=False)
        return PERHAPS_SUM if doubtful else ORDER_ROW

    def _by_count(self, own: Sequence[str], at: int) -> str:
        """What a row is in which a bare count stands for the order's number: 2单."""
        alone = self._adding_up.has_figures_alone(own, at)
        if not alone or count_in(self._above_at(at)) is not None:
            return ORDER_ROW
        counts = self._adding_up.counts(count_in(own[at]) or 0)
        adds_up = self._adding_up.adds_up(own, 1 if counts else SEVERAL, means=False)
        return SUM_ROW if adds_up or self._shortest >= _BY_PLATFORM else PERHAPS_SUM

    def _by_word_and_count(self, own: Sequence[str], at: int) -> str:
        """What a row is whose number says how many orders stand above; else empty.

        An order may be numbered so, hardly one that costs what all of them do.
        """
        found = _WORD_AND_COUNT.fullmatch(plainly(own[at]).strip())
        if not found or not self._adding_up.counts(int(found[1])) or self._follows(own, at):
            return ""
        alone = self._adding_up.has_figures_alone(own, at)
        if not (alone and self._adding_up.adds_up(own, SEVERAL, means=False)):
            return ""
        return SUM_ROW if found[2] else PERHAPS_SUM

    def _by_count_of_goods(self, own: Sequence[str]) -> str:
        """What a row without a number is that holds a bare count, and figures; else empty."""
        if not self._shortest:
            return ""
        for at, cell in enumerate(own):
            if not cell or count_in(cell) is None or count_in(self._above_at(at)) is not None:
                continue
            if self._adding_up.has_figures_alone(own, at):
                adds_up = self._adding_up.adds_up(own, SEVERAL, means=False)
                return SUM_ROW if adds_up else PERHAPS_SUM
        return ""

    def _by_named_figures(self, own: Sequence[str]) -> str:
        """What a row without a number is in which a word stands before a figure; else empty."""
        return next(filter(None, (self._by_named_figure(own, at) for at in range(len(own)))), "")

    def _by_named_figure(self, own: Sequence[str], at: int) -> str:
        """What a row is in which a cell names a figure: 金额：900; empty where it names none.

        No order is called by how many there are above, or by what they come to.
        """
        named = labelled_figure(own[at])
        if named is None or labelled_figure(self._above_at(at)):
            return ""
        if not self._adding_up.has_figures_alone(own, at):
            return ""
        adds_up = self._adding_up.adds_up(own, SEVERAL, means=False)
        if not named.known:
            return SUM_ROW if adds_up and self._adding_up.comes_to(named.figure) else ""
        if not adds_up and self._adding_up.comes_to(named.figure):
            # Of a single order, or without an amount beside the figure.
            adds_up = not self._adding_up.has_amount(own) or self._adding_up.adds_up(
                own, 1, means=False
            )
        return SUM_ROW if adds_up else PERHAPS_SUM

    def _above_at(self, at: int) -> str:
        return self._above[at] if at < len(self._above) else ""

    def _follows(self, own: Sequence[str], at: int) -> bool:
        """Whether the order above is numbered likewise: 订单3 below 订单2."""
        above = self._above_at(at)
        series = own[at].strip().rstrip(_DIGITS)
        return ends_as_number(own[at]) and series == above.strip().rstrip(_DIGITS)

    def _by_labels(self, own: Sequence[str], text: str) -> str:
        """What a row without a number is."""
        found = ORDER_ROW
        if may_be_in(text):
            for at, cell in enumerate(own):
                if cell and (kind := kind_of(cell)):
                    told = self._by_label(own, at, kind)
                    if told == SUM_ROW:
                        return SUM_ROW
                    if told == PERHAPS_SUM:
                        found = PERHAPS_SUM
        if ":" in text or "：" in text or "=" in text or "＝" in text:
            return self._by_named_figures(own) or found
        return found

    def _by_label(self, own: Sequence[str], at: int, kind: str) -> str:
        unnumbered = self._order is not None
        if kind == SURE and unnumbered:
            return SUM_ROW
        alone = self._adding_up.has_figures_alone(own, at)
        if kind in {SURE, SOFT}:
            borne_out = alone or (not unnumbered and self._adding_up.adds_up(own, SEVERAL))
            return SUM_ROW if borne_out else PERHAPS_SUM
        if not alone:
            return ORDER_ROW
        if self._is_of_group(own, at, kind, unnumbered=unnumbered):
            return SUM_ROW
        return ORDER_ROW if kind == NAMING else PERHAPS_SUM

    def _is_of_group(self, own: Sequence[str], at: int, kind: str, *, unnumbered: bool) -> bool:
        """Whether a row with nothing but figures beside a label of something is one of totals."""
        named, adds_up = self._names(own, at), self._adding_up.adds_up
        if kind == WEAK or not named:
            chinese = kind == OF_GROUP and not own[at].isascii()
            return (chinese and unnumbered) or (kind != NAMING and adds_up(own, SEVERAL))
        # Total is a brand, too: Colgate Total.
        brand = own[at].isascii()
        return unnumbered or (kind == OF_GROUP and not brand) or adds_up(own, 1 + brand)

    def _names(self, own: Sequence[str], at: int, *, for_number: bool = False) -> bool:
        """Whether the label names what stands above it."""
        above = self._above_at(at)
        return names_what_is(above, own[at], for_number=for_number)
