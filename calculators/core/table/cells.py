"""Cells: what a spreadsheet writes brought to what a form takes, and what is safe to write."""

import re
from collections.abc import Callable

from calculators.core.definition import Definition
from calculators.core.kinds import ChoiceField, ChoiceListField, Field, YesNoField
from calculators.core.texts import LANGUAGES
from calculators.core.typed import items_of, plain

type Reading = Callable[[str], str]

# How spreadsheets and people write yes and no; our own words for it are added by language.
_ANSWERS = {"y": "yes", "true": "yes", "1": "yes", "√": "yes"} | {
    "n": "no", "false": "no", "0": "no", "×": "no",
}  # fmt: skip
# ="12345678" and '12345678 keep a spreadsheet from rounding a long number.
_KEPT_AS_TEXT = re.compile(r"""^(?:="(?P<quoted>[^"]*)"|'(?P<marked>.*))$""", re.DOTALL)
_NOTHING = {"-", "--", "—", "——"}
_DAY = re.compile(
    r"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
    r"(?:(?:(?<=日)|[ T]+)([01]?\d|2[0-3]):([0-5]\d)(?::[\d.]+)?)?$"
)
# Without a mark in between six digits: five are a spreadsheet's own count of days.
_MONTH = re.compile(r"^(\d{4})(?:[-/.年](\d{1,2})月?|(\d\d))$")

# What a spreadsheet may take for a formula, also behind blanks and marks that it skips.
_FORMULA = re.compile(r"^[\s\x00-\x1f\ufeff\u200b]*[=+\-@＝＋－＠]")
_HARMLESS = re.compile(r"""^\s*(?:[+-]?[\d,]*\.?\d+%?|-+|="[\w.-]*")\s*$""", re.ASCII)


def safe(cell: str) -> str:
    """``cell`` as it may stand in a file for spreadsheets: a formula becomes text.

    Plain numbers, dashes and a long number kept as text (``="6901"``) stay as they are.
    """
    if _FORMULA.match(cell) and not _HARMLESS.match(cell):
        return f"'{cell}"
    return cell


def bare(cell: str) -> str:
    """``cell`` without what only keeps a spreadsheet from reading it; empty for a dash."""
    text = plain(cell)
    # More than once, where we made text of what was kept as text before.
    while text.startswith(("=", "'")) and (found := _KEPT_AS_TEXT.match(text)):
        text = plain(found["quoted"] or found["marked"] or "")
    return "" if text in _NOTHING else text


def reading(definition: Definition, name: str, field: Field) -> Reading:
    """How to bring a cell to the text that ``field`` takes; what is not understood stays."""
    if isinstance(field, YesNoField | ChoiceField):
        ids = _ids(definition, name, field)
        return lambda cell: ids.get((text := bare(cell)).casefold(), text)
    if isinstance(field, ChoiceListField):
        ids = _ids(definition, name, field)
        return lambda cell: ";".join(
            ids.get(item.casefold(), item) for item in items_of(bare(cell))
        )
    written = {"date": _day, "time": _time, "month": _month}.get(field.kind)
    return (lambda cell: written(bare(cell))) if written else bare


def rules_day(cell: str) -> str:
    """The day whose rules an order wants; of a month it is the first."""
    month = _month(text) if _MONTH.match(text := bare(cell)) else None
    return f"{month}-01" if month else _day(text)


def _day(text: str) -> str:
    """``2026/7/1 9:30:05`` and the like as the day ``2026-07-01``."""
    if found := _DAY.match(text):
        return f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}"
    return text


def _time(text: str) -> str:
    """The same as a minute; seconds are left out."""
    found = _DAY.match(text)
    if not found or found[4] is None:
        return text
    return f"{found[1]}-{found[2]:0>2}-{found[3]:0>2} {found[4]:0>2}:{found[5]}"


def _month(text: str) -> str:
    if found := _MONTH.match(text):
        return f"{found[1]}-{found[2] or found[3]:0>2}"
    return _day(text)[:7] if _DAY.match(text) else text


def _ids(
    definition: Definition, name: str, field: YesNoField | ChoiceField | ChoiceListField
) -> dict[str, str]:
    """The ids of a field's choices by id and by their words in either language."""
    ids = {each: each for each in field.choices}
    for texts in map(definition.texts, LANGUAGES):
        for each in field.choices:
            of_field = ("fields", name, "choices", each)
            word = texts.get(*(("words", each) if isinstance(field, YesNoField) else of_field))
            ids[plain(word).casefold()] = each
    return (_ANSWERS | ids) if isinstance(field, YesNoField) else ids
