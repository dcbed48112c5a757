"""The page of licences names what the site holds, as the packages themselves say it."""

import json
from importlib.metadata import distribution, metadata
from pathlib import Path

import pytest

from tests.support.markdown import LANGUAGES, ROOT, page


def _works(lang: str) -> dict[str, str]:
    """The licence of each work, in the table's order."""
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page(lang, "reference/licences").body.splitlines()
        if line.startswith("|")
    ]
    return {work: licence for work, _, licence, _ in cells[2:]}


def _theme() -> Path:
    return Path(str(distribution("mkdocs-material").locate_file("material")))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pyodide_and_the_theme_are_under_the_licences_that_they_state(lang: str) -> None:
    package = json.loads((ROOT / "node_modules" / "pyodide" / "package.json").read_text("utf-8"))
    works = _works(lang)
    assert works["Pyodide"] == package["license"]
    assert works["Material for MkDocs"] == metadata("mkdocs-material")["License-Expression"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_library_in_the_theme_s_scripts_is_named(lang: str) -> None:
    scripts = _theme() / "templates" / "assets" / "javascripts"
    libraries = {
        source.partition("node_modules/")[2].partition("/")[0]
        for path in scripts.rglob("*.map")
        for source in json.loads(path.read_text(encoding="utf-8"))["sources"]
        if "node_modules/" in source
    }
    assert len(libraries) > 1
    assert libraries <= {work.casefold() for work in _works(lang)}


def test_both_languages_name_the_same_works_under_the_same_licences() -> None:
    zh, en = map(_works, LANGUAGES)
    assert len(zh) == len(en)
    for (work_zh, licence_zh), (work_en, licence_en) in zip(zh.items(), en.items(), strict=True):
        assert work_zh.split()[0].partition("、")[0] == work_en.split()[0].partition(",")[0]
        assert licence_zh == licence_en or work_zh == "wordcut"


def test_the_licence_files_say_which_is_which() -> None:
    holder = "Copyright (c) 2026 the contributors to the Douyin Shop Merchant Handbook"
    code = (ROOT / "LICENSE").read_text(encoding="utf-8")
    text = (ROOT / "LICENSE-TEXT").read_text(encoding="utf-8")
    assert code.startswith(f"MIT License\n\n{holder}\n")
    assert holder in text
    assert "Attribution 4.0 International" in text
