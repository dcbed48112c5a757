"""The unit of counts as titles, descriptions, columns and number formats state it."""

import re

from calculators.core.inputs.measure_words import ONE_BY_ONE, ONE_BY_ONE_IN_LETTERS
from calculators.core.text.patterns import lazy_pattern

# One by one, or else: by the thousand, by the box, by weight.
PIECES, OTHER = "pieces", "other"
# A longer text is a remark, and what it says stands at its beginning.
_LONGEST = 200

# What one of the goods may be called. A bag or a bottle is sold as one.
_ONE = (
    rf"[{ONE_BY_ONE}单笔次对盒包袋]"
    rf"|(?:(?:{'|'.join(ONE_BY_ONE_IN_LETTERS)})\.?|orders?|pairs?|bags?|packs?)(?![a-z])"
)
_HOLDING = (
    r"[大小整]?箱|[打捆板垛筐篓桶提扎摞]|托盘?"
    r"|(?:cartons?|cases?|crates?|boxes|box|pallets?|dozens?|ctns?)(?![a-z])"
)
_MEASURED = (
    r"公斤|千克|市?斤|[吨克两]|[毫厘分千]?米|平方米|立方米|毫?升"
    r"|(?:kgs?|kilograms?|grams?|tons?|tonnes?|met(?:er|re)s?|lit(?:er|re)s?)(?![a-z])"
)
_MULTIPLE = (
    r"[十百千万亿]{1,2}+|[’']?000s?|1,?000s?"
    r"|(?:tens|hundreds?|thousands?|millions?)(?:\sof)?(?![a-z])"
)
_OF_GOODS = rf"(?:{_MULTIPLE})\s?(?:{_ONE})|{_HOLDING}|{_MEASURED}"
_UNIT = rf"(?:(?P<other>{_OF_GOODS})|(?P<pieces>{_ONE})|(?P<multiple>{_MULTIPLE}))"
_WHOLE = lazy_pattern(rf"[（(\[【]?+\s*+{_UNIT}\s*+[）)\]】]?+", re.IGNORECASE)
# What else has a unit stands before the word for it.
_MARK = (
    "(?<!金额)(?<!价格)(?<!货币)(?<!计价)(?<!时间)(?<!时限)(?<!时长)(?<!工作)单位"
    r"|(?<![a-z])(?<!time )(?<!money )units?"
)
_IS = r"\s*+(?:are|is|均?为|[都均]?是)?+\s*+[:：=]?+\s*+[（(\[【]?+\s*+(?:in\s)?+\s*+[以按]?+"
_FORMS = tuple(
    lazy_pattern(each, re.IGNORECASE)
    for each in (
        rf"(?:{_MARK}){_IS}{_UNIT}(?!\w)",
        rf"[以按]{_UNIT}(?:为单位|计算?(?!\w))",
        rf"[（(\[【]\s*+(?:in\s)?+{_UNIT}\s*+[）)\]】]",
        rf"(?<!\w)in\s++{_UNIT}(?!\w)",
    )
)
_HEADING = lazy_pattern(
    r"(?:计量|库存|数量|件数|计数)?单位|(?:stock|quantity|count)?units?(?:ofmeasure)?|uom"
)


def whole(text: str, *, of_amounts: bool = False) -> str | None:
    """The unit that a text consists of: ``千件``, ``（箱）``; ``None`` where it is none.

    ``of_amounts``: there are amounts as well, of which a thousand alone may be.
    """
    found = _WHOLE.fullmatch(text.strip()[:_LONGEST])
    return _kind(found, of_amounts=of_amounts) if found else None


def stated(text: str, *, of_amounts: bool = False) -> frozenset[str]:
    """The units that a title or an upper heading states: ``单位：千件``, ``in thousands``."""
    found = (each for form in _FORMS for each in form.finditer(text[:_LONGEST]))
    kinds = {_kind(each, of_amounts=of_amounts) for each in found}
    return frozenset(filter(None, [*kinds, whole(text, of_amounts=of_amounts)]))


def tells_unit(heading: str) -> bool:
    """Whether the key of a heading names a column of the units of counts."""
    return bool(_HEADING.fullmatch(heading))


def _kind(found: re.Match[str], *, of_amounts: bool) -> str | None:
    if found["multiple"]:
        return None if of_amounts else OTHER
    return PIECES if found["pieces"] else OTHER
