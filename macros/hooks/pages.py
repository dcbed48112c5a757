"""Hook: what every page gets besides its Markdown: claim lines, glossary marks, its review."""

from datetime import date
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

REGISTER = "reference/claims/"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let Markdown mark glossary terms, in the build's language."""
    from macros.glossary import GlossaryExtension  # noqa: PLC0415 (see bundle.py)

    extensions: list[Any] = config.markdown_extensions
    extensions.append(GlossaryExtension(config.theme["language"]))
    return config


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the line of its claims under each section."""
    del files
    from macros.claim_lines import with_claim_lines  # noqa: PLC0415

    stem = page.file.src_uri.removesuffix(".md")
    register = get_relative_url(REGISTER, page.url)
    try:
        return with_claim_lines(markdown, stem, register, config.theme["language"])
    except ValueError as error:
        raise PluginError(str(error)) from None


def on_page_content(html: str, **_: object) -> str:
    """Hide the boxes of check lists from screen readers: they have no name and do nothing."""
    return html.replace(
        '<input type="checkbox" disabled', '<input type="checkbox" aria-hidden="true" disabled'
    )


def on_page_context(
    context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Tell the template when the page was reviewed, reckoned for the day of the build."""
    del nav
    from macros.reviews import review  # noqa: PLC0415

    passed_in = config.extra.get("build_date")
    today = date.fromisoformat(str(passed_in)) if passed_in else date.today()  # noqa: DTZ011
    return context | {"review": review(dict(page.meta), today)}
