"""The table of faults: each is brought about by a test, and told in the words of the page."""

import ast
from html import unescape
from pathlib import Path

import pytest

from macros.faults import fault_table, faults
from macros.templating import words
from tests.support.markdown import LANGUAGES

BROWSER = Path(__file__).parents[1] / "browser"


def test_each_fault_of_the_list_is_brought_about() -> None:
    tried = [
        str(ast.literal_eval(node.args[0]))
        for path in BROWSER.glob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "tried"
    ]
    # A test goes through all that a server or a network does to a file.
    by_server = [fault.id for fault in faults().values() if fault.server]
    assert sorted(tried + by_server) == sorted(faults())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_that_the_page_gives_is_in_the_list(lang: str) -> None:
    # Not reasons: what stands around them.
    around = {"gap", "title", "unanswered", "kept", "retry", "reload"}
    said = {text for key, text in words(lang)["failure"].items() if key not in around}
    assert said - {fault.sentence(lang) for fault in faults().values()} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_has_a_row_for_each(lang: str) -> None:
    html = unescape(fault_table(lang=lang))
    for fault in faults().values():
        assert f'<tr id="{fault.id}"><td>{fault.broken[lang]}</td>' in html
        assert fault.sentence(lang) in html
    assert "{" not in html
