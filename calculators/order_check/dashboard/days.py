"""The orders of each day, as the platform counts them against its limits: by shop and by product.

Late and out of stock are counted by the promised day, as their texts do; abnormal tracking by the
day of shipping, of whose orders its text takes the share.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

# More pairs of a day and a product are not kept: some megabytes.
MOST_PAIRS = 50_000

_UNSENT = {"to_ship", "to_collect"}


@dataclass(slots=True)
class Tally:
    """How many of some orders are counted, and how many more can still become so."""

    of: int = 0
    count: int = 0
    open: int = 0

    def add(self, *, counts: bool, may: bool) -> None:
        """One more order."""
        self.of += 1
        self.count += counts
        self.open += may and not counts


class Days:
    """Tallies by day. ``product_days`` are ``None`` once there are too many to keep."""

    def __init__(self) -> None:
        self.late: dict[date, Tally] = {}
        self.out_of_stock: dict[date, Tally] = {}
        self.abnormal: dict[date, Tally] = {}
        self.late_products: dict[tuple[date, str], Tally] | None = {}

    def count(self, fits: frozenset[str], outputs: Any, inputs: Mapping[str, Any]) -> date:
        """One order: the states that it ``fits``, its answer, its inputs. Gives its promised day.

        An order that force majeure excuses is due, and never counts.
        """
        excused = "exempt" in fits
        unsent = not excused and not _UNSENT.isdisjoint(fits)
        promised: date = outputs.ship_by.date()
        _tally(self.late, promised).add(counts="late" in fits and not excused, may=unsent)
        _tally(self.out_of_stock, promised).add(
            counts="out_of_stock" in fits and not excused, may=unsent
        )
        if (shipped := _shipped(outputs, inputs)) is not None:
            _tally(self.abnormal, shipped.date()).add(
                counts="abnormal" in fits and not excused,
                may=not excused and "done" not in fits,
            )
        return promised

    def count_product(self, product: str, promised: date, fits: frozenset[str]) -> None:
        """The same for what was sold, of which only lateness counts."""
        if self.late_products is None or not product:
            return
        excused = "exempt" in fits
        _tally(self.late_products, (promised, product)).add(
            counts="late" in fits and not excused,
            may=not excused and not _UNSENT.isdisjoint(fits),
        )
        if len(self.late_products) > MOST_PAIRS:
            self.late_products = None

    def all(self) -> list[date]:
        """The days of any order, latest first."""
        return sorted({*self.late, *self.abnormal}, reverse=True)

    def products(self) -> Iterator[tuple[date, str, Tally]]:
        """Each product on each day."""
        for (day, product), tally in (self.late_products or {}).items():
            yield day, product, tally


def _tally[K](tallies: dict[K, Tally], at: K) -> Tally:
    found = tallies.get(at)
    if found is None:
        found = tallies[at] = Tally()
    return found


def _shipped(outputs: Any, inputs: Mapping[str, Any]) -> datetime | None:
    """When it was shipped: the upload of its number, else the first that is known."""
    found: datetime | None = inputs.get("shipped_at") or outputs.shipped_by_platform
    return found
