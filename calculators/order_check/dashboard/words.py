"""The dashboard in words: its labels and sentences stand in the calculator's texts."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from calculators.core.answers import (
    CountedState,
    Dashboard,
    DeadlineBin,
    DeadlinesAhead,
    Figure,
    LimitStanding,
    OrdersToDo,
    OrderToDo,
    RepeatedParcels,
    ShopDay,
    ShopLimits,
)
from calculators.core.arithmetic.time_limits import full_hours
from calculators.core.output.presentation import rule_source, source_line
from calculators.core.table.collecting import FileKnown
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import exact_amount, number, sentence
from calculators.order_check.dashboard.days import Days, Tally
from calculators.order_check.dashboard.first import First, Waiting
from calculators.order_check.dashboard.limits import Limits, Standing

# So many days and so many limits that were reached are shown, and so many parcels.
_DAYS, _REACHED, _PARCELS = 31, 10, 20
_TENTH, _PER_CENT = Decimal("0.1"), 100


class Words:
    """Words everything in the language of ``texts``."""

    def __init__(self, texts: Texts, now: datetime) -> None:
        self._texts = texts
        self._now = now
        self.lang = texts.lang

    def state(self, state: str, count: int, exposure: Decimal) -> CountedState:
        """How many orders are in a state."""
        label = self._state(state)
        amount = exact_amount(exposure, self._texts)
        text = self._say("state", state=label, count=count, exposure=amount)
        return {
            "id": state,
            "label": label,
            "count": count,
            "exposure": amount,
            "yuan": str(exposure),
            "text": text,
        }

    def money(self, name: str, total: Decimal) -> Figure:
        """What an output comes to in all."""
        label = self._texts.get("outputs", name, "in_all")
        return {"id": name, "label": label, "text": exact_amount(total, self._texts)}

    def to_do(self, first: First, most: int) -> OrdersToDo:
        """The first of some orders."""
        shown = [self._order(each) for each in first.in_order()[:most]]
        return {"total": first.total, "first": shown}

    def both(self, count: int) -> str:
        """How many orders are overdue and due as well; empty where none is."""
        return self._say("both", count=count) if count else ""

    def deadlines(
        self, overdue: int, bars: Mapping[int, int], start: datetime, *, bar: int, reach: int
    ) -> DeadlinesAhead:
        """The picture: bars of hours of the clock, until so many hours from now are in it."""
        width, end = timedelta(hours=bar), self._now + timedelta(hours=reach)
        bins: list[DeadlineBin] = []
        while (begin := start + len(bins) * width) < end:
            until = begin + width
            bins.append(
                {
                    "start": f"{begin:%Y-%m-%d %H:%M}",
                    "end": f"{until:%Y-%m-%d %H:%M}",
                    "label": self._say(
                        "bar",
                        month=begin.month,
                        day=begin.day,
                        begin=f"{begin:%H}",
                        end=f"{begin.hour + bar:02}",
                    ),
                    "count": bars.get(len(bins), 0),
                }
            )
        later = sum(count for at, count in bars.items() if at >= len(bins))
        return {"overdue": overdue, "bins": bins, "later": later}

    def parcels(self, found: RepeatedParcels) -> RepeatedParcels:
        """The parcels under several orders, with what is to be known of them."""
        differs = any(each["address_differs"] for each in found["first"])
        code = "parcels_unknown" if not found["known"] else "parcels_none"
        if found["total"]:
            code = "parcels_differ" if differs else "parcels_masked"
        return {**found, "first": found["first"][:_PARCELS], "note": self._say(code)}

    def limits(self, days: Days, limits: Limits, file: FileKnown) -> ShopLimits:
        """The days, and how near they come to the limits."""
        standings = sorted(limits.standings(days), key=_nearest_first)
        reached = sorted((each for each in standings if not each.away), key=_latest_first)
        ahead: dict[str, Standing] = {}
        for each in standings:
            if each.away and each.possible:
                ahead.setdefault(each.limit.id, each)
        nearest, *others = ahead.values() or [None]
        return {
            "days": [self._day(day, days) for day in days.all()[:_DAYS]],
            "reached": [self._standing(each, limits) for each in reached[:_REACHED]],
            "nearest": None if nearest is None else self._standing(nearest, limits),
            "others": [self._standing(each, limits) for each in others if each is not None],
            "notes": list(self._notes(days, limits, file)),
        }

    def entry(self, each: Waiting, total: int, most: int) -> tuple[str, str]:
        """Title and text of an order's entry in a calendar."""
        title = self._say("entry", order=self._name(each), state=self._state(each.state))
        said = [self._say("entry_said", now=self._now, to_do=self._to_do(each))]
        if total > most:
            said.append(self._say("entries_left_out", most=most, total=total))
        return title, "\n".join(said)

    def to_do_list(self, told: Dashboard, overdue: First, due: First) -> Iterator[str]:
        """What is to be done, a line each, to be copied."""
        yield self._say("list", now=told["now"], orders=told["orders"])
        for code, first in (("list_overdue", overdue), ("list_due", due)):
            if not first.total:
                continue
            kept = first.in_order()
            yield ""
            yield self._say(code, total=first.total)
            for each in kept:
                yield self._line(self._order(each))
            if first.total > len(kept):
                yield self._say("list_more", count=first.total - len(kept))
        if told["both"]:
            yield ""
            yield told["both"]
        limits = told["limits"]
        if found := [*limits["reached"], *filter(None, [limits["nearest"]])]:
            yield ""
            yield self._say("list_limits")
            yield from (f"- {each['text']}" for each in found)

    def _line(self, each: OrderToDo) -> str:
        name = each["order"] or self._say("row", row=each["row"])
        code = "line_overdue" if each["by"] is None else "line"
        return self._say(code, **{**each, "order": name, "by": each["by"] or ""})

    def _order(self, each: Waiting) -> OrderToDo:
        by = each.by
        return {
            "row": each.row,
            "order": each.number,
            "state": each.state,
            "label": self._state(each.state),
            "to_do": self._to_do(each),
            "by": None if by is None else f"{by:%Y-%m-%d %H:%M}",
            "hours_left": None if by is None else full_hours(self._now, by),
            "exposure": exact_amount(each.exposure, self._texts),
            "yuan": str(each.exposure),
        }

    def _day(self, day: object, days: Days) -> ShopDay:
        late, out_of_stock, abnormal = (
            tallies.get(day, Tally())  # type: ignore[call-overload]
            for tallies in (days.late, days.out_of_stock, days.abnormal)
        )
        return {
            "day": str(day),
            "due": late.of,
            "late": late.count,
            "late_rate": _rate(late.count, late.of),
            "out_of_stock": out_of_stock.count,
            "out_of_stock_rate": _rate(out_of_stock.count, out_of_stock.of),
            "shipped": abnormal.of,
            "abnormal": abnormal.count,
            "abnormal_rate": _rate(abnormal.count, abnormal.of),
        }

    def _standing(self, each: Standing, limits: Limits) -> LimitStanding:
        limit, rate = each.limit, _rate(each.count, each.of) or ""
        values = {
            **limit.values,
            "days": tuple(each.days),
            "product": each.product or "",
            "count": each.count,
            "of": each.of,
            "rate": rate,
            "away": each.away,
            "orders": limit.orders,
            "share": number(limit.share),
        }
        code = "near" if each.away else "reached"
        return {
            "id": limit.id,
            "label": self._limit(limit.id, "label", values),
            "text": self._limit(limit.id, code, values),
            "days": [day.isoformat() for day in each.days],
            "product": each.product,
            "count": each.count,
            "of": each.of,
            "rate": rate,
            "away": each.away,
            "open": sum(tally.open for tally in each.tallies),
            "brings": self._limit(limit.id, "brings", values),
            "lifts": self._limit(limit.id, "lifts", values),
            "source": source_line(rule_source(limits.rule(limit), limit.day), self._texts),
        }

    def _notes(self, days: Days, limits: Limits, file: FileKnown) -> Iterator[str]:
        yield self._say("limits_of_file")
        if any("late_shop" not in limits.on(day) for day in days.late):
            yield self._say("limits_begin", day=limits.late_since)
        if not file.products:
            yield self._say("no_products")
        elif days.late_products is None:
            yield self._say("many_products")
        else:
            yield self._say("first_product")
        if "collected_at" not in file.fields:
            yield self._say("no_scans")
        elif "hub_at" not in file.fields:
            yield self._say("no_hubs")
        yield self._say("judged_later")

    def _state(self, state: str) -> str:
        return self._texts.get("outputs", "state", "choices", state)

    def _to_do(self, each: Waiting) -> str:
        return sentence(self._texts, "steps", each.to_do.code, values=each.to_do.values)

    def _name(self, each: Waiting) -> str:
        return each.number or self._say("row", row=each.row)

    def _limit(self, limit: str, code: str, values: Mapping[str, object]) -> str:
        return sentence(self._texts, "limits", limit, code, values=values)

    def _say(self, code: str, **values: object) -> str:
        return sentence(self._texts, "dashboard", code, values=values)


def _rate(count: int, of: int) -> str | None:
    """A share in per cent to one decimal; ``None`` of nothing."""
    if not of:
        return None
    return f"{(Decimal(count * _PER_CENT) / of).quantize(_TENTH, ROUND_HALF_UP)}%"


def _nearest_first(each: Standing) -> tuple[int, int]:
    return each.away, -each.days[-1].toordinal()


def _latest_first(each: Standing) -> tuple[int, str]:
    return -each.days[-1].toordinal(), each.limit.id
