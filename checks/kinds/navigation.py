"""The navigation: a page that it leaves out is found by nobody, and the build refuses it."""

import re
from collections.abc import Iterator

from checks.finding import Finding
from checks.house import House
from checks.near import nearest
from checks.page import Page

FILES = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
_PAGE = re.compile(r"^\s+- .*?([\w./-]+)\.md\s*$")


def navigation(house: House, _: tuple[Finding, ...]) -> Iterator[Finding]:
    """Pages that do not stand in their language's navigation, and what stands there and is none."""
    for lang, path in FILES.items():
        named = _named(house.text(path) or "")
        pages = {stem: page for (of, stem), page in house.pages.items() if of == lang}
        # What one language lacks is told by the pages themselves.
        elsewhere = {stem for of, stem in house.pages if of != lang}
        gone = {
            stem: line
            for stem, line in named.items()
            if stem not in pages | dict.fromkeys(elsewhere)
        }
        missing = pages.keys() - named.keys()
        for stem, line in gone.items():
            near = nearest(stem, missing)
            missing.discard(near)
            yield Finding(path, line, "nav.gone", {"page": stem, "known": near or "–"})
        for stem in missing:
            values = {"file": path, "page": stem, "title": _title(pages[stem], stem)}
            yield Finding(pages[stem].path, 1, "nav.missing", values, (path,))


def _title(page: Page, stem: str) -> str:
    return next((each.title for each in page.headings if each.level == 1), stem)


def _named(text: str) -> dict[str, int]:
    """The pages that a navigation names, each with its line."""
    found, inside = {}, False
    for number, line in enumerate(text.split("\n"), 1):
        if line and not line[0].isspace() and not line.startswith("#"):
            inside = line.startswith("nav:")
        elif inside and (page := _PAGE.match(line)):
            found[page[1]] = number
    return found
