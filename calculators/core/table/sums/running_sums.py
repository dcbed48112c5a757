"""What the amounts of a column come to row by row, by kinds of rows that a sum may leave out."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations
from operator import itemgetter

from calculators.core.table.sums.periods import ends_part

# What may be left out of a sum, or not: orders that were never paid or undone, rows that may be
# sums themselves, amounts that a formula skips (约178, -50), rows that are a cell too wide.
type Tags = frozenset[str]

NO_TAGS: Tags = frozenset()
_NOTHING = Decimal(0)


class RunningSums:
    """Amounts by ``names``, in yuan, in the whole table and since the last row of sums.

    Takes as many numbers as there are names and kinds of rows, however many rows there are.
    ``usual`` are those of rows without tags, to which whoever has a million of them adds himself.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names
        self.usual = dict.fromkeys(names, _NOTHING)
        self._sums: dict[Tags, dict[str, Decimal]] = {NO_TAGS: self.usual}
        self._before: dict[Tags, dict[str, Decimal]] = {}
        self.rows = 0
        self._rows_before = 0
        # What stood above the last row of sums of each kind of period.
        self._ended: dict[str, tuple[dict[Tags, dict[str, Decimal]], int]] = {}

    def add(self, name: str, amount: Decimal | int, tags: Tags) -> None:
        """One more amount of a row with ``tags``."""
        sums = self._sums.get(tags)
        if sums is None:
            sums = self._sums[tags] = dict.fromkeys(self._names, _NOTHING)
        sums[name] += amount

    def end_part(self, period: str = "") -> None:
        """A row of sums, perhaps of a ``period``: below it a part may have a sum of its own."""
        self._before = {tags: dict(sums) for tags, sums in self._sums.items()}
        self._rows_before = self.rows
        if period:
            self._ended[period] = self._before, self.rows

    @property
    def counts(self) -> set[int]:
        """The numbers of rows of which a row of sums may be: of all above, and of this part."""
        return {self.rows, self.rows - self._rows_before}

    @property
    def are_one(self) -> bool:
        """Whether a row of sums can hold but one: nothing was left out, and no part has ended."""
        return len(self._sums) == 1 and not self._before

    def are_usual(self, amounts: Mapping[str, object]) -> bool:
        """Whether the ``amounts`` by name are that one."""
        return all(self.usual[name] == amount for name, amount in amounts.items())

    def each(self, period: str = "") -> Iterator[tuple[dict[str, Decimal], int]]:
        """What a row of sums may hold, and the number of rows: of all above, and of this part.

        Of a ``period`` also since the last one that is as long.
        """
        for sums in self._each({}):
            yield sums, self.rows
        if self._before and self.rows > self._rows_before:
            for sums in self._each(self._before):
                yield sums, self.rows - self._rows_before
        longer = [
            (rows, before)
            for ended, (before, rows) in self._ended.items()
            if period and ends_part(period, ended)
        ]
        for rows, before in sorted(longer, key=itemgetter(0))[-1:]:
            if self._rows_before > rows:
                for sums in self._each(before):
                    yield sums, self.rows - rows

    def _each(self, before: dict[Tags, dict[str, Decimal]]) -> Iterator[dict[str, Decimal]]:
        left_out = sorted(set().union(*self._sums))
        for count in sorted({0, 1, 2, len(left_out)}):
            for some in combinations(left_out, count):
                without = frozenset(some)
                yield {name: self._sum(name, without, before) for name in self._names}

    def _sum(self, name: str, without: Tags, before: dict[Tags, dict[str, Decimal]]) -> Decimal:
        found = _NOTHING
        for tags, sums in self._sums.items():
            if tags.isdisjoint(without):
                found += sums[name] - (before[tags][name] if tags in before else _NOTHING)
        return found
