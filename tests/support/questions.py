"""What merchants type into the search box, and the pages that answer it (tests/browser/*.toml)."""

import tomllib
from typing import Any

from tests.support.markdown import ROOT


def questions(name: str) -> dict[str, Any]:
    """A file of questions: those with a page, and those on what the handbook does not cover."""
    return tomllib.loads((ROOT / "tests" / "browser" / f"{name}.toml").read_text("utf-8"))


def asked(lang: str, of: dict[str, Any]) -> dict[str, str]:
    """The questions of a language, each with the page that answers it."""
    return {one["asked"]: one["page"] for one in of["question"] if one["lang"] == lang}


def accepted(lang: str, of: dict[str, Any]) -> dict[str, set[str]]:
    """The same with each page that answers as well (``or``)."""
    return {
        one["asked"]: {one["page"], *one.get("or", [])}
        for one in of["question"]
        if one["lang"] == lang
    }
