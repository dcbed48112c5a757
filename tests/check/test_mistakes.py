"""Mistakes that contributors make, each in a file of its own, are told once, at their line."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checks import Finding, House, check
from checks.finding import LANGUAGES, codes

FOLDER = Path(__file__).parent / "mistakes"
MISTAKES = sorted(FOLDER.glob("*.toml"), key=lambda path: path.stem)
ROOT = Path(__file__).parents[2]


def _changed(mistake: Mapping[str, Any]) -> tuple[str, bytes | None]:
    """The file with the mistake in it, ``None`` where it is deleted."""
    path = mistake["file"]
    before = (ROOT / path).read_text(encoding="utf-8")
    if mistake.get("delete"):
        return path, None
    if mistake.get("empty"):
        return path, b""
    if "encoding" in mistake:
        return path, before.encode(mistake["encoding"], errors="replace")
    assert mistake["old"] in before, f"{path} has changed: choose another text to replace"
    return path, before.replace(mistake["old"], mistake["new"], 1).encode()


def _line(mistake: Mapping[str, Any], house: House) -> int:
    """Where the finding is to stand: a number, or the line that has a text, the first or nth."""
    where = mistake["finding"]
    if isinstance(where["line"], int):
        return int(where["line"])
    lines = (house.text(where["file"]) or "").split("\n")
    found = [number for number, line in enumerate(lines, 1) if where["line"] in line]
    nth: int = where.get("nth", 1)
    return found[nth - 1]


@cache
def _before(path: str) -> str | None:
    file = ROOT / path
    return file.read_text(encoding="utf-8") if file.is_file() else None


def found_of(mistake: Mapping[str, Any]) -> tuple[House, list[Finding]]:
    """What a check tells of the handbook with a mistake in it."""
    house = House(changed=dict([_changed(mistake)]), before=_before)
    return house, check(house)


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_a_mistake_is_told_once_at_its_line(path: Path) -> None:
    mistake = tomllib.loads(path.read_text(encoding="utf-8"))
    house, found = found_of(mistake)
    told = [(each.code, each.path, each.line) for each in found]
    where = mistake["finding"]
    assert told == [(where["code"], where["file"], _line(mistake, house))]
    for lang in LANGUAGES:
        assert found[0].what(lang)
        assert found[0].mend(lang)


def test_the_handbook_has_nothing_to_mend() -> None:
    assert [str(each) for each in check(House())] == []


def test_each_kind_has_its_sentences_in_both_languages() -> None:
    sentences = {
        lang: tomllib.loads((ROOT / f"checks/sentences/{lang}.toml").read_text(encoding="utf-8"))
        for lang in LANGUAGES
    }
    assert sentences["zh"].keys() == sentences["en"].keys() == set(codes())
    assert all(
        each.keys() == {"what", "mend"} for lang in LANGUAGES for each in sentences[lang].values()
    )
