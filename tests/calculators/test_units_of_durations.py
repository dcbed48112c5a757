"""The unit of durations: said by whatever stands beside them, and never hours in silence."""

import io
import json

import pytest
import xlsxwriter

from calculators.core.inputs.errors import InputError
from calculators.page.orders import Orders
from tests.support.order_tables import answer_table, table_of

HEAD = "订单编号,实付金额,承诺发货时限,晚发小时"
LATE = "订单编号,实付金额,承诺小时,"
N, M = "6926001122334455661", "6926001122334455672"


def test_hours_may_be_written_as_people_do() -> None:
    rows = ["N,400,15天,2天3小时", "M,400,48小时（2天）,30分钟", "K,400,240小时,未晚"]
    found = answer_table("\n".join([HEAD, *rows, ""]), given={})
    # Five per cent of 400 after 360 hours; within 48 hours nothing is taken; not late at all.
    assert found.amounts == ["20.00", "0.00", "0.00"]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n编号,元,天,小时\n{N},400,15,50\n",
        f"{HEAD}\n,,天,\n{N},400,15,50\n",
        f"{HEAD}\n平台订单号,实付金额,承诺几天内发货,晚几小时\n{N},400,15,50\n",
        f"承诺单位：天\n{HEAD}\n{N},400,15,50\n",
        f"承诺单位：,天\n{HEAD}\n{N},400,15,50\n",
        f"金额单位为元，时限以天为单位\n{HEAD}\n{N},400,15,50\n",
        f"订单,,时限（天）,\n{HEAD}\n{N},400,15,50\n",
        f"{HEAD}\n{N},400,15天,50\n",
        f"{HEAD},时限单位\n{N},400,15,50,天\n",
        f"{HEAD},承诺单位,单位\n{N},400,15,50,天,件\n",
    ],
)
def test_a_promise_in_days_is_converted(text: str) -> None:
    # 15 days are 360 hours, so that two days late cost five per cent of 400; of 15 hours it is one.
    assert answer_table(text, given={}).amounts[-1] == "20.00"


@pytest.mark.parametrize(
    "heading",
    ["承诺的发货时限（天）", "承诺发货天数", "预售天数", "发货时效(天)", "发货时限（日）",
     "承诺发货[单位：天]", "承诺几天内发货", "时限/天", "Promised days",
     "Shipping time promised (days)", "promised_days"],
)  # fmt: skip
@pytest.mark.parametrize("calculator", ["late-delivery", "out-of-stock"])
def test_a_heading_may_say_days_of_a_promise(calculator: str, heading: str) -> None:
    text = f"订单编号,实付金额,{heading},晚发小时\n{N},400,15,50\n"
    chosen = {"promised_hours": heading}
    found = answer_table(text, calculator, chosen=chosen, given={"on": "2026-11-01"})
    assert found.amounts == ["20.00"]
    assert f"“{heading}” is in days and was converted into full hours" in found.notes


@pytest.mark.parametrize(
    ("heading", "cell", "amount"),
    [
        # 240 hours were promised: one per cent of 400, from 48 hours on three.
        ("超时天数", "3", "12.00"),
        ("晚了几天", "1.5", "4.00"),
        ("延迟天数", "2.0", "12.00"),
        ("Days late", "3", "12.00"),
        ("lateDays", "3", "12.00"),
        ("超时分钟", "90", "4.00"),
        ("超时分钟", "2,880", "12.00"),
        ("超时分钟", "2879", "4.00"),
        ("超时时长（秒）", "7200", "4.00"),
        ("晚发周数", "1", "12.00"),
        ("超时天数", "50小时", "12.00"),
        ("超时天数", "0", "0.00"),
        ("超时天数", "未晚", "0.00"),
    ],
)
def test_a_heading_may_say_the_unit_of_a_delay(heading: str, cell: str, amount: str) -> None:
    text = f'{LATE}{heading}\n{N},400,240,"{cell}"\n'
    assert answer_table(text, chosen={"late_hours": heading}, given={}).amounts == [amount]


@pytest.mark.parametrize(
    "heading",
    ["承诺发货时限", "承诺发货（48小时内）", "天猫承诺时限", "承诺时限（小时）", "Promised hours"],
)
def test_hours_stay_hours(heading: str) -> None:
    text = f"订单编号,实付金额,{heading},晚发小时\n{N},400,15,50\n"
    found = answer_table(text, chosen={"promised_hours": heading}, given={})
    assert found.amounts == ["4.00"]
    assert "converted" not in found.notes


@pytest.mark.parametrize(
    ("code", "amount"),
    [('0"天"', "20.00"), ('0"日"', "20.00"), ('0"d"', "20.00"), ('0" days"', "20.00"),
     ('General"小时"', "4.00"), ("0", "4.00"), ('0"件"', "4.00"), ('0"个工作日"', "")],
)  # fmt: skip
def test_a_number_format_may_say_the_unit(code: str, amount: str) -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD.split(","))
        sheet.write_row(1, 0, ["N", 400])
        sheet.write_number(1, 2, 15, book.add_format({"num_format": code}))
        sheet.write_number(1, 3, 50)
    chosen = {"promised_hours": "承诺发货时限"}
    assert answer_table(buffer.getvalue(), chosen=chosen, given={}).amounts == [amount]


@pytest.mark.parametrize(
    ("text", "amounts", "remark"),
    [
        # One cell names days, the other nothing; two units are said; days that are no hours.
        (f"{HEAD}\n{N},400,15天,50\n{M},400,48,50\n", ["20.00", ""], "names no unit"),
        (f"{HEAD}\n编号,元,天,天\n{N},400,15,3\n{M},400,15,0\n", ["", "", "0.00"], "names no unit"),
        (f"{HEAD}\n编号,元,小时/天,小时\n{N},400,15,3\n", ["", ""], "names no unit"),
        (f"{HEAD}\n编号,元,工作日,小时\n{N},400,15,3\n", ["", ""], "working days"),
        (f"{HEAD},时限单位\n{N},400,15,50,天\n{M},400,48,50,小时\n", ["", ""], "names no unit"),
        (f"{HEAD}\n编号,元,个月,小时\n{N},400,2,3\n", ["", ""], "cannot be converted"),
    ],
)
def test_what_may_be_in_another_unit_is_refused(text: str, amounts: list[str], remark: str) -> None:
    chosen = {"promised_hours": "承诺发货时限", "late_hours": "晚发小时"}
    found = answer_table(text, chosen=chosen, given={})
    assert found.amounts == amounts
    assert remark in "".join(found.remarks)


def test_numbers_among_units_further_down_are_said_to_be_taken_as_hours() -> None:
    many = "".join(f"A{at},400,48,50\n" for at in range(80))
    found = answer_table(f"{HEAD}\n{many}{N},400,15天,50\n", given={})
    assert found.amounts == [*["4.00"] * 80, "20.00"]
    assert "“承诺发货时限” some cells name another unit" in found.notes
    hours = answer_table(f"{HEAD}\n{many}{N},400,48小时,50\n", given={})
    assert "some cells name another unit" not in hours.notes


def test_days_for_a_field_of_days_are_no_hours() -> None:
    chosen = {"days": "预售时长（小时）"}
    found = answer_table("商品,预售时长（小时）\na,360\n", "presale-days", chosen=chosen, given={})
    assert found.amounts == [""]
    assert "another unit" in found.remarks[0]


def test_a_column_in_days_is_asked_with_its_unit() -> None:
    text = f"订单编号,实付金额,承诺的发货时限（天）,晚发小时\n{N},400,15,50\n"
    with pytest.raises(InputError) as refused:
        answer_table(text, given={})
    assert refused.value.values["columns"] == ("promised_hours=承诺的发货时限（天）",)
    assert table_of(text).headings.matches["promised_hours"].proposed == 2
    data = text.encode()
    request = {"calculator": "late-delivery", "lang": "zh", "now": "2026-11-25 10:00", "on": ""}
    orders = Orders(
        json.dumps({**request, "sheet": None}), lambda at, size: data[at : at + size], len(data)
    )
    found = json.loads(orders.found())
    doubts = {each["name"]: each["doubt"] for each in found["fields"]}
    assert doubts["promised_hours"] == "“承诺的发货时限（天）”一列写的是天，会换算成小时，不用改"


@pytest.mark.parametrize(
    ("heading", "late", "amount"),
    [
        # 500 yuan, 240 hours: 1 per cent below 48 hours late, 3 from there.
        ("晚发小时", "0.99", "5.00"), ("晚发小时", "0.01", "5.00"), ("晚发小时", "50.02", "15.00"),
        ("晚发小时", "47.99", "5.00"), ("晚发小时", "48.0", "15.00"),
        # Days are kept as binary fractions.
        ("晚发小时", "47.9999999998836", "15.00"), ("晚发小时", "9.31E-10", "0.00"),
        ("晚发小时", "-25.5", "0.00"), ("晚发小时", "-25", "0.00"), ("晚发小时", "-0.3", "0.00"),
        ("晚发小时", "-25:30:00", "0.00"), ("晚发小时", "提前25小时", "0.00"),
        ("晚发小时", "0.0", "0.00"), ("晚发小时", "1,000.5", "15.00"),
        ("晚发天数", "-1.5", "0.00"), ("晚发天数", "2.5", "15.00"),
    ],
)  # fmt: skip
def test_hours_by_a_formula_are_full_ones_and_below_nothing_in_time(
    heading: str, late: str, amount: str
) -> None:
    for first in ("1", late):
        text = (
            f'订单编号,实付金额,承诺的发货时限,{heading}\n1,400,240,"{first}"\n2,500,240,"{late}"\n'
        )
        chosen = {"late_hours": heading}
        found = answer_table(text, given={"on": "2026-11-20"}, chosen=chosen)
        assert found.amounts[1] == amount


def test_hours_of_a_promise_by_a_formula_are_those_begun() -> None:
    # 240 hours and a half are 241: a long promise, 1 per cent of 150, at least 3.
    rows = "1,150,240.0,1\n2,150,240.5,1\n3,150,239.9999999998836,1\n"
    found = answer_table(
        f"订单编号,实付金额,承诺的发货时限,晚发小时\n{rows}", given={"on": "2026-11-20"}
    )
    assert found.amounts == ["2.00", "3.00", "2.00"]
