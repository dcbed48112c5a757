"""Headings that are like the names of several fields: short for some, and meant for one."""

from collections.abc import Callable, Collection, Mapping
from itertools import chain

type Columns = Mapping[str, tuple[int, ...]]


def told_apart(
    similar: Columns, is_likely: Callable[[str, int], bool], idle: Collection[str]
) -> dict[str, tuple[int, ...]]:
    """The columns that are like each field, without those that are another's.

    A column that several are like belongs to those that it is likely to be by name, if any, else
    to those that are not ``idle``, which hang on something that the table does not tell.
    """
    taken = shared(similar)
    found: dict[str, tuple[int, ...]] = {}
    claimed = {
        (field, at)
        for field, columns in similar.items()
        for at in columns
        if at in taken and is_likely(field, at)
    }
    claims = {at for _, at in claimed}
    for field, columns in similar.items():
        found[field] = tuple(
            at
            for at in columns
            if at not in taken or ((field, at) in claimed if at in claims else field not in idle)
        )
    return found


def shared(similar: Columns) -> frozenset[int]:
    """The columns that several fields are like."""
    columns = list(chain.from_iterable(similar.values()))
    return frozenset(at for at in columns if columns.count(at) > 1)
