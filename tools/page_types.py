"""The types of what a page and its worker say to each other, for JavaScript, from the Python.

``python -m tools.page_types`` writes ``theme/element/answers.d.ts`` from the ``TypedDict``s of the
modules below; a test says when that is due.
"""

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import NoneType, UnionType
from typing import (
    Any,
    Literal,
    NotRequired,
    TypeAliasType,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

TYPES = Path(__file__).parents[1] / "theme" / "element" / "answers.d.ts"
COMMAND = ".venv/bin/python -m tools.page_types"
MODULES = (
    "calculators.core.rules.confidence",
    "calculators.core.answers",
    "calculators.core.chart.picture",
    "calculators.core.table.totals_in_words",
    "calculators.page",
    "calculators.page.chart",
    "calculators.page.comparison",
    "calculators.page.deadlines",
    "calculators.page.orders",
)

_HEAD = f"""\
// What the calculators take and give, as JSON. Written from the declarations in calculators/ by
// `{COMMAND}`; change those, not this.
"""
_PLAIN: Mapping[object, str] = {
    str: "string",
    int: "number",
    bool: "boolean",
    NoneType: "null",
}


def declarations(modules: Sequence[str] = MODULES) -> str:
    """The file's text: what ``modules`` declare, in their order.

    Raises ``TypeError`` for a type that JSON has not, naming it.
    """
    told = [_declared(each) for name in modules for each in _declarations(name)]
    return "\n".join([_HEAD, *told])


def _declarations(module: str) -> Iterator[Any]:
    """The shapes and names of types that a module declares itself, private ones left out."""
    for name, value in vars(import_module(module)).items():
        shape = is_typeddict(value) or isinstance(value, TypeAliasType)
        if shape and value.__module__ == module and not name.startswith("_"):
            yield value


def _declared(declared: Any) -> str:
    if isinstance(declared, TypeAliasType):
        return f"export type {declared.__name__} = {_written(declared.__value__)}\n"
    fields = [
        f"  {name}{'' if name in declared.__required_keys__ else '?'}: {_written(hint)}"
        for name, hint in get_type_hints(declared).items()
    ]
    return "\n".join(
        [*_comment(declared), f"export interface {declared.__name__} {{", *fields, "}\n"]
    )


def _comment(declared: Any) -> Iterator[str]:
    """The docstring as a comment, its marks as JavaScript writes them."""
    text = re.sub(r":\w+:`(\w+)`", r"{@link \1}", inspect.getdoc(declared) or "")
    lines = text.replace("``", "`").replace("`None`", "`null`").splitlines()
    if len(lines) == 1:
        yield f"/** {lines[0]} */"
        return
    yield "/**"
    yield from (f" * {line}".rstrip() for line in lines)
    yield " */"


def _written(hint: Any) -> str:
    """A type as TypeScript writes it."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_typeddict(hint) or isinstance(hint, TypeAliasType):
        return str(hint.__name__)
    origin, of = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " | ".join(_literal(each) for each in of)
    if origin in {Union, UnionType}:
        return " | ".join(map(_written, of))
    if origin is list:
        (item,) = map(_written, of)
        return f"({item})[]" if " | " in item else f"{item}[]"
    if origin is tuple and Ellipsis not in of:
        return f"[{', '.join(map(_written, of))}]"
    if origin is dict and of[0] is str:
        return f"Record<string, {_written(of[1])}>"
    if origin is NotRequired:
        return _written(of[0])
    raise TypeError(f"JSON has no {hint!r}")


def _literal(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | str):
        return repr(value) if isinstance(value, int) else f'"{value}"'
    raise TypeError(f"JSON has no {value!r}")


if __name__ == "__main__":
    TYPES.write_text(declarations(), encoding="utf-8")
