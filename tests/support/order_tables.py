"""A file of orders answered in one go, for tests of what is read in it."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from calculators import definition
from calculators.core.table.answering import answered
from calculators.core.table.files.opening import open_table
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.table import Table
from tests.support.pinned import NOW, PINNED


@dataclass(frozen=True)
class AnsweredTable:
    """What a table came to: the amount of each row, the remarks, the notes in English."""

    table: Table
    amounts: list[str]
    remarks: list[str]

    @property
    def notes(self) -> str:
        """All notes above the totals."""
        return "\n".join(self.table.totals.words()["notes"])


def table_of(data: str | bytes, calculator: str = "late-delivery") -> Table:
    """The table in the bytes, or the text, of a file."""
    raw = data if isinstance(data, bytes) else data.encode()
    return Table(definition(calculator), open_table([raw]), "en")


def answer_table(
    data: str | bytes,
    calculator: str = "late-delivery",
    *,
    chosen: Mapping[str, str] | None = None,
    given: Mapping[str, str] | None = None,
    units: Mapping[str, str] | None = None,
) -> AnsweredTable:
    """The table answered, by the rules of the pinned day unless something else is ``given``."""
    table = table_of(data, calculator)
    asked = Asked(chosen or {}, {"on": PINNED} if given is None else given, units or {})
    planned = plan(table.headings, asked, NOW, words=False)
    written = b"".join(answered(table, planned)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(written, newline="")))[table.layout.first - 1 :]
    width = len(table.layout.headings)
    return AnsweredTable(table, [row[width] for row in rows], [row[-1] for row in rows])
