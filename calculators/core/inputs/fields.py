"""How a calculator declares its inputs: a dataclass whose attributes each get a field from here.

Form, validation, reference table and terminal all read that one dataclass.
"""

import dataclasses
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Unpack

from calculators.core.inputs.field_types.amounts import MoneyField, MoneyListField
from calculators.core.inputs.field_types.choices import ChoiceField, ChoiceListField, YesNoField
from calculators.core.inputs.field_types.durations import DurationField
from calculators.core.inputs.field_types.field import Common, Field
from calculators.core.inputs.field_types.integers import Bounds, IntegerField, PositiveIntegerField
from calculators.core.inputs.field_types.moments import DateField, MonthField, TimeField

# Kept, because a table asks once a row. (functools.cache takes no type[Any], says mypy.)
_FIELDS: dict[type, Mapping[str, Field]] = {}


def fields_of(inputs: type) -> Mapping[str, Field]:
    """The fields of an inputs dataclass by name, in the form's order."""
    if inputs not in _FIELDS:
        fields = {each.name: each.metadata["field"] for each in dataclasses.fields(inputs)}
        _FIELDS[inputs] = MappingProxyType(fields)
    return _FIELDS[inputs]


def _attribute(field: Field) -> Any:
    return dataclasses.field(metadata={"field": field})


def money(**common: Unpack[Common]) -> Any:
    """An amount in yuan, 0 … 9,999,999,999.99; ``common`` are the properties of :class:`Field`."""
    return _attribute(MoneyField(**common))


def integer(*, unit: str = "pieces", none_of: str = "", **bounds: Unpack[Bounds]) -> Any:
    """A whole number from ``minimum`` to ``maximum``; see :class:`IntegerField`."""
    return _attribute(IntegerField(unit=unit, none_of=none_of, **bounds))


def positive_integer(
    *,
    unit: str = "pieces",
    unlimited: bool = False,
    limit_of: str | None = None,
    **common: Unpack[Common],
) -> Any:
    """A whole number from 1, refused with the single code ``not_positive_integer``."""
    field = PositiveIntegerField(unit=unit, unlimited=unlimited, limit_of=limit_of, **common)
    return _attribute(field)


def duration(*, of_delay: bool = False, **bounds: Unpack[Bounds]) -> Any:
    """Full hours from ``minimum`` to ``maximum``; see :class:`DurationField`."""
    return _attribute(DurationField(of_delay=of_delay, **bounds))


def money_list(**common: Unpack[Common]) -> Any:
    """One amount or more."""
    return _attribute(MoneyListField(**common))


def choice(*choices: str, **common: Unpack[Common]) -> Any:
    """One of the ids ``choices``."""
    return _attribute(ChoiceField(*choices, **common))


def yes_no(**common: Unpack[Common]) -> Any:
    """``yes`` or ``no``."""
    return _attribute(YesNoField(**common))


def choice_list(*choices: str, **common: Unpack[Common]) -> Any:
    """One or more of the ids ``choices``."""
    return _attribute(ChoiceListField(*choices, **common))


def month(**common: Unpack[Common]) -> Any:
    """A month."""
    return _attribute(MonthField(**common))


def day(**common: Unpack[Common]) -> Any:
    """A day."""
    return _attribute(DateField(**common))


def moment(**common: Unpack[Common]) -> Any:
    """A time of a day, to the second."""
    return _attribute(TimeField(**common))
