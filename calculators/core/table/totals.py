"""What a table of answers adds up to: sums of money, counts of kinds, the first rows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from calculators.core.definition import Definition
from calculators.core.outcome import Outcome, outputs_of
from calculators.core.presenting import column_label, output_words
from calculators.core.texts import Texts
from calculators.core.wording import exact_amount

# As many rows as help to see whether it is right; all of them are in the file.
SHOWN = 10
# And of the rows without an answer, some for each reason.
REASONS, ROWS = 10, 5
_COUNTED = ("choice", "yes_no")


class Totals:
    """Grows row by row, and stays small however long the table is."""

    def __init__(self, definition: Definition, texts: Texts) -> None:
        outputs = outputs_of(definition.outputs)
        self._definition = definition
        self._texts = texts
        self.answered = 0
        self.refused = 0
        self.blank = 0
        self._sums = {name: Decimal(0) for name, each in outputs.items() if each.kind == "money"}
        self._counts: dict[str, Counter[Any]] = {
            name: Counter() for name, each in outputs.items() if each.kind in _COUNTED
        }
        self._said: dict[str, dict[str, str]] = {"warnings": {}, "excludes": {}}
        self._first: list[dict[str, Any]] = []
        self._wrong: dict[str, dict[str, Any]] = {}

    def count(
        self, row: int, own: Sequence[str], outcome: Outcome, outputs: Mapping[str, Any]
    ) -> None:
        """One answered row; ``row`` as a spreadsheet numbers it, ``own`` its own cells."""
        self.answered += 1
        for name in self._sums:
            self._sums[name] += getattr(outcome.outputs, name) or 0
        for name, counter in self._counts.items():
            counter[outputs[name]] += 1
        for table, said in (("warnings", outcome.warnings), ("excludes", outcome.excludes)):
            for each in said:
                if each.code not in self._said[table]:
                    text = self._texts.say(table, each.code, values=each.values)
                    self._said[table][each.code] = text
        if len(self._first) < SHOWN:
            words = [output_words(self._definition, outputs, name, self._texts) for name in outputs]
            self._first.append({"row": row, "own": list(own), "outputs": words})

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

    def words(self) -> dict[str, Any]:
        """All of it, ready for JSON, worded for the reader."""
        return {
            "answered": self.answered,
            "refused": self.refused,
            "blank": self.blank,
            "sums": [
                {"id": name, "label": self._label(name), "text": exact_amount(total, self._texts)}
                for name, total in self._sums.items()
            ],
            "counts": [
                {"id": name, "label": self._label(name), "parts": self._parts(name, counter)}
                for name, counter in self._counts.items()
            ],
            **{table: list(said.values()) for table, said in self._said.items()},
            "first": self._first,
            "wrong": list(self._wrong.values()),
        }

    def _label(self, name: str) -> str:
        return column_label(self._definition, name, self._texts)

    def _parts(self, name: str, counter: Counter[Any]) -> list[dict[str, Any]]:
        return [
            {
                "text": output_words(self._definition, {name: value}, name, self._texts),
                "count": count,
            }
            for value, count in counter.most_common()
        ]
