"""Cells: what a spreadsheet writes brought to what a form takes, and what is safe to write."""

import re
from collections.abc import Callable

from calculators.core.definition import Definition
from calculators.core.inputs.dates import is_month, read_month
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.field_types import ChoiceField, ChoiceListField, Field, YesNoField
from calculators.core.inputs.normalising import INVISIBLE, items_of, plain
from calculators.core.inputs.normalising import bare as without_marks
from calculators.core.text.catalogue import LANGUAGES

type Reading = Callable[[str], str]

# How spreadsheets and people write yes and no; our own words for it are added by language.
_YES, _NO = "y true t 1 1.0 √ ✓ ✔ ☑ 有", "n false f 0 0.0 × ✗ ✘ ✕ 无 没有"
_ANSWERS = dict.fromkeys(_YES.split(), "yes") | dict.fromkeys(_NO.split(), "no")

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
# Of a program that counted with nothing; an amount that is no number is refused as one.
_NOT_A_NUMBER = "nan"
_MOMENTS = ("date", "time", "month")
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

# What a spreadsheet may take for a formula, also behind blanks and marks that it skips.
_FORMULA = re.compile(rf"[\s\x00-\x1f{INVISIBLE}]*+[=+\-@＝＋－＠]")
_HARMLESS = re.compile(
    r"""\s*+(?:[+-]?(?:\d(?:[\d,]*\d)?+(?:\.\d++)?+|\.\d++)%?|-++|="[\w.-]*+")\s*+""", re.ASCII
)


def safe(cell: str) -> str:
    """``cell`` as it may stand in a file for spreadsheets: a formula becomes text.

    Plain numbers, dashes and a long number kept as text (``="6901"``) stay as they are.
    """
    if _FORMULA.match(cell) and not _HARMLESS.fullmatch(cell):
        return f"'{cell}"
    return cell


def bare(cell: str) -> str:
    """``cell`` without marks that only spreadsheets need; empty for a word of nothing."""
    text = without_marks(cell)
    return "" if is_nothing(text) else text


def is_nothing(text: str, kind: str = "") -> bool:
    """Whether a bare text says that nothing is there, in a cell for a field of this ``kind``."""
    # Nearly all cells: no such word begins with a figure, and no program counts from this century.
    if text[:1].isdigit() and (text[0] == "2" or kind not in _MOMENTS):
        return False
    folded = text.casefold()
    if folded in _NOTHING or (folded == _NOT_A_NUMBER and not kind.startswith("money")):
        return True
    return kind in _MOMENTS and bool(_BEGINNING.fullmatch(text) or _NOT_YET.fullmatch(text))


def reading(definition: Definition, name: str, field: Field) -> Reading:
    """How to bring a cell to the text that ``field`` takes; what is not understood stays."""
    kind = field.kind

    def given(text: str) -> str:
        return "" if is_nothing(text, kind) else text

    if isinstance(field, YesNoField | ChoiceField):
        # A choice may be called by a word that means nothing elsewhere.
        ids = _ids(definition, name, field)
        return lambda cell: ids.get((text := without_marks(cell)).casefold()) or given(text)
    if isinstance(field, ChoiceListField):
        ids = _ids(definition, name, field)
        return lambda cell: ";".join(
            ids.get(item.casefold()) or given(item) for item in items_of(without_marks(cell))
        )
    return lambda cell: given(without_marks(cell))


def rules_day(cell: str) -> str:
    """The day whose rules an order wants, as a text to read; of a month it is the first."""
    text = without_marks(cell)
    if is_nothing(text, "date"):
        return ""
    try:
        return read_month(text).isoformat() if is_month(text) else text
    except InputError:
        return text


def _ids(
    definition: Definition, name: str, field: YesNoField | ChoiceField | ChoiceListField
) -> dict[str, str]:
    """The ids of a field's choices by id and by their words in either language."""
    ids = {each: each for each in field.choices}
    for texts in map(definition.texts, LANGUAGES):
        for each in field.choices:
            of_field = ("fields", name, "choices", each)
            word = texts.get(*(("words", each) if isinstance(field, YesNoField) else of_field))
            ids[plain(word).casefold()] = each
    return (_ANSWERS | ids) if isinstance(field, YesNoField) else ids
