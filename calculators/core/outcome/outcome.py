"""What a calculation finds: outputs, the steps that led there, warnings, what is left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from calculators.core.answers import Tone

_NO_VALUES: Mapping[str, object] = MappingProxyType({})


# Tuples and dataclasses with slots, where others are frozen: a file has millions of them.
class Message(NamedTuple):
    """One sentence of an outcome: a code, the rule it rests on, the values it names."""

    code: str
    rule: str | None = None
    values: Mapping[str, object] = _NO_VALUES


def step(code: str, rule: str, **values: object) -> Message:
    """A step of the calculation, resting on ``rule`` (its key in ``rules.toml``)."""
    # What the constructor of a named tuple does, in a third of its time.
    return tuple.__new__(Message, (code, rule, values))


def warning(code: str, rule: str | None = None, **values: object) -> Message:
    """Something the reader must know beside the figures."""
    return Message(code, rule, values)


def excluded(code: str, rule: str | None = None) -> Message:
    """Something that the answer does not count."""
    return Message(code, rule)


class Headline(NamedTuple):
    """Which sentence says an outcome first, under ``[headlines]``.

    It may name every output, and the ``values`` besides, some of which are tuples of clauses, such
    as this one. ``tone`` is what no output alone shows.
    """

    code: str
    values: Mapping[str, object] = _NO_VALUES
    tone: Tone | None = None


@dataclass(slots=True)
class Outcome:
    """``outputs`` is an instance of the calculator's outputs dataclass.

    ``to_do`` are the codes of the steps that say what to do; the others tell how it was worked out.
    """

    outputs: Any
    steps: tuple[Message, ...]
    warnings: tuple[Message, ...] = ()
    excludes: tuple[Message, ...] = ()
    to_do: tuple[str, ...] = ()
