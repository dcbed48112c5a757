"""An empty cell in a column that decides an answer: asked for, or said with what was taken."""

import pytest

from tests.support.answered_files import answer_files

# The first scan at a hub, and two days and two hours without another: too long within a region.
TRACK = "2026-11-20 10:00,2026-11-20 12:00,2026-11-20 20:00,2026-11-21 06:00,2026-11-21 08:00"
MOMENTS = "付款时间,上传单号时间,揽收时间,首次分拨时间,轨迹最后更新时间,签收时间"
MINUTE = {"now": "2026-11-25 12:00"}


@pytest.mark.parametrize(
    ("calculator", "text", "given", "output", "answers", "said"),
    [
        (
            "safety-stock",
            "SKU,库存,最少留的比例,最多留的比例\n甲,100,20,30\n乙,100,,\n丙,100,20,\n丁,,,\n",
            {},
            "reserve_high",
            ["30", "15", "", ""],
            # A share of 20 at the least and 15 at the most is refused, and so nothing taken.
            ["“最少留的比例”空着的：1 行，都按“10”算", "“最多留的比例”空着的：1 行，都按“15”算"],
        ),
        (
            "campaign-withdrawal",
            "参加商品数,要撤个数,哪一步,至少要留\n40,3,pending,35\n40,3,pending,\n",
            {},
            "most",
            ["5", "12"],
            ["空着的：1 行，都按“10”算"],
        ),
        # 500 for the shop; 300 or 200 for an agent, none where there is none; 200 a day for 6 days,
        # or ten.
        (
            "entry-cost",
            (
                "上月成交额,日单量,每单货款,办照方式,代办费,最快回款天数,最慢回款天数,设备\n"
                "50000,10,20,代办,300,5,6,100\n50000,10,20,代办,,,,\n50000,10,20,,,,,\n"
            ),
            {},
            "total_high",
            ["2100.00", "2700.00", "2500.00"],
            [
                "“设备费用”空着的：2 行，都按“0.00 元”算",
                "“办照方式”空着的：1 行，都按“自己去市场监督管理局办（免费）”算",
                "“代办费”空着的：1 行，都按“200.00 元”算",
                "“最快回款天数”空着的：2 行，都按“7”算",
                "“最慢回款天数”空着的：2 行，都按“10”算",
            ],
        ),
        # Where nothing hangs on the route of a parcel that no hub has scanned, nothing is said.
        (
            "false-shipment",
            (
                f"{MOMENTS},路线\n{TRACK},2026-11-23 10:00,其他跨省\n{TRACK},2026-11-23 10:00,\n"
                "2026-11-20 10:00,2026-11-20 12:00,2026-11-20 20:00,,,,\n"
            ),
            MINUTE,
            "flags",
            ["", "trace_timeout", "hub_timeout;no_hub_48h"],
            ["空着的：1 单，都按“"],
        ),
        (
            "late-delivery",
            "订单编号,实付金额,晚发小时,是否不可抗力\n1,400,0,否\n2,400,,\n3,400,5,\n3,100,5,\n",
            {"on": "2025-03-01"},
            "compensation",
            ["0.00", "4.00", "5.00", ""],
            ["“晚了多久”空着的：1 单，都按“1”算", "“是否不可抗力”空着的：2 单，都按“否”算"],
        ),
        # Before 2026 nothing hangs on what was promised; how late it is follows from moments.
        (
            "late-delivery",
            (
                "实付金额,承诺的发货时限,晚发小时,承诺发货时间,发货时间\n"
                "400,,,2025-02-03 10:00,2025-02-03 09:00\n"
            ),
            {"on": "2025-03-01"},
            "compensation",
            ["0.00"],
            [],
        ),
    ],
)
def test_what_is_taken_for_empty_cells_is_said(  # noqa: PLR0913, PLR0917 (a table of cases)
    calculator: str,
    text: str,
    given: dict[str, str],
    output: str,
    answers: list[str],
    said: list[str],
) -> None:
    found = answer_files(text, calculator=calculator, given=given, lang="zh")
    assert found.column(output) == answers
    notes = [each for each in found.notes.splitlines() if "空着的：" in each]
    assert len(notes) == len(said), notes
    for note, expected in zip(notes, said, strict=True):
        assert expected in note


@pytest.mark.parametrize(
    ("calculator", "given", "text", "said"),
    [
        (
            "order-check",
            MINUTE,
            (
                "订单编号,实付金额,付款时间,承诺发货时间,是否有货\n"
                "1,400,2026-11-20 10:00,2026-11-27 10:00,否\n"
                "2,400,2026-11-20 10:00,2026-11-27 10:00,\n"
            ),
            "Orders that leave “whether the goods are in stock” empty: 1. “Yes” was taken for them",
        ),
        (
            "safety-stock",
            {},
            "库存,最少留的比例\n100,20\n100,\n",
            "Rows that leave “the smaller share” empty: 1. “10” was taken for them",
        ),
    ],
)
def test_and_in_english(calculator: str, given: dict[str, str], text: str, said: str) -> None:
    notes = answer_files(text, calculator=calculator, given=given).notes
    assert notes.count(said) == notes.count("empty: ") == 1


def test_a_value_for_all_rows_leaves_no_cell_empty() -> None:
    text = "库存,最少留的比例,最多留的比例\n100,20,30\n100,,\n"
    given = {"share_low": "5", "share_high": "6"}
    found = answer_files(text, calculator="safety-stock", given=given)
    assert found.column("reserve_high") == ["6", "6"]
    assert "empty" not in found.notes
