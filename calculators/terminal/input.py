"""The file that a table is in: by its path, or what comes through a pipe."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from calculators.core.table.files.opening import CHUNK
from calculators.core.text.catalogue import Texts
from calculators.terminal import STANDARD_INPUT
from calculators.terminal.ending import WriteError, closed

_UNOPENED = {errno.ENOENT: "missing", errno.EISDIR: "directory", errno.EACCES: "forbidden"}
_NOT_READ = "not_read"


@contextmanager
def table_file(path: str) -> Iterator[BinaryIO]:
    """The file at ``path``, or standard input, to be read at any place; raises ``OSError``."""
    if path == STANDARD_INPUT:
        if sys.stdin is None:
            raise closed("<stdin>")
        with _kept(sys.stdin.buffer) as kept:
            yield kept
        return
    with Path(path).open("rb") as file:
        if file.seekable():
            yield file
            return
        with _kept(file) as kept:
            yield kept


def why_unopened(error: OSError) -> str:
    """The code of why a file cannot be read: ``not_read`` where that is the system's to say."""
    known = _UNOPENED.get(error.errno or 0)
    return _NOT_READ if known is None or error.filename is None else known


def unopened(error: OSError, lang: str) -> str:
    """Why a file cannot be read, in one line."""
    if (code := why_unopened(error)) == _NOT_READ:
        return str(error)
    path = os.fsdecode(error.filename)
    return Texts("calculators.terminal", lang).get("files", code).format(path=path)


@contextmanager
def _kept(stream: BinaryIO) -> Iterator[BinaryIO]:
    """What a pipe gives once, in a file of its own: a table is read more than once."""
    from tempfile import TemporaryFile  # noqa: PLC0415 (few need it, and it needs a lot)

    with TemporaryFile() as file:
        while chunk := stream.read(CHUNK):
            try:
                file.write(chunk)
                file.flush()
            except OSError as error:
                raise WriteError from error
        yield file
