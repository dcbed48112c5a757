"""The register of sources: every entry whole, with the days on which it was read."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from calculators.core.rules.dated_rules import UNITS
from calculators.core.rules.sources import KINDS, KNOWN, REQUIRED, SEEN
from calculators.core.text.catalogue import LANGUAGES
from checks.finding import Finding
from checks.house import House
from checks.near import nearest, suggestions
from checks.registers import SOURCES

_FIGURE = re.compile(rf"\d+(?:\.\d+)? (?:{'|'.join(UNITS)})")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def sources(house: House, _: tuple[Finding, ...]) -> Iterator[Finding]:
    """Entries that lack something, name what there is not, or were read on a day to come."""
    if not (found := house.toml(SOURCES)):
        return
    tables = found.tables
    for key in tables.keys() - {"sources", "publishers", "copies"}:
        yield Finding(SOURCES, found.line(key), "toml.key",
                      {"key": key, "known": "sources, publishers, copies"})  # fmt: skip
    publishers = tables.get("publishers", {})
    for name, entry in tables.get("sources", {}).items():
        wrong = _wrong(name, entry, publishers, house.today) if isinstance(entry, dict) else None
        if wrong:
            where, code, values = wrong
            yield Finding(SOURCES, found.line("sources", name, *where), code,
                          {"id": name, **values})  # fmt: skip


def _wrong(
    name: str, entry: Mapping[str, Any], publishers: Mapping[str, Any], today: date
) -> tuple[tuple[str, ...], str, dict[str, str]] | None:
    unknown = sorted(entry.keys() - KNOWN)
    if unknown:
        meant = nearest(unknown[0], KNOWN)
        return (
            (unknown[0],),
            "toml.key",
            {"key": unknown[0], "known": meant or ", ".join(sorted(KNOWN))},
        )
    if missing := sorted(REQUIRED - entry.keys()):
        return (), "source.entry", {"missing": ", ".join(missing)}
    if not _ID.fullmatch(name):
        return (), "source.id", {}
    if entry["publisher"] not in publishers:
        near = suggestions(str(entry["publisher"]), publishers)
        return ("publisher",), "source.choice", {"key": "publisher", "known": near}
    for key, known in (("kind", KINDS), ("seen", SEEN)):
        if entry[key] not in known:
            return (key,), "source.choice", {"key": key, "known": ", ".join(known)}
    if ("address" in entry) == ("unlinked" in entry):
        return (), "source.address", {}
    for key in ("title", "note", *(["unlinked"] if "unlinked" in entry else [])):
        if not isinstance(entry[key], dict) or not all(entry[key].get(each) for each in LANGUAGES):
            return (key,), "text.languages", {"key": key}
    return _wrong_day(entry, today) or _wrong_figure(entry)


def _wrong_day(
    entry: Mapping[str, Any], today: date
) -> tuple[tuple[str, ...], str, dict[str, str]] | None:
    for key in ("read_on", "dated"):
        value = entry[key]
        if not isinstance(value, date):
            if key == "dated" and value == "unknown":
                continue
            return (key,), "source.day", {"key": key}
        if value > today:
            return (key,), "source.ahead", {"key": key, "day": str(value), "today": str(today)}
    days = entry["speaks"]
    if not isinstance(days, list) or not days or not all(isinstance(each, date) for each in days):
        return ("speaks",), "source.day", {"key": "speaks"}
    if days[0] > (days[1] if days[1:] else entry["read_on"]) or days[-1] > entry["read_on"]:
        return ("speaks",), "source.speaks", {"read_on": str(entry["read_on"])}
    if isinstance(entry["dated"], date) and entry["dated"] > entry["read_on"]:
        return ("dated",), "source.speaks", {"read_on": str(entry["read_on"])}
    return None


def _wrong_figure(entry: Mapping[str, Any]) -> tuple[tuple[str, ...], str, dict[str, str]] | None:
    for figure in entry["figures"]:
        if not _FIGURE.fullmatch(str(figure)):
            return ("figures",), "source.figure", {"figure": str(figure), "units": ", ".join(UNITS)}
    return None
