"""Macro calls taken apart: which macro, with which values."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

_JINJA = Environment(autoescape=True)


class Call(NamedTuple):
    """The call ``name(*args, **named)``."""

    name: str
    args: list[Any]
    named: Mapping[str, Any]


class UnreadableError(ValueError):
    """No call of a macro; ``name`` is what would be called, empty where nothing would."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self.name = name


def parsed(written: str) -> Call:
    """What ``{{ figure("late-delivery.maximum") }}`` calls; raises :class:`UnreadableError`."""
    try:
        body = _JINJA.parse(written).body
    except TemplateSyntaxError:
        raise UnreadableError from None
    parts = body[0].nodes if len(body) == 1 and isinstance(body[0], nodes.Output) else []
    called = parts[0] if len(parts) == 1 else None
    name = called.node if isinstance(called, nodes.Call) else called
    if not isinstance(name, nodes.Name):
        raise UnreadableError
    if not isinstance(called, nodes.Call):
        raise UnreadableError(name.name)
    try:
        args = [each.as_const() for each in called.args]
        return Call(name.name, args, {each.key: each.value.as_const() for each in called.kwargs})
    except nodes.Impossible:
        raise UnreadableError(name.name) from None
