"""Headings with marks that nobody sees, or that only spreadsheets need: one rule with cells."""

from collections.abc import Mapping, Sequence

import pytest

from calculators import CALCULATORS, definition
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.fields import fields_of
from calculators.core.table.names import key
from tests.support.order_tables import answer_table, table_of

INVISIBLE = ["\u200b", "\u200d", "\u200e", "\u202c", "\u202d", "\u2060", "\u00ad", "\ufe0f",
             "\u3164", "\ufeff", "\u061c"]  # fmt: skip
MARKS = [*INVISIBLE, "'", "`", "\u00a0", "\u3000"]
PAID, PROMISED, CLICKED = "2026-11-01 10:00", "2026-11-11 10:00", "2026-11-11 09:00"


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    ("text", "amounts", "given"),
    [
        ("订单编号,实付金额,订单状态~\n1,400,已发货\n2,500,待付款\n3,600,退款成功\n",
         ["4.00", "", "6.00"], None),
        # 1 % of 400.50, rounded half up.
        ("订~单编号,实付金额\n1,200\n1,200.5\n", ["4.01", ""], None),
        ("order~ id,~paid\n1,200\n1,200.5\n", ["4.01", ""], None),
        # Clicked in time, and scanned less than a day late: 1 %.
        ((f"订单编号,实付金额,付款时间,承诺发货时间,发货时间,~揽收时间~\n"
         f"1,400,{PAID},{PROMISED},{CLICKED},2026-11-12 09:00\n"), ["4.00"], {}),
        ("主订单编号,子订单编号~,订单应付金额\n1,11,400\n1,11,400\n", ["4.00", ""], None),
    ],
)  # fmt: skip
def test_a_column_is_known_whatever_marks_are_in_its_heading(
    mark: str, text: str, amounts: Sequence[str], given: Mapping[str, str] | None
) -> None:
    assert answer_table(text.replace("~", mark), given=given).amounts == amounts


@pytest.mark.parametrize(
    "text",
    [f"订单编号,{heading}\n1,40000\n" for mark in INVISIBLE
     for heading in (f"实付金额(分{mark})", f"实付金额（{mark}分）")]
    + [f"订单编号,实付金额(分){mark}\n1,40000\n" for mark in MARKS]
    + [f"订单编号,实付金额,币{mark}种\n1,400,USD\n" for mark in MARKS],
)  # fmt: skip
def test_what_a_heading_says_of_a_unit_is_heard(text: str) -> None:
    with pytest.raises(InputError) as raised:
        answer_table(text)
    doubts = raised.value.values["doubts"]
    assert isinstance(doubts, tuple)
    assert len(doubts) == 1


@pytest.mark.parametrize("mark", INVISIBLE)
@pytest.mark.parametrize(
    ("written", "chosen"), [("~买家付的", "买家付的"), ("买家付的", "买~家付的")]
)
def test_a_heading_is_chosen_as_it_is_seen(mark: str, written: str, chosen: str) -> None:
    text = f"订单编号,{written},备注\n1,400,a\n".replace("~", mark)
    assert answer_table(text, chosen={"paid": chosen.replace("~", mark)}).amounts == ["4.00"]


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_each_calculator_s_inputs_are_known_so(calculator: str) -> None:
    for name in fields_of(definition(calculator).inputs):
        label = definition(calculator).texts("zh").get("fields", name, "label")
        assert key(f"\u202d{label}\u202c") == key(label)


def test_headings_stay_as_they_are_written() -> None:
    table = table_of("订单编号,\u202d实付金额\u202c\n1,400\n")
    assert table.layout.as_written == ("订单编号", "\u202d实付金额\u202c")
    assert table.layout.headings == ("订单编号", "实付金额")


def test_a_heading_of_marks_alone_is_none() -> None:
    assert table_of("订单编号,实付金额,\u200b\n1,400,x\n").layout.headings[2] == "Column 3"
