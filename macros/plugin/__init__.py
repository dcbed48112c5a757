"""The handbook as a plugin of MkDocs: what a build does besides turning Markdown into pages."""

import logging
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from checks import House, check
from checks.kinds import OF_CALCULATORS
from checks.telling import screen
from macros import home, moved
from macros.build_day import build_day
from macros.bundle.build import FOLDER, bundle
from macros.bundle.running import BundleError
from macros.checklists import with_checklists
from macros.folding import FoldingExtension, with_summaries
from macros.glossary_marks import GlossaryExtension
from macros.jumps import first_calculator
from macros.plugin import languages, offline, pages, policy, repository, search_index
from macros.plugin.serving import is_served, rebuild
from macros.rules_export import write_rules

# What hosts are to send with the pages.
_HEADERS = Path(__file__).parents[2] / "deploy" / "_headers"
_LOG = logging.getLogger("mkdocs.plugins.handbook")


def _stop_where_rules_are_wrong() -> None:
    """Rules, examples and texts, in plain words, before minutes go into the browser's Python."""
    begun = time.perf_counter()
    if found := check(House(), kinds=OF_CALCULATORS):
        raise PluginError("\n\n" + screen(found, time.perf_counter() - begun))


class Options(Config):  # type: ignore[no-untyped-call]
    """There are none: what differs between the languages stands under ``extra``."""


class HandbookPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """One plain build a language; the first lays the browser's Python and begins the second."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether MkDocs itself is to serve what is built."""
        del dirty
        self._served = is_served(command)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Tell Markdown of terms and folds, and templates where what both languages share lies."""
        # While it is served, each page says what is wrong, and a mistake ends nothing.
        if config.extra["root_language"] and not self._served:
            _stop_where_rules_are_wrong()
        extensions: list[Any] = config.markdown_extensions
        extensions += [GlossaryExtension(config.theme["language"]), FoldingExtension()]
        try:
            self._bundle = bundle()
        except BundleError as error:
            raise PluginError(str(error)) from None
        # The second language lies one folder deeper and uses the same files.
        folder = FOLDER if config.extra["root_language"] else f"../{FOLDER}"
        made = self._bundle.scripts
        config.extra["scripts"] = {
            "pages": f"{folder}/{made.pages}",
            "pages_integrity": policy.hashed(made.files[made.pages]),
            "element": f"{folder}/{made.element}",
            "search": f"{folder}/{made.search}",
            "late_index": made.late_index,
        }
        config.extra_css.append(f"{folder}/{made.style}")
        config.extra["root_url"] = languages.root_url(config)
        config.edit_uri = repository.edit_uri(config)
        return config

    @event_priority(100)  # before the macros, while the page still names its rules
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, **_: object
    ) -> str:
        """Put the line of its sources and claims under each section."""
        return pages.with_lines(markdown, page, config.theme["language"], build_day(config.extra))

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Hide the boxes of check lists from screen readers, and complete the chips."""
        return pages.with_jumps(pages.with_hidden_boxes(html), page, config.theme["language"])

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Tell the template of the page's review, its day, and the sections that have left it."""
        stem = page.file.src_uri.removesuffix(".md")
        lists = with_checklists(page.content or "", stem, config.theme["language"])
        page.content = with_summaries(lists)
        today = build_day(config.extra)
        more = pages.dated(page, today) | {"report": repository.report(page, config, today)}
        try:
            page.edit_url = repository.edit_url(page, config)
        except ValueError as error:
            raise PluginError(str(error)) from None
        gone = moved.links(page.url, self._titles)
        calculator = first_calculator(page.content)
        return cast("TemplateContext", {**context, **more, "moved": gone, "calculator": calculator})

    def on_post_page(self, output: str, **_: object) -> str:
        """Leave out the blank lines that templates leave between their blocks."""
        return pages.without_blank_lines(output)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Write what stands in place of pages that are gone, now that all have their titles."""
        pages_there = [file.page for file in files.documentation_pages() if file.page]
        self._titles = {page.url: str(page.title) for page in pages_there}
        try:
            pages.write_stubs(config, self._titles)
        except ValueError as error:
            raise PluginError(str(error)) from None
        env.globals.update(home.lost(config.theme["language"]))
        env.globals["question_url"] = repository.question_url(config)
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete the language's index; the first writes what both share and builds the second."""
        search_index.complete(Path(config.site_dir), config.theme["language"])
        if config.extra["root_language"]:
            self._bundle.write(Path(config.site_dir))
            write_rules(Path(config.site_dir), build_day(config.extra))
            shutil.copyfile(_HEADERS, Path(config.site_dir) / _HEADERS.name)
            languages.build_second(config)
            if self._served:
                offline.write_none(Path(config.site_dir))
            else:
                policy.write_policy(Path(config.site_dir))
                offline.write_service_worker(
                    Path(config.site_dir), self._bundle.scripts.service_worker
                )
                if "SITE_URL" not in os.environ:
                    _LOG.info(languages.WITHOUT_ADDRESS.format(config.site_url))

    @event_priority(-100)  # others hand the server the builder that it has
    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Build in a new process each time a file changed."""
        del builder
        server.builder = rebuild(server, config)
        return server
