"""Mistakes that contributors make, each in a file of its own, are told once, at their line."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from calculators.core.text.catalogue import LANGUAGES
from checks import House, check
from checks.finding import codes
from tests.check.support import PATHS, ROOT, house_with, mistake


def _line(finding: Mapping[str, Any], house: House) -> int:
    """Where it is to stand: a number, or the line that has a text, the first or nth."""
    if isinstance(finding["line"], int):
        return finding["line"]
    lines = (house.text(finding["file"]) or "").split("\n")
    found = [number for number, line in enumerate(lines, 1) if finding["line"] in line]
    nth: int = finding.get("nth", 1)
    return found[nth - 1]


# What a check finds changes with checks/ alone; that it finds nothing is tried each time.
@pytest.mark.slow
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_mistake_is_told_once_at_its_line(path: Path) -> None:
    made = mistake(path)
    house, finding = house_with(made), made["finding"]
    found = check(house)
    told = [(each.code, each.path, each.line) for each in found]
    assert told == [(finding["code"], finding["file"], _line(finding, house))]
    for lang in LANGUAGES:
        assert found[0].what(lang)
        assert found[0].mend(lang)


def test_the_handbook_has_nothing_to_mend() -> None:
    found = check(House())
    assert [f"{each.path}:{each.line}: {each.what('en')}" for each in found] == []


def test_each_kind_has_its_sentences_in_both_languages() -> None:
    sentences = {
        lang: tomllib.loads((ROOT / f"checks/sentences/{lang}.toml").read_text(encoding="utf-8"))
        for lang in LANGUAGES
    }
    assert sentences["zh"].keys() == sentences["en"].keys() == set(codes())
    kinds = [each for lang in LANGUAGES for each in sentences[lang].values()]
    assert all(each.keys() == {"what", "mend"} for each in kinds)
