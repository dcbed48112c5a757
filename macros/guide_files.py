"""The pages' own files, for lists that name pages: front matter and text, by language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

DOCS = Path(__file__).parents[1] / "docs"


@dataclass(frozen=True)
class GuideFile:
    """One page as it is written; ``stem`` is its place in the language, ``orders/check-up``."""

    stem: str
    front: Mapping[str, Any]
    body: str

    @property
    def title(self) -> str:
        """Its name."""
        return str(self.front["title"])

    @property
    def address(self) -> str:
        """Where it is, seen from the language's first page: ``orders/check-up/``."""
        folder = self.stem.removesuffix("index").rstrip("/")
        return f"{folder}/" if folder else ""


@cache
def guide_files(lang: str) -> Mapping[str, GuideFile]:
    """All pages of a language by their stems, in the order of these."""
    root = DOCS / lang
    stems = {path.relative_to(root).with_suffix("").as_posix(): path for path in root.rglob("*.md")}
    return {stem: _read(stem, stems[stem]) for stem in sorted(stems)}


def guide_file(lang: str, stem: str) -> GuideFile:
    """The page ``stem``; raises ``ValueError`` where there is none."""
    if stem not in guide_files(lang):
        raise ValueError(f"docs/{lang} has no page {stem!r}")
    return guide_files(lang)[stem]


def _read(stem: str, path: Path) -> GuideFile:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return GuideFile(stem, yaml.safe_load(front), body)
