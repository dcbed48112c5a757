"""What each kind of field accepts, and with which code it refuses the rest."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from calculators.core.kinds import (
    ChoiceField,
    ChoiceListField,
    DateField,
    Field,
    IntegerField,
    MoneyField,
    MoneyListField,
    MonthField,
    PositiveIntegerField,
    TimeField,
    YesNoField,
)
from calculators.core.moments import CHINA
from calculators.core.refusal import Refused


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1299", "1299.00"),
        ("1,299.00", "1299.00"),
        ("1,299,000.5", "1299000.50"),
        ("１２９９", "1299.00"),
        ("１，２９９．５０", "1299.50"),
        ("¥ 1 299", "1299.00"),
        ("￥1299", "1299.00"),
        ("1299元", "1299.00"),
        (" 1299 元 ", "1299.00"),
        ("0", "0.00"),
        ("-0", "0.00"),
        (".5", "0.50"),
        ("007", "7.00"),
        ("9,999,999,999.99", "9999999999.99"),
    ],
)
def test_money_is_read(typed: str, amount: str) -> None:
    assert str(MoneyField().read(typed)) == amount


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (" ", "required"),
        ("abc", "not_a_number"),
        ("1e5", "not_a_number"),
        ("NaN", "not_a_number"),
        ("∞", "not_a_number"),
        ("1.2.3", "not_a_number"),
        ("12,99", "not_a_number"),
        ("1,2999", "not_a_number"),
        ("1,299 000", "not_a_number"),
        ("0,123", "not_a_number"),
        ("¥", "not_a_number"),
        ("+5", "not_a_number"),
        ("--5", "not_a_number"),
        ("-¥-5", "not_a_number"),
        ("٣", "not_a_number"),
        ("12\n13", "not_a_number"),
        ("-5", "negative"),
        ("－5", "negative"),
        ("¥-5", "negative"),
        ("-¥ 5元", "negative"),
        ("1.234", "too_many_decimals"),
        ("10,000,000,000", "too_large"),
        ("9" * 5000, "too_large"),
    ],
)
def test_money_is_refused(typed: str, code: str) -> None:
    assert _refusal(MoneyField(), typed) == code


@pytest.mark.parametrize(
    ("typed", "number"), [("3", 3), ("１０", 10), ("1,000", 1000), ("-0", 0), ("0" * 30 + "7", 7)]
)
def test_integers_are_read(typed: str, number: int) -> None:
    assert IntegerField(maximum=1000).read(typed) == number


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.5", "not_an_integer"),
        ("1,00", "not_an_integer"),
        ("three", "not_an_integer"),
        ("-1", "below_minimum"),
        ("121", "above_maximum"),
        ("9" * 5000, "above_maximum"),
        ("-" + "9" * 5000, "below_minimum"),
    ],
)
def test_integers_are_refused(typed: str, code: str) -> None:
    assert _refusal(IntegerField(maximum=120), typed) == code


@pytest.mark.parametrize("typed", ["0", "-1", "1.5", "x", "1e3", "9" * 5000])
def test_a_positive_integer_has_one_code_for_all_else(typed: str) -> None:
    assert _refusal(PositiveIntegerField(), typed) == "not_positive_integer"


@pytest.mark.parametrize(
    ("typed", "amounts"),
    [
        ("2000", ["2000.00"]),
        ("2000\n5,000.50", None),
        ("2000\r\n5000", ["2000.00", "5000.00"]),
        ("2000;5000；800、9", ["2000.00", "5000.00", "800.00", "9.00"]),
        ("2000,5000", ["2000.00", "5000.00"]),
        ("2000，5000", ["2000.00", "5000.00"]),
        ("2.50,300", ["2.50", "300.00"]),
        ("200, 300", ["200.00", "300.00"]),
        (" 2000 ;; 5000 ; ", ["2000.00", "5000.00"]),
    ],
)
def test_lists_of_money_are_read(typed: str, amounts: list[str] | None) -> None:
    if amounts is None:
        assert _refusal(MoneyListField(), typed) == "ambiguous_comma"
    else:
        assert list(map(str, MoneyListField().read(typed))) == amounts


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2,000", "ambiguous_comma"),
        ("5000\n2,000.00", "ambiguous_comma"),
        ("2，000", "ambiguous_comma"),
        (";;", "required"),
        ("2000;x", "not_a_number"),
        ("2000;-1", "negative"),
    ],
)
def test_lists_of_money_are_refused(typed: str, code: str) -> None:
    assert _refusal(MoneyListField(), typed) == code


def test_a_list_names_the_item_that_is_wrong() -> None:
    with pytest.raises(Refused) as refused:
        MoneyListField().read("2000;x;3")
    assert refused.value.values["item"] == 2


def test_choices_days_and_minutes() -> None:
    ratings = ChoiceListField("good", "poor")
    assert ratings.read("good；poor\ngood") == ("good", "poor", "good")
    assert ratings.write(("good", "poor")) == "good;poor"
    assert MonthField().write(MonthField().read("2026-07")) == "2026-07"
    assert YesNoField().read("yes") is True
    assert ChoiceField("3", "1").read("３") == "3"
    assert DateField().read("2026-11-21") == date(2026, 11, 21)
    expected = datetime(2026, 11, 21, 9, 30, tzinfo=CHINA)
    assert TimeField().read("2026-11-21T09:30") == expected
    assert TimeField().write(TimeField().read("2026-11-21 09:30")) == "2026-11-21 09:30"


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        (YesNoField(), "maybe", "not_a_choice"),
        (ChoiceField("3", "1"), "2", "not_a_choice"),
        (ChoiceListField("good", "poor"), "good;fair", "not_a_choice"),
        (ChoiceListField("good", "poor"), " ; ", "required"),
        (MonthField(), "2026-13", "not_a_date"),
        (DateField(), "2026-02-30", "not_a_date"),
        (DateField(), "21.11.2026", "not_a_date"),
        (DateField(), "9999-12-31", "not_a_date"),
        (MonthField(), "0999-12", "not_a_date"),
        (TimeField(), "2026-11-21", "not_a_time"),
        (TimeField(), "2026-11-21 24:00", "not_a_time"),
    ],
    ids=lambda each: each.kind if isinstance(each, Field) else each,
)
def test_other_kinds_refuse(field: Field, typed: str, code: str) -> None:
    assert _refusal(field, typed) == code


def test_amounts_are_never_floats() -> None:
    assert isinstance(MoneyField().read("0.1"), Decimal)


def _refusal(field: Field, typed: str) -> str:
    with pytest.raises(Refused) as refused:
        field.read(typed)
    return refused.value.code
