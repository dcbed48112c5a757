"""What exports write for a choice, a limit, a month or a moment, besides the words of our forms."""

import pytest

from tests.support.answered_files import answer_files
from tests.support.order_tables import answer_table

HEAD = "订单编号,实付金额,付款时间,承诺发货时间,发货时间"
PAID, SHIPPED = "2026-11-01 10:00", "2026-11-11 20:00"


@pytest.mark.parametrize(
    "promised",
    [
        "2026-11-11 10:00 星期三", "2026-11-11 10:00（周三）", "2026-11-11 星期三 10:00",
        "周三 2026-11-11 10:00", "2026-11-11 10:00 Wed", "Wednesday 2026-11-11 10:00",
        "2026年11月11日 礼拜三 10:00",
    ],
)  # fmt: skip
def test_a_weekday_may_stand_beside_a_moment(promised: str) -> None:
    # Ten hours late on a promise of 240: 1 per cent of 400.
    found = answer_table(f"{HEAD}\n1,400,{PAID},{promised},{SHIPPED}\n", given={})
    assert found.amounts == ["4.00"]


def test_a_weekday_of_another_day_is_not_passed_over() -> None:
    rows = f"1,400,{PAID},2026-11-11 10:00,2026-11-11 20:00 周二\n2,400,{PAID},{PAID},{SHIPPED}\n"
    found = answer_table(f"{HEAD}\n{rows}", given={})
    assert found.amounts[0] == ""
    assert "time of marking it as shipped" in found.remarks[0]


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("商家已开票", "done"), ("电子发票已开", "done"), ("已上传", "done"), ("Y", "done"),
        ("待商家开票", "overdue"), ("未上传", "overdue"), ("超时未开", "overdue"),
        ("未处理", "overdue"), ("N", "overdue"),
    ],
)  # fmt: skip
def test_whether_an_invoice_was_issued_is_said_in_many_words(cell: str, status: str) -> None:
    text = (
        "订单编号,实付金额,申请日期,交易成功日期,开票状态,开票日期\n"
        f"1,300,2026-11-01,2026-10-01,{cell},2026-11-05\n"
    )
    given = {"today": "2026-11-20"}
    chosen = {"completed": "交易成功日期", "applied": "申请日期"}
    found = answer_table(text, "buyer-invoice", given=given, chosen=chosen)
    counts = {each["id"]: each["parts"] for each in found.table.totals.words()["counts"]}
    (part,) = counts["status"]
    assert ("Issued" in part["text"] or "issued" in part["text"]) == (status == "done")


@pytest.mark.parametrize(
    "cell",
    [
        "2026-07-01~2026-07-31", "2026/07/01 至 2026/07/31", "20260701-20260731",
        "2026年7月1日—2026年7月31日", "2026年07月账单", "2026-07账期", "2026年7月对账单",
    ],
)  # fmt: skip
def test_a_bill_names_its_month_in_several_ways(cell: str) -> None:
    text = f"账单月份\n{cell}\n"
    given = {"today": "2026-08-01", "freeze_after": "3", "on": "2026-08-01"}
    found = answer_table(text, "invoice-deadline", given=given)
    assert found.table.totals.words()["first"][0]["outputs"][1] == "2026-10-31"


@pytest.mark.parametrize("cell", ["2026-07-01~2026-08-31", "2026-07-02~2026-07-31"])
def test_days_of_no_whole_month_name_none(cell: str) -> None:
    given = {"today": "2026-08-01", "freeze_after": "3", "on": "2026-08-01"}
    text = f"账单月份\n{cell}\n2026-07\n"
    found = answer_table(text, "invoice-deadline", given=given)
    assert [each["row"] for each in found.table.totals.words()["first"]] == [3]


@pytest.mark.parametrize("cell", ["未设置", "未开启", "关闭", "不限", "Not set"])
def test_a_limit_that_was_not_set_is_none(cell: str) -> None:
    found = answer_table(f"累计限购,单笔限购\n{cell},10件/人\n", "purchase-limit", given={})
    assert found.amounts == ["yes"]
    outputs = found.table.totals.words()["first"][0]["outputs"]
    assert "no limit" in outputs[2].casefold()
    assert "10" in outputs[3]


def test_the_amount_of_an_invoice_may_be_what_was_paid() -> None:
    text = "订单编号,开票金额\n1,300\n"
    found = answer_table(text, "buyer-invoice", chosen={"paid": "开票金额"}, given={
        "today": "2026-11-20", "applied": "2026-11-01", "issued": "refused",
    })  # fmt: skip
    # 13 per cent of 300.
    assert "39.00" in found.amounts or found.table.totals.words()["sums"][0]["text"] == "¥39.00"
    assert found.table.headings.matches["paid"].proposed == 1


@pytest.mark.parametrize(
    ("cell", "verdict"),
    [
        ("3天", "ok"), ("三天", "ok"), ("48小时", "ok"), ("48小时内", "ok"), ("1周", "ok"),
        ("15天内发货", "long"), ("两周", "long"), ("2 weeks", "long"), ("360h", "long"),
        # No whole days, and no days at all.
        ("50小时", ""), ("两个月", ""), ("半天", ""), ("0.5天", ""),
    ],
)  # fmt: skip
def test_days_may_be_written_as_durations_are(cell: str, verdict: str) -> None:
    text = f"商品,预售几天内发货\n甲,3\n乙,{cell}\n"
    assert answer_table(text, "presale-days", given={}).amounts == ["ok", verdict]


@pytest.mark.parametrize(
    ("cell", "frozen"),
    [
        ("3个月", "27.00"), ("三个月", "27.00"), ("满3个月", "27.00"), ("十二个月", "27.00"),
        ("3 months", "27.00"), ("两个月", "0.00"), ("90天", ""), ("三一个月", ""), ("半个月", ""),
    ],
)  # fmt: skip
def test_months_may_be_written_in_words(cell: str, frozen: str) -> None:
    text = f"店铺,未开票金额,拖欠月数\n甲,90,3\n乙,90,{cell}\n"
    found = answer_table(text, "invoice-freeze", given={"freeze_after": "3"})
    assert found.amounts == ["27.00", frozen]


@pytest.mark.parametrize("cell", ["3", "3.0", "3.00", "+3", "03", "满3个月", "3 个月"])
def test_a_choice_that_is_a_number_may_be_written_as_one(cell: str) -> None:
    text = f"店铺,未开票金额,拖欠月数,开始冻结的月数\n甲,90,2,{cell}\n"
    assert answer_table(text, "invoice-freeze", given={}).amounts == ["0.00"]


def test_and_another_number_is_none() -> None:
    text = "店铺,未开票金额,拖欠月数,开始冻结的月数\n甲,90,2,3\n乙,90,2,3.5\n丙,90,2,13\n"
    assert answer_table(text, "invoice-freeze", given={}).amounts == ["0.00", "", ""]


def test_a_month_may_be_a_spreadsheets_count_of_days() -> None:
    # 46204 is 1 July 2026, and three months after July end on 31 October.
    text = "账单月\n46204\n46265\n"
    given = {"today": "2026-11-25", "kind": "monthly", "freeze_after": "3"}
    found = answer_files(text, calculator="invoice-deadline", given=given)
    assert found.column("due") == ["2026-10-31", "2026-11-30"]
