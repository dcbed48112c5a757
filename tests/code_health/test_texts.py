"""Both languages say the same things: the same texts, with the same figures in them."""

import re
from collections.abc import Iterator
from pathlib import Path
from tomllib import loads
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest

from calculators import CALCULATORS, definition
from calculators.core.inputs.fields import fields_of
from calculators.core.outcome.outputs import outputs_of
from calculators.core.resources import read_toml
from calculators.core.rules.dated_rules import FORMULA
from tests.support.chinese import HALF_WIDTH
from tests.support.repository import ROOT

FOLDERS = [ROOT / "calculators" / each.replace("-", "_") for each in CALCULATORS]
PAIRS = [
    *FOLDERS,
    ROOT / "calculators" / "core" / "text",
    ROOT / "calculators" / "scaffold",
    ROOT / "calculators" / "terminal",
    ROOT / "tools" / "changes",
    ROOT / "macros" / "texts",
]


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_languages_have_the_same_texts_and_placeholders(folder: Path) -> None:
    """Guards against a sentence that one language lacks, or that leaves out a figure there."""
    zh, en = (dict(_leaves(_tables(folder / f"{lang}.toml"))) for lang in ("zh", "en"))
    assert zh.keys() == en.keys()
    differing = [key for key in zh if _placeholders(zh[key]) != _placeholders(en[key])]
    assert differing == []


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_chinese_uses_full_width_punctuation(folder: Path) -> None:
    """Guards against marks typed with a Latin keyboard, which readers take for a slip."""
    texts = dict(_leaves(_tables(folder / "zh.toml")))
    assert {key: text for key, text in texts.items() if HALF_WIDTH.search(text)} == {}


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_texts_name_just_the_fields_outputs_and_rules_that_exist(calculator: str) -> None:
    """Guards against a name that was changed in code only: a crash, or words that nobody reads."""
    described = definition(calculator)
    tables = read_toml(described.package, "zh.toml")
    assert tables["fields"].keys() == fields_of(described.inputs).keys()
    # The core has a name for the formula where a calculator has none.
    assert tables["rules"].keys() | {FORMULA} == described.rule_book.history().keys()
    ends = {output.up_to for output in outputs_of(described.outputs).values()}
    assert tables["outputs"].keys() == outputs_of(described.outputs).keys() - ends
    for name, output in outputs_of(described.outputs).items():
        if output.choices:
            assert tables["outputs"][name]["choices"].keys() == set(output.choices)


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_an_output_that_may_be_missing_says_what_that_means(calculator: str) -> None:
    """Guards against an empty line where an answer has nothing to say."""
    described = definition(calculator)
    missing = {
        name
        for name, kind in get_type_hints(described.outputs).items()
        if NoneType in get_args(kind)
    }
    said = read_toml(described.package, "zh.toml")["outputs"]
    silent = [name for name in missing if name in said and "none" not in said[name]]
    assert silent == [], 'add none = "…" below [outputs.<name>]'


def _tables(path: Path) -> dict[str, Any]:
    return loads(path.read_text(encoding="utf-8"))


def _leaves(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def _placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))
