"""UTF-16, told by its mark or, where a program left that out, by where the zero bytes stand."""

import codecs

_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
# Of each character of a table so few at the least are one of these, which have a zero byte. With
# their bytes the other way round they are of scripts that no order has, unlike 0 (U+3000 is the
# Chinese blank) and letters (U+4E00 is 一).
_SHARE = 20
_MARKS_IN_TABLES = frozenset(b'\t\n\r ",.-:123456789')
_CLEARLY = 4


def wide_encoding(head: bytes) -> tuple[str, int] | None:
    """The kind of UTF-16 that a file beginning with ``head`` is, and how long its mark is."""
    for mark, encoding in _MARKS.items():
        if head.startswith(mark):
            return encoding, len(mark)
    head = head.rstrip(b"\0")  # what was not written is neither
    if b"\0" not in head:  # as in nearly all files
        return None
    even, odd = head[0::2], head[1::2]
    little = _marks_in(even, odd)
    big = _marks_in(odd, even)
    most, fewest = max(little, big), min(little, big)
    if most * _SHARE < len(head) // 2 or most <= fewest * _CLEARLY:
        return None
    return ("utf-16-le" if little > big else "utf-16-be"), 0


def _marks_in(low: bytes, high: bytes) -> int:
    """How many characters are such marks if these are their low and their high bytes."""
    pairs = zip(low, high, strict=False)
    return sum(not upper and lower in _MARKS_IN_TABLES for lower, upper in pairs)
