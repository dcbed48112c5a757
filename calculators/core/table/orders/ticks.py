"""A column in which nothing but ticks stands: what is not ticked was not late."""

from collections.abc import Callable, Iterator

from calculators.core.table import cells
from calculators.core.table.columns.headings import Headings
from calculators.core.table.numbered_rows import PIECE, Numbered
from calculators.core.table.planning.plan import Plan


class Ticks:
    """Looks whether the column of whether orders were late is one, where nothing else tells it.

    ``name`` is the input that it tells.
    """

    def __init__(self, headings: Headings, plan: Plan) -> None:
        files = headings.definition.files
        self.name = ""
        self._at = -1
        self.are_alone = False
        for hours, name in files.settled.items() if files else ():
            # By moments, or by hours, a row without a tick may be late all the same.
            told = hours in plan.columns or (files and files.follows(hours, plan.known))
            if name in plan.columns and not told:
                self.name, self._at = name, plan.columns[name]
                self._read = headings.readings.of(name, self._at)

    def look(self, rows: Callable[[], Numbered]) -> Iterator[bytes]:
        """Go through all ``rows`` as far as needed; empty pieces are signs of progress."""
        if self._at < 0:
            return
        ticked = False
        for number, row in rows():
            cell = row[self._at] if self._at < len(row) else ""
            said = self._read(cell) if cell else ""
            if said == "yes":
                ticked = True
            elif said or cells.bare(cell):
                return
            if not number % PIECE:
                yield b""
        self.are_alone = ticked
