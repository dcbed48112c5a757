"""Months as bills name them: ``2026年07月账单``, ``2026-07-01~2026-07-31``, ``Jul-26``."""

import re
from datetime import timedelta

from calculators.core.inputs.dates import read_date
from calculators.core.inputs.errors import InputError
from calculators.core.text.patterns import lazy_pattern
from calculators.core.text.traditional import simplified

_DAY = r"\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?"
_SPAN = lazy_pattern(rf"({_DAY})\s?(?:[~～至到—–-]{{1,2}}|to)\s?({_DAY})", re.ASCII)
_OF_BILL = lazy_pattern(r"\s?(?:的?(?:对账单|结算单|(?:结算|月)?账单)|账期|bill)$", re.IGNORECASE)
# What a spreadsheet of an English system makes of 2026-7, or people write. July 26 is a day.
_IN_ENGLISH = lazy_pattern(
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?:-(?=2[5-9])|(?:\.? |-)20)(2\d)",
    re.IGNORECASE | re.ASCII,
)
_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_LONGEST = 60


def month_of_bill(text: str) -> str:
    """A cell as a month is written, if it names a whole one as bills do; else as it is."""
    if len(text) > _LONGEST:
        return text
    bare = _OF_BILL.sub("", simplified(text))
    if found := _IN_ENGLISH.fullmatch(bare):
        month = _MONTHS.index(found[1][:3].lower()) // 3 + 1
        return f"20{found[2]}-{month:02}"
    if (span := _SPAN.fullmatch(bare)) is None:
        return bare
    try:
        first, last = read_date(span[1]), read_date(span[2])
        following = last + timedelta(days=1)
    except (InputError, OverflowError):
        return text
    whole = first.day == 1 == following.day and (first.year, first.month) == (last.year, last.month)
    return f"{first:%Y-%m}" if whole else text
