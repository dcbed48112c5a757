"""The texts of a workbook, which stand in a part of their own and are named by number."""

from collections.abc import Mapping

from calculators.core.inputs.errors import InputError
from calculators.core.table.files.decoding import LONGEST_LINE
from calculators.core.table.workbook.parts import Parts, local
from calculators.core.text.patterns import lazy_pattern

# How a workbook writes what XML cannot, and the carriage returns of Windows: _x000D_.
_ESCAPED = lazy_pattern(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """``text`` with escaped characters as they are, and lines parted as in a text."""
    if "_x" not in text:
        return text
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n")
    # The codes are of UTF-16: two may be one character, and half of one is none.
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class Strings:
    """Reads the shared texts: pieces of one format each, put together again.

    ``longest`` is the length of the longest; of one that no row can hold only so much is kept that
    the rows that name it are still too long. ``lost``: there are none, or no more could be read
    behind such a one, so that others may be missing.
    """

    def __init__(self, parts: Parts, name: str) -> None:
        self.texts: list[str] = []
        self.longest = 0
        self._length = 0
        self._pieces: list[str] = []
        self._within = False
        self._aside = False
        self.lost = name not in parts
        try:
            parts.read_whole(name, self._begin, self._end, self._text)
        except InputError:
            if self._length <= LONGEST_LINE:
                raise
            self._end("si")
            self.lost = True

    def _begin(self, tag: str, _: Mapping[str, str]) -> None:
        name = local(tag)
        if name == "si":
            self._pieces.clear()
            self._length = 0
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
            text = "".join(self._pieces)
            if self._length <= LONGEST_LINE:
                text = unescaped(text)
            self.texts.append(text)
            self.longest = max(self.longest, len(text))

    def _text(self, text: str) -> None:
        if self._within and self._length <= LONGEST_LINE:
            self._pieces.append(text)
            self._length += len(text)
