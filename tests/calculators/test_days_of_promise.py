"""How late orders are, and what was promised, stands in days under many names, which are asked."""

import pytest

from calculators.core.inputs.errors import InputError
from tests.support.lines_to_add import to_add
from tests.support.order_tables import answer_table

HEAD = "订单编号,实付金额"
PAID, DUE, HOUR_LATE = "2026-11-01 10:00", "2026-11-11 10:00", "2026-11-11 11:00"
IN_TIME, TWO_DAYS_LATE = "2026-11-11 09:00", "2026-11-13 12:00"


def _asked(text: str, calculator: str = "late-delivery", *, on: str = "") -> tuple[str, ...]:
    with pytest.raises(InputError) as refused:
        answer_table(text, calculator, given={"on": on} if on else {})
    assert refused.value.code == "unsure_columns"
    columns = refused.value.values["columns"]
    assert isinstance(columns, tuple)
    return columns


@pytest.mark.parametrize(
    "heading",
    ["晚发天数", "超时天数", "逾期天数", "延迟天数", "延误天数", "迟发天数", "超期天数", "晚几天",
     "晚发(天)", "超时（天）", "延迟发货天数", "发货超时天数", "发货晚了多久", "延期发货天数",
     "Days late", "Delay (days)", "Shipping delay days", "Overdue days", "Late by days"],
)  # fmt: skip
def test_days_late_are_proposed_and_read(heading: str) -> None:
    cells = ("1天", "0天") if heading.endswith("多久") else ("1", "0")
    text = f"{HEAD},{heading}\n1,400,{cells[0]}\n2,500,{cells[1]}\n"
    assert _asked(text, on="2025-03-01") == (to_add("late_hours", heading),)
    assert answer_table(text, chosen={"late_hours": heading}).amounts == ["4.00", "0.00"]


def test_days_of_both_lead_to_the_amounts_of_today() -> None:
    text = "订单号,实付金额,承诺发货天数,晚发天数\n1001,400,10,1\n1002,500,10,0\n1003,300,10,2\n"
    assert _asked(text) == ("promised_hours=承诺发货天数", "late_hours=晚发天数")
    chosen = {"promised_hours": "承诺发货天数", "late_hours": "晚发天数"}
    # One per cent of 400 under 48 hours, three of 300 from then on.
    assert answer_table(text, chosen=chosen, given={}).amounts == ["4.00", "0.00", "9.00"]
    text = f"{HEAD},付款时间,承诺发货时间,晚发天数\n1,400,{PAID},{DUE},1\n3,300,{PAID},{DUE},2\n"
    assert _asked(text) == ("late_hours=晚发天数",)
    found = answer_table(text, chosen={"late_hours": "晚发天数"}, given={})
    assert found.amounts == ["4.00", "9.00"]


@pytest.mark.parametrize(
    ("heading", "promise"),
    [
        *((each, "10") for each in (
            "承诺发货天数", "承诺天数", "预售天数", "约定发货天数", "几天内发货", "发货时效（天）",
            "承诺发货时间(天)", "要求发货天数", "备货天数", "Ships within (days)", "Handling days",
        )),
        *((each, "10天") for each in (
            "发货周期", "发货期限", "承诺时效", "备货期", "发货时限", "承诺发货期限",
        )),
    ],
)  # fmt: skip
def test_a_promise_in_days_is_proposed_and_read(heading: str, promise: str) -> None:
    text = (
        f"{HEAD},付款时间,{heading},发货时间,订单状态\n"
        f"1001,400,{PAID},{promise},{HOUR_LATE},已发货\n"
        f"1002,500,{PAID},{promise},{IN_TIME},已完成\n"
        f"1003,600,{PAID},{promise},{TWO_DAYS_LATE},已发货\n"
    )
    assert _asked(text) == (to_add("promised_hours", heading),)
    found = answer_table(text, chosen={"promised_hours": heading}, given={})
    assert found.amounts == ["4.00", "0.00", "18.00"]


@pytest.mark.parametrize("calculator", ["out-of-stock", "order-check", "false-shipment"])
def test_other_calculators_propose_it_too(calculator: str) -> None:
    text = f"{HEAD},承诺发货天数\n1,400,10\n"
    assert "promised_hours=承诺发货天数" in _asked(text, calculator)


@pytest.mark.parametrize("heading", ["晚发天数", "发货周期", "备货天数", "Days late"])
def test_where_moments_tell_more_nothing_is_asked(heading: str) -> None:
    head = f"{HEAD},付款时间,承诺发货时间,发货时间,{heading}"
    text = f"{head}\n1,400,{PAID},{DUE},{HOUR_LATE},3\n"
    assert answer_table(text, given={}).amounts == ["4.00"]


@pytest.mark.parametrize(
    "heading",
    ["发货时长", "揽收超时天数", "退款超时天数", "延长收货天数", "预计发货天数", "库存天数",
     "配送时效", "Delivery days", "Days in stock", "晚" * 50 + "天数"],
)  # fmt: skip
def test_days_of_something_else_are_not(heading: str) -> None:
    text = f"{HEAD},{heading}\n1,400,1\n"
    assert answer_table(text).amounts == ["4.00"]
