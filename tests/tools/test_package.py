"""The package: what its wheel has, and that it answers in an empty environment far from here."""

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

import calculators
from macros.bundle.library import NOT_IN_PAGES, calculator_sources
from tests.support.markdown import ROOT
from tools.setup import pythons

BIN = "Scripts" if sys.platform == "win32" else "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return Path(built)


@pytest.fixture(scope="module")
def packed(wheel: Path) -> dict[str, bytes]:
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_wheel_has_the_calculators_and_nothing_else(packed: dict[str, bytes]) -> None:
    """A flat layout without a word in pyproject.toml would pack macros, theme and tests, too."""
    assert {name.partition("/")[0] for name in packed} == {
        "calculators",
        f"douyin_shop_calculators-{_version(packed)}.dist-info",
    }
    assert "calculators/py.typed" in packed


def test_the_browser_gets_what_the_wheel_has(packed: dict[str, bytes]) -> None:
    ours = {name: data for name, data in packed.items() if name.startswith("calculators/")}
    asked_elsewhere = {
        name
        for name in ours
        if name.startswith(NOT_IN_PAGES) or name.endswith(("cases.toml", "__main__.py", "py.typed"))
    }
    sources = calculator_sources()
    assert sources.keys() == ours.keys() - asked_elsewhere
    # TOML is baked on the way; Python is not touched.
    python = [name for name in sources if name.endswith(".py")]
    assert [name for name in python if sources[name] != ours[name]] == []


def test_the_package_needs_no_other(packed: dict[str, bytes]) -> None:
    metadata = _dist_info(packed, "METADATA")
    assert "Requires-Python: >=3.12" in metadata
    assert "License-Expression: MIT" in metadata
    assert "Requires-Dist" not in metadata
    assert _dist_info(packed, "entry_points.txt").split() == [
        *("[console_scripts]", "shop-calculators", "=", "calculators.__main__:command")
    ]


def test_all_public_names_are_there() -> None:
    assert [name for name in calculators.__all__ if not hasattr(calculators, name)] == []


@pytest.mark.slow
@pytest.mark.parametrize("python", list(pythons()))
def test_the_package_answers_in_an_empty_environment(
    python: str, wheel: Path, tmp_path: Path
) -> None:
    venv = tmp_path / "venv"
    _run(tmp_path, python, "-m", "venv", venv)
    _run(tmp_path, venv / BIN / "pip", "install", "--no-index", "--no-deps", wheel)
    question = ("late-delivery", "paid=299.99", "--on", "2025-03-01")
    asked = _run(tmp_path, venv / BIN / "shop-calculators", *question, "--json")
    imported = _run(tmp_path, venv / BIN / "python", "-c", IMPORTED)
    assert json.loads(asked)["outputs"] == json.loads(imported)["outputs"]
    where = _run(tmp_path, venv / BIN / "python", "-c", "print(__import__('calculators').__file__)")
    assert Path(where.strip()).is_relative_to(venv)
    refused = subprocess.run(
        [venv / BIN / "shop-calculators", "new", "my-rule", "--lang", "en"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (refused.returncode, "Nothing was written" in refused.stderr) == (2, True)


IMPORTED = """
import json
from calculators import evaluate
print(json.dumps(evaluate("late-delivery", {"paid": "299.99"}, on="2025-03-01")))
"""


def _run(folder: Path, *command: str | Path) -> str:
    return subprocess.run(
        command, cwd=folder, check=True, capture_output=True, encoding="utf-8"
    ).stdout


def _dist_info(packed: dict[str, bytes], name: str) -> str:
    (found,) = (data for path, data in packed.items() if path.endswith(f".dist-info/{name}"))
    return found.decode()


def _version(packed: dict[str, bytes]) -> str:
    (version,) = (
        line.removeprefix("Version: ")
        for line in _dist_info(packed, "METADATA").splitlines()
        if line.startswith("Version: ")
    )
    return version
