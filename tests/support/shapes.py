"""Whether a value from JSON has a declared shape, key by key."""

from collections.abc import Iterator
from types import UnionType
from typing import (
    Any,
    Literal,
    TypeAliasType,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)


def differences(value: Any, shape: Any, where: str = "") -> Iterator[str]:
    """Each place at which ``value`` is not of ``shape``."""
    if isinstance(shape, TypeAliasType):
        shape = shape.__value__
    origin, of = get_origin(shape), get_args(shape)
    if is_typeddict(shape):
        yield from _of_keys(value, shape, where)
    elif origin in {Union, UnionType}:
        found = [list(differences(value, each, where)) for each in of]
        if all(found):
            yield min(found, key=len)[0]
    elif origin is Literal:
        if value not in of:
            yield f"{where}: {value!r} is none of {of}"
    elif origin is not None:
        yield from _of_items(value, origin, of, where)
    elif type(value) is not shape:
        yield f"{where}: {value!r} is no {shape}"


def _of_items(value: Any, origin: type, of: tuple[Any, ...], where: str) -> Iterator[str]:
    if not isinstance(value, dict if origin is dict else list):  # JSON has no tuples
        yield f"{where}: {value!r} is no {origin}"
        return
    items = value.items() if isinstance(value, dict) else enumerate(value)
    shapes = of if origin is tuple else [of[-1]] * len(value)
    for (key, each), shape in zip(items, shapes, strict=True):
        yield from differences(each, shape, f"{where}.{key}")


def _of_keys(value: Any, shape: Any, where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where}: {value!r} is no {shape.__name__}"
        return
    hints = get_type_hints(shape)
    if missing := shape.__required_keys__ - value.keys():
        yield f"{where}: {shape.__name__} without {sorted(missing)}"
    if unknown := value.keys() - hints.keys():
        yield f"{where}: {shape.__name__} with {sorted(unknown)}"
    for key in value.keys() & hints.keys():
        yield from differences(value[key], hints[key], f"{where}.{key}")
