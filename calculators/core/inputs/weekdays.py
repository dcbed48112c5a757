"""The day of the week that stands beside a day or a moment: ``2026-01-05 09:03 星期一``."""

import re

from calculators.core.inputs.dates import read_date
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.normalising import bare
from calculators.core.text.patterns import lazy_pattern
from calculators.core.text.traditional import simplified

_NAMES = "一二三四五六"
_SUNDAYS = "日天"
_WEEKDAY = lazy_pattern(
    rf"[(（]?(?:星期|礼拜|周)(?P<zh>[{_NAMES}{_SUNDAYS}])[)）]?,?"
    r"|(?:^|[\s,(])(?P<en>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,)]?(?:\s|$)",
    re.IGNORECASE,
)
_LETTERS = lazy_pattern(r"[a-z]{3}", re.IGNORECASE)
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONGEST = 60


def without_weekday(text: str) -> str:
    """The bare ``text`` without the day of the week that it names, but where that is another."""
    if text.isascii() and not _LETTERS.search(text):  # as nearly all are
        return text
    text = bare(text)
    if len(text) > _LONGEST or (found := _WEEKDAY.search(simplified(text))) is None:
        return text
    before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    rest = f"{before} {after}".strip(" ,")
    if named := found["zh"]:
        weekday = _NAMES.find(named) if named in _NAMES else len(_NAMES)
    else:
        weekday = _ENGLISH.index(found["en"].casefold())
    try:
        return rest if read_date(rest).weekday() == weekday else text
    except InputError:
        return text
