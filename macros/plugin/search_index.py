"""What our own search needs besides the theme's index: what pages are about, and other words."""

import json
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any

from macros.guide_files import DOCS, guide_files


@cache
def same_words() -> dict[str, dict[str, str]]:
    """By language, what readers type and what the handbook calls it (docs/same_words.toml)."""
    same: dict[str, dict[str, str]] = _told("same_words")
    return same


@cache
def other_subjects() -> dict[str, list[str]]:
    """By language, words of what the handbook does not cover (docs/other_subjects.toml)."""
    subjects: dict[str, list[str]] = _told("other_subjects")
    return subjects


def complete(site: Path, lang: str) -> None:
    """Add both to the index of a site that the theme's plugin has written.

    ``theme/search/`` reads them: ``about`` and ``words`` of a page's entry, ``same`` and ``other``
    of its settings.
    """
    path = site / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    pages = {each.address: each.front for each in guide_files(lang).values()}
    for entry in index["docs"]:
        if front := pages.get(entry["location"]):
            entry["about"] = front["description"]
            entry["words"] = front.get("search_words", [])
    index["config"]["same"] = same_words()[lang]
    index["config"]["other"] = other_subjects()[lang]
    path.write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")


def _told(name: str) -> dict[str, Any]:
    return loads((DOCS / f"{name}.toml").read_text("utf-8"))
