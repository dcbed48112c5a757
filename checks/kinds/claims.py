"""The register of claims: each row whole, and at home under a heading that there is."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from calculators.core.rules.confidence import CONFIDENCE
from calculators.core.text.catalogue import LANGUAGES
from checks.finding import Finding
from checks.house import House
from checks.near import suggestions
from checks.registers import CLAIMS, claim_rows, source_ids

VERDICTS = ("kept", "corrected", "outdated", "qualified", "dropped")
_ID = re.compile(r"S[0-4][A-N]?-\d\d")


def rows(house: House, _: tuple[Finding, ...]) -> Iterator[Finding]:
    """Rows that lack a column, or have a value that there is not."""
    sources = source_ids(house)
    seen: set[str] = set()
    for line, row in claim_rows(house):
        if "columns" in row:
            yield Finding(CLAIMS, line, "csv.columns", {"columns": row["columns"]})
            continue
        yield from _wrong(line, row)
        if row["id"] in seen:
            yield Finding(CLAIMS, line, "claim.twice", {"id": row["id"]})
        seen.add(row["id"])
        for each in row["sources"].split():
            if sources and each not in sources:
                near = suggestions(each, sorted(sources))
                yield Finding(CLAIMS, line, "source.unknown", {"id": each, "near": near})


def _wrong(line: int, row: Mapping[str, str]) -> Iterator[Finding]:
    for column, known in (("verdict", VERDICTS), ("confidence", CONFIDENCE)):
        if row[column] not in known:
            values = {"column": column, "value": row[column], "known": ", ".join(known)}
            yield Finding(CLAIMS, line, "claim.row", values)
            return
    if not _ID.fullmatch(row["id"]):
        values = {"column": "id", "value": row["id"], "known": "S4N-05"}
        yield Finding(CLAIMS, line, "claim.row", values)
    elif bool(row["since"]) != (row["verdict"] == "outdated") or not _is_day(row["since"]):
        values = {"column": "since", "value": row["since"] or "–", "known": "2026-05-06 (outdated)"}
        yield Finding(CLAIMS, line, "claim.row", values)
    elif not (row["zh"] and row["en"]) or any(
        bool(row[f"reason_{lang}"]) != (row["verdict"] != "kept") for lang in LANGUAGES
    ):
        yield Finding(CLAIMS, line, "claim.reason", {"id": row["id"]})
    elif bool(row["page"]) == (row["verdict"] == "dropped"):
        values = {"column": "page", "value": row["page"] or "–", "known": "orders/late-delivery"}
        yield Finding(CLAIMS, line, "claim.row", values)


def homes(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Claims whose page or heading is not there; not where the page has lost the heading."""
    troubled = {
        each.path
        for each in found
        if each.code.startswith(("comment.open", "heading.", "pair.", "file."))
    }
    told = {each.line for each in found if each.path == CLAIMS}
    for line, row in claim_rows(house):
        page, heading = row.get("page", ""), row.get("heading", "")
        if not page or line in told or "columns" in row:
            continue
        paths = {f"docs/{lang}/{page}.md" for lang in LANGUAGES}
        if not any((lang, page) in house.pages for lang in LANGUAGES):
            if not paths & troubled:
                stems = sorted({stem for _, stem in house.pages})
                values = {"page": page, "near": suggestions(page, stems)}
                yield Finding(CLAIMS, line, "claim.page", values)
            continue
        ids = [
            {each.id for each in house.pages[lang, page].headings}
            for lang in LANGUAGES
            if (lang, page) in house.pages
        ]
        if all(heading in each for each in ids) or (
            paths & troubled
            and ((page, heading) in house.record.sums or any(heading in i for i in ids))
        ):
            continue
        values = {
            "heading": heading,
            "page": page,
            "near": suggestions(heading, sorted(ids[0] - {""})),
        }
        yield Finding(CLAIMS, line, "claim.heading", values, tuple(paths))


def _is_day(text: str) -> bool:
    try:
        return not text or bool(date.fromisoformat(text))
    except ValueError:
        return False
