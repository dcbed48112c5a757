"""Which words of each section were last seen to say the same in both languages.

``docs/same.csv`` has a line a section: its page and id, and a short sum of its words in Chinese
and in English. Spaces, marks and what macros fill in do not count: mending these makes nothing
stale.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from io import StringIO

from checks.page import NO_PROSE, Page, Section

RECORD = "docs/same.csv"


@dataclass(frozen=True)
class Record:
    """The sums by page, section and language."""

    sums: Mapping[tuple[str, str], Mapping[str, str]]

    @classmethod
    def read(cls, text: str) -> "Record":
        """The record as its file has it."""
        rows = csv.DictReader(StringIO(text))
        return cls({(row["page"], row["section"]): row for row in rows})

    def differs(self, page: Page, section: str) -> bool:
        """Whether a section of ``page`` has other words than were recorded; new ones have none."""
        kept = self.sums.get((page.stem, section))
        return kept is not None and kept[page.lang] != sums(page).get(section, "")

    def with_pages(self, stems: Iterable[str], pages: Mapping[tuple[str, str], Page]) -> "Record":
        """The record after the pages ``stems`` have been read in both languages."""
        wanted = set(stems)
        kept = {key: row for key, row in self.sums.items() if key[0] not in wanted}
        for stem in wanted:
            both = {lang: sums(pages[lang, stem]) for lang in ("zh", "en")}
            for section in both["zh"].keys() & both["en"].keys():
                kept[stem, section] = {lang: both[lang][section] for lang in both}
        return Record(kept)

    def renewed(self, stems: Iterable[str], pages: Mapping[tuple[str, str], Page]) -> "Record":
        """The record after a change: what is new or has changed in both languages says the same.

        Sections that are gone from both leave it. What changed in one alone stays as it was.
        """
        kept = dict(self.sums)
        for stem in stems:
            zh, en = (sums(pages[lang, stem]) for lang in ("zh", "en"))
            for page, section in self.sums:
                if page == stem and section not in zh and section not in en:
                    del kept[page, section]
            for section in zh.keys() & en.keys():
                row = self.sums.get((stem, section))
                if row is None or (row["zh"] != zh[section] and row["en"] != en[section]):
                    kept[stem, section] = {"zh": zh[section], "en": en[section]}
        return Record(kept)

    def written(self) -> str:
        """The record as its file has it, in the order of pages and sections."""
        rows = (
            ",".join((*key, self.sums[key]["zh"], self.sums[key]["en"]))
            for key in sorted(self.sums)
        )
        return "\n".join(["page,section,zh,en", *rows, ""])


def sums(page: Page) -> dict[str, str]:
    """A short sum of the words of each section that can be named, by its key."""
    named = [each for each in page.sections if " " not in each.key]
    return {each.key: _sum(page, each) for each in named}


def _sum(page: Page, section: Section) -> str:
    prose = "".join(page.prose[section.first - 1 : section.last]).replace(NO_PROSE, "")
    words = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", prose))
    return blake2b(words.encode(), digest_size=4).hexdigest()
