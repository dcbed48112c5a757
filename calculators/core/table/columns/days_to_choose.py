"""The columns to choose the day of the rules from, where none is called so."""

from collections.abc import Callable, Iterable

from calculators.core.definition import Definition
from calculators.core.inputs.dates import read_date
from calculators.core.inputs.errors import accepts
from calculators.core.table import cells
from calculators.core.table.columns.layout import Layout
from calculators.core.table.names import headings_of

# An export has a dozen times; more than a few are no help.
_MOST = 4
# The moments by which rules are told, whatever calculator asks.
_TELLING = ("shipped_at", "promised_at", "paid_at")


def days_to_choose(
    definition: Definition,
    layout: Layout,
    columns: Iterable[int],
    day: Callable[[int], cells.Reading],
) -> tuple[int, ...]:
    """Those of the ``columns`` in whose first rows a day stands, the likeliest first, and few.

    ``day`` gives for a column how its cells become the text of one. Likelier are moments that rules
    are told by, then what is filled in more rows.
    """
    known = frozenset(name for each in _TELLING for name in headings_of(definition, each))

    def filled(column: int) -> int:
        texts = map(day(column), layout.cells_of(column))
        return sum(bool(text) and accepts(read_date, text) for text in texts)

    counts = {column: count for column in columns if (count := filled(column))}
    found = sorted(counts, key=lambda at: (layout.keys[at] not in known, -counts[at], at))
    return tuple(found[:_MOST])
