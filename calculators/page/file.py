"""A file that stays with the browser, read where it is asked for: never whole in memory."""

import io
from collections.abc import Callable
from typing import Any, cast

# Bytes asked of the browser at once.
_PIECE = 65_536


def page_file(read: Callable[[int, int], Any], size: int) -> io.BufferedReader:
    """The file of ``size`` bytes, of which the worker's ``read(at, count)`` gives some."""
    return io.BufferedReader(_PageFile(read, size), _PIECE)


class _PageFile(io.RawIOBase):
    def __init__(self, read: Callable[[int, int], Any], size: int) -> None:
        super().__init__()
        self._read = read
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise ValueError("a place before the file's first byte")
        self._at = start + offset
        return self._at

    def readinto(self, buffer: Any) -> int:
        count = min(len(buffer), self._size - self._at)
        if count <= 0:
            return 0
        data = self._read(self._at, count)
        # In a page it is a buffer of JavaScript's, which tells its bytes when asked.
        buffer[:count] = cast("bytes", data.to_bytes() if hasattr(data, "to_bytes") else data)
        self._at += count
        return count
