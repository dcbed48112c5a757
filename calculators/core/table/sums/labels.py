"""Labels of rows of totals, as a grammar.

A word for a total, a count, a mean or a spread, and perhaps what is counted, a figure with its
unit, the part that it is of, a remark in brackets; in Chinese, in English or both.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from calculators.core.inputs.normalising import plain
from calculators.core.table.sums.label_words import (
    ALL,
    AMOUNT,
    FIGURE,
    GOODS,
    IN_ALL,
    JOINING,
    LONGEST_CHINESE,
    MEASURE,
    MEASURED,
    NUMBER,
    PART,
    RANGE,
    ROWS,
    SUM,
    UNIT,
    WORDS,
)
from calculators.core.text.patterns import lazy_pattern
from calculators.core.text.traditional import simplified

# A label longer than this is a remark.
LONGEST = 60
# States, shops and products come again and again.
_CELLS = 1000

# How much a label says. It can be nothing else (合计：2单), it may be a remark (总和), or as well
# what was sold (共2件).
SURE, SOFT, WEAK = "sure", "soft", "weak"
# It ends in such a word: set off, as spreadsheets name subtotals (M1 汇总), or not (健康汇总). It
# begins with one, or ends in Max: as a product's name it is a label only below what it names.
# Such a word with a figure behind it (合计12) counts orders, or is the number of one.
OF_GROUP, JOINED, NAMING, NUMBERED = "of group", "joined", "naming", "numbered"

_CERTAIN = (SURE, SOFT)
_ALONE = {SUM: SURE, MEASURE: SOFT, RANGE: WEAK}
_TOTALS = frozenset(_ALONE)
_WITH_FIGURE = [[each, FIGURE] for each in _ALONE]
_COUNTED = frozenset({ROWS, MEASURED})
# A bare count begins so: （约2 笔, 两单; what may follow is an amount.
_COUNT = lazy_pattern(
    r"[\s(\[【]*+(?:约|计|有)?+(\d{1,3}(?:,\d{3}){1,2}|\d{1,9}"
    r"|[一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]{1,9})(?!\d)\s?+",
    re.ASCII,
)
_FIGURES = {
    figure: at
    for figures in ("一二三四五六七八九十", "壹贰叁肆伍陆柒捌玖拾")
    for at, figure in enumerate(figures, start=1)
} | {"两": 2}
_BEHIND_COUNT = frozenset({FIGURE, UNIT, AMOUNT, ROWS})
# Each label has one of these, or a letter.
_TELLING = lazy_pattern(
    "[a-zA-Zａ-ｚＡ-Ｚ计計共总總汇匯彙和额額数數均平值差求单單条條订訂记記明录據据同环環最所全以上整Σσ∑]"
)
_LETTERS = lazy_pattern(r"[a-z]++", re.ASCII)
_FIGURE = lazy_pattern(r"[-+]?+\d[\d,]*+(?:\.\d++)?+(?:%|rmb|cny|yuan)?+", re.ASCII)
_DAY = lazy_pattern(
    r"\d{4}[-/.]\d\d?+(?:[-/.]\d\d?+)?+(?!\d)|\d{4}年(?:\d\d?+月份?+(?:\d\d?+[日号])?+)?+"
    r"|\d\d?+月份?+(?:\d\d?+[日号])?+|\d\d?+[日号]",
    re.ASCII,
)
_OPENING, _CLOSING = r"(\[{【〔「《<", r")\]}】〕」》>"
_REMARK = lazy_pattern(f"[{_OPENING}][^{_OPENING}{_CLOSING}]*+[{_CLOSING}]")
_BETWEEN = frozenset(f" \t\n\r:=,;、。|~*·…\"'“”‘’!¥$€&+-/._#—{_OPENING}{_CLOSING}") - {"\\"}
# Between a letter and a figure these make one word of both: SUM-1001.
_HYPHENS = frozenset("-/._#")
# What may stand behind the word in a label of a group: M1 小计：66.00元.
_BEHIND = "0123456789.,元¥$ :=" + ")]】"
_SET_OFF = frozenset(f" \t:/{_OPENING}")
_LAST_LETTERS = lazy_pattern(r"(?<![a-z])[a-z]++$", re.ASCII)
# So many figures may be the number of an order, unless more is said of them.
_LONG = lazy_pattern(r"\d{3}", re.ASCII)
_MORE_SAID = lazy_pattern(r"[:=元¥]|\d[.,]\d", re.ASCII)
# A number of which some digits are hidden: 订单******56.
_MASKED = lazy_pattern(r"[*＊#＃]{2}\d|\d[*＊#＃]{2}")


def kind_of(cell: str, *, for_number: bool = False) -> str:
    """How much a cell says that its row is one of totals; empty where it says no such thing.

    ``for_number``: an order's number should stand there, which may hold such a word.
    """
    if len(cell) > LONGEST or not _TELLING.search(cell):
        return ""
    if for_number and _MASKED.search(cell):
        return ""
    return _kind_of(cell, for_number=for_number)


@lru_cache(_CELLS)
def _kind_of(cell: str, *, for_number: bool) -> str:
    text = plainly(cell)
    kind = next(filter(None, map(_kind, _spellings(text))), "")
    kind = kind or _of_something(text)
    if for_number and _may_be_number(text):
        return {SURE: WEAK, SOFT: WEAK, NAMING: ""}.get(kind, kind)
    if for_number and kind == SURE and ends_as_number(text) and not _MORE_SAID.search(text):
        return NUMBERED if _words(text) in _WITH_FIGURE else kind
    return kind


def count_in(cell: str) -> int | None:
    """How many a cell that is a bare count says there are: 2单, （两笔）, 2单，378元.

    ``None`` where it is none, 0 where its figure is not read.
    """
    first = cell[:1]
    # As nearly all numbers of orders are: of digits, or with letters before them.
    if cell.isdigit() or (first.isascii() and first.isalpha()) or len(cell) > LONGEST:
        return None
    return _count_in(cell)


@lru_cache(_CELLS)
def _count_in(cell: str) -> int | None:
    text = plainly(cell)
    if not (found := _COUNT.match(text)):
        return None
    says, length = _word(text, found.end())
    if says not in {*_COUNTED, GOODS}:
        return None
    rest = _words(text[found.end() + length :])
    if rest is None or not _BEHIND_COUNT.issuperset(rest):
        return None
    figure = found[1].replace(",", "")
    return int(figure) if figure.isdigit() else _FIGURES.get(figure, 0)


def may_be_in(text: str) -> bool:
    """Whether a label can stand in ``text``, the cells of a row one behind the other."""
    return _TELLING.search(text) is not None


def is_label(cell: str) -> bool:
    """Whether a cell with the number of an order says nothing that a number would."""
    kind = "" if cell.isdigit() else kind_of(cell, for_number=True)
    if kind in {"", NAMING}:
        return False
    return kind in {*_CERTAIN, OF_GROUP} or not ends_as_number(cell)


def ends_as_number(cell: str) -> bool:
    """Whether a cell ends as the numbers of orders do: 订单12, 汇总单-A."""
    text = plain(cell[-LONGEST:]).rstrip()
    last = text[-1:]
    return last.isascii() and (last.isdigit() or (last.isalpha() and not text.isascii()))


def plainly(cell: str) -> str:
    """A cell in plain, simplified characters and small letters."""
    # As a figure 參 is another word than in 參考.
    return simplified(plain(cell).casefold().replace("參", "叁"))


def names_what_is(above: str, cell: str, *, for_number: bool = False) -> bool:
    """Whether a cell is the label of what stands ``above`` it: M1 Total under M1."""
    text, name = plainly(cell[: LONGEST + 1]), plainly(above[: LONGEST + 1])
    if not name or len(text) > LONGEST:
        return False
    wanted = (*_CERTAIN, WEAK) if for_number else _CERTAIN
    before, behind = text.removesuffix(name), text.removeprefix(name)
    return (before != text and not _run_on(before, name) and _kind(before) in wanted) or (
        behind != text and not _run_on(name, behind) and _kind(behind) in wanted
    )


def _spellings(text: str) -> Iterator[str]:
    """A text, the same without remarks in brackets, and without the blanks of 合　计."""
    yield text
    if (bare := _REMARK.sub(" ", text)) != text:
        yield bare
    if " " in text and not text.isascii():
        yield bare.replace(" ", "")


def _kind(text: str) -> str:
    """The kind of a text that consists of the words of labels."""
    words = _words(text)
    if not words:
        return ""
    says = set(words)
    if says & _TOTALS:
        return SURE if len(words) > 1 else _ALONE[words[0]]
    counts = bool(says & _COUNTED)
    if IN_ALL in says and not (counts or NUMBER in says or AMOUNT in says):
        return WEAK if GOODS in says else SOFT
    if ALL in says and not (counts or IN_ALL in says):
        return WEAK
    if says & {IN_ALL, ALL} or (NUMBER in says and (counts or GOODS in says)):
        return SURE
    if ROWS not in says or FIGURE not in says:
        return ""
    if words.index(FIGURE) < words.index(ROWS):
        return SURE
    return "" if _LONG.search(text) else WEAK


def _words(text: str) -> list[str] | None:
    """What the words of a text say, in their order; ``None`` where one is unknown."""
    says: list[str] = []
    at = 0
    while at < len(text):
        if text[at] in _BETWEEN:
            if text[at] in _HYPHENS and _hyphened(text, at):
                return None
            at += 1
            continue
        word, length = _word(text, at)
        if not length:
            return None
        if word != JOINING:
            says.append(word)
        at += length
    return says


def _word(text: str, at: int) -> tuple[str, int]:
    """What the word at a place says, and its length; 0 where it is unknown."""
    if found := _LETTERS.match(text, at):
        known = WORDS.get(found[0])
        return (known, len(found[0])) if known and not _is_figure(text, found.end()) else ("", 0)
    if found := _DAY.match(text, at):
        return PART, len(found[0])
    if found := _FIGURE.match(text, at):
        return FIGURE, 0 if _LETTERS.match(text, found.end()) else len(found[0])
    for length in range(LONGEST_CHINESE, 0, -1):
        if known := WORDS.get(text[at : at + length]):
            return known, length
    return "", 0


def _run_on(before: str, behind: str) -> bool:
    """Whether a word or a number runs on from one text to the other."""
    pair = before[-1:] + behind[:1]
    return len(pair) > 1 and pair.isascii() and pair.isalnum()


def _hyphened(text: str, at: int) -> bool:
    """Whether a mark joins a letter and a figure."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    pair = before + after
    return pair.isascii() and pair.isalnum() and before.isdigit() != after.isdigit()


def _is_figure(text: str, at: int) -> bool:
    return text[at : at + 1].isdigit()


def _may_be_number(text: str) -> bool:
    return bool(_LONG.search(_DAY.sub("", text))) and not _MORE_SAID.search(text)


def _of_something(text: str) -> str:
    """The kind of a text in which such a word stands behind or before something else."""
    end = text.rstrip(_BEHIND)
    if letters := _LAST_LETTERS.search(end):
        word = letters[0]
        known = "" if _is_figure(text, len(end)) else WORDS.get(word, "")
    else:
        lengths = range(min(LONGEST_CHINESE, len(end)), 0, -1)
        word = next((end[-each:] for each in lengths if end[-each:] in WORDS), "")
        known = WORDS.get(word, "")
    if known in _TOTALS and len(word) < len(end):
        before = end[-len(word) - 1]
        if known == RANGE:
            return NAMING
        if before in _SET_OFF:
            return OF_GROUP
        return "" if before.isascii() and word.isascii() else JOINED
    known, _ = _word(text, 0) if text else ("", 0)
    named, colon, _ = text.partition(":")
    return NAMING if known in {SUM, MEASURE} or (colon and _kind(named) in _CERTAIN) else ""
