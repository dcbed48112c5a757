"""What has become of an order, from the words of its status and whether it was paid."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from calculators.core.inputs.normalising import bare, quoted
from calculators.core.inputs.words_for_nothing import is_no_moment
from calculators.core.table import cells
from calculators.core.table.columns.beside_inputs import (
    AFTER_SALE,
    ITEM_AFTER_SALE,
    ITEM_STATUS,
    ORDER,
    PAYMENT,
    REMARKS,
    SHIPPING,
    STATUS,
)
from calculators.core.table.columns.headings import Headings
from calculators.core.table.columns.of_refund_moments import names_refund
from calculators.core.table.columns.of_states import is_of_product
from calculators.core.table.columns.paid_later import (
    is_no_moment_of_payment,
    is_of_paying,
    is_paid_later,
    says_paid_later,
)
from calculators.core.table.numbered_rows import PIECE
from calculators.core.table.orders.states.hints import (
    MAY_BE_CLOSED,
    MAY_BE_REFUNDED,
    REFUNDED_AT,
    UNREAD_REFUND,
    Hint,
)
from calculators.core.table.orders.states.outside import (
    FLAG_EMPTY,
    NOT_FLAGGED,
    OTHER_PLATFORM,
    Outside,
)
from calculators.core.table.orders.states.refund_amounts import DENIED, PARTLY, RefundAmounts
from calculators.core.table.orders.states.refund_cells import UNREAD as UNREAD_AMOUNT
from calculators.core.table.orders.states.refund_cells import WHOLE
from calculators.core.table.orders.states.refund_moments import RefundMoments

if TYPE_CHECKING:
    from calculators.core.table.orders.states.said import Said

# Counted; not paid, so that nothing can be taken; paid and undone, so that it may have been taken.
COUNTED, UNPAID, UNDONE = "counted", "unpaid", "undone"
# No order of its own: a program joined it with others, or split it, and those stand for it.
REPLACED = "replaced"
# A group of buyers that has not come together, a draft.
NO_ORDER = "not_an_order"
# A later row tells what became of the same sub-order since.
SUPERSEDED = "superseded"
# Without the moment of payment that others have, so not paid unless another row of the order was;
# and the same where the status says that it was paid.
UNPAID_ALONE, DOUBTFUL = "unpaid_alone", "doubtful"
# A cell that tells it is a formula without its result.
UNREAD = "unread"

# Rows that are never of an order that counts; those that are not unless another row says so.
NO_ORDERS = frozenset({REPLACED, NO_ORDER, OTHER_PLATFORM, NOT_FLAGGED})
PERHAPS_NOT_PAID = frozenset({UNPAID_ALONE, DOUBTFUL, FLAG_EMPTY})

# A column of remarks, taken for one of states, has more words than are worth keeping.
_KEPT = 1000


class State(NamedTuple):
    """What has become of an order; ``shipped``: its status says that it was, or is finished.

    ``finished``: the buyer has it; ``None`` where no status says anything. ``unread`` names the
    column of a formula whose result is not known: what it tells, or its heading. ``unclear`` is a
    status, as it is quoted, that says neither that an order has left nor that it waits.
    ``given_back``: a status names a refund of so many fen, of all of it or of a part.
    ``unknown`` is a word of a status that nothing here reads, as it is quoted. ``refund`` is what
    is said of one that did not undo it.
    ``by_amount``: that an amount was given back tells that the order is undone, or that a part is.
    """

    kind: str
    shipped: bool = False
    finished: bool | None = None
    unread: str = ""
    unclear: str = ""
    given_back: int | None = None
    unknown: str = ""
    refund: str = ""
    by_amount: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it is counted, and nothing of it is to be said."""
        return self.kind == COUNTED and not (self.unread or self.unknown or self.by_amount)

    @property
    def not_waiting(self) -> bool | str:
        """Why the order cannot be taken as waiting: it was shipped, or a status is ``unclear``."""
        return self.shipped or self.unclear


# Counted, and nothing else is told of it.
USUAL = State(COUNTED)
_NOT_PAID = {UNPAID, UNPAID_ALONE, DOUBTFUL}
_NAMES = (STATUS, ITEM_STATUS, AFTER_SALE, ITEM_AFTER_SALE, PAYMENT)


class States:
    """Reads the state of a row.

    ``columns`` are those of the plan; where none tells it, every row is counted. ``amount_of``
    gives the amount of a row in fen, as far as it can be read, ``refunds`` what was given back,
    ``moments`` when; ``outside`` which rows are not what the calculator is about.
    """

    def __init__(  # noqa: PLR0913 (all that may tell it)
        self,
        headings: Headings,
        columns: Mapping[str, int],
        amount_of: Callable[[Sequence[str]], int | None] | None = None,
        refunds: RefundAmounts | None = None,
        *,
        moments: RefundMoments | None = None,
        outside: Outside | None = None,
    ) -> None:
        self._amount_of = amount_of
        named = [(name, columns[name]) for name in _NAMES if name in columns]
        self._columns = [*named, *(headings.states_beside(columns) if columns else ())]
        self._keys = [headings.layout.keys[at] for _, at in self._columns]
        self._items = columns.get(ITEM_AFTER_SALE)
        self._items_told = any(map(self._tells_item, headings.layout.below))
        self._order = columns.get(ORDER)
        # Columns without headings may be of anything.
        written = headings.layout.written
        self._ways = [
            at for at, each in enumerate(headings.headings) if not written or is_of_paying(each)
        ]
        self._paid_at = headings.paid_at(columns) if columns else None
        self._refunds = refunds
        self._moments = moments
        self._after_sale = [
            at for name, at in self._columns if name in {AFTER_SALE, ITEM_AFTER_SALE}
        ]
        self._outside = outside
        # Of a column that is not read at all that is said of the whole.
        not_read = {at for at, _ in headings.states.unread}
        self._asked = ["" if at in not_read else name for name, at in self._columns]
        self._by_payment = not self._columns and refunds is None and moments is None
        self._headings = headings.headings
        self._others_paid = any(map(self._has_moment, headings.layout.below))
        self._known: dict[tuple[bool | None, bool, bool, tuple[str, ...]], State] = {}

    @property
    def tells(self) -> bool:
        """Whether any column tells what has become of an order."""
        told = any(name not in {SHIPPING, *REMARKS} for name, _ in self._columns)
        return told or self._refunds is not None or bool(self.of_moments)

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns from which the state of a row is read."""
        told = [*self.of_words, *self.of_refunds, *self.of_moments]
        return tuple(told if self._paid_at is None else [*told, self._paid_at])

    @property
    def of_each_row(self) -> frozenset[int]:
        """All columns that may tell what became of a row, or may be none that is asked about.

        But for amounts, which may be those of several rows.
        """
        ways = self._ways if len(self._ways) < len(self._headings) else ()
        moments = self._moments.places if self._moments else ()
        found = {*self.columns, *self.of_outside, *moments, *ways}
        return frozenset(found - self.of_amounts)

    @property
    def of_amounts(self) -> frozenset[int]:
        """Those of amounts that were given back, or may have been."""
        asked = self._moments.amounts if self._moments else ()
        return frozenset((*self.of_refunds, *asked))

    @property
    def of_words(self) -> tuple[int, ...]:
        """Those of them in which words tell it."""
        return tuple(at for _, at in self._columns)

    @property
    def of_refunds(self) -> tuple[int, ...]:
        """Those of them of what was given back."""
        return self._refunds.columns if self._refunds else ()

    @property
    def of_after_sale(self) -> tuple[int, ...]:
        """Those of them of what was asked for after the sale."""
        return tuple(self._after_sale)

    @property
    def tells_refunds_of_orders(self) -> bool:
        """Whether they say of whole orders what was given back, and of no sub-order."""
        return self._refunds is not None and self._refunds.are_of_orders

    @property
    def tells_refunds_of_items(self) -> bool:
        """Whether they name sub-orders as that of which each tells."""
        return self._refunds is not None and self._refunds.are_of_items

    @property
    def of_moments(self) -> tuple[int, ...]:
        """Those of when it was given back."""
        return self._moments.columns if self._moments else ()

    @property
    def of_outside(self) -> tuple[int, ...]:
        """The columns that tell which rows are not what the calculator is about."""
        return self._outside.columns if self._outside else ()

    @property
    def platforms(self) -> tuple[int, ...]:
        """Those of them that name where an order was placed."""
        return self._outside.platforms if self._outside else ()

    @property
    def of_status(self) -> tuple[int, ...]:
        """Those of them of which no cell is empty in a row that tells its state itself."""
        return tuple(at for name, at in self._columns if name in {STATUS, ITEM_STATUS})

    def look(self, rows: Callable[[], Iterator[tuple[int, list[str]]]]) -> Iterator[bytes]:
        """See whether any order has a moment of payment; empty pieces are signs of progress.

        A column that is empty all the way down says nothing of any order. So with sub-orders.
        """
        if self._outside:
            yield from self._outside.look(rows)
        if self._knows_others():
            return
        for number, row in rows():
            self._others_paid = self._others_paid or self._has_moment(row)
            self._items_told = self._items_told or self._tells_item(row)
            if self._knows_others():
                return
            if not number % PIECE:
                yield b""

    def of(self, own: Sequence[str]) -> State:
        """The state of a row; without a column of payments each may have been paid."""
        unread = ""
        if self._outside and (kind := self._outside.kind_of(own)):
            if type(kind) is not Hint:
                return State(kind)
            unread = kind
        elif self._by_payment and (self._paid_at is None or own[self._paid_at][:1] == "2"):
            return USUAL  # as nearly all rows are where nothing else tells it
        state = self._by_words(own)
        if self._refunds and (back := self._refunds.of(own)):
            state = self._by_amount(own, state, back)
        if self._moments and state.kind == COUNTED and (hint := self._moments.of(own)):
            state = self._by_moment(own, state, hint)
        if unread and state.kind == COUNTED and not state.unknown:
            return state._replace(unknown=unread)
        return state

    def _by_words(self, own: Sequence[str]) -> State:
        if not self._columns and self._paid_at is None:
            return USUAL
        paid = None
        if self._paid_at is not None:
            paid = self._is_paid(cell := own[self._paid_at])
            if paid and cell[:1] != "2" and cells.is_formula(cells.bare(cell)):
                return State(UNREAD, unread=self._headings[self._paid_at])
        if not self._columns and paid is not False:
            return USUAL
        state = self._state(own, paid=paid)
        if self._amount_of and state.given_back is not None:
            partly = state.given_back < (self._amount_of(own) or 0)
            whole, state = state, self._state(own, paid=paid, partly=partly)
            if state.kind == COUNTED:
                state = state._replace(given_back=whole.given_back)
        # No payment tells whether an order counts that is paid at the door.
        if state.kind in _NOT_PAID and self._is_paid_later(own):
            return self._state(own, paid=None, later=True)
        return state

    def _by_amount(self, own: Sequence[str], state: State, back: int) -> State:
        """The same where so many fen were given ``back``: less than the amount undoes no order.

        What is asked for, or was refused, has an amount as well.
        """
        if back == UNREAD_AMOUNT:
            if state.kind != COUNTED or state.unknown or state.refund == DENIED:
                return state
            assert self._refunds is not None
            return state._replace(unknown=Hint(self._refunds.unread(own), UNREAD_REFUND))
        amount = self._amount_of(own) if self._amount_of else None
        if amount is None or state.refund == DENIED:
            return state
        if state.kind == UNDONE:
            partly = self._state(own, paid=self._payment(own), partly=True)
            state = partly if back < amount else state
            return state._replace(by_amount=True) if partly.kind == COUNTED else state
        if state.kind != COUNTED:
            return state
        if back < amount or state.refund == PARTLY:
            return state._replace(by_amount=True)
        return state._replace(kind=UNDONE, unknown="", by_amount=True)

    def _by_moment(self, own: Sequence[str], state: State, hint: Hint) -> State:
        """The same where a refund has a moment: whatever else tells of it goes before."""
        if state.unknown or state.by_amount:
            return state
        names, texts = [name for name, _ in self._columns], [own[at] for _, at in self._columns]
        if hint.code == MAY_BE_CLOSED:
            return state if any(map(cells.bare, texts)) else state._replace(unknown=hint)
        from calculators.core.table.orders.states.remarks import remarks_of  # noqa: PLC0415

        if remarks_of(names, texts).no_refund:
            return state
        if self._refunds is not None and self._refunds.says_anything(own):
            return state
        told = any(cells.bare(own[at]) for at in self._after_sale) or bool(state.refund)
        if hint.code == REFUNDED_AT and not told:
            return state._replace(kind=UNDONE, unknown=hint)
        # What ended after the sale may be an exchange; a refund that succeeded contradicts a no.
        told = told and not (hint.code == REFUNDED_AT and names_refund(hint))
        return state if told else state._replace(unknown=Hint(hint, MAY_BE_REFUNDED))

    def is_undone_by_status(self, own: Sequence[str]) -> bool:
        """Whether the status of a row alone says so, whatever was asked for after its sale."""
        status = {STATUS, ITEM_STATUS}
        texts = tuple([own[at] if name in status else "" for name, at in self._columns])
        return self._of_texts(texts, paid=self._payment(own)).kind == UNDONE

    def told_given_back(self, own: Sequence[str]) -> int:
        """How many fen columns of amounts say of a row, as :meth:`RefundAmounts.of` does."""
        return self._refunds.of(own) if self._refunds else 0

    def tells_refund(self, own: Sequence[str]) -> bool:
        """Whether any of them says something in a row, though it be nothing."""
        return self._refunds is not None and self._refunds.says_anything(own)

    def leaves_to_amounts(self, own: Sequence[str]) -> bool:
        """Whether they tell what became of a row, as far as its words go."""
        state = self._by_words(own)
        if state.kind == UNDONE:
            state = self._state(own, paid=self._payment(own), partly=True)
        return state.kind == COUNTED and not state.refund

    def given_back(self, own: Sequence[str]) -> int:
        """How many fen were given back in a row, as far as columns of amounts tell it."""
        back = self.told_given_back(own)
        if back >= WHOLE:
            return (self._amount_of(own) or 0) if self._amount_of else 0
        return max(0, back)

    def part_given_back(self, own: Sequence[str], state: State) -> int | None:
        """How many fen were given back of a row that counts, in this ``state``.

        ``None`` where a part was, and nothing tells how much.
        """
        if state.kind != COUNTED:
            return 0
        if state.by_amount:
            return self.given_back(own)
        if state.given_back is not None:
            return state.given_back
        return self._named(own) if state.refund == PARTLY else 0

    def _named(self, own: Sequence[str]) -> int | None:
        """The least amount in fen that a status names as given back, if any does."""
        from calculators.core.table.orders.states.given_back import given_back  # noqa: PLC0415

        named = (given_back(cells.bare(own[at])) for _, at in self._columns)
        return min((each for each in named if each is not None), default=None)

    def _payment(self, own: Sequence[str]) -> bool | None:
        """Whether a row has a moment of payment; ``None`` where that says nothing of it."""
        return None if self._paid_at is None else self._is_paid(own[self._paid_at])

    def _is_paid_later(self, own: Sequence[str]) -> bool:
        states = (own[at] for _, at in self._columns)
        ways = (own[at] for at in self._ways)
        return any(map(is_paid_later, ways)) or any(map(says_paid_later, states))

    def _is_paid(self, cell: str) -> bool | None:
        """Whether the moment of payment is there; ``None`` where another way of paying stands."""
        if cell[:1] == "2":  # as nearly all are
            return True
        moment = bare(cell)
        if is_no_moment_of_payment(moment):
            return None
        return bool(moment) and not is_no_moment(moment)

    def _state(
        self, own: Sequence[str], *, paid: bool | None, later: bool = False, partly: bool = False
    ) -> State:
        texts = tuple([own[at] for _, at in self._columns])
        return self._of_texts(texts, paid=paid, later=later, partly=partly)

    def _of_texts(
        self,
        texts: tuple[str, ...],
        *,
        paid: bool | None,
        later: bool = False,
        partly: bool = False,
    ) -> State:
        """The state that the cells of the columns tell, read once."""
        asked = paid, later, partly, texts
        if (state := self._known.get(asked)) is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            state = self._formula(texts) or self._read(texts, paid=paid, later=later, partly=partly)
            self._known[asked] = state
        return state

    def _knows_others(self) -> bool:
        """Whether it is known what columns say that are empty in some rows."""
        paid = self._paid_at is None or self._others_paid
        return paid and (self._items is None or self._items_told)

    def _tells_item(self, row: Sequence[str]) -> bool:
        """Whether a row says what has become of its sub-order after the sale."""
        return (
            self._items is not None
            and self._items < len(row)
            and bool(cells.bare(row[self._items]))
        )

    def _has_moment(self, row: Sequence[str]) -> bool:
        """Whether the payment of an order stands in a row, and not the label of a row of totals.

        Whose it is that a row without a number names, nobody knows, so that it says of no other
        order that it was not paid.
        """
        if self._paid_at is None or self._paid_at >= len(row):
            return False
        if self._order is not None and not cells.bare("".join(row[self._order : self._order + 1])):
            return False
        text = bare(row[self._paid_at])
        if cells.is_formula(text):
            return False
        return any(map(str.isdigit, text[:40])) and not is_no_moment(text)

    def _formula(self, texts: Sequence[str]) -> State | None:
        """The state of a row where a formula tells it, whose words are not its result."""
        told = zip(self._columns, texts, strict=True)
        unread = (name for (name, _), text in told if cells.is_formula(cells.bare(text)))
        name = next(unread, "")
        return State(UNREAD, unread=name) if name else None

    def _read(self, texts: Sequence[str], *, paid: bool | None, later: bool, partly: bool) -> State:
        # Its patterns take as long to make as a thousand rows, and many files have no states.
        from calculators.core.table.orders.states.remarks import remarks_of  # noqa: PLC0415
        from calculators.core.table.orders.states.said import Said  # noqa: PLC0415
        from calculators.core.table.orders.states.together import together  # noqa: PLC0415
        from calculators.core.table.orders.states.unread import refund_in, unread  # noqa: PLC0415

        names = [name for name, _ in self._columns]
        remarks = remarks_of(names, texts)
        told = together(names, self._keys, texts, partly=partly, asked=remarks.refund)
        if later and PAYMENT in told:
            told[PAYMENT] = told[PAYMENT]._replace(unpaid=False, perhaps_unpaid=False)
        # A parcel that is told to be on its way was sent, and says no more of its order.
        sent = told.pop(SHIPPING, Said())
        # What is said of a sub-order is nearer to its row than what is said of the order.
        if any(item := told.pop(ITEM_STATUS, Said())):
            told[STATUS] = item
        after_sale, item = told.pop(AFTER_SALE, Said()), told.pop(ITEM_AFTER_SALE, Said())
        if self._items_told:
            after_sale = item
        if STATUS in told and told[STATUS].replaced:
            return State(REPLACED)
        status = told.get(STATUS, Said())
        shipped = status.shipped or sent.shipped
        finished = status.finished if self._tells_status(texts) else None
        refund = refund_in(names, self._keys, texts)
        # What ended after the sale gave the money back, unless something says otherwise.
        by_end = not (remarks.no_refund or refund)
        refunds = [
            each
            for each in (after_sale, *told.values())
            if each.refunded or (each.ended and by_end)
        ]
        if refunds:
            amounts = [each.given_back for each in refunds if each.given_back is not None]
            return State(UNDONE, shipped, given_back=min(amounts, default=None))
        was_paid = any(each.paid for each in told.values())
        never_paid = remarks.rest_never_paid or (remarks.never_paid and not (paid or was_paid))
        # What was closed after the sale is a request, unless it names the order.
        closed = after_sale.order_closed or any(each.closed for each in told.values())
        unpaid = _says_unpaid(told.values(), paid=bool(paid))
        if unpaid or (never_paid and not (closed or self._tells_status(texts))):
            return State(UNPAID)
        if closed:
            return State(UNPAID) if paid is False or never_paid else State(UNDONE, shipped)
        if not shipped and any(each.no_order for each in told.values()):
            return State(NO_ORDER)
        if paid is False and self._others_paid:
            kind = DOUBTFUL if shipped or was_paid else UNPAID_ALONE
            return State(kind, shipped, finished)
        unclear = "" if shipped or status.waiting or sent.waiting else self._unclear(texts)
        was_paid = bool(paid or shipped or was_paid)
        no_refund = remarks.no_refund
        unknown = unread(self._asked, self._keys, texts, paid=was_paid, no_refund=no_refund)
        return State(COUNTED, shipped, finished, unclear=unclear, unknown=unknown, refund=refund)

    def _unclear(self, texts: Sequence[str]) -> str:
        """The first status of an order that stands in a row, as it is quoted."""
        told = zip(self._columns, self._keys, texts, strict=True)
        of_order = (
            cells.bare(text)
            for (name, _), heading, text in told
            if name in {STATUS, ITEM_STATUS} and not is_of_product(heading)
        )
        return quoted(next(filter(None, of_order), ""))

    def _tells_status(self, texts: Sequence[str]) -> bool:
        """Whether a status stands among the cells of a row."""
        told = zip(self._columns, texts, strict=True)
        return any(name in {STATUS, ITEM_STATUS} and cells.bare(text) for (name, _), text in told)


def _says_unpaid(told: "Iterable[Said]", *, paid: bool) -> bool:
    """Whether any column says that an order was not paid, or may not have been, if it is open."""
    return any(each.unpaid or (each.perhaps_unpaid and not paid) for each in told)
