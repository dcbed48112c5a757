"""Deadlines as a calendar file (iCalendar, RFC 5545) for a phone's own calendar."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from calculators.core.answers import OkAnswer
from calculators.core.definition import Definition
from calculators.core.outcome.outputs import outputs_of
from calculators.core.output.presentation import deadlines, inputs_in_words

# A line is folded after so many bytes; the next begins with a blank, which counts too.
_LINE = 75
# A whole day is called to mind at 9:00 the day before, a minute two hours ahead.
_DAY_AHEAD, _MINUTE_AHEAD = "-PT15H", "-PT2H"


class Entry(NamedTuple):
    """A deadline in a calendar: its ``name`` is the same wherever it stands again."""

    name: str
    due: date
    title: str
    said: str


def calendar(definition: Definition, answer: OkAnswer, lang: str, *, stamp: str, link: str) -> str:
    """The deadlines of an ``ok`` answer as a calendar with one entry each.

    ``stamp`` is the moment of making it in UTC (``20261121T130000Z``), ``link`` the address that
    restores the answer, or empty.
    """
    return calendar_of(definition.id, lang, _entries(definition, answer, lang), stamp, link=link)


def calendar_of(
    calculator: str, lang: str, entries: Iterable[Entry], stamp: str, *, link: str = ""
) -> str:
    """A calendar of ``entries``; ``stamp`` and ``link`` as for :func:`calendar`."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Douyin Shop Merchant Handbook//{calculator}//{lang.upper()}",
        "METHOD:PUBLISH",
    ]
    for each in entries:
        lines += _lines(each, stamp, link)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _entries(definition: Definition, answer: OkAnswer, lang: str) -> Iterator[Entry]:
    texts = definition.texts(lang)
    # What was entered, not the steps: those say how many days were left when it was made.
    said = [
        f"{texts.get('fields', field, 'name')}{texts.get('calendar', 'is')}{words}"
        for field, words in inputs_in_words(definition, answer, texts)
    ] + [each["text"] for each in answer["warnings"]]
    for name, moment in deadlines(definition, answer).items():
        title = f"{texts.get('outputs', name, 'label')} · {texts.get('title')}"
        due = outputs_of(definition.outputs)[name].when(moment)
        digits = "".join(filter(str.isdigit, moment))
        yield Entry(f"{definition.id}.{name}.{digits}", due, title, "\n".join(said))


def _lines(entry: Entry, stamp: str, link: str) -> Iterator[str]:
    title = _escaped(entry.title)
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.name}@douyin-shop-handbook"
    yield f"DTSTAMP:{stamp}"
    yield from _when(entry.due)
    yield f"SUMMARY:{title}"
    yield f"DESCRIPTION:{_escaped(entry.said)}"
    if link:
        yield f"URL:{link}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{title}"
    yield f"TRIGGER:{_MINUTE_AHEAD if isinstance(entry.due, datetime) else _DAY_AHEAD}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _when(due: date) -> Iterator[str]:
    if isinstance(due, datetime):
        # To the minute, as outputs are: a deadline never later than it is.
        yield f"DTSTART:{due.astimezone(UTC):%Y%m%dT%H%M00Z}"
        return
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}"


def _escaped(text: str) -> str:
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """``line`` in pieces of at most 75 bytes, cut between characters."""
    pieces, size = [""], 0
    for character in line:
        width = len(character.encode())
        if size + width > _LINE:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += width
    return "\r\n".join(pieces)
