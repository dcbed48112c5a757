"""Columns whose heading no list has, and that may tell when orders were shipped and signed for."""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice

from calculators.core.definition import Definition
from calculators.core.inputs.errors import accepts
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.fields import fields_of
from calculators.core.table import cells
from calculators.core.table.columns.layout import SAMPLES, Layout
from calculators.core.table.columns.zones import zone_of
from calculators.core.table.names import names_of
from calculators.core.text.catalogue import LANGUAGES

# What a shop says itself of its shipping; a courier's records go before it.
CLICK = "shipped_at"

# How to read the cells of a column as a field.
type ReadingOf = Callable[[str, int], cells.Reading]


def shipping_columns(
    definition: Definition,
    layout: Layout,
    reading: ReadingOf,
    fields: Iterable[str],
    taken: Collection[int],
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The ``fields``, each with the columns that are called like it and hold moments.

    ``taken`` are the columns that surely hold something else.
    """
    others = names_of(definition, "other_moments")
    free = [
        (at, name)
        for at, name in enumerate(layout.keys)
        if at not in taken and not any(word in name for word in others)
        # From a clock that cannot be told no hours follow.
        if zone_of(layout.headings[at]) is not None
    ]
    chinese = definition.texts(LANGUAGES[0])
    for field in fields:
        if not chinese.has("table", f"like_{field}"):
            continue
        words, unlike = (
            names_of(definition, text) if chinese.has("table", text) else []
            for text in (f"like_{field}", f"unlike_{field}")
        )
        like = [
            at
            for at, name in free
            if any(word in name for word in words) and not any(word in name for word in unlike)
        ]
        moment = fields_of(definition.inputs)[field]
        yield (
            field,
            tuple(at for at in like if _holds_moments(moment, reading(field, at), at, layout)),
        )


def _holds_moments(field: Field, read: cells.Reading, column: int, layout: Layout) -> bool:
    """Whether the first cells of a column that say something all read as the ``field``."""
    told = filter(None, map(read, layout.cells_of(column)))
    first = list(islice(told, SAMPLES))
    return bool(first) and all(accepts(field.read, each) for each in first)
