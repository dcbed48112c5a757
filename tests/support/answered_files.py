"""Files of orders answered as page and terminal do it, alone or joined with their parcels."""

import csv
import io
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from calculators import definition
from calculators.core.answers import Dashboard
from calculators.core.table.answering import answered
from calculators.core.table.collecting import Collected
from calculators.core.table.files.opening import open_table
from calculators.core.table.parcels.joining import JoinedTable, parcels_first, sure_columns
from calculators.core.table.planning.plan import Asked, Plan, plan
from calculators.core.table.table import Table
from tests.support.made_day import NOW, made_day, orders_file, parcels_file


@dataclass(frozen=True)
class AnsweredFiles:
    """What came of it: the answered bytes, the table with its totals, what was collected."""

    written: bytes
    table: Table
    plan: Plan
    collected: Collected | None

    @property
    def rows(self) -> list[dict[str, str]]:
        """The rows by their headings."""
        text = self.written.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    @property
    def dashboard(self) -> Dashboard:
        assert self.collected
        return self.collected.dashboard()

    @property
    def notes(self) -> str:
        return "\n".join(self.table.totals.words()["notes"])

    def column(self, heading: str) -> list[str]:
        return [row[heading] for row in self.rows]


def answer_files(  # noqa: PLR0913 (what can be asked of files)
    first: str | bytes,
    second: str | bytes | None = None,
    *,
    calculator: str = "order-check",
    lang: str = "en",
    now: datetime = NOW,
    words: bool = False,
    swapped: bool = False,
    given: Mapping[str, str] | None = None,
    columns: Mapping[str, int] | None = None,
) -> AnsweredFiles:
    """One file answered, or two; ``columns`` are those of the parcels, where not the sure ones."""
    with tempfile.TemporaryFile() as kept, tempfile.TemporaryFile() as kept_too:
        table = _table(kept, first, calculator, lang)
        parcels = None if second is None else _table(kept_too, second, calculator, lang)
        if parcels and parcels_first(table.headings, parcels.headings) != swapped:
            table, parcels = parcels, table
        planned = plan(table.headings, Asked(given=given or {}), now, words=words)
        if parcels:
            sure = sure_columns(parcels.headings) if columns is None else columns
            joined = JoinedTable(table, planned, parcels, sure)
            table, planned = joined, joined.plan
        collected = Collected.of(table, planned)
        written = b"".join(answered(table, planned, collected))
    return AnsweredFiles(written, table, planned, collected)


def answer_made_day(calculator: str) -> None:
    """Answer the made-up day, where the calculator looks at whole files; all of it is worded."""
    files = definition(calculator).files
    if files and files.dashboard:
        orders = made_day()
        assert answer_files(orders_file(orders), parcels_file(orders)).dashboard["orders"]


def _table(file: IO[bytes], data: str | bytes, calculator: str, lang: str) -> Table:
    file.write(data.encode("utf-8-sig") if isinstance(data, str) else data)
    return Table(definition(calculator), open_table(file), lang)


def table_of(rows: Sequence[Sequence[str]]) -> str:
    """Rows as CSV."""
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows(rows)
    return made.getvalue()
