"""Columns whose heading no list has, and that may tell until when orders were promised."""

from collections.abc import Iterable
from typing import NamedTuple

from calculators.core.inputs.errors import accepts
from calculators.core.inputs.field_types.field import Field
from calculators.core.table.columns.units_of_durations import is_number
from calculators.core.text.patterns import lazy_pattern

# The input that such a column tells, and the one that it tells where it holds hours.
PROMISED_AT, PROMISED_HOURS = "promised_at", "promised_hours"

# 最晚发货时间, 计划出库日期; 承诺时间, 承诺履约时间.
_UNTIL = lazy_pattern(
    r"(?=.{0,60}(?:发货|发出|出库|寄出|履约|交运))"
    r".{0,60}(?:承诺|最[晚迟后]|截止|截至|应[该当]?(?:发|出|履)|要求|约定|计划|限[时期]|时限|超时|到期|须)"
    r"|承诺.{0,10}(?:时间|日期|时刻)|承诺发货",
)
# Of something else, or what nobody promised.
_UNLIKE = lazy_pattern(
    "预[计约估期售]|建议|期望|送达|签收|收货|到货|退|换|补发|售后|揽|开票|评价|提醒|催|申请|延长|修改|变更|取消"
    "|小时|天数|时长|次数|数量|原因|状态|是否|单号|编号|备注|类型"
)
_IN_LETTERS = lazy_pattern(
    r"(?=.{0,60}(?:ship|dispatch|fulfil|send))"
    r".{0,60}(?:latest|deadline|promis|due|\bmust|before|no-?later|limit"
    r"|(?:ship|dispatch|fulfil|send).{0,5}-?by)"
    r"|promised?(?:time|date|moment|until|by)",
    holds=("ship", "dispatch", "fulfil", "send", "promis"),
)
_UNLIKE_IN_LETTERS = lazy_pattern(
    "deliver|arriv|estimat|expect|return|refund|reship|hours|days|status|reason|number|fee"
    "|shippedby|sentby|dispatchedby"
)
_LONGEST = 60
# Of hours; more of them are a count of days, or a number of something else.
_DIGITS = 4


def is_like_promise(heading: str) -> bool:
    """Whether the key of a heading may name the moment until which an order is to be shipped."""
    if len(heading) > _LONGEST:
        return False
    if _UNTIL.match(heading):
        return not _UNLIKE.search(heading)
    return bool(_IN_LETTERS.match(heading)) and not _UNLIKE_IN_LETTERS.search(heading)


class Promised(NamedTuple):
    """How many of some cells tell a promise: as spans with their unit, as numbers, as moments."""

    spans: int
    numbers: int
    moments: int


def promised_in(texts: Iterable[str], hours: Field, moment: Field) -> Promised:
    """What the bare ``texts`` of cells tell, read as the input of hours or as that of moments."""
    spans = numbers = moments = 0
    for text in filter(None, texts):
        if is_number(text):
            numbers += len(text) <= _DIGITS and accepts(hours.read, text)
        elif is_span(text, hours):
            spans += 1
        else:
            moments += accepts(moment.read, text)
    return Promised(spans, numbers, moments)


def is_span(text: str, hours: Field) -> bool:
    """Whether a bare text is a duration that names its unit."""
    return len(text) <= _LONGEST and not is_number(text) and accepts(hours.read, text)
