"""The rules' files: complete, dated, sourced; and what a mistake in one says."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculators import CALCULATORS, definition
from calculators.core.rules import NoRuleThen, RuleBook

ENTRY: dict[str, Any] = {
    "value": "3.00",
    "unit": "yuan",
    "valid_from": date(2022, 1, 1),
    "source": ["S4N-06"],
    "sureness": "medium",
    "checked_on": date(2026, 11, 21),
}


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_rules_name_claims_or_say_why_not(calculator: str) -> None:
    for values in definition(calculator).rule_book.history().values():
        for rule in values:
            assert all(re.fullmatch(r"S[0-4][A-N]?-\d\d", claim) for claim in rule.claims), rule.id
            assert rule.claims or rule.note, f"{rule.id}: without a claim, a note says where from"
            assert set(rule.note) in (set(), {"zh", "en"}), rule.id


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_every_rule_is_used_or_shown(calculator: str) -> None:
    # A rule that nobody reads would be a figure that only looks maintained.
    described = definition(calculator)
    source = Path(described.package.replace(".", "/")) / "calculate.py"
    code = source.read_text(encoding="utf-8")
    unread = [key for key in described.rule_book.history() if f'"{key}"' not in code]
    assert unread == []


def test_a_rule_has_the_value_of_the_day() -> None:
    later = ENTRY | {"value": "5.00", "valid_from": date(2024, 1, 1)}
    book = RuleBook("some", {"fee": [later, ENTRY]})
    assert str(book.on(None)["fee"].value) == "5.00"
    assert str(book.on(date(2023, 12, 31))["fee"].value) == "3.00"
    assert str(book.on(date(2024, 1, 1))["fee"].value) == "5.00"
    with pytest.raises(NoRuleThen):
        book.on(date(2021, 12, 31))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"sureness": "certain"}, "some.fee: sureness 'certain' is none of"),
        ({"unit": "dollars"}, "some.fee: unit 'dollars' is none of"),
        ({"value": 3}, "some.fee: a value in yuan is written as str"),
        ({"valid_from": "2022"}, 'some.fee: valid_from is a date or "unknown"'),
        ({"colour": "red"}, "some.fee: missing [], unknown ['colour']"),
    ],
)
def test_a_mistake_in_the_file_names_the_rule(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        RuleBook("some", {"fee": [ENTRY | change]})
