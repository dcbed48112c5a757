"""Where a page is changed and a wrong figure is reported: in the repository, if one is named.

The addresses are as GitHub has them (``edit``, ``tree``, ``issues/new``). Without a repository no
page has a pencil, and what would be reported is copied as text instead.
"""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from macros.guide_files import DOCS
from macros.templating import words

ROOT = DOCS.parent
# Of a page's front matter: the file or folder that the page is made from, where it only lists.
EDITED_IN = "edited_in"


def edit_uri(config: MkDocsConfig) -> str | None:
    """The folder of the build's pages, on the branch, as MkDocs puts it before each page's file."""
    if not config.repo_url:
        return None
    return f"edit/{config.extra['branch']}/docs/{config.theme['language']}/"


def edit_url(page: Page, config: MkDocsConfig) -> str | None:
    """Where what ``page`` shows is edited: its own file, or the one that it names.

    Raises ``ValueError`` for one that is not there.
    """
    named = page.meta.get(EDITED_IN)
    if named is None:
        return page.edit_url
    path = ROOT / str(named)
    if not path.exists():
        raise ValueError(f"{page.file.src_uri}: {EDITED_IN} names no file: {named}")
    if not config.repo_url:
        return None
    # A folder cannot be edited, only looked into.
    how = "tree" if path.is_dir() else "edit"
    return f"{_root(config)}/{how}/{config.extra['branch']}/{named}"


def report(page: Page, config: MkDocsConfig, today: date) -> dict[str, Any]:
    """What the link “is this figure wrong?” of ``page`` needs: an address or a text, and words.

    Both name page, language and day; the browser adds an answer where there is one.
    """
    said = words(config.theme["language"])["report"]
    stem = page.file.src_uri.removesuffix(".md")
    language = config.extra["languages"][config.theme["language"]]["name"]
    text = said["text"].format(title=page.title, page=stem, language=language, day=today)
    given = {"page": stem, "language": language, "day": today}
    return {"url": issue_url(config, "wrong-figure", given), "text": text, "words": said}


def issue_url(config: MkDocsConfig, form: str, given: dict[str, Any]) -> str | None:
    """The issue form ``form`` with its fields filled in, by their ids; ``None``: no repository."""
    if not config.repo_url:
        return None
    return f"{_root(config)}/issues/new?{urlencode({'template': f'{form}.yml', **given})}"


def question_url(config: MkDocsConfig) -> str | None:
    """Where a question goes that the search finds nothing for."""
    language = config.extra["languages"][config.theme["language"]]["name"]
    return issue_url(config, "question-not-found", {"language": language})


def _root(config: MkDocsConfig) -> str:
    return str(config.repo_url).rstrip("/")
