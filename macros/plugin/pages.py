"""What every page gets besides its Markdown: claim lines, its review, quiet check lists."""

from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from macros.reviews import review
from macros.section_lines import Reference, with_section_lines
from macros.shapes_ahead import shape_ahead

REFERENCE = "reference/"


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
    """The boxes of check lists hidden from screen readers: they have no name and do nothing."""
    return html.replace(
        '<input type="checkbox" disabled', '<input type="checkbox" aria-hidden="true" disabled'
    )


def dated(page: Page, today: date) -> dict[str, Any]:
    """When the page was reviewed, and what is said where it is built for an earlier day."""
    source = Path(page.file.abs_src_path or "").read_text(encoding="utf-8")
    return {
        "review": review(dict(page.meta), today),
        "built_for": today,
        "shape_ahead": shape_ahead(source, today),
    }
