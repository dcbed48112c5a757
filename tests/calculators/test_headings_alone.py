"""Headings of one platform are sure where no other column may be meant, and asked where one may."""

import pytest

from calculators.core.inputs.errors import InputError
from tests.support.lines_to_add import to_add
from tests.support.order_tables import answer_table, table_of

# An hour late on 240: one per cent of 400.
PAID, DUE, SHIPPED = "2026-11-01 10:00", "2026-11-11 10:00", "2026-11-11 11:00"
USUAL = {"paid_at": "付款时间", "promised_at": "承诺发货时间", "shipped_at": "发货时间"}


def _text(**called: str) -> str:
    head = ",".join((USUAL | called).values())
    return f"订单编号,实付金额,{head},订单状态\n1,400,{PAID},{DUE},{SHIPPED},已发货\n"


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("paid_at", "付款确认时间"), ("paid_at", "尾款支付时间"), ("paid_at", "付尾款时间"),
        ("promised_at", "最晚出库时间"), ("promised_at", "最迟出库时间"),
        ("promised_at", "Latest Ship Time"),
        ("shipped_at", "出库时间"), ("shipped_at", "Fulfilled at"),
    ],
)  # fmt: skip
def test_what_one_platform_calls_so_is_read(name: str, heading: str) -> None:
    assert answer_table(_text(**{name: heading}), given={}).amounts == ["4.00"]
    # Of what reads as no moment nothing is known.
    text = _text(**{name: heading}).replace("2026-11-", "11月")
    assert not table_of(text).headings.matches[name].sure


def test_an_export_of_jd_asks_for_the_amount_alone() -> None:
    text = _text(paid_at="付款确认时间", promised_at="最晚出库时间", shipped_at="出库时间")
    text = text.replace("订单状态", "订单状态,下单时间").replace("已发货", f"已发货,{PAID}")
    assert answer_table(text, given={}).amounts == ["4.00"]
    with pytest.raises(InputError) as refused:
        answer_table(text.replace("实付金额", "应付金额"), given={})
    assert refused.value.values["columns"] == ("paid=应付金额",)


@pytest.mark.parametrize("pair", [("出库时间", "物流发货时间"), ("Fulfilled at", "Dispatched at")])
def test_of_two_that_may_be_meant_it_is_asked(pair: tuple[str, str]) -> None:
    text = _text(shipped_at=",".join(pair)).replace(SHIPPED, f"{SHIPPED},{SHIPPED}")
    with pytest.raises(InputError) as refused:
        answer_table(text, given={})
    assert refused.value.values["columns"] == tuple(to_add("shipped_at", each) for each in pair)


def test_the_usual_name_goes_before_them() -> None:
    text = _text(shipped_at="发货时间,出库时间").replace(SHIPPED, f"{SHIPPED},{DUE}")
    assert answer_table(text, given={}).amounts == ["4.00"]


@pytest.mark.parametrize("heading", ["发货时间", "出库时间", "实际出库时间"])
def test_where_all_orders_wait_it_is_empty(heading: str) -> None:
    text = _text(shipped_at=heading).replace(SHIPPED, "").replace("已发货", "待发货")
    assert answer_table(text, given={"now": "2026-11-11 11:00"}).amounts == ["4.00"]
