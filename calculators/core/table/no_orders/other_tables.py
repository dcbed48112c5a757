"""Another table below the orders: a row of words that are headings, over figures of its own."""

from collections.abc import Callable, Collection, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from calculators.core.table.columns.descriptions import is_figure
from calculators.core.table.names import key
from calculators.core.table.no_orders.heading_words import sounds_like_heading
from calculators.core.table.no_orders.more_columns import Placed, placed
from calculators.core.table.no_orders.remarks import begins_as_remark

# Fewer cells are a title or a remark.
FEWEST = 2
# A longer cell is no heading.
_LONGEST = 40


def filled_in(row: Sequence[str]) -> dict[int, str]:
    """The cells of a row that hold anything, by their places."""
    return {at: cell for at, cell in enumerate(row) if cell and not cell.isspace()}


class OtherTable(NamedTuple):
    """Where another table begins, as a spreadsheet numbers rows, and its headings."""

    row: int
    headings: tuple[str, ...]


class HeadingsBelow:
    """Tells headings among the rows below those of a table.

    ``names`` gives the names of each thing that a column may hold, ``likely`` others that it may be
    called by.

    ``of_figures`` are the columns in which the first orders have figures.
    """

    def __init__(
        self,
        headings: Sequence[str],
        names: Callable[[], Sequence[frozenset[str]]],
        likely: Callable[[], frozenset[str]],
        of_figures: Collection[int],
    ) -> None:
        self._keys = [key(each) for each in headings]
        self._as_first = {at: each for at, each in enumerate(self._keys) if each}
        self._own = frozenset(self._as_first.values())
        self._find_names = names
        self._find_likely = likely
        self._of_figures = frozenset(of_figures)

    def places(self, row: Sequence[str], title: str) -> Placed | None:
        """Where the columns of the table stand below a ``row`` that is its headings once more.

        In the same order or in another, with some left out or new ones among them; ``None`` where
        it is none. ``title`` stands above.
        """
        keys = {at: key(cell) for at, cell in filled_in(row).items()}
        known = self._keys
        if len(keys) < min(FEWEST, len(known)):
            return None
        if keys == self._as_first:
            return Placed(list(range(len(known))))
        # Most rows of words are no headings: their names are looked up in vain.
        if self._own.isdisjoint(keys.values()):
            return None
        return placed(known, keys, self._names, title)

    def is_other(self, row: Sequence[str], below: Sequence[Sequence[str]], *, apart: bool) -> bool:
        """Whether a ``row`` that holds no figure is headings of another table.

        ``below`` are the rows that follow, ``apart`` says that a title or nothing stands above.
        """
        words = filled_in(row)
        if len(words) < FEWEST or max(map(len, words.values())) > _LONGEST:
            return False
        if len(set(words.values())) < len(words) and not self._own.issuperset(
            map(key, words.values())
        ):
            return False
        headings = sum(map(self._is_heading, words.values()))
        whole = headings == len(words)
        filled = [each for each in below if any(map(str.strip, each))]
        over = any(self._is_heading(words[at]) for at in self._of_figures.intersection(words))
        fewest = 1 if over and self._reads_otherwise(filled) else max(FEWEST, len(words) / FEWEST)
        if not whole and not (apart and headings >= fewest):
            return False
        if any(begins_as_remark(each) and not self._is_heading(each) for each in words.values()):
            return False
        if not (apart or self._of_figures.intersection(words)):
            return False
        return (whole and not filled) or any(
            is_figure(other[at]) for other in filled for at in words if at < len(other)
        )

    def _reads_otherwise(self, below: Sequence[Sequence[str]]) -> bool:
        """Whether the first of the rows ``below`` has words where orders have figures."""
        first = below[0] if below else ()
        return any(at < len(first) and _is_word(first[at]) for at in self._of_figures)

    @cached_property
    def _names(self) -> Sequence[frozenset[str]]:
        return self._find_names()

    @cached_property
    def _all_names(self) -> frozenset[str]:
        return self._find_likely().union(self._own, *self._names)

    def _is_heading(self, cell: str) -> bool:
        return key(cell) in self._all_names or _sounds_so(cell)


def _is_word(cell: str) -> bool:
    return bool(cell.strip()) and not any(map(str.isdigit, cell))


@lru_cache(256)
def _sounds_so(cell: str) -> bool:
    return sounds_like_heading(cell)
