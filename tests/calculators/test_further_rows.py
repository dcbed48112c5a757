"""Columns that the first rows leave empty: they are told by what stands further down.

Exports with the newest orders on top have many such: no after-sale yet, no scan, no shipping.
"""

import pytest

from calculators.core.inputs.errors import InputError
from calculators.core.table.files.decoding import LONGEST_LINE
from tests.support.order_tables import answer_table, table_of

HEAD = "订单编号,商品,订单状态,付款时间,承诺发货时间,发货时间,实付金额"
# Ten days promised, shipped in time; and three days late: 3 % in whole yuan.
IN_TIME = "已发货,2026-11-01 10:00:00,2026-11-11 10:00:00,2026-11-02 10:00:00"
LATE = "已发货,2026-11-01 10:00:00,2026-11-11 10:00:00,2026-11-14 10:00:00"
# More than the first rows, and more than a page of them.
ABOVE = [60, 70, 3_000]


def _above(count: int, *further: str) -> list[str]:
    return [
        ",".join([f"69260011223344{at:05}", f"a{at}", IN_TIME, f"{100 + at}.00", *further])
        for at in range(count)
    ]


def _text(heading: str, *rows: str) -> str:
    return "\n".join([heading, *rows, ""])


@pytest.mark.parametrize("empty", ["", "无", "-"])
@pytest.mark.parametrize(
    ("heading", "state"),
    [
        *((each, "退款成功") for each in ("售后处理状态", "售后结果", "退款进度", "平台售后状态")),
        *((each, "交易关闭") for each in ("平台状态", "店铺状态", "线上状态", "平台订单状态")),
        *((each, "Refunded") for each in ("Platform status", "Channel status", "Substatus")),
    ],
)
def test_a_state_that_stands_far_down_alone_sets_its_order_apart(
    heading: str, state: str, empty: str
) -> None:
    last = f"6926001122334499999,z,{LATE},1000.00,{state}"
    found = answer_table(_text(f"{HEAD},{heading}", *_above(70, empty), last), given={})
    assert found.amounts[-1] == "30.00"
    assert (found.table.totals.answered, found.table.totals.apart) == (71, 1)
    assert f"订单状态, {heading}" in found.notes


@pytest.mark.parametrize("count", ABOVE)
def test_so_do_those_below_thousands_of_rows(count: int) -> None:
    last = f"6926001122334499999,z,{LATE},1000.00,交易关闭"
    found = answer_table(_text(f"{HEAD},平台状态", *_above(count, ""), last), given={})
    assert found.table.totals.apart == 1


def test_one_of_what_follows_the_sale_is_read_however_far_down_it_begins() -> None:
    last = f"6926001122334499999,z,{LATE},1000.00,退款成功"
    found = answer_table(_text(f"{HEAD},售后结果", *_above(5_100, ""), last), given={})
    assert found.table.totals.apart == 1


@pytest.mark.parametrize("heading", ["上网时间", "首条物流时间"])
@pytest.mark.parametrize("count", ABOVE)
def test_a_scan_that_stands_far_down_alone_is_asked_about(heading: str, count: int) -> None:
    last = f"6926001122334499999,z,{LATE},1000.00,2026-11-15 10:00:00"
    found = table_of(_text(f"{HEAD},{heading}", *_above(count, ""), last)).headings
    assert found.matches["collected_at"].proposed == 7
    assert not found.matches["collected_at"].sure


@pytest.mark.parametrize("heading", ["发运时间", "平台发货时间", "寄出时间", "Dispatch Date"])
def test_so_is_when_an_order_was_shipped(heading: str) -> None:
    head = f"订单编号,订单状态,付款时间,承诺发货时间,{heading},实付金额"
    paid = "2026-11-01 10:00:00,2026-11-11 10:00:00"
    waiting = [f"69260011223344{at:05},待发货,{paid},,400.00" for at in range(70)]
    last = f"6926001122334499999,已发货,{paid},2026-11-05 10:00:00,500.00"
    found = table_of(_text(head, *waiting, last)).headings.matches["shipped_at"]
    assert (found.proposed, found.sure) == (4, False)


@pytest.mark.parametrize("count", ABOVE)
def test_the_platforms_number_far_down_is_asked_about(count: int) -> None:
    head = HEAD.replace("商品", "线上订单号")
    above = [each.replace("a", "", 1).split(",") for each in _above(count)]
    rows = [",".join([number, "", *others]) for number, _, *others in above]
    same = [f"JY9000{at},6926001122334499999,{LATE},60.00" for at in (1, 2)]
    found = table_of(_text(head, *rows, *same)).headings.matches["order"]
    assert set(found.columns) == {0, 1}
    assert not found.sure


@pytest.mark.parametrize("count", ABOVE)
@pytest.mark.parametrize(
    "further",
    [
        ",z2,,,,,400.00",
        f"同上,z2,{LATE},400.00",
        f"〃,z2,{LATE},400.00",
        "〃,z2,〃,〃,〃,〃,400.00",
    ],
)
def test_an_item_far_down_is_of_the_order_above(count: int, further: str) -> None:
    last = f"6926001122334499999,z,{LATE},300.00"
    found = answer_table(_text(HEAD, *_above(count), last, further), given={})
    assert found.amounts[-2:] == ["21.00", ""]
    assert found.table.totals.answered == count + 1


@pytest.mark.parametrize(
    "last",
    [
        # A row of totals, one with a cell too many, and one of another table.
        "合计,,,,,,9999.00,退款成功",
        "6926001122334499998,z,已发货,x,2026-11-01 10:00:00,2026-11-11 10:00:00,,10.00,退款成功,y",
    ],
)
def test_what_is_no_row_of_an_order_tells_nothing_of_a_column(last: str) -> None:
    found = table_of(_text(f"{HEAD},平台状态", *_above(70, ""), last))
    assert found.layout.further == ()


def test_only_columns_that_are_empty_above_are_told_from_further_down() -> None:
    last = f"6926001122334499999,z,{LATE},1.299.00,交易关闭"
    layout = table_of(_text(f"{HEAD},平台状态", *_above(70, ""), last)).layout
    assert [number for number, _ in layout.further] == [72]
    assert list(filter(None, layout.cells_of(7))) == ["交易关闭"]
    assert "1.299.00" not in layout.cells_of(6)


def test_a_line_that_is_too_long_far_down_is_told_when_it_is_answered() -> None:
    text = _text(f"{HEAD},平台状态", *_above(70, ""), "x" * (LONGEST_LINE + 1))
    assert table_of(text).layout.further == ()
    with pytest.raises(InputError) as refused:
        answer_table(text, given={})
    assert refused.value.code == "line_too_long"


@pytest.mark.parametrize("item", ["S3", "S2"])
@pytest.mark.parametrize("turned", [False, True])
def test_a_line_that_takes_an_amount_back_leaves_its_order_without_an_answer(
    item: str, *, turned: bool
) -> None:
    head = HEAD.replace("商品", "子订单编号")
    taken = LATE.replace("已发货", "退款成功")
    rows = [
        f"6926001122334455002,S2,{LATE},600.00",
        f"6926001122334455002,{item},{taken},-600.00",
    ]
    other = f"6926001122334455001,S1,{LATE},1000.00"
    found = answer_table(_text(head, other, *(rows[::-1] if turned else rows)), given={})
    assert found.amounts == ["30.00", "", ""]
    assert (found.table.totals.answered, found.table.totals.refused) == (1, 2)
