"""The glossary, docs/glossary.csv: one term, one name; and what each means."""

import csv
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from macros.guide_files import GuideFile, guide_files
from macros.list_filter import list_filter
from macros.tasks import groups
from macros.templating import render, words

GLOSSARY = Path(__file__).parents[1] / "docs" / "glossary.csv"
# Which guides use a term is told of what they say themselves, and at most of so many.
_NO_GUIDES = {"calculators", "contribute", "reference"}
_NO_PROSE = re.compile(r"\{\{.*?\}\}|\{ #.*?\}|\]\([^)]*\)|<[^>]*>|`[^`]*`", re.DOTALL)
_NAMED = 3


@dataclass(frozen=True)
class Term:
    """A term in both languages, and what it means; ``marked``: the languages whose pages do."""

    zh: str
    en: str
    marked: str
    meaning_zh: str
    meaning_en: str

    @property
    def id(self) -> str:
        """Its anchor on the page of the glossary."""
        return re.sub(r"[^a-z0-9]+", "-", self.en.casefold()).strip("-")

    def name(self, lang: str) -> str:
        """The term in ``lang``."""
        return self.zh if lang == "zh" else self.en

    def meaning(self, lang: str) -> str:
        """What it means, in ``lang``."""
        return self.meaning_zh if lang == "zh" else self.meaning_en


@cache
def terms() -> tuple[Term, ...]:
    """All terms, in the file's order."""
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        return tuple(Term(**row) for row in csv.DictReader(file))


def glossary_table(*, lang: str) -> str:
    """The glossary as a list that a phone can show, with the guides that use each term most."""
    used, names = _uses(lang), words(lang)["glossary"]
    chips = [(group.id, group.name[lang]) for group in groups()]
    groups_of = {each.page: group.id for group in groups() for each in group.tasks}
    filtering = list_filter(".term", names["ask"], chips, lang=lang)
    listed = render(
        "glossary.html",
        terms=[
            {
                "id": each.id,
                "name": each.name(lang),
                "other": each.name(other(lang)),
                "meaning": each.meaning(lang),
                "used": used.get(each, [])[:_NAMED],
                "tags": sorted({groups_of[guide.stem] for guide in used.get(each, [])[:_NAMED]}),
            }
            for each in terms()
        ],
        other=other(lang),
        words=names,
    )
    return f"{filtering}\n\n{listed}"


def _uses(lang: str) -> dict[Term, list[GuideFile]]:
    """The guides that use each term, those first that use it most."""
    known, found = names(lang), dict[Term, Counter[str]]()
    guides = {
        stem: each
        for stem, each in guide_files(lang).items()
        if "/" in stem and stem.partition("/")[0] not in _NO_GUIDES
    }
    for stem, guide in guides.items():
        for match in pattern(lang).finditer(_NO_PROSE.sub(" ", guide.body)):
            found.setdefault(known[match[0].casefold()], Counter())[stem] += 1
    return {
        term: [guides[stem] for stem, _ in counts.most_common()] for term, counts in found.items()
    }


def names(lang: str) -> dict[str, Term]:
    """The terms by their names in ``lang``, in small letters."""
    return {each.name(lang).casefold(): each for each in terms()}


@cache
def pattern(lang: str) -> re.Pattern[str]:
    """What finds the names of terms in a text."""
    edge = r"\b" if lang == "en" else ""
    # The longest first: 浮动保证金 before 保证金.
    ordered = sorted(names(lang), key=len, reverse=True)
    return re.compile(f"{edge}({'|'.join(map(re.escape, ordered))}){edge}", re.IGNORECASE)


def other(lang: str) -> str:
    """The other language."""
    return "en" if lang == "zh" else "zh"
