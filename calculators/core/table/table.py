"""A table of orders, from its bytes to the bytes of the same table with answers."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from calculators.core.answer import refused_text
from calculators.core.definition import Definition
from calculators.core.fields import fields_of
from calculators.core.inputs import InputsRefused
from calculators.core.kinds import ChoiceField, ChoiceListField, YesNoField
from calculators.core.outcome import outputs_of, plain_outputs
from calculators.core.presenting import column_label, input_words, output_words
from calculators.core.refusal import Refusal
from calculators.core.table import cells
from calculators.core.table.columns import Headings, key, names_in
from calculators.core.table.decoding import lines_of
from calculators.core.table.layout import layout_of
from calculators.core.table.plan import Plan
from calculators.core.table.records import HEAD, records
from calculators.core.table.row_answers import RowAnswers
from calculators.core.table.totals import Totals

ERRORS = "errors"
# Rows answered between two signs of progress: some tens of milliseconds on a phone.
PIECE = 200
# What may stand behind the name of a row of totals: ``合计：2 单``.
_BRACKETS = " \t（(【["
_COUNTED = re.compile(r"[\d,.，单条笔行个件元]+$")
# What stays as it is also in words: a spreadsheet is to count on with it.
_FIGURES = ("money", "percent", "integer", "date", "time")


class Table:
    """A table of orders for one calculator, read once, from the top.

    ``chunks`` are the bytes of a CSV file, or of what a spreadsheet put on the clipboard. Raises
    :class:`~calculators.core.refusal.Refused` with ``workbook``, ``no_text``, ``no_lines``,
    ``no_rows`` or ``only_headings``.
    """

    def __init__(self, definition: Definition, chunks: Iterable[bytes], lang: str) -> None:
        self.definition = definition
        self.texts = definition.texts(lang)
        lines = lines_of(chunks)
        head = list(islice(lines, HEAD))
        self.layout = layout_of(definition, head, self.texts.get("table", "column"))
        self.headings = Headings(definition, self.layout.headings)
        self.totals = Totals(definition, self.texts)
        self._records = records(chain(head, lines), self.layout.delimiter)
        self._outputs = outputs_of(definition.outputs)
        # What a row of totals is called: no order, and its amounts are in the rows above.
        self._sums = names_in("total_rows", definition)
        self._begin_sums = {name[:1] for name in self._sums}
        self._worded: dict[tuple[str, Any], str] = {}

    def answered(self, plan: Plan) -> Iterator[bytes]:
        """The answered table as UTF-8 with a mark, a piece at a time; to be called once.

        Every column and row stays, in order, with the output columns and one for errors behind;
        a row that cannot be answered says why and does not stop the others.
        """
        rows = self._rows(plan)
        mark = "\ufeff"
        while piece := list(islice(rows, PIECE)):
            text = io.StringIO(mark)
            text.seek(len(mark))
            csv.writer(text, lineterminator="\r\n").writerows(
                [list(map(cells.safe, row)) for row in piece]
            )
            yield text.getvalue().encode()
            mark = ""

    def _rows(self, plan: Plan) -> Iterator[list[str]]:
        layout, answers = self.layout, RowAnswers(self.definition, plan)
        yield from islice(self._records, layout.above)
        if layout.written:
            next(self._records)
        yield [*layout.headings, *self._new_headings(words=plan.words)]
        first = layout.above + (2 if layout.written else 1)
        for number, row in enumerate(self._records, start=first):
            yield self._row(number, row, answers, plan)

    def _row(self, number: int, row: list[str], answers: RowAnswers, plan: Plan) -> list[str]:
        width = len(self.layout.headings)
        own, surplus = row[:width] + [""] * (width - len(row)), row[width:]
        if not any(cell.strip() for cell in row):
            self.totals.blank += 1
            return self._unanswered(own, "")
        if len(row) > max(width, self.layout.width) or any(cell.strip() for cell in surplus):
            # A cell too many, and what follows may stand under a wrong heading: the amount, too.
            # Nothing is lost: the surplus goes last.
            return [
                *self._refused(number, own, self.texts.get("errors", "too_many_cells")),
                *surplus,
            ]
        asked = plan.columns.values()
        if any(self._is_sum(cell) and at not in asked for at, cell in enumerate(own)):
            return self._refused(number, own, self.texts.get("errors", "no_order"))
        try:
            outcome = answers.outcome(own)
        except InputsRefused as refused:
            return self._refused(number, own, self._reasons(refused, words=plan.words))
        outputs = plain_outputs(outcome.outputs)
        self.totals.count(number, own, outcome, outputs)
        write = self._in_words if plan.words else _in_codes
        return [*own, *(write(name, value) for name, value in outputs.items()), ""]

    def _is_sum(self, cell: str) -> bool:
        if cell.lstrip(_BRACKETS)[:1].casefold() not in self._begin_sums:
            return False
        return _COUNTED.sub("", key(cell)) in self._sums

    def _reasons(self, refused: InputsRefused, *, words: bool) -> str:
        refusals = map(self._with_words, refused.refusals) if words else refused.refusals
        reasons = (refused_text(self.texts, each) for each in refusals)
        return self.texts.get("words", "clauses").join(reasons)

    def _with_words(self, refusal: Refusal) -> Refusal:
        """A choice that is none is told the words that would be, not the ids."""
        if refusal.code != "not_a_choice":
            return refusal
        field = fields_of(self.definition.inputs)[refusal.field]
        assert isinstance(field, ChoiceField | ChoiceListField | YesNoField)
        words = (input_words(refusal.field, field, each, self.texts) for each in field.choices)
        return Refusal(refusal.field, refusal.code, {"choices": tuple(words)})

    def _refused(self, number: int, own: list[str], reason: str) -> list[str]:
        self.totals.refuse(number, reason)
        return self._unanswered(own, reason)

    def _unanswered(self, own: list[str], reason: str) -> list[str]:
        return [*own, *[""] * len(self._outputs), reason]

    def _new_headings(self, *, words: bool) -> Iterator[str]:
        taken = set(self.layout.headings)
        again = self.texts.get("table", "again") if words else "{name}_answer"
        for output in (*self._outputs, ERRORS):
            name = self._heading_in_words(output) if words else output
            while name in taken:
                name = again.format(name=name)
            taken.add(name)
            yield name

    def _heading_in_words(self, output: str) -> str:
        if output == ERRORS:
            return self.texts.get("table", "errors")
        return column_label(self.definition, output, self.texts)

    def _in_words(self, name: str, value: Any) -> str:
        if value is not None and self._outputs[name].kind in _FIGURES:
            return str(value)
        asked = (name, tuple(value) if isinstance(value, list) else value)
        if asked not in self._worded:
            self._worded[asked] = output_words(self.definition, {name: value}, name, self.texts)
        return self._worded[asked]


def _in_codes(_: str, value: Any) -> str:
    if value is None:
        return ""
    return ";".join(value) if isinstance(value, list) else str(value)
