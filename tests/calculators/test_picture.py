"""The pictures of answers: they show what the answer says, in order and within their edges."""

from itertools import pairwise
from xml.etree.ElementTree import fromstring

import pytest

from calculators import CALCULATORS, definition
from calculators.core.answers import OkAnswer, answered
from calculators.core.chart.picture import WIDTH, Strip, picture_of
from calculators.core.chart.svg import strip_svg
from calculators.core.text.catalogue import LANGUAGES
from tests.support.cases import CASES
from tests.support.evaluating import evaluate

DRAWN = [each for each in CALCULATORS if hasattr(definition(each).module, "PICTURE")]
LATE = {"paid": "1299", "promised_hours": "240"}


def _pictures(calculator: str, lang: str) -> list[tuple[OkAnswer, Strip]]:
    found = []
    for case in CASES:
        if case.calculator == calculator and case.answerable:
            answer = answered(evaluate(calculator, case.inputs, lang, case.on))
            if strip := picture_of(definition(calculator), answer, lang):
                found.append((answer, strip))
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("calculator", DRAWN)
def test_every_picture_is_well_formed_and_within_its_edges(calculator: str, lang: str) -> None:
    pictures = _pictures(calculator, lang)
    assert pictures
    for _, strip in pictures:
        assert fromstring(strip_svg(strip)).get("aria-label")  # noqa: S314 (ours)
        edges = [(each["x"], each["x"] + each["width"]) for each in strip["marks"]]
        assert all(start >= 0 and end <= WIDTH for start, end in edges)
        assert all(one[1] <= other[0] for one, other in pairwise(edges))
        assert all(each["label"] and each["text"] for each in strip["marks"])


@pytest.mark.parametrize("calculator", [each for each in DRAWN if each != "late-delivery"])
def test_signs_on_a_timeline_do_not_touch_and_stand_in_the_order_of_time(calculator: str) -> None:
    for _, strip in _pictures(calculator, "en"):
        if strip["kind"] == "timeline":
            assert all(b["x"] - a["x"] >= 22 for a, b in pairwise(strip["marks"]))
            told = [each["text"] for each in strip["marks"]]
            assert told == sorted(told)


@pytest.mark.parametrize("collected", ["10:00:30", "10:00:50"])
def test_what_happened_in_the_minute_of_a_deadline_stands_before_its_end(collected: str) -> None:
    inputs = {
        "paid_at": "2026-11-16 09:00:07",
        "uploaded_at": "2026-11-16 10:00:40",
        "collected_at": f"2026-11-17 {collected}",
        "now": "2026-11-17 10:00:59",
    }
    answer = answered(evaluate("false-shipment", inputs, "en"))
    strip = picture_of(definition("false-shipment"), answer, "en")
    assert strip is not None
    assert [each["text"][11:] for each in strip["marks"]] == [
        "09:00:07", "10:00:40", collected, "10:00:59", "10:00", collected[:5],
    ]  # fmt: skip


def test_the_parts_are_as_wide_as_their_amounts() -> None:
    inputs = {"monthly_gmv": "60000", "equipment": "6000"}
    answer = answered(evaluate("entry-cost", inputs, "en", "2026-11-25"))
    strip = picture_of(definition("entry-cost"), answer, "en")
    assert strip is not None
    refundable, spent = strip["marks"]
    assert refundable["text"] == "¥2,000.00"
    assert (refundable["width"], spent["width"]) == (WIDTH // 4, WIDTH * 3 // 4)


@pytest.mark.parametrize("late", ["0", "1", "47", "48", "100"])
def test_the_tiers_are_what_the_rules_of_the_day_give(late: str) -> None:
    amounts = [
        evaluate("late-delivery", LATE | {"late_hours": each}, "en", "2026-11-25")["outputs"][
            "compensation"
        ]
        for each in ("0", "1", "48")
    ]
    answer = answered(evaluate("late-delivery", LATE | {"late_hours": late}, "en", "2026-11-25"))
    strip = picture_of(definition("late-delivery"), answer, "en")
    assert strip is not None
    assert [each["text"] for each in strip["marks"]] == [f"¥{each}" for each in amounts]
    (here,) = [each["text"] for each in strip["marks"] if each["kind"] == "here"]
    assert here == f"¥{answer['outputs']['compensation']}"


def test_there_is_no_picture_where_it_would_say_nothing() -> None:
    excused = LATE | {"force_majeure": "yes"}
    before = {"paid": "299.99"}
    for inputs, on in ((excused, "2026-11-25"), (before, "2025-03-01")):
        answer = answered(evaluate("late-delivery", inputs, "en", on))
        assert picture_of(definition("late-delivery"), answer, "en") is None
