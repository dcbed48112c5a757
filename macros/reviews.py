"""When each page was last reviewed and is due again; reckoned for the day that is passed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from macros.guide_files import guide_files
from macros.templating import render


@dataclass(frozen=True)
class Review:
    """A page's last review, the day of the next, and whether that has passed."""

    reviewed: date
    due: date
    overdue: bool


def review(front: Mapping[str, Any], today: date) -> Review | None:
    """The review that a page's front matter (``reviewed``, ``review_in`` in days) speaks of."""
    if "reviewed" not in front:
        return None
    due = front["reviewed"] + timedelta(days=front["review_in"])
    return Review(front["reviewed"], due, due < today)


def review_list(*, lang: str) -> str:
    """All pages with the day they are due, the next first."""
    pages = []
    for each in guide_files(lang).values():
        found = review(each.front, date.min)
        if found:
            pages.append((found.due, each.address, each.title))
    return render("reviews.html", pages=sorted(pages))
