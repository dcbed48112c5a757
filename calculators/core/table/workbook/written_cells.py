"""What a cell becomes in a workbook: a number where that says the same as its text, else a text."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from calculators.core.table import cells
from calculators.core.text.patterns import lazy_pattern

# The styles of the workbook that is written (see writing), by their places in its list of formats.
HEADING, AMOUNT, DAY, MINUTE, SECOND = 1, 2, 3, 4, 5

# ``read``: a text that answers rest on.
# ``moment``: a day or more exact.
type Kind = Literal["text", "read", "amount", "integer", "day", "minute", "moment"]
_TEXTS = ("text", "read")

# No more than a spreadsheet keeps of a number, and nothing that it would show differently: zeros
# in front, a third decimal, 1e3, 1_299, digits of other scripts.
_AMOUNT = lazy_pattern(r"(?:-(?=[\d.]*[1-9]))?(?:0|[1-9]\d{0,12})(?:\.\d\d?)?", re.ASCII)
_INTEGER = lazy_pattern(r"0|-?[1-9]\d{0,14}", re.ASCII)
# A moment of another zone is a text: a spreadsheet knows none.
_MOMENT = lazy_pattern(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[ T](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?",
    re.ASCII,
)
_EPOCH = date(1899, 12, 30)
# Until then spreadsheets count a 29 February 1900 that never was, each in its own way.
_FIRST_DAY = date(1900, 3, 1)
_SECONDS = 24 * 60 * 60
_TEN_PLACES = Decimal("0.0000000001")

# Characters of a cell that a spreadsheet takes, in UTF-16, where those beyond U+FFFF are two.
_LONGEST, _BYTES, _CUT = 32_767, 2, "…"
# Characters that XML has no way to write; a workbook writes them as _x0007_, and an underscore that
# would begin such a code as one of them.
_UNWRITABLE = lazy_pattern(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENCODED = lazy_pattern(rf"{_UNWRITABLE.pattern}|_(?=x[0-9A-Fa-f]{{4}}_)")


def figure(cell: str, kind: Kind) -> tuple[str, int] | None:
    """The number that says exactly what ``cell`` says, and its style; ``None`` where none does.

    Exactly: it reads as the same when the workbook is opened, by a spreadsheet or by us.
    """
    if kind == "amount":
        return (cell, AMOUNT) if _AMOUNT.fullmatch(cell) else None
    if kind == "integer":
        return (cell, 0) if _INTEGER.fullmatch(cell) else None
    if kind in _TEXTS or not (found := _MOMENT.fullmatch(cell)):
        return None
    # A day alone is none of its minutes.
    if kind != "moment" and (found["hour"] is None) != (kind == "day"):
        return None
    return _moment(found.groupdict())


def _moment(said: Mapping[str, str | None]) -> tuple[str, int] | None:
    try:
        day = date.fromisoformat(said["day"] or "")
    except ValueError:  # the 30th of February
        return None
    if day < _FIRST_DAY:
        return None
    days = (day - _EPOCH).days
    if said["hour"] is None:
        return str(days), DAY
    hour, minute, second = (int(said[name] or 0) for name in ("hour", "minute", "second"))
    of_day = Decimal((hour * 60 + minute) * 60 + second) / _SECONDS
    return str((days + of_day).quantize(_TEN_PLACES)), SECOND if said["second"] else MINUTE


def is_moment(cell: str) -> bool:
    """Whether a cell is a day or a moment that a spreadsheet counts as well."""
    return figure(cell.strip(), "moment") is not None


def text_of(cell: str, *, exact: bool) -> str:
    """A cell as the text of an XML element; one that is too long ends in ``…``.

    ``exact``: with all characters, where two cells must not become one. Elsewhere those that
    nobody sees are left out: not every program knows how a workbook writes them.
    """
    plain = _short(_as_it_was(cell))
    return escaped(_ENCODED.sub(_code, plain if exact else _UNWRITABLE.sub("", plain)))


def escaped(plain: str) -> str:
    """As XML writes it; the library's own function imports what opens addresses on the network."""
    return (
        plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    )


def _as_it_was(cell: str) -> str:
    """Without the marks that keep a text from being taken for a number or a formula."""
    plain = cell.removesuffix("\t")
    return plain[1:] if plain.startswith("'") and cells.safe(plain[1:]) == plain else plain


def _short(plain: str) -> str:
    if len(plain) <= _LONGEST // _BYTES:
        return plain
    wide = plain[: _LONGEST + 1].encode("utf-16-le")
    if len(wide) <= _LONGEST * _BYTES:
        return plain
    kept = wide[: (_LONGEST - len(_CUT)) * _BYTES]
    return kept.decode("utf-16-le", "ignore") + _CUT


def _code(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"
