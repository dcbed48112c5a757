"""What a row says of a sub-order that has no number but its order's: what was sold, and the rest.

Exports of several days repeat such a row, and programs write so the parts of an order. What stays
as it was tells the parts from each other; what changes with time tells nothing.
"""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from calculators.core.definition import Definition
from calculators.core.inputs.dates import read_date
from calculators.core.inputs.errors import accepts
from calculators.core.inputs.field_types.moments import TimeField
from calculators.core.table import cells
from calculators.core.table.columns.layout import Layout
from calculators.core.table.names import names_of
from calculators.core.table.orders.lost_digits import Rounding, has_lost_digits
from calculators.core.table.orders.order_numbers import key
from calculators.core.text.patterns import lazy_pattern

# 400, 400.00 and 1,234.5, also behind the sign of the currency: longer figures name a thing.
_NUMBER = lazy_pattern(r"¥?[+-]?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,14})(?:\.\d{1,6})?", re.ASCII)
_LONGEST = 40
# A column that is not known to be rounded as a whole.
_WHOLE = Rounding(0, binary=False)


class ItemContents:
    """Reads of a row what stays; ``taken`` are the columns of numbers, amounts and inputs."""

    def __init__(self, definition: Definition, layout: Layout, taken: Collection[int]) -> None:
        keys = layout.keys
        staying = staying_columns(definition, layout, taken)
        sold, counted = (names_of(definition, each) for each in ("of_sold", "of_counted"))
        found = [
            at
            for at in staying
            if any(word in keys[at] for word in sold)
            if not any(word in keys[at] for word in counted)
        ]
        # A spreadsheet that has written one copy of a long number tells that of no other.
        whole = [at for at in found if not _loses_digits(layout, at)]
        if whole:
            staying = [at for at in staying if at in whole or not _loses_digits(layout, at)]
        self._sold = whole or found
        self._others = [at for at in staying if at not in self._sold]

    def of(self, own: Sequence[str], order: int) -> tuple[int, int]:
        """What was sold of the order of that key, and all that stays: 63 bits each."""
        sold = "\0".join([str(order), *(_as_value(own[at]) for at in self._sold)])
        return key(sold), key("\0".join([sold, *(_as_value(own[at]) for at in self._others)]))


def staying_columns(definition: Definition, layout: Layout, taken: Collection[int]) -> list[int]:
    """The columns whose cells stay as they are from one export to the next."""
    changing, of_rows = (names_of(definition, each) for each in ("changing", "of_rows"))
    return [
        at
        for at, each in enumerate(layout.keys)
        if at not in taken
        if each not in of_rows and not any(word in each for word in changing)
        if not _are_moments(layout.samples(at))
    ]


def _as_value(cell: str) -> str:
    """A cell as a text that is the same however a program has written its value."""
    text = cells.bare(cell)
    if len(text) > _LONGEST or not _NUMBER.fullmatch(text):
        return text
    # A spreadsheet drops the noughts at both ends.
    number = Decimal(text.lstrip("¥").replace(",", ""))
    return f"{number.normalize():f}"


def _loses_digits(layout: Layout, column: int) -> bool:
    """Whether the number of a thing has lost digits in one of the first rows."""
    below = layout.cells_of(column)
    return any(has_lost_digits(each, cells.bare(each), _WHOLE) for each in below)


def _are_moments(samples: Sequence[str]) -> bool:
    texts = [text for each in samples if (text := cells.bare(each))]
    time = TimeField()
    return bool(texts) and all(
        not text.isdigit() and (accepts(time.read, text) or accepts(read_date, text))
        for text in texts
    )
