"""All calculators, each with the page that holds it; found by looking at the pages."""

import re
from functools import cache
from pathlib import Path

from calculators import CALCULATORS
from macros.lookup import known
from macros.templating import render

DOCS = Path(__file__).parents[1] / "docs"
_CALL = re.compile(r"""\{\{\s*calculator\(["']([\w-]+)["']\)\s*\}\}""")


@cache
def homes(lang: str) -> dict[str, str]:
    """The page that each calculator stands on, ``orders/late-delivery``.

    Raises ``ValueError`` naming those that stand on none.
    """
    found = {
        calculator: path.relative_to(DOCS / lang).with_suffix("").as_posix()
        for path in sorted((DOCS / lang).rglob("*.md"))
        if path.parent.name != "contribute"  # where the guide shows how to call one
        for calculator in _CALL.findall(path.read_text(encoding="utf-8"))
    }
    if missing := [each for each in CALCULATORS if each not in found]:
        call = f'{{{{ calculator("{missing[0]}") }}}}'
        raise ValueError(f"on no page below docs/{lang}: {', '.join(missing)}; add {call} to one")
    return found


def calculator_list(*, lang: str) -> str:
    """Title and summary of each calculator as a card that leads to it."""
    cards = [
        {
            "href": f"../{homes(lang)[calculator]}/#{calculator}-calculator",
            "title": known(calculator).texts(lang).get("title"),
            "summary": known(calculator).texts(lang).get("summary"),
        }
        for calculator in CALCULATORS
    ]
    return render("calculator_list.html", cards=cards)
