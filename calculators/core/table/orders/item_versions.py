"""Sub-orders that exports of several days hold in several states: the latest of them prevails."""

from array import array
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from calculators.core.inputs.dates import CHINA
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.field_types.moments import TimeField
from calculators.core.inputs.normalising import LONGEST, bare
from calculators.core.table.orders.groups import place

# What has become of a sub-order, as one follows the other.
PAID, SHIPPED, REFUNDED = 1, 2, 3
_STAGES = 4

_BEGINNING = datetime(2000, 1, 1, tzinfo=CHINA)
# What stands for an amount that is not there.
_NO_AMOUNT = -1


def update_time(column: int) -> Callable[[Sequence[str]], int]:
    """Reads when a row was last changed from a ``column``, in seconds; 0 where that is unknown."""
    field = TimeField()

    def read(own: Sequence[str]) -> int:
        if len(cell := own[column]) > LONGEST or not (text := bare(cell)):
            return 0
        try:
            return max(0, (field.read(text) - _BEGINNING) // timedelta(seconds=1))
        except InputError:
            return 0

    return read


def rank(stage: int, time: int) -> int:
    """What tells a later row from an earlier one."""
    return time * _STAGES + stage


class ItemVersions:
    """The rows of ``count`` sub-orders that stand in a file more than once: sixteen bytes a row."""

    def __init__(self, count: int) -> None:
        self._rows: array[int] = array("i")
        self._items: array[int] = array("i")
        self._ranks: array[int] = array("q")
        self._latest = array("q", bytes(8 * count))
        self._furthest = bytearray(count)
        self._least = bytearray(b"\x7f" * count)
        self._amounts = array("q", bytes(8 * count))
        self._amounts_differ = bytearray(count)
        self._untimed = bytearray(count)
        # The rows of which the amount is what is left after a refund, each with its sub-order.
        self._emptied: array[int] = array("i")
        self._of_emptied: array[int] = array("i")

    def see(self, item: int, row: int, stage: int, amount: int | None, time: int) -> None:
        """One more row of the sub-order at a place, from the top: its ``amount`` is in fen."""
        self._rows.append(row)
        self._items.append(item)
        self._ranks.append(rank(stage, time))
        self._latest[item] = max(self._latest[item], self._ranks[-1])
        self._furthest[item] = max(self._furthest[item], stage)
        self._least[item] = min(self._least[item], stage)
        self._untimed[item] |= not time
        if stage == REFUNDED and amount == 0:
            self._emptied.append(row)
            self._of_emptied.append(item)
            return  # some exports show what is left of it
        kept = (_NO_AMOUNT if amount is None else amount) + 2
        self._amounts_differ[item] |= self._amounts[item] not in {0, kept}
        self._amounts[item] = self._amounts[item] or kept

    def superseded(self) -> array[int]:
        """The rows in whose place a later one stands, ascending.

        The later one is known by its time, else by its stage. By its stage alone it takes the place
        of those with the same amount: others may be parts of the sub-order.
        """
        found: array[int] = array("i")
        for row, item, each in zip(self._rows, self._items, self._ranks, strict=True):
            timed, latest = not self._untimed[item], self._latest[item]
            earlier = timed and each // _STAGES < latest // _STAGES
            before = each < latest if timed else each % _STAGES < self._furthest[item]
            if earlier or (before and not self._amounts_differ[item]):
                found.append(row)
        return found

    def paid_before(self, superseded: array[int]) -> tuple[array[int], array[int]]:
        """The rows that show what is left after a refund, ascending, and what was paid, in fen.

        Those that are not ``superseded`` and of which another row of the sub-order tells that, and
        all others the same.
        """
        rows: array[int] = array("i")
        paid: array[int] = array("q")
        for row, item in zip(self._emptied, self._of_emptied, strict=True):
            fen = self._amounts[item] - 2
            counts = place(superseded, row) is None
            if counts and fen > 0 and not self._amounts_differ[item]:
                rows.append(row)
                paid.append(fen)
        return rows, paid

    @property
    def unclear(self) -> int:
        """Of how many it is not known whether they are one sub-order, or parts of it."""
        return sum(
            differ and untimed and furthest == REFUNDED and least < REFUNDED
            for differ, untimed, furthest, least in zip(
                self._amounts_differ, self._untimed, self._furthest, self._least, strict=True
            )
        )
