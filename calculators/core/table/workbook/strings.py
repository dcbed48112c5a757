"""The texts of a workbook, which stand in a part of their own and are named by number."""

import re
from collections.abc import Mapping

from calculators.core.table.workbook.parts import Parts, local

# How a workbook writes what XML cannot, and the carriage returns of Windows: _x000D_.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """``text`` with escaped characters as they are, and lines parted as in a text."""
    if "_x" not in text:
        return text
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n")
    # The codes are of UTF-16: two may be one character, and half of one is none.
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class Strings:
    """Reads the shared texts: pieces of one format each, put together again."""

    def __init__(self, parts: Parts, name: str) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._within = False
        self._aside = False
        parts.read_whole(name, self._begin, self._end, self._text)

    def _begin(self, tag: str, _: Mapping[str, str]) -> None:
        name = local(tag)
        if name == "si":
            self._pieces.clear()
        elif name == "rPh":
            self._aside = True  # how to pronounce it, which no cell shows
        elif name == "t":
            self._within = not self._aside

    def _end(self, tag: str) -> None:
        name = local(tag)
        if name == "t":
            self._within = False
        elif name == "rPh":
            self._aside = False
        elif name == "si":
            self.texts.append(unescaped("".join(self._pieces)))

    def _text(self, text: str) -> None:
        if self._within:
            self._pieces.append(text)
