"""Rows that a calculator is not about: orders of another platform, or flagged as none of it."""

import pytest

from tests.support.order_tables import AnsweredTable, answer_table

PAID, DUE, SENT = "2026-11-01 10:00:00", "2026-11-11 10:00:00", "2026-11-11 11:00:00"


def _total(found: AnsweredTable) -> str:
    return found.table.totals.words()["sums"][0]["text"]


@pytest.mark.parametrize(
    "heading",
    ["平台", "店铺平台", "来源平台", "平台类型", "Platform", "平台简称", "平台/店铺", "数据来源",
     "订单渠道",
     "店铺站点", "Shop type", "Sales channel", "渠道", "来源", "站点", "成交渠道", "订单归属",
     "Channel"],
)  # fmt: skip
@pytest.mark.parametrize(
    "other",
    ["淘宝", "天猫", "京东", "拼多多", "快手小店", "小红书", "微信小店", "Taobao", "TikTok Shop",
     "微店", "京喜", "多多买菜", "美团优选", "爱库存", "快团团", "企业微信", "淘宝直播", "KS",
     "XHS"],
)  # fmt: skip
def test_an_order_of_another_platform_is_not_counted_and_said(heading: str, other: str) -> None:
    orders = ((1, 400, "抖音"), (2, 500, other), (3, 600, ""), (4, 700, "抖店"))
    rows = "".join(f"{each},{paid},{platform}\n" for each, paid, platform in orders)
    found = answer_table(f"订单编号,实付金额,{heading}\n{rows}")
    # 4.00 + 6.00 + 7.00.
    assert (_total(found), found.table.totals.answered) == ("¥17.00", 3)
    assert f"than Douyin, by “{heading}”, which were not counted: 1." in found.notes


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("平台", "抖音电商"), ("平台", "放心购"), ("平台", "某某旗舰店"), ("平台优惠", "淘宝"),
     ("流量渠道", "淘宝"), ("渠道", "淘宝"), ("来源", "淘宝直播间"), ("推广渠道", "淘宝"),
     ("货源渠道", "1688"),
     ("支付渠道", "微信"), ("客户来源", "微信"), ("面单来源", "淘宝"),
     ("店铺",
     "京东家具店"), ("平台单号", "1688"), ("备注", "淘宝")],
)  # fmt: skip
def test_what_names_no_other_platform_leaves_its_order_in(heading: str, cell: str) -> None:
    found = answer_table(f"订单编号,实付金额,{heading}\n1,400,{cell}\n")
    assert (_total(found), "than Douyin" in found.notes) == ("¥4.00", False)
    # Nor beside what may be ours; but what is called 渠道 and holds platforms alone is one of them.
    if heading not in {"渠道", "来源"}:
        found = answer_table(f"订单编号,实付金额,{heading}\n1,400,{cell}\n2,500,抖音\n")
        assert _total(found) == "¥9.00"


@pytest.mark.parametrize(
    ("calculator", "heading", "cells", "total", "said"),
    [
        # 1 to 3 orders of 400, 500 and 600 yuan: 3 % each, by a promise of 240 hours.
        ("out-of-stock", "是否缺货", "是,否,", "¥12.00", (1, 1)),
        ("out-of-stock", "缺货标记", "1,0,0", "¥12.00", (2, 0)),
        ("out-of-stock", "是否被判定无货", "√,,", "¥12.00", (0, 2)),
        ("out-of-stock", "缺货", "缺货,有货,", "¥12.00", (1, 1)),
        ("out-of-stock", "是否缺货", "是,-,/", "¥12.00", (0, 2)),
        ("out-of-stock", "是否有货", "否,是,是", "¥12.00", (2, 0)),
        ("out-of-stock", "是否有货", "否,是,", "¥12.00", (1, 1)),
        ("out-of-stock", "In stock", "No,Yes,", "¥12.00", (1, 1)),
        ("out-of-stock", "Out of stock", "yes,no,yes", "¥30.00", (1, 0)),
        # Nothing is said of any, or something else than yes and no.
        ("out-of-stock", "是否缺货", ",,", "¥45.00", (0, 0)),
        ("out-of-stock", "缺货", "2,1,0", "¥45.00", (0, 0)),
        ("out-of-stock", "缺货", "-,/,2", "¥45.00", (0, 0)),
        ("out-of-stock", "缺货数量", "1,0,0", "¥45.00", (0, 0)),
        # 30 % of 400; of all.
        ("fraud-shipment", "是否欺诈发货", "是,否,否", "¥120.00", (2, 0)),
        ("fraud-shipment", "是否被认定欺诈发货", "是,否,", "¥120.00", (1, 1)),
        ("fraud-shipment", "欺诈发货", "欺诈,非欺诈,", "¥120.00", (1, 1)),
        ("fraud-shipment", "是否晚发", "是,否,否", "¥450.00", (0, 0)),
    ],
)
def test_a_calculator_looks_at_its_own_flag(
    calculator: str, heading: str, cells: str, total: str, said: tuple[int, int]
) -> None:
    orders = zip((1, 2, 3), (400, 500, 600), cells.split(","), strict=True)
    rows = "".join(f"{each},{paid},{PAID},{DUE},{cell}\n" for each, paid, cell in orders)
    given = {"precious": "no", "on": "2026-11-15"} if calculator == "fraud-shipment" else {}
    text = f"订单编号,实付金额,付款时间,承诺发货时间,{heading}\n{rows}"
    found = answer_table(text, calculator, given=given)
    assert _total(found) == total
    no, empty = said
    # What is in stock is not out of it.
    left_out = "yes" if heading in {"是否有货", "In stock"} else "no"
    told = f"“{heading}” says {left_out}, which were not counted: {no}."
    assert (told in found.notes) == bool(no)
    assert (f"taken for a {left_out} and" in found.notes) == bool(empty)
    assert (f"“{heading}” is empty, while others say yes or no: {empty}." in found.notes) == bool(
        empty
    )
    assert ("take out the other rows first" in found.notes) is (said == (0, 0))


@pytest.mark.parametrize(
    ("calculator", "heading", "cells"),
    [
        *(
            ("out-of-stock", "是否缺货", f"是,否,{each}")
            for each in ("待核实", "部分", "预售", "?")
        ),
        ("out-of-stock", "缺货", "√,×,部分"),
        ("out-of-stock", "缺货状态", "缺货,正常,部分缺货"),
        ("out-of-stock", "是否有货", "否,是,在途"),
        ("out-of-stock", "Out of stock", "yes,no,pending"),
        ("fraud-shipment", "是否欺诈发货", "是,否,疑似"),
    ],
)
@pytest.mark.parametrize("odd_first", [False, True])
def test_a_cell_that_says_neither_is_counted_and_takes_nothing_from_others(
    calculator: str, heading: str, cells: str, *, odd_first: bool
) -> None:
    orders = [*zip((1, 2, 3), (400, 500, 600), cells.split(","), strict=True)]
    # Below more rows than are looked at, and above them.
    rows = [f"{each},{paid},{PAID},{DUE},{cell}" for each, paid, cell in orders]
    no = orders[1][2]
    rows[1:2] = [f"N{each},500,{PAID},{DUE},{no}" for each in range(70)]
    rows = rows[::-1] if odd_first else rows
    given = {"precious": "no", "on": "2026-11-15"} if calculator == "fraud-shipment" else {}
    head = f"订单编号,实付金额,付款时间,承诺发货时间,{heading}"
    found = answer_table("\n".join([head, *rows]), calculator, given=given)
    # 3 % of 400 and of 600; 30 %.
    assert _total(found) == ("¥300.00" if given else "¥30.00")
    assert f"neither yes nor no, such as “{orders[2][2]}” (1): 1. All of them were" in found.notes
    assert "which were not counted: 70." in found.notes


def test_flags_that_many_rows_leave_open_are_read_all_the_same() -> None:
    rows = [f"N{each},500,{PAID},{DUE},待核实" for each in range(70)]
    rows += [f"1,400,{PAID},{DUE},是", f"2,600,{PAID},{DUE},否"]
    text = "\n".join(["订单编号,实付金额,付款时间,承诺发货时间,是否缺货", *rows])
    # 70 × 15.00 + 12.00.
    assert _total(answer_table(text, "out-of-stock", given={})) == "¥1,062.00"


def test_a_flag_on_the_first_row_of_an_order_holds_for_the_rest_of_it() -> None:
    rows = (
        f"1,300,{PAID},{DUE},是\n1,100,{PAID},{DUE},\n2,500,{PAID},{DUE},否\n2,500,{PAID},{DUE},\n"
    )
    text = f"订单编号,实付金额,付款时间,承诺发货时间,是否缺货\n{rows}"
    assert _total(answer_table(text, "out-of-stock", given={})) == "¥12.00"


def test_a_further_row_that_is_flagged_counts_whatever_the_first_says() -> None:
    """Nor is its state told by a first row that is none to count: 3 % of 300 and of 400 yuan."""
    rows = f"1,500,{PAID},{DUE},否,已发货\n1,300,{PAID},{DUE},是,\n2,400,{PAID},{DUE},是,已发货\n"
    text = f"订单编号,实付金额,付款时间,承诺发货时间,是否缺货,订单状态\n{rows}"
    assert _total(answer_table(text, "out-of-stock", given={})) == "¥21.00"


def test_what_a_total_does_not_count_is_said_below_it_in_a_terminal() -> None:
    rows = f"1,400,{PAID},{DUE},{SENT}\n"
    found = answer_table(f"订单编号,实付金额,付款时间,承诺发货时间,发货时间\n{rows}", given={})
    told = list(found.table.totals.told())
    at = told.index("Not counted here")
    assert told[at + 1].startswith("  - Global purchase and instant retail")
