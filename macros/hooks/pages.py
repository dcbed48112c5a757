"""Hook: what every page gets besides its Markdown: claim lines, glossary marks, its review."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

REFERENCE = "reference/"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let Markdown mark glossary terms, in the build's language."""
    from macros.glossary import GlossaryExtension  # noqa: PLC0415 (see bundle.py)

    extensions: list[Any] = config.markdown_extensions
    extensions.append(GlossaryExtension(config.theme["language"]))
    return config


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the line of its sources and claims under each section."""
    del files
    from macros.build_day import build_day  # noqa: PLC0415
    from macros.section_lines import Reference, with_section_lines  # noqa: PLC0415

    stem = page.file.src_uri.removesuffix(".md")
    address = get_relative_url(REFERENCE, page.url)
    reference = Reference(config.theme["language"], address, build_day(config.extra))
    try:
        return with_section_lines(markdown, stem, reference)
    except ValueError as error:
        raise PluginError(f"{page.file.src_uri}: {error}") from None


def on_page_content(html: str, **_: object) -> str:
    """Hide the boxes of check lists from screen readers: they have no name and do nothing."""
    return html.replace(
        '<input type="checkbox" disabled', '<input type="checkbox" aria-hidden="true" disabled'
    )


def on_page_context(
    context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Tell the template when the page was reviewed, and whether it is built for an earlier day."""
    del nav
    from macros.build_day import build_day  # noqa: PLC0415
    from macros.reviews import review  # noqa: PLC0415
    from macros.shapes_ahead import shape_ahead  # noqa: PLC0415

    today = build_day(config.extra)
    source = Path(page.file.abs_src_path or "").read_text(encoding="utf-8")
    return context | {
        "review": review(dict(page.meta), today),
        "built_for": today,
        "shape_ahead": shape_ahead(source, today),
    }
