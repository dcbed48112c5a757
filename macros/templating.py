"""HTML pieces from templates, and the words around them, by language."""

from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

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


@cache
def words(lang: str) -> dict[str, Any]:
    """The site's own words: buttons, progress, table heads."""
    return loads((_HERE / "texts" / f"{lang}.toml").read_text(encoding="utf-8"))
