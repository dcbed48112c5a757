"""Pages built for an earlier day than the rules that their sentences speak of."""

import re
from datetime import date

from calculators import CALCULATORS
from calculators.core.rules.dated_rules import FORMULA
from macros.lookup import known

_NAMED = re.compile(r"""\{\{[^}]*?\(\s*["']([\w-]+)""")


def shape_ahead(markdown: str, today: date) -> date | None:
    """From when on the newest formula holds that a page speaks of; ``None`` where all hold.

    Figures, examples and charts follow the day of the build, ``today``. Sentences cannot: they
    are written for the newest formulas.
    """
    named = {name for name in _NAMED.findall(markdown) if name in CALCULATORS}
    formulas = (each for name in named for each in known(name).rule_book.history()[FORMULA])
    days = [each.valid_from for each in formulas if each.valid_from and each.valid_from > today]
    return max(days, default=None)
