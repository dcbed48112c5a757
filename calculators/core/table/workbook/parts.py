"""The parts of a workbook: files in a zip that name each other."""

import posixpath
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import IO, BinaryIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from calculators.core.inputs.errors import InputError

# Bytes of XML parsed at once: some hundreds of cells.
PIECE = 32_768
# A part that has become so many times as long as it is in the zip, and longer than so many bytes,
# is made to fill the memory: cells and texts that differ are not packed like this.
_SWELLING, _ORDINARY = 100, 32 * 1024 * 1024
# No sheet has tags within tags like this; each of them takes memory until it closes.
_DEEPEST = 100_000

type Begin = Callable[[str, Mapping[str, str]], None]
type End = Callable[[str], None]
type Characters = Callable[[str], None]

# What a damaged zip or part raises while it is read.
_DAMAGED = (
    BadZipFile,
    zlib.error,
    struct.error,
    expat.ExpatError,
    EOFError,
    LookupError,
    ValueError,
    RuntimeError,  # a part that wants a password, or is compressed in a way of its own
)


class Parts:
    """The zip ``file``, whose parts are found whatever case and slashes programs write."""

    def __init__(self, file: BinaryIO) -> None:
        try:
            self._zip = ZipFile(file)
        except _DAMAGED:
            raise InputError("broken_workbook") from None
        self._names = {_plain(each): each for each in self._zip.namelist()}

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._names

    def names(self) -> list[str]:
        """The names of all parts, in small letters."""
        return list(self._names)

    def first_bytes(self, name: str, count: int) -> bytes:
        """The first bytes of a part; raises ``broken_workbook``."""
        try:
            with self._part(name) as part:
                return part.read(count)
        except _DAMAGED:
            raise InputError("broken_workbook") from None

    def read(
        self, name: str, begin: Begin, end: End | None = None, text: Characters | None = None
    ) -> Iterator[None]:
        """Parse a part, a piece at a time, so that whoever listens may pass on what it has got.

        Names are as they are written: with a prefix where the program wrote one. Raises
        :class:`InputError` with ``broken_workbook``.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = begin
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        # A part declares no document type: only entities that grow to gigabytes would need one.
        parser.StartDoctypeDeclHandler = _refuse_document_type
        depth = 0
        try:
            for piece in self.pieces(name):
                if b"/" not in piece and (depth := depth + piece.count(b"<")) > _DEEPEST:
                    raise InputError("broken_workbook")
                parser.Parse(piece, False)  # noqa: FBT003 (expat takes no keyword)
                yield
            parser.Parse(b"", True)  # noqa: FBT003
        except _DAMAGED:
            raise InputError("broken_workbook") from None
        yield

    def read_whole(
        self, name: str, begin: Begin, end: End | None = None, text: Characters | None = None
    ) -> None:
        """The same at once, for small parts; one that is not there has nothing in it."""
        if name in self:
            for _ in self.read(name, begin, end, text):
                pass

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a part as they are; raises ``broken_workbook``."""
        length = 0
        try:
            most = max(_ORDINARY, self._packed(name) * _SWELLING)
            with self._part(name) as part:
                while piece := part.read(PIECE):
                    if (length := length + len(piece)) > most:
                        raise InputError("broken_workbook")
                    yield piece
        except _DAMAGED:
            raise InputError("broken_workbook") from None

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part names: by id the last word of the relation's type, and the part's name."""
        folder, file = posixpath.split(_plain(name))
        found = {}

        def begin(tag: str, attributes: Mapping[str, str]) -> None:
            if local(tag) == "Relationship" and attributes.get("TargetMode") != "External":
                kind = attributes.get("Type", "").rpartition("/")[2]
                target = attributes.get("Target", "").replace("\\", "/")
                found[attributes.get("Id", "")] = (kind, posixpath.join("/", folder, target))

        self.read_whole(f"{folder}/_rels/{file}.rels", begin)
        return found

    def _packed(self, name: str) -> int:
        """The bytes that a part takes in the zip."""
        return self._zip.getinfo(self._names[_plain(name)]).compress_size

    def _part(self, name: str) -> IO[bytes]:
        return self._zip.open(self._names[_plain(name)])


def local(name: str) -> str:
    """A tag or attribute without its prefix: programs choose any."""
    return name.rpartition(":")[2]


def _plain(name: str) -> str:
    return "/" + posixpath.normpath(name.replace("\\", "/")).lstrip("/.").lower()


def _refuse_document_type(*_: object) -> None:
    raise InputError("broken_workbook")
