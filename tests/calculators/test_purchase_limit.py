"""Purchase limits: the three numbers against a table written by hand, and every warning."""

import pytest

from tests.support.evaluating import Answer, evaluate
from tests.support.order_tables import answer_table
from tests.support.pinned import PINNED


def _answer(**typed: str) -> Answer:
    answer = evaluate("purchase-limit", typed, on=PINNED)
    assert answer["ok"], answer
    return answer


@pytest.mark.parametrize(
    ("minimum", "per_order", "cumulative", "violations"),
    [
        ("2", "5", "10", []),
        ("5", "5", "5", []),
        ("", "", "", []),
        ("6", "5", "10", ["minimum_above_per_order"]),
        ("2", "11", "10", ["per_order_above_cumulative"]),
        ("11", "", "10", ["minimum_above_cumulative"]),
        ("11", "5", "10", ["minimum_above_per_order", "minimum_above_cumulative"]),
        (
            "3",
            "2",
            "1",
            ["per_order_above_cumulative", "minimum_above_per_order", "minimum_above_cumulative"],
        ),
    ],
)
def test_minimum_per_order_and_cumulative_rise(
    minimum: str, per_order: str, cumulative: str, violations: list[str]
) -> None:
    outputs = _answer(minimum=minimum, per_order=per_order, cumulative=cumulative)["outputs"]
    assert outputs["violations"] == violations
    assert outputs["valid"] == ("no" if violations else "yes")


@pytest.mark.parametrize(
    ("typed", "per_order", "cumulative", "minimum", "largest"),
    [
        ({}, None, None, 1, None),
        ({"per_order": "5"}, 5, None, 1, 5),
        ({"category_default": "8"}, 8, None, 1, 8),
        ({"per_order": "12", "category_default": "8"}, 12, None, 1, 12),
        ({"cumulative": "10", "category_default": "20"}, 20, 10, 1, 10),
        ({"stock": "0"}, None, None, 1, 0),
        ({"per_order": "5", "cumulative": "10", "minimum": "2", "stock": "4"}, 5, 10, 2, 4),
    ],
)
def test_what_is_in_effect(
    typed: dict[str, str],
    per_order: int | None,
    cumulative: int | None,
    minimum: int,
    largest: int | None,
) -> None:
    outputs = _answer(**typed)["outputs"]
    assert outputs["effective_per_order"] == per_order
    assert outputs["effective_cumulative"] == cumulative
    assert outputs["effective_minimum"] == minimum
    assert outputs["largest_order"] == largest


@pytest.mark.parametrize(
    ("typed", "warnings"),
    [
        ({"minimum": "5", "stock": "5"}, []),
        ({"minimum": "6", "stock": "5"}, ["cannot_buy"]),
        ({"stock": "0"}, ["cannot_buy"]),
        ({"minimum": "8", "category_default": "8", "cumulative": "8"}, []),
        ({"minimum": "9", "category_default": "8"}, ["minimum_above_category_default"]),
        ({"cumulative": "7", "category_default": "8"}, ["category_default_above_cumulative"]),
        ({"cumulative": "9", "category_default": "8", "per_order": "3", "minimum": "2"}, []),
    ],
)
def test_limits_that_clash_are_warned_of(typed: dict[str, str], warnings: list[str]) -> None:
    assert [each["code"] for each in _answer(**typed)["warnings"]] == warnings


@pytest.mark.parametrize(
    ("calculator", "headings", "cells", "said"),
    [
        (
            "purchase-limit",
            "每人限购,库存",
            "5,9",
            "the limit per order, the minimum order quantity, the category's recommended limit.",
        ),
        ("buyer-order", "下单件数,每人限购,单次限购,起售件数,类目推荐限购,库存", "2,5,5,1,3,9", ""),
        ("purchase-limit", "每人限购,单次限购,起售件数,类目推荐限购,库存", "5,3,1,3,9", ""),
        (
            "buyer-order",
            "下单件数,单次限购,起售件数,类目推荐限购,库存",
            "2,5,1,3,9",
            "the cumulative limit.",
        ),
    ],
)
def test_a_file_says_which_limits_it_has_no_column_for(
    calculator: str, headings: str, cells: str, said: str
) -> None:
    found = answer_table(f"{headings}\n{cells}\n{cells}\n", calculator, given={})
    notes = found.table.totals.words()["notes"]
    told = "The table has no columns for these, and all were taken as not given: "
    assert [each for each in notes if each.startswith(told)] == ([told + said] if said else [])
    lines = list(found.table.totals.told())
    assert lines[: len(notes)] == notes
    # What is said of one question is said of a file, too: nobody can buy, what is not counted.
    words = found.table.totals.words()
    behind = [
        *words["warnings"],
        "Not counted here",
        *(f"  - {each}" for each in words["excludes"]),
    ]
    assert lines[len(notes) :] == behind


def test_a_limit_that_is_given_for_all_rows_has_no_column() -> None:
    found = answer_table("每人限购\n5\n", "purchase-limit", given={"stock": "9", "minimum": "2"})
    assert "stock" not in found.notes
    assert "minimum" not in found.notes
    assert "the limit per order" in found.notes


def test_a_file_may_say_counts_and_limits_as_people_do() -> None:
    head = "买家,每人限购,每单限购,已买件数,下单件数,是否拉黑\n"
    rows = (
        "A,每人限3件,2份/单,没买过,两件,正常\n"
        # What holds for an order is no limit of a buyer.
        "B,每单3件,限2件,未购买,一件,白名单\n"
        "C,不限(默认),不作限制,三件,十件,是\n"
    )
    assert answer_table(head + rows, "buyer-order", given={}).amounts == ["yes", "", "no"]


def test_that_nothing_was_bought_may_be_said_of_what_was_bought_alone() -> None:
    typed = {"bought": "没买过", "quantity": "两件", "cumulative": "每人限3件"}
    assert evaluate("buyer-order", typed)["outputs"]["remaining"] == 3
    refused = evaluate("buyer-order", {"quantity": "没买过"})["errors"]
    assert [each["code"] for each in refused] == ["not_positive_integer"]
