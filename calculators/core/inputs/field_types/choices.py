"""What offers a few ids: one of them, several, yes or no."""

import re
from collections.abc import Mapping, Sequence
from typing import Unpack, override

from calculators.core.inputs.errors import InputError
from calculators.core.inputs.field_types.field import Common, Field
from calculators.core.inputs.normalising import bare, items_of, plain
from calculators.core.text.catalogue import Texts
from calculators.core.text.patterns import lazy_pattern

# How spreadsheets and people write yes and no; our own words for it are added by language.
_YES = "y true t 1 1.0 √ ✓ ✔ ☑ ✅ 有 已 是的 对"
_NO = "n false f 0 0.0 × ✗ ✘ ✕ ☐ ❌ 无 無 没有 沒有 没 未 不是 非 不对"
_ANSWERS = dict.fromkeys(_YES.split(), "yes") | dict.fromkeys(_NO.split(), "no")
# As spreadsheets and programs write them, in capitals or with one.
_LOGICAL = {"TRUE", "True", "FALSE", "False"}
# Beside the choices of a field: words by which a cell leaves it open, such as 未申请.
_NOTHING = "nothing"
_NUMBER = lazy_pattern(r"\+?0{0,9}+([1-9]\d{0,9}+)(?:\.0{0,9}+)?", re.ASCII)


def _in_one_writing(text: str) -> str:
    """A bare text in small letters; in Chinese blanks part no words: 支持 7 天无理由退货."""
    text = text.casefold()
    return text if text.isascii() else text.replace(" ", "")


def is_answer(text: str) -> bool:
    """Whether a text in small letters is a yes or a no by itself, to whatever is asked."""
    return text in _ANSWERS or text in {"yes", "no", "是", "否"}


class _Offering(Field):
    """Offers a few ids, and takes their words in either language from a cell."""

    control = "radios"

    def __init__(self, *choices: str, **common: Unpack[Common]) -> None:
        super().__init__(**common)
        self.choices = choices

    def _word(self, name: str, choice: str, texts: Texts) -> str:
        return texts.get("fields", name, "choices", choice)

    def _one(self, text: str) -> str:
        text = bare(text)
        if text not in self.choices:
            raise InputError("not_a_choice", choices=self.choices)
        return text

    @override
    def offered(self, name: str, texts: Texts) -> list[tuple[str, str]]:
        return [(each, self._word(name, each, texts)) for each in self.choices]

    @override
    def said(self, name: str, written: str, texts: Texts) -> str:
        return self._word(name, written, texts)

    @override
    def ids(self, name: str, languages: list[Texts]) -> Mapping[str, str]:
        words = {
            _in_one_writing(plain(self._word(name, each, texts))): each
            for texts in languages
            for each in self.choices
        }
        return self._written(name, languages) | {each: each for each in self.choices} | words

    def _written(self, name: str, languages: list[Texts]) -> dict[str, str]:
        """What exports write for the choices of the field ``name``, besides our own words."""
        return {
            _in_one_writing(plain(word)): "" if each == _NOTHING else each
            for texts in languages
            for each in (*self.choices, _NOTHING)
            if texts.has("fields", name, "cells", each)
            for word in texts.get("fields", name, "cells", each).split(
                texts.get("words", "separator")
            )
        }

    @override
    def from_cell(self, cell: str, ids: Mapping[str, str]) -> str:
        # A choice may be called by a word that means nothing elsewhere.
        text = bare(cell)
        found = ids.get(_in_one_writing(text))
        return found if found is not None else "" if self.is_empty(text) else text


class ChoiceField(_Offering):
    """One of a few ids."""

    kind = "choice"

    @override
    def from_cell(self, cell: str, ids: Mapping[str, str]) -> str:
        # FALSE is a spreadsheet's no: not the id of that name, nor surely any other.
        text = bare(cell)
        if text in _LOGICAL:
            return text
        # A number among the ids, as programs write it: 3.0, +3, 03.
        found = _NUMBER.fullmatch(text)
        return found[1] if found and found[1] in self.choices else super().from_cell(cell, ids)

    @override
    def read(self, text: str) -> str:
        return self._one(text)


class ChoiceListField(_Offering):
    """One or more of a few ids, separated as amounts in a list are."""

    kind = "choice_list"
    control = "picker"

    @override
    def read(self, text: str) -> tuple[str, ...]:
        items = items_of(bare(text))
        if not items:
            raise InputError("required")
        if not set(items) <= set(self.choices):
            raise InputError("not_a_choice", choices=self.choices)
        return tuple(items)

    @override
    def write(self, value: Sequence[str]) -> str:
        return ";".join(value)

    @override
    def said(self, name: str, written: str, texts: Texts) -> str:
        chosen = (self._word(name, each, texts) for each in self.read(written))
        return texts.get("words", "separator").join(chosen)

    @override
    def from_cell(self, cell: str, ids: Mapping[str, str]) -> str:
        items = items_of(bare(cell))
        return ";".join(super(ChoiceListField, self).from_cell(each, ids) for each in items)


class YesNoField(_Offering):
    """``yes`` or ``no``, as a bool."""

    kind = "yes_no"

    def __init__(self, **common: Unpack[Common]) -> None:
        super().__init__("yes", "no", **common)

    @override
    def read(self, text: str) -> bool:
        return self._one(text) == "yes"

    @override
    def write(self, value: bool) -> str:
        return "yes" if value else "no"

    @override
    def _word(self, name: str, choice: str, texts: Texts) -> str:
        return texts.get("words", choice)

    @override
    def offered(self, name: str, texts: Texts) -> list[tuple[str, str]]:
        # In a form "no" comes first: nearly all questions ask for an exception.
        return super().offered(name, texts)[::-1]

    @override
    def ids(self, name: str, languages: list[Texts]) -> Mapping[str, str]:
        return _ANSWERS | dict(super().ids(name, languages))
