"""The clock that a heading of moments names: 发货时间(UTC)."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from calculators.core.table import cells
from calculators.core.text.patterns import lazy_pattern
from calculators.core.text.traditional import simplified

_UTC = lazy_pattern(
    r"(?<![a-z])(?:utc|gmt)\s?(?P<ahead>[+-]\s?\d{1,2})?(?::?(?P<and>[0-5]\d))?", re.IGNORECASE
)
# One of these is in each name of another clock.
_HINTS = (
    "st|dt|et|msk|/|pac|central|mount|格林|美东|美西|太平洋|国|日本|加拿大|澳大利亚|欧洲"
    "|伦敦|纽约|洛杉矶|东京|首尔|巴黎|柏林|莫斯科|悉尼|曼谷|雅加达"
)
# Clocks of which some are set forward in summer, and others that Beijing's is not told from.
_OTHER = lazy_pattern(
    r"(?<![a-z])(?:[pmce][sd]t|jst|kst|ist|msk|[ce]est|[cew]et|bst|[ap]edt|aest)(?![a-z])"
    r"|(?<![a-z])(?:america|europe|australia|africa|pacific|atlantic|indian|us)/[a-z_]{3,30}"
    r"|(?<![a-z])asia/(?!shanghai|beijing|chongqing|urumqi|hong_kong|macau|taipei)[a-z_]{3,30}"
    r"|格林|美[东西]|太平洋|(?:[英美德法日韩俄]国|日本|韩国|加拿大|澳大利亚|欧洲)[东西中]?部?(?:标准|夏令)?时[间区]"
    r"|(?:伦敦|纽约|洛杉矶|东京|首尔|巴黎|柏林|莫斯科|悉尼|曼谷|雅加达)时[间区]"
    r"|(?:pacific|eastern|central|mountain)(?: standard| daylight)? time",
    re.IGNORECASE,
    holds=_HINTS.split("|"),
)
# Zones by their number: 东九区, 西五区, 零时区.
_NUMBERED = lazy_pattern(
    r"(?P<side>[东西])(?P<number>十[一二]?|[一二三四五六七八九]|\d{1,2})(?:时?区)|零时区",
    holds=("东", "西", "零时区"),
)
_NUMBERS = {each: at for at, each in enumerate("一二三四五六七八九十", start=1)} | {
    "十一": 11,
    "十二": 12,
}
_OURS = lazy_pattern(
    r"北京|中国|上海|香港|台北|beijing|china|shanghai|hong[ _]kong|taipei", re.IGNORECASE
)
# What a row above the headings says of all moments: 时区：UTC, 时间均为 UTC, times are in UTC.
_OF_TABLE = lazy_pattern(
    r"(?:时区|time[ _-]?zone)\s*+(?:均?为|[都均]?是|is)?+\s*+[:：=]?+\s*+[（(]?+"
    r"(?P<zone>[^，,；;。)）]{1,40})"
    r"|(?<!导出)(?<!生成)(?<!下载)(?<!打印)(?<!更新)(?<!制表)时间(?:[均都]|一律|统一)?+(?:采用|使用|为|是|按|以)\s*+"
    r"(?P<told>[^，,；;。)）]{1,40})"
    r"|(?<![a-z])times(?: are)?(?: given| shown)? in (?P<said>[^,;.)]{1,40})",
    re.IGNORECASE,
)
# A moment of a zone is no zone.
_YEAR = lazy_pattern(r"\d{4}", re.ASCII)
_MARK = lazy_pattern(r"(?:时区|time[ _-]?zone)\s*+[:：]?+", re.IGNORECASE)
_ANNOUNCED = lazy_pattern(r"(?:时区|time[ _-]?zone)\s*+(?:为|是|is\b|[:：=（(])", re.IGNORECASE)
_HEADING = lazy_pattern(
    r"(?:(?:订单|店铺|时间|所在|数据)?时区(?:名称?|代码)?|[a-z]{0,10}timezone(?:name|id|code)?|tz)",
    re.IGNORECASE,
    holds=("时区", "timezone", "tz"),
)
_OFFSET = lazy_pattern(
    r"(?:utc|gmt)?\s?(?P<sign>[+-])\s?(?P<hours>\d{1,2}+)(?::?(?P<and>[0-5]\d))?", re.IGNORECASE
)
# What reading a moment takes for a zone of its own.
_NAMED = lazy_pattern(
    r"(?:z|utc|gmt|[+-]\d\d:?(?:\d\d)?|cst|北京时间[)）]?|shanghai[\])]?)\s*$", re.IGNORECASE
)
# What the name of a zone alone may be, besides: places of one offset all year, and those of ours.
_PLACE = r"(?:{})(?:标准)?(?:时[间区])?|(?:{})(?: (?:standard )?time)?"
_OF_OURS = lazy_pattern(
    _PLACE.format(
        "北京|中国(?:大陆)?|国内|上海|重庆|香港|澳门|台北|台湾|新加坡|马来西亚|吉隆坡|菲律宾|马尼拉",
        "prc|china|hongkong|macau|macao|taiwan|singapore|malaysia|kuala lumpur|philippines|manila"
        "|asia/(?:chongqing|urumqi|macau|hong_kong|taipei)",
    )
    + r"|东?[8八]|0?8:00|8\.0",
    re.IGNORECASE,
)
_ELSEWHERE = {
    "+09:00": ("东京|日本|首尔|韩国", "tokyo|japan|seoul|(?:south )?korea|asia/(?:tokyo|seoul)"),
    "+07:00": (
        "曼谷|泰国|河内|越南|胡志明(?:市)?|雅加达",
        "bangkok|thailand|hanoi|vietnam|jakarta|asia/(?:bangkok|ho_chi_minh|jakarta)",
    ),
    "+05:30": ("印度|新德里", "india|new delhi|asia/kolkata"),
    "+04:00": ("迪拜|阿联酋", "dubai|asia/dubai"),
    "+03:00": ("莫斯科", "moscow|europe/moscow"),
    "Z": ("世界协调时?|协调世界时?|世界时", "universal|coordinated universal|etc/utc|etc/gmt"),
}
_PLACES = {
    zone: lazy_pattern(_PLACE.format(*names), re.IGNORECASE) for zone, names in _ELSEWHERE.items()
}
# In a heading it stands apart: 发货时间（东京）.
_IN_BRACKETS = lazy_pattern(r"[（(\[【]\s?([^（(\[【）)\]】]{2,30})[）)\]】]", holds="（([【")
# A name that none of these is.
UNKNOWN = "?"
_LONGEST, _LONGEST_TEXT = 40, 200
_BEIJING = "+08:00"


def zone_of(heading: str) -> str | None:
    """The zone of a column's moments as it is written behind one; empty for Beijing's own.

    ``None``: another that cannot be told.
    """
    if _OTHER.search(heading := simplified(heading[:_LONGEST_TEXT])):
        return None
    if found := _UTC.search(heading):
        if not (ahead := found["ahead"]):
            return "Z"
        return _written(ahead[0], int(ahead[1:]), found["and"])
    if found := _NUMBERED.search(heading):
        side, number = found["side"], found["number"]
        if not side:
            return "Z"
        hours = int(number) if number.isdigit() else _NUMBERS[number]
        return _written("+" if side == "东" else "-", hours, None)
    return _of_place(found[1]) if (found := _IN_BRACKETS.search(heading)) else ""


def _of_place(name: str) -> str | None:
    """The same by the simplified name of a place alone; empty also for one that is not known."""
    for zone, places in _PLACES.items():
        if places.fullmatch(name):
            return zone
    # 伦敦时间 is another that cannot be told, and so is 伦敦.
    return None if _OTHER.search(f"{name}时间") or _OTHER.search(f"{name} time") else ""


def names_ours(heading: str) -> bool:
    """Whether a heading says that its moments are of our clock, whatever a title says."""
    heading = simplified(heading)
    return any(each.search(heading) for each in (_OURS, _UTC, _NUMBERED))


def zone_of_table(rows: Iterable[Sequence[str]]) -> str | None:
    """The zone that one of the ``rows`` above the headings states for all moments."""
    for row in rows:
        texts = [text for cell in row if (text := cell.strip()) and len(text) <= _LONGEST_TEXT]
        found = [each for each in map(_OF_TABLE.search, map(simplified, texts)) if each]
        # Only what stands behind 时区： has to be a zone.
        said = [(each[each.lastgroup or 0], bool(_ANNOUNCED.match(each[0]))) for each in found]
        said += [
            (zone, True) for mark, zone in pairwise(texts) if _MARK.fullmatch(simplified(mark))
        ]
        for text, plainly in said:
            if _YEAR.search(text):
                continue
            if (zone := zone_named(text) if plainly else _zone_in(text)) != "":
                return zone
    return ""


def tells_zones(heading: str) -> bool:
    """Whether the key of a heading names a column of zones."""
    return bool(_HEADING.fullmatch(heading))


def zone_named(text: str) -> str | None:
    """The zone that a text is the name of, as :func:`zone_of` gives it: ``UTC``, ``+9``, 东京.

    Empty for ours and for words of nothing; :data:`UNKNOWN` for a name that is not known.
    """
    text = simplified(cells.bare(text[: _LONGEST + 1])).strip("()[]【】 ")
    if not text or _OF_OURS.fullmatch(text):
        return ""
    if found := _zone_in(text) or _of_place(text):
        return found
    if found is None or names_ours(text) or _says_ours(text):
        return found
    return UNKNOWN


def _says_ours(text: str) -> bool:
    found = _OFFSET.fullmatch(text)
    return found is not None and not _written(found["sign"], int(found["hours"]), found["and"])


def _zone_in(text: str) -> str | None:
    """The zone that a text names with a word or an offset; empty for ours, and where none does."""
    text = text.strip()[:_LONGEST]
    if found := _OFFSET.fullmatch(text):
        return _written(found["sign"], int(found["hours"]), found["and"])
    return "Z" if text.casefold() == "z" else zone_of(text)


def _written(sign: str, hours: int, minutes: str | None) -> str:
    zone = f"{sign}{hours:02}:{minutes or '00'}"
    if zone == _BEIJING:
        return ""
    # Behind a time of day -12:00 alone might be the end of a span.
    return zone if sign == "+" else f"UTC{zone}"


def in_zone(text: str, zone: str | None) -> str:
    """A moment with the ``zone`` of its column, unless it names its own or is only a day.

    Of a clock that cannot be told no field reads anything.
    """
    if not text or ":" not in text or len(text) > _LONGEST or _NAMED.search(text):
        return text
    if zone == UNKNOWN:
        return cells.Unreadable("unknown_zone")
    return cells.Unreadable("other_zone") if zone is None else text + zone
