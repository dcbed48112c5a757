"""The TOML files that stand beside a calculator's code, also when both lie in a zip."""

import json
from datetime import date
from importlib import import_module
from types import MappingProxyType
from typing import Any

# Where the bundle for browsers was made, TOML was read already and is JSON by the same name (see
# macros/bundle/baking.py); a day, which JSON lacks, is an object with this key.
BAKED_DAY = "$day"


def read_toml(package: str, name: str) -> dict[str, Any]:
    """The tables of the file ``name`` in ``package``; raises ``FileNotFoundError``."""
    data = _data(package, name)
    if data.startswith(b"{"):  # no TOML begins so
        baked: dict[str, Any] = json.loads(data, object_hook=_with_days)
        return baked
    import tomllib  # noqa: PLC0415 (a browser never needs it)

    try:
        return tomllib.loads(data.decode())
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{package.replace('.', '/')}/{name}: {error}") from None


def _data(package: str, name: str) -> bytes:
    # As pkgutil and importlib.resources do it, without what these import: the latter pulls a tenth
    # of the library into the browser.
    spec: Any = import_module(package).__spec__
    (folder,) = spec.submodule_search_locations
    data: bytes = spec.loader.get_data(f"{folder}/{name}")
    return data


def frozen(value: Any) -> Any:
    """A table, and all within it, as what nobody who is handed it can change."""
    if isinstance(value, dict):
        return MappingProxyType({key: frozen(each) for key, each in value.items()})
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def _with_days(table: dict[str, Any]) -> Any:
    return date.fromisoformat(table[BAKED_DAY]) if BAKED_DAY in table else table
