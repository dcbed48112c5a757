"""A revision of the repository, laid into a folder so that its own code can answer."""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from tools.changes import UnusableError

# What answers, and what the figures in the pages come from.
_PARTS = ("calculators/", "macros/", "docs/")
# Where a change is to be merged, as a clone or the repository itself knows it.
_MAIN = ("origin/main", "main")


class Revision(NamedTuple):
    """A commit, and the day it was made."""

    commit: str
    day: str


def revision(root: Path, named: str | None) -> Revision:
    """The revision ``named``, else where this branch left main, else the newest commit.

    Raises :class:`UnusableError` for one that there is not, and outside of a repository.
    """
    if not (root / ".git").exists():
        raise UnusableError("no_repository")
    commit = _commit(root, named) if named else _left_main(root) or _commit(root, "HEAD")
    return Revision(commit, _git(root, "log", "-1", "--format=%cs", commit).decode().strip())


def lay(root: Path, commit: str, into: Path) -> None:
    """Write the files of ``commit`` that answer, and the pages, into the folder ``into``."""
    packed = _git(root, "archive", "--format=tar", commit)
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        wanted = [each for each in archive if each.name.startswith(_PARTS)]
        archive.extractall(into, wanted, filter="data")


def _commit(root: Path, named: str) -> str:
    try:
        found = _git(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{named}^{{commit}}"
        )
    except subprocess.CalledProcessError:
        raise UnusableError("no_revision", name=named) from None
    return found.decode().strip()


def _left_main(root: Path) -> str | None:
    for main in _MAIN:
        try:
            return _git(root, "merge-base", "HEAD", main).decode().strip()
        except subprocess.CalledProcessError:
            continue
    return None


def _git(root: Path, *words: str) -> bytes:
    try:
        return subprocess.run(["git", "-C", root, *words], capture_output=True, check=True).stdout  # noqa: S607 (the one in the path)
    except FileNotFoundError:
        raise UnusableError("no_git") from None
