"""An answered table as a workbook, in pieces: a few parts of XML in a zip.

A writer of our own: a library for it is larger than all that a page fetches for reading workbooks,
and keeps, or writes to disk, what is passed on here row by row.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import BinaryIO

from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of
from calculators.core.table.planning.plan import Plan
from calculators.core.table.table import Table
from calculators.core.table.workbook.written_cells import (
    HEADING,
    Kind,
    escaped,
    figure,
    is_moment,
    text_of,
)

# What a spreadsheet takes: rows of a sheet, with room for the headings, and columns.
_MOST_ROWS, _MOST_COLUMNS = 1_000_000, 16_384
# Bytes passed on at once, and rows between two looks at them.
_PIECE, _ROWS = 65_536, 200

_KINDS: dict[str, Kind] = {
    "money": "amount",
    "integer": "integer",
    "date": "day",
    "time": "minute",
}

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = f"""{_XML}<styleSheet xmlns="{_MAIN}">\
<numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>\
<numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>\
<fonts count="2"><font/><font><b/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border/></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
</styleSheet>"""


def workbook_of(table: Table, plan: Plan, answered: BinaryIO) -> Iterator[bytes]:
    """The ``answered`` file of a ``table`` as a workbook (.xlsx), a piece at a time.

    Amounts, whole numbers and moments of the answer, those that the ``plan`` reads, and moments
    elsewhere are what a spreadsheet counts on with, where that says the same as the text; all else
    is text, so that no order's number loses digits.
    """
    own = len(table.layout.headings)
    samples = map(table.layout.samples, range(own))
    kinds: list[Kind] = [
        "moment" if found and all(map(is_moment, found)) else "text" for found in samples
    ]
    for read in plan.columns.values():
        kinds[read] = "read"
    for name, each in fields_of(table.definition.inputs).items():
        if (at := plan.columns.get(name)) is None or name in plan.units:
            continue
        if each.is_amount or each.is_minute:
            kinds[at] = "amount" if each.is_amount else "minute"
        elif each.input_mode == "numeric":
            kinds[at] = "integer"
        elif each.is_point_in_time:
            kinds[at] = "moment"
    outputs = outputs_of(table.definition.outputs).values()
    kinds.extend(_KINDS.get(each.kind, "text") for each in outputs)
    # The codec that leaves the mark out is one more module to fetch.
    answered.seek(len("\ufeff".encode()))
    lines = io.TextIOWrapper(answered, "utf-8", newline="")
    writing = _Writing(kinds, table.layout.above, table.texts.get("table", "sheet"))
    try:
        yield from writing.pieces(csv.reader(lines))
    finally:
        lines.detach()  # the file is its owner's to close


class _Sink(io.RawIOBase):
    """Takes what a zip writes and gives it away; a zip asks only where it is."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._at = self.size = 0

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        return self._at

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self._pieces.append(piece)
        self._at += len(piece)
        self.size += len(piece)
        return len(piece)

    def taken(self) -> bytes:
        """What was written since the last time."""
        piece = b"".join(self._pieces)
        self._pieces.clear()
        self.size = 0
        return piece


class _Writing:
    def __init__(self, kinds: Sequence[Kind], above: int, name: str) -> None:
        self._kinds = kinds
        self._headings_at = above + 1
        self._name = name
        self._columns = [_letters(at) for at in range(1, len(kinds) + 3)]

    def pieces(self, rows: Iterator[list[str]]) -> Iterator[bytes]:
        sink = _Sink()
        sheets: list[str] = []
        with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as book:
            top = list(islice(rows, self._headings_at))
            more: list[str] | None = []
            while more is not None:
                number = len(sheets) + 1
                sheets.append(self._name if number == 1 else f"{self._name} {number}")
                first = [] if number == 1 else [more]
                below = chain(first, islice(rows, _MOST_ROWS - len(first)))
                with book.open(_part(f"xl/worksheets/sheet{number}.xml"), "w") as part:
                    part.write(self._beginning().encode())
                    numbered = enumerate(chain(top, below), start=1)
                    while piece := "".join(
                        self._row(at, row) for at, row in islice(numbered, _ROWS)
                    ):
                        part.write(piece.encode())
                        if sink.size > _PIECE:
                            yield sink.taken()
                    part.write(b"</sheetData></worksheet>")
                more = next(rows, None)
            for name, content in _parts(sheets):
                with book.open(_part(name), "w") as part:
                    part.write(content.encode())
        yield sink.taken()

    def _beginning(self) -> str:
        at = self._headings_at
        return (
            f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
            f'<pane ySplit="{at}" topLeftCell="A{at + 1}" activePane="bottomLeft" state="frozen"/>'
            '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>'
        )

    def _row(self, at: int, row: Sequence[str]) -> str:
        if (width := min(len(row), _MOST_COLUMNS)) > len(self._columns):
            self._columns += map(_letters, range(len(self._columns) + 1, width + 1))
        below = at > self._headings_at
        style = HEADING if at == self._headings_at else 0
        written = "".join(
            _cell(f"{name}{at}", cell, self._kind(column) if below else "text", style)
            for column, (name, cell) in enumerate(zip(self._columns, row, strict=False))
            if cell
        )
        return f'<row r="{at}">{written}</row>'

    def _kind(self, column: int) -> Kind:
        return self._kinds[column] if column < len(self._kinds) else "text"


def _cell(place: str, cell: str, kind: Kind, style: int) -> str:
    """A cell; what does not read as its kind, such as a word for none, is a text."""
    if number := figure(cell, kind):
        value, style = number
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    styled = f' s="{style}"' if style else ""
    return (
        f'<c r="{place}"{styled} t="inlineStr"><is>'
        f'<t xml:space="preserve">{text_of(cell, exact=kind != "text")}</t></is></c>'
    )


def _letters(number: int) -> str:
    """A column's name: A, Z, AA."""
    letters = ""
    while number:
        number, at = divmod(number - 1, 26)
        letters = chr(ord("A") + at) + letters
    return letters


def _part(name: str) -> zipfile.ZipInfo:
    """A part without the time of day: the same table makes the same bytes."""
    part = zipfile.ZipInfo(name)
    part.compress_type = zipfile.ZIP_DEFLATED
    return part


def _parts(sheets: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What a workbook has beside its sheets."""
    yield "[Content_Types].xml", _content_types(len(sheets))
    yield "_rels/.rels", _related('officeDocument" Target="xl/workbook.xml')
    named = "".join(
        f'<sheet name="{escaped(name)}" sheetId="{at}" r:id="rId{at}"/>'
        for at, name in enumerate(sheets, start=1)
    )
    namespaces = f'xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"'
    yield "xl/workbook.xml", f"{_XML}<workbook {namespaces}><sheets>{named}</sheets></workbook>"
    numbers = range(1, len(sheets) + 1)
    parts = (f'worksheet" Target="worksheets/sheet{at}.xml' for at in numbers)
    yield "xl/_rels/workbook.xml.rels", _related(*parts, 'styles" Target="styles.xml')
    yield "xl/styles.xml", _STYLES


def _content_types(sheets: int) -> str:
    parts = {"/xl/workbook.xml": "sheet.main", "/xl/styles.xml": "styles"}
    parts |= {f"/xl/worksheets/sheet{at}.xml": "worksheet" for at in range(1, sheets + 1)}
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{_SHEET_TYPE}.{kind}+xml"/>'
        for name, kind in parts.items()
    )
    relationships = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relationships}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _related(*parts: str) -> str:
    """What belongs to a part, each as the end of its type, and its target."""
    inside = "".join(
        f'<Relationship Id="rId{at}" Type="{_DOCUMENT}/{part}"/>'
        for at, part in enumerate(parts, start=1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'
