"""A file of orders opened: a text with its lines, or a workbook with its sheets and their rows."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, BinaryIO, TypeGuard

from calculators.core.inputs.errors import InputError
from calculators.core.table.files.decoding import lines_of
from calculators.core.table.files.kinds import COMPOUND, HEAD_BYTES, TEXT, ZIP, kind_of
from calculators.core.table.files.records import HEAD

if TYPE_CHECKING:
    # In a page it comes when a workbook is opened.
    from calculators.core.table.workbook.book import Merged, Sheet, Workbook
    from calculators.core.table.workbook.hidden import HiddenRows

# Bytes of a file read at once.
CHUNK = 65_536
# So many empty columns are in no table: what stands behind them is beside it.
_APART = 100
# Old workbooks, those with a password and old texts are compound files, told apart by the names in
# their directory; the header tells its first sector, and more of them follow.
_SECTOR_SIZE, _DIRECTORY = slice(30, 32), slice(48, 52)
_SECTORS = 8
_NAMED = {
    "EncryptedPackage": "encrypted_workbook",
    "EncryptionInfo": "encrypted_workbook",
    "WordDocument": "other_document",
    "PowerPoint Document": "other_document",
    "VisioDocument": "other_document",
    "HwpSummaryInformation": "other_document",
    "__properties_version1.0": "other_document",  # a message of Outlook
}


def open_table(file: BinaryIO | Iterable[bytes], *, sheet: str | None = None) -> "Opened":
    """Look at ``file`` and tell what it is; ``sheet`` names the one to read of a workbook.

    A file that can be read at any place is read where it is, and has to stay open; of others the
    bytes are kept in memory. Raises :class:`InputError` with what the file is instead of a table
    (see :func:`kind_of`, and ``old_workbook``, ``encrypted_workbook``, ``other_workbook``,
    ``other_document``, ``broken_workbook``), with ``no_sheets`` or ``no_such_sheet`` where
    ``sheet`` is none, and with ``no_rows`` for a workbook that is empty.
    """
    placed = file if _at_any_place(file) else BytesIO(b"".join(map(bytes, file)))
    placed.seek(0)
    kind = kind_of(placed.read(HEAD_BYTES))
    if kind == COMPOUND:
        raise InputError(_kind_of_compound(placed))
    if kind == ZIP:
        from calculators.core.table.workbook.book import Workbook  # noqa: PLC0415 (see above)

        return Opened(placed, Workbook(placed), sheet)
    if kind != TEXT:
        raise InputError(kind)
    if sheet is not None:
        raise InputError("no_sheets")
    return Opened(placed, None, None)


class Opened:
    """A table, read from the top as often as needed: a text by lines, a workbook by records.

    ``sheets`` are those of a workbook that have rows, hidden ones only where no other has;
    ``sure`` says whether no other than the one that is read can be meant, ``padded`` whether a text
    that has been read to its end has zeros there.
    """

    def __init__(self, file: BinaryIO, workbook: "Workbook | None", sheet: str | None) -> None:
        self._file = file
        self._workbook = workbook
        self._sheet: Sheet | None = None
        self.sheets: tuple[str, ...] = ()
        self.sure = True
        self.padded = False
        if workbook:
            self._choose(workbook, sheet)

    @property
    def is_workbook(self) -> bool:
        """Whether it has :meth:`records` instead of :meth:`lines`."""
        return self._workbook is not None

    @property
    def sheet(self) -> str | None:
        """The name of the sheet that is read; ``None`` of a text."""
        return self._sheet.name if self._sheet else None

    @property
    def from_1904(self) -> bool:
        """Whether its numbers of days count from 1904, as in workbooks of old Macs."""
        return bool(self._workbook and self._workbook.from_1904)

    def lines(self) -> Iterator[str]:
        """The lines of a text, each with its end; raises ``no_lines`` or ``line_too_long``."""
        return lines_of(self._bytes(), self._note_padding)

    def head(self) -> list[list[str]]:
        """The first rows of the sheet, without what stands beside the table."""
        head = list(islice(self._rows(), HEAD))
        width = _width(head)
        return [row[:width] + [""] * (width - len(row)) for row in head]

    def records(self) -> Iterator[list[str]]:
        """The rows of the sheet, also empty ones, as wide as the first ones together.

        What stands beside them follows, cell by cell. A number that has lost digits is a
        :class:`LostDigits`. Raises ``broken_workbook`` and ``line_too_long``, also later on.
        """
        rows = self._rows()
        head = list(islice(rows, HEAD))
        width = _width(head)
        for row in chain(head, rows):
            if len(row) > width:
                row[width:] = [cell for cell in row[width:] if cell and cell.strip()]
            yield row + [""] * (width - len(row))

    def _rows(self) -> Iterator[list[str]]:
        assert self._workbook is not None
        assert self._sheet is not None
        return self._workbook.rows(self._sheet)

    def merged(self) -> "list[Merged]":
        """What is merged over several rows of the sheet: only the first of them has the value."""
        return self._workbook.merged(self._sheet) if self._workbook and self._sheet else []

    @property
    def hidden(self) -> "HiddenRows | None":
        """Which of the rows read so far nobody sees in the sheet; ``None`` of a text."""
        return self._workbook.hidden_rows(self._sheet) if self._workbook and self._sheet else None

    def _note_padding(self) -> None:
        self.padded = True

    def _bytes(self) -> Iterator[bytes]:
        # Each reader keeps its own place: somebody else may be reading the same file.
        at = 0
        while True:
            self._file.seek(at)
            if not (chunk := self._file.read(CHUNK)):
                return
            at += len(chunk)
            yield chunk

    def _choose(self, workbook: "Workbook", named: str | None) -> None:
        """The sheet ``named``, else the first with rows, hidden ones last."""
        if named is not None:
            self._sheet = _named(workbook.sheets, named)
            self.sheets = (self._sheet.name,)
            return
        seen = [each for each in workbook.sheets if not each.hidden]
        hidden = [each for each in workbook.sheets if each.hidden]
        for among in (seen, hidden):
            if filled := [each for each in among if workbook.has_rows(each)]:
                self._sheet = filled[0]
                self.sheets = tuple(each.name for each in filled)
                self.sure = len(filled) == 1
                return
        raise InputError("no_rows")


def _width(rows: Iterable[Sequence[str]]) -> int:
    """How many columns a table has whose first rows these are."""
    filled = sorted({at for row in rows for at, cell in enumerate(row) if cell and cell.strip()})
    pairs = pairwise(filled)
    ends = (at for at, following in pairs if following - at > _APART)
    return next(ends, filled[-1] if filled else -1) + 1


def _named(sheets: "list[Sheet]", named: str) -> "Sheet":
    """The sheet of that name; spreadsheets keep no two apart by capitals or outer blanks."""
    exact = [each for each in sheets if each.name == named]
    alike = [each for each in sheets if each.name.strip().casefold() == named.strip().casefold()]
    if found := exact or alike:
        return found[0]
    raise InputError("no_such_sheet", sheet=named, sheets=tuple(each.name for each in sheets))


def _at_any_place(file: BinaryIO | Iterable[bytes]) -> TypeGuard[BinaryIO]:
    return hasattr(file, "seekable") and file.seekable()


def _kind_of_compound(file: BinaryIO) -> str:
    file.seek(0)
    header = file.read(512)
    directory = b""
    with suppress(OSError, OverflowError, ValueError):  # a damaged header names any place
        size = 1 << int.from_bytes(header[_SECTOR_SIZE], "little")
        file.seek((int.from_bytes(header[_DIRECTORY], "little") + 1) * size)
        directory = file.read(size * _SECTORS)
    kinds = (code for name, code in _NAMED.items() if name.encode("utf-16-le") in directory)
    return next(kinds, "old_workbook")
