"""Answers the rows of a table by a plan, those of one order together, and writes them out."""

import csv
import io
import re
from array import array
from collections import deque
from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from calculators.core.answer import refused_text
from calculators.core.fields import fields_of
from calculators.core.inputs import InputsRefused
from calculators.core.kinds import ChoiceField, ChoiceListField, YesNoField
from calculators.core.outcome import plain_outputs
from calculators.core.presenting import input_words
from calculators.core.refusal import Refusal, Refused
from calculators.core.table import cells
from calculators.core.table.columns import AFTER_SALE, ORDER, STATUS
from calculators.core.table.groups import NO_KEY, Groups, repeated
from calculators.core.table.lost_digits import all_rounded, has_lost_digits
from calculators.core.table.merging import Merging, SameAsAbove
from calculators.core.table.plan import Plan
from calculators.core.table.row_answers import Parsed, RowAnswers
from calculators.core.table.states import UNDONE, UNPAID, States
from calculators.core.table.sums import SumRows
from calculators.core.table.writing import Writing
from calculators.core.typed import quoted

if TYPE_CHECKING:
    from calculators.core.table.table import Table

# Rows answered between two signs of progress: some tens of milliseconds on a phone.
PIECE = 200
# Rows looked at behind what may be a sum, for an order that says otherwise.
FOLLOWING = 1000
# Longer cells are no words for nothing.
_LONGEST_NOTHING = 16
# A figure that may be a sum, such as a quantity; a longer one names a thing.
_NUMBER = re.compile(r"¥?[-+]?\d[\d,.]{0,14}\s?\D?", re.ASCII)
_LOW, _HIGH = 0x7FFFFFFF, 0xFFFFFFFF
_FEN = 100
NOTHING = Decimal(0)

# A numbered row as it stands in the file.
type _Row = tuple[int, list[str]]


class Answering:
    """One table and one plan; :meth:`pieces` is to be called once."""

    def __init__(self, table: "Table", plan: Plan) -> None:
        self._table = table
        self._plan = plan
        self._texts = table.texts
        self._totals = table.totals
        self._answers = RowAnswers(table.headings, plan)
        self._writing = Writing(table, words=plan.words)
        self._sums = SumRows(table.definition)
        self._states = States(table.definition)
        self._width = len(table.layout.headings)
        self._usual = max(self._width, table.layout.width)
        files = table.definition.files
        self._adds = [name for name in (files.adds if files else ()) if name in plan.columns]
        self._order = plan.columns.get(ORDER) if self._adds else None
        told = (plan.columns.get(name) for name in (STATUS, AFTER_SALE))
        self._status = [at for at in told if at is not None] if self._adds else []
        self._paid_at = table.headings.paid_at(plan.columns) if self._status else None
        inputs = fields_of(table.definition.inputs)
        self._asked = frozenset(at for name, at in plan.columns.items() if name in inputs)
        self._money = [
            name for name in plan.columns if name in inputs and inputs[name].kind == "money"
        ]
        amounts = {plan.columns[name] for name in self._money}
        self._no_money = [at for at in range(self._width) if at not in amounts]
        # What holds more than figures is empty in a row of sums; where nothing does, all rows look
        # like one.
        samples = {at: table.layout.samples(at) for at in self._no_money}
        self._worded = {at for at, each in samples.items() if not all(map(_is_number, each))}
        self._tells_orders = self._order is not None or bool(self._worded)
        below = table.layout.below
        self._rounded = self._order is not None and all_rounded(
            row[self._order] for row in below if self._order < len(row)
        )
        self._above = dict.fromkeys(self._money, Decimal(0))
        self._begin = table.layout.above + table.layout.written + 1
        merged = table.first.merged() if self._order is not None else []
        others = set(plan.columns.values()) - amounts
        self._merging = Merging(merged, others, amounts, self._begin - 1)
        self._keys: array[int] = array("q")
        self._groups: Groups | None = None
        self._merged = table.texts.get("orders", "merged")

    def pieces(self) -> Iterator[bytes]:
        """The answered table; empty pieces while rows of one order are looked for."""
        if self._order is not None:
            self._table.passes = 2
            yield from self._find_groups()
        self._totals.plan(self._plan, self._table.headings, self._order)
        rows = self._rows()
        mark = "\ufeff"
        while piece := list(islice(rows, PIECE)):
            self._totals.from_elsewhere = self._answers.from_elsewhere
            text = io.StringIO(mark)
            text.seek(len(mark))
            csv.writer(text, lineterminator="\r\n").writerows(piece)
            yield text.getvalue().encode()
            mark = ""

    def _find_groups(self) -> Iterator[bytes]:
        keys: array[int] = array("q")
        for number, row in self._numbered():
            keys.append(self._key(self._own(row)[0]))
            if not number % PIECE:
                yield b""
        again = repeated(keys)
        if not again:
            return
        self._table.passes = 3
        agreeing = [name for name in self._answers.names if name not in self._adds]
        groups = Groups(again, agreeing)
        for at_row, (number, row) in enumerate(self._numbered()):
            if (at := groups.at(keys[at_row])) is not None:
                own = self._own(row)[0]
                parsed = self._answers.parsed(own)
                others = [self._print(own, name, parsed[name]) for name in agreeing]
                fen = self._fen(own, parsed, begun=bool(groups.first(at)))
                groups.add(at, number, fen, others)
            if not number % PIECE:
                yield b""
        self._keys, self._groups = keys, groups

    def _key(self, own: Sequence[str]) -> int:
        """An order and its state in 63 bits; ``NO_KEY`` for what is no order, or is not counted."""
        assert self._order is not None
        order = cells.bare(own[self._order])
        if not order or self._sums.is_label(order):
            return NO_KEY
        cell = own[self._order]
        whole = type(cell) is str and not self._rounded and order.isdigit()
        if not whole and has_lost_digits(cell, order, rounded=self._rounded):
            self._totals.lost_digits += 1
            return NO_KEY  # two orders may have one and the same
        if (state := self._state(own)) == UNPAID:
            return NO_KEY
        # Python's own hash has 32 bits in a browser: two of them, of two texts that always differ.
        return (hash(order) & _LOW) << 32 | hash(f"#{state}{order}") & _HIGH

    def _state(self, own: Sequence[str]) -> str:
        if not self._status:
            return ""
        paid = self._paid_at is None or bool(cells.bare(own[self._paid_at]))
        return self._states.of("\n".join(own[at] for at in self._status), paid=paid)

    def _print(self, own: Sequence[str], name: str, value: Any) -> Hashable:
        """What rows of one order must agree in: what cannot be read has its text for a value."""
        return own[self._plan.columns[name]] if type(value) is Refused else value

    def _fen(self, own: Sequence[str], parsed: Parsed, *, begun: bool) -> int | None:
        """The amount of a row; ``None`` where one of its cells is empty or cannot be read.

        ``begun``: rows of its order stand above, perhaps with an amount for all of them.
        """
        amounts = [
            NOTHING
            if begun and type(own[self._plan.columns[name]]) is SameAsAbove
            else parsed[name]
            for name in self._adds
        ]
        if all(type(amount) is Decimal for amount in amounts):
            return int(sum(amounts) * _FEN)
        return None

    def _numbered(self) -> Iterator[tuple[int, list[str]]]:
        return self._merging.rows(self._table.rows())

    def _own(self, row: list[str]) -> tuple[list[str], list[str]]:
        """The cells below the headings, as many as there are, and those beyond."""
        width = self._width
        if len(row) == width:
            return row, []
        return row[:width] + [""] * (width - len(row)), row[width:]

    def _rows(self) -> Iterator[list[str]]:
        table = self._table
        yield from islice(table.records(), table.layout.above)
        yield self._writing.headings()
        # A row that may be the sum of those above is one only if no order follows.
        held: deque[_Row] = deque()
        again: deque[_Row] = deque()
        rows = self._numbered()
        while (read := again.popleft() if again else next(rows, None)) is not None:
            number, row = read
            own, surplus = self._own(row)
            if held:
                held.append(read)
                if self._has_amount(own) and not self._adds_up(own):
                    first, first_row = held.popleft()
                    yield self._order_row(first, self._own(first_row)[0])
                    again.extendleft(reversed(held))
                    held.clear()
                elif len(held) > FOLLOWING:
                    yield from self._after_sum(held)
                continue
            text = "".join(row)
            if self._adds_up(own) and not self._is_sum(own, text):
                held.append(read)
            else:
                yield self._answer(number, own, surplus, text)
        yield from self._after_sum(held)

    def _after_sum(self, held: "deque[_Row]") -> Iterator[list[str]]:
        """A row of the sums of those above, and what follows it."""
        if held:
            number, row = held.popleft()
            yield self._left_out(number, self._own(row)[0])
        while held:
            number, row = held.popleft()
            own, surplus = self._own(row)
            text = "".join(row)
            if text and not text.isspace() and self._adds_up(own):
                yield self._left_out(number, own)
            else:
                yield self._answer(number, own, surplus, text)

    def _answer(self, number: int, own: list[str], surplus: list[str], text: str) -> list[str]:
        """A row with its answer; ``text`` are its cells one behind the other."""
        if not text or text.isspace():
            return self._blank(own)
        if number == self._begin and self._table.layout.described:
            self._totals.described += 1
            return self._writing.unanswered(own, self._texts.get("orders", "described"))
        if self._is_sum(own, text):
            return self._left_out(number, own)
        if surplus or len(own) + len(surplus) > self._usual:
            return self._too_wide(number, own, surplus)
        return self._order_row(number, own)

    def _is_sum(self, own: Sequence[str], text: str) -> bool:
        return self._sums.may_be_in(text) and self._sums.is_sum(own, self._asked, self._order)

    def _has_amount(self, own: Sequence[str]) -> bool:
        """Whether an amount stands in a row, readable or not, and no label of totals."""
        if self._is_sum(own, "".join(own)):
            return False
        return any(cells.bare(own[self._plan.columns[name]]) for name in self._money)

    def _too_wide(self, number: int, own: list[str], surplus: list[str]) -> list[str]:
        """A cell too many, and what follows may stand under a wrong heading: the amount, too."""
        if len(own) + len(surplus) <= self._usual and not any(map(str.strip, surplus)):
            return self._order_row(number, own)
        reason = self._texts.get("errors", "too_many_cells")
        return [*self._refused(number, own, reason), *surplus]

    def _adds_up(self, own: Sequence[str]) -> bool:
        """Whether a row has no number and nothing but figures, its amounts sums of those above."""
        if self._order is not None and len(own[self._order]) > _LONGEST_NOTHING:
            return False
        if not (self._totals.rows and self._tells_orders):
            return False
        if self._order is not None and cells.bare(own[self._order]):
            return False
        for at in self._no_money:
            if not (cell := own[at]) or not (text := cells.bare(cell)):
                continue
            if at in self._worded or not _is_number(text):
                return False
        parsed = self._answers.parsed(own)
        sums = [(parsed[name], self._above[name]) for name in self._money]
        filled = [(amount, above) for amount, above in sums if amount is not None]
        # Of nothing it says nothing.
        return any(above for _, above in filled) and all(each == above for each, above in filled)

    def _order_row(self, number: int, own: list[str]) -> list[str]:
        self._totals.rows += 1
        if self._order is not None:
            cell = own[self._order]
            self._totals.unnumbered += len(cell) <= _LONGEST_NOTHING and not cells.bare(cell)
        parsed = self._answers.parsed(own)
        for name in self._money:
            if type(amount := parsed[name]) is Decimal:
                self._above[name] += amount
        undone = False
        if self._status:
            state = self._state(own)
            if state == UNPAID:
                self._totals.unpaid += 1
                return self._writing.unanswered(own, self._texts.get("orders", "unpaid"))
            undone = state == UNDONE
        if self._groups and (at := self._groups.at(self._keys[number - self._begin])) is not None:
            return self._of_group(number, own, parsed, at, undone=undone)
        return self._answered(number, own, parsed, undone=undone)

    def _of_group(
        self, number: int, own: list[str], parsed: Parsed, at: int, *, undone: bool
    ) -> list[str]:
        """A row of an order that has several: the first has the answer, the others name it."""
        assert self._groups is not None
        first = self._groups.first(at)
        if number != first:
            self._totals.merged += 1
            order = quoted(cells.bare(own[self._order or 0]))
            return self._writing.unanswered(own, self._merged.format(order=order, row=first))
        if names := self._groups.differing(at):
            labels = tuple(self._texts.get("fields", name, "name") for name in names)
            reason = self._texts.say("orders", "differing", values={"names": labels})
            return self._refused(number, own, reason)
        if row := self._groups.unreadable(at):
            values = {"row": row}
            return self._refused(
                number, own, self._texts.say("orders", "unreadable", values=values)
            )
        total = {self._adds[0]: self._groups.total(at)}
        return self._answered(number, own, parsed | total, undone=undone)

    def _answered(self, number: int, own: list[str], parsed: Parsed, *, undone: bool) -> list[str]:
        try:
            outcome = self._answers.outcome(own, parsed)
        except InputsRefused as refused:
            return self._refused(number, own, self._reasons(refused))
        outputs = plain_outputs(outcome.outputs)
        self._totals.count(number, own, outcome, outputs, apart=undone)
        remark = self._texts.get("orders", "undone") if undone else ""
        return self._writing.answered(own, outputs, remark)

    def _reasons(self, refused: InputsRefused) -> str:
        refusals = map(self._with_words, refused.refusals) if self._plan.words else refused.refusals
        reasons = (refused_text(self._texts, each) for each in refusals)
        return self._texts.get("words", "clauses").join(reasons)

    def _with_words(self, refusal: Refusal) -> Refusal:
        """A choice that is none is told the words that would be, not the ids."""
        if refusal.code != "not_a_choice":
            return refusal
        field = fields_of(self._table.definition.inputs)[refusal.field]
        assert isinstance(field, ChoiceField | ChoiceListField | YesNoField)
        words = (input_words(refusal.field, field, each, self._texts) for each in field.choices)
        return Refusal(refusal.field, refusal.code, {"choices": tuple(words)})

    def _refused(self, number: int, own: list[str], reason: str) -> list[str]:
        self._totals.refuse(number, reason)
        return self._writing.unanswered(own, reason)

    def _left_out(self, number: int, own: list[str]) -> list[str]:
        self._totals.leave_out(number)
        return self._writing.unanswered(own, self._texts.get("errors", "no_order"))

    def _blank(self, own: list[str]) -> list[str]:
        self._totals.blank += 1
        return self._writing.unanswered(own, "")


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell.strip()))
