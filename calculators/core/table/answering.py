"""Answers the rows of a table by a plan, those of one order together, and writes them out."""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice

from calculators.core.memory import rarely_collected
from calculators.core.table.collecting import Collected
from calculators.core.table.files.written import line_of
from calculators.core.table.no_orders.more_columns import Beyond
from calculators.core.table.no_orders.rows import NoOrder
from calculators.core.table.numbered_rows import PIECE, Numbered
from calculators.core.table.orders.left_empty import LeftEmpty
from calculators.core.table.orders.merging import Merging
from calculators.core.table.orders.order_rows import OrderRows
from calculators.core.table.orders.sums_below import SumsBelow
from calculators.core.table.planning.plan import Plan
from calculators.core.table.sums.adding_up import SEVERAL
from calculators.core.table.sums.rows_of_sums import ORDER_ROW, PERHAPS_SUM, SUM_ROW
from calculators.core.table.sums.running_sums import Tags
from calculators.core.table.table import Table
from calculators.core.text.formatting import sentence

# Rows looked at behind what may be a sum, for an order that says otherwise.
FOLLOWING = 1000
# Of one sum there are so many rows at most, one below the other: of a part, a page, the whole.
_MOST_SUMS = 3

# Empty rows in succession that are written.
_MOST_EMPTY = 1000
# Characters after which no more rows are gathered before they are passed on: some are very long.
_LONGEST_PIECE = 1_000_000

# A numbered row as it stands in the file.
type _Row = tuple[int, list[str]]


def answered(table: Table, plan: Plan, collected: Collected | None = None) -> Iterator[bytes]:
    """``table`` answered by ``plan``, as UTF-8 with a mark, a piece at a time; once a table.

    Every column and row stays, in order, with the output columns and one for remarks behind;
    a row that cannot be answered says why and does not stop the others. An empty piece is only
    a sign of progress: rows of one order may stand anywhere, and are looked for first.
    ``collected`` is told of every order.
    """
    with rarely_collected():
        yield from _Answering(table, plan, collected).pieces()


def _some_lines(rows: Iterator[list[str]]) -> list[str]:
    """The next rows as lines, none behind the last."""
    lines: list[str] = []
    length = 0
    for row in islice(rows, PIECE):
        lines.append(line := line_of(row))
        length += len(line)
        if length > _LONGEST_PIECE:
            break
    return lines


class _Answering:
    """One table and one plan; :meth:`pieces` is to be called once."""

    def __init__(self, table: Table, plan: Plan, collected: Collected | None) -> None:
        self._table = table
        self._collected = collected
        self._layout = table.layout
        self._texts = table.texts
        self._totals = table.totals
        self._orders = orders = OrderRows(table, plan, collected)
        self._writing = orders.writing
        self._adding_up = orders.adding_up
        self._sums = orders.sums
        merged = table.opened.merged()
        self._held: deque[_Row] = deque()
        self._again: deque[_Row] = deque()
        self._read: Numbered = iter(())
        above = table.layout.first - 1
        self._merging = Merging(
            merged, orders.of_each_row, orders.amounts_of_rows, above, orders.order
        )
        self._left_empty = None
        if orders.order is not None:
            of_order, amounts = orders.of_order, orders.amounts
            below = SumsBelow(orders.adding_up, orders.of_states)
            self._left_empty = LeftEmpty(table.layout, orders.order, of_order, amounts, below)

    def pieces(self) -> Iterator[bytes]:
        """The answered table; empty pieces while rows of one order are looked for."""
        collected = self._collected
        yield from collected.prepare() if collected else self._table.prepare(None)
        if self._left_empty:
            yield from self._left_empty.look(self._table.rows(), self._numbered)
            self._totals.joined_above = self._left_empty.joined
            self._totals.as_above = self._left_empty.as_above
        yield from self._orders.look(self._numbered, self._merging.columns)
        if collected:
            yield from collected.settle()
        self._orders.tell()
        rows, mark = self._rows(), "\ufeff"
        if self._layout.is_of_workbook:
            rows = self._without_gaps(rows)
        while lines := _some_lines(rows):
            self._totals.from_elsewhere |= self._orders.from_elsewhere
            yield "\r\n".join([mark + lines[0], *lines[1:], ""]).encode()
            mark = ""
        self._totals.of_mixed_units = self._orders.of_mixed_units
        self._totals.filled_down, self._totals.merged_apart = (
            {self._layout.headings[at]: count for at, count in sorted(found.items()) if count}
            for found in (self._merging.cells, self._merging.apart)
        )
        self._totals.told_by_first += self._orders.filled_orders
        self._totals.settle()
        self._totals.padded = self._table.opened.padded
        self._table.finish()

    def _numbered(self) -> Numbered:
        merged = self._merging.rows(self._table.rows())
        rows = self._layout.of_orders.of(merged, self._layout.orders_from)
        return self._orders.filled(self._left_empty.rows(rows) if self._left_empty else rows)

    def _without_gaps(self, rows: Iterator[list[str]]) -> Iterator[list[str]]:
        """The rows to write, of empty ones so many in succession: one cell makes a million."""
        empty = 0
        for row in rows:
            empty = 0 if any(row) else empty + 1
            if empty <= _MOST_EMPTY:
                yield row
            else:
                self._totals.not_written += 1

    def _rows(self) -> Iterator[list[str]]:
        table, layout = self._table, self._layout
        records = table.records()
        yield from islice(records, layout.above)
        has_beside = layout.is_of_workbook and layout.written
        beside = layout.parted(next(records, []))[1] if has_beside else []
        yield [*self._writing.headings(), *beside]
        # A row that may be the sum of those above is one only if no order follows.
        held, again = self._held, self._again
        sums, may_lack_label = 0, True
        rows, orders_from = self._numbered(), self._layout.orders_from
        self._read = rows
        while (read := again.popleft() if again else next(rows, None)) is not None:
            number, row = read
            if not held and self._sums.is_order(row) and number >= orders_from:
                yield self._orders.usual(number, row)
                continue
            if not held and type(row) is NoOrder:
                yield self._no_order(row)
                continue
            own, surplus = self._layout.parted(row)
            if held:
                held.append(read)
                is_sum = self._adding_up.are_sums(own)
                sums += is_sum
                # So many of such rows are orders of one price, here and below.
                may_lack_label = sums <= _MOST_SUMS
                if not may_lack_label or (not is_sum and self._may_be_order(own)):
                    if may_lack_label:
                        first, first_row = held.popleft()
                        yield self._perhaps_sum(first, self._layout.parted(first_row)[0])
                    again.extendleft(reversed(held))
                    held.clear()
                elif len(held) > FOLLOWING:
                    yield from self._after_sum(held)
                continue
            text = self._text(own, row)
            is_sum = bool(text) and may_lack_label and self._adding_up.are_sums(own)
            if is_sum and self._sums.tell(own, text) != SUM_ROW:
                held.append(read)
                sums = 1
            else:
                yield self._answer(number, own, surplus, text)
        yield from self._after_sum(held)

    def _after_sum(self, held: "deque[_Row]") -> Iterator[list[str]]:
        """A row of the sums of those above, and what follows it."""
        if held:
            number, row = held.popleft()
            yield self._left_out(self._layout.parted(row)[0])
        while held:
            number, row = held.popleft()
            if type(row) is NoOrder:
                yield self._no_order(row)
                continue
            own, surplus = self._layout.parted(row)
            text = self._text(own, row)
            if text and not text.isspace() and self._adding_up.are_sums(own):
                yield self._left_out(own)
            else:
                yield self._answer(number, own, surplus, text)

    def _text(self, own: list[str], row: list[str]) -> str:
        """The cells of a row one behind the other, but for remarks beside a workbook's table."""
        return "".join(own if self._layout.is_of_workbook else row)

    def _answer(self, number: int, own: list[str], surplus: list[str], text: str) -> list[str]:
        """A row with its answer, and behind that what stands beside the table of a workbook.

        So with the cells below headings that are new further down.
        """
        answer = self._told(number, own, surplus, text)
        beside = surplus and (self._layout.is_of_workbook or type(surplus) is Beyond)
        return [*answer, *surplus] if beside else answer

    def _told(self, number: int, own: list[str], surplus: list[str], text: str) -> list[str]:
        """A row with its answer; ``text`` are its cells one behind the other."""
        if not text or text.isspace():
            return self._blank(own)
        if self._layout.describes(number):
            self._totals.described += 1
            return self._writing.unanswered(own, self._texts.get("orders", "described"))
        if text in self._layout.again:
            self._totals.headings_again += 1
            return self._writing.unanswered(own, self._texts.get("orders", "headings_again"))
        told = self._sums.tell(own, text)
        period = self._sums.period
        if period and told == PERHAPS_SUM and self._is_sum_of_those_below(own, period):
            told = SUM_ROW
        if told == SUM_ROW and self._orders.is_joined(number):
            told = PERHAPS_SUM
        if told == SUM_ROW:
            return self._left_out(own, period)
        if self._layout.is_too_wide(own, surplus):
            return self._too_wide(number, own, surplus, text)
        before = self._totals.answered
        if told == PERHAPS_SUM:
            return self._perhaps_sum(number, own, period)
        row = self._orders.answered(number, own)
        if told == ORDER_ROW and self._totals.answered > before and self._sums.is_bare(own):
            self._totals.note_bare(number)
        return row

    def _may_be_order(self, own: Sequence[str]) -> bool:
        """Whether an amount stands in a row, readable or not, and no label of a total."""
        text = "".join(own)
        if text in self._layout.again or not self._adding_up.has_amount(own):
            return False
        return self._sums.tell(own, text) != SUM_ROW

    def _too_wide(self, number: int, own: list[str], surplus: list[str], text: str) -> list[str]:
        """A cell too many, and what follows may stand under a wrong heading: the amount, too."""
        self._adding_up.add_wide(own, surplus)
        reason = self._texts.get("errors", "too_many_cells")
        if (lines := 1 + max(text.count("\n"), text.count("\r"))) > 1:
            # Marks that are meant may enclose lines, and a stray one may hide orders: who knows.
            self._totals.run_on += 1
            self._totals.run_on_lines += lines
            reason = sentence(self._texts, "errors", "run_on", values={"lines": lines})
        return [*self._orders.refused(number, own, reason), *surplus]

    def _is_sum_of_those_below(self, own: list[str], period: str) -> bool:
        """Whether a row stands above the orders of its period, as in a pivot table."""
        below: list[tuple[list[str], Tags]] = []
        for read, (number, row) in enumerate(self._ahead()):
            if read == FOLLOWING:
                return False
            cells = self._layout.parted(row)[0]
            is_other = type(row) is NoOrder and (row.again or row.table)
            if is_other or self._sums.ends_part(cells, period):
                break
            if not any(row):
                continue
            if not self._sums.names_period(cells):
                below.append((cells, self._orders.tags(number, cells)))
        return self._adding_up.are_sums_of(own, below, self._sums.fewest)

    def _ahead(self) -> Iterator[_Row]:
        """The rows that follow, which stay to be answered."""
        yield from list(self._held)
        yield from list(self._again)
        for read in self._read:
            self._again.append(read)
            yield read

    def _perhaps_sum(self, number: int, own: list[str], period: str = "") -> list[str]:
        """A row of an order that may be one of totals."""
        before = self._totals.answered
        row = self._orders.answered(number, own, frozenset([PERHAPS_SUM]))
        if self._totals.answered > before:
            self._totals.doubt(number)
        self._adding_up.end_part(period)
        return row

    def _left_out(self, own: list[str], period: str = "") -> list[str]:
        is_sum = self._adding_up.adds_up(own, SEVERAL, means=False)
        self._totals.leave_out(own, is_sum=is_sum)
        self._adding_up.end_part(period)
        return self._writing.unanswered(own, self._texts.get("errors", "no_order"))

    def _blank(self, own: list[str]) -> list[str]:
        self._totals.blank += 1
        return self._writing.unanswered(own, "")

    def _no_order(self, row: NoOrder) -> list[str]:
        """A remark, headings once more, or a row of another table."""
        own, surplus = self._layout.parted(list(row.written))
        self._totals.note_no_order(row)
        code = "other_table" if row.table else "headings_again" if row.again else "remark"
        return [*self._writing.unanswered(own, self._texts.get("orders", code)), *surplus]
