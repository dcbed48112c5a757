"""Rows of tables with more or fewer cells than the head, and notes that are none."""

import re
from collections import Counter
from collections.abc import Iterator

from checks.finding import Finding
from checks.house import House
from checks.page import Row

_HALF_A_NOTE = re.compile(r"^\s*(?:!{1,2}|\?{1,2}|!{4,}|！+) ?[a-z-]+ *[\"“]")


def rows(house: House, _: tuple[Finding, ...]) -> Iterator[Finding]:
    """A cell too many is left out of the page, without a word; one too few stays empty."""
    for page in house.pages.values():
        tables: dict[int, list[Row]] = {}
        for row in page.rows:
            tables.setdefault(row.of, []).append(row)
        for head, lines in tables.items():
            # Where all rows but one agree, that one is wrong, be it the head.
            wanted = Counter(each.cells for each in lines).most_common(1)[0][0]
            for row in lines:
                if row.cells != wanted:
                    values = {"cells": str(row.cells), "wanted": str(wanted), "head": str(head)}
                    yield Finding(page.path, row.line, "table.cells", values)
        for number in range(page.first, len(page.plain) + 1):
            if _HALF_A_NOTE.match(page.plain[number - 1]):
                yield Finding(page.path, number, "note.form")
        within = {row.line for row in page.rows}
        for number in range(page.first, len(page.plain) + 1):
            if page.plain[number - 1].lstrip().startswith("|") and number not in within:
                yield Finding(page.path, number, "table.loose")
                break  # those below it are loose for the same reason
