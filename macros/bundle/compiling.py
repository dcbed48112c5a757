"""Bytecode for the browser's Python, made by pyodide-build inside that Python.

Only the same version of Python can make it, and only the same build of it the same bytes. So it is
Pyodide that compiles, under Node, and the Python that builds the site may be any.
"""

import tempfile
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path

from macros.bundle.running import PYODIDE, run
from macros.bundle.zips import unzipped, zipped

SCRIPT = Path(__file__).with_name("compile.mjs")


type Files = Mapping[str, bytes]


def compiled(archives: Mapping[str, Files], *, optimize: int) -> dict[str, dict[str, bytes]]:
    """``archives`` by name, each with its Python as bytecode; ``optimize`` is a number of ``-O``.

    Raises :class:`~macros.bundle.running.BundleError`.
    """
    # pyodide-build and what it imports are pure Python: Pyodide reads them where pip laid them.
    site_packages = str(distribution("pyodide-build").locate_file(""))
    with tempfile.TemporaryDirectory() as name:
        paths = {archive: Path(name) / f"{archive}.zip" for archive in archives}
        for archive, path in paths.items():
            path.write_bytes(zipped(archives[archive]))
        run(SCRIPT, str(PYODIDE), site_packages, name, str(optimize))
        return {archive: unzipped(path) for archive, path in paths.items()}
