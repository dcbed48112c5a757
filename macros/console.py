"""Where things are in the merchant console, docs/console.toml: every path that the guides name."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any

from calculators.core.output.presentation import dated_title
from calculators.core.rules.sources import Source, register
from macros.templating import render, shared_texts, words

CONSOLE = Path(__file__).parents[1] / "docs" / "console.toml"
BETWEEN = " › "


@dataclass(frozen=True)
class Way:
    """One path to a place, as the console writes it; ``years`` are the first and the last.

    ``None`` where it stands in an online article without a day.
    """

    parts: tuple[str, ...]
    sources: tuple[Source, ...]
    years: tuple[int, int] | None


@dataclass(frozen=True)
class Place:
    """A place in the console, its paths, and what to type into the console's own search."""

    id: str
    name: Mapping[str, str]
    use: Mapping[str, str]
    search: str
    ways: tuple[Way, ...]


@cache
def places() -> tuple[Place, ...]:
    """All places, in the file's order; a source that there is not raises ``ValueError``."""
    return tuple(
        Place(
            each["id"], each["name"], each["use"], each["search"], tuple(map(_way, each["paths"]))
        )
        for each in _file()["place"]
    )


def english(part: str) -> str:
    """One part of a path in English; raises ``ValueError`` where it has no name there."""
    names: dict[str, str] = _file()["words"]
    if part not in names:
        raise ValueError(f"docs/console.toml: no English word for {part!r}")
    return names[part]


def console_places(*, lang: str) -> str:
    """All places, each under a heading of its own, as Markdown."""
    return "\n\n".join(
        f"## {each.name[lang]} {{ #{each.id} }}\n\n{each.use[lang]}\n\n{_paths(each, lang)}"
        for each in places()
    )


def _paths(place: Place, lang: str) -> str:
    texts, names = shared_texts(lang), words(lang)["console"]
    ways = [
        {
            "path": BETWEEN.join(
                part if lang == "zh" else f"{english(part)} ({part})" for part in way.parts
            ),
            "years": _years(way, names),
            "source": next(
                ({"id": each.id, "title": dated_title(each, texts)} for each in way.sources), None
            ),
        }
        for way in place.ways
    ]
    return render("console.html", ways=ways, search=place.search, words=names)


def _years(way: Way, names: Mapping[str, str]) -> str:
    if way.years is None:
        return names["undated"]
    first, last = way.years
    return names["years" if first < last else "year"].format(first=first, last=last)


def _way(entry: Mapping[str, Any]) -> Way:
    sources = register().of(entry.get("sources", ()))
    seen = [day.year for source in sources for day in source.speaks] or [
        year for year in [entry.get("year")] if year
    ]
    return Way(
        tuple(entry["steps"].split(BETWEEN)), sources, (min(seen), max(seen)) if seen else None
    )


@cache
def _file() -> dict[str, Any]:
    return loads(CONSOLE.read_text(encoding="utf-8"))
