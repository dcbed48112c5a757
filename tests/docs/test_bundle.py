"""The browser's Python is the same whatever Python builds the site, and one that it can read."""

import os
import subprocess
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

import pytest

from macros.bundle.build import bundle
from macros.bundle.lean.tables import TABLE
from macros.bundle.running import PYODIDE, run
from tests.support.markdown import ROOT
from tools.setup import pythons

MAGIC = ROOT / "tests" / "support" / "magic.mjs"
# Of a .pyc: the number of its Python, and how it is told from its source; 3 is by hash, not time.
NUMBER, TOLD_BY, BY_HASH = slice(0, 4), slice(4, 8), (3).to_bytes(4, "little")
MAKE = """
import sys
from pathlib import Path
from macros.bundle import library
library.make(Path(sys.argv[1]))
"""


@pytest.mark.slow
def test_the_browsers_python_can_read_the_bytecode() -> None:
    """Compiled by the 3.12 that built the site, each calculator was dead and the build green."""
    number = bytes.fromhex(run(MAGIC, str(PYODIDE)))
    for archive in _archives():
        with ZipFile(archive) as library:
            early = {name: library.read(name) for name in library.namelist() if name != TABLE}
        assert {name.rpartition(".")[2] for name in early} <= {"pyc"}
        assert {data[NUMBER] for data in early.values()} <= {number}
        assert {data[TOLD_BY] for data in early.values()} <= {BY_HASH}


@pytest.mark.slow
def test_every_python_of_the_machine_makes_the_same_bytes(tmp_path: Path) -> None:
    """Compiled by the host, the bytes were those of its patch release."""
    ours, *others = pythons()
    if not others:
        pytest.skip("this machine has one Python from 3.12 on, and none to compare it with")
    # What making it takes is pure Python, which the others read where ours has it.
    packages = str(distribution("pyodide-build").locate_file(""))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), packages))}
    made: list[dict[str, bytes]] = []
    for python in (ours, *others):
        folder = tmp_path / str(len(made))
        folder.mkdir()
        subprocess.run([python, "-c", MAKE, folder], cwd=ROOT, env=environment, check=True)
        made.append({path.name: path.read_bytes() for path in folder.iterdir()})
    first, *rest = made
    assert {"library", "texts-zh", "texts-en", "orders", "workbooks"} < {
        name[:-4] for name in first
    }
    for python, files in zip(others, rest, strict=True):
        assert files.keys() == first.keys()
        differing = [name for name in first if files[name] != first[name]]
        assert not differing, f"{python} makes other bytes than {ours}"


def _archives() -> list[Path]:
    archives = [path for name, path in bundle().files.items() if name.endswith(".zip")]
    return [path for path in archives if isinstance(path, Path)]
