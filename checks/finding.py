"""One finding: where it stands, which kind it is, and what its sentences are filled with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tomllib import loads

_SENTENCES = Path(__file__).parent / "sentences"


@dataclass(frozen=True, order=True)
class Finding:
    """A mistake at a line (from 1) of the file ``path``, as its root names it.

    ``code`` has its sentences in ``sentences/*.toml``; ``about`` are other files that it is about,
    so that a check of one of those tells it, too.
    """

    path: str
    line: int
    code: str
    values: Mapping[str, str] = field(default_factory=dict, compare=False)
    about: tuple[str, ...] = field(default=(), compare=False)

    def what(self, lang: str) -> str:
        """What is wrong."""
        return _said(self.code, "what", lang).format_map(self.values)

    def mend(self, lang: str) -> str:
        """How to mend it."""
        return _said(self.code, "mend", lang).format_map(self.values)


def codes() -> list[str]:
    """All codes that have sentences."""
    return list(_catalogue("zh"))


def _said(code: str, part: str, lang: str) -> str:
    return _catalogue(lang)[code][part]


@cache
def _catalogue(lang: str) -> Mapping[str, Mapping[str, str]]:
    return loads((_SENTENCES / f"{lang}.toml").read_text(encoding="utf-8"))
