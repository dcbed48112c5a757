"""The unit in which a column of amounts is written, where its heading or its cells say so."""

import re
from collections.abc import Sequence
from decimal import Decimal

from calculators.core.money import read_number
from calculators.core.refusal import Refused

# What a yuan is in each unit that can be turned into yuan.
UNITS = {"yuan": Decimal(1), "fen": Decimal("0.01"), "wan": Decimal(10000)}
OTHER = "other"

_SAID = {
    "fen": re.compile(r"[（(\[【_]\s*(?:分|fen)\s*[）)\]】]?\s*$|分\s*$", re.IGNORECASE),
    "wan": re.compile(r"万元?\s*[）)\]】]?\s*$"),
    OTHER: re.compile(
        r"美元|港元|港币|欧元|日元|英镑|usd|hkd|eur|jpy|gbp|us\$|\$|€|£", re.IGNORECASE
    ),
}
_LONGEST = 40


def unit_of(heading: str, samples: Sequence[str]) -> str | None:
    """``fen``, ``wan`` or ``other`` where heading or cells say so, else ``None``."""
    for text in (heading, *samples):
        for unit, pattern in _SAID.items():
            if pattern.search(text.strip()[-_LONGEST:]):
                return unit
    return None


def in_yuan(text: str, unit: str) -> str:
    """An amount written in ``unit`` as one in yuan; what is no plain number stays as it is."""
    try:
        return f"{read_number(text) * UNITS[unit]:f}"
    except Refused:
        return text
