"""What people and programs write where there is nothing: words, dashes, moments not yet come."""

import re

from calculators.core.text.patterns import lazy_pattern

# What says that there is none of a thing, as one asks of goods, and not only that a cell is empty.
_NONE = {"无", "無", "(无)", "没有", "沒有", "暂无", "暫無"}
# What surely says that nothing is there. Not what says that something is wrong (#REF!), hidden
# (****, ####) or not known (未知).
_NOTHING = {
    "-", "--", "---", "----", "/", "//", "\\", "|", '""', "''",
    "\\n",  # \N is that of databases
    "null", "(null)", "[null]", "<null>", "none", "nil", "undefined", "nat", "<na>",
    "na", "n/a", "n.a.", "#n/a", "blank", "(blank)", "empty", "(empty)", "nothing",
    "not applicable", "无", "(无)", "空", "(空)", "空白", "(空白)", "空值", "暂无", "暂无数据",
    "没有", "未填", "未填写", "不适用",
    "(none)", "<none>", "n / a", "#null!", "无数据", "無", "暫無", "…", "......",
}  # fmt: skip
# What writers put around a word.
_AROUND = "。「」『』【】"
# Of a program that counted with nothing.
_NOT_A_NUMBER = "nan"
# Moments that have not come: 未揽收, 尚未发货, 待付款, not yet shipped.
_NOT_YET = lazy_pattern(
    r"(?:[尚暂还仍]?未|还?没有?|待|等待)(?:买家|用户|商家|快递|物流)?"
    r"(?:揽[收件]?|[收取]件|收货|寄出|发[货出]?|出库|入库|支付|付款|签收|妥投|[派配]送|派[件签]|送[达到]|到[达货]|中转|扫描"
    r"|上传|更新|退[货款回]|开票|完成|通知|驳回|寄回|约定)"
    r"|[备配]货中|un(?:shipped|fulfilled)|pending"
    r"|awaiting (?:shipment|dispatch|pick-?up|collection)|to be (?:shipped|dispatched|sent)"
    r"|(?:暂?无|没有)(?:揽收|物流|快递|轨迹|签收|发货|支付|付款)?(?:记录|信息|时间|数据|轨迹|更新)|暂无物流"
    r"|not(?: yet)?(?: (?:collected|picked up|scanned|shipped|dispatched|sent|paid|signed(?: for)?"
    r"|delivered|received|returned|uploaded|updated|completed|issued))?(?: yet)?",
    re.IGNORECASE,
    holds=("未", "没", "待", "无", "货中", "not", "un", "pending", "await", "to be"),
)
# A count of nothing, or midnight without a day.
_ZERO = lazy_pattern(r"0(?:\.0{1,9})?|00:00(?::00)?", re.ASCII)
_MOMENT = lazy_pattern(
    r"(?P<year>\d{4})(?:[-/.年](?P<month>\d\d?+)[-/.月](?P<day>\d\d?+)日?"
    r"|(?P<two>\d\d)(?P<last>\d\d))"
    r"(?:[ T]?(?P<clock>\d\d?+:?\d\d(?::?\d\d)?+)(?:\.\d{1,9}+)?+(?:Z|[+-]\d\d:?\d\d)?+)?+",
    re.ASCII | re.IGNORECASE,
)
# The first and the last day of a year, on which programs begin to count, and end.
_FIRST_DAY, _LAST_DAYS = (1, 1), {(12, 30), (12, 31)}
# No order is older than shops in Douyin, and no moment of one lies so far ahead. In a year of
# this century somebody may have mistyped one.
_CENTURY, _SHOPS, _AHEAD = 2000, 2016, 2050
# Midnight, and the same eight hours later, on our clock; the last minute of a day.
_SHARP, _LAST = {"", "8"}, {"2359", "235959"}
# The last second that 32 bits count to.
_LAST_SECOND = (2038, 1, 19)


def is_nothing(text: str) -> bool:
    """Whether a bare text says that nothing is there."""
    # Nearly all cells: no such word begins with a figure.
    if text[:1].isdigit():
        return False
    folded = _folded(text)
    return folded in _NOTHING or folded == _NOT_A_NUMBER


def says_none(text: str) -> bool:
    """Whether a bare text says of what is asked for, or counted, that there is none of it."""
    return _folded(text) in _NONE


def is_no_amount(text: str) -> bool:
    """The same where an amount stands: one that is no number is refused as one."""
    return is_nothing(text) and text.casefold() != _NOT_A_NUMBER


def is_no_moment(text: str) -> bool:
    """The same where a moment stands: it may not have come yet, or be where programs count from."""
    if text[:3] == "202":  # as nearly all are
        return False
    if is_nothing(text) or _ZERO.fullmatch(text) or _NOT_YET.fullmatch(text):
        return True
    found = _MOMENT.fullmatch(text)
    return found is not None and _is_of_program(found)


def _folded(text: str) -> str:
    folded = text.casefold()
    return folded.strip(_AROUND) if folded[-1:] in _AROUND else folded


def _is_of_program(found: re.Match[str]) -> bool:
    """Whether no order was ever at a moment, which a program has for none: its first, its last.

    Those of MySQL, .NET, spreadsheets and Unix, and what a shop's own program takes: 0001-01-01,
    1753-01-01, 1899-12-30, 1970-01-01 08:00, 2000-01-01, 9999-12-31 23:59:59.
    """
    month, day = int(found["month"] or found["two"]), int(found["day"] or found["last"])
    year = int(found["year"])
    # 00:00:00 comes to nothing, 08:00 to 8.
    clock = (found["clock"] or "").replace(":", "").strip("0")
    ends = (month, day) == _FIRST_DAY or (month, day) in _LAST_DAYS
    # Eight figures alone may be the number of a thing.
    if found["two"] and not ends:
        return not (month or day)
    if year < _CENTURY:
        return ends or not (month and day) or not clock
    if year < _SHOPS:
        return ends and clock in _SHARP
    if year >= _AHEAD:
        return not clock or clock in _LAST
    return (year, month, day) == _LAST_SECOND
