"""The rows of orders, each with the answer that its order has, or with why it has none."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.core.arithmetic.money import FEN_A_YUAN
from calculators.core.inputs.errors import ValidationError
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import quoted
from calculators.core.table import cells
from calculators.core.table.collecting import Collected
from calculators.core.table.columns.beside_inputs import OF_ITEMS, ORDER
from calculators.core.table.names import ON
from calculators.core.table.numbered_rows import Numbered
from calculators.core.table.orders.begun import NOT_BEGUN, Begun
from calculators.core.table.orders.first_rows import FirstRows
from calculators.core.table.orders.grouping import Grouping
from calculators.core.table.orders.groups import Groups
from calculators.core.table.orders.net_of_refunds import NetOfRefunds
from calculators.core.table.orders.order_columns import OrderColumns
from calculators.core.table.orders.reasons import Reasons
from calculators.core.table.orders.said_by_rows import SaidByRows
from calculators.core.table.orders.states.outside import FLAG_EMPTY, Outside
from calculators.core.table.orders.states.refund_amounts import RefundAmounts
from calculators.core.table.orders.states.refund_moments import RefundMoments
from calculators.core.table.orders.states.states import (
    COUNTED,
    DOUBTFUL,
    UNDONE,
    USUAL,
    State,
    States,
)
from calculators.core.table.orders.ticks import Ticks
from calculators.core.table.orders.uncounted import Uncounted
from calculators.core.table.orders.undone_at import UndoneAt
from calculators.core.table.planning.plan import Plan
from calculators.core.table.row_answers import RowAnswers
from calculators.core.table.row_inputs import Parsed, RowInputs
from calculators.core.table.sums.adding_up import AddingUp
from calculators.core.table.sums.rows_of_sums import SumRows
from calculators.core.table.sums.running_sums import NO_TAGS, Tags
from calculators.core.table.table import Table
from calculators.core.table.units import in_unit
from calculators.core.table.writing import Writing


class OrderRows:
    """Answers the rows of orders of one table by one plan; ``collected`` is told of each.

    ``order`` is the column of the order's number, if rows are joined by it, ``amounts`` those of
    all inputs in yuan. ``adding_up`` and ``sums`` are told of each row, so that rows of totals can
    be told from orders.
    """

    def __init__(self, table: Table, plan: Plan, collected: Collected | None) -> None:
        self._table = table
        self._plan = plan
        self._collected = collected
        self._texts = table.texts
        self._totals = table.totals
        self._reasons = Reasons(table.definition, table.texts, in_words=plan.words)
        self._inputs = RowInputs(table.headings, plan)
        self._answers = RowAnswers(table.headings, plan, self._inputs)
        columns = OrderColumns(table.definition, plan)
        self._adds, self._given, self.order = columns.adds, columns.given, columns.order
        self.amounts = frozenset(columns.amounts.values())
        self.writing = Writing(table, plan, self.order)
        self._uncounted = Uncounted(table.definition, table.texts, table.totals, self.writing)
        self._net = NetOfRefunds(table.definition, table.totals)
        self._states, self._refunds, self._outside = self._states_of(columns)
        files = table.definition.files
        self._received = files.received if files else ""
        self._ended_when = files.ended_when if files else ()
        # In which currency a row is, where the first rows left no doubt of it.
        units = table.headings.readings.units
        self._currency_of = units.other_currency if units.doubtful(self.amounts) else None
        self._said = SaidByRows(table, self._inputs, self._adds, self._currency_of)
        before = table.headings.answers
        self.adding_up = AddingUp(table.layout, self.order, columns.summed, self._inputs, before)
        self.sums = SumRows(self.adding_up, self.order, len(table.layout.headings))
        self._merged = table.texts.get("orders", "merged")
        self._again = table.texts.get("orders", "item_again")
        self._merged_in_vain = table.texts.get("orders", "merged_in_vain")
        self._hidden = table.opened.hidden
        self._undone_at = UndoneAt(table.headings, plan)
        self._ticks = Ticks(table.headings, plan)
        self._begun = Begun(table.headings, plan)
        self._grouping = None
        if self.order is not None:
            self._grouping = Grouping(
                table,
                self.order,
                self._adds,
                inputs=self._inputs,
                states=self._states,
                sums=self.sums,
                said=self._said,
                undone_at=self._undone_at,
                ticks=self._ticks,
                begun=self._begun,
            )
        self._is_simple = False
        self._needs_states = columns.per_order
        self._first_rows = self._first_rows_of(table, plan)

    def _first_rows_of(self, table: Table, plan: Plan) -> FirstRows | None:
        """What fills rows from the first one of their order; ``None`` where none may be undone."""
        paid_at = table.headings.paid_at(plan.columns)
        if self.order is None or paid_at is None or not self._states.tells:
            return None
        fields = fields_of(table.definition.inputs)
        told = {name: at for name, at in plan.columns.items() if name in fields}
        moments = {name: at for name, at in told.items() if fields[name].is_minute}
        shipping = [at for name, at in moments.items() if name not in table.definition.judged_by]
        every = dict.fromkeys((paid_at, *moments.values()))
        return FirstRows(table.layout, self._states, self.order, every, shipping)

    def _states_of(
        self, columns: OrderColumns
    ) -> tuple[States, RefundAmounts | None, Outside | None]:
        """What tells the state of a row, amounts of refunds and other flags among it."""
        headings, told = self._table.headings, columns.told
        refunds = moments = None
        if columns.per_order:
            refunds = RefundAmounts.of_table(headings, told, columns.unit)
            moments = RefundMoments.of_table(headings, told)
        outside = Outside.of_table(headings, told) if told else None
        of_amounts = refunds if refunds and refunds.columns else None
        states = States(headings, told, self._fen, of_amounts, moments=moments, outside=outside)
        return states, refunds, outside

    def look(self, rows: Callable[[], Numbered], merged: Collection[int] = ()) -> Iterator[bytes]:
        """Go through all ``rows`` for those of one order; empty pieces are signs of progress.

        ``merged`` are the columns of which some cells are merged over several rows.
        """
        yield from self._states.look(rows)
        if self._first_rows:
            yield from self._first_rows.look(rows)
        yield from self._ticks.look(rows)
        if self._grouping:
            seen = self._collected.note if self._collected else None
            yield from self._grouping.find(rows, seen, self._states.of_amounts.intersection(merged))
            yield from self._grouping.compare_answers(rows, self._answers)
        self._is_simple = not self._asks_more()

    def _asks_more(self) -> bool:
        """Whether of a usual row more is to be found out than its state and its order's others."""
        by_others = self._grouping is not None and self._grouping.changes_states
        of_values = (self._currency_of, self._received, self._net.amounts)
        told = (self._table.knows_more, self._ticks.are_alone, self._begun.is_told, by_others)
        return any((self._collected, self._hidden, *of_values, *told))

    def filled(self, rows: Numbered) -> Numbered:
        """The rows, some of them filled from the first one of their order."""
        return self._first_rows.rows(rows) if self._first_rows else rows

    @property
    def filled_orders(self) -> int:
        """The orders with rows that were filled."""
        return self._first_rows.orders if self._first_rows else 0

    def tell(self) -> None:
        """Say above the totals how the rows are answered."""
        told = self._states.tells or not self._needs_states
        self._totals.plan(
            self._plan,
            self._table.headings,
            self.order,
            told=told,
            refunds=self._states.of_refunds,
            moments=self._states.of_moments,
        )
        if self._refunds:
            self._totals.note(self._refunds.notes(self._table.headings, self._texts))
        if self._outside:
            self._totals.tell_of_outside(self._outside)

    @property
    def of_states(self) -> tuple[int, ...]:
        """The columns of words that tell what became of a row."""
        return self._states.of_words

    @property
    def of_order(self) -> frozenset[int]:
        """The columns of what holds for an order, as far as a plan knows them."""
        told = {at for name, at in self._plan.columns.items() if name not in OF_ITEMS}
        told.update(self._states.columns, self._states.of_outside)
        return frozenset(told) - self.amounts

    @property
    def of_each_row(self) -> frozenset[int]:
        """The columns from which anything follows for a row: in merged cells for each of theirs."""
        inputs, units = self._inputs, self._table.headings.readings.units
        beside = [at for at in (inputs.zones, inputs.balance) if at is not None]
        told = {*self._plan.columns.values(), *inputs.asked, *beside, *self._undone_at.places}
        told.update(self._states.of_each_row, units.currencies)
        return frozenset(told) - self.amounts_of_rows

    @property
    def amounts_of_rows(self) -> frozenset[int]:
        """Those of amounts: what is merged is that of all its rows together."""
        return self.amounts | self._states.of_amounts

    @property
    def from_elsewhere(self) -> bool:
        """Whether a moment of another zone was read."""
        return self._inputs.from_elsewhere

    @property
    def of_mixed_units(self) -> dict[str, str]:
        """The headings of durations of which some cells name no unit, with theirs; others do."""
        return self._inputs.of_mixed_units

    def is_joined(self, number: int) -> bool:
        """Whether a row is one of an order's several: a label with its number is none."""
        return self._grouping is not None and self._grouping.at(number) is not None

    def tags(self, number: int, own: list[str]) -> Tags:
        """Why a sum of the row's period may leave it out."""
        state = self._states.of(own)
        if self._grouping:
            state = self._grouping.state(number, state)
        return NO_TAGS if state.kind == COUNTED else frozenset([state.kind])

    def usual(self, number: int, own: list[str]) -> list[str]:
        """A row of an order that has its number, and as many cells as there are headings."""
        parsed, state = self._inputs.parsed(own), self._states.of(own)
        if not (self._is_simple and (state is USUAL or state.is_plain)):
            return self._row(number, own, parsed, state)
        # As nearly all are.
        self._totals.rows += 1
        self.adding_up.add(own, parsed)
        self.sums.see(own)
        if self._grouping and (at := self._grouping.at(number)) is not None:
            return self._of_group(number, own, parsed, at, state)
        try:
            shipped = state is not USUAL and state.not_waiting
            answer = self._answers.answer(own, parsed, shipped=shipped, as_read=True)
        except ValidationError as error:
            return self.refused(number, own, self._reasons.of_inputs(error))
        self._totals.count(number, own, answer, apart=False)
        return self.writing.answered(own, answer.outputs, "")

    def answered(self, number: int, own: list[str], tags: Tags = NO_TAGS) -> list[str]:
        """A row of an order; ``tags`` are why sums below may leave it out, besides its state."""
        return self._row(number, own, self._inputs.parsed(own), self._states.of(own), tags)

    def _row(
        self, number: int, own: list[str], parsed: Parsed, state: State, tags: Tags = NO_TAGS
    ) -> list[str]:
        self._totals.rows += 1
        if self._collected:
            self._collected.see(own)
        at = None
        if grouping := self._grouping:
            state, at = grouping.state(number, state), grouping.at(number)
        kind = state.kind
        self.adding_up.add(own, parsed, tags if kind == COUNTED else tags | {kind})
        self.sums.see(own)
        if kind != COUNTED:
            if self._uncounted.is_never(kind):
                return self._uncounted.row(own, kind)
            if self._uncounted.is_perhaps(kind) and not self._is_paid(at):
                return self._perhaps_unpaid(number, own, parsed, at, state)
        if not self._has_begun(number, own, parsed):
            self._totals.not_begun += 1
            return self.writing.unanswered(own, self._texts.get("orders", NOT_BEGUN))
        self._note(number, state)
        if grouping:
            self._totals.unnumbered += self.adding_up.is_unnumbered(own)
            if grouping.lacks_amount(number, parsed):
                reason = self._reasons.of_part(self._number(own))
                self._totals.refuse(number, reason)
                return self.writing.further(own, reason)
        if at is not None:
            return self._of_group(number, own, parsed, at, state)
        return self._alone(number, own, parsed, state)

    def _note(self, number: int, state: State) -> None:
        """What is to be said of a row that counts, or was undone."""
        if state.by_amount:
            self._totals.note_refund(whole=state.kind == UNDONE)
        if self._hidden and number in self._hidden:
            self._totals.hidden += 1

    def _fen(self, own: Sequence[str]) -> int | None:
        """The amount of a row as far as it can be read, in fen."""
        if not self._adds:
            return self._given
        return self._said.fen(own, self._inputs.parsed(own))

    def _alone(self, number: int, own: list[str], parsed: Parsed, state: State) -> list[str]:
        """The only row of an order that counts."""
        if unread := state.unread or self._unread_number(own):
            return self.refused(number, own, self._reasons.of_formula(unread))
        if self._currency_of and (currency := self._currency_of(own)):
            return self.refused(number, own, self._reasons.of_currency(currency))
        if self._grouping and state.kind == UNDONE:
            paid = self._grouping.paid_before(number)
            if paid is not None:
                amount = dict.fromkeys(self._adds, paid)
                known = parsed | amount
                return self._answered(number, own, known, state, shown=self._shown(own, amount))
        if not self._net.applies(state):
            return self._answered(number, own, parsed, state)
        back, before = self._states.part_given_back(own, state), self._totals.answered
        shown = None
        if amount := self._net.left(self._fen(own), back):
            parsed, shown = parsed | amount, self._shown(own, amount)
        row = self._answered(number, own, parsed, state, shown=shown)
        if self._totals.answered > before:
            self._net.note(amount, back)
        return row

    def _perhaps_unpaid(
        self, number: int, own: list[str], parsed: Parsed, at: int | None, state: State
    ) -> list[str]:
        """A row without the payment that others have, if no other of its order says that it was.

        An order is paid at once, though each of its rows may not say so: one without its number
        cannot be told from an order that was not.
        """
        if at is not None and self._is_refused(at):
            return self._of_group(number, own, parsed, at, state)
        if state.kind == FLAG_EMPTY:
            return self._uncounted.row(own, state.kind)
        if state.kind == DOUBTFUL:
            return self.refused(number, own, self._texts.get("orders", "doubtful"))
        return self._uncounted.unpaid_alone(own, unnumbered=self.adding_up.is_unnumbered(own))

    def _has_begun(self, number: int, own: list[str], parsed: Parsed) -> bool:
        """Whether a row, or another one of its order, is of what is asked about."""
        if not self._begun.is_told or self._begun.of(own, parsed):
            return True
        return self._grouping is not None and self._grouping.has_begun(number)

    def _is_paid(self, at: int | None) -> bool:
        """Whether another row of an order says that it was paid."""
        return at is not None and self._grouping is not None and self._grouping.groups.paid(at)

    def _is_refused(self, at: int) -> bool:
        """Whether the first row of an order has been answered in vain."""
        return self._grouping is not None and self._grouping.groups.refused(at)

    def _number(self, own: Sequence[str]) -> str:
        """The number of a row's order, as it is quoted."""
        cell = own[self.order or 0]
        return quoted(cell if cell.isdigit() else cells.bare(cell))

    def _unread_number(self, own: Sequence[str]) -> str:
        """The name of the order's number where that is a formula without its result; else empty."""
        if self.order is None or (cell := own[self.order]).isalnum():  # as nearly all are
            return ""
        return ORDER if cells.is_formula(cells.bare(cell)) else ""

    def _of_group(
        self, number: int, own: list[str], parsed: Parsed, at: int, state: State
    ) -> list[str]:
        """A row of an order that has several: the first has the answer, the others name it."""
        assert self._grouping is not None
        groups = self._grouping.groups
        if number != groups.first(at):
            return self._further(number, own, at, state)
        total = groups.total(at)
        amount = dict.fromkeys(self._adds, total)
        back: int | None = 0
        less: dict[str, Decimal] = {}
        if nets := self._net.applies(state):
            back = self._grouping.given_back(at)
            less = self._net.left(int(total * FEN_A_YUAN) if self._adds else self._given, back)
        told: dict[str, date] = {}
        if not groups.is_plain(at):
            if reason := self._reasons.of_group(groups, at, total):
                return self.refused(number, own, reason)
            state = groups.statuses.together(at, state)
            told = groups.told_below(at)
            if groups.is_alike(at):
                told |= groups.earliest(at)
        on = told.pop(ON, None) if told else None
        shown = self._shown(own, amount | less) if self._totals.shows_more else own
        known = {**parsed, **told, **amount, **less}
        row = self._answered(number, own, known, state, shown=shown, on=on)
        if not groups.refused(at):
            if nets:
                self._net.note(less, back)
            self._note_group(groups, at)
        return row

    def _note_group(self, groups: Groups, at: int) -> None:
        """How an answered order of several rows was answered."""
        if not groups.is_plain(at):
            files = self._table.definition.files
            if files and files.awaited:
                self._totals.answered_by_earliest += groups.is_alike(at)
            else:
                self._totals.answered_alike += groups.is_alike(at)
            self._totals.told_by_first += groups.is_left_to_first(at)
        if groups.amounts.is_told(at):
            self._totals.of_such_amounts += 1
        if groups.amounts.is_copied(at):
            self._totals.rows_alike += 1

    def _further(self, number: int, own: list[str], at: int, state: State) -> list[str]:
        """A further row of an order, which names the first one."""
        assert self._grouping is not None
        groups, order = self._grouping.groups, self._number(own)
        if groups.refused(at):
            self._totals.refuse(number, self._texts.get("orders", "of_unanswered"))
            remark = self._merged_in_vain
        else:
            self._note_unknown(state, at)
            self._totals.merged += 1
            remark = self._again if self._grouping.is_again(number) else self._merged
        # A third of the time that formatting takes.
        remark = remark.replace("{row}", str(groups.first(at))).replace("{order}", order)
        return self.writing.further(own, remark)

    def _shown(self, own: list[str], amounts: Mapping[str, Decimal]) -> list[str]:
        """A row as the first answers show it: with the ``amounts`` that were answered for."""
        if not self._totals.shows_more:
            return own
        shown = own.copy()
        for name, amount in amounts.items():
            if name not in self._plan.columns:  # given for all orders
                continue
            shown[self._plan.columns[name]] = in_unit(amount, self._plan.units.get(name, "yuan"))
        return shown

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
        if self._ticks.are_alone and known.get(self._ticks.name) is None:
            ticked = self._grouping is not None and self._grouping.is_ticked(number)
            known = {**known, self._ticks.name: ticked}
            self._totals.not_ticked += not ticked
        undone, shipped = state.kind == UNDONE, state.not_waiting
        until = self._until_undone(number, own, known) if undone else None
        if until is not None:
            # Its click came later than that, so that nothing had to be shipped any more.
            shipped = shipped and not any(known[name] for name in until if until[name] is None)
            known = until
        # The amount of a group of rows is another than that of the one with its answer.
        as_read = shown is None and known is parsed
        try:
            answer = self._answers.answer(own, known, shipped=shipped, as_read=as_read, on=on)
        except ValidationError as error:
            return self.refused(number, own, self._reasons.of_inputs(error))
        if until is not None:
            answer = answer._replace(reckoned="")
        if undone and self._adds and not any(known[name] for name in self._adds):
            self._totals.nothing_left += 1
        rest = undone and self._grouping is not None and self._grouping.is_rest(number)
        self._totals.count(number, shown or own, answer, apart=undone, rest=rest)
        if state.finished and self._ended_when and not undone:
            self._totals.ended_without += all(known.get(name) is None for name in self._ended_when)
        if state.unknown:
            self._note_unknown(state, self._grouping.at(number) if self._grouping else None)
        if self._collected and not undone:
            self._collected.count(number, own, known, answer.outcome)
        remark = self._texts.get("orders", "undone") if undone else ""
        return self.writing.answered(own, answer.outputs, remark)

    def _until_undone(self, number: int, own: list[str], known: Parsed) -> dict[str, Any] | None:
        """What is known of an undone order until then; ``None`` where that is not known."""
        if not self._undone_at.is_told:
            return None
        moment = self._undone_at.of(own)
        if self._grouping and (at := self._grouping.at(number)) is not None:
            moment = self._grouping.groups.undone_at(at)
        return self._undone_at.until(known, moment) if moment else None

    def _note_unknown(self, state: State, at: int | None) -> None:
        """A word of a status that nothing reads; each order of several rows is counted once."""
        if state.unknown and (
            at is None or self._grouping is None or self._grouping.groups.note_unknown(at)
        ):
            self._totals.unknown_words.note(state.unknown)

    def refused(self, number: int, own: list[str], reason: str) -> list[str]:
        """A row that has no answer, and why; nor has its order."""
        self._totals.refuse(number, reason)
        if self._grouping and (at := self._grouping.at(number)) is not None:
            self._grouping.groups.refuse(at)
        return self.writing.unanswered(own, reason)
