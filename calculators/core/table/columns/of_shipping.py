"""Columns whose heading no list has, and that may tell when orders were shipped and signed for."""

from collections.abc import Collection, Iterable, Iterator

from calculators.core.definition import Definition
from calculators.core.inputs.normalising import bare
from calculators.core.table.columns.column_readings import ColumnReadings
from calculators.core.table.columns.layout import Layout
from calculators.core.table.columns.zones import zone_of
from calculators.core.table.names import headings_alone, names_of
from calculators.core.text.catalogue import LANGUAGES

# What a shop says itself of its shipping; a courier's records go before it.
CLICK = "shipped_at"


def shipping_columns(
    definition: Definition,
    layout: Layout,
    readings: ColumnReadings,
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
        if at not in taken and not any(word in _apart(name) for word in others)
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
        # Of orders that all wait none has a moment yet.
        empty = headings_alone(definition, field)
        yield field, tuple(at for at in like if _may_tell(layout, readings, field, at, empty))


def _may_tell(
    layout: Layout, readings: ColumnReadings, field: str, column: int, empty: Collection[str]
) -> bool:
    """Whether a column holds moments, or nothing below a heading that may be ``empty``."""
    if readings.hold_moments(field, column):
        return True
    return layout.keys[column] in empty and not any(map(bare, layout.cells_of(column)))


def _apart(name: str) -> str:
    """A key in which no two words make a third: the date of a pickup is no update.

    Nor is the first update of a parcel one that changes anything.
    """
    name = name.replace("pickup", "pickup ").replace("pickedup", "pickedup ")
    return name.replace("update", "") if "first" in name else name
