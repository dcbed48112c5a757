"""Answers the rows of a table by a plan, those of one order together, and writes them out."""

import gc
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from itertools import islice

from calculators.core.inputs.errors import ErrorDetails, ValidationError
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import quoted
from calculators.core.output.errors import error_in_words, error_text
from calculators.core.table import cells
from calculators.core.table.collecting import Collected
from calculators.core.table.columns.headings import ORDER
from calculators.core.table.files.written import line_of
from calculators.core.table.names import ON
from calculators.core.table.orders.grouping import PIECE, Grouping, Numbered
from calculators.core.table.orders.groups import OF_ROWS, Groups
from calculators.core.table.orders.merging import Merging
from calculators.core.table.orders.states import (
    COUNTED,
    DOUBTFUL,
    REPLACED,
    SUPERSEDED,
    UNDONE,
    UNPAID,
    UNPAID_ALONE,
    State,
    States,
)
from calculators.core.table.orders.where_amounts_stand import is_empty
from calculators.core.table.plan import Plan
from calculators.core.table.row_answers import RowAnswers
from calculators.core.table.row_inputs import Parsed, RowInputs
from calculators.core.table.sums.adding_up import AddingUp
from calculators.core.table.sums.rows_of_sums import PERHAPS_SUM, SUM_ROW, SumRows
from calculators.core.table.sums.running_sums import NO_TAGS, Tags
from calculators.core.table.table import Table
from calculators.core.table.writing import Writing
from calculators.core.text.formatting import sentence

# New objects after which Python looks for cycles among them; at its usual number that takes a
# twentieth of the time of a file.
_OBJECTS = 50_000
# Rows looked at behind what may be a sum, for an order that says otherwise.
FOLLOWING = 1000
# Of one sum there are so many rows at most, one below the other: of a part, a page, the whole.
_MOST_SUMS = 3

# Characters after which no more rows are gathered before they are passed on: some are very long.
_LONGEST_PIECE = 1_000_000

_NEVER_COUNTED, _PERHAPS_UNPAID = {UNPAID, REPLACED, SUPERSEDED}, {UNPAID_ALONE, DOUBTFUL}

# A numbered row as it stands in the file.
type _Row = tuple[int, list[str]]


def answered(table: Table, plan: Plan, collected: Collected | None = None) -> Iterator[bytes]:
    """``table`` answered by ``plan``, as UTF-8 with a mark, a piece at a time; once a table.

    Every column and row stays, in order, with the output columns and one for remarks behind;
    a row that cannot be answered says why and does not stop the others. An empty piece is only
    a sign of progress: rows of one order may stand anywhere, and are looked for first.
    ``collected`` is told of every order.
    """
    with _rarely_collected():
        yield from _Answering(table, plan, collected).pieces()


@contextmanager
def _rarely_collected() -> Iterator[None]:
    """Have Python look for cycles less often: a row makes dozens of objects and no cycle."""
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


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
        self._plan = plan
        self._collected = collected
        self._layout = table.layout
        self._texts = table.texts
        self._totals = table.totals
        self._inputs = RowInputs(table.headings, plan)
        self._answers = RowAnswers(table.headings, plan, self._inputs)
        files, inputs = table.definition.files, fields_of(table.definition.inputs)
        self._adds = [name for name in (files.adds if files else ()) if name in plan.columns]
        self._order = plan.columns.get(ORDER) if self._adds else None
        self._writing = Writing(table, plan, self._order)
        self._kept_alone = bool(files and files.kept_alone)
        told = plan.columns if self._adds or self._kept_alone else {}
        self._states = States(table.headings, told)
        self._received = files.received if files else ""
        money = {
            name: at
            for name, at in plan.columns.items()
            if name in inputs and inputs[name].is_amount
        }
        # In which currency a row is, where the first rows left no doubt of it.
        units = table.headings.units
        self._currency_of = units.other_currency if units.doubtful(money.values()) else None
        before = table.headings.answers
        self._adding_up = AddingUp(table.layout, self._order, money, self._inputs, before)
        self._sums = SumRows(self._adding_up, self._order, len(table.layout.headings))
        amounts = set(money.values())
        merged = table.opened.merged() if self._order is not None else []
        others = set(plan.columns.values()) - amounts
        self._merging = Merging(merged, others, amounts, table.layout.first - 1)
        self._merged = table.texts.get("orders", "merged")
        self._again = table.texts.get("orders", "item_again")
        self._merged_in_vain = table.texts.get("orders", "merged_in_vain")
        self._grouping = None
        if self._order is not None:
            self._grouping = Grouping(
                table,
                self._order,
                self._adds,
                inputs=self._inputs,
                states=self._states,
                sums=self._sums,
                currency_of=self._currency_of,
            )

    def pieces(self) -> Iterator[bytes]:
        """The answered table; empty pieces while rows of one order are looked for."""
        collected = self._collected
        yield from collected.prepare() if collected else self._table.prepare(None)
        yield from self._states.look(self._numbered)
        if self._grouping:
            yield from self._grouping.find(self._numbered, collected.note if collected else None)
            yield from self._grouping.compare_answers(self._numbered, self._answers)
        if collected:
            yield from collected.settle()
        told = self._states.tells or not self._adds
        self._totals.plan(self._plan, self._table.headings, self._order, told=told)
        rows, mark = self._rows(), "\ufeff"
        while lines := _some_lines(rows):
            self._totals.from_elsewhere |= self._inputs.from_elsewhere
            yield "\r\n".join([mark + lines[0], *lines[1:], ""]).encode()
            mark = ""
        self._table.finish()

    def _numbered(self) -> Numbered:
        return self._merging.rows(self._table.rows())

    def _rows(self) -> Iterator[list[str]]:
        table = self._table
        yield from islice(table.records(), table.layout.above)
        yield self._writing.headings()
        # A row that may be the sum of those above is one only if no order follows.
        held: deque[_Row] = deque()
        again: deque[_Row] = deque()
        sums, may_lack_label = 0, True
        rows, orders_from = self._numbered(), self._layout.first + len(self._layout.descriptions)
        while (read := again.popleft() if again else next(rows, None)) is not None:
            number, row = read
            if not held and self._sums.is_order(row) and number >= orders_from:
                yield self._order_row(number, row)
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
            text = "".join(row)
            is_sum = may_lack_label and self._adding_up.are_sums(own)
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
            own, surplus = self._layout.parted(row)
            text = "".join(row)
            if text and not text.isspace() and self._adding_up.are_sums(own):
                yield self._left_out(own)
            else:
                yield self._answer(number, own, surplus, text)

    def _answer(self, number: int, own: list[str], surplus: list[str], text: str) -> list[str]:
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
        if told == SUM_ROW and self._is_joined(number):
            told = PERHAPS_SUM
        if told == SUM_ROW:
            return self._left_out(own)
        if self._layout.is_too_wide(own, surplus):
            return self._too_wide(number, own, surplus, text)
        return (self._perhaps_sum if told == PERHAPS_SUM else self._order_row)(number, own)

    def _is_joined(self, number: int) -> bool:
        """Whether a row is one of an order's several: a label with its number is none."""
        return self._grouping is not None and self._grouping.at(number) is not None

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
        return [*self._refused(number, own, reason), *surplus]

    def _perhaps_sum(self, number: int, own: list[str]) -> list[str]:
        """A row of an order that may be one of totals."""
        before = self._totals.answered
        row = self._order_row(number, own, frozenset([PERHAPS_SUM]))
        if self._totals.answered > before:
            self._totals.doubt(number)
        self._adding_up.end_part()
        return row

    def _order_row(self, number: int, own: list[str], tags: Tags = NO_TAGS) -> list[str]:
        """A row of an order; ``tags`` are why sums below may leave it out, besides its state."""
        self._totals.rows += 1
        if self._collected:
            self._collected.see(own)
        parsed = self._inputs.parsed(own)
        state, at = self._states.of(own), None
        if grouping := self._grouping:
            state, at = grouping.state(number, state), grouping.at(number)
        kind = state.kind
        self._adding_up.add(own, parsed, tags if kind == COUNTED else tags | {kind})
        self._sums.see(own)
        if kind != COUNTED:
            if kind in _NEVER_COUNTED or (kind == UNDONE and self._kept_alone):
                return self._uncounted(own, kind)
            if kind in _PERHAPS_UNPAID and not self._is_paid(at):
                return self._perhaps_unpaid(number, own, parsed, at, state)
        if grouping:
            self._totals.unnumbered += self._adding_up.is_unnumbered(own)
            if grouping.lacks_amount(number, parsed):
                values = {"order": self._number(own)}
                reason = sentence(self._texts, "orders", "part_without_amount", values=values)
                self._totals.refuse(number, reason)
                return self._writing.further(own, reason)
        if at is not None:
            return self._of_group(number, own, parsed, at, state)
        return self._alone(number, own, parsed, state)

    def _alone(self, number: int, own: list[str], parsed: Parsed, state: State) -> list[str]:
        """The only row of an order that counts."""
        if self._currency_of and (currency := self._currency_of(own)):
            values = {"currency": quoted(currency)}
            reason = sentence(self._texts, "orders", "other_currency", values=values)
            return self._refused(number, own, reason)
        if self._grouping and state.kind == UNDONE:
            paid = self._grouping.paid_before(number)
            if paid is not None:
                name = self._adds[0]
                shown = self._shown(own, name, paid)
                return self._answered(number, own, parsed | {name: paid}, state, shown=shown)
        return self._answered(number, own, parsed, state)

    def _uncounted(self, own: list[str], kind: str) -> list[str]:
        """A row of an order that was never paid, was undone, or in whose place others stand."""
        if kind == UNPAID:
            return self._unpaid(own)
        if kind == UNDONE:
            self._totals.undone += 1
            return self._writing.unanswered(own, self._texts.get("orders", "not_kept"))
        if kind == REPLACED:
            self._totals.replaced += 1
        else:
            self._totals.superseded += 1
        return self._writing.unanswered(own, self._texts.get("orders", kind))

    def _perhaps_unpaid(
        self, number: int, own: list[str], parsed: Parsed, at: int | None, state: State
    ) -> list[str]:
        """A row without the payment that others have, if no other of its order says that it was.

        An order is paid at once, though each of its rows may not say so: one without its number
        cannot be told from an order that was not.
        """
        if at is not None and self._is_refused(at):
            return self._of_group(number, own, parsed, at, state)
        if state.kind == DOUBTFUL:
            return self._refused(number, own, self._texts.get("orders", "doubtful"))
        unnumbered = self._adding_up.is_unnumbered(own)
        return self._unpaid(own, "unpaid_unnumbered" if unnumbered else "unpaid_alone")

    def _unpaid(self, own: list[str], why: str = "unpaid") -> list[str]:
        self._totals.unpaid += 1
        return self._writing.unanswered(own, self._texts.get("orders", why))

    def _is_paid(self, at: int | None) -> bool:
        """Whether another row of an order says that it was paid."""
        return at is not None and self._grouping is not None and self._grouping.groups.paid(at)

    def _is_refused(self, at: int) -> bool:
        """Whether the first row of an order has been answered in vain."""
        return self._grouping is not None and self._grouping.groups.refused(at)

    def _number(self, own: Sequence[str]) -> str:
        """The number of a row's order, as it is quoted."""
        cell = own[self._order or 0]
        return quoted(cell if cell.isdigit() else cells.bare(cell))

    def _of_group(
        self, number: int, own: list[str], parsed: Parsed, at: int, state: State
    ) -> list[str]:
        """A row of an order that has several: the first has the answer, the others name it."""
        assert self._grouping is not None
        groups = self._grouping.groups
        first = groups.first(at)
        if number != first:
            order = self._number(own)
            if groups.refused(at):
                self._totals.refuse(number, self._texts.get("orders", "of_unanswered"))
                remark = self._merged_in_vain.format(order=order, row=first)
            else:
                self._totals.merged += 1
                again = self._grouping.is_again(number)
                remark = (self._again if again else self._merged).format(order=order, row=first)
            return self._writing.further(own, remark)
        name, total = self._adds[0], groups.total(at)
        told: dict[str, date] = {}
        if not groups.is_plain(at):
            if reason := self._why_not(groups, at, total):
                return self._refused(number, own, reason)
            if groups.unfinished(at):
                state = state._replace(finished=False)
            told = groups.told_below(at)
        on, shown = told.pop(ON, None), self._shown(own, name, total)
        row = self._answered(number, own, parsed | told | {name: total}, state, shown=shown, on=on)
        if not groups.refused(at):
            self._totals.answered_alike += groups.is_alike(at)
            self._totals.of_such_amounts += groups.amounts.is_told(at)
        return row

    def _why_not(self, groups: Groups, at: int, total: Decimal) -> str:
        """Why an order of several rows has no answer; empty where it may have one."""
        if groups.amounts_differ(at):
            return self._texts.get("orders", "items_differ")
        if names := groups.differing(at):
            labels = tuple(self._texts.get("fields", name, "name") for name in names)
            return sentence(self._texts, "orders", "differing", values={"names": labels})
        unreadable = groups.unreadable(at)
        return self._unreadable(*unreadable, total) if unreadable else ""

    def _shown(self, own: list[str], name: str, amount: Decimal) -> list[str]:
        """A row as the first answers show it: with the ``amount`` that was answered for."""
        if name in self._plan.units or not self._totals.shows_more:
            return own
        shown = own.copy()
        shown[self._plan.columns[name]] = str(amount)
        return shown

    def _unreadable(self, row: int, why: ErrorDetails, total: Decimal) -> str:
        """Why an order has no answer of which one ``row`` has no amount; others have ``total``."""
        reason = self._texts.get("errors", why.code) if why in OF_ROWS else self._reason(why)
        if is_empty(why) and total:
            return sentence(self._texts, "orders", "without_amount", values={"row": row})
        return sentence(self._texts, "orders", "unreadable", values={"row": row, "reason": reason})

    def _answered(  # noqa: PLR0913 (what is known of an order)
        self,
        number: int,
        own: list[str],
        parsed: Parsed,
        state: State,
        *,
        shown: list[str] | None = None,
        on: date | None = None,
    ) -> list[str]:
        """The answered row; ``parsed`` are the inputs of its order, ``shown`` cells to show.

        ``on`` is the day of its rules where another row of the order tells it.
        """
        known = self._table.known(own, parsed)
        if state.finished and self._received and known.get(self._received) is None:
            known = {**known, self._received: True}
        # The amount of a group of rows is another than that of the one with its answer.
        as_read = shown is None and known is parsed
        try:
            outcome, outputs = self._answers.answer(
                own, known, shipped=state.shipped, as_read=as_read, on=on
            )
        except ValidationError as error:
            return self._refused(number, own, self._reasons(error))
        undone = state.kind == UNDONE
        self._totals.nothing_left += undone and not any(known[name] for name in self._adds)
        rest = undone and self._grouping is not None and self._grouping.is_rest(number)
        self._totals.count(number, shown or own, outcome, outputs, apart=undone, rest=rest)
        if self._collected and not undone:
            self._collected.count(number, own, known, outcome)
        remark = self._texts.get("orders", "undone") if undone else ""
        return self._writing.answered(own, outputs, remark)

    def _reasons(self, invalid: ValidationError) -> str:
        return self._texts.get("words", "clauses").join(map(self._reason, invalid.errors))

    def _reason(self, error: ErrorDetails) -> str:
        if self._plan.words:
            return error_in_words(self._texts, self._table.definition.inputs, error)
        return error_text(self._texts, error)

    def _refused(self, number: int, own: list[str], reason: str) -> list[str]:
        self._totals.refuse(number, reason)
        if self._grouping and (at := self._grouping.at(number)) is not None:
            self._grouping.groups.refuse(at)
        return self._writing.unanswered(own, reason)

    def _left_out(self, own: list[str]) -> list[str]:
        self._totals.left_out += 1
        self._adding_up.end_part()
        return self._writing.unanswered(own, self._texts.get("errors", "no_order"))

    def _blank(self, own: list[str]) -> list[str]:
        self._totals.blank += 1
        return self._writing.unanswered(own, "")
