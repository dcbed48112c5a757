"""The register of sources: what a value or a formula rests on, one entry a text and version.

``calculators/sources.toml`` explains its own fields. A claim of the five articles is no source.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from calculators.core.resources import frozen, read_toml

KINDS = ("text", "notice", "draft", "law", "press", "choice")
SEEN = ("original", "copy", "repost")

REQUIRED = {"publisher", "title", "kind", "seen", "dated", "read_on", "speaks", "figures", "note"}
KNOWN = REQUIRED | {"address", "unlinked", "copy"}


@dataclass(frozen=True, eq=False)
class Source:
    """One text in one version.

    ``dated`` is its own day (``None``: it has none), ``read_on`` the day on which it was read,
    ``speaks`` the first and the last day for which it speaks; the last is the day of reading
    where it was in force then. ``figures`` are what was taken from it (``3 yuan``, ``48 hours``).
    """

    id: str
    publisher: str
    title: Mapping[str, str]
    kind: str
    seen: str
    dated: date | None
    read_on: date
    speaks: tuple[date, date]
    figures: tuple[str, ...]
    address: str | None
    unlinked: Mapping[str, str]
    note: Mapping[str, str]


class Register:
    """All sources by their ids, and the names of their publishers."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self.publishers: Mapping[str, Mapping[str, str]] = frozen(tables["publishers"])
        self.copies: Mapping[str, Mapping[str, Any]] = frozen(tables.get("copies", {}))
        self._sources = {key: _source(key, entry) for key, entry in tables["sources"].items()}
        if strangers := {each.publisher for each in self} - self.publishers.keys():
            raise ValueError(f"sources.toml: no such publishers: {sorted(strangers)}")

    def __iter__(self) -> Iterator[Source]:
        return iter(self._sources.values())

    def of(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """The sources with these ids; raises ``ValueError`` naming those that are none."""
        wanted = tuple(ids)
        if unknown := [each for each in wanted if each not in self._sources]:
            raise ValueError(f"sources.toml has no {', '.join(unknown)}")
        return tuple(self._sources[each] for each in wanted)


@cache
def register() -> Register:
    """The register that all calculators share."""
    return Register(read_toml("calculators", "sources.toml"))


def _source(key: str, entry: Mapping[str, Any]) -> Source:
    missing, unknown = REQUIRED - entry.keys(), entry.keys() - KNOWN
    if missing or unknown:
        raise ValueError(f"{key}: missing {sorted(missing)}, unknown {sorted(unknown)}")
    if entry["kind"] not in KINDS or entry["seen"] not in SEEN:
        raise ValueError(f"{key}: kind is one of {KINDS}, seen one of {SEEN}")
    if ("address" in entry) == ("unlinked" in entry):
        raise ValueError(f"{key}: either an address, or why there is none (unlinked)")
    first, *rest = entry["speaks"]
    last = rest[0] if rest else entry["read_on"]
    if first > last:
        raise ValueError(f"{key}: speaks from {first} to {last}")
    return Source(
        id=key,
        publisher=entry["publisher"],
        title=frozen(entry["title"]),
        kind=entry["kind"],
        seen=entry["seen"],
        dated=None if entry["dated"] == "unknown" else entry["dated"],
        read_on=entry["read_on"],
        speaks=(first, last),
        figures=tuple(entry["figures"]),
        address=entry.get("address"),
        unlinked=frozen(entry.get("unlinked", {})),
        note=frozen(entry["note"]),
    )
