"""The standard library with some modules replaced by the small ones in ``python/``.

With Pyodide 0.29.5 a start imports 115 modules as published, among them ``asyncio`` for one
function, ``importlib.resources`` for two empty classes, and ``inspect`` with ``ast`` and
``tokenize`` for signatures that nobody reads.
"""

import zipfile
from pathlib import Path

from macros.bundle.running import BundleError

_REPLACEMENTS = Path(__file__).with_name("python")


def library_sources(stdlib: Path, *, replaced: bool) -> dict[str, bytes]:
    """The sources in the zip ``stdlib``, by path; of some modules ours where they are ``replaced``.

    Raises :class:`~macros.bundle.running.BundleError` for a replacement of what is not there: a new
    version of Pyodide may have moved it.
    """
    with zipfile.ZipFile(stdlib) as library:
        sources = {name: library.read(name) for name in library.namelist() if name.endswith(".py")}
    if not replaced:
        return sources
    ours = {
        path.relative_to(_REPLACEMENTS).as_posix(): path.read_bytes()
        for path in sorted(_REPLACEMENTS.rglob("*.py"))
    }
    if gone := ours.keys() - sources.keys():
        raise BundleError(f"{stdlib.name} has no {', '.join(sorted(gone))} to replace")
    return sources | ours
