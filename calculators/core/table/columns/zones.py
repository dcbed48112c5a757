"""The clock that a heading of moments names: 发货时间(UTC)."""

import re

_UTC = re.compile(
    r"(?<![a-z])(?:utc|gmt)\s?(?P<ahead>[+-]\s?\d{1,2})?(?::?(?P<and>[0-5]\d))?", re.IGNORECASE
)
# Clocks that are set forward in summer: no one hour lies between them and Beijing's.
_OTHER = re.compile(
    r"(?<![a-z])(?:[pmce][sd]t|jst|cest|bst)(?![a-z])|格林|美[东西]|太平洋|[英美德法日韩]国时间",
    re.IGNORECASE,
)
# What reading a moment takes for a zone of its own.
_NAMED = re.compile(r"(?:z|utc|gmt|[+-]\d\d:?(?:\d\d)?)\s*$", re.IGNORECASE)
_LONGEST = 40
_BEIJING = "+08:00"


def zone_of(heading: str) -> str | None:
    """The zone of a column's moments as it is written behind one; empty for Beijing's own.

    ``None``: another that cannot be told.
    """
    if _OTHER.search(heading):
        return None
    if not (found := _UTC.search(heading)):
        return ""
    if not (ahead := found["ahead"]):
        return "Z"
    zone = f"{ahead[0]}{int(ahead[1:]):02}:{found['and'] or '00'}"
    return "" if zone == _BEIJING else zone


def in_zone(text: str, zone: str) -> str:
    """A moment with the ``zone`` of its column, unless it names its own or is only a day."""
    if not text or ":" not in text or len(text) > _LONGEST or _NAMED.search(text):
        return text
    return text + zone
