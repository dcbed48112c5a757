"""The platform's limits for the orders of a day, and how near the orders come to them.

A limit counts orders and takes their share of others, and needs both. Of orders that can still
become so, as many are missing as the greater of two numbers: what is left to the count, and what is
left to the least count whose share is enough. With ``n`` of ``d`` orders, a share of ``p`` per cent
and ``N`` orders: ``max(0, N - n, ⌈p·d / 100⌉ - n)``; where the share has to be exceeded,
``⌊p·d / 100⌋ + 1`` instead. ``d`` stays as it is: an order that becomes late was due before.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from calculators.core.composition import Composed, Part
from calculators.core.rules.dated_rules import Rule, Rules
from calculators.order_check.dashboard.days import Days, Tally

_PER_CENT = 100
_NEXT = timedelta(days=1)


@dataclass(frozen=True)
class Limit:
    """``orders`` and a ``share`` of them, in per cent; ``beyond``: more than the share is needed.

    ``source`` is the rule that the share is, and ``values`` what the sentences name of its rules.
    """

    id: str
    share: Decimal
    orders: int
    beyond: bool
    source: str
    day: date
    values: Mapping[str, object]

    def missing(self, tally: Tally) -> int:
        """How many more orders have to become so until it is reached; 0 where it is."""
        least = self.share * tally.of / _PER_CENT
        if self.beyond:
            enough = int(least.to_integral_value(ROUND_FLOOR)) + 1
        else:
            enough = int(least.to_integral_value(ROUND_CEILING))
        return max(0, self.orders - tally.count, enough - tally.count)


@dataclass(frozen=True)
class Standing:
    """How the orders of one day, or of two running, stand to a limit."""

    limit: Limit
    days: tuple[date, ...]
    tallies: tuple[Tally, ...]
    product: str | None = None

    @property
    def away(self) -> int:
        """How many more orders have to become so, on all of its days."""
        return sum(map(self.limit.missing, self.tallies))

    @property
    def possible(self) -> bool:
        """Whether the orders that can still become so are enough."""
        return all(self.limit.missing(each) <= each.open for each in self.tallies)

    @property
    def count(self) -> int:
        """The orders that the limit counts."""
        return sum(each.count for each in self.tallies)

    @property
    def of(self) -> int:
        """The orders of which it takes the share."""
        return sum(each.of for each in self.tallies)


class Limits:
    """The limits of each day, by the rules of that day."""

    def __init__(self, calculator: Composed) -> None:
        self._calculator = calculator
        self._known: dict[date, dict[str, Limit]] = {}

    def on(self, day: date) -> dict[str, Limit]:
        """The limits of a day by their ids; none for late shipment before it is known of any."""
        if day not in self._known:
            own = self._calculator.rule_book.on(day)
            stock = self._calculator.part("stock-shortage", day)
            self._known[day] = {each.id: each for each in _limits(day, own, stock)}
        return self._known[day]

    def rule(self, limit: Limit) -> Rule:
        """The rule that a limit's share is."""
        part, _, key = limit.source.rpartition(".")
        if part == self._calculator.id:
            return self._calculator.rule_book.on(limit.day)[key]
        return self._calculator.part(part, limit.day).rules[key]

    @property
    def late_since(self) -> date:
        """From which day on limits for late shipment are known."""
        first = self._calculator.rule_book.history()["late_shop_orders"][0].valid_from
        assert first is not None
        return first

    def standings(self, days: Days) -> Iterator[Standing]:
        """How each day stands to each of its limits, in no order."""
        for day, tally in days.late.items():
            limits = self.on(day)
            if (limit := limits.get("late_shop")) is not None:
                yield Standing(limit, (day,), (tally,))
            before = days.late.get(day - _NEXT)
            # Both days are measured by the rules of the second.
            if before and "late_two_days" in limits and "late_two_days" in self.on(day - _NEXT):
                yield Standing(limits["late_two_days"], (day - _NEXT, day), (before, tally))
        for day, product, tally in days.products():
            if (limit := self.on(day).get("late_product")) is not None:
                yield Standing(limit, (day,), (tally,), product)
        for name, tallies in (("out_of_stock", days.out_of_stock), ("tracking", days.abnormal)):
            for day, tally in tallies.items():
                if (limit := self.on(day).get(name)) is not None:
                    yield Standing(limit, (day,), (tally,))


def _limits(day: date, own: Rules, stock: Part) -> Iterator[Limit]:
    for name in ("late_product", "late_two_days", "late_shop"):
        if f"{name}_orders" in own:
            values: dict[str, object] = {"measures": own.integer("late_measures")}
            if f"{name}_cap" in own:
                values["cap"] = own.integer(f"{name}_cap")
            yield _limit(name, day, own, name, beyond=False, values=values)
    if "violation" in stock.rules:
        share, orders = stock.rules.decimal("day_share"), stock.rules.integer("day_orders")
        source = stock.rule("day_share")
        yield Limit("out_of_stock", share, orders, beyond=True, source=source, day=day, values={})
    if "tracking_orders" in own:
        stopped: dict[str, object] = {"measures": own.integer("tracking_measures")}
        yield _limit("tracking", day, own, "tracking", beyond=True, values=stopped)


def _limit(  # noqa: PLR0913 (what a limit is made of)
    name: str, day: date, own: Rules, key: str, *, beyond: bool, values: Mapping[str, object]
) -> Limit:
    share, orders = own.decimal(f"{key}_share"), own.integer(f"{key}_orders")
    return Limit(name, share, orders, beyond, f"order-check.{key}_share", day, values)
