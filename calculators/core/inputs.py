"""From the texts of a form to a calculator's inputs dataclass, and back."""

from collections.abc import Mapping
from typing import Any

from calculators.core.fields import fields_of
from calculators.core.kinds import Field
from calculators.core.refusal import Refusal, Refused
from calculators.core.rules import Rules


class InputsRefused(Exception):
    """The inputs cannot be used; ``refusals`` holds every reason, in the form's order."""

    def __init__(self, refusals: list[Refusal]) -> None:
        super().__init__(", ".join(f"{refusal.field}: {refusal.code}" for refusal in refusals))
        self.refusals = refusals


def read_inputs[I](inputs: type[I], texts: Mapping[str, str | None], rules: Rules) -> I:
    """An instance of the dataclass ``inputs`` from what was typed, defaults filled in.

    Raises :class:`InputsRefused` with the reasons of all fields together.
    """
    values: dict[str, Any] = {}
    refusals: list[Refusal] = []
    for name, field in fields_of(inputs).items():
        try:
            values[name] = _read(field, texts.get(name), rules)
            _check_needed(inputs, field, values, name)
            _check_order(field, values, name)
        except Refused as refused:
            refusals.append(Refusal(name, refused.code, refused.values))
    unknown = [name for name in texts if name not in fields_of(inputs)]
    refusals += [Refusal(name, "unknown_field") for name in unknown]
    if refusals:
        raise InputsRefused(refusals)
    return inputs(**values)


def write_inputs(inputs: object) -> dict[str, str | None]:
    """The texts that read as ``inputs`` again, every field named, ``None`` where it is empty."""
    return {
        name: None if (value := getattr(inputs, name)) is None else field.write(value)
        for name, field in fields_of(type(inputs)).items()
    }


def default_text(field: Field, rules: Rules) -> str:
    """What stands in an untouched field; empty where it has no default."""
    if field.default_rule is not None:
        return str(rules[field.default_rule].value)
    return field.default or ""


def _read(field: Field, typed: str | None, rules: Rules) -> Any:
    if typed is not None and not isinstance(typed, str):
        raise TypeError(f"inputs are texts, as a form gives them, not {type(typed).__name__}")
    text = (typed or "").strip() or default_text(field, rules)
    if text:
        return field.read(text)
    if field.optional:
        return None
    raise Refused("required")


def _check_needed(inputs: type, field: Field, values: Mapping[str, Any], name: str) -> None:
    """An optional field may be required by the value of one that stands before it."""
    if values[name] is not None or field.needed_when is None:
        return
    other, written = field.needed_when
    value = values.get(other)
    if value is not None and fields_of(inputs)[other].write(value) == written:
        raise Refused("required")


def _check_order(field: Field, values: Mapping[str, Any], name: str) -> None:
    if field.follows is None:
        return
    earlier, later = values.get(field.follows), values[name]
    if earlier is not None and later is not None and later < earlier:
        raise Refused("out_of_order", other=field.follows)
