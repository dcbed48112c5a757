"""One thing in two columns: the same twice, and a moment whose day and time stand apart."""

import pytest

from calculators import CALCULATORS, definition
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.fields import fields_of
from calculators.core.table.columns.doubts import doubt_text, doubts_of
from calculators.core.table.names import key, known_headings
from calculators.core.text.catalogue import LANGUAGES
from tests.support.order_tables import answer_table

OLD = {"on": "2025-03-01"}


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_what_sentences_and_labels_call_an_input_is_its_heading(calculator: str) -> None:
    asked = definition(calculator)
    for field in fields_of(asked.inputs):
        for texts in map(asked.texts, LANGUAGES):
            for kind in ("label", "name"):
                if texts.has("fields", field, kind):
                    name = key(texts.get("fields", field, kind))
                    named = [each for each, names in known_headings(asked).items() if name in names]
                    assert named == [field]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("订单编号,实付金额,实付金额", ("1,400,400.00", "2,500,500")),
        ("订单编号,订单应付金额,实付金额", ("1,400,400", "2,500,¥500")),
        ("订单编号,订单编号,实付金额", ("1,1,400", "2,2,500")),
        ("订单编号,实付金额,订单状态,订单状态", ("1,400,已发货,已发货", "2,500,已完成,已完成")),
        ("订单编号,实付金额_1,实付金额", ("1,400,400", "2,500,500.0")),
    ],
)
def test_the_same_twice_is_taken_once_and_said(head: str, rows: tuple[str, ...]) -> None:
    found = answer_table("\n".join([head, *rows, ""]), given=OLD)
    assert found.amounts == ["4.00", "5.00"]
    assert "hold the same in all rows that were looked at" in found.notes


@pytest.mark.parametrize(
    ("head", "row", "lines"),
    [
        ("订单编号,实付金额,实付金额", "1,400,399", ('paid="第 2 列"', 'paid="第 3 列"')),
        ("订单编号,实付金额,实付金额", "1,400,", ('paid="第 2 列"', 'paid="第 3 列"')),
        ("订单编号,实付金额,实付金额", "1,,", ('paid="第 2 列"', 'paid="第 3 列"')),
    ],
)
def test_what_differs_is_asked(head: str, row: str, lines: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as refused:
        answer_table(f"{head}\n{row}\n", given=OLD)
    assert refused.value.values["columns"] == lines


def test_columns_of_different_names_are_asked_where_rows_follow_that_were_not_seen() -> None:
    rows = "".join(f"{at},400,400\n" for at in range(200))
    with pytest.raises(InputError) as refused:
        answer_table(f"订单编号,订单应付金额,实付金额\n{rows}", given=OLD)
    assert refused.value.values["columns"] == ("paid=订单应付金额", "paid=实付金额")


@pytest.mark.parametrize(
    ("head", "day", "time"),
    [
        ("付款日期,付款时间,承诺发货时间,发货时间", "付款日期", "付款时间"),
        ("付款日期,付款时刻,承诺发货时间,发货时间", "付款日期", "付款时刻"),
        ("日期,付款时间,承诺发货时间,发货时间", "日期", "付款时间"),
    ],
)
def test_day_and_time_of_a_moment_in_two_columns_are_told(head: str, day: str, time: str) -> None:
    row = "1,400,2026-11-01,10:00:00,2026-11-11 10:00,2026-11-12 10:00"
    with pytest.raises(InputError) as refused:
        answer_table(f"订单编号,实付金额,{head}\n{row}\n", given={})
    texts = definition("late-delivery").texts("zh")
    said = [doubt_text(texts, each) for each in doubts_of(refused.value)]
    assert f"“{day}”一列只有日期，“{time}”一列只有几点几分" in said[0]
