"""Which column of a table holds which input, told by its heading."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from calculators.core.definition import Definition
from calculators.core.fields import fields_of
from calculators.core.texts import LANGUAGES

# The day whose rules to use: no field of a calculator, but a column may hold it.
ON = "on"

# Units that change nothing; others stay part of the heading: an amount in fen is no amount in yuan.
_UNITS = re.compile(r"[（(\[【](?:元|¥|￥|人民币|yuan|rmb|cny|件|个)[）)\]】]", re.IGNORECASE)
_IGNORED = re.compile(r"[（()）\[\]【】\s_:：*/-]|\ufeff")
_NAMES = re.compile(r"[、,，;；]")
# Shorter names occur in too many others to suggest anything; Chinese says much in two characters.
_TELLING, _TELLING_IN_LETTERS = 2, 4


@dataclass(frozen=True)
class Match:
    """The columns that may hold a field, best first; ``sure`` where there is just one, by name."""

    columns: tuple[int, ...]
    sure: bool


@dataclass(frozen=True)
class Headings:
    """The headings of a table, looked at for the inputs of one calculator."""

    definition: Definition
    headings: tuple[str, ...]

    @cached_property
    def matches(self) -> dict[str, Match]:
        """For each field, and the day of the rules, the columns that may hold it."""
        known = known_headings(self.definition)
        keys = [key(heading) for heading in self.headings]
        named = {
            field: tuple(i for i, each in enumerate(keys) if each in names)
            for field, names in known.items()
        }
        taken = {column for columns in named.values() for column in columns}
        # An order's own day may be the day of the rules, whatever the column is called.
        dates = names_in("dates", self.definition)
        likely = known | {ON: known[ON] | dates} if ON in known else known
        return {
            field: Match(columns, sure=len(columns) == 1)
            if (columns := named[field])
            else Match(tuple(_similar(keys, likely[field], taken)), sure=False)
            for field in known
        }

    @property
    def sure(self) -> dict[str, int]:
        """The columns that need not be asked about, by field."""
        return {field: match.columns[0] for field, match in self.matches.items() if match.sure}

    def unsure(self, given: Mapping[str, str]) -> list[str]:
        """The fields to ask about: several columns, a similar one, or none where one is needed.

        ``given`` are inputs known for all rows.
        """
        return [
            field
            for field, match in self.matches.items()
            if not match.sure and not given.get(field) and (match.columns or field in self.needed)
        ]

    @property
    def needed(self) -> set[str]:
        """The fields that cannot be empty."""
        return {
            name
            for name, field in fields_of(self.definition.inputs).items()
            if not (field.optional or field.default or field.default_rule)
        }


def key(heading: str) -> str:
    """A heading without blanks, case and yuan: ``实付金额（元）`` as ``实付金额``."""
    return _IGNORED.sub("", _UNITS.sub("", heading)).casefold()


def known_headings(definition: Definition) -> dict[str, frozenset[str]]:
    """The names that surely mean a field, as keys, by field; in both languages."""
    fields = [*fields_of(definition.inputs), *([ON] if definition.rules_changed else [])]
    return {field: frozenset(map(key, _names(definition, field))) for field in fields}


def names_in(text: str, definition: Definition) -> frozenset[str]:
    """The names that a text of ``[table]`` lists, as keys; in both languages."""
    texts = map(definition.texts, LANGUAGES)
    return frozenset(key(name) for each in texts for name in _NAMES.split(each.get("table", text)))


def _names(definition: Definition, field: str) -> Iterator[str]:
    yield field
    for texts in map(definition.texts, LANGUAGES):
        yield texts.get("fields", field, "label")
        if texts.has("fields", field, "headings"):
            yield from _NAMES.split(texts.get("fields", field, "headings"))


def _similar(keys: Sequence[str], names: frozenset[str], taken: set[int]) -> Iterator[int]:
    """Columns whose heading contains a known name, or is contained in one."""
    telling = list(filter(_tells, names))
    for column, heading in enumerate(keys):
        if column in taken or not _tells(heading):
            continue
        if any(name in heading or _says_most_of(heading, name) for name in telling):
            yield column


def _says_most_of(heading: str, name: str) -> bool:
    """``时间`` may be short for ``发货时间``; ``订单`` is not for ``订单支付时间``."""
    return heading in name and 2 * len(heading) >= len(name)


def _tells(name: str) -> bool:
    return len(name) >= (_TELLING_IN_LETTERS if name.isascii() else _TELLING)
