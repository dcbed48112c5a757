"""Deadlines as a calendar file (iCalendar, RFC 5545) for a phone's own calendar."""

from collections.abc import Iterator
from datetime import UTC, timedelta

from calculators.core.definition import Definition
from calculators.core.inputs.dates import read_date, read_time
from calculators.core.outcome import Answer, outputs_of
from calculators.core.output.presentation import deadlines, inputs_in_words

# A line is folded after so many bytes; the next begins with a blank, which counts too.
_LINE = 75
# A whole day is called to mind at 9:00 the day before, a minute two hours ahead.
_AHEAD = {"date": "-PT15H", "time": "-PT2H"}


def calendar(definition: Definition, answer: Answer, lang: str, *, stamp: str, link: str) -> str:
    """The deadlines of an ``ok`` answer as a calendar with one entry each.

    ``stamp`` is the moment of making it in UTC (``20261121T130000Z``), ``link`` the address that
    restores the answer, or empty.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Douyin Shop Merchant Handbook//{definition.id}//{lang.upper()}",
        "METHOD:PUBLISH",
    ]
    for name, moment in deadlines(definition, answer).items():
        lines += _entry(definition, answer, lang, name, moment, stamp, link)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _entry(  # noqa: PLR0913, PLR0917 (one line of the entry each)
    definition: Definition,
    answer: Answer,
    lang: str,
    name: str,
    moment: str,
    stamp: str,
    link: str,
) -> Iterator[str]:
    texts = definition.texts(lang)
    title = f"{texts.get('outputs', name, 'label')} · {texts.get('title')}"
    # What was entered, not the steps: those say how many days were left when it was made.
    said = [
        f"{texts.get('fields', field, 'name')}{texts.get('calendar', 'is')}{words}"
        for field, words in inputs_in_words(definition, answer, texts)
    ] + [each["text"] for each in answer["warnings"]]
    kind = outputs_of(definition.outputs)[name].kind
    yield "BEGIN:VEVENT"
    yield f"UID:{definition.id}.{name}.{''.join(filter(str.isdigit, moment))}@douyin-shop-handbook"
    yield f"DTSTAMP:{stamp}"
    yield from _when(kind, moment)
    yield f"SUMMARY:{_escaped(title)}"
    yield f"DESCRIPTION:{_escaped('\n'.join(said))}"
    if link:
        yield f"URL:{link}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(title)}"
    yield f"TRIGGER:{_AHEAD[kind]}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _when(kind: str, moment: str) -> Iterator[str]:
    if kind == "time":
        yield f"DTSTART:{read_time(moment).astimezone(UTC):%Y%m%dT%H%M%SZ}"
        return
    day = read_date(moment)
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"


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
