"""The page about programs: its examples are run and print what it says, its tables are complete."""

import contextlib
import io
import os
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from calculators import OkAnswer
from macros.rules_export import ExportedRule, ExportedSource, write_rules
from tests.support.markdown import LANGUAGES, ROOT, Page, page
from tests.support.pinned import TODAY

COMMAND = "shop-calculators"


def _page(lang: str) -> Page:
    return page(lang, "reference/api")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_example_prints_what_the_page_says(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_rules(tmp_path, TODAY)
    names: dict[str, Any] = {}
    printed = ""
    ran = []
    for fence in (token for token in _page(lang).tokens if token.type == "fence"):
        match fence.info:
            case "python":
                assert not printed, "what an example prints stands below it"
                printed = _printed(fence.content, names)
            case "text":
                assert printed == fence.content
                printed = ""
            case "console":
                line, _, told = fence.content.partition("\n")
                assert _in_a_terminal(line) == told
            case other:
                # A test installs nothing.
                assert (other, fence.content) == ("sh", "pip install .\n")
        ran.append(fence.info)
    assert not printed
    assert {"python", "text", "console", "sh"} <= set(ran)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tables_have_every_key_in_order(lang: str) -> None:
    shapes = (OkAnswer, ExportedRule, ExportedSource)
    declared = [list(shape.__annotations__) for shape in shapes]
    assert _tables(_page(lang)) == declared


def _printed(code: str, names: dict[str, Any]) -> str:
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        exec(code, names)  # noqa: S102 (the page's own examples)
    return told.getvalue()


def _in_a_terminal(line: str) -> str:
    """What a line at a prompt prints, both on standard output and beside it."""
    prompt, command, *arguments = shlex.split(line)
    assert (prompt, command) == ("$", COMMAND)
    ran = subprocess.run(
        [sys.executable, "-m", "calculators", *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8-sig",
        check=True,
    )
    return ran.stdout.replace("\r\n", "\n")


def _tables(described: Page) -> list[list[str]]:
    """The first cells of each table below its head, without their code marks."""
    tables: list[list[str]] = []
    kept = {"table_open", "tr_open", "inline"}
    for token, following in pairwise(each for each in described.tokens if each.type in kept):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append(following.content.strip("`"))
    return [rows[1:] for rows in tables]
