"""The day whose rules answer: which one it is, and that none knows of rules that came later."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import CALCULATORS, definition
from calculators.core.composition import Composed, ComposedBook
from calculators.core.definition import Definition
from calculators.core.evaluation.answer import answer as answered
from calculators.core.resources import read_toml
from calculators.core.rules.dated_rules import RuleBook
from calculators.core.rules.sources import register
from tests.support.drawn import inputs_of
from tests.support.evaluating import Answer, evaluate

DAY = timedelta(days=1)
TODAY = date(2026, 11, 25)

PAID_AT, PROMISED_AT = "2026-05-04 10:00", "2026-05-06 10:00"
ORDER = {"paid": "299.99", "promised_hours": "240", "late_hours": "1"}


def test_a_day_that_is_given_prevails() -> None:
    answer = _late({"paid_at": PAID_AT, "promised_at": PROMISED_AT}, on="2026-05-05")
    assert answer["on"] == "2026-05-05"
    assert answer["outputs"]["tier"] == "flat"
    assert "day" not in _codes(answer)


def test_else_it_is_that_of_the_promise() -> None:
    answer = _late({"paid_at": PAID_AT, "promised_at": PROMISED_AT})
    assert answer["on"] == "2026-05-06"
    assert answer["outputs"]["tier"] == "percent"
    assert "day" in _codes(answer)


def test_else_that_of_the_payment() -> None:
    answer = _late({"paid_at": PAID_AT})
    assert answer["on"] == "2026-05-04"
    assert answer["outputs"]["tier"] == "flat"
    assert "day" in _codes(answer)


def test_else_today() -> None:
    for today, tier in ((date(2026, 5, 5), "flat"), (date(2026, 5, 6), "percent")):
        answer = evaluate("late-delivery", ORDER, "en", today=today)
        assert answer["on"] == today.isoformat()
        assert answer["outputs"]["tier"] == tier
        assert "day" not in _codes(answer)


@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_field_gives_no_day(empty: str) -> None:
    answer = _late({"paid_at": PAID_AT, "promised_at": empty})
    assert answer["on"] == "2026-05-04"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", "用的是 2026-05-06 的规则，这一天取自“承诺发货时间”。"),
        ("en", "These are the rules of 2026-05-06, taken from the time promised for shipping."),
    ],
)
def test_the_answer_says_which_entry_the_day_was_taken_from(lang: str, words: str) -> None:
    answer = _late({"paid_at": PAID_AT, "promised_at": PROMISED_AT}, lang=lang)
    (said,) = (each for each in answer["steps"] if each["code"] == "day")
    assert (said["text"], said["rule"]) == (words, "late-delivery.formula")


def test_the_last_minute_of_a_day_belongs_to_it() -> None:
    answer = _late({"promised_at": "2026-05-05 23:59"})
    assert (answer["on"], answer["outputs"]["tier"]) == ("2026-05-05", "flat")
    answer = _late({"promised_at": "2026-05-06 00:00"})
    assert (answer["on"], answer["outputs"]["tier"]) == ("2026-05-06", "percent")


def test_an_entry_that_cannot_be_read_is_refused_and_gives_no_day() -> None:
    answer = _late({"paid_at": PAID_AT, "promised_at": "soon"})
    assert [(each["field"], each["code"]) for each in answer["errors"]] == [
        ("promised_at", "not_a_time")
    ]


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_a_day_taken_from_an_entry_answers_like_that_day_asked_for(calculator: str) -> None:
    described = definition(calculator)
    for case in described.cases():
        answer = answered(described, case["inputs"], "en", None, TODAY)
        # More than one: a part is judged by the rules of another day than the whole.
        if not answer["ok"] or _codes(answer).count("day") != 1:
            continue
        asked = answered(described, case["inputs"], "en", answer["on"], TODAY)
        # Without what says so, and the formula that this rests on.
        steps = [each for each in answer["steps"] if each["code"] != "day"]
        present = described.shape(date.fromisoformat(answer["on"])).formula
        sources = [
            each
            for each in answer["sources"]
            if (each["rule"], each["valid_from"])
            != (present.id, str(present.valid_from or "unknown"))
        ]
        assert answer | {"steps": steps, "sources": sources} == asked, case["name"]


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_the_day_is_that_of_the_best_input_of_what_is_judged(calculator: str) -> None:
    described = definition(calculator)
    for case in described.cases():
        if "errors" in case:
            continue
        given = [case["inputs"][each] for each in described.judged_by if each in case["inputs"]]
        answer = answered(described, case["inputs"], "en", None, TODAY)
        if answer["ok"]:
            expected = given[0].replace("T", " ").split(" ")[0] if given else TODAY.isoformat()
            assert answer["on"] == expected, case["name"]
            assert ("day" in _codes(answer)) == bool(given), case["name"]


# Each case on each day about a change; the next test asks as much of fewer.
@pytest.mark.slow
@pytest.mark.parametrize("calculator", CALCULATORS)
def test_no_answer_depends_on_rules_that_come_later(calculator: str) -> None:
    described = definition(calculator)
    for day in _days_about_changes(described):
        earlier = _as_known_on(described, day)
        for case in described.cases():
            typed = case["inputs"]
            assert _on(described, typed, day) == _on(earlier, typed, day), (day, case["name"])


@pytest.mark.parametrize("calculator", CALCULATORS)
@settings(max_examples=20)
@given(data=st.data())
def test_no_answer_to_whatever_is_asked_depends_on_rules_that_come_later(
    calculator: str, data: st.DataObject
) -> None:
    described = definition(calculator)
    typed = data.draw(inputs_of(calculator, broken=False))
    for day in _days_about_changes(described):
        assert _on(described, typed, day) == _on(_as_known_on(described, day), typed, day), day


def test_a_rule_that_comes_later_would_be_found_out() -> None:
    # The tests above compare something: without the rules of a day, its answer is another.
    described = definition("late-delivery")
    (change,) = described.rule_book.changes()
    earlier = _as_known_on(described, change - DAY)
    assert _on(described, ORDER, change) != _on(earlier, ORDER, change)


_KNOWN: dict[tuple[str, date], Definition] = {}


def _as_known_on(described: Definition, day: date) -> Definition:
    """The calculator with no rule in its book that begins after ``day``."""
    if (described.id, day) not in _KNOWN:
        tables = {
            key: [entry for entry in entries if not _begins_after(entry, day)]
            for key, entries in read_toml(described.package, "rules.toml").items()
        }
        known = replace(described)
        if isinstance(known, Composed):
            parts = {name: _as_known_on(part, day) for name, part in known.parts.items()}
            known = replace(known, parts=parts)
        held = {key: entries for key, entries in tables.items() if entries}
        book = RuleBook(described.id, held, register)
        if isinstance(known, Composed):
            books = {name: part.rule_book for name, part in known.parts.items()}
            book = ComposedBook(book, books)
        known.__dict__["rule_book"] = book
        _KNOWN[described.id, day] = known
    return _KNOWN[described.id, day]


def _begins_after(entry: Mapping[str, Any], day: date) -> bool:
    return isinstance(entry["valid_from"], date) and entry["valid_from"] > day


def _days_about_changes(described: Definition) -> list[date]:
    """The first day of each rule, statements included, each with the day before."""
    books = [described.rule_book]
    if isinstance(described, Composed):
        books += [part.rule_book for part in described.parts.values()]
    histories = [values for book in books for values in book.history().values()]
    begun = {rule.valid_from for values in histories for rule in values if rule.valid_from}
    changes = begun | set(described.rule_book.changes())
    return sorted({each - away for each in changes for away in (timedelta(), DAY)})


def _on(described: Definition, typed: Mapping[str, str], day: date) -> Answer | None:
    """The answer of ``day`` without what is said of later ones; ``None``: no rule held yet.

    Which inputs the form asks for depends on all shapes together, so these are left out, too.
    """
    if not _has_formula(described, day):
        return None
    answer: Answer = answered(described, typed, "en", day.isoformat(), day)
    if ("on", "no_rule_then") in [(e["field"], e["code"]) for e in answer.get("errors", [])]:
        return None
    told = {name: value for name, value in answer.items() if name not in {"inputs", "upcoming"}}
    warnings = [each for each in told.get("warnings", []) if each["code"] != "either_shape"]
    return told | {"warnings": warnings}


def _has_formula(described: Definition, day: date) -> bool:
    history = described.rule_book.history()
    return any(rule.holds_on(day) for rule in history.get("formula", []))


def _late(moments: dict[str, str], *, on: str | None = None, lang: str = "en") -> Answer:
    return evaluate("late-delivery", ORDER | moments, lang, on, TODAY)


def _codes(answer: Answer) -> list[str]:
    return [each["code"] for each in answer["steps"]]


@pytest.mark.parametrize(
    ("calculator", "typed", "told"),
    [
        # As a file says it above its totals.
        (
            "return-deadline",
            {"signed": "2026-11-01T02:00:00Z", "now": "2026-11-02 10:00"},
            ["is in another time zone: in Beijing time it is 2026-11-01 10:00."],
        ),
        (
            "arbitration-deadline",
            {"effective": "2026-11-20T17:00:00+00:00", "today": "2026-11-22"},
            ["2026-11-21."],
        ),
        ("return-deadline", {"signed": "2026-11-01 10:00+08:00", "now": "2026-11-02 10:00"}, []),
        ("return-deadline", {"signed": "2026-11-01 10:00", "now": "2026-11-02 10:00"}, []),
    ],
)  # fmt: skip
def test_a_moment_of_another_zone_is_said_to_have_been_turned(
    calculator: str, typed: dict[str, str], told: list[str]
) -> None:
    answer = evaluate(calculator, typed, "en")
    steps = [each["text"] for each in answer["steps"] if each["code"] == "zone"]
    assert len(steps) == len(told)
    assert all(step.endswith(end) for step, end in zip(steps, told, strict=True))
