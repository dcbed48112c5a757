"""Material's icons, put into the page by the build: nothing is fetched for them."""

from functools import cache
from pathlib import Path

import material  # type: ignore[import-untyped]
from markupsafe import Markup

_ICONS = Path(material.__file__).parent / "templates" / ".icons" / "material"


@cache
def icon(name: str) -> Markup:
    """The icon ``name`` (``clock-alert-outline``) as an SVG that screen readers pass over.

    Raises ``ValueError`` where there is none of that name.
    """
    path = _ICONS / f"{name}.svg"
    if not path.is_file():
        raise ValueError(f"no icon material/{name}")
    svg = path.read_text(encoding="utf-8").strip()
    return Markup(svg.replace("<svg ", '<svg class="icon" aria-hidden="true" ', 1))  # noqa: S704 (a file of the theme)
