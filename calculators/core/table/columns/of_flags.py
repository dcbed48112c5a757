"""Columns that say yes or no to what a calculator is about: whether an order is one to answer."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from calculators.core.definition import Definition
from calculators.core.inputs.errors import accepts
from calculators.core.inputs.field_types.choices import is_answer
from calculators.core.inputs.field_types.integers import IntegerField
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import bare
from calculators.core.inputs.words_for_nothing import says_none
from calculators.core.table import cells
from calculators.core.table.columns.layout import Layout
from calculators.core.table.columns.yes_or_no import answer_of
from calculators.core.table.names import headings_of, key, names_of, words_of
from calculators.core.text.patterns import lazy_pattern

# What stands around the word in a heading, a key: 是否被判定缺货, 缺货标记, isoutofstock, 缺货数量.
_BEFORE = lazy_pattern(
    r"(?:该|此|本|整)?(?:订单|商品|货品)?(?P<asks>是否|是不是|有无|有没有)?(?:存在|发生)?(?:已经?|被)?"
    r"(?:平台)?(?:判定?|认定|定性|确认|标记|属于|算)?(?:为|是)?"
    r"|(?P<asks_en>is|was|hasbeen)?(?:the)?(?:order|item)?(?:found|judged)?"
)
_AFTER = lazy_pattern(
    r"(?:订单|了)?(?P<flag>标[记识志]|与否|否|吗)?[?？]?|(?:状态|情况|判定|认定|结果)"
    r"|(?:商品)?(?:总?数量?|件数|个数)|(?:quantity|qty|count|units|pieces)|(?P<flag_en>flag|yn|yesno)|status"
)
_LONGEST = 24
YES, NO = "yes", "no"
# The input that columns of stock tell, whichever way round they ask.
IN_STOCK = "in_stock"
_COUNT = IntegerField()
# With what a heading begins that is a question by itself.
_QUESTIONS = ("是否", "有没有", "有无", "is")
_TURNED = {YES: NO, NO: YES}


class Flag(NamedTuple):
    """What a heading asks; ``plainly``: it is a question, so that 1 and 0 answer it.

    ``turned``: it asks for the opposite. ``words`` are those for yes and for no, as keys.
    """

    words: Mapping[str, str]
    plainly: bool
    turned: bool

    def by_count(self, cell: str) -> str:
        """The same where whoever reads it said that it tells this: none lacking is a no.

        How many there are of what it asks the opposite of says nothing of an order.
        """
        if (said := self.of(cell)) or self.turned or not is_count(cell):
            return said
        return YES if _COUNT.read(cell) else NO

    def of(self, cell: str) -> str:
        """``yes``, ``no``, or nothing where a cell says neither."""
        text = bare(cell[: _LONGEST + 1])
        if not text or len(text) > _LONGEST:
            return ""
        if said := self.words.get(key(text)):
            return said
        said = NO if says_none(text) else answer_of(text.casefold(), plainly=self.plainly)
        return _TURNED.get(said, "") if self.turned else said


def is_count(cell: str) -> bool:
    """Whether a cell may be a number of pieces: ``2``, ``2件``."""
    return accepts(_COUNT.read, cell)


def flags_of(
    definition: Definition, keys: Sequence[str], layout: Layout, taken: Collection[int]
) -> dict[int, Flag]:
    """The columns that say it, by their places; the ``taken`` ones tell something else.

    A text ``flag`` of ``[table]`` has the words for what the calculator is about, and
    ``flag_not`` those for the opposite. Columns of which no cell says either are none, unless no
    other one does, and there are numbers.
    """
    files = definition.files
    if not (files and files.flagged):
        return {}
    asking = _asking(definition, keys, taken)
    # They may be numbers of pieces, or codes: every order counts, and that is said.
    return _told(asking, layout) or {
        at: flag for at, flag in asking.items() if any(map(is_count, layout.cells_of(at)))
    }


def stock_columns(
    definition: Definition, keys: Sequence[str], layout: Layout, taken: Collection[int]
) -> tuple[tuple[int, ...], bool]:
    """The columns that say whether goods are in stock, or whether they are not.

    And whether all of them do so in words.
    """
    asking = _asking(definition, keys, taken)
    told = _told(asking, layout)
    # How many are lacking, perhaps: to be asked about.
    counted = [at for at, flag in asking.items() if at not in told and not flag.turned]
    found = (*told, *counted)
    # 是否正常 may be asked of anything.
    asked = tuple(at for at in found if not any(each in keys[at] for each in ("正常", "normal")))
    return asked, not counted


def reading_of_stock(definition: Definition, heading: str, read: cells.Reading) -> cells.Reading:
    """How to bring a cell below a ``heading``, a key, to whether goods are in stock.

    ``read`` takes what answers the question of the field itself: below 缺货 a yes is a no.
    """
    flag = _flag_of(definition, heading)
    if flag is None:
        return read

    def of(cell: str) -> str:
        if said := flag.by_count(cell):
            return _TURNED[said]
        text = cells.bare(cell)
        # A yes or no by itself that may be another's is nobody's below what asks the opposite.
        return text if not flag.turned and is_answer(text.casefold()) else read(text)

    return of


def _asking(definition: Definition, keys: Sequence[str], taken: Collection[int]) -> dict[int, Flag]:
    """The columns whose headings ask it, whatever stands below."""
    return {
        at: flag
        for at, heading in enumerate(keys)
        if at not in taken and (flag := _flag_of(definition, heading))
    }


def _told(asking: Mapping[int, Flag], layout: Layout) -> dict[int, Flag]:
    """Those of them that are answered, as far as can be seen."""
    found: dict[int, Flag] = {}
    for at, flag in asking.items():
        filled = list(filter(cells.bare, layout.cells_of(at)))
        # One cell that says neither must not take from others what they say.
        more = flag.plainly and not layout.whole
        if not filled or any(map(flag.of, filled)) or more:
            found[at] = flag
    return found


def _flag_of(definition: Definition, heading: str) -> Flag | None:
    """What a ``heading``, a key, asks; ``None`` where it is about something else."""
    if not 0 < len(heading) <= _LONGEST:
        return None
    about, opposite = (tuple(names_of(definition, each)) for each in ("flag", "flag_not"))
    asked = _asked(heading, about), _asked(heading, opposite)
    of_stock = _is_about_stock(definition)
    if asked == (None, None):
        if not (of_stock and heading in headings_of(definition, IN_STOCK)):
            return None
        asked = None, heading.startswith(_QUESTIONS)
    if of_stock:
        about += words_of(definition, IN_STOCK, NO)
        opposite += words_of(definition, IN_STOCK, YES)
    words = dict.fromkeys(about, YES) | dict.fromkeys(opposite, NO)
    turned = asked[0] is None
    if heading.isascii():
        # Of what is asked for in English it is an answer: none in stock.
        words |= {"none": YES if turned else NO}
    return Flag(words, bool(asked[0] or asked[1]), turned)


def _is_about_stock(definition: Definition) -> bool:
    """Whether the flag is that goods are lacking, so that columns of stock ask the opposite."""
    files = definition.files
    asks = files is not None and files.flagged_not == IN_STOCK
    return asks or IN_STOCK in fields_of(definition.inputs)


@lru_cache(256)
def _asked(heading: str, words: tuple[str, ...]) -> bool | None:
    """Whether a heading asks plainly for one of the ``words``; ``None`` where it asks for none."""
    # 库存是否充足
    whole = heading.replace("是否", "") if heading.find("是否") > 0 else heading
    for word in words:
        if whole == word != heading:
            return True
        before, found, after = heading.partition(word)
        if not found:
            continue
        first, last = _BEFORE.fullmatch(before), _AFTER.fullmatch(after)
        if first and last:
            return any(first.groupdict().values()) or any(last.groupdict().values())
    return None
