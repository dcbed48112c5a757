"""What people type, brought to plain ASCII: full-width digits, signs, spaces."""

import re

# Full-width forms U+FF01 … U+FF5E stand 0xFEE0 above their ASCII twins; a table of our own
# keeps `unicodedata` (0.7 MB of tables) out of the work of a phone.
_PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",  # ideographic space
    0x00A0: " ",
    0x2009: " ",
    0x202F: " ",
    0x2212: "-",  # minus sign
    0xFFE5: "¥",  # full-width yen sign
}
_SEPARATORS = re.compile(r"[\n\r;、,]")


def plain(text: str) -> str:
    """``text`` with full-width forms and odd spaces replaced, and its ends stripped."""
    return text.strip() if text.isascii() else text.translate(_PLAIN).strip()


def items_of(text: str) -> list[str]:
    """The items of a plain text that lists them, without the empty ones."""
    return [item.strip() for item in _SEPARATORS.split(text) if item.strip()]
