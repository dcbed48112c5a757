"""Rows further down that show what stands in columns which the first rows leave empty.

The newest orders often stand on top: nothing was asked for after their sale yet, and no parcel was
scanned. By a heading alone nobody knows whether such a column is read.
"""

from collections.abc import Iterator
from contextlib import suppress
from itertools import takewhile

from calculators.core.inputs.errors import InputError
from calculators.core.table import cells
from calculators.core.table.columns.layout import SAMPLES, Layout
from calculators.core.table.no_orders.rows import NoOrder
from calculators.core.table.numbered_rows import Numbered
from calculators.core.table.sums.labels import SURE, kind_of

# Further down nothing is looked for: a table shows its columns before anything else is done.
LOOKED = 5_000


def further_rows(layout: Layout, rows: Numbered) -> tuple[tuple[int, list[str]], ...]:
    """The first of the numbered ``rows`` of orders that fill columns which are ``empty`` so far.

    ``rows`` are all below the headings. What cannot be read on is told when it is answered.
    """
    if layout.whole or not layout.empty:
        return ()
    with suppress(InputError):
        return tuple(_filling(layout, rows))
    return ()


def _filling(layout: Layout, rows: Numbered) -> Numbered:
    missing = dict.fromkeys(layout.empty, SAMPLES)
    for number, row in _orders(layout, rows):
        own, surplus = layout.parted(row)
        filled = [at for at in missing if own[at] and cells.bare(own[at])]
        if not filled or layout.is_too_wide(own, surplus):
            continue
        if "".join(own) in layout.again or any(kind_of(each) == SURE for each in own):
            continue
        yield number, own
        for at in filled:
            missing[at] -= 1
        missing = {at: count for at, count in missing.items() if count}
        if not missing:
            return


def _orders(layout: Layout, rows: Numbered) -> Iterator[tuple[int, list[str]]]:
    """Those below the first rows, as far as they are looked at."""
    seen, last = layout.numbers[-1] if layout.numbers else 0, layout.first + LOOKED
    near = takewhile(lambda each: each[0] < last, rows)
    for number, row in layout.of_orders.of(near, layout.orders_from, whole=False):
        if number > seen and type(row) is not NoOrder:
            yield number, row
