"""The claim register, docs/claims.csv: every claim of the five articles, and where it lives."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from calculators.core.rules import SURENESS

REGISTER = Path(__file__).parents[1] / "docs" / "claims.csv"
VERDICTS = ("kept", "corrected", "qualified", "dropped")


@dataclass(frozen=True)
class Claim:
    """One row: what an article says in our own words, and what became of it."""

    id: str
    kind: str
    verdict: str
    sureness: str
    page: str
    heading: str
    zh: str
    en: str
    reason_zh: str
    reason_en: str

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
    if claim.sureness not in SURENESS:
        raise ValueError(
            f"docs/claims.csv, line {line}: sureness {claim.sureness!r} is none of {SURENESS}"
        )
    return claim
