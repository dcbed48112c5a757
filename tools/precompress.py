"""Writes the .gz and .br beside the files of a built site: ``python -m tools.precompress site``.

A server that finds them there sends them as they are. Brotli at its best takes a minute for the
browser's Python, and that minute is not to be spent on each request.
"""

import gzip
import sys
from pathlib import Path

import brotli

# What is compressed already, as pictures are, only grows.
_KINDS = {".css", ".html", ".js", ".json", ".map", ".svg", ".txt", ".wasm", ".xml", ".zip"}


def precompress(site: Path, *, quality: int = 11) -> None:
    """Compress each file below ``site`` twice, with brotli of ``quality`` (0 to 11)."""
    for path in sorted(site.rglob("*")):
        if path.suffix in _KINDS:
            data = path.read_bytes()
            # The same bytes on each day.
            _beside(path, ".gz").write_bytes(gzip.compress(data, mtime=0))
            _beside(path, ".br").write_bytes(brotli.compress(data, quality=quality))


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


if __name__ == "__main__":
    precompress(Path(sys.argv[1]))
