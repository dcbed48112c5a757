"""The unit of amounts as titles, descriptions and columns of currencies state it."""

import re
from collections.abc import Iterable
from itertools import chain

from calculators.core.table.units import CODES, CURRENCIES, CURRENCY_HINTS, OTHER
from calculators.core.text.patterns import lazy_pattern
from calculators.core.text.traditional import simplified

YUAN = "yuan"
# A longer text is a remark, and what it says stands at its beginning.
_LONGEST = 200

# In thousands of yuan, RMB million, CNY '000: no unit that amounts are turned into yuan from.
_MULTIPLE = (
    r"(?:(?:tens?|hundreds?)\s(?:of\s)?)?(?:hundreds?|thousands?|millions?|billions?)"
    r"|[’']?000[’']?s?|100?,?000|1,?000(?:,000)?|100?|(?<![a-z])k"
)
_LETTERS = "(?:rmb|cny|yuan|renminbi)"
_IN_MULTIPLES = (
    rf"(?:{_MULTIPLE})\s?(?:of\s)?(?:chinese\s)?{_LETTERS}"
    rf"|{_LETTERS}\s?(?:in\s)?(?:{_MULTIPLE}|k(?![a-z]))"
    r"|(?:(?:tens|hundreds)\sof\s)?(?:thousands|millions)(?!\s+of)"
)
_NAMED = rf"{CURRENCIES}|(?:{CODES})(?![a-z])|us\$|dollars?|euros?|yen|baht"
_UNITS = {
    "fen": r"(?:人民币)?分|fen|cents?",
    "wan": r"(?:人民币)?万(?:元|圆|块)?",
    OTHER: rf"(?:人民币)?(?:角|毛|厘|[十百千]元?|[十百千]万元?|亿元?)|{_NAMED}"
    rf"|{_IN_MULTIPLES}",
    YUAN: r"(?:人民币|rmb|cny)?\s?(?:元|圆|块)整?|人民币|rmb|cny|cnh|cn¥|[¥￥]|yuan",
}
_UNIT = "(?:" + "|".join(f"(?P<{name}>{each})" for name, each in _UNITS.items()) + ")"
_COUNTED = "(?:为单位|计价|计算|结算|计)"
# No letter or figure follows: 分 is no part of 分类.
_END = rf"{_COUNTED}?+(?!\w)"
_OF_CURRENCIES = ("币种", "货币", "币别", "currenc")
# Of hours and marks the unit may be 分 as well.
_MARK = (
    "(?:(?<!时间)(?<!时长)(?<!时限)(?<!评分)(?<!得分)(?<!分数)(?<!积分)(?<!计分)单位"
    r"|币种|货币|币别|currenc(?:y|ies)|(?<![a-z])units?)"
)
_IS = (
    r"\s*+(?:are|is|均?为|[都均]?是|[均皆]?以|按)?+\s*+[:：=]?+\s*+[（(\[【]?+\s*+"
    r"(?:in\s)?+\s*+[以按]?+"
)
# 单位：分, 金额单位为万元, currency: USD.
_BY_MARK = lazy_pattern(
    rf"{_MARK}{_IS}(?:{_UNIT}|(?P<points>积分|points?)){_END}",
    re.IGNORECASE,
    holds=("单位", "unit", *_OF_CURRENCIES),
)
# 币种：令吉, currency is Malaysian ringgit: what stands there is a currency, whichever.
_BY_CURRENCY = lazy_pattern(
    r"(?:币种|货币|币别|currenc(?:y|ies))(?:\s*+(?:are|is|均?为|[都均]?是)\s*+[:：=]?+|\s*+[:：=])\s*+"
    r"[（(\[【]?+(?P<currency>[^,，;；、|。（）()\[\]【】\s]{1,20}+(?: [a-z]{1,20}+){0,2}+)",
    re.IGNORECASE,
    holds=_OF_CURRENCIES,
)
_FORMS = (
    _BY_MARK,
    # 金额：分, amounts in fen; 以分计; （分）, (in cents); in USD.
    lazy_pattern(
        rf"(?:金额|价格|amounts?|prices?|values?){_IS}{_UNIT}{_END}",
        re.IGNORECASE,
        holds=("金额", "价格", "amount", "price", "value"),
    ),
    lazy_pattern(rf"[以按用]{_UNIT}{_COUNTED}", re.IGNORECASE, holds="以按用"),
    lazy_pattern(
        rf"[（(\[【]\s*+(?:in\s|[以按])?+\s*+{_UNIT}{_END}\s*+[）)\]】]",
        re.IGNORECASE,
        holds="（([【",
    ),
    lazy_pattern(rf"(?<!\w)in\s++{_UNIT}{_END}", re.IGNORECASE, holds=("in",)),
)
# 订单明细 USD, 美元订单; but not 元 in another word, as in 今日元旦.
_CURRENCY_ALONE = lazy_pattern(
    rf"(?<![a-z])(?:{_NAMED})(?=[\W_]|$|订单|明细|账单|报表|结算|计价|金额|收款)",
    re.IGNORECASE,
    holds=(*CURRENCY_HINTS, "dollar", "eur", "yen", "baht"),
)
_WHOLE = lazy_pattern(rf"[（(\[【]?+\s*+{_UNIT}\s*+[）)\]】]?+", re.IGNORECASE)
# What 分 and 万 count besides money.
_ELSE = lazy_pattern(
    "积分|得分|评分|打分|分数|分值|时长|耗时|分钟|score|rating|minute", re.IGNORECASE
)
_OTHER_AMOUNTS = lazy_pattern(
    "退|运费|邮费|优惠|折扣|佣金|保费|积分|refund|freight|shipping|discount|commission",
    re.IGNORECASE,
)
_MONEY = lazy_pattern("金额|价|费|款|订单|账单|amount|price|order|paid", re.IGNORECASE)

# Columns that say in which currency, or unit, the amounts of their row are.
_PAYING = (
    "结算|支付|付款|收款|实付|应付|交易|成交|订单|下单|计价|标价|报价|定价|售价|销售|买家|商品"
    "|记账|入账|到账|结汇|扣款"
)
_CURRENCY_HEADING = lazy_pattern(
    r"\w{0,8}(?:币种|货币|币别|币类|币制|外币)(?:类型|类别|种类|代码|代号|编码|编号|名称?|单位|符号|简称|缩写|标识)?"
    rf"(?:{_PAYING}|(?:三位|英文)(?:字母|代码)?|iso(?:4217)?)?"
    rf"|(?:\w{{0,4}}(?:{_PAYING})用?|原)币(?:名称?|代码)?"
    r"|(?:金额|价格|计价|结算|支付|付款|货币)单位"
    r"|[a-z]{0,20}(?:currency|currencies|ccy)(?:(?:iso|short|alpha)?(?:code|name|id)|type|unit"
    r"|symbol|used|of[a-z]{1,20})?(?:iso(?:4217)?)?|curr?(?:code)?",
    holds=("币", "单位", "cur", "ccy"),
)
_UNIT_HEADING = lazy_pattern("单位|units?")
_CODE = lazy_pattern(r"[A-Z]{3}")
# Three letters that are no currency, or ours.
_NO_CODE = {"CNY", "RMB", "CNH", "SUM", "AVG"}
_NAME = lazy_pattern(
    r"\D{0,8}(?:币|元|圆|镑|铢|盾|刀|令吉|卢布|卢比|法郎|瑞郎|克朗|[比披]索|外汇|里亚尔|第纳尔|迪拉姆|兰特|福林"
    r"|兹罗提|里拉|雷亚尔|谢克尔|坚戈|先令|奈拉|塔卡|基普|瑞尔|列伊|列弗|图格里克|索姆|格里夫纳)"
)
_SIGN = lazy_pattern(r"[a-z]{0,3}[$¢£¤฿₠-₿＄￠￡￦]", re.IGNORECASE)
_NAME_IN_LETTERS = lazy_pattern(
    r"\b(?:dollars?|euros?|yen|baht|ringgit|pounds?|sterling|rupees?|rupiah|rou?bles?|won|pesos?"
    r"|dong|rand|francs?|kron[aeu]r?|kroner|dirhams?|riyals?|dinars?|liras?|zloty|shekels?|forint"
    r"|reais|real|tenge|naira|taka|kyat|usdt)\b",
    re.IGNORECASE,
)
_OURS = lazy_pattern(r".*(?:人民币|cny|rmb|cnh).*|.{0,3}本位?币|(?:中国)?元|[¥￥]|cn¥|yuan|156")
# The commonest by their numbers.
_NUMBERED = lazy_pattern("036|124|344|392|410|446|458|702|764|826|840|901|978")


def is_other(unit: str | None) -> bool:
    """Whether a ``unit`` is stated, and is another than yuan."""
    return unit not in {None, YUAN}


def stated(text: str) -> str | None:
    """The unit that a title or a description states, ``yuan`` too; ``None`` where none is.

    ``单位：分``, ``以万元计``, ``(USD)``. What is about marks, points or minutes states none.
    """
    text = simplified(text[:_LONGEST])
    if behind_mark := _by_currency(text):
        return behind_mark
    found = chain.from_iterable(form.finditer(text) for form in (*_FORMS, _CURRENCY_ALONE))
    return _of(text, found)


def marked(text: str) -> str | None:
    """The same where it is marked as a unit or a currency: ``单位：分``, ``currency: USD``."""
    text = simplified(text[:_LONGEST])
    return _by_currency(text) or _of(text, _BY_MARK.finditer(text))


def noted(text: str, *, of_amounts: bool = False) -> str | None:
    """The same of a note beside or below the orders, unless it is about other amounts than theirs.

    ``of_amounts``: it stands beside theirs. A currency on its own may stand there for an amount
    that was turned into yuan.
    """
    text = simplified(text[:_LONGEST])
    if _OTHER_AMOUNTS.search(text):
        return None
    if behind_mark := _by_currency(text):
        return behind_mark
    forms = _FORMS if of_amounts or _MONEY.search(text) else (_BY_MARK,)
    return _of(text, chain.from_iterable(form.finditer(text) for form in forms))


def whole(text: str) -> str | None:
    """The unit that a text consists of: ``分``, ``（元）``."""
    found = _WHOLE.fullmatch(simplified(text.strip()[:_LONGEST]))
    return found.lastgroup if found else None


def in_next_cell(mark: str, text: str) -> str | None:
    """The unit in a ``text`` that stands behind a cell that announces one."""
    name = _name_of(mark)
    is_currency = _CURRENCY_HEADING.fullmatch(name) and not name.endswith("单位")
    return (currency(text.strip()) if is_currency else None) or whole(text)


def is_mark(text: str) -> bool:
    """Whether a text announces a unit that stands in the next cell: ``金额单位：``."""
    name = _name_of(text)
    return bool(_CURRENCY_HEADING.fullmatch(name) or _UNIT_HEADING.fullmatch(name))


def _name_of(mark: str) -> str:
    return simplified(mark.strip(" :：")).casefold()


def tells_currency(heading: str) -> bool:
    """Whether the key of a heading names a column of currencies."""
    return bool(_CURRENCY_HEADING.fullmatch(heading))


def tells_unit(heading: str) -> bool:
    """Whether it names a column of units, which may be those of amounts."""
    return bool(_UNIT_HEADING.fullmatch(heading))


def currency(cell: str) -> str | None:
    """The unit that a bare cell in a column of currencies names; ``None``: no currency at all."""
    if len(cell) > _LONGEST or not cell:
        return None
    cell = simplified(cell)
    if _OURS.fullmatch(cell.casefold()):
        return YUAN
    if unit := whole(cell):
        return unit
    if _CODE.fullmatch(cell):
        return None if cell in _NO_CODE else OTHER
    if _NAME_IN_LETTERS.search(cell) or _SIGN.fullmatch(cell):
        return OTHER
    if _NUMBERED.fullmatch(cell) or _NAME.fullmatch(cell) or _CURRENCY_ALONE.search(cell):
        return OTHER
    return None


def _by_currency(text: str) -> str | None:
    """Another unit than yuan that stands behind the mark of a currency."""
    units = (currency(found["currency"]) for found in _BY_CURRENCY.finditer(text))
    return next((unit for unit in units if is_other(unit)), None)


def _of(text: str, found: Iterable[re.Match[str]]) -> str | None:
    """The unit among what was ``found`` in a text; another than yuan goes first."""
    units = list(map(_unit, found))
    if other := next((unit for unit in units if unit != YUAN), None):
        return None if _is_about_else(text, other) else other
    return YUAN if units else None


def _unit(found: re.Match[str]) -> str:
    """Which of the units a form has found; points, and a currency on its own, are another one."""
    units = found.groupdict()
    return next((name for name in _UNITS if units.get(name)), OTHER)


def _is_about_else(text: str, unit: str) -> bool:
    return unit in ("fen", "wan") and bool(_ELSE.search(text)) and not _MONEY.search(text)
