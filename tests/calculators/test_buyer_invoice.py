"""Literal days and amounts, worked out by hand, and what must hold for all of them."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import definition
from calculators.core.inputs.errors import InputError
from calculators.core.output.presentation import deadlines
from tests.support.drawn import MONEY
from tests.support.evaluating import Answer, evaluate
from tests.support.order_tables import answer_table, table_of

ON = "2026-11-25"
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
ISSUED = st.sampled_from(["not_yet", "refused", "false"])

# applied, completed, agreed_by, today, then due
DUE = [
    ("2026-11-03", "2026-11-01", None, "2026-11-05", "2026-11-13"),
    ("2026-11-03", "2026-11-03", None, "2026-11-05", "2026-11-13"),
    ("2026-11-03", "2026-11-04", None, "2026-11-05", "2026-11-14"),
    ("2026-11-03", "2026-11-05", None, "2026-11-05", "2026-11-15"),
    ("2026-11-03", "2026-11-06", None, "2026-11-05", None),
    ("2026-11-03", None, None, "2026-11-05", None),
    ("2026-11-03", None, "2026-11-04", "2026-11-05", "2026-11-04"),
    ("2026-11-03", "2026-11-01", "2026-11-20", "2026-11-05", "2026-11-20"),
    ("2026-12-25", "2026-12-01", None, "2026-12-25", "2027-01-04"),
    ("2028-02-19", "2028-02-01", None, "2028-02-19", "2028-02-29"),
]

# paid, then 13 % (at most 300) and 30 % (at most 500)
SHARES = [
    ("0", "0.00", "0.00"),
    ("0.01", "0.00", "0.00"),
    ("0.03", "0.00", "0.01"),
    ("0.50", "0.07", "0.15"),
    ("100", "13.00", "30.00"),
    ("299.99", "39.00", "90.00"),
    ("1666.66", "216.67", "500.00"),
    ("1666.67", "216.67", "500.00"),
    ("2307.65", "299.99", "500.00"),
    ("2307.69", "300.00", "500.00"),
    ("2307.70", "300.00", "500.00"),
    ("9999999999.99", "300.00", "500.00"),
]

# Due on 2026-11-13, 100 yuan paid. issued, issued_on, today, then status, compensation, frozen
STANDINGS = [
    ("not_yet", None, "2026-11-12", "open", "0.00", "0.00"),
    ("not_yet", None, "2026-11-13", "last_day", "0.00", "0.00"),
    ("not_yet", None, "2026-11-14", "overdue", "13.00", "13.00"),
    ("not_yet", None, "2026-11-23", "overdue", "13.00", "13.00"),
    ("not_yet", None, "2026-11-24", "overdue", "13.00", "100.00"),
    ("issued", "2026-11-12", "2026-11-25", "done", "0.00", "0.00"),
    ("issued", "2026-11-13", "2026-11-25", "done", "0.00", "0.00"),
    ("issued", "2026-11-14", "2026-11-25", "overdue", "13.00", "13.00"),
    ("issued", "2026-11-23", "2026-11-25", "overdue", "13.00", "13.00"),
    ("issued", "2026-11-24", "2026-11-25", "overdue", "13.00", "100.00"),
    ("refused", None, "2026-11-12", "open", "13.00", "13.00"),
    ("refused", None, "2026-11-13", "last_day", "13.00", "13.00"),
    ("refused", None, "2026-12-24", "overdue", "13.00", "13.00"),
    ("false", None, "2026-11-12", "open", "30.00", "30.00"),
    ("false", None, "2026-12-24", "overdue", "30.00", "30.00"),
]


@pytest.mark.parametrize(("applied", "completed", "agreed_by", "today", "due"), DUE)
def test_the_last_day(
    applied: str, completed: str | None, agreed_by: str | None, today: str, due: str | None
) -> None:
    answer = _answer(applied=applied, completed=completed, agreed_by=agreed_by, today=today)
    assert answer["outputs"]["due"] == due
    found = deadlines(definition("buyer-invoice"), answer)
    assert found == ({"due": due} if due else {}), "what has no day is not in the calendar"
    assert (answer["outputs"]["status"] == "waiting") == (due is None)


@pytest.mark.parametrize(("paid", "late", "false"), SHARES)
def test_the_shares(paid: str, late: str, false: str) -> None:
    for issued, today, expected in (
        ("not_yet", "2026-11-14", late),
        ("refused", "2026-11-05", late),
        ("false", "2026-11-05", false),
    ):
        outputs = _answer(paid=paid, issued=issued, today=today)["outputs"]
        assert (outputs["compensation"], outputs["frozen"]) == (expected, expected), issued


@pytest.mark.parametrize(
    ("issued", "issued_on", "today", "status", "compensation", "frozen"), STANDINGS
)
def test_what_has_become_of_the_invoice_decides(  # noqa: PLR0913, PLR0917 (a row of the table)
    issued: str, issued_on: str | None, today: str, status: str, compensation: str, frozen: str
) -> None:
    outputs = _answer(paid="100", issued=issued, issued_on=issued_on, today=today)["outputs"]
    found = [outputs[name] for name in ("status", "compensation", "frozen")]
    assert found == [status, compensation, frozen]
    assert outputs["days_left"] == (date(2026, 11, 13) - date.fromisoformat(today)).days


@pytest.mark.parametrize("issued", ["not_yet", "refused", "false"])
def test_before_its_day_only_the_treatment_of_false_invoices_is_not_known(issued: str) -> None:
    before, first = (
        _answer(issued=issued, on=on, today="2026-11-14") for on in ("2026-08-18", "2026-08-19")
    )
    assert first["ok"]
    if issued == "false":
        assert [each["code"] for each in before["errors"]] == ["no_rule_then"]
        return
    assert before["outputs"] == first["outputs"]
    told = [{each["code"] for each in answer["warnings"]} for answer in (before, first)]
    assert told[0] - told[1] == {"since_unknown"}


def test_an_invoice_that_was_issued_needs_its_day() -> None:
    answer = _answer(issued="issued")
    assert [(each["field"], each["code"]) for each in answer["errors"]] == [
        ("issued_on", "required")
    ]


@given(MONEY, ISSUED, DAYS, st.integers(-30, 30).map(timedelta))
def test_what_is_taken_stays_within_its_bounds(
    paid: Decimal, issued: str, agreed_by: date, away: timedelta
) -> None:
    today = agreed_by + away
    days = {"agreed_by": agreed_by.isoformat(), "today": today.isoformat()}
    outputs = _answer(paid=str(paid), issued=issued, applied="2020-01-01", **days)["outputs"]
    percent, most = (30, 500) if issued == "false" else (13, 300)
    compensation, frozen = Decimal(outputs["compensation"]), Decimal(outputs["frozen"])
    late = issued == "not_yet" and away > timedelta()
    if not late and issued == "not_yet":
        assert compensation == frozen == 0
        return
    assert abs(compensation - min(paid * percent / 100, Decimal(most))) <= Decimal("0.005")
    assert frozen == (paid if late and away > timedelta(days=10) else compensation)


def _answer(*, on: str = ON, **typed: Any) -> Answer:
    asked = {
        "paid": "100",
        "applied": "2026-11-03",
        "completed": None if "applied" in typed else "2026-11-01",
        "issued": "not_yet",
        "today": "2026-11-05",
    }
    return evaluate("buyer-invoice", asked | typed, on=on)


INVOICES = "订单编号,买家实付金额,申请开票时间,交易成功时间,今天,开票时间,{heading}\n"
ROW = "{order},{paid},2026-11-01,2026-11-02,2026-11-10,2026-11-09,{state}\n"


@pytest.mark.parametrize(
    ("state", "issued"),
    [
        *(
            (each, "not_yet")
            for each in ("未开票", "待开票", "开票中", "开票失败", "否", "Pending")
        ),
        *((each, "issued") for each in ("已开票", "开票成功", "是", "Issued", "开了", "issued")),
        *((each, "refused") for each in ("已拒绝", "拒绝开票", "Rejected")),
        *((each, "false") for each in ("虚假发票", "false")),
        # What is none of these, what may be several, and a spreadsheet's yes and no.
        *((each, "not_yet") for each in ("未开具发票", "待开发票", "未出票", "Invoice not issued")),
        *((each, "issued") for each in ("已开具发票", "已出票", "Invoice has been issued")),
        *(
            (each, "")
            for each in (
                "不开票",
                "未申请",
                "已红冲",
                "已作废",
                "无需开票",
                "部分开票",
                "FALSE",
                "True",
            )
        ),
    ],
)
@pytest.mark.parametrize("heading", ["发票状态", "开票状态"])
def test_the_states_of_invoices_in_exports_are_read(heading: str, state: str, issued: str) -> None:
    head = INVOICES.format(heading=heading)
    text = (
        head
        + ROW.format(order=1, paid=100, state="已开票")
        + ROW.format(order=2, paid=100, state=state)
    )
    table = table_of(text, "buyer-invoice")
    assert table.headings.matches["issued"].sure
    found = answer_table(text, "buyer-invoice", given={}).table.totals
    assert (found.answered, found.refused) == (1 + bool(issued), not issued)
    if issued:
        stated = text.replace(f",{state}\n", f",{issued}\n")
        same = answer_table(stated, "buyer-invoice", given={}).table.totals
        assert found.words()["sums"] == same.words()["sums"]
        assert found.words()["counts"] == same.words()["counts"]


@pytest.mark.parametrize(
    ("state", "due"), [("未开票", "0.00"), ("已开票", "0.00"), ("已拒绝", "13.00")]
)
def test_a_state_of_an_export_costs_what_it_means(state: str, due: str) -> None:
    # 13 % of 100.00, where the invoice is refused.
    text = INVOICES.format(heading="发票状态") + ROW.format(order=1, paid=100, state=state)
    words = answer_table(text, "buyer-invoice", given={}).table.totals.words()
    assert words["sums"][0]["text"] == f"¥{due}"


def test_a_refusal_costs_the_same_whenever_the_deal_was_completed() -> None:
    text = "订单编号,实付金额,申请时间,发票状态\n1,500,2026-11-01,拒绝\n"
    found = answer_table(text, "buyer-invoice", given={"today": "2026-11-25"})
    # 13 per cent of 500.
    assert "65.00" in [each["text"].strip("¥") for each in found.table.totals.words()["sums"]]
    assert "a refused or a false one is answered all the same" in found.notes
    assert "nothing to be frozen" not in found.notes


@pytest.mark.parametrize(
    ("head", "rows", "owed", "said"),
    [
        # 13 % of 400; of 1; of all; of 500 less the 100 that each row repeats; 300 + 200 - 30 - 20.
        ("退款金额", [("500", "100")], "¥52.00", "less the refund: 1"),
        ("已退款金额", [("500", "499")], "¥0.13", "less the refund: 1"),
        ("退款金额", [("500", "0")], "¥65.00", ""),
        ("退款金额", [("300", "100"), ("200", "100")], "¥52.00", "less the refund: 1"),
        ("退款金额", [("300", "30"), ("200", "20")], "¥58.50", "less the refund: 1"),
        ("退款金额", [("300", "100"), ("200", "")], "¥52.00", "less the refund: 1"),
        # A status names the amount, or only that there was a refund.
        ("订单状态", [("500", "退款成功（100元）")], "¥52.00", "less the refund: 1"),
        ("订单状态", [("500", "部分退款100元")], "¥52.00", "less the refund: 1"),
        ("订单状态", [("500", "部分退款")], "¥65.00", "not by how much: 1"),
        ("订单状态", [("300", "部分退款"), ("200", "")], "¥65.00", "not by how much: 1"),
    ],
)
def test_what_a_partial_refund_left_is_what_counts(
    head: str, rows: list[tuple[str, str]], owed: str, said: str
) -> None:
    text = "".join(f"1,{paid},{told},2026-11-01,2026-10-20,待开票\n" for paid, told in rows)
    found = answer_table(
        f"订单编号,实付金额,{head},开票申请时间,交易完成时间,开票状态\n{text}",
        "buyer-invoice",
        given={"today": "2026-11-15"},
    )
    assert [each["text"] for each in found.table.totals.words()["sums"]] == [owed, owed]
    assert said in found.notes
    assert bool(said) == ("refunded in part" in found.notes)


@pytest.mark.parametrize(
    "rows",
    [
        # The state of the invoice cannot be read.
        ["2,100,50,2026-11-01,2026-10-20,作废"],
        ["2,60,20,2026-11-01,2026-10-20,作废", "2,40,30,2026-11-01,2026-10-20,作废"],
        ["2,60,20,2026-11-01,2026-10-20,待开票", "2,40,30,2026-11-02,2026-10-20,待开票"],
        ["2,100,部分退,2026-11-01,2026-10-20,作废"],
    ],
)
def test_of_orders_without_an_answer_no_refund_is_counted(rows: list[str]) -> None:
    head = "订单编号,实付金额,退款金额,开票申请时间,交易完成时间,开票状态"
    text = "\n".join([head, "1,400,0,2026-11-01,2026-10-20,待开票", *rows])
    found = answer_table(text, "buyer-invoice", given={"today": "2026-11-15"})
    # 13 % of 400.
    assert [each["text"] for each in found.table.totals.words()["sums"]] == ["¥52.00"] * 2
    assert "less the refund" not in found.notes
    assert "not by how much" not in found.notes


@pytest.mark.parametrize(
    ("item", "refund", "owed"),
    [
        # 13 % of 600 + 400 less the 100 of each row, or less 100 of the order.
        ("子订单编号", "子订单退款金额", "¥104.00"),
        ("子订单编号", "退款金额", "¥104.00"),
        ("子订单编号", "已退金额", "¥104.00"),
        ("子订单编号", "退商品金额（元）", "¥104.00"),
        ("商品", "商品退款金额", "¥104.00"),
        ("子订单编号", "订单退款金额", "¥117.00"),
        ("商品", "退款金额", "¥117.00"),
        # So much does a status say of the order, whatever has numbers.
        ("子订单编号", "订单状态", "¥117.00"),
    ],
)
def test_equal_refunds_of_sub_orders_are_those_of_each(item: str, refund: str, owed: str) -> None:
    told = "部分退款100元" if refund == "订单状态" else "100"
    rows = "".join(
        f"A1,A1-{n},{paid},2026-09-01,2026-09-05,未开票,{told}\n"
        for n, paid in ((1, 600), (2, 400))
    )
    found = answer_table(
        f"主订单编号,{item},实付金额,申请时间,订单完成时间,开票状态,{refund}\n{rows}",
        "buyer-invoice",
        chosen={"completed": "订单完成时间"},
        given={"today": "2026-09-20"},
    )
    assert found.table.totals.words()["sums"][0]["text"] == owed


def test_a_refund_comes_off_one_amount_that_is_given_for_all_orders() -> None:
    found = answer_table(
        "订单编号,退款金额,开票申请时间,交易完成时间,开票状态\n1,100,2026-11-01,2026-10-20,待开票\n",
        "buyer-invoice",
        given={"today": "2026-11-15", "paid": "500"},
    )
    assert found.table.totals.words()["sums"][0]["text"] == "¥52.00"


@pytest.mark.parametrize("status", ["已完成", "交易成功", "已签收", "TRADE_FINISHED"])
def test_orders_that_ended_without_their_day_are_counted(status: str) -> None:
    head = "订单编号,实付金额,申请开票时间,订单完成时间,订单状态,开票状态,开票日期\n"
    rows = (
        f"1,1000,2026-09-01,2026-09-02,{status},未开票,\n"
        f"2,1000,2026-09-01,,{status},未开票,\n"
        "3,1000,2026-09-01,,已发货,未开票,\n"
    )
    given = {"today": "2026-10-05"}
    found = answer_table(head + rows, "buyer-invoice", given=given)
    assert "without the day of completion: 1." in found.notes
    agreed = head.replace("开票日期", "开票日期,约定的开票日期") + rows.replace(
        "未开票,\n", "未开票,,2026-10-20\n"
    )
    assert "day of completion" not in answer_table(agreed, "buyer-invoice", given=given).notes


HEAD = "订单编号,实付金额,申请开票时间,交易完成时间,开票状态,开票日期\n"


@pytest.mark.parametrize(
    "row",
    [
        "2,200,,2026-08-20,,\n",
        "2,200,,2026-08-20,未申请,\n",
        "2,200,-,2026-08-20,无需开票,-\n",
        "2,200,,2026-08-20,Not requested,\n",
        "2,100,,2026-08-20,,\n2,100,,2026-08-20,,\n",
    ],
)
def test_orders_of_which_nobody_asked_for_an_invoice_are_not_counted(row: str) -> None:
    asked = "1,100,2026-09-01,2026-08-20,未开票,\n"
    found = answer_table(HEAD + asked + row, "buyer-invoice", given={"today": "2026-10-01"})
    totals = found.table.totals
    assert (totals.answered, totals.refused) == (1, 0)
    assert found.table.totals.words()["sums"][0]["text"] == "¥13.00"
    assert "Rows without an application for an invoice" in found.notes


def test_a_further_row_leaves_the_application_to_the_first() -> None:
    rows = "1,100,2026-09-01,2026-08-20,未开票,\n1,50,,,,\n"
    found = answer_table(HEAD + rows, "buyer-invoice", given={"today": "2026-10-01"})
    assert found.table.totals.words()["sums"][0]["text"] == "¥19.50"
    assert "without an application" not in found.notes


@pytest.mark.parametrize(
    ("more", "rows", "owed"),
    [
        # 13 per cent of 150 less 20, and of the part that was not refunded.
        ("退款金额", "1,100,2026-09-01,2026-08-20,未开票,,0\n1,50,,,,,20\n", "¥16.90"),
        ("订单状态", "1,100,2026-09-01,2026-08-20,未开票,,已完成\n1,50,,,,,退款成功\n", "¥13.00"),
    ],
)
def test_what_was_refunded_of_an_order_stays_so_without_an_application(
    more: str, rows: str, owed: str
) -> None:
    head = HEAD.replace("\n", f",{more}\n")
    found = answer_table(head + rows, "buyer-invoice", given={"today": "2026-10-01"})
    assert found.table.totals.words()["sums"][0]["text"] == owed
    assert "refunded" in found.notes


@pytest.mark.parametrize(
    ("more", "rows"),
    [
        # The application stands on a row that was refunded, an agreed day or a tax number.
        ("订单状态", "5,50,2026-09-01,2026-08-20,未开票,,退款成功\n5,60,,2026-08-20,,,已完成\n"),
        ("约定开票日期", "5,60,,2026-08-20,,,2026-09-05\n"),
        ("税号", "5,60,,2026-08-20,,,9144\n"),
        # Of an order that nobody knows.
        ("备注", ",60,,2026-08-20,,,\n"),
    ],
)
def test_where_an_invoice_may_have_been_asked_for_a_row_says_what_it_lacks(
    more: str, rows: str
) -> None:
    head = HEAD.replace("\n", f",{more}\n")
    asked = "1,100,2026-09-01,2026-08-20,未开票,,\n"
    found = answer_table(head + asked + rows, "buyer-invoice", given={"today": "2026-10-01"})
    assert found.remarks[-1].startswith("Enter the day of the application")
    assert found.table.totals.refused == 1


def test_most_orders_may_have_no_application() -> None:
    rows = "".join(f"{at},100,,2026-08-20,未申请,\n" for at in range(2, 9))
    asked = "1,100,2026-09-01,2026-08-20,未开票,\n"
    found = answer_table(HEAD + rows + asked, "buyer-invoice", given={"today": "2026-10-01"})
    assert found.table.totals.words()["sums"][0]["text"] == "¥13.00"


def test_a_day_on_which_somebody_checked_is_not_today() -> None:
    head = HEAD.replace("\n", ",核对时间\n")
    with pytest.raises(InputError) as refused:
        answer_table(
            head + "1,100,2026-09-01,2026-08-20,未开票,,2026-08-21\n", "buyer-invoice", given={}
        )
    assert refused.value.code == "missing_columns"


def test_an_invoice_without_an_application_is_asked_about() -> None:
    rows = "1,100,,2026-08-20,未开票,\n"
    found = answer_table(HEAD + rows, "buyer-invoice", given={"today": "2026-10-01"})
    assert found.table.totals.refused == 1


@pytest.mark.parametrize("heading", ["交易完成日期", "订单完成日期", "交易成功日期"])
def test_a_day_may_be_called_a_date_or_a_time(heading: str) -> None:
    rows = "1,100,2026-09-01,2026-08-20,未开票,\n"
    head = HEAD.replace("交易完成时间", heading)
    found = answer_table(head + rows, "buyer-invoice", given={"today": "2026-10-01"})
    assert found.table.totals.words()["sums"][0]["text"] == "¥13.00"


@pytest.mark.parametrize("heading", ["实际开票日", "开票日", "Invoice issued on", "Date issued"])
def test_the_day_of_issue_has_several_names(heading: str) -> None:
    rows = "1,100,2026-08-25,2026-08-20,已开票,2026-09-06\n"
    head = HEAD.replace("开票日期", heading)
    found = answer_table(head + rows, "buyer-invoice", given={"today": "2026-09-20"})
    # Due ten days after the application, so two days late: a share is owed.
    assert found.table.totals.words()["sums"][0]["text"] == "¥13.00"
