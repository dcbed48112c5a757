"""The browser's Python: the standard library, cut by tracing, and the calculators."""

import json
import tempfile
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from calculators import CALCULATORS, definition
from calculators.core.text.catalogue import LANGUAGES
from macros.bundle.baking import baked, used_sources
from macros.bundle.compiling import compiled
from macros.bundle.packaged import packaged_files
from macros.bundle.running import PYODIDE, run
from macros.bundle.workbook import small_workbook
from macros.bundle.zips import zipped

TRACE = Path(__file__).with_name("trace.mjs")

NOT_IN_PAGES = ("calculators/terminal/", "calculators/scaffold/")
# What only a workbook needs: it comes when one is opened.
WORKBOOK = "calculators/core/table/workbook/"


def calculator_sources() -> dict[str, bytes]:
    """The package's files by path, without what only a terminal, tests and type checkers use."""
    files = packaged_files()
    used = used_sources(path.read_bytes() for path in files.values() if path.name == "rules.toml")
    return {
        name: _contents(path, used)
        for name, path in files.items()
        if path.suffix in {".py", ".toml"}
        and path.name not in {"__main__.py", "cases.toml"}
        and not name.startswith(NOT_IN_PAGES)
    }


def _contents(path: Path, used: set[str]) -> bytes:
    data = path.read_bytes()
    return baked(path.name, data, used) if path.suffix == ".toml" else data


def make(folder: Path) -> None:
    """Write into ``folder`` the two zips of bytecode and the lock to start Pyodide with.

    Pyodide boots from ``library.zip``; ``workbooks.zip`` is what opening a workbook adds.
    Raises :class:`~macros.bundle.running.BundleError`.
    """
    traced = _traced()
    for archive, data in _zips(traced).items():
        (folder / f"{archive}.zip").write_bytes(data)
    (folder / "lock.json").write_text(json.dumps(traced["lock"]))


def _traced() -> dict[str, Any]:
    """What the calculators import in the real Pyodide: ``modules`` (origins) and the ``lock``.

    ``for_workbooks`` are the origins of what opening and writing a workbook imports besides.
    """
    wanted = {
        "requests": list(_requests()),
        "tables": list(_tables()),
        "workbook": list(small_workbook()),
    }
    with tempfile.TemporaryDirectory() as name:
        archive = Path(name) / "calculators.zip"
        archive.write_bytes(zipped(calculator_sources()))
        told = run(TRACE, str(PYODIDE), str(archive), given=json.dumps(wanted))
        traced: dict[str, Any] = json.loads(told)
    return traced


def _zips(traced: dict[str, Any]) -> dict[str, bytes]:
    sources = {
        "library": _traced_sources(traced["modules"]) | _ours(for_workbooks=False),
        "workbooks": _traced_sources(traced["for_workbooks"]) | _ours(for_workbooks=True),
    }

    # Docstrings are a tenth of the bytes. Only those of our dataclasses stay: one without makes
    # itself a signature, which costs a phone more.
    def bytecode(*, documented: bool) -> dict[str, dict[str, bytes]]:
        wanted = {
            archive: {k: v for k, v in files.items() if _is_documented(k, v) == documented}
            for archive, files in sources.items()
        }
        return compiled(wanted, optimize=0 if documented else 2)

    with ThreadPoolExecutor() as both:
        bare = both.submit(bytecode, documented=False)
        whole = both.submit(bytecode, documented=True)
        return {each: zipped(bare.result()[each] | whole.result()[each]) for each in sources}


def _is_documented(name: str, data: bytes) -> bool:
    return name.startswith("calculators/") and b"@dataclass" in data


def _ours(*, for_workbooks: bool) -> dict[str, bytes]:
    return {
        name: data
        for name, data in calculator_sources().items()
        if name.startswith(WORKBOOK) == for_workbooks
    }


def _traced_sources(modules: list[str]) -> dict[str, bytes]:
    with zipfile.ZipFile(PYODIDE / "python_stdlib.zip") as library:
        names = set(library.namelist())
        inside = (origin.partition(".zip/")[2] for origin in modules)
        return {name: library.read(name) for name in sorted(set(inside) & names)}


def _requests() -> Iterator[dict[str, Any]]:
    """Every example in every language: together they enter all that the calculators do."""
    for calculator in CALCULATORS:
        for case in definition(calculator).cases():
            for lang in LANGUAGES:
                yield {
                    "calculator": calculator,
                    "inputs": case["inputs"],
                    "lang": lang,
                    "on": case["on"],
                    "today": case["on"],
                }


def _tables() -> Iterator[dict[str, Any]]:
    """One small file of orders in each encoding that spreadsheets write."""
    for encoding in ("utf-8-sig", "gb18030", "utf-16-le", "utf-16-be"):
        mark = "\ufeff" if encoding.startswith("utf-16") else ""
        yield {
            "request": {"calculator": "late-delivery", "lang": "zh", "now": "2025-03-01 12:00"},
            "bytes": list(f'{mark}订单号,实付,备注\n甲,300,\n"乙,x\n甲,5,\n'.encode(encoding)),
            "plan": {
                "columns": {"order": 0, "paid": 1},
                "given": {"force_majeure": "no", "on": "2025-03-01"},
                "units": {},
            },
        }
