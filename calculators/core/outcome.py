"""What a calculation finds: outputs, the steps that led there, warnings, what is left out."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

type Answer = dict[str, Any]

# The attributes of an outputs dataclass, each with the name of its output; a table asks once a row.
_NAMES: dict[type, list[tuple[str, str]]] = {}

_NO_VALUES: Mapping[str, object] = MappingProxyType({})


# Tuples, where others are frozen dataclasses: a file has millions of them.
class Message(NamedTuple):
    """One sentence of an outcome: a code, the rule it rests on, the values it names."""

    code: str
    rule: str | None = None
    values: Mapping[str, object] = _NO_VALUES


def step(code: str, rule: str, **values: object) -> Message:
    """A step of the calculation, resting on ``rule`` (its key in ``rules.toml``)."""
    return Message(code, rule, values)


def warning(code: str, rule: str | None = None, **values: object) -> Message:
    """Something the reader must know beside the figures."""
    return Message(code, rule, values)


def excluded(code: str, rule: str | None = None) -> Message:
    """Something that the answer does not count."""
    return Message(code, rule)


class Outcome(NamedTuple):
    """``outputs`` is an instance of the calculator's outputs dataclass."""

    outputs: Any
    steps: tuple[Message, ...]
    warnings: tuple[Message, ...] = ()
    excludes: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Output:
    """How an output is shown.

    ``kind`` is money, percent, integer, yes_no, choice, codes, date or time. The headline is
    first and large. ``up_to`` names the output that ends a range: both are shown as one line.
    ``over`` names the input that the output is drawn over in a chart. A ``deadline`` is a day or
    minute that belongs in a calendar.
    """

    kind: str
    choices: tuple[str, ...] = ()
    headline: bool = False
    up_to: str | None = None
    over: str | None = None
    deadline: bool = False


def output(kind: str, *choices: str, **properties: Any) -> Any:
    """An attribute of an outputs dataclass; ``properties`` are those of :class:`Output`."""
    return dataclasses.field(metadata={"output": Output(kind, choices, **properties)})


def outputs_of(outputs: type) -> dict[str, Output]:
    """The outputs of a dataclass by name, in order."""
    return {_name(each): each.metadata["output"] for each in dataclasses.fields(outputs)}


def plain_outputs(outputs: Any) -> dict[str, Any]:
    """An outputs dataclass as it stands in an answer: texts, whole numbers, lists, ``None``."""
    if (kind := type(outputs)) not in _NAMES:
        _NAMES[kind] = [(each.name, _name(each)) for each in dataclasses.fields(outputs)]
    return {
        name: value if type(value := getattr(outputs, at)) is str else _plain(value)
        for at, name in _NAMES[kind]
    }


def _name(attribute: dataclasses.Field[Any]) -> str:
    """The name of an output; a word of Python's ends in ``_`` as an attribute: ``class_``."""
    return attribute.name.removesuffix("_")


def _plain(value: object) -> Any:
    # In the order of how often a file has them.
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
