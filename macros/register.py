"""The claim register, docs/claims.csv: every claim of the five articles, and where it lives."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from calculators.core.rules.confidence import CONFIDENCE
from calculators.core.rules.sources import register

REGISTER = Path(__file__).parents[1] / "docs" / "claims.csv"
VERDICTS = ("kept", "corrected", "outdated", "qualified", "dropped")


@dataclass(frozen=True)
class Claim:
    """One row: what an article says in our own words, and what became of it.

    ``since`` is the day from which an outdated claim is known not to hold any more, ``says`` what
    the handbook says instead or besides, ``sources`` are ids of ``calculators/sources.toml``.
    """

    id: str
    kind: str
    verdict: str
    since: str
    confidence: str
    page: str
    heading: str
    zh: str
    en: str
    says_zh: str
    says_en: str
    reason_zh: str
    reason_en: str
    sources: str

    @property
    def topic(self) -> str:
        """The part of the id before the number: ``S4N``."""
        return self.id.partition("-")[0]

    @property
    def number(self) -> str:
        """The part behind it: ``07``."""
        return self.id.partition("-")[2]

    def words(self, lang: str) -> str:
        """What the article says, in ``lang``."""
        return self.zh if lang == "zh" else self.en

    def says(self, lang: str) -> str:
        """What the handbook says where that is not the same; empty where it is, or says nothing."""
        return self.says_zh if lang == "zh" else self.says_en

    def reason(self, lang: str) -> str:
        """Why it was not simply kept; empty where it was."""
        return self.reason_zh if lang == "zh" else self.reason_en


@cache
def claims() -> tuple[Claim, ...]:
    """All claims, in the articles' order; a wrong row names its line."""
    with REGISTER.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple(_claim(row, rows.line_num) for row in rows)


def claims_in(page: str) -> dict[str, list[Claim]]:
    """The claims that live on ``page`` (``orders/late-delivery``), by the id of their heading."""
    found: dict[str, list[Claim]] = {}
    for claim in claims():
        if claim.page == page:
            found.setdefault(claim.heading, []).append(claim)
    return found


def _claim(row: dict[str, str], line: int) -> Claim:
    claim = Claim(**row)
    if claim.verdict not in VERDICTS:
        raise ValueError(
            f"docs/claims.csv, line {line}: verdict {claim.verdict!r} is none of {VERDICTS}"
        )
    if bool(claim.since) != (claim.verdict == "outdated"):
        raise ValueError(f"docs/claims.csv, line {line}: since is the day of what is outdated")
    try:
        register().of(claim.sources.split())
    except ValueError as error:
        raise ValueError(f"docs/claims.csv, line {line}: {error}") from None
    if claim.confidence not in CONFIDENCE:
        raise ValueError(
            f"docs/claims.csv, line {line}: confidence {claim.confidence!r} is none of {CONFIDENCE}"
        )
    return claim
