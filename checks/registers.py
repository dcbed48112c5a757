"""What is registered: sources, claims, terms and rules, by the ids that others name."""

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO

from calculators import CALCULATORS
from checks.house import House, folder

CLAIMS = "docs/claims.csv"
GLOSSARY = "docs/glossary.csv"
SOURCES = "calculators/sources.toml"


def source_ids(house: House) -> set[str]:
    """The ids of all sources."""
    return set(house.tables(SOURCES).get("sources", {}))


def claim_rows(house: House) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The claims with the lines at which they begin."""
    yield from _rows(house.text(CLAIMS) or "")


def term_rows(house: House) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The terms with their lines."""
    yield from _rows(house.text(GLOSSARY) or "")


def term_ids(house: House) -> set[str]:
    """The anchors of terms on the page of the glossary."""
    names = (row.get("en", "") for _, row in term_rows(house))
    return {re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") for name in names}


def rule_ids(house: House) -> dict[str, list[dict[str, object]]]:
    """The values of each rule by its id, as its file has them."""
    found = {}
    for calculator in CALCULATORS:
        for key, entries in house.tables(f"{folder(calculator)}/rules.toml").items():
            if isinstance(entries, list):
                found[f"{calculator}.{key}"] = [each for each in entries if isinstance(each, dict)]
    return found


def _rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    reader = csv.reader(StringIO(text))
    head = next(reader, [])
    before = reader.line_num
    for row in reader:
        values: dict[str, str] = dict(zip(head, row, strict=False))
        if len(row) != len(head):
            values["columns"] = f"{len(row)}/{len(head)}"
        if row:
            yield before + 1, values
        before = reader.line_num
