"""The dashboard of a file of orders as lines for a terminal."""

from collections.abc import Iterator

from calculators.core.answers import Dashboard, LimitStanding, OrdersToDo, ShopDay
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence

# The highest bar of the picture.
_WIDEST = 40
# Days shown in a terminal.
_DAYS = 7


def dashboard_report(told: Dashboard, texts: Texts) -> Iterator[str]:
    """What a file comes to, in words: states, what is pressing, when, parcels, limits."""

    def title(code: str, **values: object) -> str:
        return f"\n{sentence(texts, 'report_of_orders', code, values=values)}"

    yield title("states", orders=told["orders"])
    yield from (f"  {each['text']}" for each in told["states"])
    for name, orders in (("overdue", told["overdue"]), ("due", told["due"])):
        if orders["total"]:
            shown = len(orders["first"])
            yield title(name, total=orders["total"], shown=shown)
            yield from _orders(orders, texts)
    if told["both"]:
        yield f"  {told['both']}"
    ahead = told["deadlines"]
    yield title("deadlines", overdue=ahead["overdue"], later=ahead["later"])
    highest = max((each["count"] for each in ahead["bins"]), default=0)
    for each in ahead["bins"]:
        if each["count"]:
            bar = "█" * max(1, _WIDEST * each["count"] // highest)
            yield f"  {each['label']}  {bar} {each['count']}"
    yield title("parcels", total=told["parcels"]["total"])
    yield f"  {told['parcels']['note']}"
    for parcel in told["parcels"]["first"]:
        yield f"  {parcel['parcel']}: {', '.join(parcel['orders'])}"
    yield title("limits")
    limits = told["limits"]
    for standing in (*limits["reached"], *filter(None, [limits["nearest"]]), *limits["others"]):
        yield from _standing(standing)
    yield from (_day(each, texts) for each in limits["days"][:_DAYS])
    yield from (f"  {note}" for note in limits["notes"])
    yield ""


def _orders(orders: OrdersToDo, texts: Texts) -> Iterator[str]:
    for each in orders["first"]:
        row = sentence(texts, "report_of_orders", "row", values={"row": each["row"]})
        moment = each["by"] or "—"
        yield f"  {moment}  {each['order'] or row}  {each['label']}  {each['exposure']}"
        yield f"    {each['to_do']}"


def _standing(standing: LimitStanding) -> Iterator[str]:
    yield f"  {standing['text']}"
    yield f"    {standing['brings']} {standing['lifts']}"
    yield f"    {standing['source']['text']}"


def _day(day: ShopDay, texts: Texts) -> str:
    values = {name: "—" if value is None else value for name, value in day.items()}
    return f"  {sentence(texts, 'report_of_orders', 'day', values=values)}"
