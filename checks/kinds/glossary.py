"""The glossary: a term has one name in each language, and a meaning in both."""

from collections.abc import Iterator

from checks.finding import Finding
from checks.house import House
from checks.registers import GLOSSARY, term_rows

_MARKED = {"zh en", "en", ""}


def glossary(house: House, _: tuple[Finding, ...]) -> Iterator[Finding]:
    """Rows that cannot be read, lack something, or name what another names."""
    seen: dict[tuple[str, str], int] = {}
    for line, row in term_rows(house):
        if "columns" in row:
            yield Finding(GLOSSARY, line, "csv.columns", {"columns": row["columns"]})
            continue
        if not all(row[each].strip() for each in ("zh", "en", "meaning_zh", "meaning_en")):
            yield Finding(GLOSSARY, line, "glossary.empty")
        if row["marked"] not in _MARKED:
            yield Finding(GLOSSARY, line, "glossary.marked", {"marked": row["marked"]})
        for lang in ("zh", "en"):
            name = (lang, row[lang].casefold())
            if name in seen:
                values = {"term": row[lang], "first": str(seen[name])}
                yield Finding(GLOSSARY, line, "glossary.row", values)
            seen.setdefault(name, line)
