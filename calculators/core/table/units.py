"""The unit in which a column of amounts is written, where its heading or its cells say so."""

import re
from collections.abc import Sequence
from decimal import Decimal

from calculators.core.inputs.errors import InputError
from calculators.core.inputs.money import read_number
from calculators.core.inputs.normalising import bare
from calculators.core.text.patterns import lazy_pattern
from calculators.core.text.traditional import simplified

# What a yuan is in each unit that can be turned into yuan.
UNITS = {"yuan": Decimal(1), "fen": Decimal("0.01"), "wan": Decimal(10000)}
OTHER = "other"
# Some cells name a unit, which is theirs alone.
MIXED = "mixed"

# Currencies that are not ours: their names and signs, and the codes that no other word is.
CURRENCIES = (
    r"美元|美金|[港欧日英韩澳加新台泰]元|[港台葡]币|日圆|円|英镑|韩圜|泰铢|卢布|卢比|林吉特|令吉|法郎|迪拉姆|比索"
    r"|澳门[元币圆]|新加坡[元币]|[日韩泰马]币|[美加澳]刀|瑞郎"
    r"|[越印]\w?盾|[$¢£¤฿₠-₿＄￠￡￦]"
)
CODES = (
    "usd|hkd|eur|jpy|gbp|sgd|thb|myr|rm|aud|cad|nzd|twd|ntd|krw|mop|vnd|php|idr|chf|rub|inr"
    "|aed|sar|brl|mxn|sek|nok|dkk|pln|czk|zar|ils|kzt|egp|ngn"
)
# One of these is in each of their names, and in few other texts: capital or not, an i may be
# written as a letter that folds to none.
CURRENCY_HINTS = (
    *"美港欧日英韩澳加新台泰币圆円镑圜铢卢林令法迪索瑞盾刀$¢£¤฿＄￠￡￦",
    *map(chr, range(0x20A0, 0x20C0)),
    *(max(code.split("i"), key=len) for code in CODES.split("|")),
)

# A unit stands at the end, in brackets or behind a mark: (单位：分), _fen, [以万元计].
_BEFORE = r"[（(\[【{_\s/:：,，]\s*+(?:单位|人民币|rmb|cny)?+\s*+[:：]?+\s*+[以按]?+"
_AFTER = r"(?:为单位|计)?+\s*+(?:/\s*+(?:分|fen)\s*+)?+[）)\]】}]?+\s*+$"
# What ends in 分 and is none, or says how exact an amount is: 积分, 时分, 精确到分.
_NO_FEN = "积得评学满百部到角十充几成水区划均高低总加扣打记时秒"
_SAID = {
    OTHER: lazy_pattern(
        rf"{CURRENCIES}|积分|points?\b|usd|hkd|eur|jpy|gbp|(?<![a-z])(?:{CODES})(?![a-z])"
        r"|[（(\[【_/:：](?:单位[:：]?)?[角毛厘百千]元?\s*[）)\]】]?\s*$|[百千亿]元\s*[）)\]】]?\s*$|亿"
        r"|\d\s?(?:[角毛厘十百千]|[十百千]万|k)(?:元|圆)?\s*$",
        re.IGNORECASE,
        holds=(*CURRENCY_HINTS, "积分", "po", *"角毛厘十百千亿k"),
    ),
    "fen": lazy_pattern(
        rf"{_BEFORE}(?:分|fen|cents?){_AFTER}|(?<![{_NO_FEN}])分\s*$"
        r"|\d(?:fen|cents?)\s*$",
        re.IGNORECASE,
        holds=("分", "fen", "cent"),
    ),
    "wan": lazy_pattern(
        rf"{_BEFORE}万元?{_AFTER}|万元?\s*[）)\]】]?\s*$|\d\s?w\s*$", re.IGNORECASE, holds="万w"
    ),
}
_LONGEST = 40
_DIGIT = lazy_pattern(r"\d")
# A cell may list amounts; a comma may be one between thousands.
_ITEMS, _LONGEST_CELL = lazy_pattern("[;；、\n]"), 1000

# What an amount in such a unit may have behind it, and what says that it is in yuan all the same.
_OWN = {
    "fen": lazy_pattern(r"(?:分|fen|cents?)$", re.IGNORECASE),
    "wan": lazy_pattern(r"(?:万(?:元|圆|块)?|w)$", re.IGNORECASE),
}
_YUAN = lazy_pattern(r"(?<!万)(?:[元圆块]|元整|yuan)$", re.IGNORECASE)
_SIGN = rf"(?:(?:us|hk|nt|a|c|s)?\$|{CURRENCIES}|{CODES})"
_SIGN_BEFORE = lazy_pattern(rf"^{_SIGN}\s*+(?=[-+]?[\d.])", re.IGNORECASE)
_SIGN_BEHIND = lazy_pattern(rf"(?<=\d)\s?{_SIGN}$", re.IGNORECASE)
_IN_YUAN = lazy_pattern(r"(?:[元圆]|yuan)\s*+[）)\]】]?+$", re.IGNORECASE)
_CNY = lazy_pattern("人民币|rmb|cny|cn¥", re.IGNORECASE)
# A currency beside a number tells no unit: ¥1200 in a column of fen may be either.
_CURRENCY = lazy_pattern(r"[¥￥]|cny|rmb|人民币", re.IGNORECASE)
_NEITHER = "?"


def unit_of(heading: str, samples: Sequence[str]) -> str | None:
    """``fen``, ``wan`` or ``other`` where heading or cells say so, else ``None``."""
    for text in (heading, *(each for each in samples if _DIGIT.search(each[:_LONGEST]))):
        for unit, pattern in _SAID.items():
            if pattern.search(_end_of(text)):
                return unit
    return None


def unit_of_cells(samples: Sequence[str]) -> str | None:
    """What ``unit_of`` tells of cells; ``MIXED`` where they differ, or only some name one."""
    items = (item for each in samples for item in _ITEMS.split(each[:_LONGEST_CELL]))
    figures = [each for each in items if _DIGIT.search(each[:_LONGEST])]
    units = {unit_of("", [each]) for each in figures}
    if len(units) < 2 or OTHER in units:  # noqa: PLR2004 (all are alike)
        return unit_of("", samples)
    return MIXED


def without_currency(text: str) -> str:
    """An amount without the name or sign of another currency beside it: ``$200`` as ``200``."""
    text = simplified(bare(text))
    if len(text) > _LONGEST:
        return text
    return _SIGN_BEHIND.sub("", _SIGN_BEFORE.sub("", text))


def unit_at_end(text: str) -> str | None:
    """``fen`` or ``wan`` where an upper heading ends in it: ``金额/分``."""
    text = _end_of(text)
    return next((unit for unit in ("fen", "wan") if _SAID[unit].search(text)), None)


def _end_of(text: str) -> str:
    """Where a text names its unit, in simplified characters."""
    return simplified(text.strip()[-_LONGEST:])


def says_yuan(heading: str) -> bool:
    """Whether a heading ends in 元, which may be short for that of another currency."""
    return bool(_IN_YUAN.search(_end_of(heading)))


def says_cny(heading: str) -> bool:
    """Whether it names our currency, though perhaps in another unit."""
    return bool(_CNY.search(simplified(heading[:_LONGEST])))


def are_yuan(samples: Sequence[str]) -> bool:
    """Whether all cells with a figure say that they are in yuan: ``12元``."""
    figures = [_end_of(bare(each)) for each in samples if _DIGIT.search(each[:_LONGEST])]
    return bool(figures) and all(map(_YUAN.search, figures))


def in_yuan(text: str, unit: str) -> str:
    """An amount written in ``unit`` as one in yuan.

    ``12元``, ``0.12万`` and ``1200分`` are what they say in any column. What is no number stays as
    it is, and what may be either is a text that no field reads.
    """
    text = simplified(bare(text))
    if _YUAN.search(text[-_LONGEST:]):
        return text
    for own, pattern in _OWN.items():
        if found := pattern.search(text, max(0, len(text) - _LONGEST)):
            return _times(text[: found.start()], own, text)
    if unit == "yuan":
        return text
    if _CURRENCY.search(text[:_LONGEST]) or _CURRENCY.search(text[-_LONGEST:]):
        return _NEITHER
    return _times(text, unit, text)


def _times(number: str, unit: str, text: str) -> str:
    """A ``number`` of ``unit`` in yuan; ``text`` where it is none."""
    try:
        return f"{read_number(number) * UNITS[unit]:f}"
    except InputError:
        return text


def in_unit(amount: Decimal, unit: str) -> str:
    """An ``amount`` in yuan as it would be written in a column of ``unit``."""
    if unit == "yuan":
        return str(amount)
    return f"{(amount / UNITS[unit]).normalize():f}"
