"""The browser's Python: the standard library, cut by tracing, and the calculators.

It comes in parts: what every answer needs, the texts of each language, what only a file of orders
needs, and what only a workbook.
"""

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from calculators import CALCULATORS, definition
from calculators.core.text.catalogue import LANGUAGES
from macros.bundle.baking import baked, in_one_language, used_sources
from macros.bundle.compiling import Files, compiled
from macros.bundle.lean.replacing import library_sources
from macros.bundle.packaged import packaged_files
from macros.bundle.running import PYODIDE, run
from macros.bundle.workbook import small_workbook
from macros.bundle.zips import zipped

TRACE = Path(__file__).with_name("trace.mjs")
# What lets the browser's Python find all the rest.
HOOK = Path(__file__).parent / "lean" / "sitecustomize.py"

NOT_IN_PAGES = ("calculators/terminal/", "calculators/scaffold/")
# What only a file of orders needs, and of that what only a workbook: it comes when one is opened.
ORDERS = re.compile(r"calculators/(?:core/table/|page/(?:orders|file)\.py|\w+/dashboard/)")
WORKBOOK = "calculators/core/table/workbook/"
# The names of what was read stand in each language's part.
REGISTER = "calculators/sources.toml"


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


def make(folder: Path, *, replaced: bool = True) -> None:
    """Write into ``folder`` the parts of the library, each a zip, and the lock to start with.

    Pyodide boots from ``library.zip``; ``texts-zh.zip``, ``texts-en.zip``, ``orders.zip`` and
    ``workbooks.zip`` are added to it. Raises :class:`~macros.bundle.running.BundleError`.
    """
    stdlib = library_sources(PYODIDE / "python_stdlib.zip", replaced=replaced)
    traced = _traced(stdlib)
    for part, data in compiled(_parts(stdlib, traced)).items():
        (folder / f"{part}.zip").write_bytes(data)
    (folder / "lock.json").write_text(json.dumps(traced["lock"]))


def _traced(stdlib: Files) -> dict[str, Any]:
    """What the calculators import in the real Pyodide, and the ``lock``.

    Origins of modules: ``for_answers``, ``for_orders`` what a file of orders imports besides, and
    ``for_workbooks`` what opening and writing a workbook imports besides that.
    """
    wanted = {
        "requests": list(_requests()),
        "tables": list(_tables()),
        "workbook": list(small_workbook()),
    }
    with tempfile.TemporaryDirectory() as name:
        library, calculators = Path(name) / "library.zip", Path(name) / "calculators.zip"
        library.write_bytes(zipped(stdlib))
        calculators.write_bytes(zipped(calculator_sources()))
        told = run(TRACE, str(PYODIDE), str(library), str(calculators), given=json.dumps(wanted))
        traced: dict[str, Any] = json.loads(told)
    return traced


def _parts(stdlib: Files, traced: dict[str, Any]) -> dict[str, dict[str, bytes]]:
    """The sources of each part of the library."""
    ours = calculator_sources()
    texts = {f"texts-{lang}": _texts(ours, lang) for lang in LANGUAGES}
    workbooks = {name: data for name, data in ours.items() if name.startswith(WORKBOOK)}
    orders = {name: data for name, data in ours.items() if ORDERS.match(name)}
    elsewhere = orders.keys() | {name for part in texts.values() for name in part}
    return {
        "library": {HOOK.name: HOOK.read_bytes()}
        | _inside(stdlib, traced["for_answers"])
        | {name: data for name, data in ours.items() if name not in elsewhere},
        "orders": _inside(stdlib, traced["for_orders"])
        | {name: data for name, data in orders.items() if name not in workbooks},
        "workbooks": _inside(stdlib, traced["for_workbooks"]) | workbooks,
        **texts,
    }


def _texts(sources: Files, lang: str) -> dict[str, bytes]:
    """The texts of one language, and the register of sources with its names in that."""
    texts = {name: data for name, data in sources.items() if name.endswith(f"/{lang}.toml")}
    return texts | {REGISTER: in_one_language(sources[REGISTER], lang)}


def _inside(stdlib: Files, origins: list[str]) -> dict[str, bytes]:
    names = {origin.partition(".zip/")[2] for origin in origins}
    return {name: data for name, data in stdlib.items() if name in names}


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
