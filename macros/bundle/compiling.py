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
# The folder of what that script does before and after.
LEAN = Path(__file__).with_name("lean")


type Files = Mapping[str, bytes]


def compiled(libraries: Mapping[str, Files]) -> dict[str, bytes]:
    """The zips of ``libraries`` by name, each of whose sources it is given.

    Raises :class:`~macros.bundle.running.BundleError`.
    """
    # pyodide-build and what it imports are pure Python: Pyodide reads them where pip laid them.
    site_packages = str(distribution("pyodide-build").locate_file(""))
    with tempfile.TemporaryDirectory() as name:
        paths = {library: Path(name) / f"{library}.zip" for library in libraries}
        for library, path in paths.items():
            path.write_bytes(zipped(libraries[library]))
        run(SCRIPT, str(PYODIDE), site_packages, str(LEAN), name)
        return {library: zipped(unzipped(path)) for library, path in paths.items()}
