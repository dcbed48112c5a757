"""A calculator on one day, as the rows of a table ask it: what is the same for all of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from calculators.core.definition import Definition, Shape
from calculators.core.evaluation.formula import shape_on
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.parsing import default_text
from calculators.core.rules.dated_rules import DAYS
from calculators.core.table.empty_cells import Defaults, EmptyCells

# What stands for an input that has to be there.
NEEDED = object()


@dataclass(frozen=True)
class Prepared:
    """A calculator on one day, defaults filled in.

    ``by_row`` are the inputs of which only the row can tell whether they are there, each with the
    value that stands for an empty one; ``asked`` those that no default may answer, ``defaults`` the
    texts that stand for empty cells. ``perhaps`` is the calculator by the formula that may have
    held already; ``fits_perhaps``: inputs of which none is a default are the same by both.
    """

    shape: Shape
    shared: Mapping[str, Any]
    by_row: tuple[tuple[str, Any], ...]
    asked: frozenset[str]
    defaults: Defaults
    perhaps: "Prepared | None" = None
    fits_perhaps: bool = False


class Preparing:
    """Prepares the calculator once a day; ``values`` are the inputs given for all rows.

    ``names`` are those that stand in columns, ``derivable`` those that may follow from others.
    ``own_days``: see :meth:`~calculators.core.definition.Definition.shape`.
    """

    def __init__(  # noqa: PLR0913 (what is known of the table)
        self,
        definition: Definition,
        values: Mapping[str, Any],
        names: Collection[str],
        derivable: Collection[str],
        empty: EmptyCells,
        *,
        own_days: bool,
    ) -> None:
        self._definition = definition
        self._values = values
        self._of_rows = {*names, *derivable}
        self._empty = empty
        self._own_days = own_days
        self.on = lru_cache(DAYS)(self._on)
        self._perhaps_on = lru_cache(DAYS)(self._without_doubt)

    def _on(self, day: date) -> Prepared:
        """That of a ``day``; raises ``ValidationError`` where no rule held."""
        prepared = self._prepared(shape_on(self._definition, day, own_days=self._own_days))
        formula = self._definition.rule_book.perhaps(day)
        if formula is None or formula.valid_from is None:
            return prepared
        perhaps = self._perhaps_on(formula.valid_from)
        fits = (prepared.shared, prepared.by_row) == (perhaps.shared, perhaps.by_row)
        return replace(prepared, perhaps=perhaps, fits_perhaps=fits)

    def _without_doubt(self, day: date) -> Prepared:
        """That of a ``day`` by the formula of that day alone."""
        return self._prepared(self._definition.shape(day))

    def _prepared(self, shape: Shape) -> Prepared:
        fields = fields_of(self._definition.inputs)
        files = self._definition.files
        # What no form asks for is for files, whatever the day.
        asks = {*(shape.formula.asks or fields), *(fields.keys() - self._definition.in_form)}
        asked = frozenset(asks.intersection(files.asked) if files else ())
        of_rows = asked | self._of_rows
        shared: dict[str, Any] = {}
        by_row: list[tuple[str, Any]] = []
        for name, field in fields.items():
            text = default_text(field, shape.rules)
            empty = None if field.optional or field.waived_when else NEEDED
            default = field.read(text) if text else empty
            value = self._values.get(name)
            if value is None and name in of_rows:
                by_row.append((name, default))
            elif value is None:
                if default is NEEDED:
                    by_row.append((name, default))
                value = None if default is NEEDED else default
            shared[name] = value
        defaults = self._empty.defaults(shape, asked)
        return Prepared(shape, shared, tuple(by_row), asked, defaults)
