"""Rows of tables with more or fewer cells than the head."""

from collections.abc import Iterator

from checks.finding import Finding
from checks.house import House


def rows(house: House, _: tuple[Finding, ...]) -> Iterator[Finding]:
    """A cell too many is left out of the page, without a word; one too few stays empty."""
    for page in house.pages.values():
        head: dict[int, int] = {}
        for row in page.rows:
            wanted = head.setdefault(row.of, row.cells)
            if row.cells != wanted:
                values = {"cells": str(row.cells), "wanted": str(wanted), "head": str(row.of)}
                yield Finding(page.path, row.line, "table.cells", values)
