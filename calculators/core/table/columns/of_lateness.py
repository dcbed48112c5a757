"""Columns that say of each order whether it was late: what is asked, or how it was shipped."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from calculators.core.inputs.normalising import bare
from calculators.core.table import cells
from calculators.core.table.columns.layout import Layout
from calculators.core.table.columns.yes_or_no import answer_of
from calculators.core.text.patterns import lazy_pattern

# The input that such a column tells.
IS_LATE = "is_late"

_SHIPPED = r"(?:发货|发出|出库|寄出|履约|发运)"
_TOO_LATE = r"(?:超时|超期|逾期|延[迟误]|晚|迟)"
_IN_TIME = r"(?:准时|按时|及时|按期|如期|准点|时限内|承诺时间内|按承诺(?:的?时间)?)"
_TOO_LATE_HINTS = ("超时", "超期", "逾期", "延", "晚", "迟")
_IN_TIME_HINTS = ["准时", "按时", "及时", "按期", "如期", "准点", "时限内", "时间内", "按承诺"]
_WHETHER = r"(?:是否|是不是|有无|有没有|存在)"
_OF = r"(?:该|此|本|整)?(?:订单|商品|商家|卖家|店铺)?"
_FLAG = r"(?P<flag>标[记识志]|与否|否)?"
# 是否晚发, 发货是否超时, 超时未发货.
_ASKS = lazy_pattern(
    rf"{_OF}(?P<asks>{_WHETHER})?(?:已经?|被)?(?:判定?为?|属于|算)?"
    rf"(?:[晚迟]发(?:货|即赔|订?单)?|{_SHIPPED}(?P<within>{_WHETHER})?(?:已经?)?{_TOO_LATE}了?"
    rf"|{_TOO_LATE}(?:了|未)?(?:{_SHIPPED}|发)?)了?{_FLAG}",
    holds=_TOO_LATE_HINTS,
)
# 是否准时发货, 发货是否及时.
_ASKS_TURNED = lazy_pattern(
    rf"{_OF}(?P<asks>{_WHETHER})?(?:已经?)?"
    rf"(?:{_IN_TIME}{_SHIPPED}?|{_SHIPPED}(?P<within>{_WHETHER})?{_IN_TIME})了?{_FLAG}",
    holds=_IN_TIME_HINTS,
)
_IN_TIME_ALONE = lazy_pattern(rf"{_OF}{_WHETHER}?{_IN_TIME}{_FLAG}", holds=_IN_TIME_HINTS)
# 是否48小时内发货, which an order promised later need not have been. Without the first word it may
# be what the product promises.
_WITHIN_HOURS = lazy_pattern(
    rf"{_OF}(?P<asks>{_WHETHER})?(?:在|于)?[0-9]{{1,3}}(?:小时|h|天|日)"
    rf"(?:之?(?P<within>内)(?P<asked>{_WHETHER})?)?(?:已经?)?{_SHIPPED}了?{_FLAG}",
    holds="0123456789",
)
# 是否超48小时.
_OVER_HOURS = lazy_pattern(
    rf"{_OF}(?P<asks>{_WHETHER})?(?:已经?)?超(?:过|出)?[0-9]{{1,3}}(?:小时|h|天|日)"
    rf"(?:未?{_SHIPPED})?{_FLAG}",
    holds="超",
)
_ASKS_EN = lazy_pattern(
    r"(?P<asks>is|was|isit|wasit)?(?:the)?(?:order|shipment)?(?P<within>is|was)?"
    r"(?:(?:shipped|dispatched|sent|ship|dispatch)?(?:late|overdue|delayed)"
    r"|(?:late|delayed)(?:shipped|shipment|shipping|dispatch|order))(?P<flag>flag|yn|yesno)?",
    holds=("late", "overdue", "delayed"),
)
_ASKS_TURNED_EN = lazy_pattern(
    r"(?P<asks>is|was|isit|wasit)?(?:the)?(?:order|shipment)?(?P<within>is|was)?"
    r"(?:(?:shipped|dispatched|sent)?[oi]ntime|[oi]ntime(?:shipment|shipping|dispatch))"
    r"(?P<flag>flag|yn|yesno)?",
    holds=("ontime", "intime"),
)
_WAYS = (
    (_ASKS, False),
    (_ASKS_TURNED, True),
    (_WITHIN_HOURS, True),
    (_OVER_HOURS, False),
    (_ASKS_EN, False),
    (_ASKS_TURNED_EN, True),
)
# 履约状态, 发货时效, whose cells are words of lateness.
_IN_WORDS = lazy_pattern(
    r"(?:订单)?(?:发货|出库|履约|超时|时效|晚发|延迟|及时|准时)(?:时效|履约|超时|准时|及时)?"
    r"(?:状态|情况|结果|判定|考核|类型|性)?"
    r"|(?:fulfil?lment|shipping|shipment|dispatch|lateness|timeliness|sla|late)"
    r"(?:status|state|result)?"
)
_OF_LATENESS = lazy_pattern("超时|时效|履约|晚发|延迟|及时|准时|late|timel|sla")
_NOT_LATE_CELL = lazy_pattern(
    rf"(?:还|并)?(?:[没未]有?|不|无){_TOO_LATE}(?:发货?|了)?"
    rf"|(?:[没未]有?|不){_SHIPPED}?{_TOO_LATE}|{_SHIPPED}?{_IN_TIME}{_SHIPPED}?了?"
    r"|(?:(?:was|is|shipped|dispatched) )*(?:on|in)[ -]time"
    r"|(?:is |was )?not (?:late|overdue|delayed)"
)
_LATE_CELL = lazy_pattern(
    rf"(?:已经?|被判?)?(?:{_TOO_LATE}(?:未?{_SHIPPED}|发|了)?|{_SHIPPED}{_TOO_LATE}了?)"
    r"|(?:(?:was|is|shipped|dispatched) )*(?:late|overdue|delayed)|late shipment"
)
_USUAL = {"正常", "正常发货", "normal", "ok"}
_YES, _NO, _NONE = "yes", "no", "无"
_TURNED = {_YES: _NO, _NO: _YES}
_LONGEST = 24
# What people put where an order was late, beside √; where others stand as well it may be a no.
_TICKS = frozenset(["x", "v", "●", "■", "★", "*"])


class _Asked(NamedTuple):
    """What was found in a heading; ``turned``: it asks whether the order was in time."""

    found: re.Match[str]
    turned: bool


def lateness_columns(keys: Sequence[str], layout: Layout, taken: Collection[int]) -> Iterator[int]:
    """The columns that say it; ``keys`` are those of the headings, ``taken`` surely tell others."""
    for at, heading in enumerate(keys):
        if at in taken or not 0 < len(heading) <= _LONGEST:
            continue
        asked = _asked(heading)
        if asked is None and not _IN_WORDS.fullmatch(heading):
            continue
        # Beside an answer - stands for nothing, and 无 for a no.
        texts = map(bare, layout.cells_of(at))
        told = [text for text in texts if text and (_said(heading, text) or cells.bare(text))]
        if asked and not asked.turned and is_ticked_alone(told):
            yield at
            continue
        # Of some orders it may not be known yet: that must not take from others what they say.
        further_down = asked and (not told or (_is_plain(heading, asked) and not layout.whole))
        if further_down or any(_said(heading, text) for text in told):
            yield at


def is_ticked_alone(cells_below: Iterable[str]) -> bool:
    """Whether nothing but one and the same tick stands in a column."""
    found = {cells.bare(each).casefold() for each in cells_below if len(each) <= _LONGEST} - {""}
    return len(found) == 1 and found <= _TICKS


def may_ask_for_promise(heading: str) -> bool:
    """Whether a ``heading``, a key, may as well say what was promised: 48小时发货."""
    if not is_by_hours(heading):
        return False
    found = _WITHIN_HOURS.fullmatch(heading)
    return not (found and found["within"] and (found["asks"] or found["asked"]))


def is_by_hours(heading: str) -> bool:
    """Whether it asks for so many hours, and not for those that an order was promised."""
    if len(heading) > _LONGEST:
        return False
    return bool(_WITHIN_HOURS.fullmatch(heading) or _OVER_HOURS.fullmatch(heading))


def may_ask_for_delivery(heading: str) -> bool:
    """Whether it does not say what was in time: 准时."""
    return len(heading) <= _LONGEST and bool(_IN_TIME_ALONE.fullmatch(heading))


def reading_of_lateness(
    heading: str, read: cells.Reading, *, ticked: bool = False
) -> cells.Reading:
    """How to bring a cell below a ``heading``, a key, to yes and no; ``read`` takes others.

    ``ticked``: a tick alone stands in its column.
    """
    if len(heading) > _LONGEST:
        return read

    def of(cell: str) -> str:
        if len(cell) > _LONGEST:
            return ""
        text = bare(cell).casefold()
        if text in _USUAL:  # beside words of lateness, whatever the column is called
            return _NO
        return _YES if ticked and text in _TICKS else _said(heading, text)

    # Whoever names another column means its own yes and no.
    return of if _asked(heading) is not None or _IN_WORDS.fullmatch(heading) else read


def _asked(heading: str) -> _Asked | None:
    """What a heading asks, if anything."""
    heading = heading.rstrip("?？吗")
    for pattern, turned in _WAYS:
        if found := pattern.fullmatch(heading):
            return _Asked(found, turned)
    return None


def _is_plain(heading: str, asked: _Asked) -> bool:
    """Whether a heading is a question by itself."""
    return any(asked.found.groupdict().values()) or heading.endswith(("?", "？", "吗"))


def _said(heading: str, text: str) -> str:
    """``yes`` or ``no`` where a cell says whether the order was late, else nothing."""
    text = text.casefold()
    if not text or len(text) > _LONGEST:
        return ""
    if _NOT_LATE_CELL.fullmatch(text):
        return _NO
    if _LATE_CELL.fullmatch(text):
        return _YES
    asked = _asked(heading)
    if text in _USUAL and (asked or _OF_LATENESS.search(heading)):
        return _NO
    if asked is None:
        return ""
    plainly = _is_plain(heading, asked)
    if text == _NONE:
        # Below 是否按时 it may be that nothing is known.
        return "" if asked.turned else _NO
    said = answer_of(text, plainly=plainly)
    return _TURNED.get(said, "") if asked.turned else said
