"""Finds the rows of one order, wherever in a table they stand."""

from array import array
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from decimal import Decimal

from calculators.core.arithmetic.money import FEN_A_YUAN
from calculators.core.inputs.errors import ErrorDetails, InputError
from calculators.core.outcome.outputs import outputs_of
from calculators.core.table import cells
from calculators.core.table.columns.beside_inputs import PRODUCT
from calculators.core.table.names import names_of
from calculators.core.table.numbered_rows import PIECE, Numbered
from calculators.core.table.orders.begun import Begun
from calculators.core.table.orders.copied_rows import CopiedRows
from calculators.core.table.orders.groups import (
    AGAIN,
    APART,
    NO_KEY,
    UNSAID,
    Groups,
    distinct,
    order_of,
    parted,
    place,
    placing,
    repeated,
    unpaid,
)
from calculators.core.table.orders.less_refunds import LessRefunds
from calculators.core.table.orders.merged_refunds import MergedRefunds
from calculators.core.table.orders.order_numbers import (
    OrderNumbers,
    are_several,
    in_one_writing,
    key,
)
from calculators.core.table.orders.order_refunds import OrderRefunds
from calculators.core.table.orders.repeated_amounts import tell_of_amounts
from calculators.core.table.orders.repeated_items import RepeatedItems, column_called
from calculators.core.table.orders.rows_below import RowsBelow
from calculators.core.table.orders.said_by_rows import SaidByRows
from calculators.core.table.orders.same_answers import SameAnswers
from calculators.core.table.orders.states.outside import NOT_FLAGGED
from calculators.core.table.orders.states.refund_amounts import DENIED
from calculators.core.table.orders.states.states import (
    COUNTED,
    NO_ORDERS,
    PERHAPS_NOT_PAID,
    SUPERSEDED,
    UNDONE,
    UNPAID,
    UNREAD,
    State,
    States,
)
from calculators.core.table.orders.ticks import Ticks
from calculators.core.table.orders.undone_at import UndoneAt
from calculators.core.table.orders.versions import Versions
from calculators.core.table.orders.where_amounts_stand import is_empty
from calculators.core.table.row_answers import RowAnswers
from calculators.core.table.row_inputs import Parsed, RowInputs
from calculators.core.table.sums.periods import PERIOD_LENGTHS
from calculators.core.table.sums.rows_of_sums import SumRows
from calculators.core.table.table import Table

# Of a row whose order has no other.
NO_PLACE = -1


class Grouping:
    """The rows of each order that has several, known by the column ``order`` of its number.

    ``adds`` are the inputs that add up over them, if no amount is given for each order; in all
    others they must agree. ``said`` tells both of each row.
    """

    def __init__(  # noqa: PLR0913 (what it looks at of a row)
        self,
        table: Table,
        order: int,
        adds: Sequence[str],
        *,
        inputs: RowInputs,
        states: States,
        sums: SumRows,
        said: SaidByRows,
        undone_at: UndoneAt,
        ticks: Ticks,
        begun: Begun,
    ) -> None:
        self._table = table
        self._layout = table.layout
        self._first = table.layout.first
        self._totals = table.totals
        self._numbers = OrderNumbers(table.layout, order)
        # Where it stands once more, further down, it is no order's number.
        self._heading = table.layout.headings[order].strip()
        self._adds = adds
        self._inputs = inputs
        self._states = states
        self._all_count = not (states.columns or states.of_outside)
        amounts = [inputs.columns[name] for name in adds]
        # A moment of payment may stand in each row, whatever became of its order.
        told = [*states.of_words, *states.of_moments] or states.columns
        told = [at for at in told if at not in states.of_refunds]
        self._below = RowsBelow(amounts, told, states)
        self._moved = False
        self._merged: MergedRefunds | None = None
        at = column_called(table.layout, names_of(table.definition, "item"), order)
        self._items = None if at is None else RepeatedItems(table.layout, at, order)
        self._said = said
        self._undone_at = undone_at
        self._ticks = ticks
        self._begun = begun
        self._begun_keys: array[int] = array("q")
        self._ticked = bytearray()
        self._versions = Versions(table, order, inputs=inputs, states=states, said=said)
        self._sums = sums
        self._keys: array[int] = array("q")
        self._parted: array[int] = array("q")
        self._undone = self._unpaid = False
        self.groups = self._groups_of(array("q"))
        files = table.definition.files
        self._subtracts = bool(files and files.less_refunds)
        self._refunds: LessRefunds | None = None
        self._refunds_of_rows = states.tells_refunds_of_items or (
            self._items is not None and not states.tells_refunds_of_orders
        )
        self._order = order
        self._copied: CopiedRows | None = None
        # Of each row, while its order has several.
        self._places: array[int] = array("i")

    def find(
        self,
        rows: Callable[[], Numbered],
        seen: Callable[[Sequence[str]], None] | None,
        merged: Collection[int] = (),
    ) -> Iterator[bytes]:
        """Go through ``rows``; empty pieces are signs of progress. ``seen`` is told their cells.

        ``merged`` are the columns of what was given back with cells merged over several rows.
        """
        yield from self._read(rows, seen)
        keys = self._keys
        if self._undone or self._unpaid or self._below.may_leave:
            self._moved = self._below.settle(keys)
        if self._items:
            yield from self._versions.compare(self._items, rows, keys)
        yield from self._judge_merged(merged, rows, keys)
        of_rows = self._items and not self._states.tells_refunds_of_orders
        if self._states.of_refunds and self._adds and not of_rows:
            yield from self._judge_refunds(rows, keys)
        if self._undone:
            self._parted = parted(keys)
            # Some items came back, or the order was exported before and after: nothing tells.
            self._table.totals.partly_undone = 0 if self._items else len(self._parted)
        again = repeated(keys)
        if not again:
            return
        self._table.passes += 1
        groups = self._groups_of(again)
        self._refunds = LessRefunds(groups.size) if self._subtracts else None
        self._copied = self._copied_rows()
        places = self._places
        if self._ticks.are_alone:
            self._ticked = bytearray(len(again))
        place_of = placing(again)
        for (number, row), key_of_row in zip(rows(), keys, strict=True):
            at = place_of(key_of_row)
            if at is not None:
                self._add(groups, at, number, row)
            places.append(NO_PLACE if at is None else at)
            if not number % PIECE:
                yield b""
        groups.settle()
        self.groups = groups
        self._table.totals.items_again = self._items.count if self._items else 0
        self._tell_of_amounts(groups)

    def _copied_rows(self) -> CopiedRows | None:
        """Looks for rows that are the same where amounts add up and no number tells sub-orders."""
        if self._items or not self._adds:
            return None
        columns = self._inputs.columns
        taken = {at for name, at in columns.items() if name != PRODUCT}
        return CopiedRows(self._table.definition, self._layout, {self._order, *taken})

    def _tell_of_amounts(self, groups: Groups) -> None:
        columns = self._inputs.columns
        alike = tell_of_amounts(self._table, groups.amounts, self._adds, columns)
        if self._copied:
            groups.amounts.take_copied(self._copied.settle(groups.size), but_alike=alike)
            self._copied = None

    def _judge_refunds(self, rows: Callable[[], Numbered], keys: array[int]) -> Iterator[bytes]:
        """Tell by all rows of an order whether all of it was given back, where amounts tell that.

        Empty pieces are signs of progress.
        """
        refunds = OrderRefunds(keys)
        if not refunds.size:
            return
        self._table.passes += 1
        for at_row, (number, row) in enumerate(rows()):
            if (key := keys[at_row]) > NO_KEY:
                own = self._layout.parted(row)[0]
                state = self._states.of(own)
                told = state.kind != COUNTED and not state.by_amount
                if told or state.refund == DENIED or (self._merged and at_row in self._merged):
                    refunds.leave(key)
                if self._items and self._items.at(at_row, key) is not None:
                    # Of what stands there twice each row tells itself.
                    refunds.leave(key)
                paid = self._said.fen(own, self._inputs.parsed(own))
                refunds.see(key, paid, self._states.given_back(own))
            if not number % PIECE:
                yield b""
        self._totals.refunds_repeated = refunds.repeated
        for at_row, key in enumerate(keys):
            whole = refunds.all_of(key)
            if whole is not None and whole != bool(key & APART):
                self._move(keys, at_row, undone=whole)

    def _judge_merged(
        self, columns: Collection[int], rows: Callable[[], Numbered], keys: array[int]
    ) -> Iterator[bytes]:
        """The same of rows whose refund is merged; empty pieces are signs of progress."""
        if not (columns and self._adds):
            return
        self._table.passes += 1
        self._merged = merged = MergedRefunds(self._states, columns)
        for at_row, (number, row) in enumerate(rows()):
            own = self._layout.parted(row)[0]
            merged.see(at_row, keys[at_row], own, self._said.fen(own, self._inputs.parsed(own)))
            if not number % PIECE:
                yield b""
        for at_row, whole in merged.settle():
            if whole != bool(keys[at_row] & APART):
                self._move(keys, at_row, undone=whole)

    def _move(self, keys: array[int], at_row: int, *, undone: bool) -> None:
        """Put a row among the undone ones of its order, or out of them."""
        keys[at_row] ^= APART
        self._moved = True
        self._undone |= undone

    def _groups_of(self, keys: array[int]) -> Groups:
        said = self._said
        return Groups(keys, said.others, said.shipping, said.of_order)

    def _read(
        self, rows: Callable[[], Numbered], seen: Callable[[Sequence[str]], None] | None
    ) -> Iterator[bytes]:
        """Go through ``rows`` for the order of each, and for what its sub-order is."""
        self._table.passes += 1
        keys: array[int] = array("q")
        items, width, begun = self._items, len(self._layout.headings), self._begun
        for number, row in rows():
            own = row if len(row) == width else self._layout.parted(row)[0]
            keys.append(self._key(own, len(keys)))
            if begun.is_told and begun.of(own, self._inputs.parsed(own)):
                self._begun_keys.append(order_of(keys[-1]))
            if items:
                items.note(own, keys[-1])
            if seen:
                seen(own)
            if not number % PIECE:
                self._table.looked = len(keys)
                yield b""
        self._keys = keys
        self._begun_keys = distinct(self._begun_keys)
        if items:
            items.settle()

    def _add(self, groups: Groups, at: int, number: int, row: list[str]) -> None:
        """One more row of the order at a place among ``groups``."""
        own, surplus = self._layout.parted(row)
        parsed, first = self._inputs.parsed(own), groups.first(at)
        why = self._said.without_amount(own, surplus)
        amount = why or self._said.amount(own, parsed, begun=bool(first))
        if amount == 0 and (before := self.paid_before(number)):
            amount = int(before * FEN_A_YUAN)
        if self._items:
            amount = self._once(self._items, groups, at, number, amount)
        if not isinstance(amount, int) and self._lacks(number, first, amount):
            groups.lack(at, number, amount)
            return
        if self._copied and isinstance(amount, int) and amount > 0:
            self._copied.see(at, own, amount)
        if self._ticked and parsed[self._ticks.name]:
            self._ticked[at] = 1
        others = self._said.of(own, parsed)
        state = self._states.of(own)
        if state.kind == UNREAD:
            groups.lack(at, number, ErrorDetails(state.unread, cells.FORMULA))
        paid = state.kind not in PERHAPS_NOT_PAID
        groups.statuses.note(at, state)
        if state.kind == UNDONE and self._undone_at.is_told:
            groups.undo(at, self._undone_at.of(own))
        if self._refunds and amount is not AGAIN:
            judged = self.state(number, state)
            back = self._states.part_given_back(own, judged)
            self._refunds.add(at, back, of_row=self._refunds_of_rows and judged.by_amount)
        silent = isinstance(amount, int) or self._is_silent(own, others)
        waits = state.finished is not None and not state.shipped
        groups.add(at, number, amount, others, paid=paid, silent=silent, waits=waits)

    def _once(
        self, items: RepeatedItems, groups: Groups, at: int, number: int, amount: int | ErrorDetails
    ) -> int | ErrorDetails:
        """The amount of a row, unless its sub-order stands above with the same."""
        fen = amount if isinstance(amount, int) else None
        at_row = number - self._first
        again = items.again(at_row, self._keys[at_row], number, fen)
        if again is None:
            groups.differ(at)
        elif again and (isinstance(amount, int) or is_empty(amount)):
            return AGAIN
        return amount

    def compare_answers(self, rows: Callable[[], Numbered], answers: RowAnswers) -> Iterator[bytes]:
        """Find the orders that have one answer whichever of their rows, which differ, is asked.

        Empty pieces are signs of progress. The check-up answers with the moments themselves: of
        rows with one state and one amount the earliest is taken.
        """
        groups, files = self.groups, self._table.definition.files
        if not groups.may_differ:
            return
        self._table.passes += 1
        outputs = outputs_of(self._table.definition.outputs)
        awaited = files.awaited if files else ""
        same = SameAnswers(groups, answers, self._said.of_order, outputs, awaited)
        for (number, row), at in zip(rows(), self._places, strict=True):
            if at != NO_PLACE and groups.differing(at) and not groups.amounts_differ(at):
                own = self._layout.parted(row)[0]
                parsed = self._table.filled(own, self._inputs.parsed(own))
                parsed |= dict.fromkeys(self._adds, groups.total(at))
                state = groups.statuses.together(at, self._states.of(own))
                same.see(at, own, parsed, self._said.day(own), shipped=state.not_waiting)
            if not number % PIECE:
                yield b""
        same.settle()

    def _is_silent(self, own: Sequence[str], others: Sequence[Hashable]) -> bool:
        """Whether a row says nothing of its order, ``others`` being what it may say."""
        told = any(each is not None and each is not UNSAID for each in others)
        return not told and self._below.says_nothing(own)

    @property
    def changes_states(self) -> bool:
        """Whether what has become of some row is told by others."""
        return bool(self._versions.superseded or self._moved or self._parted)

    def state(self, number: int, state: State) -> State:
        """The state of a row that on its own has the one given, as other rows may tell."""
        if self._versions.superseded and self._versions.supersede(number - self._first):
            return State(SUPERSEDED)
        if not self._moved:
            return state
        if left := self._below.left(number - self._first):
            return State(left)
        key = self._keys[number - self._first]
        kind = UNPAID if key < NO_KEY else UNDONE if key > NO_KEY and key & APART else state.kind
        by_amount = state.by_amount or (self._merged and number - self._first in self._merged)
        if kind == UNDONE and by_amount and not key & APART:
            # A part of its order was given back, and written on each row.
            kind = COUNTED
        if kind == state.kind:
            return state
        return state._replace(kind=kind) if state.by_amount else State(kind)

    def lacks_amount(self, number: int, parsed: Parsed) -> bool:
        """Whether a row is of a part of an order, undone or not, that has no amount up to it."""
        if not self._adds:  # the amount given is that of the whole order
            return self.is_rest(number)
        if not self._parted or all(parsed[name] is not None for name in self._adds):
            return False
        at = self.at(number)
        first = 0 if at is None else self.groups.first(at)
        return self._lacks(number, first, ErrorDetails(self._adds[0], "required"))

    def _lacks(self, number: int, first: int, why: ErrorDetails) -> bool:
        """Whether that holds of a row without an amount whose part begins with row ``first``."""
        if not is_empty(why) or 0 < first <= number or not self._parted:
            return False
        return place(self._parted, self._keys[number - self._first] | APART) is not None

    def at(self, number: int) -> int | None:
        """The place among ``groups`` of the row's order; ``None`` where it has no other row."""
        if not self._places:
            return None
        at = self._places[number - self._first]
        return None if at == NO_PLACE else at

    def paid_before(self, number: int) -> Decimal | None:
        """What was paid in yuan for a sub-order whose row shows what the refund left, if known."""
        return self._versions.paid_before(number - self._first)

    def is_ticked(self, number: int) -> bool:
        """Whether any row of an order of several has the tick that says that it was late."""
        at = self.at(number)
        return at is not None and bool(self._ticked[at])

    def given_back(self, at: int) -> int | None:
        """How many fen were given back of an order of several rows; see :class:`LessRefunds`."""
        return self._refunds.of(at) if self._refunds else 0

    def has_begun(self, number: int) -> bool:
        """Whether any row of the row's order, undone or not, is of what is asked about.

        A row without a number may be of any order.
        """
        key = order_of(self._keys[number - self._first])
        return key == NO_KEY or place(self._begun_keys, key) is not None

    def is_again(self, number: int) -> bool:
        """Whether a row repeats a part of its order that stands above."""
        return self._items is not None and self._items.is_again(number)

    def is_rest(self, number: int) -> bool:
        """Whether a row is of the undone part of an order whose other rows were not undone."""
        if not self._parted:
            return False
        return place(self._parted, self._keys[number - self._first]) is not None

    def _key(self, own: Sequence[str], at_row: int) -> int:
        """An order and whether it was undone, in 63 bits; ``NO_KEY`` or less for what counts not.

        ``at_row`` is the row's place among all.
        """
        usual = self._numbers.usual(own)
        if usual and self._all_count:
            return key(usual) & ~APART
        if not (order := usual or self._unusual_number(own)):
            return NO_KEY
        state = self._states.of(own)
        if (kind := state.kind) in NO_ORDERS:
            # Of what is not flagged further rows may say otherwise, with no state at all.
            if kind != NOT_FLAGGED:
                self._below.leave(key(order) & ~APART, kind)
            return NO_KEY
        if kind == UNPAID:
            self._unpaid = True
            return unpaid(key(order) & ~APART)
        self._below.note(at_row, own)
        if not usual:
            self._totals.several_numbers += are_several(order)
        if kind == UNDONE and not self._takes_back(own):
            self._undone = True
            if self._is_undone_alone(own, state):
                self._below.undone_alone(at_row, by_amount=state.by_amount)
            return key(order) | APART
        return key(order) & ~APART

    def _takes_back(self, own: Sequence[str]) -> bool:
        """Whether a row takes back what another one of its order has, and is no part on its own."""
        parsed = self._inputs.parsed(own)
        return any(_is_negative(parsed[name]) for name in self._adds)

    def _is_undone_alone(self, own: Sequence[str], state: State) -> bool:
        """Whether nothing but what was asked for of it, or given back of it, undid a row."""
        if not state.by_amount:
            return not self._states.is_undone_by_status(own)
        # More than that is what was given back of its order.
        paid = self._said.fen(own, self._inputs.parsed(own))
        return paid is not None and self._states.told_given_back(own) <= paid

    def _unusual_number(self, own: Sequence[str]) -> str:
        """The order's number in a row that has it not as nearly all have; empty for none."""
        order = self._numbers.of(own)
        if not order or order == self._heading:
            return ""
        is_long = order.isdigit() and len(order) not in PERIOD_LENGTHS
        if not (is_long or self._sums.has_number(own)):
            return ""
        if not self._numbers.is_whole(own, order):
            self._totals.lost_digits += 1
            return ""
        return in_one_writing(order)


def _is_negative(amount: object) -> bool:
    return type(amount) is InputError and amount.code == "negative"
