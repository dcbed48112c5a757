"""Ways to calculate in a browser, each behind the same function in a script of this folder.

``begin(asked)`` of such a script loads what it needs, and gives a function from an amount to the
answer's text.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.bundle.build import FOLDER, bundle
from macros.bundle.library import calculator_sources
from macros.bundle.running import ROOT
from macros.bundle.zips import zipped
from tests.support.pinned import PINNED

HERE = Path(__file__).parent
NODE_MODULES = ROOT / "node_modules"
PAGE = '<!doctype html><html lang="zh"><link rel="icon" href="data:,"><title>bench</title>'
# Both our files and the others': kept for ever, as on a host that knows that their names never come
# back with other contents.
HEADERS = "/*\n  Cache-Control: public, max-age=31536000, immutable\n"
REQUEST = {"calculator": "late-delivery", "lang": "zh", "on": PINNED, "today": PINNED}
# By the rules of that day.
PAID, OWED = "1299", "12.99"


@dataclass(frozen=True)
class Way:
    """One of them: its id, its script, and the package of npm that it needs beside ours."""

    id: str
    script: str
    package: str = ""


WAYS = (
    Way("ours", "ours.js"),
    Way("worker", "stock-in-worker.js"),
    Way("page", "stock.js"),
    Way("decimal", "decimal.js", "decimal.js"),
)
# Measured now and then, from a folder that has these packages.
OTHERS = (
    Way("pyscript", "pyscript.js", "@pyscript/core"),
    Way("micropython", "micropython.js", "@micropython/micropython-webassembly-pyscript"),
)


def lay(folder: Path, others: Path | None) -> dict[str, Any]:
    """All of them in one folder to be served; gives what ``begin`` is told.

    ``others`` is the ``node_modules`` of :data:`OTHERS`.
    """
    made = bundle()
    made.write(folder)
    (folder / "index.html").write_text(PAGE)
    (folder / "_headers").write_text(HEADERS)
    (folder / "calculators.zip").write_bytes(zipped(calculator_sources()))
    for path in HERE.glob("*.js"):
        shutil.copyfile(path, folder / path.name)
    packages = folder / "packages"
    shutil.copytree(NODE_MODULES / "pyodide", packages / "pyodide")
    shutil.copytree(NODE_MODULES / "decimal.js", packages / "decimal")
    if others:
        pyscript, micropython = (others / each.package for each in OTHERS)
        shutil.copytree(pyscript / "dist", packages / "pyscript")
        shutil.copytree(micropython, packages / "micropython")
    script, worker = (f"/{FOLDER}/{each}" for each in (made.scripts.element, made.scripts.worker))
    return {"script": script, "worker": worker, "request": REQUEST}


def version(package: str, modules: Path = NODE_MODULES) -> str:
    """The version of a package of npm as it is installed."""
    told = json.loads((modules / package / "package.json").read_text(encoding="utf-8"))
    return str(told["version"])
