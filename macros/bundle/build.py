"""Makes the browser's Python when its sources changed, and lays it into a built site.

Everything lies under ``runtime/`` under names of its contents, so that a browser may keep it for
ever: ``pyodide-…/`` (wasm and glue), ``library-….zip`` (standard library and calculators),
``workbooks-….zip`` (fetched when a workbook is opened), and the scripts and the style sheet of
:mod:`macros.bundle.scripts`.
"""

import contextlib
import hashlib
import json
import shutil
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from macros.bundle import library
from macros.bundle.running import PYODIDE, ROOT, BundleError
from macros.bundle.scripts import Scripts, scripts

CACHE = ROOT / ".cache" / "runtime"
# What Pyodide asks for by these names; pyodide.mjs is bundled with the worker.
PYODIDE_FILES = ("pyodide.asm.js", "pyodide.asm.wasm")
FOLDER = "runtime"


@dataclass(frozen=True)
class Bundle:
    """Files by their path under ``runtime/``; ``scripts`` are those of them that pages name."""

    files: dict[str, Path | bytes]
    scripts: Scripts

    def write(self, site: Path) -> None:
        """Lay the files into ``site``; what is there already has the same contents."""
        for name, contents in self.files.items():
            target = site / FOLDER / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(contents, Path):
                shutil.copyfile(contents, target)
            else:
                target.write_bytes(contents)


def bundle() -> Bundle:
    """The browser's Python for the calculators as they are now; raises :class:`BundleError`."""
    if not PYODIDE.is_dir():
        raise BundleError("node_modules/pyodide is missing: run `npm ci` (or `make setup`)")
    cached = _library()
    pyodide = {name: PYODIDE / name for name in PYODIDE_FILES}
    pyodide_folder = f"pyodide-{_hash(*(path.read_bytes() for path in pyodide.values()))}"
    zip_name = f"library-{_hash((cached / 'library.zip').read_bytes())}.zip"
    workbooks_name = f"workbooks-{_hash((cached / 'workbooks.zip').read_bytes())}.zip"
    sizes = {
        f"{pyodide_folder}/pyodide.asm.wasm": pyodide["pyodide.asm.wasm"].stat().st_size,
        zip_name: (cached / "library.zip").stat().st_size,
        workbooks_name: (cached / "workbooks.zip").stat().st_size,
    }
    manifest = {
        # Relative to the worker, so that the site may lie anywhere.
        "pyodide": f"./{pyodide_folder}/",
        "library": f"./{zip_name}",
        "workbooks": f"./{workbooks_name}",
        "lock": json.loads((cached / "lock.json").read_text()),
        "sizes": {f"./{name}": size for name, size in sizes.items()},
    }
    made = scripts(manifest)
    return Bundle(
        files={
            **{f"{pyodide_folder}/{name}": path for name, path in pyodide.items()},
            zip_name: cached / "library.zip",
            workbooks_name: cached / "workbooks.zip",
            **made.files,
        },
        scripts=made,
    )


def _library() -> Path:
    """The folder in the cache with the two zips and ``lock.json`` of the present sources."""
    folder = CACHE / _hash(json.dumps(_ingredients(), sort_keys=True).encode())
    if folder.is_dir():
        return folder
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as name:
        made = Path(name) / "made"
        made.mkdir()
        library.make(made)
        # Renamed in one step: another build may be looking for the same folder.
        with contextlib.suppress(OSError):
            made.rename(folder)
    return folder


def _ingredients() -> dict[str, Any]:
    """All that the library is made from: a change in any of it makes a new one."""
    package = json.loads((PYODIDE / "package.json").read_text())
    sources = library.calculator_sources()
    makers = [path for path in Path(__file__).parent.iterdir() if path.suffix in {".py", ".mjs"}]
    cases = {path.parent.name: path for path in (ROOT / "calculators").glob("*/cases.toml")}
    return {
        "pyodide": package["version"],
        "pyodide-build": version("pyodide-build"),
        "calculators": {name: _hash(data) for name, data in sources.items()},
        "cases": {name: _hash(path.read_bytes()) for name, path in cases.items()},
        "makers": {path.name: _hash(path.read_bytes()) for path in makers},
    }


def _hash(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()[:12]
