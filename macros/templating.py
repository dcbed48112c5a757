"""HTML pieces from templates, and the words around them, by language."""

import json
from functools import cache
from html import escape
from pathlib import Path
from tomllib import loads
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from calculators.core.text.catalogue import COMMON, Texts

_HERE = Path(__file__).parent


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: object) -> str:
    """The template as one HTML block that Markdown leaves alone: no blank lines, no indent."""
    html = _environment().get_template(template).render(**values)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def script_words(said: dict[str, Any]) -> Markup:
    """Words for a script as the text of an element, where quotation marks need no escape."""
    return Markup(escape(json.dumps(said, ensure_ascii=False), quote=False))  # noqa: S704 (escaped)


@cache
def words(lang: str) -> dict[str, Any]:
    """The site's own words: buttons, progress, table heads."""
    return loads((_HERE / "texts" / f"{lang}.toml").read_text(encoding="utf-8"))


@cache
def shared_texts(lang: str) -> Texts:
    """What all calculators share: the names of confidences, and how a source is written."""
    return Texts(COMMON, lang)
