"""How a calculator declares its outputs: a dataclass whose attributes each get one from here.

The dataclass has slots and is not frozen: a file makes a million of them, and a frozen one takes
thrice as long to make. Each function gives what a type checker is to take the attribute for; an
output that may be absent is annotated with ``| None``.
"""

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any, cast

from calculators.core.answers import OutputValue, Tone
from calculators.core.outcome import output_types
from calculators.core.outcome.output_types import Output

# The outputs of a dataclass, and each of their names with its attribute; a table asks once a row.
_OUTPUTS: dict[type, Mapping[str, Output]] = {}
_ATTRIBUTES: dict[type, list[tuple[str, str]]] = {}


def outputs_of(outputs: type) -> Mapping[str, Output]:
    """The outputs of a dataclass by name, in order."""
    if outputs not in _OUTPUTS:
        found = {_name(each): each.metadata["output"] for each in dataclasses.fields(outputs)}
        _OUTPUTS[outputs] = MappingProxyType(found)
    return _OUTPUTS[outputs]


def plain_outputs(outputs: Any) -> dict[str, OutputValue]:
    """An outputs dataclass as it stands in an answer: texts, whole numbers, lists, ``None``."""
    if (names := _ATTRIBUTES.get(type(outputs))) is None:
        names = [(_name(each), each.name) for each in dataclasses.fields(outputs)]
        _ATTRIBUTES[type(outputs)] = names
    # Texts and amounts at once: a file has little else.
    return {
        name: value
        if (of := type(value := getattr(outputs, attribute))) is str
        else str(value)
        if of is Decimal
        else _plain(value)
        for name, attribute in names
    }


def money(*, headline: bool = False, up_to: str | None = None, over: str | None = None) -> Decimal:
    """An amount in yuan."""
    return _attribute(Decimal, output_types.MoneyOutput(headline=headline, up_to=up_to, over=over))


def percent() -> Decimal:
    """A share as its number of per cent."""
    return _attribute(Decimal, output_types.PercentOutput())


def integer(*, headline: bool = False, up_to: str | None = None) -> int:
    """A whole number."""
    return _attribute(int, output_types.IntegerOutput(headline=headline, up_to=up_to))


def yes_no(*, headline: bool = False, yes: Tone | None = None, no: Tone | None = None) -> bool:
    """``yes`` or ``no``, and what each of them means for the merchant."""
    tones: dict[str, Tone] = {"yes": yes, "no": no} if yes and no else {}
    return _attribute(bool, output_types.YesNoOutput(headline=headline, tones=tones))


def choice(*choices: str, headline: bool = False, **tones: Tone) -> str:
    """One of the ids ``choices``; ``tones`` says of some what they mean for the merchant."""
    output = output_types.ChoiceOutput(*choices, headline=headline, tones=tones)
    return _attribute(str, output)


def codes(*choices: str, headline: bool = False) -> tuple[str, ...]:
    """Any number of the ids ``choices``."""
    return _attribute(tuple[str, ...], output_types.CodesOutput(*choices, headline=headline))


def day(*, headline: bool = False, deadline: bool = False) -> date:
    """A day."""
    return _attribute(date, output_types.DateOutput(headline=headline, deadline=deadline))


def moment(*, headline: bool = False, deadline: bool = False) -> datetime:
    """A minute."""
    return _attribute(datetime, output_types.TimeOutput(headline=headline, deadline=deadline))


def _attribute[T](of: type[T], output: Output) -> T:
    """What a dataclass takes for a field, and a type checker for a value ``of`` this type."""
    del of
    return cast("T", dataclasses.field(metadata={"output": output}))


def _name(attribute: dataclasses.Field[Any]) -> str:
    """The name of an output; a word of Python's ends in ``_`` as an attribute: ``class_``."""
    return attribute.name.removesuffix("_")


def _plain(value: object) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return value
