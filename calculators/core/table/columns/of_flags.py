"""Columns that say yes or no to what a calculator is about: whether an order is one to answer."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from calculators.core.definition import Definition
from calculators.core.inputs.normalising import bare
from calculators.core.table import cells
from calculators.core.table.columns.layout import Layout
from calculators.core.table.columns.yes_or_no import answer_of
from calculators.core.table.names import key, names_of
from calculators.core.text.patterns import lazy_pattern

# What stands around the word in a heading, a key: 是否被判定缺货, 缺货标记, isoutofstock.
_BEFORE = lazy_pattern(
    r"(?:该|此|本|整)?(?:订单|商品|货品)?(?P<asks>是否|是不是|有无|有没有)?(?:存在|发生)?(?:已经?|被)?"
    r"(?:平台)?(?:判定?|认定|定性|确认|标记|属于|算)?(?:为|是)?"
    r"|(?P<asks_en>is|was|hasbeen)?(?:the)?(?:order|item)?(?:found|judged)?"
)
_AFTER = lazy_pattern(
    r"(?:订单|了)?(?P<flag>标[记识志]|与否|否|吗)?[?？]?|(?:状态|情况|判定|认定|结果)|(?P<flag_en>flag|yn|yesno)|status"
)
_LONGEST = 24
YES, NO = "yes", "no"
_TURNED = {YES: NO, NO: YES}


class Flag(NamedTuple):
    """What a heading asks; ``plainly``: it is a question, so that 1 and 0 answer it.

    ``turned``: it asks for the opposite. ``words`` are those for yes and for no, as keys.
    """

    words: Mapping[str, str]
    plainly: bool
    turned: bool

    def of(self, cell: str) -> str:
        """``yes``, ``no``, or nothing where a cell says neither."""
        text = bare(cell[: _LONGEST + 1])
        if not text or len(text) > _LONGEST:
            return ""
        if said := self.words.get(key(text)):
            return said
        said = answer_of(text.casefold(), plainly=self.plainly)
        return _TURNED.get(said, "") if self.turned else said


def flags_of(
    definition: Definition, keys: Sequence[str], layout: Layout, taken: Collection[int]
) -> dict[int, Flag]:
    """The columns that say it, by their places; the ``taken`` ones tell something else.

    A text ``flag`` of ``[table]`` has the words for what the calculator is about, and
    ``flag_not`` those for the opposite. Columns of which no cell says either are none.
    """
    files = definition.files
    if not (files and files.flagged):
        return {}
    about, opposite = (tuple(names_of(definition, each)) for each in ("flag", "flag_not"))
    words = dict.fromkeys(about, YES) | dict.fromkeys(opposite, NO)
    found: dict[int, Flag] = {}
    for at, heading in enumerate(keys):
        if at in taken or not 0 < len(heading) <= _LONGEST:
            continue
        asked = _asked(heading, about), _asked(heading, opposite)
        if asked == (None, None):
            continue
        flag = Flag(words, bool(asked[0] or asked[1]), turned=asked[0] is None)
        filled = list(filter(cells.bare, layout.cells_of(at)))
        # One cell that says neither must not take from others what they say.
        more = flag.plainly and not layout.whole
        if not filled or any(map(flag.of, filled)) or more:
            found[at] = flag
    return found


@lru_cache(256)
def _asked(heading: str, words: tuple[str, ...]) -> bool | None:
    """Whether a heading asks plainly for one of the ``words``; ``None`` where it asks for none."""
    for word in words:
        before, found, after = heading.partition(word)
        if not found:
            continue
        first, last = _BEFORE.fullmatch(before), _AFTER.fullmatch(after)
        if first and last:
            return any(first.groupdict().values()) or any(last.groupdict().values())
    return None
