"""What every page gets besides its Markdown: claim lines, its review, quiet check lists."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, normalize_url

from macros import moved
from macros.jumps import rules_of, with_chips
from macros.reviews import review
from macros.section_lines import Reference, with_section_lines
from macros.shapes_ahead import shape_ahead
from macros.templating import words

REFERENCE = "reference/"

# Blank lines, and what keeps its own.
_BLANK = re.compile(r"(<(pre|textarea|script|template)\b.*?</\2>)|\n\s*\n", re.DOTALL)


def with_lines(markdown: str, page: Page, lang: str, today: date) -> str:
    """``markdown`` with the line of its sources and claims under each section."""
    stem = page.file.src_uri.removesuffix(".md")
    reference = Reference(lang, reference_address(page), today)
    try:
        return with_section_lines(markdown, stem, reference)
    except ValueError as error:
        raise PluginError(f"{page.file.src_uri}: {error}") from None


def reference_address(page: Page) -> str:
    """The address of the folder ``reference/``, seen from ``page``."""
    return get_relative_url(REFERENCE, page.url)


def with_hidden_boxes(html: str) -> str:
    """The boxes of check lists hidden from screen readers: without a script they do nothing."""
    return html.replace(
        '<input type="checkbox" disabled', '<input type="checkbox" aria-hidden="true" disabled'
    )


def without_blank_lines(html: str) -> str:
    """The page without the lines that the theme's templates leave empty: a phone fetches them."""
    return _BLANK.sub(lambda found: found[1] or "\n", html)


def with_jumps(html: str, page: Page, lang: str) -> str:
    """The chips under the answer, with those that every page has."""
    rules = rules_of(_source(page), page.file.src_uri.removesuffix(".md"), lang)
    address = f"{reference_address(page)}rules/#{rules}" if rules else None
    return with_chips(html, address, words(lang)["jumps"])


def write_stubs(config: MkDocsConfig, titles: Mapping[str, str]) -> None:
    """Put a file that leads on in place of each page that is gone; ``titles`` are by address.

    Raises ``ValueError`` where what moved.toml says of pages does not hold.
    """
    for page, successor in moved.pages_gone(titles).items():
        file = Path(config.site_dir) / page / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        root = get_relative_url(".", page)
        html = moved.stub(
            page,
            successor,
            titles,
            lang=config.theme["language"],
            canonical=urljoin(f"{config.site_url}{page}", successor.address),
            icon=normalize_url(config.theme["favicon"], base=root),
            script=normalize_url(config.extra["scripts"]["pages"], base=root),
        )
        file.write_text(html, encoding="utf-8")


def dated(page: Page, today: date) -> dict[str, Any]:
    """When the page was reviewed, and what is said where it is built for an earlier day."""
    return {
        "review": review(dict(page.meta), today),
        "built_for": today,
        "shape_ahead": shape_ahead(_source(page), today),
    }


def _source(page: Page) -> str:
    return Path(page.file.abs_src_path or "").read_text(encoding="utf-8")
