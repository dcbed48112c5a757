"""Headings without an id, with one that another has, or with one that is read as a comment."""

from collections.abc import Iterator

from checks.finding import Finding
from checks.house import House


def headings(house: House, _: tuple[Finding, ...]) -> Iterator[Finding]:
    """Links and the other language rely on ids; one made of Chinese words is a number."""
    for page in house.pages.values():
        seen: dict[str, int] = {}
        braced = {number for number, line in enumerate(page.plain, 1) if "{#" in line}
        for number in sorted(braced):
            yield Finding(page.path, number, "heading.brace")
        for each in page.headings:
            if each.line in braced:
                continue
            if not each.id and each.level > 1:
                yield Finding(page.path, each.line, "heading.id", {"heading": each.text.strip()})
            elif each.id in seen:
                first = str(seen[each.id])
                yield Finding(
                    page.path, each.line, "heading.twice", {"id": each.id, "first": first}
                )
            elif each.id:
                seen[each.id] = each.line
