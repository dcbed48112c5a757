"""Makes the browser's Python when its sources changed, and lays it into a built site.

Everything lies under ``runtime/`` under names of its contents, so that a browser may keep it for
ever: ``pyodide-…/`` (WebAssembly), ``library-….zip`` (standard library and calculators),
``texts-zh-….zip`` and ``texts-en-….zip`` (an answer needs one, a file of orders both),
``orders-….zip`` and ``workbooks-….zip`` (fetched when such a file is opened), and the scripts and
the style sheet of :mod:`macros.bundle.scripts`.
"""

import contextlib
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from calculators.core.text.catalogue import LANGUAGES
from macros.bundle import library
from macros.bundle.lean.runtime import shrink
from macros.bundle.running import PYODIDE, ROOT, BundleError
from macros.bundle.scripts import Scripts, scripts

CACHE = ROOT / ".cache" / "runtime"
FOLDER = "runtime"
LEFT_OUT = "left_out.json"
LARGER = """\
浏览器里的 Python 没能做到最小：下面这一步失败了，先用上一步的结果，能用，只是更大。
The browser's Python is larger than it should be: this step failed, and what was before it is used.
{}"""


@dataclass(frozen=True)
class Bundle:
    """Files by their path under ``runtime/``; ``scripts`` are those of them that pages name.

    ``left_out`` are the steps of making it small that failed, in words: it works without.
    """

    files: dict[str, Path | bytes]
    scripts: Scripts
    left_out: tuple[str, ...]

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
    made = _library()
    runtime = _runtime(made)
    left_out = (*_read(made / LEFT_OUT), *_read(runtime / LEFT_OUT))
    for each in left_out:
        print(LARGER.format(each), file=sys.stderr)  # noqa: T201 (a warning would end a strict build)
    wasm = runtime / "pyodide.asm.wasm"
    parts = {
        path.stem: f"{path.stem}-{_hash(path.read_bytes())}.zip" for path in made.glob("*.zip")
    }
    folder = f"pyodide-{_hash(wasm.read_bytes())}"
    fetched = {
        f"{folder}/{wasm.name}": wasm,
        **{name: made / f"{part}.zip" for part, name in parts.items()},
    }
    manifest = {
        # Relative to the worker, so that the site may lie anywhere.
        "pyodide": f"./{folder}/",
        "library": f"./{parts['library']}",
        "texts": {lang: f"./{parts[f'texts-{lang}']}" for lang in LANGUAGES},
        **{name: f"./{parts[name]}" for name in ("orders", "workbooks")},
        "lock": _read(made / "lock.json"),
        "files": {f"./{name}": _built(path.read_bytes()) for name, path in fetched.items()},
    }
    bundled = scripts(manifest, runtime / "pyodide.asm.js")
    return Bundle({**fetched, **bundled.files}, bundled, left_out)


def _built(data: bytes) -> dict[str, Any]:
    """By what the worker knows a file that has come as it was built."""
    return {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def _library() -> Path:
    """The folder with the library's parts and ``lock.json`` of the present sources."""
    sources = library.calculator_sources()
    cases = {path.parent.name: path for path in (ROOT / "calculators").glob("*/cases.toml")}
    return _cached(
        {
            "calculators": {name: _hash(data) for name, data in sources.items()},
            "cases": {name: _hash(path.read_bytes()) for name, path in cases.items()},
        },
        make_library,
    )


def _runtime(library_made: Path) -> Path:
    """The folder with Pyodide's script and WebAssembly, which were tried with that library."""
    return _cached({}, lambda folder: shrink(folder, library_made))


def _cached(sources: Mapping[str, Any], make: Callable[[Path], list[str]]) -> Path:
    """The folder in the cache that ``make`` has filled, from these ``sources`` and its own code.

    What ``make`` says was left out stands there, too.
    """
    package = _read(PYODIDE / "package.json")
    folder = Path(__file__).parent
    makers = [path for path in folder.rglob("*") if path.suffix in {".py", ".mjs"}]
    ingredients = {
        "pyodide": package["version"],
        "makers": {
            path.relative_to(folder).as_posix(): _hash(path.read_bytes()) for path in makers
        },
        **sources,
    }
    cached = CACHE / _hash(json.dumps(ingredients, sort_keys=True).encode())
    if cached.is_dir():
        return cached
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as name:
        made = Path(name) / "made"
        made.mkdir()
        (made / LEFT_OUT).write_text(json.dumps(make(made)))
        # Renamed in one step: another build may be looking for the same folder.
        with contextlib.suppress(OSError):
            made.rename(cached)
    return cached


def make_library(folder: Path) -> list[str]:
    """Write the library's parts and the lock; which step failed, in words."""
    try:
        library.make(folder)
    except BundleError as error:
        library.make(folder, replaced=False)
        return [f"replacing.py: {error}"]
    return []


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _hash(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()[:12]
