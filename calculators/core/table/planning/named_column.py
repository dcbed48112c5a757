"""A column as somebody names it: by its heading, or by its number."""

from calculators.core.inputs.errors import InputError
from calculators.core.table.columns.headings import Headings
from calculators.core.table.names import key
from calculators.core.text.catalogue import LANGUAGES, Texts


def column(headings: Headings, name: str, heading: str) -> int:
    """The column of a heading as it is written, as it is understood, or by its number.

    Raises :class:`InputError` with ``no_such_column``, ``same_headings`` or
    ``rules_never_changed``.
    """
    if name not in headings.matches:
        raise InputError("rules_never_changed")
    written = [at for at, each in enumerate(headings.headings) if each == heading]
    keys = [key(each) for each in headings.headings]
    alike = [at for at, each in enumerate(keys) if each == key(heading)]
    alike = alike or [at for at, each in enumerate(headings.layout.keys) if each == key(heading)]
    by_number = [at for at in range(len(keys)) if key(heading) in _numbers(headings, at)]
    found = next((each for each in (written, alike, by_number) if each), [])
    if not found:
        raise InputError("no_such_column", input=name, heading=heading)
    if len(found) > 1:
        numbers = tuple(str(at + 1) for at in found)
        raise InputError("same_headings", heading=heading, columns=numbers)
    return found[0]


def _numbers(headings: Headings, at: int) -> set[str]:
    """``第 3 列`` and ``Column 3``, as keys."""
    return {key(numbered(each, at)) for each in map(headings.definition.texts, LANGUAGES)}


def numbered(texts: Texts, at: int) -> str:
    """A column by its number, in a reader's words."""
    return texts.get("table", "column").format(number=at + 1)
