"""One folder, one calculator: complete, on the list, and tested under its name."""

import re

import pytest

from calculators import CALCULATORS
from tests.support.repository import files, read

PARTS = {"__init__.py", "calculate.py", "cases.toml", "en.toml", "rules.toml", "zh.toml"}
FOLDERS = {each: each.replace("-", "_") for each in CALCULATORS}


def test_every_folder_with_rules_is_on_the_list() -> None:
    """Guards against a calculator that is finished, and reached from nowhere."""
    found = (re.fullmatch(r"calculators/(\w+)/rules\.toml", path) for path in files())
    assert {each[1] for each in found if each} == set(FOLDERS.values())


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_a_folder_has_all_that_a_calculator_is_made_of(calculator: str) -> None:
    """Guards against a part that stands elsewhere, or was never written."""
    start = f"calculators/{FOLDERS[calculator]}/"
    found = {path.removeprefix(start) for path in files() if path.startswith(start)}
    assert found >= PARTS
    besides = {name for name in found - PARTS if not name.endswith(".py")}
    assert besides == set(), "data of a calculator is in the files above"


def test_every_calculator_has_a_file_of_tests() -> None:
    """Guards against a calculator of which nobody has said what always holds."""
    for calculator, folder in FOLDERS.items():
        path = f"tests/calculators/test_{folder}.py"
        assert path in files(), f"{calculator} needs {path}"
        assert re.search(r"^def test_", read(path), re.MULTILINE), path
        assert calculator in read(path), f"{path} asks {calculator} nothing"
