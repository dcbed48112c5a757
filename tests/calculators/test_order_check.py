"""The check-up: parity with the calculators that it composes, their days, the order of states."""

import csv
import io
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import definition
from calculators.core.table.answering import answered
from calculators.core.table.files.opening import open_table
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.table import Table
from calculators.order_check.situation import STATES
from tests.support.drawn import inputs_of
from tests.support.evaluating import Answer, evaluate
from tests.support.pinned import NOW, TODAY

PAID_AT = datetime(2026, 11, 1, 10, 0)  # noqa: DTZ001 (as typed, without a zone)
# The last day of each formula that late orders had, the first of the next, and days about them.
OLD_DAYS = ["2025-03-01", "2025-07-01", "2026-05-05"]
NEW_DAYS = ["2026-05-06", "2026-08-09", "2026-08-10", "2026-11-25"]

PAID = st.decimals(min_value=0, max_value=20_000, places=2)
PROMISED = st.integers(1, 400)
LATE = st.integers(0, 200)


def _check(on: str | None = "2026-11-25", **typed: str) -> Answer:
    answer = evaluate("order-check", {"paid": "1299", **typed}, "en", on, TODAY)
    assert answer["ok"], answer
    return answer


def _late(paid: str, promised: int, late: int, on: str, **more: str) -> dict[str, str | None]:
    """The check-up of an order that was collected ``late`` full hours after its promise."""
    shipped = PAID_AT + timedelta(hours=promised + late)
    typed = {
        "paid": paid,
        "paid_at": _typed(PAID_AT),
        "promised_hours": str(promised),
        "shipped_at": _typed(shipped),
        "collected_at": _typed(shipped),
        "now": _typed(shipped),
    }
    outputs: dict[str, str | None] = _check(on, **typed, **more)["outputs"]
    return outputs


def _typed(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _compensation(calculator: str, on: str, **typed: str) -> str:
    answer = evaluate(calculator, typed, "en", on, TODAY)
    return str(answer["outputs"]["compensation"])


@pytest.mark.parametrize(
    ("promised", "late", "late_part", "out_of_stock", "exposure"),
    [
        (240, 50, "13.00", "39.00", "52.00"),
        (241, 48, "13.00", "50.00", "63.00"),
        (48, 48, "0.00", "13.00", "13.00"),
    ],
)
def test_both_deductions_stand_beside_each_other(
    promised: int, late: int, late_part: str, out_of_stock: str, exposure: str
) -> None:
    found = _late("1299", promised, late, "2026-11-25")
    amounts = [found[name] for name in ("late_part", "out_of_stock", "exposure")]
    assert amounts == [late_part, out_of_stock, exposure]


@given(PAID, PROMISED, LATE, st.sampled_from(NEW_DAYS))
def test_the_parts_are_those_of_their_calculators(
    paid: Decimal, promised: int, late: int, on: str
) -> None:
    found, order = _late(str(paid), promised, late, on), {"paid": str(paid)}
    order |= {"promised_hours": str(promised)}
    lighter = _compensation("late-delivery", on, **order, late_hours=str(min(late, 47)))
    assert found["late_part"] == lighter
    missing = _compensation("out-of-stock", on, **order) if late >= 48 else "0.00"
    assert found["out_of_stock"] == missing
    assert Decimal(str(found["exposure"])) == Decimal(lighter) + Decimal(missing)


@given(PAID, PROMISED, LATE, st.sampled_from(OLD_DAYS))
def test_before_its_two_classes_lateness_is_not_cut(
    paid: Decimal, promised: int, late: int, on: str
) -> None:
    found = _late(str(paid), promised, late, on)
    order = {"paid": str(paid), "promised_hours": str(promised), "late_hours": str(late)}
    assert found["late_part"] == _compensation("late-delivery", on, **order)
    assert found["out_of_stock"] == "0.00"


@given(PAID, PROMISED, st.sampled_from([*OLD_DAYS, *NEW_DAYS]))
def test_without_stock_it_is_out_of_stock_on_every_day(
    paid: Decimal, promised: int, on: str
) -> None:
    moments = {"paid_at": _typed(PAID_AT), "now": _typed(PAID_AT)}
    order = {"paid": str(paid), "promised_hours": str(promised)}
    found = _check(on, **order, **moments, in_stock="no")["outputs"]
    assert found["state"] == "out_of_stock"
    assert found["out_of_stock"] == _compensation("out-of-stock", on, **order)


@given(PAID, PROMISED, LATE, st.sampled_from([*OLD_DAYS, *NEW_DAYS]))
def test_force_majeure_takes_nothing(paid: Decimal, promised: int, late: int, on: str) -> None:
    found = _late(str(paid), promised, late, on, force_majeure="yes")
    assert (found["state"], found["exposure"]) == ("exempt", "0.00")


@given(data=st.data())
def test_the_state_comes_before_whatever_else_fits(data: st.DataObject) -> None:
    typed = data.draw(inputs_of("order-check", broken=False))
    answer = evaluate("order-check", typed, "en", today=TODAY)
    if not answer["ok"]:
        return
    outputs = answer["outputs"]
    places = [STATES.index(each) for each in (outputs["state"], *outputs["flags"])]
    assert all(first < second for first, second in pairwise(places))
    stages = {"done", "moving", "to_ship", "to_collect"}
    assert len(stages.intersection([outputs["state"], *outputs["flags"]])) == 1
    if outputs["next_by"] is not None:
        assert outputs["next_by"] > answer["inputs"]["now"]
        assert outputs["hours_left"] >= 0


@given(st.integers(0, 24 * 12), st.integers(0, 24 * 12))
def test_time_never_makes_an_order_cheaper(one: int, other: int) -> None:
    costs = [
        Decimal(
            _check(
                paid_at=_typed(PAID_AT),
                promised_hours="72",
                shipped_at=_typed(PAID_AT + timedelta(hours=20)),
                now=_typed(PAID_AT + timedelta(hours=hours)),
            )["outputs"]["exposure"]
        )
        for hours in sorted((one, other))
    ]
    assert costs == sorted(costs)


@pytest.mark.parametrize(
    ("uploaded", "state", "own_day_is_said"),
    [("2026-06-02 10:00", "to_collect", True), ("2026-06-03 10:00", "abnormal", False)],
)
def test_each_part_is_judged_on_its_own_day(
    uploaded: str, state: str, *, own_day_is_said: bool
) -> None:
    # The promise ends on one day: it is the upload that comes before or after a change.
    typed = {"paid_at": "2026-06-01 10:00", "promised_at": "2026-06-20 10:00"}
    answer = _check(None, **typed, shipped_at=uploaded, now="2026-06-05 10:00")
    assert answer["on"] == "2026-06-20"
    assert answer["outputs"]["state"] == state
    (_, *others) = [each["text"] for each in answer["steps"] if each["code"] == "day"]
    # Only where the rules of both days differ.
    assert ["2026-06-02" in each for each in others] == [True] * own_day_is_said


def test_a_day_that_is_given_prevails_for_all_parts() -> None:
    typed = {"paid_at": "2026-06-01 10:00", "promised_at": "2026-06-20 10:00"}
    moments = {"shipped_at": "2026-06-04 10:00", "now": "2026-06-07 10:00"}
    assert _check("2026-06-02", **typed, **moments)["outputs"]["state"] == "to_collect"
    assert _check("2026-06-03", **typed, **moments)["outputs"]["state"] == "abnormal"


def test_its_steps_rest_on_rules_of_its_parts() -> None:
    answer = _check(paid_at="2026-11-10 10:00", promised_hours="240", now="2026-11-22 12:00")
    rules = {each["code"]: each["rule"] for each in answer["steps"]}
    assert rules["late_part"] == "late-delivery.light_share_middle"
    assert rules["out_of_stock_part"] == "out-of-stock.share_middle"
    assert rules["formerly"] == "late-delivery.formula"
    sources = {each["rule"]: each for each in answer["sources"]}
    alone = evaluate(
        "late-delivery",
        {"paid": "1299", "promised_hours": "240", "late_hours": "1"},
        "en",
        "2026-11-25",
        TODAY,
    )["sources"]
    rule = rules["late_part"]
    assert sources[rule] == next(each for each in alone if each["rule"] == rule)


def test_a_part_of_which_no_figure_was_used_has_no_former_answer() -> None:
    # The formula for false shipment changed twice, and says nothing of an order without a parcel.
    paid = _check(paid_at="2026-11-25 10:00", now="2026-11-25 11:00")
    assert "formerly" not in [each["code"] for each in paid["steps"]]
    missing = _check(paid_at="2026-11-20 10:00", now="2026-11-25 11:00", promised_hours="240")
    assert "formerly" not in [each["code"] for each in missing["steps"]]


@pytest.mark.parametrize("column", ["", ",首次分拨时间"])
def test_the_route_is_spoken_of_where_hubs_are_known(column: str) -> None:
    headings = f"订单编号,实付金额,支付时间,承诺发货时间,揽收时间{column}"
    text = f"{headings}\n1,5,{PAID_AT},{PAID_AT},{column and ','}\n"
    notes = "\n".join(_answered_notes(text))
    assert ("“the route”" in notes) == bool(column)


def _answered_notes(text: str) -> list[str]:
    table = Table(definition("order-check"), open_table([text.encode()]), "en")
    planned = plan(table.headings, Asked(), NOW, words=False)
    for _ in answered(table, planned):
        pass
    return table.totals.words()["notes"]


def test_what_lies_ahead_for_a_part_lies_ahead_for_the_whole() -> None:
    whole, part = (
        definition(each).rule_book.after(date(2026, 1, 1))
        for each in ("order-check", "late-delivery")
    )
    assert part
    assert {each.id for each in part} <= {each.id for each in whole}


# Orders as the export has them, values invented, headings real; without scans.
EXPORT = (
    "主订单编号,订单应付金额,支付完成时间,订单状态,承诺发货时间,售后状态,发货时间,订单完成时间\n"
    "1,189.00,2026-07-01 10:02:20,已发货,2026-07-03 10:02:20,-,2026-07-04 09:00:00,-\n"
    "2,189.00,2026-07-01 10:02:20,待发货,2026-07-03 10:02:20,-,-,-\n"
    "3,189.00,2026-07-01 10:02:20,已完成,2026-07-03 10:02:20,-,2026-07-02 09:00:00,"
    "2026-07-06 11:00:00\n"
    "4,189.00,-,已关闭,2026-07-03 10:02:20,-,-,-\n"
)


def _export(text: str, *given: tuple[str, str]) -> tuple[list[dict[str, str]], Table]:
    described = definition("order-check")
    table = Table(described, open_table(io.BytesIO(text.encode("utf-8-sig"))), "en")
    planned = plan(table.headings, Asked(given=dict(given)), NOW, words=False)
    data = b"".join(answered(table, planned)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(data, newline=""))), table


def test_an_export_without_scans_is_judged_by_the_click() -> None:
    rows, table = _export(EXPORT, ("now", "2026-07-06 12:00"))
    assert [(row["state"], row["exposure"]) for row in rows] == [
        ("late", "0.00"),
        ("out_of_stock", "2.00"),
        ("done", "0.00"),
        ("", ""),
    ]
    notes = " ".join(table.totals.words()["notes"])
    assert "No column has collection scans" in notes
    assert "whether the goods are in stock”: “Yes” was taken" in notes
    assert "whether the carrier reports" not in notes


def test_an_export_with_scans_says_that_hubs_are_not_judged() -> None:
    text = (
        "订单ID,实付金额,支付完成时间,承诺发货时间,发货时间,揽收时间,签收时间\n"
        "1,189.00,2026-07-01 10:00:00,2026-07-03 10:00:00,2026-07-02 09:00:00,,\n"
        "2,189.00,2026-07-01 10:00:00,2026-07-03 10:00:00,2026-07-02 09:00:00,"
        "2026-07-02 20:00:00,\n"
    )
    rows, table = _export(text, ("now", "2026-07-06 12:00"))
    assert [row["state"] for row in rows] == ["out_of_stock", "moving"]
    assert "No column has hub records" in " ".join(table.totals.words()["notes"])


def test_where_a_file_has_no_moment_it_is_the_moment_of_asking() -> None:
    rows, _ = _export(EXPORT)
    by_hand = _check(
        None,
        paid="189.00",
        paid_at="2026-07-01 10:02",
        promised_at="2026-07-03 10:02",
        now=_typed(NOW),
    )["outputs"]
    assert (rows[1]["state"], rows[1]["exposure"]) == (by_hand["state"], by_hand["exposure"])
