"""Rules with days: changes, ends, announcements, neighbours. On a calculator made for it."""

from datetime import date

import pytest

from calculators.core.definition import Definition
from calculators.core.evaluation.answer import answer
from calculators.core.output.report import report
from calculators.core.rules.dated_rules import FORMULA
from tests.support.evaluating import Answer

FEE = Definition.load("dated-fee", "tests.support.made.dated_fee")
TODAY = date(2024, 7, 1)


def _answer(on: str | None, today: date = TODAY, /, **typed: str) -> Answer:
    return answer(FEE, {"paid": "50", **typed}, "en", on, today)


def _fee(on: str, **typed: str) -> str:
    return str(_answer(on, **typed)["outputs"]["fee"])


@pytest.mark.parametrize(
    ("on", "fee"),
    [
        ("2020-01-01", "3.00"),
        ("2020-12-31", "3.00"),
        ("2021-01-01", "4.00"),
        ("2021-12-31", "4.00"),
        ("2022-01-01", "5.00"),
        ("2024-05-31", "5.00"),
        ("2024-06-01", "10.00"),
        ("2024-12-31", "10.00"),
    ],
)
def test_each_day_has_its_value_and_its_formula(on: str, fee: str) -> None:
    given = _answer(on)
    assert (given["on"], given["outputs"]["fee"]) == (on, fee)


def test_a_day_before_the_first_and_after_the_last_is_answered_by_a_sentence() -> None:
    for on, code in (("2019-12-31", "no_rule_then"), ("2025-01-01", "rule_ended")):
        given = _answer(on)
        assert [(each["field"], each["code"]) for each in given["errors"]] == [("on", code)]
    assert "2024-12-31" in _answer("2025-01-01")["errors"][0]["text"]
    assert not _answer(None, date(2025, 1, 1))["ok"], "today may come too late, too"
    both = _answer("2025-01-01", paid="x")["errors"]
    assert [each["code"] for each in both] == ["not_a_number", "rule_ended"]


def test_what_lies_ahead_never_answers_and_is_announced() -> None:
    given = _answer(None, date(2024, 5, 31))
    assert given["outputs"]["fee"] == "5.00"
    assert given["upcoming"] == [
        {
            "rule": "dated-fee.share",
            "value": "20",
            "from": "2024-06-01",
            "text": "From 2024-06-01: “Share” will be 20%.",
        }
    ]
    assert "  - From 2024-06-01: “Share” will be 20%." in list(report(FEE, given, "en"))
    assert _answer(None, date(2024, 6, 1))["upcoming"] == []


def test_a_formula_that_lies_ahead_is_announced_too() -> None:
    ahead = _answer(None, date(2021, 12, 31))["upcoming"]
    assert [(each["rule"], each["value"]) for each in ahead] == [
        ("dated-fee.formula", None),
        ("dated-fee.share", "10"),
        ("dated-fee.doubt", None),
        ("dated-fee.share", "20"),
    ]


def test_an_old_day_announces_what_lies_ahead_of_today_only() -> None:
    assert _answer("2021-06-01", TODAY)["upcoming"] == []
    assert len(_answer("2021-06-01", date(2023, 1, 1))["upcoming"]) == 1


def test_the_day_is_named_else_that_of_what_is_judged_else_today() -> None:
    moments = {"ordered_at": "2022-03-01 10:00", "paid_at": "2021-03-01 10:00"}
    assert _answer("2024-06-01", **moments)["on"] == "2024-06-01"
    given = _answer(None, **moments)
    assert given["on"] == "2022-03-01"
    (said,) = [each for each in given["steps"] if each["code"] == "day"]
    assert said["rule"] == "dated-fee.formula"
    assert said["text"] == "These are the rules of 2022-03-01, taken from the time of the order."
    del moments["ordered_at"]
    assert _answer(None, **moments)["on"] == "2021-03-01"
    assert _answer(None)["on"] == "2024-07-01"
    assert "day" not in [each["code"] for each in _answer("2024-06-01", **moments)["steps"]]


def test_a_moment_that_cannot_be_read_gives_no_day_and_is_refused() -> None:
    given = _answer(None, ordered_at="yesterday")
    assert [(each["field"], each["code"]) for each in given["errors"]] == [
        ("ordered_at", "not_a_time")
    ]


def _formerly(on: str, **typed: str) -> str | None:
    steps = _answer(on, **typed)["steps"]
    return next((each["text"] for each in steps if each["code"] == "formerly"), None)


def test_after_a_change_the_answer_before_is_told_with_its_last_day() -> None:
    assert _formerly("2020-06-01") is None
    assert _formerly("2021-06-01") == "Under the rules that held until 2020-12-31: Fee: ¥3.00."
    # The share may be older than the day on which it was first seen.
    told = "Under the rules before, which held until 2021-12-31 at the latest: Fee: ¥4.00."
    assert _formerly("2022-06-01") == told
    assert _formerly("2024-06-01") == "Under the rules that held until 2024-05-31: Fee: ¥5.00."


def test_a_change_that_made_no_difference_is_passed_over() -> None:
    # 40 yuan cost 4 by either formula; what differs is the change before that one.
    told = _formerly("2022-06-01", paid="40")
    assert told == "Under the rules that held until 2020-12-31: Fee: ¥3.00."
    # And where none made a difference, the last one is told.
    told = _formerly("2021-06-01", pieces="1", paid="40")
    assert told == "Under the rules that held until 2020-12-31: Fee: ¥3.00."


def test_the_former_value_is_a_source_of_its_own_and_comes_last() -> None:
    sources = _answer("2024-06-01")["sources"]
    assert [(each["rule"], each["valid_from"]) for each in sources] == [
        ("dated-fee.share", "2024-06-01"),
        ("dated-fee.share", "2022-01-01"),
    ]


def test_where_the_day_of_a_change_is_not_known_the_other_formula_is_told() -> None:
    def either(on: str) -> list[str]:
        said = _answer(on)["warnings"]
        return [each["text"] for each in said if each["code"] == "either_shape"]

    assert either("2021-09-30") == []
    (told,) = either("2021-10-01")
    assert told.endswith("Fee: ¥5.00.")
    assert len(either("2021-12-31")) == 1
    assert either("2022-01-01") == []


def test_a_statement_that_ends_changes_no_answer() -> None:
    last, after = (
        [each["code"] for each in _answer(on)["steps"]] for on in ("2023-12-31", "2024-01-01")
    )
    assert "doubt" in last
    assert "doubt" not in after
    assert date(2024, 1, 1) not in FEE.rule_book.changes()


def test_fields_of_any_shape_are_taken_and_checked_on_every_day() -> None:
    assert _fee("2022-06-01", pieces="9") == "5.00"
    assert _fee("2021-06-01", pieces="9") == "36.00"
    assert _answer("2022-06-01", pieces="many")["errors"][0]["code"] == "not_an_integer"


def test_the_form_asks_what_the_formula_of_the_day_asks_for() -> None:
    assert FEE.in_form == {"paid", "pieces"}
    asks = [each.asks for each in FEE.rule_book.history()[FORMULA]]
    assert asks == [("paid", "pieces"), ("paid",)]
    # What only files and programs know is named where it was given.
    assert _answer("2022-06-01")["inputs"] == {"paid": "50.00", "pieces": "1"}
    given = _answer(None, paid_at="2022-03-01 10:00")
    assert given["inputs"]["paid_at"] == "2022-03-01 10:00"
