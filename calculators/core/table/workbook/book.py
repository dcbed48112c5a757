"""A workbook: which sheets it has, and the rows of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO

from calculators.core.inputs.errors import InputError
from calculators.core.table.workbook.cells import Readings, rows_of
from calculators.core.table.workbook.formats import Styles
from calculators.core.table.workbook.hidden import HiddenRows
from calculators.core.table.workbook.parts import Parts, local
from calculators.core.table.workbook.strings import Strings
from calculators.core.text.patterns import lazy_pattern

# Parts of other kinds of files that tell what they are: of OpenDocument, of StarOffice, of books,
# and of what Apple's programs wrote before its parts had names of their own.
_TELLING = ("mimetype", "META-INF/manifest.xml", "index.xml", "index.apxl")
_SHEETS = (b"opendocument.spreadsheet", b"sun.xml.calc", b"<ls:document")
_DOCUMENTS = (b"opendocument.", b"sun.xml.", b"epub+zip", b"<sl:document", b"<key:presentation")
_TOLD = 4096
# Those of today, as they are or as a folder that somebody packed.
_APPLE_S, _TABLES, _NUMBERS = "index/document.iwa", "/tables/", ".numbers/"
_IN_WORKBOOK = "/xl/"
# Where a workbook stands that forgets to say so.
_USUAL = "xl/workbook.xml"
# Up to the mark behind it: a piece may end within the last number.
_MERGED = lazy_pattern(
    rb"<(?:\w+:)?mergeCell\b[^<>]*\bref\s*=\s*[\"']"
    rb"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})[\"']"
)
# The longest tag that a piece may end within.
_TAG = 200


@dataclass(frozen=True)
class Sheet:
    """A sheet by its name; ``part`` is where it stands."""

    name: str
    hidden: bool
    part: str


@dataclass(frozen=True)
class Merged:
    """Cells made one, over several rows: only the first holds the value. Counted from 1."""

    column: int
    first: int
    last: int


class Workbook:
    """The workbook in ``file``, which can be read at any place.

    Raises :class:`InputError` with ``broken_workbook``, or with what kind of file it is that also
    comes as a zip: ``other_workbook``, ``other_document`` or ``zip_archive``.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._parts = Parts(file)
        self._book = self._main_part()
        self._related = self._parts.related(self._book)
        self.sheets: list[Sheet] = []
        self.from_1904 = False
        self._hidden: dict[str, HiddenRows] = {}
        self._lost = False
        self._parts.read_whole(self._book, self._begin)
        if self._lost:
            raise InputError("broken_workbook")

    def rows(self, sheet: Sheet) -> Iterator[list[str]]:
        """The rows of a sheet from its first on, also those without a cell."""
        hidden = self.hidden_rows(sheet)
        return rows_of(self._parts, sheet.part, self._strings, self._readings, hidden)

    def hidden_rows(self, sheet: Sheet) -> HiddenRows:
        """Which rows of a sheet nobody sees, of those that have been read so far."""
        return self._hidden.setdefault(sheet.part, HiddenRows())

    def has_rows(self, sheet: Sheet) -> bool:
        """Whether a sheet has a cell with a text at all."""
        return any(self.rows(sheet))

    def merged(self, sheet: Sheet) -> list[Merged]:
        """What is merged over several rows of a sheet; reads on to where that stands."""
        found = []
        rest = b""
        for piece in self._parts.pieces(sheet.part):
            data, at = rest + piece, 0
            for each in _MERGED.finditer(data):
                first, last, at = int(each[2]), int(each[3]), each.end()
                if first < last:
                    column = 0
                    for letter in each[1]:
                        column = column * 26 + letter - 64
                    found.append(Merged(column, first, last))
            rest = data[max(at, len(data) - _TAG) :]
        return found

    @cached_property
    def _strings(self) -> Strings:
        return Strings(self._parts, self._by_kind("sharedStrings"))

    @cached_property
    def _readings(self) -> Readings:
        styles = Styles(self._parts, self._by_kind("styles"))
        return Readings(styles, from_1904=self.from_1904)

    def _by_kind(self, kind: str) -> str:
        return next((name for each, name in self._related.values() if each == kind), "")

    def _main_part(self) -> str:
        parts = self._parts
        for kind, name in parts.related("").values():
            if kind == "officeDocument" and name in parts:
                if name.lower().endswith(".bin"):
                    raise InputError("other_workbook")
                return self._workbook_part(name)
        if _USUAL in parts:
            return _USUAL
        raise InputError(_other_kind(parts))

    def _workbook_part(self, name: str) -> str:
        """``name``, unless the document is a text or slides."""
        roots: list[str] = []
        self._parts.read_whole(name, lambda tag, _: roots.append(tag) if not roots else None)
        if not roots or local(roots[0]) != "workbook":
            raise InputError("other_document")
        return name

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = local(tag)
        if name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "") in ("1", "true", "on")
        elif name == "sheet":
            named = {local(key): value for key, value in attributes.items() if ":" in key}
            kind, part = self._related.get(named.get("id", ""), ("", ""))
            # Nothing says what it is, or where.
            self._lost |= not kind or (kind == "worksheet" and part not in self._parts)
            # A chart, a dialogue and the macros of old have sheets as well.
            if kind == "worksheet" and part in self._parts:
                hidden = attributes.get("state", "visible") != "visible"
                self.sheets.append(Sheet(attributes.get("name", ""), hidden, part))


def _other_kind(parts: Parts) -> str:
    """What a zip is that is no workbook of this kind."""
    names = parts.names()
    if "[Content_Types].xml" in parts:
        # Others are packed like this as well.
        return (
            "broken_workbook" if any(_IN_WORKBOOK in each for each in names) else "other_document"
        )
    told = b"".join(parts.first_bytes(each, _TOLD) for each in _TELLING if each in parts)
    if any(each in told for each in _SHEETS):
        return "other_workbook"
    if any(each in told for each in _DOCUMENTS):
        return "other_document"
    if any(_APPLE_S in each for each in names):
        tables = any(_TABLES in each or _NUMBERS in each for each in names)
        return "other_workbook" if tables else "other_document"
    return "other_workbook" if any(_NUMBERS in each for each in names) else "zip_archive"
