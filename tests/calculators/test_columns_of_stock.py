"""Columns that say whether goods are in stock, or that they are not, whoever reads them."""

import pytest

from calculators.core.inputs.errors import InputError
from tests.support.order_tables import answer_table

HEAD = "订单编号,实付金额,付款时间,承诺发货时间"
# Promised 240 hours: 3 % of 300 where there is nothing to ship, and of 500 it would be 15.
ROWS = (
    "A1,300,2026-09-01 10:00:00,2026-09-11 10:00:00,{}\n"
    "A2,500,2026-09-01 10:00:00,2026-09-11 10:00:00,{}\n"
)
ANSWER = ["out_of_stock", "to_ship"]
LACKING = (
    *(
        "是否缺货",
        "缺货",
        "缺货标记",
        "断货",
        "是否断货",
        "是否无货",
        "无货",
        "无库存",
        "是否无库存",
    ),
    *("是否无库存", "Out of stock", "Is out of stock", "no stock", "是否缺貨"),
)
IN_STOCK = (
    *(
        "是否有货",
        "有货",
        "是否有库存",
        "有库存",
        "是否现货",
        "库存是否充足",
        "In stock",
        "Has stock",
    ),
    *("Is in stock", "Stock available", "是否有貨"),
)


def _amounts(heading: str, one: str, other: str, calculator: str) -> list[str]:
    text = f"{HEAD},{heading}\n{ROWS.format(one, other)}"
    given = {"now": "2026-09-05 10:00"} if calculator == "order-check" else {}
    return answer_table(text, calculator, given=given).amounts


@pytest.mark.parametrize("heading", LACKING)
@pytest.mark.parametrize(("yes", "no"), [("是", "否"), ("yes", "no"), ("√", "×"), ("缺货", "有货")])
def test_a_yes_to_lacking_is_a_no_to_stock(heading: str, yes: str, no: str) -> None:
    assert _amounts(heading, yes, no, "order-check") == ANSWER
    assert _amounts(heading, yes, no, "out-of-stock") == ["9.00", ""]


@pytest.mark.parametrize("heading", IN_STOCK)
@pytest.mark.parametrize(("yes", "no"), [("是", "否"), ("yes", "no"), ("√", "×"), ("有货", "缺货")])
def test_a_yes_to_stock_is_one(heading: str, yes: str, no: str) -> None:
    assert _amounts(heading, no, yes, "order-check") == ANSWER
    assert _amounts(heading, no, yes, "out-of-stock") == ["9.00", ""]


@pytest.mark.parametrize(
    ("one", "other"), [("1", "0"), ("有", "无"), ("TRUE", "FALSE"), ("是", "")]
)
def test_answers_of_programs_are_turned_as_well(one: str, other: str) -> None:
    assert _amounts("是否缺货", one, other, "order-check") == ANSWER


@pytest.mark.parametrize(
    ("heading", "no", "yes"),
    [
        ("库存状态", "缺货", "有货"),
        ("库存状态", "已售罄", "充足"),
        ("库存状态", "暂无", "现货"),
        ("库存情况", "无", "有"),
        ("有没有货", "没有", "有"),
        ("有没有货", "0", "1"),
        ("有无货", "无", "有"),
        ("有无库存", "无", "有"),
        ("有货可发", "否", "是"),
        ("是否有货可发", "否", "是"),
        ("Stock status", "Out of stock", "In stock"),
        ("Stock status", "Backordered", "Available"),
        ("Goods in stock", "no", "yes"),
        ("缺货", "商家缺货", "现货"),
    ],
)
def test_what_tells_of_stock_does_so_to_both(heading: str, no: str, yes: str) -> None:
    """Where an order without goods is the question, the headings of stock ask the opposite."""
    assert _amounts(heading, no, yes, "order-check") == ANSWER
    assert _amounts(heading, no, yes, "out-of-stock") == ["9.00", ""]


# What says that there is none of what a heading asks for.
NONE = ("无", "無", "没有", "沒有", "暂无", "暫無", "（无）", "无。")


@pytest.mark.parametrize("none", NONE)
@pytest.mark.parametrize("heading", [*IN_STOCK, "有无现货", "是否有现货"])
def test_none_of_what_is_in_stock_is_out_of_it(heading: str, none: str) -> None:
    assert _amounts(heading, none, "有", "order-check") == ANSWER
    assert _amounts(heading, none, "有", "out-of-stock") == ["9.00", ""]


@pytest.mark.parametrize("none", NONE)
@pytest.mark.parametrize("heading", [*LACKING, "缺货情况", "有无缺货"])
def test_none_of_what_lacks_is_in_stock(heading: str, none: str) -> None:
    assert _amounts(heading, "有", none, "order-check") == ANSWER
    assert _amounts(heading, "有", none, "out-of-stock") == ["9.00", ""]
    text = f"{HEAD},{heading}\n{ROWS.format('有', none)}"
    notes = answer_table(text, "out-of-stock", given={}).notes
    assert f"“{heading}” says no, which were not counted: 1." in notes
    assert "is empty" not in notes


@pytest.mark.parametrize("none", ["None", "none", "NONE", "no"])
def test_none_is_an_answer_to_an_english_heading(none: str) -> None:
    for calculator, found in (("order-check", ANSWER), ("out-of-stock", ["9.00", ""])):
        assert _amounts("In stock", none, "yes", calculator) == found
        assert _amounts("Out of stock", "yes", none, calculator) == found


@pytest.mark.parametrize("empty", ["", "-", "null", "空", "N/A"])
@pytest.mark.parametrize("heading", ["是否有货", "In stock"])
def test_an_empty_cell_says_nothing_of_stock(heading: str, empty: str) -> None:
    assert _amounts(heading, "否", empty, "order-check") == ANSWER
    text = f"{HEAD},{heading}\n{ROWS.format('否', empty)}"
    notes = answer_table(text, "out-of-stock", given={}).notes
    assert f"“{heading}” is empty, while others say yes or no: 1." in notes


LACKING_COUNTS = [
    ("缺货", "3", "0"),
    ("缺货数", "3", "0"),
    ("缺货数量", "1", "0"),
    ("缺货件数", "2件", "0件"),
    ("缺货总数", "2", "0.0"),
    ("Out of stock qty", "2", "0"),
]


@pytest.mark.parametrize(("heading", "some", "none"), LACKING_COUNTS)
def test_numbers_below_a_word_are_no_answers(heading: str, some: str, none: str) -> None:
    """They may be how many are lacking: that is asked, and then none lacking is in stock."""
    with pytest.raises(InputError):
        _amounts(heading, some, none, "order-check")
    text = f"{HEAD},{heading}\n{ROWS.format(some, none)}"
    given = {"now": "2026-09-05 10:00"}
    found = answer_table(text, "order-check", chosen={"in_stock": heading}, given=given)
    assert found.amounts == ANSWER


@pytest.mark.parametrize(
    ("heading", "one", "other"),
    [*LACKING_COUNTS, ("In stock", "5", "0"), ("有货", "5", "0"), ("库存状态", "0", "1")],
)
def test_a_column_of_numbers_that_does_not_choose_orders_is_said(
    heading: str, one: str, other: str
) -> None:
    text = f"{HEAD},{heading}\n{ROWS.format(one, other)}"
    found = answer_table(text, "out-of-stock", given={})
    assert found.amounts == ["9.00", "15.00"]
    assert f"which do not tell which orders to count: “{heading}” (2), orders: 2" in found.notes


def test_numbers_beside_a_column_of_answers_take_nothing_from_it() -> None:
    text = f"{HEAD},是否缺货,缺货数量\n{ROWS.format('是,2', '否,0')}"
    found = answer_table(text, "out-of-stock", given={})
    assert found.amounts == ["9.00", ""]
    assert "Columns of numbers" not in found.notes


def test_a_column_that_is_named_is_turned_as_well() -> None:
    text = f"{HEAD},是否缺货,断货\n{ROWS.format('是,是', '否,否')}"
    chosen, given = {"in_stock": "是否缺货"}, {"now": "2026-09-05 10:00"}
    assert answer_table(text, "order-check", chosen=chosen, given=given).amounts == ANSWER


def test_what_may_be_asked_of_anything_is_not_about_stock() -> None:
    assert _amounts("是否正常", "否", "是", "order-check") == ["to_ship", "to_ship"]
