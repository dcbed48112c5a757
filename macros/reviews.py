"""When each page was last reviewed and is due again; reckoned for the day that is passed in."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from macros.templating import render

DOCS = Path(__file__).parents[1] / "docs"


@dataclass(frozen=True)
class Review:
    """A page's last review, the day of the next, and whether that has passed."""

    reviewed: date
    due: date
    overdue: bool


def review(front: dict[str, Any], today: date) -> Review | None:
    """The review that a page's front matter (``reviewed``, ``review_in`` in days) speaks of."""
    if "reviewed" not in front:
        return None
    due = front["reviewed"] + timedelta(days=front["review_in"])
    return Review(front["reviewed"], due, due < today)


def review_list(*, lang: str) -> str:
    """All pages with the day they are due, the next first."""
    pages = []
    for path in sorted((DOCS / lang).rglob("*.md")):
        front = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n", 2)[1])
        stem = path.relative_to(DOCS / lang).with_suffix("").as_posix()
        found = review(front, date.min)
        if found:
            pages.append((found.due, stem.removesuffix("index").rstrip("/"), front["title"]))
    return render("reviews.html", pages=sorted(pages))
