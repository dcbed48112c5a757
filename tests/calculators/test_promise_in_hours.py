"""A column of the promised moment may hold the promised hours, in some cells or in all."""

import pytest

from calculators.core.inputs.errors import InputError
from tests.support.order_tables import answer_table, table_of

HEAD = "订单编号,实付金额,付款时间,承诺发货时间,发货时间"
PAID, SHIPPED = "2026-11-01 10:00", "2026-11-05 10:00"


def _answers(calculator: str, promises: list[str], heading: str = "承诺发货时间") -> list[str]:
    rows = (f"N{at},400,{PAID},{each},{SHIPPED}\n" for at, each in enumerate(promises))
    text = f"{HEAD.replace('承诺发货时间', heading)}\n{''.join(rows)}"
    return answer_table(text, calculator, given={}).amounts


@pytest.mark.parametrize("heading", ["承诺发货时间", "最晚发货时间", "承诺最晚发货时间"])
@pytest.mark.parametrize(
    ("promises", "amounts"),
    [
        # One, three and five per cent of 400.
        (["48小时", "240小时", "15天"], ["4.00", "12.00", "20.00"]),
        (["2天", "10天", "241 h"], ["4.00", "12.00", "20.00"]),
        (["48小时", "2026-11-11 10:00", "2026-11-11 10:01"], ["4.00", "12.00", "20.00"]),
        (["2026-11-03 10:00", "240小时", "-"], ["4.00", "12.00", ""]),
        (["48小时", "待定", "2026-11-03 10:00"], ["4.00", "", "4.00"]),
    ],
)
def test_what_is_out_of_stock_takes_hours_and_moments(
    promises: list[str], amounts: list[str], heading: str
) -> None:
    assert _answers("out-of-stock", promises, heading) == amounts


def test_and_hours_without_a_payment() -> None:
    text = "订单编号,实付金额,承诺发货时间\n1,400,48小时\n2,400,240小时\n3,400,15天\n"
    found = answer_table(text, "out-of-stock", given={"on": "2026-11-01"})
    assert found.amounts == ["4.00", "12.00", "20.00"]


@pytest.mark.parametrize(
    ("promises", "amounts"),
    [
        # Shipped 96 hours after the payment: 48 late, in time, and an hour late of 400.
        (["48小时", "240小时", "95小时"], ["4.00", "0.00", "4.00"]),
        (["2026-11-03 10:00", "96小时", "2026-11-05 09:00"], ["4.00", "0.00", "4.00"]),
    ],
)
def test_lateness_follows_from_both(promises: list[str], amounts: list[str]) -> None:
    assert _answers("late-delivery", promises) == amounts


def test_the_check_up_takes_them_too() -> None:
    assert _answers("order-check", ["48小时", "2026-11-11 10:00"]) == ["out_of_stock", "moving"]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("承诺发货时间", ["48", "240"]),  # or days
        ("承诺发货时间", ["48小时", "2"]),
        ("承诺时间", ["48小时", "240小时"]),
        ("最迟出库时间", ["48小时", "10天"]),
    ],
)
def test_what_is_not_certain_is_proposed_as_hours(heading: str, cells: list[str]) -> None:
    with pytest.raises(InputError) as refused:
        _answers("late-delivery", cells, heading)
    line = f"promised_hours={heading}"
    assert (refused.value.code, refused.value.values["columns"]) == ("unsure_columns", (line,))
    assert refused.value.values["missing"] == ()
    text = f"{HEAD.replace('承诺发货时间', heading)}\nN,400,{PAID},{cells[0]},{SHIPPED}\n"
    assert table_of(text).headings.matches["promised_hours"].proposed == 3
    # Whoever names it is asked no more: 48 hours late, one per cent of 400.
    found = answer_table(text, chosen={"promised_hours": heading}, given={})
    assert found.amounts == ["4.00"]


def test_a_moment_alone_stays_one() -> None:
    text = f"{HEAD}\nN,400,{PAID},2026-11-03 10:00,{SHIPPED}\n"
    matches = table_of(text).headings.matches
    assert matches["promised_at"].sure
    assert matches["promised_hours"].columns == ()


def test_a_count_of_days_is_a_moment() -> None:
    # 46329.41667 is the 3rd of November 2026, 10:00.
    text = f"{HEAD}\nN,400,{PAID},46329.416666666664,{SHIPPED}\n"
    assert answer_table(text, given={}).amounts == ["4.00"]


def test_hours_for_all_rows_prevail_over_them() -> None:
    text = f"{HEAD}\nN,400,{PAID},240小时,{SHIPPED}\n"
    found = answer_table(text, given={"promised_hours": "48"})
    assert found.amounts == ["4.00"]
    assert "承诺发货时间" in found.notes
