"""How a calculator declares its inputs: a dataclass whose attributes each get a field from here.

Form, validation, reference table and terminal all read that one dataclass.
"""

import dataclasses
from typing import Any

from calculators.core.inputs import field_types

# Kept, because a table asks once a row. (functools.cache takes no type[Any], says mypy.)
_FIELDS: dict[type, dict[str, field_types.Field]] = {}


def fields_of(inputs: type) -> dict[str, field_types.Field]:
    """The fields of an inputs dataclass by name, in the form's order."""
    if inputs not in _FIELDS:
        _FIELDS[inputs] = {each.name: each.metadata["field"] for each in dataclasses.fields(inputs)}
    return _FIELDS[inputs]


def _attribute(field: field_types.Field) -> Any:
    return dataclasses.field(metadata={"field": field})


def money(**properties: Any) -> Any:
    """An amount in yuan, 0 … 9,999,999,999.99; ``properties`` are those of :class:`Field`."""
    return _attribute(field_types.MoneyField(**properties))


def integer(**properties: Any) -> Any:
    """A whole number from ``minimum`` to ``maximum``."""
    return _attribute(field_types.IntegerField(**properties))


def positive_integer(**properties: Any) -> Any:
    """A whole number from 1, refused with the single code ``not_positive_integer``."""
    return _attribute(field_types.PositiveIntegerField(**properties))


def money_list(**properties: Any) -> Any:
    """One amount or more."""
    return _attribute(field_types.MoneyListField(**properties))


def choice(*choices: str, **properties: Any) -> Any:
    """One of the ids ``choices``."""
    return _attribute(field_types.ChoiceField(*choices, **properties))


def yes_no(**properties: Any) -> Any:
    """``yes`` or ``no``."""
    return _attribute(field_types.YesNoField(**properties))


def choice_list(*choices: str, **properties: Any) -> Any:
    """One or more of the ids ``choices``."""
    return _attribute(field_types.ChoiceListField(*choices, **properties))


def month(**properties: Any) -> Any:
    """A month."""
    return _attribute(field_types.MonthField(**properties))


def day(**properties: Any) -> Any:
    """A day."""
    return _attribute(field_types.DateField(**properties))


def moment(**properties: Any) -> Any:
    """A minute."""
    return _attribute(field_types.TimeField(**properties))
