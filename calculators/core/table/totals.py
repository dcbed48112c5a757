"""What a table of answers adds up to: sums of money, counts of kinds, the first rows, notes."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from calculators.core.answers import OutputValue
from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import quoted
from calculators.core.outcome.outcome import Message
from calculators.core.outcome.outputs import outputs_of
from calculators.core.output.presentation import column_label, output_words
from calculators.core.table.columns.headings import Headings
from calculators.core.table.empty_cells import Defaults
from calculators.core.table.no_orders.rows import NoOrder
from calculators.core.table.notes.aside import Aside
from calculators.core.table.notes.further_down import FurtherDown
from calculators.core.table.notes.of_lateness import WAITING_UNDONE, notes_of_lateness
from calculators.core.table.notes.of_outside import NotesOfOutside
from calculators.core.table.notes.of_plan import notes_of_plan
from calculators.core.table.notes.unknown_words import UnknownWords
from calculators.core.table.orders.states.outside import Outside
from calculators.core.table.perhaps import Perhaps
from calculators.core.table.planning.plan import Plan
from calculators.core.table.reckoned import WAITING
from calculators.core.table.row_answers import AnsweredRow
from calculators.core.table.row_counts import RowCounts
from calculators.core.table.totals_in_words import (
    CountedValue,
    FirstRow,
    TotalsInWords,
    UnansweredReason,
)
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import exact_amount, sentence

# As many rows as help to see whether it is right; all of them are in the file.
SHOWN = 10
# And of the rows without an answer, some for each reason.
REASONS, ROWS = 10, 5
# Notes that tell how the table was read, and nothing that the totals hang on.
_ASIDES = frozenset(
    {
        "answered_alike",
        "described",
        "elsewhere",
        "headings_again",
        "kept",
        "left_out",
        "merged",
        "remarks",
        "unpaid",
    }
)


class Totals(RowCounts):
    """Grows row by row, and stays small however long the table is.

    ``beside`` gives what a second table has to tell.
    """

    def __init__(self, definition: Definition, texts: Texts) -> None:
        super().__init__()
        outputs = outputs_of(definition.outputs)
        self._definition = definition
        self._texts = texts
        self._of_outside: NotesOfOutside | None = None
        self._further_down = FurtherDown(texts)
        self.unknown_words = UnknownWords()
        self._refunds: Counter[bool] = Counter()
        self._refund_headings: tuple[str, ...] = ()
        self._headings: tuple[str, ...] = ()
        self._first_doubt = self._bare = self._bare_at = 0
        self._defaults: Counter[tuple[str, str]] = Counter()
        money = [name for name, each in outputs.items() if each.adds_up]
        # Amounts of shops and grades of products add up to nothing.
        summed = money if definition.files and definition.files.adds else []
        self._sums = dict.fromkeys(summed, Decimal(0))
        self._sums_apart = dict.fromkeys(summed, Decimal(0))
        # No counters, which take twice as long.
        self._counts: dict[str, dict[OutputValue, int]] = {
            name: {} for name, each in outputs.items() if each.is_counted
        }
        self._warnings: dict[str, str] = {}
        self._excludes: dict[str, str] = {}
        self._warned: Sequence[Message] = ()
        self._excluded: Sequence[Message] = ()
        self._first: list[FirstRow] = []
        self._wrong: dict[str, UnansweredReason] = {}
        self._notes: list[str] = []
        self._plan: Plan | None = None
        self._reckoned: Counter[str] = Counter()
        told = [name for name in summed if outputs[name].headline]
        self._perhaps = Perhaps(told, self._in_all)
        self._of_amounts: list[tuple[str, str]] = []
        self.beside: Callable[[], Iterator[str]] = lambda: iter(())

    def plan(  # noqa: PLR0913 (what is said of a table)
        self,
        plan: Plan,
        headings: Headings,
        order: int | None,
        *,
        told: bool,
        refunds: Sequence[int] = (),
        moments: Sequence[int] = (),
    ) -> None:
        """Note what whoever reads the totals must know of how the table is read.

        ``told``: some column tells what has become of an order, or none needs to; ``refunds`` are
        the columns of what was given back, ``moments`` those of when.
        """
        self._plan = plan
        files = self._definition.files
        if files and not files.counts_per_order(plan.known):
            self._sums.clear()
        self._headings = headings.headings
        self._refund_headings = tuple(quoted(headings.headings[at]) for at in refunds)
        self._notes = list(notes_of_plan(self._texts, plan, headings, order, (*refunds, *moments)))
        if not told:
            self._notes.append(self._texts.get("notes", "no_status"))

    def note(self, notes: Iterable[str]) -> None:
        """What else has to be known of how the table is read."""
        self._notes += notes

    def tell_of_outside(self, found: Outside) -> None:
        """Note by which columns rows are told that are not what the calculator is about.

        ``outside`` counts them.
        """
        self._of_outside = NotesOfOutside(self._texts, self._headings, found)
        self._notes = self._of_outside.in_place_of_each(self._notes)

    def count(
        self,
        row: int,
        own: Sequence[str],
        answer: AnsweredRow,
        *,
        apart: bool,
        rest: bool = False,
    ) -> None:
        """One answered order; ``row`` as a spreadsheet numbers it, ``own`` its own cells.

        ``apart``: it was undone, so that its amounts stand beside the totals; ``rest``: only a
        part of it was, so that the order itself is counted elsewhere.
        """
        outcome, outputs, reckoned, perhaps, defaults = answer
        self.answered += not rest
        self.apart += apart
        sums = self._sums_apart if apart else self._sums
        lacks = False
        for name in sums:
            if amount := getattr(outcome.outputs, name):
                sums[name] += amount
            elif amount is None:
                lacks = not apart
        if not apart:
            for name, counted in self._counts.items():
                value = outputs[name]
                counted[value] = counted.get(value, 0) + 1
            if perhaps is not None and sums:
                self._perhaps.count(outcome.outputs, perhaps)
        if lacks or reckoned or defaults:
            self.of_no_amount += lacks
            self._note_taken(reckoned, defaults, apart=apart)
        # Most orders are told what the one before was.
        if outcome.warnings is not self._warned or outcome.excludes is not self._excluded:
            self._warned, self._excluded = outcome.warnings, outcome.excludes
            self._say("warnings", self._warnings, self._warned)
            self._say("excludes", self._excludes, self._excluded)
        if len(self._first) < SHOWN:
            words = [output_words(self._definition, outputs, name, self._texts) for name in outputs]
            self._first.append({"row": row, "own": list(own), "outputs": words})

    def _note_taken(self, reckoned: str, defaults: Defaults, *, apart: bool) -> None:
        """How the hours of an answered order were found, and what stood for its empty cells."""
        if reckoned:
            self._reckoned[WAITING_UNDONE if apart and reckoned == WAITING else reckoned] += 1
        self._defaults.update(defaults)

    @property
    def shows_more(self) -> bool:
        """Whether the next answered order is shown among the first."""
        return len(self._first) < SHOWN

    def _say(self, table: str, said: dict[str, str], messages: Sequence[Message]) -> None:
        """What is said below the totals, in the words of the first order of which it holds."""
        for each in messages:
            if each.code not in said:
                said[each.code] = sentence(self._texts, table, each.code, values=each.values)

    def tell_of_amounts(self, code: str, heading: str) -> None:
        """Note how the amounts under a ``heading`` stand in some orders of several rows.

        ``of_such_amounts`` counts those of them that were answered.
        """
        self._of_amounts.append((code, quoted(heading)))

    def note_refund(self, *, whole: bool) -> None:
        """A row of which a column of amounts tells that something was given back, or all of it."""
        self._refunds[whole] += 1

    def doubt(self, row: int) -> None:
        """A row that was taken as an order, and may be one of totals."""
        self.perhaps_sums += 1
        self._first_doubt = min(self._first_doubt or row, row)

    def note_bare(self, row: int) -> None:
        """A row of an order that has neither a number nor anything else but figures."""
        self._bare, self._bare_at = row, self.rows

    def note_no_order(self, row: NoOrder) -> None:
        """A remark, headings once more, or a row of another table."""
        if row.table is None:
            self.headings_again += row.again
            self.remarks += not row.again
        self._further_down.note(row, self.rows)

    def leave_out(self, own: Sequence[str], *, is_sum: bool) -> None:
        """A row of totals; ``is_sum``: its amounts are those of the rows above, in their unit."""
        self.left_out += 1
        if is_sum:
            self._further_down.note_unit(own, of_amounts=True)

    @property
    def _takes_yuan(self) -> bool:
        """Whether amounts stand in columns, and nobody said in which unit."""
        if self._plan is None or self._plan.units:
            return False
        fields = fields_of(self._definition.inputs)
        return any(name in fields and fields[name].in_yuan for name in self._plan.columns)

    def settle(self) -> None:
        """All rows were counted: the only one without a number, above or below the others."""
        if self.unnumbered == 1 and self._bare and self._bare_at in {1, self.rows}:
            self.doubt(self._bare)

    def refuse(self, row: int, reason: str) -> None:
        """One row that cannot be answered."""
        self.refused += 1
        if reason not in self._wrong:
            if len(self._wrong) == REASONS:
                return
            self._wrong[reason] = {"text": reason, "count": 0, "rows": []}
        known = self._wrong[reason]
        known["count"] += 1
        if len(known["rows"]) < ROWS:
            known["rows"].append(row)

    def words(self) -> TotalsInWords:
        """All of it, ready for JSON, worded for the reader."""
        notes = [*self._notes, *self._counted_notes()]
        return {
            "answered": self.answered,
            "refused": self.refused,
            "blank": self.blank,
            "notes": notes,
            "asides": [each for each in notes if isinstance(each, Aside)],
            "sums": [
                {"id": name, "label": self._in_all(name), "text": exact_amount(total, self._texts)}
                for name, total in self._totals()
            ],
            "counts": [
                {"id": name, "label": self._label(name), "parts": self._parts(name, counted)}
                for name, counted in self._counts.items()
                if counted
            ],
            "warnings": self._all_warnings(),
            "excludes": list(self._excludes.values()),
            "first": self._first,
            "wrong": list(self._wrong.values()),
        }

    def told(self) -> Iterator[str]:
        """The same for a terminal, without the rows."""
        yield from self._notes
        yield from self._counted_notes()
        for name, total in self._totals():
            yield f"{self._in_all(name)}: {exact_amount(total, self._texts)}"
        yield from self._all_warnings()
        if self._excludes:
            yield self._texts.get("report", "excludes")
            yield from (f"  - {each}" for each in self._excludes.values())

    def _all_warnings(self) -> list[str]:
        """What has to be known beside the totals, doubts about the rules first."""
        return [*self._perhaps.told(self._texts), *self._warnings.values()]

    def _totals(self) -> Iterable[tuple[str, Decimal]]:
        """What the amounts come to; of rows without an answer no total is known, and none is 0.

        Nor where no text says any amount for the orders that were answered.
        """
        if self.of_no_amount and self.of_no_amount >= self.answered - self.apart:
            return ()
        return self._sums.items() if self.answered or self.apart else ()

    def _counted_notes(self) -> Iterator[str]:
        """What was not simply one row, one order."""
        yield from self._of_such_amounts()
        yield from self._of_lateness()
        yield from self.beside()
        yield from self._empty_cells()
        yield from self._further_down.told(self.rows, in_yuan=self._takes_yuan)
        told = {"padded": self.padded, "elsewhere": self.from_elsewhere}
        yield from (self._noted(code) for code, holds in told.items() if holds)
        for heading, own in self.of_mixed_units.items():
            unit = self._texts.get("units_of_time", own)
            yield self._noted("mixed_units", heading=quoted(heading), unit=unit)
        yield from self._merged_notes()
        for code in (
            "not_ticked",
            "not_written",
            "hidden",
            "described",
            "headings_again",
            "remarks",
            "lost_digits",
            "unnumbered",
            "joined_above",
            "as_above",
            "several_numbers",
            "merged",
            "items_again",
            "superseded",
            "items_by_contents",
            "paid_before",
            "nothing_left",
            "items_unclear",
            "items_alike",
            "rows_alike",
            "refunds_repeated",
            "partly_undone",
            "answered_alike",
            "answered_by_earliest",
            "told_by_first",
            "unpaid",
            "no_orders",
            "less_refunds",
            "refunds_unknown",
            "undone",
            "replaced",
            "left_out",
            "not_begun",
            "ended_without",
            "of_no_amount",
        ):
            if count := getattr(self, code):
                yield self._noted(code, count=count)
        if self._of_outside:
            yield from self._of_outside.told(self.outside)
        yield from self.unknown_words.told(self._texts)
        yield from self._of_refunds()
        if self.perhaps_sums:
            yield self._noted("perhaps_sums", count=self.perhaps_sums, row=self._first_doubt)
        if self.apart:
            amounts = (
                f"{self._in_all(name)} {exact_amount(total, self._texts)}"
                for name, total in self._sums_apart.items()
            )
            listed = self._texts.get("words", "separator").join(amounts)
            yield self._noted("apart", count=self.apart, amounts=listed)
        if self.run_on:
            yield self._noted("run_on", count=self.run_on, lines=self.run_on_lines)
        if self.kept:
            yield self._noted("kept")

    def _of_such_amounts(self) -> Iterator[str]:
        """How the amounts of some orders of several rows were taken."""
        if count := self.of_such_amounts:
            for code, heading in self._of_amounts:
                yield self._noted(code, heading=heading, count=count)

    def _of_lateness(self) -> Iterator[str]:
        files = self._definition.files
        if self._plan and files:
            counts = self._reckoned
            yield from notes_of_lateness(self._texts, self._plan, files, counts, self.answered)

    def _of_refunds(self) -> Iterator[str]:
        """What columns of amounts tell of refunds."""
        for code, whole in (("refund_whole", True), ("refund_part", False)):
            if count := self._refunds[whole]:
                yield self._noted(code, columns=self._refund_headings, count=count)

    def _merged_notes(self) -> Iterator[str]:
        """What was read into cells that are merged with others."""
        if found := self.filled_down:
            headings = tuple(map(quoted, found))
            yield self._noted("filled_down", headings=headings, count=sum(found.values()))
        for heading, count in self.merged_apart.items():
            yield self._noted("merged_apart", heading=quoted(heading), count=count)

    def _noted(self, code: str, **values: object) -> str:
        note = sentence(self._texts, "notes", code, values=values)
        return Aside(note) if code in _ASIDES else note

    def _empty_cells(self) -> Iterator[str]:
        """How many rows leave an input empty, and which default of the form was taken for it."""
        fields = fields_of(self._definition.inputs)
        for name, field in fields.items():
            for taken, count in self._defaults.items():
                if taken[0] != name:
                    continue
                called = self._texts.get("fields", name, "name")
                value = field.said(name, taken[1], self._texts)
                yield self._noted("empty_cells", name=called, count=count, value=value)

    def _in_all(self, name: str) -> str:
        """What the sum of an output is called, whose label may speak of one order."""
        if self._texts.has("outputs", name, "in_all"):
            return self._texts.get("outputs", name, "in_all")
        return self._label(name)

    def _label(self, name: str) -> str:
        return column_label(self._definition, name, self._texts)

    def _parts(self, name: str, counted: dict[OutputValue, int]) -> list[CountedValue]:
        return [
            {
                "text": output_words(self._definition, {name: value}, name, self._texts),
                "count": count,
            }
            for value, count in Counter(counted).most_common()
        ]
