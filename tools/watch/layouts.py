"""A directory in either layout, told by what lies in it."""

from pathlib import Path

from tools.watch import UnusableError
from tools.watch.dated_files import is_dated_files, read_dated_files
from tools.watch.public_copy import read_public_copy, root_of
from tools.watch.stored import Directory


def read_directory(path: Path) -> Directory:
    """The texts below ``path``; raises ``UnusableError`` where it has neither layout."""
    if not path.is_dir():
        raise UnusableError("no_directory", path=path)
    if root := root_of(path):
        return read_public_copy(root)
    if is_dated_files(path):
        return read_dated_files(path)
    raise UnusableError("no_layout", path=path)
