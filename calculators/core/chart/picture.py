"""The picture of an answer that its calculator declares: parts of a whole, a timeline, tiers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import NamedTuple, TypedDict

from calculators.core.answers import OkAnswer
from calculators.core.definition import Definition
from calculators.core.inputs.dates import read_date, read_time
from calculators.core.inputs.parsing import read_inputs
from calculators.core.outcome.outputs import outputs_of
from calculators.core.outcome.pictures import Parts, Picture, Tier, Tiers, Timeline
from calculators.core.output.presentation import output_line
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import exact_amount, sentence

# As wide as a phone shows it, so that its words are as large there as they are here.
WIDTH = 320
# Marks of a timeline are this far apart, whatever lies between them.
_APART = 22


class Mark(TypedDict):
    """A piece of a bar, from ``x`` on, or a mark on a line at ``x``; and its row below.

    ``kind`` is ``part``, ``happened``, ``due``, ``now``, ``tier`` or ``here``.
    """

    kind: str
    x: int
    width: int
    label: str
    text: str


class Strip(TypedDict):
    """A bar or a line with its marks; ``kind`` is ``parts``, ``timeline`` or ``tiers``."""

    kind: str
    caption: str
    description: str
    marks: list[Mark]


def picture_of(definition: Definition, answer: OkAnswer, lang: str) -> Strip | None:
    """The picture of an ``ok`` answer; ``None`` where there is none, or nothing to see in it."""
    declared: Picture | None = getattr(definition.module, "PICTURE", None)
    texts = definition.texts(lang)
    match declared:
        case Parts():
            kind, marks = "parts", list(_parts(declared, definition, answer, texts))
        case Timeline():
            kind, marks = "timeline", _timeline(declared, answer, texts)
        case Tiers():
            kind, marks = "tiers", _tiers(_found(declared, definition, answer), texts)
        case _:
            return None
    if len(marks) < 2:  # noqa: PLR2004 (one alone says nothing)
        return None
    is_, clauses = texts.get("calendar", "is"), texts.get("words", "clauses")
    return {
        "kind": kind,
        "caption": texts.get("picture", kind),
        "description": clauses.join(f"{each['label']}{is_}{each['text']}" for each in marks),
        "marks": marks,
    }


def _parts(
    picture: Parts, definition: Definition, answer: OkAnswer, texts: Texts
) -> Iterator[Mark]:
    """Each as wide as its share of the sum; of a range the larger end counts."""
    outputs = outputs_of(definition.outputs)
    sizes = {
        name: Decimal(str(answer["outputs"][outputs[name].up_to or name]))
        for name in picture.outputs
    }
    whole, before = sum(sizes.values()), Decimal(0)
    for name, size in sizes.items():
        if size > 0:
            x, end = (int(each / whole * WIDTH) for each in (before, before + size))
            label = texts.get("outputs", name, "label")
            text = output_line(definition, answer["outputs"], name, texts)
            yield _mark("part", x, label, text, end - x)
            before += size


class _Moment(NamedTuple):
    at: datetime
    kind: str
    label: str
    text: str


def _timeline(picture: Timeline, answer: OkAnswer, texts: Texts) -> list[Mark]:
    """In the order of time, and as far apart as it was, unless marks would touch."""
    inputs, outputs = answer["inputs"], answer["outputs"]
    found = [
        *_moments("happened", "fields", picture.happened, inputs, texts),
        *_moments("due", "outputs", picture.due, outputs, texts),
        *_moments("now", "fields", (picture.present,), inputs, texts),
    ]
    # Deadlines are told to the minute, or the day: the last of it counts to its end.
    moments = sorted(found, key=lambda each: (_minute(each), each.kind == "due", each.at))
    if len(moments) == 1:
        return []
    minutes = [_minute(each) for each in moments]
    span, room = minutes[-1] - minutes[0] or timedelta(1), WIDTH - _APART
    places = [_APART // 2 + room * (each - minutes[0]) // span for each in minutes]
    return [
        _mark(each.kind, x, each.label, each.text)
        for x, each in zip(_apart(places), moments, strict=True)
    ]


def _moments(
    kind: str, table: str, names: Sequence[str], values: Mapping[str, object], texts: Texts
) -> Iterator[_Moment]:
    for name in names:
        if value := values.get(name):
            text = str(value)
            yield _Moment(_read(text), kind, texts.get(table, name, "label"), text)


def _minute(moment: _Moment) -> datetime:
    return moment.at.replace(second=0)


def _read(text: str) -> datetime:
    if ":" in text:
        return read_time(text).replace(tzinfo=None)
    day: date = read_date(text)
    return datetime.combine(day, time())


def _apart(places: Sequence[int]) -> list[int]:
    """The same, moved as little as it takes for none to touch its neighbour or leave the line."""
    moved: list[int] = []
    for place in places:
        moved.append(max(place, moved[-1] + _APART) if moved else place)
    limit = WIDTH - _APART // 2
    for at in reversed(range(len(moved))):
        moved[at] = min(moved[at], limit)
        limit = moved[at] - _APART
    return moved


def _found(picture: Tiers, definition: Definition, answer: OkAnswer) -> Sequence[Tier]:
    shape = definition.shape(date.fromisoformat(answer["on"]))
    return picture.of(read_inputs(definition.inputs, answer["inputs"], shape.rules), shape.rules)


def _tiers(found: Sequence[Tier], texts: Texts) -> list[Mark]:
    width = WIDTH // max(len(found), 1)
    return [
        _mark(
            "here" if each.here else "tier",
            at * width,
            sentence(texts, "headlines", each.told.code, values=each.told.values),
            exact_amount(each.amount, texts),
            width,
        )
        for at, each in enumerate(found)
    ]


def _mark(kind: str, x: int, label: str, text: str, width: int = 0) -> Mark:
    return {"kind": kind, "x": x, "width": width, "label": label, "text": text}
