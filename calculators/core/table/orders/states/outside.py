"""Rows of orders that a calculator is not about: of another platform, or flagged as none of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from calculators.core.inputs.normalising import quoted
from calculators.core.table import cells
from calculators.core.table.columns.headings import Headings
from calculators.core.table.columns.of_flags import NO, flags_of, is_count
from calculators.core.table.columns.of_platform import is_of_other_platform, platform_columns
from calculators.core.table.numbered_rows import PIECE, Numbered
from calculators.core.table.orders.states.hints import COUNTED_FLAG, UNREAD_FLAG, Hint

# Of another platform; said not to be what is asked about; of which only other rows say that.
OTHER_PLATFORM, NOT_FLAGGED, FLAG_EMPTY = "other_platform", "not_flagged", "flag_empty"


class Outside:
    """Tells such rows by the columns of a table that are none of those ``taken``."""

    def __init__(self, headings: Headings, taken: Mapping[str, int]) -> None:
        keys, layout = headings.layout.keys, headings.layout
        self._headings = headings.headings
        others = {at for _, at in headings.states_beside(taken)}.union(taken.values())
        self.flags = flags_of(headings.definition, keys, layout, others)
        self.platforms = tuple(platform_columns(layout, others))
        # Where no row says anything, each may be meant.
        self._told = any(map(self._says, layout.below))

    @staticmethod
    def of_table(headings: Headings, taken: Mapping[str, int]) -> "Outside | None":
        """What tells them; ``None`` where no column does."""
        found = Outside(headings, taken)
        return found if found.columns else None

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that tell it."""
        return (*self.platforms, *self.flags)

    @property
    def tells_flags(self) -> bool:
        """Whether any row says yes or no, as far as rows were looked at."""
        return self._told

    def look(self, rows: Callable[[], Numbered]) -> Iterator[bytes]:
        """See whether any row says yes or no; empty pieces are signs of progress."""
        if self._told or not self.flags:
            return
        for number, row in rows():
            if self._says(row):
                self._told = True
                return
            if not number % PIECE:
                yield b""

    @property
    def are_turned(self) -> bool:
        """Whether they ask for the opposite, so that a yes is what does not count."""
        return all(flag.turned for flag in self.flags.values())

    def kind_of(self, own: Sequence[str]) -> str:
        """Why a row is none that counts; empty where it is one.

        Where it counts for want of an answer, a hint with what stands in its place.
        """
        if any(is_of_other_platform(own[at]) for at in self.platforms):
            return OTHER_PLATFORM
        if not self.flags:
            return ""
        found = ((flag.of(own[at]), own[at]) for at, flag in self.flags.items())
        said = {told for told, cell in found if told or cells.bare(cell)}
        if said == {NO}:
            return NOT_FLAGGED
        if said == {""}:
            return self._unread(own)
        return FLAG_EMPTY if self._told and not said else ""

    def _unread(self, own: Sequence[str]) -> str:
        """A hint with the first cell that says neither, or the heading of one of numbers."""
        at, first = next((at, text) for at in self.flags if (text := cells.bare(own[at])))
        if not self._told and is_count(first):
            return Hint(quoted(self._headings[at]), COUNTED_FLAG)
        return Hint(quoted(first), UNREAD_FLAG)

    def _says(self, row: Sequence[str]) -> bool:
        return any(at < len(row) and flag.of(row[at]) for at, flag in self.flags.items())
