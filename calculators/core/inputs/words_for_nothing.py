"""What people and programs write where there is nothing: words, dashes, moments not yet come."""

import re

# What surely says that nothing is there. Not what says that something is wrong (#REF!), hidden
# (****, ####) or not known (未知).
_NOTHING = {
    "-", "--", "---", "----", "/", "//", "\\", "|", '""', "''",
    "\\n",  # \N is that of databases
    "null", "(null)", "[null]", "<null>", "none", "nil", "undefined", "nat", "<na>",
    "na", "n/a", "n.a.", "#n/a", "blank", "(blank)", "empty", "(empty)", "nothing",
    "not applicable", "无", "(无)", "空", "(空)", "空白", "(空白)", "空值", "暂无", "暂无数据",
    "没有", "未填", "未填写", "不适用",
}  # fmt: skip
# Of a program that counted with nothing.
_NOT_A_NUMBER = "nan"
# Moments that have not come: 未揽收, 尚未发货, 待付款, not yet shipped.
_NOT_YET = re.compile(
    r"(?:[尚暂还仍]?未|还?没有?|待|等待)(?:买家|用户|商家|快递|物流)?"
    r"(?:揽[收件]|收[件货]|发[货出]|出库|入库|支付|付款|签收|妥投|[派配]送|派[件签]|送[达到]|到[达货]|中转|扫描"
    r"|上传|更新|退[货款回]|开票|完成)"
    r"|(?:暂?无|没有)(?:揽收|物流|快递|轨迹|签收|发货|支付|付款)?(?:记录|信息|时间|数据|轨迹|更新)"
    r"|not(?: yet)?(?: (?:collected|picked up|scanned|shipped|sent|paid|signed(?: for)?|delivered"
    r"|received|returned|uploaded|updated|completed|issued))?(?: yet)?",
    re.IGNORECASE,
)
# The beginnings that programs count from, where no moment was given to them: of MySQL, .NET,
# spreadsheets and Unix (in China eight hours later).
_BEGINNING = re.compile(
    r"(?:0000[-/]?00[-/]?00|0001[-/]0?1[-/]0?1|1899[-/]12[-/]3[01]|1900[-/]0?1[-/]0?[01]"
    r"|1970[-/]0?1[-/]0?1)"
    r"(?:[ T]?0?[08]:?00(?::?00)?(?:\.0{1,9})?(?:Z|\+0[08]:?00)?)?|0(?:\.0{1,9})?|00:00(?::00)?",
    re.ASCII | re.IGNORECASE,
)


def is_nothing(text: str) -> bool:
    """Whether a bare text says that nothing is there."""
    # Nearly all cells: no such word begins with a figure.
    if text[:1].isdigit():
        return False
    folded = text.casefold()
    return folded in _NOTHING or folded == _NOT_A_NUMBER


def is_no_amount(text: str) -> bool:
    """The same where an amount stands: one that is no number is refused as one."""
    return is_nothing(text) and text.casefold() != _NOT_A_NUMBER


def is_no_moment(text: str) -> bool:
    """The same where a moment stands: it may not have come yet, or be a program's beginning."""
    if text[:1] == "2":  # no program counts from this century
        return False
    return is_nothing(text) or bool(_BEGINNING.fullmatch(text) or _NOT_YET.fullmatch(text))
