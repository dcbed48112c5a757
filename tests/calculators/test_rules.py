"""The rules' files: complete, dated, sourced; and what a mistake in one says."""

import ast
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from calculators import CALCULATORS, definition
from calculators.core.composition import Composed
from calculators.core.rules.dated_rules import FORMULA, NoRuleError, RuleBook, Rules
from calculators.core.rules.sources import Register, register
from tests.support.answered_files import answer_made_day
from tests.support.evaluating import evaluate

ROOT = Path(__file__).parents[2]

FORMULA_ENTRY: dict[str, Any] = {
    "name": "calculate",
    "valid_from": "unknown",
    "sources": ["choice-reading"],
}
ENTRY: dict[str, Any] = {
    "value": "3.00",
    "unit": "yuan",
    "valid_from": date(2022, 1, 1),
    "sources": ["repost-11467-2024-08-26"],
}


def _book(*entries: dict[str, Any]) -> RuleBook:
    return RuleBook("some", {"fee": list(entries), FORMULA: [FORMULA_ENTRY]}, register)


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_every_rule_is_used_or_shown(calculator: str) -> None:
    # A rule that nobody reads would be a figure that only looks maintained.
    read = {key for each in (calculator, *_composing(calculator)) for key in _read_by(each)}
    assert definition(calculator).rule_book.history().keys() - read == set()


@cache
def _read_by(calculator: str) -> frozenset[str]:
    """The rules that its examples and the answer of its page ask for."""
    read: set[str] = set()

    def noting[T](asked: Callable[[Rules, str], T]) -> Callable[[Rules, str], T]:
        def noted(rules: Rules, key: str) -> T:
            read.add(key)
            return asked(rules, key)

        return noted

    with pytest.MonkeyPatch.context() as patched:
        for way in ("__getitem__", "__contains__", "decimal", "integer", "text"):
            patched.setattr(Rules, way, noting(getattr(Rules, way)))
        for case in definition(calculator).cases():
            evaluate(calculator, case["inputs"], "en", case["on"], date(2026, 11, 25))
        answer_made_day(calculator)
    return frozenset(read)


def _composing(calculator: str) -> Iterator[str]:
    """The calculators that it is part of: one of its rules may be for them."""
    for each in CALCULATORS:
        if isinstance(whole := definition(each), Composed) and calculator in whole.parts:
            yield each


@pytest.mark.parametrize(
    "path", sorted((ROOT / "calculators").glob("*/*.py")), ids=lambda path: path.parent.name
)
def test_no_calculator_compares_a_day_of_the_rules(path: Path) -> None:
    # When something holds stands in rules.toml alone: a formula a shape, a statement a doubt.
    if path.parent.name in {"core", "page", "terminal", "scaffold"}:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            written = re.findall(r"valid_from|valid_until|perhaps_from", ast.unparse(node))
            assert written == [], f"{path.name}:{node.lineno}"
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"date", "datetime"}:
            fixed = [each for each in node.args if isinstance(each, ast.Constant)]
            assert len(fixed) < len(node.args), f"{path.name}:{node.lineno}: a day in the code"
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not re.fullmatch(r"\d{4}-\d\d-\d\d.*", node.value), node.lineno


def test_a_rule_has_the_value_of_the_day() -> None:
    later = ENTRY | {"valid_from": date(2024, 1, 1), "changed": {"zh": "涨了", "en": "More."}}
    book = _book(later | {"value": "5.00"}, ENTRY)
    for day, value in (("2022-01-01", "3.00"), ("2023-12-31", "3.00"), ("2024-01-01", "5.00")):
        assert str(book.on(date.fromisoformat(day)).decimal("fee")) == value
    before = book.on(date(2021, 12, 31))
    assert "fee" not in before
    with pytest.raises(NoRuleError):
        before.decimal("fee")


def test_a_rule_keeps_what_its_entry_says() -> None:
    said: dict[str, Any] = {
        "value": "1.5",
        "unit": "percent",
        "valid_from": date(2022, 1, 1),
        "valid_until": date(2022, 6, 30),
        "older": True,
        "inferred": True,
        "claims": ("S4N-05",),
        "changed": {"zh": "变了", "en": "Changed."},
        "note": {"zh": "说明", "en": "A note."},
    }
    texts = {"sources": ["repost-11467-2024-08-26"], "against": ["choice-reading"]}
    (rule,) = _book(said | texts).history()["fee"]
    assert vars(rule) == said | {
        "id": "some.fee",
        "value": Decimal("1.5"),
        "source_ids": tuple(texts["sources"]),
        "against_ids": tuple(texts["against"]),
        "register": register,
        "name": "",
        "asks": (),
        "perhaps_from": None,
    }
    assert [each.id for each in rule.sources] == texts["sources"]
    assert [each.id for each in rule.against] == texts["against"]
    assert str(rule.value) == "1.5", "a share has the decimals that are written"
    (rule,) = _book(ENTRY).history()["fee"]
    assert (rule.valid_until, rule.older, rule.inferred) == (None, False, False)
    assert (rule.against, rule.claims, rule.changed, rule.note) == ((), (), {}, {})
    (whole,) = _book(ENTRY | {"value": "3"}).history()["fee"]
    assert str(whole.value) == "3.00", "yuan have two"
    (days,) = _book(ENTRY | {"value": 7, "unit": "days"}).history()["fee"]
    assert days.value == 7


def test_a_formula_keeps_what_its_entry_says() -> None:
    newer = {
        "name": "by_hours",
        "valid_from": date(2022, 1, 1),
        "perhaps_from": date(2021, 12, 1),
        "asks": ["paid", "hours"],
        "changed": {"zh": "变了", "en": "Changed."},
        "sources": ["choice-reading"],
    }
    book = RuleBook("some", {FORMULA: [newer, FORMULA_ENTRY]}, register)
    older, formula = book.history()[FORMULA]
    assert (older.name, older.asks, older.perhaps_from, older.unit) == (
        "calculate",
        (),
        None,
        "none",
    )
    assert (formula.id, formula.name) == ("some.formula", "by_hours")
    assert formula.asks == ("paid", "hours")
    assert formula.value is None
    for day, perhaps in (
        ("2021-11-30", None), ("2021-12-01", formula), ("2021-12-31", formula), ("2022-01-01", None)
    ):  # fmt: skip
        assert book.perhaps(date.fromisoformat(day)) == perhaps
    assert book.begun_on(date(2022, 1, 1)) == [formula]
    assert book.after(date(2021, 12, 31)) == [formula]
    assert book.after(date(2022, 1, 1)) == []


def test_what_begins_on_a_day_is_told_formula_first_and_what_lies_ahead_next_first() -> None:
    changed = {"changed": {"zh": "变了", "en": "Changed."}}
    days = [date(2024, 1, 1), date(2023, 1, 1)]
    fees = [ENTRY | changed | {"valid_from": day} for day in days]
    formula = FORMULA_ENTRY | {"valid_from": days[0]}
    book = RuleBook("some", {"fee": fees, FORMULA: [formula]}, register)
    assert [rule.id for rule in book.begun_on(days[0])] == ["some.formula", "some.fee"]
    ahead = [(rule.key, rule.valid_from) for rule in book.after(date(2022, 1, 1))]
    assert ahead == [("fee", days[1]), ("fee", days[0]), ("formula", days[0])]


def test_a_rule_may_end() -> None:
    book = _book(ENTRY | {"valid_until": date(2022, 6, 30)})
    assert "fee" in book.on(date(2022, 6, 30))
    with pytest.raises(NoRuleError) as none:
        book.on(date(2022, 7, 1)).decimal("fee")
    assert none.value.ended == date(2022, 6, 30)
    assert book.changes() == [date(2022, 1, 1), date(2022, 7, 1)]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"sureness": "high"}, "some.fee: missing [], unknown ['sureness']"),
        ({"unit": "dollars"}, "some.fee: unit 'dollars' is none of"),
        ({"value": 3}, "some.fee: a value in yuan is written as str"),
        ({"valid_from": "2022"}, 'some.fee: valid_from is a date or "unknown"'),
        ({"colour": "red"}, "some.fee: missing [], unknown ['colour']"),
        ({"sources": []}, "some.fee: rests on no source"),
    ],
)
def test_a_mistake_in_the_file_names_the_rule(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        _book(ENTRY | change)


@pytest.mark.parametrize("named", ["sources", "against"])
def test_a_source_that_is_none_names_the_rule_where_it_is_asked_for(named: str) -> None:
    (fee,) = _book(ENTRY | {named: ["hearsay"]}).history()["fee"]
    with pytest.raises(ValueError, match=re.escape("some.fee: sources.toml has no hearsay")):
        getattr(fee, named)


def test_values_are_found_without_the_register() -> None:
    """It is the largest of the texts, and the answer to a file of orders shows no source."""

    def read() -> Register:
        raise AssertionError

    book = RuleBook("some", {"fee": [ENTRY], FORMULA: [FORMULA_ENTRY]}, read)
    assert book.on(date(2026, 1, 1)).decimal("fee") == Decimal("3.00")
    assert book.changes() == [date(2022, 1, 1)]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({}, "some.fee: two values from the same day on"),
        ({"valid_from": "unknown"}, "some.fee: says nothing of what changed"),
        ({"valid_from": date(2023, 1, 1)}, "some.fee: says nothing of what changed (changed)"),
    ],
)
def test_values_that_cannot_follow_each_other_are_refused(
    changes: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        _book(ENTRY, ENTRY | changes)
    ends = ENTRY | {"valid_until": date(2023, 1, 1)}
    begins = ENTRY | {"valid_from": date(2023, 1, 1), "changed": {"zh": "变了", "en": "Changed."}}
    with pytest.raises(ValueError, match="begins before the one before it ends"):
        _book(ends, begins)


# An entry of the register that lacks nothing.
SOURCE = {
    "publisher": "us", "title": {"zh": "标题", "en": "Title"}, "kind": "text", "seen": "copy",
    "dated": date(2026, 1, 1), "read_on": date(2026, 2, 1), "speaks": [date(2026, 1, 1)],
    "figures": ["3 yuan", "48 hours"], "note": {"zh": "说明", "en": "A note."},
    "address": "https://example.com/",
}  # fmt: skip


def _register(**change: Any) -> Register:
    """A register of one text; what is ``None`` is left out."""
    entry = {key: value for key, value in (SOURCE | change).items() if value is not None}
    return Register({"publishers": {"us": {}}, "sources": {"a-text": entry}})


def test_the_register_keeps_what_an_entry_says() -> None:
    (source,) = _register()
    assert vars(source) == SOURCE | {
        "id": "a-text",
        "speaks": (date(2026, 1, 1), date(2026, 2, 1)),
        "figures": ("3 yuan", "48 hours"),
        "unlinked": {},
    }
    (source,) = _register(
        dated="unknown",
        speaks=[date(2026, 1, 1), date(2026, 1, 1)],
        address=None,
        unlinked={"zh": "无", "en": "None."},
    )
    assert (source.dated, source.address) == (None, None)
    assert source.speaks == (date(2026, 1, 1), date(2026, 1, 1)), "until when, not as read"
    assert source.unlinked["en"] == "None."


def test_the_register_gives_sources_in_the_order_asked_for_and_names_strangers() -> None:
    entries = dict.fromkeys(("a", "b"), SOURCE)
    copies = {"c": {"title": "A copy"}}
    made = Register({"publishers": {"us": {}}, "sources": entries, "copies": copies})
    assert [each.id for each in made.of(iter(["b", "a", "b"]))] == ["b", "a", "b"]
    assert made.copies == copies
    assert _register().copies == {}
    with pytest.raises(ValueError, match=r"^sources\.toml has no x, y$"):
        made.of(["a", "x", "y"])


def test_the_register_says_what_is_wrong_with_an_entry() -> None:
    assert [each.id for each in _register()] == ["a-text"]
    for change, message in (
        ({"kind": "rumour"}, "a-text: kind is one of"),
        ({"seen": "in a dream"}, "a-text: kind is one of"),
        ({"title": None}, "a-text: missing ['title']"),
        ({"author": "x"}, "a-text: missing [], unknown ['author']"),
        ({"address": None}, "a-text: either an address, or why there is none"),
        ({"unlinked": {"zh": "无", "en": "None."}}, "a-text: either an address"),
        ({"speaks": [date(2026, 3, 1), date(2026, 1, 1)]}, "a-text: speaks from"),
        ({"publisher": "them"}, "sources.toml: no such publishers: ['them']"),
    ):
        with pytest.raises(ValueError, match=re.escape(message)):
            _register(**change)
