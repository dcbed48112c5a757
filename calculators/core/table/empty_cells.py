"""Cells that are empty where the form has a default, which answers for them and is said."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from calculators.core.definition import Definition, Shape
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.parsing import default_text
from calculators.core.order_files import Files
from calculators.core.text.catalogue import LANGUAGES

# Inputs, each with the text of the default that stands for it.
type Defaults = tuple[tuple[str, str], ...]


class EmptyCells:
    """Tells which inputs of a row were left to the form's defaults, and decide its answer.

    ``columns`` are the inputs that stand in columns of the table, ``given`` the texts of those that
    hold for all rows.
    """

    def __init__(
        self, definition: Definition, columns: Collection[str], given: Mapping[str, str]
    ) -> None:
        self._definition = definition
        self._fields = fields_of(definition.inputs)
        self._files = definition.files or Files()
        self._given = given
        self._columns = [name for name in self._fields if name in columns and name not in given]
        # They hang on no other input: a million rows need no closer look.
        self._decide_alone = frozenset(
            name
            for name in self._columns
            if name not in {*self._files.only_with, *self._files.instead}
            if self._fields[name].shown_when is None
        )
        # Of shipping a file knows something where any of these is a column, whatever a row says.
        self._shipped = [name for name in self._files.shipped if name in columns]

    def defaults(self, shape: Shape, asked: Collection[str]) -> Defaults:
        """Those of one day, but for what is ``asked`` of each row."""
        return tuple(
            (name, text)
            for name in self._columns
            if name not in asked and self._has_effect(name, shape)
            if (text := default_text(self._fields[name], shape.rules))
        )

    def taken(self, defaults: Defaults, parsed: Mapping[str, Any]) -> Defaults:
        """Those that answer a row whose inputs were ``parsed``; nothing hangs on the others."""
        empty = [each for each in defaults if parsed.get(each[0]) is None]
        if not empty or self._decide_alone.issuperset(name for name, _ in empty):
            return tuple(empty)
        filled = {name for name, value in parsed.items() if value is not None}
        filled.update(self._given, self._shipped)
        texts = {**dict(defaults), **self._given, **dict(self._written(parsed))}
        return tuple(each for each in empty if self._decides(each[0], filled, texts))

    def _has_effect(self, name: str, shape: Shape) -> bool:
        """Whether a formula looks at an input.

        One for files alone it may; and what it does not ask for where a text says what is taken.
        """
        asks = shape.formula.asks
        if not asks or name in asks or name not in self._definition.in_form:
            return True
        return self._definition.texts(LANGUAGES[0]).has("notes", name)

    def _decides(self, name: str, filled: Collection[str], texts: Mapping[str, str]) -> bool:
        """Whether anything hangs on an input, and it does not follow from what is ``filled`` in."""
        if (other := self._files.only_with.get(name)) and other not in filled:
            return False
        return self._fields[name].decides(texts) and not self._files.follows(name, filled)

    def _written(self, parsed: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """The texts of what says whether something hangs on another input."""
        telling = {each.shown_when[0] for each in self._fields.values() if each.shown_when}
        for name in telling:
            if parsed.get(name) is not None:
                yield name, self._fields[name].write(parsed[name])
