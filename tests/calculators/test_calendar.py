"""Deadlines as a calendar file, read back by a library that reads calendars."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from calculators import definition
from calculators.core.outcome.outputs import outputs_of
from calculators.core.output.icalendar import calendar
from calculators.core.output.presentation import deadlines
from calculators.core.text.catalogue import LANGUAGES
from tests.support.evaluating import evaluate
from tests.support.pinned import PINNED

STAMP, LINK = "20261121T130000Z", "https://example.org/#arbitration-deadline?effective=2026-11-20"
ARBITRATION = {
    "kind": "arbitration",
    "effective": "2026-11-20",
    "rejected": "2026-11-25",
    "today": "2026-11-26",
}
PARCEL = {
    "paid_at": "2026-11-20 08:00",
    "uploaded_at": "2026-11-20 09:00",
    "collected_at": "2026-11-20 20:00",
    "now": "2026-11-20 21:00",
}


def _written(calculator: str, inputs: dict[str, str], lang: str = "zh") -> str:
    answer = evaluate(calculator, inputs, lang, PINNED)
    assert answer["ok"], answer
    return calendar(definition(calculator), answer, lang, stamp=STAMP, link=LINK)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_day_is_an_entry_of_the_whole_day(lang: str) -> None:
    read = Calendar.from_ical(_written("arbitration-deadline", ARBITRATION, lang))
    safe, appeal, resubmit = read.walk("VEVENT")
    assert safe.decoded("DTSTART") == date(2026, 11, 27), "a day before the last, of evidence"
    assert appeal.decoded("DTSTART") == date(2026, 11, 27)
    assert appeal.decoded("DTEND") == date(2026, 11, 28)
    assert resubmit.decoded("DTSTART") == date(2026, 11, 28)
    assert appeal.decoded("DTSTAMP") == datetime(2026, 11, 21, 13, tzinfo=UTC)
    texts = definition("arbitration-deadline").texts(lang)
    assert texts.get("outputs", "appeal_by", "label") in str(appeal["SUMMARY"])
    assert texts.get("title") in str(appeal["SUMMARY"])
    assert "2026-11-20" in str(appeal["DESCRIPTION"])
    assert str(appeal["URL"]) == LINK
    assert appeal["UID"] != resubmit["UID"]
    (alarm,) = appeal.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=-15), "at 9:00 the day before"


def test_a_minute_is_the_same_moment_wherever_the_phone_is() -> None:
    (event,) = Calendar.from_ical(_written("false-shipment", PARCEL)).walk("VEVENT")
    assert event.decoded("DTSTART") == datetime(2026, 11, 21, 12, tzinfo=UTC)
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=-2)


def test_lines_are_folded_between_characters_and_end_as_they_must() -> None:
    written = _written("arbitration-deadline", ARBITRATION)
    lines = written.encode().split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() for line in lines[:-1]), "no character is cut"
    assert "\n" not in written.replace("\r\n", "")


def test_no_deadline_no_entry() -> None:
    inputs = {k: v for k, v in ARBITRATION.items() if k != "rejected"}
    answer = evaluate("arbitration-deadline", inputs, on=PINNED)
    assert list(deadlines(definition("arbitration-deadline"), answer)) == ["safe_by", "appeal_by"]
    late = evaluate("late-delivery", {"paid": "5"}, on=PINNED)
    assert deadlines(definition("late-delivery"), late) == {}


@pytest.mark.parametrize(
    "calculator", ["arbitration-deadline", "invoice-deadline", "false-shipment"]
)
def test_a_deadline_is_a_day_or_a_minute(calculator: str) -> None:
    marked = [each for each in outputs_of(definition(calculator).outputs).values() if each.deadline]
    assert marked
    assert all(each.kind in {"date", "time"} for each in marked)
