"""The cells of one sheet as texts, row by row."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from calculators.core.inputs.errors import InputError
from calculators.core.table.files.decoding import LONGEST_LINE
from calculators.core.table.workbook.formats import Format, Styles, whole
from calculators.core.table.workbook.hidden import HiddenRows
from calculators.core.table.workbook.numbers import (
    DIGITS,
    LONGEST_NUMBER,
    chosen_text,
    moment_text,
    number_text,
    percent_text,
    shown_text,
)
from calculators.core.table.workbook.parts import Parts
from calculators.core.table.workbook.strings import Strings, unescaped

# No spreadsheet has more; a cell beyond would only fill the memory.
COLUMNS, ROWS = 16_384, 1_048_576

type Reading = Callable[[str], str]


class Readings:
    """How to read the number cells of a workbook, by the style that they name."""

    def __init__(self, styles: Styles, *, from_1904: bool) -> None:
        self._styles = styles
        self._from_1904 = from_1904
        self._made: dict[str | None, Reading] = {None: number}

    def of(self, style: str | None) -> Reading:
        """The reading for the attribute ``s`` of a cell."""
        if style not in self._made:
            self._made[style] = self._reading(whole(style))
        return self._made[style]

    def _reading(self, style: int) -> Reading:
        shown = self._styles.format(style)
        if shown is Format.PERCENT:
            return percent_text
        if shown is not Format.NUMBER:
            return partial(moment_text, shown=shown, from_1904=self._from_1904)
        if choices := self._styles.choices(style):
            return partial(chosen_text, choices=choices)
        seen = self._styles.shown(style)
        return partial(shown_text, shown=seen) if seen else number


def number(stored: str) -> str:
    """The text of a plain number; most are short and whole."""
    return stored if len(stored) <= DIGITS and stored.isdigit() else number_text(stored)


class Cells:
    """Listens to the XML of a sheet and collects its rows; notes which are hidden."""

    def __init__(self, strings: Strings, readings: Readings, hidden: HiddenRows) -> None:
        self.rows: list[tuple[int, list[str]]] = []
        self._texts = strings.texts
        self._texts_lost = strings.lost
        self._hidden = hidden
        self._reading = readings.of
        self._row: list[str] = []
        self._number = 0
        self._columns: dict[str, int] = {}
        # Of the present cell: what it holds, its kind and style, and whether text counts. Most
        # texts come in one piece; further ones are joined at the end, since to join each with what
        # stands before it takes the square of their number.
        self._value = ""
        self._more: list[str] = []
        self._formula = ""
        self._type: str | None = None
        self._style: str | None = None
        self._within = False
        self._aside = False
        self._tags: tuple[str, ...] = ()

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag opens."""
        if not self._tags:
            # All tags of a part have the prefix of its first one.
            prefix = tag[: tag.rfind(":") + 1]
            self._tags = tuple(prefix + each for each in ("c", "v", "t", "row", "f", "rPh"))
        c, v, t, row, f, aside = self._tags
        if tag == c:
            self._begin_cell(attributes)
        elif tag in (v, f) or (tag == t and not self._aside):
            self._within = True
        elif tag == row:
            self._number = whole(attributes.get("r")) or self._number + 1
            self._row = []
            if "hidden" in attributes and attributes["hidden"] in ("1", "true"):
                self._hidden.add(self._number)
        elif tag == aside:
            self._aside = True

    def text(self, text: str) -> None:
        """What stands between tags."""
        if self._within:
            if self._value:
                self._more.append(text)
            else:
                self._value = text

    def end(self, tag: str) -> None:
        """A tag closes."""
        c, v, t, row, f, aside = self._tags
        if tag in (v, t):
            self._within = False
        elif tag == c:
            self._row.append(self._cell())
        elif tag == f:
            self._within = False
            self._formula, self._value = f"={self._whole()}", ""
        elif tag == row:
            if self._number > ROWS:
                raise InputError("broken_workbook")
            self.rows.append((self._number, self._row))
        elif tag == aside:
            self._aside = False

    def check_begun(self) -> None:
        """What there is of a row that goes on: raises as :func:`check_row` does."""
        begun = (self._value, *self._more) if self._within else ()
        check_row(self._number, self._row, sum(map(len, begun)))

    def _whole(self) -> str:
        """What the present cell holds."""
        if self._more:
            self._value += "".join(self._more)
            self._more.clear()
        return self._value

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._type = attributes.get("t")
        self._style = attributes.get("s")
        self._value = self._formula = ""
        if place := attributes.get("r"):
            letters = place.rstrip("0123456789")
            column = self._columns.get(letters) or self._column(letters)
            if missing := column - 1 - len(self._row):
                # Cells without anything in them are left out.
                self._row += [""] * missing

    def _column(self, letters: str) -> int:
        column = 0
        for letter in letters.upper():
            column = column * 26 + ord(letter) - 64
            if not 0 < column <= COLUMNS:
                raise InputError("broken_workbook")
        self._columns[letters] = column
        return column

    def _cell(self) -> str:
        value, kind = self._whole() if self._more else self._value, self._type
        if kind == "s":
            at = whole(value.strip())
            if at < len(self._texts):
                return self._texts[at]
            if value and self._texts_lost:
                raise InputError("broken_workbook")
            return ""
        if kind in ("str", "inlineStr"):
            return unescaped(value)
        if kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value.strip(), value)
        if kind == "d":
            return value.strip().replace("T", " ").removesuffix("Z").partition(".")[0]
        if kind == "e":
            return value
        # A formula that no spreadsheet has worked out yet stands for what it is.
        if not value:
            return self._formula
        return value if len(value) > LONGEST_NUMBER else self._reading(self._style)(value.strip())


def check_row(number: int, row: Sequence[str], more: int = 0) -> None:
    """A row, and so many characters ``more``, is no longer than a line of a text may be.

    Raises ``line_too_long``, and ``broken_workbook`` where it has more cells than there are.
    """
    if len(row) > COLUMNS:
        raise InputError("broken_workbook")
    if sum(map(len, row)) + more > LONGEST_LINE:
        raise InputError("line_too_long", line=number, maximum=LONGEST_LINE)


def rows_of(
    parts: Parts, name: str, strings: Strings, readings: Readings, hidden: HiddenRows
) -> Iterator[list[str]]:
    """The rows of the sheet ``name``, those without a cell too, up to the last that has one.

    Trailing cells and rows without a text are left out, ``hidden`` is told of those that nobody
    sees. Raises ``broken_workbook`` and ``line_too_long``.
    """
    cells = Cells(strings, readings, hidden)
    due, goes_on = 1, False
    # So many cells are within bounds whatever shared texts they name.
    few = min(COLUMNS, LONGEST_LINE // max(strings.longest, 1))
    for _ in parts.read(name, cells.begin, cells.end, cells.text):
        for number, row in cells.rows:
            if goes_on or len(row) > few:
                # Of the others all own texts stand in one piece.
                check_row(number, row)
                goes_on = False
            while row and not row[-1]:
                row.pop()
            if row:
                for _ in range(due, number):
                    yield []
                due = max(due, number) + 1
                yield row
        cells.rows.clear()
        cells.check_begun()
        goes_on = True
