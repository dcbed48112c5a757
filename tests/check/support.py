"""Mistakes from their files, made in the handbook without touching it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from checks import House

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "mistakes"
PATHS = sorted(FOLDER.glob("*.toml"), key=lambda path: path.stem)


def mistake(path: Path) -> Mapping[str, Any]:
    """What stands in the file of a mistake."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def house_with(made: Mapping[str, Any]) -> House:
    """The handbook with a mistake in it."""
    return House(changed={made["file"]: _changed(made)}, before=before)


@cache
def before(path: str) -> str | None:
    """A file as it was before somebody made the mistake: as it is on the disk."""
    file = ROOT / path
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _changed(made: Mapping[str, Any]) -> bytes | None:
    if made.get("delete"):
        return None
    if made.get("empty"):
        return b""
    text = before(made["file"]) or ""
    if "old" in made:
        assert made["old"] in text, f"{made['file']} has changed: choose another text to replace"
        text = text.replace(made["old"], made["new"], 1)
    if made.get("crlf"):
        text = text.replace("\n", "\r\n")
    return text.encode(made.get("encoding", "utf-8"), errors="replace")
