"""From the texts of a form to a calculator's inputs dataclass, and back."""

from collections.abc import Collection, Mapping
from typing import Any

from calculators.core.inputs.errors import ErrorDetails, InputError, ValidationError
from calculators.core.inputs.field_types.field import Field
from calculators.core.inputs.fields import fields_of
from calculators.core.inputs.normalising import plain
from calculators.core.rules.dated_rules import Rules

# Stands for what was typed and is no value: something is there, nothing follows from it.
UNREAD = object()


def read_inputs[I](
    inputs: type[I],
    texts: Mapping[str, str | None],
    rules: Rules,
    no_default: Collection[str] = (),
) -> I:
    """An instance of the dataclass ``inputs`` from what was typed, defaults filled in.

    A dataclass may have a class method ``derived``: from the values that were typed (``None``
    where nothing was, ``UNREAD`` where it cannot be read) it gives those of other fields that
    follow from them and prevail over defaults, or an :class:`InputError` for a field. The fields
    ``no_default`` are required, whatever stands in an untouched form.

    Raises :class:`ValidationError` with the reasons of all fields together.
    """
    fields = fields_of(inputs)
    values, refused = _typed(fields, texts)
    derived = getattr(inputs, "derived", None)
    if derived:
        for name, value in derived(values | dict.fromkeys(refused, UNREAD)).items():
            if isinstance(value, InputError):
                refused.setdefault(name, value)
            elif values.get(name) is None:
                values[name] = value
    for name, field in fields.items():
        if name in refused:
            continue
        try:
            by_default = None if name in no_default else rules
            if not is_waived(inputs, name, values):
                values[name] = _filled(field, values.get(name), by_default)
            _check_needed(inputs, field, values, name)
            _check_order(field, values, name)
        except InputError as reason:
            refused[name] = reason
    errors = [
        ErrorDetails(name, refused[name].code, refused[name].values)
        for name in fields
        if name in refused
    ]
    errors += [ErrorDetails(name, "unknown_field") for name in texts if name not in fields]
    if errors:
        raise ValidationError(errors)
    return inputs(**values)


def write_inputs(inputs: object, in_form: Collection[str]) -> dict[str, str | None]:
    """The texts that read as ``inputs`` again.

    Every field of the form is named, ``None`` where it is empty; the others where they were given.
    """
    values = {name: getattr(inputs, name) for name in fields_of(type(inputs))}
    return {
        name: None if (value := values[name]) is None else field.write(value)
        for name, field in fields_of(type(inputs)).items()
        if name in in_form or values[name] is not None
    }


def default_text(field: Field, rules: Rules) -> str:
    """What stands in an untouched field; empty where it has no default, or none on that day."""
    if field.default_rule is not None:
        return str(rules[field.default_rule].value) if field.default_rule in rules else ""
    return field.default or ""


def is_waived(inputs: type, name: str, values: Mapping[str, Any]) -> bool:
    """Whether a required field may be empty, and is, by the ``values`` of those beside it."""
    if (condition := fields_of(inputs)[name].waived_when) is None or values.get(name) is not None:
        return False
    other, written, filled = condition
    value = values.get(other)
    if value is None or values.get(filled) is None:
        return False
    return fields_of(inputs)[other].write(value) == written


def _typed(
    fields: Mapping[str, Field], texts: Mapping[str, str | None]
) -> tuple[dict[str, Any], dict[str, InputError]]:
    """What was typed into each field, ``None`` where nothing was; and why some cannot be read."""
    values: dict[str, Any] = {}
    refused: dict[str, InputError] = {}
    for name, field in fields.items():
        typed = texts.get(name)
        if typed is not None and not isinstance(typed, str):
            raise TypeError(f"inputs are texts, as a form gives them, not {type(typed).__name__}")
        text = plain(typed or "")
        try:
            values[name] = field.read(text) if text else None
        except InputError as reason:
            refused[name] = reason
    return values, refused


def _filled(field: Field, value: Any, rules: Rules | None) -> Any:
    """``value``, else the field's default; without ``rules`` there is none, and it is required."""
    if value is not None:
        return value
    if rules and (text := default_text(field, rules)):
        return field.read(text)
    if rules and field.optional:
        return None
    raise InputError("required")


def _check_needed(inputs: type, field: Field, values: Mapping[str, Any], name: str) -> None:
    """An optional field may be required by the value of one that stands before it."""
    if values[name] is not None or field.needed_when is None:
        return
    other, written = field.needed_when
    value = values.get(other)
    if value is not None and fields_of(inputs)[other].write(value) == written:
        raise InputError("required")


def _check_order(field: Field, values: Mapping[str, Any], name: str) -> None:
    if field.follows is None:
        return
    earlier, later = values.get(field.follows), values[name]
    if earlier is not None and later is not None and field.is_below(later, earlier):
        raise InputError("out_of_order", other=field.follows)
