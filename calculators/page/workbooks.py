"""What reads workbooks comes in a zip of its own, when the first one is opened."""

import encodings
import sys

import calculators.core.table

# Packages that are here already, and have more modules in that zip.
_SPLIT = (calculators.core.table, encodings)


def add(archive: str) -> None:
    """Let Python find the modules in the zip at ``archive`` beside those it has already."""
    sys.path.append(archive)
    for package in _SPLIT:
        package.__path__.append(f"{archive}/{package.__name__.replace('.', '/')}")
