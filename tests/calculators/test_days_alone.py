"""Columns of days where moments are asked: a day tells the rules to use, and no hours."""

import csv
import io
from collections.abc import Mapping

import pytest

from calculators import definition
from calculators.core.inputs.errors import InputError
from calculators.core.table.answering import answered
from calculators.core.table.files.opening import open_table
from calculators.core.table.planning.plan import Asked, plan
from calculators.core.table.table import Table
from tests.support.pinned import NOW

HEAD = "订单编号,实付金额,付款时间,承诺发货时间,发货时间\n"
NEW = f"{HEAD}A1,200.00,2026-07-01,2026-07-03 10:00:00,2026-07-05 12:00:00\n"
OLD = NEW.replace("2026-07", "2026-03")
END = f"{HEAD}A1,200.00,2026-07-01,2026-07-03 23:59:30,2026-07-04 12:00:00\n"
LONG = f"{HEAD}A1,200.00,2026-07-01,2026-07-11 10:00:00,2026-07-12 12:00:00\n"


def _answered(
    calculator: str, text: str, given: Mapping[str, str]
) -> tuple[list[dict[str, str]], str]:
    """The rows by their headings, and the notes."""
    table = Table(definition(calculator), open_table([text.encode()]), "en")
    planned = plan(table.headings, Asked(given=given), NOW, words=False)
    written = b"".join(answered(table, planned)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(written))), "\n".join(table.totals.words()["notes"])


@pytest.mark.parametrize(
    ("calculator", "text", "lines", "days"),
    [
        ("late-delivery", NEW, ("promised_hours=48",), ("付款时间",)),
        ("out-of-stock", NEW, ("promised_hours=48",), ("付款时间",)),
        ("order-check", NEW, ("promised_hours=48",), ("付款时间",)),
        (
            "late-delivery",
            "订单编号,实付金额,付款日期,承诺发货时间\nA1,200.00,2026-07-01 10:00,2026-07-03\n",
            ("promised_hours=48", "late_hours=1"),
            ("承诺发货时间",),
        ),
        # No column is called as a moment is.
        (
            "late-delivery",
            "订单编号,实付金额\nA1,200.00\n",
            ("promised_hours=48", "late_hours=1"),
            (),
        ),
    ],
)
def test_hours_are_asked_and_the_days_named(
    calculator: str, text: str, lines: tuple[str, ...], days: tuple[str, ...]
) -> None:
    with pytest.raises(InputError) as refused:
        _answered(calculator, text, {})
    assert refused.value.code == "missing_columns"
    assert (refused.value.values["columns"], refused.value.values["days"]) == (lines, days)


def test_where_no_promise_decides_none_is_asked() -> None:
    # Until May 2026 an order that is late costs 3.00 up to 300, whatever was promised.
    (row,), _ = _answered("late-delivery", OLD, {})
    assert (row["compensation"], row["errors"]) == ("3.00", "")


@pytest.mark.parametrize(
    ("text", "hours", "amount", "differs"),
    [
        # From midnight to 10:00 of the day after next are 58 hours, from the last second 35.
        (NEW, "48", "2.00", ""),
        (NEW, "35", "2.00", ""),
        (NEW, "34", "2.00", "row 2 has 35 to 58 hours"),
        (NEW, "59", "6.00", "row 2 has 35 to 58 hours"),
        # Within ten days 26 hours late cost 1 %, within two days nothing.
        (LONG, "48", "0.00", "row 2 has 227 to 250 hours"),
        (LONG, "240", "2.00", ""),
        # From 23:59:59 to 23:59:30 of the day after next are less than 48 hours.
        (END, "48", "0.00", ""),
        (END, "47", "0.00", "row 2 has 48 to 72 hours"),
    ],
)
def test_given_hours_are_held_against_the_days(
    text: str, hours: str, amount: str, differs: str
) -> None:
    (row,), notes = _answered("late-delivery", text, {"promised_hours": hours})
    assert row["compensation"] == amount
    assert "no time of day: 付款时间" in notes
    assert differs in notes
    assert ("says otherwise" in notes) == bool(differs)


@pytest.mark.parametrize(
    ("heading", "cell", "said"),
    [
        ("付款日期", "2026-07-01", "“付款日期” has days and no time of day"),
        ("备注", "", "No column has the time of payment"),
    ],
)
def test_the_check_up_says_what_is_known_of_the_payment(heading: str, cell: str, said: str) -> None:
    text = NEW.replace("付款时间", heading).replace("2026-07-01", cell)
    _, notes = _answered("order-check", text, {"promised_hours": "48"})
    assert said in notes


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A1,200.00,2026-11-01,2026-11-11,2026-11-12", ("付款时间", "承诺发货时间", "发货时间")),
        ("A1,200.00,2026-11-01 10:00,2026-11-11 10:00,2026-11-12", ("发货时间",)),
        ("A1,200.00,2025-11-01 10:00,2025-11-11 10:00,2025/11/12", ("发货时间",)),
    ],
)
def test_days_of_shipping_are_named_and_may_be_left_out(text: str, days: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as refused:
        _answered("late-delivery", f"{HEAD}{text}\n", {})
    assert refused.value.code == "unsure_columns"
    assert refused.value.values["columns"] == ("shipped_at=",)
    assert refused.value.values["days"] == days
    assert refused.value.values["doubts"] == ()


def test_a_day_suffices_where_nothing_but_the_day_decides() -> None:
    # By law the money goes back within seven days of the goods; no hours follow from either.
    head = "订单号,签收时间,退货签收时间,服务标签,商品类别,拆封情况"
    row = "A1,2026-11-01,2026-11-05,七天无理由退货,其他商品,没有拆封"
    answers, notes = _answered(
        "return-deadline",
        f"{head}\n{row}\nA2,2026-11-01,,七天无理由退货,其他商品,没有拆封\n",
        {"now": "2026-11-08 10:00"},
    )
    found = [(each["apply_until"], each["refund_by"], each["errors"]) for each in answers]
    assert found == [("2026-11-09 00:00", "2026-11-12", ""), ("2026-11-09 00:00", "", "")]
    assert "退货签收时间" not in notes


@pytest.mark.parametrize(
    ("paid", "due", "sent", "days"),
    [
        ("2026-09-01 10:00", "2026-09-11 10:00", "46276", ("发货时间",)),
        ("2026-09-01 10:00", "2026-09-11 10:00", "46276.0", ("发货时间",)),
        ("46266.4167", "46276.4167", "46276", ("发货时间",)),
        ("46266", "2026-09-11 10:00", "2026-09-11 10:00", ("付款时间",)),
        ("46266", "46276", "46277", ("付款时间", "承诺发货时间", "发货时间")),
    ],
)
def test_a_spreadsheets_counts_of_whole_days_are_days_as_well(
    paid: str, due: str, sent: str, days: tuple[str, ...]
) -> None:
    head = "订单编号,实付金额,付款时间,承诺发货时间,发货时间"
    with pytest.raises(InputError) as refused:
        _answered("late-delivery", f"{head}\nA1,1299,{paid},{due},{sent}\n", {})
    assert refused.value.values["days"] == days


def test_among_counts_with_a_time_a_whole_one_is_midnight() -> None:
    head = "订单编号,实付金额,付款时间,承诺发货时间,发货时间"
    rows = "A1,1299,46266.5,46276.5,46277\nA2,500,46266.5,46276.5,46276.25\n"
    answers, _ = _answered("late-delivery", f"{head}\n{rows}", {})
    assert [each["compensation"] for each in answers] == ["13.00", "0.00"]


def test_a_day_is_not_before_a_moment_of_the_same_day() -> None:
    head = "订单号,签收时间,退货签收时间,服务标签,商品类别,拆封情况"
    more = "七天无理由退货,其他商品,没有拆封"
    rows = f"A1,2026-11-01 10:00,2026-11-01,{more}\nA2,2026-11-01,2026-11-01,{more}\n"
    answers, _ = _answered("return-deadline", f"{head}\n{rows}", {"now": "2026-11-08 10:00"})
    assert [(each["refund_by"], each["errors"]) for each in answers] == [("2026-11-08", "")] * 2
