"""What the cells of a row tell of inputs that stand in none of them."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from calculators.core.arithmetic.time_limits import after_hours
from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.table.row_inputs import Parsed


class Completing:
    """Adds it to the inputs of each row; ``values`` are those given for all rows.

    ``names`` are the inputs that stand in columns.
    """

    def __init__(
        self, definition: Definition, values: Mapping[str, Any], names: Collection[str]
    ) -> None:
        files = definition.files
        self._files = files
        self._fields = fields_of(definition.inputs)
        self._values = values
        known = {*names, *values}
        self._chooses = bool(files and files.told)
        # Of a row without the payment that others have as much is known as without its column.
        self._paid_at = files.paid_at if files else ""
        unpaid = files.without.get(files.paid_at, {}) if files else {}
        self._unpaid = {name: self._fields[name].read(text) for name, text in unpaid.items()}
        # What is none, or some, by the word of a row.
        self._settled = [
            (name, other)
            for name, other in (files.settled.items() if files else ())
            if other in names
        ]
        # Moments at the end of a span that is known of the file, where no row names them.
        self._ends = [
            (moment, begin, span)
            for moment, (begin, span) in (files.ends.items() if files else ())
            if moment not in values and {begin, span}.issubset(known)
        ]
        self.is_idle = not (self._chooses or self._unpaid or self._settled or self._ends)
        # What no such moment is needed for where it is given, here or in a row: hours prevail.
        ended = {moment for moment, _, _ in self._ends}
        instead = files.instead if files else {}
        enough = {name for name, others in instead.items() if ended.intersection(others)}
        enough.difference_update(values)
        if self._unpaid:
            enough.add(self._paid_at)
        self._enough = None if self._chooses or self._settled else sorted(enough)

    def completed(self, parsed: Parsed) -> Parsed:
        """The inputs of a row with what else it tells."""
        if self._enough is None:
            return self._more(parsed)
        for name in self._enough:
            if parsed.get(name) is None:
                return self._more(parsed)
        return parsed

    def _more(self, parsed: Parsed) -> Parsed:
        found = dict(parsed)
        if self._unpaid and found.get(self._paid_at) is None:
            found |= self._unpaid
        if self._chooses and self._files:
            told = self._files.chosen({**self._values, **found})
            found |= {name: self._fields[name].read(text) for name, text in told.items()}
        for name, other in self._settled:
            # Also where it is given for all the others.
            if found[other] is False and found.get(name) is None:
                found[name] = 0
            elif found[other] is True and self._value(found, name) == 0:
                found[name] = 1  # late at all: by less than a full one
        for name, begin, span in self._ends:
            if found.get(name) is not None:
                continue
            start, hours = self._value(found, begin), self._value(found, span)
            if isinstance(start, datetime) and isinstance(hours, int):
                found[name] = after_hours(start, hours)
        return found

    def _value(self, found: Parsed, name: str) -> Any:
        """What a row, or else what is given for all, says of an input."""
        own = found.get(name)
        return self._values.get(name) if own is None else own

    @property
    def settled(self) -> list[str]:
        """The inputs that a word of a row may settle, whatever stands in their own cells."""
        return [name for name, _ in self._settled]

    def some(self, parsed: Parsed) -> set[str]:
        """The inputs of which a row says that there are some, but not how many."""
        return {name for name, other in self._settled if parsed[other] is True}
