"""What people type, paste and export, brought to plain text: one rule for forms, links and tables.

The page's lists of choices follow it (``theme/element/choice-picker/plain.js``); a test holds the
two together.
"""

from calculators.core.inputs.errors import InputError
from calculators.core.text.patterns import lazy_pattern
from calculators.core.text.traditional import simplified

# Longer texts are no amount, number or day: refused before a pattern looks at them.
LONGEST = 200
# As much of what was typed as a sentence quotes.
QUOTED = 40

# Classes of characters, as they stand between brackets of a pattern. Tables of our own keep
# `unicodedata` (0.7 MB) out of the work of a phone.
#
# Nobody sees these: zero-width blanks and joiners, direction marks, the byte order mark, soft
# hyphens, variation selectors, fillers.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000"
_LINE_ENDS = "\u0085\u2028\u2029"
# The hyphens, dashes and minus signs that Chinese keyboards, Word and typesetters put for ours.
_DASHES = "\u2010-\u2015\u2212\ufe58\ufe63"
# Full-width forms stand so far above their ASCII twins.
_FULL_WIDTH, _ABOVE = range(0xFF01, 0xFF5F), 0xFEE0

_INVISIBLE = lazy_pattern(f"[{INVISIBLE}]")
_ODD = lazy_pattern(f"[{INVISIBLE}{_SPACES}{_LINE_ENDS}{_DASHES}\u2236\uff01-\uff5e\uffe5]")
_PLAIN = (
    {code: code - _ABOVE for code in _FULL_WIDTH}
    | dict.fromkeys([0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x2800, 0x3000], " ")
    | dict.fromkeys(map(ord, _LINE_ENDS), "\n")
    | dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63], "-")
    | {0x2236: ":", 0xFFE5: "¥"}  # the ratio sign of typesetters, the full-width yen sign
)
_SEPARATORS = lazy_pattern(r"[\n\r;、,]")
# What keeps a spreadsheet from rounding a long number: '1299, `1299, ="1299".
_APOSTROPHES = "'`‘’"
_KEPT = (*_APOSTROPHES, "=")
_FORMULA = lazy_pattern(r'="([^"]*+)"')


def plain(text: str) -> str:
    """``text`` without invisible marks, in plain digits, signs and blanks, its ends stripped."""
    if not text.isascii() and _ODD.search(text):
        text = _INVISIBLE.sub("", text).translate(_PLAIN)
    return text.strip()


def visible(text: str) -> str:
    """``text`` without invisible marks, and otherwise as it is written."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def bare(text: str) -> str:
    """``text`` made plain, and without what only keeps a spreadsheet from reading it."""
    text = plain(text)
    return _unmarked(text) if text.startswith(_KEPT) else text


def is_kept_text(text: str) -> bool:
    """Whether a text is written as a formula that only keeps it one: ``="1299"``."""
    return _FORMULA.fullmatch(text.strip()) is not None


def one(text: str, code: str) -> str:
    """The bare text of one value, in simplified characters.

    Raises :class:`InputError` with ``code`` where it is too long.
    """
    text = bare(text)
    if len(text) > LONGEST:
        raise InputError(code)
    return simplified(text)


def items_of(text: str) -> list[str]:
    """The items of a plain text that lists them, without the empty ones."""
    return [item.strip() for item in _SEPARATORS.split(text) if item.strip()]


def quoted(text: str) -> str:
    """As much of ``text`` as a sentence can quote, on one line."""
    text = text if len(text) <= QUOTED else f"{text[:QUOTED].rstrip()}…"
    return text if len(text.splitlines()) <= 1 else " ".join(text.split())


def _unmarked(text: str) -> str:
    # An apostrophe may stand before a formula, where we made text of what was kept as text.
    text = text.lstrip(_APOSTROPHES).lstrip()
    if found := _FORMULA.fullmatch(text):
        text = found[1].strip().lstrip(_APOSTROPHES).lstrip()
    return text
