"""A directory of stored texts, in whichever of the two layouts it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tools.watch import UnusableError


@dataclass(frozen=True)
class Stored:
    """One text of one rule; ``day`` is when it was stored, ``None`` where nothing says so."""

    rule: str
    title: str
    day: date | None
    text: str


@dataclass(frozen=True)
class Listed:
    """A rule as the platform's own list has it, with or without its text."""

    rule: str
    title: str
    published: date | None
    seen: date


@dataclass(frozen=True)
class Directory:
    """All stored texts, the newest first, and the platform's list where there is one."""

    texts: tuple[Stored, ...]
    listed: tuple[Listed, ...] = ()

    @property
    def newest_day(self) -> date | None:
        """The last day on which anything was stored."""
        days = [each.day for each in self.texts if each.day] + [each.seen for each in self.listed]
        return max(days, default=None)

    def newest(self, until: date | None = None) -> dict[str, Stored]:
        """The newest text of each rule, of those stored up to ``until`` where that is given."""
        found: dict[str, Stored] = {}
        for each in self.texts:
            if until is None or (each.day is not None and each.day <= until):
                found.setdefault(each.rule, each)
        return found

    def of(self, rule: str) -> list[Stored]:
        """All texts of one rule, the newest first."""
        return [each for each in self.texts if each.rule == rule]


def newest_first(texts: Iterable[Stored]) -> tuple[Stored, ...]:
    """``texts`` by day; those without one come last, those of one day stay in their order."""
    return tuple(sorted(texts, key=lambda each: each.day or date.min, reverse=True))


def decoded(path: Path) -> str:
    """A text file of the layouts; raises ``UnusableError`` where missing, empty or not UTF-8."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UnusableError("unreadable", path=path, why=error.strerror) from None
    except UnicodeDecodeError:
        raise UnusableError("undecodable", path=path) from None
    if not text.strip():
        raise UnusableError("empty", path=path)
    return text
