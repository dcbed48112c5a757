"""Entry cost: both shapes against tables written by hand, and what must hold for every shop."""

import io
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import definition
from calculators.core.table.answering import answered
from calculators.core.table.files.opening import open_table
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.table import Table
from calculators.core.text.catalogue import LANGUAGES
from tests.support.evaluating import evaluate
from tests.support.pinned import NOW

# What no default of the form answers for a file.
NO_STOCK = {"orders_per_day": "0", "cost_per_order": "0"}

OLD, NEW = "2026-05-08", "2026-05-09"

TURNOVER = st.decimals(0, 300_000, places=2)
AMOUNT = st.decimals(1, 300_000, places=2)
YES_NO = st.sampled_from(["yes", "no"])


def _outputs(on: str = NEW, **typed: str) -> dict[str, Any]:
    answer = evaluate("entry-cost", typed, on=on)
    assert answer["ok"], answer
    outputs: dict[str, Any] = answer["outputs"]
    return outputs


def _due(on: str = NEW, **typed: str) -> tuple[str, str, str]:
    outputs = _outputs(on, **typed)
    return outputs["deposit"], outputs["experience_deposit"], outputs["refundable"]


def _codes(table: str, on: str = NEW, **typed: str) -> list[str]:
    return [each["code"] for each in evaluate("entry-cost", typed, on=on)[table]]


@pytest.mark.parametrize(
    ("turnover", "deposit"),
    [
        ("0", "500.00"),
        ("0.01", "500.00"),
        ("49999.99", "500.00"),
        ("50000", "500.00"),
        ("50000.01", "2000.00"),
        ("99999.99", "2000.00"),
        ("100000", "2000.00"),
        ("100000.01", "5000.00"),
        ("9999999999.99", "5000.00"),
    ],
)
def test_the_base_deposit_by_turnover(turnover: str, deposit: str) -> None:
    assert _due(monthly_gmv=turnover) == (deposit, "0.00", deposit)


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        # A special base category takes the place of the class, be it higher or lower.
        ({"deposits": "200000"}, ("200000.00", "0.00", "200000.00")),
        ({"deposits": "20000", "monthly_gmv": "0"}, ("20000.00", "0.00", "20000.00")),
        ({"deposits": "3000", "monthly_gmv": "150000"}, ("3000.00", "0.00", "3000.00")),
        ({"deposits": "20000;200000"}, ("200000.00", "0.00", "200000.00")),
        # The experience deposit comes on top; of several, the highest.
        ({"monthly_gmv": "0", "experience": "50000"}, ("500.00", "50000.00", "50500.00")),
        ({"monthly_gmv": "60000", "experience": "5000;20000"}, ("2000.00", "20000.00", "22000.00")),
        ({"deposits": "20000", "experience": "20000"}, ("20000.00", "20000.00", "40000.00")),
        # A risk shop: twice the base by turnover; a special base counts as 5,000.
        ({"monthly_gmv": "0", "risk_shop": "yes"}, ("500.00", "1000.00", "1500.00")),
        ({"monthly_gmv": "100000", "risk_shop": "yes"}, ("2000.00", "4000.00", "6000.00")),
        ({"monthly_gmv": "100000.01", "risk_shop": "yes"}, ("5000.00", "10000.00", "15000.00")),
        ({"deposits": "200000", "risk_shop": "yes"}, ("200000.00", "10000.00", "210000.00")),
        (
            {"deposits": "20000", "monthly_gmv": "0", "risk_shop": "yes"},
            ("20000.00", "10000.00", "30000.00"),
        ),
        # Special category before risk, no adding: also where it is the smaller one.
        (
            {"monthly_gmv": "150000", "experience": "5000", "risk_shop": "yes"},
            ("5000.00", "5000.00", "10000.00"),
        ),
    ],
)
def test_special_categories_and_risk_shops(
    typed: dict[str, str], due: tuple[str, str, str]
) -> None:
    assert _due(**typed) == due


@pytest.mark.parametrize(
    ("typed", "due", "over"),
    [
        ({}, ("0.00", "0.00", "0.00"), False),
        ({"trial_orders": "200", "trial_turnover": "10000"}, ("0.00", "0.00", "0.00"), False),
        ({"trial_orders": "201"}, ("500.00", "0.00", "500.00"), True),
        ({"trial_turnover": "10000.01"}, ("500.00", "0.00", "500.00"), True),
        ({"experience": "10000"}, ("500.00", "10000.00", "10500.00"), True),
        ({"risk_shop": "yes"}, ("500.00", "1000.00", "1500.00"), True),
        ({"deposits": "20000"}, ("20000.00", "0.00", "20000.00"), True),
    ],
)
def test_a_trial_pays_nothing_while_it_lasts(
    typed: dict[str, str], due: tuple[str, str, str], *, over: bool
) -> None:
    shop = {"monthly_gmv": "0", "trial": "yes"} | typed
    assert _due(**shop) == due
    assert ("trial_over" in _codes("warnings", **shop)) == over
    assert ("trial_limits" in _codes("warnings", **shop)) != over
    without = shop | {"trial": "no"}
    if over:
        assert _due(**without) == due
    assert not {"trial_over", "trial_limits"} & set(_codes("warnings", **without))


def test_the_shape_of_before_takes_the_highest_and_nothing_else() -> None:
    shop = {"deposits": "2000;6000", "monthly_gmv": "0", "experience": "9000", "risk_shop": "yes"}
    assert _due(OLD, **shop, trial="yes") == ("6000.00", "0.00", "6000.00")
    assert "deposit_outside_article" in _codes("warnings", OLD, **shop)
    assert "deposit_outside_article" not in _codes("warnings", NEW, **shop)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("on", "typed", "needed"),
    [
        (NEW, {}, True),
        (NEW, {"trial": "yes", "experience": "5000"}, True),
        (NEW, {"monthly_gmv": "0"}, False),
        (NEW, {"deposits": "5000"}, False),
        (OLD, {}, True),
        (OLD, {"monthly_gmv": "0"}, True),
        (OLD, {"deposits": "5000"}, False),
    ],
)
def test_deposits_are_needed_where_nothing_else_tells_them(
    on: str, typed: dict[str, str], lang: str, *, needed: bool
) -> None:
    answer = evaluate("entry-cost", typed, lang, on)
    found = [(each["field"], each["code"]) for each in answer.get("errors", [])]
    assert found == ([("deposits", "required")] if needed else [])


def test_a_table_refuses_the_row_and_answers_the_others() -> None:
    rows = "上月成交额,规则日期\n0,2026-05-08\n0,2026-05-09\n".encode()
    opened = open_table(io.BytesIO(rows))
    table = Table(definition("entry-cost"), opened, "zh")
    planned = plan(table.headings, Asked(given=NO_STOCK), NOW, words=False)
    _, refused, worked_out = b"".join(answered(table, planned)).decode().splitlines()
    assert "请填保证金" in refused
    assert "500.00" in worked_out
    assert (table.totals.refused, table.totals.answered) == (1, 1)


@given(TURNOVER, st.lists(AMOUNT, max_size=3), YES_NO, st.integers(0, 400), AMOUNT)
def test_the_parts_make_the_whole(
    turnover: Decimal, experience: list[Decimal], risk: str, orders: int, cost: Decimal
) -> None:
    outputs = {
        name: Decimal(value)
        for name, value in _outputs(
            monthly_gmv=str(turnover),
            experience=";".join(map(str, experience)),
            risk_shop=risk,
            orders_per_day=str(orders),
            cost_per_order=str(cost),
            equipment="99.90",
        ).items()
    }
    assert outputs["refundable"] == outputs["deposit"] + outputs["experience_deposit"]
    parts = outputs["sunk"] + outputs["refundable"]
    assert outputs["total_low"] == parts + orders * cost * 7
    assert outputs["total_high"] == parts + orders * cost * 10
    assert outputs["total_low"] + outputs["gap_high"] == 20000
    assert outputs["total_high"] + outputs["gap_low"] == 20000


@given(TURNOVER, TURNOVER)
def test_more_turnover_never_lowers_the_deposit(one: Decimal, other: Decimal) -> None:
    low, high = (Decimal(_due(monthly_gmv=str(each))[0]) for each in sorted((one, other)))
    assert low <= high


@pytest.mark.parametrize(
    ("orders", "cost"), [("每天几单", "每单成本"), ("Orders per day", "Average cost per order")]
)
def test_columns_of_orders_a_day_and_of_their_cost_are_known_or_asked(
    orders: str, cost: str
) -> None:
    text = f"店铺,特殊类目的基础保证金,{orders},{cost}\nA,2000,10,20\n"
    table = Table(definition("entry-cost"), open_table([text.encode()]), "en")
    assert table.headings.sure["orders_per_day"] == 2
    # What an order costs may hold more than its goods.
    match = table.headings.matches["cost_per_order"]
    assert (match.sure, match.proposed) == (False, 3)
