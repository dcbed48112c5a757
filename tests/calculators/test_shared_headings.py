"""A heading that is short for the names of several fields is asked for those that it may mean."""

from collections.abc import Sequence

import pytest

from calculators.core.inputs.errors import InputError
from tests.support.order_tables import answer_table, table_of

LIMITS = ["cumulative", "per_order"]


@pytest.mark.parametrize(
    ("calculator", "headings", "fields", "proposed"),
    [
        ("buyer-order", "数量", ["quantity"], ["quantity"]),
        ("buyer-order", "件数", ["quantity"], ["quantity"]),
        ("buyer-order", "购买数量", ["quantity"], ["quantity"]),
        ("buyer-order", "Pieces", ["quantity"], ["quantity"]),
        ("stock-shortage", "数量", ["ordered"], ["ordered"]),
        # What it is the number of, nothing says.
        ("purchase-limit", "数量", [], []),
        ("campaign-withdrawal", "个数", [], []),
        # Nothing tells of a trial, or of an agent, that an order or a fee could be of.
        ("entry-cost", "订单数", ["orders_per_day"], ["orders_per_day"]),
        ("entry-cost", "成交额", ["monthly_gmv"], ["monthly_gmv"]),
        ("entry-cost", "费用", ["equipment"], ["equipment"]),
        ("entry-cost", "订单数,试运营", ["trial_orders", "orders_per_day"], []),
        # It may be either, and only whoever asks knows which.
        ("buyer-order", "限购", LIMITS, []),
        ("stock-shortage", "库存", ["shown", "real"], []),
        ("late-delivery", "小时", ["promised_hours", "late_hours"], []),
        # The name of one of them leaves the others out.
        ("stock-shortage", "库存,系统库存", ["real"], ["real"]),
        ("buyer-order", "数量,起售数量", ["quantity"], ["quantity"]),
    ],
)
def test_a_heading_is_asked_where_it_may_be_meant(
    calculator: str, headings: str, fields: Sequence[str], proposed: Sequence[str]
) -> None:
    cells = ",".join("2" for _ in headings.split(","))
    matches = table_of(f"{headings},编号x\n{cells},A\n", calculator).headings.matches
    found = [name for name, match in matches.items() if 0 in match.columns and name != "on"]
    assert found == fields
    assert [name for name in found if matches[name].proposed == 0] == proposed
    assert not any(matches[name].sure for name in found)


def test_one_line_settles_what_one_column_holds() -> None:
    text = "数量,每人限购\n2,3\n4,3\n"
    with pytest.raises(InputError) as refused:
        answer_table(text, "buyer-order")
    assert refused.value.values["columns"] == ("quantity=数量",)
    found = answer_table(text, "buyer-order", chosen={"quantity": "数量"})
    assert found.amounts == ["yes", "no"]
