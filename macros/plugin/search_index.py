"""What our own search needs besides the theme's index: what pages are about, and other words."""

import json
from functools import cache
from pathlib import Path
from tomllib import loads

from macros.guide_files import DOCS, guide_files


@cache
def same_words() -> dict[str, dict[str, str]]:
    """By language, what readers type and what the handbook calls it (docs/same_words.toml)."""
    found: dict[str, dict[str, str]] = loads((DOCS / "same_words.toml").read_text("utf-8"))
    return found


def complete(site: Path, lang: str) -> None:
    """Add both to the index of a site that the theme's plugin has written.

    ``theme/search/`` reads them: ``about`` of a page's entry, and ``same`` of its settings.
    """
    path = site / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    about = {each.address: str(each.front["description"]) for each in guide_files(lang).values()}
    for entry in index["docs"]:
        if entry["location"] in about:
            entry["about"] = about[entry["location"]]
    index["config"]["same"] = same_words()[lang]
    path.write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")
