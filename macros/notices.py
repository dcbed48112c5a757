"""What notices and bills say, docs/notices.toml: which rule it is, what it costs, what to do."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any

from calculators.core.output.presentation import dated_title
from calculators.core.rules.confidence import CONFIDENCE, confidence
from calculators.core.rules.sources import Source, register
from macros.figures import figure
from macros.guide_files import guide_file
from macros.lookup import rule
from macros.templating import render, shared_texts, words

NOTICES = Path(__file__).parents[1] / "docs" / "notices.toml"
# What is said of a notice that the list does not have.
_APPEAL_DAYS, _APPEAL_PAGE, _APPEAL_HEADING = (
    "arbitration-deadline.violation_days",
    "disputes/arbitration",
    "appeal",
)
# {late-delivery.maximum}: the value of a rule.
_FIGURE = re.compile(r"\{([\w.-]+)\}")


@dataclass(frozen=True)
class Advice:
    """What an entry says in one language, ``{late-delivery.maximum}`` for a rule's value."""

    means: str
    costs: str
    first: str
    until: str

    @property
    def rules(self) -> list[str]:
        """The ids of the rules whose values it names."""
        return _FIGURE.findall(f"{self.means} {self.costs} {self.first} {self.until}")


@dataclass(frozen=True)
class Notice:
    """The words of a notice as they stand on it, and what to do; ``group`` is an id."""

    id: str
    group: str
    words: tuple[str, ...]
    also: tuple[str, ...]
    sources: tuple[Source, ...]
    page: str
    heading: str
    advice: Mapping[str, Advice]

    def confidence(self, on: date) -> str:
        """That of the least sure of what it says: its sources, and each value that it names."""
        levels = [rule(each, on).confidence(on) for each in self.advice["zh"].rules]
        return max([confidence(self.sources, on), *levels], key=CONFIDENCE.index)


@cache
def notices() -> tuple[Notice, ...]:
    """All notices, in the file's order; a source or limit that there is not raises an error."""
    return tuple(_notice(entry) for entry in _file()["notice"])


def groups() -> list[Mapping[str, str]]:
    """The groups in their order: ``id`` and a name a language."""
    found: list[Mapping[str, str]] = _file()["group"]
    return found


def notice_list(*, lang: str, built_for: date) -> str:
    """All notices, with a box that filters them where scripts run, as Markdown."""
    names = words(lang)["notices"]
    listed = [
        f"## {group[lang]} {{ #{group['id']} }}\n\n"
        + render("notices.html", notices=list(_shown(group["id"], lang, built_for)), words=names)
        for group in groups()
    ]
    finder = render(
        "notice_finder.html",
        words=names,
        days=figure(_APPEAL_DAYS, lang=lang, built_for=built_for),
        appeal=f"../{guide_file(lang, _APPEAL_PAGE).address}#{_APPEAL_HEADING}",
    )
    return "\n\n".join([finder, *listed])


def _shown(group: str, lang: str, built_for: date) -> Iterator[dict[str, object]]:
    texts = shared_texts(lang)
    for notice in notices():
        if notice.group != group:
            continue
        advice, guide = notice.advice[lang], guide_file(lang, notice.page)
        means, costs, first, until = (
            _FIGURE.sub(lambda found: figure(found[1], lang=lang, built_for=built_for), text)
            for text in (advice.means, advice.costs, advice.first, advice.until)
        )
        yield {
            "id": notice.id,
            "words": notice.words,
            "also": "|".join(notice.also),
            "means": means,
            "costs": costs,
            "first": first,
            "until": until,
            "href": f"../{guide.address}#{notice.heading}",
            "page": guide.title,
            "sources": [(each.id, dated_title(each, texts)) for each in notice.sources],
            "confidence": texts.get("confidence", notice.confidence(built_for)),
        }


def _notice(entry: Mapping[str, Any]) -> Notice:
    return Notice(
        id=entry["id"],
        group=entry["group"],
        words=tuple(entry["words"]),
        also=tuple(entry["also"]),
        sources=register().of(entry["sources"]),
        page=entry["page"],
        heading=entry["heading"],
        advice={
            lang: Advice(**entry[lang], until=_file()["until"][entry["until"]][lang])
            for lang in ("zh", "en")
        },
    )


@cache
def _file() -> dict[str, Any]:
    return loads(NOTICES.read_text(encoding="utf-8"))
