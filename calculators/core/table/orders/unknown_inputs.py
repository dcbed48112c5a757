"""Orders of which one thing is not known, and that have one answer whatever it is."""

from collections.abc import Mapping
from typing import Any

from calculators.core.definition import Definition
from calculators.core.inputs.errors import InputError, ValidationError
from calculators.core.inputs.field_types.choices import ChoiceField, YesNoField
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.field_types.integers import WholeNumberField
from calculators.core.inputs.fields import fields_of


def unknown_promise(
    definition: Definition, parsed: Mapping[str, Any], error: ValidationError
) -> str:
    """The input that follows from a row's moments but for the missing one of the payment.

    ``parsed`` are its inputs by name. Empty where none does, or where the ``error`` has other
    reasons as well.
    """
    files = definition.files
    if files is None or parsed.get(files.paid_at) is not None:
        return ""
    paid_at = fields_of(definition.inputs).get(files.paid_at)
    if not (paid_at and (paid_at.optional or paid_at.waived_when)):
        return ""
    for name, moments in files.instead.items():
        others = [parsed.get(each) for each in moments if each != files.paid_at]
        if files.paid_at not in moments or parsed.get(name) is not None:
            continue
        if any(each is None or type(each) is InputError for each in others):
            continue
        reasons = {(each.field, each.code) for each in error.errors}
        if reasons <= {(name, "required"), (files.paid_at, "required")}:
            return name
    return ""


def unanswered(definition: Definition, error: ValidationError) -> str:
    """The question that a row leaves open, if that is all that is wrong, and few answers fit."""
    if len(error.errors) != 1 or error.errors[0].code != "required":
        return ""
    name = error.errors[0].field
    fields = fields_of(definition.inputs)
    return name if name in fields and isinstance(fields[name], ChoiceField | YesNoField) else ""


def possible_values(field: Field) -> tuple[Any, ...]:
    """All that may be the answer; of what may have been promised the ends, in hours.

    The longer the promise, the more is taken: what both ends come to, all between come to.
    """
    if isinstance(field, WholeNumberField):
        return field.minimum, field.maximum
    return (False, True) if isinstance(field, YesNoField) else field.choices
