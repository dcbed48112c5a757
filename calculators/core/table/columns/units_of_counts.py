"""The unit of counts of pieces, from all that a table says of it beside their headings.

A heading that names another unit is none that is known, so that it is asked about.
"""

from functools import cached_property
from itertools import pairwise

from calculators.core.inputs.normalising import bare
from calculators.core.table import cells
from calculators.core.table.columns.layout import Layout
from calculators.core.table.columns.said_beside import described, notes, titles, upper_headings
from calculators.core.table.columns.units_of_durations import is_number
from calculators.core.table.names import key
from calculators.core.table.units_of_count import OTHER, stated, tells_unit, whole

# Different cells in a column of units; there are not many.
_KEPT = 1000


class CountUnits:
    """Tells whether the numbers of a column, or of a row, count anything but pieces.

    ``of_amounts``: the table may hold amounts, too.
    """

    def __init__(self, layout: Layout, *, of_amounts: bool) -> None:
        self._layout = layout
        self._of_amounts = of_amounts
        self._known: dict[str, bool] = {}

    def is_other(self, column: int) -> bool:
        """Whether descriptions, upper headings or titles say so of a column."""
        layout = self._layout
        ways = (
            map(self._stated, described(layout, column)),
            map(self._stated, upper_headings(layout, column)),
            iter([self._of_table]),
        )
        said = (frozenset[str]().union(*each) for each in ways)
        return OTHER in next(filter(None, said), frozenset())

    @cached_property
    def of_rows(self) -> int | None:
        """The column of the units of each row, if there is one."""
        keys = map(key, self._layout.headings)
        return next((at for at, each in enumerate(keys) if tells_unit(each)), None)

    def is_other_unit(self, cell: str) -> bool:
        """Whether a cell of that column names another unit."""
        if cell not in self._known:
            if len(self._known) > _KEPT:
                self._known.clear()
            self._known[cell] = whole(bare(cell), of_amounts=self._of_amounts) == OTHER
        return self._known[cell]

    def _stated(self, text: str) -> frozenset[str]:
        return stated(text, of_amounts=self._of_amounts)

    @cached_property
    def _of_table(self) -> frozenset[str]:
        """What titles above, and notes below, say of all counts."""
        found: set[str] = set()
        for texts in titles(self._layout):
            # 单位：, 千件
            joined = (f"{mark.rstrip(':：')}：{unit}" for mark, unit in pairwise(texts))
            found.update(*map(self._stated, [*texts, *joined]))
        for text in notes(self._layout):
            if whole(text) is None:
                found.update(self._stated(text))
        return frozenset(found)


def counted(text: str) -> str:
    """A bare text of a column that does not count pieces, as a field of them takes it.

    What names its unit stays; of a number alone no field reads anything.
    """
    return cells.Unreadable("other_unit_of_count") if is_number(text) else text
