"""The headings of a table once more, of which some are new: an export gains columns over time."""

import sys
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from calculators.core.text.patterns import lazy_pattern

# With fewer columns in common a table of another kind has as much.
_FEWEST = 3
# What a list of some of the same orders is about.
_OF_SOME = lazy_pattern(
    r"退|售后|维权|赔|罚|扣|发票|开票|关闭|取消|投诉|异常|refund|return|claim|penalt|invoice|cancel|closed"
)
# What a column that no list knows may be read for all the same.
_MAY_BE_READ = lazy_pattern(
    r"[时日天晚迟超款额价费钱付收单号]|状态|承诺|发货|期限|是否|平台|原因"
    r"|time|date|day|hour|late|status|state|amount|price|paid|order|number|ship|platform"
)


class Beyond(list[str]):
    """The cells of a row below headings that are new: none of them is a cell too many."""

    __slots__ = ()


class Widened(list[str]):
    """A row with such cells, behind those below the headings of the table."""

    __slots__ = ()


class Placed(NamedTuple):
    """Where the columns of a table stand below its headings once more.

    ``places``: one for each of its columns, behind the end of any row where another stands in its
    place. ``more`` are those of headings that are new, ``lacks`` the columns of the table that are
    left out; ``width`` is how many cells the headings have.
    """

    places: list[int]
    more: tuple[int, ...] = ()
    lacks: tuple[int, ...] = ()
    width: int = sys.maxsize

    @property
    def common(self) -> int:
        """How many columns are there."""
        return len(self.places) - len(self.lacks)

    @property
    def as_first(self) -> bool:
        """Whether all stands where it stands in the first rows."""
        return not self.more and self.places == list(range(len(self.places)))


def placed(
    known: Sequence[str], below: Mapping[int, str], names: Sequence[frozenset[str]], title: str
) -> Placed | None:
    """Where the columns ``known`` by their keys stand ``below``, where all that are read do.

    ``names`` has the names, as keys, of each thing that a column may be read for. ``None`` where
    another table begins, which the ``title`` above may say, a list of some of the orders.
    """
    found = {at: at for at, each in enumerate(known) if each and below.get(at) == each}
    moved = {at: each for at, each in below.items() if at not in found}
    left = {each: at for at, each in moved.items()}
    if len(left) < len(moved):
        return None
    names_left = (at for at in range(len(known)) if at not in found and known[at] in left)
    found |= {at: left.pop(known[at]) for at in names_left}
    lists = [each for each in names if not each.isdisjoint(left)] if left else []
    for at, each in enumerate(known):
        if at in found or not each:
            continue
        same = {other for names in lists if each in names for other in names if other in left}
        if len(same) > 1:
            return None
        if same:
            found[at] = left.pop(same.pop())
    lacking = [each for at, each in enumerate(known) if each and at not in found]
    if (left or lacking) and _is_other(len(found), left, lacking, title):
        return None
    if any(_MAY_BE_READ.search(each) or any(each in name for name in names) for each in lacking):
        return None
    lacks = tuple(at for at, each in enumerate(known) if each and at not in found)
    # What stands in a column without a heading stays there.
    places = [found.get(at, sys.maxsize if at in below else at) for at in range(len(known))]
    return Placed(places, tuple(sorted(left.values())), lacks, max(below) + 1)


def _is_other(common: int, new: Collection[str], lacking: Collection[str], title: str) -> bool:
    """Whether headings with so many columns in ``common`` are those of some of the orders."""
    if _OF_SOME.search(title.casefold()):
        return True
    few, of_some = common < _FEWEST, any(map(_OF_SOME.search, new))
    return bool(few and lacking and new) or ((few or bool(lacking)) and of_some)


def widened(row: Sequence[str], placed: Placed) -> list[str]:
    """The cells of a row below such headings, each below its own; see :class:`Widened`."""
    cells = [row[at] if at < len(row) else "" for at in placed.places]
    if not placed.more:
        return cells + list(row[len(cells) :])
    new = [row[at] if at < len(row) else "" for at in placed.more]
    surplus = row[placed.width :]
    # A cell too many may have moved the others.
    return [*cells, *new, *surplus] if any(map(str.strip, surplus)) else Widened([*cells, *new])
