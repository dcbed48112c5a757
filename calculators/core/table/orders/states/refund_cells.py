"""What one cell says was given back: an amount, all of it in words, or nothing that is known."""

from decimal import Decimal

from calculators.core.arithmetic.money import FEN_A_YUAN
from calculators.core.inputs.errors import InputError
from calculators.core.inputs.money import read_number
from calculators.core.table import cells
from calculators.core.table.units import in_yuan
from calculators.core.text.patterns import lazy_pattern

# All that was paid, which is less than this, and a cell of which nobody can tell. In fen.
WHOLE, UNREAD = 10**15, -1

_LONGEST = 40
_FIGURE = lazy_pattern(
    r"[¥￥]?\s?\d[\d,]{0,15}(?:\.\d{1,4})?\s?(?:万元?|元|块|圆|分|yuan|rmb|cny)?"
)
# What may stand beside an amount that was given back.
_BESIDE = lazy_pattern(
    r"(?:[\s()（）\[\]【】,，:：;；。.!！+-]|已经?|全额|全部|全款|整单|部分|仅|退货|退款|退回|退还|退给|退|返还|了|原路|返回|成功|完成"
    r"|到账|全退|金额|共|合计|买家|客户|用户|货款|[元块]|refunded|refund|full|fully|partial|in|was|of|back|to|buyer)*+"
)
_ALL = lazy_pattern(r"全(?:额|部|款|单)?(?:退|$)|全额|全部|整单|\bfull")
_WHOLE = lazy_pattern(
    r"(?:已经?)?(?:全额|全部|整单|全款|全单|全)(?:已经?)?(?:退货?退?款|退[回还完清]?)?(?:成功|完成|到账|了)?"
    r"|(?:已经?)(?:退货)?退(?:款|[回还完清])?(?:成功|完成|到账|了)?|退款?(?:成功|完成|到账|完毕|完)"
    r"|(?:退[货款]?)?(?:全额|全部|全款)|(?:was |been )?(?:fully |full )?refunded(?: in full)?"
    r"|(?:a )?full(?: refund| amount)?|refund in full|100[%％]"
)
_NONE = lazy_pattern(
    r"(?:[无未没]|没有|尚未|暂无|不)(?:有)?(?:退款?|退货|售后|申请)?(?:金额|记录)?"
    r"|(?:no|not|none)(?: refund(?:ed|s)?)?"
)
# What is asked for, was refused, or may be asked for.
_OPEN = lazy_pattern(
    r"申请|[待未没无不拒驳撤审应拟可]|关闭|取消|失败|中|\b(?:no|not|pending|request|reject|den[iy]|cancel|fail"
    r"|await|to be|open)"
)


def refund_in_cell(cell: str, unit: str) -> int:
    """The amount of a ``cell`` in ``unit``, in fen, whatever sign it has; ``WHOLE``, ``UNREAD``."""
    text = cells.bare(cell)
    if not text:
        return 0
    if len(text) > _LONGEST:
        return UNREAD
    amount = _fen(text, unit)
    if amount != UNREAD:
        return amount
    words = text.casefold()
    if _NONE.fullmatch(words):
        return 0
    if _OPEN.search(words):
        return UNREAD
    return WHOLE if _WHOLE.fullmatch(words) else _beside_words(words, unit)


def _beside_words(words: str, unit: str) -> int:
    """The only amount among words that say no more than that it was given back."""
    figures = _FIGURE.findall(words)
    if len(figures) != 1 or not _BESIDE.fullmatch(words.replace(figures[0], " ", 1)):
        return UNREAD
    if _ALL.search(words) and "部分" not in words:
        return WHOLE
    return _fen(figures[0].strip(), unit)


def _fen(text: str, unit: str) -> int:
    try:
        amount: Decimal = read_number(in_yuan(text, unit))
    except InputError:
        return UNREAD
    return abs(int(amount * FEN_A_YUAN))
