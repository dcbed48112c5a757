"""What the rows of an answered table look like: the file's own cells, then those of the answer."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.core.answers import OutputValue
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of
from calculators.core.output.presentation import output_words
from calculators.core.table import cells
from calculators.core.table.columns.of_answers import answer_headings
from calculators.core.table.columns.serials import are_serials
from calculators.core.table.names import ON
from calculators.core.table.orders.lost_digits import LostDigits
from calculators.core.table.orders.merging import SameAsAbove
from calculators.core.table.planning.plan import Plan
from calculators.core.table.table import Table
from calculators.core.text.patterns import lazy_pattern

# A spreadsheet keeps fifteen digits of a number: with a tab behind it, it is a text.
_LONG_NUMBER = lazy_pattern(r"^\d{12,40}$", re.ASCII)


class Writing:
    """Writes rows: in ids, or in the reader's words, as the ``plan`` says.

    ``order`` is the column of the orders' numbers, if any. What is written reads as the same when
    it is opened here again, also what a workbook told beside its cells' texts.
    """

    def __init__(self, table: Table, plan: Plan, order: int | None) -> None:
        self._order = order
        # Cells are merged nowhere else.
        self._of_workbook = table.layout.is_of_workbook
        self._counted = _counted_from_1904(table, plan)
        self._definition = table.definition
        self._texts = table.texts
        self._totals = table.totals
        self._own_headings = table.layout.as_written
        self._outputs = outputs_of(table.definition.outputs)
        self._empty = [""] * len(self._outputs)
        self._words = plan.words
        self._worded: dict[tuple[str, Any], str] = {}

    def headings(self) -> list[str]:
        """The file's own headings and those of the answer."""
        own = self._own_headings
        new = answer_headings(self._definition, self._texts, own, words=self._words)
        return cells.all_safe([*own, *new])

    def answered(
        self, own: list[str], outputs: Mapping[str, OutputValue], remark: str
    ) -> list[str]:
        """A row with its answer."""
        if self._words:
            answer = [cells.safe(self._in_words(name, value)) for name, value in outputs.items()]
        else:
            answer = [
                value if type(value) is str else _in_codes(value) for value in outputs.values()
            ]
        safe = cells.all_safe(self._own(own))
        return [*safe, *answer, cells.safe(remark) if remark else ""]

    def unanswered(self, own: list[str], remark: str) -> list[str]:
        """A row without one, and why."""
        return [*cells.all_safe(self._own(own)), *self._empty, cells.safe(remark)]

    def further(self, own: list[str], remark: str) -> list[str]:
        """A further row of an order: an amount merged with the one above adds nothing to it."""
        if self._of_workbook:
            own = ["0" if type(cell) is SameAsAbove else cell for cell in own]
        return self.unanswered(own, remark)

    def _own(self, row: list[str]) -> list[str]:
        """The file's own cells."""
        if self._order is not None and type(row[self._order]) is LostDigits:
            row = row.copy()
            row[self._order] = _as_rounded(row[self._order])
        if self._counted:
            row = row.copy()
            for at, read in self._counted.items():
                if (moment := read(row[at])) and not isinstance(moment, cells.Unreadable):
                    row[at] = moment
        if self._words and any(map(_LONG_NUMBER.match, row)):
            self._totals.kept += 1
            row = [f"{cell}\t" if _LONG_NUMBER.match(cell) else cell for cell in row]
        return row

    def _in_words(self, name: str, value: Any) -> str:
        if value is not None and self._outputs[name].is_figure:
            return str(value)
        asked = (name, tuple(value) if isinstance(value, list) else value)
        if asked not in self._worded:
            self._worded[asked] = output_words(self._definition, {name: value}, name, self._texts)
        return self._worded[asked]


def _counted_from_1904(table: Table, plan: Plan) -> dict[int, cells.Reading]:
    """How to write what counts days from 1904, by column: as the moments that they are.

    Nothing in a text tells that such a number is of another calendar than all others.
    """
    found: dict[int, cells.Reading] = {}
    if not table.opened.from_1904:
        return found
    fields, headings = fields_of(table.definition.inputs), table.headings
    for name, at in plan.columns.items():
        if not are_serials(table.layout.cells_of(at)):
            continue
        if name == ON:
            found[at] = headings.readings.rules_day(at)
        elif name in fields and fields[name].is_point_in_time:
            found[at] = headings.readings.of(name, at)
    return found


def _as_rounded(number: str) -> str:
    """A number that lost digits, written as one, so that it passes for no whole one: 6.92E+18."""
    mantissa, exponent = f"{Decimal(number):E}".split("E")
    return f"{mantissa.rstrip('0').rstrip('.')}E{exponent}"


def _in_codes(value: Any) -> str:
    if value is None:
        return ""
    return ";".join(value) if isinstance(value, list) else str(value)
