"""Rows below the headings that say what stands in the columns, told from orders in words."""

import re
from collections.abc import Iterator, Mapping, Sequence

from calculators.core.definition import Definition
from calculators.core.inputs.errors import accepts
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import LONGEST, bare
from calculators.core.inputs.words_for_nothing import is_no_moment
from calculators.core.table import cells
from calculators.core.table.heading_keys import heading_keys
from calculators.core.table.names import known_headings, names_of
from calculators.core.table.units_of_count import whole as unit_of_count
from calculators.core.text.patterns import lazy_pattern

# The line below the headings of a table in Markdown.
_RULE = lazy_pattern(r":-+:?|-+:|-{3,}")
# More of them no export has.
_MOST = 3
_FIGURE = lazy_pattern(
    r"(?:(?:cn)?¥|cny|rmb|人民币|[$€£])?+\s*+[-+]?+\d[\d,.:/\-\s年月日时分秒元件万]*+",
    re.ASCII | re.IGNORECASE,
)
_ORDER_NUMBER = lazy_pattern(r"[a-z_#/.-]*+\d[\w#/.-]*+", re.ASCII | re.IGNORECASE)
# What only a description says: whether a cell must be filled in, its type, its unit.
_PLAINLY = lazy_pattern(
    r"[（(\[【]?(?:是否)?(?:非?必[填选传]|[选可]填|可选|可空|可不填|不可空|不能为空)项?[）)\]】]?"
    r"|文本|文字|字符串?|字符型|数字|数值型?|整数|小数|日期|日期时间|时间"
    r"|(?:金额|货币|计价)?单位(?:为|是|[:：=])?\s?\w{1,6}"
    r"|[（(\[【]?(?:元|分|角|万元|人民币|cny|rmb|yuan|fen|cents?|美元|usd)[）)\]】]?"
    r"|[（(\[【]?(?:[天日周]|个?月|小?时|分钟|秒|工作日|days?|weeks?|months?|hours?|minutes?|seconds?"
    r"|hrs?|mins?)[）)\]】]?"
    r"|required|optional|mandatory|text|string|numeric|number|integer|decimal|date|datetime"
    r"|timestamp|(?:in )?unit:? ?\w{1,6}|yyyy[-/]mm[-/]dd(?: hh:mm(?::ss)?)?",
    re.IGNORECASE,
)
# What stands beside units of counts.
_UNIT = lazy_pattern(r"(?:计量|数量)?单位[:：]?|units?:?", re.IGNORECASE)
# And what it speaks of, over figures.
_SPEAKS = lazy_pattern(
    r"必填|选填|说明|单位|格式|文本|字符|数字|数值|整数|小数|日期|时间|金额|编号|单号|号码|名称|数量|件数"
    r"|价格|费用|类型|例如|例[:：]|示例|填写|平台|买家|卖家|商家|顾客|用户|系统|生成|包括|包含|不含|等于"
    r"|最[多少低高]|多少|几|是否|保留|实[际付]|应付|支付|付款|下单"
    r"|required|optional|text|number|numeric|string|decimal|integer|date|time|format|unit|amount"
    r"|example|\b(?:the|of|in|per)\b",
    re.IGNORECASE,
)
# A figure with its unit is a value, however many words it stands among, unless it is an example.
_VALUE = lazy_pattern(
    r"^(?!.*(?:例|示范|如|字|位|小数|e\.?g)).*\d\s?(?:元|块|件|个|天|小?时|yuan|rmb|cny|pcs|pieces|days?|hours?)",
    re.IGNORECASE,
)

# A row of a template that shows how to fill it in; some of these words may as well be a product's.
_EXAMPLE = lazy_pattern(
    r"[（(\[【*#]*+(?:填写|填表|数据|订单|格式|参考)?(?:示例|样例|范例|示范|举例|例如?|例子|(样本|模板))"
    r"(?:数据|订单|行|单号|编号|内容|一)?\s?\d?[）)\]】*#:：]*+"
    r"|[(\[*#]*+(?:for )?(?:an? )?(?:examples?|e\.?g\.?|(samples?|template))"
    r"(?: (?:row|order|data|only))?\s?\d?[)\]*#:]*+",
    re.IGNORECASE,
    holds=("例", "示范", "样本", "模板", "example", "eg", "e.g", "sample", "template"),
)
# The same with a number behind, which no order's number is: 示例:6926001122334455661.
_EXAMPLE_OF = lazy_pattern(
    r"[（(\[【*#]*+(?:填写)?(?:示例|样例|范例|示范|举例|例如?|examples?|e\.?g\.?)"
    r"(?:订单号?|单号|编号|数据)?[）)\]】]?\s?[:：]\s*+[\w#/.-]{1,40}+",
    re.IGNORECASE,
    holds=("例", "示范", "example", "eg", "e.g"),
)
# What may stand around the number of a column: (1), 2., 【3】.
_AROUND = "()（）[]【】.、 "
# Fewer columns with their numbers below may be an order as well.
_FEWEST_NUMBERED = 3
# What counts rows or columns has no more figures.
_LONGEST_COUNT = 5


def is_figure(cell: str) -> bool:
    """Whether a cell holds an amount, a count, a number or a moment."""
    return len(cell) <= LONGEST and bool(_FIGURE.fullmatch(bare(cell)))


class Descriptions:
    """Tells the rows that describe the columns of a table, by its ``headings``."""

    def __init__(self, definition: Definition, headings: Sequence[str]) -> None:
        keys = heading_keys(definition, headings)
        orders = names_of(definition, "order")
        self._order = next((keys.index(each) for each in orders if each in keys), None)
        # A column may be called as several fields are.
        known, fields = known_headings(definition), fields_of(definition.inputs)
        self._fields = [
            (at, field, cells.reading(definition, name, field))
            for name, field in fields.items()
            for at, each in enumerate(keys)
            if each in known[name]
        ]

    def count(self, rows: Sequence[Sequence[str]]) -> int:
        """How many of the first ``rows`` below the headings are descriptions."""
        at = 0
        while at < min(_MOST, len(rows)) and self._describes(rows[at], rows[at + 1 :]):
            at += 1
        return at

    def _describes(self, row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
        """Whether a row is no order: words alone, of which none is a value of its column."""
        said = [text for cell in row if (text := cell.strip())]
        if said and all(map(_RULE.fullmatch, said)):
            return True
        found = {at: text for at, cell in enumerate(row) if not is_no_moment(text := bare(cell))}
        words = {at: text for at, text in found.items() if text and len(text) <= LONGEST}
        if self._is_example(words) or self._numbers_columns(words, below):
            return True
        if any(map(is_figure, words.values())) or any(self._values(row)):
            return False
        order = words.get(self._order) if self._order is not None else None
        if order and (_ORDER_NUMBER.fullmatch(order) or _is_numbered(order)):
            return False
        if any(map(_PLAINLY.fullmatch, words.values())) or self._are_units(words):
            return True
        over = [text for at, text in words.items() if _are_figures(below, at)]
        if len(words) < 2 or not over:  # noqa: PLR2004 (a remark of one cell)
            return False
        # What stands for an order's number and has no figure in it is none.
        if order:
            return True
        spoken = list(filter(_SPEAKS.search, over))
        # Of one cell alone a figure with its unit is the value.
        return len(spoken) > 1 or any(not _VALUE.search(each) for each in spoken)

    def _are_units(self, words: Mapping[int, str]) -> bool:
        """Whether a row says in which units the columns are, and one of them is an input's."""
        units = {at for at, text in words.items() if unit_of_count(text)}
        others = (text for at, text in words.items() if at not in units)
        if any(not _UNIT.fullmatch(text) for text in others):
            return False
        return any(at in units for at, _, _ in self._fields)

    def _is_example(self, words: Mapping[int, str]) -> bool:
        """Whether a row says of itself that it is one, where its order's number should stand."""
        order = words.get(self._order) if self._order is not None else None
        if order and _EXAMPLE_OF.fullmatch(order):
            return True
        found = _EXAMPLE.fullmatch(order or next(iter(words.values()), ""))
        return found is not None and not (order is None and any(found.groups()))

    def _numbers_columns(self, words: Mapping[int, str], below: Sequence[Sequence[str]]) -> bool:
        """Whether a row counts the columns: 1, 2, 3, where other things stand in one of them."""
        first = next(iter(words), 0)
        if len(words) < _FEWEST_NUMBERED:
            return False
        if any(text.strip(_AROUND) != str(at - first + 1) for at, text in words.items()):
            return False
        asked = {at for at, _, _ in self._fields}
        firsts = {at: row[at].strip() for row in below[:1] for at in words if at < len(row)}
        return any(
            len(cell) > _LONGEST_COUNT if cell.isdigit() else not is_figure(cell)
            for at, cell in firsts.items()
            if cell and at not in asked
        )

    def _values(self, row: Sequence[str]) -> Iterator[bool]:
        """Whether the cells read as the inputs that their columns are called by."""
        for at, field, read in self._fields:
            if at < len(row) and (text := read(row[at])):
                yield field.could_be(text) and accepts(field.read, text)


def _is_numbered(order: str) -> bool:
    """Whether words hold a number and do not speak of one: ``样品单3``, not ``19位编号``."""
    return any(map(str.isdigit, order)) and not _SPEAKS.search(order)


def _are_figures(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether most cells of a column are; some are empty words, or those of a row of totals."""
    filled = [row[at] for row in rows if at < len(row) and row[at].strip()]
    figures = sum(map(is_figure, filled))
    return figures > 0 and 2 * figures >= len(filled)
