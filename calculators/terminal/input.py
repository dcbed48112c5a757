"""The file that a table is in: by its path, or what comes through a pipe."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from calculators.core.table.files.opening import CHUNK
from calculators.terminal.ending import WriteError, closed

STANDARD_INPUT = "-"


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


@contextmanager
def _kept(stream: BinaryIO) -> Iterator[BinaryIO]:
    """What a pipe gives once, in a file of its own: a table is read more than once."""
    with TemporaryFile() as file:
        while chunk := stream.read(CHUNK):
            try:
                file.write(chunk)
                file.flush()
            except OSError as error:
                raise WriteError from error
        yield file
