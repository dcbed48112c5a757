"""Chips under the answer of a page: to its calculator, its steps, the appeal and the rules.

A page names those that it wants to name itself in a paragraph with the class ``jumps``; what all
pages have under the same anchor is added by the build.
"""

import re
from collections.abc import Mapping

from macros.calculator_list import homes

_JUMPS = re.compile(r'(<p class="jumps">)(.*?)(</p>)', re.DOTALL)
_ANCHORS = ("calculator", "steps", "when-it-fails", "appeal")
# What names a rule first, as ``late-delivery.maximum``.
_RULE = re.compile(r"""\b(?:figure|confidence)\(["']([\w-]+)\.""")
_CALCULATOR = re.compile(r'<shop-calculator\b[^>]*\bid="([\w-]+)"')


def with_chips(html: str, rules: str | None, names: Mapping[str, str]) -> str:
    """``html`` of a page with the chips that its ``jumps`` lack.

    ``rules`` is the address of the rules that the page speaks of; ``names`` those of the chips.
    """
    return _JUMPS.sub(lambda found: _completed(found, html, rules, names), html, count=1)


def _completed(jumps: re.Match[str], html: str, rules: str | None, names: Mapping[str, str]) -> str:
    chips = [
        f'<a href="#{anchor}">{names[anchor]}</a>'
        for anchor in _ANCHORS
        if f'id="{anchor}"' in html and f'href="#{anchor}"' not in jumps[2]
    ]
    if rules:
        chips.append(f'<a href="{rules}">{names["rule"]}</a>')
    return "\n".join([jumps[1] + jumps[2], *chips]) + jumps[3]


def rules_of(source: str, stem: str, lang: str) -> str | None:
    """The calculator whose rules a page speaks of: its own, or that of the first figure."""
    own = [calculator for calculator, page in homes(lang).items() if page == stem]
    named = _RULE.findall(source)
    for each in named:
        if each in own:
            return str(each)
    return next(iter([*own, *named]), None)


def first_calculator(html: str) -> str | None:
    """The id of the first calculator's element on a page."""
    found = _CALCULATOR.search(html)
    return found[1] if found else None
