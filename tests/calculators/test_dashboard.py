"""The check-up of a whole file: the made-up day, counted here by other means, and its edges."""

from collections import Counter
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.core.answers import Dashboard
from calculators.core.inputs.dates import CHINA
from calculators.core.outcome.outcome import Message
from calculators.order_check.dashboard import KEPT, SHOWN
from calculators.order_check.dashboard.days import MOST_PAIRS, Days, Tally
from calculators.order_check.dashboard.first import First, Waiting
from calculators.order_check.dashboard.limits import Limit, Standing
from tests.support.answered_files import AnsweredFiles, answer_files, table_of
from tests.support.made_day import (
    NOW,
    REUSED,
    Order,
    made_day,
    orders_file,
    parcels_file,
    states,
)

OVERDUE = {
    "late", "out_of_stock", "abnormal", "collection_timeout", "hub_timeout", "stalled", "exempt",
}  # fmt: skip
HEADINGS = ("订单编号", "订单应付金额", "支付完成时间", "承诺发货时间", "发货时间", "揽收时间")


@pytest.fixture(scope="module")
def day() -> list[Order]:
    return made_day()


@pytest.fixture(scope="module")
def found(day: list[Order]) -> AnsweredFiles:
    return answer_files(orders_file(day), parcels_file(day))


@pytest.fixture(scope="module")
def dashboard(found: AnsweredFiles) -> Dashboard:
    return found.dashboard


def test_each_order_of_the_made_up_day_is_in_its_state(
    day: list[Order], found: AnsweredFiles
) -> None:
    assert len(day) == len(found.rows) == 2_000
    told = zip(day, found.rows, strict=True)
    wrong = [
        (order.number, order.state, row["state"])
        for order, row in told
        if order.is_counted and order.state != row["state"]
    ]
    assert wrong == []


def test_states_and_money_are_those_of_the_orders(day: list[Order], dashboard: Dashboard) -> None:
    counted = {each["id"]: each["count"] for each in dashboard["states"]}
    assert counted == states(day)
    assert len(counted) == 12, "every state is in it"
    assert dashboard["orders"] == sum(counted.values())
    money = {each["id"]: each["text"] for each in dashboard["money"]}
    taken = sum(each.out_of_stock for each in day if each.is_counted)
    # A promise of 48 hours that is late by less costs nothing: all of it is for being out of stock.
    assert money == {
        "exposure": f"¥{taken:,.2f}",
        "late_part": "¥0.00",
        "out_of_stock": f"¥{taken:,.2f}",
    }


def test_days_are_counted_by_promise_and_by_upload(day: list[Order], dashboard: Dashboard) -> None:
    counted = [each for each in day if each.is_counted]
    due = Counter(each.ship_by.date() for each in counted)
    late = Counter(each.ship_by.date() for each in counted if each.is_late)
    lacking = Counter(each.ship_by.date() for each in counted if each.state == "out_of_stock")
    shipped = Counter(each.moments[0].date() for each in counted if each.moments[0])
    abnormal = Counter(
        each.moments[0].date() for each in counted if each.moments[0] and each.state == "abnormal"
    )
    for told in dashboard["limits"]["days"]:
        at = datetime.fromisoformat(told["day"]).date()
        assert (told["due"], told["late"]) == (due[at], late[at]), at
        assert told["out_of_stock"] == lacking[at]
        assert (told["shipped"], told["abnormal"]) == (shipped[at], abnormal[at])
    assert sum(each["due"] for each in dashboard["limits"]["days"]) == len(counted)


def test_what_is_overdue_and_what_is_due(day: list[Order], dashboard: Dashboard) -> None:
    overdue, due = dashboard["overdue"], dashboard["due"]
    waiting = [each for each in day if each.state in OVERDUE and each.scene.status != "已完成"]
    # Late, but on its way: nothing is awaited that was missed.
    waiting = [each for each in waiting if not (each.state == "late" and each.moments[1])]
    assert overdue["total"] == len(waiting)
    assert len(overdue["first"]) == len(due["first"]) == SHOWN
    moments = [each["by"] for each in due["first"]]
    assert moments == sorted(filter(None, moments))
    assert all(each["hours_left"] is not None for each in due["first"])
    soonest = min(each.ship_by for each in day if each.state == "ship_soon")
    assert moments[0] == f"{soonest:%Y-%m-%d %H:%M}"
    assert all(each["to_do"] and each["order"] for each in (*overdue["first"], *due["first"]))


def test_the_picture_holds_every_deadline(dashboard: Dashboard) -> None:
    ahead = dashboard["deadlines"]
    told = sum(each["count"] for each in ahead["bins"]) + ahead["later"]
    assert told == dashboard["due"]["total"]
    assert ahead["overdue"] == dashboard["overdue"]["total"]
    assert ahead["bins"][0]["start"] <= f"{NOW:%Y-%m-%d %H:%M}" < ahead["bins"][0]["end"]
    assert ahead["bins"][-1]["end"] >= f"{NOW + timedelta(hours=72):%Y-%m-%d %H:%M}"
    ends = [each["end"] for each in ahead["bins"][:-1]]
    assert ends == [each["start"] for each in ahead["bins"][1:]]


def test_an_order_that_missed_a_deadline_is_not_in_time_for_the_next(day: list[Order]) -> None:
    # Both late, the second still to be shipped before it counts as out of stock; the third in time.
    rows = [
        ("1001", "100", "2026-08-10 10:00", "2026-08-13 10:00", "", ""),
        ("1002", "5000", "2026-08-03 10:00", "2026-08-13 11:00", "", ""),
        ("1003", "100", "2026-08-13 10:00", "2026-08-16 10:00", "", ""),
    ]
    found = answer_files(table_of([HEADINGS, *rows])).dashboard
    assert (found["overdue"]["total"], found["due"]["total"], found["in_time"]) == (2, 3, 1)
    # Each counts as out of stock 48 hours after its promise: a deadline that is still ahead.
    assert found["both"].startswith("Orders in both lists: 2.")
    all_day = answer_files(orders_file(day), parcels_file(day)).dashboard
    assert all_day["in_time"] + all_day["overdue"]["total"] <= all_day["orders"]


def test_each_order_counts_once_in_what_may_be_taken_and_both_lists_say_what_they_share() -> None:
    # 240 hours promised. The first is 50 hours late, 1 and 3 per cent of 1,299: 13 and 39. The
    # second is an hour late, 13; it has until 48 hours late, and stands in both lists.
    rows = [
        ("1001", "1299", "2026-08-02 07:00", "2026-08-12 07:00", "", ""),
        ("1002", "1299", "2026-08-04 08:00", "2026-08-14 08:00", "", ""),
        ("1003", "1299", "2026-08-13 10:00", "2026-08-23 10:00", "", ""),
        # On its way, an hour late.
        ("1004", "1299", "2026-08-03 08:00", "2026-08-13 08:00", *["2026-08-13 09:00"] * 2),
    ]
    found = answer_files(table_of([HEADINGS, *rows]))
    told = found.dashboard
    money = {each["id"]: each["text"] for each in told["money"]}
    assert money == {"exposure": "¥78.00", "late_part": "¥39.00", "out_of_stock": "¥39.00"}
    amounts = [Decimal(each["yuan"]) for each in told["states"]]
    assert sum(amounts) == Decimal("78.00")
    assert sum(each["count"] for each in told["states"]) == 4
    overdue, due = ([each["order"] for each in told[name]["first"]] for name in ("overdue", "due"))
    assert (overdue, due) == (["1001", "1002"], ["1002", "1003"])
    assert told["both"].startswith("Orders in both lists: 1.")
    assert found.collected
    assert told["both"] in found.collected.to_do_list()
    alone = answer_files(table_of([HEADINGS, rows[0], rows[2]])).dashboard
    assert alone["both"] == ""


@pytest.mark.parametrize("given", [{}, {"now": "2026-08-14 12:00"}])
def test_a_bar_begins_on_the_full_hour_whatever_the_clock_says(given: dict[str, str]) -> None:
    rows = [
        (str(at), "100", "2026-08-12 10:00", f"2026-08-{due}", "", "")
        for at, due in enumerate(("15 09:00", "16 12:00", "16 11:59"))
    ]
    clock = datetime(2026, 8, 14, 12, 0, 7, 5, tzinfo=CHINA)
    now = clock.replace(day=1) if given else clock
    found = answer_files(table_of([HEADINGS, *rows]), now=now, given=given).dashboard
    counted = {each["start"]: each["count"] for each in found["deadlines"]["bins"] if each["count"]}
    assert counted == {"2026-08-15 09:00": 1, "2026-08-16 09:00": 1, "2026-08-16 12:00": 1}
    assert found["now"] == "2026-08-14 12:00"


def test_parcels_under_two_orders_are_named_with_both(
    day: list[Order], dashboard: Dashboard
) -> None:
    several = {
        parcel: {each.number for each in day if each.parcel == parcel}
        for parcel, count in Counter(each.parcel for each in day if each.parcel).items()
        if count > 1
    }
    parcels = dashboard["parcels"]
    assert (parcels["known"], parcels["total"], len(several)) == (True, REUSED, REUSED)
    assert {each["parcel"]: set(each["orders"]) for each in parcels["first"]} == several
    assert not any(each["address_differs"] for each in parcels["first"])
    assert "only you can see" in parcels["note"]


def test_limits_of_the_made_up_day(day: list[Order], dashboard: Dashboard) -> None:
    limits = dashboard["limits"]
    (product,) = [each for each in limits["reached"] if each["id"] == "late_product"]
    of_day = [
        each
        for each in day
        if each.is_counted
        and each.product == product["product"]
        and each.ship_by.date().isoformat() == product["days"][0]
    ]
    assert product["of"] == len(of_day)
    assert product["count"] == sum(each.is_late for each in of_day)
    assert product["count"] >= 100
    assert 2 * product["count"] >= product["of"]
    assert limits["nearest"]
    assert 0 < limits["nearest"]["away"] <= limits["nearest"]["open"]
    assert all(each["away"] >= limits["nearest"]["away"] for each in limits["others"])
    assert all(each["brings"] and each["lifts"] for each in (*limits["reached"], *limits["others"]))
    assert "Late shipment, implementing rules" in product["source"]["text"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_list_to_copy_and_the_calendar(lang: str, day: list[Order]) -> None:
    found = answer_files(orders_file(day), parcels_file(day), lang=lang)
    assert found.collected
    told = found.collected.to_do_list().splitlines()
    assert sum(line.startswith("- 6926") for line in told) == 2 * KEPT
    assert len(told) < 2 * KEPT + 20
    calendar = found.collected.calendar("20260814T010000Z")
    assert calendar.count("BEGIN:VEVENT") == KEPT
    names = [line for line in calendar.splitlines() if line.startswith("UID:")]
    assert len(set(names)) == KEPT
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))


def test_answered_again_the_calendar_is_the_same(day: list[Order]) -> None:
    def calendar() -> str:
        collected = answer_files(orders_file(day[:100]), parcels_file(day[:100])).collected
        assert collected
        return collected.calendar("20260814T010000Z")

    assert "BEGIN:VEVENT" in calendar()
    assert calendar() == calendar()


def _names(file: str, now: datetime = NOW) -> list[str]:
    """The names of the entries (UID), in the order of their deadlines."""
    collected = answer_files(file, now=now).collected
    assert collected
    lines = collected.calendar("20260814T010000Z").replace("\r\n ", "").splitlines()
    return [line for line in lines if line.startswith("UID:")]


@pytest.mark.parametrize(
    "numbers",
    [
        ("线下", "线下"),
        ("2026-1-11", "2026-11-1"),
        ("A1-12", "A11-2"),
        ("双11/1", "双1/11"),
        ("69****01", "69****01"),
        ("6.93E+18", "6.93E+18"),
    ],
)
@pytest.mark.parametrize("paid", ["2026-08-13 10:00", "2026-08-13 11:00"])
def test_each_order_has_an_entry_of_its_own(numbers: tuple[str, str], paid: str) -> None:
    """Whatever stands in the place of its number; two may even be alike in all that is known."""
    others = [(f"69260011223344556{at}", "5", "2026-08-13 09:00") for at in range(10, 13)]
    rows = [*others, (numbers[0], "400", "2026-08-13 10:00"), (numbers[1], "400", paid)]
    file = table_of([HEADINGS[:5], *((*each, "2026-08-15 10:00", "") for each in rows)])
    names = _names(file)
    assert (len(names), len(set(names))) == (5, 5)
    assert "UID:order-check.6926001122334455610@douyin-shop-handbook" in names
    # Exported again the next day, with the amount and the number written otherwise.
    later = file.replace(",400,", ",400.00,").replace("692600", "'692600")
    assert _names(later, NOW + timedelta(hours=3)) == names


def test_the_entry_of_an_order_without_a_number_is_not_anothers_tomorrow() -> None:
    head = HEADINGS[1:5]
    first = ("400", "2026-08-13 10:00", "2026-08-15 10:00", "")
    second = ("400", "2026-08-13 10:30", "2026-08-15 11:00", "")
    both = _names(table_of([head, first, second]))
    assert _names(table_of([head, second])) == both[1:]
    assert _names(table_of([head, second, first])) == both


def test_without_columns_it_is_said_what_cannot_be_seen() -> None:
    row = ("1001", "300", "2026-08-10 10:00", "2026-08-12 10:00", "", "")
    bare = answer_files(table_of([HEADINGS[:5], row[:5]])).dashboard
    notes = "\n".join(bare["limits"]["notes"])
    assert "limits for single products were not looked at" in notes
    assert "Without a column of collection scans" in notes
    assert bare["parcels"]["known"] is False
    assert "was not checked" in bare["parcels"]["note"]
    fuller = answer_files(table_of([HEADINGS, row])).dashboard
    assert "Without hub records" in "\n".join(fuller["limits"]["notes"])


def test_before_the_end_of_june_no_limits_for_late_shipment_are_told() -> None:
    def limits(paid: str, due: str, now: datetime) -> Dashboard:
        rows = [(str(at), "300", paid, due, "", "") for at in range(200)]
        return answer_files(table_of([HEADINGS, *rows]), now=now).dashboard

    may = limits("2026-06-27 10:00", "2026-06-29 10:00", datetime(2026, 6, 30, 9, tzinfo=CHINA))
    assert may["limits"]["reached"] == []
    assert "before 2026-06-30 are not told" in "\n".join(may["limits"]["notes"])
    june = limits("2026-06-28 10:00", "2026-06-30 10:00", datetime(2026, 7, 1, 9, tzinfo=CHINA))
    assert [each["id"] for each in june["limits"]["reached"]] == ["late_shop"]
    assert "are not told" not in "\n".join(june["limits"]["notes"])


@pytest.mark.parametrize(
    ("due", "late", "reached"),
    [
        ("2026-08-09", 199, False),
        ("2026-08-09", 200, False),
        ("2026-08-09", 250, True),
        ("2026-08-10", 199, False),
        ("2026-08-10", 200, True),
    ],
)
def test_the_shop_s_limit_is_that_of_the_promised_day(due: str, late: int, reached: bool) -> None:  # noqa: FBT001
    # Of 500 orders 200 are 40 per cent: enough from 2026-08-10 on, when 30 took the place of 50.
    day = datetime.fromisoformat(f"{due}T10:00")
    paid, scan = day - timedelta(hours=48), day - timedelta(hours=24)
    rows = [
        (str(at), "300", f"{paid:%Y-%m-%d %H:%M}", f"{day:%Y-%m-%d %H:%M}", *sent)
        for at in range(500)
        for sent in [("", "") if at < late else (f"{scan:%Y-%m-%d %H:%M}",) * 2]
    ]
    now = day.replace(tzinfo=CHINA) + timedelta(hours=20)
    limits = answer_files(table_of([HEADINGS, *rows]), now=now).dashboard["limits"]
    assert [each["id"] for each in limits["reached"]] == (["late_shop"] if reached else [])


def test_two_days_running_have_a_limit_of_their_own() -> None:
    # 200 of 500 on each of two days: 40 per cent, below the 50 that one day needed then.
    def rows(day: str, late: int, first: int) -> list[tuple[str, ...]]:
        moment = datetime.fromisoformat(f"{day}T10:00")
        paid, scan = moment - timedelta(hours=48), moment - timedelta(hours=24)
        return [
            (str(first + at), "300", f"{paid:%Y-%m-%d %H:%M}", f"{moment:%Y-%m-%d %H:%M}", *sent)
            for at in range(500)
            for sent in [("", "") if at < late else (f"{scan:%Y-%m-%d %H:%M}",) * 2]
        ]

    def reached(second: str, late: int) -> list[tuple[str, list[str], int]]:
        text = table_of([HEADINGS, *rows("2026-08-03", 200, 0), *rows(second, late, 500)])
        limits = answer_files(text, now=datetime(2026, 8, 6, 12, tzinfo=CHINA)).dashboard["limits"]
        found = [each for each in limits["reached"] if each["id"].startswith("late")]
        return [(each["id"], each["days"], each["count"]) for each in found]

    both = ["2026-08-03", "2026-08-04"]
    assert reached("2026-08-04", 200) == [("late_two_days", both, 400)]
    assert reached("2026-08-04", 199) == []
    assert reached("2026-08-05", 200) == []


@pytest.mark.parametrize(
    ("due", "lacking", "reached"),
    [(99, 30, True), (100, 30, False), (100, 31, True), (50, 29, False)],
)
def test_out_of_stock_has_to_exceed_its_share(due: int, lacking: int, reached: bool) -> None:  # noqa: FBT001
    headings = (*HEADINGS, "有货")
    sent = ("300", "2026-08-13 10:00", "2026-08-15 10:00", "", "")
    rows = [(str(at), *sent, "否" if at < lacking else "是") for at in range(due)]
    limits = answer_files(table_of([headings, *rows])).dashboard["limits"]
    assert [each["id"] for each in limits["reached"]] == (["out_of_stock"] if reached else [])


@pytest.mark.parametrize("masked", ["****", "浙江省***", ""])
def test_addresses_are_compared_where_they_can_be_read(masked: str) -> None:
    def parcels(first: str, second: str) -> tuple[bool, str]:
        headings = (*HEADINGS, "快递单号", "收货地址")
        sent = ("300", "2026-08-12 10:00", "2026-08-14 10:00", "2026-08-13 09:00", "")
        rows = [("1", *sent, "SF1", first), ("2", *sent, "SF1", second), ("3", *sent, "", first)]
        told = answer_files(table_of([headings, *rows])).dashboard["parcels"]
        (only,) = told["first"]
        assert only["orders"] == ["1", "2"]
        return only["address_differs"], told["note"]

    assert parcels("甲路 1 号", "乙路 2 号")[0]
    assert not parcels("甲路 1 号", "甲路 1 号")[0]
    differs, note = parcels("甲路 1 号", masked)
    assert not differs
    assert "only you can see" in note


def test_rows_of_one_order_with_one_parcel_are_no_matter() -> None:
    headings = (*HEADINGS, "快递单号")
    row = ("1", "300", "2026-08-12 10:00", "2026-08-14 10:00", "2026-08-13 09:00", "", "SF1")
    told = answer_files(table_of([headings, row, row])).dashboard["parcels"]
    assert (told["known"], told["total"]) == (True, 0)


# The formula of the limits, against counting one by one.


def _limit(share: Decimal, orders: int, *, beyond: bool) -> Limit:
    return Limit("some", share, orders, beyond, "x.y", NOW.date(), {})


@given(
    st.integers(0, 600),
    st.integers(0, 600),
    st.integers(0, 600),
    st.decimals(1, 99, places=1),
    st.integers(1, 300),
    st.booleans(),
)
def test_how_many_are_missing_is_what_counting_one_by_one_finds(  # noqa: PLR0913, PLR0917
    count: int,
    in_time: int,
    may: int,
    share: Decimal,
    orders: int,
    beyond: bool,  # noqa: FBT001
) -> None:
    may = min(may, in_time)
    tally = Tally(of=count + in_time, count=count, open=may)
    limit = _limit(share, orders, beyond=beyond)

    def reached(late: int) -> bool:
        if not tally.of:
            return False
        rate = Decimal(late * 100) / tally.of
        return late >= orders and (rate > share if beyond else rate >= share)

    counted = next((more for more in range(in_time + 1) if reached(count + more)), None)
    if counted is None:
        assert limit.missing(tally) > in_time
    else:
        assert limit.missing(tally) == counted
    possible = any(reached(count + more) for more in range(may + 1))
    assert Standing(limit, (NOW.date(),), (tally,)).possible == possible


@given(st.decimals(1, 99, places=1), st.integers(1, 2000))
def test_both_conditions_have_to_be_met(share: Decimal, of: int) -> None:
    enough = int((share * of / 100).to_integral_value(ROUND_CEILING))
    limit = _limit(share, 1, beyond=False)
    assert limit.missing(Tally(of, enough, 0)) == 0
    assert limit.missing(Tally(of, enough - 1, of)) == 1
    assert _limit(share, enough + 5, beyond=False).missing(Tally(of, enough, of)) == 5


@settings(max_examples=50)
@given(st.lists(st.integers(0, 50), max_size=80), st.integers(1, 10))
def test_the_first_are_those_of_a_sorted_list(seconds: list[int], most: int) -> None:
    first = First(most)
    for row, each in enumerate(seconds):
        moment = NOW + timedelta(seconds=each)
        waiting = Waiting(row, "", "late", Message("ship"), moment, Decimal(0), str)
        first.add(moment, row, lambda waiting=waiting: waiting)  # type: ignore[misc]
    expected = sorted((each, row) for row, each in enumerate(seconds))[:most]
    assert [each.row for each in first.in_order()] == [row for _, row in expected]
    assert first.total == len(seconds)


def test_too_many_products_are_given_up_and_said() -> None:
    days = Days()
    for at in range(MOST_PAIRS + 1):
        days.count_product(str(at), NOW.date(), frozenset({"late"}))
    assert days.late_products is None
    days.count_product("0", NOW.date(), frozenset({"late"}))
    assert list(days.products()) == []
