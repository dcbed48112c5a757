"""The names by which tables call things, in both languages, as keys that spelling leaves alike."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.measure_words import ONE_BY_ONE
from calculators.core.inputs.normalising import bare
from calculators.core.table.heading_marks import unmarked
from calculators.core.text.catalogue import LANGUAGES
from calculators.core.text.patterns import lazy_pattern
from calculators.core.text.traditional import simplified

# What is in the name of an amount, also of one that was given back.
_OF_AMOUNTS = "款额价费付钱金退"
# Units of amounts that change nothing. Others stay part of the heading: one in fen is none in yuan.
_UNITS = lazy_pattern(
    r"[（(\[【](?:单位\s?[:：]?\s?)?(?:人民币)?"
    r"(?:元|¥|￥|人民币|yuan|rmb|cny)[）)\]】]"
    # 实付金额/元, 实付金额￥, amount_paid_cny
    r"|(?<=\w)(?:\s?[/／_,，\s]\s?(?:人民币元|元|人民币|yuan|rmb|cny|[¥￥])|[¥￥])\s?$",
    re.IGNORECASE,
    holds=("元", "¥", "￥", "人民币", "yuan", "rmb", "cny"),
)
# A number of pieces, but no amount: of 退款（件） nothing is dropped.
_PIECES = lazy_pattern(
    r"^(?!.*(?:refund|amount|paid|price|fee|cost))"
    rf"(?P<name>[^{_OF_AMOUNTS}]+?)[（(\[【](?:单位\s?[:：]?\s?)?[{ONE_BY_ONE}][）)\]】]",
    re.IGNORECASE | re.DOTALL,
    holds=tuple(ONE_BY_ONE),
)
_IGNORED = lazy_pattern(r"[（()）\[\]【】<>〈〉《》{}｛｝\s_:：*/.．'`‘’\"“”-]")
_NAMES = lazy_pattern(r"[、,，;；]")
_TIME_OR_DATE = (
    *(("时间", "日期"), ("时间", "日"), ("日期", "时间"), ("日期", "日")),
    *(("time", "date"), ("date", "time")),
)
# As many headings are kept at hand: which row holds them is asked of many rows, several times.
_HEADINGS = 4_000
# Asked for each heading of each table of a calculator.
_KNOWN: dict[str, Mapping[str, frozenset[str]]] = {}
_TURNED: dict[tuple[str, str], frozenset[str]] = {}
# What a calculator's texts list, asked for some forty times a table.
_LISTED: dict[tuple[str, ...], tuple[str, ...]] = {}


# The day whose rules to use: no field of a calculator, but a column may hold it.
ON = "on"
# The moment of asking.
NOW = "now"


@lru_cache(_HEADINGS)
def key(heading: str) -> str:
    """A heading without blanks, case, marks and yuan: ``1.实付金额（元）`` as ``实付金额``.

    In simplified characters: ``實付金額`` is the same. What is dropped from a cell is dropped here:
    marks that nobody sees, and those that only a spreadsheet needs.
    """
    name = _PIECES.sub(r"\g<name>", _UNITS.sub("", unmarked(bare(heading))))
    return simplified(_IGNORED.sub("", name)).casefold()


def known_headings(definition: Definition) -> Mapping[str, frozenset[str]]:
    """The names that surely mean a field, or the day of the rules, as keys, by field.

    A field is called by its own names and by those that the core has for all fields of its name.
    """
    if definition.package not in _KNOWN:
        fields = [*fields_of(definition.inputs), *([ON] if definition.rules_changed else [])]
        _KNOWN[definition.package] = MappingProxyType(
            {field: frozenset(map(key, _names(definition, field))) for field in fields}
        )
    return _KNOWN[definition.package]


def names_of(definition: Definition, text: str) -> tuple[str, ...]:
    """The names that a text of ``[table]`` lists, as keys, Chinese ones first, in their order."""
    texts = map(definition.texts, LANGUAGES)
    listed = (name for each in texts for name in _NAMES.split(each.get("table", text)))
    return _kept(listed, definition, "table", text)


def columns_called(keys: Sequence[str], names: Iterable[str]) -> list[int]:
    """The places of the ``keys`` of headings that are among ``names``, in the order of these."""
    return [at for name in dict.fromkeys(names) for at, each in enumerate(keys) if each == name]


def likely_headings(definition: Definition, field: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """What a field may be called, as keys, and the words in headings that only sound like it."""
    likely, unlike = (("headings", each, field) for each in ("likely", "unlike"))
    return _turned(definition, field).union(_keys(definition, *likely)), _keys(definition, *unlike)


def like_headings(definition: Definition, field: str) -> tuple[str, ...]:
    """The words in headings that may be a field, as keys."""
    return _keys(definition, "headings", "like", field)


def headings_alone(definition: Definition, field: str) -> frozenset[str]:
    """The likely names of a field, as keys, that mean it where no other column may."""
    return _turned(definition, field).union(_keys(definition, "headings", "alone", field))


def is_of_item(definition: Definition, heading: str) -> bool:
    """Whether a heading says that what stands below it is of a part of an order: ``商品金额``."""
    name = key(heading)
    of_part = any(each in name for each in names_of(definition, "of_part"))
    # 单价, but not 订单价格.
    return of_part or name.endswith(names_of(definition, "of_piece"))


def names_of_numbers(definition: Definition) -> frozenset[str]:
    """All names of numbers that an order may have, as keys: the platform's, and a program's own."""
    lists = ("order", "order_perhaps", "order_of_program", "order_similar")
    return frozenset(name for each in lists for name in names_of(definition, each))


def headings_of(definition: Definition, field: str) -> frozenset[str]:
    """The names that the core has for a field, as keys, whether or not it is an input here."""
    return frozenset(_keys(definition, "headings", field))


def words_of(definition: Definition, field: str, choice: str) -> tuple[str, ...]:
    """What cells hold for a ``choice`` of a field besides its own words, as keys."""
    return _keys(definition, "fields", field, "cells", choice)


def _turned(definition: Definition, field: str) -> frozenset[str]:
    """The names of a day that end in another word for one than those that are known.

    Beside a column of the known name one may hold something else.
    """
    if (asked := (definition.package, field)) not in _TURNED:
        fields, known = fields_of(definition.inputs), known_headings(definition)
        # Under a date of a moment days stand as midnights: that is asked about.
        is_dated = field in fields and fields[field].is_point_in_time
        is_dated = is_dated and not (fields[field].is_minute or fields[field].present)
        turned = {
            name.removesuffix(word) + other
            for name in (known[field] if is_dated else ())
            for word, other in _TIME_OR_DATE
            if name.endswith(word)
        }
        _TURNED[asked] = frozenset(turned.difference(*known.values()))
    return _TURNED[asked]


def _keys(definition: Definition, *path: str) -> tuple[str, ...]:
    return _kept(_listed(definition, *path), definition, *path)


def _kept(names: Iterator[str], definition: Definition, *path: str) -> tuple[str, ...]:
    asked = (definition.package, *path)
    if asked not in _LISTED:
        _LISTED[asked] = tuple(map(key, names))
    return _LISTED[asked]


def _names(definition: Definition, field: str) -> Iterator[str]:
    yield field
    for texts in map(definition.texts, LANGUAGES):
        for called in ("label", "name"):
            # As forms call it, and as sentences do.
            if texts.has("fields", field, called):
                yield texts.get("fields", field, called)
    yield from _listed(definition, "fields", field, "headings")
    yield from _listed(definition, "headings", field)


def _listed(definition: Definition, *path: str) -> Iterator[str]:
    for texts in map(definition.texts, LANGUAGES):
        if texts.has(*path):
            yield from _NAMES.split(texts.get(*path))
