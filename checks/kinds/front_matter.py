"""What stands between the two lines ``---`` at the top of a page."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import yaml

from checks.finding import Finding
from checks.house import House
from checks.near import nearest
from checks.page import Page

REQUIRED = ("title", "description", "reviewed", "review_in")
KNOWN = (*REQUIRED, "edited_in", "search_words", "search", "hide")
# The first page is what the search offers where it finds nothing.
_WITHOUT_WORDS = {"index"}
_FEWEST_WORDS = 5


def front_matter(house: House, _: tuple[Finding, ...]) -> Iterator[Finding]:
    """Keys that are missing or that there are not, and values that cannot be."""
    for page in house.pages.values():
        if page.front_lines is None:
            yield Finding(page.path, 1, "front.none")
            continue
        try:
            front = page.front
        except yaml.YAMLError:
            yield Finding(page.path, _wrong_line(page), "front.syntax")
            continue
        if not front:
            yield Finding(page.path, _wrong_line(page), "front.syntax")
            continue
        yield from _keys(page, front)
        yield from _values(page, front, house.today)


def _wrong_line(page: Page) -> int:
    """The first line that is no entry by itself."""
    first, last = page.front_lines or (1, 1)
    for number in range(first, last + 1):
        try:
            entry = yaml.safe_load(page.lines[number - 1])
        except (yaml.YAMLError, ValueError):
            return number
        if entry is not None and not isinstance(entry, (dict, list)):
            return number
    return first


def _keys(page: Page, front: Mapping[str, object]) -> Iterator[Finding]:
    missing = [each for each in REQUIRED if each not in front]
    if page.stem not in _WITHOUT_WORDS and "search_words" not in front:
        missing.append("search_words")
    for key in front:
        if key not in KNOWN:
            meant = nearest(str(key), KNOWN)
            missing = [each for each in missing if each != meant]
            known = ", ".join(KNOWN)
            yield Finding(page.path, page.front_line(str(key)), "front.unknown",
                          {"key": str(key), "meant": meant or known})  # fmt: skip
    if missing:
        yield Finding(page.path, 1, "front.missing", {"keys": ", ".join(missing)})


def _values(page: Page, front: Mapping[str, Any], today: date) -> Iterator[Finding]:
    reviewed = front.get("reviewed")
    if "reviewed" in front:
        line = page.front_line("reviewed")
        if not isinstance(reviewed, date) or isinstance(reviewed, datetime):
            yield Finding(page.path, line, "front.value", {"key": "reviewed", "like": "2026-11-26"})
        elif reviewed > today:
            yield Finding(page.path, line, "front.ahead",
                          {"day": str(reviewed), "today": str(today)})  # fmt: skip
    if "review_in" in front and not (
        isinstance(days := front["review_in"], int) and not isinstance(days, bool) and days > 0
    ):
        line = page.front_line("review_in")
        yield Finding(page.path, line, "front.value", {"key": "review_in", "like": "90"})
    for key in ("title", "description"):
        if key in front and not (isinstance(front[key], str) and str(front[key]).strip()):
            yield Finding(page.path, page.front_line(key), "front.value", {"key": key, "like": "…"})
    if "search_words" in front:
        words = front["search_words"]
        whole = isinstance(words, list) and all(isinstance(each, str) for each in words)
        line = page.front_line("search_words")
        if not whole or len(words) < _FEWEST_WORDS:
            yield Finding(page.path, line, "front.words", {"fewest": str(_FEWEST_WORDS)})
        elif twice := sorted({each for each in words if words.count(each) > 1}):
            yield Finding(page.path, line, "front.twice", {"words": ", ".join(twice)})
