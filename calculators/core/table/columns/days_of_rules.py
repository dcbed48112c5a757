"""The day of a row's rules, in a column of them."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from calculators.core.inputs.dates import read_date
from calculators.core.inputs.errors import InputError
from calculators.core.rules.dated_rules import DAYS
from calculators.core.table.columns.headings import Headings


class DaysOfRules:
    """Reads the cells of the ``column``; a file has few days and a million rows."""

    def __init__(self, headings: Headings, column: int) -> None:
        self._column = column
        self._text = headings.readings.rules_day(column)
        self._read = lru_cache(DAYS)(self._of)

    def of(self, own: Sequence[str]) -> date | InputError | None:
        """The day; ``None`` where the cell is empty, and why where it cannot be read."""
        return self._read(own[self._column])

    def _of(self, cell: str) -> date | InputError | None:
        if not (text := self._text(cell)):
            return None
        try:
            return read_date(text)
        except InputError as error:
            return error
