"""The repository's own files, as whoever clones it has them."""

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def files() -> tuple[str, ...]:
    """The paths of all files below the root, but for what .gitignore names: ``docs/claims.csv``."""
    return tuple(sorted(_walk()))


def _walk() -> Iterator[str]:
    written = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = {".git", *(line.rstrip("/").rpartition("/")[2] for line in written if line)}
    for folder, folders, names in os.walk(ROOT):
        here = Path(folder).relative_to(ROOT)
        folders[:] = [each for each in folders if not _is_ignored(each, ignored)]
        for name in names:
            if not _is_ignored(name, ignored):
                yield (here / name).as_posix()


def _is_ignored(name: str, ignored: set[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in ignored)


def read(path: str) -> str:
    """The text of a file."""
    return (ROOT / path).read_text(encoding="utf-8")
