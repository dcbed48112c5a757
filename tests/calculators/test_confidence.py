"""How sure a value is: by a rule of its own, which a reader can follow."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from calculators import definition
from calculators.core.rules.confidence import CONFIDENCE, confidence
from calculators.core.rules.sources import Source, register
from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED

(TEXT,) = register().of(["rc-late-shipment-2026-08-10"])
SEEN = TEXT.speaks[1]
TODAY = date(2026, 11, 25)


def _level(*sources: Source, days: int = 0, against: int = 0, inferred: bool = False) -> str:
    on = SEEN + timedelta(days=days)
    return confidence(sources, on, against=against, inferred=inferred)


@pytest.mark.parametrize(
    ("days", "level"),
    [
        (0, "high"),
        (30, "high"),
        (31, "medium-high"),
        (365, "medium-high"),
        (366, "medium"),
        (4 * 365, "medium"),
        (4 * 365 + 1, "medium-low"),
    ],
)
def test_it_falls_with_the_time_since_the_text_was_last_seen(days: int, level: str) -> None:
    assert _level(TEXT, days=days) == level


def test_before_the_first_day_it_falls_as_well() -> None:
    days = (TEXT.speaks[0] - SEEN).days
    assert _level(TEXT, days=days) == "high"
    assert _level(TEXT, days=days - 31) == "medium-high"


def test_what_the_source_is_and_how_it_was_seen() -> None:
    notice, press = (replace(TEXT, kind=kind) for kind in ("notice", "press"))
    repost = replace(TEXT, seen="repost")
    assert _level(notice) == _level(press) == "medium-high"
    assert _level(replace(TEXT, kind="law")) == "high"
    assert _level(repost) == "medium"
    assert _level(replace(notice, seen="repost")) == "medium-low"
    assert _level(replace(TEXT, kind="draft")) == "assumption", "a draft bears nothing out"
    assert _level(replace(TEXT, kind="choice")) == "assumption"
    assert _level(repost, TEXT) == "high", "the best one counts"


def test_reposts_that_agree_make_up_for_a_part() -> None:
    reposts = [replace(TEXT, seen="repost", publisher=each) for each in ("a", "b", "c")]
    assert _level(*reposts[:2]) == "medium"
    assert _level(*reposts) == "medium-high"
    same = replace(TEXT, seen="repost", publisher="a")
    assert _level(same, same, same) == "medium", "one site agreeing with itself says nothing more"


def test_doubts_cost_a_step_each_and_nothing_falls_below_the_lowest() -> None:
    assert _level(TEXT, inferred=True) == "medium-high"
    assert _level(TEXT, against=1) == "medium-high"
    assert _level(TEXT, against=2, inferred=True) == "medium"
    low = _level(replace(TEXT, seen="repost"), days=5000, against=1, inferred=True)
    assert low == "low"


@pytest.mark.parametrize(
    ("rule", "day", "level", "year_later"),
    [
        # The share of a late order: several versions of the text, last seen three months ago.
        ("late-delivery.light_share_middle", TODAY, "medium-high", "medium"),
        # A slash in a flattened table, read as “no deduction”.
        ("late-delivery.no_deduction", TODAY, "medium", "medium-low"),
        # Who gets the money since July 2026: inferred, and another text says otherwise.
        ("late-delivery.deduction", TODAY, "medium-low", "low"),
        # The 30 % freeze: four reposts of 2021 to 2024.
        ("invoice-freeze.share", TODAY, "medium-low", "medium-low"),
        # The tiers, on a day of 2025.
        ("late-delivery.flat", date.fromisoformat(PINNED), "medium", None),
    ],
)
def test_five_rules_today_and_a_year_later(
    rule: str, day: date, level: str, year_later: str | None
) -> None:
    calculator, _, key = rule.partition(".")
    book = definition(calculator).rule_book
    held = book.on(day)[key]
    assert held.confidence(day) == level
    if year_later:
        assert held.confidence(day + timedelta(days=365)) == year_later


def test_the_answer_says_how_sure_it_is_on_its_own_day() -> None:
    typed = {"paid": "150", "promised_hours": "240"}
    levels = [
        next(
            each["confidence"]
            for each in evaluate("late-delivery", typed, on=on)["sources"]
            if each["rule"] == "late-delivery.light_share_middle"
        )
        for on in ("2026-08-20", "2026-11-25", "2027-11-25")
    ]
    assert levels == ["high", "medium-high", "medium"]
    assert [CONFIDENCE.index(each) for each in levels] == [0, 1, 2]
