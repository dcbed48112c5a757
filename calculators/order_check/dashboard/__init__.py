"""A whole file of orders: what is pressing, what is at stake, how near the shop is to its limits.

Told of one order after the other; what is kept does not grow with them.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from calculators.core.answers import Dashboard
from calculators.core.composition import Composed
from calculators.core.definition import Definition
from calculators.core.output.icalendar import Entry, calendar_of
from calculators.core.table.collecting import CountedOrder, FileKnown
from calculators.core.text.catalogue import Texts
from calculators.order_check.dashboard.days import Days
from calculators.order_check.dashboard.entry_names import entry_name
from calculators.order_check.dashboard.first import First, Waiting
from calculators.order_check.dashboard.limits import Limits
from calculators.order_check.dashboard.words import Words
from calculators.order_check.situation import STATES
from calculators.order_check.to_do import OVERDUE

# So many are kept for the calendar and the list to copy, and so many shown.
KEPT, SHOWN = 200, 20
# The picture of the deadlines: hours of the clock in a bar, and how far it reaches.
BAR, REACH = 3, 72
_HOUR = timedelta(hours=1)
_UNSENT = {"to_ship", "to_collect"}
MONEY = ("exposure", "late_part", "out_of_stock")


class Collector:
    """See :class:`calculators.core.table.collecting.Collector`."""

    def __init__(self, definition: Definition, texts: Texts, now: datetime) -> None:
        assert isinstance(definition, Composed)
        self._now = now
        self._words = Words(texts, now)
        self._limits = Limits(definition)
        self._counts = dict.fromkeys(STATES, 0)
        self._exposure = dict.fromkeys(STATES, Decimal(0))
        self._money = dict.fromkeys(MONEY, Decimal(0))
        self._overdue, self._due = First(KEPT), First(KEPT)
        # A clock has seconds and less, and a bar begins on the full hour.
        begin = now.hour - now.hour % BAR
        self._bars_from = now.replace(hour=begin, minute=0, second=0, microsecond=0)
        self._bars: dict[int, int] = {}
        self._days = Days()
        self._orders = self._in_time = 0

    def count(self, order: CountedOrder) -> None:
        """One answered order."""
        outputs = order.outcome.outputs
        self._orders += 1
        self._counts[outputs.state] += 1
        self._exposure[outputs.state] += outputs.exposure
        for name in MONEY:
            self._money[name] += getattr(outputs, name)
        fits = frozenset((outputs.state, *outputs.flags))
        promised = self._days.count(fits, outputs, order.inputs)
        self._days.count_product(order.product, promised, fits)

        def waiting() -> Waiting:
            to_do = order.outcome.steps[0]
            state, by, exposure = outputs.state, outputs.next_by, outputs.exposure
            name = partial(entry_name, order)
            return Waiting(order.row, order.number, state, to_do, by, exposure, name)

        if outputs.next_by is not None:
            bar = (outputs.next_by - self._bars_from) // (BAR * _HOUR)
            self._bars[bar] = self._bars.get(bar, 0) + 1
            self._due.add(outputs.next_by, order.row, waiting)
        is_overdue = any(each.code in OVERDUE for each in order.outcome.steps)
        self._in_time += outputs.next_by is not None and not is_overdue
        if is_overdue:
            self._overdue.add(self._missed(outputs, fits), order.row, waiting)

    def dashboard(self, file: FileKnown) -> Dashboard:
        """All of it in words."""
        words = self._words
        return {
            "now": f"{self._now:%Y-%m-%d %H:%M}",
            "orders": self._orders,
            "states": [
                words.state(state, count, self._exposure[state])
                for state, count in self._counts.items()
                if count
            ],
            "money": [words.money(name, total) for name, total in self._money.items()],
            "overdue": words.to_do(self._overdue, SHOWN),
            "due": words.to_do(self._due, SHOWN),
            "in_time": self._in_time,
            "both": words.both(self._due.total - self._in_time),
            "deadlines": words.deadlines(
                self._overdue.total, self._bars, self._bars_from, bar=BAR, reach=REACH
            ),
            "parcels": words.parcels(file.parcels),
            "limits": words.limits(self._days, self._limits, file),
        }

    def to_do_list(self, file: FileKnown) -> str:
        """What is overdue, what is due, and what the shop's limits say, as text to copy."""
        return "\n".join(self._words.to_do_list(self.dashboard(file), self._overdue, self._due))

    def calendar(self, file: FileKnown, stamp: str) -> str:
        """The first deadlines ahead, one for each order: its next."""
        del file
        entries = list(self._entries())
        return calendar_of("order-check", self._words.lang, entries, stamp) if entries else ""

    def _entries(self) -> Iterator[Entry]:
        names: Counter[str] = Counter()
        for each in self._due.in_order():
            title, said = self._words.entry(each, self._due.total, KEPT)
            assert each.by is not None
            # An order keeps its entry: imported again the next day, it moves with the deadline.
            names[name := each.name()] += 1
            again = f"-{count}" if (count := names[name]) > 1 else ""
            yield Entry(f"order-check.{name}{again}", each.by, title, said)

    def _missed(self, outputs: Any, fits: frozenset[str]) -> datetime:
        """The first of the limits that passed and that an order still waits for."""
        if _UNSENT.isdisjoint(fits):
            limits = (outputs.hub_by, outputs.update_by)
        else:
            limits = (outputs.ship_by, outputs.collect_by)
        passed = (each for each in limits if each is not None and each <= self._now)
        return min(passed, default=self._now)
