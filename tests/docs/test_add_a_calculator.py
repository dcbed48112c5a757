"""The guide to a new calculator shows what the scaffold lays, and leaves out no kind of input."""

import re
from datetime import date
from inspect import getmembers, isfunction
from pathlib import Path

import pytest

from calculators.core.inputs import fields
from calculators.scaffold import create_calculator, next_steps
from tests.support.markdown import LANGUAGES, Page, page

# The day that the guide's code says.
CHECKED = date(2026, 11, 21)
COMMANDS = (".venv/bin/", "make ")


def _guide(lang: str) -> Page:
    return page(lang, "contribute/add-a-calculator")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_code_is_from_the_laid_files(lang: str, tmp_path: Path) -> None:
    laid = [
        path.read_text(encoding="utf-8") for path in create_calculator("my-rule", tmp_path, CHECKED)
    ]
    steps = re.sub(r"^ +", "", next_steps("my-rule", lang), flags=re.MULTILINE)
    fences = [token.content for token in _guide(lang).tokens if token.type == "fence"]
    blocks = [re.sub(r"\{% \w+ %\}", "", each) for each in fences]
    code = [each for each in blocks if not each.startswith(COMMANDS)]
    assert len(code) > len(laid)
    assert [each for each in code if not any(each in text for text in (*laid, steps))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tests_are_run_as_the_scaffold_says(lang: str) -> None:
    (command,) = re.findall(r"\S+ -m pytest .*", next_steps("my-rule", lang))
    assert command in _guide(lang).body


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_input_is_described(lang: str) -> None:
    public = {
        name
        for name, function in getmembers(fields, isfunction)
        if function.__module__ == fields.__name__ and not name.startswith("_")
    }
    described = set(re.findall(r"^\| `(\w+)\(", _guide(lang).body, flags=re.MULTILINE))
    assert public - {"fields_of"} <= described
