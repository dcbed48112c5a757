"""Marks on a heading that say nothing of what stands below it: （必填）, ``1.``, ↑, ``_1``."""

import re

from calculators.core.text.patterns import lazy_pattern

# A longer text is no heading.
_LONGEST = 200

_BRACKETS = "（([【<〈《{｛"
_OPEN, _CLOSE = rf"[{re.escape(_BRACKETS)}]\s*+", r"\s*+[）)\]】>〉》}｝]"
# What has to be filled in, who fills it in, how it is written.
_FILLING = (
    r"\*?(?:非?必[填输选]项?|不?必须|选填项?|可选|可不填|可为?空|只读|自动(?:生成|获取|带出|计算)?"
    r"|请?勿(?:修改|改|删)|不可(?:修改|编辑)"
    r"|required|optional|mandatory|read[ -]?only|auto(?:matic)?|do not edit)"
)
_WRITING = (
    r"yyyy[-/年月日ymdhs:： ]{0,30}|年[-/年月日时分秒:： ]{1,30}|精确到[秒分]|24小时制"
    r"|文本(?:格式)?|日期格式|格式[:：][^（()）\[\]【】]{0,40}"
    r"|(?:例如?|如|e\.?g\.?)[:： ][^（()）\[\]【】]{0,40}"
)
# The clock by which moments are read anyway.
_OUR_CLOCK = (
    r"北京时间|中国(?:标准)?时间|东八区(?:时间)?|东8区|(?:utc|gmt)\s?\+\s?0?8(?::?00)?"
    r"|beijing(?: time)?|china(?: standard)? time"
)
_ANY = f"(?:{_FILLING}|{_WRITING}|{_OUR_CLOCK})"
# Our own headings have brackets as well, （元）, and none of these within.
_HINTS = (
    "填|必|可选|空|只读|自动|勿|不可|opt|mandat|requ|read|auto|do not"
    "|yyyy|年|精确|24小时|文本|格式|例|如|eg|e.g|北京|中国|东八|东8|utc|gmt|j|ch"
)
_REMARK = lazy_pattern(
    f"{_OPEN}{_ANY}(?:[,，;；、]\\s?{_ANY}){{0,2}}{_CLOSE}", re.IGNORECASE, holds=_HINTS.split("|")
)
_FILL_IN = lazy_pattern(
    r"^\s*+非?(?:必填|选填)项?[\s:：_-]*+(?=\w)|[\s:：_-]{0,5}非?(?:必填|选填)项?\s*+$", holds="填"
)
# #订单编号, 实付金额；
_ENDS = lazy_pattern(
    r"^\s?#\s?(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff)）])\s?[#;；,，、]\s?$", holds="#;；,，、"
)
_BEHIND_NUMBERS = "）)]】.、．:：_①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
# 1.订单编号, (2) 实付金额, ③付款时间.
_NUMBERING = lazy_pattern(
    r"^\s*+(?:[（(\[【]\d{1,3}[）)\]】]|\d{1,3}\s?[.、．)）:：_]|[①-⑳⑴-⒇]|(?:[A-Za-z]|[一二三四五六七八九十]{1,3})[、.．])\s*+"
    r"(?=[^\W\d_])",
    holds=_BEHIND_NUMBERS,
)
# The second column of a name: 付款时间_1, 付款时间.1, 付款时间(2).
_AGAIN = lazy_pattern(
    r"(?<=[^\W\d_]|[)）\]】])\s?(?:[_.][0-9]{1,2}|[（(][0-9]{1,2}[）)])\s*+$", holds="0123456789"
)
# Arrows of sorting and filtering, stars, bullets, signs of help, quotes.
_SIGNS = lazy_pattern(
    "[\u2190-\u21ff\u2303-\u2305\u23cf-\u23fa\u25a0-\u27bf\u2b00-\u2bff\u2139\u24d8\ufe0f"
    "\U0001f300-\U0001f6ff\"'`´“”‘’„«»‹›「」『』※●•!！?？]"
)
# Whose record it is; 订单号（系统） is another number than the platform's.
_OF_SYSTEM = lazy_pattern(
    rf"(?<=时间|日期|时刻|金额|状态){_OPEN}(?:系统|系统(?:自动|生成|记录)|后台){_CLOSE}",
    holds=_BRACKETS,
)


def unmarked(heading: str) -> str:
    """A heading without such marks; what is too long for one stays as it is."""
    if len(heading) > _LONGEST or (
        # A number in a circle is one.
        heading.isalnum() and heading[0].isalpha() and "填" not in heading
    ):
        return heading
    text = _SIGNS.sub("", heading)
    if any(each in text for each in _BRACKETS):
        text = _REMARK.sub("", text)
    text = _NUMBERING.sub("", text)
    text = _AGAIN.sub("", text)
    return _ENDS.sub("", _FILL_IN.sub("", text))


def without_system(heading: str) -> str:
    """``付款时间（系统）`` as ``付款时间``: the record of whoever made the table."""
    return heading if len(heading) > _LONGEST else _OF_SYSTEM.sub("", heading)
